/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what was held in the last twelve months, and where. */
#include "brief/brief-private.h"

#include "model/vnus-event-private.h"

gboolean
_vnus_brief_is_part_of (VnusEvent  *part,
                        VnusRecord *whole)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (part); i++)
    if (g_str_equal (vnus_event_get_whole (part, i), vnus_record_get_id (whole)))
      return TRUE;

  return FALSE;
}

gboolean
_vnus_brief_is_about (VnusStatement *statement,
                      const char    *id)
{
  for (guint i = 0; i < vnus_statement_get_n_about (statement); i++)
    if (g_str_equal (vnus_statement_get_subject (statement, i), id))
      return TRUE;

  return FALSE;
}

/* Held, for certain, in the last twelve months, and nothing of the visit itself. */
static gboolean
is_within_reach (BriefScene *scene,
                 VnusEvent  *event)
{
  g_autoptr (VnusDate) when = NULL;

  if (event->when == NULL || VNUS_RECORD (event) == scene->subject)
    return FALSE;

  /* most are of other years */
  when = _vnus_brief_dup_when (scene, VNUS_RECORD (event), "when", NULL);
  return when != NULL &&
         vnus_date_get_earliest_start (when) != VNUS_DAY_MIN &&
         vnus_date_get_earliest_start (when) <= scene->reach_end &&
         vnus_date_get_earliest_end (when) >= vnus_date_get_earliest_start (scene->reach) &&
         !_vnus_brief_is_part_of (event, scene->subject) && _vnus_brief_is_done (scene, event);
}

GPtrArray *
_vnus_brief_pick_events (BriefScene     *scene,
                         VnusKind        kind,
                         BriefEventTest  test)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, kind);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (test (scene, g_ptr_array_index (all, i)))
      g_ptr_array_add (events, g_ptr_array_index (all, i));
  g_ptr_array_sort (events, _vnus_brief_compare_events);

  return events;
}

/* Listed once for each kind: many sections ask. */
GPtrArray *
_vnus_brief_list_within_reach (BriefScene *scene,
                               VnusKind    kind)
{
  GPtrArray *events = g_hash_table_lookup (scene->within_reach, GINT_TO_POINTER ((int) kind));

  if (events == NULL)
    {
      events = _vnus_brief_pick_events (scene, kind, is_within_reach);
      g_hash_table_insert (scene->within_reach, GINT_TO_POINTER ((int) kind), events);
    }

  return g_ptr_array_ref (events);
}

const char *
_vnus_brief_best_place (BriefScene *scene,
                        VnusEvent  *event)
{
  const char *best = NULL;

  for (guint i = 0; i < vnus_event_get_n_places (event); i++)
    {
      const char *place = vnus_event_get_place (event, i);
      VnusRecord *record = vnus_chronicle_lookup (scene->view, place);

      if (best == NULL || (record != NULL && vnus_record_get_kind (record) == VNUS_KIND_PLACE))
        best = place;
    }

  return best;
}
