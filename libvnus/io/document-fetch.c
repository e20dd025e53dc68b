/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: asking memory for what a record will look up.
 *
 * Each id, date, participant and citation of a record is looked up among those that
 * came before, which in a long document are too many for the processor's caches.
 * Looked up one after the other, each waits for memory two or three times. Here all
 * are asked for at once, step by step, with other work between the steps. What is found
 * out on the way, the hash of each, stays on the tape. */
#include "io/document-loader-private.h"

/* Where a participant or a citation would be kept, by all that the document says
 * of it: its members stand side by side on the tape. */
guint
_vnus_loader_hash (VnusLoader *self,
                   guint       node)
{
  VnusJsonNode *nodes = self->tape->nodes;
  const guint last = nodes[node].end - 1;
  const guint32 start = nodes[node + 1].text;

  if (last <= node || nodes[node + 1].type != VNUS_JSON_STRING || nodes[last].type != VNUS_JSON_STRING)
    return 0;
  if (nodes[node].hash == 0)
    nodes[node].hash = _vnus_id_hash (self->tape->texts + start, nodes[last].text + nodes[last].length - start);

  return nodes[node].hash & (self->n_kept - 1);
}

static void
want_id (VnusLoader *self,
         guint       node,
         VnusFetch  *list)
{
  VnusWanted *wanted = &list->wanted[list->n];

  if (list->n == VNUS_FETCH_MOST || _vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return;

  *wanted = (VnusWanted) { .hash = _vnus_loader_hash_text (self, node) };
  __builtin_prefetch (&self->ids.places[wanted->hash & self->ids.mask]);
  list->n++;
}

static void
want_slot (gpointer  *slot,
           VnusFetch *list)
{
  if (list->n == VNUS_FETCH_MOST)
    return;

  list->wanted[list->n++] = (VnusWanted) { .slot = slot };
  __builtin_prefetch (slot);
}

static void
want_value (VnusLoader    *self,
            guint          node,
            VnusValueType  type,
            VnusFetch     *list)
{
  switch ((int) type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      want_id (self, node, list);
      break;

    case VNUS_VALUE_TYPE_DATE:
      if (_vnus_loader_type (self, node) == VNUS_JSON_STRING)
        want_slot ((gpointer *) &self->dates[_vnus_loader_hash_text (self, node) & (self->n_kept - 1)], list);
      break;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      want_slot ((gpointer *) &self->participants[_vnus_loader_hash (self, node)], list);
      break;

    default:
      break;
    }
}

static void
want_field (VnusLoader      *self,
            guint            node,
            const VnusField *field,
            VnusFetch       *list)
{
  if (!field->is_list)
    want_value (self, node, field->type, list);
  else
    for (guint i = node + 1; i < _vnus_loader_end (self, node); i = _vnus_loader_end (self, i))
      want_value (self, i, field->type, list);
}

/* @nodes are those of @fields, @id and @citations those of these keys; each 0 if there is none. */
void
_vnus_loader_fetch (VnusLoader        *self,
                    VnusFetch         *list,
                    VnusField * const *fields,
                    const guint       *nodes,
                    guint              n_fields,
                    guint              id,
                    guint              citations)
{
  list->n = 0;
  if (id != 0)
    want_id (self, id, list);
  for (guint i = 0; i < n_fields; i++)
    if (nodes[i] != 0)
      want_field (self, nodes[i], fields[i], list);
  if (citations != 0)
    for (guint i = citations + 1; i < _vnus_loader_end (self, citations); i = _vnus_loader_end (self, i))
      want_slot ((gpointer *) &self->citations[_vnus_loader_hash (self, i)], list);
}

void
_vnus_loader_fetch_entries (VnusLoader *self,
                            VnusFetch  *list)
{
  for (guint i = 0; i < list->n; i++)
    {
      VnusWanted *wanted = &list->wanted[i];
      const VnusDocumentIdPlace *place = &self->ids.places[wanted->hash & self->ids.mask];

      if (wanted->slot != NULL)
        {
          __builtin_prefetch (*wanted->slot);
          continue;
        }
      wanted->entry = place->hash == wanted->hash ? place->entry : 0;
      if (wanted->entry != 0)
        __builtin_prefetch (&self->ids.ids[wanted->entry - 1]);
    }
}

void
_vnus_loader_fetch_texts (VnusLoader *self,
                          VnusFetch  *list)
{
  for (guint i = 0; i < list->n; i++)
    if (list->wanted[i].entry != 0)
      __builtin_prefetch (self->ids.ids[list->wanted[i].entry - 1].id);
}
