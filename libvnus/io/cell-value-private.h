/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the values of records as cells of a table, and back. What is
 * written reads back as an equal value. */
#pragma once

#include <vnus/vnus-record.h>

#include "model/vnus-field-private.h"

G_BEGIN_DECLS

/* What is wrong with a cell: a message with its arguments, to be worded later. */
typedef struct
{
  const char *key;      /* of the message; a constant, NULL if nothing is wrong */
  gboolean    is_damage; /* what a spreadsheet does to values */
  char       *value;    /* (owned) what was found */
  char       *words;    /* (owned) (nullable) what was expected, where that is a choice */
} VnusCellFault;

void       _vnus_cell_fault_clear (VnusCellFault    *self);
/* Always FALSE; the first fault stays. */
gboolean   _vnus_cell_fault_set   (VnusCellFault    *self,
                                   const char       *key,
                                   const char       *value,
                                   char             *words);

/* Finds what a spreadsheet makes of values when nobody looks. */
gboolean   _vnus_cell_is_damaged  (const char       *cell,
                                   VnusValueType     type,
                                   VnusCellFault    *fault);

char      *_vnus_cell_from_value  (const VnusValue  *value);
/* NULL with a fault. @is_list: of a whole list, not of one of its items. Values
 * of LOCALISED have a cell for each language: @cell is then the text in @language. */
VnusValue *_vnus_cell_to_value    (const VnusField  *field,
                                   gboolean          is_list,
                                   const char       *cell,
                                   VnusCellFault    *fault);
/* Adds a text; @text is replaced. */
gboolean   _vnus_cell_add_language (VnusText       **text,
                                    const char      *language,
                                    const char      *string,
                                    VnusCellFault   *fault);

/* What values and citations have alike. The word of an enumeration: NULL if unset,
 * and back: 0 for NULL, -1 with a fault. */
const char *_vnus_cell_from_word  (GType             enum_type,
                                   int               value);
int        _vnus_cell_to_word     (GType             enum_type,
                                   const char       *text,
                                   VnusCellFault    *fault);
VnusDate  *_vnus_cell_to_date     (const char       *text,
                                   VnusCellFault    *fault);

/* All presences and all citations of a record. */
char      *_vnus_cell_from_presences (VnusRecord    *record);
gboolean   _vnus_cell_to_presences   (VnusRecord    *record,
                                      const char    *cell,
                                      VnusCellFault *fault);
char      *_vnus_cell_from_citations (VnusRecord    *record);
gboolean   _vnus_cell_to_citations   (VnusRecord    *record,
                                      const char    *cell,
                                      VnusCellFault *fault);

/* cell-parts.c: what stands in one item of a cell */
#define VNUS_CELL_MAX_PARTS 7

typedef enum
{
  VNUS_CELL_PART_PLAIN = 1 << 0,
  VNUS_CELL_PART_LOCALISED = 1 << 1, /* name.language=text */
} VnusCellPartForms;

typedef struct
{
  const char        *name;
  VnusCellPartForms  forms;
} VnusCellPart;

/* By the position of the part in the table; all owned and nullable. */
typedef struct
{
  char     *head;
  char     *texts[VNUS_CELL_MAX_PARTS];
  VnusText *localised[VNUS_CELL_MAX_PARTS];
} VnusCellParts;

gboolean   _vnus_cell_parts_read  (VnusCellParts      *self,
                                   const char         *item,
                                   const VnusCellPart *table,
                                   guint               n_table,
                                   VnusCellFault      *fault);
void       _vnus_cell_parts_clear (VnusCellParts      *self);
void       _vnus_cell_put_part    (GString            *cell,
                                   const char         *name,
                                   const char         *text);
void       _vnus_cell_put_localised_part (GString     *cell,
                                   const char         *name,
                                   const VnusText     *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusCellFault, _vnus_cell_fault_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusCellParts, _vnus_cell_parts_clear)

G_END_DECLS
