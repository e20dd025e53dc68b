/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the table of ids of one load. */
#include "base/vnus-id-private.h"
#include "io/document-ids-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

void
_vnus_document_ids_init (VnusDocumentIds *self)
{
  self->n_ids = 0;
  self->mask = 255;
  self->ids = g_new0 (VnusDocumentId, self->mask + 1);
  self->seed = g_random_int (); /* so that no document can be made to collide */
}

void
_vnus_document_ids_clear (VnusDocumentIds *self)
{
  if (self->ids != NULL)
    for (guint i = 0; i <= self->mask; i++)
      g_clear_pointer (&self->ids[i].id, _vnus_id_unref);

  g_clear_pointer (&self->ids, g_free);
  self->n_ids = 0;
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

/* Twice the places, so that at most two of three are taken. */
static void
grow (VnusDocumentIds *self)
{
  VnusDocumentId *old = self->ids;
  guint n_old = self->mask + 1;

  self->mask = 2 * n_old - 1;
  self->ids = g_new0 (VnusDocumentId, (gsize) self->mask + 1);

  for (guint i = 0; i < n_old; i++)
    if (old[i].id != NULL)
      {
        guint place = old[i].hash & self->mask;

        while (self->ids[place].id != NULL)
          place = (place + 1) & self->mask;
        self->ids[place] = old[i];
      }

  g_free (old);
}

VnusDocumentId *
_vnus_document_ids_intern (VnusDocumentIds *self,
                           const char      *id,
                           gsize            length)
{
  guint32 hash = hash_id (id, length, self->seed);
  VnusDocumentId *entry;
  guint place;

  if (G_UNLIKELY (self->n_ids > self->mask / 3 * 2))
    grow (self);

  for (place = hash & self->mask; self->ids[place].id != NULL; place = (place + 1) & self->mask)
    {
      entry = &self->ids[place];
      if (entry->hash == hash && entry->length == length && memcmp (entry->id, id, length) == 0)
        return entry;
    }

  if (!vnus_fold_is_id (id))
    return NULL;

  entry = &self->ids[place];
  entry->id = _vnus_id_new_len (id, length);
  entry->hash = hash;
  entry->length = (guint16) length;
  entry->wanted = ~(VnusKinds) 0;
  self->n_ids++;

  return entry;
}

const char **
_vnus_document_ids_list (VnusDocumentIds *self)
{
  const char **list = g_new0 (const char *, self->n_ids + 1);
  guint n = 0;

  for (guint i = 0; i <= self->mask; i++)
    if (self->ids[i].id != NULL && self->ids[i].kind != VNUS_KIND_UNSET)
      list[n++] = self->ids[i].id;

  return list;
}
