/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/vnus-clip-private.h"

#include <string.h>

VnusClip
_vnus_clip_bytes (const char *text,
                  gssize      length)
{
  static const char more[] = "…", unreadable[] = "\xef\xbf\xbd";
  const char *p = text, *end = text + (length < 0 ? strnlen (text, VNUS_CLIP_MAX + 1) : (gsize) length);
  VnusClip clip;
  char *to = clip.text, *const last = clip.text + VNUS_CLIP_MAX;

  while (p < end && *p != '\0')
    {
      const gunichar c = g_utf8_get_char_validated (p, MIN (end - p, 6));
      const gboolean readable = c != (gunichar) -1 && c != (gunichar) -2;
      const char *from = readable ? p : unreadable;
      const gsize n = readable ? (gsize) g_utf8_skip[(guchar) *p] : strlen (unreadable);

      if (to + n > last)
        {
          to = stpcpy (to, more);
          break;
        }
      memcpy (to, from, n);
      to += n;
      p += readable ? n : 1;
    }
  *to = '\0';

  return clip;
}
