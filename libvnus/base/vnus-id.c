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

/* Eight bytes at a time. */
guint32
_vnus_id_hash (const char *id,
               gsize       length)
{
  const guint64 seed = get_seed (), factor = seed * G_GUINT64_CONSTANT (0xd6e8feb86659fd93) | 1;
  guint64 hash = seed ^ length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), word;

  for (; length > sizeof word; length -= sizeof word, id += sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = mix (hash, word, factor);
    }

  word = 0;
  memcpy (&word, id, length);

  return (guint32) (mix (hash, word, factor) >> 32);
}
