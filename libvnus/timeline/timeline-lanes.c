/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: which item is in which lane, from top to bottom. */
#include "timeline/timeline-private.h"

#include <string.h>

#include <vnus/vnus-relation.h>

/* More lanes of actors than these nobody reads. */
#define MOST_ACTORS 10

/* Ids sort as lanes do: levels, then visits by host, then the other kinds. */
static const struct
{
  VnusKind    kind;
  const char *id;
} kinds[] = {
  { VNUS_KIND_VISIT, "c-visits" },         { VNUS_KIND_JOURNEY, "d-journeys" },
  { VNUS_KIND_MEETING, "e-meetings" },     { VNUS_KIND_STATEMENT, "f-statements" },
  { VNUS_KIND_MEASURE, "g-measures" },     { VNUS_KIND_AGREEMENT, "h-agreements" },
  { VNUS_KIND_MECHANISM, "i-mechanisms" }, { VNUS_KIND_STAGE, "b-stages" },
};

static char *
id_by_kind (TimelineScene    *scene,
            VnusTimelineItem *item)
{
  const char *host = VNUS_IS_VISIT (item->record) ? vnus_visit_get_host (VNUS_VISIT (item->record)) : NULL;

  if (host != NULL)
    return g_strdup_printf ("c-visits-%s", _vnus_body_root (scene->view, host));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == vnus_record_get_kind (item->record))
      return g_strdup (kinds[i].id);

  return g_strdup ("j-others");
}

/* ---- Actors ---- */

typedef struct
{
  const char *actor;
  guint       n;
} ActorCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const ActorCount *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return strcmp (one->actor, other->actor);
}

static ActorCount *
find_count (GArray     *counts,
            const char *actor)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, ActorCount, i).actor, actor))
      return &g_array_index (counts, ActorCount, i);

  return NULL;
}

/* Those who are there most often, most often first. */
static GArray *
count_actors (TimelineScene *scene)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (ActorCount));
  GHashTableIter iter;
  gpointer actor, n;

  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);

      if (item->actor != NULL)
        g_hash_table_replace (numbers, item->actor,
                              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (numbers, item->actor)) + 1));
    }

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &actor, &n))
    {
      ActorCount count = { actor, GPOINTER_TO_UINT (n) };

      g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare_counts);
  if (counts->len > MOST_ACTORS)
    g_array_set_size (counts, MOST_ACTORS);

  return counts;
}

static char *
id_by_actor (VnusTimelineItem *item,
             GArray           *counts)
{
  const ActorCount *count = item->actor != NULL ? find_count (counts, item->actor) : NULL;

  if (count == NULL)
    return g_strdup ("others");

  return g_strdup_printf ("actor-%02u-%s", (guint) (count - (ActorCount *) counts->data), item->actor);
}

/* ---- Lanes ---- */

static void
set_lane_ids (TimelineScene *scene)
{
  const gboolean by_actor = scene->grouping == VNUS_TIMELINE_GROUPING_ACTOR;
  g_autoptr (GArray) counts = count_actors (scene);

  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);
      const char *ladder = _vnus_timeline_ladder_of (scene, item->record);

      /* Capitals come before all small letters. */
      if (ladder != NULL)
        item->lane_id = g_strdup_printf ("%s:%s", g_str_equal (ladder, "diplomatic") ? "A" : "B", ladder);
      else
        item->lane_id = by_actor ? id_by_actor (item, counts) : id_by_kind (scene, item);
    }
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(VnusTimelineLane *const *) a)->id, (*(VnusTimelineLane *const *) b)->id);
}

static VnusTimelineLane *
find_lane (TimelineScene *scene,
           const char    *id,
           guint         *position)
{
  for (guint i = 0; i < scene->lanes->len; i++)
    {
      VnusTimelineLane *lane = g_ptr_array_index (scene->lanes, i);

      if (g_str_equal (lane->id, id))
        {
          *position = i;
          return lane;
        }
    }

  return NULL;
}

void
_vnus_timeline_make_lanes (TimelineScene *scene)
{
  guint position;

  set_lane_ids (scene);
  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);
      VnusTimelineLane *lane = find_lane (scene, item->lane_id, &position);

      if (lane == NULL)
        {
          g_autofree char *title = _vnus_timeline_lane_title (scene, item);

          lane = _vnus_timeline_lane_new (item->lane_id, title);
          lane->is_band = _vnus_timeline_ladder_of (scene, item->record) != NULL;
          g_ptr_array_add (scene->lanes, lane);
        }
      lane->n_items++;
    }

  g_ptr_array_sort (scene->lanes, compare_lanes);
  for (guint i = 0; i < scene->items->len; i++)
    {
      VnusTimelineItem *item = g_ptr_array_index (scene->items, i);

      find_lane (scene, item->lane_id, &item->lane);
    }
}
