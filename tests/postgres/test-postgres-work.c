/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PostgreSQL as an engine: transactions, bulk, servers that go away, watching. */
#include "engine-helpers.h"

/* --- Transactions --- */

/* Statements without rows are on their way long before they are answered. */
static void
test_pipeline (void)
{
  static const char insert[] = "INSERT INTO commits (revision, at, n_changes) VALUES ($1, '2023', 0)";
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GError) error = NULL;

  do_begin (engine, VNUS_SQL_WRITE);
  for (guint i = 0; i < 1000; i++)
    {
      const VnusSqlValue revision = _vnus_sql_integer (i);

      g_assert_true (_vnus_sql_run (engine, insert, &revision, 1, NULL, NULL, NULL, &error));
    }
  do_commit (engine);
  assert_answer (engine, "SELECT count (*), max (revision) FROM commits", "#1000|#999");

  /* One that fails is told of by the next that wants rows, or by the commit, and nothing is kept. */
  for (guint is_asking = 0; is_asking < 2; is_asking++)
    {
      const VnusSqlValue revisions[] = { _vnus_sql_integer (1000), _vnus_sql_integer (999), _vnus_sql_integer (1001) };
      g_autoptr (GString) rows = g_string_new (NULL);

      do_begin (engine, VNUS_SQL_WRITE);
      for (guint i = 0; i < G_N_ELEMENTS (revisions); i++)
        g_assert_true (_vnus_sql_run (engine, insert, &revisions[i], 1, NULL, NULL, NULL, &error));
      if (is_asking)
        {
          g_assert_false (_vnus_sql_run (engine, "SELECT count (*) FROM commits", NULL, 0, append_row, rows, NULL, &error));
          g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED);
          g_assert_cmpstr (rows->str, ==, "");
          g_clear_error (&error);
        }
      g_assert_false (engine->klass->commit (engine, &error));
      g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED);
      g_clear_error (&error);
      assert_answer (engine, "SELECT count (*), max (revision) FROM commits", "#1000|#999");
    }
}

/* Who reads sees one state throughout, and is not held up by who writes. */
static void
test_snapshot (void)
{
  static const char get[] = "SELECT value FROM meta WHERE name = 'schema'";
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) reader = open_store (where);
  g_autoptr (VnusSqlEngine) writer = open_store (where);
  g_autoptr (GString) rows = g_string_new (NULL);

  do_begin (writer, VNUS_SQL_WRITE);
  do_run (writer, "UPDATE meta SET value = '5' WHERE name = 'schema'");
  do_begin (reader, VNUS_SQL_READ);
  _vnus_sql_run (reader, get, NULL, 0, append_row, rows, NULL, NULL);
  do_commit (writer);
  _vnus_sql_run (reader, get, NULL, 0, append_row, rows, NULL, NULL);
  do_commit (reader);
  g_assert_cmpstr (rows->str, ==, "4|4");
  assert_answer (reader, get, "5");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* The second writer waits for the first, and can be called off meanwhile. */
static void
test_writers (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) first = open_store (where);
  g_autoptr (VnusSqlEngine) second = open_store (where);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  do_begin (first, VNUS_SQL_WRITE);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (second->klass->begin (second, VNUS_SQL_WRITE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  do_commit (first);
  change (second, "UPDATE meta SET value = '5' WHERE name = 'schema'");
}

static void
test_cancel (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();
  GThread *thread;

  do_begin (engine, VNUS_SQL_READ);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (_vnus_sql_run (engine, "SELECT pg_sleep (60)", NULL, 0, append_row, rows, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_thread_join (thread);
  engine->klass->rollback (engine);
  assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "4");
}

static gboolean
refuse (const VnusSqlValue  *columns,
        guint                n_columns,
        gpointer             user_data,
        GError             **error)
{
  if (++*(guint *) user_data < 10)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "enough");
  return FALSE;
}

static void
test_refused_row (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  do_begin (engine, VNUS_SQL_READ);
  g_assert_false (_vnus_sql_run (engine, "SELECT generate_series (1, 100000000)", NULL, 0, refuse, &n, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n, ==, 10);
  engine->klass->rollback (engine);
  assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "4");
}

/* --- Bulk --- */

typedef struct
{
  guint n, fails_at, cancels_at;
  GCancellable *cancellable;
  char id[32];
} Bulk;

static gboolean
next_record (VnusSqlValue  *columns,
             gpointer       user_data,
             GError       **error)
{
  Bulk *bulk = user_data;

  if (++bulk->n > 20000)
    return FALSE;
  if (bulk->n == bulk->fails_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "spoilt");
      return FALSE;
    }
  if (bulk->n == bulk->cancels_at)
    g_cancellable_cancel (bulk->cancellable);

  g_snprintf (bulk->id, sizeof bulk->id, "record-%u", bulk->n);
  columns[0] = _vnus_sql_text (bulk->n % 3 == 0 ? "fr-vn" : bulk->n % 3 == 1 ? "us-vn" : "");
  columns[1] = _vnus_sql_text (bulk->id);
  columns[2] = _vnus_sql_text ("visit");
  columns[3] = _vnus_sql_integer (1);
  columns[4] = _vnus_sql_text ("{}");
  return TRUE;
}

static void
test_bulk (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autofree char *indexes = ask (engine, "SELECT string_agg (indexdef, ';' ORDER BY indexname) FROM pg_indexes WHERE schemaname = current_schema ()");
  const struct
  {
    guint fails_at, cancels_at;
    int code;
  } breaks[] = { { 15000, 0, G_IO_ERROR_INVALID_DATA }, { 0, 10000, G_IO_ERROR_CANCELLED } };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Bulk bulk = { 0, breaks[i].fails_at, breaks[i].cancels_at, cancellable };
      g_autoptr (GError) error = NULL;

      do_begin (engine, VNUS_SQL_FILL);
      g_assert_false (engine->klass->load (engine, "records", "part, id, kind, revision, body", 5, next_record, &bulk,
                                           cancellable, &error));
      g_assert_error (error, G_IO_ERROR, breaks[i].code);
      engine->klass->rollback (engine);
      assert_answer (engine, "SELECT count (*) FROM records", "#0");
    }

  {
    Bulk bulk = { 0 };
    g_autoptr (GError) error = NULL;

    do_begin (engine, VNUS_SQL_FILL);
    engine->klass->load (engine, "records", "part, id, kind, revision, body", 5, next_record, &bulk, NULL, &error);
    g_assert_no_error (error);
    engine->klass->make_indexes (engine, NULL, &error);
    g_assert_no_error (error);
    do_commit (engine);
  }
  assert_answer (engine, "SELECT count (*), count (DISTINCT id) FROM records", "#20000|#20000");
  assert_answer (engine, "SELECT string_agg (indexdef, ';' ORDER BY indexname) FROM pg_indexes WHERE schemaname = current_schema ()", indexes);
}

/* --- A server that goes away --- */

static void
test_restart (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  /* Between two transactions: it is not noticed. */
  first = server_ask ("restart");
  assert_answer (engine, "SELECT count (*) FROM commits", "#0");

  /* Amid one. */
  do_begin (engine, VNUS_SQL_READ);
  second = server_ask ("restart");
  g_assert_false (_vnus_sql_run (engine, "SELECT 1", NULL, 0, append_row, rows, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE);
  g_clear_error (&error);
  engine->klass->rollback (engine);

  /* Before a commit: nothing is kept, and that is known. */
  do_begin (engine, VNUS_SQL_WRITE);
  do_run (engine, "INSERT INTO commits (revision, at, n_changes) VALUES (1, '2023', 0)");
  third = server_ask ("kill");
  g_assert_false (engine->klass->commit (engine, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "nothing was kept"));
  assert_answer (engine, "SELECT count (*) FROM commits", "#0");
}

/* --- Commits that reach several servers one after the other --- */

static gpointer
mend_soon (gpointer where)
{
  g_autoptr (VnusSqlEngine) engine = open_store (where);

  g_usleep (G_USEC_PER_SEC / 4);
  g_assert_true (_vnus_postgres_execute ((VnusPostgres *) engine, "UPDATE shards SET revision = 1", NULL, NULL));
  return NULL;
}

static void
test_torn (void)
{
  static const char foreign[] =
    "CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public; DROP SERVER IF EXISTS nowhere CASCADE;"
    "CREATE SERVER nowhere FOREIGN DATA WRAPPER postgres_fdw; CREATE FOREIGN TABLE elsewhere (a INTEGER) SERVER nowhere;"
    "INSERT INTO shards (part, revision) VALUES ('a', 0), ('b', 0)";
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) before = open_store (where);
  g_autoptr (VnusSqlEngine) engine = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_assert_true (_vnus_postgres_execute ((VnusPostgres *) before, foreign, NULL, &error));
  g_assert_no_error (error);
  engine = open_store (where);
  change (engine, "INSERT INTO commits (revision, at, n_changes) VALUES (1, '2023', 0)");
  assert_answer (engine, "SELECT part, revision FROM shards ORDER BY part", "a|#1|b|#1");

  /* Another commit is on its way: the reading begins again. */
  g_assert_true (_vnus_postgres_execute ((VnusPostgres *) before, "UPDATE shards SET revision = 2 WHERE part = 'b'", NULL, NULL));
  thread = g_thread_new ("mend", mend_soon, where);
  assert_answer (engine, "SELECT max (revision) FROM commits", "#1");
  g_thread_join (thread);

  /* It never arrived. */
  g_assert_true (_vnus_postgres_execute ((VnusPostgres *) before, "UPDATE shards SET revision = 2 WHERE part = 'b'", NULL, NULL));
  assert_answer (engine, "SELECT part, revision FROM shards ORDER BY part", "a|#1|b|#1");
}

/* --- Watching --- */

static void
count_change (gpointer user_data)
{
  g_atomic_int_inc ((int *) user_data);
}

static gboolean
comes_to (int *count,
          int  least)
{
  for (guint i = 0; i < 500 && g_atomic_int_get (count) < least; i++)
    g_usleep (10000);
  return g_atomic_int_get (count) >= least;
}

static void
test_watch (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (VnusSqlEngine) other = open_store (where);
  g_autofree char *restarted = NULL;
  g_autoptr (GError) error = NULL;
  int count = 0;

  engine->klass->watch (engine, count_change, &count, &error);
  g_assert_no_error (error);

  change (engine, "UPDATE meta SET value = '5' WHERE name = 'schema'");
  change (other, "UPDATE meta SET value = '2' WHERE name = 'schema'");
  g_assert_true (comes_to (&count, 1));
  g_assert_cmpint (g_atomic_int_get (&count), ==, 1);

  /* What was missed while the server was away counts. */
  restarted = server_ask ("restart");
  g_assert_true (comes_to (&count, 2));
  change (other, "UPDATE meta SET value = '3' WHERE name = 'schema'");
  g_assert_true (comes_to (&count, 3));

  engine->klass->watch (engine, NULL, NULL, NULL);
  change (other, "UPDATE meta SET value = '4' WHERE name = 'schema'");
  g_usleep (50000);
  g_assert_cmpint (g_atomic_int_get (&count), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/postgres/pipeline", test_pipeline);
  g_test_add_func ("/vnus/postgres/snapshot", test_snapshot);
  g_test_add_func ("/vnus/postgres/writers", test_writers);
  g_test_add_func ("/vnus/postgres/cancel", test_cancel);
  g_test_add_func ("/vnus/postgres/refused-row", test_refused_row);
  g_test_add_func ("/vnus/postgres/bulk", test_bulk);
  g_test_add_func ("/vnus/postgres/restart", test_restart);
  g_test_add_func ("/vnus/postgres/torn", test_torn);
  g_test_add_func ("/vnus/postgres/watch", test_watch);

  return g_test_run ();
}
