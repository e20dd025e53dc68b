/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the record that a row of a sheet tells of. */
#include "io/table-sheet-private.h"

#include "base/vnus-text-private.h"
#include "io/cell-text-private.h"
#include "model/vnus-record-private.h"

typedef struct
{
  VnusRecord         *record;
  VnusRecord         *base;      /* (nullable) */
  GPtrArray          *columns;
  const char *const  *cells;
  VnusSheetFaultFunc  on_fault;
  gpointer            user_data;
} Row;

static const VnusSheetColumn *
get_column (const Row *self,
            guint      index)
{
  return g_ptr_array_index (self->columns, index);
}

static const VnusSheetColumn *
find_column (const Row           *self,
             VnusSheetColumnRole  role,
             const VnusField     *field,
             const char          *language)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const VnusSheetColumn *column = get_column (self, i);

      if (column->role == role && column->field == field &&
          (language == NULL || g_strcmp0 (column->language, language) == 0))
        return column;
    }

  return NULL;
}

/* Whether the cell is as the record that is there would be written: then there
 * is nothing to read, and nothing to find fault with. */
static gboolean
is_as_before (const Row *self,
              guint      index)
{
  g_autofree char *before = self->base != NULL ? _vnus_sheet_get_cell (get_column (self, index), self->base) : NULL;

  return before != NULL && g_str_equal (before, self->cells[index]);
}

static void
read_language (const Row             *self,
               const VnusSheetColumn *column,
               const char            *cell,
               VnusCellFault         *fault)
{
  VnusText **slot = _vnus_field_slot_to_set (column->field, self->record);
  g_autofree char *text = _vnus_cell_to_plain (cell);

  if (!_vnus_cell_is_damaged (cell, VNUS_VALUE_TYPE_TEXT, fault))
    _vnus_cell_add_language (slot, column->language, text, fault);
}

static void
read_field (const Row     *self,
            guint          index,
            VnusCellFault *fault)
{
  const VnusSheetColumn *column = get_column (self, index);
  const char *cell = self->cells[index];
  g_autoptr (VnusValue) value = NULL;

  if (*cell == '\0')
    return;
  if (column->language != NULL)
    {
      read_language (self, column, cell, fault);
      return;
    }
  if (is_as_before (self, index))
    {
      _vnus_field_copy (column->field, self->base, self->record);
      return;
    }

  value = _vnus_cell_to_value (column->field, column->field->is_list, cell, fault);
  if (value != NULL)
    _vnus_field_set_value (column->field, self->record, value);
}

/* Languages that have no column stay as they were. */
static void
keep_languages (const Row       *self,
                const VnusField *field)
{
  const VnusText *before = *(VnusText **) _vnus_field_slot (field, self->base);
  g_auto (VnusCellFault) fault = { NULL };

  for (guint i = 0; before != NULL && i < _vnus_text_get_n_pairs (before); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (before, i);

      if (find_column (self, VNUS_SHEET_COLUMN_FIELD, field, pair.language) == NULL)
        _vnus_cell_add_language (_vnus_field_slot_to_set (field, self->record), pair.language, pair.string, &fault);
    }
}

static void
keep_fields (const Row *self)
{
  VnusRecordClass *klass = _vnus_record_class (self->record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i]->type == VNUS_VALUE_TYPE_LOCALISED)
      keep_languages (self, klass->fields[i]);
    else if (find_column (self, VNUS_SHEET_COLUMN_FIELD, klass->fields[i], NULL) == NULL)
      _vnus_field_copy (klass->fields[i], self->base, self->record);
}

static void
keep_presences (const Row *self)
{
  for (guint i = 0; i < _vnus_record_get_n_presences (self->base); i++)
    {
      VnusPresence presence;
      VnusField *field = _vnus_record_get_nth_presence (self->base, i, &presence);

      if (!_vnus_field_is_set (field, self->record))
        vnus_record_set_presence (self->record, field->name, presence, NULL);
    }
}

static void
keep_citations (const Row *self)
{
  for (guint i = 0; i < vnus_record_get_n_citations (self->base); i++)
    vnus_record_add_citation (self->record, vnus_record_get_citation (self->base, i));
}

/* Presences and citations speak of fields, and so come after them. */
static void
read_column (const Row *self,
             guint      index,
             gboolean   of_fields)
{
  VnusSheetColumnRole role = get_column (self, index)->role;
  g_auto (VnusCellFault) fault = { NULL };

  if (role == VNUS_SHEET_COLUMN_FIELD && of_fields)
    read_field (self, index, &fault);
  else if (role == VNUS_SHEET_COLUMN_PRESENCE && !of_fields)
    _vnus_cell_to_presences (self->record, self->cells[index], &fault);
  else if (role == VNUS_SHEET_COLUMN_CITATIONS && !of_fields)
    _vnus_cell_to_citations (self->record, self->cells[index], &fault);

  if (fault.key != NULL)
    self->on_fault (index, &fault, self->user_data);
}

VnusRecord *
_vnus_sheet_read_row (VnusKind            kind,
                      GPtrArray          *columns,
                      const char *const  *cells,
                      const char         *id,
                      VnusRecord         *base,
                      VnusSheetFaultFunc  on_fault,
                      gpointer            user_data)
{
  Row self = { vnus_kind_make_record (kind, id), base, columns, cells, on_fault, user_data };

  for (guint i = 0; i < columns->len; i++)
    read_column (&self, i, TRUE);
  if (base != NULL)
    keep_fields (&self);

  for (guint i = 0; i < columns->len; i++)
    read_column (&self, i, FALSE);
  if (base != NULL && find_column (&self, VNUS_SHEET_COLUMN_PRESENCE, NULL, NULL) == NULL)
    keep_presences (&self);
  if (base != NULL && find_column (&self, VNUS_SHEET_COLUMN_CITATIONS, NULL, NULL) == NULL)
    keep_citations (&self);

  return self.record;
}
