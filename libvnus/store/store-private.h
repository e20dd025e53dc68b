/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the inside of every store: an engine, and who uses it when. */
#pragma once

#include "store/sql-engine-private.h"

G_BEGIN_DECLS

/* An engine is used by one thread at a time: whoever holds the lock. */
typedef struct
{
  GMutex         lock;
  VnusSqlEngine *engine; /* (owned) (nullable) NULL in an object that vnus_store_open() did not make */
} VnusStoreCore;

struct _VnusStoreInterface
{
  GTypeInterface parent_iface;

  VnusStoreCore *(*get_core) (VnusStore *self);
};

void           _vnus_store_core_init  (VnusStoreCore  *self);
void           _vnus_store_core_clear (VnusStoreCore  *self);

/* Waits for one's turn with the engine; NULL with an error if there is none. */
VnusStoreCore *_vnus_store_lock       (VnusStore      *store,
                                       GError        **error);
void           _vnus_store_unlock     (VnusStoreCore  *self);

G_END_DECLS
