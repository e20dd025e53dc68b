/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PostgreSQL as an engine: its tables, its texts, its messages. */
#include "engine-helpers.h"

/* --- Setting up --- */

static void
test_empty (void)
{
  g_autofree char *where = new_database ();
  g_autoptr (VnusSqlEngine) engine = open_at (where, VNUS_STORE_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_false (engine->klass->set_up (engine, FALSE, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND);
  assert_answer (engine, "SELECT count (*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema ()", "#0");
}

static void
test_create (void)
{
  g_autofree char *where = new_database ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (VnusSqlEngine) again = open_store (where);

  assert_answer (again, "SELECT name, value FROM meta ORDER BY name", "schema|4|writer|");
  assert_answer (again, "SELECT count (*) FROM pg_inherits WHERE inhparent = 'records'::regclass", "#3");

  /* The key of partitioning begins every primary key, nothing points across, nothing counts. */
  assert_answer (again, "SELECT count (*) FROM pg_constraint WHERE contype = 'p' AND connamespace = current_schema ()::regnamespace"
                 " AND pg_get_constraintdef (oid) NOT LIKE 'PRIMARY KEY (part%'", "#2"); /* of meta and commits */
  assert_answer (again, "SELECT count (*) FROM pg_constraint WHERE contype = 'f'", "#0");
  assert_answer (again, "SELECT count (*) FROM pg_class WHERE relkind = 'S'", "#0");
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  GString *replaced = g_string_new (text);

  g_assert_cmpuint (g_string_replace (replaced, old, new, 1), ==, 1);
  return g_string_free (replaced, FALSE);
}

static void
test_plain (void)
{
  g_autofree char *place = new_place ();
  g_autofree char *where = replace (place, "partitions%3D3", "partitions%3D0");
  g_autofree char *wrong = replace (place, "partitions%3D3", "partitions%3Dmany");
  g_autoptr (VnusSqlEngine) engine = open_at (wrong, VNUS_STORE_FLAGS_CREATE);
  g_autoptr (VnusSqlEngine) plain = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (engine->klass->set_up (engine, TRUE, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BAD_ADDRESS);
  g_assert_nonnull (strstr (error->message, "many"));

  plain = open_store (where);
  assert_answer (plain, "SELECT count (*) FROM pg_inherits WHERE inhparent = 'records'::regclass", "#0");
}

static gpointer
create_in_thread (gpointer where)
{
  g_autoptr (VnusSqlEngine) engine = open_store (where);

  assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "4");
  return NULL;
}

static void
test_create_at_once (void)
{
  g_autofree char *where = new_place ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("create", create_in_thread, where);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_newer (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (VnusSqlEngine) later = NULL;
  g_autoptr (GError) error = NULL;

  change (engine, "UPDATE meta SET value = '99' WHERE name = 'schema'");
  later = open_at (where, VNUS_STORE_FLAGS_CREATE);
  g_assert_false (later->klass->set_up (later, TRUE, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "99"));
  assert_answer (engine, "SELECT name, value FROM meta WHERE name <> 'writer' ORDER BY name", "schema|99");
  assert_answer (engine, "SELECT count (*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema ()", "#26");
}

/* What the tables and indexes are, as one text. */
#define SCHEMA                                                                                                          \
  "SELECT string_agg (what, ';' ORDER BY what) FROM (SELECT indexdef AS what FROM pg_indexes"                           \
  " WHERE schemaname = current_schema () UNION ALL SELECT concat_ws (' ', table_name, column_name, data_type,"          \
  " is_nullable, column_default, collation_name) FROM information_schema.columns"                                       \
  " WHERE table_schema = current_schema ()) AS found"

/* As a library of the first schema left it, with a record in it. */
static void
test_older (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autofree char *fresh = ask (engine, SCHEMA);
  g_autoptr (VnusSqlEngine) reader = NULL;
  g_autoptr (GError) error = NULL;

  change (engine, "DROP VIEW history, relation_list, participation, record_list");
  change (engine, "UPDATE meta SET value = '1' WHERE name = 'schema'");
  /* The keys go with the column. */
  change (engine, "ALTER TABLE terms DROP COLUMN n");
  change (engine, "ALTER TABLE names DROP COLUMN n");
  change (engine, "DROP TABLE undo");
  change (engine, "INSERT INTO names (part, id, name) VALUES ('', 'a', 'x'), ('', 'a', 'y'), ('', 'b', 'x'), ('c', 'd', 'y'), ('c', 'd', 'z')");
  change (engine, "INSERT INTO records (part, id, kind, earliest_start, latest_end, revision, body)"
          " VALUES ('', 'a', 'visit', 0, -4000000, 1, '{\"label\": {\"vi\": \"Thăm\"}}')");

  reader = open_at (where, VNUS_STORE_FLAGS_READ_ONLY);
  g_assert_false (reader->klass->set_up (reader, FALSE, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "1");

  g_assert_true (engine->klass->set_up (engine, FALSE, NULL, &error));
  g_assert_no_error (error);
  assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "4");
  assert_answer (engine, "SELECT id, kind, name, first_day, last_day FROM record_list", "a|visit|Thăm|1970-01-01|");
  assert_answer (engine, "SELECT count (*) FROM history", "#0");
  assert_answer (engine, "SELECT id || name || n FROM names ORDER BY id, name", "ax0|ay1|bx0|dy0|dz1");
  assert_answer (engine, SCHEMA, fresh);
  g_assert_true (reader->klass->set_up (reader, FALSE, NULL, &error));
}

static void
test_not_a_store (void)
{
  static const char *const others[] = {
    "CREATE SCHEMA vnus; CREATE TABLE vnus.meta (a int)",
    "CREATE SCHEMA vnus; CREATE TABLE vnus.meta (name text, value text)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *where = new_database ();
      g_autoptr (VnusSqlEngine) engine = open_at (where, VNUS_STORE_FLAGS_CREATE);
      g_autoptr (GError) error = NULL;

      g_assert_true (_vnus_postgres_execute ((VnusPostgres *) engine, others[i], NULL, &error));
      g_assert_false (engine->klass->set_up (engine, TRUE, NULL, &error));
      g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_A_STORE);
    }
}

/* --- Texts --- */

static const char *const texts[] = {
  "", "'", "''; DROP TABLE vnus.records; --", "\"", "\\", "\\\\N", "\\N", "\\.", "\t\n\r\b\f\v", "$1", "%s%n",
  "Võ Văn Thưởng “thăm” — 🕊", "a'b\"c\\d", "{\"label\": \"\\u0000\"}",
};

static gboolean
next_text (VnusSqlValue  *columns,
           gpointer       user_data,
           GError       **error)
{
  guint *i = user_data;

  if (*i == G_N_ELEMENTS (texts))
    return FALSE;
  columns[0] = _vnus_sql_text (texts[*i]);
  columns[1] = _vnus_sql_integer (G_MININT64 + *i);
  columns[2] = _vnus_sql_null ();
  (*i)++;
  return TRUE;
}

static gboolean
check_text (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  guint *i = user_data;

  g_assert_cmpstr (columns[0].text, ==, texts[*i]);
  g_assert_cmpuint (columns[0].length, ==, strlen (texts[*i]));
  g_assert_cmpint (columns[1].integer, ==, G_MININT64 + *i);
  g_assert_cmpint (columns[2].type, ==, VNUS_SQL_NULL);
  (*i)++;
  return TRUE;
}

static void
test_texts (void)
{
  static const char insert[] = "INSERT INTO texts VALUES ($1, $2, $3)";
  static const char get[] = "SELECT a, b, c FROM texts ORDER BY b";
  static const char find[] = "SELECT a, b, c FROM texts WHERE a = $1 AND b = $2";
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GError) error = NULL;

  change (engine, "CREATE TABLE texts (a TEXT, b BIGINT, c BIGINT)");
  for (guint is_bulk = 0; is_bulk < 2; is_bulk++)
    {
      guint i = 0;

      do_begin (engine, VNUS_SQL_WRITE);
      do_run (engine, "DELETE FROM texts");
      if (is_bulk)
        engine->klass->load (engine, "texts", "a, b, c", 3, next_text, &i, NULL, &error);
      else
        {
          VnusSqlValue columns[3];

          while (next_text (columns, &i, &error))
            _vnus_sql_run (engine, insert, columns, 3, NULL, NULL, NULL, &error);
        }
      g_assert_no_error (error);
      do_commit (engine);

      do_begin (engine, VNUS_SQL_READ);
      i = 0;
      _vnus_sql_run (engine, get, NULL, 0, check_text, &i, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (i, ==, G_N_ELEMENTS (texts));

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          const VnusSqlValue params[] = { _vnus_sql_text (texts[k]), _vnus_sql_integer (G_MININT64 + k) };

          i = k;
          _vnus_sql_run (engine, find, params, 2, check_text, &i, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (i, ==, k + 1);
        }
      do_commit (engine);
    }
}

static gboolean
next_nul (VnusSqlValue  *columns,
          gpointer       user_data,
          GError       **error)
{
  columns[0] = (VnusSqlValue) { VNUS_SQL_TEXT, 0, "be\0fore", 7 };
  return TRUE;
}

/* Cut short at the NUL it would be another text. */
static void
test_nul (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  VnusSqlValue value;

  for (guint is_bulk = 0; is_bulk < 2; is_bulk++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_done;

      next_nul (&value, NULL, NULL);
      do_begin (engine, VNUS_SQL_WRITE);
      is_done = is_bulk ? engine->klass->load (engine, "meta", "name", 1, next_nul, NULL, NULL, &error)
                        : _vnus_sql_run (engine, "UPDATE meta SET value = $1", &value, 1, NULL, NULL, NULL, &error);
      g_assert_false (is_done);
      g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "“be”"));
      engine->klass->rollback (engine);
      assert_answer (engine, "SELECT value FROM meta WHERE name = 'schema'", "4");
    }
}

/* The order of texts is that of their bytes, whatever the language of the server. */
static void
test_order (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);

  change (engine, "INSERT INTO names (part, id, n, name)"
          " VALUES ('', 'x', 0, 'b'), ('', 'x', 1, 'B'), ('', 'x', 2, 'a-b'), ('', 'x', 3, 'aa'), ('', 'x', 4, 'đ')");
  assert_answer (engine, "SELECT name FROM names ORDER BY name", "B|a-b|aa|b|đ");
}

/* The same in the forms that are said otherwise to PostgreSQL. */
static void
test_in_lists (void)
{
  static const char in[] = "SELECT name FROM names WHERE name IN (SELECT value FROM TEXTS($1)) ORDER BY name";
  static const char not_in[] = "SELECT name FROM names WHERE part = $1 AND name NOT IN (SELECT value FROM TEXTS($2)) ORDER BY name";
  static const char insert[] = "INSERT INTO names (part, id, n, name) VALUES ('', 'x', $2, $1)";
  static const char *const names[] = { "a", "b", "'\"{}," };
  const VnusSqlValue params[] = { _vnus_sql_text (""), _vnus_sql_text ("[\"b\", \"'\\\"{},\", \"c\"]") };
  const VnusSqlValue none = _vnus_sql_text ("[]");
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  do_begin (engine, VNUS_SQL_WRITE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const VnusSqlValue name[] = { _vnus_sql_text (names[i]), _vnus_sql_integer (i) };

      _vnus_sql_run (engine, insert, name, 2, NULL, NULL, NULL, &error);
    }
  do_commit (engine);

  do_begin (engine, VNUS_SQL_READ);
  _vnus_sql_run (engine, in, &params[1], 1, append_row, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "'\"{},|b");
  _vnus_sql_run (engine, in, &none, 1, append_row, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "'\"{},|b");
  _vnus_sql_run (engine, not_in, params, 2, append_row, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "'\"{},|b|a");
  do_commit (engine);
}

static void
test_lists (void)
{
  static const char sql[] = "SELECT value FROM TEXTS($1) ORDER BY value";
  const VnusSqlValue list = _vnus_sql_text ("[\"b\", \"a'\\\"\", \"\"]");
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  do_begin (engine, VNUS_SQL_READ);
  _vnus_sql_run (engine, sql, &list, 1, append_row, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "a'\"|b");
  do_commit (engine);
}

/* --- What is told of a connection --- */

static const struct
{
  const char *name;
  const char *where;
  VnusStoreError code;
} secrets[] = {
  { "no-server", "postgresql://SECRET:SECRET@/SECRET?host=/SECRET/nowhere", VNUS_STORE_ERROR_UNREACHABLE },
  { "refused", "postgresql://SECRET:SECRET@127.0.0.1:1/SECRET", VNUS_STORE_ERROR_UNREACHABLE },
  { "no-host", "postgresql://SECRET:SECRET@SECRET.invalid/SECRET?connect_timeout=5", VNUS_STORE_ERROR_UNREACHABLE },
  { "unknown-option", "postgresql://SECRET:SECRET@/SECRET?SECRET=SECRET", VNUS_STORE_ERROR_BAD_ADDRESS },
  { "bad-escape", "postgresql://SECRET:SECRET%zzSECRET@/SECRET", VNUS_STORE_ERROR_BAD_ADDRESS },
  { "quotes", "postgresql://SECRET:\"SECRET\"%zz\"SECRET@/SECRET", VNUS_STORE_ERROR_BAD_ADDRESS },
  { "bad-port", "postgresql://SECRET:SECRET@SECRET:SECRET/SECRET", VNUS_STORE_ERROR_UNREACHABLE },
  { "bad-bracket", "postgresql://SECRET:SECRET@[SECRET/SECRET", VNUS_STORE_ERROR_BAD_ADDRESS },
  { "bad-sslmode", "postgresql://SECRET:SECRET@/SECRET?sslmode=SECRET", VNUS_STORE_ERROR_UNREACHABLE },
  { "words", "host=/SECRET password='SECRET", VNUS_STORE_ERROR_BAD_ADDRESS },
};

static void
test_secrets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autoptr (GError) error = NULL;
      VnusSqlEngine *engine = _vnus_postgres_engine_open (secrets[i].where, VNUS_STORE_FLAGS_NONE, NULL, &error);

      g_test_message ("%s: %s", secrets[i].name, error->message);
      g_assert_null (engine);
      g_assert_error (error, VNUS_STORE_ERROR, (int) secrets[i].code);
      g_assert_null (strstr (error->message, "SECRET"));
      g_assert_null (strstr (error->message, "secret"));
      g_assert_cmpuint (strlen (error->message), >, 40);
    }
}

/* What libpq says of a failed connection, and what is left of it. */
static void
test_scrub (void)
{
  static const struct
  {
    const char *said, *left;
  } cases[] = {
    { "connection to server on socket \"/run/x\" failed: FATAL:  password authentication failed for user \"bob\"\n",
      "password authentication failed for user …" },
    { "connection to server on socket \"/run/x\" failed: No such file or directory\n\tIs the server running?\n",
      "No such file or directory" },
    { "connection to server at \"a\" failed: FATAL:  no pg_hba.conf entry for host \"[local]\", user \"bob\", no encryption",
      "no pg_hba.conf entry for host …, no encryption" },
    { "could not translate host name \"a\" to address: Name or service not known\n",
      "could not translate host name … to address: Name or service not known" },
    { "extra token hunter2", "extra token …" },
    { "one \" alone", "one …" },
    { "", "no reason was given" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *left = _vnus_postgres_scrub (cases[i].said, "hunter2");

      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

/* --- Looking for damage --- */

static void
test_check (void)
{
  g_autofree char *where = new_place ();
  g_autoptr (VnusSqlEngine) engine = open_store (where);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (engine->klass->check (engine, append_row, rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "");

  change (engine, "INSERT INTO records (part, id, kind, revision, body) VALUES ('', 'a', 'visit', 1, '{}'),"
          " ('us-vn', 'a', 'visit', 1, '{}')");
  g_assert_true (engine->klass->check (engine, append_row, rows, NULL, &error));
  g_assert_cmpstr (rows->str, ==, "the record “a” is in more than one partition");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/postgres/set-up/empty", test_empty);
  g_test_add_func ("/vnus/postgres/set-up/create", test_create);
  g_test_add_func ("/vnus/postgres/set-up/plain", test_plain);
  g_test_add_func ("/vnus/postgres/set-up/at-once", test_create_at_once);
  g_test_add_func ("/vnus/postgres/set-up/newer", test_newer);
  g_test_add_func ("/vnus/postgres/set-up/older", test_older);
  g_test_add_func ("/vnus/postgres/set-up/not-a-store", test_not_a_store);
  g_test_add_func ("/vnus/postgres/texts", test_texts);
  g_test_add_func ("/vnus/postgres/nul", test_nul);
  g_test_add_func ("/vnus/postgres/order", test_order);
  g_test_add_func ("/vnus/postgres/lists", test_lists);
  g_test_add_func ("/vnus/postgres/in-lists", test_in_lists);
  g_test_add_func ("/vnus/postgres/secrets", test_secrets);
  g_test_add_func ("/vnus/postgres/scrub", test_scrub);
  g_test_add_func ("/vnus/postgres/check", test_check);

  return g_test_run ();
}
