/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: rows of delimiter-separated values, by a machine of four states. */
#include "io/csv-reader-private.h"

#include <string.h>

#include "io/csv-text-private.h"

typedef enum
{
  STATE_BEGIN,  /* of a field */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE,  /* after a quote in a quoted field: its end, or half of a doubled one */
} State;

struct _VnusCsvReader
{
  GInputStream *stream;      /* (owned) */
  char         *name;
  char          delimiter;
  gboolean      is_latin1;

  char          buffer[65536];
  gsize         length;      /* of the buffer */
  gsize         offset;      /* in the buffer */
  gboolean      is_begun;

  State         state;
  guint64       line;        /* of the next byte */
  guint64       number;      /* of the row that was read last */
  guint         width;       /* of the first row; 0 before it */
  gboolean      after_cr;    /* so that a LF ends nothing */
  gboolean      is_quoted;   /* some field of the row is */

  GString      *text;        /* the fields of the row, each with a NUL behind it */
  GArray       *starts;      /* (element-type gsize) of the fields in the text */
  GPtrArray    *fields;      /* (element-type utf8) (unowned) into the text */
  VnusCsvRow    row;
  GError       *fault;       /* (nullable) the first of the row */
};

G_DEFINE_QUARK (vnus-csv-error-quark, _vnus_csv_error)

VnusCsvReader *
_vnus_csv_reader_new (GInputStream  *stream,
                      const char    *name,
                      char           delimiter,
                      const char    *encoding,
                      GError       **error)
{
  VnusCsvReader *self;
  gboolean is_latin1;

  if (!_vnus_csv_find_encoding (encoding, name, &is_latin1, error))
    return NULL;

  self = g_new0 (VnusCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->delimiter = delimiter != 0 ? delimiter : ',';
  self->is_latin1 = is_latin1;
  self->line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();

  return self;
}

void
_vnus_csv_reader_free (VnusCsvReader *self)
{
  g_object_unref (self->stream);
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->fields);
  g_clear_error (&self->fault);
  g_free (self);
}

static void G_GNUC_PRINTF (4, 5)
set_fault (VnusCsvReader *self,
           guint          column,
           VnusCsvError   code,
           const char    *format,
           ...)
{
  va_list args;

  if (self->fault != NULL)
    return;

  va_start (args, format);
  self->fault = g_error_new_valist (VNUS_CSV_ERROR, (gint) code, format, args);
  va_end (args);
  self->row.fault_column = column;
}

static gsize
field_start (VnusCsvReader *self)
{
  return g_array_index (self->starts, gsize, self->starts->len - 1);
}

static void
begin_field (VnusCsvReader *self)
{
  if (self->starts->len < VNUS_CSV_MAX_FIELDS)
    g_array_append_val (self->starts, self->text->len);
  else
    set_fault (self, 0, VNUS_CSV_ERROR_LIMIT, "the row has more than %d fields", VNUS_CSV_MAX_FIELDS);
}

/* What is too long is read on, but not kept. */
static void
put (VnusCsvReader *self,
     const char    *bytes,
     gsize          length)
{
  guint column = self->starts->len;

  if (self->text->len - field_start (self) + length > VNUS_CSV_MAX_FIELD)
    set_fault (self, column, VNUS_CSV_ERROR_LIMIT,
               "a field has more than %d bytes; expected a shorter one: is the quote at its beginning closed?",
               VNUS_CSV_MAX_FIELD);
  else if (self->text->len + length > VNUS_CSV_MAX_ROW)
    set_fault (self, 0, VNUS_CSV_ERROR_LIMIT, "the row has more than %d bytes", VNUS_CSV_MAX_ROW);
  else if (self->fault == NULL || self->fault->code != VNUS_CSV_ERROR_LIMIT)
    _vnus_csv_append (self->text, bytes, length, self->is_latin1);
}

static void
end_field (VnusCsvReader *self)
{
  g_autofree char *found = NULL;
  guint column = self->starts->len;

  if (self->state == STATE_QUOTED)
    set_fault (self, column, VNUS_CSV_ERROR_QUOTE, "a quoted field is never closed; expected a quote at its end");

  found = _vnus_csv_mend (self->text, field_start (self));
  if (found != NULL)
    set_fault (self, column, VNUS_CSV_ERROR_ENCODING,
               "%s; expected UTF-8, or the encoding to be named: latin-1", found);

  g_string_append_c (self->text, '\0');
  self->state = STATE_BEGIN;
}

/* One byte that is neither in a quoted field nor in the middle of a plain one. */
static void
take_byte (VnusCsvReader *self,
           char           byte)
{
  if (byte == self->delimiter)
    {
      end_field (self);
      begin_field (self);
    }
  else if (byte == '"' && self->state == STATE_BEGIN)
    {
      self->state = STATE_QUOTED;
      self->is_quoted = TRUE;
    }
  else if (byte == '"' && self->state == STATE_QUOTE)
    {
      self->state = STATE_QUOTED;
      put (self, "\"", 1);
    }
  else
    {
      if (self->state == STATE_QUOTE)
        set_fault (self, self->starts->len, VNUS_CSV_ERROR_QUOTE,
                   "text stands after the closing quote of a field; expected quotes inside of it to be doubled");
      else if (byte == '"')
        set_fault (self, self->starts->len, VNUS_CSV_ERROR_QUOTE,
                   "a quote stands in a field without quotes around it; expected them, and it to be doubled");
      self->state = STATE_PLAIN;
      put (self, &byte, 1);
    }
}

/* As many bytes as go together; TRUE at the end of a row. */
static gboolean
take (VnusCsvReader *self)
{
  const char *at = self->buffer + self->offset;
  const char *end = self->buffer + self->length;
  const char *stop = at;

  if (self->state == STATE_QUOTED)
    {
      for (; stop < end && *stop != '"'; stop++)
        self->line += *stop == '\n';
      put (self, at, (gsize) (stop - at));
      if (stop < end)
        self->state = STATE_QUOTE;
      self->offset += (gsize) (stop - at) + (stop < end);
      return FALSE;
    }

  if (self->state == STATE_PLAIN)
    while (stop < end && *stop != self->delimiter && *stop != '"' && *stop != '\n' && *stop != '\r')
      stop++;
  if (stop > at)
    {
      put (self, at, (gsize) (stop - at));
      self->offset += (gsize) (stop - at);
      return FALSE;
    }

  self->offset++;
  if (*at != '\n' && *at != '\r')
    {
      take_byte (self, *at);
      return FALSE;
    }

  self->after_cr = *at == '\r';
  self->line++;
  return TRUE;
}

/* FALSE at the end of the stream, and on errors. */
static gboolean
fill (VnusCsvReader  *self,
      GCancellable   *cancellable,
      GError        **error)
{
  gboolean is_first = !self->is_begun;

  if (self->offset < self->length)
    return TRUE;

  self->offset = 0;
  self->is_begun = TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_input_stream_read_all (self->stream, self->buffer, sizeof self->buffer, &self->length, cancellable, error))
    {
      g_prefix_error (error, "%s:%" G_GUINT64_FORMAT ": ", self->name, self->line);
      return FALSE;
    }

  if (is_first && !_vnus_csv_skip_bom (self->buffer, self->length, &self->offset, self->name, error))
    return FALSE;
  if (is_first && self->offset > 0)
    self->is_latin1 = FALSE; /* what the file says of itself holds, whatever encoding is named */

  return self->offset < self->length;
}

static void
begin_row (VnusCsvReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_error (&self->fault);
  self->is_quoted = FALSE;
  self->row = (VnusCsvRow) { .number = ++self->number, .line = self->line };
  begin_field (self);
}

static const VnusCsvRow *
end_row (VnusCsvReader *self)
{
  end_field (self);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->fields, self->text->str + g_array_index (self->starts, gsize, i));

  if (self->width == 0)
    self->width = self->fields->len;
  if (self->width != self->fields->len)
    set_fault (self, 0, VNUS_CSV_ERROR_RAGGED, "the row has %u fields; expected %u, as in the first row",
               self->fields->len, self->width);

  self->row.n_fields = self->fields->len;
  g_ptr_array_add (self->fields, NULL);
  self->row.fields = (const char *const *) self->fields->pdata;
  self->row.fault = self->fault;

  return &self->row;
}

static gboolean
is_blank (VnusCsvReader *self)
{
  return self->text->len == 0 && self->starts->len == 1 && !self->is_quoted;
}

const VnusCsvRow *
_vnus_csv_reader_next (VnusCsvReader  *self,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GError) local = NULL;

  begin_row (self);
  while (fill (self, cancellable, &local))
    {
      if (self->after_cr && self->buffer[self->offset] == '\n')
        {
          self->after_cr = FALSE;
          self->offset++;
          continue;
        }

      self->after_cr = FALSE;
      if (!take (self))
        continue;
      if (!is_blank (self))
        return end_row (self);
      begin_row (self);
    }

  if (local == NULL && !is_blank (self))
    return end_row (self);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}
