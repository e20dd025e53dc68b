/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the records of a chronicle at one time, and the indexes that find
 * them by something else than their id. */
#include "chronicle/vnus-revision-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-source.h>

#include "base/vnus-text-private.h"
#include "chronicle/vnus-postings-private.h"
#include "chronicle/vnus-report-private.h"
#include "model/vnus-reference-private.h"

VnusRevision *
_vnus_revision_new (void)
{
  VnusRevision *self = g_new0 (VnusRevision, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  _vnus_record_table_init (&self->by_id);

  return self;
}

VnusRevision *
_vnus_revision_new_view (VnusRevision *base)
{
  VnusRevision *self = _vnus_revision_new ();

  self->base = _vnus_revision_ref (base);
  self->differences = g_hash_table_new (NULL, NULL);

  return self;
}

VnusRevision *
_vnus_revision_ref (VnusRevision *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
_vnus_revision_unref (VnusRevision *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  _vnus_revision_drop_indexes (self);
  _vnus_record_table_clear (&self->by_id);
  g_clear_pointer (&self->differences, g_hash_table_unref);
  g_clear_pointer (&self->base, _vnus_revision_unref);
  g_ptr_array_unref (self->records);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gboolean
_vnus_revision_is_shared (VnusRevision *self)
{
  return !g_atomic_ref_count_compare (&self->ref_count, 1);
}

VnusRevision *
_vnus_revision_copy (VnusRevision *self)
{
  VnusRevision *copy = _vnus_revision_new ();

  _vnus_record_table_reserve (&copy->by_id, self->records->len);
  for (guint i = 0; i < self->records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (self->records, i);

      g_ptr_array_add (copy->records, g_object_ref (record));
      _vnus_record_table_add (&copy->by_id, record);
    }

  return copy;
}

void
_vnus_revision_drop_indexes (VnusRevision *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_clear_pointer (&self->reports, g_hash_table_unref);
  g_clear_pointer (&self->refutations, g_hash_table_unref);
  g_clear_pointer (&self->postings, _vnus_postings_unref);
  g_clear_pointer (&self->digest, g_free);
}

/* By kind, then id, of pointers to records. */
int
_vnus_revision_compare_records (gconstpointer a,
                                gconstpointer b)
{
  VnusRecord *record_a = *(VnusRecord *const *) a;
  VnusRecord *record_b = *(VnusRecord *const *) b;
  VnusKind kind_a = vnus_record_get_kind (record_a);
  VnusKind kind_b = vnus_record_get_kind (record_b);

  if (kind_a != kind_b)
    return kind_a < kind_b ? -1 : 1;

  return strcmp (vnus_record_get_id (record_a), vnus_record_get_id (record_b));
}

guint
_vnus_revision_find_place (VnusRevision *self,
                           VnusKind      kind,
                           const char   *id)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      VnusRecord *record = g_ptr_array_index (self->records, middle);
      VnusKind its_kind = _vnus_record_class (record)->kind;

      if (its_kind < kind || (its_kind == kind && strcmp (record->id, id) < 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Adds @record to the list under @key, once; takes @key. */
static void
index_record (GHashTable *index,
              char       *key,
              VnusRecord *record)
{
  GPtrArray *list = g_hash_table_lookup (index, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, key, list);
    }
  else
    {
      g_free (key);
    }

  /* Records come one after the other, so a repetition is the last one. */
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != record)
    g_ptr_array_add (list, record);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* People write a person's names in either order. */
static void
index_person (GHashTable *index,
              VnusPerson *person)
{
  const char *family = vnus_person_get_family_name (person);
  const char *given = vnus_person_get_given_names (person);

  if (family == NULL || given == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strjoin (" ", i == 0 ? family : given, i == 0 ? given : family, NULL);

      index_record (index, vnus_fold_name (name), VNUS_RECORD (person));
    }
}

static void
index_names (GHashTable *index,
             VnusRecord *record)
{
  VnusText *label = vnus_record_get_label (record);

  if (label != NULL)
    for (guint i = 0; i < _vnus_text_get_n_pairs (label); i++)
      index_record (index, vnus_fold_name (_vnus_text_get_pair (label, i).string), record);

  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    index_record (index, vnus_fold_name (vnus_record_get_alias (record, i)), record);

  if (VNUS_IS_PERSON (record))
    index_person (index, VNUS_PERSON (record));
}

GPtrArray *
_vnus_revision_find_by_name (VnusRevision *self,
                             const char   *folded)
{
  g_mutex_lock (&self->lock);
  if (self->by_name == NULL)
    {
      self->by_name = new_index ();
      for (guint i = 0; i < self->records->len; i++)
        index_names (self->by_name, g_ptr_array_index (self->records, i));
    }
  g_mutex_unlock (&self->lock);

  return g_hash_table_lookup (self->by_name, folded);
}

static void
index_reference (VnusRecord *record,
                 const char *path,
                 const char *id,
                 VnusKinds   targets,
                 gpointer    user_data)
{
  index_record (user_data, g_strdup (id), record);
}

GPtrArray *
_vnus_revision_get_referrers (VnusRevision *self,
                              const char   *id)
{
  g_mutex_lock (&self->lock);
  if (self->referrers == NULL)
    {
      self->referrers = new_index ();
      for (guint i = 0; i < self->records->len; i++)
        _vnus_record_foreach_target (g_ptr_array_index (self->records, i), index_reference, self->referrers);
    }
  g_mutex_unlock (&self->lock);

  return g_hash_table_lookup (self->referrers, id);
}

int
_vnus_revision_get_newest_report (VnusRevision *self,
                                  const char   *source)
{
  gpointer day;

  g_mutex_lock (&self->lock);
  if (self->reports == NULL)
    {
      self->reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < self->records->len; i++)
        _vnus_report_collect (g_ptr_array_index (self->records, i), self->reports);
    }
  g_mutex_unlock (&self->lock);

  return g_hash_table_lookup_extended (self->reports, source, NULL, &day) ? GPOINTER_TO_INT (day) : VNUS_DAY_MIN;
}

static VnusSource *
find_source (VnusRevision *self,
             const char   *id)
{
  VnusRecord *record = _vnus_revision_lookup (self, id);

  return record != NULL && VNUS_IS_SOURCE (record) ? VNUS_SOURCE (record) : NULL;
}

const char *
_vnus_revision_get_origin (VnusRevision *self,
                           const char   *source)
{
  VnusSource *record = find_source (self, source);
  const char *origin = record != NULL ? vnus_source_get_derived_from (record) : NULL;

  return origin != NULL || record == NULL ? origin : vnus_source_get_translation_of (record);
}

const char *
_vnus_revision_get_family (VnusRevision *self,
                           const char   *source)
{
  for (guint copies = 0; copies < VNUS_REVISION_MAX_COPIES; copies++)
    {
      VnusSource *record = find_source (self, source);
      const char *family = record != NULL ? vnus_source_get_family (record) : NULL;
      const char *origin = _vnus_revision_get_origin (self, source);

      if (family != NULL)
        return family;
      if (origin == NULL)
        return source;
      source = origin;
    }

  return source;
}
