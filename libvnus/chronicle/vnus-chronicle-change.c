/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: changing the records of a chronicle, in one place: all or nothing, and
 * one signal. */
#include "base/vnus-clip-private.h"
#include "chronicle/vnus-chronicle-private.h"

#include <stdlib.h>
#include <string.h>

#include <vnus/vnus-fold.h>

#include "model/vnus-kind-private.h"

/* Whether @record may join, @joining those that join with it and @leaving those
 * that go. */
static gboolean
may_join (VnusChronicle  *self,
          VnusRecord     *record,
          GHashTable     *joining,
          GHashTable     *leaving,
          GError        **error)
{
  const char *id = vnus_record_get_id (record);
  VnusRecord *other = _vnus_revision_lookup (self->revision, id);

  if (!vnus_fold_is_id (id))
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_BAD_ID,
                   "“%s” is no id; expected lower-case ASCII letters, digits and single hyphens", _vnus_clip (id).text);
      return FALSE;
    }

  if (other == NULL || g_hash_table_contains (leaving, id))
    other = g_hash_table_lookup (joining, id);
  if (other != NULL)
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_DUPLICATE_ID,
                   "“%s” is already the id of a record of kind “%s”; ids are unique in a chronicle",
                   id, vnus_kind_to_string (vnus_record_get_kind (other)));
      return FALSE;
    }

  g_hash_table_insert (joining, (gpointer) id, record);
  return TRUE;
}

static gboolean
may_leave (VnusChronicle  *self,
           const char     *id,
           GHashTable     *leaving,
           GError        **error)
{
  if (_vnus_revision_lookup (self->revision, id) == NULL)
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_NOT_FOUND,
                   "“%s” is the id of no record of “%s”", _vnus_clip (id).text, vnus_chronicle_get_id (self));
      return FALSE;
    }

  g_hash_table_add (leaving, g_strdup (id)); /* it may be the record's own */
  return TRUE;
}

/* The records that stay and those that join, in order. Takes over what @before
 * owns, which is empty afterwards. */
static GPtrArray *
merge_records (GPtrArray  *before,
               GHashTable *leaving,
               GPtrArray  *added)
{
  GPtrArray *after = g_ptr_array_new_full (before->len + added->len, g_object_unref);
  guint next = 0;

  for (guint i = 0; i < before->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (before, i);

      if (g_hash_table_contains (leaving, vnus_record_get_id (record)))
        {
          g_object_unref (record);
          continue;
        }
      while (next < added->len && _vnus_revision_compare_records (&added->pdata[next], &record) < 0)
        g_ptr_array_add (after, g_object_ref (added->pdata[next++]));
      g_ptr_array_add (after, record);
    }
  while (next < added->len)
    g_ptr_array_add (after, g_object_ref (added->pdata[next++]));

  g_ptr_array_set_free_func (before, NULL);
  g_ptr_array_set_size (before, 0);
  g_ptr_array_set_free_func (before, g_object_unref);

  return after;
}

/* Tells of the range outside which nothing changed. */
static void
emit_changed (VnusChronicle *self,
              gpointer      *before,
              guint          n_before)
{
  GPtrArray *after = self->revision->records;
  guint first = 0, n_last = 0;

  while (first < n_before && first < after->len && before[first] == after->pdata[first])
    first++;
  while (n_last < n_before - first && n_last < after->len - first &&
         before[n_before - 1 - n_last] == after->pdata[after->len - 1 - n_last])
    n_last++;

  if (n_before > first + n_last || after->len > first + n_last)
    g_list_model_items_changed (G_LIST_MODEL (self), first,
                                n_before - first - n_last, after->len - first - n_last);
}

static gboolean
are_sorted (gpointer *records,
            guint     n)
{
  for (guint i = 1; i < n; i++)
    if (_vnus_revision_compare_records (&records[i - 1], &records[i]) > 0)
      return FALSE;

  return TRUE;
}

/* By kind, which is cheap; within a kind they are mostly in order already. */
static void
sort_records (GPtrArray *records)
{
  g_autofree gpointer *before = NULL;
  guint starts[VNUS_N_KINDS + 1] = { 0 }, next[VNUS_N_KINDS];

  if (are_sorted (records->pdata, records->len))
    return;

  before = g_memdup2 (records->pdata, records->len * sizeof (gpointer));
  for (guint i = 0; i < records->len; i++)
    starts[vnus_record_get_kind (before[i]) + 1]++;
  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    starts[kind + 1] += starts[kind];
  memcpy (next, starts, sizeof next);
  for (guint i = 0; i < records->len; i++)
    records->pdata[next[vnus_record_get_kind (before[i])]++] = before[i];

  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    {
      const guint n = starts[kind + 1] - starts[kind];

      if (!are_sorted (records->pdata + starts[kind], n))
        qsort (records->pdata + starts[kind], n, sizeof (gpointer), _vnus_revision_compare_records);
    }
}

/* The first records of a chronicle. */
static void
fill_records (VnusChronicle *self,
              GPtrArray     *added)
{
  VnusRevision *revision = self->revision;

  sort_records (added);
  _vnus_record_table_reserve (&revision->by_id, added->len);
  for (guint i = 0; i < added->len; i++)
    _vnus_record_table_add (&revision->by_id, added->pdata[i]);
  g_ptr_array_set_size (revision->records, (int) added->len);
  for (guint i = 0; i < added->len; i++)
    revision->records->pdata[i] = g_object_ref (added->pdata[i]);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added->len);
}

/* A single record only moves what comes after it. */
static void
insert_record (VnusChronicle *self,
               VnusRecord    *record)
{
  guint position = _vnus_revision_find_place (self->revision, vnus_record_get_kind (record), vnus_record_get_id (record));

  g_ptr_array_insert (self->revision->records, (int) position, g_object_ref (record));
  _vnus_record_table_add (&self->revision->by_id, record);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
replace_records (VnusChronicle *self,
                 GHashTable    *leaving,
                 GPtrArray     *added)
{
  VnusRevision *revision = self->revision;
  g_autofree gpointer *before = NULL;
  guint n_before = revision->records->len;
  GPtrArray *after;
  GHashTableIter iter;
  gpointer id;

  /* Only compared, never looked into. */
  before = g_memdup2 (revision->records->pdata, n_before * sizeof (gpointer));

  g_hash_table_iter_init (&iter, leaving);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    _vnus_record_table_remove (&revision->by_id, id);

  sort_records (added);
  after = merge_records (revision->records, leaving, added);
  g_ptr_array_unref (revision->records);
  revision->records = after;

  for (guint i = 0; i < added->len; i++)
    _vnus_record_table_add (&revision->by_id, added->pdata[i]);

  emit_changed (self, before, n_before);
}

/* @records, which become its own, are all that @self has from now on. */
void
_vnus_chronicle_fill (VnusChronicle        *self,
                      GPtrArray            *records,
                      const VnusRecordMark *marks,
                      guint32               unsorted)
{
  VnusRevision *revision = self->revision;
  const guint n = records->len;
  guint starts[VNUS_N_KINDS + 1] = { 0 }, next[VNUS_N_KINDS];

  g_assert (revision->records->len == 0 && !_vnus_revision_is_shared (revision));

  for (guint i = 0; i < n; i++)
    starts[marks[i].kind + 1]++;
  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    starts[kind + 1] += starts[kind];
  memcpy (next, starts, sizeof next);

  g_ptr_array_set_size (revision->records, (int) n);
  _vnus_record_table_reserve (&revision->by_id, n);
  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = records->pdata[i];

      record->rest |= VNUS_RECORD_SEALED; /* nobody knows it yet who would want to be told */
      revision->records->pdata[next[marks[i].kind]++] = record;
      _vnus_record_table_insert (&revision->by_id, record, marks[i].hash);
    }
  g_ptr_array_set_free_func (records, NULL);
  g_ptr_array_set_size (records, 0);

  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    if ((unsorted & 1u << kind) != 0)
      qsort (revision->records->pdata + starts[kind], starts[kind + 1] - starts[kind], sizeof (gpointer),
             _vnus_revision_compare_records);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n);
}

gboolean
_vnus_chronicle_replace (VnusChronicle      *self,
                         const char * const *removed,
                         guint               n_removed,
                         VnusRecord        **added,
                         guint               n_added,
                         GError            **error)
{
  g_autoptr (GHashTable) joining = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  if (vnus_chronicle_is_read_only (self))
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_READ_ONLY,
                   "this is a view or a snapshot of “%s”, which never changes; change the chronicle itself",
                   vnus_chronicle_get_id (self));
      return FALSE;
    }

  for (guint i = 0; i < n_removed; i++)
    if (!may_leave (self, removed[i], leaving, error))
      return FALSE;
  for (guint i = 0; i < n_added; i++)
    if (!may_join (self, added[i], joining, leaving, error))
      return FALSE;
  if (n_removed == 0 && n_added == 0)
    return TRUE;

  /* Whoever shares the revision keeps it as it is. */
  if (_vnus_revision_is_shared (self->revision))
    {
      VnusRevision *own = _vnus_revision_copy (self->revision);

      _vnus_revision_unref (self->revision);
      self->revision = own;
    }
  _vnus_revision_drop_indexes (self->revision);

  for (guint i = 0; i < n_added; i++)
    vnus_record_seal (added[i]);

  if (n_added == 1 && n_removed == 0)
    {
      insert_record (self, added[0]);
      return TRUE;
    }

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (sorted, added[i]);
  if (self->revision->records->len == 0)
    fill_records (self, sorted);
  else
    replace_records (self, leaving, sorted);

  return TRUE;
}
