/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what a change set does to a chronicle.
 *
 * The changes of one record are a course: the states that the record goes
 * through, from before the first change to after the last one. A chronicle that
 * has the record in any of these states is brought to the last one. What does not
 * follow from the state before it, or is in none of them, is a clash.
 */
#include "chronicle/vnus-change-private.h"

#include <vnus/vnus-fold.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-issue-private.h"
#include "model/vnus-reference-private.h"

typedef struct
{
  const char *id;     /* of a record of the change set */
  GPtrArray  *states; /* (element-type VnusRecord) borrowed; NULL where there is no record */
} Course;

typedef struct
{
  VnusChangeSet *set;
  VnusChronicle *chronicle;
  GPtrArray     *courses; /* (element-type Course) in the order of their first change */
  GHashTable    *by_id;   /* (element-type utf8 Course) borrows from courses */
  GListStore    *issues;
} Plan;

static void
course_free (gpointer data)
{
  Course *self = data;

  g_ptr_array_unref (self->states);
  g_free (self);
}

static VnusRecord *
course_end (const Course *self)
{
  return g_ptr_array_index (self->states, self->states->len - 1);
}

static gboolean
is_same (VnusRecord *a,
         VnusRecord *b)
{
  return a == b || (a != NULL && b != NULL && vnus_record_equal (a, b));
}

static gboolean
course_passes (const Course *self,
               VnusRecord   *record)
{
  for (guint i = 0; i < self->states->len; i++)
    if (is_same (g_ptr_array_index (self->states, i), record))
      return TRUE;

  return FALSE;
}

static VnusRecord *
lookup_now (Plan       *plan,
            const char *id)
{
  return _vnus_revision_lookup (plan->chronicle->revision, id);
}

/* --- Issues --- */

static VnusPhrase *
add_issue (Plan       *plan,
           const char *tag,
           const char *record,
           const char *path,
           const char *explanation)
{
  g_autoptr (VnusIssue) issue = _vnus_issue_new (tag, VNUS_SEVERITY_ERROR, plan->chronicle);

  _vnus_issue_set_record (issue, record, path);
  g_list_store_append (plan->issues, issue);

  return _vnus_issue_explain (issue, explanation);
}

static void
add_clash (Plan       *plan,
           const char *tag,
           const char *id,
           const char *explanation)
{
  _vnus_phrase_add_text (add_issue (plan, tag, id, NULL, explanation), "id", id);
}

/* --- Courses --- */

static Course *
begin_course (Plan       *plan,
              const char *id,
              VnusRecord *before)
{
  Course *course = g_new0 (Course, 1);

  course->id = id;
  course->states = g_ptr_array_new ();
  g_ptr_array_add (course->states, before);
  g_ptr_array_add (plan->courses, course);
  g_hash_table_insert (plan->by_id, (gpointer) id, course);

  if (!vnus_fold_is_id (id))
    add_clash (plan, "bad-id", id, "issue.bad-id");

  return course;
}

/* What is as the change would have it already needs no change. */
static void
take_step (Plan       *plan,
           VnusChange *change)
{
  const char *id = vnus_change_get_record_id (change);
  VnusRecord *before = vnus_change_get_before (change), *after = vnus_change_get_after (change);
  Course *course = g_hash_table_lookup (plan->by_id, id);

  if (course == NULL)
    course = begin_course (plan, id, before);
  else if (is_same (course_end (course), after))
    return;
  else if (!is_same (course_end (course), before))
    {
      add_clash (plan, "contradictory-change", id, "issue.contradictory-change");
      return;
    }

  g_ptr_array_add (course->states, after);
}

static void
check_course (Plan         *plan,
              const Course *course)
{
  VnusRecord *now = lookup_now (plan, course->id);

  if (course_passes (course, now))
    return;

  if (now == NULL)
    add_clash (plan, "already-gone", course->id, "issue.already-gone");
  else if (g_ptr_array_index (course->states, 0) == NULL)
    add_clash (plan, "already-there", course->id, "issue.already-there");
  else
    add_clash (plan, "changed-since", course->id, "issue.changed-since");
}

static Plan *
plan_new (VnusChangeSet *set,
          VnusChronicle *chronicle)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->set = set;
  plan->chronicle = chronicle;
  plan->courses = g_ptr_array_new_with_free_func (course_free);
  plan->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  plan->issues = g_list_store_new (VNUS_TYPE_ISSUE);

  for (guint i = 0; i < _vnus_change_set_get_n (set); i++)
    take_step (plan, _vnus_change_set_get_nth (set, i));
  for (guint i = 0; i < plan->courses->len; i++)
    check_course (plan, g_ptr_array_index (plan->courses, i));

  return plan;
}

static void
plan_free (Plan *plan)
{
  g_ptr_array_unref (plan->courses);
  g_hash_table_unref (plan->by_id);
  g_object_unref (plan->issues);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

/* --- References --- */

/* The record that has @id once the changes are applied. */
static VnusRecord *
lookup_afterwards (Plan       *plan,
                   const char *id)
{
  const Course *course = g_hash_table_lookup (plan->by_id, id);

  return course != NULL ? course_end (course) : vnus_chronicle_lookup (plan->chronicle, id);
}

static void
check_reference (VnusRecord *record,
                 const char *path,
                 const char *id,
                 VnusKinds   targets,
                 gpointer    user_data)
{
  Plan *plan = user_data;
  VnusRecord *target = lookup_afterwards (plan, id);
  g_autofree char *kinds = NULL;
  VnusPhrase *phrase;

  if (target == NULL)
    {
      phrase = add_issue (plan, "dangling-reference", vnus_record_get_id (record), path, "issue.dangling-reference");
      _vnus_phrase_add_text (phrase, "id", id);
      return;
    }

  if ((targets & 1u << vnus_record_get_kind (target)) != 0)
    return;

  kinds = _vnus_kinds_to_string (targets);
  phrase = add_issue (plan, "wrong-kind", vnus_record_get_id (record), path, "issue.wrong-kind");
  _vnus_phrase_add_text (phrase, "id", id);
  _vnus_phrase_add_text (phrase, "kind", vnus_kind_to_string (vnus_record_get_kind (target)));
  _vnus_phrase_add_text (phrase, "kinds", kinds);
}

/* Of a record that stays as it is, only what the changes would break counts. */
static void
check_broken_reference (VnusRecord *record,
                        const char *path,
                        const char *id,
                        VnusKinds   targets,
                        gpointer    user_data)
{
  Plan *plan = user_data;

  if (g_hash_table_contains (plan->by_id, id))
    check_reference (record, path, id, targets, plan);
}

/* Adds to @stale those that refer to what goes, or becomes of another kind, and
 * that do not change themselves. */
static void
list_stale_referrers (Plan         *plan,
                      const Course *course,
                      GHashTable   *seen,
                      GPtrArray    *stale)
{
  VnusRecord *now = lookup_now (plan, course->id), *end = course_end (course);
  GPtrArray *referrers;

  if (now == NULL || (end != NULL && vnus_record_get_kind (now) == vnus_record_get_kind (end)))
    return;

  referrers = _vnus_chronicle_get_referrers (plan->chronicle, course->id);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (!g_hash_table_contains (plan->by_id, vnus_record_get_id (record)) && g_hash_table_add (seen, record))
        g_ptr_array_add (stale, record);
    }
}

static void
check_references (Plan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) stale = g_ptr_array_new ();

  for (guint i = 0; i < plan->courses->len; i++)
    {
      const Course *course = g_ptr_array_index (plan->courses, i);

      if (course_end (course) != NULL)
        _vnus_record_foreach_reference (course_end (course), check_reference, plan);
      list_stale_referrers (plan, course, seen, stale);
    }

  for (guint i = 0; i < stale->len; i++)
    _vnus_record_foreach_reference (g_ptr_array_index (stale, i), check_broken_reference, plan);
}

/**
 * vnus_change_set_check:
 * @self: a change set
 * @chronicle: the chronicle that it is to change
 *
 * Looks for what stands in the way of applying the change set, and for references
 * that would then point to nothing or to a record of the wrong kind.
 *
 * The tags are `bad-id`, `already-there` (another record has the id of one that is
 * to be added), `already-gone` (a record that is to be replaced is not there),
 * `changed-since` (the chronicle has the record otherwise than the change set
 * knows it) and `contradictory-change` (a change does not follow from the one
 * before it): with these, [method@Vnus.ChangeSet.apply] fails. With
 * `dangling-reference` and `wrong-kind` it does not.
 *
 * Returns: (transfer full): a list of [class@Vnus.Issue]; empty if all is well
 *
 * Since: 0.1
 */
GListModel *
vnus_change_set_check (VnusChangeSet *self,
                       VnusChronicle *chronicle)
{
  g_autoptr (Plan) plan = NULL;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  plan = plan_new (self, chronicle);
  check_references (plan);

  return G_LIST_MODEL (g_object_ref (plan->issues));
}

/* --- Applying --- */

/* Errors are for programs and logs: in English, as all errors. */
static void
set_clash (Plan    *plan,
           GError **error)
{
  g_autoptr (VnusIssue) issue = g_list_model_get_item (G_LIST_MODEL (plan->issues), 0);
  g_autofree char *text = vnus_issue_dup_explanation (issue, "en");
  guint n_others = g_list_model_get_n_items (G_LIST_MODEL (plan->issues)) - 1;
  gboolean is_bad_id = g_str_equal (vnus_issue_get_tag (issue), "bad-id");
  g_autofree char *others = n_others > 0 ? g_strdup_printf ("; and %u more", n_others) : g_strdup ("");

  g_set_error (error, VNUS_CHANGE_SET_ERROR,
               is_bad_id ? VNUS_CHANGE_SET_ERROR_BAD_ID : VNUS_CHANGE_SET_ERROR_CLASH,
               "%s%s", text, others);
}

static gboolean
carry_out (Plan    *plan,
           GError **error)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; i < plan->courses->len; i++)
    {
      const Course *course = g_ptr_array_index (plan->courses, i);
      VnusRecord *now = lookup_now (plan, course->id), *end = course_end (course);

      if (is_same (now, end))
        continue;
      if (now != NULL)
        g_ptr_array_add (removed, (gpointer) course->id);
      if (end != NULL)
        g_ptr_array_add (added, end);
    }

  return _vnus_chronicle_replace (plan->chronicle, (const char * const *) removed->pdata, removed->len,
                                  (VnusRecord **) added->pdata, added->len, error);
}

/**
 * vnus_change_set_apply:
 * @self: a change set
 * @chronicle: the chronicle to change
 * @error: return location for an error
 *
 * Changes a chronicle: all, or nothing if one of the changes clashes.
 *
 * What is as it is to be already stays as it is. Emits
 * [signal@Gio.ListModel::items-changed] at most once.
 *
 * Fails with [error@Vnus.ChangeSetError], which names the first clash. References
 * that would point to nothing do not make it fail: see
 * [method@Vnus.ChangeSet.check].
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_change_set_apply (VnusChangeSet  *self,
                       VnusChronicle  *chronicle,
                       GError        **error)
{
  g_autoptr (Plan) plan = NULL;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), FALSE);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (vnus_chronicle_is_read_only (chronicle))
    {
      g_set_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_READ_ONLY,
                   "“%s” is a view or a snapshot, which never changes; apply the changes to the chronicle itself",
                   vnus_chronicle_get_id (chronicle));
      return FALSE;
    }

  plan = plan_new (self, chronicle);
  if (g_list_model_get_n_items (G_LIST_MODEL (plan->issues)) > 0)
    {
      set_clash (plan, error);
      return FALSE;
    }

  return carry_out (plan, error);
}
