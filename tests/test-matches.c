/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What queries find in a small chronicle of two states that never were. */
#include <vnus/vnus.h>

static VnusChronicle *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "ruritania.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, NULL, &error);

  g_assert_no_error (error);

  return chronicle;
}

static VnusMatches *
run (VnusChronicle *chronicle,
     const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);

  g_assert_no_error (error);

  return vnus_query_run (query, chronicle);
}

/* The ids, with “?” after those that match only possibly. */
static char *
describe (VnusMatches *matches)
{
  GString *text = g_string_new (NULL);
  const char * const *ids = vnus_matches_get_ids (matches);

  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", ids[i],
                            vnus_matches_get_truth (matches, i) == VNUS_TRUTH_POSSIBLY ? "?" : "");

  return g_string_free (text, FALSE);
}

static void
assert_found (VnusChronicle *chronicle,
              const char    *text,
              const char    *expected)
{
  g_autoptr (VnusMatches) matches = run (chronicle, text);
  g_autofree char *found = describe (matches);

  g_assert_cmpstr (found, ==, expected);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *found;
} Case;

static const Case cases[] = {
  { "kind", "kind:meeting", "m1 m2" },
  { "kind-group", "kind:event", "v6 v1 m1 v3 v2 v5 v4 m2" },
  { "kind-any-of", "kind:relation|level", "friendship rt-zd" },
  { "kind-negated", "kind:event -kind:visit", "m1 m2" },
  { "kind-of-nothing", "kind:visit kind:meeting", "" },
  { "id", "id:v1|v9|m1", "v1 m1" },
  { "id-negated", "kind:meeting -id:m1", "m2" },

  /* A single reference: organs and provinces; what is not recorded; what is known to be none. */
  { "host", "host:rt", "v1 v3 v2 v4?" },
  { "host-province", "host:rt-north", "v3 v2 v4?" },
  { "host-organ", "host:rt-port-authority", "v3 v4?" },
  { "host-negated", "kind:visit -host:rt", "v6 v5 v4?" },
  { "host-any-of", "host:zd|rt-port-authority", "v6 v3 v5 v4?" },
  { "of-cycle", "of:loop-a kind:organization", "loop-a loop-b" },
  { "of-none", "of:zd kind:organization", "" },
  { "of-not-recorded", "of:rt kind:person", "ada dan?" },
  { "of-negated-none", "kind:organization -of:rt|loop-a", "un" },

  /* Lists: what they name, and what they do not deny. */
  { "topic", "topic:economy", "v1 ag1 v5" },
  { "topic-narrower", "topic:trade", "v1 ag1" },
  { "topic-negated", "kind:visit -topic:trade", "v6? v3? v2? v5? v4" },
  { "topic-negated-kind", "kind:meeting|stage -topic:trade", "rt-zd-friendship m1? m2?" },
  { "place", "place:rt", "v1 v3" },
  { "place-within", "place:square", "v1" },
  { "place-of-stop", "place:capital", "v1 v3" },
  { "place-negated", "kind:visit -place:rt", "v6? v2? v5? v4?" },
  { "party", "party:rt kind:agreement", "ag2 ag1" },
  { "party-of-action", "party:zd kind:treaty-action", "ag1-force" },
  { "part-of", "part-of:v1", "m1" },
  { "purpose", "purpose:bilateral", "v1" },
  { "purpose-negated", "kind:visit -purpose:bilateral", "v6? v3? v2? v5? v4?" },

  { "participant", "participant:ada", "v1 m1 v5" },
  { "participant-of-state", "participant:zd", "v1 m1 v3 v2 v5 m2" },
  { "participant-in-office", "participant:rt-foreign-minister", "m2" },
  { "participant-negated", "kind:visit -participant:bob", "v6 v2? v5? v4?" },
  { "role", "role:guest", "v1 v3 v2 v5 v4?" },
  { "role-office", "role:guest:zd-president", "v1" },
  { "role-person", "role:member:dan", "v3 v2 v4?" },
  { "role-side", "role:host:zd", "v5" },
  { "role-any-of", "role:member:zd-clerk|guest:ada", "v2 v5" },
  { "role-negated", "kind:visit -role:guest:bob", "v6 v2? v5? v4?" },
  { "capacity", "capacity:rt-president", "v1 m1 v5" },
  { "capacity-of-state", "capacity:zd", "v1 v3 v2" },
  { "holding", "holding:rt-president", "v1 m1" },
  { "holding-without-dates", "holding:zd-president", "v1 m1 v2?" },
  { "actor", "actor:rt", "dan-rt rt-zd-friendship ag2 ada-rt-president ag1-signed v1 m1 v3 ag1 v2 v5 rt-zd m2" },
  { "actor-negated", "kind:event|tenure -actor:rt", "bob-zd-president? v6? cyd-zd-president? v4?" },
  { "relation", "relation:rt-zd", "rt-zd-friendship v1 m1 v3 ag1 v2 v5 rt-zd m2" },
  { "relation-unknown", "relation:nothing", "" },

  { "status", "kind:event status:held", "v6? v1 m1 v3? v5 m2?" },
  { "status-negated", "kind:visit -status:held", "v6? v3? v2 v4" },
  { "type", "kind:visit type:state", "v6? v1 v3? v2? v4?" },
  { "type-negated", "kind:visit -type:private", "v6? v1 v3? v2? v4?" },
  { "type-of-others", "kind:organization type:province", "loop-a? loop-b? rt-north un?" },
  { "word-of-other-kinds", "mode:telephone", "m1" },
  { "boolean", "exclusive:false", "zd-clerk? zd-envoy zd-president?" },
  { "integer", "term:1", "bob-zd-president ada-rt-president? cyd-zd-president?" },
  { "text-field", "kind:source publisher:\"The Paper\"", "s1 s2?" },
  { "own-rank", "kind:office rank:..foreign-minister", "rt-foreign-minister rt-president zd-clerk? zd-president" },
  { "number-of-level", "rank:2", "friendship" },
  { "level", "level:friendship", "rt-zd-friendship" },
  { "rank", "kind:event rank:..foreign-minister", "v1 m1 v3? v2? v5 v4? m2" },
  { "rank-low", "kind:event rank:ambassador", "m1? v3 v2? v5? v4? m2?" },
  { "rank-of-guest", "rank:guest:..head-of-state", "v1 v3? v2? v5 v4?" },
  { "rank-negated", "kind:event -rank:..foreign-minister", "v6 v3? v2? v4?" },

  { "text", "text:old", "v1 square" },
  { "text-of-alias", "text:\"ada d doan\"", "ada" },
  { "text-diacritics", "text:\"THU DO\"", "capital" },
  { "text-only-from-start-of-word", "text:quare", "" },
  { "text-cut-off", "text:\"old squ\"", "square" },
  { "text-any-of", "text:harbour|doan", "ada zd-harbour" },
  { "source", "source:s2", "v1" },
  { "source-negated", "-source:s1", "s1 economy tariffs trade s2" },

  /* Time. */
  { "when-day", "kind:event when:2002-03-05", "v1 m1 v4?" },
  { "when-year", "kind:event when:2003", "v3? v2 v4?" },
  { "when-edge", "kind:event when:2002-03-04", "v6 v1 v4?" },
  { "when-vague", "kind:event when:2003-06", "v3? v2? v4?" },
  { "when-between-choices", "kind:visit when:2003-01", "v2? v4?" },
  { "when-all-choices", "kind:visit when:2002-12-30|2003-06-01", "v3 v2? v4?" },
  { "when-halves", "kind:visit when:2003-01/2003-06|2003-07/2003-12", "v3? v2 v4?" },
  { "when-twice", "kind:visit when:2002 when:2003", "v4?" },
  { "when-contradiction", "kind:visit when:within:2002 when:after:2002", "" },
  { "when-and-not", "kind:visit when:2002/2003 -when:2002", "v3? v2 v4?" },
  { "when-negated", "kind:event -when:2002", "v3? v2 v5 v4? m2" },
  { "within", "kind:event when:within:2002-03", "v1 m1 v4?" },
  { "covers", "kind:event when:covers:2002-03-05", "v1 m1 v4?" },
  { "before", "kind:event when:before:2002-03-05", "v6 v4?" },
  { "after", "kind:event when:after:2003-01", "v3? v2? v5 v4?" },
  { "equals", "kind:event when:equals:2002-03-04/2002-03-06", "v1 v4?" },
  { "starts-in", "kind:event when:starts-in:2002-03-04", "v1 v4?" },
  { "ends-in", "kind:event when:ends-in:2002-03-04", "v6 v4?" },
  { "open-window", "kind:agreement when:2020/..", "ag2" },
  { "time-of-agreement", "kind:agreement when:2003", "ag2 ag1" },
  { "time-of-agreement-not-signature", "kind:agreement when:2001", "ag2" },
  { "time-of-accreditation", "kind:accreditation when:1997", "dan-rt" },
  { "time-of-accreditation-from-credentials", "kind:accreditation when:1996-02-05", "" },
  { "no-time", "kind:place when:2003", "" },
  { "no-time-negated", "kind:level -when:2003", "friendship" },
  { "date-field", "kind:source published:2010", "s1 s2?" },
  { "date-field-of-one-kind", "kind:accreditation|person arrived:1996-02-01", "dan-rt" },
  { "date-field-joined", "kind:source published:2000/2010 -published:2010", "s2?" },

  { "together", "kind:visit host:rt role:guest:zd when:2002-03 topic:economy place:rt status:held type:state rank:..minister "
                "text:visit purpose:bilateral channel:state source:s2 -host:zd -kind:meeting", "v1" },
  { "everything", "kind:topic", "economy tariffs trade" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (VnusChronicle) chronicle = load ();

  assert_found (chronicle, c->text, c->found);
}

/* One record asked alone gives the same truth. */
static void
test_one (void)
{
  g_autoptr (VnusChronicle) chronicle = load ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusQuery) query = vnus_query_parse (cases[i].text, NULL);
      g_autoptr (VnusMatches) matches = vnus_query_run (query, chronicle);
      guint found = 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), j);
          VnusTruth truth = VNUS_TRUTH_NO;

          for (guint k = 0; k < vnus_matches_get_size (matches); k++)
            if (vnus_matches_get_record (matches, k) == record)
              truth = vnus_matches_get_truth (matches, k);
          g_assert_cmpint (vnus_query_test (query, chronicle, record), ==, truth);
          found += truth != VNUS_TRUTH_NO;
        }
      g_assert_cmpuint (found, ==, vnus_matches_get_size (matches));
    }
}

static void
test_list (void)
{
  g_autoptr (VnusChronicle) chronicle = load ();
  g_autoptr (VnusMatches) matches = run (chronicle, "host:rt");
  GListModel *model = G_LIST_MODEL (matches);
  g_autoptr (VnusMatch) first = g_list_model_get_item (model, 0), last = g_list_model_get_item (model, 3);
  int min, max;

  g_assert_true (g_list_model_get_item_type (model) == VNUS_TYPE_MATCH);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 4);
  g_assert_null (g_list_model_get_item (model, 4));
  g_assert_true (vnus_match_get_record (first) == vnus_chronicle_lookup (chronicle, "v1"));
  g_assert_cmpint (vnus_match_get_truth (first), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_match_get_truth (last), ==, VNUS_TRUTH_POSSIBLY);

  vnus_matches_get_count (matches, &min, &max);
  g_assert_cmpint (min, ==, 3);
  g_assert_cmpint (max, ==, 4);
  vnus_matches_get_count (matches, NULL, NULL);
  g_assert_null (vnus_matches_get_record (matches, 4));
  g_assert_cmpint (vnus_matches_get_truth (matches, 4), ==, VNUS_TRUTH_NO);
}

static void
test_unit (void)
{
  static const char *const units[][2] = {
    { "kind:visit", "visits" },   { "host:rt", "records" },           { "", "records" },
    { "kind:event", "events" },   { "kind:visit|meeting", "records" }, { "kind:judgement", "judgements" },
    { "kind:state", "states" },   { "kind:treaty-action", "treaty-actions" },
    { "kind:event -kind:journey|visit|statement|measure", "meetings" },
  };
  g_autoptr (VnusChronicle) chronicle = load ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (VnusMatches) matches = run (chronicle, units[i][0]);

      g_assert_cmpstr (vnus_matches_get_unit (matches), ==, units[i][1]);
    }
}

static gint32
day_of (const char *text)
{
  g_autoptr (VnusDate) date = vnus_date_parse (text, NULL);

  return vnus_date_get_earliest_start (date);
}

static void
test_columns (void)
{
  g_autoptr (VnusChronicle) chronicle = load ();
  g_autoptr (VnusMatches) matches = run (chronicle, "kind:visit|agreement host:rt|zd|un -id:v6 -kind:agreement");
  static const char *const starts[] = { "2002-03-04", "2002-12-30", "2003-01-01", "2005-07-01", NULL };
  static const char *const ends[] = { "2002-03-06", "2003-06-01", "2003-12-31", "2005-07-31", NULL };
  const guint8 truths[] = { 2, 2, 2, 2, 1 };
  g_autoptr (GBytes) kinds = vnus_matches_make_kinds (matches);
  g_autoptr (GBytes) first = vnus_matches_make_days (matches, VNUS_BOUNDARY_EARLIEST_START);
  g_autoptr (GBytes) first_end = vnus_matches_make_days (matches, VNUS_BOUNDARY_EARLIEST_END);
  g_autoptr (GBytes) last_start = vnus_matches_make_days (matches, VNUS_BOUNDARY_LATEST_START);
  g_autoptr (GBytes) last = vnus_matches_make_days (matches, VNUS_BOUNDARY_LATEST_END);
  g_auto (GStrv) labels = vnus_matches_list_labels (matches, "vi"), dates = vnus_matches_list_dates (matches);
  g_auto (GStrv) sources = vnus_matches_list_sources (matches);
  gsize size;
  const gint32 *days;

  g_assert_cmpstrv ((char **) vnus_matches_get_ids (matches), ((const char *[]) { "v1", "v3", "v2", "v5", "v4", NULL }));
  g_assert_true (vnus_matches_get_ids (matches) == vnus_matches_get_ids (matches));
  g_assert_cmpmem (g_bytes_get_data (vnus_matches_get_truths (matches), NULL), 5, truths, 5);
  g_assert_cmpuint (g_bytes_get_size (vnus_matches_get_truths (matches)), ==, 5);
  g_assert_cmpuint (g_bytes_get_size (kinds), ==, 5);
  g_assert_cmpuint (*(const guint8 *) g_bytes_get_data (kinds, NULL), ==, VNUS_KIND_VISIT);

  days = g_bytes_get_data (first, &size);
  g_assert_cmpuint (size, ==, 5 * sizeof (gint32));
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (days[i], ==, day_of (starts[i]));
      g_assert_cmpint (((const gint32 *) g_bytes_get_data (last, NULL))[i], ==, day_of (ends[i]));
    }
  g_assert_cmpint (days[4], ==, VNUS_DAY_MIN);
  g_assert_cmpint (((const gint32 *) g_bytes_get_data (last, NULL))[4], ==, VNUS_DAY_MAX);
  g_assert_cmpint (*(const gint32 *) g_bytes_get_data (last_start, NULL), ==, day_of ("2002-03-04"));
  g_assert_cmpint (*(const gint32 *) g_bytes_get_data (first_end, NULL), ==, day_of ("2002-03-06"));

  g_assert_cmpstrv (labels, ((const char *[]) { "Visit of Bob to the Old Capital",
                                                "chuyến thăm rt-port-authority của Bob, 30/12/2002 hoặc 1/6/2003",
                                                "chuyến thăm rt-north của Cyd, 2003",
                                                "chuyến thăm Zenda của Ada Đoàn, 7/2005", "v4", NULL }));
  g_assert_cmpstrv (dates, ((const char *[]) { "2002-03-04/2002-03-06", "[2002-12-30,2003-06-01]", "2003", "2005-07",
                                               "", NULL }));
  g_assert_cmpstrv (sources, ((const char *[]) { "s1 s2", "s1", "s1", "s1", "s1", NULL }));
}

static void
assert_groups (VnusChronicle *chronicle,
               const char    *text,
               VnusGrouping   grouping,
               const char    *expected)
{
  g_autoptr (VnusMatches) matches = run (chronicle, text);
  g_autoptr (GListModel) groups = vnus_matches_count_by (matches, grouping);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (VnusCount) count = g_list_model_get_item (groups, i);

      g_string_append_printf (found, "%s%s:%d-%d", i > 0 ? " " : "", vnus_count_get_key (count),
                              vnus_count_get_min (count), vnus_count_get_max (count));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_groups (void)
{
  g_autoptr (VnusChronicle) chronicle = load ();

  assert_groups (chronicle, "kind:visit", VNUS_GROUPING_YEAR, "2002:2-3 2003:1-2 2005:1-1 :1-1");
  assert_groups (chronicle, "kind:visit host:rt", VNUS_GROUPING_YEAR, "2002:1-2 2003:1-2 :0-1");
  assert_groups (chronicle, "kind:visit when:2002|2003", VNUS_GROUPING_YEAR, "2002:2-3 2003:1-2 :0-1");
  assert_groups (chronicle, "kind:tenure", VNUS_GROUPING_YEAR, "2000:1-1 2001:1-1 :1-1");
  assert_groups (chronicle, "host:rt", VNUS_GROUPING_ACTOR,
                 "ada:1-1 bob:2-2 cyd:1-1 dan:2-3 rt:1-1 rt-north:1-1 rt-port-authority:1-1");
  assert_groups (chronicle, "kind:tenure|stage|topic", VNUS_GROUPING_ACTOR, "ada:1-1 bob:1-1 cyd:1-1 rt:1-1 :3-3");
  assert_groups (chronicle, "kind:event when:2002-03-05", VNUS_GROUPING_KIND, "visit:1-2 meeting:1-1");
  assert_groups (chronicle, "kind:event", VNUS_GROUPING_RANK, "head-of-state:3-3 foreign-minister:1-1 ambassador:1-1 :3-3");
  assert_groups (chronicle, "kind:visit kind:meeting", VNUS_GROUPING_KIND, "");
}

static void
test_change (void)
{
  g_autoptr (VnusChronicle) chronicle = load ();
  g_autoptr (VnusMatches) before = run (chronicle, "host:zd"), after = NULL;
  g_autoptr (VnusVisit) visit = vnus_visit_new ("v0");
  g_autofree char *found = NULL;

  vnus_visit_set_host (visit, "zd");
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (visit), NULL));
  assert_found (chronicle, "host:zd", "v6 v5 v0 v4?");

  /* What was found before stays, even without the chronicle. */
  g_clear_object (&chronicle);
  found = describe (before);
  g_assert_cmpstr (found, ==, "v6 v5 v4?");
}

/* One query asked of several chronicles by turns, of a view, and of one that grows:
 * it stands for what its ids stand for in each. */
static void
test_compiled (void)
{
  static const char *const register_only[] = { "s2", NULL };
  g_autoptr (VnusQuery) query = vnus_query_parse ("host:zd", NULL);
  g_autoptr (VnusChronicle) chronicle = load (), other = load (), empty = vnus_chronicle_new ("empty");
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, register_only);
  g_autoptr (VnusState) state = vnus_state_new ("zd");
  g_autoptr (VnusVisit) visit = vnus_visit_new ("v0");
  VnusChronicle *const asked[] = { chronicle, other, empty, view };
  static const char *const expected[][G_N_ELEMENTS (asked)] = {
    { "v6 v5 v4?", "v6 v5 v4?", "", "v1?" },
    { "v6 v5 v4?", "v6 v5 v0 v4?", "v0", "v1?" },
  };

  vnus_visit_set_host (visit, "zd");
  for (guint turn = 0; turn < 4; turn++)
    {
      if (turn == 2)
        {
          g_assert_true (vnus_chronicle_add (other, VNUS_RECORD (visit), NULL));
          g_assert_true (vnus_chronicle_add (empty, VNUS_RECORD (state), NULL));
          g_assert_true (vnus_chronicle_add (empty, VNUS_RECORD (visit), NULL));
        }
      for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
        {
          g_autoptr (VnusMatches) matches = vnus_query_run (query, asked[i]);
          g_autofree char *found = describe (matches);

          g_assert_cmpstr (found, ==, expected[turn / 2][i]);
        }
    }
}

/* A few among many, which stay when all else is gone. */
static void
test_few_of_many (void)
{
  static const guint8 truths[] = { 2, 2, 2, 1 };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("many");
  g_autoptr (VnusMatches) matches = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *found = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%04d", i);
      g_autofree char *day = g_strdup_printf ("20%02d-%02d-01", i / 100, i % 12 + 1);
      g_autoptr (VnusVisit) visit = vnus_visit_new (id);
      g_autoptr (VnusDate) when = vnus_date_parse (i == 1501 ? "2015" : day, NULL);

      vnus_visit_set_host (visit, "zd");
      vnus_visit_set_visit_type (visit, i % 1500 <= 1 ? VNUS_VISIT_TYPE_STATE : VNUS_VISIT_TYPE_WORKING);
      vnus_event_set_when (VNUS_EVENT (visit), when);
      g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (visit), NULL));
    }

  matches = run (chronicle, "host:zd type:state when:../2015-01");
  g_clear_object (&chronicle);
  found = describe (matches);
  g_assert_cmpstr (found, ==, "v0000 v0001 v1500 v1501?");
  kept = g_bytes_ref (vnus_matches_get_truths (matches));
  g_clear_object (&matches);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), truths, sizeof truths);
}

static void
test_view (void)
{
  static const char *const register_only[] = { "s2", NULL };
  g_autoptr (VnusChronicle) chronicle = load ();
  g_autoptr (VnusDate) early = vnus_date_parse ("2009-12-31", NULL), vague = vnus_date_parse ("2010-06", NULL);
  g_autoptr (VnusChronicle) of_register = vnus_chronicle_make_view (chronicle, NULL, register_only);
  g_autoptr (VnusChronicle) before = vnus_chronicle_make_view (chronicle, early, NULL);
  g_autoptr (VnusChronicle) during = vnus_chronicle_make_view (chronicle, vague, NULL);

  /* The register tells when, and nothing else. */
  assert_found (of_register, "kind:visit", "v1");
  assert_found (of_register, "kind:visit host:rt when:2002", "v1?");
  assert_found (of_register, "kind:visit participant:bob", "");

  /* The paper is of some day of 2010, and nobody knows when the register was published. */
  assert_found (before, "kind:visit", "v1?");
  assert_found (during, "kind:visit host:rt", "v1? v3? v2? v4?");
}

/* A record is known, and one of its fields only possibly. */
static void
test_partly_known (void)
{
  g_autoptr (VnusChronicle) chronicle = load (), view = NULL;
  g_autoptr (VnusVisit) visit = vnus_visit_new ("v8");
  g_autoptr (VnusCitation) paper = vnus_citation_new ("s1", NULL), plain = vnus_citation_new ("s2", NULL);
  g_autoptr (VnusCitation) of_status = vnus_citation_with_field (plain, "status"), told = NULL;
  g_autoptr (VnusValue) held = vnus_value_new_enum (VNUS_TYPE_STATUS, VNUS_STATUS_HELD);
  g_autoptr (VnusDate) later = vnus_date_parse ("2011", NULL);

  told = vnus_citation_with_value (of_status, held);
  vnus_visit_set_host (visit, "rt");
  vnus_record_add_citation (VNUS_RECORD (visit), paper);
  vnus_record_add_citation (VNUS_RECORD (visit), told);
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (visit), NULL));
  view = vnus_chronicle_make_view (chronicle, later, NULL);

  assert_found (view, "id:v8 host:rt", "v8");
  assert_found (view, "id:v8 -host:zd", "v8");
  assert_found (view, "id:v8 status:held", "v8?");
  assert_found (view, "id:v8 -status:cancelled", "v8?");
  assert_found (view, "id:v8 status:cancelled", "");
}

static void
test_check_ids (void)
{
  static const struct
  {
    const char *text;
    int         code; /* -1 for none */
    const char *expected;
  } table[] = {
    { "kind:visit host:rt capacity:zd topic:trade place:rt id:v1 source:s1 relation:rt-zd when:2002 text:none", -1, "" },
    { "host:rtt", VNUS_QUERY_ERROR_UNKNOWN_ID, "rt" },
    { "kind:visit id:v9", VNUS_QUERY_ERROR_UNKNOWN_ID, "v1" },
    { "role:guest:bobb", VNUS_QUERY_ERROR_UNKNOWN_ID, "bob" },
    { "topic:rt", VNUS_QUERY_ERROR_WRONG_KIND, "expected topic" },
    { "place:trade", VNUS_QUERY_ERROR_WRONG_KIND, "expected state, place" },
    { "host:ada", VNUS_QUERY_ERROR_WRONG_KIND, "expected state, organization" },
    { "office:rt", -1, "" },
  };
  g_autoptr (VnusChronicle) chronicle = load ();
  static const char *const register_only[] = { "s2", NULL };
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, register_only);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusQuery) query = vnus_query_parse (table[i].text, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (vnus_query_check_ids (query, chronicle, &error) == (table[i].code < 0));
      if (table[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_true (vnus_query_check_ids (query, view, NULL));
          continue;
        }
      g_assert_error (error, VNUS_QUERY_ERROR, table[i].code);
      g_assert_nonnull (strstr (error->message, table[i].expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/query/find/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vnus/query/one-record", test_one);
  g_test_add_func ("/vnus/query/ids", test_check_ids);
  g_test_add_func ("/vnus/matches/list", test_list);
  g_test_add_func ("/vnus/matches/unit", test_unit);
  g_test_add_func ("/vnus/matches/columns", test_columns);
  g_test_add_func ("/vnus/matches/groups", test_groups);
  g_test_add_func ("/vnus/matches/change", test_change);
  g_test_add_func ("/vnus/matches/compiled", test_compiled);
  g_test_add_func ("/vnus/matches/few-of-many", test_few_of_many);
  g_test_add_func ("/vnus/matches/view", test_view);
  g_test_add_func ("/vnus/matches/partly-known", test_partly_known);

  return g_test_run ();
}
