/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the format “csv”: sheets of this library, and other tables by a mapping.
 *
 * A row of a sheet says all about its record, which it therefore replaces. The
 * records of a mapping join what is there, as those of any importer; all but the
 * one that the row is about are made only where the chronicle lacks them.
 */
#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-compare-private.h"
#include "io/cell-text-private.h"
#include "io/csv-reader-private.h"
#include "io/import-private.h"
#include "io/mapping-private.h"

/* One table on its way. */
typedef struct
{
  VnusImport        *import;
  const char        *name;
  VnusMapping       *mapping;  /* (nullable) */
  VnusCsvReader     *reader;   /* (owned) */
  const VnusCsvRow  *row;

  VnusKind           kind;     /* of a sheet; unset until a row says it */
  GPtrArray         *columns;  /* (element-type VnusSheetColumn) of a sheet (owned) */
  char             **names;    /* of the columns, in a sheet (owned) */
  GHashTable        *indexes;  /* of the columns by name, plus one (owned) */

  const VnusMappingGroup *group;      /* whose record is being read */
  const char             *at_fault;   /* the column of the table that a template found fault with */
  guint                   n_faults;   /* of the row */
  GPtrArray              *blamed;     /* (element-type utf8) the columns that were told of in the row (owned) */
} Table;

/* Issues */

/* Of a row. */
static VnusPhrase *
add_issue (Table      *self,
           const char *tag,
           const char *key)
{
  VnusPhrase *phrase = _vnus_import_issue (self->import, tag, VNUS_SEVERITY_ERROR, key);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->row->number);

  _vnus_phrase_add_text (phrase, "row", number);
  self->n_faults++;
  return phrase;
}

/* Of the table as a whole, which is then not read. */
static VnusPhrase *
add_table_issue (Table      *self,
                 const char *tag,
                 const char *key)
{
  return _vnus_import_issue_at (self->import, tag, VNUS_SEVERITY_ERROR, key, self->name, 1);
}

static void
add_cell_issue (Table               *self,
                const char          *column,
                guint                number,
                const VnusCellFault *fault)
{
  g_autoptr (VnusPhrase) problem = NULL;
  VnusPhrase *phrase;

  /* Several templates may find fault with one cell. */
  if (g_ptr_array_find_with_equal_func (self->blamed, column, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->blamed, (gpointer) column);

  problem = _vnus_phrase_new (fault->key);
  phrase = add_issue (self, fault->is_damage ? "damaged-cell" : "bad-cell", "table.bad-cell");
  _vnus_phrase_add_text (problem, "value", fault->value);
  if (fault->words != NULL)
    _vnus_phrase_add_text (problem, "words", fault->words);
  _vnus_phrase_add_text (phrase, "column", column);
  _vnus_phrase_add_phrase (phrase, "problem", problem);
  if (number > 0)
    _vnus_import_issue_column (self->import, number);
  if (fault->is_damage)
    _vnus_import_suggest (self->import, "table.format-as-text");
}

/* Records */

/* Coverage names its sources itself. */
static gboolean
needs_citation (VnusRecord *record)
{
  VnusKind kind = vnus_record_get_kind (record);

  if ((VNUS_KINDS_WITHOUT_CITATION & 1u << kind) != 0 || vnus_record_get_n_citations (record) > 0)
    return FALSE;

  return kind != VNUS_KIND_COVERAGE || vnus_record_get_presence (record, "sources") != VNUS_PRESENCE_RECORDED;
}

/* Whether the record of the row may have the id; else it is told. */
static gboolean
check_id (Table      *self,
          VnusKind    kind,
          const char *id,
          VnusRecord *other)
{
  VnusPhrase *phrase;

  if (!vnus_fold_is_id (id))
    {
      phrase = add_issue (self, *id == '\0' ? "missing-id" : "bad-cell", *id == '\0' ? "table.missing-id" : "table.bad-id");
      if (*id != '\0')
        _vnus_phrase_add_text (phrase, "value", id);
      return FALSE;
    }
  if (_vnus_import_lookup_made (self->import, id) != NULL)
    {
      phrase = add_issue (self, "duplicate-row", "table.duplicate-row");
      _vnus_phrase_add_text (phrase, "id", id);
      return FALSE;
    }
  if (other == NULL || vnus_record_get_kind (other) == kind)
    return TRUE;

  phrase = add_issue (self, "wrong-kind", "table.wrong-kind");
  _vnus_phrase_add_text (phrase, "id", id);
  _vnus_phrase_add_text (phrase, "kind", vnus_kind_to_string (vnus_record_get_kind (other)));
  _vnus_phrase_add_text (phrase, "expected", vnus_kind_to_string (kind));
  return FALSE;
}

static void
check_citation (Table      *self,
                VnusRecord *record)
{
  if (self->n_faults > 0 || !needs_citation (record))
    return;

  add_issue (self, "missing-source", "table.missing-citation");
  _vnus_import_issue_record (self->import, vnus_record_get_id (record), NULL);
}

/* Sheets */

static void
on_sheet_fault (guint                column,
                const VnusCellFault *fault,
                gpointer             user_data)
{
  Table *self = user_data;

  add_cell_issue (self, self->names[column], column + 1, fault);
}

static gboolean
find_kind (Table *self)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, "kind"));
  const char *found = index > 0 ? self->row->fields[index - 1] : NULL;
  VnusPhrase *phrase;

  if (self->kind == VNUS_KIND_UNSET && found != NULL)
    self->kind = vnus_kind_from_string (found);
  if (found == NULL || g_str_equal (found, vnus_kind_to_string (self->kind)))
    return TRUE;

  phrase = add_issue (self, "bad-cell", "table.bad-kind");
  _vnus_phrase_add_text (phrase, "value", found);
  _vnus_phrase_add_text (phrase, "expected", self->kind != VNUS_KIND_UNSET ? vnus_kind_to_string (self->kind) : "visit");
  return FALSE;
}

/* The columns, once the kind is known; FALSE if some mean nothing. */
static gboolean
find_columns (Table *self)
{
  if (self->columns != NULL)
    return TRUE;

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      VnusSheetColumn *column = _vnus_sheet_column_new (self->kind, self->names[i]);
      g_autofree char *nearest = NULL;
      VnusPhrase *phrase;

      if (column != NULL)
        {
          g_ptr_array_add (self->columns, column);
          continue;
        }

      phrase = add_table_issue (self, "unknown-column", "table.unknown-column");
      _vnus_phrase_add_text (phrase, "column", self->names[i]);
      _vnus_phrase_add_text (phrase, "kind", vnus_kind_to_string (self->kind));
      _vnus_import_issue_column (self->import, i + 1);
      nearest = _vnus_sheet_suggest_column (self->kind, self->names[i]);
      if (nearest != NULL)
        _vnus_phrase_add_text (_vnus_import_suggest (self->import, "table.nearest-column"), "column", nearest);
    }

  return self->names[self->columns->len] == NULL;
}

static VnusRecord *
read_sheet_row (Table *self)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, "id"));
  g_autofree char *id = g_strstrip (g_strdup (self->row->fields[index - 1]));
  VnusChronicle *into = _vnus_import_get_into (self->import);
  VnusRecord *base = into != NULL ? vnus_chronicle_lookup (into, id) : NULL;

  g_autoptr (VnusRecord) record = NULL;

  if (!check_id (self, self->kind, id, base))
    return NULL;

  record = _vnus_sheet_read_row (self->kind, self->columns, self->row->fields, id, base, on_sheet_fault, self);
  check_citation (self, record);
  return self->n_faults == 0 ? _vnus_import_take (self->import, record, TRUE) : NULL;
}

/* Mappings */

static void
on_mapping_fault (guint                column,
                  const VnusCellFault *fault,
                  gpointer             user_data)
{
  Table *self = user_data;
  const VnusSheetColumn *target = g_ptr_array_index (self->group->columns, column);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  /* Blame the column of the table, where it is one alone. */
  for (int optional = FALSE; optional <= TRUE; optional++)
    _vnus_template_list_columns (g_ptr_array_index (self->group->templates, column), optional, names);
  if (names->len == 1)
    add_cell_issue (self, names->pdata[0], GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, names->pdata[0])), fault);
  else
    add_cell_issue (self, target->name, 0, fault);
}

static gboolean
is_plain (const VnusSheetColumn *column)
{
  return column->language != NULL || column->role == VNUS_SHEET_COLUMN_ID ||
         (column->field != NULL && !column->field->is_list && column->field->type == VNUS_VALUE_TYPE_TEXT);
}

/* An interval from a day to the same day is that day. */
static char *
join_day (char *text)
{
  char *slash = strchr (text, '/');

  if (slash != NULL && strlen (slash + 1) == (gsize) (slash - text) && strncmp (text, slash + 1, (gsize) (slash - text)) == 0)
    *slash = '\0';
  return text;
}

static char *
fill_cell (Table *self,
           guint  index)
{
  const VnusSheetColumn *column = g_ptr_array_index (self->group->columns, index);
  const VnusTableRow row = { self->indexes, self->row->fields };
  g_auto (VnusCellFault) fault = { NULL };
  g_autofree char *text = NULL;

  text = _vnus_template_fill (g_ptr_array_index (self->group->templates, index), &row, !is_plain (column), &self->at_fault, &fault);
  if (fault.key != NULL)
    add_cell_issue (self, self->at_fault, GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, self->at_fault)), &fault);

  if (column->field != NULL && column->field->type == VNUS_VALUE_TYPE_DATE)
    return join_day (g_steal_pointer (&text));
  if (is_plain (column) && column->role != VNUS_SHEET_COLUMN_ID && *text != '\0')
    return _vnus_cell_from_plain (text);
  return g_steal_pointer (&text);
}

static gboolean
is_among (GPtrArray  *records,
          const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (vnus_record_get_id (records->pdata[i]), id))
      return TRUE;

  return FALSE;
}

/* Adds the record of one group to @records, those that the row makes; the others
 * than the first are left out where there is one already. */
static void
read_group (Table     *self,
            GPtrArray *records)
{
  g_auto (GStrv) cells = g_new0 (char *, self->group->columns->len + 1);
  VnusRecord *other, *record;
  const char *id;

  for (guint i = 0; i < self->group->columns->len; i++)
    cells[i] = fill_cell (self, i);
  if (self->n_faults > 0)
    return;

  id = cells[self->group->id];
  other = _vnus_import_lookup (self->import, id);
  if (records->len > 0 && (*id == '\0' || other != NULL || is_among (records, id)))
    return;
  if (!check_id (self, self->group->kind, id, other))
    return;

  record = _vnus_sheet_read_row (self->group->kind, self->group->columns, (const char *const *) cells, id, NULL, on_mapping_fault, self);
  g_ptr_array_add (records, record);
  check_citation (self, record);
}

/* The record that the row is about. A row that is not good makes none at all. */
static VnusRecord *
read_mapped_row (Table *self)
{
  GPtrArray *groups = _vnus_mapping_get_groups (self->mapping);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len && self->n_faults == 0; i++)
    {
      self->group = g_ptr_array_index (groups, i);
      read_group (self, records);
    }
  if (self->n_faults > 0)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    _vnus_import_take (self->import, records->pdata[i], FALSE);
  return records->pdata[0];
}

/* Every column must be there that the templates of the first group need; a group
 * beside it that lacks one makes nothing. */
static gboolean
check_columns (Table *self)
{
  const VnusMappingGroup *group = g_ptr_array_index (_vnus_mapping_get_groups (self->mapping), 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean is_complete = TRUE;

  for (guint i = 0; i < group->templates->len; i++)
    _vnus_template_list_columns (g_ptr_array_index (group->templates, i), FALSE, names);

  for (guint i = 0; i < names->len; i++)
    if (!g_hash_table_contains (self->indexes, names->pdata[i]))
      {
        g_auto (GStrv) nearest = _vnus_nearest (names->pdata[i], (const char *const *) self->names, 1);

        _vnus_phrase_add_text (add_table_issue (self, "missing-column", "table.missing-column"), "column", names->pdata[i]);
        if (nearest[0] != NULL)
          _vnus_phrase_add_text (_vnus_import_suggest (self->import, "table.nearest-column"), "column", nearest[0]);
        is_complete = FALSE;
      }

  return is_complete;
}

/* Tables */

static gboolean
is_mapped (Table *self)
{
  return self->mapping != NULL && _vnus_mapping_get_groups (self->mapping)->len > 0;
}

static gboolean
is_empty (const VnusCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (*row->fields[i] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
read_names (Table *self)
{
  self->names = g_strdupv ((char **) self->row->fields);
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      g_strstrip (self->names[i]);
      if (*self->names[i] == '\0' || !g_hash_table_contains (self->indexes, self->names[i]))
        {
          g_hash_table_insert (self->indexes, self->names[i], GUINT_TO_POINTER (i + 1));
          continue;
        }
      _vnus_phrase_add_text (add_table_issue (self, "duplicate-column", "table.duplicate-column"), "column", self->names[i]);
      _vnus_import_issue_column (self->import, i + 1);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_sheet (Table *self)
{
  if (g_hash_table_contains (self->indexes, "id") &&
      (self->kind != VNUS_KIND_UNSET || g_hash_table_contains (self->indexes, "kind")))
    return TRUE;

  _vnus_phrase_add_text (add_table_issue (self, "missing-column", "table.no-sheet"), "column",
                         g_hash_table_contains (self->indexes, "id") ? "kind" : "id");
  return FALSE;
}

static void
tell_row_fault (Table *self)
{
  static const char *const keys[] = {
    [VNUS_CSV_ERROR_FAILED] = "row.failed",
    [VNUS_CSV_ERROR_ENCODING] = "row.encoding",
    [VNUS_CSV_ERROR_QUOTE] = "row.quote",
    [VNUS_CSV_ERROR_RAGGED] = "row.ragged",
    [VNUS_CSV_ERROR_LIMIT] = "row.limit",
  };
  VnusPhrase *phrase = add_issue (self, "bad-row", keys[self->row->fault->code]);

  if (self->row->fault->code == VNUS_CSV_ERROR_RAGGED)
    {
      _vnus_phrase_add_integer (phrase, "n", (int) self->row->n_fields);
      _vnus_phrase_add_integer (phrase, "expected", (int) g_strv_length (self->names));
    }
  if (self->row->fault_column > 0)
    _vnus_import_issue_column (self->import, self->row->fault_column);
}

/* FALSE if the columns of the table mean nothing, so that no row can be read. */
static gboolean
read_row (Table *self)
{
  VnusRecord *record = NULL;
  gboolean goes_on = TRUE;

  self->n_faults = 0;
  g_ptr_array_set_size (self->blamed, 0);
  _vnus_import_begin_row (self->import, self->name, (int) self->row->line);
  if (self->row->fault != NULL)
    tell_row_fault (self);
  else if (is_mapped (self))
    record = read_mapped_row (self);
  else if (find_kind (self))
    {
      goes_on = find_columns (self);
      record = goes_on ? read_sheet_row (self) : NULL;
    }

  if (record != NULL)
    _vnus_import_end_row (self->import, record);
  else
    _vnus_import_end_row_as (self->import, VNUS_ROW_OUTCOME_REFUSED);
  return goes_on;
}

static void
read_rows (Table   *self,
           GError **error)
{
  GCancellable *cancellable = _vnus_import_get_cancellable (self->import);

  self->row = _vnus_csv_reader_next (self->reader, cancellable, error);
  if (self->row == NULL)
    return;
  if (!read_names (self) || !(is_mapped (self) ? check_columns (self) : check_sheet (self)))
    return;

  while ((self->row = _vnus_csv_reader_next (self->reader, cancellable, error)) != NULL)
    if (!is_empty (self->row) && !read_row (self))
      return;
}

static void
read_file (VnusImport *import,
           gpointer    state,
           GFile      *file,
           const char *name)
{
  VnusMapping *mapping = _vnus_import_get_mapping (import);
  Table self = { .import = import, .name = name, .mapping = mapping };
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  self.blamed = g_ptr_array_new ();
  stream = g_file_read (file, _vnus_import_get_cancellable (import), &error);
  if (mapping != NULL)
    self.kind = _vnus_mapping_get_kind (mapping);
  if (stream != NULL)
    self.reader = _vnus_csv_reader_new (G_INPUT_STREAM (stream), name,
                                        mapping != NULL ? _vnus_mapping_get_delimiter (mapping) : 0,
                                        mapping != NULL ? _vnus_mapping_get_encoding (mapping) : NULL, &error);
  if (self.reader != NULL)
    read_rows (&self, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _vnus_phrase_add_text (_vnus_import_issue_at (import, "unreadable-file", VNUS_SEVERITY_ERROR, "import.unreadable-file", name, 0),
                           "problem", error->message);

  g_ptr_array_unref (self.blamed);
  g_clear_pointer (&self.reader, _vnus_csv_reader_free);
  g_clear_pointer (&self.columns, g_ptr_array_unref);
  g_clear_pointer (&self.names, g_strfreev);
  g_clear_pointer (&self.indexes, g_hash_table_unref);
}

const VnusImportFormat _vnus_import_csv = {
  .name = "csv",
  .ending = ".csv",
  .read_file = read_file,
};
