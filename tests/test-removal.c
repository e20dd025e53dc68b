/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is taken away from a chronicle makes no answer surer: declarations of
 * coverage taken away at random, sources taken away where nothing is declared and
 * nothing disputed, and all sources but those of the family that asserts. */
#include <vnus/vnus.h>

#include <string.h>

#include "worlds-chronicle.h"

static guint
scale (guint n)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");
  const double factor = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return MAX (1, (guint) (n * factor));
}

/* --- Comparing two answers --- */

static gboolean
is_surer (VnusTruth before,
          VnusTruth after)
{
  return before == VNUS_TRUTH_POSSIBLY && after != VNUS_TRUTH_POSSIBLY;
}

/* The truth of an item; NO if it is not listed. */
static VnusTruth
truth_of_item (VnusFinding *finding,
               const char  *id)
{
  for (guint i = 0; i < vnus_finding_get_n_records (finding); i++)
    if (g_str_equal (vnus_finding_get_record_id (finding, i), id))
      return vnus_finding_get_record_truth (finding, i);

  return VNUS_TRUTH_NO;
}

static gboolean
has_surer_item (VnusFinding *before,
                VnusFinding *after)
{
  for (guint i = 0; i < vnus_finding_get_n_records (before); i++)
    if (is_surer (vnus_finding_get_record_truth (before, i), truth_of_item (after, vnus_finding_get_record_id (before, i))))
      return TRUE;

  return FALSE;
}

/* A range that was not one number may not lose any of its numbers. */
static gboolean
has_narrower_range (VnusFinding *before,
                    VnusFinding *after)
{
  int min, max, new_min, new_max;

  if (!vnus_finding_get_range (before, &min, &max) || !vnus_finding_get_range (after, &new_min, &new_max))
    return FALSE;

  return (gint64) new_max - new_min < (gint64) max - min || (min < max && (new_min > min || new_max < max));
}

static void
check (VnusFindingChange *change,
       gboolean           with_items)
{
  VnusFinding *before = vnus_finding_change_get_before (change), *after = vnus_finding_change_get_after (change);

  if (before == NULL || after == NULL)
    return;
  if (is_surer (vnus_finding_get_truth (before), vnus_finding_get_truth (after)) ||
      (with_items && has_surer_item (before, after)) || has_narrower_range (before, after))
    {
      g_autofree char *explained = vnus_finding_explain (before, "en"), *now = vnus_finding_explain (after, "en");

      g_error ("%s\n%s\n%s", vnus_finding_change_get_question (change), explained, now);
    }
}

static void
check_all (VnusInquiry       *before,
           VnusInquiry       *after,
           const char *const *questions,
           gboolean           with_items,
           guint             *n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFindingDifference) difference = vnus_inquiry_compare (before, after, questions, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (difference)); i++)
    {
      g_autoptr (VnusFindingChange) change = g_list_model_get_item (G_LIST_MODEL (difference), i);

      check (change, with_items);
      (*n_changes)++;
    }
}

/* --- Coverage --- */

/* The chronicle without some of its declarations. */
static VnusChronicle *
remove_coverage (GRand         *rand,
                 VnusChronicle *chronicle)
{
  VnusChronicle *rest = vnus_chronicle_new ("rest");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (chronicle)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

      if (!VNUS_IS_COVERAGE (record) || pick (rand, 2) == 0)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  g_assert_true (vnus_chronicle_add_many (rest, (VnusRecord **) records->pdata, records->len, &error));
  g_assert_no_error (error);

  return rest;
}

static void
check_coverage (GRand         *rand,
                VnusChronicle *chronicle,
                guint         *n_changes)
{
  g_autoptr (VnusChronicle) rest = remove_coverage (rand, chronicle);
  g_autoptr (VnusInquiry) before = vnus_inquiry_new (chronicle), after = vnus_inquiry_new (rest);
  g_auto (GStrv) questions = vnus_inquiry_list_questions (before);

  check_all (before, after, (const char *const *) questions, TRUE, n_changes);
}

static VnusChronicle *
open_one (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open (strchr (name, '.') != NULL ? path : name, &error);

  g_assert_no_error (error);
  return chronicle;
}

static void
test_coverage_known (gconstpointer name)
{
  g_autoptr (VnusChronicle) chronicle = open_one (name);
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  guint n = scale (10), n_changes = 0;

  for (guint i = 0; i < n; i++)
    check_coverage (rand, chronicle, &n_changes);
  if (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_COVERAGE) > 0)
    g_assert_cmpuint (n_changes, >, 0);
}

static void
test_coverage_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);
  guint n = scale (300), n_changes = 0;

  for (guint i = 0; i < n; i++)
    {
      World *world = world_new (rand, WORLD_ANY);

      check_coverage (rand, world->chronicle, &n_changes);
      world_free (world);
    }
  if (n >= 100)
    g_assert_cmpuint (n_changes, >, n / 10);
}

/* --- Sources --- */

/* Not asked: what rests on that nothing else is told. That a level or an agreement
 * lasts is said as of the newest source, and who ended it may be another one. In
 * which tenure somebody came is told by all tenures that are recorded. */
static char **
list_monotone (const World   *world,
               VnusChronicle *view)
{
  const gboolean has_tenures = vnus_chronicle_get_n_of_kind (view, VNUS_KIND_TENURE) == world->n_tenures;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  static const char *const counts[] = { "kind:visit host:h0", "kind:visit", "kind:tenure office:o0" };

  for (guint i = 0; i < world->n_visits; i++)
    {
      g_autofree char *first = g_strdup_printf ("first-in-tenure %s", world->visits[i].id);
      g_autofree char *elapsed = g_strdup_printf ("elapsed %s 2020-03-01 months", world->visits[i].id);
      g_autofree char *before = g_strdup_printf ("before %s %s", world->visits[i].id, world->tenures[0].id);

      if (has_tenures)
        g_strv_builder_add (builder, first);
      g_strv_builder_add (builder, elapsed);
      g_strv_builder_add (builder, before);
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *day = day_text (world->origin, pick (world->rand, N_DAYS));
      g_autofree char *count = g_strdup_printf ("count '%s when:%s/..'", counts[i], day);

      g_strv_builder_add (builder, count);
    }

  return g_strv_builder_end (builder);
}

static void
test_sources (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);
  static const char *const one[] = { "q0", NULL };
  guint n = scale (600), n_changes = 0;

  for (guint i = 0; i < n; i++)
    {
      World *world = world_new (rand, WORLD_PLAIN);
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (world->chronicle, NULL, one);
      g_autoptr (VnusInquiry) before = vnus_inquiry_new (world->chronicle), after = vnus_inquiry_new (view);
      g_auto (GStrv) questions = list_monotone (world, view);

      check_all (before, after, (const char *const *) questions, TRUE, &n_changes);
      world_free (world);
    }
  g_assert_cmpuint (n_changes, >, n / 10);
}

/* --- Assertions --- */

static gboolean
is_of_family (VnusChronicle *chronicle,
              const char    *source,
              const char    *other)
{
  VnusSource *a = VNUS_SOURCE (vnus_chronicle_lookup (chronicle, source));
  VnusSource *b = VNUS_SOURCE (vnus_chronicle_lookup (chronicle, other));

  return g_str_equal (source, other) ||
         (vnus_source_get_family (a) != NULL && g_strcmp0 (vnus_source_get_family (a), vnus_source_get_family (b)) == 0);
}

/* All sources that are of one family with one that asserts. */
static char **
list_own_sources (VnusChronicle *chronicle,
                  VnusRecord    *assertion)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_SOURCE); i++)
    {
      const char *source = vnus_record_get_id (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_SOURCE, i));
      gboolean is_own = FALSE;

      for (guint j = 0; j < vnus_record_get_n_citations (assertion); j++)
        is_own = is_own ||
                 is_of_family (chronicle, source, vnus_citation_get_source (vnus_record_get_citation (assertion, j)));
      if (is_own)
        g_strv_builder_add (builder, source);
    }

  return g_strv_builder_end (builder);
}

static guint
check_assertions (VnusChronicle *chronicle)
{
  guint n = vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ASSERTION);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *assertion = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_ASSERTION, i);
      g_auto (GStrv) own = list_own_sources (chronicle, assertion);
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, (const char *const *) own);
      g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (view);
      const char *arguments[] = { vnus_record_get_id (assertion), NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "assertion", arguments, &error);
      g_autofree char *value = NULL;

      g_assert_no_error (error);
      value = vnus_finding_dup_value (finding);
      if (strstr (value, "undecided") == NULL || vnus_finding_get_truth (finding) != VNUS_TRUTH_POSSIBLY)
        g_error ("%s: %s", arguments[0], value);
    }

  return n;
}

static void
test_assertions_known (gconstpointer name)
{
  g_autoptr (VnusChronicle) chronicle = open_one (name);

  g_assert_cmpuint (check_assertions (chronicle), ==, vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ASSERTION));
}

static void
test_assertions_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (34);
  guint n = scale (300), n_checked = 0;

  for (guint i = 0; i < n; i++)
    {
      World *world = world_new (rand, WORLD_ANY);
      static const char *const rules[] = { "first-in-tenure", "count", "elapsed" };
      const char *rule = PICK (rand, rules);
      VnusRecord *assertion = make (world, VNUS_KIND_ASSERTION, "a0");
      g_autofree char *number = g_strdup_printf ("%d", pick (rand, 4));
      g_autoptr (VnusAmount) amount = vnus_amount_parse (number, VNUS_BOUND_EXACT, NULL, NULL);
      g_autoptr (VnusValue) value = vnus_value_new_amount (amount);
      g_autoptr (GError) error = NULL;

      set (assertion, "rule", rule);
      if (g_str_equal (rule, "count"))
        set (assertion, "scope", "kind:visit host:h0");
      else
        set (assertion, "subject", world->visits[0].id);
      g_assert_true (vnus_record_set_value (assertion, "value", value, NULL));
      g_assert_true (vnus_chronicle_add (world->chronicle, assertion, &error));
      g_assert_no_error (error);
      n_checked += check_assertions (world->chronicle);
      world_free (world);
    }
  g_assert_cmpuint (n_checked, ==, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/vnus/removal/coverage/vietnam-us", "vietnam-us", test_coverage_known);
  g_test_add_data_func ("/vnus/removal/coverage/ruritania", "ruritania.json", test_coverage_known);
  g_test_add_func ("/vnus/removal/coverage/random", test_coverage_random);
  g_test_add_func ("/vnus/removal/sources/random", test_sources);
  g_test_add_data_func ("/vnus/removal/own-family/vietnam-us", "vietnam-us", test_assertions_known);
  g_test_add_data_func ("/vnus/removal/own-family/ruritania", "ruritania.json", test_assertions_known);
  g_test_add_func ("/vnus/removal/own-family/random", test_assertions_random);

  return g_test_run ();
}
