/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: records by their ids. Open addressing: a search goes from the place
 * that the hash says to the next free one. */
#include "chronicle/vnus-record-table-private.h"

#include "base/vnus-id-private.h"
#include "model/vnus-record-struct-private.h"

#define FEWEST_PLACES 16

/* Five of six places are taken at most. */
static gsize
get_most (gsize n_places)
{
  return n_places - n_places / 6;
}

void
_vnus_record_table_init (VnusRecordTable *self)
{
  memset (self, 0, sizeof *self);
}

void
_vnus_record_table_clear (VnusRecordTable *self)
{
  g_free (self->marks);
  g_free (self->records);
  _vnus_record_table_init (self);
}

/* The low bits: the place is by the high ones. */
static guint8
mark_of (guint32 hash)
{
  return (guint8) (hash | 1);
}

static gsize
place_of (const VnusRecordTable *self,
          guint32                hash)
{
  return (gsize) ((guint64) hash * self->n_places >> 32);
}

static gsize
next_place (const VnusRecordTable *self,
            gsize                  place)
{
  return place + 1 < self->n_places ? place + 1 : 0;
}

static guint32
hash_of (const VnusRecord *record)
{
  return _vnus_id_hash (record->id, strlen (record->id));
}

static void
put (VnusRecordTable *self,
     VnusRecord      *record,
     guint32          hash)
{
  gsize place = place_of (self, hash);

  while (self->marks[place] != 0)
    place = next_place (self, place);

  self->marks[place] = mark_of (hash);
  self->records[place] = record;
}

void
_vnus_record_table_reserve (VnusRecordTable *self,
                            gsize            n)
{
  VnusRecordTable old = *self;
  gsize n_places = n + n / 4 + FEWEST_PLACES;

  if (n <= get_most (old.n_places))
    return;

  /* As many as are needed for many at once, twice as many for one after the other. */
  if (n == self->n_records + 1)
    n_places = MAX (n_places, 2 * old.n_places);
  self->marks = g_new0 (guint8, n_places);
  self->records = g_new (VnusRecord *, n_places);
  self->n_places = n_places;
  for (gsize i = 0; i < old.n_places; i++)
    if (old.marks[i] != 0)
      put (self, old.records[i], hash_of (old.records[i]));

  g_free (old.marks);
  g_free (old.records);
}

/* The place of @id, or the free one at which the search for it ends. There are places. */
static gsize
find (const VnusRecordTable *self,
      const char            *id)
{
  const guint32 hash = _vnus_id_hash (id, strlen (id));
  const guint8 mark = mark_of (hash);
  gsize place = place_of (self, hash);

  while (self->marks[place] != 0 && (self->marks[place] != mark || strcmp (self->records[place]->id, id) != 0))
    place = next_place (self, place);

  return place;
}

VnusRecord *
_vnus_record_table_lookup (const VnusRecordTable *self,
                           const char            *id)
{
  gsize place;

  if (self->n_records == 0)
    return NULL;

  place = find (self, id);
  return self->marks[place] != 0 ? self->records[place] : NULL;
}

void
_vnus_record_table_insert (VnusRecordTable *self,
                           VnusRecord      *record,
                           guint32          hash)
{
  _vnus_record_table_reserve (self, self->n_records + 1);
  put (self, record, hash);
  self->n_records++;
}

void
_vnus_record_table_add (VnusRecordTable *self,
                        VnusRecord      *record)
{
  _vnus_record_table_insert (self, record, hash_of (record));
}

/* What stands behind a free place would not be found: up to the next free one,
 * each is put anew. */
void
_vnus_record_table_remove (VnusRecordTable *self,
                           const char      *id)
{
  gsize place;

  if (self->n_records == 0)
    return;

  place = find (self, id);
  if (self->marks[place] == 0)
    return;

  self->marks[place] = 0;
  self->n_records--;
  for (place = next_place (self, place); self->marks[place] != 0; place = next_place (self, place))
    {
      self->marks[place] = 0;
      put (self, self->records[place], hash_of (self->records[place]));
    }
}
