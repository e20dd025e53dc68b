/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the tables of a store in PostgreSQL, made and looked for.
 *
 * They are those of a SQLite store (docs/stores.md). What grows is partitioned by the
 * hash of part, which keeps one relation together and begins every primary key; keys
 * and indexes are those of each partition, so that any partition can move to another
 * server and be attached from there. No sequence and no foreign key crosses parts.
 */
#include "store/postgres-schema-private.h"
#include "store/store-rows-private.h"

#define PARTITIONS 8
#define MOST_PARTITIONS 1024

/* As the newest schema has them. */
const VnusPostgresTable _vnus_postgres_tables[VNUS_POSTGRES_N_TABLES] = {
  { "meta",
    "name TEXT NOT NULL, value TEXT NOT NULL",
    "name", FALSE },
  { "commits",
    "revision BIGINT NOT NULL, at TEXT NOT NULL, author TEXT, reason TEXT, source TEXT, n_changes BIGINT NOT NULL",
    "revision", FALSE },
  { "changes",
    "part TEXT NOT NULL, revision BIGINT NOT NULL, id TEXT NOT NULL, before TEXT, after TEXT, reason TEXT, author TEXT,"
    " source TEXT",
    "part, revision, id", TRUE,
    { { "revision", "revision, id" }, { "id", "id, revision" } }, TRUE },
  { "records",
    "part TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT, earliest_start BIGINT, latest_start BIGINT,"
    " earliest_end BIGINT, latest_end BIGINT, revision BIGINT NOT NULL, body TEXT NOT NULL",
    "part, id", TRUE,
    { { "id", "id" } }, TRUE },
  { "terms",
    "part TEXT NOT NULL, id TEXT NOT NULL, what TEXT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL,"
    " role TEXT, capacity TEXT, first_day BIGINT NOT NULL, last_day BIGINT NOT NULL, n BIGINT NOT NULL",
    VNUS_POSTGRES_NUMBERED, TRUE,
    { { "id", "id" }, { "what", "what, kind, last_day, first_day, field, id" } }, TRUE },
  { "names",
    "part TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, n BIGINT NOT NULL",
    VNUS_POSTGRES_NUMBERED, TRUE,
    { { "id", "id" }, { "name", "name, id" } }, TRUE },
  /* Has rows only where partitions lie on several servers: one in each partition. */
  { "shards",
    "part TEXT NOT NULL, revision BIGINT NOT NULL",
    "part", TRUE },
  /* There too: what the newest commit replaced, in case that it reached only some of them. */
  { "undo",
    "part TEXT NOT NULL, revision BIGINT NOT NULL, id TEXT NOT NULL, what TEXT NOT NULL, n BIGINT NOT NULL, body TEXT",
    "part, revision, id, what, n", TRUE },
};

/* Days of which PostgreSQL has a date: from 4713 BC on. */
#define DAY(column) \
  "CASE WHEN " column " BETWEEN -2440587 AND 2000000000 THEN DATE '1970-01-01' + CAST (" column " AS INTEGER) END"

/* For whoever asks by hand. */
const char _vnus_postgres_views[] =
  "CREATE VIEW record_list AS"
  " SELECT id, kind, coalesce (CAST (body AS jsonb) #>> '{label,en}', CAST (body AS jsonb) #>> '{label,vi}', id) AS name, "
  DAY ("earliest_start") " AS first_day, " DAY ("latest_end") " AS last_day, part, revision FROM records;"
  "CREATE VIEW participation AS"
  " SELECT terms.id AS event, terms.kind, terms.what AS actor, terms.role, terms.capacity,"
  "  record_list.name, record_list.first_day, record_list.last_day"
  " FROM terms JOIN record_list ON record_list.part = terms.part AND record_list.id = terms.id"
  " WHERE terms.field = 'participants';"
  "CREATE VIEW relation_list AS"
  " SELECT split_part (terms.what, '/', 1) AS one, split_part (terms.what, '/', 2) AS other,"
  "  terms.kind, terms.id, record_list.name, record_list.first_day, record_list.last_day"
  " FROM terms JOIN record_list ON record_list.part = terms.part AND record_list.id = terms.id"
  " WHERE terms.field = 'between';"
  "CREATE VIEW history AS"
  " SELECT commits.revision, commits.at, coalesce (changes.author, commits.author) AS author,"
  "  coalesce (changes.reason, commits.reason) AS reason, changes.id, changes.before, changes.after"
  " FROM commits JOIN changes ON changes.revision = commits.revision;";

/* --- Making --- */

gboolean
_vnus_postgres_say (VnusPostgres  *self,
                    GCancellable  *cancellable,
                    GError       **error,
                    const char    *format,
                    ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return _vnus_postgres_execute (self, sql, cancellable, error);
}

gboolean
_vnus_postgres_make_key (VnusPostgres             *self,
                         const VnusPostgresTable  *table,
                         const char               *place,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  return _vnus_postgres_say (self, cancellable, error, "ALTER TABLE %s ADD PRIMARY KEY (%s)", place, table->key);
}

gboolean
_vnus_postgres_make_others (VnusPostgres             *self,
                            const VnusPostgresTable  *table,
                            const char               *place,
                            GCancellable             *cancellable,
                            GError                  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (table->indexes) && table->indexes[i].name != NULL; i++)
    if (!_vnus_postgres_say (self, cancellable, error, "CREATE INDEX %s_by_%s ON %s (%s)", place, table->indexes[i].name, place,
                             table->indexes[i].columns))
      return FALSE;

  return TRUE;
}

static gboolean
make_indexes_at (VnusPostgres             *self,
                 const VnusPostgresTable  *table,
                 const char               *place,
                 GCancellable             *cancellable,
                 GError                  **error)
{
  return _vnus_postgres_make_key (self, table, place, cancellable, error) &&
         _vnus_postgres_make_others (self, table, place, cancellable, error);
}

static gboolean
make_partition (VnusPostgres  *self,
                const VnusPostgresTable  *table,
                guint          i,
                guint          n,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *place = g_strdup_printf ("%s_%u", table->name, i);

  return _vnus_postgres_say (self, cancellable, error, "CREATE TABLE %s PARTITION OF %s FOR VALUES WITH (MODULUS %u, REMAINDER %u)",
                  place, table->name, n, i) &&
         make_indexes_at (self, table, place, cancellable, error);
}

/* Texts are in the order of their bytes, as everywhere in the library. */
static char *
spell_columns (VnusPostgres *self,
               const VnusPostgresTable  *table)
{
  GString *columns = g_string_new (table->columns);

  if (self->is_postgres)
    g_string_replace (columns, " TEXT", " TEXT COLLATE \"C\"", 0);

  return g_string_free (columns, FALSE);
}

gboolean
_vnus_postgres_make_table (VnusPostgres             *self,
                           const VnusPostgresTable  *table,
                           guint                     n_partitions,
                           GCancellable             *cancellable,
                           GError                  **error)
{
  g_autofree char *columns = spell_columns (self, table);

  if (!table->is_parted || n_partitions == 0)
    return _vnus_postgres_say (self, cancellable, error, "CREATE TABLE %s (%s)", table->name, columns) &&
           make_indexes_at (self, table, table->name, cancellable, error);

  if (!_vnus_postgres_say (self, cancellable, error, "CREATE TABLE %s (%s) PARTITION BY HASH (part)", table->name, columns))
    return FALSE;
  for (guint i = 0; i < n_partitions; i++)
    if (!make_partition (self, table, i, n_partitions, cancellable, error))
      return FALSE;

  return TRUE;
}

/* --- What is there --- */

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

static gboolean
ask_number (VnusPostgres  *self,
            const char    *sql,
            gint64        *number,
            GCancellable  *cancellable,
            GError       **error)
{
  *number = 0;
  return _vnus_postgres_run (&self->parent, sql, NULL, 0, _vnus_store_take_integer, number, cancellable, error);
}

static const char count_meta[] =
  "SELECT count (*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema () AND tablename = 'meta'";

/* Looked at on each new connection: partitions may have moved to other servers. */
gboolean
_vnus_postgres_find_spread (VnusPostgres  *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  static const char count_foreign[] =
    "SELECT count (*) FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace"
    " WHERE nspname = current_schema () AND relkind = 'f'";
  gint64 n = 0;

  if (!ask_number (self, count_foreign, &n, cancellable, error))
    return FALSE;
  self->is_spread = n > 0;

  return TRUE;
}

/* The number of the schema, 0 where there is none. */
static gboolean
find_schema (VnusPostgres  *self,
             gint64        *schema,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char get_schema[] = "SELECT value FROM meta WHERE name = 'schema'";
  g_autofree char *number = NULL;
  g_autoptr (GError) failure = NULL;

  *schema = 0;
  if (!ask_number (self, count_meta, schema, cancellable, error))
    return FALSE;
  if (*schema == 0)
    return TRUE;

  if (_vnus_postgres_run (&self->parent, get_schema, NULL, 0, take_text, &number, cancellable, &failure) && number != NULL)
    {
      *schema = g_ascii_strtoll (number, NULL, 10);
      return TRUE;
    }

  /* Without the columns: another's table. */
  if (failure == NULL || g_error_matches (failure, VNUS_STORE_ERROR, VNUS_STORE_ERROR_FAILED))
    g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_A_STORE,
                         "the schema of this PostgreSQL database has a table meta, but no store of a chronicle");
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_for_us (VnusPostgres  *self,
           gint64         schema,
           gboolean       is_creating,
           GError       **error)
{
  if (schema > VNUS_POSTGRES_SCHEMA)
    g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NEWER,
                 "the store has schema %" G_GINT64_FORMAT "; this library knows those up to %u", schema, VNUS_POSTGRES_SCHEMA);
  else if (schema == 0 && !is_creating)
    g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND,
                         "there is no store in this PostgreSQL database yet, or none that this role may see");
  else if (schema < VNUS_POSTGRES_SCHEMA && (self->flags & VNUS_STORE_FLAGS_READ_ONLY) != 0)
    g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY,
                 "the store has the older schema %" G_GINT64_FORMAT
                 "; open it for writing once, which brings it to %u", schema, VNUS_POSTGRES_SCHEMA);
  else
    return TRUE;

  return FALSE;
}

gboolean
_vnus_postgres_get_setting (VnusPostgres  *self,
                            const char    *name,
                            char         **value,
                            GCancellable  *cancellable,
                            GError       **error)
{
  static const char sql[] = "SELECT current_setting ($1, true)";
  const VnusSqlValue param = _vnus_sql_text (name);

  return _vnus_postgres_run (&self->parent, sql, &param, 1, take_text, value, cancellable, error);
}

static gboolean
find_n_partitions (VnusPostgres  *self,
                   guint         *n,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *text = NULL;
  guint64 number = PARTITIONS;

  *n = 0;
  if (!self->is_postgres)
    return TRUE;
  if (!_vnus_postgres_get_setting (self, "vnus.partitions", &text, cancellable, error))
    return FALSE;
  if (text != NULL && *text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, MOST_PARTITIONS, &number, NULL))
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BAD_ADDRESS,
                   "the setting vnus.partitions is “%.40s”; expected a number from 0 to %u", text, MOST_PARTITIONS);
      return FALSE;
    }
  *n = (guint) number;

  return TRUE;
}

static gboolean
create (VnusPostgres  *self,
        GCancellable  *cancellable,
        GError       **error)
{
  guint n_partitions;

  if (!find_n_partitions (self, &n_partitions, cancellable, error))
    return FALSE;
  /* Whoever named a schema has made it. */
  if (g_str_equal (self->schema, "vnus") && !_vnus_postgres_say (self, cancellable, error, "CREATE SCHEMA IF NOT EXISTS vnus"))
    return FALSE;
  for (guint i = 0; i < VNUS_POSTGRES_N_TABLES; i++)
    if (!_vnus_postgres_make_table (self, &_vnus_postgres_tables[i], n_partitions, cancellable, error))
      return FALSE;

  return _vnus_postgres_say (self, cancellable, error, "%s", _vnus_postgres_views) &&
         _vnus_postgres_say (self, cancellable, error, "INSERT INTO meta (name, value) VALUES ('schema', '%u'), ('writer', '')", VNUS_POSTGRES_SCHEMA);
}

/* --- Places --- */

static gboolean
take_place (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  g_ptr_array_add (user_data, g_strdup (columns[0].text));
  return TRUE;
}

GPtrArray *
_vnus_postgres_list_places (VnusPostgres             *self,
                            const VnusPostgresTable  *table,
                            GCancellable             *cancellable,
                            GError                  **error)
{
  static const char list[] =
    "SELECT relname FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace"
    " WHERE nspname = current_schema () AND relkind = 'r'"
    " AND (relname = $1 OR pg_class.oid IN (SELECT inhrelid FROM pg_catalog.pg_inherits"
    " WHERE inhparent = to_regclass ($1))) ORDER BY relname";
  const VnusSqlValue name = _vnus_sql_text (table->name);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  if (!_vnus_postgres_run (&self->parent, list, &name, 1, take_place, places, cancellable, error))
    return NULL;

  return g_steal_pointer (&places);
}

/* --- Making a store whole --- */

/* Once; another may do the same at the same time, and then one of the two fails. */
static gboolean
make_new (VnusPostgres  *self,
          GCancellable  *cancellable,
          GError       **error)
{
  if (_vnus_postgres_say (self, cancellable, error, "BEGIN") && create (self, cancellable, error) &&
      _vnus_postgres_say (self, cancellable, error, "COMMIT"))
    return TRUE;

  self->parent.klass->rollback (&self->parent);
  return FALSE;
}

/* To begin is what mends a store that lies on several servers. */
static gboolean
look_once (VnusPostgres  *self,
           GCancellable  *cancellable,
           GError       **error)
{
  VnusSqlEngine *engine = &self->parent;
  const gboolean is_good = !self->is_spread || engine->klass->begin (engine, VNUS_SQL_READ, cancellable, error);

  engine->klass->rollback (engine);
  return is_good;
}

gboolean
_vnus_postgres_set_up (VnusSqlEngine  *engine,
                       gboolean        is_creating,
                       GCancellable   *cancellable,
                       GError        **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;
  g_autoptr (GError) failure = NULL;
  gint64 schema;

  for (guint attempt = 0; attempt < 2; attempt++)
    {
      if (!find_schema (self, &schema, cancellable, error) || !is_for_us (self, schema, is_creating, error))
        {
          engine->klass->rollback (engine);
          return FALSE;
        }
      if (schema == VNUS_POSTGRES_SCHEMA)
        return !is_creating || look_once (self, cancellable, error);

      g_clear_error (&failure);
      if (schema == 0 ? make_new (self, cancellable, &failure) : _vnus_postgres_migrate (self, schema, cancellable, &failure))
        return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Indexes that rest --- */

typedef gboolean (*PlaceFunc) (VnusPostgres  *self,
                               const VnusPostgresTable  *table,
                               const char    *place,
                               GCancellable  *cancellable,
                               GError       **error);

static gboolean
for_each_resting (VnusPostgres  *self,
                  PlaceFunc      func,
                  GCancellable  *cancellable,
                  GError       **error)
{
  for (guint i = 0; i < VNUS_POSTGRES_N_TABLES; i++)
    {
      g_autoptr (GPtrArray) places = NULL;

      if (!_vnus_postgres_tables[i].rests)
        continue;
      places = _vnus_postgres_list_places (self, &_vnus_postgres_tables[i], cancellable, error);
      if (places == NULL)
        return FALSE;
      for (guint k = 0; k < places->len; k++)
        if (!func (self, &_vnus_postgres_tables[i], g_ptr_array_index (places, k), cancellable, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
drop_at (VnusPostgres  *self,
         const VnusPostgresTable  *table,
         const char    *place,
         GCancellable  *cancellable,
         GError       **error)
{
  if (!_vnus_postgres_say (self, cancellable, error, "ALTER TABLE %s DROP CONSTRAINT %s_pkey", place, place))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (table->indexes) && table->indexes[i].name != NULL; i++)
    if (!_vnus_postgres_say (self, cancellable, error, "DROP INDEX %s_by_%s", place, table->indexes[i].name))
      return FALSE;

  return TRUE;
}

static gboolean
make_at (VnusPostgres  *self,
         const VnusPostgresTable  *table,
         const char    *place,
         GCancellable  *cancellable,
         GError       **error)
{
  return make_indexes_at (self, table, place, cancellable, error) &&
         _vnus_postgres_say (self, cancellable, error, "ANALYZE %s", place);
}

/* Only where a change of tables is part of the transaction, as in PostgreSQL itself. */
gboolean
_vnus_postgres_drop_indexes (VnusPostgres  *self,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return !self->is_postgres || for_each_resting (self, drop_at, cancellable, error);
}

gboolean
_vnus_postgres_make_indexes (VnusSqlEngine  *engine,
                             GCancellable   *cancellable,
                             GError        **error)
{
  VnusPostgres *self = (VnusPostgres *) engine;

  return !self->is_postgres ||
         (_vnus_postgres_say (self, cancellable, error, "SET LOCAL maintenance_work_mem = '256MB'") &&
          for_each_resting (self, make_at, cancellable, error));
}
