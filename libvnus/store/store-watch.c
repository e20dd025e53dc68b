/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: telling that others committed.
 *
 * The engine notices in a thread of its own; what is told is told in the main context
 * in which watching began. Only there is the store itself touched. */
#include <vnus/vnus-store.h>

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
  VnusStoreCore *core = store != NULL ? _vnus_store_lock (store, NULL) : NULL;
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
             GError        **error)
{
  VnusStoreWatch *watch = g_new0 (VnusStoreWatch, 1);

  g_atomic_ref_count_init (&watch->ref_count);
  g_weak_ref_init (&watch->store, store);
  watch->context = g_main_context_ref_thread_default ();
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
  VnusStoreCore *core;
  gboolean good;

  g_return_val_if_fail (VNUS_IS_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  core = _vnus_store_lock (self, error);
  if (core == NULL)
    return FALSE;

  good = core->watch != NULL || begin_watch (self, core, error);
  _vnus_store_unlock (core);

  return good;
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

  core = _vnus_store_lock (self, NULL);
  if (core == NULL)
    return;

  _vnus_store_core_end_watch (core);
  _vnus_store_unlock (core);
}
