/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The proleptic Gregorian calendar, with a year 0 and negative years.
 *
 * A day is its number, counted from 1970-01-01. The months are counted from
 * March, so that the day that comes and goes is the last of the year.
 */
#pragma once

#include <glib.h>

#define DAYS_OF_400_YEARS 146097

/* The years that four digits and a sign can write. */
#define YEAR_MIN (-9999)
#define YEAR_MAX 9999

static inline gboolean
is_leap_year (int year)
{
  return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
}

static inline int
days_in_month (int year,
               int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

/* @day may lie beyond the end of its month. */
static inline int
day_from_ymd (int year,
              int month,
              int day)
{
  const int y = year + 12000 - (month <= 2); /* positive, and 12000 is a multiple of 400 */
  const int m = month <= 2 ? month + 9 : month - 3;

  return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1 - 719468 - 30 * DAYS_OF_400_YEARS;
}

static inline void
ymd_from_day (int  number,
              int *year,
              int *month,
              int *day)
{
  const int n = number + 719468 + 30 * DAYS_OF_400_YEARS;
  const int era = n / DAYS_OF_400_YEARS;
  const int day_of_era = n % DAYS_OF_400_YEARS;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int m = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = (era - 30) * 400 + year_of_era + (*month <= 2);
}

/* The first and the last day that can be written. */
#define FIRST_DAY (-4371587)
#define LAST_DAY 2932896

/* The first (@last FALSE) or last month of a quarter (33 to 36), of four months
 * (37 to 39) or of half a year (40, 41). */
static inline int
sub_year_month (int      code,
                gboolean last)
{
  static const guint8 months[][2] = {
    { 1, 3 }, { 4, 6 }, { 7, 9 }, { 10, 12 }, { 1, 4 }, { 5, 8 }, { 9, 12 }, { 1, 6 }, { 7, 12 },
  };

  return months[code - 33][last ? 1 : 0];
}
