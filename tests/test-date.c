/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "date-reference.h"

static VnusDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

typedef struct
{
  const char *name;
  const char *text;
  VnusDateError code;
  int offset;
} ErrorCase;

static const ErrorCase errors[] = {
  { "empty", "", VNUS_DATE_ERROR_SYNTAX, 0 },
  { "word", "May 1995", VNUS_DATE_ERROR_SYNTAX, 0 },
  { "short-month", "1995-7", VNUS_DATE_ERROR_SYNTAX, 6 },
  { "day-first", "11-07-1995", VNUS_DATE_ERROR_SYNTAX, 2 },
  { "tail", "1995-07-11 ", VNUS_DATE_ERROR_SYNTAX, 10 },
  { "head", " 1995-07-11", VNUS_DATE_ERROR_SYNTAX, 0 },
  { "no-ascii", "1995–07", VNUS_DATE_ERROR_SYNTAX, 4 },
  { "not-utf8", "1995\xff", VNUS_DATE_ERROR_SYNTAX, 4 },
  { "two-slashes", "1995/1996/1997", VNUS_DATE_ERROR_SYNTAX, 9 },
  { "dots-only", "..", VNUS_DATE_ERROR_SYNTAX, 2 },
  { "open-choice", "[..]", VNUS_DATE_ERROR_SYNTAX, 3 },
  { "late-dots", "[1995,..2000]", VNUS_DATE_ERROR_SYNTAX, 6 },
  { "early-dots", "[1995..,2000]", VNUS_DATE_ERROR_SYNTAX, 7 },
  { "wrong-bracket", "[1995}", VNUS_DATE_ERROR_SYNTAX, 5 },
  { "quarter-with-day", "2023-33-01", VNUS_DATE_ERROR_SYNTAX, 7 },
  { "hour-with-x", "2023-09-1XT10:00:00", VNUS_DATE_ERROR_SYNTAX, 10 },
  { "time-in-interval", "2023-09-10T10:00:00/2023", VNUS_DATE_ERROR_SYNTAX, 19 },
  { "month", "1995-13", VNUS_DATE_ERROR_RANGE, 5 },
  { "month-zero", "1995-00-01", VNUS_DATE_ERROR_RANGE, 5 },
  { "month-pattern", "1995-9X", VNUS_DATE_ERROR_RANGE, 5 },
  { "full-month", "1995-13-01", VNUS_DATE_ERROR_RANGE, 5 },
  { "full-day", "1995-07-32", VNUS_DATE_ERROR_RANGE, 8 },
  { "day-zero", "1995-07-00", VNUS_DATE_ERROR_RANGE, 8 },
  { "sub-year", "1995-42", VNUS_DATE_ERROR_RANGE, 5 },
  { "hour", "1995-07-11T24:00:00", VNUS_DATE_ERROR_RANGE, 11 },
  { "minus-utc", "1995-07-11T10:00:00-00:00", VNUS_DATE_ERROR_RANGE, 19 },
  { "minus-zero", "-0000", VNUS_DATE_ERROR_RANGE, 0 },
  { "short-long-year", "Y1995", VNUS_DATE_ERROR_RANGE, 0 },
  { "february", "1995-02-29", VNUS_DATE_ERROR_NO_SUCH_DAY, 8 },
  { "april", "2020-04-31/..", VNUS_DATE_ERROR_NO_SUCH_DAY, 8 },
  { "pattern", "20XX-04-31", VNUS_DATE_ERROR_NO_SUCH_DAY, 8 },
  { "end", "1995/1995-02-30", VNUS_DATE_ERROR_NO_SUCH_DAY, 13 },
  { "interval", "1995-07-11/1995-07-10", VNUS_DATE_ERROR_REVERSED, 11 },
  { "choice", "[1996..1995]", VNUS_DATE_ERROR_REVERSED, 7 },
  { "season", "2001-21", VNUS_DATE_ERROR_UNSUPPORTED, 5 },
  { "long-year", "Y170000002", VNUS_DATE_ERROR_UNSUPPORTED, 0 },
  { "significant", "1950S2", VNUS_DATE_ERROR_UNSUPPORTED, 4 },
  { "set", "{1995,1996}", VNUS_DATE_ERROR_UNSUPPORTED, 0 },
  { "season-interval", "2001-21/2001-22", VNUS_DATE_ERROR_UNSUPPORTED, 5 },
  { "set-with-fault", "{1995,1996-02-30}", VNUS_DATE_ERROR_NO_SUCH_DAY, 14 },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("byte %d:", c->offset);
  VnusDateError code = VNUS_DATE_ERROR_FAILED;
  int offset = -1;

  g_assert_null (vnus_date_parse (c->text, &error));
  g_assert_error (error, VNUS_DATE_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, place));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  g_assert_false (vnus_date_check (c->text, &code, &offset));
  g_assert_cmpint (code, ==, c->code);
  g_assert_cmpint (offset, ==, c->offset);

  g_assert_true ((vnus_date_classify (c->text) == VNUS_DATE_LEVEL_INVALID) ==
                 (c->code != VNUS_DATE_ERROR_UNSUPPORTED));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *canonical;
  VnusDateKind kind;
  VnusDatePrecision precision;
  VnusDateQualifier year, month, day;
} FormCase;

#define DAY VNUS_DATE_KIND_DAY
#define INTERVAL VNUS_DATE_KIND_INTERVAL
#define ONE_OF VNUS_DATE_KIND_ONE_OF
#define P(name) VNUS_DATE_PRECISION_##name
#define U VNUS_DATE_QUALIFIER_UNCERTAIN
#define A VNUS_DATE_QUALIFIER_APPROXIMATE

static const FormCase forms[] = {
  { "day", "2023-09-10", "2023-09-10", DAY, P (DAY) },
  { "month", "1995-07", "1995-07", DAY, P (MONTH) },
  { "year", "1995", "1995", DAY, P (YEAR) },
  { "negative", "-0044-03-15", "-0044-03-15", DAY, P (DAY) },
  { "time", "2023-09-10T17:00:00+07:00", "2023-09-10T17:00:00+07:00", DAY, P (DAY) },
  { "decade", "199X", "199X", DAY, P (DECADE) },
  { "century", "19XX", "19XX", DAY, P (CENTURY) },
  { "missing-day", "1995-07-XX", "1995-07-XX", DAY, P (MONTH) },
  { "missing-month", "1995-XX-XX", "1995-XX-XX", DAY, P (YEAR) },
  { "decade-with-month", "199X-XX", "199X-XX", DAY, P (DECADE) },
  { "pattern", "1995-07-0X", "1995-07-0X", DAY, P (PATTERN) },
  { "millennium", "1XXX", "1XXX", DAY, P (PATTERN) },
  { "quarter", "2021-33", "2021-33", DAY, P (QUARTER) },
  { "third", "2021-39", "2021-39", DAY, P (THIRD) },
  { "half", "2023-40", "2023-40", DAY, P (HALF) },
  { "interval", "2023-09-10/2023-09", "2023-09-10/2023-09", INTERVAL, P (MONTH) },
  { "no-dates", "../..", "../..", INTERVAL, P (UNSET) },
  { "choice", "[1667,1668-12..1670]", "[1667,1668-12..1670]", ONE_OF, P (YEAR) },
  { "whole", "2004-06-11?", "2004-06-11?", DAY, P (DAY), U, U, U },
  { "both", "2004%", "2004%", DAY, P (YEAR), U | A },
  { "prefixes", "?2004-?06-?11", "2004-06-11?", DAY, P (DAY), U, U, U },
  { "prefix-month", "2004-~06", "2004-~06", DAY, P (MONTH), 0, A },
  { "group", "?2004-?06-11", "2004-06?-11", DAY, P (DAY), U, U },
  { "year-only", "?2004-06-11", "2004?-06-11", DAY, P (DAY), U },
  { "negative-prefix", "?-2004-06", "-2004?-06", DAY, P (MONTH), U },
  { "twice", "2019~-08~-08~", "2019-08-08~", DAY, P (DAY), A, A, A },
  { "different", "2004?-~06-11", "2004?-~06-11", DAY, P (DAY), U, A },
  { "both-sides", "2001-?09~-09", "2001~-%09-09", DAY, P (DAY), A, U | A },
  { "prefixed-interval", "~1984/?2004-?06", "1984~/2004-06?", INTERVAL, P (YEAR), U | A, U },
  { "prefixed-choice", "[~1984,1985]", "[1984~,1985]", ONE_OF, P (YEAR), A },
  { "missing-and-about", "156X~", "156X~", DAY, P (DECADE), A },
};

static void
test_form (gconstpointer data)
{
  const FormCase *c = data;
  g_autoptr (VnusDate) date = parse (c->text);
  g_autofree char *canonical = vnus_date_to_string (date);
  g_autoptr (VnusDate) again = parse (canonical);

  g_assert_cmpstr (vnus_date_get_text (date), ==, c->text);
  g_assert_cmpstr (canonical, ==, c->canonical);
  g_assert_cmpstr (vnus_date_get_text (again), ==, c->canonical);
  g_assert_cmpint (vnus_date_get_kind (date), ==, c->kind);
  g_assert_cmpint (vnus_date_get_precision (date), ==, c->precision);
  g_assert_cmpint (vnus_date_get_qualifier (date, VNUS_DATE_COMPONENT_YEAR), ==, c->year);
  g_assert_cmpint (vnus_date_get_qualifier (date, VNUS_DATE_COMPONENT_MONTH), ==, c->month);
  g_assert_cmpint (vnus_date_get_qualifier (date, VNUS_DATE_COMPONENT_DAY), ==, c->day);

  g_assert_true (vnus_date_equal (date, again));
  g_assert_cmpuint (vnus_date_hash (date), ==, vnus_date_hash (again));
  g_assert_cmpint (vnus_date_compare (date, again), ==, 0);
  g_assert_cmpint (vnus_date_compare_latest (date, again), ==, 0);
  g_assert_cmpint (vnus_date_get_earliest_start (again), ==, vnus_date_get_earliest_start (date));
  g_assert_cmpint (vnus_date_get_latest_end (again), ==, vnus_date_get_latest_end (date));
}

/* The forms that the Library of Congress describes, by its levels. */
static void
test_levels (void)
{
  static const char *const texts[3][48] = {
    { "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
      "1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02",
      "2004-02-01/2005", "2005/2006-02" },
    { "Y170000002",    "Y-170000002",    "2001-21",       "2001-24",       "1984?",         "2004-06~",   "2004-06-11%",
      "201X",          "20XX",           "2004-XX",       "1985-04-XX",    "1985-XX-XX",    "1985-04-12/..",
      "1985-04/..",    "1985/..",        "../1985-04-12", "../1985-04",    "../1985",       "1985-04-12/",
      "1985-04/",      "1985/",          "/1985-04-12",   "/1985-04",      "/1985",         "-1985" },
    { "Y-17E7",        "1950S2",         "Y171010000S3",  "Y3388E2S3",     "2001-25",       "2001-32",
      "2001-34",       "2001-41",        "[1667,1668,1670..1672]",         "[..1760-12-03]", "[1760-12..]",
      "[1760-01,1760-02,1760-12..]",     "[1667,1760-12]", "[..1984]",     "{1667,1668,1670..1672}",
      "{1960,1961-12}", "{..1984}",      "2004-06~-11",   "2004?-06-11",   "?2004-06-~11",  "2004-%06-11",
      "156X-12-25",    "15XX-12-25",     "XXXX-12-XX",    "1XXX-XX",       "1XXX-12",       "1984-1X",
      "2004-06-~01/2004-06-~20",         "2004-06-XX/2004-07-03" },
  };
  guint n = 0;

  for (guint level = 0; level < G_N_ELEMENTS (texts); level++)
    for (guint i = 0; texts[level][i] != NULL; i++, n++)
      {
        g_test_message ("%s", texts[level][i]);
        g_assert_cmpint (vnus_date_classify (texts[level][i]), ==, VNUS_DATE_LEVEL_ZERO + level);
      }
  g_assert_cmpuint (n, ==, 67);
}

static void
test_identity (void)
{
  g_autoptr (VnusDate) month = parse ("1995-07");
  g_autoptr (VnusDate) missing = parse ("1995-07-XX");
  g_autoptr (VnusDate) extent = vnus_date_to_extent (month);

  /* The same days, but not the same statement. */
  g_assert_false (vnus_date_equal (month, missing));
  g_assert_false (vnus_date_equal (month, extent));
  g_assert_cmpint (vnus_date_compare (month, missing), <, 0);
}

static void
test_constructors (void)
{
  const struct
  {
    int year, month, day;
    const char *text;
  } cases[] = {
    { 1995, 7, 11, "1995-07-11" },  { 1995, 7, 0, "1995-07" },       { 1995, 0, 0, "1995" },
    { -44, 3, 15, "-0044-03-15" },  { 0, 2, 29, "0000-02-29" },      { 9999, 12, 31, "9999-12-31" },
    { -9999, 1, 1, "-9999-01-01" }, { 1995, 2, 29, NULL },           { 1995, 0, 11, NULL },
    { 1995, 13, 1, NULL },          { 10000, 1, 1, NULL },           { -10000, 0, 0, NULL },
    { 1995, -1, 0, NULL },          { 1995, 7, G_MAXINT, NULL },
  };
  g_autoptr (GDate) g_date = g_date_new_dmy (11, G_DATE_JULY, 1995);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) date_time = g_date_time_new (zone, 2023, 9, 10, 0, 30, 0);
  g_autoptr (VnusDate) from_g_date = vnus_date_new_from_g_date (g_date);
  g_autoptr (VnusDate) from_date_time = vnus_date_new_from_date_time (date_time);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) date = vnus_date_new_ymd (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpstr (date == NULL ? NULL : vnus_date_get_text (date), ==, cases[i].text);
    }

  g_assert_cmpstr (vnus_date_get_text (from_g_date), ==, "1995-07-11");
  g_assert_cmpstr (vnus_date_get_text (from_date_time), ==, "2023-09-10");
}

static void
test_days (void)
{
  g_autoptr (VnusDate) first = parse ("-9999-01-01");
  g_autoptr (VnusDate) last = parse ("9999-12-31");
  const int first_day = vnus_date_get_earliest_start (first);
  const int last_day = vnus_date_get_latest_end (last);

  g_assert_cmpint (first_day, ==, reference_day (-9999, 1, 1));
  g_assert_cmpint (last_day, ==, reference_day (9999, 12, 31));
  g_assert_null (vnus_date_new_day (first_day - 1));
  g_assert_null (vnus_date_new_day (last_day + 1));
  g_assert_null (vnus_date_new_day (VNUS_DAY_MIN));
  g_assert_null (vnus_date_new_day (VNUS_DAY_MAX));

  /* A prime stride visits every day of the month and kind of year. */
  for (int day = first_day; day <= last_day; day += 37)
    {
      g_autoptr (VnusDate) date = vnus_date_new_day (day);
      g_autofree char *expected = reference_day_to_string (day);

      g_assert_cmpstr (vnus_date_get_text (date), ==, expected);
      g_assert_true (vnus_date_is_single_day (date));
      g_assert_cmpint (vnus_date_get_earliest_start (date), ==, day);
      g_assert_cmpint (vnus_date_get_latest_start (date), ==, day);
      g_assert_cmpint (vnus_date_get_earliest_end (date), ==, day);
      g_assert_cmpint (vnus_date_get_latest_end (date), ==, day);
    }
}

/* text, extent, start, end, years */
static void
test_parts (void)
{
  const struct
  {
    const char *text, *extent, *start, *end;
    int first_year, last_year;
  } cases[] = {
    { "1995-07", "1995-07-01/1995-07-31", "1995-07", "1995-07", 1995, 1995 },
    { "1995-07-11", "1995-07-11/1995-07-11", "1995-07-11", "1995-07-11", 1995, 1995 },
    { "1995~", "1995-01-01~/1995-12-31~", "1995~", "1995~", 1995, 1995 },
    { "2013-07/2023-09", "2013-07-01/2023-09-30", "2013-07", "2023-09", 2013, 2023 },
    { "1995/..", "1995-01-01/..", "1995", NULL, 1995, VNUS_DAY_MAX },
    { "/1995", "/1995-12-31", NULL, "1995", VNUS_DAY_MIN, 1995 },
    { "../..", "../..", NULL, NULL, VNUS_DAY_MIN, VNUS_DAY_MAX },
    { "[..1984]", "../1984-12-31", "[..1984]", "[..1984]", VNUS_DAY_MIN, 1984 },
    { "-000X", "-0009-01-01/-0001-12-31", "-000X", "-000X", -9, -1 },
    { "2023-41", "2023-07-01/2023-12-31", "2023-41", "2023-41", 2023, 2023 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) date = parse (cases[i].text);
      g_autoptr (VnusDate) extent = vnus_date_to_extent (date);
      g_autoptr (VnusDate) start = vnus_date_dup_start (date);
      g_autoptr (VnusDate) end = vnus_date_dup_end (date);
      int first, last;

      g_assert_cmpstr (vnus_date_get_text (extent), ==, cases[i].extent);
      g_assert_cmpint (vnus_date_get_kind (extent), ==, VNUS_DATE_KIND_INTERVAL);
      g_assert_cmpstr (start == NULL ? NULL : vnus_date_get_text (start), ==, cases[i].start);
      g_assert_cmpstr (end == NULL ? NULL : vnus_date_get_text (end), ==, cases[i].end);
      g_assert_true (vnus_date_get_year_range (date, &first, &last) ==
                     (cases[i].first_year != VNUS_DAY_MIN && cases[i].last_year != VNUS_DAY_MAX));
      g_assert_cmpint (first, ==, cases[i].first_year);
      g_assert_cmpint (last, ==, cases[i].last_year);
      g_assert_true (vnus_date_get_year_range (date, NULL, NULL) ==
                     (first != VNUS_DAY_MIN && last != VNUS_DAY_MAX));
    }
}

static void
test_single_day (void)
{
  const struct
  {
    const char *text;
    gboolean is_single;
  } cases[] = {
    { "1995-07-11", TRUE }, { "1995-07", FALSE }, { "1995-07-11/1995-07-11", TRUE },
    { "2020-04-3X", TRUE }, { "../..", FALSE },   { "[1995-07-11]", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) date = parse (cases[i].text);

      g_assert_cmpint (vnus_date_is_single_day (date), ==, cases[i].is_single);
    }
}

static void
assert_relations (VnusAllen   mask,
                  const char *expected)
{
  g_autofree char *string = vnus_allen_to_string (mask);

  g_assert_cmpstr (string, ==, expected);
}

/* The members of a choice are kept apart, and so are their gaps. */
static void
test_choice (void)
{
  g_autoptr (VnusDate) choice = parse ("[2022-11-12,2022-11-18]");
  g_autoptr (VnusDate) between = parse ("2022-11-15");
  g_autoptr (VnusDate) member = parse ("2022-11-18");
  g_autoptr (VnusDate) week = parse ("2022-11-14/2022-11-16");
  g_autoptr (VnusDate) fortnight = parse ("2022-11-11/2022-11-19");
  g_autoptr (VnusDate) other = parse ("[2022-11-11,2022-11-13]");

  g_assert_cmpint (vnus_date_is_same_day (choice, between), ==, VNUS_TRUTH_NO);
  g_assert_cmpint (vnus_date_is_same_day (choice, member), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_cmpint (vnus_date_is_within (choice, week), ==, VNUS_TRUTH_NO);
  g_assert_cmpint (vnus_date_is_within (choice, fortnight), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_date_is_same_day (choice, other), ==, VNUS_TRUTH_NO);
  g_assert_cmpint (vnus_date_is_before (choice, between), ==, VNUS_TRUTH_POSSIBLY);
  assert_relations (vnus_date_relate (choice, between), "before,after");
  assert_relations (vnus_date_relate (choice, week), "before,after");
  assert_relations (vnus_date_relate (week, choice), "before,after");
  assert_relations (vnus_date_relate (choice, other), "meets,met-by,after");
}

static void
test_places (void)
{
  const struct
  {
    const char *here, *there, *relations;
  } cases[] = {
    { "2023-09-10", "2023-09-10", "meets,equals,met-by" },
    { "2023-09-10", "2023-09-11", "before,meets,equals" },
    { "2023-09-10", "2023-09-12", "before,meets" },
    { "2023-09-10", "2023-09-13", "before" },
    { "2023-09-10/2023-09-11", "2023-09-13/..", "before,meets" },
    { "../2023-09-10", "../2023-09-10", "starts,equals,started-by" },
    { "2023-09-10", "2023-09-08/2023-09-12", "during" },
    { "2023-09-10", "2023-09-09/2023-09-12", "starts,during" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) here = parse (cases[i].here);
      g_autoptr (VnusDate) there = parse (cases[i].there);
      const VnusAllen mask = vnus_date_relate_between_places (here, there);

      assert_relations (mask, cases[i].relations);
      g_assert_cmpint (vnus_date_relate_between_places (there, here), ==, vnus_allen_invert (mask));
      g_assert_cmpint (vnus_date_has_relation_between_places (here, there, mask), ==, VNUS_TRUTH_CERTAINLY);
      g_assert_cmpint (vnus_date_has_relation_between_places (here, there, VNUS_ALLEN_NONE), ==, VNUS_TRUTH_NO);
    }
}

static void
test_questions (void)
{
  g_autoptr (VnusDate) month = parse ("1995-07");
  g_autoptr (VnusDate) day = parse ("1995-07-11");
  g_autoptr (VnusDate) before = parse ("../2004-04-10");
  g_autoptr (VnusDate) after = parse ("2004-04-11/..");
  const VnusAllen ends = VNUS_ALLEN_BEFORE | VNUS_ALLEN_MEETS | VNUS_ALLEN_MET_BY | VNUS_ALLEN_AFTER;

  /* Each alone is possible, both together are certain of two days that differ. */
  g_assert_cmpint (vnus_date_has_relation (month, day, ends), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_cmpint (vnus_date_has_relation (month, day, ends | VNUS_ALLEN_EQUALS), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_date_has_relation (month, day, VNUS_ALLEN_CONTAINS), ==, VNUS_TRUTH_NO);

  assert_relations (vnus_date_relate (before, after), "meets");
  assert_relations (vnus_date_relate (after, before), "met-by");
  g_assert_cmpint (vnus_date_intersects (before, after), ==, VNUS_TRUTH_NO);
  g_assert_cmpint (vnus_date_is_before (before, after), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_date_is_not_after (before, after), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_date_is_not_after (after, before), ==, VNUS_TRUTH_NO);
}

static void
test_latest (void)
{
  static const char *const sorted[] = {
    "/", "../..", "1994", "../1995-07-11", "1995-07-01/1995-07-11", "1995-07-11", "[..1995]", "1995", "1995-12-31",
    "1995-12-31?", "[1996..]", "1996/", "1996/..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (VnusDate) a = parse (sorted[i]);
        g_autoptr (VnusDate) b = parse (sorted[j]);
        const int order = vnus_date_compare_latest (a, b);

        g_test_message ("%s %s", sorted[i], sorted[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_allen (void)
{
  VnusAllen set = VNUS_ALLEN_EQUALS;
  g_autofree char *empty = vnus_allen_to_string (VNUS_ALLEN_NONE);

  g_assert_cmpstr (empty, ==, "");
  for (guint i = 0; i < 13; i++)
    {
      const VnusAllen relation = (VnusAllen) (1 << i);
      g_autofree char *string = vnus_allen_to_string (relation);

      g_assert_true (vnus_allen_from_string (string, &set));
      g_assert_cmpint (set, ==, relation);
      g_assert_cmpint (vnus_allen_invert (vnus_allen_invert (relation)), ==, relation);
    }

  g_assert_true (vnus_allen_from_string ("before,after", &set));
  g_assert_cmpint (set, ==, VNUS_ALLEN_BEFORE | VNUS_ALLEN_AFTER);
  g_assert_cmpint (vnus_allen_invert (VNUS_ALLEN_BEFORE | VNUS_ALLEN_DURING), ==, VNUS_ALLEN_AFTER | VNUS_ALLEN_CONTAINS);
  g_assert_false (vnus_allen_from_string ("before,later", &set));
  g_assert_false (vnus_allen_from_string ("none", &set));
  g_assert_cmpint (set, ==, VNUS_ALLEN_BEFORE | VNUS_ALLEN_AFTER);
}

static void
test_nicks (void)
{
  const GType types[] = {
    VNUS_TYPE_ALLEN,      VNUS_TYPE_DATE_KIND, VNUS_TYPE_DATE_PRECISION, VNUS_TYPE_DATE_COMPONENT,
    VNUS_TYPE_DATE_LEVEL, VNUS_TYPE_DATE_UNIT, VNUS_TYPE_DATE_QUALIFIER, VNUS_TYPE_LEAP_POLICY,
    VNUS_TYPE_DATE_STYLE, VNUS_TYPE_DATE_ERROR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_true (G_TYPE_IS_ENUM (types[i]) || G_TYPE_IS_FLAGS (types[i]));
  g_assert_true (G_TYPE_IS_BOXED (VNUS_TYPE_DATE));
}

static void
test_long_text (void)
{
  GString *string = g_string_new ("[1995");
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) date = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append (string, ",1997");
  g_string_append_c (string, ']');
  date = parse (string->str);
  g_assert_cmpint (vnus_date_is_same_day (date, date), ==, VNUS_TRUTH_POSSIBLY);

  g_string_truncate (string, string->len - 1);
  for (guint i = 0; i < 9000; i++)
    g_string_append (string, ",1997");
  g_string_append_c (string, ']');
  text = g_string_free (string, FALSE);
  g_assert_null (vnus_date_parse (text, &error));
  g_assert_error (error, VNUS_DATE_ERROR, VNUS_DATE_ERROR_SYNTAX);
  g_assert_cmpint (strlen (error->message), <, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/date/error/%s", errors[i].name);
      g_test_add_data_func (path, &errors[i], test_error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/date/form/%s", forms[i].name);
      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/vnus/date/levels", test_levels);
  g_test_add_func ("/vnus/date/identity", test_identity);
  g_test_add_func ("/vnus/date/constructors", test_constructors);
  g_test_add_func ("/vnus/date/days", test_days);
  g_test_add_func ("/vnus/date/parts", test_parts);
  g_test_add_func ("/vnus/date/single-day", test_single_day);
  g_test_add_func ("/vnus/date/choice", test_choice);
  g_test_add_func ("/vnus/date/places", test_places);
  g_test_add_func ("/vnus/date/questions", test_questions);
  g_test_add_func ("/vnus/date/latest", test_latest);
  g_test_add_func ("/vnus/date/nicks", test_nicks);
  g_test_add_func ("/vnus/date/long-text", test_long_text);
  g_test_add_func ("/vnus/allen/sets", test_allen);
  return g_test_run ();
}
