/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whatever call fails while something is read: it is told with the name of the file,
 * or nothing came of the failure; no descriptor stays open, nothing is changed. */
#include "fault-calls.h"

#include "document-helpers.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* What is read, as text that can be compared; NULL with @error set if it fails. */
typedef char *(*Load) (const char *path, GCancellable *cancellable, GError **error);

static char *
load_document (const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, cancellable, error);
  g_autoptr (GBytes) bytes = chronicle != NULL ? vnus_chronicle_to_json (chronicle) : NULL;

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static char *
load_log (const char    *path,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChangeSet) changes = vnus_change_set_load_log (file, cancellable, error);

  return changes != NULL ? vnus_change_set_to_json (changes) : NULL;
}

/* An importer tells of what it cannot read in an issue, and goes on with other files. */
static gboolean
check_issues (VnusImporter  *importer,
              GError       **error)
{
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);
  g_autoptr (VnusIssue) first = g_list_model_get_item (issues, 0);
  g_autofree char *text = first != NULL ? vnus_issue_to_text (first, "en") : NULL;

  if (text == NULL)
    return TRUE;
  g_assert_cmpstr (vnus_issue_get_tag (first), ==, "unreadable-file");
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", text);
  return FALSE;
}

static char *
import (const char    *format,
        const char    *path,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (VnusImporter) importer = vnus_importer_new (format, NULL);
  g_autoptr (VnusChronicle) into = vnus_chronicle_new ("faults");
  const char *const paths[] = { path, NULL };
  g_autoptr (VnusChangeSet) changes = vnus_importer_read (importer, paths, into, cancellable, error);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (into)), ==, 0);
  if (changes == NULL || !check_issues (importer, error))
    return NULL;
  return vnus_change_set_to_json (changes);
}

static char *
import_sheet (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  return import ("csv", path, cancellable, error);
}

static char *
import_travels (const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  return import ("travels", path, cancellable, error);
}

static char *
import_executives (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return import ("executives", path, cancellable, error);
}

static char *
load_mapping (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (VnusMapping) mapping = vnus_mapping_open (path, error);
  g_auto (GStrv) columns = mapping != NULL ? vnus_mapping_list_columns (mapping) : NULL;

  return columns != NULL ? g_strjoinv (",", columns) : NULL;
}

struct _Operation
{
  const char *name, *file;
  Load        load;
  gboolean    reads_pipes, is_short;
};

static const Operation operations[] = {
  { "document", "x.json", load_document, TRUE },
  { "lines", "x.jsonl", load_document, TRUE },
  { "log", "x.csv", load_log, TRUE },
  { "mapping", "x.ini", load_mapping, .is_short = TRUE },
  { "sheet", "sheet.csv", import_sheet },
  { "travels", "x.xml", import_travels },
  { "executives", "x.yaml", import_executives, .is_short = TRUE },
};

/* Files of each kind, larger than what is read at once */

static void
write_travels (const char *path)
{
  g_autoptr (GString) text = g_string_new ("<trips>\n");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text,
                            "<trip role=\"president\" who=\"obama-barack\"><id>%u</id><role>president</role>"
                            "<name>Barack Obama</name><start-date>%u-02-%02u</start-date><end-date>%u-02-%02u</end-date>"
                            "<country id=\"canada\">Canada</country><locale>Ottawa</locale><remarks>State visit.</remarks></trip>\n",
                            i, 1900 + i / 14, 2 * (i % 14) + 1, 1900 + i / 14, 2 * (i % 14) + 1);
  g_string_append (text, "</trips>\n");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static void
write_file (const Operation *operation,
            const char      *path)
{
  static const char mapping[] = "[person]\nid={Leader:id}\nlabel.en={Leader}\ncitations=s | locator={Number}\n"
                                "[source]\nid=s\n";
  static const char executives[] =
    "- id:\n    bioguide: W000178\n  name:\n    first: George\n    last: Washington\n  terms:\n"
    "  - type: prez\n    start: '1789-04-30'\n    end: '1793-03-04'\n    how: election\n";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusChronicle) empty = vnus_chronicle_new ("empty");
  g_autoptr (GError) error = NULL;

  if (operation->load == load_mapping)
    g_file_set_contents (path, mapping, -1, &error);
  else if (operation->load == import_executives)
    g_file_set_contents (path, executives, -1, &error);
  else if (operation->load == import_travels)
    write_travels (path);
  else if (operation->load == load_log)
    {
      g_autoptr (VnusChangeSet) changes = vnus_change_set_new_difference (empty, chronicle);

      vnus_change_set_save_log (changes, file, NULL, &error);
    }
  else if (operation->load == import_sheet)
    {
      g_autoptr (GBytes) bytes = vnus_chronicle_to_csv (chronicle, VNUS_KIND_SOURCE);

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
    }
  else
    vnus_chronicle_save_file (chronicle, file, NULL, &error);
  g_assert_no_error (error);
}

struct _Fixture
{
  char *folder, *path, *expected;
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Operation *operation = data;
  g_autoptr (GError) error = NULL;

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, operation->file, NULL);
  write_file (operation, fixture->path);
  fixture->expected = operation->load (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->expected);
  g_free (fixture->path);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Loads with a fault at the call number @at. Returns whether there was such a call. */
static gboolean
load_with (Fixture         *fixture,
           const Operation *operation,
           Fault            what,
           gboolean        *loaded)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const guint descriptors = count_files ("/proc/self/fd");
  gboolean happened;

  if (what.cancellable != NULL)
    what.cancellable = cancellable;
  arm (&what);
  text = operation->load (fixture->path, cancellable, &error);
  happened = disarm ();

  *loaded = text != NULL;
  g_assert_true (*loaded == (error == NULL));
  g_assert_cmpuint (count_files ("/proc/self/fd"), ==, descriptors);
  if (*loaded)
    g_assert_cmpstr (text, ==, fixture->expected);
  else
    {
      g_assert_true (happened);
      if (what.code != 0)
        assert_contains (error->message, fixture->path);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  return happened;
}

static void
test_each_call (Fixture       *fixture,
                gconstpointer  data)
{
  static const FaultCase faults[] = {
    { CALL_OPEN, EACCES, TRUE }, { CALL_OPEN, EMFILE, TRUE },
    { CALL_READ, EIO, TRUE },    { CALL_READ, EINTR, FALSE },
    { CALL_CLOSE, EIO, FALSE },
  };

  assert_each_fault (load_with, fixture, data, faults, G_N_ELEMENTS (faults));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  const Operation *operation = data;
  GCancellable *wanted = (GCancellable *) fixture; /* replaced by one of its own for each turn */
  gboolean failed;

  g_assert_cmpuint (try_each_call (load_with, fixture, data, (Fault) { CALL_ANY, 0, 0, wanted }, &failed), >, 1);
  g_assert_true (failed || operation->load == load_mapping); /* which cannot be cancelled */
}

static void
test_in_pieces (Fixture       *fixture,
                gconstpointer  data)
{
  gboolean loaded;

  load_with (fixture, data, (Fault) { CALL_READ, 0, 0, .chunk = 777 }, &loaded);
  g_assert_true (loaded);
}

/* As somebody who may not read the file. */
static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  const Operation *operation = data;
  pid_t child;
  int status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can become somebody else");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (seteuid (65534), ==, 0);
      g_assert_null (operation->load (fixture->path, NULL, &error));
      g_assert_nonnull (error);
      assert_contains (error->message, fixture->path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_name_in_bytes (Fixture       *fixture,
                    gconstpointer  data)
{
  const Operation *operation = data;
  g_autofree char *path = g_strdup_printf ("%s/\xe9t\xe9%s", fixture->folder, strrchr (operation->file, '.'));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const Fault broken = { CALL_READ, 1, EIO };

  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  text = operation->load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, fixture->expected);

  arm (&broken);
  g_assert_null (operation->load (path, NULL, &error));
  disarm ();
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  const Operation *operation = data;
  g_autofree char *below = g_build_filename (fixture->path, "x", NULL);
  g_autofree char *round = g_build_filename (fixture->folder, "round", NULL);
  const char *const paths[] = { below, round, "/nowhere/x", operation->reads_pipes ? fixture->folder : below };

  g_assert_cmpint (symlink ("round", round), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (operation->load (paths[i], NULL, &error));
      g_assert_nonnull (error);
      assert_contains (error->message, paths[i]);
    }
}

/* A pipe with a name, which has no size and comes in pieces. */
static gpointer
feed (gpointer data)
{
  const Fixture *fixture = data;
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GBytes) bytes = read_path (fixture->path);
  gsize length, done = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  int fd = open (pipe_path, O_WRONLY);

  while (fd >= 0 && done < length)
    {
      gssize n = write (fd, text + done, MIN (length - done, 5000));

      if (n <= 0)
        break;
      done += (gsize) n;
    }
  close (fd);
  return NULL;
}

static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  const Operation *operation = data;
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  if (!operation->reads_pipes)
    return;
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  thread = g_thread_new ("feed", feed, fixture);
  text = operation->load (path, NULL, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, fixture->expected);
}

static const struct
{
  const char *name;
  void (*run) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "each-call", test_each_call },
  { "cancelled", test_cancelled },
  { "in-pieces", test_in_pieces },
  { "no-permission", test_no_permission },
  { "name-in-bytes", test_name_in_bytes },
  { "no-file", test_no_file },
  { "pipe", test_pipe },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < G_N_ELEMENTS (operations); j++)
      {
        g_autofree char *path = g_strdup_printf ("/vnus/faults/load/%s/%s", operations[j].name, tests[i].name);

        g_test_add (path, Fixture, &operations[j], set_up, tests[i].run, tear_down);
      }

  return g_test_run ();
}
