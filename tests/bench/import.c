/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Importing the registers, against libxml2’s reader that only walks their files.
 * VNUS_REGISTERS names a folder with one for each; without it there is no figure.
 */
#include <libxml/xmlreader.h>

#include <vnus/vnus.h>

#include "bench.h"

static const char *const registers[] = { "gsh", "pocom", "rdcr", "travels", "visits" };
static char *paths[G_N_ELEMENTS (registers)];

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
run_walk (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    walk (paths[i]);
}

static void
run_import (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      const char *const files[] = { paths[i], NULL };
      g_autoptr (VnusImporter) importer = vnus_importer_new (registers[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChangeSet) changes = vnus_importer_read (importer, files, NULL, NULL, &error);

      if (changes == NULL)
        g_error ("%s", error->message);
    }
}

int
main (void)
{
  const char *folder = g_getenv ("VNUS_REGISTERS");
  Bench benches[] = {
    { .name = "walking", .run = run_walk, .n_items = 1 },
    { .name = "importing", .run = run_import, .n_items = 1 },
  };

  g_print ("1..1\n");
  if (folder == NULL)
    {
      g_print ("ok 1 # SKIP VNUS_REGISTERS names no folder\n");
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    paths[i] = g_build_filename (folder, registers[i], NULL);
  bench_run_rounds (benches, G_N_ELEMENTS (benches), 7);
  bench_ratio (1, "importing the registers, to walking their files", &benches[1], &benches[0], FALSE, 3);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    g_free (paths[i]);

  return 0;
}
