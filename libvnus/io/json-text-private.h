/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a growing text in JSON. */
#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  char  *data;
  gsize  length;
  gsize  allocated;
} VnusJsonText;

static inline void
_vnus_json_text_put (VnusJsonText *self,
                     const char   *text,
                     gsize         length)
{
  if (G_UNLIKELY (self->allocated - self->length < length))
    {
      self->allocated = MAX (2 * self->allocated, self->length + length);
      self->data = g_realloc (self->data, self->allocated);
    }

  memcpy (self->data + self->length, text, length);
  self->length += length;
}

void _vnus_json_text_puts        (VnusJsonText *self,
                                  const char   *string);
void _vnus_json_text_put_string  (VnusJsonText *self,
                                  const char   *string);
void _vnus_json_text_put_integer (VnusJsonText *self,
                                  int           number);

G_END_DECLS
