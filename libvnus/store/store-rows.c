/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: writing rows of records, and making records of them again. */
#include "store/store-rows-private.h"

#include "io/json-writer-private.h"
#include "model/vnus-record-private.h"

/* --- Writing --- */

/* Through rows, and through the terms or names of each. */
typedef struct
{
  VnusStoreRow **rows;
  guint          n_rows;
  guint          next;    /* row */
  guint          inner;   /* the next term or name of the row before that */
  guint          n_inner; /* how many it has */

  /* What it has in common, measured once. */
  VnusSqlValue   part;
  VnusSqlValue   id;
  VnusSqlValue   kind;
} Cursor;

static const VnusStoreRow *
next_row (Cursor *cursor)
{
  const VnusStoreRow *row;

  if (cursor->next == cursor->n_rows)
    return NULL;

  row = cursor->rows[cursor->next++];
  cursor->part = _vnus_sql_text (row->part);
  cursor->id = _vnus_sql_text (vnus_record_get_id (row->record));
  cursor->kind = _vnus_sql_text (row->kind);
  cursor->inner = 0;

  return row;
}

static gboolean
next_record (VnusSqlValue  *columns,
             gpointer       user_data,
             GError       **error)
{
  Cursor *cursor = user_data;
  const VnusStoreRow *row = next_row (cursor);

  if (row == NULL)
    return FALSE;

  columns[0] = cursor->part;
  columns[1] = cursor->id;
  columns[2] = cursor->kind;
  columns[3] = _vnus_sql_text (row->label);
  for (guint i = 0; i < G_N_ELEMENTS (row->days); i++)
    columns[4 + i] = row->days[i];
  columns[8] = _vnus_sql_integer (row->revision);
  columns[9] = (VnusSqlValue) { VNUS_SQL_TEXT, 0, row->body, row->body_length };

  return TRUE;
}

static gboolean
next_term (VnusSqlValue  *columns,
           gpointer       user_data,
           GError       **error)
{
  Cursor *cursor = user_data;
  const VnusTermRow *term;
  gboolean is_report;

  while (cursor->inner == cursor->n_inner)
    {
      const VnusStoreRow *row = next_row (cursor);

      if (row == NULL)
        return FALSE;
      cursor->n_inner = row->terms->len;
    }

  term = &g_array_index (cursor->rows[cursor->next - 1]->terms, VnusTermRow, cursor->inner);
  is_report = g_str_equal (term->field, VNUS_TERM_REPORT);
  columns[0] = cursor->part;
  columns[1] = cursor->id;
  columns[2] = _vnus_sql_integer (cursor->inner++);
  columns[3] = _vnus_sql_text (term->what);
  /* Reports are found by source and day alone. */
  columns[4] = is_report ? _vnus_sql_text ("") : cursor->kind;
  columns[5] = _vnus_sql_text (term->field);
  columns[6] = _vnus_sql_text (term->role);
  columns[7] = _vnus_sql_text (term->capacity);
  columns[8] = _vnus_sql_integer (term->first_day);
  columns[9] = _vnus_sql_integer (term->last_day);

  return TRUE;
}

static gboolean
next_name (VnusSqlValue  *columns,
           gpointer       user_data,
           GError       **error)
{
  Cursor *cursor = user_data;

  while (cursor->inner == cursor->n_inner)
    {
      const VnusStoreRow *row = next_row (cursor);

      if (row == NULL)
        return FALSE;
      cursor->n_inner = row->names->len;
    }

  columns[0] = cursor->part;
  columns[1] = cursor->id;
  columns[2] = _vnus_sql_integer (cursor->inner);
  columns[3] = _vnus_sql_text (g_ptr_array_index (cursor->rows[cursor->next - 1]->names, cursor->inner));
  cursor->inner++;

  return TRUE;
}

gboolean
_vnus_store_insert_rows (VnusSqlEngine  *engine,
                         VnusStoreRow  **rows,
                         guint           n_rows,
                         GCancellable   *cancellable,
                         GError        **error)
{
  static const struct
  {
    const char      *table;
    const char      *columns;
    guint            n_columns;
    VnusSqlNextFunc  next;
  } tables[] = {
    { "records", "part, id, kind, label, earliest_start, latest_start, earliest_end, latest_end, revision, body", 10, next_record },
    { "terms", "part, id, n, what, kind, field, role, capacity, first_day, last_day", 10, next_term },
    { "names", "part, id, n, name", 4, next_name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Cursor cursor = { .rows = rows, .n_rows = n_rows };

      if (!engine->klass->load (engine, tables[i].table, tables[i].columns, tables[i].n_columns, tables[i].next, &cursor,
                                cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* --- Reading --- */

void
_vnus_store_reader_init (VnusStoreReader *self)
{
  _vnus_loader_init (&self->loader, "store", VNUS_LOAD_FLAGS_LENIENT, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

void
_vnus_store_reader_clear (VnusStoreReader *self)
{
  _vnus_loader_clear (&self->loader);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

VnusRecord *
_vnus_store_read_body (VnusStoreReader  *self,
                       const char       *body,
                       gsize             length,
                       GError          **error)
{
  VnusRecord *record = body != NULL ? _vnus_loader_read_alone (&self->loader, body, length, 1) : NULL;

  if (record != NULL)
    return record;

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED, "a record in the store cannot be read: %s",
               self->loader.error != NULL ? self->loader.error->message : "it has no body");
  g_clear_error (&self->loader.error);

  return NULL;
}

gboolean
_vnus_store_reader_take (const VnusSqlValue  *columns,
                         guint                n_columns,
                         gpointer             user_data,
                         GError             **error)
{
  VnusStoreReader *self = user_data;
  VnusRecord *record = _vnus_store_read_body (self, columns[0].text, columns[0].length, error);

  if (record == NULL)
    return FALSE;

  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id, (gpointer) vnus_record_get_id (record), record);

  return TRUE;
}

typedef struct
{
  VnusStoreReader *reader;
  char            *id;    /* (owned) (nullable) */
  VnusRecord      *label; /* (owned) (nullable) that has it */
} Envelope;

static gboolean
take_envelope (const VnusSqlValue  *columns,
               guint                n_columns,
               gpointer             user_data,
               GError             **error)
{
  Envelope *envelope = user_data;
  g_autofree char *body = NULL;

  if (g_strcmp0 (columns[0].text, "id") == 0)
    envelope->id = g_strdup (columns[1].text);
  if (g_strcmp0 (columns[0].text, "label") != 0)
    return TRUE;

  body = g_strconcat ("{\"kind\":\"topic\",\"id\":\"label\",\"label\":", columns[1].text, "}", NULL);
  envelope->label = _vnus_store_read_body (envelope->reader, body, strlen (body), error);

  return envelope->label != NULL;
}

static VnusChronicle *
make_chronicle (VnusStoreReader  *self,
                const Envelope   *envelope,
                GError          **error)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new (envelope->id != NULL ? envelope->id : "");
  g_autoptr (GError) failure = NULL;

  if (envelope->label != NULL)
    vnus_chronicle_set_label (chronicle, vnus_record_get_label (envelope->label));
  if (vnus_chronicle_add_many (chronicle, (VnusRecord **) self->records->pdata, self->records->len, &failure))
    return g_steal_pointer (&chronicle);

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED, "the records in the store are no chronicle: %s",
               failure->message);
  return NULL;
}

VnusChronicle *
_vnus_store_reader_make_chronicle (VnusStoreReader  *self,
                                   VnusSqlEngine    *engine,
                                   GCancellable     *cancellable,
                                   GError          **error)
{
  static const char sql[] = "SELECT name, value FROM meta";
  Envelope envelope = { self, NULL, NULL };
  VnusChronicle *chronicle = NULL;

  if (_vnus_sql_run (engine, sql, NULL, 0, take_envelope, &envelope, cancellable, error))
    chronicle = make_chronicle (self, &envelope, error);

  g_clear_object (&envelope.label);
  g_free (envelope.id);
  return chronicle;
}

/* --- Small things --- */

char *
_vnus_store_json_of (const char *const *texts,
                     guint              n_texts)
{
  VnusJsonWriter json;
  char *array;

  _vnus_json_writer_init (&json, TRUE);
  for (guint i = 0; i < n_texts; i++)
    {
      _vnus_json_put_raw (&json, i == 0 ? "[" : ",");
      _vnus_json_put_string (&json, texts[i]);
    }
  _vnus_json_put_raw (&json, n_texts == 0 ? "[]" : "]");
  _vnus_json_put (&json, "", 1);
  array = g_steal_pointer (&json.data);
  _vnus_json_writer_clear (&json);

  return array;
}

char *
_vnus_store_json_of_kinds (VnusKinds kinds)
{
  const char *names[VNUS_N_KINDS];
  guint n = 0;

  for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
    if ((kinds & 1u << kind) != 0)
      names[n++] = vnus_kind_to_string (kind);

  return _vnus_store_json_of (names, n);
}

GHashTable *
_vnus_store_set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
_vnus_store_json_of_set (GHashTable *set)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (set, &n);

  qsort (keys, n, sizeof *keys, compare_texts);
  return _vnus_store_json_of ((const char *const *) keys, n);
}

gboolean
_vnus_store_take_id (const VnusSqlValue  *columns,
                     guint                n_columns,
                     gpointer             set,
                     GError             **error)
{
  if (columns[0].type == VNUS_SQL_TEXT && !g_hash_table_contains (set, columns[0].text))
    g_hash_table_insert (set, g_strdup (columns[0].text), NULL);

  return TRUE;
}

gboolean
_vnus_store_ask_set (VnusSqlEngine   *engine,
                     const char      *sql,
                     GHashTable      *set,
                     VnusSqlRowFunc   func,
                     gpointer         user_data,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autofree char *json = NULL;
  VnusSqlValue param;

  if (g_hash_table_size (set) == 0)
    return TRUE;

  json = _vnus_store_json_of_set (set);
  param = _vnus_sql_text (json);
  return _vnus_sql_run (engine, sql, &param, 1, func, user_data, cancellable, error);
}

gboolean
_vnus_store_ask_some (VnusSqlEngine   *engine,
                      const char      *one,
                      const char      *all,
                      GHashTable      *set,
                      VnusSqlRowFunc   func,
                      gpointer         user_data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  GHashTableIter iter;
  gpointer id;
  VnusSqlValue param;

  g_hash_table_iter_init (&iter, set);
  if (g_hash_table_size (set) != 1 || !g_hash_table_iter_next (&iter, &id, NULL))
    return _vnus_store_ask_set (engine, all, set, func, user_data, cancellable, error);

  param = _vnus_sql_text (id);
  return _vnus_sql_run (engine, one, &param, 1, func, user_data, cancellable, error);
}

gboolean
_vnus_store_take_integer (const VnusSqlValue  *columns,
                          guint                n_columns,
                          gpointer             integer,
                          GError             **error)
{
  *(gint64 *) integer = _vnus_sql_get_integer (&columns[0]);
  return TRUE;
}

gint64
_vnus_store_ask_revision (VnusSqlEngine  *engine,
                          GCancellable   *cancellable,
                          GError        **error)
{
  static const char sql[] = "SELECT coalesce (max (revision), 0) FROM commits";
  gint64 revision = -1;

  return _vnus_sql_run (engine, sql, NULL, 0, _vnus_store_take_integer, &revision, cancellable, error) ? revision : -1;
}
