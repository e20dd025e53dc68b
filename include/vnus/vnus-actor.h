/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

#define VNUS_TYPE_ACTOR (vnus_actor_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusActor, vnus_actor, VNUS, ACTOR, VnusRecord)

G_END_DECLS
