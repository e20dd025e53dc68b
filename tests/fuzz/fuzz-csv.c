/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table: the first byte chooses delimiter and encoding, the rest is the file.
 * Good rows are written as rows that read back the same. */
#include "fuzz.h"

#include "io/csv-reader-private.h"
#include "io/csv-writer-private.h"

static VnusCsvReader *
open_bytes (GBytes     *bytes,
            char        delimiter,
            const char *encoding)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return _vnus_csv_reader_new (stream, "made-up", delimiter, encoding, NULL);
}

/* NULL if a row has a fault, which must be told in UTF-8. */
static GBytes *
copy_rows (VnusCsvReader *reader,
           char           delimiter)
{
  g_auto (VnusCsvWriter) writer;
  const VnusCsvRow *row;
  gboolean good = TRUE;

  _vnus_csv_writer_init (&writer, delimiter);
  while ((row = _vnus_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      if (row->fault != NULL)
        {
          fuzz_assert_told (FALSE, row->fault);
          good = FALSE;
          continue;
        }
      for (guint i = 0; i < row->n_fields; i++)
        {
          g_assert_true (g_utf8_validate (row->fields[i], -1, NULL));
          _vnus_csv_writer_put (&writer, row->fields[i]);
        }
      _vnus_csv_writer_end_row (&writer);
    }
  return good ? _vnus_csv_writer_end (&writer) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char delimiters[] = { 0, ';', '\t', '|' };
  const guint8 choice = size > 0 ? data[0] : 0;
  const char delimiter = delimiters[choice % G_N_ELEMENTS (delimiters)];
  g_autoptr (GBytes) bytes = size > 0 ? g_bytes_new (data + 1, size - 1) : g_bytes_new (NULL, 0);
  g_autoptr (VnusCsvReader) reader = open_bytes (bytes, delimiter, (choice & 4) != 0 ? "latin-1" : NULL);
  g_autoptr (GBytes) written = copy_rows (reader, delimiter);

  if (written != NULL)
    {
      g_autoptr (VnusCsvReader) again = open_bytes (written, delimiter, NULL);
      g_autoptr (GBytes) twice = copy_rows (again, delimiter);

      g_assert_nonnull (twice);
      g_assert_true (g_bytes_equal (written, twice));
    }
  return 0;
}
