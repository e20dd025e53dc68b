/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the table of ids of one load. */
#include "io/document-ids-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-id-private.h"

#define FEWEST_PLACES 256

void
_vnus_document_ids_init (VnusDocumentIds *self)
{
  memset (self, 0, sizeof *self);
  self->mask = FEWEST_PLACES - 1;
  self->places = g_new0 (VnusDocumentIdPlace, FEWEST_PLACES);
}

void
_vnus_document_ids_clear (VnusDocumentIds *self)
{
  for (guint i = 0; i < self->n_ids; i++)
    _vnus_id_unref (self->ids[i].id);

  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->places, g_free);
  self->n_ids = 0;
}

/* Twice the places, so that at most two of three are taken. */
static void
grow (VnusDocumentIds *self)
{
  VnusDocumentIdPlace *old = self->places;
  const guint n_old = self->mask + 1;

  self->mask = 2 * n_old - 1;
  self->places = g_new0 (VnusDocumentIdPlace, (gsize) self->mask + 1);

  for (guint i = 0; i < n_old; i++)
    if (old[i].entry != 0)
      {
        guint place = old[i].hash & self->mask;

        while (self->places[place].entry != 0)
          place = (place + 1) & self->mask;
        self->places[place] = old[i];
      }

  g_free (old);
}

static VnusDocumentId *
add (VnusDocumentIds *self,
     const char      *id,
     gsize            length,
     guint32          hash)
{
  VnusDocumentId *entry;

  if (self->n_ids == self->n_allocated)
    {
      self->n_allocated = MAX (FEWEST_PLACES, 2 * self->n_allocated);
      self->ids = g_renew (VnusDocumentId, self->ids, self->n_allocated);
    }

  entry = &self->ids[self->n_ids++];
  *entry = (VnusDocumentId) {
    .id = _vnus_id_new_len (id, length),
    .hash = hash,
    .length = (guint16) length,
    .wanted = ~(VnusKinds) 0,
  };

  return entry;
}

VnusDocumentId *
_vnus_document_ids_intern (VnusDocumentIds *self,
                           const char      *id,
                           gsize            length,
                           guint32          hash)
{
  guint place;

  if (G_UNLIKELY (self->n_ids > self->mask / 3 * 2))
    grow (self);

  for (place = hash & self->mask; self->places[place].entry != 0; place = (place + 1) & self->mask)
    if (self->places[place].hash == hash)
      {
        VnusDocumentId *entry = &self->ids[self->places[place].entry - 1];

        if (entry->length == length && memcmp (entry->id, id, length) == 0)
          return entry;
      }

  if (!vnus_fold_is_id (id))
    return NULL;

  self->places[place] = (VnusDocumentIdPlace) { hash, self->n_ids + 1 };
  return add (self, id, length, hash);
}

const char **
_vnus_document_ids_list (VnusDocumentIds *self)
{
  const char **list = g_new0 (const char *, self->n_ids + 1);
  guint n = 0;

  for (guint i = 0; i < self->n_ids; i++)
    if (self->ids[i].kind != VNUS_KIND_UNSET)
      list[n++] = self->ids[i].id;

  return list;
}
