/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: references that are to point elsewhere: the walk of vnus-reference.c,
 * with new values. */
#include "model/vnus-rename-private.h"

#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Renaming;

static const char *
rename_id (const Renaming *renaming,
           const char     *id)
{
  return g_strcmp0 (id, renaming->from) == 0 ? renaming->to : id;
}

static gboolean
is_of_id (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '-';
}

/* The ids in the text of a query stand between other characters. */
static char *
rename_in_scope (const Renaming *renaming,
                 const char     *scope)
{
  GString *text = g_string_new (NULL);

  while (*scope != '\0')
    {
      gsize n = 0;

      while (is_of_id (scope[n]))
        n++;
      if (n == strlen (renaming->from) && strncmp (scope, renaming->from, n) == 0 && scope[n] != ':')
        g_string_append (text, renaming->to);
      else
        g_string_append_len (text, scope, (gssize) n);
      scope += n;
      if (*scope != '\0')
        g_string_append_c (text, *scope++);
    }

  return g_string_free (text, FALSE);
}

static VnusValue *
rename_participant (const Renaming  *renaming,
                    VnusParticipant *old)
{
  g_autoptr (VnusParticipant) new =
    vnus_participant_new (rename_id (renaming, vnus_participant_get_actor (old)), vnus_participant_get_role (old));
  g_autoptr (VnusParticipant) with_capacity = NULL;
  g_autoptr (VnusParticipant) with_side = NULL;
  g_autoptr (VnusParticipant) with_note = NULL;

  with_capacity = vnus_participant_with_capacity (new, rename_id (renaming, vnus_participant_get_capacity (old)));
  with_side = vnus_participant_with_side (with_capacity, rename_id (renaming, vnus_participant_get_side (old)));
  with_note = vnus_participant_with_note (with_side, vnus_participant_get_note (old));

  return vnus_value_new_participant (with_note);
}

static VnusValue *
rename_stop (const Renaming *renaming,
             VnusStop       *old)
{
  g_autoptr (VnusStop) new = vnus_stop_new (rename_id (renaming, vnus_stop_get_place (old)));
  g_autoptr (VnusStop) with_when = vnus_stop_with_when (new, vnus_stop_get_when (old));
  g_autoptr (VnusStop) with_note = vnus_stop_with_note (with_when, vnus_stop_get_note (old));

  return vnus_value_new_stop (with_note);
}

static VnusValue *
rename_designation (const Renaming  *renaming,
                    VnusDesignation *old)
{
  g_autoptr (VnusDesignation) new =
    vnus_designation_new (rename_id (renaming, vnus_designation_get_side (old)), vnus_designation_get_text (old));

  return vnus_value_new_designation (new);
}

static VnusValue *rename_value (const Renaming *renaming,
                                VnusValue      *value);

/* What two items become is one item; what was twice in the list before stays so. */
static VnusValue *
rename_list (const Renaming *renaming,
             VnusValue      *list)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_value_unref);
  g_autoptr (GPtrArray) old = g_ptr_array_new ();

  for (guint i = 0; i < vnus_value_get_n_items (list); i++)
    {
      VnusValue *item = vnus_value_get_item (list, i);
      g_autoptr (VnusValue) renamed = rename_value (renaming, item);
      gboolean is_there = FALSE;

      for (guint j = 0; j < kept->len; j++)
        is_there = is_there || (vnus_value_equal (g_ptr_array_index (kept, j), renamed) &&
                                !vnus_value_equal (g_ptr_array_index (old, j), item));
      if (is_there)
        continue;
      g_ptr_array_add (kept, g_steal_pointer (&renamed));
      g_ptr_array_add (old, item);
    }

  return vnus_value_new_list ((VnusValue **) kept->pdata, kept->len);
}

static VnusValue *
rename_value (const Renaming *renaming,
              VnusValue      *value)
{
  switch ((int) vnus_value_get_value_type (value))
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      return vnus_value_new_reference (rename_id (renaming, vnus_value_get_string (value)));

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return rename_participant (renaming, vnus_value_get_participant (value));

    case VNUS_VALUE_TYPE_STOP:
      return rename_stop (renaming, vnus_value_get_stop (value));

    case VNUS_VALUE_TYPE_DESIGNATION:
      return rename_designation (renaming, vnus_value_get_designation (value));

    case VNUS_VALUE_TYPE_LIST:
      return rename_list (renaming, value);

    default:
      return vnus_value_ref (value);
    }
}

static void
rename_field (const Renaming *renaming,
              VnusField      *field,
              VnusRecord     *record)
{
  g_autoptr (VnusValue) old = _vnus_field_get_value (field, record);
  g_autoptr (VnusValue) new = NULL;

  if (old == NULL)
    return;

  if (field->type == VNUS_VALUE_TYPE_TEXT && !field->is_list && g_str_equal (field->name, "scope"))
    {
      g_autofree char *scope = rename_in_scope (renaming, vnus_value_get_string (old));

      new = vnus_value_new_text (scope);
    }
  else
    {
      new = rename_value (renaming, old);
    }

  if (!vnus_value_equal (old, new))
    _vnus_field_set_value (field, record, new);
}

/* "participants/FROM" names what is "participants/TO" then. */
static char *
rename_named (const Renaming *renaming,
              const char     *named)
{
  const char *slash = named != NULL ? strchr (named, '/') : NULL;

  if (slash == NULL || !g_str_equal (slash + 1, renaming->from))
    return g_strdup (named);

  return g_strdup_printf ("%.*s/%s", (int) (slash - named), named, renaming->to);
}

static VnusCitation *
rename_citation (const Renaming *renaming,
                 VnusCitation   *old)
{
  VnusValue *value = vnus_citation_get_value (old);
  g_autofree char *named = rename_named (renaming, vnus_citation_get_field (old));
  g_autoptr (VnusValue) new_value = value != NULL ? rename_value (renaming, value) : NULL;
  g_autoptr (VnusCitation) new =
    vnus_citation_new (rename_id (renaming, vnus_citation_get_source (old)), vnus_citation_get_locator (old));
  g_autoptr (VnusCitation) with_field = vnus_citation_with_field (new, named);
  g_autoptr (VnusCitation) with_value = vnus_citation_with_value (with_field, new_value);
  g_autoptr (VnusCitation) with_rank = vnus_citation_with_rank (with_value, vnus_citation_get_rank (old));
  g_autoptr (VnusCitation) with_known = vnus_citation_with_known (with_rank, vnus_citation_get_known (old));

  return vnus_citation_with_note (with_known, vnus_citation_get_note (old));
}

VnusRecord *
_vnus_record_rename_reference (VnusRecord *self,
                               const char *from,
                               const char *to)
{
  const Renaming renaming = { from, to };
  VnusRecord *copy = vnus_record_duplicate (self);
  VnusRecordClass *klass = _vnus_record_class (copy);

  for (guint i = 0; i < klass->n_fields; i++)
    rename_field (&renaming, klass->fields[i], copy);

  _vnus_vector_clear (&copy->citations, (GDestroyNotify) vnus_citation_unref);
  for (guint i = 0; i < vnus_record_get_n_citations (self); i++)
    {
      g_autoptr (VnusCitation) new = rename_citation (&renaming, vnus_record_get_citation (self, i));
      gboolean is_there = FALSE;

      for (guint j = 0; j < vnus_record_get_n_citations (copy); j++)
        is_there = is_there || vnus_citation_equal (vnus_record_get_citation (copy, j), new);
      if (!is_there || vnus_citation_equal (new, vnus_record_get_citation (self, i)))
        _vnus_record_take_citation (copy, g_steal_pointer (&new));
    }

  return copy;
}
