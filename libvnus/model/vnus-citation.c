/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: citation. An immutable value. */
#include <vnus/vnus-citation.h>

#include <string.h>

#include "base/vnus-id-private.h"
#include "model/vnus-same-private.h"
#include "model/vnus-values-private.h"

/* What few citations have; each may be NULL. */
typedef struct
{
  char      *field;
  VnusValue *value;
  VnusDate  *known;
  VnusText  *note;
} CitationRest;

/**
 * VnusCitation:
 *
 * What a source backs: a whole record, one field of it, or one member of a list
 * field.
 *
 * A citation is an immutable value. Without a field it backs the record as it
 * stands. With a field (or a list member, as in `participants/antony-blinken`)
 * it backs that alone; with a value, too, it is what that source itself says.
 * A citation became known when its source was published, unless @known says
 * otherwise.
 *
 * Since: 0.1
 */
struct _VnusCitation
{
  gatomicrefcount ref_count;
  guint           rank : 16;       /* VnusCitationRank */
  guint           has_locator : 1;
  guint           has_rest : 1;
  char           *source;          /* an id */
  CitationRest    rest[];          /* (owned) if there is one; then the locator, if there is one */
};

G_DEFINE_BOXED_TYPE (VnusCitation, vnus_citation, vnus_citation_ref, vnus_citation_unref)

G_DEFINE_ENUM_TYPE (VnusCitationRank, vnus_citation_rank,
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_PREFERRED, "preferred"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_DEPRECATED, "deprecated"))

/* Where the locator stands. */
static char *
locator_of (const VnusCitation *self)
{
  return (char *) (self->rest + self->has_rest);
}

/* Copies the locator and takes all else. */
static VnusCitation *
citation_new (char             *source,
              const char       *locator,
              VnusCitationRank  rank,
              CitationRest      rest)
{
  const gboolean has_rest = rest.field != NULL || rest.value != NULL || rest.known != NULL || rest.note != NULL;
  const gsize size = locator != NULL ? strlen (locator) + 1 : 0;
  VnusCitation *self = g_malloc (sizeof *self + (has_rest ? sizeof rest : 0) + size);

  g_atomic_ref_count_init (&self->ref_count);
  self->rank = (guint16) rank;
  self->has_locator = locator != NULL;
  self->has_rest = has_rest;
  self->source = source;
  if (has_rest)
    self->rest[0] = rest;
  if (locator != NULL)
    memcpy (locator_of (self), locator, size);

  return self;
}

VnusCitation *
_vnus_citation_new_take (char             *source,
                         const char       *locator,
                         char             *field,
                         VnusValue        *value,
                         VnusCitationRank  rank,
                         VnusDate         *known,
                         VnusText         *note)
{
  return citation_new (source, locator, rank, (CitationRest) { field, value, known, note });
}

static const char *
get_locator (const VnusCitation *self)
{
  return self->has_locator ? locator_of (self) : NULL;
}

/* Borrowed. */
static CitationRest
get_rest (const VnusCitation *self)
{
  return self->has_rest ? self->rest[0] : (CitationRest) { NULL };
}

/* A citation like @self with another rest, which is borrowed. */
static VnusCitation *
with_rest (const VnusCitation *self,
           CitationRest        rest)
{
  rest.field = g_strdup (rest.field);
  if (rest.value != NULL)
    vnus_value_ref (rest.value);
  if (rest.known != NULL)
    vnus_date_ref (rest.known);
  if (rest.note != NULL)
    vnus_text_ref (rest.note);

  return citation_new (self->source != NULL ? _vnus_id_ref (self->source) : NULL, get_locator (self),
                       (VnusCitationRank) self->rank, rest);
}

static void
clear_rest (CitationRest *rest)
{
  g_clear_pointer (&rest->field, g_free);
  g_clear_pointer (&rest->value, vnus_value_unref);
  g_clear_pointer (&rest->known, vnus_date_unref);
  g_clear_pointer (&rest->note, vnus_text_unref);
}

/**
 * vnus_citation_new: (constructor)
 * @source: the id of the source
 * @locator: (nullable): where in the source, such as `7.1` for paragraph and sentence; `NULL` if it has none
 *
 * Makes a citation.
 *
 * Returns: (transfer full): the citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_new (const char *source,
                   const char *locator)
{
  g_return_val_if_fail (source != NULL, NULL);

  return citation_new (_vnus_id_new (source), locator, VNUS_CITATION_RANK_UNSET, (CitationRest) { NULL });
}

/**
 * vnus_citation_with_field:
 * @self: a citation
 * @field: (nullable): the name of the field, or field and member as in `participants/antony-blinken`; `NULL` to have none
 *
 * Makes a citation like @self with another field.
 *
 * Returns: (transfer full): the new citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_with_field (VnusCitation *self,
                          const char   *field)
{
  CitationRest rest;

  g_return_val_if_fail (self != NULL, NULL);

  rest = get_rest (self);
  rest.field = (char *) field;

  return with_rest (self, rest);
}

/**
 * vnus_citation_with_value:
 * @self: a citation
 * @value: (nullable): what the source says; `NULL` to have none
 *
 * Makes a citation like @self with another value.
 *
 * Returns: (transfer full): the new citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_with_value (VnusCitation *self,
                          VnusValue    *value)
{
  CitationRest rest;

  g_return_val_if_fail (self != NULL, NULL);

  rest = get_rest (self);
  rest.value = value;

  return with_rest (self, rest);
}

/**
 * vnus_citation_with_rank:
 * @self: a citation
 * @rank: its rank among rivals
 *
 * Makes a citation like @self with another rank.
 *
 * Returns: (transfer full): the new citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_with_rank (VnusCitation     *self,
                         VnusCitationRank  rank)
{
  VnusCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = with_rest (self, get_rest (self));
  copy->rank = (guint16) rank;

  return copy;
}

/**
 * vnus_citation_with_known:
 * @self: a citation
 * @known: (nullable): when it became known; `NULL` to have none
 *
 * Makes a citation like @self with another known.
 *
 * Returns: (transfer full): the new citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_with_known (VnusCitation *self,
                          VnusDate     *known)
{
  CitationRest rest;

  g_return_val_if_fail (self != NULL, NULL);

  rest = get_rest (self);
  rest.known = known;

  return with_rest (self, rest);
}

/**
 * vnus_citation_with_note:
 * @self: a citation
 * @note: (nullable): a note, by language; `NULL` to have none
 *
 * Makes a citation like @self with another note.
 *
 * Returns: (transfer full): the new citation
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_with_note (VnusCitation *self,
                         VnusText     *note)
{
  CitationRest rest;

  g_return_val_if_fail (self != NULL, NULL);

  rest = get_rest (self);
  rest.note = note;

  return with_rest (self, rest);
}

/**
 * vnus_citation_ref:
 * @self: a citation
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusCitation *
vnus_citation_ref (VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_citation_unref:
 * @self: (transfer full): a citation
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_citation_unref (VnusCitation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->source, _vnus_id_unref);
  if (self->has_rest)
    clear_rest (self->rest);
  g_free (self);
}

/**
 * vnus_citation_get_source:
 * @self: a citation
 *
 * Gets the id of the source.
 *
 * Returns: the id of the source
 *
 * Since: 0.1
 */
const char *
vnus_citation_get_source (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

/**
 * vnus_citation_get_locator:
 * @self: a citation
 *
 * Gets where in the source.
 *
 * Returns: (nullable): where in the source, such as `7.1` for paragraph and sentence, or `NULL`
 *
 * Since: 0.1
 */
const char *
vnus_citation_get_locator (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_locator (self);
}

/**
 * vnus_citation_get_field:
 * @self: a citation
 *
 * Gets the name of the field.
 *
 * Returns: (nullable): the name of the field, or field and member as in `participants/antony-blinken`, or `NULL`
 *
 * Since: 0.1
 */
const char *
vnus_citation_get_field (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_rest (self).field;
}

/**
 * vnus_citation_get_value:
 * @self: a citation
 *
 * Gets what the source says.
 *
 * Returns: (transfer none) (nullable): what the source says, or `NULL`
 *
 * Since: 0.1
 */
VnusValue *
vnus_citation_get_value (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_rest (self).value;
}

/**
 * vnus_citation_get_rank:
 * @self: a citation
 *
 * Gets its rank among rivals.
 *
 * Returns: the rank
 *
 * Since: 0.1
 */
VnusCitationRank
vnus_citation_get_rank (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, VNUS_CITATION_RANK_UNSET);

  return (VnusCitationRank) self->rank;
}

/**
 * vnus_citation_get_known:
 * @self: a citation
 *
 * Gets when it became known.
 *
 * Returns: (transfer none) (nullable): when it became known, or `NULL`
 *
 * Since: 0.1
 */
VnusDate *
vnus_citation_get_known (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_rest (self).known;
}

/**
 * vnus_citation_get_note:
 * @self: a citation
 *
 * Gets a note.
 *
 * Returns: (transfer none) (nullable): a note, by language, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_citation_get_note (const VnusCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_rest (self).note;
}

/**
 * vnus_citation_equal:
 * @self: a citation
 * @other: another citation
 *
 * Compares two citations by value.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_citation_equal (const VnusCitation *self,
                     const VnusCitation *other)
{
  CitationRest rest, other_rest;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other)
    return TRUE;

  rest = get_rest (self);
  other_rest = get_rest (other);
  return g_strcmp0 (self->source, other->source) == 0 &&
         g_strcmp0 (get_locator (self), get_locator (other)) == 0 &&
         g_strcmp0 (rest.field, other_rest.field) == 0 &&
         _vnus_value_same (rest.value, other_rest.value) &&
         self->rank == other->rank &&
         _vnus_date_same (rest.known, other_rest.known) &&
         _vnus_text_same (rest.note, other_rest.note);
}

/**
 * vnus_citation_to_string:
 * @self: a citation
 *
 * Writes a citation for people who debug.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_citation_to_string (const VnusCitation *self)
{
  GString *string;
  CitationRest rest;

  g_return_val_if_fail (self != NULL, NULL);

  rest = get_rest (self);
  string = g_string_new (NULL);
  _vnus_append_string (string, "source", self->source);
  _vnus_append_string (string, "locator", get_locator (self));
  _vnus_append_string (string, "field", rest.field);
  _vnus_append_value (string, "value", rest.value);
  _vnus_append_enum (string, "rank", VNUS_TYPE_CITATION_RANK, (int) self->rank);
  _vnus_append_date (string, "known", rest.known);
  _vnus_append_text (string, "note", rest.note);

  return g_string_free (string, FALSE);
}
