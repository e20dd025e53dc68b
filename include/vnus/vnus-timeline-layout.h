/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-picture.h>
#include <vnus/vnus-timeline-item.h>
#include <vnus/vnus-timeline-lane.h>

G_BEGIN_DECLS

#define VNUS_TYPE_TIMELINE_LAYOUT (vnus_timeline_layout_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusTimelineLayout, vnus_timeline_layout, VNUS, TIMELINE_LAYOUT, GObject)

VNUS_AVAILABLE_IN_0_1
GListModel  *vnus_timeline_layout_get_lanes     (VnusTimelineLayout *self);
VNUS_AVAILABLE_IN_0_1
gboolean     vnus_timeline_layout_get_days      (VnusTimelineLayout *self,
                                                 int                *first,
                                                 int                *last);
VNUS_AVAILABLE_IN_0_1
char       **vnus_timeline_layout_list_dropped  (VnusTimelineLayout *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusPicture *vnus_timeline_layout_get_picture   (VnusTimelineLayout *self);

G_END_DECLS
