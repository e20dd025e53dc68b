/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what stores do, in another thread: what was committed, and whether all is
 * well.
 *
 * Each function takes what it was given along and does what its sync twin does. */
#include <vnus/vnus-store.h>

#include "store/store-job-private.h"

/* --- The newest revision --- */

static gboolean
get_revision (VnusStore     *store,
              VnusStoreJob  *job,
              GCancellable  *cancellable,
              GError       **error)
{
  job->revision = vnus_store_get_revision (store, cancellable, error);
  return job->revision >= 0;
}

/**
 * vnus_store_get_revision_async:
 * @self: a store
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Asks for the newest revision as [method@Vnus.Store.get_revision] does, in another
 * thread.
 *
 * Since: 0.1
 */
void
vnus_store_get_revision_async (VnusStore           *self,
                               int                  io_priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (get_revision);
  _vnus_store_job_run (job, self, vnus_store_get_revision_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_get_revision_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.get_revision_async] began.
 *
 * Returns: the revision, or −1 with an error
 *
 * Since: 0.1
 */
gint64
vnus_store_get_revision_finish (VnusStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _vnus_store_job_finish_revision (self, result, vnus_store_get_revision_async, error);
}

/* --- Clashes --- */

static gboolean
list_clashes (VnusStore     *store,
              VnusStoreJob  *job,
              GCancellable  *cancellable,
              GError       **error)
{
  job->object = (GObject *) vnus_store_list_clashes (store, job->changes, job->revision, cancellable, error);
  return job->object != NULL;
}

/**
 * vnus_store_list_clashes_async:
 * @self: a store
 * @changes: what is to change, which must not be changed until it is done
 * @expected_revision: the revision that the author of the changes saw, or −1
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Looks for what stands in the way of a commit as [method@Vnus.Store.list_clashes]
 * does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_list_clashes_async (VnusStore           *self,
                               VnusChangeSet       *changes,
                               gint64               expected_revision,
                               int                  io_priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (VNUS_IS_CHANGE_SET (changes));
  g_return_if_fail (expected_revision >= -1);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (list_clashes);
  job->changes = g_object_ref (changes);
  job->revision = expected_revision;
  _vnus_store_job_run (job, self, vnus_store_list_clashes_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_list_clashes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.list_clashes_async] began.
 *
 * Returns: (transfer full): a list of [class@Vnus.Issue]; empty if all is well
 *
 * Since: 0.1
 */
GListModel *
vnus_store_list_clashes_finish (VnusStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _vnus_store_job_finish_object (self, result, vnus_store_list_clashes_async, error);
}

/* --- Commits --- */

static gboolean
list_commits (VnusStore     *store,
              VnusStoreJob  *job,
              GCancellable  *cancellable,
              GError       **error)
{
  job->object = (GObject *) vnus_store_list_commits (store, job->record_id, job->revision, job->n_most, cancellable, error);
  return job->object != NULL;
}

/**
 * vnus_store_list_commits_async:
 * @self: a store
 * @record_id: (nullable): the id of a record, to list what changed it alone
 * @before: only commits before this revision, or 0 for all
 * @n_most: how many commits at most, or 0 for all
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Lists commits as [method@Vnus.Store.list_commits] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_list_commits_async (VnusStore           *self,
                               const char          *record_id,
                               gint64               before,
                               guint                n_most,
                               int                  io_priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (list_commits);
  job->record_id = g_strdup (record_id);
  job->revision = before;
  job->n_most = n_most;
  _vnus_store_job_run (job, self, vnus_store_list_commits_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_list_commits_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.list_commits_async] began.
 *
 * Returns: (transfer full): a list of [class@Vnus.Commit]
 *
 * Since: 0.1
 */
GListModel *
vnus_store_list_commits_finish (VnusStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _vnus_store_job_finish_object (self, result, vnus_store_list_commits_async, error);
}

/* --- Changes --- */

static gboolean
load_changes (VnusStore     *store,
              VnusStoreJob  *job,
              GCancellable  *cancellable,
              GError       **error)
{
  job->object = (GObject *) vnus_store_load_changes (store, job->revision, cancellable, error);
  return job->object != NULL;
}

/**
 * vnus_store_load_changes_async:
 * @self: a store
 * @revision: the revision
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Loads what a commit changed as [method@Vnus.Store.load_changes] does, in another
 * thread.
 *
 * Since: 0.1
 */
void
vnus_store_load_changes_async (VnusStore           *self,
                               gint64               revision,
                               int                  io_priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (load_changes);
  job->revision = revision;
  _vnus_store_job_run (job, self, vnus_store_load_changes_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_load_changes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.load_changes_async] began.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_store_load_changes_finish (VnusStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _vnus_store_job_finish_object (self, result, vnus_store_load_changes_async, error);
}

/* --- Checking --- */

static gboolean
check (VnusStore     *store,
       VnusStoreJob  *job,
       GCancellable  *cancellable,
       GError       **error)
{
  job->texts = vnus_store_check (store, cancellable, error);
  return job->texts != NULL;
}

/**
 * vnus_store_check_async:
 * @self: a store
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Looks whether the store is what it should be as [method@Vnus.Store.check] does, in
 * another thread.
 *
 * Since: 0.1
 */
void
vnus_store_check_async (VnusStore           *self,
                        int                  io_priority,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (check);
  _vnus_store_job_run (job, self, vnus_store_check_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_check_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.check_async] began.
 *
 * Returns: (transfer full) (array zero-terminated=1): what is wrong, a sentence in
 *   English each; none if all is well
 *
 * Since: 0.1
 */
char **
vnus_store_check_finish (VnusStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  VnusStoreJob *job = _vnus_store_job_finish (self, result, vnus_store_check_async, error);

  return job != NULL ? g_steal_pointer (&job->texts) : NULL;
}
