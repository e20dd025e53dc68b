/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: dates in words, at their own precision.
 *
 * A date is worded from atoms, which are parts with a name of their own: a day,
 * a month, half a year, a decade. What has no name is worded by its first and
 * last day. Every reserve of a date is in its wording.
 */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"
#include "wording/vnus-message-private.h"

typedef enum
{
  FORM_PROSE,
  FORM_COMPACT,
  FORM_SHORT,
} Form;

typedef struct
{
  const char *language;
  VnusDateStyle style;
} Voice;

typedef enum
{
  ATOM_YEAR,
  ATOM_MONTH,
  ATOM_DAY,
  ATOM_QUARTER,
  ATOM_THIRD,
  ATOM_HALF,
  ATOM_DECADE,
  N_ATOMS
} Atom;

static const char *const atom_keys[][N_ATOMS] = {
  [FORM_PROSE] = {
    "date.prose-year",
    "date.prose-month",
    "date.prose-day",
    "date.prose-quarter",
    "date.prose-third",
    "date.prose-half",
    "date.prose-decade",
  },
  [FORM_COMPACT] = {
    "date.compact-year",
    "date.compact-month",
    "date.compact-day",
    "date.compact-quarter",
    "date.compact-third",
    "date.compact-half",
    "date.compact-decade",
  },
  [FORM_SHORT] = {
    "date.short-year",
    "date.short-month",
    "date.short-day",
    "date.short-quarter",
    "date.short-third",
    "date.short-half",
    "date.short-decade",
  },
};

typedef enum
{
  RANGE_DAYS_OF_MONTH,
  RANGE_DAYS_OF_YEAR,
  RANGE_MONTHS_OF_YEAR,
  RANGE_YEARS,
  RANGE_OTHER,
  N_RANGES
} Range;

static const char *const range_keys[][N_RANGES] = {
  [VNUS_DATE_STYLE_PROSE] = {
    "date.prose-days-of-month",
    "date.prose-days-of-year",
    "date.prose-months-of-year",
    "date.prose-years",
    "date.prose-range",
  },
  [VNUS_DATE_STYLE_SHORT] = {
    "date.short-days-of-month",
    "date.short-days-of-year",
    "date.short-months-of-year",
    "date.short-years",
    "date.short-range",
  },
  [VNUS_DATE_STYLE_WHEN] = {
    "date.when-days-of-month",
    "date.when-days-of-year",
    "date.when-months-of-year",
    "date.when-years",
    "date.when-range",
  },
  [VNUS_DATE_STYLE_WHEN_COMPACT] = {
    "date.compact-days-of-month",
    "date.compact-days-of-year",
    "date.compact-months-of-year",
    "date.compact-years",
    "date.compact-range",
  },
};

static const char *const month_keys[][12] = {
  [FALSE] = {
    "date.month-01", "date.month-02", "date.month-03", "date.month-04",
    "date.month-05", "date.month-06", "date.month-07", "date.month-08",
    "date.month-09", "date.month-10", "date.month-11", "date.month-12",
  },
  [TRUE] = {
    "date.short-month-01", "date.short-month-02", "date.short-month-03", "date.short-month-04",
    "date.short-month-05", "date.short-month-06", "date.short-month-07", "date.short-month-08",
    "date.short-month-09", "date.short-month-10", "date.short-month-11", "date.short-month-12",
  },
};

static Form
form_of (const Voice *voice)
{
  if (voice->style == VNUS_DATE_STYLE_WHEN_COMPACT)
    return FORM_COMPACT;

  return voice->style == VNUS_DATE_STYLE_SHORT ? FORM_SHORT : FORM_PROSE;
}

static gboolean
is_when (const Voice *voice)
{
  return voice->style == VNUS_DATE_STYLE_WHEN || voice->style == VNUS_DATE_STYLE_WHEN_COMPACT;
}

/* The form for bounds, where prose would be heavy. */
static Form
bound_form_of (const Voice *voice)
{
  return voice->style == VNUS_DATE_STYLE_SHORT ? FORM_SHORT : FORM_COMPACT;
}

static char *
year_text (const Voice *voice,
           int          year)
{
  /* The year 0 is the year 1 before Christ. */
  if (year <= 0)
    return _vnus_say (voice->language, "date.year-bc", VNUS_ARG_I ("n", 1 - year));

  return _vnus_say (voice->language, "date.year", VNUS_ARG_I ("n", year));
}

static char *
month_text (const Voice *voice,
            int          month)
{
  return _vnus_message_format (voice->language, month_keys[voice->style == VNUS_DATE_STYLE_SHORT][month - 1], NULL, 0);
}

static int
part_year (const VnusDatePart *part)
{
  const int year = date_part_number (part, 0, 4);

  return part->negative ? -year : year;
}

/* @month and @day may be 0 */
static char *
say_ymd (const Voice *voice,
         Form         form,
         int          year,
         int          month,
         int          day)
{
  g_autofree char *year_string = year_text (voice, year);
  g_autofree char *month_string = NULL;

  if (month == 0)
    return _vnus_say (voice->language, atom_keys[form][ATOM_YEAR], VNUS_ARG_S ("year", year_string));

  month_string = month_text (voice, month);
  if (day == 0)
    return _vnus_say (voice->language, atom_keys[form][ATOM_MONTH], VNUS_ARG_S ("month", month_string),
                      VNUS_ARG_S ("year", year_string));

  return _vnus_say (voice->language, atom_keys[form][ATOM_DAY], VNUS_ARG_I ("day", day),
                    VNUS_ARG_S ("month", month_string), VNUS_ARG_S ("year", year_string));
}

static char *
say_sub_year (const Voice        *voice,
              Form                form,
              const VnusDatePart *part)
{
  g_autofree char *year = year_text (voice, part_year (part));
  const int code = part->code;
  const Atom atom = code <= 36 ? ATOM_QUARTER : code <= 39 ? ATOM_THIRD : ATOM_HALF;
  const int n = code - (code <= 36 ? 32 : code <= 39 ? 36 : 39);

  return _vnus_say (voice->language, atom_keys[form][atom], VNUS_ARG_I ("n", n), VNUS_ARG_S ("year", year));
}

/* Words the first and the last of some days: by their years if these are whole
 * years, by their months if they are whole months. */
static char *
say_days (const Voice *voice,
          const char  *key,
          int          first,
          int          last)
{
  const Form form = bound_form_of (voice);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int y1, m1, d1, y2, m2, d2;

  ymd_from_day (first, &y1, &m1, &d1);
  ymd_from_day (last, &y2, &m2, &d2);
  if (d1 == 1 && d2 == days_in_month (y2, m2))
    {
      d1 = d2 = 0;
      if (m1 == 1 && m2 == 12)
        m1 = m2 = 0;
    }

  start = say_ymd (voice, form, y1, m1, d1);
  end = say_ymd (voice, form, y2, m2, d2);
  return _vnus_say (voice->language, key, VNUS_ARG_S ("first", start), VNUS_ARG_S ("last", end));
}

/* Whether the part has a name: no pattern has one unless it fits a single day. */
static gboolean
is_atom (const VnusDatePart *part)
{
  if (part->precision == VNUS_DATE_PRECISION_PATTERN)
    return part->first == part->last;
  if (part->precision == VNUS_DATE_PRECISION_DECADE)
    return !part->negative && date_part_number (part, 0, 3) > 0;

  return part->precision <= VNUS_DATE_PRECISION_YEAR && date_part_number (part, 0, 4) >= 0;
}

static char *
say_atom (const Voice        *voice,
          Form                form,
          const VnusDatePart *part)
{
  int year, month, day;

  if (part->precision == VNUS_DATE_PRECISION_PATTERN)
    {
      ymd_from_day (part->first, &year, &month, &day);
      return say_ymd (voice, form, year, month, day);
    }

  switch (part->precision)
    {
    case VNUS_DATE_PRECISION_YEAR:
      return say_ymd (voice, form, part_year (part), 0, 0);
    case VNUS_DATE_PRECISION_MONTH:
      return say_ymd (voice, form, part_year (part), date_part_number (part, 4, 2), 0);
    case VNUS_DATE_PRECISION_DAY:
      return say_ymd (voice, form, part_year (part), date_part_number (part, 4, 2), date_part_number (part, 6, 2));
    case VNUS_DATE_PRECISION_DECADE:
      return _vnus_say (voice->language, atom_keys[form][ATOM_DECADE],
                        VNUS_ARG_I ("n", date_part_number (part, 0, 3) * 10));
    default:
      return say_sub_year (voice, form, part);
    }
}

/* Takes @text. */
static char *
wrap (const Voice *voice,
      const char  *key,
      char        *text)
{
  g_autofree char *date = text;

  return _vnus_say (voice->language, key, VNUS_ARG_S ("date", date));
}

static guint
part_qualifiers (const VnusDatePart *part)
{
  return part->qualifiers[0] | part->qualifiers[1] | part->qualifiers[2];
}

/* Takes @text; the doubt stands behind all else. */
static char *
add_doubt (const Voice        *voice,
           const VnusDatePart *part,
           char               *text)
{
  if ((part_qualifiers (part) & VNUS_DATE_QUALIFIER_UNCERTAIN) == 0)
    return text;

  return wrap (voice, voice->style == VNUS_DATE_STYLE_SHORT ? "date.short-uncertain" : "date.uncertain", text);
}

/* An atom with its reserves, and with a preposition if the style has one. */
static char *
say_named_part (const Voice        *voice,
                Form                form,
                gboolean            is_bound,
                const VnusDatePart *part)
{
  char *text = say_atom (voice, form, part);

  if ((part_qualifiers (part) & VNUS_DATE_QUALIFIER_APPROXIMATE) != 0)
    text = wrap (voice, "date.about", text);
  if (is_when (voice) && !is_bound)
    text = wrap (voice, part->first == part->last ? "date.when-on" : "date.when-in", text);

  return add_doubt (voice, part, text);
}

/* A part without a name by its bounds; @key says how. */
static char *
say_nameless_part (const Voice        *voice,
                   const char         *key,
                   const VnusDatePart *part)
{
  char *text = say_days (voice, key, part->first, part->last);

  switch (part_qualifiers (part))
    {
    case VNUS_DATE_QUALIFIER_APPROXIMATE:
      return wrap (voice, "date.approximate", text);
    case VNUS_DATE_QUALIFIER_UNCERTAIN | VNUS_DATE_QUALIFIER_APPROXIMATE:
      return wrap (voice, "date.approximate-uncertain", text);
    default:
      return add_doubt (voice, part, text);
    }
}

/* Words a part that stands alone; @between says how if it has no name. */
static char *
say_part (const Voice        *voice,
          const char         *between,
          const VnusDatePart *part)
{
  if (is_atom (part))
    return say_named_part (voice, form_of (voice), FALSE, part);

  return say_nameless_part (voice, between, part);
}

/* Words a part that is an end of something. */
static char *
say_end (const Voice        *voice,
         Form                form,
         const VnusDatePart *part)
{
  if (is_atom (part))
    return say_named_part (voice, form, TRUE, part);

  return say_nameless_part (voice, "date.end-between", part);
}

/* Whether the two can share a month or a year in their wording. */
static gboolean
is_plain_pair (const VnusDatePart *first,
               const VnusDatePart *last)
{
  return first->precision == last->precision && is_atom (first) && first->code == 0 &&
         first->precision <= VNUS_DATE_PRECISION_YEAR && is_atom (last) && part_qualifiers (first) == 0 &&
         part_qualifiers (last) == 0;
}

static char *
say_plain_pair (const Voice        *voice,
                const VnusDatePart *first,
                const VnusDatePart *last)
{
  const gboolean same_year = part_year (first) == part_year (last);
  const int months[] = { date_part_number (first, 4, 2), date_part_number (last, 4, 2) };
  const int days[] = { date_part_number (first, 6, 2), date_part_number (last, 6, 2) };
  g_autofree char *year = year_text (voice, part_year (last));
  g_autofree char *first_month = NULL;
  g_autofree char *last_month = NULL;

  if (first->precision == VNUS_DATE_PRECISION_YEAR && !same_year)
    {
      g_autofree char *first_year = year_text (voice, part_year (first));

      return _vnus_say (voice->language, range_keys[voice->style][RANGE_YEARS], VNUS_ARG_S ("first", first_year),
                        VNUS_ARG_S ("last", year));
    }
  if (!same_year || first->precision == VNUS_DATE_PRECISION_YEAR)
    return NULL;

  first_month = month_text (voice, months[0]);
  last_month = month_text (voice, months[1]);
  if (first->precision == VNUS_DATE_PRECISION_MONTH)
    return months[0] == months[1] ? NULL
                                  : _vnus_say (voice->language, range_keys[voice->style][RANGE_MONTHS_OF_YEAR],
                                               VNUS_ARG_S ("first_month", first_month),
                                               VNUS_ARG_S ("last_month", last_month), VNUS_ARG_S ("year", year));
  if (months[0] == months[1])
    return _vnus_say (voice->language, range_keys[voice->style][RANGE_DAYS_OF_MONTH], VNUS_ARG_I ("first_day", days[0]),
                      VNUS_ARG_I ("last_day", days[1]), VNUS_ARG_S ("month", last_month), VNUS_ARG_S ("year", year));

  return _vnus_say (voice->language, range_keys[voice->style][RANGE_DAYS_OF_YEAR], VNUS_ARG_I ("first_day", days[0]),
                    VNUS_ARG_S ("first_month", first_month), VNUS_ARG_I ("last_day", days[1]),
                    VNUS_ARG_S ("last_month", last_month), VNUS_ARG_S ("year", year));
}

static char *
say_range (const Voice        *voice,
           const VnusDatePart *first,
           const VnusDatePart *last)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  char *text = NULL;

  if (is_plain_pair (first, last))
    {
      const gboolean is_same = first->first == last->first;

      if (is_same && first->precision == VNUS_DATE_PRECISION_DAY)
        return say_part (voice, "", first);
      text = is_same ? NULL : say_plain_pair (voice, first, last);
      if (text != NULL)
        return text;
      if (is_same)
        return wrap (voice, "date.within", say_atom (voice, form_of (voice), first));
    }

  start = say_end (voice, form_of (voice), first);
  end = say_end (voice, form_of (voice), last);
  return _vnus_say (voice->language, range_keys[voice->style][RANGE_OTHER], VNUS_ARG_S ("start", start),
                    VNUS_ARG_S ("end", end));
}

static char *
say_interval (const Voice        *voice,
              const VnusDateScan *scan)
{
  const gboolean is_short = voice->style == VNUS_DATE_STYLE_SHORT;
  const Form form = form_of (voice);

  if (scan->start == END_KNOWN && scan->end == END_KNOWN)
    return say_range (voice, &scan->first, &scan->last);
  if (scan->start == END_KNOWN && scan->end == END_OPEN)
    return wrap (voice, "date.since", say_end (voice, form, &scan->first));
  if (scan->start == END_KNOWN)
    return wrap (voice, is_short ? "date.short-end-unknown" : "date.prose-end-unknown",
                 say_end (voice, form, &scan->first));
  if (scan->end == END_KNOWN && scan->start == END_OPEN)
    return wrap (voice, "date.until", say_end (voice, form, &scan->last));
  if (scan->end == END_KNOWN)
    return wrap (voice, is_short ? "date.short-start-unknown" : "date.prose-start-unknown",
                 say_end (voice, form, &scan->last));

  return _vnus_message_format (voice->language,
                               scan->start == END_OPEN
                                 ? (scan->end == END_OPEN ? "date.no-start-no-end" : "date.no-start-end-unknown")
                                 : (scan->end == END_OPEN ? "date.start-unknown-no-end" : "date.start-unknown-end-unknown"),
                               NULL, 0);
}

/* Two days that follow each other: there is none between them. */
static char *
say_either (const Voice        *voice,
            const char         *between,
            const VnusDatePart *first,
            const VnusDatePart *last)
{
  g_autofree char *one = say_part (voice, between, first);
  g_autofree char *other = say_part (voice, between, last);
  const char *const members[] = { one, other, NULL };

  return _vnus_message_list (voice->language, members, "or");
}

/* Words one member of a choice, and moves @text behind it. */
static char *
say_member (const Voice  *voice,
            const char   *between,
            const char  **text)
{
  const Form form = bound_form_of (voice);
  VnusDateScan scan;
  VnusDatePart first, last;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (**text == '.')
    {
      _vnus_date_scan_part (&scan, *text + 2, &last);
      *text = scan.p;
      return wrap (voice, "date.by", say_end (voice, form, &last));
    }

  _vnus_date_scan_part (&scan, *text, &first);
  *text = scan.p;
  if (**text != '.')
    return say_part (voice, between, &first);

  *text += 2;
  if (**text == ']')
    return wrap (voice, "date.not-before", say_end (voice, form, &first));

  _vnus_date_scan_part (&scan, *text, &last);
  *text = scan.p;
  if (is_plain_pair (&first, &last) && first.precision == VNUS_DATE_PRECISION_DAY && last.first == first.first + 1)
    return say_either (voice, between, &first, &last);

  start = say_end (voice, form, &first);
  end = say_end (voice, form, &last);
  return _vnus_say (voice->language, between, VNUS_ARG_S ("first", start), VNUS_ARG_S ("last", end));
}

static const char *
between_key (const Voice *voice)
{
  return voice->style == VNUS_DATE_STYLE_SHORT ? "date.short-between" : "date.prose-between";
}

static char *
say_choice (const Voice *voice,
            const char  *text)
{
  const char *between = strchr (text, ',') != NULL ? "date.member-between" : between_key (voice);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) members = NULL;

  for (text++; *text != '\0'; text++)
    {
      g_autofree char *member = say_member (voice, between, &text);

      g_strv_builder_add (builder, member);
    }

  members = g_strv_builder_end (builder);
  return _vnus_message_list (voice->language, (const char *const *) members, "or");
}

char *
_vnus_date_say (const VnusDate *self,
                const char     *language,
                VnusDateStyle   style)
{
  const Voice voice = { language, style == VNUS_DATE_STYLE_UNSET ? VNUS_DATE_STYLE_PROSE : style };
  VnusDateScan scan;
  char *text;

  if (self->kind == VNUS_DATE_KIND_ONE_OF)
    return say_choice (&voice, self->text);

  _vnus_date_scan (&scan, self->text, NULL);
  text = self->kind == VNUS_DATE_KIND_DAY ? say_part (&voice, between_key (&voice), &scan.first)
                                          : say_interval (&voice, &scan);
  _vnus_date_scan_clear (&scan);
  return text;
}
