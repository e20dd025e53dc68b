/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: PostgreSQL as an engine: its connection, its transactions.
 *
 * Who reads has one snapshot (REPEATABLE READ) and locks nothing. Who writes locks the
 * row “writer” of meta, so that there is one writer at a time without any lock that an
 * engine which shards by key would not know, and leaves a mark of its own in that row:
 * by it a commit is found again whose answer was lost.
 *
 * Where partitions lie on other servers, each of those has a snapshot and a commit of
 * its own: the table shards then has a row in every partition, with the revision that
 * its server has seen. A reader whose rows differ came amid a commit and begins again;
 * a commit that broke between two servers is taken back (postgres-mend.c).
 */
#include "store/postgres-private.h"

#include <libpq-fe.h>

/* How soon what can only be tried again is. */
#define PAUSE (G_USEC_PER_SEC / 50)

/* So long a reader takes a commit that some servers have for one that is on its way. */
#define ON_ITS_WAY (G_USEC_PER_SEC / 2)

static const VnusSqlEngineClass postgres_class;

/* --- The connection --- */

static void
disconnect (VnusPostgres *self)
{
  g_clear_pointer (&self->conn, PQfinish);
  g_hash_table_remove_all (self->statements);
  g_atomic_int_set (&self->pid, 0);
  self->n_queued = 0;
  self->in_transaction = FALSE;
  self->is_writing = FALSE;
  self->has_failed = FALSE;
}

/* Settings of the session. The schema is “vnus” where neither the connection string
 * nor the role says another. */
static const char settle_in[] =
  "SELECT set_config ('lock_timeout', '" G_STRINGIFY (VNUS_POSTGRES_LOCK_SECONDS) "s', false),"
  " CASE WHEN current_setting ('search_path') IN ('\"$user\", public', '\"$user\",public')"
  " THEN set_config ('search_path', 'vnus', false) END,"
  " version ()";

static gboolean
take_version (const VnusSqlValue  *columns,
              guint                n_columns,
              gpointer             user_data,
              GError             **error)
{
  VnusPostgres *self = user_data;
  const char *version = columns[2].text;

  self->is_postgres = g_str_has_prefix (version, "PostgreSQL ") && strstr (version, "-YB-") == NULL;
  return TRUE;
}

/* The first schema on the path is the store's; the others who keep a store in it are
 * told of commits by a channel of its own. */
static gboolean
take_schema (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  VnusPostgres *self = user_data;
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, columns[0].text, -1);

  g_free (self->channel);
  self->channel = g_strdup_printf ("vnus_%.16s", sum);
  g_free (self->schema);
  self->schema = g_strdup (columns[0].text);
  return TRUE;
}

static gboolean
connect_now (VnusPostgres  *self,
             gboolean       is_patient,
             GCancellable  *cancellable,
             GError       **error)
{
  self->conn = _vnus_postgres_connect (self->where, is_patient, cancellable, error);
  if (self->conn == NULL)
    return FALSE;

  PQsetnonblocking (self->conn, 1);
  PQenterPipelineMode (self->conn);
  g_atomic_int_set (&self->pid, PQbackendPID (self->conn));
  if (_vnus_postgres_run (&self->parent, settle_in, NULL, 0, take_version, self, cancellable, error) &&
      _vnus_postgres_run (&self->parent, "SELECT current_setting ('search_path')", NULL, 0, take_schema, self,
                          cancellable, error) &&
      (!self->is_postgres || _vnus_postgres_execute (self, "SET jit = off", cancellable, error)) &&
      _vnus_postgres_find_spread (self, cancellable, error))
    return TRUE;

  disconnect (self);
  return FALSE;
}

gboolean
_vnus_postgres_ensure_connection (VnusPostgres  *self,
                                  GCancellable  *cancellable,
                                  GError       **error)
{
  gboolean is_good;

  if (self->is_connecting || (self->conn != NULL && PQstatus (self->conn) == CONNECTION_OK))
    return TRUE;

  disconnect (self);
  self->is_connecting = TRUE;
  is_good = connect_now (self, TRUE, cancellable, error);
  self->is_connecting = FALSE;

  return is_good;
}

/* --- Transactions --- */

static void
rollback (VnusSqlEngine *engine)
{
  VnusPostgres *self = (VnusPostgres *) engine;

  if (self->conn == NULL)
    return;
  if (PQstatus (self->conn) == CONNECTION_OK)
    {
      _vnus_postgres_settle (self, NULL, NULL);
      if (PQtransactionStatus (self->conn) != PQTRANS_IDLE)
        _vnus_postgres_execute (self, "ROLLBACK", NULL, NULL);
    }
  self->in_transaction = FALSE;
  self->is_writing = FALSE;

  /* Of the statements that were on their way when one failed some are prepared, some are not. */
  if (self->has_failed && PQstatus (self->conn) == CONNECTION_OK)
    {
      g_hash_table_remove_all (self->statements);
      _vnus_postgres_execute (self, "DEALLOCATE ALL", NULL, NULL);
    }
  self->has_failed = FALSE;
  if (PQstatus (self->conn) != CONNECTION_OK)
    disconnect (self);
}

static gboolean
take_text (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  char **text = user_data;

  g_free (*text);
  *text = g_strdup (columns[0].text);
  return TRUE;
}

/* The lock of who writes, and the mark of who wrote last. */
static const char lock[] = "SELECT value FROM meta WHERE name = 'writer' FOR UPDATE";

static gboolean
start (VnusPostgres    *self,
       VnusSqlPurpose   purpose,
       gboolean        *can_mend,
       GCancellable    *cancellable,
       GError         **error)
{
  static const char reading[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  static const char writing[] = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
  static const char forget[] = "DELETE FROM undo";

  *can_mend = FALSE;
  self->in_transaction = TRUE;
  self->is_writing = purpose != VNUS_SQL_READ;
  g_clear_pointer (&self->last_writer, g_free);
  if (!_vnus_postgres_run (&self->parent, self->is_writing ? writing : reading, NULL, 0, NULL, NULL, cancellable, error))
    return FALSE;

  if (self->is_writing)
    {
      if (!_vnus_postgres_run (&self->parent, lock, NULL, 0, take_text, &self->last_writer, cancellable, error))
        return FALSE;
      if (self->last_writer == NULL)
        {
          g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED, "the store has no row “writer” in its table meta");
          return FALSE;
        }
    }

  if (!_vnus_postgres_check_servers (self, can_mend, cancellable, error))
    return FALSE;
  if (self->is_spread && self->is_writing &&
      !_vnus_postgres_run (&self->parent, forget, NULL, 0, NULL, NULL, cancellable, error))
    return FALSE;

  return purpose != VNUS_SQL_FILL || _vnus_postgres_drop_indexes (self, cancellable, error);
}

/* A commit has reached only some of the servers: it is on its way, if @since is just
 * now. Whether to begin again, for it is taken back, or may be yet; takes @failure where
 * it cannot be. */
static gboolean
can_begin_again (VnusPostgres    *self,
                 VnusSqlPurpose   purpose,
                 gint64           since,
                 GError         **failure,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const gint64 elapsed = g_get_monotonic_time () - since;
  const gboolean is_writing = purpose != VNUS_SQL_READ;
  g_autoptr (GError) unmended = NULL;

  if ((self->flags & VNUS_STORE_FLAGS_READ_ONLY) == 0 && (is_writing || elapsed > ON_ITS_WAY) &&
      _vnus_postgres_mend (self, is_writing, cancellable, &unmended))
    return TRUE;

  if (elapsed < VNUS_POSTGRES_AWAY_SECONDS * G_USEC_PER_SEC &&
      (unmended == NULL || g_error_matches (unmended, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE) ||
       g_error_matches (unmended, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BUSY) ||
       g_error_matches (unmended, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY)))
    {
      g_usleep (PAUSE);
      return TRUE;
    }

  if (unmended == NULL || g_error_matches (unmended, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY))
    g_propagate_error (error, g_steal_pointer (failure));
  else
    g_propagate_error (error, g_steal_pointer (&unmended));
  return FALSE;
}

static gboolean
begin (VnusSqlEngine   *engine,
       VnusSqlPurpose   purpose,
       GCancellable    *cancellable,
       GError         **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  const gint64 since = g_get_monotonic_time ();
  gboolean was_lost = FALSE;

  for (;;)
    {
      g_autoptr (GError) failure = NULL;
      gboolean is_lost, can_mend;

      if (!_vnus_postgres_ensure_connection (self, cancellable, error))
        return FALSE;
      if (start (self, purpose, &can_mend, cancellable, &failure))
        return TRUE;
      is_lost = g_error_matches (failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE);
      rollback (engine);

      /* Or the server was restarted since the last transaction. */
      if (can_mend)
        {
          if (!can_begin_again (self, purpose, since, &failure, cancellable, error))
            return FALSE;
        }
      else if (!is_lost || was_lost)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      was_lost = is_lost || was_lost;
    }
}

/* --- Commit --- */

typedef enum
{
  KEPT,
  NOT_KEPT,
  NOT_KNOWN,
} Fate;

static Fate
look_for (VnusPostgres *self,
          const char   *last_writer,
          const char   *mark)
{
  g_autofree char *now = NULL;
  Fate fate = NOT_KNOWN;

  /* The lock is had once the server has ended what the broken connection left. */
  if (_vnus_postgres_run (&self->parent, "BEGIN", NULL, 0, NULL, NULL, NULL, NULL) &&
      _vnus_postgres_run (&self->parent, lock, NULL, 0, take_text, &now, NULL, NULL))
    fate = g_strcmp0 (now, mark) == 0 ? KEPT : g_strcmp0 (now, last_writer) == 0 ? NOT_KEPT : NOT_KNOWN;
  rollback (&self->parent);

  return fate;
}

/* The connection broke amid the commit: what became of it is asked of the server once
 * it is there again. */
static gboolean
find_out (VnusPostgres  *self,
          const char    *last_writer,
          const char    *mark,
          GError       **error)
{
  const Fate fate = _vnus_postgres_ensure_connection (self, NULL, NULL) ? look_for (self, last_writer, mark) : NOT_KNOWN;

  if (fate == KEPT)
    return TRUE;

  g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE,
                       fate == NOT_KEPT
                         ? "the connection to the PostgreSQL server was lost before the commit: nothing was kept"
                         : "the connection to the PostgreSQL server was lost amid the commit: whether it was kept is not known");
  return FALSE;
}

/* What comes with every commit: the mark of who wrote, by which it can be found again;
 * the revision on all servers; the news for those who watch. */
static gboolean
queue_end (VnusPostgres  *self,
           const char    *mark,
           GError       **error)
{
  static const char leave_mark[] = "UPDATE meta SET value = $1 WHERE name = 'writer'";
  static const char mark_shards[] = "UPDATE shards SET revision = (SELECT coalesce (max (revision), 0) FROM commits)";
  static const char tell[] = "SELECT pg_notify ($1, '')";
  const VnusSqlValue writer = _vnus_sql_text (mark);
  const VnusSqlValue channel = _vnus_sql_text (self->channel);

  return _vnus_postgres_run (&self->parent, leave_mark, &writer, 1, NULL, NULL, NULL, error) &&
         (!self->is_spread || _vnus_postgres_run (&self->parent, mark_shards, NULL, 0, NULL, NULL, NULL, error)) &&
         (!self->is_postgres || _vnus_postgres_run (&self->parent, tell, &channel, 1, NULL, NULL, NULL, error));
}

static gboolean
commit (VnusSqlEngine  *engine,
        GError        **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  const gboolean is_writing = self->is_writing;
  g_autofree char *last_writer = g_steal_pointer (&self->last_writer);
  g_autofree char *mark = is_writing ? g_uuid_string_random () : NULL;
  g_autoptr (GError) failure = NULL;
  gboolean is_lost;

  if (self->has_failed || self->conn == NULL)
    g_set_error_literal (&failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED, "a transaction that failed cannot be committed");
  else if ((!is_writing || queue_end (self, mark, &failure)) &&
           _vnus_postgres_run (engine, "COMMIT", NULL, 0, NULL, NULL, NULL, &failure) &&
           _vnus_postgres_settle (self, NULL, &failure))
    {
      self->in_transaction = FALSE;
      self->is_writing = FALSE;
      return TRUE;
    }

  is_lost = self->conn != NULL && PQstatus (self->conn) != CONNECTION_OK;
  rollback (engine);
  if (is_lost && is_writing)
    return find_out (self, last_writer, mark, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Opening --- */

static void
free_engine (VnusSqlEngine *engine)
{
  VnusPostgres *self = (VnusPostgres *) engine;

  _vnus_postgres_watch (engine, NULL, NULL, NULL);
  if (self->conn != NULL && self->in_transaction)
    rollback (engine);
  disconnect (self);
  g_hash_table_unref (self->statements);
  g_free (self->last_writer);
  g_free (self->channel);
  g_free (self->schema);
  g_free (self->where);
  g_free (self);
}

VnusSqlEngine *
_vnus_postgres_engine_open (const char      *where,
                            VnusStoreFlags   flags,
                            GCancellable    *cancellable,
                            GError         **error)
{
  VnusPostgres *self = g_new0 (VnusPostgres, 1);

  self->parent.klass = &postgres_class;
  self->where = g_strdup (where);
  self->flags = flags;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->is_connecting = TRUE;
  if (connect_now (self, FALSE, cancellable, error))
    {
      self->is_connecting = FALSE;
      return &self->parent;
    }

  free_engine (&self->parent);
  return NULL;
}

static const VnusSqlEngineClass postgres_class = {
  .name = "postgresql",
  .texts_open = "json_array_elements_text (CAST (",
  .texts_close = " AS json))",
  .is_parted = TRUE,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .run = _vnus_postgres_run,
  .load = _vnus_postgres_load,
  .keep = _vnus_postgres_keep,
  .make_indexes = _vnus_postgres_make_indexes,
  .set_up = _vnus_postgres_set_up,
  .check = _vnus_postgres_check,
  .watch = _vnus_postgres_watch,
  .free = free_engine,
};
