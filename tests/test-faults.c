/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whatever system call fails, is cut short or is the last one before the process is
 * killed: a file that is saved is the old one or the new one, nothing else is left
 * beside it, and no descriptor stays open. */
#include "fault-calls.h"

#include "document-helpers.h"

#include <sched.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/wait.h>

#define OLD "the old file\n"

struct _Fixture
{
  const char    *name; /* of the operation */
  char          *folder;
  char          *path;
  GFile         *file;
  VnusChronicle *chronicle;
  VnusChangeSet *changes;
  GBytes        *expected;
};

/* Operations that write @fixture->file */

typedef gboolean (*Save) (Fixture *fixture, GCancellable *cancellable, GError **error);

static gboolean
save_document (Fixture       *fixture,
               GCancellable  *cancellable,
               GError       **error)
{
  return vnus_chronicle_save_file (fixture->chronicle, fixture->file, cancellable, error);
}

static gboolean
save_log (Fixture       *fixture,
          GCancellable  *cancellable,
          GError       **error)
{
  return vnus_change_set_save_log (fixture->changes, fixture->file, cancellable, error);
}

/* What an export and a drawing are saved with. */
static gboolean
save_bytes (Fixture       *fixture,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json (fixture->chronicle);

  return vnus_save_bytes (fixture->file, bytes, cancellable, error);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save_async (Fixture       *fixture,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vnus_chronicle_save_file_async (fixture->chronicle, fixture->file, G_PRIORITY_DEFAULT, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return vnus_chronicle_save_file_finish (fixture->chronicle, result, error);
}

struct _Operation
{
  const char *name, *file;
  Save        save;
  gboolean    uses_threads; /* GLib's own calls would be counted as well */
};

static const Operation operations[] = {
  { "document", "x.json", save_document },
  { "lines", "x.jsonl", save_document },
  { "log", "x.csv", save_log },
  { "bytes", "x.bin", save_bytes },
  { "async", "x.json", save_async, TRUE },
};

/* Several parts of the writer's buffer long, so that a fault may be between them. */
static VnusChronicle *
make_chronicle (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("faults");
  g_autofree char *alias = g_strnfill (2000, 'x');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%u", i);
      g_autoptr (VnusRecord) record = VNUS_RECORD (vnus_topic_new (id));

      vnus_record_add_alias (record, alias);
      vnus_chronicle_add (chronicle, record, &error);
      g_assert_no_error (error);
    }

  return g_steal_pointer (&chronicle);
}

static void
put_old_file (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Operation *operation = data;
  g_autoptr (VnusChronicle) empty = vnus_chronicle_new ("faults");
  g_autoptr (GError) error = NULL;

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, operation->file, NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->chronicle = make_chronicle ();
  fixture->changes = vnus_change_set_new_difference (empty, fixture->chronicle);
  operation->save (fixture, NULL, &error);
  g_assert_no_error (error);
  fixture->expected = read_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_bytes_unref (fixture->expected);
  g_object_unref (fixture->changes);
  g_object_unref (fixture->chronicle);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_old (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = read_path (fixture->path);
  g_autoptr (GBytes) old = g_bytes_new_static (OLD, strlen (OLD));

  return g_bytes_equal (bytes, old);
}

static gboolean
is_new (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = read_path (fixture->path);

  return g_bytes_equal (bytes, fixture->expected);
}

static guint
count_descriptors (void)
{
  return count_files ("/proc/self/fd");
}

/* Saves with a fault at the call number @at. Returns whether there was such a call. */
static gboolean
save_with (Fixture         *fixture,
           const Operation *operation,
           Fault            what,
           gboolean        *saved)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const guint descriptors = operation->uses_threads ? 0 : count_descriptors ();
  gboolean happened;

  put_old_file (fixture);
  if (what.cancellable != NULL)
    what.cancellable = cancellable;
  arm (&what);
  *saved = operation->save (fixture, cancellable, &error);
  happened = disarm ();

  g_assert_true (*saved == (error == NULL));
  g_assert_true (*saved ? is_new (fixture) : is_old (fixture));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  if (!operation->uses_threads)
    g_assert_cmpuint (count_descriptors (), ==, descriptors);
  if (!happened)
    g_assert_true (*saved);
  if (error != NULL)
    {
      g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
      if (what.code != 0)
        g_assert_true (g_str_has_prefix (error->message, fixture->path));
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  return happened;
}

/* A fault at each call in turn, until there is none left to fail. */
static void
test_each_call (Fixture       *fixture,
                gconstpointer  data)
{
  static const FaultCase faults[] = {
    { CALL_OPEN, EMFILE, TRUE },  { CALL_OPEN, EACCES, TRUE }, { CALL_WRITE, ENOSPC, TRUE }, { CALL_WRITE, EIO, TRUE },
    { CALL_WRITE, EINTR, FALSE }, { CALL_SYNC, EIO, TRUE },    { CALL_SYNC, EDQUOT, TRUE },  { CALL_SYNC, EINVAL, FALSE },
    { CALL_CLOSE, EIO, TRUE },    { CALL_RENAME, EROFS, TRUE },
  };

  assert_each_fault (save_with, fixture, data, faults, G_N_ELEMENTS (faults));
}

/* Cancelled between any two calls; once it is renamed, the file is saved. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  GCancellable *wanted = (GCancellable *) fixture; /* replaced by one of its own for each turn */
  gboolean failed;

  g_assert_cmpuint (try_each_call (save_with, fixture, data, (Fault) { CALL_ANY & ~CALL_READ, 0, 0, wanted }, &failed), >, 4);
  g_assert_true (failed);
}

/* Each call takes a part of what it is given, and every third is interrupted. */
static void
test_in_pieces (Fixture       *fixture,
                gconstpointer  data)
{
  gboolean saved;

  save_with (fixture, data, (Fault) { CALL_WRITE, 0, 0, .chunk = 777 }, &saved);
  g_assert_true (saved);
}

/* Killed before each call in turn: at most one unfinished file is left, which is
 * in the way of nothing. */

static void
remove_unfinished (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *prefix = g_strconcat (".", name, ".", NULL);
  const char *entry;

  while ((entry = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (entry, name))
      {
        g_autofree char *path = g_build_filename (fixture->folder, entry, NULL);

        g_assert_true (g_str_has_prefix (entry, prefix));
        g_assert_cmpint (g_unlink (path), ==, 0);
      }
}

/* Whether the child was killed rather than done. */
static gboolean
was_killed (pid_t child)
{
  int status;

  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}

static void
assert_old_or_new (Fixture *fixture)
{
  g_assert_true (is_old (fixture) || is_new (fixture));
  g_assert_cmpuint (count_files (fixture->folder), <=, 2);
  remove_unfinished (fixture);
}

static void
test_killed_at_each_call (Fixture       *fixture,
                          gconstpointer  data)
{
  const Operation *operation = data;
  gboolean killed = TRUE;
  guint at;

  for (at = 1; killed; at++)
    {
      const Fault deadly = { CALL_ANY, at, .is_deadly = TRUE };
      pid_t child;

      put_old_file (fixture);
      child = fork ();
      if (child == 0)
        {
          arm (&deadly);
          _exit (operation->save (fixture, NULL, NULL) ? 0 : 1);
        }
      killed = was_killed (child);
      assert_old_or_new (fixture);
    }
  g_assert_true (is_new (fixture) || at > 5);
  g_assert_cmpuint (at, >, 5);
}

/* Killed at any time: the child saves one state after the other. */
static void
test_killed_at_random (Fixture       *fixture,
                       gconstpointer  data)
{
  const Operation *operation = data;
  const char *scale = g_getenv ("VNUS_TEST_SCALE");
  const guint times = (guint) MAX (1, 100 * (scale != NULL ? g_ascii_strtod (scale, NULL) : 1.0));
  guint n_old = 0;

  for (guint i = 0; i < times; i++)
    {
      pid_t child;

      put_old_file (fixture);
      child = fork ();
      if (child == 0)
        {
          while (operation->save (fixture, NULL, NULL))
            continue;
          _exit (1);
        }
      g_assert_cmpint (child, >, 0);
      g_usleep ((gulong) g_test_rand_int_range (0, 8000));
      kill (child, SIGKILL);
      g_assert_true (was_killed (child));
      n_old += is_old (fixture);
      assert_old_or_new (fixture);
    }
  g_test_message ("killed %u times; %u times before anything was saved", times, n_old);
}

/* A disk of a size that no file fits on, in a world of the child's own. */
static int
save_on_full_disk (Fixture         *fixture,
                   const Operation *operation)
{
  g_autofree char *path = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *target = g_build_filename (path, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;

  if (g_mkdir (path, 0700) != 0 || unshare (CLONE_NEWNS) != 0 ||
      mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0 || mount ("none", path, "tmpfs", 0, "size=64k") != 0)
    return 77;

  g_assert_true (g_file_set_contents (target, OLD, -1, NULL));
  g_set_object (&fixture->file, file);
  g_assert_false (operation->save (fixture, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (error->message, target));
  g_free (fixture->path);
  fixture->path = g_strdup (target);
  g_assert_true (is_old (fixture));
  g_assert_cmpuint (count_files (path), ==, 1);
  return 0;
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (save_on_full_disk (fixture, data));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_rmdir (disk);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("only root can make a small disk");
  else
    g_assert_cmpint (status, ==, 0);
}

/* As somebody who may not write in the folder, or not write the file. */
static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  const Operation *operation = data;
  pid_t child;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can become somebody else");
      return;
    }
  put_old_file (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (seteuid (65534), ==, 0);
      g_assert_false (operation->save (fixture, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
      g_assert_true (g_str_has_prefix (error->message, fixture->path));
      _exit (0);
    }
  g_assert_false (was_killed (child));
  g_assert_true (is_old (fixture));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Links: the link stays, what it leads to is replaced. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  const Operation *operation = data;
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *path = g_strdup_printf ("%s/link-%s", fixture->folder, name);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  put_old_file (fixture);
  g_assert_cmpint (symlink (name, path), ==, 0);
  g_set_object (&fixture->file, link);
  g_assert_true (operation->save (fixture, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (is_new (fixture));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* A name in bytes that are no UTF-8 is a name; what is said of it is UTF-8. */
static void
test_name_in_bytes (Fixture       *fixture,
                    gconstpointer  data)
{
  const Operation *operation = data;
  const char *ending = strrchr (operation->file, '.');
  g_autofree char *path = g_strdup_printf ("%s/\xe9t\xe9%s", fixture->folder, ending);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const Fault full = { CALL_WRITE, 1, ENOSPC };

  g_set_object (&fixture->file, file);
  g_free (fixture->path);
  fixture->path = g_strdup (path);
  operation->save (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_new (fixture));

  arm (&full);
  g_assert_false (operation->save (fixture, NULL, &error));
  disarm ();
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (is_new (fixture));
}

/* What is no file, or none that can be reached. */
static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  const Operation *operation = data;
  g_autofree char *round = g_build_filename (fixture->folder, "round", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "x", NULL);
  const struct { const char *path; int code; } places[] = {
    { fixture->folder, G_IO_ERROR_IS_DIRECTORY },
    { below, G_IO_ERROR_NOT_DIRECTORY },
    { "/dev/full", G_IO_ERROR_NO_SPACE },
    { "/proc/self/nothing", G_IO_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (places[i].path);
      g_autoptr (GError) error = NULL;

      g_set_object (&fixture->file, file);
      g_assert_false (operation->save (fixture, NULL, &error));
      g_assert_error (error, G_IO_ERROR, places[i].code);
      g_assert_true (g_str_has_prefix (error->message, places[i].path));
    }
}

static const struct
{
  const char *name;
  void (*run) (Fixture *fixture, gconstpointer data);
  gboolean is_for_one_thread; /* counts every call, or forks */
} tests[] = {
  { "each-call", test_each_call, TRUE },
  { "cancelled", test_cancelled, TRUE },
  { "in-pieces", test_in_pieces },
  { "killed-at-each-call", test_killed_at_each_call, TRUE },
  { "killed-at-random", test_killed_at_random, TRUE },
  { "full-disk", test_full_disk, TRUE },
  { "no-permission", test_no_permission, TRUE },
  { "link", test_link },
  { "name-in-bytes", test_name_in_bytes, TRUE },
  { "no-file", test_no_file },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Those that fork come before those that start threads. */
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/vnus/faults/save/%s/%s", operations[i].name, tests[j].name);

        if (!operations[i].uses_threads || !tests[j].is_for_one_thread)
          g_test_add (path, Fixture, &operations[i], set_up, tests[j].run, tear_down);
      }

  return g_test_run ();
}
