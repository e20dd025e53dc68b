/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: who changed what, when and why. */
#include <vnus/vnus-store.h>

#include "chronicle/vnus-change-private.h"
#include "store/store-rows-private.h"
#include "store/vnus-commit-private.h"

/* --- Commits --- */

static gboolean
take_commit (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  g_autoptr (VnusCommit) commit = _vnus_commit_new (columns);

  g_list_store_append (user_data, commit);
  return TRUE;
}

/* Of a record that was imported and never changed, the import is all there is. */
static gboolean
ask_commits (VnusSqlEngine  *engine,
             const char     *record_id,
             gint64          before,
             guint           n_most,
             GListStore     *commits,
             GCancellable   *cancellable,
             GError        **error)
{
  static const char all[] =
    "SELECT revision, at, author, reason, source, n_changes FROM commits WHERE revision < $1 ORDER BY revision DESC LIMIT $2";
  static const char of_record[] =
    "SELECT revision, at, author, reason, source, n_changes FROM commits WHERE revision < $1"
    " AND (revision IN (SELECT revision FROM changes WHERE id = $3)"
    "  OR (revision = 1 AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = 1)"
    "      AND coalesce ((SELECT min (CASE WHEN before IS NULL THEN 0 ELSE 1 END) FROM changes WHERE id = $3 AND revision ="
    "                     (SELECT min (revision) FROM changes WHERE id = $3)),"
    "                    (SELECT 1 FROM records WHERE id = $3)) = 1))"
    " ORDER BY revision DESC LIMIT $2";
  const VnusSqlValue params[] = {
    _vnus_sql_integer (before > 0 ? before : G_MAXINT64),
    _vnus_sql_integer (n_most > 0 ? n_most : G_MAXINT32),
    _vnus_sql_text (record_id),
  };

  return _vnus_sql_run (engine, record_id != NULL ? of_record : all, params, record_id != NULL ? 3 : 2, take_commit, commits,
                        cancellable, error);
}

/**
 * vnus_store_list_commits:
 * @self: a store
 * @record_id: (nullable): the id of a record, to list what changed it alone
 * @before: only commits before this revision, or 0 for all
 * @n_most: how many commits at most, or 0 for all
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Lists commits, the newest first.
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: (transfer full): a list of [class@Vnus.Commit]
 *
 * Since: 0.1
 */
GListModel *
vnus_store_list_commits (VnusStore     *self,
                         const char    *record_id,
                         gint64         before,
                         guint          n_most,
                         GCancellable  *cancellable,
                         GError       **error)
{
  VnusStoreCore *core;
  g_autoptr (GListStore) commits = NULL;
  gboolean good;

  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = _vnus_store_begin_reading (self, cancellable, error);
  if (core == NULL)
    return NULL;

  commits = g_list_store_new (VNUS_TYPE_COMMIT);
  good = ask_commits (core->engine, record_id, before, n_most, commits, cancellable, error);
  _vnus_store_end_reading (core);

  return good ? G_LIST_MODEL (g_steal_pointer (&commits)) : NULL;
}

/* --- Changes --- */

typedef struct
{
  VnusStoreReader *reader;
  VnusChangeSet   *changes;
} Changing;

static gboolean
take_change (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  Changing *changing = user_data;
  g_autoptr (VnusRecord) before = NULL, after = NULL;

  if (columns[0].type == VNUS_SQL_TEXT)
    before = _vnus_store_read_body (changing->reader, columns[0].text, columns[0].length, error);
  if (columns[0].type == VNUS_SQL_TEXT && before == NULL)
    return FALSE;
  if (columns[1].type == VNUS_SQL_TEXT)
    after = _vnus_store_read_body (changing->reader, columns[1].text, columns[1].length, error);
  if (columns[1].type == VNUS_SQL_TEXT && after == NULL)
    return FALSE;

  _vnus_change_set_take_change (changing->changes,
                                _vnus_change_new (before, after, columns[2].text, columns[3].text, columns[4].text));
  return TRUE;
}

static gboolean
take_words (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  VnusChangeSet *changes = user_data;

  vnus_change_set_set_author (changes, columns[0].text);
  vnus_change_set_set_reason (changes, columns[1].text);
  vnus_change_set_set_source_id (changes, columns[2].text);

  return TRUE;
}

static gboolean
ask_changes (VnusSqlEngine  *engine,
             gint64          revision,
             Changing       *changing,
             GCancellable   *cancellable,
             GError        **error)
{
  static const char words[] = "SELECT author, reason, source FROM commits WHERE revision = $1";
  static const char changes[] = "SELECT before, after, reason, author, source FROM changes WHERE revision = $1 ORDER BY id";
  const VnusSqlValue param = _vnus_sql_integer (revision);

  return _vnus_sql_run (engine, words, &param, 1, take_words, changing->changes, cancellable, error) &&
         _vnus_sql_run (engine, changes, &param, 1, take_change, changing, cancellable, error);
}

/**
 * vnus_store_load_changes:
 * @self: a store
 * @revision: the revision
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Loads what a commit changed: each record before and after.
 *
 * An import is no list of changes: of the revision that it made the change set is
 * empty, and [method@Vnus.Store.load_revision] loads what it brought.
 *
 * Fails with [error@Vnus.StoreError], `NO_REVISION` if there is none of that number.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_store_load_changes (VnusStore     *self,
                         gint64         revision,
                         GCancellable  *cancellable,
                         GError       **error)
{
  VnusStoreCore *core;
  VnusStoreReader reader;
  g_autoptr (VnusChangeSet) set = NULL;
  gint64 newest;
  gboolean good = FALSE;

  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = _vnus_store_begin_reading (self, cancellable, error);
  if (core == NULL)
    return NULL;

  set = vnus_change_set_new ();
  newest = _vnus_store_ask_revision (core->engine, cancellable, error);
  if (newest >= 0 && (revision < 1 || revision > newest))
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION,
                   "there is no revision %" G_GINT64_FORMAT "; the newest is %" G_GINT64_FORMAT, revision, newest);
    }
  else if (newest >= 0)
    {
      Changing changing = { &reader, set };

      _vnus_store_reader_init (&reader);
      good = ask_changes (core->engine, revision, &changing, cancellable, error);
      _vnus_store_reader_clear (&reader);
    }
  _vnus_store_end_reading (core);

  return good ? g_steal_pointer (&set) : NULL;
}
