/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Random dates against a reference that enumerates days and does nothing clever.
 *
 * The reference reads the texts that this file makes, and no others: a part is
 * "YYYY-MM-DD" with X for any digit, shorter if it is a month or a year; it may
 * be any day whose own text fits, letter by letter.
 */
#include "date-reference.h"

static VnusDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

static int
random_below (int n)
{
  return g_test_rand_int_range (0, n);
}

/* Near dates: all within a window of days, so that every choice of days can be tried. */

#define WINDOW 28 /* days; nothing with a bound is nearer than 3 days to its edges */
#define MARGIN 6
#define BEFORE_ALL (-1000)
#define BEHIND_ALL 1000

typedef struct
{
  int start, end; /* the last day; from the start of the window */
} Stretch;

typedef struct
{
  char text[64];
  Stretch stretches[WINDOW * WINDOW];
  guint n_stretches;
} Near;

static int window_start;
static char window_texts[WINDOW][16]; /* the days of the window as they are written */

static void
set_window (void)
{
  /* Ends of months, leap days and turns of years. */
  static const int months[][2] = { { 2004, 2 }, { 2005, 2 }, { 1900, 2 }, { 1999, 12 }, { 2004, 4 }, { 0, 2 }, { -1, 12 } };
  const guint i = random_below (G_N_ELEMENTS (months));

  window_start = reference_day (months[i][0], months[i][1], 1) - MARGIN + random_below (12);
  for (int day = 0; day < WINDOW; day++)
    {
      g_autofree char *text = reference_day_to_string (window_start + day);

      g_strlcpy (window_texts[day], text, sizeof window_texts[day]);
    }
}

static gboolean
fits (const char *pattern,
      const char *text)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern != *text && !(*pattern == 'X' && g_ascii_isdigit (*text)))
      return FALSE;

  return TRUE;
}

/* Makes a part of at most ten days, and finds them. */
static guint
make_near_part (char *part,
                int  *days)
{
  const int day = MARGIN + random_below (WINDOW - 2 * MARGIN);
  guint n;

  do
    {
      g_strlcpy (part, window_texts[day], 16);
      if (random_below (2) == 0)
        part[strlen (part) - 1] = 'X';
      n = 0;
      for (int i = 0; i < WINDOW; i++)
        if (fits (part, window_texts[i]))
          days[n++] = i;
    }
  while (days[0] < 3 || days[n - 1] > WINDOW - 4);

  return n;
}

static void
add_stretch (Near *near,
             int   start,
             int   end)
{
  near->stretches[near->n_stretches++] = (Stretch) { start, end };
}

static void
make_near_day (Near *near)
{
  int days[WINDOW];
  const guint n = make_near_part (near->text, days);

  for (guint i = 0; i < n; i++)
    add_stretch (near, days[i], days[i]);
}

/* One member, or two, or a range, or all days on one side of a part. */
static void
make_near_choice (Near *near)
{
  int days[2][WINDOW];
  char parts[2][16];
  const guint n[] = { make_near_part (parts[0], days[0]), make_near_part (parts[1], days[1]) };
  const int kind = random_below (5);
  int first = days[0][0], last = days[1][n[1] - 1];

  if (kind < 2)
    {
      g_snprintf (near->text, sizeof near->text, kind == 0 ? "[%s]" : "[%s,%s]", parts[0], parts[1]);
      for (int j = 0; j <= kind; j++)
        for (guint i = 0; i < n[j]; i++)
          add_stretch (near, days[j][i], days[j][i]);
      return;
    }

  if (kind == 2)
    {
      g_snprintf (near->text, sizeof near->text, "[..%s]", parts[1]);
      first = 0;
    }
  else if (kind == 3)
    {
      g_snprintf (near->text, sizeof near->text, "[%s..]", parts[0]);
      last = WINDOW - 1;
    }
  else
    {
      if (first > last)
        {
          make_near_choice (near);
          return;
        }
      g_snprintf (near->text, sizeof near->text, "[%s..%s]", parts[0], parts[1]);
    }
  for (int day = first; day <= last; day++)
    add_stretch (near, day, day);
}

/* The possible points of an end that has no date. */
static guint
make_near_end (char     *text,
               int      *days,
               gboolean  is_start)
{
  const int kind = random_below (8);
  guint n = 0;

  if (kind > 1)
    return make_near_part (text, days);

  g_strlcpy (text, kind == 0 ? ".." : "", 16);
  days[n++] = is_start ? BEFORE_ALL : BEHIND_ALL;
  for (int day = 0; kind == 1 && day < WINDOW; day++)
    days[n++] = day;
  return n;
}

static void
make_near_interval (Near *near)
{
  int starts[WINDOW + 1], ends[WINDOW + 1];
  char start[16], end[16];
  const guint n_starts = make_near_end (start, starts, TRUE);
  const guint n_ends = make_near_end (end, ends, FALSE);

  for (guint i = 0; i < n_starts; i++)
    for (guint j = 0; j < n_ends; j++)
      if (starts[i] <= ends[j])
        add_stretch (near, starts[i], ends[j]);
  if (near->n_stretches == 0)
    make_near_interval (near);
  else
    g_snprintf (near->text, sizeof near->text, "%s/%s", start, end);
}

static void
make_near (Near *near)
{
  const int kind = random_below (8);

  near->n_stretches = 0;
  if (kind < 3)
    make_near_day (near);
  else if (kind == 3)
    make_near_choice (near);
  else
    make_near_interval (near);
}

static guint
relate_stretches (Stretch a,
                  Stretch b)
{
  if (a.end < b.start)
    return a.end + 1 == b.start ? VNUS_ALLEN_MEETS : VNUS_ALLEN_BEFORE;
  if (b.end < a.start)
    return b.end + 1 == a.start ? VNUS_ALLEN_MET_BY : VNUS_ALLEN_AFTER;
  if (a.start == b.start)
    return a.end == b.end ? VNUS_ALLEN_EQUALS : a.end < b.end ? VNUS_ALLEN_STARTS : VNUS_ALLEN_STARTED_BY;
  if (a.start < b.start)
    return a.end == b.end ? VNUS_ALLEN_FINISHED_BY : a.end < b.end ? VNUS_ALLEN_OVERLAPS : VNUS_ALLEN_CONTAINS;

  return a.end == b.end ? VNUS_ALLEN_FINISHES : a.end < b.end ? VNUS_ALLEN_DURING : VNUS_ALLEN_OVERLAPPED_BY;
}

static VnusTruth
truth_of (guint mask,
          guint asked)
{
  return (mask & asked) == 0 ? VNUS_TRUTH_NO : (mask & ~asked) == 0 ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY;
}

static void
test_relations (void)
{
  static Near near[2];
  guint seen = 0;

  for (guint i = reference_scale (200000); i > 0; i--)
    {
      g_autoptr (VnusDate) a = NULL;
      g_autoptr (VnusDate) b = NULL;
      guint mask = 0;

      if (i % 64 == 0 || near[0].n_stretches == 0)
        set_window ();
      make_near (&near[0]);
      make_near (&near[1]);
      a = parse (near[0].text);
      b = parse (near[1].text);

      for (guint j = 0; j < near[0].n_stretches && mask != 8191; j++)
        for (guint k = 0; k < near[1].n_stretches; k++)
          mask |= relate_stretches (near[0].stretches[j], near[1].stretches[k]);
      seen |= mask;

      if (vnus_date_relate (a, b) != mask)
        g_error ("%s and %s: got %d, expected %u", near[0].text, near[1].text, (int) vnus_date_relate (a, b), mask);
      g_assert_cmpint (vnus_date_relate (b, a), ==, vnus_allen_invert (mask));
      g_assert_cmpint (vnus_date_is_before (a, b), ==, truth_of (mask, VNUS_ALLEN_BEFORE | VNUS_ALLEN_MEETS));
      g_assert_cmpint (vnus_date_is_after (a, b), ==, truth_of (mask, VNUS_ALLEN_AFTER | VNUS_ALLEN_MET_BY));
    }

  if (reference_scale (200000) >= 20000)
    g_assert_cmpuint (seen, ==, 8191);
}

/* Wide dates: their bounds by going through all years and days that fit. */

typedef struct
{
  char text[16];
  int first, last; /* first > last: no day fits */
} Wide;

static void
put_digits (char *text,
            int   n_digits,
            int   number,
            int   chance)
{
  char digits[8];

  g_snprintf (digits, sizeof digits, "%0*d", n_digits, number);
  for (int i = 0; i < n_digits; i++)
    if (random_below (chance) == 0)
      digits[i] = 'X';
  strcat (text, digits);
}

/* Whether @text fits as far as it goes. */
static gboolean
fits_start (const char *pattern,
            const char *text)
{
  for (; *text != '\0'; pattern++, text++)
    if (*pattern != *text && !(*pattern == 'X' && g_ascii_isdigit (*text)))
      return FALSE;

  return TRUE;
}

static void
find_wide_bounds (Wide *wide,
                  int   code)
{
  static const int months[][2] = {
    { 1, 3 }, { 4, 6 }, { 7, 9 }, { 10, 12 }, { 1, 4 }, { 5, 8 }, { 9, 12 }, { 1, 6 }, { 7, 12 },
  };
  static char years[10000][8];
  static char month_days[12][31][16];
  const gboolean negative = *wide->text == '-';

  if (years[0][0] == '\0')
    for (int n = 0; n <= 9999; n++)
      g_snprintf (years[n], sizeof years[0], "%04d", n);
  if (month_days[0][0][0] == '\0')
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= 31; day++)
        g_snprintf (month_days[month - 1][day - 1], sizeof month_days[0][0], "-%02d-%02d", month, day);

  wide->first = G_MAXINT;
  wide->last = G_MININT;
  for (int n = negative ? 1 : 0; n <= 9999; n++)
    {
      const int year = negative ? -n : n;
      const char *pattern = wide->text + (negative ? 1 : 0);

      if (!fits_start (pattern, years[n]))
        continue;

      for (int month = 1; month <= 12; month++)
        for (int day = 1; day <= reference_month_length (year, month); day++)
          if (code == 0 ? fits (pattern + 4, month_days[month - 1][day - 1])
                        : months[code - 33][0] <= month && month <= months[code - 33][1])
            {
              const int number = reference_day (year, month, day);

              wide->first = MIN (wide->first, number);
              wide->last = MAX (wide->last, number);
            }
    }
}

static void
make_wide (Wide *wide)
{
  const int kind = random_below (6);
  const int chance = 6 + random_below (8);
  int code = 0;

  *wide->text = '\0';
  if (random_below (6) == 0)
    strcat (wide->text, "-");
  put_digits (wide->text, 4, 1 + random_below (9999), chance);

  if (kind == 0)
    {
      code = 33 + random_below (9);
      strcat (wide->text, "-");
      put_digits (wide->text, 2, code, G_MAXINT);
    }
  else if (kind > 1)
    {
      strcat (wide->text, "-");
      put_digits (wide->text, 2, 1 + random_below (12), chance);
      if (kind > 2)
        {
          strcat (wide->text, "-");
          put_digits (wide->text, 2, 1 + random_below (31), chance);
        }
    }

  find_wide_bounds (wide, code);
}

static void
assert_wide_bounds (const char *text,
                    int         s1,
                    int         s2,
                    int         e1,
                    int         e2)
{
  g_autoptr (VnusDate) date = parse (text);
  const int got[] = { vnus_date_get_earliest_start (date), vnus_date_get_latest_start (date),
                      vnus_date_get_earliest_end (date), vnus_date_get_latest_end (date) };

  if (got[0] != s1 || got[1] != s2 || got[2] != e1 || got[3] != e2)
    g_error ("%s: got %d %d %d %d, expected %d %d %d %d", text, got[0], got[1], got[2], got[3], s1, s2, e1, e2);
}

static void
assert_no_date (const char    *text,
                VnusDateError  expected)
{
  VnusDateError code;

  if (vnus_date_check (text, &code, NULL) || code != expected)
    g_error ("%s: got %d, expected %d", text, (int) code, (int) expected);
}

/* An interval has a start only if an end can follow it, and the other way round. */
static void
check_wide_interval (const Wide *start,
                     const Wide *end)
{
  g_autofree char *text = g_strdup_printf ("%s/%s", start->text, end->text);
  int latest_start = start->last, earliest_end = end->first;

  while (latest_start >= start->first && latest_start > end->last)
    latest_start--;
  while (earliest_end <= end->last && earliest_end < start->first)
    earliest_end++;

  if (latest_start < start->first)
    assert_no_date (text, VNUS_DATE_ERROR_REVERSED);
  else
    assert_wide_bounds (text, start->first, latest_start, earliest_end, end->last);
}

static void
test_bounds (void)
{
  guint n_impossible = 0;

  for (guint i = reference_scale (10000); i > 0; i--)
    {
      Wide wide[2];
      g_autofree char *choice = NULL;
      gboolean is_possible = TRUE;

      for (guint j = 0; j < 2; j++)
        {
          make_wide (&wide[j]);
          if (wide[j].first > wide[j].last)
            {
              assert_no_date (wide[j].text, VNUS_DATE_ERROR_NO_SUCH_DAY);
              is_possible = FALSE;
              n_impossible++;
            }
          else
            assert_wide_bounds (wide[j].text, wide[j].first, wide[j].last, wide[j].first, wide[j].last);
        }
      if (!is_possible)
        continue;

      check_wide_interval (&wide[0], &wide[1]);
      choice = g_strdup_printf ("[%s,%s]", wide[0].text, wide[1].text);
      assert_wide_bounds (choice, MIN (wide[0].first, wide[1].first), MAX (wide[0].last, wide[1].last),
                          MIN (wide[0].first, wide[1].first), MAX (wide[0].last, wide[1].last));
    }

  /* About one in a hundred; there may be none among few. */
  if (reference_scale (10000) >= 1000)
    g_assert_cmpuint (n_impossible, >, 0);
}

#define N_SORTED 1000

static char *
random_text (void)
{
  static Near near;

  if (random_below (2) == 0)
    {
      make_near (&near);
      return g_strdup (near.text);
    }

  for (;;)
    {
      Wide wide;

      make_wide (&wide);
      if (wide.first <= wide.last)
        {
          static const char *const forms[] = { "%s", "%s", "%s/", "%s/..", "/%s", "../%s", "[..%s]", "[%s..]" };
          const char *form = forms[random_below (G_N_ELEMENTS (forms))];
          char **halves = g_strsplit (form, "%s", 2);
          char *text = g_strconcat (halves[0], wide.text, halves[1], NULL);

          g_strfreev (halves);
          return text;
        }
    }
}

static int
compare_earliest (gconstpointer a,
                  gconstpointer b)
{
  return vnus_date_compare (*(const VnusDate *const *) a, *(const VnusDate *const *) b);
}

static int
compare_latest (gconstpointer a,
                gconstpointer b)
{
  return vnus_date_compare_latest (*(const VnusDate *const *) a, *(const VnusDate *const *) b);
}

static void
test_sorting (void)
{
  const GCompareFunc orders[] = { compare_earliest, compare_latest };
  VnusDate *dates[N_SORTED];

  set_window ();
  for (guint i = 0; i < N_SORTED; i++)
    {
      g_autofree char *text = random_text ();

      dates[i] = parse (text);
    }

  for (guint order = 0; order < G_N_ELEMENTS (orders); order++)
    {
      qsort (dates, N_SORTED, sizeof dates[0], orders[order]);

      /* All pairs: the order is total, and the certainly earlier stands first. */
      for (guint i = 0; i < N_SORTED; i++)
        for (guint j = 0; j < N_SORTED; j++)
          {
            const int found = orders[order](&dates[i], &dates[j]);

            g_assert_true ((found == 0) == vnus_date_equal (dates[i], dates[j]));
            if (found != 0)
              g_assert_true ((found < 0) == (i < j));
            if (vnus_date_is_before (dates[i], dates[j]) == VNUS_TRUTH_CERTAINLY)
              g_assert_cmpuint (i, <, j);
          }
    }

  for (guint i = 0; i < N_SORTED; i++)
    vnus_date_unref (dates[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/date/reference/relations", test_relations);
  g_test_add_func ("/vnus/date/reference/bounds", test_bounds);
  g_test_add_func ("/vnus/date/reference/sorting", test_sorting);
  return g_test_run ();
}
