/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: building a tape, and the texts of JSON. */
#include "io/json-tape-private.h"

#include <string.h>

#include <vnus/vnus-document.h>

/* Room behind the texts, so that a short one is put there without asking. */
#define SLACK 4096

void
_vnus_json_tape_init (VnusJsonTape *self)
{
  memset (self, 0, sizeof *self);
}

void
_vnus_json_tape_clear (VnusJsonTape *self)
{
  g_clear_pointer (&self->nodes, g_free);
  g_clear_pointer (&self->texts, g_free);
  _vnus_json_tape_init (self);
}

void
_vnus_json_tape_reset (VnusJsonTape *self)
{
  self->n_nodes = 0;
  self->texts_length = 0;
  self->fault = VNUS_JSON_FAULT_NONE;
}

gboolean
_vnus_json_tape_fail (VnusJsonTape  *self,
                      VnusJsonFault  fault,
                      guint32        offset)
{
  self->fault = fault;
  self->fault_offset = offset;

  return FALSE;
}

void
_vnus_json_tape_grow (VnusJsonTape *self)
{
  self->n_allocated = MAX (64, 2 * self->n_allocated);
  self->nodes = g_renew (VnusJsonNode, self->nodes, self->n_allocated);
}

static int
hex_value (char c)
{
  return g_ascii_xdigit_value (c);
}

/* The four digits of \uXXXX, or -1. */
static int
read_unit (const char *text,
           gsize       length)
{
  int unit = 0;

  if (length < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      if (hex_value (text[i]) < 0)
        return -1;
      unit = unit << 4 | hex_value (text[i]);
    }

  return unit;
}

gsize
_vnus_json_unescape (const char *text,
                     gsize       length,
                     char       *utf8,
                     gsize      *utf8_length)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found;
  int unit, low;
  gsize taken = 5;

  if (length == 0)
    return 0;

  found = text[0] != '\0' ? strchr (from, text[0]) : NULL;
  if (found != NULL)
    {
      utf8[0] = to[found - from];
      *utf8_length = 1;
      return 1;
    }

  if (text[0] != 'u')
    return 0;

  unit = read_unit (text + 1, length - 1);
  if (unit >= 0xd800 && unit < 0xdc00) /* the first half of a pair */
    {
      low = length > 7 && text[5] == '\\' && text[6] == 'u' ? read_unit (text + 7, length - 7) : -1;
      if (low < 0xdc00 || low > 0xdfff)
        return 0;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      taken = 11;
    }
  else if (unit <= 0 || (unit >= 0xdc00 && unit < 0xe000)) /* none, NUL, or the second half alone */
    {
      return 0;
    }

  *utf8_length = (gsize) g_unichar_to_utf8 ((gunichar) unit, utf8);
  return taken;
}

/* Copies @raw to @target without its escapes; returns the end, NULL on failure. */
static char *
copy_unescaped (VnusJsonTape *self,
                const char   *raw,
                gsize         length,
                char         *target)
{
  const char *end = raw + length;

  while (raw < end)
    {
      const char *backslash = memchr (raw, '\\', (gsize) (end - raw));
      gsize plain = (gsize) ((backslash != NULL ? backslash : end) - raw);
      gsize taken, made;

      memcpy (target, raw, plain);
      target += plain;
      raw += plain;
      if (backslash == NULL)
        break;

      taken = _vnus_json_unescape (raw + 1, (gsize) (end - raw - 1), target, &made);
      if (taken == 0)
        return NULL;
      target += made;
      raw += 1 + taken;
    }

  return target;
}

/* Any text: no text grows by losing its escapes. */
gboolean
_vnus_json_tape_put_slow (VnusJsonTape *self,
                          const char   *raw,
                          gsize         length,
                          guint32       offset,
                          guint32      *text,
                          guint32      *text_length)
{
  char *start, *end;

  if (G_UNLIKELY (length > 6 * (gsize) VNUS_DOCUMENT_MAX_STRING))
    return _vnus_json_tape_fail (self, VNUS_JSON_FAULT_STRING, offset);

  if (self->texts_allocated - self->texts_length < length + SLACK)
    {
      self->texts_allocated = MAX (2 * self->texts_allocated, self->texts_length + (guint32) length) + SLACK;
      self->texts = g_realloc (self->texts, self->texts_allocated);
    }

  start = self->texts + self->texts_length;
  if (G_LIKELY (memchr (raw, '\\', length) == NULL))
    {
      memcpy (start, raw, length);
      end = start + length;
    }
  else
    {
      end = copy_unescaped (self, raw, length, start);
      if (end == NULL)
        return _vnus_json_tape_fail (self, VNUS_JSON_FAULT_SYNTAX, offset);
    }

  *end = '\0';
  *text = self->texts_length;
  *text_length = (guint32) (end - start);
  self->texts_length += *text_length + 1;

  if (G_UNLIKELY (*text_length > VNUS_DOCUMENT_MAX_STRING))
    return _vnus_json_tape_fail (self, VNUS_JSON_FAULT_STRING, offset);

  return TRUE;
}

gsize
_vnus_json_number_length (const char *text,
                          gsize       length)
{
  const char *p = text, *end = text + length;

#define DIGITS(p) G_STMT_START { while (p < end && g_ascii_isdigit (*p)) p++; } G_STMT_END
  if (p < end && *p == '-')
    p++;
  if (p == end || !g_ascii_isdigit (*p))
    return 0;
  if (*p == '0')
    p++;
  else
    DIGITS (p);

  if (p + 1 < end && p[0] == '.' && g_ascii_isdigit (p[1]))
    {
      p++;
      DIGITS (p);
    }

  if (p < end && (*p == 'e' || *p == 'E'))
    {
      const char *exponent = p + 1;

      if (exponent < end && (*exponent == '+' || *exponent == '-'))
        exponent++;
      if (exponent < end && g_ascii_isdigit (*exponent))
        {
          p = exponent;
          DIGITS (p);
        }
    }
#undef DIGITS

  return (gsize) (p - text);
}

/* Reads null, true, false or a number; @token is the whole word. */
gboolean
_vnus_json_tape_set_word (VnusJsonTape *self,
                          guint         node,
                          const char   *token,
                          gsize         length)
{
  static const struct
  {
    const char *word;
    gsize length;
    VnusJsonType type;
  } words[] = {
    { "null", 4, VNUS_JSON_NULL },
    { "true", 4, VNUS_JSON_TRUE },
    { "false", 5, VNUS_JSON_FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == words[i].length && memcmp (token, words[i].word, length) == 0)
      {
        self->nodes[node].type = words[i].type;
        return TRUE;
      }

  if (length == 0 || _vnus_json_number_length (token, length) != length)
    return _vnus_json_tape_fail (self, VNUS_JSON_FAULT_SYNTAX, self->nodes[node].offset);

  self->nodes[node].type = VNUS_JSON_NUMBER;
  return _vnus_json_tape_set_text (self, node, token, length);
}
