/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

#define VNUS_TYPE_TIMELINE_LANE (vnus_timeline_lane_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusTimelineLane, vnus_timeline_lane, VNUS, TIMELINE_LANE, GObject)

VNUS_AVAILABLE_IN_0_1
const char *vnus_timeline_lane_get_id        (VnusTimelineLane *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_timeline_lane_get_title     (VnusTimelineLane *self);
VNUS_AVAILABLE_IN_0_1
guint       vnus_timeline_lane_get_n_items   (VnusTimelineLane *self);
VNUS_AVAILABLE_IN_0_1
guint       vnus_timeline_lane_get_n_dropped (VnusTimelineLane *self);
VNUS_AVAILABLE_IN_0_1
int         vnus_timeline_lane_get_y         (VnusTimelineLane *self);
VNUS_AVAILABLE_IN_0_1
int         vnus_timeline_lane_get_height    (VnusTimelineLane *self);

G_END_DECLS
