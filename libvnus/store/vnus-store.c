/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: stores, whatever database is underneath. */
#include <vnus/vnus-store.h>

#include "store/store-rows-private.h"

/**
 * VnusStore:
 *
 * A chronicle in a database.
 *
 * The record of one relation is a document; that of two hundred states, written by
 * many hands, is a store. [func@Vnus.Store.open] opens one by a string that tells
 * where it is.
 *
 * A store may be used from any thread; what two threads ask of it comes one after
 * the other. It is implemented by the library alone.
 *
 * Since: 0.1
 */
G_DEFINE_INTERFACE (VnusStore, vnus_store, G_TYPE_OBJECT)

/**
 * vnus_store_error_quark:
 *
 * Gets the error domain of stores.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-store-error-quark, vnus_store_error)

G_DEFINE_ENUM_TYPE (VnusStoreError, vnus_store_error,
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_BAD_ADDRESS, "bad-address"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NOT_BUILT, "not-built"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NOT_A_STORE, "not-a-store"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NEWER, "newer"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_UNREACHABLE, "unreachable"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_READ_ONLY, "read-only"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_DAMAGED, "damaged"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NOT_EMPTY, "not-empty"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_NO_REVISION, "no-revision"),
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_CLASH, "clash"))

G_DEFINE_FLAGS_TYPE (VnusStoreFlags, vnus_store_flags,
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_CREATE, "create"),
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_READ_ONLY, "read-only"))

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
vnus_store_default_init (VnusStoreInterface *iface)
{
  /**
   * VnusStore::progress:
   * @self: the store
   * @n_done: how many records are done
   * @n_all: of how many
   *
   * Something that takes long goes on: filling, loading a whole revision, checking.
   *
   * It is emitted in the thread that does the work: that of the call, or another if
   * the call was asynchronous. The store is at work meanwhile: a handler must not ask
   * anything of it.
   *
   * Since: 0.1
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", VNUS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                           G_TYPE_UINT, G_TYPE_UINT);

  /**
   * VnusStore::changed:
   * @self: the store
   * @revision: the newest revision
   *
   * Others committed, once or several times.
   *
   * It is emitted as long as the store is watched: see [method@Vnus.Store.watch].
   *
   * Since: 0.1
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VNUS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_INT64);
}

void
_vnus_store_tell_changed (VnusStore *self,
                          gint64     revision)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, revision);
}

void
_vnus_store_tell_progress (VnusStore *self,
                           guint      n_done,
                           guint      n_all)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, n_done, n_all);
}

/* After how many records it is told how far the reading is. */
#define STRIDE 5000

gboolean
_vnus_store_progress_init (VnusStoreProgress  *self,
                           VnusStore          *store,
                           VnusSqlEngine      *engine,
                           GCancellable       *cancellable,
                           GError            **error)
{
  static const char sql[] = "SELECT count(*) FROM records";
  gint64 n_all = 0;

  if (!_vnus_sql_run (engine, sql, NULL, 0, _vnus_store_take_integer, &n_all, cancellable, error))
    return FALSE;

  *self = (VnusStoreProgress) { store, 0, (guint) n_all };
  return TRUE;
}

void
_vnus_store_progress_step (VnusStoreProgress *self)
{
  self->n_done++;
  if (self->n_done % STRIDE == 0 || self->n_done == self->n_all)
    _vnus_store_tell_progress (self->store, self->n_done, self->n_all);
}

/* --- Commits --- */

gboolean
_vnus_store_insert_commit (VnusSqlEngine          *engine,
                           const VnusStoreCommit  *commit,
                           GCancellable           *cancellable,
                           GError                **error)
{
  static const char sql[] = "INSERT INTO commits (revision, at, author, reason, source, n_changes) VALUES ($1, $2, $3, $4, $5, $6)";
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  const VnusSqlValue params[] = {
    _vnus_sql_integer (commit->revision), _vnus_sql_text (at),
    _vnus_sql_text (commit->author),      _vnus_sql_text (commit->reason),
    _vnus_sql_text (commit->source),      _vnus_sql_integer (commit->n_changes),
  };

  return _vnus_sql_run (engine, sql, params, G_N_ELEMENTS (params), NULL, NULL, cancellable, error);
}

void
_vnus_store_core_init (VnusStoreCore *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->is_free);
}

void
_vnus_store_core_clear (VnusStoreCore *self)
{
  _vnus_store_core_end_watch (self);
  g_clear_pointer (&self->engine, _vnus_sql_engine_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->is_free);
}

/* --- One after the other --- */

static void
wake_all (GCancellable *cancellable,
          gpointer      user_data)
{
  VnusStoreCore *self = user_data;

  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->is_free);
  g_mutex_unlock (&self->lock);
}

static gboolean
take_turn (VnusStoreCore *self,
           GCancellable  *cancellable,
           gboolean       is_waiting)
{
  gboolean was_taken;

  g_mutex_lock (&self->lock);
  while (self->is_taken && is_waiting && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->is_free, &self->lock);
  was_taken = self->is_taken;
  self->is_taken = TRUE;
  g_mutex_unlock (&self->lock);

  return !was_taken;
}

static gboolean
wait_for_turn (VnusStoreCore  *self,
               GCancellable   *cancellable,
               GError        **error)
{
  gboolean has_turn;
  gulong handler;

  if (take_turn (self, cancellable, FALSE))
    return TRUE;
  /* Whoever is told just now that it is called off could not be told by what follows. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (wake_all), self, NULL) : 0;
  has_turn = take_turn (self, cancellable, TRUE);
  g_cancellable_disconnect (cancellable, handler);

  /* @cancellable need not say so any more: others may have reset it */
  if (!has_turn)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "waiting for the store was cancelled");

  return has_turn;
}

VnusStoreCore *
_vnus_store_lock (VnusStore     *store,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VnusStoreCore *self = VNUS_STORE_GET_IFACE (store)->get_core (store);

  if (!wait_for_turn (self, cancellable, error))
    return NULL;
  if (self->engine != NULL)
    return self;

  _vnus_store_unlock (self);
  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND,
               "this %s was never opened: vnus_store_open() makes stores", G_OBJECT_TYPE_NAME (store));
  return NULL;
}

void
_vnus_store_unlock (VnusStoreCore *self)
{
  g_mutex_lock (&self->lock);
  self->is_taken = FALSE;
  g_cond_signal (&self->is_free);
  g_mutex_unlock (&self->lock);
}

VnusStoreCore *
_vnus_store_begin_reading (VnusStore     *store,
                           GCancellable  *cancellable,
                           GError       **error)
{
  VnusStoreCore *self = _vnus_store_lock (store, cancellable, error);

  if (self == NULL || self->engine->klass->begin (self->engine, VNUS_SQL_READ, cancellable, error))
    return self;

  _vnus_store_unlock (self);
  return NULL;
}

void
_vnus_store_end_reading (VnusStoreCore *self)
{
  self->engine->klass->rollback (self->engine);
  _vnus_store_unlock (self);
}

/**
 * vnus_store_get_revision:
 * @self: a store
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Asks for the newest revision: how many times the store was committed to.
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: the revision, 0 while there is none, or −1 with an error; below 2⁵³
 *
 * Since: 0.1
 */
gint64
vnus_store_get_revision (VnusStore     *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  VnusStoreCore *core;
  gint64 revision;

  g_return_val_if_fail (VNUS_IS_STORE (self), -1);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  core = _vnus_store_lock (self, cancellable, error);
  if (core == NULL)
    return -1;

  revision = _vnus_store_ask_revision (core->engine, cancellable, error);
  _vnus_store_unlock (core);

  return revision;
}
