/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: changes for people: each record by kind, id and name, and field by
 * field what it said before and says after.
 *
 * Values are written as in a document: whoever looks over a change wants to see
 * what is entered, not how a brief would word it.
 */
#include "chronicle/vnus-change-private.h"

#include "model/vnus-record-private.h"
#include "wording/vnus-message-private.h"

static char *
say (const char *language,
     const char *key)
{
  return _vnus_message_format (language, key, NULL, 0);
}

/* What a record says in a field: its value, or what is said of its absence. */
static char *
dup_field_text (VnusRecord *record,
                VnusField  *field,
                const char *language)
{
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field->name);

  if (value != NULL)
    return vnus_value_to_string (value);

  switch (vnus_record_get_presence (record, field->name))
    {
    case VNUS_PRESENCE_UNKNOWN:
      return say (language, "change.unknown");

    case VNUS_PRESENCE_NONE:
      return say (language, "change.none");

    case VNUS_PRESENCE_ABSENT:
    case VNUS_PRESENCE_RECORDED:
    default:
      return say (language, "change.absent");
    }
}

static gboolean
says_something (VnusRecord *record,
                VnusField  *field)
{
  return vnus_record_get_presence (record, field->name) != VNUS_PRESENCE_ABSENT;
}

/* --- Lists: what goes and what comes --- */

/* The items of a list field, or the citations, as text. */
static GPtrArray *
list_items (VnusRecord *record,
            VnusField  *field)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VnusValue) list = field != NULL ? vnus_record_dup_value (record, field->name) : NULL;

  if (field == NULL)
    for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
      g_ptr_array_add (items, vnus_citation_to_string (vnus_record_get_citation (record, i)));
  else
    for (guint i = 0; list != NULL && i < vnus_value_get_n_items (list); i++)
      g_ptr_array_add (items, vnus_value_to_string (vnus_value_get_item (list, i)));

  return items;
}

/* Writes what @items has more often than @others, and tells whether there was any. */
static gboolean
append_surplus (GString    *text,
                const char *name,
                const char *sign,
                GPtrArray  *items,
                GPtrArray  *others)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, others->pdata[i]));

      g_hash_table_insert (counts, others->pdata[i], GINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < items->len; i++)
    {
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, items->pdata[i]));

      if (n > 0)
        {
          g_hash_table_insert (counts, items->pdata[i], GINT_TO_POINTER (n - 1));
          continue;
        }
      g_string_append_printf (text, "    %s: %s %s\n", name, sign, (char *) items->pdata[i]);
      any = TRUE;
    }

  return any;
}

static gboolean
are_same_items (GPtrArray *a,
                GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (a->pdata[i], b->pdata[i]);

  return same;
}

/* @field is NULL for the citations. */
static void
append_list_change (GString    *text,
                    VnusRecord *before,
                    VnusRecord *after,
                    VnusField  *field,
                    const char *language)
{
  const char *name = field != NULL ? field->name : "citations";
  g_autoptr (GPtrArray) old = list_items (before, field);
  g_autoptr (GPtrArray) new = list_items (after, field);
  gboolean goes = append_surplus (text, name, "−", old, new);
  gboolean comes = append_surplus (text, name, "+", new, old);

  if (!goes && !comes && !are_same_items (old, new))
    {
      g_autofree char *order = say (language, "change.order");

      g_string_append_printf (text, "    %s: %s\n", name, order);
    }
}

/* --- Fields --- */

static void
append_field_change (GString    *text,
                     VnusRecord *before,
                     VnusRecord *after,
                     VnusField  *field,
                     const char *language)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (_vnus_record_has_same_field (before, after, field))
    return;
  if (field->is_list && (_vnus_field_is_set (field, before) || _vnus_field_is_set (field, after)))
    {
      append_list_change (text, before, after, field, language);
      return;
    }

  old = dup_field_text (before, field, language);
  new = dup_field_text (after, field, language);
  g_string_append_printf (text, "    %s: %s → %s\n", field->name, old, new);
}

static void
append_differences (GString    *text,
                    VnusRecord *before,
                    VnusRecord *after,
                    const char *language)
{
  VnusRecordClass *klass = _vnus_record_class (before);

  for (guint i = 0; i < klass->n_fields; i++)
    append_field_change (text, before, after, klass->fields[i], language);
  append_list_change (text, before, after, NULL, language);
}

/* All that a record says, for one that comes or goes. */
static void
append_all (GString    *text,
            VnusRecord *record,
            const char *language)
{
  VnusRecordClass *klass = _vnus_record_class (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (says_something (record, klass->fields[i]))
      {
        g_autofree char *value = dup_field_text (record, klass->fields[i], language);

        g_string_append_printf (text, "    %s: %s\n", klass->fields[i]->name, value);
      }

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      g_autofree char *citation = vnus_citation_to_string (vnus_record_get_citation (record, i));

      g_string_append_printf (text, "    citations: %s\n", citation);
    }
}

/* --- Changes --- */

static void
append_head (GString    *text,
             VnusChange *change,
             VnusRecord *record,
             const char *language)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (VNUS_TYPE_CHANGE_KIND);
  VnusText *label = vnus_record_get_label (record);
  const char *reason = vnus_change_get_reason (change);
  g_autofree char *head =
    _vnus_say (language, "change.head",
               VNUS_ARG_S ("change", g_enum_get_value (kinds, vnus_change_get_kind (change))->value_nick),
               VNUS_ARG_S ("kind", vnus_kind_to_string (vnus_record_get_kind (record))),
               VNUS_ARG_S ("id", vnus_record_get_id (record)),
               VNUS_ARG_S ("named", label != NULL ? "yes" : "no"),
               VNUS_ARG_S ("label", label != NULL ? vnus_text_get_best (label, language) : ""),
               VNUS_ARG_S ("reasoned", reason != NULL ? "yes" : "no"),
               VNUS_ARG_S ("reason", reason != NULL ? reason : ""));

  g_string_append (text, head);
  g_string_append_c (text, '\n');
}

static void
append_change (GString    *text,
               VnusChange *change,
               const char *language)
{
  VnusRecord *before = vnus_change_get_before (change), *after = vnus_change_get_after (change);

  if (before == NULL && after == NULL)
    return;

  append_head (text, change, after != NULL ? after : before, language);
  if (before == NULL || after == NULL)
    append_all (text, after != NULL ? after : before, language);
  else if (vnus_record_get_kind (before) != vnus_record_get_kind (after))
    append_all (text, after, language);
  else
    append_differences (text, before, after, language);
}

/**
 * vnus_change_to_text:
 * @self: a change
 * @language: a language, such as `en` or `vi`
 *
 * Writes the change for people: what is done to which record and why, then each
 * field that differs as it was and as it is to be; of a list, what goes and what
 * comes. Values are written as in a document.
 *
 * Returns: (transfer full): one line or more, each of which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_change_to_text (VnusChange *self,
                     const char *language)
{
  GString *text;

  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  append_change (text, self, language);

  return g_string_free (text, FALSE);
}

/**
 * vnus_change_set_to_text:
 * @self: a change set
 * @language: a language, such as `en` or `vi`
 *
 * Writes the changes for people: how many there are of each kind, then each as
 * [method@Vnus.Change.to_text] writes it.
 *
 * Returns: (transfer full): lines, each of which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_change_set_to_text (VnusChangeSet *self,
                         const char    *language)
{
  GString *text;
  int n_of_kind[VNUS_CHANGE_KIND_REMOVE + 1] = { 0 };
  g_autofree char *summary = NULL;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (guint i = 0; i < _vnus_change_set_get_n (self); i++)
    n_of_kind[vnus_change_get_kind (_vnus_change_set_get_nth (self, i))]++;
  summary = _vnus_say (language, "change.summary",
                       VNUS_ARG_I ("n", (int) _vnus_change_set_get_n (self)),
                       VNUS_ARG_I ("added", n_of_kind[VNUS_CHANGE_KIND_ADD]),
                       VNUS_ARG_I ("replaced", n_of_kind[VNUS_CHANGE_KIND_REPLACE]),
                       VNUS_ARG_I ("removed", n_of_kind[VNUS_CHANGE_KIND_REMOVE]));

  text = g_string_new (summary);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < _vnus_change_set_get_n (self); i++)
    append_change (text, _vnus_change_set_get_nth (self, i), language);

  return g_string_free (text, FALSE);
}
