/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: records by their ids.
 *
 * Nine bytes a place, where a GHashTable takes twenty: ids are those of the
 * records, and of the hash one byte is kept, which tells most other ids from
 * the one that is looked for.
 */
#pragma once

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

typedef struct
{
  guint8      *marks;   /* of each place: a byte of the hash, or 0 if it is free */
  VnusRecord **records; /* (unowned) */
  gsize        n_places;
  gsize        n_records;
} VnusRecordTable;

void        _vnus_record_table_init    (VnusRecordTable       *self);
void        _vnus_record_table_clear   (VnusRecordTable       *self);

/* Room for @n records in all. */
void        _vnus_record_table_reserve (VnusRecordTable       *self,
                                        gsize                  n);
VnusRecord *_vnus_record_table_lookup  (const VnusRecordTable *self,
                                        const char            *id);

/* There is no record of that id yet; @hash is that of the id. */
void        _vnus_record_table_insert  (VnusRecordTable       *self,
                                        VnusRecord            *record,
                                        guint32                hash);
void        _vnus_record_table_add     (VnusRecordTable       *self,
                                        VnusRecord            *record);
void        _vnus_record_table_remove  (VnusRecordTable       *self,
                                        const char            *id);

G_END_DECLS
