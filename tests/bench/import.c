/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Importing the registers, against libxml2’s reader that only walks their files.
 * They are looked for beside the checkout, in ../shared/data. */
#include <libxml/xmlreader.h>
#include <string.h>
#include <time.h>
#include <vnus/vnus.h>

#define ROUNDS 7

static const struct
{
  const char *format, *folder;
} registers[] = {
  { "travels", "travels" },
  { "visits", "visits" },
  { "pocom", "pocom" },
  { "rdcr", "rdcr" },
  { "gsh", "gsh" },
};

/* Of the processor: others may be at work on the machine. */
static double
get_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
walk_file (const char *path)
{
  xmlTextReader *reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET);

  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
}

static void
walk (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      if (g_str_has_suffix (path, ".xml"))
        walk_file (path);
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      walk (child);
    }
}

static void
import (const char *format,
        const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (VnusImporter) importer = vnus_importer_new (format, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChangeSet) changes = vnus_importer_read (importer, paths, NULL, NULL, &error);

  if (changes == NULL)
    g_error ("%s", error->message);
}

static gboolean
is_known (const char *format)
{
  g_auto (GStrv) formats = vnus_importer_list_formats ();

  return g_strv_contains ((const char *const *) formats, format);
}

int
main (int   argc,
      char *argv[])
{
  const char *data = argc > 1 ? argv[1] : ".";
  double walking = 0, importing = 0;

  g_print ("1..1\n");
  if (!g_file_test (data, G_FILE_TEST_IS_DIR))
    {
      g_print ("ok 1 # SKIP %s is not there\n", data);
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = g_build_filename (data, registers[i].folder, NULL);
      double walked = G_MAXDOUBLE, imported = G_MAXDOUBLE;

      if (!is_known (registers[i].format))
        continue;
      for (guint round = 0; round < ROUNDS; round++)
        {
          double start = get_milliseconds ();

          walk (path);
          walked = MIN (walked, get_milliseconds () - start);
          start = get_milliseconds ();
          import (registers[i].format, path);
          imported = MIN (imported, get_milliseconds () - start);
        }

      g_print ("# %-8s walked in %6.1f ms, imported in %6.1f ms: %.2f times\n", registers[i].format, walked, imported,
               imported / walked);
      walking += walked;
      importing += imported;
    }

  g_print ("%s 1 - all registers: %.2f times what walking them takes, wanted at most 3\n",
           importing <= 3 * walking ? "ok" : "not ok", importing / walking);
  return importing <= 3 * walking ? 0 : 1;
}
