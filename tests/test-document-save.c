/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saving: the old file or the new one, never a mixture, and nothing left behind. */
#include "document-helpers.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "the old file\n"

typedef struct
{
  char          *folder;
  char          *path;
  GFile         *file;
  VnusChronicle *chronicle;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", "order.json");

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "x.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->chronicle = load_good (bytes, "order.json", VNUS_LOAD_FLAGS_NONE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->chronicle);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
put_old_file (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

/* The file is as it was and alone. */
static void
assert_old_file (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = read_path (fixture->path);

  g_assert_cmpmem (OLD, strlen (OLD), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
assert_new_file (Fixture    *fixture,
                 const char *path)
{
  g_autoptr (GBytes) expected = read_corpus ("valid", "order.json");
  g_autoptr (GBytes) bytes = read_path (path);

  assert_same_bytes (expected, bytes);
}

static void
save_good (Fixture *fixture,
           GFile   *file)
{
  g_autoptr (GError) error = NULL;

  vnus_chronicle_save_file (fixture->chronicle, file, NULL, &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  struct stat status;
  mode_t mask = umask (027);

  save_good (fixture, fixture->file);
  umask (mask);

  assert_new_file (fixture, fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0640);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  struct stat status;

  put_old_file (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  save_good (fixture, fixture->file);

  assert_new_file (fixture, fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0604);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  put_old_file (fixture);
  g_assert_cmpint (symlink ("x.json", path), ==, 0);
  save_good (fixture, file);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_new_file (fixture, fixture->path);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.jsonl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) expected = vnus_chronicle_to_json_lines (fixture->chronicle);
  g_autoptr (GBytes) bytes = NULL;

  save_good (fixture, file);
  bytes = read_path (path);
  assert_same_bytes (expected, bytes);
}

/* Written in several parts. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VnusChronicle) large = vnus_chronicle_new ("large");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *alias = g_strnfill (1000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = NULL, bytes = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%u", i);
      VnusRecord *record = VNUS_RECORD (vnus_topic_new (id));

      vnus_record_add_alias (record, alias);
      g_ptr_array_add (records, record);
    }
  vnus_chronicle_add_many (large, (VnusRecord **) records->pdata, records->len, &error);
  g_assert_no_error (error);

  vnus_chronicle_save_file (large, fixture->file, NULL, &error);
  g_assert_no_error (error);
  expected = vnus_chronicle_to_json (large);
  bytes = read_path (fixture->path);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 2000000);
  assert_same_bytes (expected, bytes);
}

/* Failures */

static void
save_bad (Fixture      *fixture,
          GFile        *file,
          GCancellable *cancellable,
          GQuark        domain,
          int           code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  g_assert_false (vnus_chronicle_save_file (fixture->chronicle, file, cancellable, &error));
  g_assert_error (error, domain, code);
  if (code != G_IO_ERROR_CANCELLED)
    g_assert_true (g_str_has_prefix (error->message, name));
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "x.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  save_bad (fixture, file, NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->folder);

  save_bad (fixture, file, NULL, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  put_old_file (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (g_access (fixture->folder, W_OK) == 0)
    g_test_skip ("this user writes everywhere");
  else
    save_bad (fixture, fixture->file, NULL, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  assert_old_file (fixture);
}

/* A write that stops in the middle, as on a full disk. */
static void
test_short_write (Fixture       *fixture,
                  gconstpointer  data)
{
  struct rlimit kept, limit;

  put_old_file (fixture);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &kept), ==, 0);
  limit = kept;
  limit.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  {
    g_autoptr (GError) error = NULL;
    gboolean saved = vnus_chronicle_save_file (fixture->chronicle, fixture->file, NULL, &error);

    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &kept), ==, 0);
    g_assert_false (saved);
    g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
    g_assert_true (g_str_has_prefix (error->message, fixture->path));
  }

  assert_old_file (fixture);
}

static void
test_full_device (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");

  if (g_access ("/dev/full", W_OK) != 0)
    g_test_skip ("there is no such device");
  else
    save_bad (fixture, file, NULL, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* What is no file is written to, not replaced. */
static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  struct stat status;

  save_good (fixture, file);
  g_assert_cmpint (stat ("/dev/null", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  put_old_file (fixture);
  g_cancellable_cancel (cancellable);
  save_bad (fixture, fixture->file, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_file (fixture);
}

static void
test_bad_id (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("Viet Nam");

  put_old_file (fixture);
  g_set_object (&fixture->chronicle, chronicle);
  save_bad (fixture, fixture->file, NULL, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_BAD_VALUE);
  assert_old_file (fixture);
}

/* Asynchronous saving */

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is saved is the chronicle at the time of the call. */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VnusTopic) record = vnus_topic_new ("late");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vnus_chronicle_save_file_async (fixture->chronicle, fixture->file, G_PRIORITY_DEFAULT, NULL, keep_result, &result);
  vnus_chronicle_add (fixture->chronicle, VNUS_RECORD (record), &error);
  g_assert_no_error (error);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  vnus_chronicle_save_file_finish (fixture->chronicle, result, &error);
  g_assert_no_error (error);
  assert_new_file (fixture, fixture->path);
}

static void
test_async_failed (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vnus_chronicle_save_file_async (fixture->chronicle, file, G_PRIORITY_DEFAULT, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (vnus_chronicle_save_file_finish (fixture->chronicle, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static const struct
{
  const char *path;
  void (*run) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/vnus/document/save/new", test_new },
  { "/vnus/document/save/replace", test_replace },
  { "/vnus/document/save/link", test_link },
  { "/vnus/document/save/lines", test_lines },
  { "/vnus/document/save/large", test_large },
  { "/vnus/document/save/no-folder", test_no_folder },
  { "/vnus/document/save/folder", test_folder },
  { "/vnus/document/save/read-only-folder", test_read_only_folder },
  { "/vnus/document/save/short-write", test_short_write },
  { "/vnus/document/save/full-device", test_full_device },
  { "/vnus/document/save/device", test_device },
  { "/vnus/document/save/cancelled", test_cancelled },
  { "/vnus/document/save/bad-id", test_bad_id },
  { "/vnus/document/save/async", test_async },
  { "/vnus/document/save/async-failed", test_async_failed },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
