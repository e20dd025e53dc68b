/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table and its mapping: the mapping, a form feed, the table. Without a form feed
 * it is a sheet of the library's own. */
#include "fuzz-import.h"

/* NULL if the mapping is none, which must be told. */
static VnusMapping *
load_mapping (const guint8 *data,
              gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  VnusMapping *mapping = vnus_mapping_load_bytes (bytes, "made-up", &error);

  fuzz_assert_told (mapping != NULL, error);
  return mapping;
}

static void
import_table (VnusMapping  *mapping,
              const guint8 *data,
              gsize         size)
{
  g_autoptr (VnusImporter) importer = vnus_importer_new ("csv", NULL);
  g_autoptr (GFile) file = fuzz_file (data, size);

  vnus_importer_set_mapping (importer, mapping);
  fuzz_import (importer, file);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *feed = size > 0 ? memchr (data, '\f', size) : NULL;
  const gsize before = feed != NULL ? (gsize) (feed - data) : 0;
  g_autoptr (VnusMapping) mapping = feed != NULL ? load_mapping (data, before) : NULL;

  if (feed == NULL)
    import_table (NULL, data, size);
  else if (mapping != NULL)
    import_table (mapping, feed + 1, size - before - 1);
  return 0;
}
