/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a call in another thread. */
#include "base/vnus-task-private.h"

void
_vnus_task_run (gpointer             source,
                gpointer             tag,
                GTaskThreadFunc      func,
                gpointer             data,
                GDestroyNotify       data_free,
                int                  io_priority,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_priority (task, io_priority);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, data_free);
  g_task_run_in_thread (task, func);
}

void
_vnus_task_return_pointer (GTask          *task,
                           gpointer        pointer,
                           GDestroyNotify  pointer_free,
                           GError         *error)
{
  if (pointer != NULL)
    g_task_return_pointer (task, pointer, pointer_free);
  else
    g_task_return_error (task, error);
}

void
_vnus_task_return_boolean (GTask    *task,
                           gboolean  good,
                           GError   *error)
{
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
