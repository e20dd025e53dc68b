/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: whether a store is what it should be.
 *
 * The database looks at itself; then every row is compared with what the bodies of the
 * records make of it, and every record with what its changes say became of it. */
#include <vnus/vnus-store.h>

#include "base/vnus-clip-private.h"
#include "model/vnus-record-private.h"
#include "store/store-rows-private.h"

typedef struct
{
  VnusStore       *store;
  VnusSqlEngine   *engine;
  GCancellable    *cancellable;
  VnusStoreProgress progress;
  VnusStoreReader  reader;
  GPtrArray       *faults;    /* (element-type utf8) (owned) */
  GHashTable      *columns;   /* (element-type utf8 utf8) by id: what the row of a record says beside its body */
  GHashTable      *bodies;    /* (element-type utf8 utf8) by id: a digest of the body */
  GHashTable      *revisions; /* (element-type utf8 gint64) by id: of its last change, as its row says; until that is found */
  GHashTable      *sums;      /* (element-type utf8 guint64) by id: of the rows of one table */
  char            *changed;   /* the id of the last change that was looked at */
  char            *after;     /* what it was then, as a digest */
  gint64           changed_in; /* the revision of it */
  gint64           revision;  /* the last that was looked at */
} Check;

static void
add_fault (Check      *self,
           const char *format,
           ...) G_GNUC_PRINTF (2, 3);

static void
add_fault (Check      *self,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
ask (Check           *self,
     const char      *sql,
     VnusSqlRowFunc   func,
     GError         **error)
{
  return _vnus_sql_run (self->engine, sql, NULL, 0, func, self, self->cancellable, error);
}

/* --- Rows as texts --- */

static void
append (GString    *text,
        const char *part)
{
  g_string_append (text, part != NULL ? part : "\x01");
  g_string_append_c (text, '\x1f');
}

static char *
text_of_columns (const VnusSqlValue *columns,
                 guint               n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].type == VNUS_SQL_INTEGER)
      g_string_append_printf (text, "%" G_GINT64_FORMAT "\x1f", columns[i].integer);
    else
      append (text, columns[i].type == VNUS_SQL_NULL ? NULL : columns[i].text);

  return g_string_free (text, FALSE);
}

static guint64
sum_of (const char *text)
{
  guint64 sum = 14695981039346656037u;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    sum = (sum ^ *p) * 1099511628211u;

  return sum;
}

/* The order of rows does not matter. */
static void
add_sum (GHashTable *sums,
         const char *id,
         const char *text)
{
  guint64 *sum = g_hash_table_lookup (sums, id);

  if (sum == NULL)
    {
      sum = g_new0 (guint64, 1);
      g_hash_table_insert (sums, g_strdup (id), sum);
    }
  *sum += sum_of (text);
}

/* --- Records --- */

static gboolean
take_damage (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  add_fault (user_data, "the database says: %s", columns[0].text);
  return TRUE;
}

/* id, body, revision, and what else the row has. */
static gboolean
take_record (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  Check *self = user_data;
  g_autoptr (GError) failure = NULL;
  const char *id = columns[0].text;
  const gint64 revision = _vnus_sql_get_integer (&columns[2]);
  VnusRecord *record = _vnus_store_read_body (&self->reader, columns[1].text, columns[1].length, &failure);

  _vnus_store_progress_step (&self->progress);
  if (record == NULL)
    {
      add_fault (self, "records: “%s”: %s", _vnus_clip (id).text, failure->message);
      return TRUE;
    }
  if (!g_str_equal (vnus_record_get_id (record), id))
    {
      add_fault (self, "records: the row of “%s” has the body of “%s”", _vnus_clip (id).text, vnus_record_get_id (record));
      g_object_unref (record);
      return TRUE;
    }

  g_ptr_array_add (self->reader.records, record);
  g_hash_table_insert (self->columns, g_strdup (id), text_of_columns (columns + 3, n_columns - 3));
  g_hash_table_insert (self->revisions, g_strdup (id), g_memdup2 (&revision, sizeof revision));
  g_hash_table_insert (self->bodies, g_strdup (id), g_compute_checksum_for_string (G_CHECKSUM_SHA256, columns[1].text, -1));

  return TRUE;
}

static void
check_columns (Check              *self,
               const VnusStoreRow *row)
{
  const char *id = vnus_record_get_id (row->record);
  const VnusSqlValue columns[] = {
    _vnus_sql_text (row->part), _vnus_sql_text (row->kind), _vnus_sql_text (row->label),
    row->days[0], row->days[1], row->days[2], row->days[3],
  };
  g_autofree char *expected = text_of_columns (columns, G_N_ELEMENTS (columns));
  g_autofree char *body = g_compute_checksum_for_string (G_CHECKSUM_SHA256, row->body, -1);

  if (!g_str_equal (expected, g_hash_table_lookup (self->columns, id)))
    add_fault (self, "records: a column of “%s” is not what its body says", id);
  if (!g_str_equal (body, g_hash_table_lookup (self->bodies, id)))
    add_fault (self, "records: the body of “%s” is not in its canonical form", id);
}

static char *
text_of_term (const VnusStoreRow *row,
              const VnusTermRow  *term)
{
  const VnusSqlValue columns[] = {
    _vnus_sql_text (row->part),
    _vnus_sql_text (term->what),
    _vnus_sql_text (g_str_equal (term->field, VNUS_TERM_REPORT) ? "" : row->kind),
    _vnus_sql_text (term->field),
    _vnus_sql_text (term->role),
    _vnus_sql_text (term->capacity),
    _vnus_sql_integer (term->first_day),
    _vnus_sql_integer (term->last_day),
  };

  return text_of_columns (columns, G_N_ELEMENTS (columns));
}

static void
sum_row (const VnusStoreRow *row,
         GHashTable         *terms,
         GHashTable         *names)
{
  const char *id = vnus_record_get_id (row->record);

  for (guint i = 0; i < row->terms->len; i++)
    {
      g_autofree char *text = text_of_term (row, &g_array_index (row->terms, VnusTermRow, i));

      add_sum (terms, id, text);
    }
  for (guint i = 0; i < row->names->len; i++)
    {
      const VnusSqlValue columns[] = { _vnus_sql_text (row->part), _vnus_sql_text (g_ptr_array_index (row->names, i)) };
      g_autofree char *text = text_of_columns (columns, G_N_ELEMENTS (columns));

      add_sum (names, id, text);
    }
}

static gboolean
take_sum (const VnusSqlValue  *columns,
          guint                n_columns,
          gpointer             user_data,
          GError             **error)
{
  Check *self = user_data;
  g_autofree char *text = text_of_columns (columns + 1, n_columns - 1);

  add_sum (self->sums, columns[0].text, text);
  return TRUE;
}

static void
compare_sums (Check      *self,
              const char *table,
              GHashTable *expected)
{
  GHashTableIter iter;
  gpointer id, sum;

  g_hash_table_iter_init (&iter, self->sums);
  while (g_hash_table_iter_next (&iter, &id, &sum))
    {
      const guint64 *other = g_hash_table_lookup (expected, id);

      if (other == NULL || *other != *(guint64 *) sum)
        add_fault (self, "%s: the rows of “%s” are not what its record says", table, _vnus_clip (id).text);
    }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (self->sums, id))
      add_fault (self, "%s: “%s” has no rows", table, (char *) id);
}

static gboolean
check_table (Check       *self,
             const char  *table,
             const char  *sql,
             GHashTable  *expected,
             GError     **error)
{
  self->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!ask (self, sql, take_sum, error))
    return FALSE;

  compare_sums (self, table, expected);
  g_clear_pointer (&self->sums, g_hash_table_unref);

  return TRUE;
}

static gboolean
check_records (Check   *self,
               GError **error)
{
  static const char records[] =
    "SELECT id, body, revision, part, kind, label, earliest_start, latest_start, earliest_end, latest_end FROM records ORDER BY id";
  static const char terms[] = "SELECT id, part, what, kind, field, role, capacity, first_day, last_day FROM terms";
  static const char names[] = "SELECT id, part, name FROM names";
  g_autoptr (GHashTable) of_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) of_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (VnusRoots) roots = NULL;

  if (!_vnus_store_progress_init (&self->progress, self->store, self->engine, self->cancellable, error) ||
      !ask (self, records, take_record, error))
    return FALSE;

  roots = _vnus_roots_new_from ((VnusRecord **) self->reader.records->pdata, self->reader.records->len);
  for (guint i = 0; i < self->reader.records->len; i++)
    {
      g_autoptr (VnusStoreRow) row = _vnus_store_row_new (g_ptr_array_index (self->reader.records, i), roots, 0);

      check_columns (self, row);
      sum_row (row, of_terms, of_names);
    }

  return check_table (self, "terms", terms, of_terms, error) && check_table (self, "names", names, of_names, error);
}

/* --- History --- */

/* revision, n_changes, and how many rows there are */
static gboolean
take_commit (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  Check *self = user_data;
  const gint64 revision = _vnus_sql_get_integer (&columns[0]), n_changes = _vnus_sql_get_integer (&columns[1]);
  const gint64 n_rows = _vnus_sql_get_integer (&columns[2]);

  if (revision != self->revision + 1)
    add_fault (self, "commits: after revision %" G_GINT64_FORMAT " comes %" G_GINT64_FORMAT, self->revision, revision);
  if (n_rows != n_changes && !(revision == 1 && n_rows == 0))
    add_fault (self, "changes: revision %" G_GINT64_FORMAT " has %" G_GINT64_FORMAT " rows and should have %" G_GINT64_FORMAT, revision,
               n_rows, n_changes);
  self->revision = revision;

  return TRUE;
}

static void
check_revision (Check      *self,
                const char *id,
                gint64      expected)
{
  const gint64 *revision = g_hash_table_lookup (self->revisions, id);

  if (revision != NULL && *revision != expected)
    add_fault (self, "records: “%s” is of revision %" G_GINT64_FORMAT ", and its last change of %" G_GINT64_FORMAT,
               _vnus_clip (id).text, *revision, expected);
  g_hash_table_remove (self->revisions, id);
}

/* What a record became must be what it is. */
static void
end_changes (Check *self)
{
  const char *body = self->changed != NULL ? g_hash_table_lookup (self->bodies, self->changed) : NULL;

  if (self->changed != NULL && g_strcmp0 (self->after, body) != 0)
    add_fault (self, "changes: “%s” is not what its last change made of it", _vnus_clip (self->changed).text);
  if (self->changed != NULL)
    check_revision (self, self->changed, self->changed_in);
  g_clear_pointer (&self->changed, g_free);
  g_clear_pointer (&self->after, g_free);
}

static char *
digest_of (const VnusSqlValue *column)
{
  return column->type == VNUS_SQL_NULL ? NULL : g_compute_checksum_for_string (G_CHECKSUM_SHA256, column->text, -1);
}

/* What stood before or after a change, or NULL, is the record. */
static void
check_body (Check              *self,
            const VnusSqlValue *id,
            gint64              revision,
            const VnusSqlValue *body)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (VnusRecord) record = NULL;

  if (body->type == VNUS_SQL_NULL)
    return;

  record = _vnus_store_read_body (&self->reader, body->text, body->length, &failure);
  if (record == NULL)
    add_fault (self, "changes: revision %" G_GINT64_FORMAT " of “%s”: %s", revision, _vnus_clip (id->text).text, failure->message);
  else if (!g_str_equal (vnus_record_get_id (record), id->text))
    add_fault (self, "changes: revision %" G_GINT64_FORMAT " of “%s” has a body of “%s”", revision, _vnus_clip (id->text).text,
               vnus_record_get_id (record));
}

/* id, revision, before, after */
static gboolean
take_change (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  Check *self = user_data;
  const gint64 revision = _vnus_sql_get_integer (&columns[1]);
  g_autofree char *before = digest_of (&columns[2]);

  check_body (self, &columns[0], revision, &columns[2]);
  check_body (self, &columns[0], revision, &columns[3]);
  if (g_strcmp0 (self->changed, columns[0].text) == 0 && g_strcmp0 (self->after, before) != 0)
    add_fault (self, "changes: revision %" G_GINT64_FORMAT " of “%s” does not go on from the one before it", revision,
               _vnus_clip (columns[0].text).text);
  if (g_strcmp0 (self->changed, columns[0].text) != 0)
    end_changes (self);

  g_free (self->changed);
  g_free (self->after);
  self->changed = g_strdup (columns[0].text);
  self->after = digest_of (&columns[3]);
  self->changed_in = revision;

  return TRUE;
}

static gboolean
take_orphan (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  add_fault (user_data, "changes: “%s” changed in revision %" G_GINT64_FORMAT ", which is no commit",
             _vnus_clip (columns[0].text).text, _vnus_sql_get_integer (&columns[1]));
  return TRUE;
}

/* What never changed is as it was filled in. */
static void
check_unchanged (Check *self)
{
  GHashTableIter iter;
  gpointer id, revision;

  g_hash_table_iter_init (&iter, self->revisions);
  while (g_hash_table_iter_next (&iter, &id, &revision))
    if (*(gint64 *) revision != 1)
      add_fault (self, "records: “%s” is of revision %" G_GINT64_FORMAT ", which did not change it", (char *) id,
                 *(gint64 *) revision);
}

static gboolean
check_history (Check   *self,
               GError **error)
{
  static const char commits[] =
    "SELECT revision, n_changes, (SELECT count(*) FROM changes WHERE changes.revision = commits.revision) FROM commits ORDER BY revision";
  static const char changes[] = "SELECT id, revision, before, after FROM changes ORDER BY id, revision";
  static const char orphans[] =
    "SELECT id, revision FROM changes WHERE NOT EXISTS (SELECT 1 FROM commits WHERE commits.revision = changes.revision)"
    " ORDER BY id, revision";

  if (!ask (self, commits, take_commit, error) || !ask (self, changes, take_change, error) ||
      !ask (self, orphans, take_orphan, error))
    return FALSE;

  end_changes (self);
  check_unchanged (self);
  return TRUE;
}

static gboolean
check_all (Check   *self,
           GError **error)
{
  VnusSqlEngine *engine = self->engine;
  gboolean good;

  /* The database looks at itself in transactions of its own. */
  if (!engine->klass->check (engine, take_damage, self, self->cancellable, error) ||
      !engine->klass->begin (engine, VNUS_SQL_READ, self->cancellable, error))
    return FALSE;

  good = check_records (self, error) && check_history (self, error);
  engine->klass->rollback (engine);

  return good;
}

/**
 * vnus_store_check:
 * @self: a store
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Looks whether the store is what it should be: the database, the rows by which
 * records are found, and the history.
 *
 * It reads everything, and changes nothing; [signal@Vnus.Store::progress] tells how
 * far it is. A store that is damaged too far to be read
 * is an error: `DAMAGED` of [error@Vnus.StoreError].
 *
 * Returns: (transfer full) (array zero-terminated=1): what is wrong, a sentence in
 *   English each; none if all is well
 *
 * Since: 0.1
 */
char **
vnus_store_check (VnusStore     *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VnusStoreCore *core;
  Check check = { .store = self, .cancellable = cancellable };
  gboolean good;

  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = _vnus_store_lock (self, cancellable, error);
  if (core == NULL)
    return NULL;

  check.engine = core->engine;
  check.faults = g_ptr_array_new ();
  check.columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check.bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check.revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  _vnus_store_reader_init (&check.reader);
  good = check_all (&check, error);
  _vnus_store_unlock (core);
  _vnus_store_reader_clear (&check.reader);
  g_clear_pointer (&check.sums, g_hash_table_unref);
  g_clear_pointer (&check.changed, g_free);
  g_clear_pointer (&check.after, g_free);
  g_hash_table_unref (check.columns);
  g_hash_table_unref (check.bodies);
  g_hash_table_unref (check.revisions);

  g_ptr_array_add (check.faults, NULL);
  if (good)
    return (char **) g_ptr_array_free (check.faults, FALSE);

  g_strfreev ((char **) g_ptr_array_free (check.faults, FALSE));
  return NULL;
}
