/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions on random chronicles, answered by the library and by going through
 * all possible worlds. The library may never be surer than they are. Where it may
 * be less sure is a table below; each of those has a limit. */
#include <vnus/vnus.h>

#include <string.h>

#include "worlds-reference-more.h"

/* --- Asking the library --- */

static VnusFinding *
ask (const World *world,
     const char  *rule,
     const char  *a,
     const char  *b,
     const char  *c,
     int          standpoint)
{
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (world->chronicle);
  const char *arguments[] = { a, b, c, NULL };
  g_autoptr (GError) error = NULL;
  VnusFinding *finding;

  if (standpoint != LATE)
    {
      g_autofree char *text = day_text (world->origin, standpoint);
      g_autoptr (VnusDate) day = vnus_date_parse (text, NULL);

      vnus_inquiry_set_standpoint (inquiry, day);
    }
  finding = vnus_inquiry_ask (inquiry, rule, arguments, &error);
  g_assert_no_error (error);

  return finding;
}

/* --- Comparing --- */

typedef enum
{
  SAME,
  WEAKER,
  WRONG,
} Verdict;

static Verdict
compare_truth (VnusTruth got,
               VnusTruth expected)
{
  return got == expected ? SAME : got == VNUS_TRUTH_POSSIBLY ? WEAKER : WRONG;
}

static VnusTruth
truth_of_item (VnusFinding *finding,
               const char  *id)
{
  for (guint i = 0; i < vnus_finding_get_n_records (finding); i++)
    if (g_str_equal (vnus_finding_get_record_id (finding, i), id))
      return vnus_finding_get_record_truth (finding, i);

  return VNUS_TRUTH_NO;
}

/* All of what is expected, and nothing that is not so much as possible. */
static Verdict
compare_items (VnusFinding  *finding,
               const Answer *answer)
{
  Verdict verdict = SAME;

  for (guint i = 0; i < answer->n_items; i++)
    verdict = MAX (verdict, compare_truth (truth_of_item (finding, answer->ids[i]), answer->truths[i]));
  for (guint i = 0; i < vnus_finding_get_n_records (finding); i++)
    {
      gboolean is_expected = FALSE;

      for (guint j = 0; j < answer->n_items; j++)
        is_expected = is_expected || g_str_equal (answer->ids[j], vnus_finding_get_record_id (finding, i));
      if (!is_expected)
        verdict = MAX (verdict, compare_truth (vnus_finding_get_record_truth (finding, i), VNUS_TRUTH_NO));
    }

  return verdict;
}

static Verdict
compare (VnusFinding  *finding,
         const Answer *answer)
{
  Verdict verdict = compare_items (finding, answer);
  int min, max;

  /* A list is as sure as what is in it. */
  if (verdict != SAME)
    return verdict;
  verdict = compare_truth (vnus_finding_get_truth (finding), answer->truth);
  if (!answer->has_range)
    return verdict;

  g_assert_true (vnus_finding_get_range (finding, &min, &max));
  if (min > answer->min || max < answer->max)
    return WRONG;

  return MAX (verdict, min == answer->min && max == answer->max ? SAME : WEAKER);
}

/* --- The rules --- */

/* In how many of a thousand cases a rule may be less sure than all worlds allow,
 * and where it is. */
static struct
{
  const char *rule;
  guint       limit;
  const char *where;
  guint       n, n_weaker, n_too_many, n_truths[3];
} tallies[] = {
  { "before", 0, NULL },
  { "elapsed", 10, "the first action by its date, where another may come before it; days without bound" },
  { "level-on", 8, "several stages of one level, of which one holds whichever day is right; gaps in the date asked about" },
  { "holder-on", 60, "two tenures that exclude each other: neither is certain; gaps in the date asked about" },
  { "in-force-on", 20, "validity and actions that allow it on different days; several actions of which one begins it" },
  { "count", 15, "a visit that no day both puts into the window and before the standpoint" },
  { "first-in-tenure", 60, "a tenure that only some days of the visit allow; what is attested" },
};

static void
describe (GString       *text,
          VnusChronicle *chronicle)
{
  static const char *const fields[] = { "level", "act", "during", "person", "host", "visit-type", "status", "participants",
                                        "when", "agreement", "action", "effective", "binding", "validity", "exclusive", "scope" };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (chronicle)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

      g_string_append_printf (text, "\n%s", vnus_record_get_id (record));
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          g_autoptr (VnusValue) value = vnus_field_lookup (vnus_record_get_kind (record), fields[f]) != NULL
                                          ? vnus_record_dup_value (record, fields[f])
                                          : NULL;
          g_autofree char *string = value != NULL ? vnus_value_to_string (value) : NULL;

          if (string != NULL)
            g_string_append_printf (text, " %s", string);
        }
      for (guint c = 1; c < vnus_record_get_n_citations (record); c++)
        {
          g_autofree char *citation = vnus_citation_to_string (vnus_record_get_citation (record, c));

          g_string_append_printf (text, " {%s}", citation);
        }
    }
}

static void
print_case (const World  *world,
            VnusFinding  *finding,
            const Answer *answer,
            const char   *question)
{
  g_autoptr (GString) text = g_string_new (question);
  g_autofree char *json = vnus_finding_to_json (finding, "en");

  describe (text, world->chronicle);
  g_string_append_printf (text, "\nexpected: %s", vnus_truth_to_string (answer->truth));
  if (answer->has_range)
    g_string_append_printf (text, " [%d, %d]", answer->min, answer->max);
  for (guint i = 0; i < answer->n_items; i++)
    g_string_append_printf (text, " %s:%s", answer->ids[i], vnus_truth_to_string (answer->truths[i]));
  g_string_append_printf (text, "\nfound: %s\n", json);
  g_printerr ("%s", text->str);
}

static void
check (const World  *world,
       VnusFinding  *finding,
       gboolean      is_answered,
       const Answer *answer,
       const char   *question)
{
  guint i = 0;
  Verdict verdict;

  while (!g_str_equal (tallies[i].rule, vnus_finding_get_rule (finding)))
    i++;
  if (!is_answered)
    {
      tallies[i].n_too_many++;
      return;
    }

  verdict = compare (finding, answer);
  if (verdict == WRONG || (verdict == WEAKER && g_strcmp0 (g_getenv ("VNUS_TEST_WEAKER"), tallies[i].rule) == 0))
    print_case (world, finding, answer, question);
  if (verdict == WRONG)
    g_test_fail ();
  tallies[i].n++;
  tallies[i].n_weaker += verdict == WEAKER;
  tallies[i].n_truths[answer->truth]++;
}

static const Fact *
pick_dated (const World *world)
{
  switch (pick (world->rand, 4))
    {
    case 0:
      return &world->stages[pick (world->rand, (int) world->n_stages)];
    case 1:
      return &world->tenures[pick (world->rand, (int) world->n_tenures)];
    default:
      return &world->visits[pick (world->rand, (int) world->n_visits)];
    }
}

static gboolean
is_visit (const World *world,
          const Fact  *fact)
{
  return fact >= world->visits && fact < world->visits + MAX_FACTS;
}

static void
ask_before (const World *world)
{
  const Fact *a = pick_dated (world), *b = pick_dated (world);
  Answer answer = { 0 };
  Written *date = random_date (world->rand, world->origin);
  gboolean to_date = a == b || pick (world->rand, 2) == 0;
  g_autoptr (VnusFinding) finding = ask (world, "before", a->id, to_date ? date->text : b->id, NULL, LATE);
  g_autofree char *question = g_strdup_printf ("before %s %s", a->id, to_date ? date->text : b->id);
  gboolean answered = refer_before (a, to_date ? date->spans : b->spans, to_date ? date->n : b->n,
                                    !to_date && is_visit (world, a) && is_visit (world, b) && a->what != b->what, &answer);

  check (world, finding, answered, &answer, question);
  written_free (date);
}

static void
ask_elapsed (const World *world)
{
  static const char *const units[] = { "days", "months", "years" };
  const Fact *fact = pick (world->rand, 4) == 0 && world->n_actions > 0 ? &world->actions[0] : pick_dated (world);
  const char *unit = PICK (world->rand, units);
  Written *date = random_day_like (world->rand, world->origin);
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "elapsed", fact->id, date->text, unit, LATE);
  g_autofree char *question = g_strdup_printf ("elapsed %s %s %s", fact->id, date->text, unit);

  refer_elapsed (world, fact, date, unit[0], &answer);
  check (world, finding, TRUE, &answer, question);
  written_free (date);
}

static void
ask_level_on (const World *world)
{
  static const char *const asked[] = { NULL, NULL, "a", "b" };
  const char *ladder = PICK (world->rand, asked);
  Written *date = random_date (world->rand, world->origin);
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "level-on", "r0", date->text, ladder, LATE);
  g_autofree char *question = g_strdup_printf ("level-on r0 %s %s", date->text, ladder != NULL ? ladder : "");

  check (world, finding, refer_level_on (world, date, ladder, &answer), &answer, question);
  written_free (date);
}

static void
ask_holder_on (const World *world)
{
  Written *date = random_date (world->rand, world->origin);
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "holder-on", "o0", date->text, NULL, LATE);
  g_autofree char *question = g_strdup_printf ("holder-on o0 %s", date->text);

  check (world, finding, refer_holder_on (world, date, &answer), &answer, question);
  written_free (date);
}

static void
ask_in_force_on (const World *world)
{
  int agreement = pick (world->rand, 3) - 1;
  const char *id = agreement >= 0 ? agreements[agreement] : NULL;
  Written *date = random_date (world->rand, world->origin);
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "in-force-on", date->text, id, NULL, LATE);
  g_autofree char *question = g_strdup_printf ("in-force-on %s %s", date->text, id != NULL ? id : "");

  check (world, finding, refer_in_force_on (world, date, agreement, &answer), &answer, question);
  written_free (date);
}

static void
ask_count (const World *world)
{
  const Counted *what = &counted[pick (world->rand, G_N_ELEMENTS (counted))];
  int a = pick (world->rand, N_DAYS), b = pick (world->rand, N_DAYS), form = pick (world->rand, 4);
  int standpoint = pick (world->rand, 3) == 0 ? pick (world->rand, N_DAYS) : LATE;
  Written *window = exact_interval (world->origin, form == 1 ? EARLY : MIN (a, b), form == 2 ? LATE : MAX (a, b));
  g_autofree char *query = g_strdup_printf ("%s when:%s", what->text, window->text);
  g_autofree char *question = g_strdup_printf ("count %s, from day %d", query, standpoint);
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "count", query, NULL, NULL, standpoint);

  check (world, finding, refer_count (world, what, window, standpoint, &answer), &answer, question);
  written_free (window);
}

static void
ask_first_in_tenure (const World *world)
{
  guint visit = (guint) pick (world->rand, (int) world->n_visits);
  const char *id = world->visits[visit].id;
  Answer answer = { 0 };
  g_autoptr (VnusFinding) finding = ask (world, "first-in-tenure", id, NULL, NULL, LATE);
  g_autofree char *question = g_strdup_printf ("first-in-tenure %s", id);

  check (world, finding, refer_first_in_tenure (world, visit, &answer), &answer, question);
}

static guint
scale (guint n)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");
  const double factor = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return MAX (1, (guint) (n * factor));
}

static void
test_worlds (gconstpointer data)
{
  static const struct
  {
    void (*ask) (const World *world);
    guint n;
  } questions[] = {
    { ask_before, 4 }, { ask_elapsed, 4 },  { ask_level_on, 4 },        { ask_holder_on, 4 },
    { ask_count, 5 },  { ask_in_force_on, 4 }, { ask_first_in_tenure, 4 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  guint n = scale (100);

  for (guint i = 0; i < n; i++)
    {
      World *world = world_new (rand, WORLD_ANY);

      for (guint q = 0; q < G_N_ELEMENTS (questions); q++)
        for (guint k = 0; k < questions[q].n; k++)
          questions[q].ask (world);
      world_free (world);
    }
}

/* How sure the library was, over all cases. */
static void
test_limits (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    {
      g_test_message ("%s: %u cases (%u no, %u possibly, %u certainly), %u weaker, %u with too many worlds, or none", tallies[i].rule,
                      tallies[i].n, tallies[i].n_truths[0], tallies[i].n_truths[1], tallies[i].n_truths[2],
                      tallies[i].n_weaker, tallies[i].n_too_many);
      if (tallies[i].n >= 1000)
        g_assert_cmpuint (tallies[i].n_weaker * 1000, <=, tallies[i].limit * tallies[i].n);
      n += tallies[i].n;
    }
  g_test_message ("%u cases", n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/worlds/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_worlds);
    }
  g_test_add_func ("/vnus/worlds/random/limits", test_limits);

  return g_test_run ();
}
