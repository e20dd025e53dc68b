/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: reading the bytes of a document. */
#include "io/document-input-private.h"

#include <string.h>

#include "io/json-reader-private.h"

#define CHUNK ((gsize) 1 << 20)

/* Makes room for @n bytes more, and zeros behind them. */
static gboolean
reserve (VnusDocumentInput  *self,
         gsize               n,
         GError            **error)
{
  gsize needed = self->length + n + VNUS_JSON_PADDING;
  char *buffer;

  if (needed <= self->allocated)
    return TRUE;

  buffer = g_try_realloc (self->buffer, needed);
  if (buffer == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "not enough memory for %" G_GSIZE_FORMAT " bytes", needed);
      return FALSE;
    }

  self->buffer = buffer;
  self->allocated = needed;
  return TRUE;
}

/* Reads up to @n bytes, for which there is room. */
static gboolean
fill (VnusDocumentInput  *self,
      gsize               n,
      GError            **error)
{
  gsize n_read = 0;

  if (!g_input_stream_read_all (self->stream, self->buffer + self->length, n, &n_read, self->cancellable, error))
    return FALSE;

  self->is_at_end = n_read < n;
  self->length += n_read;
  memset (self->buffer + self->length, 0, VNUS_JSON_PADDING);
  return TRUE;
}

gboolean
_vnus_document_input_init (VnusDocumentInput  *self,
                           GInputStream       *stream,
                           GCancellable       *cancellable,
                           GError            **error)
{
  memset (self, 0, sizeof *self);
  self->stream = stream;
  self->cancellable = cancellable;

  return reserve (self, CHUNK, error) && fill (self, CHUNK, error);
}

void
_vnus_document_input_clear (VnusDocumentInput *self)
{
  g_clear_pointer (&self->buffer, g_free);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

gboolean
_vnus_document_input_has_lines (VnusDocumentInput *self)
{
  const char *start = self->buffer, *end = self->buffer + self->length, *newline;

  while (start < end && is_space (*start))
    start++;
  if (start == end || *start != '{')
    return FALSE;

  newline = memchr (start, '\n', (gsize) (end - start));
  if (newline != NULL)
    end = newline;
  else if (!self->is_at_end)
    return FALSE;

  while (end > start && is_space (end[-1]))
    end--;
  return end[-1] == '}' && g_strstr_len (start, end - start, "\"records\"") == NULL;
}

VnusDocumentInputResult
_vnus_document_input_read_all (VnusDocumentInput  *self,
                               goffset             size,
                               gsize               most,
                               GError            **error)
{
  if (size > 0 && (guint64) size > most)
    return VNUS_DOCUMENT_INPUT_TOO_LONG;

  while (!self->is_at_end)
    {
      /* One byte more than what is expected, so that the end is seen. */
      gsize wanted = size > 0 && (gsize) size >= self->length ? (gsize) size - self->length + 1 : MAX (CHUNK, self->length);

      if (self->length > most)
        return VNUS_DOCUMENT_INPUT_TOO_LONG;
      if (!reserve (self, wanted, error) || !fill (self, wanted, error))
        return VNUS_DOCUMENT_INPUT_FAILED;
    }

  return self->length > most ? VNUS_DOCUMENT_INPUT_TOO_LONG : VNUS_DOCUMENT_INPUT_OK;
}

VnusDocumentInputResult
_vnus_document_input_read_line (VnusDocumentInput  *self,
                                gsize               most,
                                const char        **line,
                                gsize              *length,
                                GError            **error)
{
  gsize searched = 0;

  for (;;)
    {
      char *start = self->buffer + self->position;
      gsize rest = self->length - self->position;
      char *newline = memchr (start + searched, '\n', rest - searched);

      if (newline != NULL || self->is_at_end)
        {
          if (newline == NULL && rest == 0)
            return VNUS_DOCUMENT_INPUT_END;

          *line = start;
          *length = newline != NULL ? (gsize) (newline - start) : rest;
          self->position += *length + (newline != NULL);
          return *length > most ? VNUS_DOCUMENT_INPUT_TOO_LONG : VNUS_DOCUMENT_INPUT_OK;
        }
      if (rest > most)
        return VNUS_DOCUMENT_INPUT_TOO_LONG;

      memmove (self->buffer, start, rest);
      self->length = rest;
      self->position = 0;
      searched = rest;
      if (!reserve (self, CHUNK, error) || !fill (self, CHUNK, error))
        return VNUS_DOCUMENT_INPUT_FAILED;
    }
}
