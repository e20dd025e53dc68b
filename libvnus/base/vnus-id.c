/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: ids: the empty one, and the hash of any. */
#include "base/vnus-id-private.h"

static struct
{
  int  count;
  char text[4];
} empty = { 1, "" };

char *const _vnus_id_empty = empty.text;

/* So that which ids collide is another matter in each process. */
static guint64
get_seed (void)
{
  static gsize seed;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, ((gsize) g_random_int () << 16 << 16 ^ g_random_int ()) | 1);

  return seed;
}

/* The factor is not known outside either: with one that is, ids that differ in the
 * highest bits of two words would collide whatever the seed. */
static guint64
mix (guint64 hash,
     guint64 word,
     guint64 factor)
{
  hash = (hash ^ word) * factor;

  return (hash ^ hash >> 32) * factor;
}

/* Fewer than eight bytes as one word. */
static guint64
read_short (const char *text,
            gsize       length)
{
  guint32 low, high;

  if (length < sizeof low)
    return length == 0 ? 0 : (guint64) (guchar) text[0] | (guint64) (guchar) text[length / 2] << 8 |
                             (guint64) (guchar) text[length - 1] << 16;

  memcpy (&low, text, sizeof low);
  memcpy (&high, text + length - sizeof high, sizeof high);
  return low | (guint64) high << 32;
}

/* Eight bytes at a time, the last ones to the end: some of them twice. */
guint32
_vnus_id_hash (const char *id,
               gsize       length)
{
  const guint64 seed = get_seed (), factor = seed * G_GUINT64_CONSTANT (0xd6e8feb86659fd93) | 1;
  guint64 hash = seed ^ length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), word;

  if (length < sizeof word)
    return (guint32) (mix (hash, read_short (id, length), factor) >> 32);

  for (; length > sizeof word; length -= sizeof word, id += sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = mix (hash, word, factor);
    }
  memcpy (&word, id + length - sizeof word, sizeof word);

  return (guint32) (mix (hash, word, factor) >> 32);
}
