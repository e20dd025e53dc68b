/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources that are declared complete lack something. One record
 * that they lack is enough: there may be others, so nothing rests on such a
 * declaration any more. */
#include "inquiry/vnus-refutation-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-matches.h>
#include <vnus/vnus-query.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-time-private.h"

/* What a source has it has also where a view does not show it yet. */
static gboolean
is_cited_by (VnusChronicle *view,
             VnusRecord    *record,
             VnusCoverage  *coverage)
{
  VnusRecord *whole = _vnus_chronicle_lookup_base (view, vnus_record_get_id (record));

  if (whole != NULL)
    record = whole;
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    for (guint j = 0; j < vnus_coverage_get_n_sources (coverage); j++)
      if (g_str_equal (vnus_citation_get_source (vnus_record_get_citation (record, i)),
                       vnus_coverage_get_source (coverage, j)))
        return TRUE;

  return FALSE;
}

/* Whether @record certainly happened in the span. What was only announced may be
 * missing from a register of what took place. */
static gboolean
happened_within (VnusRecord     *record,
                 const VnusDate *span)
{
  g_autoptr (VnusDate) time = _vnus_record_dup_time (record);

  if (VNUS_IS_EVENT (record) && vnus_event_get_status (VNUS_EVENT (record)) != VNUS_STATUS_HELD)
    return FALSE;

  return time != NULL && span != NULL && vnus_date_is_within (time, span) == VNUS_TRUTH_CERTAINLY;
}

GPtrArray *
_vnus_coverage_list_lacking (VnusChronicle   *view,
                             VnusCoverage    *coverage,
                             const VnusQuery *scope,
                             guint            most)
{
  g_autoptr (VnusMatches) matches = vnus_query_run (scope, view);
  GPtrArray *lacking = g_ptr_array_new ();

  for (guint i = 0; i < vnus_matches_get_size (matches) && lacking->len < most; i++)
    {
      VnusRecord *record = vnus_matches_get_record (matches, i);

      if (vnus_matches_get_truth (matches, i) == VNUS_TRUTH_CERTAINLY &&
          happened_within (record, vnus_coverage_get_during (coverage)) && !is_cited_by (view, record, coverage))
        g_ptr_array_add (lacking, record);
    }

  return lacking;
}

static VnusRecord *
find_refutation (VnusChronicle *view,
                 VnusCoverage  *coverage)
{
  const char *scope = vnus_coverage_get_scope (coverage);
  g_autoptr (VnusQuery) query = scope != NULL ? vnus_query_parse (scope, NULL) : NULL;
  g_autoptr (GPtrArray) lacking = query != NULL ? _vnus_coverage_list_lacking (view, coverage, query, 1) : NULL;

  return lacking != NULL && lacking->len > 0 ? g_ptr_array_index (lacking, 0) : NULL;
}

VnusRecord *
_vnus_coverage_get_refutation (VnusChronicle *view,
                               VnusCoverage  *coverage)
{
  VnusRevision *revision = view->revision;
  gpointer found = NULL;
  gboolean is_known;

  g_mutex_lock (&revision->lock);
  if (revision->refutations == NULL)
    revision->refutations = g_hash_table_new (NULL, NULL);
  is_known = g_hash_table_lookup_extended (revision->refutations, coverage, NULL, &found);
  g_mutex_unlock (&revision->lock);
  if (is_known)
    return found;

  /* Without the lock, since a query takes it: two threads may find the same. */
  found = find_refutation (view, coverage);
  g_mutex_lock (&revision->lock);
  g_hash_table_insert (revision->refutations, coverage, found);
  g_mutex_unlock (&revision->lock);

  return found;
}
