/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: asking a PostgreSQL server.
 *
 * Every statement is prepared when it is first used, in the same round trip, and
 * known by its address from then on. Statements that want no rows wait in the
 * pipeline; whoever wants rows, or ends the transaction, takes in their answers too.
 * The first failure among them is that of the whole: the server skips what follows it.
 */
#include "store/postgres-private.h"

#include <libpq-fe.h>

#define MOST_COLUMNS 64

/* What is done with the rows of the last statement in the pipeline. */
typedef struct
{
  VnusSqlRowFunc func; /* (nullable) */
  gpointer user_data;
  GCancellable *cancellable;
  GError *failure; /* (nullable) the first there was */
  gboolean has_rows; /* some were told of */
  gboolean is_stopping;
} Answer;

static gboolean
is_integer (Oid type)
{
  /* The numbers of these types are the same in every server: bool, int8, int2, int4. */
  return type == 16 || type == 20 || type == 21 || type == 23;
}

static VnusSqlValue
get_column (const PGresult *result,
            int             row,
            int             column)
{
  const char *text = PQgetvalue (result, row, column);

  if (PQgetisnull (result, row, column))
    return _vnus_sql_null ();
  if (PQftype (result, column) == 16)
    return _vnus_sql_integer (*text == 't');
  if (is_integer (PQftype (result, column)))
    return _vnus_sql_integer (g_ascii_strtoll (text, NULL, 10));

  return (VnusSqlValue) { VNUS_SQL_TEXT, 0, text, (gsize) PQgetlength (result, row, column) };
}

static void
take_rows (Answer         *answer,
           const PGresult *result)
{
  VnusSqlValue columns[MOST_COLUMNS];
  const int n_columns = PQnfields (result);

  g_return_if_fail (n_columns <= MOST_COLUMNS);
  if (answer->func == NULL)
    return;

  for (int row = 0; row < PQntuples (result) && answer->failure == NULL; row++)
    {
      for (int i = 0; i < n_columns; i++)
        columns[i] = get_column (result, row, i);
      answer->has_rows = TRUE;
      if (!answer->func (columns, (guint) n_columns, answer->user_data, &answer->failure) && answer->failure == NULL)
        answer->failure = g_error_new_literal (VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED, "a row was refused");
    }
}

/* All results of one statement, or of the synchronisation at the end of them. */
static gboolean
take_results (VnusPostgres *self,
              Answer       *answer,
              gboolean      is_last)
{
  for (;;)
    {
      PGresult *result;
      ExecStatusType status;

      if (answer->failure != NULL && is_last && !answer->is_stopping)
        {
          /* Whoever refused a row needs no more of them. */
          _vnus_postgres_stop (self->conn);
          answer->is_stopping = TRUE;
        }
      if (!_vnus_postgres_wait (self->conn, answer->cancellable))
        return FALSE;
      result = PQgetResult (self->conn);
      if (result == NULL)
        return TRUE;

      status = PQresultStatus (result);
      if (status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK)
        {
          if (is_last)
            take_rows (answer, result);
        }
      else if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
        {
          if (answer->failure == NULL)
            _vnus_postgres_set_error (&answer->failure, self->conn, result, answer->cancellable);
        }
      PQclear (result);
      if (status == PGRES_PIPELINE_SYNC)
        return TRUE;
      if (status == PGRES_FATAL_ERROR && PQstatus (self->conn) == CONNECTION_BAD)
        return FALSE;
    }
}

/* Sends what is queued and takes in all answers, the rows of the last going to
 * @answer. */
static gboolean
synchronise (VnusPostgres  *self,
             Answer        *answer,
             GError       **error)
{
  gboolean is_there = PQpipelineSync (self->conn) == 1;

  for (guint i = 0; i < self->n_queued && is_there; i++)
    {
      const gboolean is_last = i + 1 == self->n_queued && answer->func != NULL;

      if (is_last)
        PQsetSingleRowMode (self->conn);
      is_there = take_results (self, answer, is_last);
    }
  is_there = is_there && take_results (self, answer, FALSE);
  self->n_queued = 0;

  if (!is_there && answer->failure == NULL)
    _vnus_postgres_set_error (&answer->failure, self->conn, NULL, answer->cancellable);
  if (answer->failure == NULL)
    return TRUE;

  /* What was to be prepared after the failure is not there. */
  self->has_failed = TRUE;
  g_propagate_error (error, answer->failure);
  return FALSE;
}

gboolean
_vnus_postgres_settle (VnusPostgres  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  Answer answer = { .cancellable = cancellable };

  return self->n_queued == 0 || synchronise (self, &answer, error);
}

static gboolean
was_sent (VnusPostgres  *self,
          int            is_sent,
          GError       **error)
{
  if (is_sent)
    {
      self->n_queued++;
      return TRUE;
    }

  _vnus_postgres_set_error (error, self->conn, NULL, NULL);
  return FALSE;
}

#define LIST(n) "json_array_elements_text (CAST ($" n " AS json))"

/* Of two lists the server takes only the first through an index, and reads all that it
 * leaves; that the second lies between two ends it takes too. */
#define KINDS_THAT_JUDGE "kind IN ('coverage', 'assertion', 'judgement')"

/* Whether something is in a list is asked of an array: the server then goes through
 * indexes, and through those of other servers. */
static char *
spell (VnusPostgres *self,
       const char   *sql)
{
  static const char *const said[][2] = {
    { "IN (SELECT value FROM " LIST ("1") ")", "= ANY (ARRAY (SELECT " LIST ("1") "))" },
    { "IN (SELECT value FROM " LIST ("2") ")", "= ANY (ARRAY (SELECT " LIST ("2") "))" },
    { "IN (SELECT value FROM " LIST ("3") ")", "= ANY (ARRAY (SELECT " LIST ("3") "))" },
    { "NOT = ANY", "<> ALL" },
    { KINDS_THAT_JUDGE, KINDS_THAT_JUDGE " AND kind BETWEEN 'assertion' AND 'judgement'" },
  };
  g_autofree char *spelt = _vnus_sql_spell (self->parent.klass, sql);
  GString *text = g_string_new (spelt);

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_string_replace (text, said[i][0], said[i][1], 0);

  return g_string_free (text, FALSE);
}

/* What the server calls the statement; it is prepared first where it is new. */
static const char *
get_statement (VnusPostgres  *self,
               const char    *sql,
               GError       **error)
{
  char *name = g_hash_table_lookup (self->statements, sql);

  if (name == NULL)
    {
      g_autofree char *spelt = spell (self, sql);
      g_autofree char *fresh = g_strdup_printf ("vnus_%u", ++self->n_prepared);

      if (!was_sent (self, PQsendPrepare (self->conn, fresh, spelt, 0, NULL), error))
        return NULL;
      name = g_steal_pointer (&fresh);
      g_hash_table_insert (self->statements, (gpointer) sql, name);
    }

  return name;
}

/* PostgreSQL keeps no NUL in a text, and would take the text to end there. */
gboolean
_vnus_postgres_check_text (const VnusSqlValue  *value,
                           GError             **error)
{
  const char *nul = value->type == VNUS_SQL_TEXT ? memchr (value->text, '\0', value->length) : NULL;

  if (nul == NULL)
    return TRUE;

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED,
               "a text has a NUL character at byte %" G_GSIZE_FORMAT ", which PostgreSQL cannot keep: “%s”",
               (gsize) (nul - value->text), value->text);
  return FALSE;
}

static gboolean
send_statement (VnusPostgres        *self,
                const char          *sql,
                const VnusSqlValue  *params,
                guint                n_params,
                GError             **error)
{
  const char *values[MOST_COLUMNS];
  char numbers[MOST_COLUMNS][24];
  const char *name;

  g_return_val_if_fail (n_params <= MOST_COLUMNS, FALSE);
  for (guint i = 0; i < n_params; i++)
    {
      if (!_vnus_postgres_check_text (&params[i], error))
        return FALSE;
      if (params[i].type == VNUS_SQL_INTEGER)
        g_snprintf (numbers[i], sizeof numbers[i], "%" G_GINT64_FORMAT, params[i].integer);
      values[i] = params[i].type == VNUS_SQL_INTEGER ? numbers[i] : params[i].type == VNUS_SQL_TEXT ? params[i].text : NULL;
    }

  name = get_statement (self, sql, error);
  return name != NULL &&
         was_sent (self, PQsendQueryPrepared (self->conn, name, (int) n_params, values, NULL, NULL, 0), error);
}

static gboolean
run_once (VnusPostgres        *self,
          const char          *sql,
          const VnusSqlValue  *params,
          guint                n_params,
          Answer              *answer,
          GError             **error)
{
  if (!send_statement (self, sql, params, n_params, error))
    return FALSE;
  if (answer->func == NULL && self->is_writing && self->n_queued < VNUS_POSTGRES_MOST_QUEUED)
    return TRUE;

  return synchronise (self, answer, error);
}

gboolean
_vnus_postgres_run (VnusSqlEngine       *engine,
                    const char          *sql,
                    const VnusSqlValue  *params,
                    guint                n_params,
                    VnusSqlRowFunc       func,
                    gpointer             user_data,
                    GCancellable        *cancellable,
                    GError             **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  Answer answer = { func, user_data, cancellable };
  g_autoptr (GError) failure = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!self->in_transaction && !_vnus_postgres_ensure_connection (self, cancellable, error))
    return FALSE;
  if (run_once (self, sql, params, n_params, &answer, &failure))
    return TRUE;

  /* Outside of a transaction, of a server that was restarted since, it is asked again. */
  if (!self->in_transaction && !answer.has_rows &&
      g_error_matches (failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_UNREACHABLE) && self->conn != NULL &&
      PQstatus (self->conn) != CONNECTION_OK && !self->is_connecting)
    {
      answer = (Answer) { func, user_data, cancellable };
      return _vnus_postgres_ensure_connection (self, cancellable, error) &&
             run_once (self, sql, params, n_params, &answer, error);
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Text statements of our own, outside of the pipeline --- */

gboolean
_vnus_postgres_execute (VnusPostgres  *self,
                        const char    *sql,
                        GCancellable  *cancellable,
                        GError       **error)
{
  Answer answer = { .cancellable = cancellable };

  if (!_vnus_postgres_settle (self, cancellable, error))
    return FALSE;

  PQexitPipelineMode (self->conn);
  if (!PQsendQuery (self->conn, sql) || !take_results (self, &answer, FALSE))
    _vnus_postgres_set_error (&answer.failure, self->conn, NULL, cancellable);
  PQenterPipelineMode (self->conn);
  if (answer.failure == NULL)
    return TRUE;

  g_propagate_error (error, answer.failure);
  return FALSE;
}
