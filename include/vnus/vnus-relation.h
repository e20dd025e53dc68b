/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

#define VNUS_TYPE_RELATION (vnus_relation_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusRelation, vnus_relation, VNUS, RELATION, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusRelation *vnus_relation_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
guint       vnus_relation_get_n_parties (VnusRelation *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_relation_get_party     (VnusRelation *self,
                                         guint         position);
VNUS_AVAILABLE_IN_0_1
void        vnus_relation_add_party     (VnusRelation *self,
                                         const char   *party);

G_END_DECLS
