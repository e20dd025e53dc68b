/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: elapsed time, as ranges.
 *
 * A day plus n months is the same day of the n-th next month, or the last of
 * that month if it has no such day. The time elapsed between two days is the
 * largest n with which the sum is not past the second. It grows with the second
 * day and shrinks with the first, so that the bounds of the days give those of
 * the range.
 */
#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

static int
elapsed_months (int from,
                int to)
{
  int y1, m1, d1, y2, m2, d2;

  ymd_from_day (from, &y1, &m1, &d1);
  ymd_from_day (to, &y2, &m2, &d2);

  return (y2 - y1) * 12 + (m2 - m1) - (MIN (d1, days_in_month (y2, m2)) > d2);
}

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

static int
elapsed_units (VnusDateUnit unit,
               int          from,
               int          to)
{
  switch (unit)
    {
    case VNUS_DATE_UNIT_DAYS:
      return to - from;
    case VNUS_DATE_UNIT_MONTHS:
      return elapsed_months (from, to);
    case VNUS_DATE_UNIT_YEARS:
      return floor_div (elapsed_months (from, to), 12);
    case VNUS_DATE_UNIT_UNSET:
    default:
      g_return_val_if_reached (0);
    }
}

static int
least_elapsed (VnusDateUnit unit,
               int          from,
               int          to)
{
  if (from == VNUS_DAY_MAX || to == VNUS_DAY_MIN)
    return VNUS_DAY_MIN;
  if (from == VNUS_DAY_MIN || to == VNUS_DAY_MAX)
    return VNUS_DAY_MAX;

  return elapsed_units (unit, from, to);
}

static int
most_elapsed (VnusDateUnit unit,
              int          from,
              int          to)
{
  if (from == VNUS_DAY_MIN || to == VNUS_DAY_MAX)
    return VNUS_DAY_MAX;
  if (from == VNUS_DAY_MAX || to == VNUS_DAY_MIN)
    return VNUS_DAY_MIN;

  return elapsed_units (unit, from, to);
}

static gboolean
give_range (int  least,
            int  most,
            int *min,
            int *max)
{
  if (min != NULL)
    *min = least;
  if (max != NULL)
    *max = most;

  return least != VNUS_DAY_MIN && least != VNUS_DAY_MAX && most != VNUS_DAY_MIN && most != VNUS_DAY_MAX;
}

static gboolean
is_unit (VnusDateUnit unit)
{
  return unit >= VNUS_DATE_UNIT_DAYS && unit <= VNUS_DATE_UNIT_YEARS;
}

/**
 * vnus_date_elapsed:
 * @self: a date
 * @until: a date, as a rule a later one
 * @unit: what to count
 * @min: (out) (optional): return location for the least that may have elapsed
 * @max: (out) (optional): return location for the most that may have elapsed
 *
 * Counts the full days, months or years from the start of @self to the start of @until.
 *
 * From `1995-07` to `2023-07` these are 27 to 28 years. A month is full on the
 * same day of the next month, or on its last day if it has no such day. If
 * @until is earlier the numbers are negative, and −1 is anything up to a full
 * unit. To count from the end of an interval, use [method@Vnus.Date.dup_end].
 *
 * Where there is no bound, the number is [const@Vnus.DAY_MIN] or
 * [const@Vnus.DAY_MAX].
 *
 * Returns: `TRUE` if both numbers are bounds
 *
 * Since: 0.1
 */
gboolean
vnus_date_elapsed (const VnusDate *self,
                   const VnusDate *until,
                   VnusDateUnit    unit,
                   int            *min,
                   int            *max)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (until != NULL, FALSE);
  g_return_val_if_fail (is_unit (unit), FALSE);

  return give_range (least_elapsed (unit, self->latest_start, until->earliest_start),
                     most_elapsed (unit, self->earliest_start, until->latest_start), min, max);
}

/**
 * vnus_date_get_completed_years:
 * @self: a date
 * @on: the day to ask about
 * @min: (out) (optional): return location for the least number of years
 * @max: (out) (optional): return location for the greatest number of years
 *
 * Counts the years since the start of a date that are complete on a day.
 *
 * This is the age of a person who was born on @self.
 *
 * Returns: `TRUE` if both numbers are bounds; see [method@Vnus.Date.elapsed]
 *
 * Since: 0.1
 */
gboolean
vnus_date_get_completed_years (const VnusDate *self,
                               const VnusDate *on,
                               int            *min,
                               int            *max)
{
  return vnus_date_elapsed (self, on, VNUS_DATE_UNIT_YEARS, min, max);
}

/**
 * vnus_date_get_length:
 * @self: a date
 * @unit: what to count
 * @min: (out) (optional): return location for the least length
 * @max: (out) (optional): return location for the greatest length
 *
 * Counts the full days, months or years that a date lasts.
 *
 * The first and the last day both count: `2023-09-10/2023-09-11` lasts for two
 * days, and a date that is no interval for one. An interval with an open end
 * has no length: both numbers are [const@Vnus.DAY_MAX].
 *
 * Returns: `TRUE` if both numbers are bounds
 *
 * Since: 0.1
 */
gboolean
vnus_date_get_length (const VnusDate *self,
                      VnusDateUnit    unit,
                      int            *min,
                      int            *max)
{
  int end, last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (is_unit (unit), FALSE);

  if (self->kind != VNUS_DATE_KIND_INTERVAL)
    {
      const int length = unit == VNUS_DATE_UNIT_DAYS ? 1 : 0;

      return give_range (length, length, min, max);
    }

  /* The least is from the latest start to the earliest end that may follow. */
  if (self->latest_start == VNUS_DAY_MAX)
    return give_range (self->end == END_OPEN ? VNUS_DAY_MAX : unit == VNUS_DATE_UNIT_DAYS, VNUS_DAY_MAX, min, max);

  end = MAX (self->earliest_end, self->latest_start);
  last = self->latest_end;
  if (end != VNUS_DAY_MIN && end != VNUS_DAY_MAX)
    end++;
  if (last != VNUS_DAY_MAX)
    last++;

  return give_range (least_elapsed (unit, self->latest_start, end), most_elapsed (unit, self->earliest_start, last),
                     min, max);
}
