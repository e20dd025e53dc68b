/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the inside of an importer, for the files that are it. */
#pragma once

#include "io/import-run-private.h"

G_BEGIN_DECLS

struct _VnusImporter
{
  GObject parent_instance;

  const VnusImportFormat *format; /* NULL in an importer that nobody gave one */
  VnusMapping            *mapping; /* (owned) (nullable) */
  VnusImportResult       *result;  /* (owned) of the last reading; NULL before it */
};

G_END_DECLS
