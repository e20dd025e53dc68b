/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: finding records by something else than their id. */
#include "chronicle/vnus-chronicle-private.h"

#include <vnus/vnus-fold.h>

#include "base/vnus-compare-private.h"

static char **
list_ids_of (GPtrArray *records)
{
  guint n = records != NULL ? records->len : 0;
  char **ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (vnus_record_get_id (g_ptr_array_index (records, i)));

  return ids;
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

  return list_ids_of (_vnus_chronicle_get_records (self));
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

  folded = vnus_fold_name (name);
  return list_ids_of (_vnus_revision_find_by_name (self->revision, folded));
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

  return list_ids_of (_vnus_revision_get_referrers (self->revision, id));
}

/**
 * vnus_chronicle_suggest_ids:
 * @self: a chronicle
 * @id: an id that is not found
 *
 * Suggests ids that look like @id, for a message to somebody who mistyped one. A
 * view suggests what it does not show as well.
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

  ids = list_ids_of (self->base != NULL ? self->base->records : _vnus_chronicle_get_records (self));
  return _vnus_nearest (id, (const char * const *) ids, 3);
}
