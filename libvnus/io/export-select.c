/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the exports of a time line have in common. */
#include "io/export-private.h"

#include <vnus/vnus-matches.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "time/calendar-private.h"

VnusExportDay
_vnus_export_common (int earliest,
                     int latest)
{
  VnusExportDay a, b;

  if (earliest == VNUS_DAY_MIN || latest == VNUS_DAY_MAX)
    return (VnusExportDay) { 0 };

  ymd_from_day (earliest, &a.year, &a.month, &a.day);
  ymd_from_day (latest, &b.year, &b.month, &b.day);
  if (a.year != b.year)
    return (VnusExportDay) { 0 };
  if (a.month != b.month)
    return (VnusExportDay) { a.year };
  if (a.day != b.day)
    return (VnusExportDay) { a.year, a.month };

  return a;
}

gboolean
_vnus_export_bounds (VnusDate      *date,
                     VnusExportDay *first,
                     VnusExportDay *last,
                     gboolean      *has_end)
{
  *first = _vnus_export_common (vnus_date_get_earliest_start (date), vnus_date_get_latest_start (date));
  *last = _vnus_export_common (vnus_date_get_earliest_end (date), vnus_date_get_latest_end (date));
  *has_end = vnus_date_get_kind (date) == VNUS_DATE_KIND_INTERVAL && last->year != 0;

  return first->year != 0;
}

static gboolean
is_of_timeline (VnusKind kind)
{
  return (VNUS_KINDS_EVENTS & 1u << kind) != 0 || kind == VNUS_KIND_STAGE || kind == VNUS_KIND_TREATY_ACTION;
}

static void
take_all (GPtrArray     *records,
          VnusChronicle *chronicle)
{
  GPtrArray *all = _vnus_chronicle_get_records (chronicle);

  for (guint i = 0; i < all->len; i++)
    if (is_of_timeline (vnus_record_get_kind (all->pdata[i])))
      g_ptr_array_add (records, g_object_ref (all->pdata[i]));
}

static void
take_matches (GPtrArray     *records,
              VnusChronicle *chronicle,
              VnusQuery     *query)
{
  g_autoptr (VnusMatches) matches = vnus_query_run (query, chronicle);
  const char *const *ids = vnus_matches_get_ids (matches);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      VnusRecord *record = vnus_chronicle_lookup (chronicle, ids[i]);

      if (_vnus_kind_has_time (vnus_record_get_kind (record)))
        g_ptr_array_add (records, g_object_ref (record));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  VnusRecord *record_a = *(VnusRecord *const *) a, *record_b = *(VnusRecord *const *) b;
  g_autoptr (VnusDate) date_a = _vnus_record_dup_time (record_a), date_b = _vnus_record_dup_time (record_b);
  int order = date_a != NULL && date_b != NULL ? vnus_date_compare (date_a, date_b) : (date_a == NULL) - (date_b == NULL);

  return order != 0 ? order : g_strcmp0 (vnus_record_get_id (record_a), vnus_record_get_id (record_b));
}

GPtrArray *
_vnus_export_select (VnusChronicle *chronicle,
                     VnusQuery     *query)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  if (query != NULL)
    take_matches (records, chronicle, query);
  else
    take_all (records, chronicle);
  g_ptr_array_sort (records, compare);

  return records;
}

const char *
_vnus_export_label (VnusChronicle *chronicle,
                    const char    *id,
                    const char    *language)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);
  VnusText *label = record != NULL ? vnus_record_get_label (record) : NULL;

  return label != NULL ? vnus_text_get_best (label, language) : id;
}

GPtrArray *
_vnus_export_sources (VnusChronicle *chronicle,
                      VnusRecord    *record,
                      const char    *language)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      const char *source = vnus_citation_get_source (vnus_record_get_citation (record, i));
      const char *label = _vnus_export_label (chronicle, source, language);

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (gpointer) label);
    }

  return labels;
}
