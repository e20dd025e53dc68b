/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chronicles as tables. */
#include <vnus/vnus-table.h>

#include "io/table-sheet-private.h"
#include "model/vnus-kind-private.h"

/**
 * vnus_chronicle_to_csv:
 * @self: a chronicle
 * @kind: a kind of record
 *
 * Writes all records of a kind as a sheet: comma-separated values, one record a
 * row, in the order of the chronicle.
 *
 * The first row names the columns: kind, id, every field of the kind in the order
 * of a document, presence and citations. A field of localised text has a column
 * for each language, such as `label.en`. A cell is empty if nothing is recorded.
 *
 * Returns: (transfer full): the sheet, UTF-8 with CR LF at the end of each row
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_csv (VnusChronicle *self,
                       VnusKind       kind)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_auto (VnusCsvWriter) writer;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);

  columns = _vnus_sheet_list_columns (self, kind);
  _vnus_csv_writer_init (&writer, 0);
  for (guint i = 0; i < columns->len; i++)
    _vnus_csv_writer_put (&writer, ((VnusSheetColumn *) g_ptr_array_index (columns, i))->name);
  _vnus_csv_writer_end_row (&writer);

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (self, kind); i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (self, kind, i);

      for (guint j = 0; j < columns->len; j++)
        {
          g_autofree char *cell = _vnus_sheet_get_cell (g_ptr_array_index (columns, j), record);

          _vnus_csv_writer_put (&writer, cell);
        }
      _vnus_csv_writer_end_row (&writer);
    }

  return _vnus_csv_writer_end (&writer);
}
