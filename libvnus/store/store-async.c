/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what stores do, in another thread.
 *
 * Each function takes what it was given along and does what its sync twin does, which
 * takes its turn with the store. */
#include <vnus/vnus-store.h>

#include "base/vnus-task-private.h"
#include "store/store-private.h"

/* What is to be done, and what it needs. */
typedef struct
{
  VnusDocumentContent *content;      /* (owned) (nullable), likewise all that follow */
  VnusQuery           *query;
  VnusDate            *known_on;
  char               **according_to;
  VnusChangeSet       *changes;
  char                *author;
  char                *reason;
  char                *record_id;
  gint64               revision;
  guint                n_most;
  int                  min;
  int                  max;
} Job;

static void
job_free (gpointer pointer)
{
  Job *job = pointer;

  g_clear_pointer (&job->content, _vnus_document_content_free);
  g_clear_pointer (&job->query, vnus_query_unref);
  g_clear_pointer (&job->known_on, vnus_date_unref);
  g_clear_pointer (&job->according_to, g_strfreev);
  g_clear_object (&job->changes);
  g_free (job->author);
  g_free (job->reason);
  g_free (job->record_id);
  g_free (job);
}

/* --- Filling --- */

static void
fill_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean good = _vnus_store_fill (source, job->content, job->author, job->reason, cancellable, &error);

  _vnus_task_return_boolean (task, good, error);
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
  Job *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (VNUS_IS_CHRONICLE (chronicle));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->content = _vnus_document_content_new (chronicle);
  job->author = g_strdup (author);
  job->reason = g_strdup (reason);
  _vnus_task_run (self, vnus_store_fill_async, fill_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_fill_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Loading a revision --- */

static void
load_revision_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      task_data,
                         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  VnusChronicle *chronicle = vnus_store_load_revision (source, job->revision, cancellable, &error);

  _vnus_task_return_pointer (task, chronicle, g_object_unref, error);
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
  Job *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (revision >= -1);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->revision = revision;
  _vnus_task_run (self, vnus_store_load_revision_async, load_revision_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_load_revision_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Loading what a query is about --- */

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  VnusChronicle *chronicle = vnus_store_load (source, job->query, job->known_on, (const char *const *) job->according_to,
                                              cancellable, &error);

  _vnus_task_return_pointer (task, chronicle, g_object_unref, error);
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
  Job *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->query = query != NULL ? vnus_query_ref (query) : NULL;
  job->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  job->according_to = g_strdupv ((char **) according_to);
  _vnus_task_run (self, vnus_store_load_async, load_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Counting --- */

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean good = vnus_store_count (source, job->query, job->known_on, (const char *const *) job->according_to, &job->min,
                                    &job->max, cancellable, &error);

  _vnus_task_return_boolean (task, good, error);
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
  Job *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (query != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->query = vnus_query_ref (query);
  job->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  job->according_to = g_strdupv ((char **) according_to);
  _vnus_task_run (self, vnus_store_count_async, count_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
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
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_count_async), FALSE);
  g_return_val_if_fail (min != NULL && max != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *min = job->min;
  *max = job->max;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Committing --- */

static void
commit_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  job->revision = vnus_store_commit (source, job->changes, job->revision, cancellable, &error);
  _vnus_task_return_boolean (task, job->revision >= 0, error);
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
  Job *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (VNUS_IS_CHANGE_SET (changes));
  g_return_if_fail (expected_revision >= -1);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->changes = g_object_ref (changes);
  job->revision = expected_revision;
  _vnus_task_run (self, vnus_store_commit_async, commit_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_commit_async), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return g_task_propagate_boolean (G_TASK (result), error) ? ((Job *) g_task_get_task_data (G_TASK (result)))->revision : -1;
}
