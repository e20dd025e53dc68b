/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "date-reference.h"

#define DAYS VNUS_DATE_UNIT_DAYS
#define MONTHS VNUS_DATE_UNIT_MONTHS
#define YEARS VNUS_DATE_UNIT_YEARS
#define NONE VNUS_DAY_MAX
#define NO VNUS_TRUTH_NO
#define POSSIBLY VNUS_TRUTH_POSSIBLY
#define CERTAINLY VNUS_TRUTH_CERTAINLY
#define UNSET VNUS_LEAP_POLICY_UNSET
#define FEB28 VNUS_LEAP_POLICY_FEB28
#define MAR1 VNUS_LEAP_POLICY_MAR1
#define SKIP VNUS_LEAP_POLICY_SKIP

static VnusDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

static gboolean
is_bound (int number)
{
  return number != VNUS_DAY_MIN && number != VNUS_DAY_MAX;
}

typedef struct
{
  const char *name;
  const char *from, *until;
  VnusDateUnit unit;
  int min, max;
} ElapsedCase;

static const ElapsedCase elapsed[] = {
  { "backwards-days", "2023-09-10", "2023-09-09", DAYS, -1, -1 },
  { "backwards-months", "2023-09-10", "2023-09-09", MONTHS, -1, -1 },
  { "backwards-year", "2023-09-10", "2022-09-10", YEARS, -1, -1 },
  { "backwards-part", "2023-09-10", "2022-09-11", YEARS, -1, -1 },
  { "backwards-more", "2023-09-10", "2022-09-09", YEARS, -2, -2 },
  { "through-year-zero", "-0001-03-01", "0001-03-01", YEARS, 2, 2 },
  { "century", "1900-02-28", "1900-03-01", DAYS, 1, 1 },
  { "either-way", "1995-07", "1995-07", DAYS, -30, 30 },
  { "choice", "[1995-07-01,1995-07-11]", "1995-07-12", DAYS, 1, 11 },
  { "start-to-start", "2013/2023", "2014-01-01/2030", YEARS, 0, 1 },
  { "open-end-has-start", "1995-07-11/..", "2023-09-10", YEARS, 28, 28 },
  { "unknown-start", "/1995-07-11", "1995-07-12", DAYS, 1, NONE },
  { "open-start", "../1995-07-11", "1995-07-12", DAYS, NONE, NONE },
  { "open-choice", "1995", "[1996..]", YEARS, 0, NONE },
  { "until-open-start", "1995", "../1996", YEARS, VNUS_DAY_MIN, VNUS_DAY_MIN },
};

static void
test_elapsed (gconstpointer data)
{
  const ElapsedCase *c = data;
  g_autoptr (VnusDate) from = parse (c->from);
  g_autoptr (VnusDate) until = parse (c->until);
  int min, max;

  g_assert_true (vnus_date_elapsed (from, until, c->unit, &min, &max) == (is_bound (c->min) && is_bound (c->max)));
  g_assert_cmpint (min, ==, c->min);
  g_assert_cmpint (max, ==, c->max);

  if (c->unit == YEARS)
    {
      vnus_date_get_completed_years (from, until, &min, NULL);
      vnus_date_get_completed_years (from, until, NULL, &max);
      g_assert_cmpint (min, ==, c->min);
      g_assert_cmpint (max, ==, c->max);
    }
}

static const ElapsedCase lengths[] = {
  { "day", "2023-09-10", NULL, DAYS, 1, 1 },
  { "month-is-a-day", "2023-09", NULL, DAYS, 1, 1 },
  { "choice", "[2023-09-10..2023-09-20]", NULL, MONTHS, 0, 0 },
  { "two-days", "2023-09-10/2023-09-11", NULL, DAYS, 2, 2 },
  { "same-day", "2023-09-10/2023-09-10", NULL, DAYS, 1, 1 },
  { "whole-month", "2023-09-01/2023-09-30", NULL, MONTHS, 1, 1 },
  { "ten-years", "2013-07-25/2023-07-24", NULL, YEARS, 10, 10 },
  { "not-quite", "2013-07-25/2023-07-23", NULL, YEARS, 9, 9 },
  { "months", "2013-07/2013-09", NULL, DAYS, 33, 92 },
  { "within-month", "2013-07/2013-07", NULL, DAYS, 1, 31 },
  { "unknown-end", "2013-07-25/", NULL, DAYS, 1, NONE },
  { "open-end", "2013-07-25/..", NULL, DAYS, NONE, NONE },
  { "unknown-start", "/2013-07-25", NULL, DAYS, 1, NONE },
  { "all", "../..", NULL, DAYS, NONE, NONE },
  { "nothing-known", "/", NULL, DAYS, 1, NONE },
  { "nothing-known-in-years", "/", NULL, YEARS, 0, NONE },
  { "unknown-and-open", "/..", NULL, DAYS, NONE, NONE },
};

static void
test_length (gconstpointer data)
{
  const ElapsedCase *c = data;
  g_autoptr (VnusDate) date = parse (c->from);
  int min, max;

  g_assert_true (vnus_date_get_length (date, c->unit, &min, &max) == (is_bound (c->min) && is_bound (c->max)));
  g_assert_cmpint (min, ==, c->min);
  g_assert_cmpint (max, ==, c->max);
}

/* The definition itself, a month at a time. */
static int
reference_elapsed_months (const int from[3],
                          const int to[3])
{
  int n = 0, year = from[0], month = from[1];

  for (;;)
    {
      const int next_year = month == 12 ? year + 1 : year;
      const int next_month = month == 12 ? 1 : month + 1;
      const int day = MIN (from[2], reference_month_length (next_year, next_month));

      if (reference_day (next_year, next_month, day) > reference_day (to[0], to[1], to[2]))
        return n;
      year = next_year;
      month = next_month;
      n++;
    }
}

static void
test_reference (void)
{
  for (guint i = reference_scale (2000); i > 0; i--)
    {
      int ymd[2][3], number;
      g_autoptr (VnusDate) from = NULL;
      g_autoptr (VnusDate) to = NULL;

      for (guint j = 0; j < 2; j++)
        {
          ymd[j][0] = 2000 + g_test_rand_int_range (-4, 5) + 6 * j;
          ymd[j][1] = g_test_rand_int_range (1, 13);
          ymd[j][2] = reference_month_length (ymd[j][0], ymd[j][1]) - g_test_rand_int_range (0, 4);
        }
      from = vnus_date_new_ymd (ymd[0][0], ymd[0][1], ymd[0][2]);
      to = vnus_date_new_ymd (ymd[1][0], ymd[1][1], ymd[1][2]);
      if (vnus_date_is_after (from, to) != NO)
        continue;

      vnus_date_elapsed (from, to, MONTHS, &number, NULL);
      g_assert_cmpint (number, ==, reference_elapsed_months (ymd[0], ymd[1]));
      vnus_date_elapsed (from, to, YEARS, &number, NULL);
      g_assert_cmpint (number, ==, reference_elapsed_months (ymd[0], ymd[1]) / 12);
    }
}

typedef struct
{
  const char *name;
  const char *base;
  int year;
  VnusLeapPolicy policy;
  const char *expected;
} AnniversaryCase;

static const AnniversaryCase anniversaries[] = {
  { "default-policy", "2000-02-29", 2023, UNSET, "2023-02-28" },
  { "in-base-year", "1995-07-11", 1995, UNSET, "1995-07-11" },
  { "before-base", "1995-07-11", 1994, UNSET, NULL },
  { "too-late", "1995-07-11", 10000, UNSET, NULL },
  { "half", "2023-40", 2033, UNSET, "2033-40" },
  { "qualifiers", "?1995-07-~11", 2025, UNSET, "2025?-07-~11" },
  { "negative", "-0044-03-15", 2024, UNSET, "2024-03-15" },
  { "to-negative", "-0044-03-15", -30, UNSET, "-0030-03-15" },
  { "time", "1995-07-11T20:00:00Z", 2025, UNSET, "2025-07-11" },
  { "decade", "199X-07-11", 2025, UNSET, "2025-07-11" },
  { "interval", "2023-09-10/2023-09-11", 2033, UNSET, "2033-09-10" },
  { "open-end", "1995-07-11/..", 2025, UNSET, "2025-07-11" },
  { "open-start", "../1995-07-11", 2025, UNSET, NULL },
  { "unknown-start", "/1995-07-11", 2025, UNSET, NULL },
  { "choice", "[1995-07-11,1995-08]", 2025, UNSET, "[2025-07-11,2025-08]" },
  { "choice-of-range", "[1995-07-11..1995-08]", 2025, UNSET, "[2025-07-11..2025-08]" },
  { "choice-of-years", "[1995-07-11,1996-07-11]", 2025, UNSET, "2025" },
  { "choice-without-bound", "[..1995-07-11]", 2025, UNSET, "2025" },
  { "choice-leap-day", "[2000-02-28,2000-02-29]", 2023, MAR1, "[2023-02-28,2023-03-01]" },
  { "choice-skipped", "[2000-02-28,2000-02-29]", 2023, SKIP, "2023" },
};

static void
test_anniversary (gconstpointer data)
{
  const AnniversaryCase *c = data;
  g_autoptr (VnusDate) base = parse (c->base);
  g_autoptr (VnusDate) anniversary = vnus_date_get_anniversary (base, c->year, c->policy);

  g_assert_cmpstr (anniversary == NULL ? NULL : vnus_date_get_text (anniversary), ==, c->expected);
}

static void
test_nth (void)
{
  const struct
  {
    const char *base;
    int n;
    const char *expected;
  } cases[] = {
    { "1995-07", 0, "1995-07" },          { "1995-07", 30, "2025-07" },
    { "199X-07-11", 30, NULL },           { "1995-07-11/..", 10, "2005-07-11" },
    { "../1995", 10, NULL },              { "1995", G_MAXINT, NULL },
    { "[1995-07-11,1996]", 10, NULL },    { "[1995-07,1995-08]", 10, "[2005-07,2005-08]" },
    { "[..1995]", 10, NULL },             { "-0005-01-01", 10, "0005-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) base = parse (cases[i].base);
      g_autoptr (VnusDate) anniversary = vnus_date_get_nth_anniversary (base, cases[i].n, UNSET);

      g_assert_cmpstr (anniversary == NULL ? NULL : vnus_date_get_text (anniversary), ==, cases[i].expected);
    }
}

static void
test_number (void)
{
  const struct
  {
    const char *base;
    int min, max;
  } cases[] = {
    { "1995-07", 30, 30 },    { "199X", 26, 35 },    { "[1995,2000..2002]", 23, 30 },
    { "../1995", NONE, NONE }, { "/1995", 30, NONE }, { "[..1995]", 30, NONE },
    { "[1995..]", VNUS_DAY_MIN, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) base = parse (cases[i].base);
      const gboolean is_open = vnus_date_is_start_open (base);
      int min, max;

      g_assert_true (vnus_date_get_anniversary_number (base, 2025, &min, &max) ==
                     (is_bound (cases[i].min) && is_bound (cases[i].max)));
      g_assert_cmpint (min, ==, is_open ? VNUS_DAY_MIN : cases[i].min);
      g_assert_cmpint (max, ==, cases[i].max);
    }
}

static void
test_is_anniversary (void)
{
  const struct
  {
    const char *base, *on;
    VnusLeapPolicy policy;
    VnusTruth truth;
  } cases[] = {
    { "1995-07-11", "2025-07-11", UNSET, CERTAINLY },
    { "1995-07-11", "2025-07-12", UNSET, NO },
    { "1995-07-11", "1995-07-11", UNSET, NO },
    { "1995-07-11", "1994-07-11", UNSET, NO },
    { "1995-07-11", "2025-07", UNSET, POSSIBLY },
    { "1995-07-11", "2025-08", UNSET, NO },
    { "1995-07", "2025-07-11", UNSET, POSSIBLY },
    { "1995", "2025-07-11", UNSET, POSSIBLY },
    { "199X-07-11", "1999-07-11", UNSET, POSSIBLY },
    { "199X-07-11", "2000-07-11", UNSET, CERTAINLY },
    { "1995-07-11", "2025-07-10/2025-07-13", UNSET, CERTAINLY },
    { "1995-07-11", "2025-07-12/2026-07-10", UNSET, NO },
    { "1995-07-11", "2025-07-12/2026-07-11", UNSET, CERTAINLY },
    { "1995-07-11", "2025-07-12/..", UNSET, POSSIBLY },
    { "1995-07-11", "../1995", UNSET, NO },
    { "../1995-07-11", "2025-07-11", UNSET, POSSIBLY },
    { "2000-02-29", "2023-02-28", UNSET, CERTAINLY },
    { "2000-02-29", "2023-02-28", FEB28, CERTAINLY },
    { "2000-02-29", "2023-02-28", MAR1, NO },
    { "2000-02-29", "2023-03-01", MAR1, CERTAINLY },
    { "2000-02-29", "2023-02-28/2023-03-01", SKIP, NO },
    { "2000-02-29", "2024-02-29", SKIP, CERTAINLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) base = parse (cases[i].base);
      g_autoptr (VnusDate) on = parse (cases[i].on);

      g_test_message ("%s on %s", cases[i].base, cases[i].on);
      g_assert_cmpint (vnus_date_is_anniversary_on (base, on, cases[i].policy), ==, cases[i].truth);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (elapsed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/date/elapsed/%s", elapsed[i].name);
      g_test_add_data_func (path, &elapsed[i], test_elapsed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/date/length/%s", lengths[i].name);
      g_test_add_data_func (path, &lengths[i], test_length);
    }
  for (guint i = 0; i < G_N_ELEMENTS (anniversaries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/date/anniversary/%s", anniversaries[i].name);
      g_test_add_data_func (path, &anniversaries[i], test_anniversary);
    }
  g_test_add_func ("/vnus/date/elapsed-by-definition", test_reference);
  g_test_add_func ("/vnus/date/nth-anniversary", test_nth);
  g_test_add_func ("/vnus/date/anniversary-number", test_number);
  g_test_add_func ("/vnus/date/is-anniversary", test_is_anniversary);
  return g_test_run ();
}
