/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a store that is one file. */
#include <vnus/vnus-sqlite-store.h>

#include "store/store-private.h"

/**
 * VnusSqliteStore:
 *
 * A store in one file, a SQLite database: nothing to set up, for as many who read
 * and write as share a machine.
 *
 * [func@Vnus.Store.open] makes it of a path or of `sqlite:PATH`. Who reads is never
 * held up by who writes. What was committed is on the disk. The database is in WAL
 * mode: beside the file stand, while it is open, one that ends in `-wal` and one that
 * ends in `-shm`, which belong to it.
 *
 * Since: 0.1
 */
struct _VnusSqliteStore
{
  GObject parent_instance;

  VnusStoreCore core;
};

static VnusStoreCore *
get_core (VnusStore *store)
{
  return &VNUS_SQLITE_STORE (store)->core;
}

static void
vnus_sqlite_store_iface_init (VnusStoreInterface *iface)
{
  iface->get_core = get_core;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusSqliteStore, vnus_sqlite_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VNUS_TYPE_STORE, vnus_sqlite_store_iface_init))

static void
vnus_sqlite_store_finalize (GObject *object)
{
  _vnus_store_core_clear (&VNUS_SQLITE_STORE (object)->core);

  G_OBJECT_CLASS (vnus_sqlite_store_parent_class)->finalize (object);
}

static void
vnus_sqlite_store_class_init (VnusSqliteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_sqlite_store_finalize;
}

static void
vnus_sqlite_store_init (VnusSqliteStore *self)
{
  _vnus_store_core_init (&self->core);
}
