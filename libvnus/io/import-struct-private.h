/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the inside of an import, for the files that are it. */
#pragma once

#include "io/import-run-private.h"
#include "model/vnus-kind-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusRecord     *record;  /* what it is about; borrowed */
  VnusRowOutcome  outcome; /* unset: that of the record */
} VnusImportRow;

/* Where in a source a record of the chronicle comes from. */
typedef struct
{
  VnusKind    kind;
  const char *source; /* borrowed of the chronicle */
  char       *locator;
} VnusKnownPlace;

/* Where a row is. */
typedef struct
{
  const char *file; /* borrowed of the import */
  int         line;
} VnusRowPlace;

/* The row that is to be cited for a record. */
typedef struct
{
  const char *source; /* a constant */
  char       *locator;
  VnusDate   *known;  /* (nullable) */
} VnusEarliest;

struct _VnusImport
{
  const VnusImportFormat *format;
  VnusChronicle          *into;          /* (owned) (nullable) a snapshot */
  GCancellable           *cancellable;   /* borrowed */
  char                   *source;

  GPtrArray              *made;          /* (element-type VnusRecord) (owned), in the order in which they were made */
  GHashTable             *by_id;         /* (element-type utf8 VnusRecord) the same */
  GHashTable             *known_places;  /* (element-type VnusKnownPlace utf8) of the chronicle */
  GHashTable             *known_same_as; /* (element-type utf8 utf8) of the chronicle */

  GArray                 *rows;          /* (element-type VnusImportRow) */
  GPtrArray              *issues;        /* (element-type VnusIssue) (owned) */
  guint                   n_notes;
  GHashTable             *replacing;     /* (element-type VnusRecord) those made that are not merged */
  VnusMapping            *mapping;       /* borrowed (nullable) */
  GHashTable             *claimed;       /* (element-type utf8 guint) id of a row → which of @places, from 1 */
  GStringChunk           *strings;       /* ids of rows, names of files */
  GArray                 *places;        /* (element-type VnusRowPlace) */

  GHashTable             *earliest;      /* (element-type VnusRecord VnusEarliest) */
  GHashTable             *names[VNUS_N_KINDS]; /* (element-type utf8 VnusRecord) (nullable) those remembered, by kind */
  GHashTable             *texts;         /* (element-type utf8 VnusText) that were worded before */

  const char             *row_file;      /* in @strings */
  int                     row_line;
  gboolean                is_in_row;

  gpointer                reader;        /* (owned) (nullable) */
  GDestroyNotify          free_reader;
  guint                   n_read;        /* files since it was made */

  VnusImportProgress      progress;
  gpointer                user_data;
  const char             *file;          /* that is being read */
  goffset                 done, total, next_report;
};

void _vnus_import_init  (VnusImport             *self,
                         const VnusImportFormat *format,
                         VnusChronicle          *into,
                         GCancellable           *cancellable);
void _vnus_import_clear (VnusImport             *self);
/* Adds the citations that were put off. */
void _vnus_import_cite_all (VnusImport          *self);

G_END_DECLS
