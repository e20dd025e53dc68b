/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the ids of one load, each kept once.
 *
 * Every place that says an id shares one string. Along with it goes what
 * is known of the record, so that references are checked while they are read,
 * or once the record has come.
 *
 * Entries stand in the order in which the ids came: those that are said most are
 * mostly said first, and stay close to each other in memory.
 */
#pragma once

#include "model/vnus-field-private.h"

G_BEGIN_DECLS

typedef struct
{
  char     *id;     /* (owned) see vnus-id-private.h */
  guint32   hash;
  VnusKinds wanted; /* what all references before it allow; bit 0 is set as long as there is none */
  guint32   line;   /* where the record begins */
  guint16   length; /* of the id */
  guint16   kind;   /* of the record; unset as long as there is none */
} VnusDocumentId;

/* Where an id is found: open addressing. */
typedef struct
{
  guint32 hash;
  guint32 entry; /* and 1; 0 in a free place */
} VnusDocumentIdPlace;

typedef struct
{
  VnusDocumentId      *ids;
  guint                n_ids;
  guint                n_allocated;
  VnusDocumentIdPlace *places;
  guint                mask; /* number of places - 1 */
} VnusDocumentIds;

void            _vnus_document_ids_init   (VnusDocumentIds *self);
void            _vnus_document_ids_clear  (VnusDocumentIds *self);

/* The entry of @id, a new one if need be; it moves when the next one comes.
 * NULL if @id has not the form of an id. @hash is that of _vnus_id_hash(). */
VnusDocumentId *_vnus_document_ids_intern (VnusDocumentIds *self,
                                           const char      *id,
                                           gsize            length,
                                           guint32          hash);

/* All ids that are those of records; the array is the caller's. */
const char    **_vnus_document_ids_list   (VnusDocumentIds *self);

G_END_DECLS
