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
 * Where both come of registers, which of their spellings and which of their spans of
 * a life the record has does not depend on which of them came first.
 *
 * Doing it twice changes nothing more.
 */
#include "io/historian-private.h"

#include <string.h>

#include <vnus/vnus-event.h>
#include <vnus/vnus-field.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>
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

static void
set_list (VnusRecord *record,
          const char *field,
          GPtrArray  *items)
{
  g_autoptr (VnusValue) list = vnus_value_new_list ((VnusValue **) items->pdata, items->len);

  set_value (record, field, list);
}

/* Names */

gboolean
_vnus_import_is_better_name (const char *name,
                             const char *than)
{
  const glong marks = (glong) strlen (name) - g_utf8_strlen (name, -1);
  const glong others = (glong) strlen (than) - g_utf8_strlen (than, -1);
  const gboolean has_bracket = strchr (name, '(') != NULL;

  if (has_bracket != (strchr (than, '(') != NULL))
    return !has_bracket;

  return marks != others ? marks > others : strcmp (name, than) > 0;
}

static gboolean
is_own_name (VnusRecord *record,
             const char *name)
{
  VnusText *label = vnus_record_get_label (record);
  g_auto (GStrv) languages = label != NULL ? vnus_text_list_languages (label) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    if (g_str_equal (vnus_text_get (label, languages[i]), name))
      return TRUE;

  return FALSE;
}

void
_vnus_import_add_alias (VnusRecord *record,
                        const char *name)
{
  const guint n = vnus_record_get_n_aliases (record);
  g_autoptr (GPtrArray) items = NULL;
  guint position = n;

  for (guint i = 0; i < n; i++)
    {
      const int order = strcmp (vnus_record_get_alias (record, i), name);

      if (order == 0)
        return;
      if (order > 0 && position == n)
        position = i;
    }
  if (position == n)
    {
      vnus_record_add_alias (record, name);
      return;
    }

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_value_unref);
  for (guint i = 0; i < n; i++)
    {
      if (i == position)
        g_ptr_array_add (items, vnus_value_new_text (name));
      g_ptr_array_add (items, vnus_value_new_text (vnus_record_get_alias (record, i)));
    }
  set_list (record, "aliases", items);
}

static void
merge_aliases (VnusRecord *after,
               VnusRecord *made)
{
  for (guint i = 0; i < vnus_record_get_n_aliases (made); i++)
    if (!is_own_name (after, vnus_record_get_alias (made, i)))
      _vnus_import_add_alias (after, vnus_record_get_alias (made, i));
}

static gboolean
is_cited_by_member (const char *field)
{
  return !g_str_equal (field, "same-as");
}

static void
merge_list (VnusRecord *after,
            VnusRecord *made,
            const char *field,
            VnusValue  *old,
            VnusValue  *new)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
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

  if (items->len > n_old)
    set_list (after, field, items);
}

/* Whether nobody but registers tells of the record. */
static gboolean
rests_on_registers (VnusRecord *record)
{
  VnusChronicle *registers = _vnus_historian_get_chronicle ();

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (vnus_chronicle_lookup (registers, vnus_citation_get_source (vnus_record_get_citation (record, i))) == NULL)
      return FALSE;

  return vnus_record_get_n_citations (record) > 0;
}

/* Then no hand has chosen its name, either here or beforehand. */
static gboolean
is_named_by_registers (VnusRecord *record)
{
  return rests_on_registers (record) &&
         vnus_chronicle_lookup (_vnus_historian_get_chronicle (), vnus_record_get_id (record)) == NULL;
}

static gboolean
has_alias (VnusRecord *record,
           const char *name)
{
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    if (g_str_equal (vnus_record_get_alias (record, i), name))
      return TRUE;

  return FALSE;
}

static gboolean
is_same_spelt (const char *a,
               const char *b)
{
  g_autofree char *folded_a = vnus_fold_name (a), *folded_b = vnus_fold_name (b);

  return g_str_equal (folded_a, folded_b);
}

/* The names of a record by language, each that which is better. Of a Vietnamese name the
 * spelling with its marks is the Vietnamese one. */
static VnusText *
choose_names (VnusRecord *record,
              VnusText   *old,
              VnusText   *new)
{
  static const char *const languages[] = { "en", "vi", NULL };
  const char *names[G_N_ELEMENTS (languages)] = { NULL };
  const gboolean is_vietnamese = VNUS_IS_PERSON (record) && g_strcmp0 (vnus_person_get_of (VNUS_PERSON (record)), "vn") == 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *a = vnus_text_get_best (old, languages[i]), *b = vnus_text_get_best (new, languages[i]);
      const gboolean is_plain = is_vietnamese && i == 0 && g_str_is_ascii (a) != g_str_is_ascii (b);

      names[i] = (is_plain ? g_str_is_ascii (b) : _vnus_import_is_better_name (b, a)) ? b : a;
    }
  if (vnus_text_get (old, "vi") == NULL && vnus_text_get (new, "vi") == NULL)
    return vnus_text_new ("en", names[0]);

  return vnus_text_new_many (languages, names);
}

static void
keep_names (VnusRecord *record,
            VnusText   *label)
{
  g_auto (GStrv) languages = vnus_text_list_languages (label);

  for (guint i = 0; languages[i] != NULL; i++)
    if (!is_own_name (record, vnus_text_get (label, languages[i])))
      _vnus_import_add_alias (record, vnus_text_get (label, languages[i]));
}

/* Another name for the same. A name that the other one has as an alias is the lesser. */
static void
merge_label (VnusRecord *before,
             VnusRecord *after,
             VnusRecord *made)
{
  VnusText *old = vnus_record_get_label (after), *new = vnus_record_get_label (made);
  const char *name = vnus_text_get_best (new, "en"), *known = vnus_text_get_best (old, "en");
  g_autoptr (VnusText) chosen = NULL;

  if (name == NULL || g_strcmp0 (name, known) == 0 || VNUS_IS_EVENT (after) || has_alias (before, name))
    return;

  if (is_named_by_registers (before))
    {
      if (has_alias (made, known))
        chosen = vnus_text_ref (new);
      else if (is_same_spelt (name, known))
        chosen = choose_names (after, old, new);
    }
  if (chosen != NULL)
    {
      g_autoptr (VnusText) former = vnus_text_ref (old);

      vnus_record_set_label (after, chosen);
      keep_names (after, former);
    }
  keep_names (after, new);
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

/* How many days are left open where an end of a life is told; how many ends are. */
static guint
count_ends (VnusDate *life,
            gint64   *n_days)
{
  const int from = vnus_date_get_earliest_start (life), to = vnus_date_get_latest_end (life);
  const gboolean has_birth = from != VNUS_DAY_MIN, has_death = to != VNUS_DAY_MAX;

  *n_days = has_birth ? (gint64) vnus_date_get_latest_start (life) - from : 0;
  *n_days += has_death ? (gint64) to - vnus_date_get_earliest_end (life) : 0;
  return (guint) has_birth + (guint) has_death;
}

/* Of two spans of a life that of which more ends are told, then the more exact one. */
static gboolean
is_better_life (VnusDate *life,
                VnusDate *than)
{
  gint64 n_days, n_other_days;
  const guint n = count_ends (life, &n_days), n_other = count_ends (than, &n_other_days);

  if (n != n_other)
    return n > n_other;

  return n_days != n_other_days ? n_days < n_other_days : vnus_date_compare (life, than) < 0;
}

/* Of the life of a person registers tell more or less: the record has what is told best,
 * and what its sources said before is a claim beside it. FALSE if it stays. */
static gboolean
take_life (VnusRecord *before,
           VnusRecord *after,
           VnusRecord *made,
           const char *field,
           VnusValue  *old,
           VnusValue  *new)
{
  if (!g_str_equal (field, "lived") || vnus_value_get_date (old) == NULL || vnus_value_get_date (new) == NULL ||
      !is_better_life (vnus_value_get_date (new), vnus_value_get_date (old)))
    return FALSE;
  for (guint i = 0; i < vnus_record_get_n_citations (before); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (before, i);

      if (g_strcmp0 (vnus_citation_get_field (citation), field) == 0 && vnus_citation_get_value (citation) == NULL)
        return FALSE;
    }

  cite_field (after, before, field, old);
  set_value (after, field, new);
  cite_field (after, made, field, NULL);
  return TRUE;
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
merge_spelling (VnusRecord *before,
                VnusRecord *after,
                const char *field,
                VnusValue  *old,
                VnusValue  *new)
{
  if (is_named_by_registers (before) && _vnus_import_is_better_name (vnus_value_get_string (new), vnus_value_get_string (old)))
    set_value (after, field, new);
}

static void
merge_field (VnusRecord *before,
             VnusRecord *after,
             VnusRecord *made,
             VnusField  *field)
{
  const char *name = vnus_field_get_name (field);
  g_autoptr (VnusValue) old = vnus_record_dup_value (after, name);
  g_autoptr (VnusValue) new = vnus_record_dup_value (made, name);

  if (new == NULL)
    return;

  if (g_str_equal (name, "aliases"))
    merge_aliases (after, made);
  else if (vnus_field_is_list (field))
    merge_list (after, made, name, old, new);
  else if (old == NULL)
    {
      set_value (after, name, new);
      cite_field (after, made, name, g_str_equal (name, "lived") ? new : NULL);
    }
  else if (g_str_equal (name, "label"))
    merge_label (before, after, made);
  else if (g_str_equal (name, "note"))
    {
      if (!vnus_value_equal (old, new))
        merge_note (after, made, new);
    }
  else if (is_same_name (old, new))
    merge_spelling (before, after, name, old, new);
  else if (VNUS_IS_PERSON (after) && rests_on_registers (before) && !vnus_value_equal (old, new) &&
           take_life (before, after, made, name, old, new))
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
    merge_field (before, after, made, vnus_field_lookup (kind, names[i]));

  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (made, i);

      if (vnus_citation_get_field (citation) != NULL && !is_rival (before, made, citation))
        cite (after, citation);
    }

  return after;
}
