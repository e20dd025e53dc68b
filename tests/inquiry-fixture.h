/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Small chronicles for tests of rules, written as their records alone. */
#pragma once

#include <vnus/vnus.h>

#include <string.h>

/* Reads @records, the inside of a list of JSON records. What they leave out is
 * added: the source “gazette”, published on 1 January 2020, and for each record
 * that names none a citation of it. */
static inline VnusChronicle *
read_records (const char *records)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\": \"vnus-chronicle\", \"version\": 1, \"id\": \"test\", \"records\": ["
                     "{\"kind\": \"source\", \"id\": \"gazette\", \"published\": \"2020-01-01\", \"source-type\": \"press\"}%s%s]}",
                     *records != '\0' ? "," : "", records);
  g_autoptr (GRegex) regex = g_regex_new ("\"C\"", 0, 0, NULL);
  g_autofree char *cited = g_regex_replace_literal (regex, text, -1, 0, "\"citations\": [{\"source\": \"gazette\"}]", 0, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (cited, strlen (cited));
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_bytes (bytes, "test", VNUS_LOAD_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return chronicle;
}

static inline VnusChronicle *
open_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "chronicles", name, NULL);
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open (path, &error);

  g_assert_no_error (error);
  return chronicle;
}

/* Asks “RULE ARGUMENT…”, parted by single spaces. */
static inline VnusFinding *
ask_on (VnusChronicle *chronicle,
        const char    *question,
        const char    *standpoint)
{
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_auto (GStrv) words = g_strsplit (question, " ", -1);
  g_autoptr (VnusDate) day = standpoint != NULL ? vnus_date_parse (standpoint, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  VnusFinding *finding;

  vnus_inquiry_set_standpoint (inquiry, day);
  finding = vnus_inquiry_ask (inquiry, words[0], (const char *const *) words + 1, &error);
  g_assert_no_error (error);
  return finding;
}

/* What every finding must be, whatever it says: worded in every language, with
 * reasons if it is not certain. */
static inline void
check_finding (VnusFinding *finding)
{
  static const char *const languages[] = { "en", "vi" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *sentence = vnus_finding_dup_sentence (finding, languages[l]);
      g_autofree char *explanation = vnus_finding_explain (finding, languages[l]);
      g_autofree char *json = vnus_finding_to_json (finding, languages[l]);

      g_assert_nonnull (sentence);
      g_assert_null (strstr (sentence, "{"));
      g_assert_nonnull (strstr (explanation, sentence));
      g_assert_nonnull (json);
    }
  if (vnus_finding_get_truth (finding) == VNUS_TRUTH_POSSIBLY)
    g_assert_cmpint (vnus_finding_get_reasons (finding), !=, VNUS_REASONS_NONE);
}

/* “certainly {…}” or “possibly date-vague {…}”: truth, reasons if there are any,
 * value. */
static inline char *
describe_finding (VnusFinding *finding)
{
  g_autofree char *reasons = vnus_reasons_to_string (vnus_finding_get_reasons (finding));
  g_autofree char *value = vnus_finding_dup_value (finding);

  return g_strconcat (vnus_truth_to_string (vnus_finding_get_truth (finding)), " ", reasons, *reasons != '\0' ? " " : "",
                      value, NULL);
}

static inline void
assert_finding (VnusChronicle *chronicle,
                const char    *question,
                const char    *standpoint,
                const char    *expected)
{
  g_autoptr (VnusFinding) finding = ask_on (chronicle, question, standpoint);
  g_autofree char *answer = describe_finding (finding);

  check_finding (finding);
  if (g_strcmp0 (answer, expected) != 0)
    {
      g_autofree char *explanation = vnus_finding_explain (finding, "en");

      g_test_message ("%s\n%s", question, explanation);
    }
  g_assert_cmpstr (answer, ==, expected);
}

/* A table of questions on one chronicle, each a test of its own. */
typedef struct
{
  const char *name;
  const char *question;
  const char *expected;
  const char *standpoint;
} QuestionCase;
