/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a store does in another thread. */
#include "store/store-job-private.h"

#include "base/vnus-task-private.h"

static void
job_free (gpointer pointer)
{
  VnusStoreJob *self = pointer;

  g_clear_pointer (&self->content, _vnus_document_content_free);
  g_clear_pointer (&self->query, vnus_query_unref);
  g_clear_pointer (&self->known_on, vnus_date_unref);
  g_strfreev (self->according_to);
  g_clear_object (&self->changes);
  g_free (self->author);
  g_free (self->reason);
  g_free (self->record_id);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->object);
  g_strfreev (self->texts);
  g_free (self);
}

VnusStoreJob *
_vnus_store_job_new (VnusStoreJobFunc func)
{
  VnusStoreJob *self = g_new0 (VnusStoreJob, 1);

  self->func = func;
  return self;
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  VnusStoreJob *self = task_data;
  GError *error = NULL;
  gboolean good = self->func (source, self, cancellable, &error);

  _vnus_task_return_boolean (task, good, error);
}

void
_vnus_store_job_run (VnusStoreJob         *self,
                     VnusStore            *store,
                     gpointer              tag,
                     int                   io_priority,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  _vnus_task_run (store, tag, work, self, job_free, io_priority, cancellable, callback, user_data);
}

VnusStoreJob *
_vnus_store_job_finish (VnusStore     *store,
                        GAsyncResult  *result,
                        gpointer       tag,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result)) : NULL;
}

gpointer
_vnus_store_job_finish_object (VnusStore     *store,
                               GAsyncResult  *result,
                               gpointer       tag,
                               GError       **error)
{
  VnusStoreJob *self = _vnus_store_job_finish (store, result, tag, error);

  return self != NULL ? g_steal_pointer (&self->object) : NULL;
}

gint64
_vnus_store_job_finish_revision (VnusStore     *store,
                                 GAsyncResult  *result,
                                 gpointer       tag,
                                 GError       **error)
{
  const VnusStoreJob *self = _vnus_store_job_finish (store, result, tag, error);

  return self != NULL ? self->revision : -1;
}
