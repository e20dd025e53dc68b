/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: reads EDTF, all of it, and gives bounds to what is implemented.
 *
 *   text      = interval | choice | part
 *   interval  = end "/" end            end = part | ".." | ""
 *   choice    = "[" members "]" | "{" members "}"
 *   members   = [".."] part {"," part | ".." part} [".."]
 *   part      = year ["-" month ["-" day ["T" time]]] | long year | year "S" digits
 *
 * A qualifier before a component is about that component; one behind it is
 * about it and all to its left.
 */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

typedef enum
{
  PLACE_ALONE,
  PLACE_INTERVAL,
  PLACE_CHOICE,
} PartPlace;

gboolean
_vnus_date_scan_fail (VnusDateScan *scan,
                      VnusDateError code,
                      const char   *place,
                      const char   *expected)
{
  if (!scan->failed)
    {
      scan->failed = TRUE;
      scan->code = code;
      scan->place = place;
      scan->expected = expected;
    }

  return FALSE;
}

/* Reads @n digits or X. */
static inline gboolean
scan_digits (VnusDateScan *scan,
             VnusDatePart *part,
             guint         at,
             guint         n,
             const char   *expected)
{
  for (guint i = 0; i < n; i++)
    {
      const char c = scan->p[i];

      if (c >= '0' && c <= '9')
        part->digits[at + i] = c - '0';
      else if (c == 'X')
        {
          part->digits[at + i] = -1;
          part->has_x = TRUE;
        }
      else
        return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p + i, expected);
    }

  scan->p += n;
  return TRUE;
}

static inline guint
scan_qualifier (VnusDateScan *scan)
{
  switch (*scan->p)
    {
    case '?':
      scan->p++;
      return VNUS_DATE_QUALIFIER_UNCERTAIN;
    case '~':
      scan->p++;
      return VNUS_DATE_QUALIFIER_APPROXIMATE;
    case '%':
      scan->p++;
      return VNUS_DATE_QUALIFIER_UNCERTAIN | VNUS_DATE_QUALIFIER_APPROXIMATE;
    default:
      return 0;
    }
}

/* A qualifier behind a component. Only behind the last one is it level 1. */
static inline void
scan_qualifier_behind (VnusDateScan *scan,
                       VnusDatePart *part)
{
  const guint qualifier = scan_qualifier (scan);

  if (qualifier == 0)
    return;

  for (guint i = 0; i < part->n_components; i++)
    part->qualifiers[i] |= qualifier;
  part->level = MAX (part->level, *scan->p == '-' || part->has_x ? VNUS_DATE_LEVEL_TWO : VNUS_DATE_LEVEL_ONE);
  if (*scan->p == '-')
    scan->is_canonical = FALSE;
}

static inline void
scan_qualifier_before (VnusDateScan *scan,
                       VnusDatePart *part,
                       guint         component)
{
  const guint qualifier = scan_qualifier (scan);

  if (qualifier == 0)
    return;

  part->qualifiers[component] |= qualifier;
  part->level = VNUS_DATE_LEVEL_TWO;
  scan->is_canonical = FALSE;
}

/* Whether some number from 1 to @max has the two digits. */
static gboolean
some_number_fits (const gint8 *digits,
                  int          max)
{
  for (int n = 1; n <= max; n++)
    if ((digits[0] < 0 || digits[0] == n / 10) && (digits[1] < 0 || digits[1] == n % 10))
      return TRUE;

  return FALSE;
}

static gboolean
scan_sub_year (VnusDateScan *scan,
               VnusDatePart *part,
               const char   *place,
               int           code)
{
  if (code < 21 || code > 41)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, place,
                                 "a month from 01 to 12 or a sub-year from 21 to 41");

  part->code = code;
  part->level = MAX (part->level, code <= 24 ? VNUS_DATE_LEVEL_ONE : VNUS_DATE_LEVEL_TWO);
  if (code < 33 && scan->unsupported == NULL)
    scan->unsupported = place;
  return TRUE;
}

static gboolean
scan_month (VnusDateScan *scan,
            VnusDatePart *part)
{
  const char *place;
  int month;

  scan_qualifier_before (scan, part, 1);
  place = scan->p;
  if (!scan_digits (scan, part, 4, 2, "two digits of a month"))
    return FALSE;

  part->n_components = 2;
  month = date_part_number (part, 4, 2);
  if (month > 12)
    {
      if (!scan_sub_year (scan, part, place, month))
        return FALSE;
    }
  else if (month == 0 || (month < 0 && !some_number_fits (part->digits + 4, 12)))
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, place, "a month from 01 to 12");

  scan_qualifier_behind (scan, part);
  return TRUE;
}

static gboolean
scan_day (VnusDateScan *scan,
          VnusDatePart *part,
          PartPlace     where)
{
  const char *place;
  int day;

  if (part->code != 0)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p - 1, "the end: a sub-year has no days");

  scan_qualifier_before (scan, part, 2);
  place = scan->p;
  if (!scan_digits (scan, part, 6, 2, "two digits of a day"))
    return FALSE;

  part->n_components = 3;
  day = date_part_number (part, 6, 2);
  if (day == 0 || day > 31 || (day < 0 && !some_number_fits (part->digits + 6, 31)))
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, place, "a day from 01 to 31");

  scan_qualifier_behind (scan, part);

  if (*scan->p == 'T' && where == PLACE_ALONE && part->level <= VNUS_DATE_LEVEL_ONE && !part->has_x &&
      part->qualifiers[2] == 0)
    return _vnus_date_part_scan_time (scan, part);
  return TRUE;
}

/* The precision, and whether level 1 writes the missing digits so. */
static void
classify_digits (VnusDatePart *part)
{
  static const guint8 plain[] = {
    VNUS_DATE_PRECISION_YEAR, VNUS_DATE_PRECISION_MONTH, VNUS_DATE_PRECISION_DAY
  };
  const gint8 *digits = part->digits;
  guint n = part->n_components;

  if (part->code != 0)
    part->precision = part->code <= 36   ? VNUS_DATE_PRECISION_QUARTER
                      : part->code <= 39 ? VNUS_DATE_PRECISION_THIRD
                                         : VNUS_DATE_PRECISION_HALF;
  else
    part->precision = plain[n - 1];

  if (!part->has_x)
    return;

  /* Whole components that are missing at the end say nothing. */
  while (n > 1 && digits[2 * n] < 0 && digits[2 * n + 1] < 0)
    n--;

  if (part->code == 0)
    part->precision = plain[n - 1];
  for (guint i = 0; i < 2 * n + 2; i++)
    if (digits[i] < 0)
      part->precision = VNUS_DATE_PRECISION_PATTERN;
  if (n == 1 && digits[0] >= 0 && digits[1] >= 0 && digits[3] < 0)
    part->precision = digits[2] >= 0 ? VNUS_DATE_PRECISION_DECADE : VNUS_DATE_PRECISION_CENTURY;

  if (part->precision == VNUS_DATE_PRECISION_PATTERN ||
      (part->precision >= VNUS_DATE_PRECISION_DECADE && part->n_components > 1))
    part->level = VNUS_DATE_LEVEL_TWO;
  else
    part->level = MAX (part->level, VNUS_DATE_LEVEL_ONE);
}

static void
resolve_sub_year (VnusDatePart *part,
                  int           year)
{
  int month;

  if (part->code < 33)
    return;

  part->first = day_from_ymd (year, sub_year_month (part->code, FALSE), 1);
  month = sub_year_month (part->code, TRUE);
  part->last = day_from_ymd (year, month, days_in_month (year, month));
}

/* Gives the part its first and last day. */
static gboolean
resolve_part (VnusDateScan *scan,
              VnusDatePart *part,
              const char   *day_place)
{
  const int number = date_part_number (part, 0, 4);
  const int year = part->negative ? -number : number;
  int month, day;

  if (part->has_x)
    {
      _vnus_date_part_resolve_pattern (part);
      if (part->first > part->last)
        return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_NO_SUCH_DAY, day_place, "a day of this month");
      return TRUE;
    }

  if (part->code != 0)
    {
      resolve_sub_year (part, year);
      return TRUE;
    }

  if (part->n_components == 1)
    {
      part->first = day_from_ymd (year, 1, 1);
      part->last = part->first + 364 + is_leap_year (year);
      return TRUE;
    }

  month = date_part_number (part, 4, 2);
  part->first = day_from_ymd (year, month, 1);
  if (part->n_components == 2)
    {
      part->last = part->first + days_in_month (year, month) - 1;
      return TRUE;
    }

  day = date_part_number (part, 6, 2);
  if (day > days_in_month (year, month))
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_NO_SUCH_DAY, day_place, "a day of this month");
  part->first += day - 1;
  part->last = part->first;
  return TRUE;
}

static gboolean
scan_part (VnusDateScan *scan,
           VnusDatePart *part,
           PartPlace     where)
{
  const char *day_place = NULL;

  memset (part, 0, sizeof *part);
  part->text = scan->p;
  part->level = VNUS_DATE_LEVEL_ZERO;

  if (*scan->p == 'Y')
    return _vnus_date_part_scan_long_year (scan, part);

  scan_qualifier_before (scan, part, 0);
  if (*scan->p == '-')
    {
      scan->p++;
      part->negative = TRUE;
      part->level = MAX (part->level, VNUS_DATE_LEVEL_ONE);
    }
  if (!scan_digits (scan, part, 0, 4, part->negative ? "four digits of a year" : "a year of four digits"))
    return FALSE;
  if (part->negative && !part->has_x && date_part_number (part, 0, 4) == 0)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_RANGE, scan->p - 5, "the year 0000 without a sign");
  part->n_components = 1;

  if (*scan->p == 'S')
    return _vnus_date_part_scan_significant (scan, part);

  scan_qualifier_behind (scan, part);
  if (*scan->p == '-')
    {
      scan->p++;
      if (!scan_month (scan, part))
        return FALSE;
      if (*scan->p == '-')
        {
          day_place = ++scan->p;
          if (!scan_day (scan, part, where))
            return FALSE;
        }
    }

  part->length = scan->p - part->text;
  classify_digits (part);
  return resolve_part (scan, part, day_place);
}

static void
add_range (VnusDateScan *scan,
           gint32        first,
           gint32        last)
{
  if (scan->n_ranges == scan->n_alloc)
    {
      scan->n_alloc = scan->n_alloc == 0 ? 8 : 2 * scan->n_alloc;
      scan->ranges = g_renew (VnusDayRange, scan->ranges, scan->n_alloc);
    }

  scan->ranges[scan->n_ranges++] = (VnusDayRange) { first, last };
  scan->bounds[0] = MIN (scan->bounds[0], first);
  scan->bounds[1] = MAX (scan->bounds[1], last);
}

static inline gboolean
at_dots (const VnusDateScan *scan)
{
  return scan->p[0] == '.' && scan->p[1] == '.';
}

/* Keeps the coarsest precision and every qualifier of what a date is made of. */
static void
absorb_part (VnusDateScan       *scan,
             const VnusDatePart *part)
{
  scan->level = MAX (scan->level, part->level);
  scan->precision = MAX (scan->precision, part->precision);
  for (guint i = 0; i < G_N_ELEMENTS (scan->qualifiers); i++)
    scan->qualifiers[i] |= part->qualifiers[i];
}

/* One member of a choice, with its dots; @close is the bracket that will end it. */
static gboolean
scan_member (VnusDateScan *scan,
             char          close,
             gboolean      is_first)
{
  gint32 first = VNUS_DAY_MIN;

  if (at_dots (scan))
    {
      if (!is_first)
        return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "a date: only the first may be open");
      scan->p += 2;
      if (!scan_part (scan, &scan->first, PLACE_CHOICE))
        return FALSE;
    }
  else
    {
      if (!scan_part (scan, &scan->first, PLACE_CHOICE))
        return FALSE;
      first = scan->first.first;
      if (at_dots (scan))
        {
          absorb_part (scan, &scan->first);
          scan->p += 2;
          if (*scan->p == close)
            {
              add_range (scan, first, VNUS_DAY_MAX);
              return TRUE;
            }
          if (!scan_part (scan, &scan->first, PLACE_CHOICE))
            return FALSE;
        }
    }

  absorb_part (scan, &scan->first);
  if (scan->unsupported == NULL && first > scan->first.last)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_REVERSED, scan->first.text, "a date no earlier than the first");
  add_range (scan, first, scan->first.last);
  return TRUE;
}

static gboolean
scan_choice (VnusDateScan *scan)
{
  const char close = *scan->p == '[' ? ']' : '}';
  gboolean is_first = TRUE;

  scan->kind = VNUS_DATE_KIND_ONE_OF;
  scan->bounds[0] = VNUS_DAY_MAX;
  scan->bounds[1] = VNUS_DAY_MIN;

  do
    {
      scan->p++;
      if (!scan_member (scan, close, is_first))
        return FALSE;
      is_first = FALSE;
    }
  while (*scan->p == ',');

  if (*scan->p != close)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p,
                                 close == ']' ? "“,”, “..” or “]”" : "“,”, “..” or “}”");
  scan->p++;
  scan->level = VNUS_DATE_LEVEL_TWO;
  scan->bounds[2] = scan->bounds[0];
  scan->bounds[3] = scan->bounds[1];
  return TRUE;
}

/* Bounds each end by the other. */
static gboolean
resolve_interval (VnusDateScan *scan)
{
  gint32 *bounds = scan->bounds;

  if (scan->unsupported != NULL)
    return TRUE;

  bounds[0] = scan->start == END_KNOWN ? scan->first.first : VNUS_DAY_MIN;
  bounds[3] = scan->end == END_KNOWN ? scan->last.last : VNUS_DAY_MAX;
  bounds[1] = scan->start == END_KNOWN ? scan->first.last : scan->start == END_OPEN ? VNUS_DAY_MIN : VNUS_DAY_MAX;
  bounds[2] = scan->end == END_KNOWN ? scan->last.first : scan->end == END_OPEN ? VNUS_DAY_MAX : VNUS_DAY_MIN;

  if (scan->start == END_KNOWN && scan->end == END_KNOWN && bounds[0] > bounds[3])
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_REVERSED, scan->last.text, "an end no earlier than the start");

  bounds[1] = MIN (bounds[1], bounds[3]);
  bounds[2] = MAX (bounds[2], bounds[0]);
  return TRUE;
}

/* What follows the “/”. */
static gboolean
scan_end (VnusDateScan *scan)
{
  scan->kind = VNUS_DATE_KIND_INTERVAL;
  scan->p++;

  if (at_dots (scan))
    {
      scan->end = END_OPEN;
      scan->p += 2;
    }
  else if (*scan->p == '\0')
    scan->end = END_UNKNOWN;
  else if (!scan_part (scan, &scan->last, PLACE_INTERVAL))
    return FALSE;

  if (scan->start == END_KNOWN)
    absorb_part (scan, &scan->first);
  if (scan->end == END_KNOWN)
    absorb_part (scan, &scan->last);
  if (scan->start != END_KNOWN || scan->end != END_KNOWN)
    scan->level = MAX (scan->level, VNUS_DATE_LEVEL_ONE);

  /* Level 1 has no missing digits, and no seasons, within an interval. */
  if ((scan->start == END_KNOWN && (scan->first.has_x || scan->first.code != 0)) ||
      (scan->end == END_KNOWN && (scan->last.has_x || scan->last.code != 0)))
    scan->level = VNUS_DATE_LEVEL_TWO;

  return resolve_interval (scan);
}

static gboolean
scan_text (VnusDateScan *scan)
{
  VnusDatePart *part = &scan->first;

  if (*scan->p == '[' || *scan->p == '{')
    {
      if (*scan->p == '{')
        scan->unsupported = scan->p;
      return scan_choice (scan);
    }

  if (at_dots (scan))
    {
      scan->start = END_OPEN;
      scan->p += 2;
      if (*scan->p != '/')
        return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "“/”");
      return scan_end (scan);
    }

  if (*scan->p == '/')
    {
      scan->start = END_UNKNOWN;
      return scan_end (scan);
    }

  if (!scan_part (scan, part, PLACE_ALONE))
    return FALSE;
  if (*scan->p == '/')
    {
      if (part->has_time)
        return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "the end: an interval has no times of day");
      return scan_end (scan);
    }

  absorb_part (scan, part);
  scan->kind = VNUS_DATE_KIND_DAY;
  scan->bounds[0] = scan->bounds[2] = part->first;
  scan->bounds[1] = scan->bounds[3] = part->last;
  return TRUE;
}

gboolean
_vnus_date_scan (VnusDateScan *scan,
                 const char   *text,
                 gboolean     *is_valid)
{
  gboolean valid;

  scan->text = scan->p = text;
  scan->level = VNUS_DATE_LEVEL_ZERO;
  scan->start = scan->end = END_KNOWN;
  scan->is_canonical = TRUE;
  scan->precision = VNUS_DATE_PRECISION_UNSET;
  memset (scan->qualifiers, 0, sizeof scan->qualifiers);
  scan->ranges = NULL;
  scan->n_ranges = scan->n_alloc = 0;
  scan->failed = FALSE;
  scan->unsupported = NULL;

  valid = scan_text (scan);
  if (valid && *scan->p != '\0')
    valid = _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_SYNTAX, scan->p, "the end");
  if (is_valid != NULL)
    *is_valid = valid;

  if (valid && scan->unsupported != NULL)
    return _vnus_date_scan_fail (scan, VNUS_DATE_ERROR_UNSUPPORTED, scan->unsupported,
                                 "no season, set, long year or significant digits: they have no days here");
  return valid;
}

void
_vnus_date_scan_clear (VnusDateScan *scan)
{
  g_clear_pointer (&scan->ranges, g_free);
}

/* Reads a text that is one part and nothing else. */
gboolean
_vnus_date_scan_part (VnusDateScan *scan,
                      const char   *text,
                      VnusDatePart *part)
{
  memset (scan, 0, sizeof *scan);
  scan->text = scan->p = text;
  return scan_part (scan, part, PLACE_ALONE);
}
