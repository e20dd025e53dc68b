/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is far too long: told at its place, none of it taken, and memory bounded. */
#include "import-helpers.h"

#define MIB (1024 * 1024)
#define N_MIB 100

typedef struct
{
  const char *name, *format, *file;
  const char *before, *after; /* what stands around 100 MB */
  const char *issue;          /* ends with the place */
  const char *made;           /* the id of the record that stands before */
  guint       max_growth;     /* of memory, in MiB */
} Case;

static const Case cases[] = {
  { "quoted-field", "csv", "topic.csv", "kind,id,label.en\r\ntopic,trade,Trade\r\ntopic,long,\"", "\"\r\ntopic,energy,Energy\r\n", "topic.csv:3", "trade", 16 },
  { "unquoted-field", "csv", "topic.csv", "kind,id,label.en\r\ntopic,trade,Trade\r\ntopic,long,", "\r\ntopic,energy,Energy\r\n", "topic.csv:3", "trade", 16 },
  { "row", "visits", "x.xml",
    "<visits>\n<visit><id>1</id><start-date>2011-03-19</start-date><end-date>2011-03-19</end-date><visitor>President Ann Moor"
    "</visitor><from id=\"ireland\">Ireland</from></visit>\n<visit><id>2</id><description>", "</description></visit></visits>",
    "x.xml:3", "ann-moor", 64 },
  { "attribute", "visits", "x.xml",
    "<visits>\n<visit><id>1</id><start-date>2011-03-19</start-date><end-date>2011-03-19</end-date><visitor>President Ann Moor"
    "</visitor><from id=\"ireland\">Ireland</from></visit>\n<visit x=\"", "\"><id>2</id></visit></visits>", "x.xml:3", "ann-moor", 64 },
};

static gsize
resident_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");
  return line != NULL ? (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1024 : 0;
}

static void
write_long (Folder     *folder,
            const Case *test)
{
  g_autofree char *path = g_build_filename (folder->path, test->file, NULL);
  g_autofree char *piece = g_strnfill (MIB, 'x');
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (test->before, file), >=, 0);
  for (guint i = 0; i < N_MIB; i++)
    g_assert_cmpuint (fwrite (piece, 1, MIB, file), ==, MIB);
  g_assert_cmpint (fputs (test->after, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_long (Folder        *folder,
           gconstpointer  data)
{
  const Case *test = data;
  g_autoptr (VnusImporter) importer = importer_of (test->format);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *issues = NULL, *path = NULL;
  gsize before;

  write_long (folder, test);
  path = g_build_filename (folder->path, test->file, NULL);
  before = resident_mib ();
  changes = read_path (importer, path, NULL);
  g_assert_cmpuint (resident_mib () - before, <=, test->max_growth);

  issues = issues_of (importer, folder->path);
  if (strstr (issues, test->issue) == NULL || strstr (issues, "error: ") == NULL || strlen (issues) > 2000)
    g_error ("expected an issue at %s; got:\n%.2000s", test->issue, issues);
  apply (changes, chronicle);
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, test->made));
  g_assert_null (vnus_chronicle_lookup (chronicle, "long"));
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT), <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/limits/", cases[i].name, NULL);

      g_test_add (path, Folder, &cases[i], folder_set_up, test_long, folder_tear_down);
    }

  return g_test_run ();
}
