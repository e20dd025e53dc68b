/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: two records made one, as a change set.
 *
 * The record that is kept stays as it is, so that its sources back what they backed
 * before. What the other one said comes to it as what *its* sources say: a citation
 * of the whole record becomes one for each of its fields, with the value where that
 * is not the value kept. So no source is made to say what only the other one said,
 * and the rule of resolution decides where they differ.
 */
#include "base/vnus-clip-private.h"
#include "chronicle/vnus-identity-private.h"

#include <string.h>

#include "base/vnus-text-private.h"
#include "model/vnus-record-private.h"
#include "model/vnus-rename-private.h"

/* --- Names --- */

static gboolean
has_alias (VnusRecord *record,
           const char *alias)
{
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    if (g_str_equal (vnus_record_get_alias (record, i), alias))
      return TRUE;

  return FALSE;
}

static void
add_alias (VnusRecord *kept,
           const char *alias)
{
  VnusText *label = vnus_record_get_label (kept);

  for (guint i = 0; label != NULL && i < _vnus_text_get_n_pairs (label); i++)
    if (g_str_equal (_vnus_text_get_pair (label, i).string, alias))
      return;
  if (!has_alias (kept, alias))
    vnus_record_add_alias (kept, alias);
}

/* A name in a language that has none; else it is one more name. */
static void
merge_names (VnusRecord *kept,
             VnusRecord *merged)
{
  VnusText *label = vnus_record_get_label (merged);

  for (guint i = 0; label != NULL && i < _vnus_text_get_n_pairs (label); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (label, i);
      VnusText *own = vnus_record_get_label (kept);
      g_autoptr (VnusText) new = NULL;

      if (own != NULL && vnus_text_get (own, pair.language) != NULL)
        continue;
      new = own != NULL ? vnus_text_with_language (own, pair.language, pair.string)
                        : vnus_text_new (pair.language, pair.string);
      vnus_record_set_label (kept, new);
    }
  for (guint i = 0; label != NULL && i < _vnus_text_get_n_pairs (label); i++)
    add_alias (kept, _vnus_text_get_pair (label, i).string);
  for (guint i = 0; i < vnus_record_get_n_aliases (merged); i++)
    add_alias (kept, vnus_record_get_alias (merged, i));
}

static void
add_same_as (VnusRecord *kept,
             const char *id)
{
  for (guint i = 0; i < vnus_record_get_n_same_as (kept); i++)
    if (g_str_equal (vnus_record_get_same_as (kept, i), id))
      return;

  vnus_record_add_same_as (kept, id);
}

static void
merge_ids (VnusRecord *kept,
           VnusRecord *merged)
{
  g_autofree char *former = g_strconcat (VNUS_FORMER_ID, vnus_record_get_id (merged), NULL);

  for (guint i = 0; i < vnus_record_get_n_same_as (merged); i++)
    add_same_as (kept, vnus_record_get_same_as (merged, i));
  add_same_as (kept, former);
}

static void
add_to_note (VnusRecord *kept,
             const char *language,
             const char *text)
{
  VnusText *note = vnus_record_get_note (kept);
  const char *own = note != NULL ? vnus_text_get (note, language) : NULL;
  g_autofree char *joined = own != NULL ? g_strconcat (own, "\n", text, NULL) : g_strdup (text);
  g_autoptr (VnusText) new = note != NULL ? vnus_text_with_language (note, language, joined) : vnus_text_new (language, joined);

  if (own == NULL || strstr (own, text) == NULL)
    vnus_record_set_note (kept, new);
}

static void
merge_notes (VnusRecord *kept,
             VnusRecord *merged)
{
  VnusText *note = vnus_record_get_note (merged);

  for (guint i = 0; note != NULL && i < _vnus_text_get_n_pairs (note); i++)
    add_to_note (kept, _vnus_text_get_pair (note, i).language, _vnus_text_get_pair (note, i).string);
}

/* --- Values --- */

static gboolean
is_name (const VnusField *field)
{
  static const char *const names[] = { "label", "aliases", "same-as", "note", NULL };

  return g_strv_contains (names, field->name);
}

static gboolean
is_backed (VnusRecord      *record,
           const VnusField *field)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      const char *named = vnus_citation_get_field (vnus_record_get_citation (record, i));

      if (named == NULL || g_str_equal (named, field->name))
        return TRUE;
    }

  return FALSE;
}

/* What no source backs fills what is empty, or is noted. */
static void
merge_unbacked (VnusRecord *kept,
                VnusRecord *merged,
                VnusField  *field)
{
  g_autoptr (VnusValue) value = _vnus_field_get_value (field, merged);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (value == NULL || is_backed (merged, field) || _vnus_field_is_same (field, kept, merged))
    return;

  if (!_vnus_field_is_set (field, kept))
    {
      _vnus_field_set_value (field, kept, value);
      _vnus_record_forget_presence (kept, field);
      return;
    }

  text = vnus_value_to_string (value);
  line = g_strdup_printf ("%s: %s (%s)", field->name, text, vnus_record_get_id (merged));
  add_to_note (kept, "en", line);
}

static void
merge_presence (VnusRecord *kept,
                VnusRecord *merged,
                VnusField  *field)
{
  VnusPresence presence = vnus_record_get_presence (merged, field->name);

  if (vnus_record_get_presence (kept, field->name) == VNUS_PRESENCE_ABSENT &&
      (presence == VNUS_PRESENCE_UNKNOWN || presence == VNUS_PRESENCE_NONE))
    vnus_record_set_presence (kept, field->name, presence, NULL);
}

/* --- Citations --- */

static void
add_citation (VnusRecord   *kept,
              VnusCitation *citation)
{
  for (guint i = 0; i < vnus_record_get_n_citations (kept); i++)
    if (vnus_citation_equal (vnus_record_get_citation (kept, i), citation))
      return;

  vnus_record_add_citation (kept, citation);
}

/* As @citation, of @named, with @value unless it is NULL. */
static void
add_citation_of (VnusRecord   *kept,
                 VnusCitation *citation,
                 const char   *named,
                 VnusValue    *value)
{
  g_autoptr (VnusCitation) of_field = vnus_citation_with_field (citation, named);
  g_autoptr (VnusCitation) with_value = vnus_citation_with_value (of_field, value);

  add_citation (kept, with_value);
}

/* What @citation backs in @merged as it stands: with the value where the kept record
 * does not have it. */
static void
bring_field (VnusRecord   *kept,
             VnusRecord   *merged,
             VnusCitation *citation,
             VnusField    *field)
{
  g_autoptr (VnusValue) value = _vnus_field_get_value (field, merged);

  if (value != NULL)
    add_citation_of (kept, citation, field->name, _vnus_field_is_same (field, kept, merged) ? NULL : value);
}

static VnusValue *
find_item (VnusRecord *record,
           VnusField  *field,
           const char *member)
{
  g_autoptr (VnusValue) list = _vnus_field_get_value (field, record);

  for (guint i = 0; list != NULL && i < vnus_value_get_n_items (list); i++)
    {
      VnusValue *item = vnus_value_get_item (list, i);
      g_autofree char *text = vnus_value_to_string (item);
      VnusParticipant *participant = vnus_value_get_participant (item);
      VnusStop *stop = vnus_value_get_stop (item);
      VnusDesignation *designation = vnus_value_get_designation (item);
      const char *name = participant != NULL   ? vnus_participant_get_actor (participant)
                         : stop != NULL        ? vnus_stop_get_place (stop)
                         : designation != NULL ? vnus_designation_get_side (designation)
                                               : text;

      if (g_strcmp0 (name, member) == 0)
        return vnus_value_ref (item);
    }

  return NULL;
}

static gboolean
is_same_item (VnusValue *a,
              VnusValue *b)
{
  return a == b || (a != NULL && b != NULL && vnus_value_equal (a, b));
}

static void
bring_named (VnusRecord   *kept,
             VnusRecord   *merged,
             VnusCitation *citation)
{
  const char *named = vnus_citation_get_field (citation), *slash = strchr (named, '/');
  g_autofree char *name = g_strndup (named, strcspn (named, "/"));
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (merged), name);
  g_autoptr (VnusValue) item = NULL;
  g_autoptr (VnusValue) own = NULL;

  if (field == NULL || vnus_citation_get_value (citation) != NULL || is_name (field))
    {
      add_citation (kept, citation);
      return;
    }
  if (slash == NULL)
    {
      bring_field (kept, merged, citation, field);
      return;
    }

  item = find_item (merged, field, slash + 1);
  own = find_item (kept, field, slash + 1);
  add_citation_of (kept, citation, named, is_same_item (item, own) ? NULL : item);
}

static gboolean
says_the_same (VnusRecord *kept,
               VnusRecord *merged)
{
  VnusRecordClass *klass = _vnus_record_class (kept);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_name (klass->fields[i]) && !_vnus_record_has_same_field (kept, merged, klass->fields[i]))
      return FALSE;

  return TRUE;
}

static void
bring_whole (VnusRecord   *kept,
             VnusRecord   *merged,
             VnusCitation *citation)
{
  VnusRecordClass *klass = _vnus_record_class (kept);
  gboolean any = FALSE;

  if (says_the_same (kept, merged))
    {
      add_citation (kept, citation);
      return;
    }

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_name (klass->fields[i]) && _vnus_field_is_set (klass->fields[i], merged))
      {
        bring_field (kept, merged, citation, klass->fields[i]);
        any = TRUE;
      }
  if (!any) /* it knows the name alone */
    add_citation_of (kept, citation, "label", NULL);
}

/* --- The merge --- */

static VnusRecord *
combine (VnusRecord *kept,
         VnusRecord *merged)
{
  g_autoptr (VnusRecord) copy = vnus_record_duplicate (kept);
  VnusRecordClass *klass = _vnus_record_class (copy);

  for (guint i = 0; i < vnus_record_get_n_citations (merged); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (merged, i);

      if (vnus_citation_get_field (citation) == NULL)
        bring_whole (copy, merged, citation);
      else
        bring_named (copy, merged, citation);
    }
  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_name (klass->fields[i]))
      {
        merge_unbacked (copy, merged, klass->fields[i]);
        merge_presence (copy, merged, klass->fields[i]);
      }
  merge_names (copy, merged);
  merge_ids (copy, merged);
  merge_notes (copy, merged);

  return _vnus_record_rename_reference (copy, vnus_record_get_id (merged), vnus_record_get_id (kept));
}

/* A judgement on the two has been heeded. */
static gboolean
is_of_one_record (VnusRecord *record)
{
  return VNUS_IS_JUDGEMENT (record) && g_strcmp0 (vnus_judgement_get_a (VNUS_JUDGEMENT (record)),
                                                  vnus_judgement_get_b (VNUS_JUDGEMENT (record))) == 0;
}

static void
redirect (VnusChangeSet *set,
          VnusRecord    *record,
          const char    *kept,
          const char    *merged,
          const char    *reason)
{
  g_autoptr (VnusRecord) renamed = _vnus_record_rename_reference (record, merged, kept);

  if (is_of_one_record (renamed))
    vnus_change_set_remove (set, record, reason);
  else if (!vnus_record_equal (record, renamed))
    vnus_change_set_replace (set, record, renamed, reason);
}

/* What refers to the record, sorted; the ids in scopes are no references, so all that
 * may have one are added. */
static GPtrArray *
list_referrers (VnusIdentity *self,
                const char   *id)
{
  static const VnusKind scoped[] = { VNUS_KIND_COVERAGE, VNUS_KIND_ASSERTION };
  GPtrArray *referrers = _vnus_chronicle_get_referrers (self->snapshot, id);
  GPtrArray *all = referrers != NULL ? g_ptr_array_copy (referrers, NULL, NULL) : g_ptr_array_new ();
  VnusRecord *record;

  for (guint k = 0; k < G_N_ELEMENTS (scoped); k++)
    for (guint i = 0; (record = vnus_chronicle_get_nth_of_kind (self->snapshot, scoped[k], i)) != NULL; i++)
      if (!g_ptr_array_find (all, record, NULL))
        g_ptr_array_add (all, record);
  g_ptr_array_sort (all, _vnus_revision_compare_records);

  return all;
}

static VnusRecord *
lookup (VnusIdentity  *self,
        const char    *id,
        GError       **error)
{
  VnusRecord *record = vnus_chronicle_lookup (self->snapshot, id);
  g_auto (GStrv) nearest = NULL;
  g_autofree char *ids = NULL;

  if (record != NULL)
    return record;

  nearest = vnus_chronicle_suggest_ids (self->snapshot, id);
  ids = g_strjoinv (", ", nearest);
  g_set_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_NOT_FOUND,
               "“%s” is the id of no record%s%s",
               _vnus_clip (id).text, ids[0] != '\0' ? "; the nearest are " : "", ids);
  return NULL;
}

static gboolean
may_merge (VnusIdentity  *self,
           VnusRecord    *kept,
           VnusRecord    *merged,
           GError       **error)
{
  VnusRecord *judgement = _vnus_identity_get_judgement (self, vnus_record_get_id (kept), vnus_record_get_id (merged));

  if (kept == merged)
    g_set_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_WRONG_KIND,
                 "“%s” cannot be merged with itself; expected two records", vnus_record_get_id (kept));
  else if (vnus_record_get_kind (kept) != vnus_record_get_kind (merged))
    g_set_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_WRONG_KIND,
                 "“%s” is of kind “%s” and “%s” of kind “%s”; expected one kind",
                 vnus_record_get_id (kept), vnus_kind_to_string (vnus_record_get_kind (kept)),
                 vnus_record_get_id (merged), vnus_kind_to_string (vnus_record_get_kind (merged)));
  else if (judgement != NULL && vnus_judgement_get_verdict (VNUS_JUDGEMENT (judgement)) == VNUS_VERDICT_NOT_SAME)
    g_set_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_NOT_SAME,
                 "the judgement “%s” says that “%s” and “%s” are not the same; change it first",
                 vnus_record_get_id (judgement), vnus_record_get_id (kept), vnus_record_get_id (merged));
  else
    return TRUE;

  return FALSE;
}

/**
 * vnus_identity_merge:
 * @self: an identity
 * @kept: the id of the record that is kept
 * @merged: the id of the record that becomes a part of it
 * @reason: (nullable): why
 * @error: return location for an error
 *
 * Proposes to make two records one.
 *
 * The record that is kept gets the names, ids elsewhere and citations of the other
 * one: what the other one said beyond comes as what its sources say
 * ([method@Vnus.Chronicle.list_claims]), so that nothing is lost and no source says
 * more than before. Its id is kept as `vnus:ID` among the ids elsewhere, where
 * [method@Vnus.Identity.resolve_id] finds it. All that refers to the other record
 * then refers to the one that is kept, in scopes as well; a judgement on the two
 * goes.
 *
 * The change set is to be applied by [method@Vnus.ChangeSet.apply] and taken back by
 * the inverse of it.
 *
 * Fails with [error@Vnus.IdentityError] if there is no such record, if they are of
 * two kinds, or if they are judged not to be the same.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_identity_merge (VnusIdentity  *self,
                     const char    *kept,
                     const char    *merged,
                     const char    *reason,
                     GError       **error)
{
  g_autoptr (VnusRecord) combined = NULL;
  VnusRecord *stays, *goes;
  g_autoptr (GPtrArray) referrers = NULL;
  VnusChangeSet *set;

  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);
  g_return_val_if_fail (kept != NULL, NULL);
  g_return_val_if_fail (merged != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stays = lookup (self, kept, error);
  goes = stays != NULL ? lookup (self, merged, error) : NULL;
  if (goes == NULL || !may_merge (self, stays, goes, error))
    return NULL;

  set = vnus_change_set_new ();
  combined = combine (stays, goes);
  vnus_change_set_replace (set, stays, combined, reason);

  referrers = list_referrers (self, merged);
  for (guint i = 0; i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (record != stays && record != goes)
        redirect (set, record, kept, merged, reason);
    }
  vnus_change_set_remove (set, goes, reason);

  return set;
}
