/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: an import as its importer sees it. */
#pragma once

#include "io/import-private.h"

G_BEGIN_DECLS

/* @done of @total, both in bytes, while @file is read. */
typedef void (*VnusImportProgress) (goffset     done,
                                    goffset     total,
                                    const char *file,
                                    gpointer    user_data);

typedef struct
{
  VnusChangeSet *changes; /* (owned) */
  GPtrArray     *issues;  /* (element-type VnusIssue) (owned) */
  guint          n_rows[VNUS_ROW_OUTCOME_REFUSED + 1];
  guint          n_notes;
} VnusImportResult;

void              _vnus_import_result_free (VnusImportResult *self);

/* Reads the files of @paths, those of a folder in the order of their names. */
VnusImportResult *_vnus_import_run         (const VnusImportFormat  *format,
                                            VnusMapping             *mapping,
                                            const char * const      *paths,
                                            VnusChronicle           *into,
                                            VnusImportProgress       progress,
                                            gpointer                 user_data,
                                            GCancellable            *cancellable,
                                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusImportResult, _vnus_import_result_free)

G_END_DECLS
