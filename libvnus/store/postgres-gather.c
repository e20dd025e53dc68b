/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: partitions that lie on other servers, brought to the first one.
 *
 * They are copied and take the places of the foreign tables; what the other servers have
 * is only read. So it is done whole or not at all, as any transaction of one server.
 */
#include "store/postgres-schema-private.h"

/* A partition on another server. Its names and bounds are spelt as SQL has them. */
typedef struct
{
  char *name;   /* (owned) */
  char *bounds; /* (owned) */
} Away;

static void
clear_away (gpointer away)
{
  g_free (((Away *) away)->name);
  g_free (((Away *) away)->bounds);
}

static gboolean
take_away (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  const Away away = { g_strdup (columns[0].text), g_strdup (columns[1].text) };

  g_array_append_val ((GArray *) user_data, away);
  return TRUE;
}

static gboolean
list_away (VnusPostgres             *self,
           const VnusPostgresTable  *table,
           GArray                   *partitions,
           GCancellable             *cancellable,
           GError                  **error)
{
  static const char sql[] =
    "SELECT quote_ident (relname), pg_get_expr (relpartbound, pg_class.oid) FROM pg_catalog.pg_class"
    " JOIN pg_catalog.pg_inherits ON inhrelid = pg_class.oid"
    " WHERE relkind = 'f' AND inhparent = to_regclass ($1) ORDER BY relname";
  const VnusSqlValue name = _vnus_sql_text (table->name);

  return _vnus_postgres_run (&self->parent, sql, &name, 1, take_away, partitions, cancellable, error);
}

static gboolean
take_columns (const VnusSqlValue  *columns,
              guint                n_columns,
              gpointer             user_data,
              GError             **error)
{
  char **list = user_data;

  g_free (*list);
  *list = g_strdup (columns[0].text);
  return TRUE;
}

/* As they are now, which may not be as the newest schema has them. */
static gboolean
list_columns (VnusPostgres             *self,
              const VnusPostgresTable  *table,
              char                    **columns,
              GCancellable             *cancellable,
              GError                  **error)
{
  static const char sql[] =
    "SELECT string_agg (quote_ident (attname), ', ' ORDER BY attnum) FROM pg_catalog.pg_attribute"
    " WHERE attrelid = to_regclass ($1) AND attnum > 0 AND NOT attisdropped";
  const VnusSqlValue name = _vnus_sql_text (table->name);

  return _vnus_postgres_run (&self->parent, sql, &name, 1, take_columns, columns, cancellable, error);
}

static gboolean
bring (VnusPostgres             *self,
       const VnusPostgresTable  *table,
       const Away               *away,
       const char               *columns,
       GCancellable             *cancellable,
       GError                  **error)
{
  return _vnus_postgres_say (self, cancellable, error,
                             "ALTER TABLE %s DETACH PARTITION %s; ALTER FOREIGN TABLE %s RENAME TO vnus_away;"
                             " CREATE TABLE %s (LIKE %s); INSERT INTO %s (%s) SELECT %s FROM vnus_away;"
                             " DROP FOREIGN TABLE vnus_away; ALTER TABLE %s ATTACH PARTITION %s %s",
                             table->name, away->name, away->name, away->name, table->name, away->name, columns, columns,
                             table->name, away->name, away->bounds);
}

static gboolean
gather_table (VnusPostgres             *self,
              const VnusPostgresTable  *table,
              gboolean                  has_key,
              GCancellable             *cancellable,
              GError                  **error)
{
  g_autoptr (GArray) partitions = g_array_new (FALSE, FALSE, sizeof (Away));
  g_autofree char *columns = NULL;

  g_array_set_clear_func (partitions, clear_away);
  if (!list_away (self, table, partitions, cancellable, error) || !list_columns (self, table, &columns, cancellable, error))
    return FALSE;
  for (guint i = 0; i < partitions->len; i++)
    {
      const Away *away = &g_array_index (partitions, Away, i);

      if (!bring (self, table, away, columns, cancellable, error) ||
          (has_key && !_vnus_postgres_make_key (self, table, away->name, cancellable, error)) ||
          !_vnus_postgres_make_others (self, table, away->name, cancellable, error) ||
          !_vnus_postgres_say (self, cancellable, error, "ANALYZE %s", away->name))
        return FALSE;
    }

  return TRUE;
}

gboolean
_vnus_postgres_gather (VnusPostgres  *self,
                       gboolean     (*has_key) (const VnusPostgresTable *table, gint64 schema),
                       gint64         schema,
                       GCancellable  *cancellable,
                       GError       **error)
{
  for (guint i = 0; i < VNUS_POSTGRES_N_TABLES; i++)
    if (!gather_table (self, &_vnus_postgres_tables[i], has_key (&_vnus_postgres_tables[i], schema), cancellable, error))
      return FALSE;

  /* Which tell of the servers there were. */
  return _vnus_postgres_say (self, cancellable, error, "DELETE FROM shards");
}
