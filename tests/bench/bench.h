/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Times pieces of work against each other: several rounds, the contestants in
 * turn within each. A figure is the ratio of two of them, taken round by round:
 * its median, with the middle half of the rounds as its spread. Times are those
 * of the processor, which other programs on the machine disturb least.
 *
 * Each figure is a line of TAP, and a line of JSON for suite.py.
 */
#pragma once

#include <stdlib.h>
#include <time.h>

#include <glib.h>

#define BENCH_MOST_ROUNDS 15
#define BENCH_SHORTEST 8000 /* microseconds that a round lasts at least: the clock is no finer */

typedef struct
{
  const char *name;
  void (*run) (void); /* once through all items */
  guint n_items;
  void (*tidy) (void); /* (nullable) after each run, not timed */
  double ns; /* of an item, in the fastest round */
  double rounds[BENCH_MOST_ROUNDS];
  guint n_rounds;
} Bench;

typedef struct
{
  double median, low, high; /* the middle half is from low to high */
} BenchSpread;

static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static inline void
bench_run_rounds (Bench *benches,
                  guint  n_benches,
                  guint  n_rounds)
{
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < n_benches; i++)
      {
        double spent = 0, ns;
        guint n_runs = 0;

        do
          {
            const double start = bench_now ();

            benches[i].run ();
            spent += bench_now () - start;
            n_runs++;
            if (benches[i].tidy != NULL)
              benches[i].tidy ();
          }
        while (spent < BENCH_SHORTEST);
        ns = spent * 1000.0 / n_runs / benches[i].n_items;
        if (round == 0 || ns < benches[i].ns)
          benches[i].ns = ns;
        benches[i].rounds[round] = ns;
        benches[i].n_rounds = round + 1;
      }

  for (guint i = 0; i < n_benches; i++)
    g_print ("# %-38s %12.2f ns\n", benches[i].name, benches[i].ns);
}

static inline void
bench_run (Bench *benches,
           guint  n_benches)
{
  bench_run_rounds (benches, n_benches, BENCH_MOST_ROUNDS);
}

static inline int
bench_compare_numbers (gconstpointer a,
                       gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static inline BenchSpread
bench_spread (const Bench *one,
              const Bench *other)
{
  const guint n = MIN (one->n_rounds, other->n_rounds);
  double ratios[BENCH_MOST_ROUNDS];

  for (guint i = 0; i < n; i++)
    ratios[i] = one->rounds[i] / other->rounds[i];
  qsort (ratios, n, sizeof *ratios, bench_compare_numbers);

  return (BenchSpread) { ratios[n / 2], ratios[n / 4], ratios[n - 1 - n / 4] };
}

/* @bound is NAN for a figure that nobody has promised. */
static inline void
bench_tell (guint       number,
            const char *what,
            BenchSpread spread,
            gboolean    at_least,
            double      bound,
            const char *absolutes)
{
  const gboolean good = bound != bound || (at_least ? spread.median >= bound : spread.median <= bound);

  g_print ("%s %u - %s: %.2f (%.2f to %.2f)", good ? "ok" : "not ok", number, what, spread.median, spread.low, spread.high);
  if (bound == bound)
    g_print (", wanted %s %g", at_least ? "at least" : "at most", bound);
  g_print ("\n# figure {\"what\": \"%s\", \"median\": %.4g, \"low\": %.4g, \"high\": %.4g, ", what, spread.median, spread.low,
           spread.high);
  if (bound == bound)
    g_print ("\"%s\": %g, ", at_least ? "at-least" : "at-most", bound);
  g_print ("\"absolutes\": \"%s\"}\n", absolutes != NULL ? absolutes : "");
}

/* How many times as long @one takes as @other. */
static inline void
bench_ratio (guint        number,
             const char  *what,
             const Bench *one,
             const Bench *other,
             gboolean     at_least,
             double       bound)
{
  char absolutes[200];

  g_snprintf (absolutes, sizeof absolutes, "%s %.3g us; %s %.3g us", one->name, one->ns / 1000, other->name, other->ns / 1000);
  bench_tell (number, what, bench_spread (one, other), at_least, bound, absolutes);
}

/* One number without a spread. */
static inline void
bench_check (guint       number,
             const char *what,
             double      value,
             gboolean    at_least,
             double      bound)
{
  bench_tell (number, what, (BenchSpread) { value, value, value }, at_least, bound, NULL);
}
