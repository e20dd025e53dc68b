/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs a fuzz target on the files of a corpus: replay FOLDER. A file that once
 * broke something, put into the folder, is tried from then on. */
#include "fuzz.h"

static void
test_corpus (gconstpointer folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
      /* The last one printed is the one that broke it. */
      g_printerr ("%s\n", path);
      LLVMFuzzerTestOneInput ((const guint8 *) bytes, size);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_test_message ("%u files", n);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *target = NULL;
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  target = g_path_get_basename (argv[1]);
  path = g_strconcat ("/vnus/fuzz/", target, NULL);
  g_test_add_data_func (path, argv[1], test_corpus);
  return g_test_run ();
}
