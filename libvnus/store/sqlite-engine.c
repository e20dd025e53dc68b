/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: SQLite as an engine.
 *
 * The database is in WAL mode: who reads sees the last commit before the reading
 * began and is never held up by who writes. Every commit is on the disk when it
 * returns. Who wants to write waits for its turn, and gives up after a while. */
#include "store/sqlite-engine-private.h"

#include <errno.h>

#include "base/vnus-clip-private.h"

/* How long a turn to write is waited for. */
#define PATIENCE (30 * G_TIME_SPAN_SECOND)

/* How many instructions of SQLite pass between two looks at a cancellable. */
#define STRIDE 10000

/* --- Errors --- */

static VnusStoreError
code_of (VnusSqliteEngine *self,
         int               result)
{
  static const struct
  {
    int            result;
    VnusStoreError code;
  } codes[] = {
    { SQLITE_BUSY, VNUS_STORE_ERROR_BUSY },
    { SQLITE_LOCKED, VNUS_STORE_ERROR_BUSY },
    { SQLITE_READONLY, VNUS_STORE_ERROR_READ_ONLY },
    { SQLITE_PERM, VNUS_STORE_ERROR_READ_ONLY },
    { SQLITE_CORRUPT, VNUS_STORE_ERROR_DAMAGED },
    { SQLITE_NOTADB, VNUS_STORE_ERROR_NOT_A_STORE },
    { SQLITE_FULL, VNUS_STORE_ERROR_FULL },
    { SQLITE_CANTOPEN, VNUS_STORE_ERROR_NOT_FOUND },
  };

  if ((result & 0xff) == SQLITE_IOERR && self->db != NULL && sqlite3_system_errno (self->db) == ENOSPC)
    return VNUS_STORE_ERROR_FULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if ((result & 0xff) == codes[i].result)
      return codes[i].code;

  return VNUS_STORE_ERROR_FAILED;
}

gboolean
_vnus_sqlite_fail (VnusSqliteEngine  *self,
                   int                result,
                   GError           **error)
{
  int reason;

  if (self->cancellable != NULL && (result & 0xff) != SQLITE_OK &&
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  reason = self->db != NULL && (result & 0xff) == SQLITE_CANTOPEN ? sqlite3_system_errno (self->db) : 0;
  g_set_error (error, VNUS_STORE_ERROR, code_of (self, result), "%s: %s%s%s", _vnus_clip (self->path).text,
               self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result), reason != 0 ? ": " : "",
               reason != 0 ? g_strerror (reason) : "");
  return FALSE;
}

/* --- Waiting and giving up --- */

/* Called each time a lock is held by others. */
static int
wait_for_lock (void *user_data,
               int   n_times)
{
  VnusSqliteEngine *self = user_data;
  const int longest = n_times < 10 ? 2000 : 20000;

  if (g_get_monotonic_time () > self->deadline)
    return 0;
  if (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable))
    return 0;

  /* Not in step with the others who wait. */
  g_usleep ((gulong) g_random_int_range (200, longest));
  return 1;
}

static int
is_cancelled (void *user_data)
{
  VnusSqliteEngine *self = user_data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static void
enter (VnusSqliteEngine *self,
       GCancellable     *cancellable)
{
  self->cancellable = cancellable;
  self->deadline = g_get_monotonic_time () + PATIENCE;
}

/* --- Statements --- */

gboolean
_vnus_sqlite_exec (VnusSqliteEngine  *self,
                   const char        *sql,
                   GError           **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || _vnus_sqlite_fail (self, result, error);
}

/* @key: what lives as long as the program, and goes with no other statement */
static sqlite3_stmt *
prepare (VnusSqliteEngine  *self,
         const char        *key,
         const char        *sql,
         GError           **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (result == SQLITE_OK)
    g_hash_table_insert (self->statements, (gpointer) key, statement);
  else
    _vnus_sqlite_fail (self, result, error);

  return statement;
}

/* To SQLite $1 is a name, and ?1 the place itself. */
static sqlite3_stmt *
get_statement (VnusSqliteEngine  *self,
               const char        *sql,
               GError           **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  g_autofree char *spelt = NULL;

  if (statement != NULL)
    return statement;

  spelt = _vnus_sql_spell (self->parent.klass, sql);
  for (char *place = strchr (spelt, '$'); place != NULL; place = strchr (place + 1, '$'))
    if (g_ascii_isdigit (place[1]))
      *place = '?';

  return prepare (self, sql, spelt, error);
}

static void
end_statement (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* What is bound is good until the statement is reset. */
static int
bind (sqlite3_stmt       *statement,
      int                 place,
      const VnusSqlValue *value)
{
  switch (value->type)
    {
    case VNUS_SQL_INTEGER:
      return sqlite3_bind_int64 (statement, place, value->integer);

    case VNUS_SQL_TEXT:
      return sqlite3_bind_text64 (statement, place, value->text, value->length, SQLITE_STATIC, SQLITE_UTF8);

    default:
      return sqlite3_bind_null (statement, place);
    }
}

static gboolean
bind_all (VnusSqliteEngine    *self,
          sqlite3_stmt        *statement,
          const VnusSqlValue  *params,
          guint                n_params,
          GError             **error)
{
  for (guint i = 0; i < n_params; i++)
    {
      int result = bind (statement, (int) i + 1, &params[i]);

      if (result != SQLITE_OK)
        return _vnus_sqlite_fail (self, result, error);
    }

  return TRUE;
}

static VnusSqlValue
get_column (sqlite3_stmt *statement,
            int           place)
{
  VnusSqlValue value = { VNUS_SQL_NULL, 0, NULL, 0 };

  switch (sqlite3_column_type (statement, place))
    {
    case SQLITE_NULL:
      break;

    case SQLITE_INTEGER:
      value.type = VNUS_SQL_INTEGER;
      value.integer = sqlite3_column_int64 (statement, place);
      break;

    default:
      value.type = VNUS_SQL_TEXT;
      value.text = (const char *) sqlite3_column_text (statement, place);
      value.length = (gsize) sqlite3_column_bytes (statement, place);
    }

  return value;
}

static gboolean
take_rows (VnusSqliteEngine  *self,
           sqlite3_stmt      *statement,
           VnusSqlRowFunc     func,
           gpointer           user_data,
           GError           **error)
{
  const int n_columns = sqlite3_column_count (statement);
  g_autofree VnusSqlValue *columns = g_new (VnusSqlValue, MAX (n_columns, 1));
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < n_columns; i++)
        columns[i] = get_column (statement, i);
      if (func != NULL && !func (columns, (guint) n_columns, user_data, error))
        return FALSE;
    }

  return result == SQLITE_DONE || _vnus_sqlite_fail (self, result, error);
}

static gboolean
run (VnusSqlEngine       *engine,
     const char          *sql,
     const VnusSqlValue  *params,
     guint                n_params,
     VnusSqlRowFunc       func,
     gpointer             user_data,
     GCancellable        *cancellable,
     GError             **error)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;
  sqlite3_stmt *statement;
  gboolean good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !_vnus_sqlite_is_as_opened (self, error))
    return FALSE;

  enter (self, cancellable);
  statement = get_statement (self, sql, error);
  if (statement == NULL)
    return FALSE;

  good = bind_all (self, statement, params, n_params, error) && take_rows (self, statement, func, user_data, error);
  end_statement (statement);

  return good;
}

static gboolean
take_number (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  *(gint64 *) user_data = _vnus_sql_get_integer (&columns[0]);
  return TRUE;
}

gboolean
_vnus_sqlite_get_number (VnusSqliteEngine  *self,
                         const char        *sql,
                         gint64            *number,
                         GError           **error)
{
  *number = 0;
  return run (&self->parent, sql, NULL, 0, take_number, number, self->cancellable, error);
}

/* --- Bulk --- */

static sqlite3_stmt *
get_insert (VnusSqliteEngine  *self,
            const char        *table,
            const char        *columns,
            guint              n_columns,
            GError           **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, columns);
  g_autoptr (GString) sql = NULL;

  if (statement != NULL)
    return statement;

  sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (", table, columns);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, i > 0 ? ", ?%u" : "?%u", i + 1);
  g_string_append_c (sql, ')');

  return prepare (self, columns, sql->str, error);
}

/* What is bound stays bound from row to row: what comes again is not bound again. */
static gboolean
is_bound (const VnusSqlValue *bound,
          const VnusSqlValue *value)
{
  return bound->type == value->type && bound->integer == value->integer && bound->text == value->text &&
         bound->length == value->length;
}

static int
bind_row (sqlite3_stmt       *statement,
          const VnusSqlValue *columns,
          VnusSqlValue       *bound,
          guint               n_columns)
{
  int result = SQLITE_OK;

  for (guint i = 0; i < n_columns && result == SQLITE_OK; i++)
    if (!is_bound (&bound[i], &columns[i]))
      {
        result = bind (statement, (int) i + 1, &columns[i]);
        bound[i] = columns[i];
      }

  return result;
}

static gboolean
insert_rows (VnusSqliteEngine  *self,
             sqlite3_stmt      *statement,
             guint              n_columns,
             VnusSqlNextFunc    next,
             gpointer           user_data,
             GError           **error)
{
  g_autofree VnusSqlValue *columns = g_new0 (VnusSqlValue, n_columns), *bound = g_new0 (VnusSqlValue, n_columns);
  GError *failure = NULL;

  while (next (columns, user_data, &failure))
    {
      int result = bind_row (statement, columns, bound, n_columns);

      if (result == SQLITE_OK && sqlite3_step (statement) == SQLITE_DONE)
        result = sqlite3_reset (statement);
      else
        result = sqlite3_errcode (self->db);
      if (result != SQLITE_OK)
        return _vnus_sqlite_fail (self, result, error);
    }

  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
load (VnusSqlEngine    *engine,
      const char       *table,
      const char       *columns,
      guint             n_columns,
      VnusSqlNextFunc   next,
      gpointer          user_data,
      GCancellable     *cancellable,
      GError          **error)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;
  sqlite3_stmt *statement;
  gboolean good;

  enter (self, cancellable);
  statement = get_insert (self, table, columns, n_columns, error);
  if (statement == NULL)
    return FALSE;

  good = insert_rows (self, statement, n_columns, next, user_data, error);
  end_statement (statement);

  return good;
}

/* --- Transactions --- */

/* References are not looked up for each row while a store is filled: what is
 * filled in was found whole before. To say so makes SQLite prepare every statement
 * anew, so it is said where it is another than before alone. */
static gboolean
heed_references (VnusSqliteEngine  *self,
                 gboolean           is_heeding,
                 GError           **error)
{
  if (self->is_heeding == is_heeding)
    return TRUE;

  self->is_heeding = _vnus_sqlite_exec (self, is_heeding ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", error)
                       ? is_heeding
                       : !is_heeding;
  return self->is_heeding == is_heeding;
}

static void
rollback (VnusSqlEngine *engine)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;

  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  heed_references (self, TRUE, NULL);
}

static gboolean
begin (VnusSqlEngine   *engine,
       VnusSqlPurpose   purpose,
       GCancellable    *cancellable,
       GError         **error)
{
  static const char writing[] = "BEGIN IMMEDIATE";
  static const char reading[] = "BEGIN";
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;

  if (purpose != VNUS_SQL_FILL)
    return run (engine, purpose == VNUS_SQL_WRITE ? writing : reading, NULL, 0, NULL, NULL, cancellable, error);

  if (heed_references (self, FALSE, error) && run (engine, writing, NULL, 0, NULL, NULL, cancellable, error) &&
      _vnus_sqlite_drop_indexes (self, error))
    return TRUE;

  rollback (engine);
  return FALSE;
}

/* What was filled in stands in the file by now, and once more in the journal beside it,
 * which whoever opens the store next would have to read. Where somebody reads it stays. */
static void
empty_journal (VnusSqliteEngine *self)
{
  self->deadline = 0;
  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

static gboolean
commit (VnusSqlEngine  *engine,
        GError        **error)
{
  static const char sql[] = "COMMIT";
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;
  const gboolean was_filling = !self->is_heeding;
  gboolean good = run (engine, sql, NULL, 0, NULL, NULL, NULL, error);

  rollback (engine);
  if (good && was_filling)
    empty_journal (self);
  return good;
}

/* --- The database itself --- */

static gboolean
take_damage (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  g_string_append_printf (user_data, "%s%s", ((GString *) user_data)->len > 0 ? "\n" : "",
                          columns[0].text != NULL ? columns[0].text : "");
  return TRUE;
}

static gboolean
check (VnusSqlEngine   *engine,
       VnusSqlRowFunc   func,
       gpointer         user_data,
       GCancellable    *cancellable,
       GError         **error)
{
  static const char sql[] = "PRAGMA integrity_check";
  g_autoptr (GString) said = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  if (!run (engine, sql, NULL, 0, take_damage, said, cancellable, error))
    return FALSE;
  if (g_str_equal (said->str, "ok"))
    return TRUE;

  lines = g_strsplit (said->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const VnusSqlValue column = _vnus_sql_text (lines[i]);

      if (!func (&column, 1, user_data, error))
        return FALSE;
    }

  return TRUE;
}

static void
engine_free (VnusSqlEngine *engine)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;

  _vnus_sqlite_watch (engine, NULL, NULL, NULL);
  if (self->db != NULL)
    rollback (engine);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

static const VnusSqlEngineClass sqlite_class = {
  .name = "sqlite",
  .texts_open = "json_each(",
  .texts_close = ")",
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .run = run,
  .load = load,
  .make_indexes = _vnus_sqlite_make_indexes,
  .set_up = _vnus_sqlite_set_up,
  .check = check,
  .watch = _vnus_sqlite_watch,
  .free = engine_free,
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
configure (VnusSqliteEngine  *self,
           GError           **error)
{
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_busy_handler (self->db, wait_for_lock, self);
  sqlite3_progress_handler (self->db, STRIDE, is_cancelled, self);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, TRUE, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, FALSE, NULL);

  return _vnus_sqlite_exec (self,
                            "PRAGMA cache_size = -65536;"
                            "PRAGMA synchronous = FULL;",
                            error) &&
         heed_references (self, TRUE, error);
}

VnusSqlEngine *
_vnus_sqlite_engine_open (const char      *path,
                          VnusStoreFlags   flags,
                          GCancellable    *cancellable,
                          GError         **error)
{
  VnusSqliteEngine *self = g_new0 (VnusSqliteEngine, 1);
  g_autoptr (VnusSqlEngine) owned = &self->parent;

  self->parent.klass = &sqlite_class;
  self->path = g_strdup (path);
  self->is_read_only = (flags & VNUS_STORE_FLAGS_READ_ONLY) != 0;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  enter (self, cancellable);

  if (!_vnus_sqlite_open_file (self, flags, error) || !configure (self, error))
    return NULL;

  return g_steal_pointer (&owned);
}
