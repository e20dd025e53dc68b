/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: every reference that a record makes, in one walk over its fields. */
#include "model/vnus-reference-private.h"

#include <string.h>

typedef struct
{
  VnusRecord        *record;
  VnusReferenceFunc  func;
  gpointer           user_data;
  gboolean           has_paths; /* to write them takes longer than all else */
} Walk;

static char *
put_number (char  *at,
            guint  number)
{
  if (number >= 10)
    at = put_number (at, number / 10);
  *at++ = (char) ('0' + number % 10);
  *at = '\0';

  return at;
}

/* Reports "LIST/INDEX/KEY", without what is NULL or negative. */
static void
report (const Walk *walk,
        const char *list,
        int         index,
        const char *key,
        const char *id,
        VnusKinds   targets)
{
  char path[96]; /* fields, which this library names, and two numbers at most */
  char *at;

  if (id == NULL)
    return;
  if (!walk->has_paths)
    {
      walk->func (walk->record, NULL, id, targets, walk->user_data);
      return;
    }

  at = g_stpcpy (path, list);
  if (index >= 0)
    at = put_number (g_stpcpy (at, "/"), (guint) index);
  if (key != NULL)
    g_stpcpy (g_stpcpy (at, "/"), key);

  walk->func (walk->record, path, id, targets, walk->user_data);
}

static void
report_item (const Walk      *walk,
             const VnusField *field,
             const char      *list,
             int              index,
             gpointer         item)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      report (walk, list, index, NULL, item, field->targets);
      break;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      report (walk, list, index, "actor", vnus_participant_get_actor (item), VNUS_KINDS_ACTORS);
      report (walk, list, index, "capacity", vnus_participant_get_capacity (item), VNUS_KINDS (OFFICE));
      report (walk, list, index, "side", vnus_participant_get_side (item), VNUS_KINDS_BODIES);
      break;

    case VNUS_VALUE_TYPE_STOP:
      report (walk, list, index, "place", vnus_stop_get_place (item), VNUS_KINDS (PLACE) | VNUS_KINDS (STATE));
      break;

    case VNUS_VALUE_TYPE_DESIGNATION:
      report (walk, list, index, "side", vnus_designation_get_side (item), VNUS_KINDS_BODIES);
      break;

    default:
      break;
    }
}

static void
report_field (const Walk      *walk,
              const VnusField *field)
{
  gpointer slot = _vnus_field_slot (field, walk->record);
  const VnusVector *list;

  if (_vnus_field_is_number (field) || !_vnus_field_is_set (field, walk->record))
    return;

  if (!field->is_list)
    {
      report_item (walk, field, field->name, -1, *(gpointer *) slot);
      return;
    }

  list = *(VnusVector **) slot;
  for (guint i = 0; i < _vnus_vector_length (list); i++)
    report_item (walk, field, field->name, (int) i, _vnus_vector_get (list, i));
}

/* The item in a value, as it would stand in a slot. */
static gpointer
get_item (VnusValue *value)
{
  switch ((int) vnus_value_get_value_type (value))
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      return (gpointer) vnus_value_get_string (value);

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return vnus_value_get_participant (value);

    case VNUS_VALUE_TYPE_STOP:
      return vnus_value_get_stop (value);

    case VNUS_VALUE_TYPE_DESIGNATION:
      return vnus_value_get_designation (value);

    default:
      return NULL;
    }
}

/* What a source says itself: of a field, of a list, or of a member of one. */
static void
report_value (const Walk   *walk,
              guint         index,
              VnusCitation *citation)
{
  VnusValue *value = vnus_citation_get_value (citation);
  const char *named = vnus_citation_get_field (citation);
  g_autofree char *name = NULL;
  VnusField *field;
  gboolean is_list;
  char place[64];

  if (value == NULL || named == NULL)
    return;

  if (get_item (value) == NULL && vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
    return;

  name = g_strndup (named, strcspn (named, "/"));
  field = vnus_field_lookup (_vnus_record_class (walk->record)->kind, name);
  is_list = vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_LIST;
  if (field == NULL || (is_list && !field->is_list))
    return;

  g_snprintf (place, sizeof place, "citations/%u/value", index);
  for (guint i = 0; i < (is_list ? vnus_value_get_n_items (value) : 1); i++)
    {
      VnusValue *item = is_list ? vnus_value_get_item (value, i) : value;

      if (vnus_value_get_value_type (item) == field->type && get_item (item) != NULL)
        report_item (walk, field, place, is_list ? (int) i : -1, get_item (item));
    }
}

static void
walk_record (const Walk *walk)
{
  VnusRecord *self = walk->record;
  VnusRecordClass *klass = _vnus_record_class (self);

  for (guint i = 0; i < klass->n_fields; i++)
    report_field (walk, klass->fields[i]);

  for (guint i = 0; i < _vnus_vector_length (self->citations); i++)
    {
      VnusCitation *citation = _vnus_vector_get (self->citations, i);

      report (walk, "citations", (int) i, "source", vnus_citation_get_source (citation), VNUS_KINDS (SOURCE));
      report_value (walk, i, citation);
    }
}

void
_vnus_record_foreach_reference (VnusRecord        *self,
                                VnusReferenceFunc  func,
                                gpointer           user_data)
{
  const Walk walk = { self, func, user_data, TRUE };

  walk_record (&walk);
}

void
_vnus_record_foreach_target (VnusRecord        *self,
                             VnusReferenceFunc  func,
                             gpointer           user_data)
{
  const Walk walk = { self, func, user_data, FALSE };

  walk_record (&walk);
}

char *
_vnus_kinds_to_string (VnusKinds kinds)
{
  GString *names = g_string_new (NULL);

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    if ((kinds & 1u << kind) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", vnus_kind_to_string (kind));

  return g_string_free (names, FALSE);
}
