/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-reasons.h>
#include <vnus/vnus-truth.h>

G_BEGIN_DECLS

/**
 * VnusTimelineStanding:
 * @VNUS_TIMELINE_STANDING_UNSET: none
 * @VNUS_TIMELINE_STANDING_DONE: it took place, or held for its time
 * @VNUS_TIMELINE_STANDING_UNDER_WAY: it has begun and may not be over
 * @VNUS_TIMELINE_STANDING_PLANNED: it lies ahead, and a source that was public by then tells of it
 * @VNUS_TIMELINE_STANDING_LATER: it lies ahead, and only later sources tell of it
 * @VNUS_TIMELINE_STANDING_ANNOUNCED: its time is over, and no source tells whether it took place
 * @VNUS_TIMELINE_STANDING_POSTPONED: it was put off
 * @VNUS_TIMELINE_STANDING_CANCELLED: it was called off
 *
 * How an item of a timeline stands on the day from which the timeline speaks.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TIMELINE_STANDING_UNSET,
  VNUS_TIMELINE_STANDING_DONE,
  VNUS_TIMELINE_STANDING_UNDER_WAY,
  VNUS_TIMELINE_STANDING_PLANNED,
  VNUS_TIMELINE_STANDING_LATER,
  VNUS_TIMELINE_STANDING_ANNOUNCED,
  VNUS_TIMELINE_STANDING_POSTPONED,
  VNUS_TIMELINE_STANDING_CANCELLED,
} VnusTimelineStanding;

#define VNUS_TYPE_TIMELINE_STANDING (vnus_timeline_standing_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_timeline_standing_get_type (void);

#define VNUS_TYPE_TIMELINE_ITEM (vnus_timeline_item_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusTimelineItem, vnus_timeline_item, VNUS, TIMELINE_ITEM, GObject)

VNUS_AVAILABLE_IN_0_1
const char           *vnus_timeline_item_get_record       (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
guint                 vnus_timeline_item_get_lane         (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
const char           *vnus_timeline_item_get_name         (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
const char           *vnus_timeline_item_get_label        (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
const char           *vnus_timeline_item_get_title        (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
VnusTruth             vnus_timeline_item_get_truth        (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
VnusReasons           vnus_timeline_item_get_reasons      (VnusTimelineItem *self);
VNUS_AVAILABLE_IN_0_1
VnusTimelineStanding  vnus_timeline_item_get_standing     (VnusTimelineItem *self);

VNUS_AVAILABLE_IN_0_1
gboolean              vnus_timeline_item_get_certain      (VnusTimelineItem *self,
                                                           int              *first,
                                                           int              *last);
VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_item_get_possible     (VnusTimelineItem *self,
                                                           int              *first,
                                                           int              *last);

VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_item_get_place        (VnusTimelineItem *self,
                                                           int              *x,
                                                           int              *y,
                                                           int              *width,
                                                           int              *height);
VNUS_AVAILABLE_IN_0_1
gboolean              vnus_timeline_item_get_certain_part (VnusTimelineItem *self,
                                                           int              *x,
                                                           int              *width);
VNUS_AVAILABLE_IN_0_1
gboolean              vnus_timeline_item_get_label_place  (VnusTimelineItem *self,
                                                           int              *x,
                                                           int              *y,
                                                           int              *width,
                                                           int              *height);

G_END_DECLS
