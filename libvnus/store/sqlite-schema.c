/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the tables of a SQLite store, and how an older store gets them.
 *
 * docs/stores.md describes them. PRAGMA user_version counts the schemas that this
 * library knows, PRAGMA application_id tells that the database is a store. */
#include "store/sqlite-engine-private.h"

#include "base/vnus-clip-private.h"

#define APPLICATION_ID 1450079603 /* "Vnus" */
#define SET_APPLICATION_ID "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID) ";"

/* Indexes that rest while an empty store is filled. */
static const struct
{
  const char *drop;
  const char *make;
} indexes[] = {
  { "DROP INDEX records_by_id", "CREATE UNIQUE INDEX records_by_id ON records (id)" },
  { "DROP INDEX terms_by_id", "CREATE UNIQUE INDEX terms_by_id ON terms (id, n)" },
  { "DROP INDEX terms_by_what", "CREATE INDEX terms_by_what ON terms (what, kind, last_day, first_day, field, id)" },
  { "DROP INDEX names_by_id", "CREATE UNIQUE INDEX names_by_id ON names (id, n)" },
  { "DROP INDEX names_by_name", "CREATE INDEX names_by_name ON names (name, id)" },
};

/* What makes schema n of schema n − 1. What was released is never changed: a change
 * is one more of these, and one more stored database in the tests. */
static const char *const migrations[] = {
  "CREATE TABLE meta ("
  "  name TEXT NOT NULL PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE commits ("
  "  revision INTEGER NOT NULL PRIMARY KEY,"
  "  at TEXT NOT NULL,"
  "  author TEXT,"
  "  reason TEXT,"
  "  source TEXT,"
  "  n_changes INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE changes ("
  "  part TEXT NOT NULL,"
  "  revision INTEGER NOT NULL REFERENCES commits,"
  "  id TEXT NOT NULL,"
  "  before TEXT,"
  "  after TEXT,"
  "  reason TEXT,"
  "  author TEXT,"
  "  source TEXT,"
  "  PRIMARY KEY (revision, id)"
  ") STRICT;"
  "CREATE INDEX changes_by_id ON changes (id, revision);"

  "CREATE TABLE records ("
  "  part TEXT NOT NULL,"
  "  id TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  label TEXT,"
  "  earliest_start INTEGER,"
  "  latest_start INTEGER,"
  "  earliest_end INTEGER,"
  "  latest_end INTEGER,"
  "  revision INTEGER NOT NULL REFERENCES commits,"
  "  body TEXT NOT NULL"
  ") STRICT;"
  "CREATE UNIQUE INDEX records_by_id ON records (id);"

  "CREATE TABLE terms ("
  "  part TEXT NOT NULL,"
  "  id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,"
  "  what TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  field TEXT NOT NULL,"
  "  role TEXT,"
  "  capacity TEXT,"
  "  first_day INTEGER NOT NULL,"
  "  last_day INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX terms_by_id ON terms (id);"
  "CREATE INDEX terms_by_what ON terms (what, kind, last_day, first_day, field, id);"

  "CREATE TABLE names ("
  "  part TEXT NOT NULL,"
  "  id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,"
  "  name TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX names_by_id ON names (id);"
  "CREATE INDEX names_by_name ON names (name, id);",

  /* Views for whoever asks by hand. */
  "CREATE VIEW record_list AS"
  " SELECT id, kind, coalesce (body ->> '$.label.en', body ->> '$.label.vi', id) AS name,"
  "  date (earliest_start * 86400, 'unixepoch') AS first_day, date (latest_end * 86400, 'unixepoch') AS last_day,"
  "  part, revision FROM records;"
  "CREATE VIEW participation AS"
  " SELECT terms.id AS event, terms.kind, terms.what AS actor, terms.role, terms.capacity,"
  "  record_list.name, record_list.first_day, record_list.last_day"
  " FROM terms JOIN record_list ON record_list.id = terms.id WHERE terms.field = 'participants';"
  "CREATE VIEW relation_list AS"
  " SELECT substr (terms.what, 1, instr (terms.what, '/') - 1) AS one, substr (terms.what, instr (terms.what, '/') + 1) AS other,"
  "  terms.kind, terms.id, record_list.name, record_list.first_day, record_list.last_day"
  " FROM terms JOIN record_list ON record_list.id = terms.id WHERE terms.field = 'between';"
  "CREATE VIEW history AS"
  " SELECT commits.revision, commits.at, coalesce (changes.author, commits.author) AS author,"
  "  coalesce (changes.reason, commits.reason) AS reason, changes.id, changes.before, changes.after"
  " FROM commits JOIN changes ON changes.revision = commits.revision;",

  /* Records that a view may show without some of their values are found as such. */
  "INSERT INTO terms (part, id, what, kind, field, first_day, last_day)"
  " SELECT part, id, '~', kind, '', -2147483648, 2147483647 FROM records WHERE EXISTS"
  " (SELECT 1 FROM json_each (body, '$.citations') AS citation"
  "  WHERE citation.value ->> '$.field' IS NOT NULL OR citation.value ->> '$.rank' = 'deprecated');",

  /* Each term and name of a record is known by its number. */
  "ALTER TABLE terms ADD COLUMN n INTEGER NOT NULL DEFAULT 0;"
  "UPDATE terms SET n = (SELECT count(*) FROM terms AS other WHERE other.id = terms.id AND other.rowid < terms.rowid);"
  "DROP INDEX terms_by_id;"
  "CREATE UNIQUE INDEX terms_by_id ON terms (id, n);"
  "ALTER TABLE names ADD COLUMN n INTEGER NOT NULL DEFAULT 0;"
  "UPDATE names SET n = (SELECT count(*) FROM names AS other WHERE other.id = names.id AND other.rowid < names.rowid);"
  "DROP INDEX names_by_id;"
  "CREATE UNIQUE INDEX names_by_id ON names (id, n);",
};

gboolean
_vnus_sqlite_drop_indexes (VnusSqliteEngine  *self,
                           GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!_vnus_sqlite_exec (self, indexes[i].drop, error))
      return FALSE;

  return TRUE;
}

gboolean
_vnus_sqlite_make_indexes (VnusSqlEngine  *engine,
                           GCancellable   *cancellable,
                           GError        **error)
{
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;

  self->cancellable = cancellable;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!_vnus_sqlite_exec (self, indexes[i].make, error))
      return FALSE;

  return TRUE;
}

/* --- What is there --- */

typedef struct
{
  gint64 application;
  gint64 schema;
  gint64 n_tables;
} Found;

static gboolean
look (VnusSqliteEngine  *self,
      Found             *found,
      GError           **error)
{
  static const char application[] = "PRAGMA application_id";
  static const char schema[] = "PRAGMA user_version";
  static const char tables[] = "SELECT count(*) FROM sqlite_schema";

  return _vnus_sqlite_get_number (self, application, &found->application, error) &&
         _vnus_sqlite_get_number (self, schema, &found->schema, error) &&
         _vnus_sqlite_get_number (self, tables, &found->n_tables, error);
}

/* Whether this library can go on with it. */
static gboolean
is_for_us (VnusSqliteEngine  *self,
           const Found       *found,
           gboolean           is_creating,
           GError           **error)
{
  if (found->application != APPLICATION_ID && (found->n_tables > 0 || found->application != 0))
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_A_STORE,
                   "%s: this is a database, but no store of a chronicle", _vnus_clip (self->path).text);
      return FALSE;
    }

  if (found->schema > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NEWER,
                   "%s: the store has schema %" G_GINT64_FORMAT "; this library knows those up to %u",
                   _vnus_clip (self->path).text, found->schema, (guint) G_N_ELEMENTS (migrations));
      return FALSE;
    }

  if (found->schema == 0 && !is_creating)
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_FOUND, "%s: there is no store yet",
                   _vnus_clip (self->path).text);
      return FALSE;
    }

  if (found->schema < (gint64) G_N_ELEMENTS (migrations) && self->is_read_only)
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY,
                   "%s: the store has the older schema %" G_GINT64_FORMAT "; open it for writing once, which brings it to %u",
                   _vnus_clip (self->path).text, found->schema, (guint) G_N_ELEMENTS (migrations));
      return FALSE;
    }

  return TRUE;
}

/* Under the lock of who writes: another may have migrated meanwhile. */
static gboolean
migrate (VnusSqliteEngine  *self,
         gboolean           is_creating,
         GError           **error)
{
  Found found;

  if (!look (self, &found, error) || !is_for_us (self, &found, is_creating, error))
    return FALSE;

  for (guint i = (guint) found.schema; i < G_N_ELEMENTS (migrations); i++)
    {
      g_autofree char *count = g_strdup_printf ("PRAGMA user_version = %u", i + 1);

      if (!_vnus_sqlite_exec (self, migrations[i], error) || !_vnus_sqlite_exec (self, SET_APPLICATION_ID, error) ||
          !_vnus_sqlite_exec (self, count, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_vnus_sqlite_set_up (VnusSqlEngine  *engine,
                     gboolean        is_creating,
                     GCancellable   *cancellable,
                     GError        **error)
{
  static const char journal[] = "PRAGMA journal_mode = WAL";
  VnusSqliteEngine *self = (VnusSqliteEngine *) engine;
  Found found;

  if (!look (self, &found, error) || !is_for_us (self, &found, is_creating, error))
    return FALSE;
  if (found.schema == (gint64) G_N_ELEMENTS (migrations))
    return TRUE;

  if (!_vnus_sqlite_exec (self, journal, error) || !engine->klass->begin (engine, VNUS_SQL_WRITE, cancellable, error))
    return FALSE;
  if (migrate (self, is_creating, error) && engine->klass->commit (engine, error))
    return TRUE;

  engine->klass->rollback (engine);
  return FALSE;
}
