/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the bytes of a document: all at once, or line by line through a
 * buffer that does not grow beyond the longest line. Behind what it gives,
 * VNUS_JSON_PADDING bytes are readable. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GInputStream *stream;      /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  char         *buffer;      /* (owned) */
  gsize         length;      /* of what was read into the buffer */
  gsize         allocated;
  gsize         position;    /* of the next line */
  gboolean      is_at_end;   /* of the stream */
} VnusDocumentInput;

typedef enum
{
  VNUS_DOCUMENT_INPUT_OK,
  VNUS_DOCUMENT_INPUT_END,
  VNUS_DOCUMENT_INPUT_TOO_LONG,
  VNUS_DOCUMENT_INPUT_FAILED, /* with an error */
} VnusDocumentInputResult;

/* Reads the beginning, for a look. */
gboolean                _vnus_document_input_init      (VnusDocumentInput  *self,
                                                        GInputStream       *stream,
                                                        GCancellable       *cancellable,
                                                        GError            **error);
void                    _vnus_document_input_clear     (VnusDocumentInput  *self);

/* Whether it is JSON Lines: the first line is an object of its own, without records. */
gboolean                _vnus_document_input_has_lines (VnusDocumentInput  *self);

/* Reads the rest into the buffer; @size is what is expected, or 0. */
VnusDocumentInputResult _vnus_document_input_read_all  (VnusDocumentInput  *self,
                                                        goffset             size,
                                                        gsize               most,
                                                        GError            **error);
/* The next line, without its end; valid until the next call. */
VnusDocumentInputResult _vnus_document_input_read_line (VnusDocumentInput  *self,
                                                        gsize               most,
                                                        const char        **line,
                                                        gsize              *length,
                                                        GError            **error);

G_END_DECLS
