/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

#define VNUS_TYPE_LEVEL (vnus_level_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusLevel, vnus_level, VNUS, LEVEL, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusLevel *vnus_level_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_level_get_ladder (VnusLevel  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_level_set_ladder (VnusLevel  *self,
                                   const char *ladder);

VNUS_AVAILABLE_IN_0_1
int  vnus_level_get_rank (VnusLevel *self);
VNUS_AVAILABLE_IN_0_1
void vnus_level_set_rank (VnusLevel *self,
                          int        rank);

G_END_DECLS
