/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How fast dates are, against GLib's own and against plain integers.
 *
 * What bounds each:
 *   full dates    the allocator: one block is got and given back for each
 *   the mix       the same, and going through the text letter by letter
 *   before        loading the four bounds of two blocks, and the call
 *   Allen mask    some twenty comparisons for two intervals, without a branch
 */
#include <vnus/vnus.h>

#include "bench.h"
#include "time/vnus-date-private.h"

#define N_ITEMS 4096
#define N_COMPARED 512 /* as many as the nearest cache holds, so that it is not memory that is measured */

static char *full[N_ITEMS];      /* YYYY-MM-DD */
static char *iso[N_ITEMS];       /* the same days as GLib reads them */
static char *mix[N_ITEMS];       /* as in records of diplomacy */
static VnusDate *dates[N_ITEMS]; /* parsed from mix */
static int days[N_ITEMS];
static volatile guint sink;

static char *
make_mixed (GRand      *rand,
            const char *day)
{
  static const char *const qualifiers[] = { "?", "~", "%" };
  const int kind = g_rand_int_range (rand, 0, 100);

  if (kind < 60)
    return g_strdup (day);
  if (kind < 75)
    return g_strndup (day, 7);
  if (kind < 85)
    return g_strndup (day, 4);
  if (kind < 90)
    return g_strdup_printf ("%s/%.8s28", day, day);
  if (kind < 93)
    return g_strdup_printf ("%.7s/..", day);
  if (kind < 95)
    return g_strdup_printf ("%s/", day);
  if (kind < 98)
    return g_strdup_printf ("%.7s%s", day, qualifiers[kind - 95]);

  return g_strdup_printf ("%.4s-%d", day, 33 + g_rand_int_range (rand, 0, 9));
}

static void
set_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1995);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      full[i] = g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 1945, 2030),
                                 g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      iso[i] = g_strconcat (full[i], "T00:00:00Z", NULL);
      mix[i] = make_mixed (rand, full[i]);
      dates[i] = vnus_date_parse (mix[i], NULL);
      g_assert_nonnull (dates[i]);
      days[i] = vnus_date_get_earliest_start (dates[i]);
    }
}

static void
run_date_time (void)
{
  for (guint i = 0; i < N_ITEMS; i++)
    g_date_time_unref (g_date_time_new_from_iso8601 (iso[i], NULL));
}

static void
run_full (void)
{
  for (guint i = 0; i < N_ITEMS; i++)
    vnus_date_unref (vnus_date_parse (full[i], NULL));
}

static void
run_mix (void)
{
  for (guint i = 0; i < N_ITEMS; i++)
    vnus_date_unref (vnus_date_parse (mix[i], NULL));
}

static void
run_integers (void)
{
  guint n = 0;

  for (guint i = 0; i + 1 < N_COMPARED; i++)
    n += days[i] < days[i + 1];
  sink = n;
}

static void
run_integer_calls (void)
{
  guint n = 0;

  for (guint i = 0; i + 1 < N_COMPARED; i++)
    n += g_int_equal (&days[i], &days[i + 1]);
  sink = n;
}

static void
run_before_in_loop (void)
{
  guint n = 0;

  for (guint i = 0; i + 1 < N_COMPARED; i++)
    n += date_precedes (dates[i], dates[i + 1]);
  sink = n;
}

static void
run_before (void)
{
  guint n = 0;

  for (guint i = 0; i + 1 < N_COMPARED; i++)
    n += vnus_date_is_before (dates[i], dates[i + 1]);
  sink = n;
}

static void
run_relate (void)
{
  guint n = 0;

  for (guint i = 0; i + 1 < N_COMPARED; i++)
    n += vnus_date_relate (dates[i], dates[i + 1]);
  sink = n;
}

int
main (void)
{
  enum { DATE_TIME, FULL, MIX, INTEGERS, BEFORE_IN_LOOP, INTEGER_CALLS, BEFORE, RELATE };
  Bench benches[] = {
    [DATE_TIME] = { "g_date_time_new_from_iso8601", run_date_time, N_ITEMS },
    [FULL] = { "parse full dates", run_full, N_ITEMS },
    [MIX] = { "parse the mix", run_mix, N_ITEMS },
    [INTEGERS] = { "two integers in a loop", run_integers, N_COMPARED - 1 },
    [BEFORE_IN_LOOP] = { "before, as the library's loops ask", run_before_in_loop, N_COMPARED - 1 },
    [INTEGER_CALLS] = { "two integers by a call (GLib's)", run_integer_calls, N_COMPARED - 1 },
    [BEFORE] = { "before, by a call", run_before, N_COMPARED - 1 },
    [RELATE] = { "Allen mask, by a call", run_relate, N_COMPARED - 1 },
  };

  set_up ();
  g_print ("1..5\n");
  bench_run (benches, G_N_ELEMENTS (benches));
  bench_ratio (1, "full dates against GDateTime, times as fast", &benches[DATE_TIME], &benches[FULL], TRUE, 1.5);
  bench_ratio (2, "the mix against GDateTime, times as fast", &benches[DATE_TIME], &benches[MIX], TRUE, 1.0);
  bench_ratio (3, "before against two integers, times as long", &benches[BEFORE_IN_LOOP], &benches[INTEGERS], FALSE, 3.0);
  bench_ratio (4, "before against two integers, both by a call", &benches[BEFORE], &benches[INTEGER_CALLS], FALSE, 3.0);
  bench_check (5, "Allen masks, million a second", 1000 / benches[RELATE].ns, TRUE, 5.0);
  return 0;
}
