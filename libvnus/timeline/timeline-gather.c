/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: which records a timeline shows. */
#include "timeline/timeline-private.h"

#include <string.h>

#include <vnus/vnus-level.h>
#include <vnus/vnus-query.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-stage.h>
#include <vnus/vnus-statement.h>

#include "chronicle/vnus-chronicle-private.h"

/* What may stand on a timeline, besides the subject and what refers to it. */
#define KINDS "kind:stage|journey|visit|meeting|statement|measure|agreement|mechanism"

static void
add_record (TimelineScene *scene,
            GHashTable    *seen,
            VnusRecord    *record)
{
  g_autoptr (VnusTimelineItem) item = NULL;

  if (!g_hash_table_add (seen, (char *) vnus_record_get_id (record)))
    return;

  item = _vnus_timeline_item_new (record);
  item->is_subject = record == scene->subject;
  if (_vnus_timeline_find_days (scene, item))
    g_ptr_array_add (scene->items, g_steal_pointer (&item));
  else
    g_ptr_array_add (scene->undated, g_object_ref (record));
}

/* Whether both parties are in it, however well that is known. */
static gboolean
is_of_relation (TimelineScene *scene,
                VnusRecord    *record)
{
  if (VNUS_IS_EVENT (record))
    return _vnus_event_is_of_relation (scene->view, scene->relation, VNUS_EVENT (record));
  if (VNUS_IS_AGREEMENT (record))
    return _vnus_agreement_is_of_relation (scene->view, scene->relation, VNUS_AGREEMENT (record));

  return FALSE;
}

/* What the chronicle tells of the relation. What is only possible may be so for what
 * is vaguely known; or for a party that nobody names, and then it is left out. */
static void
add_relation (TimelineScene *scene,
              GHashTable    *seen)
{
  g_autofree char *terms = g_strdup_printf (KINDS " relation:%s", vnus_record_get_id (scene->relation));
  g_autoptr (VnusQuery) query = vnus_query_parse (terms, NULL);
  g_autoptr (VnusMatches) matches = query != NULL ? vnus_query_run (query, scene->view) : NULL;

  for (guint i = 0; matches != NULL && i < vnus_matches_get_size (matches); i++)
    {
      VnusRecord *record = vnus_matches_get_record (matches, i);

      if (vnus_matches_get_truth (matches, i) == VNUS_TRUTH_CERTAINLY || is_of_relation (scene, record))
        add_record (scene, seen, record);
    }
}

/* The stages of a relation, or the events that refer to one, however well they are known. */
static void
add_referrers (TimelineScene *scene,
               GHashTable    *seen,
               VnusRecord    *record,
               gboolean       stages)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (scene->view, vnus_record_get_id (record));

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *referrer = g_ptr_array_index (referrers, i);

      if (stages ? VNUS_IS_STAGE (referrer) : VNUS_IS_EVENT (referrer))
        add_record (scene, seen, referrer);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const VnusTimelineItem *one = *(VnusTimelineItem *const *) a, *other = *(VnusTimelineItem *const *) b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->last != other->last)
    return one->last < other->last ? -1 : 1;

  return g_strcmp0 (vnus_record_get_id (one->record), vnus_record_get_id (other->record));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (vnus_record_get_id (*(VnusRecord *const *) a), vnus_record_get_id (*(VnusRecord *const *) b));
}

void
_vnus_timeline_gather (TimelineScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (VNUS_IS_EVENT (scene->subject))
    {
      add_record (scene, seen, scene->subject);
      add_referrers (scene, seen, scene->subject, FALSE);
    }
  if (scene->relation != NULL)
    {
      add_referrers (scene, seen, scene->relation, TRUE);
      add_relation (scene, seen);
    }

  _vnus_timeline_end_levels (scene);
  g_ptr_array_sort (scene->items, compare_items);
  g_ptr_array_sort (scene->undated, compare_ids);
}

const char *
_vnus_timeline_ladder_of (TimelineScene *scene,
                          VnusRecord    *stage)
{
  const char *level = VNUS_IS_STAGE (stage) ? vnus_stage_get_level (VNUS_STAGE (stage)) : NULL;
  VnusRecord *record = level != NULL ? vnus_chronicle_lookup (scene->view, level) : NULL;

  /* A view may carry a level by its label alone. */
  if (record != NULL && !_vnus_is_in_view (scene->view, level))
    record = _vnus_chronicle_lookup_base (scene->view, level);

  return record != NULL && VNUS_IS_LEVEL (record) ? vnus_level_get_ladder (VNUS_LEVEL (record)) : NULL;
}

VnusParticipant *
_vnus_timeline_main_participant (VnusRecord *record)
{
  VnusParticipant *best = NULL;
  VnusRole best_role = VNUS_ROLE_PARTICIPANT;

  for (guint i = 0; VNUS_IS_EVENT (record) && i < vnus_event_get_n_participants (VNUS_EVENT (record)); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (VNUS_EVENT (record), i);
      const VnusRole role = vnus_participant_get_role (participant);

      if (vnus_participant_get_actor (participant) == NULL)
        continue;
      if (best == NULL || (best_role > VNUS_ROLE_HEAD && role != VNUS_ROLE_UNSET && role <= VNUS_ROLE_HEAD))
        {
          best = participant;
          best_role = role;
        }
    }

  return best;
}
