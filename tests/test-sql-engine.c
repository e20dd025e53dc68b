/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What stores build upon: the engine of SQLite. */
#include "store/sql-engine-private.h"
#include "store-fixture.h"

static VnusSqlEngine *
open_engine (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VnusSqlEngine *engine = _vnus_sqlite_engine_open (fixture->where, VNUS_STORE_FLAGS_CREATE, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (engine->klass->set_up (engine, TRUE, NULL, &error));
  g_assert_no_error (error);

  return engine;
}

static gboolean
gather (const VnusSqlValue  *columns,
        guint                n_columns,
        gpointer             user_data,
        GError             **error)
{
  GString *rows = user_data;

  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (rows, i > 0 ? "|" : "");
      if (columns[i].type == VNUS_SQL_TEXT)
        g_string_append_len (rows, columns[i].text, (gssize) columns[i].length);
      else if (columns[i].type == VNUS_SQL_INTEGER)
        g_string_append_printf (rows, "%" G_GINT64_FORMAT, columns[i].integer);
    }
  g_string_append_c (rows, '\n');

  return TRUE;
}

static char *
ask (VnusSqlEngine      *engine,
     const char         *sql,
     const VnusSqlValue *params,
     guint               n_params)
{
  g_autoptr (GError) error = NULL;
  GString *rows = g_string_new (NULL);

  _vnus_sql_run (engine, sql, params, n_params, gather, rows, NULL, &error);
  g_assert_no_error (error);

  return g_string_free (rows, FALSE);
}

static void
begin (VnusSqlEngine  *engine,
       VnusSqlPurpose  purpose)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (engine->klass->begin (engine, purpose, NULL, &error));
  g_assert_no_error (error);
}

/* Parameters go where their numbers say, and are never read as SQL. */
static void
test_parameters (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  const VnusSqlValue params[] = { _vnus_sql_text ("it's \"a\"; DROP TABLE records"), _vnus_sql_integer (-7), _vnus_sql_null () };
  g_autofree char *rows = ask (engine, "SELECT $2, $1, $3, $2", params, G_N_ELEMENTS (params));

  g_assert_cmpstr (rows, ==, "-7|it's \"a\"; DROP TABLE records||-7\n");
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  const VnusSqlValue params[] = { _vnus_sql_integer (1), _vnus_sql_text ("[\"b\",\"\\u0111\",\"a\"]") };
  g_autofree char *rows = ask (engine, "SELECT value, $1 FROM TEXTS($2) ORDER BY value", params, G_N_ELEMENTS (params));

  g_assert_cmpstr (rows, ==, "a|1\nb|1\nđ|1\n");
}

typedef struct
{
  guint   n;
  guint   most;
  char    name[16];
  gboolean fails;
} Producer;

static gboolean
produce (VnusSqlValue  *columns,
         gpointer       user_data,
         GError       **error)
{
  Producer *producer = user_data;

  if (producer->n == producer->most)
    {
      if (producer->fails)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no more");
      return FALSE;
    }

  g_snprintf (producer->name, sizeof producer->name, "name-%u", producer->n++);
  columns[0] = _vnus_sql_text (producer->name);
  columns[1] = _vnus_sql_integer (producer->n);

  return TRUE;
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  g_autoptr (GError) error = NULL;
  Producer producer = { .most = 3 };
  Producer failing = { .most = 2, .fails = TRUE };
  g_autofree char *rows = NULL, *after = NULL;

  begin (engine, VNUS_SQL_WRITE);
  g_assert_true (engine->klass->load (engine, "meta", "name, value", 2, produce, &producer, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (engine->klass->commit (engine, &error));

  rows = ask (engine, "SELECT name, value FROM meta ORDER BY name", NULL, 0);
  g_assert_cmpstr (rows, ==, "name-0|1\nname-1|2\nname-2|3\n");

  begin (engine, VNUS_SQL_WRITE);
  failing.n = failing.most;
  g_assert_false (engine->klass->load (engine, "meta", "name, value", 2, produce, &failing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  engine->klass->rollback (engine);
  engine->klass->rollback (engine);
  after = ask (engine, "SELECT count(*) FROM meta", NULL, 0);
  g_assert_cmpstr (after, ==, "3\n");
}

/* While one writes, others read what was there before, and another writer waits. */
static void
test_snapshots (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) writer = open_engine (fixture);
  g_autoptr (VnusSqlEngine) reader = open_engine (fixture);
  g_autoptr (GError) error = NULL;
  Producer producer = { .most = 5 };
  g_autofree char *before = NULL, *during = NULL, *after = NULL;

  begin (reader, VNUS_SQL_READ);
  before = ask (reader, "SELECT count(*) FROM meta", NULL, 0);
  begin (writer, VNUS_SQL_WRITE);
  g_assert_true (writer->klass->load (writer, "meta", "name, value", 2, produce, &producer, NULL, &error));
  g_assert_true (writer->klass->commit (writer, &error));
  during = ask (reader, "SELECT count(*) FROM meta", NULL, 0);
  g_assert_true (reader->klass->commit (reader, &error));
  g_assert_no_error (error);
  after = ask (reader, "SELECT count(*) FROM meta", NULL, 0);

  g_assert_cmpstr (before, ==, "0\n");
  g_assert_cmpstr (during, ==, "0\n");
  g_assert_cmpstr (after, ==, "5\n");
}

/* Filling ends with the indexes there again, and taken back it has left nothing. */
static void
test_fill (Fixture       *fixture,
           gconstpointer  data)
{
  static const char sql[] = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = ask (engine, sql, NULL, 0);
  g_autofree char *during = NULL, *after = NULL, *references = NULL;

  begin (engine, VNUS_SQL_FILL);
  during = ask (engine, sql, NULL, 0);
  g_assert_cmpstr (during, !=, before);
  engine->klass->rollback (engine);

  begin (engine, VNUS_SQL_FILL);
  g_assert_true (engine->klass->make_indexes (engine, NULL, &error));
  g_assert_true (engine->klass->commit (engine, &error));
  g_assert_no_error (error);
  after = ask (engine, sql, NULL, 0);
  g_assert_cmpstr (after, ==, before);

  references = ask (engine, "PRAGMA foreign_keys", NULL, 0);
  g_assert_cmpstr (references, ==, "1\n");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (_vnus_sql_run (engine, "SELECT 1", NULL, 0, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_change (gpointer user_data)
{
  g_atomic_int_inc ((int *) user_data);
}

static void
test_watch (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  g_autoptr (VnusSqlEngine) other = open_engine (fixture);
  g_autoptr (GError) error = NULL;
  Producer producer = { .most = 1 };
  int n_changes = 0;

  g_assert_true (engine->klass->watch (engine, count_change, &n_changes, &error));
  g_assert_no_error (error);
  begin (other, VNUS_SQL_WRITE);
  g_assert_true (other->klass->load (other, "meta", "name, value", 2, produce, &producer, NULL, &error));
  g_usleep (G_USEC_PER_SEC / 20);
  g_assert_cmpint (g_atomic_int_get (&n_changes), ==, 0);
  g_assert_true (other->klass->commit (other, &error));

  for (guint i = 0; i < 1000 && g_atomic_int_get (&n_changes) == 0; i++)
    g_usleep (G_USEC_PER_SEC / 100);
  g_assert_cmpint (g_atomic_int_get (&n_changes), ==, 1);
  g_assert_true (engine->klass->watch (engine, NULL, NULL, &error));
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VnusSqlEngine) engine = open_engine (fixture);
  g_autoptr (GString) damage = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (engine->klass->check (engine, gather, damage, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (damage->str, ==, "");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/sql-engine/parameters", test_parameters);
  ADD ("/vnus/sql-engine/texts", test_texts);
  ADD ("/vnus/sql-engine/load", test_load);
  ADD ("/vnus/sql-engine/snapshots", test_snapshots);
  ADD ("/vnus/sql-engine/fill", test_fill);
  ADD ("/vnus/sql-engine/cancelled", test_cancelled);
  ADD ("/vnus/sql-engine/watch", test_watch);
  ADD ("/vnus/sql-engine/check", test_check);

  return g_test_run ();
}
