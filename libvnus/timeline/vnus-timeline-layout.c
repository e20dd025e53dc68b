/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a timeline that is laid out. */
#include <vnus/vnus-timeline-layout.h>

#include "timeline/timeline-private.h"

/**
 * VnusTimelineLayout:
 *
 * A timeline that is laid out in one language: a list of
 * [class@Vnus.TimelineItem] in the order of time, the lanes that they are in,
 * and the picture.
 *
 * A program can draw the items itself, or the picture, which has the axis and
 * the legend as well. A layout does not change, and may be read from any thread.
 *
 * Since: 0.1
 */
struct _VnusTimelineLayout
{
  GObject parent_instance;

  GPtrArray   *items;   /* (element-type VnusTimelineItem) */
  GPtrArray   *undated; /* (element-type VnusRecord) */
  GListStore  *lanes;   /* (element-type VnusTimelineLane) */
  VnusPicture *picture;
  gboolean     has_days;
  int          first, last;
};

static GType
layout_get_item_type (GListModel *model)
{
  return VNUS_TYPE_TIMELINE_ITEM;
}

static guint
layout_get_n_items (GListModel *model)
{
  return VNUS_TIMELINE_LAYOUT (model)->items->len;
}

static gpointer
layout_get_item (GListModel *model,
                 guint       position)
{
  VnusTimelineLayout *self = VNUS_TIMELINE_LAYOUT (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
layout_init_model (GListModelInterface *iface)
{
  iface->get_item_type = layout_get_item_type;
  iface->get_n_items = layout_get_n_items;
  iface->get_item = layout_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusTimelineLayout, vnus_timeline_layout, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, layout_init_model))

static void
vnus_timeline_layout_finalize (GObject *object)
{
  VnusTimelineLayout *self = VNUS_TIMELINE_LAYOUT (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->undated);
  g_object_unref (self->lanes);
  g_object_unref (self->picture);

  G_OBJECT_CLASS (vnus_timeline_layout_parent_class)->finalize (object);
}

static void
vnus_timeline_layout_class_init (VnusTimelineLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_timeline_layout_finalize;
}

static void
vnus_timeline_layout_init (VnusTimelineLayout *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->undated = g_ptr_array_new_with_free_func (g_object_unref);
  self->lanes = g_list_store_new (VNUS_TYPE_TIMELINE_LANE);
  self->picture = _vnus_picture_new (NULL, NULL);
}

VnusTimelineLayout *
_vnus_timeline_layout_new (TimelineScene *scene,
                           VnusPicture   *picture)
{
  VnusTimelineLayout *self = g_object_new (VNUS_TYPE_TIMELINE_LAYOUT, NULL);

  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (scene->items);
  g_ptr_array_unref (self->undated);
  self->undated = g_ptr_array_ref (scene->undated);
  g_list_store_splice (self->lanes, 0, 0, scene->lanes->pdata, scene->lanes->len);
  g_set_object (&self->picture, picture);
  self->has_days = TRUE;
  self->first = scene->first;
  self->last = scene->last;

  return self;
}

/**
 * vnus_timeline_layout_get_lanes:
 * @self: a layout
 *
 * Gets the lanes, from top to bottom.
 *
 * Returns: (transfer none): a list of [class@Vnus.TimelineLane]
 *
 * Since: 0.1
 */
GListModel *
vnus_timeline_layout_get_lanes (VnusTimelineLayout *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LAYOUT (self), NULL);

  return G_LIST_MODEL (self->lanes);
}

/**
 * vnus_timeline_layout_get_days:
 * @self: a layout
 * @first: (out) (optional): return location for the first day
 * @last: (out) (optional): return location for the last
 *
 * Gets the days that the timeline shows, as day numbers.
 *
 * Returns: `TRUE`, or `FALSE` if the layout is of no timeline
 *
 * Since: 0.1
 */
gboolean
vnus_timeline_layout_get_days (VnusTimelineLayout *self,
                               int                *first,
                               int                *last)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LAYOUT (self), FALSE);

  if (first != NULL)
    *first = self->first;
  if (last != NULL)
    *last = self->last;

  return self->has_days;
}

/**
 * vnus_timeline_layout_list_dropped:
 * @self: a layout
 *
 * Lists the records of which the picture does not have the name: those that are
 * drawn without a label, since there was no room, and then those that are no item,
 * since nothing tells when they were.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, in the order of
 *   time; those without a day in the order of ids
 *
 * Since: 0.1
 */
char **
vnus_timeline_layout_list_dropped (VnusTimelineLayout *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (VNUS_IS_TIMELINE_LAYOUT (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (self->items, i);

      if (item->label == NULL)
        g_strv_builder_add (ids, vnus_record_get_id (item->record));
    }
  for (guint i = 0; i < self->undated->len; i++)
    g_strv_builder_add (ids, vnus_record_get_id (g_ptr_array_index (self->undated, i)));

  return g_strv_builder_end (ids);
}

/**
 * vnus_timeline_layout_get_picture:
 * @self: a layout
 *
 * Gets the picture.
 *
 * Returns: (transfer none): the picture
 *
 * Since: 0.1
 */
VnusPicture *
vnus_timeline_layout_get_picture (VnusTimelineLayout *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE_LAYOUT (self), NULL);

  return self->picture;
}
