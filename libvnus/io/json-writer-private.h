/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: writing JSON into a growing buffer. */
#pragma once

#include <string.h>

#include <vnus/vnus-citation.h>

G_BEGIN_DECLS

typedef struct
{
  char       *data;
  gsize       length;
  gsize       allocated;

  gsize       longest;    /* the length of the longest string, and of the longest list: there are limits */
  guint       most_items;

  gboolean    is_compact; /* no space at all */
  const char *comma;      /* between what stands on one line */
  const char *colon;
  const char *close;

  GEnumClass *bounds;     /* (owned), likewise the next two */
  GEnumClass *roles;
  GEnumClass *ranks;
} VnusJsonWriter;

void _vnus_json_writer_init   (VnusJsonWriter     *self,
                               gboolean            is_compact);
void _vnus_json_writer_clear  (VnusJsonWriter     *self);

void _vnus_json_put_string    (VnusJsonWriter     *self,
                               const char         *string);
/* @key needs no escape. */
void _vnus_json_put_key       (VnusJsonWriter     *self,
                               const char         *key,
                               gsize               length);
/* Begins a member of an object on one line; @n counts those before it. */
void _vnus_json_put_member    (VnusJsonWriter     *self,
                               guint              *n,
                               const char         *key);
void _vnus_json_put_localised (VnusJsonWriter     *self,
                               const VnusText     *text);
/* An item of a slot or of a value; numbers as GINT_TO_POINTER. */
void _vnus_json_put_item      (VnusJsonWriter     *self,
                               VnusValueType       type,
                               GEnumClass         *words,
                               gpointer            item);
void _vnus_json_put_citation  (VnusJsonWriter     *self,
                               const VnusCitation *citation);

void _vnus_json_grow          (VnusJsonWriter     *self,
                               gsize               length);

/* Room for @length more bytes. */
static inline void
_vnus_json_reserve (VnusJsonWriter *self,
                    gsize           length)
{
  if (G_UNLIKELY (self->allocated - self->length < length))
    _vnus_json_grow (self, length);
}

/* Where the next byte goes: there is room for @length of them. */
static inline char *
_vnus_json_room (VnusJsonWriter *self,
                 gsize           length)
{
  _vnus_json_reserve (self, length);

  return self->data + self->length;
}

static inline void
_vnus_json_put (VnusJsonWriter *self,
                const char     *text,
                gsize           length)
{
  _vnus_json_reserve (self, length);
  memcpy (self->data + self->length, text, length);
  self->length += length;
}

static inline void
_vnus_json_put_raw (VnusJsonWriter *self,
                    const char     *text)
{
  _vnus_json_put (self, text, strlen (text));
}

G_END_DECLS
