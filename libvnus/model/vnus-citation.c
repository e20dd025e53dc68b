/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: citation. An immutable value. */
#include <vnus/vnus-citation.h>

#include "model/vnus-same-private.h"
#include "model/vnus-values-private.h"

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
  gatomicrefcount  ref_count;
  VnusCitationRank rank;
  char            *source; /* (nullable) a GRefString */
  char            *locator;
  char            *field;
  VnusValue       *value;
  VnusDate        *known;
  VnusText        *note;
};

G_DEFINE_BOXED_TYPE (VnusCitation, vnus_citation, vnus_citation_ref, vnus_citation_unref)

G_DEFINE_ENUM_TYPE (VnusCitationRank, vnus_citation_rank,
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_PREFERRED, "preferred"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (VNUS_CITATION_RANK_DEPRECATED, "deprecated"))

static VnusCitation *
citation_copy (const VnusCitation *self)
{
  VnusCitation *copy = g_new0 (VnusCitation, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->source = self->source != NULL ? g_ref_string_acquire (self->source) : NULL;
  copy->locator = self->locator != NULL ? g_strdup (self->locator) : NULL;
  copy->field = self->field != NULL ? g_strdup (self->field) : NULL;
  copy->value = self->value != NULL ? vnus_value_ref (self->value) : NULL;
  copy->rank = self->rank;
  copy->known = self->known != NULL ? vnus_date_ref (self->known) : NULL;
  copy->note = self->note != NULL ? vnus_text_ref (self->note) : NULL;

  return copy;
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
  VnusCitation *self;

  g_return_val_if_fail (source != NULL, NULL);

  self = g_new0 (VnusCitation, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->source = g_ref_string_new (source);
  self->locator = locator != NULL ? g_strdup (locator) : NULL;

  return self;
}

VnusCitation *
_vnus_citation_new_take (char             *source,
                         char             *locator,
                         char             *field,
                         VnusValue        *value,
                         VnusCitationRank  rank,
                         VnusDate         *known,
                         VnusText         *note)
{
  VnusCitation *self = g_new (VnusCitation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->source = source;
  self->locator = locator;
  self->field = field;
  self->value = value;
  self->rank = rank;
  self->known = known;
  self->note = note;

  return self;
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
  VnusCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = citation_copy (self);
  g_clear_pointer (&copy->field, g_free);
  copy->field = field != NULL ? g_strdup (field) : NULL;

  return copy;
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
  VnusCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = citation_copy (self);
  g_clear_pointer (&copy->value, vnus_value_unref);
  copy->value = value != NULL ? vnus_value_ref (value) : NULL;

  return copy;
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

  copy = citation_copy (self);
  copy->rank = rank;

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
  VnusCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = citation_copy (self);
  g_clear_pointer (&copy->known, vnus_date_unref);
  copy->known = known != NULL ? vnus_date_ref (known) : NULL;

  return copy;
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
  VnusCitation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = citation_copy (self);
  g_clear_pointer (&copy->note, vnus_text_unref);
  copy->note = note != NULL ? vnus_text_ref (note) : NULL;

  return copy;
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

  g_clear_pointer (&self->source, g_ref_string_release);
  g_clear_pointer (&self->locator, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->value, vnus_value_unref);
  g_clear_pointer (&self->known, vnus_date_unref);
  g_clear_pointer (&self->note, vnus_text_unref);
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

  return self->locator;
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

  return self->field;
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

  return self->value;
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

  return self->rank;
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

  return self->known;
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

  return self->note;
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
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_strcmp0 (self->source, other->source) == 0 &&
         g_strcmp0 (self->locator, other->locator) == 0 &&
         g_strcmp0 (self->field, other->field) == 0 &&
         _vnus_value_same (self->value, other->value) &&
         self->rank == other->rank &&
         _vnus_date_same (self->known, other->known) &&
         _vnus_text_same (self->note, other->note);
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

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  _vnus_append_string (string, "source", self->source);
  _vnus_append_string (string, "locator", self->locator);
  _vnus_append_string (string, "field", self->field);
  _vnus_append_value (string, "value", self->value);
  _vnus_append_enum (string, "rank", VNUS_TYPE_CITATION_RANK, (int) self->rank);
  _vnus_append_date (string, "known", self->known);
  _vnus_append_text (string, "note", self->note);

  return g_string_free (string, FALSE);
}
