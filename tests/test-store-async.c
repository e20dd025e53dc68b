/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What stores do in another thread is what they do in this one; and it can be called
 * off. */
#include <vnus/vnus.h>

#include "store-fixture.h"

/* A store with two revisions, and what one more would change. */
typedef struct
{
  VnusStore     *store;
  VnusChronicle *chronicle; /* the first revision */
  VnusChangeSet *changes;
  VnusQuery     *query;
} Case;

static VnusChangeSet *
make_addition (const char *id)
{
  VnusChangeSet *changes = vnus_change_set_new ();
  g_autoptr (VnusRecord) topic = vnus_kind_make_record (VNUS_KIND_TOPIC, id);

  vnus_change_set_set_author (changes, "editor");
  vnus_change_set_add (changes, topic, NULL);
  return changes;
}

static void
case_init (Case    *self,
           Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChangeSet) first = make_addition ("rice");

  self->store = open_store (fixture);
  self->chronicle = vnus_chronicle_open ("vietnam-us", &error);
  self->changes = make_addition ("rice");
  self->query = vnus_query_parse ("kind:visit", &error);
  g_assert_true (vnus_store_fill (self->store, self->chronicle, NULL, NULL, NULL, &error));
  g_assert_cmpint (vnus_store_commit (self->store, first, 1, NULL, &error), ==, 2);
  g_assert_no_error (error);
}

static void
case_clear (Case *self)
{
  g_object_unref (self->store);
  g_object_unref (self->chronicle);
  g_object_unref (self->changes);
  vnus_query_unref (self->query);
}

/* --- One call, as a text of what came of it --- */

typedef char *(*Finish) (Case *self, GAsyncResult *result, GError **error);
typedef void (*Start) (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

static char *
tell_number (gint64 number)
{
  return number < 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
tell_list (GListModel *list)
{
  char *text = list != NULL ? g_strdup_printf ("%u", g_list_model_get_n_items (list)) : NULL;

  g_clear_object (&list);
  return text;
}

static void
start_fill (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_fill_async (self->store, self->chronicle, NULL, NULL, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_fill (Case *self, GAsyncResult *result, GError **error)
{
  return vnus_store_fill_finish (self->store, result, error) ? g_strdup ("done") : NULL;
}

static void
start_get_revision (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_get_revision_async (self->store, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_get_revision (Case *self, GAsyncResult *result, GError **error)
{
  return tell_number (vnus_store_get_revision_finish (self->store, result, error));
}

static void
start_load_revision (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_load_revision_async (self->store, 1, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_load_revision (Case *self, GAsyncResult *result, GError **error)
{
  return tell_list (G_LIST_MODEL (vnus_store_load_revision_finish (self->store, result, error)));
}

static void
start_load (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_load_async (self->store, NULL, NULL, NULL, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_load (Case *self, GAsyncResult *result, GError **error)
{
  return tell_list (G_LIST_MODEL (vnus_store_load_finish (self->store, result, error)));
}

static void
start_count (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_count_async (self->store, self->query, NULL, NULL, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_count (Case *self, GAsyncResult *result, GError **error)
{
  int min, max;

  if (vnus_store_count_finish (self->store, result, &min, &max, error))
    return g_strdup_printf ("%d to %d", min, max);

  g_assert_cmpint (min, ==, 0);
  g_assert_cmpint (max, ==, 0);
  return NULL;
}

static void
start_commit (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_commit_async (self->store, self->changes, 2, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_commit (Case *self, GAsyncResult *result, GError **error)
{
  return tell_number (vnus_store_commit_finish (self->store, result, error));
}

static void
start_list_clashes (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_list_clashes_async (self->store, self->changes, 2, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_list_clashes (Case *self, GAsyncResult *result, GError **error)
{
  return tell_list (vnus_store_list_clashes_finish (self->store, result, error));
}

static void
start_list_commits (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_list_commits_async (self->store, "rice", 3, 5, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_list_commits (Case *self, GAsyncResult *result, GError **error)
{
  return tell_list (vnus_store_list_commits_finish (self->store, result, error));
}

static void
start_load_changes (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_load_changes_async (self->store, 2, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_load_changes (Case *self, GAsyncResult *result, GError **error)
{
  return tell_list (G_LIST_MODEL (vnus_store_load_changes_finish (self->store, result, error)));
}

static void
start_check (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_check_async (self->store, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_check (Case *self, GAsyncResult *result, GError **error)
{
  g_auto (GStrv) faults = vnus_store_check_finish (self->store, result, error);

  return faults != NULL ? g_strdup_printf ("%u", g_strv_length (faults)) : NULL;
}

static void
start_watch (Case *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  vnus_store_watch_async (self->store, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static char *
finish_watch (Case *self, GAsyncResult *result, GError **error)
{
  return vnus_store_watch_finish (self->store, result, error) ? g_strdup ("watched") : NULL;
}

static const struct
{
  const char *name;
  Start       start;
  Finish      finish;
  const char *outcome; /* (nullable) NULL where the records are counted */
} calls[] = {
  { "get-revision", start_get_revision, finish_get_revision, "2" },
  { "load-revision", start_load_revision, finish_load_revision, NULL },
  { "load", start_load, finish_load, NULL },
  { "count", start_count, finish_count, NULL },
  { "list-clashes", start_list_clashes, finish_list_clashes, "0" },
  { "list-commits", start_list_commits, finish_list_commits, "1" },
  { "load-changes", start_load_changes, finish_load_changes, "1" },
  { "check", start_check, finish_check, "0" },
  { "watch", start_watch, finish_watch, "watched" },
  { "commit", start_commit, finish_commit, "2" }, /* nothing new in it */
  { "fill", start_fill, finish_fill, NULL },
};

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static char *
call (Case          *self,
      guint          i,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_test_message ("%s", calls[i].name);
  calls[i].start (self, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return calls[i].finish (self, result, error);
}

/* What the sync call makes of the records, where that is not one number for all. */
static char *
get_expected (Case       *self,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->chronicle));
  int min, max;

  if (!g_str_equal (name, "count"))
    return g_strdup_printf ("%u", g_str_equal (name, "load") ? n + 1 : n);

  g_assert_true (vnus_store_count (self->store, self->query, NULL, NULL, &min, &max, NULL, &error));
  return g_strdup_printf ("%d to %d", min, max);
}

static void
test_as_in_this_thread (Fixture       *fixture,
                        gconstpointer  data)
{
  Case self;

  case_init (&self, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *outcome = call (&self, i, NULL, &error);
      g_autofree char *expected = calls[i].outcome != NULL ? g_strdup (calls[i].outcome) : get_expected (&self, calls[i].name);

      if (g_str_equal (calls[i].name, "fill"))
        {
          g_assert_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_EMPTY);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (outcome, ==, expected);
    }
  case_clear (&self);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Case self;

  case_init (&self, fixture);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autofree char *outcome = call (&self, i, cancellable, &failure);

      g_assert_error (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (outcome);
    }

  /* The store is as good as before. */
  g_assert_cmpint (vnus_store_get_revision (self.store, NULL, &error), ==, 2);
  g_assert_no_error (error);
  case_clear (&self);
}

/* --- Amid the work --- */

typedef struct
{
  GCancellable *cancellable; /* (nullable) to be cancelled once something is told */
  guint         n_told;
  guint         n_done;
  guint         n_all;
} Telling;

static void
take_progress (VnusStore *store,
               guint      n_done,
               guint      n_all,
               gpointer   user_data)
{
  Telling *telling = user_data;

  telling->n_told++;
  telling->n_done = n_done;
  telling->n_all = n_all;
  if (telling->cancellable != NULL)
    g_cancellable_cancel (telling->cancellable);
}

static gboolean
takes_long (const char *name)
{
  return g_str_equal (name, "load-revision") || g_str_equal (name, "check");
}

/* What takes long tells how far it is, and ends when it is called off then. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  Case self;
  gulong handler;

  case_init (&self, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *outcome = NULL, *none = NULL;
      Telling telling = { NULL };

      if (!takes_long (calls[i].name))
        continue;

      handler = g_signal_connect (self.store, "progress", G_CALLBACK (take_progress), &telling);
      outcome = call (&self, i, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (outcome);
      g_assert_cmpuint (telling.n_told, >, 0);
      g_assert_cmpuint (telling.n_done, ==, telling.n_all);
      g_assert_cmpuint (telling.n_all, ==, g_list_model_get_n_items (G_LIST_MODEL (self.chronicle)) + 1);

      telling.cancellable = g_cancellable_new ();
      none = call (&self, i, telling.cancellable, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (none);
      g_object_unref (telling.cancellable);
      g_signal_handler_disconnect (self.store, handler);
    }
  case_clear (&self);
}

/* --- While another thread uses the store --- */

typedef struct
{
  GMutex     lock;
  GCond      has_changed;
  gboolean   is_held;  /* the other thread uses it */
  gboolean   may_go;   /* and need not any longer */
  VnusStore *store;
} Holding;

static void
hold (VnusStore *store,
      guint      n_done,
      guint      n_all,
      gpointer   user_data)
{
  Holding *holding = user_data;

  g_mutex_lock (&holding->lock);
  holding->is_held = TRUE;
  g_cond_signal (&holding->has_changed);
  while (!holding->may_go)
    g_cond_wait (&holding->has_changed, &holding->lock);
  g_mutex_unlock (&holding->lock);
}

static gpointer
use_in_thread (gpointer user_data)
{
  Holding *holding = user_data;

  return vnus_store_load_revision (holding->store, -1, NULL, NULL);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Who waits for a store that another uses can be called off, and others go on waiting. */
static void
test_cancelled_while_waiting (Fixture       *fixture,
                              gconstpointer  data)
{
  Holding holding = { .is_held = FALSE };
  g_autoptr (VnusChronicle) loaded = NULL;
  g_autoptr (GAsyncResult) patient = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *outcome = NULL;
  GThread *thread;
  Case self;

  case_init (&self, fixture);
  g_mutex_init (&holding.lock);
  g_cond_init (&holding.has_changed);
  holding.store = self.store;
  g_signal_connect (self.store, "progress", G_CALLBACK (hold), &holding);
  thread = g_thread_new ("holding", use_in_thread, &holding);
  g_mutex_lock (&holding.lock);
  while (!holding.is_held)
    g_cond_wait (&holding.has_changed, &holding.lock);
  g_mutex_unlock (&holding.lock);

  start_get_revision (&self, NULL, take_result, &patient);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) failure = NULL;
      g_autofree char *none = NULL;

      g_timeout_add (10, cancel, cancellable);
      none = call (&self, i, cancellable, &failure);
      g_assert_error (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (none);
    }
  g_assert_null (patient);

  g_mutex_lock (&holding.lock);
  holding.may_go = TRUE;
  g_cond_signal (&holding.has_changed);
  g_mutex_unlock (&holding.lock);
  loaded = g_thread_join (thread);
  g_assert_nonnull (loaded);
  while (patient == NULL)
    g_main_context_iteration (NULL, TRUE);
  outcome = finish_get_revision (&self, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outcome, ==, "2");

  case_clear (&self);
  g_cond_clear (&holding.has_changed);
  g_mutex_clear (&holding.lock);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/store-async/as-in-this-thread", test_as_in_this_thread);
  ADD ("/vnus/store-async/cancelled", test_cancelled);
  ADD ("/vnus/store-async/cancelled-while-waiting", test_cancelled_while_waiting);
  ADD ("/vnus/store-async/progress", test_progress);

  return g_test_run ();
}
