/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a chart as shapes: a scale that starts at zero (or at the first rank),
 * a line for each observation over its period, and a field where the value may
 * lie besides. */
#include "timeline/chart-private.h"

#include <math.h>

#include "time/calendar-private.h"
#include "timeline/text-width-private.h"
#include "timeline/timeline-private.h"
#include "wording/vnus-message-private.h"

#define MARGIN       16
#define TOP          76
#define HEIGHT       240
#define FIELD        16 /* of a bound that leaves the other side open */
#define FIELD_WIDTH  24
#define STROKE       3
#define LINE         16
#define LEAST_PERIOD 12
#define MARK         9
#define MOST_TICKS   8

typedef struct
{
  ChartScene    *scene;
  VnusPicture   *picture;
  TimelineScene  axis;      /* of time */
  double         low, high; /* of values */
  double         step;
  int            decimals;  /* the power of ten of the step */
  GArray        *taken;     /* (element-type Box) by labels */
  guint          n_dropped;
} Plot;

typedef struct
{
  int x, y, width, height;
} Box;

/* ---- Scales ---- */

/* A round step: 1, 2 or 5 times a power of ten. */
static void
choose_step (Plot   *plot,
             double  extent)
{
  static const int factors[] = { 1, 2, 5 };

  for (int power = -12; power < 40; power++)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        plot->step = factors[i] * pow (10, power);
        plot->decimals = power;
        if (plot->step * (MOST_TICKS - 1) >= extent && (!plot->scene->is_rank || plot->step >= 1))
          return;
      }
}

static void
find_values (Plot *plot)
{
  ChartScene *scene = plot->scene;
  double low = scene->is_rank ? 1 : 0, high = scene->is_rank ? 2 : 0;

  for (guint i = 0; i < scene->points->len; i++)
    {
      const ChartPoint *point = g_ptr_array_index (scene->points, i);

      low = MIN (low, point->least);
      high = MAX (high, point->most);
    }
  if (high <= low)
    high = low + 1;

  choose_step (plot, high - low);
  plot->low = scene->is_rank ? low : floor (low / plot->step) * plot->step;
  plot->high = plot->low + ceil ((high - plot->low) / plot->step) * plot->step;
}

static int
y_of (Plot   *plot,
      double  value)
{
  const double part = CLAMP ((value - plot->low) / (plot->high - plot->low), 0.0, 1.0);
  const int up = (int) floor (part * HEIGHT + 0.5);

  return plot->scene->is_rank ? TOP + up : TOP + HEIGHT - up;
}

/* Exactly: the steps are round. */
static char *
say_tick (Plot *plot,
          int   i)
{
  const int factor = (int) floor (plot->step / pow (10, plot->decimals) + 0.5);
  const gint64 units = (gint64) floor (plot->low / plot->step + 0.5) * factor + (gint64) i * factor;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, units);

  if (plot->scene->is_rank)
    return _vnus_message_ordinal (plot->scene->language, (int) floor (plot->low + i * plot->step + 0.5));

  if (units != 0 && plot->decimals != 0)
    {
      g_autofree char *zeros = g_strnfill (MAX (plot->decimals, 0), '0');
      char *scaled = plot->decimals > 0 ? g_strconcat (number, zeros, NULL)
                                        : g_strdup_printf ("%sE%d", number, plot->decimals);

      g_free (number);
      number = scaled;
    }

  return _vnus_message_amount (plot->scene->language, number, NULL, plot->scene->unit);
}

/* Whole years about all periods. */
static void
find_time (Plot *plot,
           int   left)
{
  ChartScene *scene = plot->scene;
  int first = 0, last = 0, year, month, day;

  for (guint i = 0; i < scene->points->len; i++)
    {
      const ChartPoint *point = g_ptr_array_index (scene->points, i);

      first = i == 0 ? point->first : MIN (first, point->first);
      last = i == 0 ? point->last : MAX (last, point->last);
    }

  ymd_from_day (CLAMP (first, FIRST_DAY, LAST_DAY), &year, &month, &day);
  plot->axis.first = day_from_ymd (year, 1, 1);
  ymd_from_day (CLAMP (last, FIRST_DAY, LAST_DAY), &year, &month, &day);
  plot->axis.last = day_from_ymd (year, 12, 31);
  plot->axis.language = scene->language;
  plot->axis.left = left;
  plot->axis.right = scene->width - MARGIN;
}

/* ---- Grid ---- */

static int
draw_values (Plot *plot,
             gboolean only_measure)
{
  const int n = (int) floor ((plot->high - plot->low) / plot->step + 0.5);
  int width = 0;

  for (int i = 0; i <= n; i++)
    {
      g_autofree char *label = say_tick (plot, i);
      const int y = y_of (plot, plot->low + i * plot->step);

      width = MAX (width, _vnus_text_width (label, VNUS_SIZE_SMALL, FALSE));
      if (only_measure)
        continue;
      _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_LINE, i == 0 ? VNUS_SHAPE_STYLE_SOFT : VNUS_SHAPE_STYLE_FAINT,
                         plot->axis.left, y, plot->axis.right - plot->axis.left, 0);
      _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOFT, plot->axis.left - 6, y + 4, VNUS_SHAPE_ANCHOR_END,
                              VNUS_SIZE_SMALL, FALSE, label);
    }

  return width;
}

static void
draw_time (Plot *plot)
{
  g_autoptr (GArray) ticks = _vnus_timeline_list_ticks (&plot->axis);

  for (guint i = 0; i < ticks->len; i++)
    _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_FAINT,
                       g_array_index (ticks, TimelineTick, i).x, TOP, 0, HEIGHT + 14);
  _vnus_timeline_draw_axis_labels (&plot->axis, plot->picture, ticks, TOP + HEIGHT + 13);
}

/* ---- Points ---- */

static void
draw_mark (VnusPicture *picture,
           guint        series,
           int          x,
           int          y)
{
  static const struct
  {
    VnusShapeKind  kind;
    VnusShapeStyle style;
  } marks[] = {
    { VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_SOLID }, { VNUS_SHAPE_KIND_CIRCLE, VNUS_SHAPE_STYLE_SOLID },
    { VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID }, { VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_HOLLOW },
    { VNUS_SHAPE_KIND_CIRCLE, VNUS_SHAPE_STYLE_HOLLOW }, { VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HOLLOW },
    { VNUS_SHAPE_KIND_CROSS, VNUS_SHAPE_STYLE_SOLID },
  };
  const guint i = series % G_N_ELEMENTS (marks);

  _vnus_picture_add (picture, marks[i].kind, marks[i].style, x - MARK / 2, y - MARK / 2, MARK, MARK);
}

/* Where the value may lie besides: above, below, or both. */
static void
find_field (Plot             *plot,
            const ChartPoint *point,
            int              *top,
            int              *bottom)
{
  const int a = y_of (plot, point->least), b = y_of (plot, point->most);
  gboolean is_more = point->bound == VNUS_BOUND_MORE_THAN || point->bound == VNUS_BOUND_AT_LEAST;
  gboolean is_less = point->bound == VNUS_BOUND_LESS_THAN || point->bound == VNUS_BOUND_AT_MOST;

  *top = MIN (a, b);
  *bottom = MAX (a, b);
  if (is_more || point->bound == VNUS_BOUND_ABOUT)
    *top -= point->bound == VNUS_BOUND_ABOUT ? FIELD / 2 : FIELD;
  if (is_less || point->bound == VNUS_BOUND_ABOUT)
    *bottom = MIN (*bottom + (point->bound == VNUS_BOUND_ABOUT ? FIELD / 2 : FIELD), TOP + HEIGHT);
}

static gboolean
is_free (Plot      *plot,
         const Box *box)
{
  for (guint i = 0; i < plot->taken->len; i++)
    {
      const Box *other = &g_array_index (plot->taken, Box, i);

      if (box->x < other->x + other->width && other->x < box->x + box->width && box->y < other->y + other->height &&
          other->y < box->y + box->height)
        return FALSE;
    }

  return box->x >= 0 && box->x + box->width <= plot->scene->width;
}

/* Above what is drawn, or else below; with its mark if there are several. */
static void
draw_label (Plot             *plot,
            const ChartPoint *point,
            int               middle,
            int               top,
            int               bottom)
{
  const int sign = plot->scene->series->len > 1 ? MARK + 4 : 0;
  const int width = _vnus_text_width (point->words, VNUS_SIZE_SMALL, FALSE) + sign;
  const int x = CLAMP (middle - width / 2, plot->axis.left, MAX (plot->axis.right - width, plot->axis.left));
  const int tops[] = { top - LINE - 2, bottom + 8, top - 2 * LINE - 2, bottom + LINE + 8 };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      const Box box = { x, tops[i], width, LINE - 2 };

      if (tops[i] < TOP - LINE - FIELD + 2 || tops[i] + LINE > TOP + HEIGHT || !is_free (plot, &box))
        continue;
      g_array_append_val (plot->taken, box);
      if (sign > 0)
        draw_mark (plot->picture, point->series, x + MARK / 2, tops[i] + 7);
      _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOLID, x + sign, tops[i] + 11, VNUS_SHAPE_ANCHOR_START,
                              VNUS_SIZE_SMALL, FALSE, point->words);
      return;
    }

  plot->n_dropped++;
}

typedef struct
{
  int x, y, width;     /* of the line, which is as long as the period */
  int middle;          /* of the mark */
  int top, bottom;     /* of the field */
} Spot;

/* The marks of series that share a period stand side by side in it. */
static Spot
find_spot (Plot             *plot,
           const ChartPoint *point)
{
  const int n = (int) plot->scene->series->len;
  const int from = _vnus_timeline_x (&plot->axis, point->first), to = _vnus_timeline_x (&plot->axis, point->last + 1);
  Spot spot = { .y = y_of (plot, point->value), .width = MAX (to - from, LEAST_PERIOD) };

  spot.x = CLAMP (from, plot->axis.left, plot->axis.right - spot.width);
  spot.middle = spot.x + spot.width * (2 * (int) point->series + 1) / (2 * n);
  find_field (plot, point, &spot.top, &spot.bottom);

  return spot;
}

static char *
say_point (Plot             *plot,
           const ChartPoint *point)
{
  const ChartSeries *series = g_ptr_array_index (plot->scene->series, point->series);
  g_autofree char *doubt = NULL;

  if (point->is_vague)
    {
      doubt = _vnus_message_reasons (plot->scene->language, VNUS_REASONS_KNOWN_VAGUELY);
      return _vnus_say (plot->scene->language, "chart.point-doubted", VNUS_ARG_S ("series", series->title),
                        VNUS_ARG_S ("dates", point->dates), VNUS_ARG_S ("value", point->words), VNUS_ARG_S ("doubt", doubt));
    }

  return _vnus_say (plot->scene->language, "chart.point", VNUS_ARG_S ("series", series->title),
                    VNUS_ARG_S ("dates", point->dates), VNUS_ARG_S ("value", point->words));
}

static void
draw_point (Plot             *plot,
            const ChartPoint *point)
{
  g_autofree char *title = say_point (plot, point);
  const Spot spot = find_spot (plot, point);
  const Box line = { spot.x, spot.y - STROKE, spot.width, 2 * STROKE };
  const Box field = { spot.middle - FIELD_WIDTH / 2, spot.top, FIELD_WIDTH, spot.bottom - spot.top };
  const Box mark = { spot.middle - MARK / 2, spot.y - MARK / 2, MARK, MARK };

  _vnus_picture_begin (plot->picture, vnus_record_get_id (point->record), title);
  if (field.height > 0)
    _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HATCHED, field.x, field.y, field.width,
                       field.height);
  if (point->is_vague)
    _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_DASHED, spot.x + 1, spot.y, spot.width - 2, 0);
  else
    _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, spot.x + 1, spot.y - STROKE / 2,
                       spot.width - 2, STROKE);
  draw_mark (plot->picture, point->series, spot.middle, spot.y);
  g_array_append_val (plot->taken, line);
  g_array_append_val (plot->taken, field);
  g_array_append_val (plot->taken, mark);
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const ChartPoint *one = *(ChartPoint *const *) a, *other = *(ChartPoint *const *) b;
  const int y = y_of (user_data, one->value), other_y = y_of (user_data, other->value);

  return y != other_y ? y - other_y : g_strcmp0 (vnus_record_get_id (one->record), vnus_record_get_id (other->record));
}

/* Labels come last, since they give way to all that is drawn; the highest first,
 * so that what lies lower is labelled below. */
static void
draw_points (Plot *plot)
{
  ChartScene *scene = plot->scene;
  g_autoptr (GPtrArray) by_height = g_ptr_array_sized_new (scene->points->len);

  for (guint i = 0; i < scene->points->len; i++)
    {
      draw_point (plot, g_ptr_array_index (scene->points, i));
      g_ptr_array_add (by_height, g_ptr_array_index (scene->points, i));
    }
  g_ptr_array_sort_with_data (by_height, compare_heights, plot);
  for (guint i = 0; i < by_height->len; i++)
    {
      const ChartPoint *point = g_ptr_array_index (by_height, i);
      const Spot spot = find_spot (plot, point);

      _vnus_picture_begin (plot->picture, vnus_record_get_id (point->record), NULL);
      draw_label (plot, point, spot.middle, MIN (spot.top, spot.y - MARK / 2),
                  MAX (spot.bottom, spot.y + MARK / 2));
    }
}

/* ---- Words ---- */

static int
draw_legend (Plot *plot)
{
  ChartScene *scene = plot->scene;
  int y = TOP + HEIGHT + 36;

  _vnus_picture_begin (plot->picture, NULL, NULL);
  for (guint i = 0; i < scene->series->len; i++, y += LINE)
    {
      const ChartSeries *series = g_ptr_array_index (scene->series, i);
      g_autofree char *fitted = _vnus_text_fit (series->title, VNUS_SIZE_SMALL, FALSE, scene->width - 2 * MARGIN - 24);

      draw_mark (plot->picture, i, MARGIN + 6, y - 4);
      _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOFT, MARGIN + 24, y, VNUS_SHAPE_ANCHOR_START,
                              VNUS_SIZE_SMALL, FALSE, fitted);
    }
  for (guint i = 0; i < vnus_picture_get_n_shapes (plot->picture); i++)
    {
      VnusShape *shape = vnus_picture_get_shape (plot->picture, i);

      if (shape->style == VNUS_SHAPE_STYLE_HATCHED)
        {
          g_autofree char *words = _vnus_message_format (scene->language, "chart.field", NULL, 0);

          _vnus_picture_add (plot->picture, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HATCHED, MARGIN, y - 9, 13, 9);
          _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOFT, MARGIN + 24, y, VNUS_SHAPE_ANCHOR_START,
                                  VNUS_SIZE_SMALL, FALSE, words);
          return y + LINE;
        }
    }

  return y;
}

static char *
describe (Plot *plot)
{
  ChartScene *scene = plot->scene;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;

  if (scene->points->len == 0)
    return _vnus_message_format (scene->language, "chart.empty", NULL, 0);

  for (guint i = 0; i < scene->points->len; i++)
    {
      const ChartPoint *point = g_ptr_array_index (scene->points, i);
      g_autofree char *words = say_point (plot, point);

      g_strv_builder_add (builder, words);
    }
  items = g_strv_builder_end (builder);

  return _vnus_say (scene->language, "chart.description", VNUS_ARG_L ("points", items),
                    VNUS_ARG_I ("left_out", scene->n_left_out), VNUS_ARG_I ("unlabelled", plot->n_dropped));
}

static char *
make_title (ChartScene *scene)
{
  const ChartSeries *series = scene->series->len > 0 ? g_ptr_array_index (scene->series, 0) : NULL;
  gboolean is_one = TRUE;

  for (guint i = 1; i < scene->series->len; i++)
    is_one = is_one && g_str_equal (((ChartSeries *) g_ptr_array_index (scene->series, i))->indicator, series->indicator);

  return _vnus_say (scene->language, "chart.heading", VNUS_ARG_S ("name", series != NULL ? series->title : ""),
                    VNUS_ARG_S ("more", is_one ? "no" : "yes"));
}

static void
draw_words (Plot *plot)
{
  g_autofree char *title = make_title (plot->scene);
  g_auto (GStrv) lines = _vnus_text_wrap (title, VNUS_SIZE_HEADING, TRUE, plot->scene->width - 2 * MARGIN, 2);
  g_autofree char *description = describe (plot);

  _vnus_picture_set_words (plot->picture, title, description);
  for (guint i = 0; lines[i] != NULL; i++)
    _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOLID, MARGIN, 24 + (int) i * 20, VNUS_SHAPE_ANCHOR_START,
                            VNUS_SIZE_HEADING, TRUE, lines[i]);
  if (plot->scene->points->len == 0)
    _vnus_picture_add_text (plot->picture, VNUS_SHAPE_STYLE_SOFT, MARGIN, 24 + 2 * LINE, VNUS_SHAPE_ANCHOR_START,
                            VNUS_SIZE_TEXT, FALSE, description);
}

VnusPicture *
_vnus_chart_draw (ChartScene *scene)
{
  const char *indicator = scene->points->len > 0 ? ((ChartSeries *) g_ptr_array_index (scene->series, 0))->indicator : "none";
  g_autofree char *id = g_strdup_printf ("chart-%s", indicator);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  Plot plot = { .scene = scene, .picture = _vnus_picture_new (id, scene->language), .taken = taken };
  int bottom = 24 + 3 * LINE;

  if (scene->points->len > 0)
    {
      find_values (&plot);
      find_time (&plot, MARGIN + draw_values (&plot, TRUE) + 6);
      draw_values (&plot, FALSE);
      draw_time (&plot);
      draw_points (&plot);
      bottom = draw_legend (&plot);
    }
  draw_words (&plot);
  _vnus_picture_set_size (plot.picture, scene->width, bottom);

  return plot.picture;
}
