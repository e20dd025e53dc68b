/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random queries of random chronicles: the index finds what asking every record
 * finds, and both find what a plain reading of the rules says. That reading is
 * here: it climbs from record to record, and tries every choice of days. */
#include <vnus/vnus.h>

#include "chronicle/vnus-matches-private.h"

#include "random-query.h"

/* --- The plain reading --- */

/* What a term says of a record: no, nothing, maybe, yes. */
typedef enum
{
  NO,
  NOTHING,
  MAYBE,
  YES,
} Says;

/* Whether @id is @whole, or belongs to it; by climbing, at most as often as there are records. */
static gboolean
belongs (World      *world,
         const char *id,
         const char *whole)
{
  static const char *const up[] = { "of", "within", "broader" };

  for (int steps = 0; id != NULL && steps < 40; steps++)
    {
      VnusRecord *record = vnus_chronicle_lookup (world->chronicle, id);
      const char *next = NULL;

      if (g_str_equal (id, whole))
        return TRUE;
      for (guint i = 0; record != NULL && i < G_N_ELEMENTS (up); i++)
        {
          g_autoptr (VnusValue) value = vnus_record_dup_value (record, up[i]);

          if (value != NULL)
            next = vnus_record_get_id (vnus_chronicle_lookup (world->chronicle, vnus_value_get_string (value)));
        }
      id = next;
    }

  return FALSE;
}

static gboolean
is_value (World      *world,
          VnusValue  *value,
          const char *asked)
{
  g_autofree char *text = vnus_value_to_string (value);

  if (vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_REFERENCE)
    return belongs (world, vnus_value_get_string (value), asked);

  return g_str_equal (text, asked);
}

static Says
read_field (World      *world,
            VnusRecord *record,
            const char *field,
            char      **choices)
{
  VnusField *described = vnus_field_lookup (vnus_record_get_kind (record), field);
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field);
  gboolean is_none, found = FALSE;

  if (described == NULL)
    return NO;

  is_none = vnus_record_get_presence (record, field) == VNUS_PRESENCE_NONE;
  for (int i = 0; value != NULL && choices[i] != NULL; i++)
    if (vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
      found = found || is_value (world, value, choices[i]);
    else
      for (guint j = 0; j < vnus_value_get_n_items (value); j++)
        found = found || is_value (world, vnus_value_get_item (value, j), choices[i]);

  if (found)
    return YES;
  if (vnus_field_is_list (described))
    return is_none ? NO : NOTHING;

  return value != NULL || is_none ? NO : MAYBE;
}

static Says
read_participants (World      *world,
                   VnusRecord *record,
                   const char *key,
                   char      **choices)
{
  g_autoptr (GEnumClass) roles = g_type_class_ref (VNUS_TYPE_ROLE);
  Says says = NOTHING;

  if (!VNUS_IS_EVENT (record))
    return vnus_field_lookup (vnus_record_get_kind (record), "participants") != NULL ? NOTHING : NO;
  if (vnus_record_get_presence (record, "participants") == VNUS_PRESENCE_NONE)
    return NO;

  for (guint i = 0; i < vnus_event_get_n_participants (VNUS_EVENT (record)); i++)
    for (int j = 0; choices[j] != NULL; j++)
      {
        VnusParticipant *who = vnus_event_get_participant (VNUS_EVENT (record), i);
        const char *role = g_enum_get_value (roles, vnus_participant_get_role (who))->value_nick;
        g_auto (GStrv) parts = g_strsplit (choices[j], ":", 2);
        const gboolean has_role = g_str_equal (key, "role");
        const char *id = has_role ? parts[1] : parts[0];
        const gboolean is_capacity = belongs (world, vnus_participant_get_capacity (who), id != NULL ? id : "");

        if (id != NULL && !is_capacity &&
            (g_str_equal (key, "capacity") || (!belongs (world, vnus_participant_get_actor (who), id) &&
                                               !belongs (world, vnus_participant_get_side (who), id))))
          continue;
        if (!has_role || g_str_equal (role, parts[0]))
          says = MAX (says, YES);
        else if (g_str_equal (role, "unset"))
          says = MAX (says, MAYBE);
      }

  return says;
}

static Says
read_term (World      *world,
           VnusRecord *record,
           const char *key,
           char      **choices)
{
  static const char *const fields[][2] = { { "topic", "topics" }, { "place", "places" }, { "purpose", "purposes" } };
  const char *kind = vnus_kind_to_string (vnus_record_get_kind (record));
  const char *field = key;

  if (g_str_equal (key, "kind"))
    return g_strv_contains ((const char *const *) choices, kind) ||
           (g_strv_contains ((const char *const *) choices, "event") && VNUS_IS_EVENT (record)) ? YES : NO;
  if (g_str_equal (key, "role") || g_str_equal (key, "participant") || g_str_equal (key, "capacity"))
    return read_participants (world, record, key, choices);
  if (g_str_equal (key, "source"))
    {
      for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
        if (g_strv_contains ((const char *const *) choices,
                             vnus_citation_get_source (vnus_record_get_citation (record, i))))
          return YES;
      return NO;
    }
  if (g_str_equal (key, "type"))
    field = VNUS_IS_VISIT (record) ? "visit-type" : VNUS_IS_ORGANIZATION (record) ? "organization-type"
            : VNUS_IS_PLACE (record) ? "place-type" : VNUS_IS_SOURCE (record) ? "source-type" : key;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (key, fields[i][0]))
      field = fields[i][1];

  /* Visits have stops as well, of which there are none here. */
  if (g_str_equal (key, "place") && VNUS_IS_VISIT (record))
    return MAX (read_field (world, record, field, choices), NOTHING);

  return read_field (world, record, field, choices);
}

/* --- The plain reading of time: every choice of days --- */

static gboolean
holds_on (const char *choice,
          int         start,
          int         end)
{
  const char *colon = strchr (choice, ':');
  const char *window = colon != NULL ? colon + 1 : choice;
  int first = g_str_has_prefix (window, "..") ? -FAR : 0, last = 0, day;

  if (g_str_equal (window, "2020-01") || g_str_equal (window, "2020"))
    last = window[4] == '\0' ? 365 : 30;
  else
    {
      if (first == 0)
        first = atoi (window + 8) - 1;
      day = (int) strlen (window) > 10 ? (int) (strchr (window, '/') - window) + 1 : 0;
      last = g_str_has_suffix (window, "..") ? FAR : atoi (window + day + 8) - 1;
    }

  if (g_str_has_prefix (choice, "within:"))
    return first <= start && end <= last;
  if (g_str_has_prefix (choice, "covers:"))
    return start <= first && last <= end;
  if (g_str_has_prefix (choice, "before:"))
    return end < first;
  if (g_str_has_prefix (choice, "after:"))
    return start > last;
  if (g_str_has_prefix (choice, "equals:"))
    return start == first && end == last;
  if (g_str_has_prefix (choice, "starts-in:"))
    return first <= start && start <= last;
  if (g_str_has_prefix (choice, "ends-in:"))
    return first <= end && end <= last;

  return start <= last && first <= end;
}

static gboolean
all_hold (VnusQuery *query,
          int        start,
          int        end)
{
  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    {
      g_auto (GStrv) choices = vnus_query_list_values (query, i);
      gboolean any = FALSE;

      if (!g_str_equal (vnus_query_get_key (query, i), "when"))
        continue;
      for (int j = 0; choices[j] != NULL; j++)
        any = any || holds_on (choices[j], start, end);
      if (any == vnus_query_is_negated (query, i))
        return FALSE;
    }

  return TRUE;
}

/* The points of time that may differ to a window, in order. */
static int
next_point (int point)
{
  return point == -FAR ? FIRST_DAY : point == LAST_DAY ? 365 : point == 365 ? 366 : point == 366 ? FAR : point + 1;
}

static gboolean
is_possible (const Days *days,
             int         start,
             int         end)
{
  if (days->extends)
    return start >= days->start[0] && start <= days->start[1] && end >= days->end[0] && end <= days->end[1];

  return start == end && start >= 0 && start < FAR && (start > LAST_DAY ? days->is_later : days->is_day[start]);
}

static VnusTruth
read_days (VnusQuery  *query,
           const Days *days)
{
  static const Days any_time = { .extends = TRUE, .start = { -FAR, FAR }, .end = { -FAR, FAR } };
  gboolean is_true = FALSE, is_false = FALSE;

  if (days == NULL)
    days = &any_time;
  for (int start = -FAR; start <= FAR; start = next_point (start))
    for (int end = start; end <= FAR; end = next_point (end))
      {
        if (!is_possible (days, start, end))
          continue;
        if (all_hold (query, start, end))
          is_true = TRUE;
        else
          is_false = TRUE;
      }

  return !is_true ? VNUS_TRUTH_NO : is_false ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY;
}

static VnusTruth
read_time (World      *world,
           VnusQuery  *query,
           VnusRecord *record)
{
  static const char *const fields[] = { "when", "during", "existed", "lived", "published", "validity" };
  gboolean any = FALSE, positive = FALSE, has_time = FALSE;

  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    if (g_str_equal (vnus_query_get_key (query, i), "when"))
      {
        any = TRUE;
        positive = positive || !vnus_query_is_negated (query, i);
      }
  if (!any)
    return VNUS_TRUTH_CERTAINLY;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (vnus_field_lookup (vnus_record_get_kind (record), fields[i]) != NULL)
      has_time = vnus_record_get_presence (record, fields[i]) != VNUS_PRESENCE_NONE;
  if (!has_time)
    return positive ? VNUS_TRUTH_NO : VNUS_TRUTH_CERTAINLY;

  return read_days (query, g_hash_table_lookup (world->days, vnus_record_get_id (record)));
}

static VnusTruth
read_query (World      *world,
            VnusQuery  *query,
            VnusRecord *record)
{
  static const VnusTruth truths[][2] = {
    [NO] = { VNUS_TRUTH_NO, VNUS_TRUTH_CERTAINLY },
    [NOTHING] = { VNUS_TRUTH_NO, VNUS_TRUTH_POSSIBLY },
    [MAYBE] = { VNUS_TRUTH_POSSIBLY, VNUS_TRUTH_POSSIBLY },
    [YES] = { VNUS_TRUTH_CERTAINLY, VNUS_TRUTH_NO },
  };
  VnusTruth truth = read_time (world, query, record);

  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    {
      const char *key = vnus_query_get_key (query, i);
      g_auto (GStrv) choices = vnus_query_list_values (query, i);

      if (!g_str_equal (key, "when"))
        truth = MIN (truth, truths[read_term (world, record, key, choices)][vnus_query_is_negated (query, i)]);
    }

  return truth;
}

/* --- Tests --- */

static guint
scale (guint n)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");
  const double factor = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return MAX (1, (guint) (n * factor));
}

static char *
describe (VnusMatches *matches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    g_string_append_printf (text, "%s:%d ", vnus_record_get_id (vnus_matches_get_record (matches, i)),
                            vnus_matches_get_truth (matches, i));

  return g_string_free (text, FALSE);
}

static void
test_index (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_worlds = scale (60);

  for (guint i = 0; i < n_worlds; i++)
    {
      World world = make_world (rand);

      for (int j = 0; j < 100; j++)
        {
          g_autofree char *text = random_query (rand, FALSE);
          g_autoptr (GError) error = NULL;
          g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);
          g_autoptr (VnusMatches) found = NULL, scanned = NULL;
          g_autofree char *with_index = NULL, *without = NULL;

          g_assert_no_error (error);
          found = vnus_query_run (query, world.chronicle);
          scanned = _vnus_query_scan (query, world.chronicle);
          with_index = describe (found);
          without = describe (scanned);
          if (!g_str_equal (with_index, without))
            g_error ("%s: %s, not %s", text, with_index, without);
        }
      g_object_unref (world.chronicle);
      g_hash_table_unref (world.days);
    }
}

static void
test_reading (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_worlds = scale (20), n_found[3] = { 0 };

  for (guint i = 0; i < n_worlds; i++)
    {
      World world = make_world (rand);
      guint n = g_list_model_get_n_items (G_LIST_MODEL (world.chronicle));

      for (int j = 0; j < 50; j++)
        {
          g_autofree char *text = random_query (rand, TRUE);
          g_autoptr (VnusQuery) query = vnus_query_parse (text, NULL);

          for (guint k = 0; k < n; k++)
            {
              g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (world.chronicle), k);
              VnusTruth truth;

              /* Their time is that of their actions. */
              if (VNUS_IS_AGREEMENT (record))
                continue;
              truth = vnus_query_test (query, world.chronicle, record);
              if (truth != read_query (&world, query, record))
                {
                  const Days *days = g_hash_table_lookup (world.days, vnus_record_get_id (record));

                  g_error ("%s of %s (%s): %d, not %d", text, vnus_record_get_id (record),
                           days != NULL ? days->text : "no date", truth, read_query (&world, query, record));
                }
              n_found[truth]++;
            }
        }
      g_object_unref (world.chronicle);
      g_hash_table_unref (world.days);
    }

  /* Every truth was met often. */
  for (guint i = 0; i < G_N_ELEMENTS (n_found); i++)
    g_assert_cmpuint (n_found[i], >, 20 * n_worlds);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/query/random/index", test_index);
  g_test_add_func ("/vnus/query/random/plain-reading", test_reading);

  return g_test_run ();
}
