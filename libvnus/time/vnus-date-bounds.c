/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the days that a date leaves open, and its ends. */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

/**
 * vnus_date_get_earliest_start:
 * @self: a date
 *
 * Gets the first day on which the date may start.
 *
 * Returns: the day number; [const@Vnus.DAY_MIN] if there is no such bound
 *
 * Since: 0.1
 */
int
vnus_date_get_earliest_start (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DAY_MIN);

  return self->earliest_start;
}

/**
 * vnus_date_get_latest_start:
 * @self: a date
 *
 * Gets the last day on which the date may start.
 *
 * Returns: the day number; [const@Vnus.DAY_MIN] if the start is open, [const@Vnus.DAY_MAX] if there is no bound
 *
 * Since: 0.1
 */
int
vnus_date_get_latest_start (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DAY_MAX);

  return self->latest_start;
}

/**
 * vnus_date_get_earliest_end:
 * @self: a date
 *
 * Gets the first day on which the date may end.
 *
 * The end is a day that still belongs to the date.
 *
 * Returns: the day number; [const@Vnus.DAY_MAX] if the end is open, [const@Vnus.DAY_MIN] if there is no bound
 *
 * Since: 0.1
 */
int
vnus_date_get_earliest_end (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DAY_MIN);

  return self->earliest_end;
}

/**
 * vnus_date_get_latest_end:
 * @self: a date
 *
 * Gets the last day on which the date may end.
 *
 * Returns: the day number; [const@Vnus.DAY_MAX] if there is no such bound
 *
 * Since: 0.1
 */
int
vnus_date_get_latest_end (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DAY_MAX);

  return self->latest_end;
}

/**
 * vnus_date_is_start_open:
 * @self: a date
 *
 * Checks whether an interval has no start (`../1995`).
 *
 * Returns: `TRUE` if it has none
 *
 * Since: 0.1
 */
gboolean
vnus_date_is_start_open (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->start == END_OPEN;
}

/**
 * vnus_date_is_start_unknown:
 * @self: a date
 *
 * Checks whether an interval has a start that is not known (`/1995`).
 *
 * Returns: `TRUE` if it is not known
 *
 * Since: 0.1
 */
gboolean
vnus_date_is_start_unknown (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->start == END_UNKNOWN;
}

/**
 * vnus_date_is_end_open:
 * @self: a date
 *
 * Checks whether an interval has no end, or none yet (`1995/..`).
 *
 * Returns: `TRUE` if it has none
 *
 * Since: 0.1
 */
gboolean
vnus_date_is_end_open (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->end == END_OPEN;
}

/**
 * vnus_date_is_end_unknown:
 * @self: a date
 *
 * Checks whether an interval has an end that is not known (`1995/`).
 *
 * Returns: `TRUE` if it is not known
 *
 * Since: 0.1
 */
gboolean
vnus_date_is_end_unknown (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->end == END_UNKNOWN;
}

/**
 * vnus_date_is_single_day:
 * @self: a date
 *
 * Checks whether a date leaves no day open: it is one day, and known.
 *
 * An interval from a day to the same day is one, too.
 *
 * Returns: `TRUE` if there is exactly one day that it can be
 *
 * Since: 0.1
 */
gboolean
vnus_date_is_single_day (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->earliest_start == self->latest_end;
}

/**
 * vnus_date_get_year_range:
 * @self: a date
 * @first: (out) (optional): return location for the year of the first day that the date may have
 * @last: (out) (optional): return location for the year of the last day that the date may have
 *
 * Gets the years that a date may touch.
 *
 * Where there is no bound the year is [const@Vnus.DAY_MIN] or
 * [const@Vnus.DAY_MAX], which are no years.
 *
 * Returns: `TRUE` if both years are bounds
 *
 * Since: 0.1
 */
gboolean
vnus_date_get_year_range (const VnusDate *self,
                          int            *first,
                          int            *last)
{
  int years[2] = { VNUS_DAY_MIN, VNUS_DAY_MAX };
  int month, day;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->earliest_start != VNUS_DAY_MIN)
    ymd_from_day (self->earliest_start, &years[0], &month, &day);
  if (self->latest_end != VNUS_DAY_MAX)
    ymd_from_day (self->latest_end, &years[1], &month, &day);

  if (first != NULL)
    *first = years[0];
  if (last != NULL)
    *last = years[1];
  return years[0] != VNUS_DAY_MIN && years[1] != VNUS_DAY_MAX;
}

/**
 * vnus_date_dup_start:
 * @self: a date
 *
 * Gets the start of an interval as a date of its own.
 *
 * A date that is not an interval is its own start.
 *
 * Returns: (transfer full) (nullable): the start as it is written; `NULL` if it is open or unknown
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_dup_start (const VnusDate *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != VNUS_DATE_KIND_INTERVAL)
    return vnus_date_ref ((VnusDate *) self);
  if (self->start != END_KNOWN)
    return NULL;

  text = g_strndup (self->text, strchr (self->text, '/') - self->text);
  return vnus_date_parse (text, NULL);
}

/**
 * vnus_date_dup_end:
 * @self: a date
 *
 * Gets the end of an interval as a date of its own.
 *
 * A date that is not an interval is its own end.
 *
 * Returns: (transfer full) (nullable): the end as it is written; `NULL` if it is open or unknown
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_dup_end (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != VNUS_DATE_KIND_INTERVAL)
    return vnus_date_ref ((VnusDate *) self);
  if (self->end != END_KNOWN)
    return NULL;

  return vnus_date_parse (strchr (self->text, '/') + 1, NULL);
}

/* The sign for the qualifiers of all components together. */
static const char *
qualifier_sign (const VnusDate *self)
{
  static const char *const signs[] = { "", "?", "~", "%" };

  return signs[self->year_qualifier | self->month_qualifier | self->day_qualifier];
}

/**
 * vnus_date_to_extent:
 * @self: a date
 *
 * Gets all the days that a date may touch, as an interval.
 *
 * `1995-07` is one unknown day of July; its extent `1995-07-01/1995-07-31` is
 * the whole of July. Open and unknown ends stay what they are, a choice without
 * bound gets an open end, and the qualifiers are kept.
 *
 * Returns: (transfer full): the interval
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_to_extent (const VnusDate *self)
{
  const char *sign;
  g_autofree char *text = NULL;
  g_autoptr (VnusDate) first = NULL;
  g_autoptr (VnusDate) last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sign = qualifier_sign (self);
  if (self->earliest_start != VNUS_DAY_MIN)
    first = vnus_date_new_day (self->earliest_start);
  if (self->latest_end != VNUS_DAY_MAX)
    last = vnus_date_new_day (self->latest_end);

  text = g_strconcat (first != NULL ? first->text : self->start == END_UNKNOWN ? "" : "..",
                      first != NULL ? sign : "",
                      "/",
                      last != NULL ? last->text : self->end == END_UNKNOWN ? "" : "..",
                      last != NULL ? sign : "",
                      NULL);
  return vnus_date_parse (text, NULL);
}
