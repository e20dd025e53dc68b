/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a store that many machines share. */
#include <vnus/vnus-postgres-store.h>

#include "store/store-private.h"

/**
 * VnusPostgresStore:
 *
 * A store in a PostgreSQL database, for as many who read and write as reach its
 * server.
 *
 * [func@Vnus.Store.open] makes it of `postgresql://USER@HOST/DATABASE?OPTION=VALUE`,
 * which libpq gets as it is: TLS, several hosts, passwords kept elsewhere are told to
 * it. Nothing of that string is in any message. The [page on it](store-postgresql.html)
 * tells how to set one up, and how to place it on several servers.
 *
 * A library that was built without libpq has this class, and refuses such a string with
 * `NOT_BUILT`.
 *
 * Since: 0.1
 */
struct _VnusPostgresStore
{
  GObject parent_instance;

  VnusStoreCore core;
};

static VnusStoreCore *
get_core (VnusStore *store)
{
  return &VNUS_POSTGRES_STORE (store)->core;
}

static void
vnus_postgres_store_iface_init (VnusStoreInterface *iface)
{
  iface->get_core = get_core;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusPostgresStore, vnus_postgres_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VNUS_TYPE_STORE, vnus_postgres_store_iface_init))

static void
vnus_postgres_store_finalize (GObject *object)
{
  _vnus_store_core_clear (&VNUS_POSTGRES_STORE (object)->core);

  G_OBJECT_CLASS (vnus_postgres_store_parent_class)->finalize (object);
}

static void
vnus_postgres_store_class_init (VnusPostgresStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_postgres_store_finalize;
}

static void
vnus_postgres_store_init (VnusPostgresStore *self)
{
  _vnus_store_core_init (&self->core);
}
