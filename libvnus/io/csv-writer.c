/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: rows of delimiter-separated values. */
#include "io/csv-writer-private.h"

#include <string.h>

void
_vnus_csv_writer_init (VnusCsvWriter *self,
                       char           delimiter)
{
  *self = (VnusCsvWriter) { .text = g_string_new (NULL), .delimiter = delimiter != 0 ? delimiter : ',' };
}

void
_vnus_csv_writer_clear (VnusCsvWriter *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* Also where other readers than ours take something away: blanks at an end, or
 * a mark of the encoding at the beginning. */
static gboolean
needs_quotes (VnusCsvWriter *self,
              const char    *field)
{
  char special[] = { self->delimiter, '"', '\n', '\r', '\0' };
  gsize length = strlen (field);

  return field[strcspn (field, special)] != '\0' || g_str_has_prefix (field, "\xef\xbb\xbf") ||
         (length > 0 && (g_ascii_isspace (field[0]) || g_ascii_isspace (field[length - 1])));
}

void
_vnus_csv_writer_put (VnusCsvWriter *self,
                      const char    *field)
{
  if (self->n_fields++ > 0)
    g_string_append_c (self->text, self->delimiter);
  if (field == NULL)
    return;

  if (!needs_quotes (self, field))
    {
      g_string_append (self->text, field);
      return;
    }

  g_string_append_c (self->text, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *field);
    }
  g_string_append_c (self->text, '"');
}

void
_vnus_csv_writer_end_row (VnusCsvWriter *self)
{
  if (self->text->len == self->start) /* would be a blank line, which is no row */
    g_string_append (self->text, "\"\"");
  g_string_append (self->text, "\r\n");

  self->n_fields = 0;
  self->start = self->text->len;
}

gboolean
_vnus_csv_writer_flush (VnusCsvWriter  *self,
                        GOutputStream  *stream,
                        GCancellable   *cancellable,
                        GError        **error)
{
  if (!g_output_stream_write_all (stream, self->text->str, self->start, NULL, cancellable, error))
    return FALSE;

  g_string_erase (self->text, 0, (gssize) self->start);
  self->start = 0;
  return TRUE;
}

GBytes *
_vnus_csv_writer_end (VnusCsvWriter *self)
{
  self->start = 0;
  self->n_fields = 0;
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
