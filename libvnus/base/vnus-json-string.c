/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a string as JSON has it. */
#include "base/vnus-json-string-private.h"

void
_vnus_json_append_string (GString    *json,
                          const char *string)
{
  if (string == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}
