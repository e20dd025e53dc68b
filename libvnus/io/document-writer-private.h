/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: writing a document in its canonical form. */
#pragma once

#include <vnus/vnus-chronicle.h>

#include "chronicle/vnus-revision-private.h"
#include "io/json-writer-private.h"

G_BEGIN_DECLS

/* What is written: a shared revision never changes, so that another thread may
 * write it while the chronicle goes on with its own. */
typedef struct
{
  char         *id;
  VnusText     *label;    /* (owned) (nullable) */
  VnusRevision *revision; /* (owned) its records are in the order of the document */
} VnusDocumentContent;

typedef enum
{
  VNUS_DOCUMENT_LAYOUT_JSON,
  VNUS_DOCUMENT_LAYOUT_LINES,
} VnusDocumentLayout;

/* Takes a part of the document. */
typedef gboolean (*VnusDocumentSink) (gpointer      user_data,
                                      const char   *data,
                                      gsize         length,
                                      GError      **error);

VnusDocumentContent *_vnus_document_content_new  (VnusChronicle        *chronicle);
void                 _vnus_document_content_free (VnusDocumentContent  *self);

gboolean             _vnus_document_write        (VnusDocumentContent  *content,
                                                  VnusDocumentLayout    layout,
                                                  VnusDocumentSink      sink,
                                                  gpointer              user_data,
                                                  GError              **error);
GBytes              *_vnus_document_to_bytes     (VnusDocumentContent  *content,
                                                  VnusDocumentLayout    layout);

/* A record as it stands in a document. */
void                 _vnus_json_put_record       (VnusJsonWriter       *self,
                                                  VnusRecord           *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusDocumentContent, _vnus_document_content_free)

G_END_DECLS
