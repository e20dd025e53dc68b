/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a PostgreSQL server can say of the state of a store.
 *
 * Every index is looked through where the extension amcheck is there for this role;
 * every row is read, which is when a server with checksums notices a damaged page.
 */
#include "store/postgres-private.h"

static gboolean
tell (VnusSqlRowFunc   func,
      gpointer         user_data,
      const char      *text,
      GError         **error)
{
  const VnusSqlValue column = _vnus_sql_text (text);

  return func (&column, 1, user_data, error);
}

static gboolean
ignore_row (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  return TRUE;
}

static gboolean
take_flag (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  *(gboolean *) user_data = TRUE;
  return TRUE;
}

/* One look at something, in a transaction of its own, since a damage ends it. */
typedef struct
{
  const char *before;   /* (nullable) asked first; without a row of it there is nothing to look at */
  const char *sql;
  gboolean has_reports; /* each row is a damage */
} Look;

static const Look looks[] = {
  { NULL, "SELECT 'the record “' || id || '” is in more than one partition' FROM records"
    " GROUP BY id HAVING count (*) > 1 ORDER BY id", TRUE },
  { NULL, "SELECT sum (length (body)) FROM records", FALSE },
  { NULL, "SELECT sum (length (before)), sum (length (after)) FROM changes", FALSE },
  { NULL, "SELECT count (*) FROM terms", FALSE },
  { NULL, "SELECT count (*) FROM names", FALSE },
  { "SELECT set_config ('search_path', current_setting ('search_path') || ', ' || quote_ident (nspname), true)"
    " FROM pg_catalog.pg_extension JOIN pg_catalog.pg_namespace ON pg_namespace.oid = extnamespace"
    " WHERE extname = 'amcheck' AND"
    " has_function_privilege (quote_ident (nspname) || '.bt_index_check (regclass, boolean)', 'execute')",
    "SELECT bt_index_check (indexrelid, true) FROM pg_catalog.pg_index JOIN pg_catalog.pg_class ON pg_class.oid = indexrelid"
    " JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace"
    " WHERE nspname = current_schema () AND relkind = 'i'", FALSE },
};

static gboolean
run_look (VnusPostgres    *self,
          const Look      *look,
          VnusSqlRowFunc   func,
          gpointer         user_data,
          GCancellable    *cancellable,
          GError         **error)
{
  VnusSqlEngine *engine = &self->parent;
  gboolean is_wanted = look->before == NULL;

  if (!engine->klass->begin (engine, VNUS_SQL_READ, cancellable, error))
    return FALSE;
  if (look->before != NULL &&
      !_vnus_postgres_run (engine, look->before, NULL, 0, take_flag, &is_wanted, cancellable, error))
    return FALSE;

  return !is_wanted ||
         _vnus_postgres_run (engine, look->sql, NULL, 0, look->has_reports ? func : ignore_row, user_data, cancellable, error);
}

gboolean
_vnus_postgres_check (VnusSqlEngine   *engine,
                      VnusSqlRowFunc   func,
                      gpointer         user_data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GError) failure = NULL;
      const gboolean is_good = run_look (self, &looks[i], func, user_data, cancellable, &failure);

      engine->klass->rollback (engine);
      if (is_good)
        continue;

      /* What the server says of a damage that it met is what was looked for. */
      if (!g_error_matches (failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!tell (func, user_data, failure->message, error))
        return FALSE;
    }

  return TRUE;
}
