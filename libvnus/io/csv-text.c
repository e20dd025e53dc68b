/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the encodings of delimiter-separated values. */
#include "io/csv-text-private.h"

#include <string.h>

#include "base/vnus-clip-private.h"
#include "io/csv-reader-private.h"

static const struct
{
  const char *name;
  gboolean is_latin1;
} encodings[] = {
  { "utf-8", FALSE },
  { "utf8", FALSE },
  { "latin-1", TRUE },
  { "latin1", TRUE },
  { "iso-8859-1", TRUE },
};

gboolean
_vnus_csv_find_encoding (const char  *encoding,
                         const char  *name,
                         gboolean    *is_latin1,
                         GError     **error)
{
  *is_latin1 = FALSE;
  if (encoding == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i].name, encoding) == 0)
      {
        *is_latin1 = encodings[i].is_latin1;
        return TRUE;
      }

  g_set_error (error, VNUS_CSV_ERROR, VNUS_CSV_ERROR_ENCODING,
               "%s: the encoding “%s” is not read; expected utf-8 or latin-1", name, _vnus_clip (encoding).text);
  return FALSE;
}

gboolean
_vnus_csv_skip_bom (const char  *data,
                    gsize        length,
                    gsize       *offset,
                    const char  *name,
                    GError     **error)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *encoding; /* NULL if it is read */
  } marks[] = {
    { "\xef\xbb\xbf", 3, NULL },
    { "\xff\xfe\0\0", 4, "UTF-32" },
    { "\0\0\xfe\xff", 4, "UTF-32" },
    { "\xff\xfe", 2, "UTF-16" },
    { "\xfe\xff", 2, "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        *offset = marks[i].length;
        if (marks[i].encoding == NULL)
          return TRUE;

        g_set_error (error, VNUS_CSV_ERROR, VNUS_CSV_ERROR_ENCODING,
                     "%s:1: the file is in %s, which is not read; expected it to be saved as UTF-8 or latin-1",
                     name, marks[i].encoding);
        return FALSE;
      }

  return TRUE;
}

void
_vnus_csv_append (GString    *text,
                  const char *bytes,
                  gsize       length,
                  gboolean    is_latin1)
{
  if (!is_latin1)
    {
      g_string_append_len (text, bytes, (gssize) length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    g_string_append_unichar (text, (guchar) bytes[i]);
}

char *
_vnus_csv_mend (GString *text,
                gsize    start)
{
  const char *begin = text->str + start, *end;
  g_autofree char *valid = NULL;
  glong character;
  guint byte;

  if (g_utf8_validate (begin, (gssize) (text->len - start), &end))
    return NULL;

  byte = (guchar) *end;
  character = g_utf8_strlen (begin, end - begin) + 1;
  valid = g_utf8_make_valid (begin, (gssize) (text->len - start));
  g_string_truncate (text, start);
  g_string_append (text, valid);

  return g_strdup_printf ("the byte 0x%02X, character %ld of a field, is no text in UTF-8", byte, character);
}
