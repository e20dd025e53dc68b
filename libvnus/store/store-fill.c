/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a whole chronicle into a store, and out of it. */
#include <vnus/vnus-store.h>

#include <vnus/vnus-chronicle.h>

#include "base/vnus-clip-private.h"
#include "io/document-writer-private.h"
#include "io/json-writer-private.h"
#include "model/vnus-record-private.h"
#include "store/store-rows-private.h"

/* How many records go in at once. */
#define BATCH 5000

/* --- Into the store --- */

typedef struct
{
  VnusStore           *store;
  VnusSqlEngine       *engine;
  VnusDocumentContent *content;
  GPtrArray           *records; /* (element-type VnusRecord) (unowned) of content */
  VnusRoots           *roots;
  GCancellable        *cancellable;
} Filling;

typedef struct
{
  char       *part;
  guint       position; /* in the document */
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *placed_a = a, *placed_b = b;
  const int order = strcmp (placed_a->part, placed_b->part);

  /* Within a part in the order of the document. */
  return order != 0 ? order : (placed_a->position > placed_b->position) - (placed_a->position < placed_b->position);
}

static gboolean
insert_batch (const Filling  *filling,
              const Placed   *placed,
              guint           n,
              GError        **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_store_row_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, _vnus_store_row_new (g_ptr_array_index (filling->records, placed[i].position), filling->roots, 1));

  return _vnus_store_insert_rows (filling->engine, (VnusStoreRow **) rows->pdata, n, filling->cancellable, error);
}

/* The records of one relation come one after the other: they are read together. */
static gboolean
insert_records (const Filling  *filling,
                GError        **error)
{
  const guint n = filling->records->len;
  Placed *placed = g_new (Placed, n);
  gboolean good = TRUE;

  for (guint i = 0; i < n; i++)
    placed[i] = (Placed) { _vnus_store_part_of (g_ptr_array_index (filling->records, i), filling->roots), i };
  if (n > 0)
    qsort (placed, n, sizeof *placed, compare_placed);

  for (guint i = 0; i < n && good; i += BATCH)
    {
      good = !g_cancellable_set_error_if_cancelled (filling->cancellable, error) &&
             insert_batch (filling, placed + i, MIN (BATCH, n - i), error);
      _vnus_store_tell_progress (filling->store, MIN (i + BATCH, n), n);
    }

  for (guint i = 0; i < n; i++)
    g_free (placed[i].part);
  g_free (placed);

  return good;
}

static char *
json_of_text (const VnusText *text)
{
  VnusJsonWriter json;
  char *string;

  _vnus_json_writer_init (&json, TRUE);
  _vnus_json_put_localised (&json, text);
  _vnus_json_put (&json, "", 1);
  string = g_steal_pointer (&json.data);
  _vnus_json_writer_clear (&json);

  return string;
}

static gboolean
insert_meta (const Filling  *filling,
             const char     *name,
             const char     *value,
             GError        **error)
{
  static const char sql[] = "INSERT INTO meta (name, value) VALUES ($1, $2)";
  const VnusSqlValue params[] = { _vnus_sql_text (name), _vnus_sql_text (value) };

  return value == NULL || _vnus_sql_run (filling->engine, sql, params, G_N_ELEMENTS (params), NULL, NULL, filling->cancellable, error);
}

static gboolean
insert_envelope (const Filling  *filling,
                 GError        **error)
{
  const VnusDocumentContent *content = filling->content;
  g_autofree char *label = content->label != NULL ? json_of_text (content->label) : NULL;

  return insert_meta (filling, "id", content->id[0] != '\0' ? content->id : NULL, error) &&
         insert_meta (filling, "label", label, error);
}

static gboolean
check_empty (VnusSqlEngine  *engine,
             GCancellable   *cancellable,
             GError        **error)
{
  const gint64 revision = _vnus_store_ask_revision (engine, cancellable, error);

  if (revision > 0)
    g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_EMPTY,
                 "the store has revision %" G_GINT64_FORMAT " already; commit what is to change in it", revision);

  return revision == 0;
}

static gboolean
fill (const Filling  *filling,
      const char     *author,
      const char     *reason,
      GError        **error)
{
  const VnusStoreCommit commit = { 1, author, reason, NULL, filling->records->len };
  VnusSqlEngine *engine = filling->engine;

  if (!check_empty (engine, filling->cancellable, error) || !engine->klass->begin (engine, VNUS_SQL_FILL, filling->cancellable, error))
    return FALSE;

  if (check_empty (engine, filling->cancellable, error) && _vnus_store_insert_commit (engine, &commit, filling->cancellable, error) &&
      insert_envelope (filling, error) && insert_records (filling, error) &&
      engine->klass->make_indexes (engine, filling->cancellable, error))
    return engine->klass->commit (engine, error);

  engine->klass->rollback (engine);
  return FALSE;
}

gboolean
_vnus_store_fill (VnusStore            *self,
                  VnusDocumentContent  *content,
                  const char           *author,
                  const char           *reason,
                  GCancellable         *cancellable,
                  GError              **error)
{
  VnusStoreCore *core = _vnus_store_lock (self, cancellable, error);
  Filling filling = { self, NULL, content, content->revision->records, NULL, cancellable };
  gboolean good;

  if (core == NULL)
    return FALSE;

  filling.engine = core->engine;
  filling.roots = _vnus_roots_new_from ((VnusRecord **) filling.records->pdata, filling.records->len);
  good = fill (&filling, author, reason, error);
  _vnus_roots_free (filling.roots);
  if (good)
    _vnus_store_core_made (core, 1);
  _vnus_store_unlock (core);

  return good;
}

/**
 * vnus_store_fill:
 * @self: a store without a commit
 * @chronicle: the chronicle
 * @author: (nullable): who imports it
 * @reason: (nullable): why
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Puts a whole chronicle into an empty store, as its first commit: all of it or
 * nothing.
 *
 * This is many times faster than a change set. How far it is, the signal
 * [signal@Vnus.Store::progress] tells.
 *
 * Fails with [error@Vnus.StoreError], `NOT_EMPTY` if there was a commit.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_store_fill (VnusStore      *self,
                 VnusChronicle  *chronicle,
                 const char     *author,
                 const char     *reason,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (VnusDocumentContent) content = NULL;

  g_return_val_if_fail (VNUS_IS_STORE (self), FALSE);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  content = _vnus_document_content_new (chronicle);
  return _vnus_store_fill (self, content, author, reason, cancellable, error);
}

/* --- Out of the store --- */

/* What stood in the place of records that have changed since, and is not there any
 * more or is there otherwise. */
typedef struct
{
  VnusStoreReader  *reader;
  GHashTable       *seen;  /* (element-type utf8) the ids that have changed since */
  VnusStoreProgress progress;
} Undoing;

static gboolean
take_before (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  Undoing *undoing = user_data;

  if (!g_hash_table_add (undoing->seen, g_strdup (columns[1].text)) || columns[0].type == VNUS_SQL_NULL)
    return TRUE;

  return _vnus_store_reader_take (columns, 1, undoing->reader, error);
}

static gboolean
take_unchanged (const VnusSqlValue  *columns,
                guint                n_columns,
                gpointer             user_data,
                GError             **error)
{
  Undoing *undoing = user_data;

  _vnus_store_progress_step (&undoing->progress);
  return g_hash_table_contains (undoing->seen, columns[1].text) ||
         _vnus_store_reader_take (columns, 1, undoing->reader, error);
}

static gboolean
read_all (VnusStoreReader  *reader,
          VnusStore        *store,
          VnusSqlEngine    *engine,
          gint64            revision,
          GCancellable     *cancellable,
          GError          **error)
{
  static const char before[] = "SELECT before, id FROM changes WHERE revision > $1 ORDER BY revision, id";
  static const char all[] = "SELECT body, id FROM records";
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Undoing undoing = { .reader = reader, .seen = seen };
  const VnusSqlValue param = _vnus_sql_integer (revision);

  /* Before the first commit there was nothing. */
  if (revision == 0)
    return TRUE;

  return _vnus_store_progress_init (&undoing.progress, store, engine, cancellable, error) &&
         _vnus_sql_run (engine, before, &param, 1, take_before, &undoing, cancellable, error) &&
         _vnus_sql_run (engine, all, NULL, 0, take_unchanged, &undoing, cancellable, error);
}

static VnusChronicle *
load_all (VnusStore      *store,
          VnusSqlEngine  *engine,
          gint64          revision,
          GCancellable   *cancellable,
          GError        **error)
{
  const gint64 newest = _vnus_store_ask_revision (engine, cancellable, error);
  VnusChronicle *chronicle = NULL;
  VnusStoreReader reader;

  if (newest < 0)
    return NULL;
  if (revision > newest)
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NO_REVISION,
                   "there is no revision %" G_GINT64_FORMAT "; the newest is %" G_GINT64_FORMAT, revision, newest);
      return NULL;
    }

  _vnus_store_reader_init (&reader);
  if (read_all (&reader, store, engine, revision < 0 ? newest : revision, cancellable, error))
    chronicle = _vnus_store_reader_make_chronicle (&reader, engine, cancellable, error);
  _vnus_store_reader_clear (&reader);

  return chronicle;
}

/**
 * vnus_store_load_revision:
 * @self: a store
 * @revision: the revision, or −1 for the newest
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Loads all that the store had as of a revision: of the newest it is an export.
 *
 * Revision 0 is the empty store. A chronicle that was imported comes back with the
 * same bytes as a document.
 *
 * Fails with [error@Vnus.StoreError], `NO_REVISION` if there is none of that number.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_store_load_revision (VnusStore     *self,
                          gint64         revision,
                          GCancellable  *cancellable,
                          GError       **error)
{
  VnusStoreCore *core;
  VnusChronicle *chronicle;

  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (revision >= -1, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = _vnus_store_begin_reading (self, cancellable, error);
  if (core == NULL)
    return NULL;

  chronicle = load_all (self, core->engine, revision, cancellable, error);
  _vnus_store_end_reading (core);

  return chronicle;
}
