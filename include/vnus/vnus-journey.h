/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-event.h>

G_BEGIN_DECLS

#define VNUS_TYPE_JOURNEY (vnus_journey_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusJourney, vnus_journey, VNUS, JOURNEY, VnusEvent)

VNUS_AVAILABLE_IN_0_1
VnusJourney *vnus_journey_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
