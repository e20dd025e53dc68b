/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: anniversaries.
 *
 * An anniversary is the text of its base with another year, so that it has the
 * precision and the reserves of its base. Only 29 February may be missing.
 */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

/* The years in which the start may be. */
static gboolean
get_base_years (const VnusDate *self,
                int            *first,
                int            *last)
{
  int month, day;

  if (self->earliest_start == VNUS_DAY_MIN || self->latest_start == VNUS_DAY_MAX)
    return FALSE;

  ymd_from_day (self->earliest_start, first, &month, &day);
  ymd_from_day (self->latest_start, last, &month, &day);
  return TRUE;
}

static void
set_digits (gint8 *digits,
            guint  n,
            int    number)
{
  for (guint i = n; i-- > 0; number /= 10)
    digits[i] = number % 10;
}

/* Moves a part into another year. Fails if the policy says that there is none. */
static gboolean
move_part (VnusDatePart   *part,
           int             year,
           VnusLeapPolicy  policy)
{
  const gboolean is_leap_day = part->n_components == 3 && date_part_number (part, 4, 4) == 229;

  part->negative = year < 0;
  set_digits (part->digits, 4, ABS (year));

  if (is_leap_day && !is_leap_year (year))
    {
      if (policy == VNUS_LEAP_POLICY_SKIP)
        return FALSE;
      set_digits (part->digits + 4, 4, policy == VNUS_LEAP_POLICY_MAR1 ? 301 : 228);
    }

  return TRUE;
}

/* Parses what a part has become. A pattern may fit no day of this year. */
static VnusDate *
new_from_part (const VnusDatePart *part)
{
  g_autoptr (GString) string = g_string_new (NULL);

  _vnus_date_part_append (part, string);
  return vnus_date_parse (string->str, NULL);
}

/* The anniversary of one of several days within a year is one of the
 * anniversaries; if the days lie in several years it may be any day. */
static VnusDate *
move_choice (const VnusDate *self,
             int             year,
             VnusLeapPolicy  policy)
{
  g_autoptr (GString) string = g_string_new (NULL);
  const char *p = self->text;
  int first, last;

  if (!get_base_years (self, &first, &last) || first != last)
    return vnus_date_new_ymd (year, 0, 0);

  while (*p != '\0')
    {
      VnusDateScan scan;
      VnusDatePart part;

      if (strchr ("[],.", *p) != NULL)
        {
          g_string_append_c (string, *p++);
          continue;
        }

      _vnus_date_scan_part (&scan, p, &part);
      if (!move_part (&part, year, policy))
        return vnus_date_new_ymd (year, 0, 0); /* another member may have one */
      _vnus_date_part_append (&part, string);
      p = scan.p;
    }

  return vnus_date_parse (string->str, NULL);
}

/**
 * vnus_date_get_anniversary:
 * @self: a date
 * @year: a year from -9999 to 9999
 * @policy: what to do with a 29 February in a year without one
 *
 * Gets the anniversary of the start of a date in a year.
 *
 * It has the precision of its base: the anniversary of `1995-07` in 2025 is
 * `2025-07`, and not its first day. In the year of the base it is the base
 * itself; before it there is none.
 *
 * Returns: (transfer full) (nullable): the anniversary; `NULL` if there is none in this year, or the start is open or unknown
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_get_anniversary (const VnusDate *self,
                           int             year,
                           VnusLeapPolicy  policy)
{
  VnusDateScan scan;
  VnusDatePart part;
  int month, day, first = YEAR_MIN;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->earliest_start != VNUS_DAY_MIN)
    ymd_from_day (self->earliest_start, &first, &month, &day);
  if (year < first || year > YEAR_MAX || self->start != END_KNOWN)
    return NULL;
  if (self->kind == VNUS_DATE_KIND_ONE_OF)
    return move_choice (self, year, policy);

  _vnus_date_scan_part (&scan, self->text, &part);
  return move_part (&part, year, policy) ? new_from_part (&part) : NULL;
}

/**
 * vnus_date_get_nth_anniversary:
 * @self: a date
 * @n: 0 or more
 * @policy: what to do with a 29 February in a year without one
 *
 * Gets the n-th anniversary of the start of a date.
 *
 * See [method@Vnus.Date.get_anniversary].
 *
 * Returns: (transfer full) (nullable): the anniversary; `NULL` if there is none, or the year of the start is not known
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_get_nth_anniversary (const VnusDate *self,
                               int             n,
                               VnusLeapPolicy  policy)
{
  int first, last;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n >= 0, NULL);

  if (!get_base_years (self, &first, &last) || first != last || n > YEAR_MAX - first)
    return NULL;

  return vnus_date_get_anniversary (self, first + n, policy);
}

/**
 * vnus_date_get_anniversary_number:
 * @self: a date
 * @year: a year
 * @min: (out) (optional): return location for the least number
 * @max: (out) (optional): return location for the greatest number
 *
 * Gets the number of the anniversary of the start of a date in a year.
 *
 * It is negative before the base. Where there is no bound, it is
 * [const@Vnus.DAY_MIN] or [const@Vnus.DAY_MAX].
 *
 * Returns: `TRUE` if both numbers are bounds
 *
 * Since: 0.1
 */
gboolean
vnus_date_get_anniversary_number (const VnusDate *self,
                                  int             year,
                                  int            *min,
                                  int            *max)
{
  int first = 0, last = 0, month, day;
  gboolean has_first, has_last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (year >= YEAR_MIN && year <= YEAR_MAX, FALSE);

  has_first = self->earliest_start != VNUS_DAY_MIN;
  has_last = self->latest_start != VNUS_DAY_MAX && self->latest_start != VNUS_DAY_MIN;
  if (has_first)
    ymd_from_day (self->earliest_start, &first, &month, &day);
  if (has_last)
    ymd_from_day (self->latest_start, &last, &month, &day);

  if (min != NULL)
    *min = has_last ? year - last : VNUS_DAY_MIN;
  if (max != NULL)
    *max = has_first ? year - first : VNUS_DAY_MAX;
  return has_first && has_last;
}

/* More years than these are not gone through one by one. */
#define MAX_YEARS 100

/**
 * vnus_date_is_anniversary_on:
 * @self: a date
 * @on: the day to ask about
 * @policy: what to do with a 29 February in a year without one
 *
 * Asks whether a later anniversary of the start of a date falls on a day.
 *
 * If @on is an interval this asks whether one falls within it.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_anniversary_on (const VnusDate *self,
                             const VnusDate *on,
                             VnusLeapPolicy  policy)
{
  VnusTruth truth = VNUS_TRUTH_NO;
  int base, year, last;

  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (on != NULL, VNUS_TRUTH_POSSIBLY);

  vnus_date_get_year_range (self, &base, NULL);
  vnus_date_get_year_range (on, &year, &last);
  if (base != VNUS_DAY_MIN)
    year = MAX (year, base + 1);
  if (year > last)
    return VNUS_TRUTH_NO;
  if (self->start != END_KNOWN || year == VNUS_DAY_MIN || last == VNUS_DAY_MAX || last - year > MAX_YEARS)
    return VNUS_TRUTH_POSSIBLY;

  for (; year <= last; year++)
    {
      g_autoptr (VnusDate) anniversary = vnus_date_get_anniversary (self, year, policy);
      VnusTruth falls;
      int n;

      if (anniversary == NULL)
        continue;
      falls = vnus_date_intersects (anniversary, on);
      vnus_date_get_anniversary_number (self, year, &n, NULL);
      truth = MAX (truth, n >= 1 ? falls : MIN (falls, VNUS_TRUTH_POSSIBLY));
    }

  return truth;
}
