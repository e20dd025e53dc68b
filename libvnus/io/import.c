/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a format does in an import: rows, records, issues. */
#include "io/import-struct-private.h"

#include <vnus/vnus-citation.h>

#include <string.h>

#include "base/vnus-id-private.h"
#include "model/vnus-values-private.h"

static void
known_place_free (gpointer data)
{
  VnusKnownPlace *place = data;

  g_free (place->locator);
  g_free (place);
}

static void
earliest_free (gpointer data)
{
  VnusEarliest *earliest = data;

  g_free (earliest->locator);
  g_clear_pointer (&earliest->known, vnus_date_unref);
  g_free (earliest);
}

static guint
known_place_hash (gconstpointer data)
{
  const VnusKnownPlace *place = data;

  return g_str_hash (place->locator) ^ g_str_hash (place->source) ^ (guint) place->kind;
}

static gboolean
known_place_equal (gconstpointer a,
                   gconstpointer b)
{
  const VnusKnownPlace *place_a = a, *place_b = b;

  return place_a->kind == place_b->kind && g_str_equal (place_a->locator, place_b->locator) &&
         g_str_equal (place_a->source, place_b->source);
}

/* What the chronicle has: where its records come from, and what they are elsewhere. */
static void
index_record (VnusImport *self,
              VnusRecord *record)
{
  const char *id = vnus_record_get_id (record);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *field = vnus_citation_get_field (citation);
      VnusKnownPlace *place;

      /* What backs one member alone is about something else as a whole. */
      if (vnus_citation_get_locator (citation) == NULL || (field != NULL && strchr (field, '/') != NULL))
        continue;
      place = g_new0 (VnusKnownPlace, 1);
      place->kind = vnus_record_get_kind (record);
      place->source = vnus_citation_get_source (citation);
      place->locator = g_strdup (vnus_citation_get_locator (citation));
      g_hash_table_insert (self->known_places, place, (gpointer) id);
    }

  for (guint i = 0; i < vnus_record_get_n_same_as (record); i++)
    g_hash_table_insert (self->known_same_as, (gpointer) vnus_record_get_same_as (record, i), (gpointer) id);
}

void
_vnus_import_init (VnusImport             *self,
                   const VnusImportFormat *format,
                   VnusChronicle          *into,
                   GCancellable           *cancellable)
{
  memset (self, 0, sizeof *self);
  self->format = format;
  self->cancellable = cancellable;
  self->into = into != NULL ? vnus_chronicle_snapshot (into) : NULL;
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_array_new (FALSE, TRUE, sizeof (VnusImportRow));
  self->issues = g_ptr_array_new_with_free_func (g_object_unref);
  self->known_places = g_hash_table_new_full (known_place_hash, known_place_equal, known_place_free, NULL);
  self->replacing = g_hash_table_new (NULL, NULL);
  self->earliest = g_hash_table_new_full (NULL, NULL, NULL, earliest_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) vnus_text_unref);
  self->claimed = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  self->places = g_array_new (FALSE, FALSE, sizeof (VnusRowPlace));
  self->known_same_as = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->into != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->into)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (self->into), i);

      index_record (self, record);
    }
}

void
_vnus_import_clear (VnusImport *self)
{
  if (self->reader != NULL)
    self->free_reader (self->reader);
  self->reader = NULL;
  g_clear_pointer (&self->replacing, g_hash_table_unref);
  g_clear_pointer (&self->earliest, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_clear_pointer (&self->names[i], g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->known_same_as, g_hash_table_unref);
  g_clear_pointer (&self->known_places, g_hash_table_unref);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_object (&self->into);
}

/* Rows */

void
_vnus_import_begin_row (VnusImport *self,
                        const char *file,
                        int         line)
{
  g_assert (!self->is_in_row);

  self->is_in_row = TRUE;
  if (g_strcmp0 (self->row_file, file) != 0)
    self->row_file = g_string_chunk_insert_const (self->strings, file);
  self->row_line = line;
}

static void
end_row (VnusImport     *self,
         VnusRecord     *record,
         VnusRowOutcome  outcome)
{
  VnusImportRow row = { .record = record, .outcome = outcome };

  g_assert (self->is_in_row);

  self->is_in_row = FALSE;
  g_array_append_val (self->rows, row);
}

void
_vnus_import_end_row (VnusImport *self,
                      VnusRecord *record)
{
  end_row (self, record, VNUS_ROW_OUTCOME_UNSET);
}

void
_vnus_import_end_row_as (VnusImport     *self,
                         VnusRowOutcome  outcome)
{
  end_row (self, NULL, outcome);
}

void
_vnus_import_put_row_off (VnusImport *self)
{
  g_assert (self->is_in_row);

  self->is_in_row = FALSE;
}

void
_vnus_import_count_note (VnusImport *self)
{
  self->n_notes++;
}

/* Records */

/* Whether another kind of record has the id, which is told. */
static gboolean
is_taken (VnusImport *self,
          VnusRecord *made,
          VnusKind    kind,
          const char *id)
{
  VnusRecord *record = made == NULL && self->into != NULL ? vnus_chronicle_lookup (self->into, id) : made;
  VnusPhrase *phrase;

  if (record == NULL || vnus_record_get_kind (record) == kind)
    return FALSE;

  phrase = _vnus_import_issue (self, "id-taken", VNUS_SEVERITY_ERROR, "import.id-taken");
  _vnus_phrase_add_text (phrase, "id", id);
  _vnus_phrase_add_text (phrase, "kind", vnus_kind_to_string (vnus_record_get_kind (record)));
  _vnus_phrase_add_text (phrase, "expected", vnus_kind_to_string (kind));
  return TRUE;
}

static VnusRecord *
adopt (VnusImport *self,
       VnusRecord *record)
{
  g_ptr_array_add (self->made, record);
  g_hash_table_insert (self->by_id, (gpointer) vnus_record_get_id (record), record);

  return record;
}

VnusRecord *
_vnus_import_record (VnusImport *self,
                     VnusKind    kind,
                     const char *id,
                     gboolean   *is_new)
{
  VnusRecord *record = g_hash_table_lookup (self->by_id, id);

  if (is_new != NULL)
    *is_new = record == NULL;
  if (is_taken (self, record, kind, id))
    return NULL;

  return record != NULL ? record : adopt (self, vnus_kind_make_record (kind, id));
}

VnusRecord *
_vnus_import_copy (VnusImport *self,
                   VnusRecord *pattern)
{
  const char *id = vnus_record_get_id (pattern);
  VnusRecord *record = g_hash_table_lookup (self->by_id, id);

  if (is_taken (self, record, vnus_record_get_kind (pattern), id))
    return NULL;

  return record != NULL ? record : adopt (self, vnus_record_duplicate (pattern));
}

VnusRecord *
_vnus_import_take (VnusImport *self,
                   VnusRecord *record,
                   gboolean    replaces)
{
  if (replaces)
    g_hash_table_add (self->replacing, record);

  return adopt (self, g_object_ref (record));
}

VnusMapping *
_vnus_import_get_mapping (VnusImport *self)
{
  return self->mapping;
}

VnusRecord *
_vnus_import_lookup_made (VnusImport *self,
                          const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

VnusRecord *
_vnus_import_lookup (VnusImport *self,
                     const char *id)
{
  VnusRecord *record = g_hash_table_lookup (self->by_id, id);

  return record == NULL && self->into != NULL ? vnus_chronicle_lookup (self->into, id) : record;
}

VnusRecord *
_vnus_import_recall (VnusImport *self,
                     VnusKind    kind,
                     const char *name)
{
  return self->names[kind] != NULL ? g_hash_table_lookup (self->names[kind], name) : NULL;
}

void
_vnus_import_remember (VnusImport *self,
                       const char *name,
                       VnusRecord *record)
{
  GHashTable **names = &self->names[vnus_record_get_kind (record)];

  if (*names == NULL)
    *names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (*names, g_string_chunk_insert_const (self->strings, name), record);
}

const char *
_vnus_import_known_id (VnusImport *self,
                       VnusKind    kind,
                       const char *source,
                       const char *locator)
{
  const VnusKnownPlace place = { .kind = kind, .source = source, .locator = (char *) locator };

  return g_hash_table_lookup (self->known_places, &place);
}

const char *
_vnus_import_known_same_as (VnusImport *self,
                            const char *same_as)
{
  return g_hash_table_lookup (self->known_same_as, same_as);
}

VnusChronicle *
_vnus_import_get_into (VnusImport *self)
{
  return self->into;
}

void
_vnus_import_set_source (VnusImport *self,
                         const char *source_id)
{
  g_free (self->source);
  self->source = g_strdup (source_id);
}

/* Citations */

void
_vnus_import_cite (VnusRecord *record,
                   const char *source,
                   const char *locator,
                   VnusDate   *known,
                   const char *field,
                   VnusValue  *value,
                   VnusText   *note)
{
  g_autoptr (VnusCitation) citation =
    _vnus_citation_new_take (_vnus_id_new (source), locator, g_strdup (field), value != NULL ? vnus_value_ref (value) : NULL,
                             VNUS_CITATION_RANK_UNSET, known != NULL ? vnus_date_ref (known) : NULL,
                             note != NULL ? vnus_text_ref (note) : NULL);

  vnus_record_add_citation (record, citation);
}

static gboolean
is_earlier (VnusDate           *known,
            const char         *locator,
            const VnusEarliest *than)
{
  int order;

  if (known == NULL || than->known == NULL)
    return known != NULL;

  order = vnus_date_compare (known, than->known);
  return order < 0 || (order == 0 && strcmp (locator, than->locator) < 0);
}

gboolean
_vnus_import_cite_earliest (VnusImport *self,
                            VnusRecord *record,
                            const char *source,
                            const char *locator,
                            VnusDate   *known)
{
  VnusEarliest *earliest = g_hash_table_lookup (self->earliest, record);
  gboolean is_first = earliest == NULL;

  if (is_first)
    {
      earliest = g_new0 (VnusEarliest, 1);
      g_hash_table_insert (self->earliest, record, earliest);
    }
  else if (!is_earlier (known, locator, earliest))
    return FALSE;

  g_free (earliest->locator);
  g_clear_pointer (&earliest->known, vnus_date_unref);
  earliest->source = source;
  earliest->locator = g_strdup (locator);
  earliest->known = known != NULL ? vnus_date_ref (known) : NULL;
  return is_first;
}

/* A row of the same source that the chronicle cites for the record, if it was known
 * earlier: it may be in a file that is not read this time. */
static VnusEarliest
find_earliest (VnusImport         *self,
               VnusRecord         *record,
               const VnusEarliest *made)
{
  VnusRecord *before = self->into != NULL ? vnus_chronicle_lookup (self->into, vnus_record_get_id (record)) : NULL;
  VnusEarliest earliest = *made;

  for (guint i = 0; before != NULL && i < vnus_record_get_n_citations (before); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (before, i);
      const char *locator = vnus_citation_get_locator (citation);

      if (g_str_equal (vnus_citation_get_source (citation), made->source) && locator != NULL &&
          is_earlier (vnus_citation_get_known (citation), locator, &earliest))
        {
          earliest.locator = (char *) locator;
          earliest.known = vnus_citation_get_known (citation);
        }
    }

  return earliest;
}

void
_vnus_import_cite_all (VnusImport *self)
{
  GHashTableIter iter;
  gpointer record, data;

  g_hash_table_iter_init (&iter, self->earliest);
  while (g_hash_table_iter_next (&iter, &record, &data))
    {
      const VnusEarliest earliest = find_earliest (self, record, data);

      _vnus_import_cite (record, earliest.source, earliest.locator, earliest.known, NULL, NULL, NULL);
    }
}

/* Issues */

VnusPhrase *
_vnus_import_issue_at (VnusImport   *self,
                       const char   *tag,
                       VnusSeverity  severity,
                       const char   *key,
                       const char   *file,
                       int           line)
{
  VnusIssue *issue = _vnus_issue_new (tag, severity, self->into);
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s:%d", file, line) : g_strdup (file);

  _vnus_issue_set_place (issue, place);
  g_ptr_array_add (self->issues, issue);

  return _vnus_issue_explain (issue, key);
}

VnusPhrase *
_vnus_import_issue (VnusImport   *self,
                    const char   *tag,
                    VnusSeverity  severity,
                    const char   *key)
{
  return _vnus_import_issue_at (self, tag, severity, key, self->row_file, self->is_in_row ? self->row_line : 0);
}

VnusPhrase *
_vnus_import_suggest (VnusImport *self,
                      const char *key)
{
  return _vnus_issue_suggest (g_ptr_array_index (self->issues, self->issues->len - 1), key);
}

void
_vnus_import_issue_record (VnusImport *self,
                           const char *id,
                           const char *path)
{
  _vnus_issue_set_record (g_ptr_array_index (self->issues, self->issues->len - 1), id, path);
}

void
_vnus_import_issue_column (VnusImport *self,
                           guint       column)
{
  VnusIssue *issue = g_ptr_array_index (self->issues, self->issues->len - 1);
  g_autofree char *place = g_strdup_printf ("%s:%u", vnus_issue_get_place (issue), column);

  _vnus_issue_set_place (issue, place);
}

/* Texts */

VnusText *
_vnus_import_find_text (VnusImport *self,
                        const char *name)
{
  return g_hash_table_lookup (self->texts, name);
}

VnusText *
_vnus_import_keep_text (VnusImport *self,
                        const char *name,
                        VnusText   *text)
{
  g_hash_table_insert (self->texts, g_strdup (name), text);

  return text;
}

/* Readers */

#define MAX_FILES_OF_READER 256

gpointer
_vnus_import_take_reader (VnusImport *self)
{
  return g_steal_pointer (&self->reader);
}

void
_vnus_import_keep_reader (VnusImport     *self,
                          gpointer        reader,
                          GDestroyNotify  free_reader)
{
  if (self->reader != NULL || ++self->n_read % MAX_FILES_OF_READER == 0)
    {
      free_reader (reader);
      return;
    }

  self->reader = reader;
  self->free_reader = free_reader;
}

/* Going on */

gboolean
_vnus_import_is_cancelled (VnusImport *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

GCancellable *
_vnus_import_get_cancellable (VnusImport *self)
{
  return self->cancellable;
}

void
_vnus_import_progress (VnusImport *self,
                       gsize       n_bytes)
{
  self->done += (goffset) n_bytes;
  if (self->progress == NULL || self->done < self->next_report)
    return;

  self->next_report = self->done + self->total / 100 + 1;
  self->progress (MIN (self->done, self->total), self->total, self->file, self->user_data);
}
