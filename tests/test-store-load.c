/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is loaded from a store for a query answers as the whole does. */
#include <vnus/vnus.h>

#include "chronicle-text.h"
#include "store-fixture.h"
#include "random-query.h"

static void
clear_world (World *world)
{
  g_clear_object (&world->chronicle);
  g_clear_pointer (&world->days, g_hash_table_unref);
}

static guint
scale (guint n)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");
  const double factor = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return MAX (1, (guint) (n * factor));
}

static void
assert_same_matches (const VnusQuery *query,
                     VnusChronicle   *whole,
                     VnusChronicle   *loaded)
{
  g_autoptr (VnusMatches) expected = vnus_query_run (query, whole);
  g_autoptr (VnusMatches) got = vnus_query_run (query, loaded);
  g_autofree char *text = vnus_query_to_string (query);
  int min, max, expected_min, expected_max;

  g_test_message ("%s: %u of %u", text, vnus_matches_get_size (expected), g_list_model_get_n_items (G_LIST_MODEL (whole)));
  for (guint i = 0; i < MIN (vnus_matches_get_size (expected), vnus_matches_get_size (got)); i++)
    {
      VnusRecord *a = vnus_matches_get_record (expected, i), *b = vnus_matches_get_record (got, i);

      g_assert_cmpstr (vnus_record_get_id (b), ==, vnus_record_get_id (a));
      g_assert_cmpint (vnus_matches_get_truth (got, i), ==, vnus_matches_get_truth (expected, i));
      g_assert_true (vnus_record_equal (a, b));
    }
  g_assert_cmpuint (vnus_matches_get_size (got), ==, vnus_matches_get_size (expected));
  vnus_matches_get_count (expected, &expected_min, &expected_max);
  vnus_matches_get_count (got, &min, &max);
  g_assert_cmpint (min, ==, expected_min);
  g_assert_cmpint (max, ==, expected_max);
}

/* A random query of a random view, in memory and from the store. */
static void
ask_one (GRand         *rand,
         VnusStore     *store,
         VnusChronicle *chronicle)
{
  static const char *const one_source[] = { "q0", NULL };
  g_autofree char *text = random_query (rand, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);
  const char *const *according_to = pick (rand, 3) == 0 ? one_source : NULL;
  g_autoptr (VnusChronicle) whole = according_to != NULL ? vnus_chronicle_make_view (chronicle, NULL, according_to)
                                                         : g_object_ref (chronicle);
  g_autoptr (VnusChronicle) loaded = NULL;
  int min, max, expected_min, expected_max;

  g_assert_no_error (error);
  loaded = vnus_store_load (store, query, NULL, according_to, NULL, &error);
  g_assert_no_error (error);
  g_assert_true ((vnus_chronicle_is_read_only (loaded) != 0) == (according_to != NULL));
  assert_same_matches (query, whole, loaded);

  if (pick (rand, 5) > 0)
    return;

  {
    g_autoptr (VnusMatches) matches = vnus_query_run (query, whole);

    vnus_matches_get_count (matches, &expected_min, &expected_max);
    g_assert_true (vnus_store_count (store, query, NULL, according_to, &min, &max, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (min, ==, expected_min);
    g_assert_cmpint (max, ==, expected_max);
  }
}

static void
test_random_queries (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  const guint n = scale (25);

  for (guint i = 0; i < n; i++)
    {
      World world = make_world (rand);
      g_autoptr (VnusStore) store = open_another (fixture, i);

      g_assert_true (vnus_store_fill (store, world.chronicle, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      for (guint j = 0; j < 40; j++)
        ask_one (rand, store, world.chronicle);
      clear_world (&world);
    }
}

/* The real chronicle: its brief is the same from what is loaded of its relation. */
static void
test_brief (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusQuery) query = vnus_query_parse ("relation:us-vn", &error);
  g_autoptr (VnusDate) known_on = vnus_date_parse ("2023-09-30", NULL);
  g_autoptr (VnusChronicle) loaded = NULL, known = NULL;

  g_assert_true (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  loaded = vnus_store_load (store, query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_matches (query, chronicle, loaded);
  g_assert_cmpstr (vnus_chronicle_get_id (loaded), ==, "vietnam-us");

  known = vnus_store_load (store, query, known_on, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&view);
  view = vnus_chronicle_make_view (chronicle, known_on, NULL);
  assert_same_matches (query, view, known);
}

/* Everything, without a query. */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusStore) store = open_store (fixture);
  g_autoptr (VnusChronicle) loaded = NULL;
  g_autoptr (GBytes) a = NULL, b = NULL;

  g_assert_true (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  loaded = vnus_store_load (store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  a = vnus_chronicle_to_json (chronicle);
  b = vnus_chronicle_to_json (loaded);
  g_assert_true (g_bytes_equal (a, b));
}

/* What one source says of a visit may be in view without what says where and when it
 * was: then it may have been anywhere, at any time, also here. */
#define HALF_KNOWN \
  "{'kind':'state','id':'fr'},{'kind':'state','id':'us'},{'kind':'state','id':'vn'}," \
  "{'kind':'source','id':'full','published':'2023-09'},{'kind':'source','id':'short','published':'2023-08'}," \
  "{'kind':'visit','id':'elsewhere','when':'2011-05','host':'fr','status':'held'," \
  " 'citations':[{'source':'full'},{'source':'short','field':'status','value':'announced'}]}," \
  "{'kind':'visit','id':'whole','when':'2011-05','host':'fr','status':'held','citations':[{'source':'short'}]}"

static void
test_hidden_values (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *query;
    const char *according_to;
    guint       n;
  } cases[] = {
    { "kind:visit host:vn", "short", 1 },
    { "kind:visit host:vn", "full", 0 },
    { "kind:visit when:2023", "short", 1 },
    { "kind:visit when:2023", "full", 0 },
    { "kind:visit host:vn when:2023", "short", 1 },
    { "kind:visit host:fr when:2023", "short", 1 },
    { "kind:visit host:fr when:2011", "short", 2 },
    { "kind:visit", "short", 2 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (HALF_KNOWN);
  g_autoptr (VnusStore) store = open_store (fixture);

  g_assert_true (vnus_store_fill (store, chronicle, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const according_to[] = { cases[i].according_to, NULL };
      g_autoptr (VnusQuery) query = vnus_query_parse (cases[i].query, &error);
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, according_to);
      g_autoptr (VnusChronicle) loaded = vnus_store_load (store, query, NULL, according_to, NULL, &error);
      g_autoptr (VnusMatches) matches = vnus_query_run (query, view);

      g_assert_no_error (error);
      g_test_message ("%s according to %s", cases[i].query, cases[i].according_to);
      g_assert_cmpuint (vnus_matches_get_size (matches), ==, cases[i].n);
      assert_same_matches (query, view, loaded);
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/store-load/all", test_all);
  ADD ("/vnus/store-load/brief", test_brief);
  ADD ("/vnus/store-load/hidden-values", test_hidden_values);
  ADD ("/vnus/store-load/random-queries", test_random_queries);

  return g_test_run ();
}
