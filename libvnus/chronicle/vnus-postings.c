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
  g_hash_table_unref (self->lists_by_id);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->keys);
  g_free (self->row_by_list);
  g_free (self->starts);
  g_free (self->longs);
  g_free (self->list_rows);
  g_free (self->list_ways);
  g_free (self->list_ends);
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

guint
_vnus_postings_get_n_rows (const VnusPostings *self)
{
  return self->n_rows;
}

const VnusRow *
_vnus_postings_get_row (const VnusPostings *self,
                        guint               row)
{
  return &self->rows[row];
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
  guint32 list;

  if (!find_list (self, id, &list) || self->row_by_list[list] == G_MAXUINT32)
    return NULL;

  return &self->rows[self->row_by_list[list]];
}

static VnusPostingList
nth_list (const VnusPostings *self,
          guint32             list)
{
  const guint32 start = self->starts[list], end = self->starts[list + 1], n_short = self->longs[list] - start;

  return (VnusPostingList) {
    n_short, end - start - n_short, self->list_rows + start, self->list_ways + start, self->list_ends + start,
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
_vnus_postings_get_all (const VnusPostings *self)
{
  return nth_list (self, VNUS_LIST_ALL);
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
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GArray) queue = NULL;
  guint32 list;

  g_ptr_array_add (ids, (gpointer) id);
  if (!find_list (self, id, &list) || self->child_starts[list] == self->child_starts[list + 1])
    return ids;

  /* Each once, however they refer to each other. */
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
  guint low = 0, high = list->n_short, start;

  /* The first at which any so far reaches the window. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (list->latest_ends[middle] < first)
        low = middle + 1;
      else
        high = middle;
    }
  start = low;

  /* The first that begins after it. */
  for (high = list->n_short; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (self->rows[list->rows[middle]].earliest_start <= last)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;

  return start;
}

void
_vnus_chronicle_foreach_referrer_in (VnusChronicle *self,
                                     const char    *id,
                                     VnusWays       ways,
                                     gint32         first,
                                     gint32         last,
                                     VnusRowFunc    func,
                                     gpointer       user_data)
{
  VnusPostings *postings = _vnus_chronicle_get_postings (self);
  const VnusPostingList list = _vnus_postings_get_id (postings, id);
  guint end, i = _vnus_postings_seek (postings, &list, first, last, &end);

  for (; i < list.n_short + list.n_long; i++)
    {
      const VnusRow *row;

      if (i == end)
        i = list.n_short;
      if (i >= list.n_short + list.n_long)
        return;

      row = &postings->rows[list.rows[i]];
      if ((list.ways[i] & ways) == 0 || row->earliest_start > last || row->latest_end < first)
        continue;
      if (!func (row, list.ways[i], user_data))
        return;
    }
}
