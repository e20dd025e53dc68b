/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: rows into PostgreSQL in bulk, by COPY in its text form.
 *
 * The next rows are written here while the server takes in those before: what is sent
 * need only have left for the socket.
 */
#include "store/postgres-private.h"

#include <libpq-fe.h>

#define CHUNK (64 * 1024)

/* What COPY wants said otherwise: the letter after a backslash. */
static const char escapes[256] = {
  ['\\'] = '\\', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't', ['\b'] = 'b', ['\f'] = 'f', ['\v'] = 'v',
};

static void
write_text (GString    *buffer,
            const char *text,
            gsize       length)
{
  const char *start = text, *const end = text + length;

  for (const char *at = text; at < end; at++)
    if (escapes[(guchar) *at] != 0)
      {
        const char escaped[2] = { '\\', escapes[(guchar) *at] };

        g_string_append_len (buffer, start, at - start);
        g_string_append_len (buffer, escaped, 2);
        start = at + 1;
      }
  g_string_append_len (buffer, start, end - start);
}

static gboolean
write_row (GString             *buffer,
           const VnusSqlValue  *columns,
           guint                n_columns,
           GError             **error)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (!_vnus_postgres_check_text (&columns[i], error))
        return FALSE;
      if (i > 0)
        g_string_append_c (buffer, '\t');
      switch (columns[i].type)
        {
        case VNUS_SQL_INTEGER:
          g_string_append_printf (buffer, "%" G_GINT64_FORMAT, columns[i].integer);
          break;

        case VNUS_SQL_TEXT:
          write_text (buffer, columns[i].text, columns[i].length);
          break;

        default:
          g_string_append (buffer, "\\N");
        }
    }
  g_string_append_c (buffer, '\n');

  return TRUE;
}

static gboolean
send_chunk (PGconn        *conn,
            GString       *buffer,
            GCancellable  *cancellable,
            GError       **error)
{
  if (PQputCopyData (conn, buffer->str, (int) buffer->len) == 1 && _vnus_postgres_flush (conn, cancellable))
    {
      g_string_truncate (buffer, 0);
      return TRUE;
    }

  _vnus_postgres_set_error (error, conn, NULL, cancellable);
  return FALSE;
}

static gboolean
send_rows (PGconn           *conn,
           guint             n_columns,
           VnusSqlNextFunc   next,
           gpointer          user_data,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autofree VnusSqlValue *columns = g_new0 (VnusSqlValue, n_columns);
  g_autoptr (GString) buffer = g_string_sized_new (2 * CHUNK);
  GError *failure = NULL;

  while (next (columns, user_data, &failure))
    {
      if (!write_row (buffer, columns, n_columns, error))
        return FALSE;
      if (buffer->len >= CHUNK && !send_chunk (conn, buffer, cancellable, error))
        return FALSE;
    }
  if (failure == NULL)
    return send_chunk (conn, buffer, cancellable, error);

  g_propagate_error (error, failure);
  return FALSE;
}

/* Until the server has nothing more to say of what was asked; the first failure counts. */
static void
finish (PGconn        *conn,
        GCancellable  *cancellable,
        GError       **failure)
{
  for (;;)
    {
      PGresult *result = NULL;

      if (_vnus_postgres_wait (conn, cancellable))
        result = PQgetResult (conn);
      else if (*failure == NULL)
        _vnus_postgres_set_error (failure, conn, NULL, cancellable);
      if (result == NULL)
        return;
      if (PQresultStatus (result) == PGRES_FATAL_ERROR && *failure == NULL)
        _vnus_postgres_set_error (failure, conn, result, cancellable);
      PQclear (result);
    }
}

static gboolean
copy (PGconn           *conn,
      const char       *sql,
      guint             n_columns,
      VnusSqlNextFunc   next,
      gpointer          user_data,
      GCancellable     *cancellable,
      GError          **error)
{
  GError *failure = NULL;
  PGresult *result = NULL;

  if (PQsendQuery (conn, sql) && _vnus_postgres_wait (conn, cancellable))
    result = PQgetResult (conn);
  if (PQresultStatus (result) != PGRES_COPY_IN)
    _vnus_postgres_set_error (&failure, conn, result, cancellable);
  else
    {
      const gboolean is_whole = send_rows (conn, n_columns, next, user_data, cancellable, &failure);

      PQputCopyEnd (conn, is_whole ? NULL : "the rows ended early");
    }
  PQclear (result);
  finish (conn, cancellable, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
_vnus_postgres_load (VnusSqlEngine    *engine,
                     const char       *table,
                     const char       *columns,
                     guint             n_columns,
                     VnusSqlNextFunc   next,
                     gpointer          user_data,
                     GCancellable     *cancellable,
                     GError          **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  g_autofree char *sql = g_strdup_printf ("COPY %s (%s) FROM STDIN", table, columns);
  gboolean is_good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !_vnus_postgres_settle (self, cancellable, error))
    return FALSE;

  PQexitPipelineMode (self->conn);
  is_good = copy (self->conn, sql, n_columns, next, user_data, cancellable, error);
  if (PQstatus (self->conn) == CONNECTION_OK)
    PQenterPipelineMode (self->conn);
  self->has_failed = self->has_failed || !is_good;

  return is_good;
}
