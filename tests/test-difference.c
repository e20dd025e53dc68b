/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

#include <string.h>

/* --- Chronicles --- */

static VnusChronicle *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open ("vietnam-us", &error);

  g_assert_no_error (error);
  return chronicle;
}

static VnusInquiry *
ask_of (VnusChronicle *chronicle,
        const char    *known_on,
        const char    *according_to)
{
  g_autoptr (VnusDate) day = known_on != NULL ? vnus_date_parse (known_on, NULL) : NULL;
  g_auto (GStrv) sources = according_to != NULL ? g_strsplit (according_to, ",", -1) : NULL;
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, day, (const char *const *) sources);

  return vnus_inquiry_new (view);
}

static VnusFindingDifference *
compare (VnusInquiry *before,
         VnusInquiry *after,
         const char  *question)
{
  const char *questions[] = { question, NULL };
  g_autoptr (GError) error = NULL;
  VnusFindingDifference *difference = vnus_inquiry_compare (before, after, question != NULL ? questions : NULL, &error);

  g_assert_no_error (error);
  return difference;
}

static gboolean
names (char      **list,
       const char *name)
{
  gboolean found = g_strv_contains ((const char *const *) list, name);

  g_strfreev (list);
  return found;
}

/* --- Changes --- */

typedef struct
{
  const char *name;
  const char *before[2]; /* known on, according to */
  const char *after[2];
  const char *question;
  const char *said_before; /* in the value of the answer */
  const char *said_after;
  const char *cause;
  const char *new_source;
  const char *old_source;
} ChangeCase;

static const ChangeCase changes[] = {
  { "known-later/level", { "2023-08-30" }, { "2023-09-12" }, "level-on us-vn 2023-09-12",
    "\"comprehensive-partnership\"", "\"comprehensive-strategic-partnership\"", "us-vn-comprehensive-strategic",
    "vnanet-342388", "obama-sang-remarks-record" },
  { "known-later/status", { "2023-08-30" }, { "2023-09-12" }, "status-on biden-vn-2023 2023-09-12",
    "announced", "held", "biden-vn-2023", "us-historian-travels", NULL },
  { "known-later/assertion", { "2023-08-30" }, { "2023-09-12" }, "assertion a017",
    "undecided", "confirmed", "us-presidents-in-vietnam", "us-historian-travels", NULL },
  { "more-sources/level", { NULL, "article-a,article-b" }, { NULL, NULL }, "level-on us-vn 2023-09-12",
    "\"comprehensive-partnership\"", "\"comprehensive-strategic-partnership\"", "us-vn-comprehensive-strategic",
    "vnanet-342388", "article-a" },
  { "more-sources/count", { NULL, "article-a,article-b" }, { NULL, NULL },
    "count 'kind:visit host:vn capacity:us-president when:1995-07/2023-08'", "null", "[5, 5]", "us-presidents-in-vietnam",
    "us-historian-travels", NULL },
};

static void
test_change (gconstpointer data)
{
  const ChangeCase *c = data;
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusInquiry) before = ask_of (chronicle, c->before[0], c->before[1]);
  g_autoptr (VnusInquiry) after = ask_of (chronicle, c->after[0], c->after[1]);
  g_autoptr (VnusFindingDifference) difference = compare (before, after, c->question);
  g_autoptr (VnusFindingChange) change = g_list_model_get_item (G_LIST_MODEL (difference), 0);
  g_autofree char *value_before = NULL, *value_after = NULL, *text = NULL;

  g_assert_cmpuint (vnus_finding_difference_get_n_questions (difference), ==, 1);
  g_assert_nonnull (change);
  g_assert_cmpstr (vnus_finding_change_get_question (change), ==, c->question);
  value_before = vnus_finding_dup_value (vnus_finding_change_get_before (change));
  value_after = vnus_finding_dup_value (vnus_finding_change_get_after (change));
  g_test_message ("%s → %s", value_before, value_after);
  g_assert_nonnull (strstr (value_before, c->said_before));
  g_assert_null (strstr (value_before, c->said_after));
  g_assert_nonnull (strstr (value_after, c->said_after));
  g_assert_true (names (vnus_finding_change_list_causes (change), c->cause));
  g_assert_true (names (vnus_finding_change_list_new_sources (change), c->new_source));
  if (c->old_source != NULL)
    g_assert_true (names (vnus_finding_change_list_old_sources (change), c->old_source));

  for (guint l = 0; l < 2; l++)
    {
      g_autofree char *sentence = vnus_finding_change_dup_sentence (change, l == 0 ? "en" : "vi");

      g_assert_true (g_str_has_prefix (sentence, l == 0 ? "Before: " : "Trước đó: "));
      g_assert_nonnull (strstr (sentence, l == 0 ? " Now: " : " Nay: "));
      g_assert_null (strchr (sentence, '{'));
    }
  text = vnus_finding_change_to_text (change, "en");
  g_assert_nonnull (strstr (text, c->cause));
  g_assert_nonnull (strstr (text, c->new_source));
}

/* --- All that is raised --- */

static void
test_same (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusInquiry) before = ask_of (chronicle, NULL, NULL), after = ask_of (chronicle, NULL, NULL);
  g_autoptr (VnusFindingDifference) difference = compare (before, after, NULL);
  g_auto (GStrv) questions = vnus_inquiry_list_questions (after);
  g_autofree char *text = vnus_finding_difference_to_text (difference, "en");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (difference)), ==, 0);
  g_assert_cmpuint (vnus_finding_difference_get_n_questions (difference), ==, g_strv_length (questions));
  g_assert_cmpuint (g_strv_length (questions), >, 50);
  g_assert_true (g_str_has_prefix (text, "0 answers changed, of "));
}

/* Every question that a chronicle raises can be asked of it. */
static void
test_questions (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-08-30", NULL);
  g_auto (GStrv) questions = NULL;
  gboolean has_level = FALSE;

  vnus_inquiry_set_standpoint (inquiry, day);
  questions = vnus_inquiry_list_questions (inquiry);
  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusFinding) finding = NULL;

      g_assert_true (g_shell_parse_argv (questions[i], NULL, &words, &error));
      finding = vnus_inquiry_ask (inquiry, words[0], (const char *const *) words + 1, &error);
      g_assert_no_error (error);
      g_assert_nonnull (finding);
      has_level = has_level || g_str_equal (questions[i], "level-on us-vn 2023-08-30");
    }
  g_assert_true (has_level);
}

static void
test_all (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusInquiry) before = ask_of (chronicle, "2023-08-30", NULL), after = ask_of (chronicle, "2023-09-12", NULL);
  g_autoptr (VnusFindingDifference) difference = compare (before, after, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (difference));
  gboolean has_level = FALSE;
  g_autofree char *json = vnus_finding_difference_to_json (difference, "vi");

  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <, vnus_finding_difference_get_n_questions (difference));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusFindingChange) change = g_list_model_get_item (G_LIST_MODEL (difference), i);
      g_auto (GStrv) arguments = vnus_finding_change_list_arguments (change);

      has_level = has_level || (g_str_equal (vnus_finding_change_get_rule (change), "level-on") &&
                                g_str_equal (arguments[0], "us-vn"));
    }
  g_assert_true (has_level);
  g_assert_nonnull (strstr (json, "\"rule\": \"level-on\", \"arguments\": [\"us-vn\""));
  g_assert_nonnull (strstr (json, "\"sentence\": \"Trước đó: "));
}

/* --- Revisions --- */

static void
add_visit (VnusChronicle *chronicle,
           const char    *id,
           const char    *when)
{
  g_autoptr (VnusRecord) visit = vnus_kind_make_record (VNUS_KIND_VISIT, id);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("article-a", NULL);
  g_autoptr (VnusParticipant) guest = vnus_participant_new ("joe-biden", VNUS_ROLE_GUEST);
  g_autoptr (VnusParticipant) president = vnus_participant_with_capacity (guest, "us-president");
  g_autoptr (VnusDate) date = vnus_date_parse (when, NULL);
  g_autoptr (GError) error = NULL;

  vnus_visit_set_host (VNUS_VISIT (visit), "vn");
  vnus_event_set_when (VNUS_EVENT (visit), date);
  vnus_event_set_status (VNUS_EVENT (visit), VNUS_STATUS_HELD);
  vnus_event_add_participant (VNUS_EVENT (visit), president);
  vnus_record_add_citation (visit, citation);
  g_assert_true (vnus_chronicle_add (chronicle, visit, &error));
  g_assert_no_error (error);
}

static void
test_revisions (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusChronicle) old = vnus_chronicle_snapshot (chronicle);
  g_autoptr (VnusInquiry) before = vnus_inquiry_new (old), after = NULL;
  g_autoptr (VnusFindingDifference) first = NULL, appeared = NULL, gone = NULL;
  g_autoptr (VnusFindingChange) change = NULL, new_one = NULL, old_one = NULL;
  g_autofree char *sentence = NULL, *lost = NULL;

  add_visit (chronicle, "biden-vn-2022", "2022-05-01");
  after = vnus_inquiry_new (chronicle);

  first = compare (before, after, "first-in-tenure biden-vn-2023");
  change = g_list_model_get_item (G_LIST_MODEL (first), 0);
  g_assert_cmpint (vnus_finding_get_truth (vnus_finding_change_get_before (change)), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_finding_get_truth (vnus_finding_change_get_after (change)), ==, VNUS_TRUTH_NO);
  g_assert_true (names (vnus_finding_change_list_causes (change), "biden-vn-2022"));

  /* What only one of them has. */
  appeared = compare (before, after, "elapsed biden-vn-2022 2023 years");
  new_one = g_list_model_get_item (G_LIST_MODEL (appeared), 0);
  g_assert_null (vnus_finding_change_get_before (new_one));
  g_assert_nonnull (vnus_finding_change_get_after (new_one));
  sentence = vnus_finding_change_dup_sentence (new_one, "en");
  g_assert_true (g_str_has_prefix (sentence, "Before, there was nothing to ask about. Now: "));

  gone = compare (after, before, "elapsed biden-vn-2022 2023 years");
  old_one = g_list_model_get_item (G_LIST_MODEL (gone), 0);
  g_assert_null (vnus_finding_change_get_after (old_one));
  lost = vnus_finding_change_dup_sentence (old_one, "vi");
  g_assert_true (g_str_has_suffix (lost, "Nay không còn gì để hỏi."));
}

/* --- Errors --- */

static const struct
{
  const char *name;
  const char *question;
  int         code;
  const char *quoted;
} bad[] = {
  { "no-rule", "level us-vn 2023", VNUS_INQUIRY_ERROR_UNKNOWN_RULE, "level" },
  { "no-date", "level-on us-vn yesterday", VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "yesterday" },
  { "unknown-in-both", "level-on us-zz 2023", VNUS_INQUIRY_ERROR_UNKNOWN_ID, "us-zz" },
  { "unpaired-quotation", "count 'kind:visit", VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "kind:visit" },
  { "empty", "", VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "“”" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *questions[] = { "level-on us-vn 2023-09-12", bad[i].question, NULL };
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusInquiry) before = vnus_inquiry_new (chronicle), after = vnus_inquiry_new (chronicle);
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_inquiry_compare (before, after, questions, &error));
  g_assert_error (error, VNUS_INQUIRY_ERROR, bad[i].code);
  g_assert_nonnull (strstr (error->message, bad[i].quoted));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/difference/%s", changes[i].name);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  g_test_add_func ("/vnus/difference/same", test_same);
  g_test_add_func ("/vnus/difference/questions", test_questions);
  g_test_add_func ("/vnus/difference/all", test_all);
  g_test_add_func ("/vnus/difference/revisions", test_revisions);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/difference/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }

  return g_test_run ();
}
