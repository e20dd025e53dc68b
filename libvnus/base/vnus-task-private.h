/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a call in another thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has @func do the work in another thread, with @data, which is freed afterwards.
 *
 * @func looks at the cancellable itself. What it did in spite of a cancellation that
 * came too late is told as done: what was kept is no failure. */
void _vnus_task_run            (gpointer             source,
                                gpointer             tag,
                                GTaskThreadFunc      func,
                                gpointer             data,
                                GDestroyNotify       data_free,
                                int                  io_priority,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

/* What was made, or else @error, which is taken. */
void _vnus_task_return_pointer (GTask               *task,
                                gpointer             pointer,
                                GDestroyNotify       pointer_free,
                                GError              *error);
void _vnus_task_return_boolean (GTask               *task,
                                gboolean             good,
                                GError              *error);

G_END_DECLS
