/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a growing text in JSON: strings with what must be escaped. */
#include "io/json-text-private.h"

void
_vnus_json_text_puts (VnusJsonText *self,
                      const char   *string)
{
  _vnus_json_text_put (self, string, strlen (string));
}

static void
put_escape (VnusJsonText *self,
            guchar        c)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *found = strchr (plain, c);
  char escape[8];

  if (found != NULL)
    g_snprintf (escape, sizeof escape, "\\%c", names[found - plain]);
  else
    g_snprintf (escape, sizeof escape, "\\u%04x", c);

  _vnus_json_text_puts (self, escape);
}

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\';
}

void
_vnus_json_text_put_string (VnusJsonText *self,
                            const char   *string)
{
  const char *run = string, *p = string;

  _vnus_json_text_puts (self, "\"");
  for (; *p != '\0'; p++)
    if (G_UNLIKELY (needs_escape ((guchar) *p)))
      {
        _vnus_json_text_put (self, run, (gsize) (p - run));
        put_escape (self, (guchar) *p);
        run = p + 1;
      }
  _vnus_json_text_put (self, run, (gsize) (p - run));
  _vnus_json_text_puts (self, "\"");
}

void
_vnus_json_text_put_integer (VnusJsonText *self,
                             int           number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%d", number);
  _vnus_json_text_puts (self, digits);
}
