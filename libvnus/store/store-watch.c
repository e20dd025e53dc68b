/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: telling that others committed.
 *
 * The engine notices in a thread of its own; what is told is told in the main context
 * in which watching began. Only there is the store itself touched. */
#include <vnus/vnus-store.h>

#include "store/store-job-private.h"
#include "store/store-rows-private.h"

struct _VnusStoreWatch
{
  gatomicrefcount  ref_count;
  GWeakRef         store;
  GMainContext    *context; /* (owned) */
};

static void
watch_unref (gpointer pointer)
{
  VnusStoreWatch *self = pointer;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_weak_ref_clear (&self->store);
  g_main_context_unref (self->context);
  g_free (self);
}

/* Whether there is a revision that others made and that was not told of yet. */
static gboolean
is_new (VnusStoreCore *core,
        gint64        *revision)
{
  gboolean found;

  *revision = _vnus_store_ask_revision (core->engine, NULL, NULL);
  if (*revision < 0)
    return FALSE;

  found = core->watch != NULL && (*revision > core->revision || core->has_missed);
  core->revision = MAX (core->revision, *revision);
  core->has_missed = FALSE;

  return found;
}

static gboolean
tell (gpointer user_data)
{
  VnusStoreWatch *self = user_data;
  g_autoptr (VnusStore) store = g_weak_ref_get (&self->store);
  VnusStoreCore *core = store != NULL ? _vnus_store_lock (store, NULL, NULL) : NULL;
  gint64 revision;
  gboolean is_to_tell;

  if (core == NULL)
    return G_SOURCE_REMOVE;

  is_to_tell = is_new (core, &revision);
  _vnus_store_unlock (core);
  if (is_to_tell)
    _vnus_store_tell_changed (store, revision);

  return G_SOURCE_REMOVE;
}

/* In a thread of the engine. */
static void
notice (gpointer user_data)
{
  VnusStoreWatch *self = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_ref_count_inc (&self->ref_count);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, self, watch_unref);
  g_source_attach (source, self->context);
}

void
_vnus_store_core_end_watch (VnusStoreCore *self)
{
  if (self->watch == NULL)
    return;

  self->engine->klass->watch (self->engine, NULL, NULL, NULL);
  g_clear_pointer (&self->watch, watch_unref);
}

static gboolean
begin_watch (VnusStore      *store,
             VnusStoreCore  *core,
             GMainContext   *context,
             GError        **error)
{
  VnusStoreWatch *watch = g_new0 (VnusStoreWatch, 1);

  g_atomic_ref_count_init (&watch->ref_count);
  g_weak_ref_init (&watch->store, store);
  watch->context = g_main_context_ref (context);
  if (!core->engine->klass->watch (core->engine, notice, watch, error))
    {
      watch_unref (watch);
      return FALSE;
    }

  /* Asked once commits are noticed, so that none can come in between. */
  core->watch = watch;
  core->revision = _vnus_store_ask_revision (core->engine, NULL, error);
  core->has_missed = FALSE;
  if (core->revision >= 0)
    return TRUE;

  _vnus_store_core_end_watch (core);
  return FALSE;
}

static gboolean
watch_in (VnusStore     *store,
          GMainContext  *context,
          GCancellable  *cancellable,
          GError       **error)
{
  VnusStoreCore *core = _vnus_store_lock (store, cancellable, error);
  gboolean good;

  if (core == NULL)
    return FALSE;

  good = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         (core->watch != NULL || begin_watch (store, core, context, error));
  _vnus_store_unlock (core);

  return good;
}

/**
 * vnus_store_watch:
 * @self: a store
 * @error: return location for an error
 *
 * Begins to notice when others commit: [signal@Vnus.Store::changed] is then emitted in
 * the thread-default main context of the caller.
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: `TRUE` on success, also if it was watched already
 *
 * Since: 0.1
 */
gboolean
vnus_store_watch (VnusStore  *self,
                  GError    **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (VNUS_IS_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return watch_in (self, context, NULL, error);
}

static gboolean
watch (VnusStore     *store,
       VnusStoreJob  *job,
       GCancellable  *cancellable,
       GError       **error)
{
  return watch_in (store, job->context, cancellable, error);
}

/**
 * vnus_store_watch_async:
 * @self: a store
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Begins to notice the commits of others as [method@Vnus.Store.watch] does, in another
 * thread: a server may be far, or the store in use.
 *
 * [signal@Vnus.Store::changed] is emitted in the thread-default main context of the
 * caller.
 *
 * Since: 0.1
 */
void
vnus_store_watch_async (VnusStore           *self,
                        int                  io_priority,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  VnusStoreJob *job;

  g_return_if_fail (VNUS_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = _vnus_store_job_new (watch);
  job->context = g_main_context_ref_thread_default ();
  _vnus_store_job_run (job, self, vnus_store_watch_async, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_watch_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Store.watch_async] began.
 *
 * Returns: `TRUE` on success, also if it was watched already
 *
 * Since: 0.1
 */
gboolean
vnus_store_watch_finish (VnusStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return _vnus_store_job_finish (self, result, vnus_store_watch_async, error) != NULL;
}

/**
 * vnus_store_unwatch:
 * @self: a store
 *
 * Ends what [method@Vnus.Store.watch] began.
 *
 * Since: 0.1
 */
void
vnus_store_unwatch (VnusStore *self)
{
  VnusStoreCore *core;

  g_return_if_fail (VNUS_IS_STORE (self));

  core = _vnus_store_lock (self, NULL, NULL);
  if (core == NULL)
    return;

  _vnus_store_core_end_watch (core);
  _vnus_store_unlock (core);
}
