/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: reading the index that answers queries. */
#include "chronicle/vnus-postings-struct-private.h"

/* Blocks that are looked at one after the other before any is skipped. */
#define FEW_BLOCKS 8

/* What memory is asked for ahead: lines of so many bytes. */
#define LINE           64
#define LINES_TO_FETCH 12

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
  _vnus_id_table_clear (&self->rows_by_id);
  g_hash_table_unref (self->rivals);
  _vnus_id_table_clear (&self->lists_by_id);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->keys);
  g_free (self->heads);
  g_free (self->kind_rows);
  g_free (self->postings);
  g_free (self->blocks);
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
           guint              *list)
{
  return _vnus_id_table_find (&self->lists_by_id, _vnus_id_table_get_name, self->ids->pdata, name, list);
}

VnusPosting
_vnus_postings_make_posting (const VnusPostings *self,
                             guint32             row,
                             VnusWays            ways)
{
  const VnusRow *its = &self->rows[row];
  const gboolean is_plain =
    its->date != NULL && its->has_time && !its->is_choice && !its->is_vague && !its->is_partly_vague;
  const gboolean is_to_day = its->earliest_start == its->latest_start && its->earliest_end == its->latest_end;

  return (VnusPosting) {
    .id = _vnus_row_get_id (its),
    .row = row,
    .tags = ways | (guint32) its->kind << VNUS_POSTING_KIND_SHIFT | (is_plain ? VNUS_POSTING_IS_PLAIN : 0) |
            (is_to_day ? VNUS_POSTING_IS_TO_DAY : 0),
    .start = its->earliest_start,
    .end = its->latest_end,
  };
}

const VnusRow *
_vnus_postings_find_row (const VnusPostings *self,
                         const char         *id)
{
  guint row;

  return _vnus_id_table_find (&self->rows_by_id, _vnus_postings_name_row, self->rows, id, &row) ? &self->rows[row] : NULL;
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
  const VnusPostingHead *head = &self->heads[list], *next = head + 1;

  return (VnusPostingList) {
    .n_short = head->first_long - head->start,
    .n_long = next->start - head->first_long,
    .has_parts = head->child < next->child,
    .postings = list < VNUS_N_KINDS ? NULL : self->postings + (head->start - self->n_rows),
    .rows = list < VNUS_N_KINDS ? self->kind_rows + head->start : NULL,
    .blocks = self->blocks + head->block,
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

/* Where the processor reads and writes eight bytes at once, no thread sees half of
 * what another remembers; elsewhere nothing is remembered. */
VnusPostingList
_vnus_postings_get_id_again (const VnusPostings *self,
                             const char         *id,
                             guint64            *remembered)
{
#ifdef __GCC_HAVE_SYNC_COMPARE_AND_SWAP_8
  guint64 place = __atomic_load_n (remembered, __ATOMIC_RELAXED);
  guint32 list;

  if (place == 0 || place >> 32 != self->serial)
    {
      place = (guint64) self->serial << 32 | (find_list (self, id, &list) ? list + 1 : 0);
      __atomic_store_n (remembered, place, __ATOMIC_RELAXED);
    }
  list = (guint32) place;

  return list > 0 ? nth_list (self, list - 1) : (VnusPostingList) { 0 };
#else
  return named_list (self, id);
#endif
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

  if (!find_list (self, id, &list) || self->heads[list].child == self->heads[list + 1].child)
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
      for (guint32 j = self->heads[list].child; j < self->heads[list + 1].child; j++)
        if (g_hash_table_add (seen, GUINT_TO_POINTER (self->children[j])))
          {
            g_array_append_val (queue, self->children[j]);
            g_ptr_array_add (ids, g_ptr_array_index (self->ids, self->children[j]));
          }
    }

  return ids;
}

/* Asks memory for the first of some postings, which it brings while the caller
 * makes room for what it will find. */
static void
fetch (const VnusPosting *postings,
       guint              start,
       guint              end)
{
  const char *first = (const char *) (postings + start), *last = (const char *) (postings + end);

  for (guint i = 0; i < LINES_TO_FETCH && first < last; i++, first += LINE)
    __builtin_prefetch (first);
}

/* The first block that begins after @last, from @low on: a window is mostly narrow. */
static guint
find_end (const VnusPostingBlock *blocks,
          guint                   low,
          guint                   n_blocks,
          gint32                  last)
{
  const guint near = MIN (n_blocks, low + FEW_BLOCKS);
  guint high = n_blocks;

  while (low < near && blocks[low].start <= last)
    low++;
  if (low < near)
    return low;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (blocks[middle].start <= last)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
_vnus_posting_list_seek (const VnusPostingList *self,
                         gint32                 first,
                         gint32                 last,
                         guint                 *end)
{
  const guint n_blocks = (self->n_short + VNUS_POSTING_BLOCK - 1) / VNUS_POSTING_BLOCK;
  guint low = 0, start;

  /* The first block in which any so far reaches the window. What comes out of a
   * comparison is as good as random: it is added, not branched on. */
  for (guint n = n_blocks; n > 0;)
    {
      const guint half = (n + 1) / 2;

      low += half * (self->blocks[low + half - 1].latest_end < first);
      n -= half;
    }
  start = MIN (low * VNUS_POSTING_BLOCK, self->n_short);
  *end = MIN (find_end (self->blocks, low, n_blocks, last) * VNUS_POSTING_BLOCK, self->n_short);

  if (self->postings != NULL)
    fetch (self->postings, start, *end);
  return start;
}
