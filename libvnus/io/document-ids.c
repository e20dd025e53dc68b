/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the table of ids of one load. */
#include "io/document-ids-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

void
_vnus_document_ids_init (VnusDocumentIds *self)
{
  memset (self, 0, sizeof *self);
  self->mask = 255;
  self->slots = g_new0 (guint32, self->mask + 1);
  self->seed = g_random_int (); /* so that no document can be made to collide */
}

void
_vnus_document_ids_clear (VnusDocumentIds *self)
{
  for (guint i = 0; i < self->n_ids; i++)
    g_ref_string_release (self->ids[i].id);

  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->slots, g_free);
  self->n_ids = self->n_allocated = 0;
}

/* Eight bytes at a time, each mixed in by a multiplication whose halves are
 * folded. */
static guint32
hash_id (const char *id,
         gsize       length,
         guint32     seed)
{
  guint64 hash = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ ((guint64) seed << 32) ^ length;

  while (length > 0)
    {
      guint64 word = 0;
      gsize n = MIN (length, sizeof word);

      memcpy (&word, id, n);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
      hash ^= hash >> 32;
      id += n;
      length -= n;
    }

  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (guint32) (hash >> 32);
}

static void
grow_slots (VnusDocumentIds *self)
{
  self->mask = 2 * self->mask + 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);

  for (guint i = 0; i < self->n_ids; i++)
    {
      guint32 slot = self->ids[i].hash & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = i + 1;
    }
}

static VnusDocumentId *
add_id (VnusDocumentIds *self,
        const char      *id,
        gsize            length,
        guint32          hash,
        guint32          slot)
{
  VnusDocumentId *entry;

  if (self->n_ids == self->n_allocated)
    {
      self->n_allocated = MAX (256, self->n_allocated + self->n_allocated / 2);
      self->ids = g_renew (VnusDocumentId, self->ids, self->n_allocated);
    }

  self->slots[slot] = self->n_ids + 1;
  entry = &self->ids[self->n_ids++];
  entry->id = g_ref_string_new_len (id, (gssize) length);
  entry->hash = hash;
  entry->line = 0;
  entry->wanted = ~(VnusKinds) 0;
  entry->kind = VNUS_KIND_UNSET;

  return entry;
}

VnusDocumentId *
_vnus_document_ids_intern (VnusDocumentIds *self,
                           const char      *id,
                           gsize            length)
{
  guint32 hash = hash_id (id, length, self->seed);
  guint32 slot;

  if (self->n_ids > self->mask / 2)
    grow_slots (self);

  for (slot = hash & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    {
      VnusDocumentId *entry = &self->ids[self->slots[slot] - 1];

      if (entry->hash == hash && strncmp (entry->id, id, length) == 0 && entry->id[length] == '\0')
        return entry;
    }

  return vnus_fold_is_id (id) ? add_id (self, id, length, hash, slot) : NULL;
}
