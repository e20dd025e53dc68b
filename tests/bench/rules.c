/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What rules cost in a small chronicle and in a large one, in which the records
 * that bear on the question are the same. A rule looks only among what refers to
 * those that are asked about.
 */
#include <math.h>

#include <vnus/vnus.h>

#include "bench.h"
#include "world.h"

#define N_SMALL 1000
#define ARGUMENTS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  VnusChronicle *chronicle;
  VnusInquiry *inquiry;
} Place;

static Place small_one, large_one;
static const struct
{
  const char *rule;
  const char *const *arguments;
  double bound;
} rules[] = {
  { "level-on", ARGUMENTS (WORLD_RELATION, "2000-01-01"), 3 },
  { "first-in-tenure", ARGUMENTS (WORLD_VISIT), 3 },
  { "rank-in-first-term", ARGUMENTS (WORLD_VISIT, "1990-01-01"), 3 },
  { "holder-on", ARGUMENTS (WORLD_GUEST "-president", "2000-01-01"), NAN },
  { "in-force-on", ARGUMENTS ("2000-01-01"), NAN },
  { "contacts", ARGUMENTS ("12", "2001-01-01"), NAN },
  { "anniversaries", ARGUMENTS ("2001-01-01"), NAN },
  { "conflicts", ARGUMENTS (WORLD_VISIT), NAN },
};
static guint at;

static void
set_up (Place *place,
        guint  n_events)
{
  const WorldSettings settings = { .n_events = n_events, .seed = 1995, .form = WORLD_JSON };
  g_autoptr (GBytes) document = world_make (&settings);
  g_autoptr (GError) error = NULL;

  place->chronicle = vnus_chronicle_load_bytes (document, "world.json", VNUS_LOAD_FLAGS_NONE, &error);
  if (place->chronicle == NULL)
    g_error ("%s", error->message);
  place->inquiry = vnus_inquiry_new (place->chronicle);
  vnus_inquiry_set_relation (place->inquiry, WORLD_RELATION);
}

static void
ask (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = vnus_inquiry_ask (place->inquiry, rules[at].rule, rules[at].arguments, &error);

  if (finding == NULL)
    g_error ("%s: %s", rules[at].rule, error->message);
}

static void
ask_small (void)
{
  ask (&small_one);
}

static void
ask_large (void)
{
  ask (&large_one);
}

int
main (void)
{
  const char *scale = g_getenv ("VNUS_TEST_SCALE");
  const guint n_large = scale != NULL && atoi (scale) >= 100 ? 1000000 : 100000;

  set_up (&small_one, N_SMALL);
  set_up (&large_one, n_large);

  g_print ("1..%u\n", (guint) G_N_ELEMENTS (rules));
  for (at = 0; at < G_N_ELEMENTS (rules); at++)
    {
      Bench benches[] = { { .name = "small", .run = ask_small, .n_items = 1 }, { .name = "large", .run = ask_large, .n_items = 1 } };
      g_autofree char *what = g_strdup_printf ("%s among %u events, to %u", rules[at].rule, n_large, N_SMALL);

      ask (&large_one); /* makes the indexes that it needs */
      bench_run_rounds (benches, G_N_ELEMENTS (benches), 7);
      bench_ratio (at + 1, what, &benches[1], &benches[0], FALSE, rules[at].bound);
    }

  return 0;
}
