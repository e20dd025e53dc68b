/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: loading what a query is about, and counting. */
#include <vnus/vnus-store.h>

#include "store/working-set-private.h"

/* Within a transaction. */
static VnusChronicle *
load_set (VnusSqlEngine    *engine,
          const VnusQuery  *query,
          gboolean          is_viewed,
          GCancellable     *cancellable,
          GError          **error)
{
  VnusWorkingSet set;
  VnusChronicle *chronicle = NULL;

  _vnus_working_set_init (&set, engine, query, is_viewed, cancellable);
  if (_vnus_working_set_gather (&set, error))
    chronicle = _vnus_store_reader_make_chronicle (&set.reader, engine, cancellable, error);
  _vnus_working_set_clear (&set);

  return chronicle;
}

static VnusChronicle *
load (VnusStore           *store,
      const VnusQuery     *query,
      VnusDate            *known_on,
      const char * const  *according_to,
      GCancellable        *cancellable,
      GError             **error)
{
  VnusStoreCore *core = _vnus_store_begin_reading (store, cancellable, error);
  const gboolean is_viewed = known_on != NULL || according_to != NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;

  if (core == NULL)
    return NULL;

  chronicle = load_set (core->engine, query, is_viewed, cancellable, error);
  _vnus_store_end_reading (core);

  if (chronicle == NULL || !is_viewed)
    return g_steal_pointer (&chronicle);

  return vnus_chronicle_make_view (chronicle, known_on, according_to);
}

/**
 * vnus_store_load:
 * @self: a store
 * @query: (nullable): what it is about; `NULL` for everything
 * @known_on: (nullable): the day of knowledge of a view
 * @according_to: (nullable) (array zero-terminated=1): the sources of a view
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Loads the part of the store that a query is about: what may match, what that
 * refers to, and what bears on it.
 *
 * What is asked of it about the matches is answered as the whole store would answer
 * it: same records, same truths, same reasons. What else is in it came along, and is
 * not all there is. How long it takes depends on the part and not on the store.
 *
 * Without a view it is a chronicle that can be edited, and what changed in it be
 * committed as the difference of a snapshot and itself. A view is better asked for here
 * than made of it later: where sources are hidden, a record may match of which more is
 * known without it, and such a record is loaded only if the view is known.
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: (transfer full): the chronicle, or the view
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_store_load (VnusStore           *self,
                 VnusQuery           *query,
                 VnusDate            *known_on,
                 const char * const  *according_to,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_return_val_if_fail (VNUS_IS_STORE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load (self, query, known_on, according_to, cancellable, error);
}

/**
 * vnus_store_count:
 * @self: a store
 * @query: what is counted
 * @known_on: (nullable): the day of knowledge of a view
 * @according_to: (nullable) (array zero-terminated=1): the sources of a view
 * @min: (out): how many certainly match
 * @max: (out): how many match at least possibly
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Counts the records that match a query.
 *
 * Fails with [error@Vnus.StoreError].
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_store_count (VnusStore           *self,
                  VnusQuery           *query,
                  VnusDate            *known_on,
                  const char * const  *according_to,
                  int                 *min,
                  int                 *max,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusMatches) matches = NULL;

  g_return_val_if_fail (VNUS_IS_STORE (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (min != NULL && max != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  chronicle = load (self, query, known_on, according_to, cancellable, error);
  if (chronicle == NULL)
    return FALSE;

  matches = vnus_query_run (query, chronicle);
  vnus_matches_get_count (matches, min, max);

  return TRUE;
}
