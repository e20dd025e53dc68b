/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is loaded from a store answers the rules as the whole does: same truths, same
 * reasons, same evidence, to the letter. */
#include <vnus/vnus.h>

#include "store-fixture.h"
#include "worlds-chronicle.h"

static guint
scale (guint n)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");
  const double factor = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return MAX (1, (guint) (n * factor));
}

typedef struct
{
  const char *query; /* what is asked about */
  const char *rule;
  const char *a;
  const char *b;
  const char *c;
} Question;

static char *
ask (VnusChronicle  *chronicle,
     const Question *question,
     VnusDate       *standpoint)
{
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  const char *arguments[] = { question->a, question->b, question->c, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = NULL;

  vnus_inquiry_set_relation (inquiry, g_str_equal (question->query, "relation:r0") ? "r0" : NULL);
  vnus_inquiry_set_standpoint (inquiry, standpoint);
  finding = vnus_inquiry_ask (inquiry, question->rule, arguments, &error);

  return finding != NULL ? vnus_finding_to_json (finding, "en") : g_strdup (error->message);
}

static void
compare (const World    *world,
         VnusStore      *store,
         const Question *question)
{
  static const char *const one_source[] = { "q1", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *about = g_strdup_printf ("%s", question->query);
  g_autoptr (VnusQuery) query = vnus_query_parse (about, &error);
  const char *const *according_to = pick (world->rand, 4) == 0 ? one_source : NULL;
  g_autoptr (VnusDate) known_on = pick (world->rand, 4) == 0 ? vnus_date_parse ("2024-06", NULL) : NULL;
  const gboolean is_view = according_to != NULL || known_on != NULL;
  g_autoptr (VnusChronicle) whole = is_view ? vnus_chronicle_make_view (world->chronicle, known_on, according_to)
                                            : g_object_ref (world->chronicle);
  g_autoptr (VnusChronicle) loaded = vnus_store_load (store, query, known_on, according_to, NULL, &error);
  g_autofree char *day = day_text (world->origin, pick (world->rand, N_DAYS));
  g_autoptr (VnusDate) standpoint = pick (world->rand, 2) == 0 ? vnus_date_parse (day, NULL) : NULL;
  g_autofree char *expected = NULL, *got = NULL;

  g_assert_no_error (error);
  expected = ask (whole, question, standpoint);
  got = ask (loaded, question, standpoint);
  g_test_message ("%s %s %s %s, loaded by %s: %u of %u", question->rule, question->a, question->b != NULL ? question->b : "",
                  question->c != NULL ? question->c : "", about, g_list_model_get_n_items (G_LIST_MODEL (loaded)),
                  g_list_model_get_n_items (G_LIST_MODEL (whole)));
  g_assert_cmpstr (got, ==, expected);
}

static const Fact *
pick_fact (const World *world)
{
  const Fact *facts[] = {
    &world->stages[pick (world->rand, (int) world->n_stages)],
    &world->tenures[pick (world->rand, (int) world->n_tenures)],
    &world->visits[pick (world->rand, (int) world->n_visits)],
  };

  return PICK (world->rand, facts);
}

/* One to the host that the relation is with, if there is one. */
static const Fact *
pick_visit (const World *world)
{
  const guint first = (guint) pick (world->rand, (int) world->n_visits);

  for (guint i = 0; i < world->n_visits; i++)
    if (world->visits[(first + i) % world->n_visits].what == 0)
      return &world->visits[(first + i) % world->n_visits];

  return NULL;
}

static void
ask_all (const World *world,
         VnusStore   *store)
{
  static const char *const units[] = { "days", "months", "years" };
  static const char *const counts[] = {
    "kind:visit host:h0", "kind:visit host:h0 capacity:o0", "kind:visit host:h0 role:guest:p0", "kind:visit",
    "kind:tenure office:o0", "kind:stage relation:r0", "kind:agreement relation:r0",
  };
  const Fact *a = pick_fact (world), *b = pick_fact (world), *visit = pick_visit (world);
  Written *date = random_date (world->rand, world->origin);
  Written *day = random_day_like (world->rand, world->origin);
  const char *counted = PICK (world->rand, counts);
  g_autofree char *both = g_strdup_printf ("id:%s|%s", a->id, b->id);
  g_autofree char *agreement = g_strdup_printf ("id:%s", agreements[0]);
  const Question questions[] = {
    { both, "before", a->id, b->id, NULL },
    { both, "elapsed", a->id, day->text, PICK (world->rand, units) },
    { "relation:r0", "level-on", "r0", date->text, NULL },
    { "kind:stage relation:r0", "level-on", "r0", date->text, "a" },
    { "office:o0", "holder-on", "o0", date->text, NULL },
    { "relation:r0", "in-force-on", date->text, NULL, NULL },
    { agreement, "in-force-on", date->text, agreements[0], NULL },
    { counted, "count", counted, NULL, NULL },
    { "relation:r0", "first-in-tenure", visit != NULL ? visit->id : NULL, NULL, NULL },
    { "relation:r0", "anniversaries", date->text, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].a != NULL)
      compare (world, store, &questions[i]);
  written_free (date);
  written_free (day);
}

static void
test_random_questions (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  const guint n = scale (25);

  for (guint i = 0; i < n; i++)
    {
      World *world = world_new (rand, WORLD_ANY);
      g_autoptr (VnusStore) store = open_another (fixture, i);
      g_autoptr (GError) error = NULL;

      g_assert_true (vnus_store_fill (store, world->chronicle, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      for (guint j = 0; j < 4; j++)
        ask_all (world, store);
      world_free (world);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/vnus/store-rules/random-questions", Fixture, NULL, set_up, test_random_questions, tear_down);

  return g_test_run ();
}
