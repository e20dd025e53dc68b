/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What every store must do. Run by with-servers.py, of PostgreSQL; else of SQLite. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <vnus/vnus.h>

#include "store-fixture.h"

static void
test_open_makes_only_if_told (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_NONE, NULL, &error);

  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND);
  g_assert_null (store);
  g_clear_error (&error);

  store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, 0);
  g_assert_no_error (error);
  g_clear_object (&store);

  store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_open_in_the_background (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = NULL;

  vnus_store_open_async (fixture->where, VNUS_STORE_FLAGS_CREATE, G_PRIORITY_DEFAULT, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  store = vnus_store_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (VNUS_IS_STORE (store));
  g_clear_object (&store);
  g_clear_object (&result);

  g_cancellable_cancel (cancellable);
  vnus_store_open_async (fixture->where, VNUS_STORE_FLAGS_NONE, G_PRIORITY_DEFAULT, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  store = vnus_store_open_finish (result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (store);
}

static void
test_open_bad_addresses (void)
{
  static const struct
  {
    const char *where;
    int         code;
  } cases[] = {
    { "sqlite:", VNUS_STORE_ERROR_BAD_ADDRESS },
    { "sqlite::memory:", VNUS_STORE_ERROR_BAD_ADDRESS },
    { "", VNUS_STORE_ERROR_BAD_ADDRESS },
    { "mysql://editor:secret@host/db", VNUS_STORE_ERROR_BAD_ADDRESS },
    { "/no/such/folder/world.vnus", VNUS_STORE_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusStore) store = vnus_store_open (cases[i].where, VNUS_STORE_FLAGS_CREATE, NULL, &error);

      g_test_message ("%s", cases[i].where);
      g_assert_error (error, VNUS_STORE_ERROR, cases[i].code);
      g_assert_null (strstr (error->message, "secret"));
      g_assert_null (store);
    }
}

static void
test_never_opened (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = g_object_new (VNUS_TYPE_SQLITE_STORE, NULL);

  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, -1);
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND);
}

/* --- Whole chronicles --- */

static void
assert_same_document (VnusChronicle *a,
                      VnusChronicle *b)
{
  g_autoptr (GBytes) bytes_a = vnus_chronicle_to_json (a);
  g_autoptr (GBytes) bytes_b = vnus_chronicle_to_json (b);

  g_assert_cmpmem (g_bytes_get_data (bytes_a, NULL), g_bytes_get_size (bytes_a), g_bytes_get_data (bytes_b, NULL),
                   g_bytes_get_size (bytes_b));
}

static void
count_progress (VnusStore *store,
                guint      n_done,
                guint      n_all,
                gpointer   user_data)
{
  g_assert_cmpuint (n_done, <=, n_all);
  *(guint *) user_data = n_done;
}

/* Document → store → document gives the same bytes. */
static void
test_import_and_load (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusChronicle) whole = NULL, none = NULL, other = NULL;
  guint n_done = 0;

  g_signal_connect (store, "progress", G_CALLBACK (count_progress), &n_done);
  g_assert_true (vnus_store_fill (store, chronicle, "editor", "to begin with", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_done, ==, g_list_model_get_n_items (G_LIST_MODEL (chronicle)));
  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, 1);
  g_clear_object (&store);

  store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  whole = vnus_store_load_revision (store, -1, NULL, &error);
  g_assert_no_error (error);
  assert_same_document (whole, chronicle);

  none = vnus_store_load_revision (store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);

  other = vnus_store_load_revision (store, 2, NULL, &error);
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION);
  g_assert_null (other);
}

static void
test_import_into_an_empty_store (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusChronicle) empty = vnus_chronicle_new ("empty");
  g_autoptr (VnusChronicle) loaded = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VnusStore) store = open_store (fixture);

  g_cancellable_cancel (cancellable);
  g_assert_false (vnus_store_fill (store, chronicle, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_true (vnus_store_fill (store, empty, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_EMPTY);
  g_clear_error (&error);

  loaded = vnus_store_load_revision (store, -1, NULL, &error);
  g_assert_no_error (error);
  assert_same_document (loaded, empty);
}

/* What a name or a note may have in it is kept as it is. */
static void
test_awkward_texts (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char awkward[] = "'; DROP TABLE records; -- \"x\" \\u0000 \x01 TEXTS($1) $2 ?1 Đà Nẵng 😀";
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("awkward");
  g_autoptr (VnusText) text = vnus_text_new ("vi", awkward);
  g_autoptr (VnusRecord) topic = vnus_kind_make_record (VNUS_KIND_TOPIC, "awkward");
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusChronicle) loaded = NULL;

  vnus_record_set_label (topic, text);
  vnus_record_set_note (topic, text);
  vnus_record_add_alias (topic, awkward);
  g_assert_true (vnus_chronicle_add (chronicle, topic, &error));
  vnus_chronicle_set_label (chronicle, text);

  g_assert_true (vnus_store_fill (store, chronicle, awkward, awkward, NULL, &error));
  g_assert_no_error (error);
  loaded = vnus_store_load_revision (store, -1, NULL, &error);
  g_assert_no_error (error);
  assert_same_document (loaded, chronicle);
}

/* --- Of SQLite alone --- */

static void
put_database (const char *path,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static char *
get_digest (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

/* What was filled in need not be read once more by who opens the store next. */
static void
test_sqlite_journal (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "filled.vnus", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusStore) store = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 0);
  g_assert_true (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
}

/* What is no store, or one of a newer library, is refused and left as it is. */
static void
test_sqlite_refuses_others (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    int         code;
  } cases[] = {
    { "CREATE TABLE addresses (name TEXT)", VNUS_STORE_ERROR_NOT_A_STORE },
    { "PRAGMA application_id = 252006673; CREATE TABLE t (a)", VNUS_STORE_ERROR_NOT_A_STORE },
    { "PRAGMA application_id = 1450079603; PRAGMA user_version = 1000; CREATE TABLE t (a)", VNUS_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/other-%u.vnus", fixture->folder, i);
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusStore) store = NULL;

      put_database (path, cases[i].sql);
      before = get_digest (path);
      store = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);
      after = get_digest (path);
      g_assert_error (error, VNUS_STORE_ERROR, cases[i].code);
      g_assert_null (store);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_sqlite_refuses_no_database (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "notes.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = NULL;

  g_assert_true (g_file_set_contents (path, "These are notes, and no database at all: a text of some length.", -1, NULL));
  store = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_A_STORE);
  g_assert_null (store);
}

/* Found by its beginning, by all of it, and by words late in it. */
static void
test_long_names (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) label = g_string_new ("Begin");
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("long");
  g_autoptr (VnusRecord) topic = vnus_kind_make_record (VNUS_KIND_TOPIC, "long");
  g_autoptr (VnusText) text = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusChronicle) exported = NULL;
  g_auto (GStrv) faults = NULL;

  /* Of words that cannot be told shorter. */
  for (guint i = 0; label->len < 10000; i++)
    {
      g_autofree char *word = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) &i, sizeof i);

      g_string_append (label, i % 2 == 0 ? "Đ" : " ");
      g_string_append (label, word);
    }
  g_string_append (label, " end");
  text = vnus_text_new ("vi", label->str);
  vnus_record_set_label (topic, text);
  g_assert_true (vnus_chronicle_add (chronicle, topic, &error));
  g_assert_true (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *asked = g_strdup_printf ("text:\"%s\"", i == 0 ? "begin" : i == 1 ? label->str : "end");
      g_autoptr (VnusQuery) query = vnus_query_parse (asked, &error);
      g_autoptr (VnusChronicle) found = NULL;

      g_assert_no_error (error);
      found = vnus_store_load (store, query, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (vnus_chronicle_lookup (found, "long"));
    }

  exported = vnus_store_load_revision (store, -1, NULL, &error);
  g_assert_no_error (error);
  assert_same_document (exported, chronicle);
  faults = vnus_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (faults[0]);
}

/* What is not tried on a server is told all the same. */
static void
skip (gconstpointer reason)
{
  g_test_skip (reason);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (server_is_spread ())
    g_test_add_data_func ("/vnus/store/open-makes-only-if-told", "a store is made on one server, before it is spread over more", skip);
  else
    ADD ("/vnus/store/open-makes-only-if-told", test_open_makes_only_if_told);
  ADD ("/vnus/store/open-in-the-background", test_open_in_the_background);
  ADD ("/vnus/store/import-and-load", test_import_and_load);
  ADD ("/vnus/store/import-into-an-empty-store", test_import_into_an_empty_store);
  ADD ("/vnus/store/awkward-texts", test_awkward_texts);
  ADD ("/vnus/store/long-names", test_long_names);
  if (is_given ())
    {
      g_test_add_data_func ("/vnus/store/open-bad-addresses", "needs no store: tried once, with SQLite", skip);
      g_test_add_data_func ("/vnus/store/never-opened", "needs no store: tried once, with SQLite", skip);
      g_test_add_data_func ("/vnus/store/sqlite-refuses-others", "of files; test-postgres.c has what is like it", skip);
      g_test_add_data_func ("/vnus/store/sqlite-refuses-no-database", "of files; test-postgres.c has what is like it", skip);
      return g_test_run ();
    }

  g_test_add_func ("/vnus/store/open-bad-addresses", test_open_bad_addresses);
  g_test_add_func ("/vnus/store/never-opened", test_never_opened);
  ADD ("/vnus/store/sqlite-journal", test_sqlite_journal);
  ADD ("/vnus/store/sqlite-refuses-others", test_sqlite_refuses_others);
  ADD ("/vnus/store/sqlite-refuses-no-database", test_sqlite_refuses_no_database);

  return g_test_run ();
}
