/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How the costs of a chronicle grow with it, from a thousand events to a million:
 * what loading, saving, opening a view, indexing and iterating take for each record,
 * and what a query and a brief take whose answers are the same in each size.
 *
 * Each size has a process of its own, with G_SLICE=always-malloc, so that its heap
 * is counted as it is used:
 *
 *   growth [EVENTS]
 */
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <vnus/vnus.h>

#include "bench.h"
#include "chores.h"
#include "world.h"

enum
{
  LOAD,
  LINES,
  SAVE,
  HEAP,
  INDEX,
  VIEW,
  ITERATE,
  QUERY,
  BRIEF,
  N_MEASURES
};

/* What is flat may cost twice as much in the largest as among ten thousand, what grows may
 * cost that for each record: then the memory is not the processor's own any more. */
static const struct
{
  const char *what;
  const char *unit;
  double most; /* in the largest, to among ten thousand */
} measures[] = {
  [LOAD] = { "loading JSON, a record", "ns", 2 },
  [LINES] = { "loading JSON Lines, a record", "ns", 2 },
  [SAVE] = { "saving, a record", "ns", 2 },
  [HEAP] = { "heap without the index of queries, a record", "bytes", 1.2 },
  [INDEX] = { "making the index of queries, a record", "ns", 3 },
  [VIEW] = { "opening a view, a record", "ns", 3 },
  [ITERATE] = { "iterating, a record", "ns", 3 },
  [QUERY] = { "a query of the same hits", "us", 2 },
  [BRIEF] = { "a brief of the same event", "us", 2 },
};

static GBytes *documents[2]; /* by form */
static VnusChronicle *loaded;
static VnusQuery *query;

static gsize
get_heap (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static VnusChronicle *
read_document (WorldForm form)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *read = vnus_chronicle_load_bytes (documents[form], form == WORLD_JSON ? "world.json" : "world.jsonl",
                                                   VNUS_LOAD_FLAGS_NONE, &error);

  if (read == NULL)
    g_error ("%s", error->message);

  return read;
}

static void
run_load (void)
{
  loaded = read_document (WORLD_JSON);
}

static void
run_lines (void)
{
  loaded = read_document (WORLD_JSON_LINES);
}

static void
tidy_load (void)
{
  g_clear_object (&loaded);
}

static void
run_iterate (void)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  gsize length = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

      length += strlen (vnus_record_get_id (record));
    }
  g_assert (length > 0);
}

static void
run_query (void)
{
  g_autoptr (VnusMatches) matches = vnus_query_run (query, chronicle);

  g_assert (vnus_matches_get_size (matches) > 0);
}

static VnusChronicle *whole; /* a view of all */

static void
run_brief (void)
{
  g_autoptr (VnusBrief) brief = vnus_brief_new (whole, WORLD_VISIT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = vnus_brief_to_text (brief, "en", &error);

  if (text == NULL)
    g_error ("%s", error->message);
}

static void
print_measure (guint  measure,
               double value)
{
  g_print ("%u %.17g\n", measure, value);
}

/* In the process of one size: prints each measure. */
static void
measure_size (guint n_events)
{
  Bench benches[] = {
    [LOAD] = { .name = "load", .run = run_load, .n_items = 1, .tidy = tidy_load },
    [LINES] = { .name = "lines", .run = run_lines, .n_items = 1, .tidy = tidy_load },
    [SAVE] = { .name = "save", .run = run_save, .n_items = 1, .tidy = tidy_save },
    [HEAP] = { .name = "none", .run = run_query, .n_items = 1 },
    [INDEX] = { .name = "none", .run = run_query, .n_items = 1 },
    [VIEW] = { .name = "view", .run = run_view, .n_items = 1, .tidy = tidy_view },
    [ITERATE] = { .name = "iterate", .run = run_iterate, .n_items = 1 },
    [QUERY] = { .name = "query", .run = run_query, .n_items = 1 },
    [BRIEF] = { .name = "brief", .run = run_brief, .n_items = 1 },
  };
  double n, start;
  gsize before;

  for (guint form = WORLD_JSON; form <= WORLD_JSON_LINES; form++)
    {
      const WorldSettings settings = { .n_events = n_events, .seed = 1995, .form = (WorldForm) form };

      documents[form] = world_make (&settings);
    }

  before = get_heap ();
  chronicle = read_document (WORLD_JSON);
  n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  print_measure (HEAP, (double) (get_heap () - before) / n);

  query = vnus_query_parse ("actor:" WORLD_GUEST " kind:visit when:2001", NULL);
  start = bench_now ();
  run_query ();
  print_measure (INDEX, (bench_now () - start) * 1000 / n);
  whole = vnus_chronicle_make_view (chronicle, NULL, NULL);
  run_brief ();

  bench_run_rounds (benches, N_MEASURES, n_events >= 1000000 ? 2 : n_events >= 100000 ? 3 : 7);
  for (guint i = 0; i < N_MEASURES; i++)
    if (i != HEAP && i != INDEX)
      print_measure (i, i == QUERY || i == BRIEF ? benches[i].ns / 1000 : benches[i].ns / n);
}

static void
read_measures (const char *program,
               guint       n_events,
               double     *values)
{
  g_autofree char *size = g_strdup_printf ("%u", n_events);
  const char *const command[] = { program, size, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "G_SLICE", "always-malloc", TRUE);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) command, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, NULL) ||
      status != 0)
    g_error ("%s does not run", program);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_isdigit (lines[i][0]))
      {
        char *end;
        const guint64 measure = g_ascii_strtoull (lines[i], &end, 10);

        g_assert (measure < N_MEASURES);
        values[measure] = g_ascii_strtod (end, NULL);
      }
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };
  enum { COMPARED = 1 };
  const char *scale = g_getenv ("VNUS_TEST_SCALE");
  const guint n_sizes = scale != NULL && atof (scale) >= 100 ? 4 : 3;
  double values[G_N_ELEMENTS (sizes)][N_MEASURES];

  if (argc > 1)
    {
      measure_size ((guint) atoi (argv[1]));
      return 0;
    }

  for (guint i = 0; i < n_sizes; i++)
    {
      read_measures (argv[0], sizes[i], values[i]);
      for (guint j = 0; j < N_MEASURES; j++)
        g_print ("# %u events: %s: %.4g %s\n", sizes[i], measures[j].what, values[i][j], measures[j].unit);
    }

  g_print ("1..%u\n", N_MEASURES);
  for (guint j = 0; j < N_MEASURES; j++)
    {
      const double ratio = values[n_sizes - 1][j] / values[COMPARED][j];
      g_autofree char *what = g_strdup_printf ("%s, among %u events, to among %u", measures[j].what, sizes[n_sizes - 1],
                                               sizes[COMPARED]);
      g_autoptr (GString) absolutes = g_string_new (NULL);

      for (guint i = 0; i < n_sizes; i++)
        g_string_append_printf (absolutes, "%s%.4g", i > 0 ? ", " : "", values[i][j]);
      g_string_append_printf (absolutes, " %s", measures[j].unit);
      bench_tell (j + 1, what, (BenchSpread) { ratio, ratio, ratio }, FALSE, measures[j].most, absolutes->str);
    }

  return 0;
}
