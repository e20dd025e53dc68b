/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a lane of a timeline. */
#include <vnus/vnus-timeline-lane.h>

#include "timeline/timeline-private.h"

/**
 * VnusTimelineLane:
 *
 * A lane of a timeline: what has one kind, or one actor, side by side.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (VnusTimelineLane, vnus_timeline_lane, G_TYPE_OBJECT)

static void
vnus_timeline_lane_finalize (GObject *object)
{
  VnusTimelineLane *self = VNUS_TIMELINE_LANE (object);

  g_free (self->id);
  g_free (self->title);
  g_strfreev (self->lines);

  G_OBJECT_CLASS (vnus_timeline_lane_parent_class)->finalize (object);
}

static void
vnus_timeline_lane_class_init (VnusTimelineLaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_timeline_lane_finalize;
}

static void
vnus_timeline_lane_init (VnusTimelineLane *self)
{
}

VnusTimelineLane *
_vnus_timeline_lane_new (const char *id,
                         const char *title)
{
  VnusTimelineLane *self = g_object_new (VNUS_TYPE_TIMELINE_LANE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/**
 * vnus_timeline_lane_get_id:
 * @self: a lane
 *
 * Gets the id. Lanes stand in the order of their ids.
 *
 * Returns: the id, the same in every language; the empty string if the lane is of no timeline
 *
 * Since: 0.1
 */
const char *
vnus_timeline_lane_get_id (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), NULL);

  return self->id != NULL ? self->id : "";
}

/**
 * vnus_timeline_lane_get_title:
 * @self: a lane
 *
 * Gets the title.
 *
 * Returns: the title
 *
 * Since: 0.1
 */
const char *
vnus_timeline_lane_get_title (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), NULL);

  return self->title != NULL ? self->title : "";
}

/**
 * vnus_timeline_lane_get_n_items:
 * @self: a lane
 *
 * Gets the number of its items.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_timeline_lane_get_n_items (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), 0);

  return self->n_items;
}

/**
 * vnus_timeline_lane_get_n_dropped:
 * @self: a lane
 *
 * Gets the number of its items that have no label, since there was no room.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_timeline_lane_get_n_dropped (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), 0);

  return self->n_dropped;
}

/**
 * vnus_timeline_lane_get_y:
 * @self: a lane
 *
 * Gets where it begins.
 *
 * Returns: its top, in pixels from the top of the picture
 *
 * Since: 0.1
 */
int
vnus_timeline_lane_get_y (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), 0);

  return self->y;
}

/**
 * vnus_timeline_lane_get_height:
 * @self: a lane
 *
 * Gets how high it is.
 *
 * Returns: the height in pixels
 *
 * Since: 0.1
 */
int
vnus_timeline_lane_get_height (VnusTimelineLane *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LANE (self), 0);

  return self->height;
}
