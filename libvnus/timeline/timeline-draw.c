/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a timeline that is laid out, as shapes. */
#include "timeline/timeline-private.h"

#include <string.h>

#include "timeline/text-width-private.h"
#include "wording/vnus-message-private.h"

#define LINE_HEADING  24
#define LINE_TEXT     16
#define LINE_AXIS     18
#define LEGEND_SAMPLE 22
#define LEGEND_GAP    18
#define TITLE_LINE    14

/* Higher than this, the axis is repeated below. */
#define HIGH 420

/* ---- Items ---- */

/* Not told as done. */
static gboolean
is_open (const VnusTimelineItem *item)
{
  return item->standing == VNUS_TIMELINE_STANDING_PLANNED || item->standing == VNUS_TIMELINE_STANDING_LATER ||
         item->standing == VNUS_TIMELINE_STANDING_ANNOUNCED;
}

static void
draw_point (VnusPicture      *picture,
            VnusTimelineItem *item)
{
  VnusShapeKind kind = VNUS_SHAPE_KIND_DIAMOND;
  VnusShapeStyle style = VNUS_SHAPE_STYLE_HOLLOW;

  if (is_open (item))
    kind = VNUS_SHAPE_KIND_CIRCLE;
  else if (item->truth == VNUS_TRUTH_NO)
    kind = VNUS_SHAPE_KIND_CROSS;
  else if (item->truth == VNUS_TRUTH_CERTAINLY && item->certain_width > 0)
    style = VNUS_SHAPE_STYLE_SOLID;

  _vnus_picture_add (picture, kind, kind == VNUS_SHAPE_KIND_CROSS ? VNUS_SHAPE_STYLE_SOLID : style, item->x, item->y,
                     item->width, item->height);
}

static void
draw_bar (VnusPicture      *picture,
          VnusTimelineItem *item)
{
  const gboolean is_whole = item->certain_width >= item->width;

  if (item->truth == VNUS_TRUTH_NO || is_open (item))
    {
      _vnus_picture_add (picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_DASHED, item->x, item->y, item->width,
                         item->height);
      if (item->truth == VNUS_TRUTH_NO)
        _vnus_picture_add (picture, VNUS_SHAPE_KIND_CROSS, VNUS_SHAPE_STYLE_SOLID, item->x + item->width / 2 - 4, item->y,
                           TIMELINE_MARK, item->height);
      return;
    }

  if (item->truth != VNUS_TRUTH_CERTAINLY || !is_whole)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HATCHED, item->x, item->y, item->width,
                       item->height);
  if (item->truth == VNUS_TRUTH_CERTAINLY && item->certain_width > 0)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, item->certain_x, item->y,
                       item->certain_width, item->height);
}

static void
draw_item (VnusPicture      *picture,
           VnusTimelineItem *item)
{
  _vnus_picture_begin (picture, vnus_record_get_id (item->record), item->title);
  if (item->is_crowded)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_SOFT, item->x + item->width / 2, item->y, 0,
                       item->height);
  else if (item->is_point)
    draw_point (picture, item);
  else
    draw_bar (picture, item);

  if (item->label != NULL)
    _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOLID,
                            item->anchor == VNUS_SHAPE_ANCHOR_END ? item->label_x + item->label_width : item->label_x,
                            item->label_y, item->anchor, VNUS_SIZE_SMALL, item->is_subject, item->label);
}

/* ---- Around them ---- */

static char *
say_dropped (TimelineScene *scene,
             guint          n)
{
  return _vnus_say (scene->language, "timeline.dropped", VNUS_ARG_I ("n", n));
}

static void
draw_lane (TimelineScene    *scene,
           VnusPicture      *picture,
           VnusTimelineLane *lane,
           guint             position)
{
  int y = lane->y + TITLE_LINE;

  if (position % 2 == 0)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_FAINT, TIMELINE_MARGIN, lane->y,
                       scene->right - TIMELINE_MARGIN, lane->height);
  for (guint i = 0; lane->lines[i] != NULL; i++, y += TITLE_LINE)
    _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOLID, TIMELINE_MARGIN + 4, y, VNUS_SHAPE_ANCHOR_START,
                            VNUS_SIZE_SMALL, TRUE, lane->lines[i]);
  if (lane->n_dropped > 0)
    {
      g_autofree char *words = say_dropped (scene, lane->n_dropped);
      g_autofree char *fitted = _vnus_text_fit (words, VNUS_SIZE_SMALL, FALSE, TIMELINE_GUTTER - 8);

      _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN + 4, y, VNUS_SHAPE_ANCHOR_START,
                              VNUS_SIZE_SMALL, FALSE, fitted);
    }
}

void
_vnus_timeline_draw_axis_labels (TimelineScene *scene,
                                 VnusPicture   *picture,
                                 GArray        *ticks,
                                 int            baseline)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const TimelineTick *tick = &g_array_index (ticks, TimelineTick, i);

      if (tick->x + 3 + _vnus_text_width (tick->label, VNUS_SIZE_SMALL, FALSE) <= scene->right)
        _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, tick->x + 3, baseline, VNUS_SHAPE_ANCHOR_START,
                                VNUS_SIZE_SMALL, FALSE, tick->label);
    }
}

static void
draw_axis (TimelineScene *scene,
           VnusPicture   *picture,
           GArray        *ticks)
{
  const int height = scene->bottom - scene->top;
  const gboolean is_high = height > HIGH;

  for (guint i = 0; i < ticks->len; i++)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_FAINT, g_array_index (ticks, TimelineTick, i).x,
                       scene->top - 12, 0, height + (is_high ? 24 : 12));
  _vnus_picture_add (picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN, scene->top,
                     scene->right - TIMELINE_MARGIN, 0);
  _vnus_picture_add (picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN, scene->bottom,
                     scene->right - TIMELINE_MARGIN, 0);
  _vnus_timeline_draw_axis_labels (scene, picture, ticks, scene->top - 5);
  if (is_high)
    _vnus_timeline_draw_axis_labels (scene, picture, ticks, scene->bottom + 12);
  if (scene->today >= scene->first && scene->today < scene->last)
    _vnus_picture_add (picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_DASHED, _vnus_timeline_x (scene, scene->today + 1),
                       scene->top, 0, height);
}

/* ---- Legend ---- */

typedef struct
{
  const char     *key;
  VnusShapeKind   kind;
  VnusShapeStyle  style;
} Sign;

static const Sign signs[] = {
  { "certain", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID },
  { "possible", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HATCHED },
  { "planned", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_DASHED },
  { "day", VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_SOLID },
  { "vague_day", VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_HOLLOW },
  { "planned_day", VNUS_SHAPE_KIND_CIRCLE, VNUS_SHAPE_STYLE_HOLLOW },
  { "crowded", VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_SOFT },
  { "off", VNUS_SHAPE_KIND_CROSS, VNUS_SHAPE_STYLE_SOLID },
};

static gboolean
is_drawn (VnusPicture *picture,
          const Sign  *sign,
          guint        n_shapes)
{
  for (guint i = 0; i < n_shapes; i++)
    {
      VnusShape *shape = vnus_picture_get_shape (picture, i);

      if (shape->record != NULL && shape->kind == sign->kind && shape->style == sign->style)
        return TRUE;
    }

  return FALSE;
}

/* Only of the signs that are there. Returns where it ends. */
static int
draw_legend (TimelineScene *scene,
             VnusPicture   *picture,
             int            y)
{
  const guint n_shapes = vnus_picture_get_n_shapes (picture);
  int x = TIMELINE_MARGIN + 4;

  _vnus_picture_begin (picture, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const gboolean is_bar = signs[i].kind == VNUS_SHAPE_KIND_RECTANGLE, is_line = signs[i].kind == VNUS_SHAPE_KIND_LINE;
      g_autofree char *words = NULL;
      int width;

      if (!is_drawn (picture, &signs[i], n_shapes))
        continue;
      words = _vnus_say (scene->language, "timeline.sign", VNUS_ARG_S ("sign", signs[i].key));
      width = LEGEND_SAMPLE + 5 + _vnus_text_width (words, VNUS_SIZE_SMALL, FALSE);
      if (x > TIMELINE_MARGIN + 4 && x + width > scene->right)
        {
          x = TIMELINE_MARGIN + 4;
          y += LINE_TEXT;
        }
      _vnus_picture_add (picture, signs[i].kind, signs[i].style, is_bar ? x : x + 6, y - 9,
                         is_bar ? LEGEND_SAMPLE : is_line ? 0 : TIMELINE_MARK, TIMELINE_BAR);
      _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, x + LEGEND_SAMPLE + 5, y, VNUS_SHAPE_ANCHOR_START,
                              VNUS_SIZE_SMALL, FALSE, words);
      x += width + LEGEND_GAP;
    }

  return y;
}

/* ---- Words ---- */

static char *
say_days (TimelineScene *scene)
{
  g_autoptr (VnusDate) first = vnus_date_new_day (scene->first);
  g_autoptr (VnusDate) last = vnus_date_new_day (scene->last);
  g_autofree char *text = NULL;
  g_autoptr (VnusDate) years = NULL;

  if (first == NULL || last == NULL)
    return g_strdup ("");

  text = g_strdup_printf ("%.4s/%.4s", vnus_date_get_text (first), vnus_date_get_text (last));
  if (strlen (vnus_date_get_text (first)) == 10 && strlen (vnus_date_get_text (last)) == 10)
    years = vnus_date_parse (g_str_has_prefix (text, text + 5) ? text + 5 : text, NULL);

  return vnus_date_format (years != NULL ? years : first, scene->language, VNUS_DATE_STYLE_SHORT);
}

static char *
say_undated (TimelineScene *scene)
{
  return _vnus_say (scene->language, "timeline.undated", VNUS_ARG_I ("n", scene->undated->len));
}

static char *
describe_lanes (TimelineScene *scene,
                const char    *days)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lanes = NULL;
  guint n_dropped = 0;
  g_autofree char *dropped = NULL;

  for (guint i = 0; i < scene->lanes->len; i++)
    {
      VnusTimelineLane *lane = g_ptr_array_index (scene->lanes, i);
      g_autofree char *words = _vnus_say (scene->language, "timeline.lane-count", VNUS_ARG_S ("title", lane->title),
                                          VNUS_ARG_I ("n", lane->n_items));

      n_dropped += lane->n_dropped;
      g_strv_builder_add (builder, words);
    }
  lanes = g_strv_builder_end (builder);
  if (lanes[0] == NULL)
    return _vnus_message_format (scene->language, "timeline.empty", NULL, 0);

  dropped = say_dropped (scene, n_dropped);
  return _vnus_say (scene->language, "timeline.description", VNUS_ARG_S ("days", days), VNUS_ARG_L ("lanes", lanes),
                    VNUS_ARG_S ("dropped", dropped), VNUS_ARG_S ("any", n_dropped > 0 ? "yes" : "no"));
}

static char *
describe (TimelineScene *scene,
          const char    *days)
{
  g_autofree char *lanes = describe_lanes (scene, days);
  g_autofree char *undated = NULL;

  if (scene->undated->len == 0)
    return g_steal_pointer (&lanes);

  undated = say_undated (scene);
  return g_strdup_printf ("%s %s", lanes, undated);
}

static void
draw_words (TimelineScene *scene,
            VnusPicture   *picture)
{
  g_autofree char *name = _vnus_timeline_name_of (scene, vnus_record_get_id (scene->subject));
  g_autofree char *clean = _vnus_text_clean (name);
  g_autofree char *days = say_days (scene);
  /* The name of an event mostly says its date. */
  g_autofree char *title = VNUS_IS_EVENT (scene->subject)
                             ? g_strdup (clean)
                             : _vnus_say (scene->language, "timeline.heading", VNUS_ARG_S ("name", clean),
                                          VNUS_ARG_S ("days", days));
  g_autofree char *fitted = _vnus_text_fit (title, VNUS_SIZE_HEADING, TRUE, scene->right - TIMELINE_MARGIN);
  g_autofree char *description = describe (scene, days);

  _vnus_picture_set_words (picture, title, description);
  _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOLID, TIMELINE_MARGIN, LINE_HEADING, VNUS_SHAPE_ANCHOR_START,
                          VNUS_SIZE_HEADING, TRUE, fitted);
  if (scene->standpoint != NULL)
    {
      g_autofree char *day = vnus_date_format (scene->standpoint, scene->language, VNUS_DATE_STYLE_PROSE);
      g_autofree char *words = _vnus_say (scene->language, "timeline.as-of", VNUS_ARG_S ("standpoint", day));

      _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN, LINE_HEADING + LINE_TEXT,
                              VNUS_SHAPE_ANCHOR_START, VNUS_SIZE_TEXT, FALSE, words);
    }
}

static void
draw_nothing (TimelineScene *scene,
              VnusPicture   *picture)
{
  g_autofree char *words = _vnus_message_format (scene->language, "timeline.empty", NULL, 0);

  _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN + 4, scene->top + LINE_TEXT,
                          VNUS_SHAPE_ANCHOR_START, VNUS_SIZE_TEXT, FALSE, words);
}

/* How many there are besides, below all else. Returns where it ends. */
static int
draw_undated (TimelineScene *scene,
              VnusPicture   *picture,
              int            y)
{
  g_autofree char *words = NULL;
  g_autofree char *fitted = NULL;

  if (scene->undated->len == 0)
    return y;

  words = say_undated (scene);
  fitted = _vnus_text_fit (words, VNUS_SIZE_SMALL, FALSE, scene->right - TIMELINE_MARGIN);
  _vnus_picture_add_text (picture, VNUS_SHAPE_STYLE_SOFT, TIMELINE_MARGIN + 4, y + LINE_TEXT, VNUS_SHAPE_ANCHOR_START,
                          VNUS_SIZE_SMALL, FALSE, fitted);
  return y + LINE_TEXT;
}

VnusPicture *
_vnus_timeline_draw (TimelineScene *scene)
{
  g_autofree char *id = g_strdup_printf ("timeline-%s", vnus_record_get_id (scene->subject));
  VnusPicture *picture = _vnus_picture_new (id, scene->language);
  g_autoptr (GArray) ticks = NULL;
  int y;

  scene->top = LINE_HEADING + (scene->standpoint != NULL ? LINE_TEXT : 0) + LINE_AXIS + 8;
  scene->bottom = scene->top;
  for (guint i = 0; i < scene->lanes->len; i++)
    _vnus_timeline_fill_lane (scene, i);
  if (scene->lanes->len == 0)
    scene->bottom += 2 * LINE_TEXT;

  draw_words (scene, picture);
  for (guint i = 0; i < scene->lanes->len; i++)
    draw_lane (scene, picture, g_ptr_array_index (scene->lanes, i), i);
  ticks = _vnus_timeline_list_ticks (scene);
  draw_axis (scene, picture, ticks);
  for (guint i = 0; i < scene->items->len; i++)
    draw_item (picture, g_ptr_array_index (scene->items, i));
  if (scene->lanes->len == 0)
    draw_nothing (scene, picture);

  y = draw_legend (scene, picture, scene->bottom + (scene->bottom - scene->top > HIGH ? LINE_AXIS + 16 : LINE_TEXT + 4));
  y = draw_undated (scene, picture, y);
  _vnus_picture_set_size (picture, scene->width, y + 12);

  return picture;
}
