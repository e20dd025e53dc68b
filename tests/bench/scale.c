/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Chronicles from a thousand events to a million: reading and saving them,
 * views, and memory. The baseline is simdjson reading every value of the same
 * bytes and keeping nothing; the peer is json-glib, up to a hundred thousand
 * events, since it needs four gigabytes for more.
 *
 * It runs itself with G_SLICE=always-malloc, so that the heap is counted as it is
 * used.
 */
#include <malloc.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef HAVE_JSON_GLIB
#include <json-glib/json-glib.h>
#endif

#include <vnus/vnus.h>

#include "bench.h"
#include "chores.h"
#include "raw.h"
#include "world.h"

#define MOST_FOR_PEER 100000

static GBytes *document;
static char *padded; /* the same bytes, as simdjson wants them */
static guint number;

static gsize
get_heap (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static VnusChronicle *
read_document (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *loaded = vnus_chronicle_load_bytes (bytes, "world.json", VNUS_LOAD_FLAGS_NONE, &error);

  if (loaded == NULL)
    g_error ("%s", error->message);

  return loaded;
}

static void
run_raw (void)
{
  g_assert (raw_read (padded, g_bytes_get_size (document)) > 0);
}

static VnusChronicle *loaded_one;

static void
run_load (void)
{
  loaded_one = read_document (document);
}

static void
tidy_load (void)
{
  g_clear_object (&loaded_one);
}

#ifdef HAVE_JSON_GLIB
static JsonParser *parser;
static GPtrArray *former; /* parsers to be let go outside the time */

static void
run_peer_load (void)
{
  if (parser != NULL)
    g_ptr_array_add (former, parser);
  parser = json_parser_new ();
  json_parser_load_from_data (parser, g_bytes_get_data (document, NULL), (gssize) g_bytes_get_size (document), NULL);
}

static void
tidy_peer_load (void)
{
  g_ptr_array_set_size (former, 0);
}

static void
run_peer_write (void)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, json_parser_get_root (parser));
  json_generator_set_pretty (generator, TRUE);
  g_free (json_generator_to_data (generator, NULL));
}

static void build (JsonBuilder *builder,
                   JsonNode    *node);

static void
build_member (JsonObject *object,
              const char *name,
              JsonNode   *node,
              gpointer    builder)
{
  json_builder_set_member_name (builder, name);
  build (builder, node);
}

static void
build_element (JsonArray *array,
               guint      position,
               JsonNode  *node,
               gpointer   builder)
{
  build (builder, node);
}

/* As one that holds its data in another form has to. */
static void
build (JsonBuilder *builder,
       JsonNode    *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      json_builder_begin_object (builder);
      json_object_foreach_member (json_node_get_object (node), build_member, builder);
      json_builder_end_object (builder);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      json_builder_begin_array (builder);
      json_array_foreach_element (json_node_get_array (node), build_element, builder);
      json_builder_end_array (builder);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    json_builder_add_string_value (builder, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    json_builder_add_boolean_value (builder, json_node_get_boolean (node));
  else
    json_builder_add_int_value (builder, json_node_get_int (node));
}

static JsonNode *built;

static void
run_peer_save (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  build (builder, json_parser_get_root (parser));
  built = json_builder_get_root (builder);
  json_generator_set_root (generator, built);
  json_generator_set_pretty (generator, TRUE);
  g_free (json_generator_to_data (generator, NULL));
}

static void
tidy_peer_save (void)
{
  g_clear_pointer (&built, json_node_unref);
}
#endif

static void
tell (const char *format,
      guint       n_events,
      const Bench *one,
      const Bench *other,
      gboolean    at_least,
      double      bound)
{
  g_autofree char *what = g_strdup_printf ("%u events: %s", n_events, format);

  bench_ratio (++number, what, one, other, at_least, bound);
}

/* Times of one size; gives the time to load an event. */
static double
time_size (guint n_events)
{
  enum { RAW, LOAD, SAVE, VIEW, PEER_LOAD, PEER_WRITE, PEER_SAVE };
  const WorldSettings settings = { .n_events = n_events, .seed = 1995, .form = WORLD_JSON };
  Bench benches[] = {
    [RAW] = { .name = "raw", .run = run_raw, .n_items = 1 },
    [LOAD] = { .name = "load", .run = run_load, .n_items = 1, .tidy = tidy_load },
    [SAVE] = { .name = "save", .run = run_save, .n_items = 1, .tidy = tidy_save },
    [VIEW] = { .name = "view", .run = run_view, .n_items = 1, .tidy = tidy_view },
#ifdef HAVE_JSON_GLIB
    [PEER_LOAD] = { .name = "json-glib's parser", .run = run_peer_load, .n_items = 1, .tidy = tidy_peer_load },
    [PEER_WRITE] = { .name = "json-glib's generator", .run = run_peer_write, .n_items = 1 },
    [PEER_SAVE] = { .name = "json-glib's builder and generator", .run = run_peer_save, .n_items = 1, .tidy = tidy_peer_save },
#endif
  };
  const gboolean has_peer = G_N_ELEMENTS (benches) > PEER_LOAD && n_events <= MOST_FOR_PEER;

#ifdef HAVE_JSON_GLIB
  former = g_ptr_array_new_with_free_func (g_object_unref);
#endif
  document = world_make (&settings);
  padded = g_malloc0 (g_bytes_get_size (document) + raw_padding ());
  memcpy (padded, g_bytes_get_data (document, NULL), g_bytes_get_size (document));
  chronicle = read_document (document);

  g_print ("# %u events: %.1f MB\n", n_events, (double) g_bytes_get_size (document) / 1e6);
  bench_run_rounds (benches, has_peer ? G_N_ELEMENTS (benches) : PEER_LOAD, n_events >= 100000 ? 3 : 7);
  tell ("loading, to simdjson reading every value", n_events, &benches[LOAD], &benches[RAW], FALSE, 3);
  tell ("opening a view, to loading", n_events, &benches[VIEW], &benches[LOAD], FALSE, 0.1);
  if (has_peer)
    {
      tell ("json-glib building its tree, to loading", n_events, &benches[PEER_LOAD], &benches[LOAD], TRUE, 5);
      tell ("json-glib saving, to saving", n_events, &benches[PEER_SAVE], &benches[SAVE], TRUE, 10);
      tell ("json-glib writing a tree that is there, to saving", n_events, &benches[PEER_WRITE], &benches[SAVE], TRUE, NAN);
    }

#ifdef HAVE_JSON_GLIB
  g_clear_object (&parser);
  g_clear_pointer (&former, g_ptr_array_unref);
#endif
  g_clear_object (&chronicle);
  g_clear_pointer (&padded, g_free);
  g_clear_pointer (&document, g_bytes_unref);

  return benches[LOAD].ns / n_events;
}

/* What a query and a rule that looks for referrers make on top of the records. */
static void
make_indexes (VnusChronicle *loaded)
{
  g_autoptr (VnusQuery) query = vnus_query_parse ("actor:s003 when:2001", NULL);
  g_autoptr (VnusMatches) matches = vnus_query_run (query, loaded);

  g_assert (vnus_matches_get_size (matches) > 0);
}

/* Heap for each visit with two participants, two labels and one citation. */
static void
weigh (guint n_events)
{
  const WorldSettings settings = { .n_events = n_events, .seed = 1995, .form = WORLD_JSON, .is_plain = TRUE };
  const WorldSettings empty = { .n_states = world_get_n_states (&settings), .seed = 1995, .form = WORLD_JSON, .is_plain = TRUE };
  gsize sizes[2][2]; /* with and without events; before and after the indexes */
  g_autofree char *what = g_strdup_printf ("%u events: bytes of heap for each, indexes included", n_events);
  g_autofree char *bare = g_strdup_printf ("%u events: bytes of heap for each, without the index of queries", n_events);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = world_make (i == 0 ? &empty : &settings);
      const gsize before = get_heap ();
      g_autoptr (VnusChronicle) loaded = read_document (bytes);

      sizes[i][0] = get_heap () - before;
      make_indexes (loaded);
      sizes[i][1] = get_heap () - before;
    }
  bench_check (++number, bare, (double) (sizes[1][0] - sizes[0][0]) / n_events, FALSE, NAN);
  bench_check (++number, what, (double) (sizes[1][1] - sizes[0][1]) / n_events, FALSE, 600);
}

/* In a process of its own, whose peak is its own: MiB above the heap that stays. */
static void
weigh_lines (guint n_events)
{
  g_autofree char *path = g_strdup_printf ("%s/vnus-bench-%d.jsonl", g_get_tmp_dir (), (int) getpid ());
  g_autofree char *what = g_strdup_printf ("%u events: MiB of a JSON Lines load at its peak above what stays", n_events);
  const WorldSettings settings = { .n_events = n_events, .seed = 1995, .form = WORLD_JSON_LINES, .is_plain = TRUE };
  FILE *file = fopen (path, "w");
  double above = NAN;
  int pipes[2];
  pid_t child;

  if (file == NULL || pipe (pipes) != 0)
    g_error ("no temporary file");
  world_write (&settings, file);
  fclose (file);
  malloc_trim (0);

  child = fork ();
  if (child == 0)
    {
      g_autoptr (GFile) input = g_file_new_for_path (path);
      const gsize before = get_heap ();
      struct rusage start, end;
      VnusChronicle *loaded;

      getrusage (RUSAGE_SELF, &start);
      loaded = vnus_chronicle_load_file (input, VNUS_LOAD_FLAGS_NONE, NULL, NULL);
      getrusage (RUSAGE_SELF, &end);
      above = ((double) (end.ru_maxrss - start.ru_maxrss) * 1024 - (double) (get_heap () - before)) / (1 << 20);
      _exit (loaded == NULL || write (pipes[1], &above, sizeof above) != sizeof above);
    }
  if (read (pipes[0], &above, sizeof above) != sizeof above)
    g_error ("the load failed");
  waitpid (child, NULL, 0);
  close (pipes[0]);
  close (pipes[1]);
  unlink (path);
  bench_check (++number, what, above, FALSE, 64);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };
  const char *scale = g_getenv ("VNUS_TEST_SCALE");
  const guint n_sizes = scale != NULL && atof (scale) >= 100 ? 4 : 3;
  const guint largest = sizes[n_sizes - 1];
  double first = 0;

  if (g_getenv ("G_SLICE") == NULL)
    {
      g_setenv ("G_SLICE", "always-malloc", TRUE);
      execv (argv[0], argv);
      g_error ("%s does not run", argv[0]);
    }

  /* The smallest process has the clearest peak. */
  weigh_lines (largest);
  weigh (largest);
  for (guint i = 0; i < n_sizes; i++)
    {
      const double ns = time_size (sizes[i]);

      if (i == 1)
        first = ns;
      else if (i > 1)
        {
          g_autofree char *what = g_strdup_printf ("loading an event of %u, to one of %u", sizes[i], sizes[1]);

          bench_check (++number, what, ns / first, FALSE, NAN);
        }
    }
  g_print ("1..%u\n", number);

  return 0;
}
