/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: matches counted in groups. A match that is certain, and certainly of
 * one group, counts from below; every other counts from above alone, in each
 * group that it may be of. */
#include "chronicle/vnus-matches-struct-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-office.h>

#include "chronicle/vnus-query-plan-private.h"
#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

G_DEFINE_ENUM_TYPE (VnusGrouping, vnus_grouping,
                    G_DEFINE_ENUM_VALUE (VNUS_GROUPING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_GROUPING_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (VNUS_GROUPING_ACTOR, "actor"),
                    G_DEFINE_ENUM_VALUE (VNUS_GROUPING_KIND, "kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_GROUPING_RANK, "rank"))

/* A start that may be in more years than these is of no year. */
#define MOST_YEARS 400

typedef struct
{
  char *key;  /* (owned) */
  int   sort; /* groups are sorted by it, then by key */
  int   min;
  int   max;
} Group;

typedef struct
{
  VnusMatches *matches;
  GHashTable  *groups; /* (element-type utf8 Group) (owned) */
  GHashTable  *seen;   /* (element-type Group) to which the match at hand was counted */
} Counting;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_free (group);
}

/* Counts the match at hand to a group, once. */
static void
count (Counting   *counting,
       const char *key,
       int         sort,
       gboolean    is_certain)
{
  Group *group = g_hash_table_lookup (counting->groups, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->key = g_strdup (key);
      group->sort = sort;
      g_hash_table_insert (counting->groups, group->key, group);
    }
  if (!g_hash_table_add (counting->seen, group))
    return;

  group->max++;
  group->min += is_certain;
}

static int
year_of (gint32 day)
{
  int year, month, day_of_month;

  ymd_from_day (day, &year, &month, &day_of_month);
  return year;
}

static void
count_years (Counting *counting,
             int       first,
             int       last,
             gboolean  is_certain)
{
  for (int year = first; year <= last; year++)
    {
      g_autofree char *key = g_strdup_printf (year < 0 ? "-%04d" : "%04d", ABS (year));

      count (counting, key, year, is_certain && first == last);
    }
}

static void
count_by_year (Counting      *counting,
               const VnusRow *row,
               gboolean       is_certain)
{
  const VnusDateExtra *extra = row->date != NULL ? date_get_extra (row->date) : NULL;
  const gboolean is_bounded = row->earliest_start != VNUS_DAY_MIN && row->latest_start != VNUS_DAY_MAX;
  const int first = is_bounded ? year_of (row->earliest_start) : 0;
  const int last = is_bounded ? year_of (row->latest_start) : 0;

  if (!is_bounded || last - first >= MOST_YEARS)
    count (counting, "", G_MAXINT, is_certain);
  else if (!row->is_choice || row->has_rivals || extra == NULL || extra->n_ranges == 0)
    count_years (counting, first, last, is_certain);
  else
    for (guint i = 0; i < extra->n_ranges; i++)
      count_years (counting, year_of (extra->ranges[i].first), year_of (extra->ranges[i].last),
                   is_certain && first == last);
}

static void
count_by_kind (Counting      *counting,
               const VnusRow *row,
               gboolean       is_certain)
{
  count (counting, vnus_kind_to_string (row->kind), row->kind, is_certain);
}

static gboolean
count_actor (gpointer    user_data,
             const char *id,
             gboolean    is_certain)
{
  if (id != NULL)
    count (user_data, id, 0, is_certain);

  return id != NULL;
}

static gboolean
count_actors_of_field (Counting        *counting,
                       const VnusRow   *row,
                       const VnusField *field,
                       gboolean         is_certain)
{
  gpointer *slot = _vnus_field_slot (field, row->record);
  const VnusVector *list = field->is_list ? *(VnusVector **) slot : NULL;
  gboolean any = FALSE;

  if (!field->is_list)
    return count_actor (counting, *slot, is_certain);

  for (guint i = 0; i < _vnus_vector_length (list); i++)
    {
      const char *id = field->type == VNUS_VALUE_TYPE_PARTICIPANT   ? vnus_participant_get_actor (_vnus_vector_get (list, i))
                       : field->type == VNUS_VALUE_TYPE_DESIGNATION ? vnus_designation_get_side (_vnus_vector_get (list, i))
                                                                    : _vnus_vector_get (list, i);

      any = count_actor (counting, id, is_certain) || any;
    }

  return any;
}

static void
count_by_actor (Counting      *counting,
                const VnusRow *row,
                gboolean       is_certain)
{
  VnusRecordClass *klass = _vnus_record_class (row->record);
  gboolean any = FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (_vnus_field_acts (row->kind, klass->fields[i]))
      any = count_actors_of_field (counting, row, klass->fields[i], is_certain) || any;

  if (!any)
    count (counting, "", 1, is_certain);
}

static VnusRank
rank_of (VnusPostings    *postings,
         VnusParticipant *participant)
{
  const char *capacity = vnus_participant_get_capacity (participant);
  const VnusRow *office = capacity != NULL ? _vnus_postings_find_row (postings, capacity) : NULL;

  return office != NULL && office->kind == VNUS_KIND_OFFICE ? vnus_office_get_rank (VNUS_OFFICE (office->record))
                                                            : VNUS_RANK_UNSET;
}

static void
count_by_rank (Counting      *counting,
               const VnusRow *row,
               gboolean       is_certain)
{
  g_autoptr (GEnumClass) ranks = g_type_class_ref (VNUS_TYPE_RANK);
  VnusField *field = vnus_field_lookup (row->kind, "participants");
  const VnusVector *participants = field != NULL ? *(VnusVector **) _vnus_field_slot (field, row->record) : NULL;
  VnusRank highest = VNUS_RANK_UNSET;

  for (guint i = 0; i < _vnus_vector_length (participants); i++)
    {
      VnusRank rank = rank_of (counting->matches->postings, _vnus_vector_get (participants, i));

      if (rank != VNUS_RANK_UNSET && (highest == VNUS_RANK_UNSET || rank < highest))
        highest = rank;
    }

  if (highest == VNUS_RANK_UNSET)
    count (counting, "", G_MAXINT, is_certain);
  else
    count (counting, g_enum_get_value (ranks, highest)->value_nick, (int) highest, is_certain);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *group_a = *(Group *const *) a, *group_b = *(Group *const *) b;

  if (group_a->sort != group_b->sort)
    return group_a->sort < group_b->sort ? -1 : 1;

  return g_strcmp0 (group_a->key, group_b->key);
}

static GListModel *
list_groups (GHashTable *groups)
{
  GListStore *list = g_list_store_new (VNUS_TYPE_COUNT);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (sorted, group);
  g_ptr_array_sort (sorted, compare_groups);

  for (guint i = 0; i < sorted->len; i++)
    {
      const Group *next = g_ptr_array_index (sorted, i);
      g_autoptr (VnusCount) item = _vnus_count_new (next->key, next->min, next->max);

      g_list_store_append (list, item);
    }

  return G_LIST_MODEL (list);
}

/**
 * vnus_matches_count_by:
 * @self: matches
 * @grouping: what a group has in common
 *
 * Counts the matches in groups.
 *
 * A match may be of several groups, such as a visit of several actors. Where it
 * is open of which year a match is, it counts to the most of each and to the
 * least of none. Only groups that have a match are listed: what the chronicle
 * tells nothing of is not zero.
 *
 * Returns: (transfer full): a list model of [class@Vnus.Count], sorted by year, id, kind or rank; those of no group last
 *
 * Since: 0.1
 */
GListModel *
vnus_matches_count_by (VnusMatches  *self,
                       VnusGrouping  grouping)
{
  static void (*const counters[]) (Counting *, const VnusRow *, gboolean) = {
    [VNUS_GROUPING_YEAR] = count_by_year,
    [VNUS_GROUPING_ACTOR] = count_by_actor,
    [VNUS_GROUPING_KIND] = count_by_kind,
    [VNUS_GROUPING_RANK] = count_by_rank,
  };
  g_autoptr (GHashTable) groups = NULL, seen = NULL;
  Counting counting;

  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);
  g_return_val_if_fail (grouping != VNUS_GROUPING_UNSET && (guint) grouping < G_N_ELEMENTS (counters), NULL);

  groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_group);
  seen = g_hash_table_new (NULL, NULL);
  counting = (Counting) { self, groups, seen };

  for (guint i = 0; i < self->found.n; i++)
    {
      g_hash_table_remove_all (seen);
      counters[grouping] (&counting, _vnus_matches_get_row (self, i), self->found.truths[i] == VNUS_TRUTH_CERTAINLY);
    }

  return list_groups (groups);
}
