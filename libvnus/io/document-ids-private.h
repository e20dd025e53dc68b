/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the ids of one load, each kept once.
 *
 * Every place that says an id shares one string. Along with it goes what
 * is known of the record, so that references are checked while they are read,
 * or once the record has come.
 */
#pragma once

#include "model/vnus-field-private.h"

G_BEGIN_DECLS

typedef struct
{
  char     *id;     /* (owned) (nullable) an id; NULL in a free place */
  guint32   hash;
  VnusKinds wanted; /* what all references before it allow; bit 0 is set as long as there is none */
  guint32   line;   /* where the record begins */
  guint16   length; /* of the id */
  guint16   kind;   /* of the record; unset as long as there is none */
} VnusDocumentId;

typedef struct
{
  VnusDocumentId *ids;  /* open addressing */
  guint           n_ids;
  guint           mask; /* number of places - 1 */
  guint32         seed;
} VnusDocumentIds;

void            _vnus_document_ids_init   (VnusDocumentIds *self);
void            _vnus_document_ids_clear  (VnusDocumentIds *self);

/* The entry of @id, a new one if need be; it moves when the next one comes.
 * NULL if @id has not the form of an id. */
VnusDocumentId *_vnus_document_ids_intern (VnusDocumentIds *self,
                                           const char      *id,
                                           gsize            length);

/* All ids that are those of records; the array is the caller's. */
const char    **_vnus_document_ids_list   (VnusDocumentIds *self);

G_END_DECLS
