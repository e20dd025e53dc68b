/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what finds records by something else than their id: by folded name,
 * and by what they refer to. Made when first asked for. */
#include "chronicle/vnus-chronicle-private.h"

#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>

#include "base/vnus-compare-private.h"
#include "base/vnus-text-private.h"
#include "chronicle/vnus-postings-private.h"
#include "model/vnus-reference-private.h"

void
_vnus_chronicle_drop_indexes (VnusChronicle *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_clear_pointer (&self->postings, _vnus_postings_unref);
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

static char **
list_ids_of (GPtrArray *records)
{
  guint n = records != NULL ? records->len : 0;
  char **ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (vnus_record_get_id (g_ptr_array_index (records, i)));

  return ids;
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

/**
 * vnus_chronicle_list_ids:
 * @self: a chronicle
 *
 * Lists the ids of all records, in the order of the list.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_chronicle_list_ids (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return list_ids_of (self->records);
}

/**
 * vnus_chronicle_find_by_name:
 * @self: a chronicle
 * @name: a name, with or without diacritics
 *
 * Finds the records whose label, in any language, or alias is @name. Of a
 * person, the family name with the given names counts as well, in either order.
 *
 * Names are compared as [func@Vnus.fold_name] folds them, so that “Vo Van
 * Thuong” finds “Võ Văn Thưởng”.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, sorted by kind and id; empty if there are none
 *
 * Since: 0.1
 */
char **
vnus_chronicle_find_by_name (VnusChronicle *self,
                             const char    *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self->by_name == NULL)
    {
      self->by_name = new_index ();
      for (guint i = 0; i < self->records->len; i++)
        index_names (self->by_name, g_ptr_array_index (self->records, i));
    }

  folded = vnus_fold_name (name);
  return list_ids_of (g_hash_table_lookup (self->by_name, folded));
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
_vnus_chronicle_get_referrers (VnusChronicle *self,
                               const char    *id)
{
  if (self->referrers == NULL)
    {
      self->referrers = new_index ();
      for (guint i = 0; i < self->records->len; i++)
        _vnus_record_foreach_reference (g_ptr_array_index (self->records, i), index_reference, self->referrers);
    }

  return g_hash_table_lookup (self->referrers, id);
}

/**
 * vnus_chronicle_list_referrers:
 * @self: a chronicle
 * @id: an id
 *
 * Lists the records that refer to a record, in a field or by citing it.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, sorted by kind and id; empty if there are none
 *
 * Since: 0.1
 */
char **
vnus_chronicle_list_referrers (VnusChronicle *self,
                               const char    *id)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return list_ids_of (_vnus_chronicle_get_referrers (self, id));
}

/**
 * vnus_chronicle_suggest_ids:
 * @self: a chronicle
 * @id: an id that is not found
 *
 * Suggests ids that look like @id, for a message to somebody who mistyped one.
 *
 * Returns: (transfer full) (array zero-terminated=1): at most three ids, the most similar first
 *
 * Since: 0.1
 */
char **
vnus_chronicle_suggest_ids (VnusChronicle *self,
                            const char    *id)
{
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ids = list_ids_of (self->records);
  return _vnus_nearest (id, (const char * const *) ids, 3);
}
