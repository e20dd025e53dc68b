/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: reading the index that answers queries. */
#include "chronicle/vnus-postings-struct-private.h"

VnusPostings *
_vnus_postings_ref (VnusPostings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_vnus_postings_unref (VnusPostings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_rows; i++)
    {
      g_object_unref (self->rows[i].record);
      g_clear_pointer (&self->rows[i].date, vnus_date_unref);
    }
  g_free (self->rows);
  g_free (self->row_ids);
  g_free (self->rows_by_id);
  g_hash_table_unref (self->rivals);
  g_hash_table_unref (self->lists_by_id);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->keys);
  g_free (self->starts);
  g_free (self->longs);
  g_free (self->blocks);
  g_free (self->postings);
  g_free (self->latest_ends);
  g_free (self->child_starts);
  g_free (self->children);
  g_free (self);
}

VnusPostings *
_vnus_chronicle_get_postings (VnusChronicle *self)
{
  static GMutex mutex; /* several threads may ask first; the lock of the revision is for its other indexes */
  VnusPostings *postings = g_atomic_pointer_get (&self->revision->postings);

  if (postings != NULL)
    return postings;

  g_mutex_lock (&mutex);
  postings = self->revision->postings;
  if (postings == NULL)
    {
      postings = _vnus_postings_new (self);
      g_atomic_pointer_set (&self->revision->postings, postings);
    }
  g_mutex_unlock (&mutex);

  return postings;
}

char *
_vnus_postings_absent_key (const char *field)
{
  return g_strconcat ("!", field, NULL);
}

static gboolean
find_list (const VnusPostings *self,
           const char         *name,
           guint32            *list)
{
  gpointer found = g_hash_table_lookup (self->lists_by_id, name);

  *list = GPOINTER_TO_UINT (found);
  return found != NULL;
}

const VnusRow *
_vnus_postings_find_row (const VnusPostings *self,
                         const char         *id)
{
  for (guint32 i = g_str_hash (id) & self->id_mask; self->rows_by_id[i] != 0; i = (i + 1) & self->id_mask)
    if (g_str_equal (self->row_ids[self->rows_by_id[i] - 1], id))
      return &self->rows[self->rows_by_id[i] - 1];

  return NULL;
}

GPtrArray *
_vnus_postings_get_rivals (const VnusPostings *self,
                           const VnusRow      *row)
{
  return row->has_rivals ? g_hash_table_lookup (self->rivals, row->record) : NULL;
}

VnusTruth
_vnus_rows_intersect (const VnusPostings *self,
                      const VnusRow      *a,
                      const VnusRow      *b)
{
  GPtrArray *rivals_a = _vnus_postings_get_rivals (self, a), *rivals_b = _vnus_postings_get_rivals (self, b);
  VnusTruth truth = vnus_date_intersects (a->date, b->date);

  for (guint i = 0; i <= (rivals_a != NULL ? rivals_a->len : 0); i++)
    for (guint j = 0; j <= (rivals_b != NULL ? rivals_b->len : 0); j++)
      if (vnus_date_intersects (i == 0 ? a->date : g_ptr_array_index (rivals_a, i - 1),
                                j == 0 ? b->date : g_ptr_array_index (rivals_b, j - 1)) != truth)
        return VNUS_TRUTH_POSSIBLY;

  return truth;
}

static VnusPostingList
nth_list (const VnusPostings *self,
          guint32             list)
{
  const guint32 start = self->starts[list], end = self->starts[list + 1], n_short = self->longs[list] - start;

  return (VnusPostingList) {
    .n_short = n_short,
    .n_long = end - start - n_short,
    .has_parts = self->child_starts[list] < self->child_starts[list + 1],
    .postings = self->postings + start,
    .latest_ends = self->latest_ends + self->blocks[list],
  };
}

static VnusPostingList
named_list (const VnusPostings *self,
            const char         *name)
{
  guint32 list;

  return find_list (self, name, &list) ? nth_list (self, list) : (VnusPostingList) { 0 };
}

VnusPostingList
_vnus_postings_get_kind (const VnusPostings *self,
                         VnusKind            kind)
{
  return nth_list (self, kind);
}

VnusPostingList
_vnus_postings_get_id (const VnusPostings *self,
                       const char         *id)
{
  return named_list (self, id);
}

VnusPostingList
_vnus_postings_get_absent (const VnusPostings *self,
                           const char         *field)
{
  g_autofree char *key = _vnus_postings_absent_key (field);

  return named_list (self, key);
}

GPtrArray *
_vnus_postings_list_within (const VnusPostings *self,
                            const char         *id)
{
  GPtrArray *ids;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GArray) queue = NULL;
  guint32 list;

  if (!find_list (self, id, &list) || self->child_starts[list] == self->child_starts[list + 1])
    return NULL;

  /* Each once, however they refer to each other. */
  ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (gpointer) id);
  seen = g_hash_table_new (NULL, NULL);
  queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_hash_table_add (seen, GUINT_TO_POINTER (list));
  g_array_append_val (queue, list);
  for (guint i = 0; i < queue->len; i++)
    {
      list = g_array_index (queue, guint32, i);
      for (guint32 j = self->child_starts[list]; j < self->child_starts[list + 1]; j++)
        if (g_hash_table_add (seen, GUINT_TO_POINTER (self->children[j])))
          {
            g_array_append_val (queue, self->children[j]);
            g_ptr_array_add (ids, g_ptr_array_index (self->ids, self->children[j]));
          }
    }

  return ids;
}

guint
_vnus_postings_seek (const VnusPostings    *self,
                     const VnusPostingList *list,
                     gint32                 first,
                     gint32                 last,
                     guint                 *end)
{
  guint low = 0, high = (list->n_short + VNUS_POSTING_BLOCK - 1) / VNUS_POSTING_BLOCK, start;

  /* The first block in which any so far reaches the window, and in it the first
   * that does. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (list->latest_ends[middle] < first)
        low = middle + 1;
      else
        high = middle;
    }
  start = low * VNUS_POSTING_BLOCK;
  while (start < list->n_short && list->postings[start].end < first)
    start++;
  start = MIN (start, list->n_short);

  /* The first that begins after it: a window is mostly narrow. */
  low = high = start;
  for (guint step = VNUS_POSTING_BLOCK; high < list->n_short && list->postings[high].start <= last; step *= 2)
    {
      low = high + 1;
      high += MIN (step, list->n_short - high);
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (list->postings[middle].start <= last)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;

  return start;
}
