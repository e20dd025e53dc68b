/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents at their limits, cut off, spoilt, large, and out of reach. */
#include "document-helpers.h"

#include <unistd.h>

/* Limits: one document at each, one past it */

static char *
repeat (const char *text,
        guint       n)
{
  GString *string = g_string_sized_new (n * strlen (text));

  for (guint i = 0; i < n; i++)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

static void
expect_limit (const char *records,
              const char *part)
{
  g_autoptr (GBytes) bytes = document_of (records);
  g_autofree char *message = load_bad (bytes, "x.json", VNUS_DOCUMENT_ERROR_LIMIT);

  assert_contains (message, part);
}

static VnusChronicle *
expect_good (const char *records)
{
  g_autoptr (GBytes) bytes = document_of (records);

  return load_good (bytes, "x.json", VNUS_LOAD_FLAGS_LENIENT);
}

static void
test_string (void)
{
  g_autofree char *most = g_strnfill (VNUS_DOCUMENT_MAX_STRING, 'x');
  g_autofree char *escaped = repeat ("\\u0078", VNUS_DOCUMENT_MAX_STRING);
  const char *const strings[] = { most, escaped };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autofree char *good = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"aliases\":[\"%s\"]}", strings[i]);
      g_autofree char *bad = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"aliases\":[\"%sx\"]}", strings[i]);
      g_autofree char *key = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"%sx\":1}", strings[i]);
      g_autoptr (VnusChronicle) chronicle = expect_good (good);

      g_assert_cmpstr (vnus_record_get_alias (vnus_chronicle_lookup (chronicle, "t"), 0), ==, most);
      expect_limit (bad, "1048576 bytes");
      expect_limit (key, "1048576 bytes");
    }
}

static void
test_items (void)
{
  g_autofree char *list = repeat ("{\"source\":\"s\"},", VNUS_DOCUMENT_MAX_ITEMS - 1);
  g_autofree char *good = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"citations\":[%s{\"source\":\"s\"}]}", list);
  g_autofree char *bad = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"citations\":[%s%s{\"source\":\"s\"}]}",
                                          "{\"source\":\"s\"},", list);
  g_autofree char *members = repeat ("\"a\":1,", VNUS_DOCUMENT_MAX_ITEMS);
  g_autofree char *object = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"label\":{%s\"a\":1}}", members);
  g_autoptr (VnusChronicle) chronicle = expect_good (good);

  g_assert_cmpuint (vnus_record_get_n_citations (vnus_chronicle_lookup (chronicle, "t")), ==, VNUS_DOCUMENT_MAX_ITEMS);
  expect_limit (bad, "10000");
  expect_limit (object, "10000");
}

static void
test_record_size (void)
{
  g_autofree char *string = g_strnfill (VNUS_DOCUMENT_MAX_STRING - 100, 'x');
  g_autofree char *item = g_strdup_printf ("\"%s\",", string);
  g_autofree char *fifteen = repeat (item, 15);
  g_autofree char *seventeen = repeat (item, 17);
  g_autofree char *good = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"aliases\":[%s\"x\"]}", fifteen);
  g_autofree char *bad = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"aliases\":[%s\"x\"]}", seventeen);
  g_autoptr (VnusChronicle) chronicle = expect_good (good);
  g_autofree char *lines = g_strconcat ("{\"format\":\"vnus-chronicle\",\"version\":1}\n", bad, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (lines, strlen (lines));
  g_autofree char *message = load_bad (bytes, "x.jsonl", VNUS_DOCUMENT_ERROR_LIMIT);

  expect_limit (bad, "16777216 bytes");
  g_assert_true (g_str_has_prefix (message, "x.jsonl:2: "));
}

static void
test_depth (void)
{
  g_autofree char *opening = repeat ("[", VNUS_DOCUMENT_MAX_DEPTH - 3);
  g_autofree char *closing = repeat ("]", VNUS_DOCUMENT_MAX_DEPTH - 3);
  g_autofree char *good = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"within\":%s%s}", opening, closing);
  g_autofree char *bad = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"within\":%s[]%s}", opening, closing);
  g_autoptr (GBytes) bytes = document_of (good);
  g_autofree char *message = load_bad (bytes, "x.json", VNUS_DOCUMENT_ERROR_UNKNOWN_KEY); /* it was read through */

  expect_limit (bad, "64");
}

static void
test_ten_thousand_deep (void)
{
  static const char *const parts[] = { "[", "{\"a\":", "[{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *unclosed = repeat (parts[i], 10000);
      g_autofree char *text = g_strconcat ("{\"format\":\"vnus-chronicle\",\"version\":1,\"label\":", unclosed, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autofree char *message = load_bad (bytes, "x.json", VNUS_DOCUMENT_ERROR_LIMIT);
    }

  {
    g_autofree char *opening = repeat ("[", 10000);
    g_autofree char *closing = repeat ("]", 10000);
    g_autofree char *closed = g_strdup_printf ("{\"kind\":\"topic\",\"id\":\"t\",\"label\":%s%s}", opening, closing);

    expect_limit (closed, "64");
  }
}

/* A file with a hole: it has the size and takes no room. */
static void
test_file_size (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{", 1, NULL));
  if (truncate (path, ((goffset) VNUS_DOCUMENT_MAX_MEBIBYTES << 20) + 1) != 0)
    {
      g_test_skip ("the file system has no such large files");
    }
  else
    {
      g_assert_null (vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, NULL, &error));
      g_assert_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT);
      assert_contains (error->message, "4095 MiB");
    }

  remove_folder (folder);
}

/* Spoilt documents: loaded or refused, with a place and a reason that is more
 * than that it is wrong, and nothing else happens */

static void
check_spoilt (const char *data,
              gsize       length,
              const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_load_bytes (bytes, name, VNUS_LOAD_FLAGS_NONE, &error);

  if (chronicle != NULL)
    return;

  g_assert_cmpuint (error->domain, ==, VNUS_DOCUMENT_ERROR);
  g_assert_cmpint (error->code, !=, VNUS_DOCUMENT_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_true (g_ascii_isdigit (error->message[strlen (name) + 1]));
  g_assert_null (strstr (error->message, "is not valid JSON"));
  if (!g_utf8_validate (error->message, -1, NULL))
    g_error ("not UTF-8: %s", error->message);
}

static const char *const spoilt[] = { "order.json", "escapes.json", "every-kind.jsonl" };

static void
test_truncated (gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", data);
  gsize length = g_bytes_get_size (bytes);
  const char *text = g_bytes_get_data (bytes, NULL);

  for (gsize i = 0; i < MIN (length, 3000); i += get_step ())
    {
      g_autoptr (GBytes) part = g_bytes_new_static (text, i);
      g_autoptr (VnusChronicle) chronicle = NULL;

      check_spoilt (text, i, data);
      chronicle = vnus_chronicle_load_bytes (part, data, VNUS_LOAD_FLAGS_NONE, NULL);
      if (g_str_has_suffix (data, ".json"))
        g_assert_true (chronicle == NULL || i == length - 1); /* without the last line break */
    }
}

static void
test_bytes_replaced (gconstpointer data)
{
  static const char replacements[] = { '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\0', '1', 'n', '\xff', '\xc3' };
  g_autoptr (GBytes) bytes = read_corpus ("valid", data);
  gsize length = MIN (g_bytes_get_size (bytes), 1500);
  g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  for (gsize i = 0; i < length; i += get_step ())
    for (guint j = 0; j < G_N_ELEMENTS (replacements); j++)
      {
        char kept = text[i];

        text[i] = replacements[j];
        check_spoilt (text, length, data);
        text[i] = kept;
      }
}

/* Large documents: lines fall across the pieces in which they are read */

static char *
make_large (guint    n,
            gboolean is_lines)
{
  GString *text = g_string_new (is_lines ? "{\"format\":\"vnus-chronicle\",\"version\":1,\"id\":\"large\"}\n"
                                         : "{\"format\":\"vnus-chronicle\",\"version\":1,\"id\":\"large\",\"records\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "{\"kind\":\"topic\",\"id\":\"topic-%07u\",\"label\":{\"en\":\"Topic %u\",\"vi\":\"Chủ đề %u\"}%s%.*s}%s",
                            i, i, i, i > 0 ? ",\"broader\":\"topic-0000000\"" : "", (int) (i % 17), "                 ",
                            is_lines ? "\n" : i + 1 < n ? "," : "");
  g_string_append (text, is_lines ? "" : "]}");

  return g_string_free (text, FALSE);
}

static void
test_large (void)
{
  enum { N = 40000 };
  g_autofree char *json = make_large (N, FALSE);
  g_autofree char *lines = make_large (N, TRUE);
  g_autoptr (GBytes) json_bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GBytes) line_bytes = g_bytes_new_static (lines, strlen (lines));
  g_autoptr (VnusChronicle) a = load_good (json_bytes, "x.json", VNUS_LOAD_FLAGS_NONE);
  g_autoptr (VnusChronicle) b = load_good (line_bytes, "x.jsonl", VNUS_LOAD_FLAGS_NONE);
  g_autoptr (GBytes) written_a = vnus_chronicle_to_json_lines (a);
  g_autoptr (GBytes) written_b = vnus_chronicle_to_json_lines (b);

  g_assert_cmpuint (strlen (lines), >, 3u << 20);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (b, VNUS_KIND_TOPIC), ==, N);
  assert_same_bytes (written_a, written_b);
}

static void
test_line_of_a_late_fault (void)
{
  enum { N = 30000 };
  g_autofree char *lines = make_large (N, TRUE);
  g_autofree char *text = g_strconcat (lines, "{\"kind\":\"topic\",\"id\":\"x\",\"broader\":\"none\"}\n", lines, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *message = load_bad (bytes, "x.jsonl", VNUS_DOCUMENT_ERROR_MISSING_KEY);

  g_assert_true (g_str_has_prefix (message, "x.jsonl:30003: record “large”: "));
}

/* Out of reach */

static void
expect_io_error (const char   *path,
                 int           code,
                 GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strconcat (path, ": ", NULL);

  g_assert_null (vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_folder (void)
{
  g_autofree char *folder = make_folder ();

  expect_io_error (folder, G_IO_ERROR_IS_DIRECTORY, NULL);
  remove_folder (folder);
}

static void
test_missing (void)
{
  expect_io_error ("/nowhere/x.json", G_IO_ERROR_NOT_FOUND, NULL);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);

  g_assert_true (g_file_set_contents (path, "{}", 2, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (g_access (path, R_OK) == 0)
    g_test_skip ("this user reads everything");
  else
    expect_io_error (path, G_IO_ERROR_PERMISSION_DENIED, NULL);

  remove_folder (folder);
}

/* A file that opens, and then cannot be read. */
static void
test_read_error (void)
{
  if (g_access ("/proc/self/mem", R_OK) != 0)
    g_test_skip ("there is no /proc");
  else
    expect_io_error ("/proc/self/mem", G_IO_ERROR_FAILED, NULL);
}

static void
test_cancelled (void)
{
  g_autofree char *path = corpus_path ("valid", "order.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  expect_io_error (path, G_IO_ERROR_CANCELLED, cancellable);
}

/* Asynchronous loading */

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for_load (const char   *path,
               GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *result = NULL;

  vnus_chronicle_load_file_async (file, VNUS_LOAD_FLAGS_NONE, G_PRIORITY_DEFAULT, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void)
{
  g_autofree char *good = corpus_path ("valid", "order.json");
  g_autofree char *bad = corpus_path ("invalid", "duplicate-id.json");
  g_autoptr (GAsyncResult) first = wait_for_load (good, NULL);
  g_autoptr (GAsyncResult) second = wait_for_load (bad, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_load_file_finish (first, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vnus_chronicle_get_id (chronicle), ==, "order");

  g_assert_null (vnus_chronicle_load_file_finish (second, &error));
  g_assert_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_DUPLICATE_ID);
}

static void
test_async_cancelled (void)
{
  g_autofree char *path = corpus_path ("valid", "order.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = wait_for_load (path, cancellable);
  g_assert_null (vnus_chronicle_load_file_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/document/limit/string", test_string);
  g_test_add_func ("/vnus/document/limit/items", test_items);
  g_test_add_func ("/vnus/document/limit/record-size", test_record_size);
  g_test_add_func ("/vnus/document/limit/depth", test_depth);
  g_test_add_func ("/vnus/document/limit/ten-thousand-deep", test_ten_thousand_deep);
  g_test_add_func ("/vnus/document/limit/file-size", test_file_size);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *truncated = g_strconcat ("/vnus/document/truncated/", spoilt[i], NULL);
      g_autofree char *replaced = g_strconcat ("/vnus/document/bytes-replaced/", spoilt[i], NULL);

      g_test_add_data_func (truncated, spoilt[i], test_truncated);
      g_test_add_data_func (replaced, spoilt[i], test_bytes_replaced);
    }
  g_test_add_func ("/vnus/document/large", test_large);
  g_test_add_func ("/vnus/document/line-of-a-late-fault", test_line_of_a_late_fault);
  g_test_add_func ("/vnus/document/io/folder", test_folder);
  g_test_add_func ("/vnus/document/io/missing", test_missing);
  g_test_add_func ("/vnus/document/io/unreadable", test_unreadable);
  g_test_add_func ("/vnus/document/io/read-error", test_read_error);
  g_test_add_func ("/vnus/document/io/cancelled", test_cancelled);
  g_test_add_func ("/vnus/document/async", test_async);
  g_test_add_func ("/vnus/document/async/cancelled", test_async_cancelled);

  return g_test_run ();
}
