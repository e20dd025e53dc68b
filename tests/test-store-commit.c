/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Committing to stores, and what they remember of it. */
#include <sqlite3.h>
#include <vnus/vnus.h>

#include "store-fixture.h"
#include "random-world.h"

static VnusRecord *
make_topic (const char *id,
            const char *name)
{
  g_autoptr (VnusText) label = vnus_text_new ("en", name);
  VnusRecord *topic = vnus_kind_make_record (VNUS_KIND_TOPIC, id);

  vnus_record_set_label (topic, label);
  return topic;
}

/* A change set of one change; either may be NULL. */
static VnusChangeSet *
make_change (VnusRecord *before,
             VnusRecord *after,
             const char *author,
             const char *reason)
{
  VnusChangeSet *changes = vnus_change_set_new ();

  vnus_change_set_set_author (changes, author);
  vnus_change_set_set_reason (changes, reason);
  if (before == NULL)
    vnus_change_set_add (changes, after, reason);
  else if (after == NULL)
    vnus_change_set_remove (changes, before, reason);
  else
    vnus_change_set_replace (changes, before, after, reason);

  return changes;
}

static gint64
commit_one (VnusStore  *store,
            VnusRecord *before,
            VnusRecord *after,
            gint64      expected,
            GError    **error)
{
  g_autoptr (VnusChangeSet) changes = make_change (before, after, "editor", "since it is so");

  return vnus_store_commit (store, changes, expected, NULL, error);
}

static char *
get_label (VnusChronicle *chronicle,
           const char    *id)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);

  return record != NULL ? g_strdup (vnus_text_get (vnus_record_get_label (record), "en")) : NULL;
}

static void
assert_label (VnusStore  *store,
              gint64      revision,
              const char *id,
              const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_store_load_revision (store, revision, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = get_label (chronicle, id);
  g_assert_cmpstr (found, ==, label);
}

static void
test_add_replace_remove (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), commerce = make_topic ("trade", "Commerce");

  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (commit_one (store, trade, commerce, 1, &error), ==, 2);
  g_assert_cmpint (commit_one (store, commerce, NULL, -1, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, 3);

  assert_label (store, 0, "trade", NULL);
  assert_label (store, 1, "trade", "Trade");
  assert_label (store, 2, "trade", "Commerce");
  assert_label (store, 3, "trade", NULL);
  assert_label (store, -1, "trade", NULL);
}

/* Said again it changes nothing, and makes no revision. */
static void
test_commit_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade");
  g_autoptr (VnusChangeSet) nothing = vnus_change_set_new ();

  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (vnus_store_commit (store, nothing, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static void
assert_clash (VnusStore     *store,
              VnusChangeSet *changes,
              gint64         expected,
              const char    *id,
              const char    *tag)
{
  g_autoptr (GError) error = NULL;
  const gint64 before = vnus_store_get_revision (store, NULL, NULL);
  g_autoptr (GListModel) issues = vnus_store_list_clashes (store, changes, expected, NULL, &error);
  g_autoptr (VnusIssue) issue = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 1);
  issue = g_list_model_get_item (issues, 0);
  g_assert_cmpstr (vnus_issue_get_record_id (issue), ==, id);
  g_assert_cmpstr (vnus_issue_get_tag (issue), ==, tag);

  g_assert_cmpint (vnus_store_commit (store, changes, expected, NULL, &error), ==, -1);
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_CLASH);
  g_assert_nonnull (strstr (error->message, id));
  g_assert_cmpint (vnus_store_get_revision (store, NULL, NULL), ==, before);
}

static void
test_clashes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), commerce = make_topic ("trade", "Commerce");
  g_autoptr (VnusRecord) traffic = make_topic ("trade", "Traffic"), other = make_topic ("water", "Water");
  g_autoptr (VnusChangeSet) add = make_change (NULL, traffic, "b", NULL), replace = make_change (trade, traffic, "b", NULL);
  g_autoptr (VnusChangeSet) remove = make_change (trade, NULL, "b", NULL), back = make_change (commerce, traffic, "b", NULL);
  g_autoptr (VnusChangeSet) both = make_change (NULL, other, "b", NULL);

  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  assert_clash (store, add, 1, "trade", "already-there");
  g_assert_cmpint (commit_one (store, trade, commerce, 1, &error), ==, 2);
  assert_clash (store, replace, 1, "trade", "changed-since");
  assert_clash (store, remove, 1, "trade", "changed-since");

  /* As the change knows it, but changed after what its author saw. */
  assert_clash (store, back, 1, "trade", "changed-since");

  /* All or nothing. */
  vnus_change_set_replace (both, trade, traffic, NULL);
  assert_clash (store, both, 2, "trade", "changed-since");
  assert_label (store, -1, "water", NULL);

  /* Others may change what this one does not touch. */
  g_assert_cmpint (commit_one (store, NULL, other, 0, &error), ==, 3);
  g_assert_cmpint (vnus_store_commit (store, back, 2, NULL, &error), ==, 4);
  g_assert_no_error (error);

  g_assert_cmpint (vnus_store_commit (store, back, 5, NULL, &error), ==, -1);
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION);
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), rice = make_topic ("rice", "Rice");
  g_autoptr (VnusRecord) fish = make_topic ("fish", "Fish");
  g_autoptr (VnusChangeSet) remove = NULL, refer = NULL, whole = NULL;

  vnus_topic_set_broader (VNUS_TOPIC (rice), "trade");
  vnus_topic_set_broader (VNUS_TOPIC (fish), "food");
  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (commit_one (store, NULL, rice, 1, &error), ==, 2);
  g_assert_no_error (error);

  refer = make_change (NULL, fish, "b", NULL);
  assert_clash (store, refer, 2, "fish", "dangling-reference");
  remove = make_change (trade, NULL, "b", NULL);
  assert_clash (store, remove, 2, "rice", "dangling-reference");

  whole = make_change (trade, NULL, "b", NULL);
  vnus_change_set_remove (whole, rice, NULL);
  g_assert_cmpint (vnus_store_commit (store, whole, 2, NULL, &error), ==, 3);
  g_assert_no_error (error);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusChronicle) imported = vnus_chronicle_new ("c");
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), commerce = make_topic ("trade", "Commerce");
  g_autoptr (VnusRecord) water = make_topic ("water", "Water");
  g_autoptr (GListModel) all = NULL, of_trade = NULL, of_water = NULL, page = NULL;
  g_autoptr (VnusCommit) newest = NULL, first = NULL;
  g_autoptr (VnusChangeSet) changes = NULL, none = NULL;
  g_autoptr (VnusChange) change = NULL;

  g_assert_true (vnus_chronicle_add (imported, trade, &error));
  g_assert_true (vnus_store_fill (store, imported, "importer", "to begin with", NULL, &error));
  g_assert_cmpint (commit_one (store, trade, commerce, 1, &error), ==, 2);
  g_assert_cmpint (commit_one (store, NULL, water, 2, &error), ==, 3);
  g_assert_no_error (error);

  all = vnus_store_list_commits (store, NULL, 0, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);
  newest = g_list_model_get_item (all, 0);
  g_assert_cmpint (vnus_commit_get_revision (newest), ==, 3);
  g_assert_cmpstr (vnus_commit_get_author (newest), ==, "editor");
  g_assert_cmpstr (vnus_commit_get_reason (newest), ==, "since it is so");
  g_assert_null (vnus_commit_get_source_id (newest));
  g_assert_cmpuint (vnus_commit_get_n_changes (newest), ==, 1);
  g_assert_true (g_str_has_suffix (vnus_commit_get_time (newest), "Z"));

  of_trade = vnus_store_list_commits (store, "trade", 0, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (of_trade), ==, 2);
  first = g_list_model_get_item (of_trade, 1);
  g_assert_cmpint (vnus_commit_get_revision (first), ==, 1);
  g_assert_cmpstr (vnus_commit_get_author (first), ==, "importer");
  of_water = vnus_store_list_commits (store, "water", 0, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (of_water), ==, 1);
  page = vnus_store_list_commits (store, NULL, 3, 1, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (page), ==, 1);

  changes = vnus_store_load_changes (store, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 1);
  change = g_list_model_get_item (G_LIST_MODEL (changes), 0);
  g_assert_true (vnus_record_equal (vnus_change_get_before (change), trade));
  g_assert_true (vnus_record_equal (vnus_change_get_after (change), commerce));
  g_assert_cmpstr (vnus_change_get_reason (change), ==, "since it is so");

  none = vnus_store_load_changes (store, 1, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  g_assert_null (vnus_store_load_changes (store, 4, NULL, &error));
  g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION);
}

/* --- In the background --- */

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A cancellation that comes after the commit does not make it undone. */
static void
test_cancelled_too_late (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture), other = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), rice = make_topic ("rice", "Rice");
  g_autoptr (VnusChangeSet) changes = make_change (NULL, trade, NULL, NULL), more = make_change (NULL, rice, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  vnus_store_commit_async (store, changes, 0, G_PRIORITY_DEFAULT, cancellable, take_result, &result);
  while (vnus_store_get_revision (other, NULL, &error) == 0)
    g_usleep (1000);
  g_assert_no_error (error);
  /* The thread is done with it once the store has the next answer. */
  g_assert_cmpint (vnus_store_get_revision (store, NULL, &error), ==, 1);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (vnus_store_commit_finish (store, result, &error), ==, 1);
  g_assert_no_error (error);
  g_clear_object (&result);

  vnus_store_commit_async (store, more, 1, G_PRIORITY_DEFAULT, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (vnus_store_commit_finish (store, result, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (vnus_store_get_revision (store, NULL, NULL), ==, 1);
}

/* --- News --- */

typedef struct
{
  VnusStore *store;   /* watched */
  gint64     told;    /* the last revision that was told of; 0: none */
  gboolean   is_late; /* too long was waited */
} Watching;

static void
take_changed (VnusStore *store,
              gint64     revision,
              gpointer   user_data)
{
  ((Watching *) user_data)->told = revision;
}

static gboolean
give_up (gpointer user_data)
{
  ((Watching *) user_data)->is_late = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is told within @seconds. */
static gint64
wait_for_news (Watching *watching,
               guint     seconds)
{
  g_autoptr (GSource) source = g_timeout_source_new_seconds (seconds);

  watching->is_late = FALSE;
  g_source_set_callback (source, give_up, watching, NULL);
  g_source_attach (source, NULL);
  while (watching->told == 0 && !watching->is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (source);

  return watching->told;
}

static void
begin_watching (Watching *watching)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (watching->store, "changed", G_CALLBACK (take_changed), watching);
  g_assert_true (vnus_store_watch (watching->store, &error));
  g_assert_no_error (error);
}

/* Whoever says again what others committed is told of their commit all the same. */
static void
test_news_of_the_same (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture), other = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade");
  Watching watching = { store };

  begin_watching (&watching);
  g_assert_cmpint (commit_one (other, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (wait_for_news (&watching, 10), ==, 1);
}

/* What one committed before watching, and commits then, is no news. */
static void
test_no_news_of_ones_own (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture), other = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade"), rice = make_topic ("rice", "Rice");
  g_autoptr (VnusRecord) fish = make_topic ("fish", "Fish"), tea = make_topic ("tea", "Tea");
  Watching watching = { store };

  g_assert_cmpint (commit_one (other, NULL, trade, 0, &error), ==, 1);
  g_assert_cmpint (commit_one (store, NULL, rice, 0, &error), ==, 2);
  begin_watching (&watching);
  g_assert_cmpint (commit_one (store, NULL, fish, 2, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_cmpint (wait_for_news (&watching, 1), ==, 0);

  g_assert_cmpint (commit_one (other, NULL, tea, 3, &error), ==, 4);
  g_assert_no_error (error);
  g_assert_cmpint (wait_for_news (&watching, 10), ==, 4);
}

/* --- Checking --- */

#define N_RENAMES 60

static gpointer
rename_often (gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusRecord) before = make_topic ("trade", "Trade");

  for (guint i = 0; i < N_RENAMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Trade and item %u", i);
      g_autoptr (VnusRecord) after = make_topic ("trade", name);

      g_assert_cmpint (commit_one (user_data, before, after, -1, &error), ==, i + 2);
      g_assert_no_error (error);
      g_set_object (&before, after);
    }

  return NULL;
}

/* What is committed amid a check is no fault. */
static void
test_check_amid_commits (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture), other = open_store (fixture);
  g_autoptr (VnusRecord) trade = make_topic ("trade", "Trade");
  GThread *thread;

  g_assert_cmpint (commit_one (store, NULL, trade, 0, &error), ==, 1);
  thread = g_thread_new ("editor", rename_often, other);
  do
    {
      g_auto (GStrv) faults = vnus_store_check (store, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (faults[0], ==, NULL);
    }
  while (vnus_store_get_revision (store, NULL, NULL) < N_RENAMES + 1);
  g_thread_join (thread);
}

/* --- Random changes --- */

static GBytes *
load_bytes (VnusStore *store,
            gint64     revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_store_load_revision (store, revision, NULL, &error);

  g_assert_no_error (error);
  return vnus_chronicle_to_json (chronicle);
}

/* The difference of two random worlds, without what is in the way of a commit. */
static VnusChangeSet *
make_step (GRand         *rand,
           VnusChronicle *now,
           VnusChronicle *next)
{
  g_autoptr (VnusChangeSet) all = vnus_change_set_new_difference (now, next);
  VnusChangeSet *some = vnus_change_set_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr (VnusChange) change = g_list_model_get_item (G_LIST_MODEL (all), i);

      if (pick (rand, 3) == 0 && vnus_change_get_kind (change) == VNUS_CHANGE_KIND_REPLACE)
        vnus_change_set_replace (some, vnus_change_get_before (change), vnus_change_get_after (change), NULL);
    }

  return some;
}

static void
clear_world (World *world)
{
  g_clear_object (&world->chronicle);
  g_clear_pointer (&world->days, g_hash_table_unref);
}

static void
assert_same_rows (sqlite3    *a,
                  sqlite3    *b,
                  const char *sql)
{
  sqlite3_stmt *rows_a = NULL, *rows_b = NULL;
  int more;

  g_assert_cmpint (sqlite3_prepare_v2 (a, sql, -1, &rows_a, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (b, sql, -1, &rows_b, NULL), ==, SQLITE_OK);
  do
    {
      more = sqlite3_step (rows_a);
      g_assert_cmpint (sqlite3_step (rows_b), ==, more);
      if (more == SQLITE_ROW)
        g_assert_cmpstr ((const char *) sqlite3_column_text (rows_a, 0), ==, (const char *) sqlite3_column_text (rows_b, 0));
    }
  while (more == SQLITE_ROW);
  sqlite3_finalize (rows_a);
  sqlite3_finalize (rows_b);
}

static void
assert_tables_as_imported (Fixture       *fixture,
                           VnusChronicle *chronicle)
{
  g_autofree char *path = g_build_filename (fixture->folder, "again.vnus", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) again = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);
  sqlite3 *a = NULL, *b = NULL;

  g_assert_true (vnus_store_fill (again, chronicle, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->where, &a), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (path, &b), ==, SQLITE_OK);
  assert_same_rows (a, b, "SELECT json_array (id, part, kind, label, earliest_start, latest_start, earliest_end, latest_end, body)"
                          " FROM records ORDER BY 1");
  assert_same_rows (a, b, "SELECT json_array (id, part, what, kind, field, role, capacity, first_day, last_day) FROM terms ORDER BY 1");
  assert_same_rows (a, b, "SELECT json_array (id, part, name) FROM names ORDER BY 1");
  sqlite3_close (a);
  sqlite3_close (b);
}

/* Whatever is committed, the store has what memory has, and every revision of it;
 * and its tables are what an import of the whole would have made of it. */
static void
test_random_commits (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = open_store (fixture);
  World world = make_world (rand);

  g_assert_true (vnus_store_fill (store, world.chronicle, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_ptr_array_add (documents, vnus_chronicle_to_json (world.chronicle));

  for (guint i = 0; i < 12; i++)
    {
      World other = make_world (rand);
      g_autoptr (VnusChangeSet) changes = make_step (rand, world.chronicle, other.chronicle);
      const gint64 revision = (gint64) documents->len;
      gint64 committed = vnus_store_commit (store, changes, revision, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (committed, >=, revision);
      g_assert_true (vnus_change_set_apply (changes, world.chronicle, &error));
      if (committed > revision)
        g_ptr_array_add (documents, vnus_chronicle_to_json (world.chronicle));
      clear_world (&other);
    }

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GBytes) loaded = load_bytes (store, (gint64) i + 1);

      g_assert_true (g_bytes_equal (loaded, g_ptr_array_index (documents, i)));
    }
  /* Where that is no file, the store compares them itself. */
  if (!is_given ())
    assert_tables_as_imported (fixture, world.chronicle);
  faults = vnus_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (faults[0]);
  clear_world (&world);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/store/add-replace-remove", test_add_replace_remove);
  ADD ("/vnus/store/commit-twice", test_commit_twice);
  ADD ("/vnus/store/clashes", test_clashes);
  ADD ("/vnus/store/references", test_references);
  ADD ("/vnus/store/history", test_history);
  ADD ("/vnus/store/cancelled-too-late", test_cancelled_too_late);
  ADD ("/vnus/store/news-of-the-same", test_news_of_the_same);
  ADD ("/vnus/store/no-news-of-ones-own", test_no_news_of_ones_own);
  ADD ("/vnus/store/check-amid-commits", test_check_amid_commits);
  ADD ("/vnus/store/random-commits", test_random_commits);

  return g_test_run ();
}
