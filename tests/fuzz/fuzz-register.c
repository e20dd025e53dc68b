/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file of a register: the first byte chooses the format, the rest is the file. */
#include "fuzz-import.h"

static const struct
{
  char        letter;
  const char *format;
} formats[] = {
  { 'e', "executives" },
  { 'g', "gsh" },
  { 'p', "pocom" },
  { 'r', "rdcr" },
  { 't', "travels" },
  { 'v', "visits" },
};

/* NULL if no format is chosen, or one that there is not. */
static VnusImporter *
choose (guint8 choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (choice == formats[i].letter)
      return vnus_importer_new (formats[i].format, NULL);

  return NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (VnusImporter) importer = size > 0 ? choose (data[0]) : NULL;
  g_autoptr (GFile) file = NULL;

  if (importer == NULL)
    return 0;

  file = fuzz_file (data + 1, size - 1);
  fuzz_import (importer, file);
  return 0;
}
