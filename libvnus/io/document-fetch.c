/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: asking memory for what a record will look up.
 *
 * Each id, date, participant and citation of a record is looked up among those that
 * came before, which in a long document are too many for the processor's caches.
 * Looked up one after the other, each waits for memory two or three times; here the
 * record waits three times for all of them. A hundred thousand events load in three
 * quarters of the time. */
#include "io/document-loader-private.h"

#include <string.h>

#include "base/vnus-id-private.h"

/* Longer texts, and those beyond so many, are not asked for. */
#define LONGEST 40
#define MOST 64

typedef struct
{
  guint32   hash;
  guint32   entry; /* of an id that is known, and 1 */
  gpointer *slot;  /* (nullable) of a value that may be kept; else it is an id */
} Wanted;

/* Where the value that @node says would be kept; NULL if it is no date,
 * participant or citation, by how it begins. */
static gpointer *
find_slot (VnusLoader *self,
           guint       node)
{
  const VnusJsonNode *n = &self->tape->nodes[node];

  if (n->type == VNUS_JSON_STRING && g_ascii_isdigit (*_vnus_loader_text (self, node)))
    return (gpointer *) &self->dates[_vnus_id_hash (_vnus_loader_text (self, node), n->length) & (self->n_kept - 1)];
  if (n->type != VNUS_JSON_OBJECT || n->end == node + 1)
    return NULL;

  if (strcmp (_vnus_json_tape_key (self->tape, node + 1), "actor") == 0)
    return (gpointer *) &self->participants[_vnus_loader_hash (self, node)];
  if (strcmp (_vnus_json_tape_key (self->tape, node + 1), "source") == 0)
    return (gpointer *) &self->citations[_vnus_loader_hash (self, node)];

  return NULL;
}

static guint
list_wanted (VnusLoader *self,
             Wanted     *wanted)
{
  const VnusJsonTape *tape = self->tape;
  guint n = 0;

  for (guint i = 1; i < tape->n_nodes && n < MOST; i++)
    {
      const char *text = _vnus_json_tape_text (tape, i);

      if (tape->nodes[i].type != VNUS_JSON_OBJECT &&
          (tape->nodes[i].type != VNUS_JSON_STRING || tape->nodes[i].length > LONGEST))
        continue;

      wanted[n] = (Wanted) { .slot = find_slot (self, i) };
      if (wanted[n].slot != NULL)
        {
          __builtin_prefetch (wanted[n++].slot);
        }
      else if (tape->nodes[i].type == VNUS_JSON_STRING && g_ascii_islower (*text)) /* an id, or a word */
        {
          wanted[n].hash = _vnus_id_hash (text, tape->nodes[i].length);
          __builtin_prefetch (&self->ids.places[wanted[n++].hash & self->ids.mask]);
        }
    }

  return n;
}

/* Where a participant or a citation would be kept, by all that the document says
 * of it: its members stand side by side on the tape. */
guint
_vnus_loader_hash (VnusLoader *self,
                   guint       node)
{
  const VnusJsonNode *nodes = self->tape->nodes;
  const guint last = nodes[node].end - 1;
  const guint32 start = nodes[node + 1].key;

  if (last <= node || nodes[last].type != VNUS_JSON_STRING)
    return 0;

  return _vnus_id_hash (self->tape->texts + start, nodes[last].text + nodes[last].length - start) & (self->n_kept - 1);
}

void
_vnus_loader_fetch (VnusLoader *self)
{
  Wanted wanted[MOST];
  const guint n = list_wanted (self, wanted);

  for (guint i = 0; i < n; i++)
    if (wanted[i].slot != NULL)
      {
        __builtin_prefetch (*wanted[i].slot);
      }
    else
      {
        const VnusDocumentIdPlace *place = &self->ids.places[wanted[i].hash & self->ids.mask];

        wanted[i].entry = place->hash == wanted[i].hash ? place->entry : 0;
        if (wanted[i].entry != 0)
          __builtin_prefetch (&self->ids.ids[wanted[i].entry - 1]);
      }

  for (guint i = 0; i < n; i++)
    if (wanted[i].entry != 0)
      __builtin_prefetch (self->ids.ids[wanted[i].entry - 1].id);
}
