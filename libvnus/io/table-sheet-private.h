/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: sheets: a table of records of one kind, one record a row.
 *
 * The columns are kind, id, the fields in the order of the field table, presence
 * and citations. A field of localised text has a column for each language, such
 * as label.en.
 */
#pragma once

#include <vnus/vnus-chronicle.h>

#include "io/cell-value-private.h"
#include "io/csv-writer-private.h"

G_BEGIN_DECLS

typedef enum
{
  VNUS_SHEET_COLUMN_KIND,
  VNUS_SHEET_COLUMN_ID,
  VNUS_SHEET_COLUMN_FIELD,
  VNUS_SHEET_COLUMN_PRESENCE,
  VNUS_SHEET_COLUMN_CITATIONS,
} VnusSheetColumnRole;

typedef struct
{
  VnusSheetColumnRole  role;
  char                *name;     /* in the first row */
  VnusField           *field;    /* of a field */
  const char          *language; /* of localised text; within the name */
} VnusSheetColumn;

void       _vnus_sheet_column_free (VnusSheetColumn *self);

/* The column of a name; NULL if records of @kind have none of that name. */
VnusSheetColumn *_vnus_sheet_column_new (VnusKind    kind,
                                         const char *name);
/* A name that was probably meant, or NULL. */
char      *_vnus_sheet_suggest_column (VnusKind    kind,
                                       const char *name);

/* All columns (element-type VnusSheetColumn), in the languages that the records use. */
GPtrArray *_vnus_sheet_list_columns (VnusChronicle *chronicle,
                                     VnusKind       kind);
/* The text of a cell; an empty one if nothing is recorded. */
char      *_vnus_sheet_get_cell     (const VnusSheetColumn *column,
                                     VnusRecord            *record);

/* The record that a row tells of. What has no column is as in @base (nullable),
 * and so is a cell that is as @base would be written. @on_fault is told of every
 * cell that is not good; the record lacks its value. */
typedef void (*VnusSheetFaultFunc) (guint                column,
                                    const VnusCellFault *fault,
                                    gpointer             user_data);

VnusRecord *_vnus_sheet_read_row (VnusKind            kind,
                                  GPtrArray          *columns,
                                  const char *const  *cells,
                                  const char         *id,
                                  VnusRecord         *base,
                                  VnusSheetFaultFunc  on_fault,
                                  gpointer            user_data);

G_END_DECLS
