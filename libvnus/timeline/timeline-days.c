/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: on which days an item certainly and possibly was, and how it stands.
 *
 * Certain is a day that every rival date and every choice of days within it
 * allows; possible is one that any of them allows. What has no end that is known
 * is certain up to the standpoint and no further. */
#include "timeline/timeline-private.h"

#include <vnus/vnus-stage.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

/* ---- Bounds ---- */

/* A level that is dated by its beginning alone goes on. */
static VnusBounds
bounds_of (VnusRecord *record,
           VnusDate   *date)
{
  VnusBounds bounds = _vnus_get_bounds (date);

  if (VNUS_IS_STAGE (record) && vnus_date_get_kind (date) != VNUS_DATE_KIND_INTERVAL)
    bounds.earliest_end = bounds.latest_end = VNUS_DAY_MAX;

  return bounds;
}

static void
set_days (VnusTimelineItem *item,
          VnusBounds        bounds,
          gboolean          is_first)
{
  item->first = is_first ? bounds.earliest_start : MIN (item->first, bounds.earliest_start);
  item->last = is_first ? bounds.latest_end : MAX (item->last, bounds.latest_end);
  item->certain_first = is_first ? bounds.latest_start : MAX (item->certain_first, bounds.latest_start);
  item->certain_last = is_first ? bounds.earliest_end : MIN (item->certain_last, bounds.earliest_end);
}

/* One day that is not known is no stretch of days. */
static gboolean
is_one_vague_day (VnusDate *date)
{
  return vnus_date_get_kind (date) != VNUS_DATE_KIND_INTERVAL && !vnus_date_is_single_day (date);
}

/* ---- Standing ---- */

/* What lies ahead is planned only if somebody told of it by then. */
static VnusTimelineStanding
standing_of_future (TimelineScene *scene,
                    VnusRecord    *record)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      int earliest, latest;

      _vnus_view_filter_get_known (scene->view->filter, vnus_record_get_citation (record, i), &earliest, &latest);
      if (latest <= scene->today)
        return VNUS_TIMELINE_STANDING_PLANNED;
    }

  return VNUS_TIMELINE_STANDING_LATER;
}

static VnusTimelineStanding
standing_of_event (TimelineScene    *scene,
                   VnusTimelineItem *item)
{
  static const VnusTimelineStanding standings[] = {
    [VNUS_STANDING_ONGOING] = VNUS_TIMELINE_STANDING_UNDER_WAY,
    [VNUS_STANDING_HELD] = VNUS_TIMELINE_STANDING_DONE,
    [VNUS_STANDING_ANNOUNCED] = VNUS_TIMELINE_STANDING_ANNOUNCED,
    [VNUS_STANDING_POSTPONED] = VNUS_TIMELINE_STANDING_POSTPONED,
    [VNUS_STANDING_CANCELLED] = VNUS_TIMELINE_STANDING_CANCELLED,
  };
  const VnusStanding standing = _vnus_event_get_standing (scene->view, VNUS_EVENT (item->record), scene->today);

  return standing == VNUS_STANDING_PLANNED ? standing_of_future (scene, item->record) : standings[standing];
}

static VnusTimelineStanding
standing_of_other (TimelineScene    *scene,
                   VnusTimelineItem *item)
{
  if (item->last <= scene->today)
    return VNUS_TIMELINE_STANDING_DONE;

  return item->first <= scene->today ? VNUS_TIMELINE_STANDING_UNDER_WAY : standing_of_future (scene, item->record);
}

static VnusTruth
truth_of_standing (VnusTimelineStanding standing)
{
  switch (standing)
    {
    case VNUS_TIMELINE_STANDING_DONE:
    case VNUS_TIMELINE_STANDING_UNDER_WAY:
      return VNUS_TRUTH_CERTAINLY;

    case VNUS_TIMELINE_STANDING_POSTPONED:
    case VNUS_TIMELINE_STANDING_CANCELLED:
      return VNUS_TRUTH_NO;

    case VNUS_TIMELINE_STANDING_UNSET:
    case VNUS_TIMELINE_STANDING_PLANNED:
    case VNUS_TIMELINE_STANDING_LATER:
    case VNUS_TIMELINE_STANDING_ANNOUNCED:
    default:
      return VNUS_TRUTH_POSSIBLY;
    }
}

/* ---- Both ---- */

/* Nothing is certain of what lies after the standpoint, but a plan is a plan for
 * its days. */
static void
end_at_standpoint (TimelineScene    *scene,
                   VnusTimelineItem *item)
{
  if (item->certain_last > scene->today && item->standing != VNUS_TIMELINE_STANDING_PLANNED &&
      item->standing != VNUS_TIMELINE_STANDING_LATER)
    item->certain_last = scene->today;
  if (item->last == VNUS_DAY_MAX && item->first <= scene->today)
    item->last = scene->today;
  item->certain_first = MAX (item->certain_first, item->first);
  item->certain_last = MIN (item->certain_last, item->last);
}

/* Whether what makes it certain was certainly known. */
static VnusTruth
known_of (TimelineScene    *scene,
          VnusTimelineItem *item,
          const VnusTime   *time)
{
  if (!VNUS_IS_EVENT (item->record) || item->standing != VNUS_TIMELINE_STANDING_DONE)
    return time->known;

  return vnus_truth_and (time->known, _vnus_is_known (scene->view, item->record, "status"));
}

/* What goes on is no news after the last source that speaks of it. */
static gboolean
is_after_last_source (TimelineScene    *scene,
                      VnusTimelineItem *item)
{
  return item->last == VNUS_DAY_MAX && scene->standpoint != NULL && item->first <= scene->today &&
         scene->today > _vnus_last_word (scene->view, item->record);
}

gboolean
_vnus_timeline_find_days (TimelineScene    *scene,
                          VnusTimelineItem *item)
{
  g_autoptr (VnusTime) time = _vnus_time_of (scene->view, item->record);
  gboolean is_vague = FALSE;

  if (_vnus_time_get_n (time) == 0)
    return FALSE;

  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      VnusDate *date = _vnus_time_get_nth (time, i);

      set_days (item, bounds_of (item->record, date), i == 0);
      is_vague = is_vague || is_one_vague_day (date);
    }

  item->standing = VNUS_IS_EVENT (item->record) ? standing_of_event (scene, item)
                                                : standing_of_other (scene, item);
  item->truth = truth_of_standing (item->standing);
  if (item->standing == VNUS_TIMELINE_STANDING_ANNOUNCED)
    item->reasons |= VNUS_REASONS_NO_EVIDENCE;
  if (known_of (scene, item, time) != VNUS_TRUTH_CERTAINLY)
    {
      item->truth = MIN (item->truth, VNUS_TRUTH_POSSIBLY);
      item->reasons |= VNUS_REASONS_KNOWN_VAGUELY;
    }
  if (_vnus_time_get_n (time) > 1)
    item->reasons |= VNUS_REASONS_SOURCES_DIFFER;
  if (is_vague)
    item->reasons |= VNUS_REASONS_DATE_VAGUE;
  if (is_after_last_source (scene, item))
    item->reasons |= VNUS_REASONS_AFTER_LAST_SOURCE;
  end_at_standpoint (scene, item);

  return TRUE;
}

/* ---- Levels ---- */

static gboolean
is_break (VnusRecord *stage)
{
  const VnusStageAct act = vnus_stage_get_act (VNUS_STAGE (stage));

  return act == VNUS_STAGE_ACT_SEVERED || act == VNUS_STAGE_ACT_SUSPENDED || act == VNUS_STAGE_ACT_CLOSED;
}

/* Whether @next takes the place of the level of @item when it begins. */
static gboolean
replaces (TimelineScene    *scene,
          VnusTimelineItem *next,
          VnusTimelineItem *item)
{
  const char *ladder = _vnus_timeline_ladder_of (scene, item->record);
  const char *next_ladder = _vnus_timeline_ladder_of (scene, next->record);
  const char *level = vnus_stage_get_level (VNUS_STAGE (item->record));
  const char *next_level = vnus_stage_get_level (VNUS_STAGE (next->record));

  if (next == item || next->certain_first <= item->first)
    return FALSE;
  if (is_break (next->record))
    return next_ladder == NULL || g_strcmp0 (ladder, next_ladder) == 0;

  return g_strcmp0 (ladder, next_ladder) == 0 && g_strcmp0 (level, next_level) != 0;
}

/* It is certain only up to the first day on which the next may have begun; and it
 * is over only if the next is sure to have begun. */
static void
end_with_next (TimelineScene    *scene,
               VnusTimelineItem *item,
               VnusTimelineItem *next)
{
  item->certain_last = MIN (item->certain_last, MAX (next->first, VNUS_DAY_MIN + 1) - 1);
  if (next->truth != VNUS_TRUTH_CERTAINLY)
    {
      item->reasons |= next->reasons & VNUS_REASONS_KNOWN_VAGUELY;
      return;
    }
  if (next->first <= item->certain_first || next->certain_first > item->last)
    return;

  item->last = next->certain_first - 1;
  item->reasons &= ~VNUS_REASONS_AFTER_LAST_SOURCE;
  if (item->last <= scene->today)
    item->standing = VNUS_TIMELINE_STANDING_DONE;
}

void
_vnus_timeline_end_levels (TimelineScene *scene)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();

  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);

      if (VNUS_IS_STAGE (item->record))
        g_ptr_array_add (stages, item);
    }

  for (guint i = 0; i < stages->len; i++)
    for (guint j = 0; j < stages->len; j++)
      {
        VnusTimelineItem *item = g_ptr_array_index (stages, i), *next = g_ptr_array_index (stages, j);

        if (replaces (scene, next, item) && next->first <= scene->today)
          end_with_next (scene, item, next);
      }
}
