/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What holds of every layout of a timeline. */
#pragma once

#include "timeline-helpers.h"

static void
check_days (VnusTimelineItem *item)
{
  int first, last, certain_first, certain_last, x, width, certain_x, certain_width;

  vnus_timeline_item_get_possible (item, &first, &last);
  g_assert_cmpint (first, <=, last);
  if (vnus_timeline_item_get_certain (item, &certain_first, &certain_last))
    {
      g_assert_cmpint (first, <=, certain_first);
      g_assert_cmpint (certain_first, <=, certain_last);
      g_assert_cmpint (certain_last, <=, last);
    }

  vnus_timeline_item_get_place (item, &x, NULL, &width, NULL);
  if (vnus_timeline_item_get_certain_part (item, &certain_x, &certain_width))
    {
      g_assert_true (vnus_timeline_item_get_certain (item, NULL, NULL));
      g_assert_cmpint (x, <=, certain_x);
      g_assert_cmpint (certain_x + certain_width, <=, x + width);
    }
}

static gboolean
overlap (const int *a,
         const int *b)
{
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

/* How many of those that are dropped are no items. None of them may have a date. */
static guint
count_undated (VnusTimelineLayout *layout,
               VnusChronicle      *chronicle,
               char              **dropped)
{
  guint n = 0;

  for (guint i = 0; dropped[i] != NULL; i++)
    {
      g_autoptr (VnusTimelineItem) item = find_item (layout, dropped[i]);
      VnusRecord *record = vnus_chronicle_lookup (chronicle, dropped[i]);

      if (item != NULL)
        {
          g_assert_cmpuint (n, ==, 0);
          continue;
        }
      g_assert_true (VNUS_IS_EVENT (record) || VNUS_IS_MECHANISM (record) || VNUS_IS_AGREEMENT (record));
      if (VNUS_IS_EVENT (record))
        g_assert_null (vnus_event_get_when (VNUS_EVENT (record)));
      if (VNUS_IS_MECHANISM (record))
        g_assert_null (vnus_mechanism_get_existed (VNUS_MECHANISM (record)));
      if (VNUS_IS_AGREEMENT (record))
        g_assert_null (vnus_agreement_get_validity (VNUS_AGREEMENT (record)));
      n++;
    }

  return n;
}

/* No label lies over another, or over the edge of the picture or of its lane. */
static void
check_labels (VnusTimelineLayout *layout,
              VnusChronicle      *chronicle)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (layout));
  VnusPicture *picture = vnus_timeline_layout_get_picture (layout);
  g_autofree int *places = g_new0 (int, 4 * n);
  guint n_labels = 0, n_dropped = 0;
  g_auto (GStrv) dropped = vnus_timeline_layout_list_dropped (layout);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (layout), i);
      g_autoptr (VnusTimelineLane) lane = g_list_model_get_item (vnus_timeline_layout_get_lanes (layout),
                                                                 vnus_timeline_item_get_lane (item));
      int *place = &places[4 * n_labels];
      int x, y, width, height;

      check_days (item);
      vnus_timeline_item_get_place (item, &x, &y, &width, &height);
      g_assert_cmpint (x, >=, 0);
      g_assert_cmpint (x + width, <=, vnus_picture_get_width (picture));
      g_assert_cmpint (y, >=, vnus_timeline_lane_get_y (lane));
      g_assert_cmpint (y + height, <=, vnus_timeline_lane_get_y (lane) + vnus_timeline_lane_get_height (lane));
      if (!vnus_timeline_item_get_label_place (item, &place[0], &place[1], &place[2], &place[3]))
        {
          g_assert_cmpstr (vnus_timeline_item_get_label (item), ==, "");
          g_assert_true (g_strv_contains ((const char *const *) dropped, vnus_timeline_item_get_record (item)));
          n_dropped++;
          continue;
        }
      g_assert_cmpint (place[0], >=, 0);
      g_assert_cmpint (place[0] + place[2], <=, vnus_picture_get_width (picture));
      for (guint j = 0; j < n_labels; j++)
        g_assert_false (overlap (&places[4 * j], place));
      n_labels++;
    }

  g_assert_cmpuint (n_dropped + count_undated (layout, chronicle, dropped), ==, g_strv_length (dropped));
  g_assert_cmpuint (n_dropped + n_labels, ==, n);
}

static void
check_lanes (VnusTimelineLayout *layout,
             VnusChronicle      *chronicle)
{
  GListModel *lanes = vnus_timeline_layout_get_lanes (layout);
  g_auto (GStrv) dropped = vnus_timeline_layout_list_dropped (layout);
  guint n_items = 0, n_dropped = 0;
  int bottom = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lanes); i++)
    {
      g_autoptr (VnusTimelineLane) lane = g_list_model_get_item (lanes, i);

      g_assert_cmpint (vnus_timeline_lane_get_y (lane), >=, bottom);
      g_assert_cmpint (vnus_timeline_lane_get_height (lane), >, 0);
      g_assert_cmpstr (vnus_timeline_lane_get_title (lane), !=, "");
      bottom = vnus_timeline_lane_get_y (lane) + vnus_timeline_lane_get_height (lane);
      n_items += vnus_timeline_lane_get_n_items (lane);
      n_dropped += vnus_timeline_lane_get_n_dropped (lane);
    }

  g_assert_cmpuint (n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (layout)));
  g_assert_cmpuint (n_dropped + count_undated (layout, chronicle, dropped), ==, g_strv_length (dropped));
  g_assert_cmpint (bottom, <=, vnus_picture_get_height (vnus_timeline_layout_get_picture (layout)));
}

/* Nothing that lies ahead is told as done. */
G_GNUC_UNUSED static void
check_standpoint (VnusTimelineLayout *layout,
                  int                 today)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (layout)); i++)
    {
      g_autoptr (VnusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (layout), i);
      const VnusTimelineStanding standing = vnus_timeline_item_get_standing (item);
      int first, certain_last;

      vnus_timeline_item_get_possible (item, &first, NULL);
      if (first > today)
        {
          g_assert_cmpint ((int) standing, !=, VNUS_TIMELINE_STANDING_DONE);
          g_assert_cmpint ((int) standing, !=, VNUS_TIMELINE_STANDING_UNDER_WAY);
          g_assert_cmpint (vnus_timeline_item_get_truth (item), !=, VNUS_TRUTH_CERTAINLY);
        }
      else if (vnus_timeline_item_get_truth (item) == VNUS_TRUTH_CERTAINLY &&
               vnus_timeline_item_get_certain (item, NULL, &certain_last))
        g_assert_cmpint (certain_last, <=, today);
    }
}

static void
keep_name (GMarkupParseContext  *context,
           const char           *name,
           const char          **keys,
           const char          **values,
           gpointer              user_data,
           GError              **error)
{
  g_ptr_array_add (user_data, g_strdup (name));
}

static guint
count_word (GPtrArray  *names,
            const char *name)
{
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    n += g_str_equal (g_ptr_array_index (names, i), name);

  return n;
}

/* Well formed, with a group and a title for each record, and nothing that acts. */
static void
check_svg (VnusTimelineLayout *layout)
{
  static const GMarkupParser parser = { .start_element = keep_name };
  g_autofree char *svg = vnus_picture_to_svg (vnus_timeline_layout_get_picture (layout));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, names, NULL);
  g_autoptr (GError) error = NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (layout));

  g_assert_true (g_utf8_validate (svg, -1, NULL));
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "svg");
  g_assert_cmpuint (count_word (names, "g"), ==, n);
  g_assert_cmpuint (count_word (names, "title"), ==, n + 1);
  g_assert_cmpuint (count_word (names, "desc"), ==, 1);
  g_assert_cmpuint (count_word (names, "script"), ==, 0);
  for (const char *p = svg; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= 0x20 || *p == '\n');
}

G_GNUC_UNUSED static void
check_all (VnusTimelineLayout *layout,
           VnusChronicle      *chronicle)
{
  check_labels (layout, chronicle);
  check_lanes (layout, chronicle);
  check_svg (layout);
}
