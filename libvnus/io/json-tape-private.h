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
  guint32 hash;       /* for the loader, 0 at first */
} VnusJsonNode;

typedef struct
{
  VnusJsonNode *nodes;
  guint         n_nodes;
  guint         n_allocated;

  char         *texts; /* each followed by NUL; behind the last one, bytes are readable */
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

  self->nodes[index] = (VnusJsonNode) { (guint8) type, index + 1, offset, offset, VNUS_JSON_NO_KEY, 0, 0, 0, 0 };
  self->n_nodes = index + 1;

  return index;
}

/* So many bytes are copied and looked at together; a text that is put without further
 * ado has at most so many blocks. */
typedef guint8 VnusJsonBlock __attribute__ ((vector_size (16)));

#define VNUS_JSON_LONGEST_KEY 32
#define VNUS_JSON_LONGEST_TEXT 128

/* Room behind the texts for any of these. */
static inline gboolean
_vnus_json_tape_has_room (const VnusJsonTape *self)
{
  return self->texts_allocated - self->texts_length >= VNUS_JSON_LONGEST_TEXT + sizeof (VnusJsonBlock);
}

static inline void
_vnus_json_tape_end_text (VnusJsonTape *self,
                          gsize         length,
                          guint32      *text,
                          guint32      *text_length)
{
  self->texts[self->texts_length + length] = '\0';
  *text = self->texts_length;
  *text_length = (guint32) length;
  self->texts_length += (guint32) length + 1;
}

/* Puts what stands between quotes among the texts. It is UTF-8 without control
 * characters; behind it, bytes of padding are readable. Most texts are short
 * and have no escape: they are copied block by block, while it is looked for a
 * backslash. */
static inline gboolean
_vnus_json_tape_set_text (VnusJsonTape *self,
                          guint         node,
                          const char   *raw,
                          gsize         length)
{
  VnusJsonNode *n = &self->nodes[node];
  char *target = self->texts + self->texts_length;
  VnusJsonBlock block, found = { 0 };
  guint64 halves[2];

  if (G_UNLIKELY (length > VNUS_JSON_LONGEST_TEXT || !_vnus_json_tape_has_room (self)))
    return _vnus_json_tape_put_slow (self, raw, length, n->offset, &n->text, &n->length);

  for (gsize i = 0; i < length; i += sizeof block)
    {
      memcpy (&block, raw + i, sizeof block);
      memcpy (target + i, &block, sizeof block);
      found |= (VnusJsonBlock) (block == '\\');
    }
  memcpy (halves, &found, sizeof halves);
  if (G_UNLIKELY ((halves[0] | halves[1]) != 0)) /* perhaps behind the end */
    return _vnus_json_tape_put_slow (self, raw, length, n->offset, &n->text, &n->length);

  _vnus_json_tape_end_text (self, length, &n->text, &n->length);
  return TRUE;
}

/* The bytes of @word that are @byte: the highest bit of each, of the lowest for certain. */
static inline guint64
_vnus_json_find_byte (guint64 word,
                      guint8  byte)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 other = word ^ ones * byte;

  return (other - ones) & ~other & ones << 7;
}

/* Puts a key among the texts, up to the quote behind it; FALSE if that is far off, or
 * if the key has an escape. */
static inline gboolean
_vnus_json_tape_set_short_key (VnusJsonTape *self,
                               guint         node,
                               const char   *raw)
{
  VnusJsonNode *n = &self->nodes[node];
  char *target = self->texts + self->texts_length;
  guint64 word, found;

  if (G_UNLIKELY (!_vnus_json_tape_has_room (self)))
    return FALSE;

  for (gsize i = 0; i < VNUS_JSON_LONGEST_KEY; i += sizeof word)
    {
      memcpy (&word, raw + i, sizeof word);
      memcpy (target + i, &word, sizeof word);
      word = GUINT64_FROM_LE (word);
      found = _vnus_json_find_byte (word, '"') | _vnus_json_find_byte (word, '\\');
      if (found == 0)
        continue;

      i += (gsize) __builtin_ctzll (found) / 8;
      if (G_UNLIKELY (raw[i] != '"'))
        return FALSE;
      _vnus_json_tape_end_text (self, i, &n->key, &n->key_length);
      return TRUE;
    }

  return FALSE;
}

/* Likewise any key. */
static inline gboolean
_vnus_json_tape_set_key (VnusJsonTape *self,
                         guint         node,
                         const char   *raw,
                         gsize         length)
{
  VnusJsonNode *n = &self->nodes[node];

  return _vnus_json_tape_put_slow (self, raw, length, n->key_offset, &n->key, &n->key_length);
}

G_END_DECLS
