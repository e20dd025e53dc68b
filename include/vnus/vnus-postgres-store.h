/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-store.h>

G_BEGIN_DECLS

#define VNUS_TYPE_POSTGRES_STORE (vnus_postgres_store_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusPostgresStore, vnus_postgres_store, VNUS, POSTGRES_STORE, GObject)

G_END_DECLS
