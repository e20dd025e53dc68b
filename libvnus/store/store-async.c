/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what stores do, in another thread: filling, loading and committing.
 *
 * Each function takes what it was given along and does what its sync twin does. */
#include <vnus/vnus-store.h>

#include "store/store-job-private.h"

/* --- Filling --- */

static gboolean
fill (VnusStore     *store,
      VnusStoreJob  *job,
      GCancellable  *cancellable,
      GError       **error)
{
  return _vnus_store_fill (store, job->content, job->author, job->reason, cancellable, error);
}

/**
 * vnus_store_fill_async:
 * @self: a store without a commit
 * @chronicle: the chronicle
 * @author: (nullable): who fills it
 * @reason: (nullable): why
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Fills a store as [method@Vnus.Store.fill] does, in another thread, with the
 * chronicle as it is at the time of the call.
 *
 * Since: 0.1
 */
void
vnus_store_fill_async (VnusStore           *self,
                       VnusChronicle       *chronicle,
                       const char          *author,
                       const char          *reason,
                       int                  io_priority,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (VNUS_IS_CHRONICLE (chronicle));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (fill);
  job->content = _vnus_document_content_new (chronicle);
  job->author = g_strdup (author);
  job->reason = g_strdup (reason);
  _vnus_store_job_run (job, self, vnus_store_fill_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_fill_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.fill_async] began.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_store_fill_finish (VnusStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return _vnus_store_job_finish (self, result, vnus_store_fill_async, error) != NULL;
}

/* --- Loading a revision --- */

static gboolean
load_revision (VnusStore     *store,
               VnusStoreJob  *job,
               GCancellable  *cancellable,
               GError       **error)
{
  job->object = (GObject *) vnus_store_load_revision (store, job->revision, cancellable, error);
  return job->object != NULL;
}

/**
 * vnus_store_load_revision_async:
 * @self: a store
 * @revision: the revision, or −1 for the newest
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Loads a revision as [method@Vnus.Store.load_revision] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_load_revision_async (VnusStore           *self,
                                gint64               revision,
                                int                  io_priority,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (revision >= -1);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (load_revision);
  job->revision = revision;
  _vnus_store_job_run (job, self, vnus_store_load_revision_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_load_revision_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.load_revision_async] began.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_store_load_revision_finish (VnusStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return _vnus_store_job_finish_object (self, result, vnus_store_load_revision_async, error);
}

/* --- Loading what a query is about --- */

static gboolean
load (VnusStore     *store,
      VnusStoreJob  *job,
      GCancellable  *cancellable,
      GError       **error)
{
  job->object = (GObject *) vnus_store_load (store, job->query, job->known_on, (const char *const *) job->according_to,
                                             cancellable, error);
  return job->object != NULL;
}

/**
 * vnus_store_load_async:
 * @self: a store
 * @query: (nullable): what it is about; `NULL` for everything
 * @known_on: (nullable): the day of knowledge of a view
 * @according_to: (nullable) (array zero-terminated=1): the sources of a view
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Loads a part as [method@Vnus.Store.load] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_load_async (VnusStore           *self,
                       VnusQuery           *query,
                       VnusDate            *known_on,
                       const char * const  *according_to,
                       int                  io_priority,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (load);
  job->query = query != NULL ? vnus_query_ref (query) : NULL;
  job->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  job->according_to = g_strdupv ((char **) according_to);
  _vnus_store_job_run (job, self, vnus_store_load_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_load_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.load_async] began.
 *
 * Returns: (transfer full): the chronicle, or the view
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_store_load_finish (VnusStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return _vnus_store_job_finish_object (self, result, vnus_store_load_async, error);
}

/* --- Counting --- */

static gboolean
count (VnusStore     *store,
       VnusStoreJob  *job,
       GCancellable  *cancellable,
       GError       **error)
{
  return vnus_store_count (store, job->query, job->known_on, (const char *const *) job->according_to, &job->min, &job->max,
                           cancellable, error);
}

/**
 * vnus_store_count_async:
 * @self: a store
 * @query: what is counted
 * @known_on: (nullable): the day of knowledge of a view
 * @according_to: (nullable) (array zero-terminated=1): the sources of a view
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Counts as [method@Vnus.Store.count] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_count_async (VnusStore           *self,
                        VnusQuery           *query,
                        VnusDate            *known_on,
                        const char * const  *according_to,
                        int                  io_priority,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (query != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (count);
  job->query = vnus_query_ref (query);
  job->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  job->according_to = g_strdupv ((char **) according_to);
  _vnus_store_job_run (job, self, vnus_store_count_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_count_finish:
 * @self: a store
 * @result: what the callback was given
 * @min: (out): how many certainly match
 * @max: (out): how many match at least possibly
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.count_async] began.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_store_count_finish (VnusStore     *self,
                         GAsyncResult  *result,
                         int           *min,
                         int           *max,
                         GError       **error)
{
  const VnusStoreJob *job;

  g_return_val_if_fail (min != NULL && max != NULL, FALSE);

  job = _vnus_store_job_finish (self, result, vnus_store_count_async, error);
  *min = job != NULL ? job->min : 0;
  *max = job != NULL ? job->max : 0;

  return job != NULL;
}

/* --- Committing --- */

static gboolean
commit (VnusStore     *store,
        VnusStoreJob  *job,
        GCancellable  *cancellable,
        GError       **error)
{
  job->revision = vnus_store_commit (store, job->changes, job->revision, cancellable, error);
  return job->revision >= 0;
}

/**
 * vnus_store_commit_async:
 * @self: a store
 * @changes: what is to change, which must not be changed until it is done
 * @expected_revision: the revision that the author of the changes saw, or −1
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Commits as [method@Vnus.Store.commit] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_commit_async (VnusStore           *self,
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

  job = _vnus_store_job_new (commit);
  job->changes = g_object_ref (changes);
  job->revision = expected_revision;
  _vnus_store_job_run (job, self, vnus_store_commit_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_commit_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.commit_async] began.
 *
 * Returns: the new revision, or −1 with an error
 *
 * Since: 0.1
 */
gint64
vnus_store_commit_finish (VnusStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return _vnus_store_job_finish_revision (self, result, vnus_store_commit_async, error);
}
