/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: noticing the commits of others.
 *
 * SQLite tells nobody of a commit, but counts them: a thread with a connection of its
 * own looks at the count a few times a second. */
#include "store/sqlite-engine-private.h"

#include "base/vnus-clip-private.h"

#define EVERY (100 * G_TIME_SPAN_MILLISECOND)

struct _VnusSqliteWatch
{
  sqlite3            *db;
  sqlite3_stmt       *statement;
  gint64              version;   /* the count that was seen last */
  GThread            *thread;
  GMutex              lock;
  GCond               wake;
  gboolean            is_ending; /* under the lock */
  VnusSqlChangedFunc  changed;
  gpointer            user_data;
};

/* Whether the count is another than it was. */
static gboolean
look (VnusSqliteWatch *self)
{
  const gint64 before = self->version;

  if (sqlite3_step (self->statement) == SQLITE_ROW)
    self->version = sqlite3_column_int64 (self->statement, 0);
  sqlite3_reset (self->statement);

  return self->version != before;
}

static gboolean
wait (VnusSqliteWatch *self)
{
  const gint64 until = g_get_monotonic_time () + EVERY;
  gboolean goes_on;

  g_mutex_lock (&self->lock);
  while (!self->is_ending && g_cond_wait_until (&self->wake, &self->lock, until))
    continue;
  goes_on = !self->is_ending;
  g_mutex_unlock (&self->lock);

  return goes_on;
}

static gpointer
watch_in_thread (gpointer user_data)
{
  VnusSqliteWatch *self = user_data;

  while (wait (self))
    if (look (self))
      self->changed (self->user_data);

  return NULL;
}

static void
watch_free (VnusSqliteWatch *self)
{
  g_mutex_lock (&self->lock);
  self->is_ending = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);

  g_thread_join (self->thread);
  sqlite3_finalize (self->statement);
  sqlite3_close (self->db);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

gboolean
_vnus_sqlite_watch (VnusSqlEngine       *engine,
                    VnusSqlChangedFunc   changed,
                    gpointer             user_data,
                    GError             **error)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int result;

  g_clear_pointer (&self->watch, watch_free);
  if (changed == NULL)
    return TRUE;

  if (self->is_fixed)
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY,
                   "%s: who may not write to the folder of the store is not told of commits", _vnus_clip (self->path).text);
      return FALSE;
    }

  result = sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (db, "PRAGMA data_version", -1, &statement, NULL);
  if (result != SQLITE_OK)
    {
      sqlite3_close (db);
      return _vnus_sqlite_fail (self, result, error);
    }

  self->watch = g_new0 (VnusSqliteWatch, 1);
  self->watch->db = db;
  self->watch->statement = statement;
  self->watch->changed = changed;
  self->watch->user_data = user_data;
  g_mutex_init (&self->watch->lock);
  g_cond_init (&self->watch->wake);
  look (self->watch);
  self->watch->thread = g_thread_new ("vnus-watch", watch_in_thread, self->watch);

  return TRUE;
}
