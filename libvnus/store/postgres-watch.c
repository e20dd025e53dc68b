/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: noticing the commits of others at a PostgreSQL server.
 *
 * A thread with a connection of its own listens for what each commit notifies of.
 * Where the server knows no NOTIFY, it looks at who wrote last a few times a second.
 * A connection that breaks is made again, and what may have been missed counts as a
 * change.
 */
#include "store/postgres-private.h"

#include <glib-unix.h>
#include <libpq-fe.h>
#include <unistd.h>

/* Between two looks at the writer, and between two tries to connect. */
#define EVERY_MS 250

struct _VnusPostgresWatch
{
  VnusPostgres       *engine;
  char               *channel;    /* (nullable) NULL: the server knows no NOTIFY */
  char               *schema;
  PGconn             *conn;       /* (nullable) while it is away */
  char               *writer;     /* (nullable) last seen, where it is looked at */
  GThread            *thread;
  int                 wake[2];    /* closed at the other end: the watching ends */
  VnusSqlChangedFunc  changed;
  gpointer            user_data;
};

static gboolean
execute (PGconn     *conn,
         const char *sql)
{
  PGresult *result = PQexec (conn, sql);
  const gboolean is_good = PQresultStatus (result) == PGRES_COMMAND_OK || PQresultStatus (result) == PGRES_TUPLES_OK;

  PQclear (result);
  return is_good;
}

static gboolean
begin_listening (VnusPostgresWatch *self)
{
  char *name = self->channel != NULL ? PQescapeIdentifier (self->conn, self->channel, strlen (self->channel)) : NULL;
  g_autofree char *listen = g_strdup_printf ("LISTEN %s", name);
  char *schema = PQescapeLiteral (self->conn, self->schema, strlen (self->schema));
  g_autofree char *path = g_strdup_printf ("SELECT set_config ('search_path', %s, false)", schema);
  const gboolean is_good = execute (self->conn, path);

  /* A standby server refuses to listen. */
  if (is_good && name != NULL && !execute (self->conn, listen) && PQstatus (self->conn) == CONNECTION_OK)
    g_clear_pointer (&self->channel, g_free);
  PQfreemem (name);
  PQfreemem (schema);

  return is_good && PQstatus (self->conn) == CONNECTION_OK;
}

static gboolean
connect_watch (VnusPostgresWatch  *self,
               GError            **error)
{
  self->conn = _vnus_postgres_connect (self->engine->where, FALSE, NULL, error);
  if (self->conn == NULL)
    return FALSE;
  if (begin_listening (self))
    return TRUE;

  _vnus_postgres_set_error (error, self->conn, NULL, NULL);
  g_clear_pointer (&self->conn, PQfinish);
  return FALSE;
}

/* Whether others notified; what comes from the store's own connection is no news. */
static gboolean
take_notices (VnusPostgresWatch *self)
{
  gboolean has_changed = FALSE;
  PGnotify *notice;

  while ((notice = PQnotifies (self->conn)) != NULL)
    {
      if (notice->be_pid != g_atomic_int_get (&self->engine->pid))
        has_changed = TRUE;
      PQfreemem (notice);
    }

  return has_changed;
}

static gboolean
look_at_writer (VnusPostgresWatch *self)
{
  PGresult *result = PQexec (self->conn, "SELECT value FROM meta WHERE name = 'writer'");
  const gboolean has_one = PQresultStatus (result) == PGRES_TUPLES_OK && PQntuples (result) == 1;
  const gboolean has_changed = has_one && self->writer != NULL && g_strcmp0 (self->writer, PQgetvalue (result, 0, 0)) != 0;

  if (has_one)
    {
      g_free (self->writer);
      self->writer = g_strdup (PQgetvalue (result, 0, 0));
    }
  PQclear (result);

  return has_changed;
}

/* FALSE at the end of the watching. */
static gboolean
wait_for_news (VnusPostgresWatch *self)
{
  GPollFD fds[2] = {
    { .fd = self->wake[0], .events = G_IO_IN },
    { .fd = self->conn != NULL ? PQsocket (self->conn) : -1, .events = G_IO_IN },
  };
  const gboolean is_listening = self->conn != NULL && self->channel != NULL;

  g_poll (fds, is_listening ? 2 : 1, is_listening ? -1 : EVERY_MS);

  return fds[0].revents == 0;
}

static gpointer
watch_in_thread (gpointer user_data)
{
  VnusPostgresWatch *self = user_data;

  while (wait_for_news (self))
    {
      gboolean has_changed;

      if (self->conn == NULL)
        has_changed = connect_watch (self, NULL);
      else if (self->channel == NULL)
        has_changed = look_at_writer (self);
      else
        {
          PQconsumeInput (self->conn);
          has_changed = take_notices (self);
        }

      if (self->conn != NULL && PQstatus (self->conn) == CONNECTION_BAD)
        g_clear_pointer (&self->conn, PQfinish);
      if (has_changed)
        self->changed (self->user_data);
    }

  return NULL;
}

static void
watch_free (VnusPostgresWatch *self)
{
  if (self->thread != NULL)
    {
      close (self->wake[1]);
      g_thread_join (self->thread);
      close (self->wake[0]);
    }
  g_clear_pointer (&self->conn, PQfinish);
  g_free (self->channel);
  g_free (self->schema);
  g_free (self->writer);
  g_free (self);
}

gboolean
_vnus_postgres_watch (VnusSqlEngine       *engine,
                      VnusSqlChangedFunc   changed,
                      gpointer             user_data,
                      GError             **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  VnusPostgresWatch *watch;

  g_clear_pointer (&self->watch, watch_free);
  if (changed == NULL)
    return TRUE;

  watch = g_new0 (VnusPostgresWatch, 1);
  watch->engine = self;
  watch->channel = self->is_postgres ? g_strdup (self->channel) : NULL;
  watch->schema = g_strdup (self->schema);
  watch->changed = changed;
  watch->user_data = user_data;
  if (!connect_watch (watch, error) || !g_unix_open_pipe (watch->wake, FD_CLOEXEC, error))
    {
      watch_free (watch);
      return FALSE;
    }
  if (watch->channel == NULL)
    look_at_writer (watch);
  watch->thread = g_thread_new ("vnus-watch", watch_in_thread, watch);
  self->watch = watch;

  return TRUE;
}
