/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what another source tells of a record that is there.
 *
 * What is there stays, and its sources back no more than they did:
 *
 *  - a field that it lacks is added and cited by name;
 *  - a field with another value gets a claim beside it;
 *  - members of lists are added and, where that can be said, cited by name;
 *  - another name is an alias, another note goes with its citation.
 *
 * Doing it twice changes nothing more.
 */
#include "io/import-private.h"

#include <string.h>

#include <vnus/vnus-event.h>
#include <vnus/vnus-field.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-tenure.h>

static gboolean
has_citation (VnusRecord   *record,
              VnusCitation *citation)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (vnus_citation_equal (vnus_record_get_citation (record, i), citation))
      return TRUE;

  return FALSE;
}

static void
cite (VnusRecord   *record,
      VnusCitation *citation)
{
  if (!has_citation (record, citation))
    vnus_record_add_citation (record, citation);
}

/* Whether @citation is among those that back @field: those of its own, or else those
 * of the whole record. */
static gboolean
backs_field (VnusRecord   *made,
             VnusCitation *citation,
             const char   *field)
{
  if (vnus_citation_get_field (citation) != NULL)
    return g_str_equal (vnus_citation_get_field (citation), field) && vnus_citation_get_value (citation) == NULL;

  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    if (g_strcmp0 (vnus_citation_get_field (vnus_record_get_citation (made, i)), field) == 0)
      return FALSE;

  return TRUE;
}

/* Cites @field by each citation of @made that backs it. */
static void
cite_field (VnusRecord *after,
            VnusRecord *made,
            const char *field,
            VnusValue  *value)
{
  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (made, i);
      g_autoptr (VnusCitation) named = NULL;
      g_autoptr (VnusCitation) valued = NULL;

      if (!backs_field (made, citation, field) || (value == NULL && has_citation (after, citation)))
        continue;
      named = vnus_citation_with_field (citation, field);
      if (value != NULL)
        valued = vnus_citation_with_value (named, value);
      cite (after, valued != NULL ? valued : named);
    }
}

/* What names a member of a list; NULL if its members have no names. */
static const char *
member_name (VnusValue *item)
{
  switch ((int) vnus_value_get_value_type (item))
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      return vnus_value_get_string (item);

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return vnus_participant_get_actor (vnus_value_get_participant (item));

    case VNUS_VALUE_TYPE_STOP:
      return vnus_stop_get_place (vnus_value_get_stop (item));

    default:
      return NULL;
    }
}

static gboolean
has_member (VnusValue *list,
            VnusValue *item)
{
  const char *name = member_name (item);

  for (guint i = 0; list != NULL && i < vnus_value_get_n_items (list); i++)
    {
      VnusValue *other = vnus_value_get_item (list, i);

      if (vnus_value_equal (other, item) || (name != NULL && g_strcmp0 (member_name (other), name) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
set_value (VnusRecord *record,
           const char *field,
           VnusValue  *value)
{
  g_autoptr (GError) error = NULL;

  if (!vnus_record_set_value (record, field, value, &error))
    g_critical ("%s", error->message);
}

static gboolean
is_cited_by_member (const char *field)
{
  return !g_str_equal (field, "aliases") && !g_str_equal (field, "same-as");
}

static void
merge_list (VnusRecord *after,
            VnusRecord *made,
            const char *field,
            VnusValue  *old,
            VnusValue  *new)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (VnusValue) list = NULL;
  guint n_old = old != NULL ? vnus_value_get_n_items (old) : 0;

  for (guint i = 0; i < n_old; i++)
    g_ptr_array_add (items, vnus_value_get_item (old, i));
  for (guint i = 0; i < vnus_value_get_n_items (new); i++)
    {
      VnusValue *item = vnus_value_get_item (new, i);
      const char *name = member_name (item);

      if (!has_member (old, item))
        g_ptr_array_add (items, item);
      if (name != NULL && is_cited_by_member (field))
        {
          g_autofree char *path = g_strconcat (field, "/", name, NULL);

          cite_field (after, made, path, NULL);
        }
    }

  if (items->len == n_old)
    return;
  list = vnus_value_new_list ((VnusValue **) items->pdata, items->len);
  set_value (after, field, list);
}

/* Another name for the same. */
static void
merge_label (VnusRecord *after,
             VnusValue  *old,
             VnusValue  *new)
{
  const char *name = vnus_text_get_best (vnus_value_get_localised (new), "en");
  const char *known = vnus_text_get (vnus_value_get_localised (old), "en");

  if (name == NULL || g_strcmp0 (name, known) == 0 || VNUS_IS_EVENT (after))
    return;
  for (guint i = 0; i < vnus_record_get_n_aliases (after); i++)
    if (g_str_equal (vnus_record_get_alias (after, i), name))
      return;

  vnus_record_add_alias (after, name);
}

static void
merge_note (VnusRecord *after,
            VnusRecord *made,
            VnusValue  *new)
{
  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (made, i);

      if (vnus_citation_get_field (citation) == NULL)
        {
          g_autoptr (VnusCitation) noted = vnus_citation_with_note (citation, vnus_value_get_localised (new));
          g_autoptr (VnusCitation) named = vnus_citation_with_field (noted, "note");

          cite (after, named);
        }
    }
}

/* With other marks, or none, a name is the same. */
static gboolean
is_same_name (VnusValue *a,
              VnusValue *b)
{
  g_autofree char *folded_a = NULL, *folded_b = NULL;

  if (vnus_value_get_value_type (a) != VNUS_VALUE_TYPE_TEXT || vnus_value_equal (a, b))
    return FALSE;

  folded_a = vnus_fold_name (vnus_value_get_string (a));
  folded_b = vnus_fold_name (vnus_value_get_string (b));
  return g_str_equal (folded_a, folded_b);
}

static void
merge_field (VnusRecord *after,
             VnusRecord *made,
             VnusField  *field)
{
  const char *name = vnus_field_get_name (field);
  g_autoptr (VnusValue) old = vnus_record_dup_value (after, name);
  g_autoptr (VnusValue) new = vnus_record_dup_value (made, name);

  if (new == NULL)
    return;

  if (vnus_field_is_list (field))
    merge_list (after, made, name, old, new);
  else if (old == NULL)
    {
      set_value (after, name, new);
      cite_field (after, made, name, NULL);
    }
  else if (g_str_equal (name, "label"))
    merge_label (after, old, new);
  else if (g_str_equal (name, "note"))
    {
      if (!vnus_value_equal (old, new))
        merge_note (after, made, new);
    }
  else if (is_same_name (old, new))
    return;
  else if (!vnus_value_equal (old, new))
    cite_field (after, made, name, new);
  else if (VNUS_IS_EVENT (after) || VNUS_IS_TENURE (after))
    cite_field (after, made, name, NULL);
}

/* Whether @citation backs a value that is a claim beside that of @before: then it was
 * cited with the value. */
static gboolean
is_rival (VnusRecord   *before,
          VnusRecord   *made,
          VnusCitation *citation)
{
  const char *name = vnus_citation_get_field (citation);
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (made), name);
  g_autoptr (VnusValue) old = NULL;
  g_autoptr (VnusValue) new = NULL;

  if (field == NULL || vnus_field_is_list (field) || vnus_citation_get_value (citation) != NULL)
    return FALSE;

  old = vnus_record_dup_value (before, name);
  new = vnus_record_dup_value (made, name);
  return old != NULL && new != NULL && !vnus_value_equal (old, new) && !is_same_name (old, new);
}

VnusRecord *
_vnus_import_merge (VnusRecord *before,
                    VnusRecord *made)
{
  VnusRecord *after = vnus_record_duplicate (before);
  VnusKind kind = vnus_record_get_kind (made);
  g_auto (GStrv) names = vnus_field_list_names (kind);

  for (guint i = 0; names[i] != NULL; i++)
    merge_field (after, made, vnus_field_lookup (kind, names[i]));

  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (made, i);

      if (vnus_citation_get_field (citation) != NULL && !is_rival (before, made, citation))
        cite (after, citation);
    }

  return after;
}
