/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: one JSON value, flattened: the form in which the document is read.
 *
 * Nodes stand in the order of the input, each with its key if it is a member
 * of an object; `end` leads past what it contains, so that the children of a
 * node are found without recursion:
 *
 *   for (i = parent + 1; i < nodes[parent].end; i = nodes[i].end)
 *
 * A tape is reused from one record to the next: it never grows beyond what the
 * largest record needs.
 */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VNUS_JSON_NULL,
  VNUS_JSON_FALSE,
  VNUS_JSON_TRUE,
  VNUS_JSON_NUMBER,
  VNUS_JSON_STRING,
  VNUS_JSON_ARRAY,
  VNUS_JSON_OBJECT,
} VnusJsonType;

/* Why an input is refused. */
typedef enum
{
  VNUS_JSON_FAULT_NONE,
  VNUS_JSON_FAULT_SYNTAX, /* encoding and NUL included */
  VNUS_JSON_FAULT_FORM,   /* JSON, but no object */
  VNUS_JSON_FAULT_DEPTH,
  VNUS_JSON_FAULT_STRING, /* too long */
  VNUS_JSON_FAULT_ITEMS,  /* too many */
  VNUS_JSON_FAULT_SIZE,   /* of one record */
} VnusJsonFault;

#define VNUS_JSON_NO_KEY G_MAXUINT32

typedef struct
{
  guint8  type;       /* VnusJsonType */
  guint32 end;        /* index of the node that follows what this one contains */
  guint32 offset;     /* of the value, in the input */
  guint32 key_offset; /* likewise; of the value if there is no key */
  guint32 key;        /* where in the texts the key is, or NO_KEY */
  guint32 key_length;
  guint32 text;       /* where in the texts the string is, or the digits of a number */
  guint32 length;
} VnusJsonNode;

typedef struct
{
  VnusJsonNode *nodes;
  guint         n_nodes;
  guint         n_allocated;

  char         *texts; /* each followed by NUL */
  guint32       texts_length;
  guint32       texts_allocated;

  VnusJsonFault fault;
  guint32       fault_offset; /* in the input */
} VnusJsonTape;

static inline const char *
_vnus_json_tape_text (const VnusJsonTape *self,
                      guint               node)
{
  return self->texts + self->nodes[node].text;
}

static inline const char *
_vnus_json_tape_key (const VnusJsonTape *self,
                     guint               node)
{
  return self->texts + self->nodes[node].key;
}

void     _vnus_json_tape_init     (VnusJsonTape *self);
void     _vnus_json_tape_clear    (VnusJsonTape *self);
void     _vnus_json_tape_reset    (VnusJsonTape *self);

gboolean _vnus_json_tape_fail     (VnusJsonTape  *self,
                                   VnusJsonFault  fault,
                                   guint32        offset);
void     _vnus_json_tape_grow     (VnusJsonTape  *self);
gboolean _vnus_json_tape_put_slow (VnusJsonTape  *self,
                                   const char    *raw,
                                   gsize          length,
                                   guint32        offset,
                                   guint32       *text,
                                   guint32       *text_length);
gboolean _vnus_json_tape_set_word (VnusJsonTape  *self,
                                   guint          node,
                                   const char    *token,
                                   gsize          length);

/* Length of the number at the start of @text by the grammar of JSON, 0 if there is none. */
gsize    _vnus_json_number_length (const char *text,
                                   gsize       length);
/* Reads the escape after a backslash; @text is behind it. Returns how many
 * bytes it takes there, or 0 if it is none, and writes up to 4 bytes. */
gsize    _vnus_json_unescape      (const char *text,
                                   gsize       length,
                                   char       *utf8,
                                   gsize      *utf8_length);

static inline guint
_vnus_json_tape_add (VnusJsonTape *self,
                     VnusJsonType  type,
                     guint32       offset)
{
  guint index = self->n_nodes;

  if (G_UNLIKELY (index == self->n_allocated))
    _vnus_json_tape_grow (self);

  self->nodes[index] = (VnusJsonNode) { (guint8) type, index + 1, offset, offset, VNUS_JSON_NO_KEY, 0, 0, 0 };
  self->n_nodes = index + 1;

  return index;
}

/* Whether a byte of @word is a backslash. */
static inline guint64
_vnus_json_find_backslash (guint64 word)
{
  guint64 other = word ^ G_GUINT64_CONSTANT (0x5c5c5c5c5c5c5c5c);

  return (other - G_GUINT64_CONSTANT (0x0101010101010101)) & ~other & G_GUINT64_CONSTANT (0x8080808080808080);
}

/* Puts what stands between quotes among the texts. It is UTF-8 without control
 * characters; behind it, bytes of padding are readable. Most texts are short
 * and have no escape: they are copied word by word, while it is looked for a
 * backslash. */
static inline gboolean
_vnus_json_tape_put (VnusJsonTape *self,
                     const char   *raw,
                     gsize         length,
                     guint32       offset,
                     guint32      *text,
                     guint32      *text_length)
{
  char *target = self->texts + self->texts_length;
  guint64 found = 0, word;

  if (G_UNLIKELY (length > 64 || self->texts_allocated - self->texts_length < 64 + sizeof word))
    return _vnus_json_tape_put_slow (self, raw, length, offset, text, text_length);

  for (gsize i = 0; i < length; i += sizeof word)
    {
      memcpy (&word, raw + i, sizeof word);
      memcpy (target + i, &word, sizeof word);
      found |= _vnus_json_find_backslash (word);
    }
  if (G_UNLIKELY (found != 0)) /* perhaps behind the end */
    return _vnus_json_tape_put_slow (self, raw, length, offset, text, text_length);

  target[length] = '\0';
  *text = self->texts_length;
  *text_length = (guint32) length;
  self->texts_length += (guint32) length + 1;

  return TRUE;
}

static inline gboolean
_vnus_json_tape_set_text (VnusJsonTape *self,
                          guint         node,
                          const char   *raw,
                          gsize         length)
{
  VnusJsonNode *n = &self->nodes[node];

  return _vnus_json_tape_put (self, raw, length, n->offset, &n->text, &n->length);
}

static inline gboolean
_vnus_json_tape_set_key (VnusJsonTape *self,
                         guint         node,
                         const char   *raw,
                         gsize         length,
                         guint32       offset)
{
  VnusJsonNode *n = &self->nodes[node];

  n->key_offset = offset;
  return _vnus_json_tape_put (self, raw, length, offset, &n->key, &n->key_length);
}

G_END_DECLS
