/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: the rows of a lane. What matters more chooses first; a label that has
 * no room in any row is left out, and its mark goes where it is in nobody's way,
 * or into a last row, in which marks may lie over each other. */
#include "timeline/timeline-private.h"

#include <vnus/vnus-level.h>

#include "chronicle/vnus-chronicle-private.h"
#include "timeline/text-width-private.h"

#define MOST_ROWS  18
#define PADDING    4
#define CLEARANCE  8   /* between what stands side by side in a row */
#define TITLE_LINE 14
#define TITLE_LINES 3

/* More in a lane than these have short labels only. */
#define MANY_ITEMS 60

/* Dates stand behind names where a year has room for them. */
#define DAYS_WITH_DATES (3 * 366)

typedef struct
{
  int from, to;
} Span;

typedef struct
{
  TimelineScene    *scene;
  VnusTimelineLane *lane;
  GPtrArray        *items; /* (element-type VnusTimelineItem) those that matter most first */
  GArray           *rows[MOST_ROWS]; /* (element-type Span) */
  guint             n_rows;
  gboolean          overflows;
} Rows;

static gboolean
is_free (GArray *row,
         int     from,
         int     to)
{
  for (guint i = 0; i < row->len; i++)
    {
      const Span *span = &g_array_index (row, Span, i);

      if (from < span->to + CLEARANCE && to + CLEARANCE > span->from)
        return FALSE;
    }

  return TRUE;
}

static void
take (Rows             *rows,
      VnusTimelineItem *item,
      guint             row,
      int               from,
      int               to)
{
  const Span span = { from, to };

  g_array_append_val (rows->rows[row], span);
  item->row = row; /* of its mark, which comes last */
  rows->n_rows = MAX (rows->n_rows, row + 1);
}

/* ---- Marks ---- */

static void
measure_mark (TimelineScene    *scene,
              VnusTimelineItem *item)
{
  const int from = _vnus_timeline_x (scene, item->first);
  const int to = item->last >= scene->last ? scene->right : _vnus_timeline_x (scene, item->last + 1);
  int certain_from, certain_to;

  item->height = TIMELINE_BAR;
  item->x = from;
  item->width = to - from;
  item->is_point = item->width < TIMELINE_MARK;
  if (item->is_point)
    {
      item->x = CLAMP ((from + to) / 2 - TIMELINE_MARK / 2, scene->left, scene->right - TIMELINE_MARK);
      item->width = TIMELINE_MARK;
    }

  item->certain_x = item->x;
  if (item->certain_first > item->certain_last || item->certain_last < scene->first || item->certain_first > scene->last)
    return;
  if (item->is_point)
    {
      item->certain_width = item->width;
      return;
    }
  certain_from = _vnus_timeline_x (scene, item->certain_first);
  certain_to = item->certain_last >= scene->last ? scene->right : _vnus_timeline_x (scene, item->certain_last + 1);
  item->certain_x = MIN (certain_from, to - 2);
  item->certain_width = MAX (certain_to - item->certain_x, 2);
}

/* ---- Labels ---- */

static void
set_label (VnusTimelineItem *item,
           VnusShapeAnchor   anchor,
           int               x,
           int               width,
           char             *label)
{
  item->anchor = anchor;
  item->label_x = x;
  item->label_width = width;
  item->label = label;
}

/* To the right of its mark, or else to the left. */
static gboolean
try_beside (Rows             *rows,
            VnusTimelineItem *item,
            int               width,
            guint             row)
{
  TimelineScene *scene = rows->scene;
  const int end = item->x + item->width, right = end + TIMELINE_GAP, left = item->x - TIMELINE_GAP - width;

  if (right + width <= scene->right && is_free (rows->rows[row], item->x, right + width))
    {
      take (rows, item, row, item->x, right + width);
      set_label (item, VNUS_SHAPE_ANCHOR_START, right, width, NULL);
      return TRUE;
    }
  if (left >= scene->left && is_free (rows->rows[row], left, end))
    {
      take (rows, item, row, left, end);
      set_label (item, VNUS_SHAPE_ANCHOR_END, left, width, NULL);
      return TRUE;
    }

  return FALSE;
}

/* In the row above a bar that leaves no room beside it. */
static gboolean
try_above (Rows             *rows,
           VnusTimelineItem *item,
           int               width,
           guint             row)
{
  const int x = MIN (item->x, rows->scene->right - width);

  if (item->is_point || row == 0 || x < rows->scene->left || !is_free (rows->rows[row - 1], x, x + width) ||
      !is_free (rows->rows[row], item->x, item->x + item->width))
    return FALSE;

  take (rows, item, row - 1, x, x + width);
  take (rows, item, row, item->x, item->x + item->width);
  set_label (item, VNUS_SHAPE_ANCHOR_START, x, width, NULL);
  item->is_label_above = TRUE;

  return TRUE;
}

static gboolean
try_label (Rows             *rows,
           VnusTimelineItem *item,
           gboolean          has_dates,
           int               most)
{
  g_autofree char *label = _vnus_timeline_make_label (rows->scene, item, has_dates, most);
  const int width = _vnus_text_width (label, VNUS_SIZE_SMALL, item->is_subject);

  for (guint row = 0; row < MOST_ROWS; row++)
    if (try_beside (rows, item, width, row) || try_above (rows, item, width, row))
      {
        item->label = g_steal_pointer (&label);
        return TRUE;
      }

  return FALSE;
}

/* One of many that lie over each other: a stroke at its middle, since bars would
 * look like one. */
static void
crowd (VnusTimelineItem *item)
{
  item->x += (item->width - TIMELINE_MARK) / 2;
  item->width = TIMELINE_MARK;
  item->certain_x = item->x;
  item->certain_width = item->certain_width > 0 ? item->width : 0;
  item->is_crowded = TRUE;
}

static void
drop_label (Rows             *rows,
            VnusTimelineItem *item)
{
  rows->lane->n_dropped++;
  for (guint row = 0; row < MOST_ROWS; row++)
    if (is_free (rows->rows[row], item->x, item->x + item->width))
      {
        take (rows, item, row, item->x, item->x + item->width);
        return;
      }

  crowd (item);
  item->row = MOST_ROWS;
  rows->overflows = TRUE;
}

/* The label in full, with its dates if there is room for such; else without
 * them, and then shortened. Where there is much, all are short. */
static void
place (Rows             *rows,
       VnusTimelineItem *item)
{
  TimelineScene *scene = rows->scene;
  const int whole = scene->right - scene->left;
  const gboolean is_dense = rows->items->len > MANY_ITEMS;
  const gboolean has_dates = !is_dense && (gint64) scene->last - scene->first < DAYS_WITH_DATES;

  if ((has_dates && try_label (rows, item, TRUE, whole)) || (!is_dense && try_label (rows, item, FALSE, whole)) ||
      try_label (rows, item, FALSE, whole / 2) || try_label (rows, item, FALSE, whole / 4))
    return;

  drop_label (rows, item);
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const VnusTimelineItem *one = *(VnusTimelineItem *const *) a, *other = *(VnusTimelineItem *const *) b;

  if (one->importance != other->importance)
    return one->importance < other->importance ? -1 : 1;
  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;

  return g_strcmp0 (vnus_record_get_id (one->record), vnus_record_get_id (other->record));
}

static void
fill_rows (Rows *rows)
{
  g_ptr_array_sort (rows->items, compare_importance);
  for (guint i = 0; i < MOST_ROWS; i++)
    rows->rows[i] = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < rows->items->len; i++)
    place (rows, g_ptr_array_index (rows->items, i));
  for (guint i = 0; i < MOST_ROWS; i++)
    g_array_unref (rows->rows[i]);

  rows->lane->n_rows = rows->overflows ? MOST_ROWS + 1 : rows->n_rows;
}

/* ---- Bands ---- */

static int
rank_of_level (TimelineScene    *scene,
               VnusTimelineItem *item)
{
  VnusRecord *level = item->level != NULL ? _vnus_chronicle_lookup_base (scene->view, item->level) : NULL;

  return level != NULL && VNUS_IS_LEVEL (level) ? vnus_level_get_rank (VNUS_LEVEL (level)) : 0;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  VnusTimelineItem *one = *(VnusTimelineItem *const *) a, *other = *(VnusTimelineItem *const *) b;
  const int rank = rank_of_level (user_data, one), other_rank = rank_of_level (user_data, other);

  if (rank != other_rank)
    return rank > other_rank ? -1 : 1;
  if (g_strcmp0 (one->level, other->level) != 0)
    return g_strcmp0 (one->level, other->level);

  return compare_importance (a, b);
}

/* The highest level stands highest, its name above it. */
static void
fill_bands (Rows *rows)
{
  TimelineScene *scene = rows->scene;
  const char *level = NULL;
  int free_from = scene->left;

  g_ptr_array_sort_with_data (rows->items, compare_ranks, scene);
  for (guint i = 0; i < rows->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (rows->items, i);
      g_autofree char *label = _vnus_timeline_make_label (scene, item, FALSE, scene->right - scene->left);

      if (i == 0 || g_strcmp0 (level, item->level) != 0)
        {
          rows->n_rows++;
          free_from = scene->left;
        }
      level = item->level;
      item->row = rows->n_rows - 1;
      item->label_width = _vnus_text_width (label, VNUS_SIZE_SMALL, FALSE);
      item->label_x = MIN (item->x, scene->right - item->label_width);
      if (item->label_x < free_from)
        {
          rows->lane->n_dropped++;
          continue;
        }
      item->label = g_steal_pointer (&label);
      item->anchor = VNUS_SHAPE_ANCHOR_START;
      free_from = item->label_x + item->label_width + CLEARANCE;
    }
  rows->lane->n_rows = rows->n_rows;
}

/* ---- Lanes ---- */

static int
height_of_title (const VnusTimelineLane *lane)
{
  const int n_lines = (int) g_strv_length (lane->lines) + (lane->n_dropped > 0);

  return n_lines * TITLE_LINE + 2 * PADDING;
}

static void
place_rows (Rows *rows)
{
  VnusTimelineLane *lane = rows->lane;
  const int row_height = lane->is_band ? TIMELINE_BAND_ROW : TIMELINE_ROW;

  lane->y = rows->scene->bottom;
  lane->height = MAX ((int) lane->n_rows * row_height + 2 * PADDING, height_of_title (lane));
  rows->scene->bottom = lane->y + lane->height;

  for (guint i = 0; i < rows->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (rows->items, i);
      const int top = lane->y + PADDING + (int) item->row * row_height;

      item->y = lane->is_band ? top + 16 : top + (TIMELINE_ROW - TIMELINE_BAR) / 2;
      item->label_y = lane->is_band ? top + 12 : item->is_label_above ? top - TIMELINE_ROW + 15 : top + 13;
    }
}

void
_vnus_timeline_fill_lane (TimelineScene *scene,
                          guint          lane)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Rows rows = { .scene = scene, .lane = g_ptr_array_index (scene->lanes, lane), .items = items };

  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);

      if (item->lane != lane)
        continue;
      measure_mark (scene, item);
      g_ptr_array_add (items, item);
    }

  rows.lane->lines = _vnus_text_wrap (rows.lane->title, VNUS_SIZE_SMALL, TRUE, TIMELINE_GUTTER - 2 * PADDING, TITLE_LINES);
  if (rows.lane->is_band)
    fill_bands (&rows);
  else
    fill_rows (&rows);
  place_rows (&rows);
}
