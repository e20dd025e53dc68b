/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: reading JSON, behind plain C.
 *
 * The outermost value of a document is an object. The reader gives its members
 * one by one; of the one called `records`, if it is a list, it gives the items
 * one by one. Everything is visited and checked, the end of the input too.
 */
#pragma once

#include "io/json-tape-private.h"

G_BEGIN_DECLS

/* How many bytes behind the input must be readable. */
#define VNUS_JSON_PADDING 64

/* What simdjson can index. */
#define VNUS_JSON_MAX_SIZE G_MAXUINT32

typedef struct _VnusJsonReader VnusJsonReader;

typedef enum
{
  VNUS_JSON_EVENT_FAULT,  /* see the tape */
  VNUS_JSON_EVENT_END,
  VNUS_JSON_EVENT_MEMBER, /* node 0 has key and value */
  VNUS_JSON_EVENT_LIST,   /* node 0 has the key; the items follow as events */
  VNUS_JSON_EVENT_ITEM,   /* node 0 is the item */
} VnusJsonEvent;

VnusJsonReader     *_vnus_json_reader_new        (void);
void                _vnus_json_reader_free       (VnusJsonReader *self);
VnusJsonTape       *_vnus_json_reader_get_tape   (VnusJsonReader *self);

/* Starts a document; @data stays with the caller until its end. */
gboolean            _vnus_json_reader_open       (VnusJsonReader *self,
                                                  const char     *data,
                                                  gsize           length);
VnusJsonEvent       _vnus_json_reader_next       (VnusJsonReader *self);

/* Reads a whole object at once: a line of JSON Lines. */
gboolean            _vnus_json_reader_read       (VnusJsonReader *self,
                                                  const char     *data,
                                                  gsize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusJsonReader, _vnus_json_reader_free)

G_END_DECLS
