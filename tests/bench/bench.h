/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Times a piece of work: several rounds, the contestants in turn within each,
 * and of each the fastest round, which is the one least disturbed. */
#pragma once

#include <glib.h>

#define BENCH_ROUNDS 15

typedef struct
{
  const char *name;
  void (*run) (void); /* once through all items */
  guint n_items;
  double ns; /* of an item, in the fastest round */
} Bench;

static inline void
bench_run (Bench *benches,
           guint  n_benches)
{
  for (guint round = 0; round < BENCH_ROUNDS; round++)
    for (guint i = 0; i < n_benches; i++)
      {
        const gint64 start = g_get_monotonic_time ();
        double ns;
        guint n_runs = 0;

        /* Long enough for a clock of microseconds. */
        do
          {
            benches[i].run ();
            n_runs++;
          }
        while (g_get_monotonic_time () - start < 8000);
        ns = (g_get_monotonic_time () - start) * 1000.0 / n_runs / benches[i].n_items;
        if (round == 0 || ns < benches[i].ns)
          benches[i].ns = ns;
      }

  for (guint i = 0; i < n_benches; i++)
    g_print ("# %-34s %8.2f ns %8.2f million/s\n", benches[i].name, benches[i].ns, 1000 / benches[i].ns);
}

/* Prints one line of TAP; the numbers are in the order of the sentence. */
static inline void
bench_check (guint       number,
             const char *what,
             double      value,
             gboolean    at_least,
             double      bound)
{
  g_print ("%s %u - %s: %.2f, wanted %s %.2f\n", (at_least ? value >= bound : value <= bound) ? "ok" : "not ok", number,
           what, value, at_least ? "at least" : "at most", bound);
}
