/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: ids: the empty one, and the hash of any. */
#include "base/vnus-id-private.h"

static struct
{
  int  count;
  char text[4];
} empty = { 1, "" };

char *const _vnus_id_empty = empty.text;

/* So that no input can be made to collide. */
static guint64
get_seed (void)
{
  static gsize seed;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, ((gsize) g_random_int () << 16 << 16 ^ g_random_int ()) | 1);

  return seed;
}

/* Eight bytes at a time, each mixed in by a multiplication whose halves are
 * folded. */
guint32
_vnus_id_hash (const char *id,
               gsize       length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  guint64 hash = get_seed () ^ length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), word;

  for (; length > sizeof word; length -= sizeof word, id += sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }

  word = 0;
  memcpy (&word, id, length);
  hash = (hash ^ word) * factor;
  hash ^= hash >> 32;
  hash *= factor;

  return (guint32) (hash >> 32);
}
