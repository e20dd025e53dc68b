/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: the forms of EDTF that are recognised and have no days here, the
 * time of day, which is read and kept as text, and the days of a pattern.
 */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

static gboolean
two_digits (VnusDateScan *scan,
            int           max,
            const char   *expected,
            int          *number)
{
  const char *p = scan->p;

  for (guint i = 0; i < 2; i++)
    if (!g_ascii_isdigit (p[i]))
      return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, p + i, expected);

  *number = (p[0] - '0') * 10 + (p[1] - '0');
  if (*number > max)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, p, expected);

  scan->p += 2;
  return TRUE;
}

static gboolean
colon (VnusDateScan *scan)
{
  if (*scan->p != ':')
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "“:”");

  scan->p++;
  return TRUE;
}

/* Local time behind UTC has a minus sign; UTC itself has none. */
static gboolean
scan_offset (VnusDateScan *scan)
{
  const char *place = scan->p++;
  int hours = 0, minutes = 0;

  if (!two_digits (scan, 23, "two digits of hours from 00 to 23", &hours))
    return FALSE;
  if (*scan->p == ':')
    {
      scan->p++;
      if (!two_digits (scan, 59, "two digits of minutes from 00 to 59", &minutes))
        return FALSE;
    }
  if (*place == '-' && hours == 0 && minutes == 0)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, place, "“+”: no difference has no minus sign");

  return TRUE;
}

/* “Thh:mm:ss”, with “Z” or an offset or neither. The day stays the one that is
 * written: it is the calendar day at the place of the clock. */
gboolean
_vnus_date_part_scan_time (VnusDateScan *scan,
                           VnusDatePart *part)
{
  int number;

  scan->p++;
  if (!two_digits (scan, 23, "two digits of an hour from 00 to 23", &number) || !colon (scan) ||
      !two_digits (scan, 59, "two digits of a minute from 00 to 59", &number) || !colon (scan) ||
      !two_digits (scan, 59, "two digits of a second from 00 to 59", &number))
    return FALSE;

  part->has_time = TRUE;
  if (*scan->p == '+' || *scan->p == '-')
    return scan_offset (scan);
  if (*scan->p == 'Z')
    scan->p++;
  return TRUE;
}

static gboolean
positive_number (VnusDateScan *scan,
                 const char   *expected)
{
  if (*scan->p < '1' || *scan->p > '9')
    return _vnus_date_scan_fail (scan, *scan->p == '0' ? VNUS_DATE_ERROR_RANGE : VNUS_DATE_ERROR_SYNTAX, scan->p,
                                 expected);

  while (g_ascii_isdigit (*scan->p))
    scan->p++;
  return TRUE;
}

static gboolean
scan_significant (VnusDateScan *scan,
                  VnusDatePart *part)
{
  scan->p++;
  part->level = VNUS_DATE_LEVEL_TWO;
  return positive_number (scan, "a number of significant digits from 1");
}

/* “1950S2” */
gboolean
_vnus_date_part_scan_significant (VnusDateScan *scan,
                                  VnusDatePart *part)
{
  if (part->has_x || part->qualifiers[0] != 0)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "no “S” behind missing or doubtful digits");

  if (scan->unsupported == NULL)
    scan->unsupported = scan->p;
  return scan_significant (scan, part);
}

/* “Y-17E7”, “Y171010000S3”: only for what four digits cannot write. */
gboolean
_vnus_date_part_scan_long_year (VnusDateScan *scan,
                                VnusDatePart *part)
{
  const char *place = scan->p++;
  const char *digits;
  gsize n_digits;

  if (*scan->p == '-')
    scan->p++;
  digits = scan->p;
  if (!positive_number (scan, "digits of a year, without leading zeros"))
    return FALSE;
  n_digits = scan->p - digits;

  part->level = VNUS_DATE_LEVEL_ONE;
  if (*scan->p == 'E')
    {
      digits = ++scan->p;
      if (!positive_number (scan, "a positive exponent"))
        return FALSE;
      n_digits += g_ascii_strtoull (digits, NULL, 10) > 4 ? 4 : g_ascii_strtoull (digits, NULL, 10);
      part->level = VNUS_DATE_LEVEL_TWO;
    }
  if (n_digits <= 4)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, place, "four digits without “Y” for such a year");

  if (scan->unsupported == NULL)
    scan->unsupported = place;
  return *scan->p != 'S' || scan_significant (scan, part);
}

static gboolean
digits_fit (const gint8 *digits,
            int          n_digits,
            int          number)
{
  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    if (digits[i] >= 0 && digits[i] != number % 10)
      return FALSE;

  return TRUE;
}

/* Finds the first (@step 1) or the last (@step -1) day of a year that fits, as month and day. */
static gboolean
find_day (const VnusDatePart *part,
          int                 year,
          int                 step,
          int                *month,
          int                *day)
{
  for (int m = step > 0 ? 1 : 12; m >= 1 && m <= 12; m += step)
    {
      const int n_days = days_in_month (year, m);

      if (part->n_components > 1 && !digits_fit (part->digits + 4, 2, m))
        continue;
      for (int d = step > 0 ? 1 : n_days; d >= 1 && d <= n_days; d += step)
        if (part->n_components < 3 || digits_fit (part->digits + 6, 2, d))
          {
            *month = m;
            *day = d;
            return TRUE;
          }
    }

  return FALSE;
}

/* The @i-th of the years that fit, without its sign. */
static int
nth_year (const VnusDatePart *part,
          int                 i)
{
  int year = 0, unit = 1;

  for (int digit = 3; digit >= 0; digit--, unit *= 10)
    if (part->digits[digit] >= 0)
      year += unit * part->digits[digit];
    else
      {
        year += unit * (i % 10);
        i /= 10;
      }

  return year;
}

/* Finds the first or the last fitting day of all years. */
static gboolean
find_day_of_years (const VnusDatePart *part,
                   int                 step,
                   gint32             *found)
{
  /* No pattern of month and day fits a common year only: one of each kind tells all. */
  int month[2], day[2], n_years = 1;
  const gboolean fits[2] = {
    find_day (part, 2001, step, &month[0], &day[0]),
    find_day (part, 2000, step, &month[1], &day[1]),
  };

  if (!fits[0] && !fits[1])
    return FALSE;

  for (int i = 0; i < 4; i++)
    if (part->digits[i] < 0)
      n_years *= 10;

  /* It is the first year, or the first leap year. */
  for (int i = 0; i < n_years; i++)
    {
      const int n = nth_year (part, (step > 0) == !part->negative ? i : n_years - 1 - i);
      const int year = part->negative ? -n : n;
      const int kind = is_leap_year (year) ? 1 : 0;

      if (!fits[kind] || (part->negative && n == 0))
        continue;
      *found = day_from_ymd (year, month[kind], day[kind]);
      return TRUE;
    }

  return FALSE;
}

/* Gives the part its first and last day; if it has none, the first is the later. */
void
_vnus_date_part_resolve_pattern (VnusDatePart *part)
{
  VnusDatePart year = *part;

  if (part->code == 0)
    {
      if (!find_day_of_years (part, 1, &part->first) || !find_day_of_years (part, -1, &part->last))
        {
          part->first = 1;
          part->last = 0;
        }
      return;
    }

  if (part->code < 33)
    return;

  /* A sub-year of years with missing digits: no bound of one depends on a leap day. */
  year.n_components = 1;
  year.code = 0;
  if (find_day_of_years (&year, 1, &year.first) && find_day_of_years (&year, -1, &year.last))
    {
      int y, m, d;

      ymd_from_day (year.first, &y, &m, &d);
      part->first = day_from_ymd (y, sub_year_month (part->code, FALSE), 1);
      ymd_from_day (year.last, &y, &m, &d);
      m = sub_year_month (part->code, TRUE);
      part->last = day_from_ymd (y, m, days_in_month (y, m));
    }
}

/**
 * vnus_date_classify:
 * @text: a text
 *
 * Finds the level of EDTF that a text needs.
 *
 * All of EDTF is recognised, in the form that the Library of Congress
 * describes, also what [ctor@Vnus.Date.parse] reports as unsupported.
 *
 * Returns: the level; [enum@Vnus.DateLevel] has one for what is not EDTF
 *
 * Since: 0.1
 */
VnusDateLevel
vnus_date_classify (const char *text)
{
  VnusDateScan scan;
  gboolean is_valid;

  g_return_val_if_fail (text != NULL, VNUS_DATE_LEVEL_INVALID);

  _vnus_date_scan (&scan, text, &is_valid);
  _vnus_date_scan_clear (&scan);
  return is_valid ? scan.level : VNUS_DATE_LEVEL_INVALID;
}

/**
 * vnus_date_check:
 * @text: a text
 * @code: (out) (optional): return location for what is wrong
 * @offset: (out) (optional): return location for the place of the fault, in bytes from the start
 *
 * Checks whether a text can be parsed, and finds the place of the fault if not.
 *
 * This says of a text what the error of [ctor@Vnus.Date.parse] says in words.
 *
 * Returns: `TRUE` if it can; then @code and @offset are 0 and mean nothing
 *
 * Since: 0.1
 */
gboolean
vnus_date_check (const char    *text,
                 VnusDateError *code,
                 int           *offset)
{
  VnusDateScan scan;
  gboolean can_parse;

  g_return_val_if_fail (text != NULL, FALSE);

  can_parse = _vnus_date_scan (&scan, text, NULL);
  _vnus_date_scan_clear (&scan);

  if (code != NULL)
    *code = can_parse ? VNUS_DATE_ERROR_FAILED : scan.code;
  if (offset != NULL)
    *offset = can_parse ? 0 : (int) (scan.place - text);
  return can_parse;
}
