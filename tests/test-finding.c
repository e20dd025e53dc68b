/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

#include "inquiry/vnus-finding-private.h"

static VnusChronicle *
make_chronicle (void)
{
  VnusChronicle *chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusSource) source = vnus_source_new ("gazette");
  g_autoptr (VnusText) title = vnus_text_new ("en", "The Gazette");
  g_autoptr (VnusDate) published = vnus_date_parse ("2001-05-04", NULL);
  g_autoptr (VnusPerson) person = vnus_person_new ("a-person");
  g_autoptr (VnusText) name = vnus_text_new ("en", "Ann Person");
  g_autoptr (VnusOffice) office = vnus_office_new ("an-office");
  g_autoptr (VnusText) office_name = vnus_text_new ("en", "President of Utopia");
  g_autoptr (VnusCitation) citation = vnus_citation_new ("gazette", "3.1");
  g_autoptr (GError) error = NULL;
  VnusRecord *records[] = { VNUS_RECORD (source), VNUS_RECORD (person), VNUS_RECORD (office) };

  vnus_source_set_title (source, title);
  vnus_source_set_published (source, published);
  vnus_record_set_label (VNUS_RECORD (person), name);
  vnus_record_add_citation (VNUS_RECORD (person), citation);
  vnus_record_set_label (VNUS_RECORD (office), office_name);
  vnus_record_add_citation (VNUS_RECORD (office), citation);
  vnus_chronicle_add_many (chronicle, records, G_N_ELEMENTS (records), &error);
  g_assert_no_error (error);

  return chronicle;
}

/* A phrase that says one argument and nothing else. */
static VnusPhrase *
text_phrase (const char *text)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);

  _vnus_phrase_add_text (phrase, NULL, text);
  return phrase;
}

static void
assert_says (VnusPhrase    *phrase,
             VnusChronicle *chronicle,
             const char    *expected)
{
  g_autofree char *text = _vnus_phrase_say (phrase, chronicle, "en");

  g_assert_cmpstr (text, ==, expected);
  _vnus_phrase_unref (phrase);
}

static void
test_arguments (void)
{
  g_autoptr (VnusChronicle) chronicle = make_chronicle ();
  g_autoptr (VnusText) text = vnus_text_new ("en", "some words");
  g_autoptr (VnusDate) date = vnus_date_parse ("1995-07", NULL);
  g_autoptr (VnusAmount) amount = vnus_amount_parse ("123860000000", VNUS_BOUND_MORE_THAN, "USD", NULL);
  const char *const ids[] = { "a-person", "an-office", "unknown-id", NULL };
  VnusPhrase *phrase;

  assert_says (text_phrase ("as it is"), chronicle, "as it is");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_localised (phrase, NULL, text);
  assert_says (phrase, chronicle, "some words");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_date (phrase, NULL, date, VNUS_DATE_STYLE_WHEN);
  assert_says (phrase, chronicle, "in July 1995");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_amount (phrase, NULL, amount);
  assert_says (phrase, chronicle, "more than USD 123.86 billion");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_record (phrase, NULL, "unknown-id");
  assert_says (phrase, chronicle, "unknown-id");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_person (phrase, NULL, "a-person", "an-office");
  assert_says (phrase, chronicle, "President of Utopia Ann Person");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_person (phrase, NULL, "a-person", NULL);
  assert_says (phrase, chronicle, "Ann Person");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_reasons (phrase, NULL, VNUS_REASONS_NO_EVIDENCE);
  assert_says (phrase, chronicle, "nothing on record settles it");

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_records (phrase, NULL, ids, "and");
  assert_says (phrase, chronicle, "Ann Person, President of Utopia and unknown-id");
}

static void
test_nested (void)
{
  g_autoptr (VnusPhrase) inner = text_phrase ("đi thăm");
  g_autoptr (VnusPhrase) outer = _vnus_phrase_new ("finding.answer-because");
  g_autofree char *plain = NULL;
  g_autofree char *sentence = NULL;

  _vnus_phrase_add_phrase (outer, "truth", inner);
  _vnus_phrase_add_phrase (outer, "reasons", inner);
  plain = _vnus_phrase_say (outer, NULL, "vi");
  g_assert_cmpstr (plain, ==, "Trả lời: đi thăm; đi thăm.");

  sentence = _vnus_phrase_say_sentence (inner, NULL, "vi");
  g_assert_cmpstr (sentence, ==, "Đi thăm");
}

static VnusFinding *
make_finding (VnusChronicle *chronicle)
{
  VnusFinding *finding = _vnus_finding_new (chronicle, "a-rule");
  VnusFindingItem *item;

  _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
  _vnus_finding_add_reason (finding, VNUS_REASONS_DATE_VAGUE);
  _vnus_finding_add_reason (finding, VNUS_REASONS_SOURCES_DIFFER);
  _vnus_finding_add_evidence (finding, "a-person", NULL);
  _vnus_finding_add_evidence (finding, "a-person", NULL);
  _vnus_finding_add_counter (finding, "an-office", NULL);
  _vnus_finding_add_missing (finding, "kind:visit");
  _vnus_finding_add_step (finding, text_phrase ("one step"));
  _vnus_finding_add_sentence (finding, text_phrase ("first sentence."));
  _vnus_finding_add_sentence (finding, text_phrase ("with “quotes\" and\n\\."));
  _vnus_finding_set_count (finding, 2, VNUS_RANGE_OPEN, "visits");
  item = _vnus_finding_add_record (finding, "a-person", VNUS_TRUTH_CERTAINLY);
  item->has_range = TRUE;
  item->min = item->max = 10;

  return _vnus_finding_seal (finding);
}

static void
test_getters (void)
{
  g_autoptr (VnusChronicle) chronicle = make_chronicle ();
  g_autoptr (VnusFinding) finding = make_finding (chronicle);
  g_auto (GStrv) evidence = vnus_finding_list_evidence (finding);
  g_auto (GStrv) counter = vnus_finding_list_counter_evidence (finding);
  g_auto (GStrv) coverage = vnus_finding_list_coverage (finding);
  g_auto (GStrv) missing = vnus_finding_list_missing_coverage (finding);
  g_autofree char *step = vnus_finding_dup_step (finding, 0, "en");
  int min, max;

  g_assert_cmpstr (vnus_finding_get_rule (finding), ==, "a-rule");
  g_assert_cmpint (vnus_finding_get_truth (finding), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_true (vnus_finding_is_disputed (finding));
  g_assert_true (vnus_finding_get_range (finding, &min, &max));
  g_assert_cmpint (min, ==, 2);
  g_assert_cmpint (max, ==, VNUS_RANGE_OPEN);
  g_assert_cmpstr (vnus_finding_get_unit (finding), ==, "visits");
  g_assert_null (vnus_finding_get_date (finding));
  g_assert_cmpuint (vnus_finding_get_n_records (finding), ==, 1);
  g_assert_cmpstr (vnus_finding_get_record_id (finding, 0), ==, "a-person");
  g_assert_null (vnus_finding_get_record_id (finding, 1));
  g_assert_cmpint (vnus_finding_get_record_truth (finding, 0), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_true (vnus_finding_get_record_range (finding, 0, &min, &max));
  g_assert_cmpint (min, ==, 10);
  g_assert_null (vnus_finding_get_record_sense (finding, 0));
  g_assert_cmpuint (g_strv_length (evidence), ==, 1);
  g_assert_cmpstr (evidence[0], ==, "a-person");
  g_assert_cmpstr (counter[0], ==, "an-office");
  g_assert_cmpuint (g_strv_length (coverage), ==, 0);
  g_assert_cmpstr (missing[0], ==, "kind:visit");
  g_assert_cmpuint (vnus_finding_get_n_steps (finding), ==, 1);
  g_assert_cmpstr (step, ==, "One step");
  g_assert_null (vnus_finding_dup_step (finding, 1, "en"));
}

static void
test_json (void)
{
  g_autoptr (VnusChronicle) chronicle = make_chronicle ();
  g_autoptr (VnusFinding) finding = make_finding (chronicle);
  g_autofree char *json = vnus_finding_to_json (finding, "en");

  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"rule\": \"a-rule\",\n"
                   "  \"truth\": \"possibly\",\n"
                   "  \"reasons\": [\"date-vague\", \"sources-differ\"],\n"
                   "  \"disputed\": true,\n"
                   "  \"value\": {\"records\": [{\"id\": \"a-person\", \"truth\": \"certainly\", \"n\": [10, 10], \"jubilee\": true}],"
                   " \"count\": [2, null], \"unit\": \"visits\"},\n"
                   "  \"sentence\": \"First sentence. With “quotes\\\" and\\u000a\\\\.\",\n"
                   "  \"evidence\": [\"a-person\"],\n"
                   "  \"counter\": [\"an-office\"],\n"
                   "  \"coverage\": [],\n"
                   "  \"coverage-missing\": [\"kind:visit\"],\n"
                   "  \"steps\": [\"One step\"]\n"
                   "}\n");
}

static void
test_explain (void)
{
  g_autoptr (VnusChronicle) chronicle = make_chronicle ();
  g_autoptr (VnusFinding) finding = make_finding (chronicle);
  g_autofree char *text = vnus_finding_explain (finding, "en");

  g_assert_nonnull (strstr (text, "1. One step\n"));
  g_assert_nonnull (strstr (text, "a-person: Ann Person\n    [gazette 3.1] The Gazette, 4 May 2001\n"));
  g_assert_nonnull (strstr (text, "kind:visit\n"));
}

static void
test_bare (void)
{
  g_autoptr (VnusFinding) finding = g_object_new (VNUS_TYPE_FINDING, NULL);
  g_autofree char *text = vnus_finding_explain (finding, "en");
  g_autofree char *value = vnus_finding_dup_value (finding);
  g_autofree char *json = vnus_finding_to_json (finding, "en");

  g_assert_cmpstr (vnus_finding_get_rule (finding), ==, "");
  g_assert_cmpint (vnus_finding_get_truth (finding), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_null (vnus_finding_dup_sentence (finding, "en"));
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (value, ==, "null");
  g_assert_nonnull (json);
}

/* What rests on nothing states nothing. */
static void
test_no_evidence (void)
{
  g_autoptr (VnusChronicle) chronicle = make_chronicle ();
  g_autoptr (VnusFinding) baseless = _vnus_finding_new (chronicle, "a-rule");
  g_autoptr (VnusFinding) honest = _vnus_finding_new (chronicle, "a-rule");
  g_autofree char *sentence = NULL;

  _vnus_finding_set_sentence (baseless, text_phrase ("a fact."));
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*no evidence*");
  _vnus_finding_seal (baseless);
  g_test_assert_expected_messages ();
  g_assert_null (vnus_finding_dup_sentence (baseless, "en"));

  _vnus_finding_add_reason (honest, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (honest, text_phrase ("nothing is recorded."));
  _vnus_finding_seal (honest);
  sentence = vnus_finding_dup_sentence (honest, "en");
  g_assert_cmpstr (sentence, ==, "Nothing is recorded.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/phrase/arguments", test_arguments);
  g_test_add_func ("/vnus/phrase/nested", test_nested);
  g_test_add_func ("/vnus/finding/getters", test_getters);
  g_test_add_func ("/vnus/finding/json", test_json);
  g_test_add_func ("/vnus/finding/explain", test_explain);
  g_test_add_func ("/vnus/finding/bare", test_bare);
  g_test_add_func ("/vnus/finding/no-evidence", test_no_evidence);

  return g_test_run ();
}
