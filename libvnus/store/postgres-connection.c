/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: connecting to a PostgreSQL server, waiting for it, and its errors.
 *
 * libpq gets the connection string as it was given, so that all it knows works here:
 * TLS, several hosts, service files, passwords kept elsewhere. No part of the string
 * gets into a message: libpq puts in quotes what it repeats, and that is left out.
 */
#include "store/postgres-private.h"

#include <libpq-fe.h>

/* What the server's five-letter states mean to a store; the first that fits counts. */
static const struct
{
  const char *state; /* or how it begins */
  VnusStoreError code;
} states[] = {
  { "57014", VNUS_STORE_ERROR_BUSY },      /* query_canceled: by statement_timeout, or by an administrator */
  { "55P03", VNUS_STORE_ERROR_BUSY },      /* lock_not_available */
  { "53100", VNUS_STORE_ERROR_FULL },      /* disk_full */
  { "40", VNUS_STORE_ERROR_BUSY },         /* serialization_failure, deadlock_detected */
  { "42501", VNUS_STORE_ERROR_READ_ONLY }, /* insufficient_privilege */
  { "25006", VNUS_STORE_ERROR_READ_ONLY }, /* read_only_sql_transaction: a standby server */
  { "42P01", VNUS_STORE_ERROR_NOT_FOUND }, /* undefined_table */
  { "3F000", VNUS_STORE_ERROR_NOT_FOUND }, /* invalid_schema_name */
  { "08", VNUS_STORE_ERROR_UNREACHABLE },         /* connection exceptions */
  { "57P", VNUS_STORE_ERROR_UNREACHABLE },        /* the server is shut down, crashed, or not up yet */
  { "XX00", VNUS_STORE_ERROR_DAMAGED },    /* data_corrupted, index_corrupted, internal_error */
};

/* Where the reason begins: after the last “failed: ” that is not part of what is quoted. */
static const char *
find_reason (const char *message)
{
  const char *start = message;
  gboolean is_quoted = FALSE;

  for (const char *at = message; *at != '\0'; at++)
    {
      is_quoted ^= *at == '"';
      if (!is_quoted && g_str_has_prefix (at, "failed: "))
        start = at + strlen ("failed: ");
    }
  for (const char *const *level = (const char *const[]) { "FATAL:", "ERROR:", NULL }; *level != NULL; level++)
    if (g_str_has_prefix (start, *level))
      start += strlen (*level);

  return start + strspn (start, " \n");
}

/* The first line of what libpq says, from the reason on, without all that is in
 * quotes: names, paths and whatever else comes from the connection string. What is
 * quoted may have line breaks and quotes itself: so nothing after it is told where
 * there are more lines. */
char *
_vnus_postgres_scrub (const char *message,
                      const char *password)
{
  const char *start = find_reason (message);
  const char *end = start + strcspn (start, "\n");
  const char *open = memchr (start, '"', (gsize) (end - start));
  const char *close = open != NULL ? g_strrstr_len (start, end - start, "\"") : NULL;
  const gboolean is_last = end[strspn (end, " \n")] == '\0';
  GString *text = g_string_new (NULL);

  g_string_append_len (text, start, (open != NULL ? open : end) - start);
  if (open != NULL)
    g_string_append (text, "…");
  if (close > open && is_last)
    g_string_append_len (text, close + 1, end - close - 1);

  if (password != NULL && *password != '\0')
    g_string_replace (text, password, "…", 0);
  if (text->len == 0)
    g_string_append (text, "no reason was given");

  return g_string_free (text, FALSE);
}

/* @result (nullable): NULL where the connection itself failed. */
void
_vnus_postgres_set_error (GError         **error,
                          PGconn          *conn,
                          const PGresult  *result,
                          GCancellable    *cancellable)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *message = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  VnusStoreError code = VNUS_STORE_ERROR_FAILED;

  if (error != NULL && *error != NULL)
    return;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  if (state == NULL)
    {
      g_autofree char *reason = _vnus_postgres_scrub (PQerrorMessage (conn), PQpass (conn));

      g_set_error (error, VNUS_STORE_ERROR,
                   PQstatus (conn) == CONNECTION_BAD ? VNUS_STORE_ERROR_UNREACHABLE : VNUS_STORE_ERROR_FAILED,
                   "the connection to the PostgreSQL server failed: %s", reason);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (state, states[i].state))
      {
        code = states[i].code;
        break;
      }

  g_set_error (error, VNUS_STORE_ERROR, code, "%sthe PostgreSQL server says: %s (SQLSTATE %s)",
               code == VNUS_STORE_ERROR_READ_ONLY ? "this role may not do that here; " : "",
               message != NULL ? message : "nothing", state);
}

/* Waits for @events on the socket. On cancellation the server is told so, once, and the
 * waiting goes on: it answers the statement with an error. */
static gboolean
wait_for (PGconn       *conn,
          gushort       events,
          gint64        deadline,
          GCancellable *cancellable,
          gboolean     *was_cancelled)
{
  GPollFD fds[2] = { { .fd = PQsocket (conn), .events = events } };
  guint n = 1;
  int timeout = -1;

  if (fds[0].fd < 0)
    return FALSE;
  if (!*was_cancelled && g_cancellable_make_pollfd (cancellable, &fds[1]))
    n = 2;
  if (deadline > 0)
    timeout = (int) CLAMP ((deadline - g_get_monotonic_time ()) / 1000, 0, G_MAXINT);

  g_poll (fds, n, timeout);
  if (n == 2)
    g_cancellable_release_fd (cancellable);

  if (!*was_cancelled && g_cancellable_is_cancelled (cancellable))
    *was_cancelled = TRUE;
  return TRUE;
}

/* Has the server give up the statement that it is at; its answer is then an error. */
void
_vnus_postgres_stop (PGconn *conn)
{
  PGcancel *cancel = PQgetCancel (conn);
  char reason[256];

  if (cancel != NULL)
    PQcancel (cancel, reason, sizeof reason);
  PQfreeCancel (cancel);
}

/* Until the next result can be had without blocking; FALSE if the connection is gone. */
gboolean
_vnus_postgres_wait (PGconn       *conn,
                     GCancellable *cancellable)
{
  gboolean was_cancelled = FALSE, was_asked = FALSE;

  for (;;)
    {
      const int unsent = PQflush (conn);

      if (unsent < 0)
        {
          /* What the server said before it went is still to be read. */
          PQconsumeInput (conn);
          return !PQisBusy (conn);
        }
      if (!PQisBusy (conn))
        return TRUE;
      if (!wait_for (conn, G_IO_IN | (unsent > 0 ? G_IO_OUT : 0), 0, cancellable, &was_cancelled))
        return FALSE;
      if (was_cancelled && !was_asked)
        {
          _vnus_postgres_stop (conn);
          was_asked = TRUE;
          continue;
        }
      if (!PQconsumeInput (conn))
        return FALSE;
    }
}

/* Until all is sent, while rows are copied in; FALSE if the connection is gone or the
 * caller cancelled. */
gboolean
_vnus_postgres_flush (PGconn       *conn,
                      GCancellable *cancellable)
{
  gboolean was_cancelled = g_cancellable_is_cancelled (cancellable);

  for (;;)
    {
      const int unsent = PQflush (conn);

      if (unsent < 0 || was_cancelled)
        return FALSE;
      if (unsent == 0)
        return TRUE;
      if (!wait_for (conn, G_IO_IN | G_IO_OUT, 0, cancellable, &was_cancelled) || !PQconsumeInput (conn))
        return FALSE;
    }
}

/* Anything that the server wants to say beside its answers: not for the terminal. */
static void
ignore_notice (void       *data,
               const char *message)
{
}

static gint64
connecting_deadline (PGconn *conn)
{
  PQconninfoOption *options = PQconninfo (conn);
  gint64 seconds = 0;

  for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
    if (g_str_equal (option->keyword, "connect_timeout") && option->val != NULL)
      seconds = g_ascii_strtoll (option->val, NULL, 10);
  PQconninfoFree (options);

  return seconds > 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : 0;
}

static gboolean
finish_connecting (PGconn        *conn,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const gint64 deadline = connecting_deadline (conn);
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  gboolean was_cancelled = FALSE;

  if (PQstatus (conn) == CONNECTION_BAD)
    state = PGRES_POLLING_FAILED;
  while (state != PGRES_POLLING_OK)
    {
      if (state == PGRES_POLLING_FAILED)
        {
          _vnus_postgres_set_error (error, conn, NULL, cancellable);
          return FALSE;
        }
      wait_for (conn, state == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT, deadline, cancellable, &was_cancelled);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (deadline > 0 && g_get_monotonic_time () >= deadline)
        {
          g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE,
                               "the connection to the PostgreSQL server failed: no answer within connect_timeout");
          return FALSE;
        }
      state = PQconnectPoll (conn);
    }

  return TRUE;
}

static PGconn *
connect_once (const char    *where,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *const keywords[] = { "fallback_application_name", "dbname", "client_encoding", NULL };
  const char *const values[] = { "libvnus", where, "UTF8", NULL };
  PGconn *conn = PQconnectStartParams (keywords, values, TRUE);

  if (conn == NULL)
    g_error ("out of memory");
  PQsetNoticeProcessor (conn, ignore_notice, NULL);
  if (finish_connecting (conn, cancellable, error))
    return conn;

  PQfinish (conn);
  return NULL;
}

static gboolean
check_where (const char  *where,
             GError     **error)
{
  char *message = NULL;
  PQconninfoOption *options = PQconninfoParse (where, &message);
  const gboolean is_good = options != NULL;

  if (!is_good)
    {
      g_autofree char *reason = _vnus_postgres_scrub (message != NULL ? message : "", NULL);

      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BAD_ADDRESS,
                   "this is no connection string of PostgreSQL (postgresql://USER@HOST/DATABASE?OPTION=VALUE): %s", reason);
    }
  PQconninfoFree (options);
  PQfreemem (message);

  return is_good;
}

/* @is_patient: the server has been there, and may be away for a restart. */
PGconn *
_vnus_postgres_connect (const char    *where,
                        gboolean       is_patient,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const gint64 deadline = g_get_monotonic_time () + (is_patient ? VNUS_POSTGRES_AWAY_SECONDS * G_USEC_PER_SEC : 0);

  if (!check_where (where, error))
    return NULL;

  for (;;)
    {
      g_autoptr (GError) failure = NULL;
      PGconn *conn = connect_once (where, cancellable, &failure);

      if (conn != NULL)
        return conn;
      if (!g_error_matches (failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE) || g_get_monotonic_time () >= deadline)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      g_usleep (G_USEC_PER_SEC / 20);
    }
}
