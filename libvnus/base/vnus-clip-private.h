/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: the beginning of a text, for messages that quote what they were given.
 *
 * A cut never goes through a character, and bytes that are no UTF-8 become
 * U+FFFD: a message is shown and translated, so it must be text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VNUS_CLIP_MAX 80 /* bytes of the text that are kept */

typedef struct
{
  char text[VNUS_CLIP_MAX + sizeof "…"];
} VnusClip;

/* g_set_error (…, "“%s” is no id", _vnus_clip (id).text): lives to the end of the
 * expression that it stands in. @length: −1 if the text ends with NUL. */
VnusClip _vnus_clip_bytes (const char *text,
                           gssize      length);

static inline VnusClip
_vnus_clip (const char *text)
{
  return _vnus_clip_bytes (text, -1);
}

G_END_DECLS
