/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows of delimiter-separated values: what is read, what is faulty, what is
 * written, and the limits. */
#include <string.h>

#include "io/csv-reader-private.h"
#include "io/csv-writer-private.h"

static VnusCsvReader *
open_text (const char  *text,
           gsize        length,
           char         delimiter,
           const char  *encoding)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_memdup2 (text, length), (gssize) length, g_free);
  g_autoptr (GError) error = NULL;
  VnusCsvReader *reader = _vnus_csv_reader_new (stream, "x.csv", delimiter, encoding, &error);

  g_assert_no_error (error);
  return reader;
}

/* All rows in one line: fields by |, rows by ¶, a fault as !code@column. */
static char *
read_all (VnusCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  const VnusCsvRow *row;

  while ((row = _vnus_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      g_autofree char *fields = g_strjoinv ("|", (char **) row->fields);

      g_assert_cmpuint (g_strv_length ((char **) row->fields), ==, row->n_fields);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "¶" : "", fields);
      if (row->fault != NULL)
        g_string_append_printf (text, "!%d@%u", row->fault->code, row->fault_column);
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
  char delimiter;
  const char *encoding;
} Case;

static const Case cases[] = {
  { "empty", "", "" },
  { "only-blank-lines", "\n\r\n\r", "" },
  { "crlf", "a,b\r\nc,d\r\n", "a|b¶c|d" },
  { "lf", "a,b\nc,d\n", "a|b¶c|d" },
  { "cr", "a,b\rc,d\r", "a|b¶c|d" },
  { "no-last-end", "a,b\nc,d", "a|b¶c|d" },
  { "empty-fields", ",\n,\n", "|¶|" },
  { "blank-lines-between", "a,b\n\n\nc,d\n", "a|b¶c|d" },
  { "quoted-empty-is-a-row", "a\n\"\"\nb\n", "a¶¶b" },
  { "quoted", "\"a\",\"b\"\n", "a|b" },
  { "doubled-quotes", "\"a \"\"b\"\" c\",\"\"\"\"\n", "a \"b\" c|\"" },
  { "delimiter-in-quotes", "\"a,b\",c\n", "a,b|c" },
  { "line-ends-in-quotes", "\"a\r\nb\nc\rd\",e\n", "a\r\nb\nc\rd|e" },
  { "quoted-at-end", "a,\"b\"", "a|b" },
  { "blanks-are-kept", " a , b\n", " a | b" },
  { "semicolon", "a;b,c\nd;e\n", "a|b,c¶d|e", ';' },
  { "tab", "a\tb\n", "a|b", '\t' },
  { "bom", "\xef\xbb\xbf" "a,b\n", "a|b" },
  { "bom-before-quote", "\xef\xbb\xbf\"a\",b\n", "a|b" },
  { "bom-alone", "\xef\xbb\xbf", "" },
  { "utf-8", "Võ Văn Thưởng,Đà Nẵng\n", "Võ Văn Thưởng|Đà Nẵng" },
  { "utf-8-by-name", "Võ\n", "Võ", 0, "UTF-8" },
  { "latin-1", "caf\xe9,\xfc" "ber\n", "café|über", 0, "latin-1" },
  { "latin-1-by-other-name", "caf\xe9\n", "café", 0, "ISO-8859-1" },
  { "bom-in-spite-of-latin-1", "\xef\xbb\xbf" "Võ\n", "Võ", 0, "latin-1" },
  { "fault-bare-quote", "a,b\nc \"d\",e\nf,g\n", "a|b¶c \"d\"|e!2@1¶f|g" },
  { "fault-text-after-quote", "a,b\nc,\"d\" e\nf,g\n", "a|b¶c|d e!2@2¶f|g" },
  { "fault-never-closed", "a,b\nc,\"d\ne,f\n", "a|b¶c|d\ne,f\n!2@2" },
  { "fault-too-few", "a,b\nc\nd,e\n", "a|b¶c!3@0¶d|e" },
  { "fault-too-many", "a,b\nc,d,e\nf,g\n", "a|b¶c|d|e!3@0¶f|g" },
  { "fault-not-utf-8", "a,caf\xe9\nb,c\n", "a|caf\xef\xbf\xbd!1@2¶b|c" },
  { "fault-cut-utf-8", "a,\xe1\xbb\nb,c\n", "a|\xef\xbf\xbd\xef\xbf\xbd!1@2¶b|c" },
  { "fault-first-counts", "a,b\n\xe9\"\n", "a|b¶\xef\xbf\xbd\"!2@1" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (VnusCsvReader) reader = open_text (c->text, strlen (c->text), c->delimiter, c->encoding);
  g_autofree char *found = read_all (reader);

  g_assert_cmpstr (found, ==, c->expected);
}

static void
test_nul (void)
{
  g_autoptr (VnusCsvReader) reader = open_text ("a,b\0c\nd,e\n", 10, 0, NULL);
  g_autofree char *found = read_all (reader);

  g_assert_cmpstr (found, ==, "a|b\xef\xbf\xbd" "c!1@2¶d|e");
}

static void
test_numbers (void)
{
  static const struct { guint64 number, line; } expected[] = { { 1, 1 }, { 3, 3 }, { 4, 5 }, { 6, 7 } };
  const char *text = "a,b\n\n\"c\nd\",e\r\nf,g\r\n\r\nh,i";
  g_autoptr (VnusCsvReader) reader = open_text (text, strlen (text), 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const VnusCsvRow *row = _vnus_csv_reader_next (reader, NULL, NULL);

      g_assert_nonnull (row);
      g_assert_null (row->fault);
      g_assert_cmpuint (row->number, ==, expected[i].number);
      g_assert_cmpuint (row->line, ==, expected[i].line);
    }
  g_assert_null (_vnus_csv_reader_next (reader, NULL, NULL));
  g_assert_null (_vnus_csv_reader_next (reader, NULL, NULL));
}

/* CR LF, quotes and characters of several bytes across the reader's buffer. */
static void
test_buffer_edges (void)
{
  for (guint shift = 0; shift < 8; shift++)
    {
      g_autofree char *pad = g_strnfill (65536 - 12 + shift, 'x');
      g_autofree char *text = g_strdup_printf ("%s,\"ở\"\"ở\"\r\n\"\r\n\",b\r\n", pad);
      g_autofree char *expected = g_strdup_printf ("%s|ở\"ở¶\r\n|b", pad);
      g_autoptr (VnusCsvReader) reader = open_text (text, strlen (text), 0, NULL);
      g_autofree char *found = read_all (reader);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_encodings (void)
{
  static const struct { const char *encoding, *text; gsize length; const char *part; } bad[] = {
    { "windows-1258", "a", 1, "windows-1258" },
    { "", "a", 1, "expected utf-8 or latin-1" },
    { NULL, "\xff\xfe" "a\0", 4, "UTF-16" },
    { NULL, "\xfe\xff\0a", 4, "UTF-16" },
    { "latin-1", "\xff\xfe" "a\0", 4, "UTF-16" },
    { NULL, "\xff\xfe\0\0a\0\0\0", 8, "UTF-32" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bad[i].text, (gssize) bad[i].length, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusCsvReader) reader = _vnus_csv_reader_new (stream, "x.csv", 0, bad[i].encoding, &error);

      if (reader != NULL)
        g_assert_null (_vnus_csv_reader_next (reader, NULL, &error));
      g_assert_error (error, VNUS_CSV_ERROR, VNUS_CSV_ERROR_ENCODING);
      g_assert_nonnull (strstr (error->message, bad[i].part));
      g_assert_true (g_str_has_prefix (error->message, "x.csv:"));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VnusCsvReader) reader = open_text ("a", 1, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (_vnus_csv_reader_next (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Limits */

static void
expect_limit (const char *text,
              gboolean    is_past)
{
  g_autoptr (VnusCsvReader) reader = open_text (text, strlen (text), 0, NULL);
  const VnusCsvRow *row = _vnus_csv_reader_next (reader, NULL, NULL);

  g_assert_nonnull (row);
  if (is_past)
    g_assert_error (row->fault, VNUS_CSV_ERROR, VNUS_CSV_ERROR_LIMIT);
  else
    g_assert_no_error (row->fault);

  row = _vnus_csv_reader_next (reader, NULL, NULL);
  g_assert_nonnull (row); /* reading goes on */
  g_assert_true (g_str_has_prefix (row->fields[0], "after"));
}

static void
test_limits (void)
{
  g_autofree char *most = g_strnfill (VNUS_CSV_MAX_FIELD, 'x');
  g_autofree char *good = g_strdup_printf ("%s,\"%s\"\nafter,b\n", most, most);
  g_autofree char *plain = g_strdup_printf ("%sx,b\nafter,b\n", most);
  g_autofree char *quoted = g_strdup_printf ("\"%sx\",b\nafter,b\n", most);
  g_autofree char *fields = g_strnfill (VNUS_CSV_MAX_FIELDS - 1, ',');
  g_autofree char *wide = g_strdup_printf ("%s\nafter%s\n", fields, fields);
  g_autofree char *too_wide = g_strdup_printf ("%s,\nafter%s\n", fields, fields);
  g_autoptr (GString) row = g_string_new (NULL);

  expect_limit (good, FALSE);
  expect_limit (plain, TRUE);
  expect_limit (quoted, TRUE);
  expect_limit (wide, FALSE);
  expect_limit (too_wide, TRUE);

  for (guint i = 0; i < VNUS_CSV_MAX_ROW / VNUS_CSV_MAX_FIELD + 1; i++)
    g_string_append_printf (row, "%s,", most);
  g_string_append (row, "\nafter\n");
  expect_limit (row->str, TRUE);
}

/* A stream of one quoted field that has no end. */
typedef struct
{
  GInputStream parent_instance;

  gsize n_left;
} LongStream;

typedef struct
{
  GInputStreamClass parent_class;
} LongStreamClass;

GType long_stream_get_type (void);
G_DEFINE_TYPE (LongStream, long_stream, G_TYPE_INPUT_STREAM)

static gssize
long_stream_read (GInputStream *stream,
                  void         *buffer,
                  gsize         count,
                  GCancellable *cancellable,
                  GError      **error)
{
  LongStream *self = (LongStream *) stream;
  gsize n = MIN (count, self->n_left);

  memset (buffer, 'x', n);
  if (self->n_left == 100u * 1024 * 1024)
    *(char *) buffer = '"';
  self->n_left -= n;

  return (gssize) n;
}

static void
long_stream_class_init (LongStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = long_stream_read;
}

static void
long_stream_init (LongStream *self)
{
  self->n_left = 100u * 1024 * 1024;
}

static gsize
resident_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");
  return line != NULL ? (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static void
test_bounded_memory (void)
{
  g_autoptr (GInputStream) stream = g_object_new (long_stream_get_type (), NULL);
  g_autoptr (VnusCsvReader) reader = _vnus_csv_reader_new (stream, "x.csv", 0, NULL, NULL);
  gsize before = resident_kib ();
  const VnusCsvRow *row = _vnus_csv_reader_next (reader, NULL, NULL);

  g_assert_nonnull (row);
  g_assert_error (row->fault, VNUS_CSV_ERROR, VNUS_CSV_ERROR_LIMIT);
  g_assert_nonnull (strstr (row->fault->message, "closed"));
  g_assert_cmpuint (resident_kib () - before, <=, 8 * 1024);
  g_assert_null (_vnus_csv_reader_next (reader, NULL, NULL));
}

/* Writing */

static void
test_write (void)
{
  static const char *const rows[][4] = {
    { "a", "b c", "Đà Nẵng", "" },
    { " a", "b ", "c,d", "e\"f" },
    { "g\nh", "i\r\nj", "k\rl", "" },
    { "\xef\xbb\xbf", "#REF!", "'", "" },
  };
  g_auto (VnusCsvWriter) writer;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (VnusCsvReader) reader = NULL;
  g_autofree char *first = NULL;
  const VnusCsvRow *row;

  _vnus_csv_writer_init (&writer, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint j = 0; j < 4; j++)
        _vnus_csv_writer_put (&writer, rows[i][j]);
      _vnus_csv_writer_end_row (&writer);
      g_assert_true (_vnus_csv_writer_flush (&writer, stream, NULL, NULL));
    }

  reader = open_text (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                      g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      row = _vnus_csv_reader_next (reader, NULL, NULL);
      g_assert_nonnull (row);
      g_assert_no_error (row->fault);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpstr (row->fields[j], ==, rows[i][j]);
    }
  g_assert_null (_vnus_csv_reader_next (reader, NULL, NULL));
  first = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), 18);
  g_assert_cmpstr (first, ==, "a,b c,Đà Nẵng,"); /* nothing is quoted that need not be */
}

static void
test_write_one_column (void)
{
  static const struct { const char *field, *expected; } cells[] = {
    { NULL, "\"\"\r\n" }, { "", "\"\"\r\n" }, { "a", "a\r\n" }, { "a;b", "\"a;b\"\r\n" }, { "a,b", "a,b\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      VnusCsvWriter writer;
      g_autoptr (GBytes) bytes = NULL;

      _vnus_csv_writer_init (&writer, ';');
      _vnus_csv_writer_put (&writer, cells[i].field);
      _vnus_csv_writer_end_row (&writer);
      bytes = _vnus_csv_writer_end (&writer);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cells[i].expected, strlen (cells[i].expected));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/csv/read/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vnus/csv/read/nul", test_nul);
  g_test_add_func ("/vnus/csv/read/numbers", test_numbers);
  g_test_add_func ("/vnus/csv/read/buffer-edges", test_buffer_edges);
  g_test_add_func ("/vnus/csv/read/encodings", test_encodings);
  g_test_add_func ("/vnus/csv/read/cancelled", test_cancelled);
  g_test_add_func ("/vnus/csv/limits/each", test_limits);
  g_test_add_func ("/vnus/csv/limits/memory", test_bounded_memory);
  g_test_add_func ("/vnus/csv/write/reads-back", test_write);
  g_test_add_func ("/vnus/csv/write/one-column", test_write_one_column);

  return g_test_run ();
}
