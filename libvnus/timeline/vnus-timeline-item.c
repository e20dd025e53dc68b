/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: an item of a timeline. */
#include <vnus/vnus-timeline-item.h>

#include "timeline/timeline-private.h"

G_DEFINE_ENUM_TYPE (VnusTimelineStanding, vnus_timeline_standing,
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_UNDER_WAY, "under-way"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_LATER, "later"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_ANNOUNCED, "announced"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_POSTPONED, "postponed"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_STANDING_CANCELLED, "cancelled"))

/**
 * VnusTimelineItem:
 *
 * A record on a timeline: its days, its words, and where they are drawn.
 *
 * Two stretches of days are told apart. *Possible* is every day on which it may
 * have been; *certain* is every day on which it was, whatever the days are that
 * its sources leave open. One day that is not known, such as “July 1995”, is
 * possible all through the month and certain on no day of it. All certain days
 * are possible ones.
 *
 * Days are day numbers, as those of [struct@Vnus.Date]; places are pixels from
 * the upper left corner of the picture.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (VnusTimelineItem, vnus_timeline_item, G_TYPE_OBJECT)

static void
vnus_timeline_item_finalize (GObject *object)
{
  VnusTimelineItem *self = VNUS_TIMELINE_ITEM (object);

  g_clear_object (&self->record);
  g_free (self->name);
  g_free (self->dates);
  g_free (self->title);
  g_free (self->label);
  g_free (self->lane_id);
  g_free (self->actor);

  G_OBJECT_CLASS (vnus_timeline_item_parent_class)->finalize (object);
}

static void
vnus_timeline_item_class_init (VnusTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_timeline_item_finalize;
}

static void
vnus_timeline_item_init (VnusTimelineItem *self)
{
  self->certain_last = -1;
}

VnusTimelineItem *
_vnus_timeline_item_new (VnusRecord *record)
{
  VnusTimelineItem *self = g_object_new (VNUS_TYPE_TIMELINE_ITEM, NULL);

  self->record = g_object_ref (record);

  return self;
}

/**
 * vnus_timeline_item_get_record:
 * @self: an item
 *
 * Gets the id of the record.
 *
 * Returns: the id; the empty string if the item is of no timeline
 *
 * Since: 0.1
 */
const char *
vnus_timeline_item_get_record (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), NULL);

  return self->record != NULL ? vnus_record_get_id (self->record) : "";
}

/**
 * vnus_timeline_item_get_lane:
 * @self: an item
 *
 * Gets the lane that it is in.
 *
 * Returns: the position of the lane
 *
 * Since: 0.1
 */
guint
vnus_timeline_item_get_lane (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), 0);

  return self->lane;
}

/**
 * vnus_timeline_item_get_name:
 * @self: an item
 *
 * Gets its name in few words, with how it stands if that is not plain.
 *
 * Returns: the name, as a label has it
 *
 * Since: 0.1
 */
const char *
vnus_timeline_item_get_name (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), NULL);

  return self->name != NULL ? self->name : "";
}

/**
 * vnus_timeline_item_get_label:
 * @self: an item
 *
 * Gets the label that is drawn beside it.
 *
 * Returns: the label; the empty string if there was no room for one
 *
 * Since: 0.1
 */
const char *
vnus_timeline_item_get_label (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), NULL);

  return self->label != NULL ? self->label : "";
}

/**
 * vnus_timeline_item_get_title:
 * @self: an item
 *
 * Gets all that is to be said of it in one line: its name in full, its dates, and the reasons for doubt.
 *
 * Returns: the line, such as for a tooltip
 *
 * Since: 0.1
 */
const char *
vnus_timeline_item_get_title (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), NULL);

  return self->title != NULL ? self->title : "";
}

/**
 * vnus_timeline_item_get_truth:
 * @self: an item
 *
 * Gets whether it took place, or will: `no` if it was postponed or cancelled.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_timeline_item_get_truth (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), VNUS_TRUTH_NO);

  return self->truth;
}

/**
 * vnus_timeline_item_get_reasons:
 * @self: an item
 *
 * Gets why its days, or that it took place, are not certain.
 *
 * Returns: the reasons
 *
 * Since: 0.1
 */
VnusReasons
vnus_timeline_item_get_reasons (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), VNUS_REASONS_NONE);

  return self->reasons;
}

/**
 * vnus_timeline_item_get_standing:
 * @self: an item
 *
 * Gets how it stands on the day from which the timeline speaks.
 *
 * Returns: the standing
 *
 * Since: 0.1
 */
VnusTimelineStanding
vnus_timeline_item_get_standing (VnusTimelineItem *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), VNUS_TIMELINE_STANDING_UNSET);

  return self->standing;
}

/**
 * vnus_timeline_item_get_certain:
 * @self: an item
 * @first: (out) (optional): return location for the first certain day
 * @last: (out) (optional): return location for the last
 *
 * Gets the days on which it certainly was.
 *
 * They end with the standpoint: what may go on is certain no further.
 *
 * Returns: `TRUE` if there is such a day; else the days are 0
 *
 * Since: 0.1
 */
gboolean
vnus_timeline_item_get_certain (VnusTimelineItem *self,
                                int              *first,
                                int              *last)
{
  gboolean is_certain;

  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), FALSE);

  is_certain = self->certain_first <= self->certain_last;
  if (first != NULL)
    *first = is_certain ? self->certain_first : 0;
  if (last != NULL)
    *last = is_certain ? self->certain_last : 0;

  return is_certain;
}

/**
 * vnus_timeline_item_get_possible:
 * @self: an item
 * @first: (out) (optional): return location for the first possible day; [const@Vnus.DAY_MIN] if there is none
 * @last: (out) (optional): return location for the last; [const@Vnus.DAY_MAX] if there is none
 *
 * Gets the days on which it possibly was.
 *
 * Since: 0.1
 */
void
vnus_timeline_item_get_possible (VnusTimelineItem *self,
                                 int              *first,
                                 int              *last)
{
  g_return_if_fail (VNUS_IS_TIMELINE_ITEM (self));

  if (first != NULL)
    *first = self->first;
  if (last != NULL)
    *last = self->last;
}

/**
 * vnus_timeline_item_get_place:
 * @self: an item
 * @x: (out) (optional): return location for the left side
 * @y: (out) (optional): return location for the top
 * @width: (out) (optional): return location for the width
 * @height: (out) (optional): return location for the height
 *
 * Gets where its possible days are drawn; those before or after the timeline are
 * left out, and what is too short to be seen is made wide enough.
 *
 * Since: 0.1
 */
void
vnus_timeline_item_get_place (VnusTimelineItem *self,
                              int              *x,
                              int              *y,
                              int              *width,
                              int              *height)
{
  g_return_if_fail (VNUS_IS_TIMELINE_ITEM (self));

  if (x != NULL)
    *x = self->x;
  if (y != NULL)
    *y = self->y;
  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

/**
 * vnus_timeline_item_get_certain_part:
 * @self: an item
 * @x: (out) (optional): return location for the left side
 * @width: (out) (optional): return location for the width
 *
 * Gets which part of the place of an item its certain days are.
 *
 * Returns: `TRUE` if there is such a part; else both are 0
 *
 * Since: 0.1
 */
gboolean
vnus_timeline_item_get_certain_part (VnusTimelineItem *self,
                                     int              *x,
                                     int              *width)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), FALSE);

  if (x != NULL)
    *x = self->certain_width > 0 ? self->certain_x : 0;
  if (width != NULL)
    *width = self->certain_width;

  return self->certain_width > 0;
}

/**
 * vnus_timeline_item_get_label_place:
 * @self: an item
 * @x: (out) (optional): return location for the left side
 * @y: (out) (optional): return location for the top
 * @width: (out) (optional): return location for the width
 * @height: (out) (optional): return location for the height
 *
 * Gets where its label is. No two labels of a timeline lie over each other.
 *
 * Returns: `TRUE` if it has a label; else all are 0
 *
 * Since: 0.1
 */
gboolean
vnus_timeline_item_get_label_place (VnusTimelineItem *self,
                                    int              *x,
                                    int              *y,
                                    int              *width,
                                    int              *height)
{
  gboolean has_label;

  g_return_val_if_fail (VNUS_IS_TIMELINE_ITEM (self), FALSE);

  has_label = self->label != NULL;
  if (x != NULL)
    *x = has_label ? self->label_x : 0;
  if (y != NULL)
    *y = has_label ? self->label_y - VNUS_SIZE_SMALL : 0;
  if (width != NULL)
    *width = has_label ? self->label_width : 0;
  if (height != NULL)
    *height = has_label ? VNUS_SIZE_SMALL + 3 : 0;

  return has_label;
}
