/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How fast a store is filled, against bare prepared statements that insert the same
 * rows under the same indexes; what a commit of one record costs, against the bare
 * statements of its rows; and how long the working set of one relation takes as the
 * store grows tenfold around it.
 *
 * What bounds it: the indexes, which are sorted and written once all rows are there;
 * the disk, which every commit waits for; the bodies of the records of the set.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <vnus/vnus.h>

#include "bench.h"
#include "world.h"

#define N_ROUNDS 7
#define N_COMMITS 200

static char *folder;

static double
wall (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
remove_store (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_remove (file);
    }
}

static void
die (const char *what)
{
  fprintf (stderr, "%s\n", what);
  exit (1);
}

static VnusChronicle *
make_world (guint n_events,
            guint n_states)
{
  const WorldSettings settings = { .n_events = n_events, .n_states = n_states, .seed = 1, .form = WORLD_JSON_LINES };
  g_autoptr (GBytes) bytes = world_make (&settings);
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_bytes (bytes, "world.jsonl", VNUS_LOAD_FLAGS_NONE, &error);

  if (chronicle == NULL)
    die (error->message);

  return chronicle;
}

static VnusStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  VnusStore *store = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);

  if (store == NULL)
    die (error->message);

  return store;
}

static double
fill (const char    *path,
      VnusChronicle *chronicle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = NULL;
  double start;

  remove_store (path);
  store = open_store (path);
  start = bench_now ();
  if (!vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error))
    die (error->message);

  return (bench_now () - start) / 1e3;
}

/* --- Bare statements --- */

typedef struct
{
  const char *table;
  int         n_columns;
  GPtrArray  *values; /* (element-type sqlite3_value) row after row */
} Rows;

static Rows tables[] = { { "records", 10, NULL }, { "terms", 10, NULL }, { "names", 4, NULL } };

static void
check (sqlite3 *db,
       int      result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    die (sqlite3_errmsg (db));
}

static void
exec (sqlite3    *db,
      const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static void
keep_rows (const char *path)
{
  sqlite3 *db = NULL;

  check (db, sqlite3_open (path, &db));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", tables[i].table);
      sqlite3_stmt *statement = NULL;

      tables[i].values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
      check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int c = 0; c < tables[i].n_columns; c++)
          g_ptr_array_add (tables[i].values, sqlite3_value_dup (sqlite3_column_value (statement, c)));
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
}

static void
insert_rows (sqlite3    *db,
             const Rows *rows)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_string_printf (sql, "INSERT INTO %s VALUES (", rows->table);
  for (int c = 0; c < rows->n_columns; c++)
    g_string_append (sql, c > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  check (db, sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL));
  for (guint i = 0; i < rows->values->len; i += (guint) rows->n_columns)
    {
      for (int c = 0; c < rows->n_columns; c++)
        {
          sqlite3_value *value = g_ptr_array_index (rows->values, i + (guint) c);

          if (sqlite3_value_type (value) == SQLITE_TEXT)
            sqlite3_bind_text (statement, c + 1, (const char *) sqlite3_value_text (value), sqlite3_value_bytes (value), SQLITE_STATIC);
          else if (sqlite3_value_type (value) == SQLITE_INTEGER)
            sqlite3_bind_int64 (statement, c + 1, sqlite3_value_int64 (value));
          else
            sqlite3_bind_null (statement, c + 1);
        }
      check (db, sqlite3_step (statement));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

/* The texts in the one column of an answer. */
static GPtrArray *
list_texts (sqlite3    *db,
            const char *sql)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);

  return texts;
}

/* The tables of a store without a row, the indexes of which are made afterwards. */
static double
fill_bare (const char *path)
{
#define OF_INDEXES " FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('records', 'terms', 'names')"
  g_autoptr (GPtrArray) drop = NULL, make = NULL;
  sqlite3 *db = NULL;
  double start;

  remove_store (path);
  g_object_unref (open_store (path));
  check (db, sqlite3_open (path, &db));
  drop = list_texts (db, "SELECT 'DROP INDEX ' || name" OF_INDEXES);
  make = list_texts (db, "SELECT sql" OF_INDEXES);
  start = bench_now ();
  exec (db, "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;");
  for (guint i = 0; i < drop->len; i++)
    exec (db, g_ptr_array_index (drop, i));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    insert_rows (db, &tables[i]);
  for (guint i = 0; i < make->len; i++)
    exec (db, g_ptr_array_index (make, i));
  exec (db, "COMMIT");
  start = (bench_now () - start) / 1e3;
  sqlite3_close (db);

  return start;
}

static void
add_round (Bench  *bench,
           double  ns)
{
  bench->ns = bench->n_rounds == 0 ? ns : MIN (bench->ns, ns);
  bench->rounds[bench->n_rounds++] = ns;
}

static void
bench_fill (VnusChronicle *chronicle)
{
  g_autofree char *path = path_of ("fill.vnus"), *bare = path_of ("bare.vnus");
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  Bench contestants[] = { { .name = "a record filled in" }, { .name = "its bare statements" } };

  fill (path, chronicle);
  keep_rows (path);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      add_round (&contestants[0], fill (path, chronicle) * 1e6 / n);
      add_round (&contestants[1], fill_bare (bare) * 1e6 / n);
    }
  bench_ratio (1, "bulk load into SQLite, as a share of bare statements", &contestants[1], &contestants[0], TRUE, 0.85);
  remove_store (bare);
}

/* --- Commits --- */

static double
commit_one (VnusStore *store,
            guint      number)
{
  g_autofree char *id = g_strdup_printf ("bench-%u", number);
  g_autoptr (VnusChangeSet) changes = vnus_change_set_new ();
  g_autoptr (VnusRecord) topic = vnus_kind_make_record (VNUS_KIND_TOPIC, id);
  g_autoptr (VnusText) label = vnus_text_new ("en", "A topic");
  g_autoptr (GError) error = NULL;
  double start;

  vnus_record_set_label (topic, label);
  vnus_change_set_add (changes, topic, NULL);
  start = wall ();
  if (vnus_store_commit (store, changes, -1, NULL, &error) < 0)
    die (error->message);

  return wall () - start;
}

static double
commit_bare (sqlite3 *db,
             guint    number)
{
  static const char *const statements[] = {
    "INSERT INTO commits VALUES ((SELECT max (revision) + 1 FROM commits), '2023-09-10T00:00:00Z', NULL, NULL, NULL, 1)",
    "INSERT INTO records VALUES (?1, ?1, 'topic', 'a topic', NULL, NULL, NULL, NULL, 1, '{\"kind\":\"topic\",\"label\":{\"en\":\"A topic\"}}')",
    "INSERT INTO changes VALUES (?1, (SELECT max (revision) FROM commits), ?1, NULL,"
    " '{\"kind\":\"topic\",\"label\":{\"en\":\"A topic\"}}', NULL, NULL, NULL)",
    "INSERT INTO terms VALUES (?1, ?1, '', 'topic', '', NULL, NULL, -2147483648, 2147483647, 0)",
    "INSERT INTO names VALUES (?1, ?1, 'a topic', 0)",
    "INSERT INTO names VALUES (?1, ?1, 'topic', 1)",
  };
  static sqlite3_stmt *prepared[G_N_ELEMENTS (statements)];
  g_autofree char *id = g_strdup_printf ("bare-%u", number);
  double start;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (prepared[i] == NULL)
      check (db, sqlite3_prepare_v2 (db, statements[i], -1, &prepared[i], NULL));

  start = wall ();
  exec (db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_bind_text (prepared[i], 1, id, -1, SQLITE_STATIC);
      check (db, sqlite3_step (prepared[i]));
      sqlite3_reset (prepared[i]);
    }
  exec (db, "COMMIT");

  return wall () - start;
}

static void
bench_commit (void)
{
  g_autofree char *path = path_of ("fill.vnus");
  g_autoptr (VnusStore) store = open_store (path);
  double ours[N_COMMITS], bare[N_COMMITS], ratios[N_COMMITS];
  g_autofree char *absolutes = NULL;
  sqlite3 *db = NULL;

  check (db, sqlite3_open (path, &db));
  exec (db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
  for (guint i = 0; i < N_COMMITS; i++)
    {
      ours[i] = commit_one (store, i);
      bare[i] = commit_bare (db, i);
      ratios[i] = ours[i] / bare[i];
    }
  qsort (ours, N_COMMITS, sizeof *ours, bench_compare_numbers);
  qsort (bare, N_COMMITS, sizeof *bare, bench_compare_numbers);
  qsort (ratios, N_COMMITS, sizeof *ratios, bench_compare_numbers);
  absolutes = g_strdup_printf ("%.2f ms; %.2f ms (medians)", ours[N_COMMITS / 2], bare[N_COMMITS / 2]);
  bench_tell (2, "a commit of one record / its bare statements",
              (BenchSpread) { ratios[N_COMMITS / 2], ratios[N_COMMITS / 4], ratios[N_COMMITS - 1 - N_COMMITS / 4] }, FALSE, 1.5,
              absolutes);
  /* Each statement of commit_bare() goes with its database. */
  sqlite3_close_v2 (db);
}

/* --- Working sets --- */

static double
bench_load (const char *path,
            const char *text,
            guint      *n_records)
{
  g_autoptr (VnusStore) store = open_store (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);
  double best = 0;

  for (guint i = 0; i < 7; i++)
    {
      double start = bench_now ();
      g_autoptr (VnusChronicle) loaded = vnus_store_load (store, query, NULL, NULL, NULL, &error);

      if (loaded == NULL)
        die (error->message);
      start = (bench_now () - start) / 1e3;
      best = i == 0 ? start : MIN (best, start);
      *n_records = g_list_model_get_n_items (G_LIST_MODEL (loaded));
    }

  return best;
}

static void
bench_loads (guint n_events)
{
  const guint sizes[] = { n_events / 10, n_events };
  const char *query = "relation:" WORLD_RELATION;
  double times[2];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (VnusChronicle) chronicle = make_world (sizes[i], 0);
      g_autofree char *path = path_of ("load.vnus");
      guint n_records;

      fill (path, chronicle);
      times[i] = bench_load (path, query, &n_records);
      g_print ("# the working set of %s, %u of %u records: %.1f ms\n", query, n_records,
               g_list_model_get_n_items (G_LIST_MODEL (chronicle)), times[i]);
      remove_store (path);
    }
  bench_check (3, "the working set of a relation, ten times as many events around it", times[1] / times[0], FALSE, 1.5);
}

int
main (int   argc,
      char *argv[])
{
  const guint n_events = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autofree char *path = NULL;

  folder = g_strdup (argc > 2 ? argv[2] : "/tmp/vnus-bench-XXXXXX");
  if (argc <= 2 && g_mkdtemp (folder) == NULL)
    die ("no folder for the stores");

  {
    g_autoptr (VnusChronicle) chronicle = make_world (n_events / 4, 0);

    bench_fill (chronicle);
    bench_commit ();
  }
  path = path_of ("fill.vnus");
  remove_store (path);
  bench_loads (n_events);
  g_rmdir (folder);
  g_free (folder);

  return 0;
}
