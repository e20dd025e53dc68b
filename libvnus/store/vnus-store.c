/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: stores, whatever database is underneath. */
#include <vnus/vnus-store.h>

#include "store/store-private.h"

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
                    G_DEFINE_ENUM_VALUE (VNUS_STORE_ERROR_DAMAGED, "damaged"))

G_DEFINE_FLAGS_TYPE (VnusStoreFlags, vnus_store_flags,
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_CREATE, "create"),
                     G_DEFINE_ENUM_VALUE (VNUS_STORE_FLAGS_READ_ONLY, "read-only"))

static void
vnus_store_default_init (VnusStoreInterface *iface)
{
}

void
_vnus_store_core_init (VnusStoreCore *self)
{
  g_mutex_init (&self->lock);
}

void
_vnus_store_core_clear (VnusStoreCore *self)
{
  g_clear_pointer (&self->engine, _vnus_sql_engine_free);
  g_mutex_clear (&self->lock);
}

VnusStoreCore *
_vnus_store_lock (VnusStore  *store,
                  GError    **error)
{
  VnusStoreCore *self = VNUS_STORE_GET_IFACE (store)->get_core (store);

  g_mutex_lock (&self->lock);
  if (self->engine != NULL)
    return self;

  g_mutex_unlock (&self->lock);
  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND,
               "this %s was never opened: vnus_store_open() makes stores", G_OBJECT_TYPE_NAME (store));
  return NULL;
}

void
_vnus_store_unlock (VnusStoreCore *self)
{
  g_mutex_unlock (&self->lock);
}

static gboolean
take_integer (const VnusSqlValue  *columns,
              guint                n_columns,
              gpointer             user_data,
              GError             **error)
{
  *(gint64 *) user_data = _vnus_sql_get_integer (&columns[0]);
  return TRUE;
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
  static const char sql[] = "SELECT coalesce (max (revision), 0) FROM commits";
  VnusStoreCore *core;
  gint64 revision = -1;
  gboolean good;

  g_return_val_if_fail (VNUS_IS_STORE (self), -1);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  core = _vnus_store_lock (self, error);
  if (core == NULL)
    return -1;

  good = _vnus_sql_run (core->engine, sql, NULL, 0, take_integer, &revision, cancellable, error);
  _vnus_store_unlock (core);

  return good ? revision : -1;
}
