/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: how an older store in PostgreSQL is brought to the tables of this library.
 *
 * That is one transaction of the first server, which alone can change its tables. A store
 * whose partitions lie on several is left as it is, unless the setting vnus.gather says
 * that they may be brought to the first one: they are copied there, in the same transaction.
 */
#include "store/postgres-schema-private.h"
#include "store/store-rows-private.h"

/* Records that a view may show without some of their values are found as such. */
static const char hidden[] =
  "INSERT INTO terms (part, id, what, kind, field, first_day, last_day)"
  " SELECT part, id, '~', kind, '', -2147483648, 2147483647 FROM records WHERE EXISTS"
  " (SELECT 1 FROM jsonb_array_elements (CAST (body AS jsonb) -> 'citations') AS citation"
  "  WHERE citation ->> 'field' IS NOT NULL OR citation ->> 'rank' = 'deprecated');";

/* Each row of a table of which a record has many gets its number, and a key with it. */
static gboolean
number_rows (VnusPostgres  *self,
             const VnusPostgresTable   *table,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *name = table->name;
  g_autoptr (GPtrArray) places = NULL;

  if (!_vnus_postgres_say (self, cancellable, error, "ALTER TABLE %s ADD COLUMN n BIGINT NOT NULL DEFAULT 0", name) ||
      !_vnus_postgres_say (self, cancellable, error,
                "UPDATE %s SET n = numbered.n FROM (SELECT tableoid AS place, ctid AS row,"
                " row_number () OVER (PARTITION BY part, id ORDER BY ctid) - 1 AS n FROM %s) AS numbered"
                " WHERE %s.tableoid = numbered.place AND %s.ctid = numbered.row", name, name, name, name) ||
      !_vnus_postgres_say (self, cancellable, error, "ALTER TABLE %s ALTER COLUMN n DROP DEFAULT", name))
    return FALSE;

  places = _vnus_postgres_list_places (self, table, cancellable, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (!_vnus_postgres_make_key (self, table, g_ptr_array_index (places, i), cancellable, error))
      return FALSE;

  return places != NULL;
}

/* A table that is new, with as many partitions as there are of the others. */
static gboolean
add_table (VnusPostgres  *self,
           const VnusPostgresTable   *table,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char count[] = "SELECT count (*) FROM pg_catalog.pg_inherits WHERE inhparent = to_regclass ('records')";
  gint64 n_partitions = 0;

  return _vnus_postgres_run (&self->parent, count, NULL, 0, _vnus_store_take_integer, &n_partitions, cancellable, error) &&
         _vnus_postgres_make_table (self, table, (guint) n_partitions, cancellable, error);
}

/* Schema 4 gave rows of which a record has many their key. */
static gboolean
has_key (const VnusPostgresTable *table,
         gint64                   schema)
{
  return schema >= 4 || !g_str_equal (table->key, VNUS_POSTGRES_NUMBERED);
}

static gboolean
change_tables (VnusPostgres  *self,
               gint64         schema,
               GCancellable  *cancellable,
               GError       **error)
{
  if ((self->is_spread && !_vnus_postgres_gather (self, has_key, schema, cancellable, error)) ||
      (schema < 2 && !_vnus_postgres_say (self, cancellable, error, "%s", _vnus_postgres_views)) ||
      (schema < 3 && !_vnus_postgres_say (self, cancellable, error, "%s", hidden)))
    return FALSE;

  for (guint i = 0; i < VNUS_POSTGRES_N_TABLES; i++)
    {
      const VnusPostgresTable *table = &_vnus_postgres_tables[i];

      if ((!has_key (table, schema) && !number_rows (self, table, cancellable, error)) ||
          (g_str_equal (table->name, "undo") && !add_table (self, table, cancellable, error)))
        return FALSE;
    }

  return _vnus_postgres_say (self, cancellable, error, "UPDATE meta SET value = '%u' WHERE name = 'schema'", VNUS_POSTGRES_SCHEMA);
}

static gboolean
can_migrate (VnusPostgres  *self,
             gint64         schema,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *gather = NULL;

  if (self->is_postgres && !self->is_spread)
    return TRUE;
  if (self->is_postgres && !_vnus_postgres_get_setting (self, "vnus.gather", &gather, cancellable, error))
    return FALSE;
  if (g_strcmp0 (gather, "on") == 0)
    return TRUE;

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED,
               "the store has the older schema %" G_GINT64_FORMAT " and lies on several servers, where it cannot be"
               " brought to %u; %s", schema, VNUS_POSTGRES_SCHEMA,
               self->is_postgres ? "with ?options=-cvnus.gather%3Don all of it is brought to the first server, and to that schema"
                                 : "export it by the library that made it, and fill a new store");
  return FALSE;
}

/* None of what a store on several servers takes for granted is there yet. */
static gboolean
begin (VnusPostgres  *self,
       GCancellable  *cancellable,
       GError       **error)
{
  const gboolean is_spread = self->is_spread;
  gboolean can_mend;

  self->is_spread = FALSE;
  if (!self->parent.klass->begin (&self->parent, VNUS_SQL_WRITE, cancellable, error))
    return FALSE;
  self->is_spread = is_spread;

  return _vnus_postgres_check_servers (self, &can_mend, cancellable, error);
}

gboolean
_vnus_postgres_migrate (VnusPostgres  *self,
                        gint64         schema,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const gboolean is_spread = self->is_spread;

  if (!can_migrate (self, schema, cancellable, error))
    return FALSE;

  if (begin (self, cancellable, error) && change_tables (self, schema, cancellable, error) &&
      _vnus_postgres_say (self, cancellable, error, "COMMIT"))
    {
      self->is_spread = FALSE;
      self->is_writing = FALSE;
      self->in_transaction = FALSE;
      return TRUE;
    }

  self->parent.klass->rollback (&self->parent);
  self->is_spread = is_spread;
  return FALSE;
}
