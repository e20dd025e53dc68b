/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the rows that a commit changes.
 *
 * Beside the records of the commit these are the rows of others, where a commit
 * changes what an actor or office belongs to: whatever names it is then found by
 * other bodies. That is rare, and takes as long as much is named so. */
#include "store/store-commit-private.h"

#include "model/vnus-reference-private.h"

#define BELONGING (VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE))

typedef struct
{
  VnusCommitting *committing;
  VnusRoots      *roots;
  GHashTable     *affected; /* (element-type utf8) actors and offices that may belong to something else now */
  GHashTable     *named;    /* (element-type utf8) what the records of the commit name */
} Reindexing;

/* --- What is affected --- */

static void
take_person (VnusRecord *record,
             const char *path,
             const char *id,
             VnusKinds   targets,
             gpointer    user_data)
{
  char buffer[64];

  if (g_str_equal (_vnus_reference_field (record, path, buffer, sizeof buffer), "person"))
    g_hash_table_add (user_data, g_strdup (id));
}

static void
add_affected (Reindexing *self,
              VnusRecord *record)
{
  if (record == NULL)
    return;
  if ((BELONGING & 1u << vnus_record_get_kind (record)) != 0)
    g_hash_table_add (self->affected, g_strdup (vnus_record_get_id (record)));
  if (vnus_record_get_kind (record) == VNUS_KIND_TENURE)
    _vnus_record_foreach_reference (record, take_person, self->affected);
}

/* And what belongs to it, at any remove; persons by the offices that they held. */
static gboolean
spread (Reindexing  *self,
        GError     **error)
{
  static const char below[] =
    "SELECT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND kind IN ('organization', 'office', 'person')"
    " AND field IN ('of', 'within')";
  static const char holders[] =
    "SELECT held.what FROM terms AS office JOIN terms AS held ON held.id = office.id"
    " WHERE office.what IN (SELECT value FROM TEXTS($1)) AND office.kind = 'tenure' AND office.field = 'office'"
    " AND held.field = 'person'";
  VnusCommitting *committing = self->committing;
  guint n;

  do
    {
      n = g_hash_table_size (self->affected);
      if (!_vnus_store_ask_set (committing->engine, below, self->affected, _vnus_store_take_id, self->affected,
                                committing->cancellable, error) ||
          !_vnus_store_ask_set (committing->engine, holders, self->affected, _vnus_store_take_id, self->affected,
                                committing->cancellable, error))
        return FALSE;
    }
  while (n < g_hash_table_size (self->affected));

  return TRUE;
}

/* --- Roots --- */

typedef struct
{
  char      *id; /* of the rows that come one after the other */
  GPtrArray *roots;
  VnusRoots *into;
} RootRows;

static void
end_roots (RootRows *rows)
{
  if (rows->id != NULL)
    _vnus_roots_set (rows->into, rows->id, rows->roots);
  g_clear_pointer (&rows->id, g_free);
  g_clear_pointer (&rows->roots, g_ptr_array_unref);
}

static gboolean
take_root (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  RootRows *rows = user_data;

  if (g_strcmp0 (rows->id, columns[0].text) != 0)
    {
      end_roots (rows);
      rows->id = g_strdup (columns[0].text);
      rows->roots = g_ptr_array_new_with_free_func (g_free);
    }
  if (columns[1].text[0] != '\0')
    g_ptr_array_add (rows->roots, g_strdup (columns[1].text));

  return TRUE;
}

/* What the store says that @ids belong to. */
static gboolean
ask_roots (VnusCommitting  *committing,
           GHashTable      *ids,
           VnusRoots       *into,
           GError         **error)
{
  static const char sql[] = "SELECT DISTINCT id, what FROM terms WHERE field = 'root' AND id IN (SELECT value FROM TEXTS($1)) ORDER BY id";
  RootRows rows = { NULL, NULL, into };
  gboolean good = _vnus_store_ask_set (committing->engine, sql, ids, take_root, &rows, committing->cancellable, error);

  end_roots (&rows);
  return good;
}

static void
take_named (VnusRecord *record,
            const char *path,
            const char *id,
            VnusKinds   targets,
            gpointer    user_data)
{
  Reindexing *self = user_data;

  if ((targets & (BELONGING | VNUS_KINDS (PLACE) | VNUS_KINDS (TOPIC))) != 0 && !g_hash_table_contains (self->affected, id) &&
      !g_hash_table_contains (self->named, id))
    g_hash_table_add (self->named, g_strdup (id));
}

/* A record as it is to be; of what the commit does not touch, as it is. */
static VnusRecord *
as_it_is_to_be (VnusCommitting *committing,
                VnusRecord     *record)
{
  const char *id = vnus_record_get_id (record);

  return g_hash_table_contains (committing->touched, id) ? vnus_chronicle_lookup (committing->after, id) : record;
}

/* The records by which the affected belong to something: their own, and their
 * tenures. */
static gboolean
ask_structure (Reindexing       *self,
               VnusStoreReader  *reader,
               GError          **error)
{
  static const char own[] = "SELECT body FROM records WHERE id IN (SELECT value FROM TEXTS($1))";
  static const char bodies[] = "SELECT body FROM (SELECT DISTINCT terms.id FROM terms"
    " WHERE terms.what IN (SELECT value FROM TEXTS($1)) AND terms.kind = 'tenure' AND terms.field = 'person') AS found"
    " JOIN records ON records.id = found.id";
  VnusCommitting *committing = self->committing;

  return _vnus_store_ask_set (committing->engine, own, self->affected, _vnus_store_reader_take, reader, committing->cancellable, error) &&
         _vnus_store_ask_set (committing->engine, bodies, self->affected, _vnus_store_reader_take, reader, committing->cancellable, error);
}

static void
each_after (VnusCommitting *committing,
            void          (*func) (gpointer, VnusRecord *),
            gpointer        user_data)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (committing->after)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (committing->after), i);

      func (user_data, record);
    }
}

static void
add_structure (gpointer    user_data,
               VnusRecord *record)
{
  _vnus_roots_add_record (user_data, record);
}

static void
name_targets (gpointer    user_data,
              VnusRecord *record)
{
  _vnus_record_foreach_target (record, take_named, user_data);
}

/* What everything that matters here belongs to after the commit. */
static gboolean
find_roots (Reindexing  *self,
            GError     **error)
{
  VnusCommitting *committing = self->committing;
  VnusStoreReader reader;
  gboolean good;

  _vnus_store_reader_init (&reader);
  good = ask_structure (self, &reader, error);
  for (guint i = 0; i < reader.records->len; i++)
    {
      VnusRecord *record = as_it_is_to_be (committing, g_ptr_array_index (reader.records, i));

      if (record == NULL)
        continue;
      _vnus_roots_add_record (self->roots, record);
      _vnus_record_foreach_target (record, take_named, self);
    }
  _vnus_store_reader_clear (&reader);

  each_after (committing, add_structure, self->roots);
  each_after (committing, name_targets, self);

  return good && ask_roots (committing, self->named, self->roots, error);
}

/* --- Rows of others --- */

static gboolean
is_same (const char *const *a,
         const char *const *b)
{
  static const char *const nothing[] = { NULL };

  return (a == NULL) == (b == NULL) && g_strv_equal (a != NULL ? a : nothing, b != NULL ? b : nothing);
}

/* The affected that do belong to something else now. */
static gboolean
find_changed (Reindexing  *self,
              GHashTable  *changed,
              GError     **error)
{
  g_autoptr (VnusRoots) old = _vnus_roots_new ();
  GHashTableIter iter;
  gpointer id;

  if (!ask_roots (self->committing, self->affected, old, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->affected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_same (_vnus_roots_get (old, id), _vnus_roots_get (self->roots, id)))
      g_hash_table_add (changed, g_strdup (id));

  return TRUE;
}

typedef struct
{
  Reindexing      *reindexing;
  VnusStoreReader *reader;
  GHashTable      *revisions; /* (element-type utf8 gint64) */
} Others;

static gboolean
take_other (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  Others *others = user_data;
  gint64 revision = _vnus_sql_get_integer (&columns[1]);
  VnusRecord *record = _vnus_store_read_body (others->reader, columns[0].text, columns[0].length, error);

  if (record == NULL)
    return FALSE;

  g_ptr_array_add (others->reader->records, record);
  g_hash_table_insert (others->revisions, (gpointer) vnus_record_get_id (record), g_memdup2 (&revision, sizeof revision));
  _vnus_record_foreach_target (record, take_named, others->reindexing);

  return TRUE;
}

static void
add_others (Reindexing *self,
            Others     *others,
            GPtrArray  *rows,
            GHashTable *stale)
{
  GPtrArray *records = others->reader->records;

  for (guint i = 0; i < records->len; i++)
    {
      const char *id = vnus_record_get_id (g_ptr_array_index (records, i));
      const gint64 *revision = g_hash_table_lookup (others->revisions, id);

      if (g_hash_table_contains (self->committing->touched, id))
        continue;
      g_hash_table_add (stale, g_strdup (id));
      g_ptr_array_add (rows, _vnus_store_row_new (g_ptr_array_index (records, i), self->roots, *revision));
    }
}

static gboolean
make_rows_of_others (Reindexing  *self,
                     GPtrArray   *rows,
                     GHashTable  *stale,
                     GError     **error)
{
  static const char sql[] =
    "SELECT body, revision FROM records WHERE id IN (SELECT value FROM TEXTS($1))"
    " OR id IN (SELECT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)))";
  g_autoptr (GHashTable) changed = _vnus_store_set_new ();
  g_autoptr (GHashTable) revisions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  VnusStoreReader reader;
  Others others = { self, &reader, revisions };
  gboolean good;

  if (!find_changed (self, changed, error))
    return FALSE;
  if (g_hash_table_size (changed) == 0)
    return TRUE;

  _vnus_store_reader_init (&reader);
  good = _vnus_store_ask_set (self->committing->engine, sql, changed, take_other, &others, self->committing->cancellable, error) &&
         ask_roots (self->committing, self->named, self->roots, error);
  if (good)
    add_others (self, &others, rows, stale);
  _vnus_store_reader_clear (&reader);

  return good;
}

/* --- All of it --- */

static gboolean
make_all_rows (Reindexing  *self,
               gint64       revision,
               GPtrArray   *rows,
               GHashTable  *stale,
               GError     **error)
{
  VnusCommitting *committing = self->committing;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, committing->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      add_affected (self, vnus_chronicle_lookup (committing->before, id));
      add_affected (self, vnus_chronicle_lookup (committing->after, id));
    }
  if ((g_hash_table_size (self->affected) > 0 && !spread (self, error)) || !find_roots (self, error))
    return FALSE;

  g_hash_table_iter_init (&iter, committing->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      VnusRecord *after = vnus_chronicle_lookup (committing->after, id);

      if (vnus_chronicle_lookup (committing->before, id) != NULL)
        g_hash_table_add (stale, g_strdup (id));
      if (after != NULL)
        g_ptr_array_add (rows, _vnus_store_row_new (after, self->roots, revision));
    }

  return g_hash_table_size (self->affected) == 0 || make_rows_of_others (self, rows, stale, error);
}

gboolean
_vnus_committing_make_rows (VnusCommitting  *committing,
                            gint64           revision,
                            GPtrArray       *rows,
                            GHashTable      *stale,
                            GError         **error)
{
  g_autoptr (VnusRoots) roots = _vnus_roots_new ();
  g_autoptr (GHashTable) affected = _vnus_store_set_new (), named = _vnus_store_set_new ();
  Reindexing self = { committing, roots, affected, named };

  return make_all_rows (&self, revision, rows, stale, error);
}
