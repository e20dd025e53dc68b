/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: whether a change set can still be committed.
 *
 * What it touches is read from the store as a small chronicle, on which the change
 * set is tried as on any other. Beside that, nothing that it touches may have been
 * changed after the revision that its author saw, unless it is by now as the change
 * set would have it; and no reference may be left that points to nothing. */
#include "store/store-commit-private.h"

#include "chronicle/vnus-change-private.h"
#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-issue-private.h"
#include "model/vnus-reference-private.h"

static void
gather_touched (VnusCommitting *self)
{
  for (guint i = 0; i < _vnus_change_set_get_n (self->changes); i++)
    {
      VnusChange *change = _vnus_change_set_get_nth (self->changes, i);

      g_hash_table_insert (self->touched, g_strdup (vnus_change_get_record_id (change)), change);
    }
}

static gboolean
ask_moved (VnusCommitting  *self,
           GError         **error)
{
  static const char sql[] = "SELECT DISTINCT id FROM changes WHERE revision > $2 AND id IN (SELECT value FROM TEXTS($1))";
  g_autofree char *json = _vnus_store_json_of_set (self->touched);
  const VnusSqlValue params[] = { _vnus_sql_text (json), _vnus_sql_integer (self->expected) };

  return self->expected < 0 || self->expected >= self->newest ||
         _vnus_sql_run (self->engine, sql, params, G_N_ELEMENTS (params), _vnus_store_take_id, self->moved, self->cancellable, error);
}

static VnusChronicle *
make_chronicle (VnusCommitting  *self,
                GError         **error)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("store");
  g_autoptr (GError) failure = NULL;

  if (vnus_chronicle_add_many (chronicle, (VnusRecord **) self->reader.records->pdata, self->reader.records->len, &failure))
    return g_steal_pointer (&chronicle);

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED, "%s", failure->message);
  return NULL;
}

/* --- Issues --- */

static void
add_issue (VnusCommitting *self,
           const char     *tag,
           const char     *record,
           const char     *explanation,
           const char     *id)
{
  g_autoptr (VnusIssue) issue = _vnus_issue_new (tag, VNUS_SEVERITY_ERROR, self->before);

  _vnus_issue_set_record (issue, record, NULL);
  _vnus_phrase_add_text (_vnus_issue_explain (issue, explanation), "id", id);
  g_list_store_append (self->issues, issue);
}

gboolean
_vnus_committing_changes (VnusCommitting *self,
                          const char     *id)
{
  VnusRecord *before = vnus_chronicle_lookup (self->before, id), *after = vnus_chronicle_lookup (self->after, id);

  return before != after && (before == NULL || after == NULL || !vnus_record_equal (before, after));
}

/* What the change set itself finds, but for references: the small chronicle has not
 * what they point to. */
static gboolean
try_changes (VnusCommitting *self)
{
  g_autoptr (GListModel) found = vnus_change_set_check (self->changes, self->before);
  g_autoptr (VnusChronicle) after = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (found, i);
      const char *tag = vnus_issue_get_tag (issue);

      if (!g_str_equal (tag, "dangling-reference") && !g_str_equal (tag, "wrong-kind"))
        g_list_store_append (self->issues, issue);
    }

  return g_list_model_get_n_items (G_LIST_MODEL (self->issues)) == 0 &&
         vnus_change_set_apply (self->changes, self->after, NULL);
}

static gboolean
has_issue_of (VnusCommitting *self,
              const char     *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->issues)); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (G_LIST_MODEL (self->issues), i);

      if (g_strcmp0 (vnus_issue_get_record_id (issue), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Of what moved, what is not as it is to be. */
static void
add_moved (VnusCommitting *self,
           gboolean        is_applied)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!has_issue_of (self, id) && (!is_applied || _vnus_committing_changes (self, id)))
      add_issue (self, "changed-since", id, "issue.changed-since", id);
}

/* --- References --- */

typedef struct
{
  VnusCommitting *committing;
  GHashTable     *targets; /* (element-type utf8 utf8) what a changed record now refers to and did not, and which */
  GHashTable     *old;     /* (element-type utf8) what one record referred to before */
} Targets;

static void
take_old (VnusRecord *record,
          const char *path,
          const char *id,
          VnusKinds   targets,
          gpointer    user_data)
{
  g_hash_table_add (user_data, g_strdup (id));
}

static void
take_target (VnusRecord *record,
             const char *path,
             const char *id,
             VnusKinds   targets,
             gpointer    user_data)
{
  Targets *self = user_data;

  if (vnus_chronicle_lookup (self->committing->after, id) == NULL &&
      (!g_hash_table_contains (self->old, id) || g_hash_table_contains (self->committing->touched, id)))
    g_hash_table_insert (self->targets, g_strdup (id), g_strdup (vnus_record_get_id (record)));
}

static GHashTable *
gather_targets (VnusCommitting *self)
{
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GHashTable) old = _vnus_store_set_new ();
      VnusRecord *before = vnus_chronicle_lookup (self->before, id), *after = vnus_chronicle_lookup (self->after, id);
      Targets walk = { self, targets, old };

      if (before != NULL)
        _vnus_record_foreach_target (before, take_old, old);
      if (after != NULL)
        _vnus_record_foreach_target (after, take_target, &walk);
    }

  return targets;
}

static gboolean
check_targets (VnusCommitting  *self,
               GError         **error)
{
  static const char sql[] = "SELECT id FROM records WHERE id IN (SELECT value FROM TEXTS($1))";
  g_autoptr (GHashTable) targets = gather_targets (self);
  g_autoptr (GHashTable) found = _vnus_store_set_new ();
  GHashTableIter iter;
  gpointer target, record;

  if (!_vnus_store_ask_set (self->engine, sql, targets, _vnus_store_take_id, found, self->cancellable, error))
    return FALSE;

  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, &target, &record))
    if (!g_hash_table_contains (found, target) || g_hash_table_contains (self->touched, target))
      add_issue (self, "dangling-reference", record, "issue.dangling-reference", target);

  return TRUE;
}

static gboolean
take_referrer (const VnusSqlValue  *columns,
               guint                n_columns,
               gpointer             user_data,
               GError             **error)
{
  VnusCommitting *self = user_data;

  if (!g_hash_table_contains (self->touched, columns[1].text))
    add_issue (self, "dangling-reference", columns[1].text, "issue.dangling-reference", columns[0].text);

  return TRUE;
}

/* Who refers to what goes. */
static gboolean
check_removed (VnusCommitting  *self,
               GError         **error)
{
  static const char sql[] = "SELECT DISTINCT what, id FROM terms WHERE field NOT IN ('root', 'between', 'among', 'scope', 'reported')"
                            " AND what IN (SELECT value FROM TEXTS($1))";
  g_autoptr (GHashTable) removed = _vnus_store_set_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (vnus_chronicle_lookup (self->before, id) != NULL && vnus_chronicle_lookup (self->after, id) == NULL)
      g_hash_table_add (removed, g_strdup (id));

  return _vnus_store_ask_set (self->engine, sql, removed, take_referrer, self, self->cancellable, error);
}

/* --- All of it --- */

static gboolean
look (VnusCommitting  *self,
      GError         **error)
{
  static const char all[] = "SELECT body FROM records WHERE id IN (SELECT value FROM TEXTS($1))";
  static const char one[] = "SELECT body FROM records WHERE id = $1";
  gboolean is_applied;

  self->newest = _vnus_store_ask_revision (self->engine, self->cancellable, error);
  if (self->newest < 0)
    return FALSE;
  if (self->expected > self->newest)
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION,
                   "revision %" G_GINT64_FORMAT " is expected, but the newest is %" G_GINT64_FORMAT, self->expected, self->newest);
      return FALSE;
    }

  if (!_vnus_store_ask_some (self->engine, one, all, self->touched, _vnus_store_reader_take, &self->reader, self->cancellable, error) ||
      !ask_moved (self, error))
    return FALSE;

  self->before = make_chronicle (self, error);
  if (self->before == NULL)
    return FALSE;
  self->after = make_chronicle (self, error);

  is_applied = try_changes (self);
  add_moved (self, is_applied);

  return !is_applied || (check_targets (self, error) && check_removed (self, error));
}

gboolean
_vnus_committing_init (VnusCommitting  *self,
                       VnusSqlEngine   *engine,
                       VnusChangeSet   *changes,
                       gint64           expected,
                       GCancellable    *cancellable,
                       GError         **error)
{
  *self = (VnusCommitting) { .engine = engine, .changes = changes, .expected = expected, .cancellable = cancellable };
  _vnus_store_reader_init (&self->reader);
  self->touched = _vnus_store_set_new ();
  self->moved = _vnus_store_set_new ();
  self->issues = g_list_store_new (VNUS_TYPE_ISSUE);
  gather_touched (self);

  return look (self, error);
}

void
_vnus_committing_clear (VnusCommitting *self)
{
  _vnus_store_reader_clear (&self->reader);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->moved);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->issues);
}
