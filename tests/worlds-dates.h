/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random dates within twelve days, each with all spans of days that it allows.
 *
 * A span has a first and a last day, counted from the first of the twelve. EARLY
 * and LATE stand for days without bound. An end that is unknown may be any day;
 * to tell all orders apart, the days shortly before and after the twelve and one
 * without bound are enough. */
#pragma once

#include <vnus/vnus.h>

#define EARLY (-1000)
#define LATE 1000
#define N_DAYS 12
#define BEFORE_ALL (-2)
#define AFTER_ALL 14
#define MAX_SPANS 1200

typedef struct
{
  int start, end;
  int day; /* one that it certainly includes: of an attestation the day attested */
} Span;

typedef struct
{
  char    *text;
  gboolean extends;
  guint    n;
  Span     spans[MAX_SPANS];
} Written;

static int
pick (GRand *rand,
      int    n)
{
  return g_rand_int_range (rand, 0, n);
}

#define PICK(rand, list) ((list)[pick (rand, G_N_ELEMENTS (list))])

/* The first of the twelve days: where months and years end, and where not. */
static const int origins[][3] = { { 2020, 1, 1 }, { 2019, 12, 20 }, { 2020, 2, 20 }, { 2019, 2, 20 }, { 2023, 9, 10 } };

static GDate
nth_day (guint origin,
         int   day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) origins[origin][2], (GDateMonth) origins[origin][1], (GDateYear) origins[origin][0]);
  g_date_set_julian (&date, (guint32) ((int) g_date_get_julian (&date) + day));

  return date;
}

static char *
day_text (guint origin,
          int   day)
{
  GDate date = nth_day (origin, day);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

static void
allow (Written *date,
       int      start,
       int      end)
{
  g_assert_cmpuint (date->n, <, MAX_SPANS);
  date->spans[date->n++] = (Span) { start, end, start };
}

/* --- Sets of days --- */

typedef struct
{
  char *text;
  int   n;
  int   days[40];
} DaySet;

/* One day, one with a digit left open, or one of a month. */
static DaySet
random_day_set (GRand *rand,
                guint  origin)
{
  DaySet set = { .n = 0 };
  int day = pick (rand, N_DAYS), form = pick (rand, 16);
  GDate date = nth_day (origin, day);

  if (form >= 3)
    {
      set.days[set.n++] = day;
      set.text = day_text (origin, day);
      return set;
    }

  for (int other = -40; other < 40; other++)
    {
      GDate that = nth_day (origin, other);

      if (g_date_get_month (&that) == g_date_get_month (&date) && g_date_get_year (&that) == g_date_get_year (&date) &&
          (form == 0 || g_date_get_day (&that) / 10 == g_date_get_day (&date) / 10))
        set.days[set.n++] = other;
    }
  set.text = day_text (origin, day);
  set.text[form == 0 ? 7 : 9] = form == 0 ? '\0' : 'X';

  return set;
}

/* --- Dates --- */

static void
fill_one_of (GRand   *rand,
             guint    origin,
             Written *date)
{
  int a = pick (rand, N_DAYS), b = pick (rand, N_DAYS), first = MIN (a, b), last = MAX (a, b), form = pick (rand, 5);
  g_autofree char *from = day_text (origin, first), *to = day_text (origin, last);

  if (first == last)
    {
      date->text = g_strdup (from);
      allow (date, first, first);
      return;
    }

  date->text = form == 0   ? g_strdup_printf ("[..%s]", to)
               : form == 1 ? g_strdup_printf ("[%s..]", from)
               : form == 2 ? g_strdup_printf ("[%s,%s]", from, to)
                           : g_strdup_printf ("[%s..%s]", from, to);
  for (int day = form == 0 ? BEFORE_ALL : first; day <= (form == 1 ? AFTER_ALL : last); day++)
    if (form != 2 || day == first || day == last)
      allow (date, day, day);
  if (form <= 1)
    allow (date, form == 0 ? EARLY : LATE, form == 0 ? EARLY : LATE);
}

static void
fill_interval (GRand   *rand,
               guint    origin,
               Written *date)
{
  DaySet start = random_day_set (rand, origin), end = random_day_set (rand, origin);
  int form = pick (rand, 10);

  /* Both vague is too many; the end comes not before the start. */
  if (start.n > 1 && end.n > 1)
    {
      g_free (end.text);
      end = (DaySet) { day_text (origin, N_DAYS - 1), 1, { N_DAYS - 1 } };
    }
  if (start.days[0] > end.days[end.n - 1])
    {
      DaySet swapped = start;

      start = end;
      end = swapped;
    }

  date->extends = TRUE;
  if (form < 2)
    {
      date->text = g_strdup_printf ("%s/%s", start.text, form == 0 ? ".." : "");
      for (int i = 0; i < start.n; i++)
        for (int day = start.days[i]; form == 1 && day <= MAX (AFTER_ALL, start.days[i] + 1); day++)
          allow (date, start.days[i], day);
      for (int i = 0; i < start.n; i++)
        allow (date, start.days[i], LATE);
    }
  else if (form < 4)
    {
      date->text = g_strdup_printf ("%s/%s", form == 2 ? ".." : "", end.text);
      for (int i = 0; i < end.n; i++)
        for (int day = MIN (BEFORE_ALL, end.days[i] - 1); form == 3 && day <= end.days[i]; day++)
          allow (date, day, end.days[i]);
      for (int i = 0; i < end.n; i++)
        allow (date, EARLY, end.days[i]);
    }
  else
    {
      date->text = g_strdup_printf ("%s/%s", start.text, end.text);
      for (int i = 0; i < start.n; i++)
        for (int j = 0; j < end.n; j++)
          if (start.days[i] <= end.days[j])
            allow (date, start.days[i], end.days[j]);
    }
  g_free (start.text);
  g_free (end.text);
}

static Written *
random_day_like (GRand *rand,
                 guint  origin)
{
  Written *date = g_new0 (Written, 1);

  if (pick (rand, 4) == 0)
    {
      fill_one_of (rand, origin, date);
    }
  else
    {
      DaySet set = random_day_set (rand, origin);

      date->text = set.text;
      for (int i = 0; i < set.n; i++)
        allow (date, set.days[i], set.days[i]);
    }

  return date;
}

static Written *
random_interval (GRand *rand,
                 guint  origin)
{
  Written *date = g_new0 (Written, 1);

  fill_interval (rand, origin, date);

  return date;
}

static Written *
random_date (GRand *rand,
             guint  origin)
{
  return pick (rand, 2) == 0 ? random_day_like (rand, origin) : random_interval (rand, origin);
}

static Written *
exact_interval (guint origin,
                int   first,
                int   last)
{
  Written *date = g_new0 (Written, 1);
  g_autofree char *from = first > EARLY ? day_text (origin, first) : g_strdup ("..");
  g_autofree char *to = last < LATE ? day_text (origin, last) : g_strdup ("..");

  date->text = g_strdup_printf ("%s/%s", from, to);
  date->extends = TRUE;
  allow (date, first, last);

  return date;
}

static void
written_free (Written *date)
{
  g_free (date->text);
  g_free (date);
}
