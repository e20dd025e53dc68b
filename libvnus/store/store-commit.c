/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: committing a change set. */
#include <vnus/vnus-store.h>

#include <vnus/vnus-issue.h>

#include "chronicle/vnus-change-private.h"
#include "store/store-commit-private.h"

/* --- Writing --- */

/* Before the rows of records are replaced, and after. */
static gboolean
keep_rows (VnusCommitting  *self,
           GHashTable      *stale,
           gboolean         is_done,
           GError         **error)
{
  const VnusSqlEngineClass *klass = self->engine->klass;
  g_autofree char *json = NULL;
  VnusSqlValue ids;

  if (klass->keep == NULL || g_hash_table_size (stale) == 0)
    return TRUE;

  json = _vnus_store_json_of_set (stale);
  ids = _vnus_sql_text (json);
  return klass->keep (self->engine, &ids, is_done, self->cancellable, error);
}

static gboolean
delete_rows (VnusCommitting  *self,
             GHashTable      *stale,
             GError         **error)
{
  static const struct
  {
    const char *one;
    const char *all;
  } statements[] = {
    { "DELETE FROM terms WHERE id = $1", "DELETE FROM terms WHERE id IN (SELECT value FROM TEXTS($1))" },
    { "DELETE FROM names WHERE id = $1", "DELETE FROM names WHERE id IN (SELECT value FROM TEXTS($1))" },
    { "DELETE FROM records WHERE id = $1", "DELETE FROM records WHERE id IN (SELECT value FROM TEXTS($1))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!_vnus_store_ask_some (self->engine, statements[i].one, statements[i].all, stale, NULL, NULL, self->cancellable, error))
      return FALSE;

  return TRUE;
}

/* The last change to a record tells why it is as it is. */
static gboolean
insert_change (VnusCommitting  *self,
               gint64           revision,
               const char      *id,
               VnusChange      *change,
               const char      *part,
               GError         **error)
{
  static const char sql[] = "INSERT INTO changes (part, revision, id, before, after, reason, author, source)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  VnusRecord *before = vnus_chronicle_lookup (self->before, id), *after = vnus_chronicle_lookup (self->after, id);
  gsize length;
  g_autofree char *body_before = before != NULL ? _vnus_store_body_of (before, &length) : NULL;
  g_autofree char *body_after = after != NULL ? _vnus_store_body_of (after, &length) : NULL;
  const VnusSqlValue params[] = {
    _vnus_sql_text (part),
    _vnus_sql_integer (revision),
    _vnus_sql_text (id),
    _vnus_sql_text (body_before),
    _vnus_sql_text (body_after),
    _vnus_sql_text (vnus_change_get_reason (change)),
    _vnus_sql_text (vnus_change_get_author (change)),
    _vnus_sql_text (vnus_change_get_source_id (change)),
  };

  return _vnus_sql_run (self->engine, sql, params, G_N_ELEMENTS (params), NULL, NULL, self->cancellable, error);
}

static gboolean
insert_changes (VnusCommitting  *self,
                gint64           revision,
                GHashTable      *parts,
                GError         **error)
{
  GHashTableIter iter;
  gpointer id, change;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, &change))
    {
      const char *part = g_hash_table_lookup (parts, id);

      if (!insert_change (self, revision, id, change, part != NULL ? part : id, error))
        return FALSE;
    }

  return TRUE;
}

/* What is as it is to be already is no change. */
static void
forget_unchanged (VnusCommitting *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!_vnus_committing_changes (self, id))
      g_hash_table_iter_remove (&iter);
}

static gboolean
write_rows (VnusCommitting  *self,
            gint64           revision,
            GPtrArray       *rows,
            GHashTable      *stale,
            GError         **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  const VnusStoreCommit commit = {
    revision,
    vnus_change_set_get_author (self->changes),
    vnus_change_set_get_reason (self->changes),
    vnus_change_set_get_source_id (self->changes),
    g_hash_table_size (self->touched),
  };

  for (guint i = 0; i < rows->len; i++)
    {
      const VnusStoreRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (parts, (gpointer) vnus_record_get_id (row->record), row->part);
    }

  return _vnus_store_insert_commit (self->engine, &commit, self->cancellable, error) &&
         keep_rows (self, stale, FALSE, error) &&
         delete_rows (self, stale, error) &&
         _vnus_store_insert_rows (self->engine, (VnusStoreRow **) rows->pdata, rows->len, self->cancellable, error) &&
         keep_rows (self, stale, TRUE, error) &&
         insert_changes (self, revision, parts, error);
}

static gboolean
write_changes (VnusCommitting  *self,
               gint64           revision,
               GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_store_row_free);
  g_autoptr (GHashTable) stale = _vnus_store_set_new ();

  return _vnus_committing_make_rows (self, revision, rows, stale, error) && write_rows (self, revision, rows, stale, error);
}

/* --- Refusing --- */

#define MOST_NAMED 10

static gboolean
refuse (VnusCommitting  *self,
        GError         **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->issues));

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (G_LIST_MODEL (self->issues), i);
      g_autofree char *text = vnus_issue_dup_explanation (issue, "en");

      g_string_append_printf (list, "%s%s: %s", i > 0 ? " " : "", vnus_issue_get_record_id (issue), text);
    }
  if (n > MOST_NAMED)
    g_string_append_printf (list, " And %u more.", n - MOST_NAMED);

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_CLASH, "revision %" G_GINT64_FORMAT " clashes with the changes: %s",
               self->newest, list->str);
  return FALSE;
}

static gboolean
carry_out (VnusCommitting  *self,
           gint64          *revision,
           GError         **error)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->issues)) > 0)
    return refuse (self, error);

  forget_unchanged (self);
  *revision = self->newest;
  if (g_hash_table_size (self->touched) == 0)
    return TRUE;

  *revision = self->newest + 1;
  return write_changes (self, *revision, error);
}

/* Within the transaction of who writes. */
static gint64
commit (VnusStoreCore  *core,
        VnusChangeSet  *changes,
        gint64          expected,
        GCancellable   *cancellable,
        GError        **error)
{
  VnusSqlEngine *engine = core->engine;
  VnusCommitting self;
  gint64 revision = -1;
  gboolean good;

  if (!engine->klass->begin (engine, VNUS_SQL_WRITE, cancellable, error))
    return -1;

  good = _vnus_committing_init (&self, engine, changes, expected, cancellable, error) && carry_out (&self, &revision, error) &&
         (revision == self.newest || engine->klass->commit (engine, error));
  _vnus_committing_clear (&self);
  engine->klass->rollback (engine);
  if (good && revision > self.newest)
    _vnus_store_core_made (core, revision);

  return good ? revision : -1;
}

/**
 * vnus_store_commit:
 * @self: a store
 * @changes: what is to change; its author and reason are kept with the commit
 * @expected_revision: the revision that the author of the changes saw, or −1
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Commits a change set: all of it, or nothing.
 *
 * What others committed meanwhile does not matter as long as it is about other
 * records. It is refused if a record is not as a change knows it; if a record that
 * is to change was changed after @expected_revision, unless it is by now just as it
 * is to be; and if a reference would be left that points to nothing. What is as it
 * is to be already is no change, and without a change there is no new revision.
 *
 * Fails with [error@Vnus.StoreError]: `CLASH` names the records that clash, which
 * [method@Vnus.Store.list_clashes] lists; `BUSY` if others write for too long.
 *
 * Returns: the new revision, or −1 with an error
 *
 * Since: 0.1
 */
gint64
vnus_store_commit (VnusStore      *self,
                   VnusChangeSet  *changes,
                   gint64          expected_revision,
                   GCancellable   *cancellable,
                   GError        **error)
{
  VnusStoreCore *core;
  gint64 revision;

  g_return_val_if_fail (VNUS_IS_STORE (self), -1);
  g_return_val_if_fail (VNUS_IS_CHANGE_SET (changes), -1);
  g_return_val_if_fail (expected_revision >= -1, -1);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  core = _vnus_store_lock (self, cancellable, error);
  if (core == NULL)
    return -1;

  revision = commit (core, changes, expected_revision, cancellable, error);
  _vnus_store_unlock (core);

  return revision;
}

/**
 * vnus_store_list_clashes:
 * @self: a store
 * @changes: what is to change
 * @expected_revision: the revision that the author of the changes saw, or −1
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Looks for what stands in the way of committing a change set, and changes nothing.
 *
 * The tags are those of [method@Vnus.ChangeSet.check].
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: (transfer full): a list of [class@Vnus.Issue]; empty if all is well
 *
 * Since: 0.1
 */
GListModel *
vnus_store_list_clashes (VnusStore      *self,
                         VnusChangeSet  *changes,
                         gint64          expected_revision,
                         GCancellable   *cancellable,
                         GError        **error)
{
  VnusStoreCore *core;
  VnusCommitting committing;
  GListModel *issues = NULL;

  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (VNUS_IS_CHANGE_SET (changes), NULL);
  g_return_val_if_fail (expected_revision >= -1, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = _vnus_store_begin_reading (self, cancellable, error);
  if (core == NULL)
    return NULL;

  if (_vnus_committing_init (&committing, core->engine, changes, expected_revision, cancellable, error))
    issues = G_LIST_MODEL (g_object_ref (committing.issues));
  _vnus_committing_clear (&committing);
  _vnus_store_end_reading (core);

  return issues;
}
