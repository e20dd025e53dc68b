/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: the days that a timeline shows, their scale, and its ticks. */
#include "timeline/timeline-private.h"

#include "time/calendar-private.h"
#include "timeline/text-width-private.h"

/* About an event: the months before it and after. */
#define MONTHS_BEFORE 18
#define MONTHS_AFTER  3
/* The standpoint is shown if it is not farther off than this. */
#define MONTHS_TO_STANDPOINT 12

static gboolean
is_bounded (int day)
{
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/* The first day of the month of @day, @months later. */
static int
month_start (int day,
             int months)
{
  int year, month, ignored;

  ymd_from_day (day, &year, &month, &ignored);
  month += months - 1;
  year += month >= 0 ? month / 12 : -((11 - month) / 12);
  month = (month % 12 + 12) % 12;

  return CLAMP (day_from_ymd (CLAMP (year, YEAR_MIN, YEAR_MAX), month + 1, 1), FIRST_DAY, LAST_DAY - 31);
}

static int
month_end (int day,
           int months)
{
  return month_start (day, months + 1) - 1;
}

/* The months about the event that it is about; FALSE if that has no day. */
static gboolean
window_about_subject (TimelineScene *scene)
{
  VnusTimelineItem *item = NULL;
  int first, last;

  for (guint i = 0; i < scene->items->len && item == NULL; i++)
    if (((VnusTimelineItem *) g_ptr_array_index (scene->items, i))->is_subject)
      item = g_ptr_array_index (scene->items, i);
  if (item == NULL || (!is_bounded (item->first) && !is_bounded (item->last)))
    return FALSE;

  first = is_bounded (item->first) ? item->first : item->last;
  last = is_bounded (item->last) ? item->last : first;
  scene->first = month_start (first, -MONTHS_BEFORE);
  scene->last = month_end (last, MONTHS_AFTER);
  if (is_bounded (scene->today) && scene->today > scene->last && scene->today <= month_end (last, MONTHS_TO_STANDPOINT))
    scene->last = month_end (scene->today, 0);

  return TRUE;
}

/* Whole years about all that is there, and the standpoint. */
static void
window_of_items (TimelineScene *scene)
{
  int first = G_MAXINT, last = G_MININT, year, month, day;

  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);
      const int days[] = { item->first, item->last, item->certain_first, item->certain_last };

      for (guint d = 0; d < G_N_ELEMENTS (days); d++)
        if (is_bounded (days[d]))
          {
            first = MIN (first, days[d]);
            last = MAX (last, days[d]);
          }
    }
  if (first > last)
    first = last = is_bounded (scene->today) ? scene->today : 0;
  if (is_bounded (scene->today) && scene->today > last && scene->today <= month_end (last, MONTHS_TO_STANDPOINT))
    last = scene->today;

  ymd_from_day (first, &year, &month, &day);
  scene->first = day_from_ymd (year, 1, 1);
  ymd_from_day (last, &year, &month, &day);
  scene->last = day_from_ymd (year, 12, 31);
}

/* Leaves only what touches the window. */
static void
leave_window (TimelineScene *scene)
{
  for (guint i = scene->items->len; i > 0; i--)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i - 1);

      if (item->last < scene->first || item->first > scene->last)
        g_ptr_array_remove_index (scene->items, i - 1);
    }
}

void
_vnus_timeline_find_window (TimelineScene *scene)
{
  if (scene->window != NULL)
    {
      scene->first = vnus_date_get_earliest_start (scene->window);
      scene->last = vnus_date_get_latest_end (scene->window);
    }
  else if (!window_about_subject (scene))
    {
      window_of_items (scene);
      return;
    }

  leave_window (scene);
}

int
_vnus_timeline_x (TimelineScene *scene,
                  int            day)
{
  const gint64 n_days = (gint64) scene->last + 1 - scene->first;
  const gint64 into = CLAMP ((gint64) day - scene->first, 0, n_days);

  return scene->left + (int) (into * (scene->right - scene->left) / n_days);
}

/* ---- Ticks ---- */

static void
tick_clear (gpointer data)
{
  g_free (((TimelineTick *) data)->label);
}

static char *
make_label (TimelineScene *scene,
            int            month,
            int            step)
{
  const int year = month >= 0 ? month / 12 : -((11 - month) / 12);
  g_autoptr (VnusDate) date = vnus_date_new_ymd (year, step % 12 == 0 ? 0 : month - year * 12 + 1, 0);

  return date != NULL ? vnus_date_format (date, scene->language, VNUS_DATE_STYLE_SHORT) : g_strdup ("");
}

/* The ticks every @step months; NULL if their labels are in each other's way. */
static GArray *
try_ticks (TimelineScene *scene,
           int            step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TimelineTick));
  int year, month, day, free_from = scene->left;

  g_array_set_clear_func (ticks, tick_clear);
  ymd_from_day (scene->first, &year, &month, &day);
  month = year * 12 + month - 1;
  if (day > 1)
    month++;
  while (month % step != 0)
    month++;

  for (;; month += step)
    {
      const int y = month >= 0 ? month / 12 : -((11 - month) / 12);
      const int start = day_from_ymd (y, month - y * 12 + 1, 1);
      TimelineTick tick;

      if (start > scene->last)
        return ticks;
      tick.x = _vnus_timeline_x (scene, start);
      tick.label = make_label (scene, month, step);
      g_array_append_val (ticks, tick);
      if (tick.x < free_from)
        break;
      free_from = tick.x + 3 + _vnus_text_width (tick.label, VNUS_SIZE_SMALL, FALSE) + TIMELINE_GAP;
    }

  g_array_unref (ticks);
  return NULL;
}

GArray *
_vnus_timeline_list_ticks (TimelineScene *scene)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000 };
  GArray *ticks = NULL;

  for (guint i = 0; ticks == NULL && i < G_N_ELEMENTS (steps); i++)
    if (((gint64) scene->last - scene->first) / 30 / steps[i] <= (scene->right - scene->left) / 20)
      ticks = try_ticks (scene, steps[i]);

  return ticks != NULL ? ticks : g_array_new (FALSE, FALSE, sizeof (TimelineTick));
}
