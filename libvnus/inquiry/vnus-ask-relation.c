/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: what may bear on a relation, found by who refers to whom, so that
 * what other states do costs nothing.
 *
 * Whoever acts for a party belongs to it by “of”, at any remove, or is the party
 * itself; and what an actor or an office does refers to it. What belongs to what
 * is the structure of the chronicle and is looked for in all of it, rival values
 * included; the records themselves are those in view. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-relation.h>

#include "chronicle/vnus-chronicle-private.h"

#define BELONGS (VNUS_KINDS (ORGANIZATION) | VNUS_KINDS (PERSON) | VNUS_KINDS (OFFICE))

typedef struct
{
  VnusRevision *all;
  GHashTable   *bodies; /* (element-type utf8) the party and what belongs to it */
  GPtrArray    *queue;  /* (element-type utf8) the same, in the order of discovery */
  guint         n_referrers;
} Party;

static void
add_body (Party      *party,
          const char *id)
{
  if (g_hash_table_add (party->bodies, (gpointer) id))
    g_ptr_array_add (party->queue, (gpointer) id);
}

/* A body that refers to one of the party’s in another way is taken for one of
 * its own: that only makes more records to be asked. */
static void
init_party (Party        *party,
            VnusRevision *all,
            const char   *id)
{
  *party = (Party) { all, g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (), 0 };
  add_body (party, id);

  for (guint i = 0; i < party->queue->len; i++)
    {
      GPtrArray *referrers = _vnus_revision_get_referrers (all, g_ptr_array_index (party->queue, i));

      for (guint j = 0; referrers != NULL && j < referrers->len; j++)
        {
          VnusRecord *record = g_ptr_array_index (referrers, j);

          if ((BELONGS & 1u << vnus_record_get_kind (record)) != 0)
            add_body (party, vnus_record_get_id (record));
        }
      party->n_referrers += referrers != NULL ? referrers->len : 0;
    }
}

static void
clear_party (Party *party)
{
  g_clear_pointer (&party->bodies, g_hash_table_unref);
  g_clear_pointer (&party->queue, g_ptr_array_unref);
}

static void
add_referrers (VnusChronicle *view,
               VnusRevision  *all,
               const char    *id,
               VnusKinds      kinds,
               GHashTable    *found)
{
  GPtrArray *referrers = _vnus_revision_get_referrers (all, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      VnusRecord *shown = (kinds & 1u << vnus_record_get_kind (record)) != 0
                            ? _vnus_revision_lookup (view->revision, vnus_record_get_id (record))
                            : NULL;

      if (shown != NULL)
        g_hash_table_add (found, shown);
    }
}

static GPtrArray *
list_all (VnusChronicle *view,
          VnusKinds      kinds)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint kind = 1; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      const guint n = (kinds & 1u << kind) != 0 ? vnus_chronicle_get_n_of_kind (view, kind) : 0;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (records, vnus_chronicle_get_nth_of_kind (view, kind, i));
    }

  return records;
}

/* The party about which the fewest records speak. */
static gboolean
find_smallest_party (VnusRevision *all,
                     VnusRelation *relation,
                     Party        *smallest)
{
  const guint n = vnus_relation_get_n_parties (relation);

  for (guint i = 0; i < n; i++)
    {
      Party party;

      init_party (&party, all, vnus_relation_get_party (relation, i));
      if (i > 0 && party.n_referrers >= smallest->n_referrers)
        {
          clear_party (&party);
          continue;
        }
      if (i > 0)
        clear_party (smallest);
      *smallest = party;
    }

  return n > 0;
}

GPtrArray *
_vnus_list_of_relation (VnusChronicle *view,
                        VnusRecord    *relation,
                        VnusKinds      kinds)
{
  VnusRevision *all = view->base != NULL ? view->base : view->revision;
  g_autoptr (GHashTable) found = NULL;
  GPtrArray *records;
  GHashTableIter iter;
  gpointer record;
  Party party;

  if (relation == NULL || !find_smallest_party (all, VNUS_RELATION (relation), &party))
    return list_all (view, kinds);

  found = g_hash_table_new (NULL, NULL);
  add_referrers (view, all, vnus_record_get_id (relation), kinds, found);
  for (guint i = 0; i < party.queue->len; i++)
    add_referrers (view, all, g_ptr_array_index (party.queue, i), kinds, found);
  clear_party (&party);

  records = g_ptr_array_sized_new (g_hash_table_size (found));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (records, record);
  g_ptr_array_sort (records, _vnus_revision_compare_records);

  return records;
}
