/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a mapping makes of the rows of a table.
 *
 * A mapping has groups: a record that each row makes, by a template for each of
 * its columns of a sheet. A template is text with references to columns of the
 * table:
 *
 *   {TripStartDate:date}[/{TripEndDate:date}]
 *
 * A reference may name transformations, applied one after the other. If one that
 * does not stand in [ ] gives nothing, the whole gives nothing; what stands in
 * [ ] is then left out alone. A backslash takes its meaning from { } [ ].
 */
#pragma once

#include <vnus/vnus-mapping.h>

#include "io/table-sheet-private.h"

G_BEGIN_DECLS

/* Changes a text, NULL if the text is not what it takes; the empty text is
 * nothing, and is never given to it. */
typedef char *(*VnusTransformation) (const char *text);

VnusTransformation _vnus_transformation_lookup (const char *name);
char              *_vnus_transformation_list   (void);

typedef struct _VnusTemplate VnusTemplate;

/* Tables of words of the mapping: (element-type utf8 GHashTable), each of texts. */
VnusTemplate *_vnus_template_parse (const char  *text,
                                    GHashTable  *words,
                                    GError     **error);
void          _vnus_template_free  (VnusTemplate *self);

/* Adds the names of the columns that are referred to, those in [ ] if @optional. */
void          _vnus_template_list_columns (const VnusTemplate *self,
                                           gboolean            optional,
                                           GPtrArray          *names);

/* A row by the names of its columns: indexes plus one. */
typedef struct
{
  GHashTable         *columns;
  const char *const  *fields;
} VnusTableRow;

/* The text, empty if it gives nothing. @escape: for a cell that is not one text
 * alone. On faults the text is empty, and @column is the one at fault. */
char         *_vnus_template_fill (const VnusTemplate *self,
                                   const VnusTableRow *row,
                                   gboolean            escape,
                                   const char        **column,
                                   VnusCellFault      *fault);

typedef struct
{
  VnusKind   kind;
  char      *name;      /* of the group */
  GPtrArray *columns;   /* (element-type VnusSheetColumn) of the record */
  GPtrArray *templates; /* (element-type VnusTemplate) for each of them */
  guint      id;        /* the index of the column that is the id */
} VnusMappingGroup;

/* (element-type VnusMappingGroup) empty if the table is a sheet of the library;
 * the first one is what a row is about. */
GPtrArray   *_vnus_mapping_get_groups    (VnusMapping *self);
/* Of a sheet that does not say it itself; unset if the mapping does not either. */
VnusKind     _vnus_mapping_get_kind      (VnusMapping *self);
char         _vnus_mapping_get_delimiter (VnusMapping *self);
const char  *_vnus_mapping_get_encoding  (VnusMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusTemplate, _vnus_template_free)

G_END_DECLS
