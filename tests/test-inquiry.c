/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "inquiry-fixture.h"

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_properties (void)
{
  g_autoptr (VnusChronicle) chronicle = read_records ("");
  VnusInquiry *inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (VnusDate) day = vnus_date_parse ("2020-01-01", NULL);
  g_autoptr (VnusDate) same = vnus_date_parse ("2020-01-01", NULL);
  guint n = 0;

  g_signal_connect (inquiry, "notify", G_CALLBACK (on_notify), &n);
  g_assert_true (vnus_inquiry_get_chronicle (inquiry) == chronicle);
  g_assert_null (vnus_inquiry_get_standpoint (inquiry));
  g_assert_null (vnus_inquiry_get_relation (inquiry));

  vnus_inquiry_set_standpoint (inquiry, day);
  vnus_inquiry_set_standpoint (inquiry, same);
  g_assert_true (vnus_date_equal (vnus_inquiry_get_standpoint (inquiry), day));
  vnus_inquiry_set_relation (inquiry, "a-b");
  g_object_set (inquiry, "relation", "a-b", NULL);
  g_assert_cmpstr (vnus_inquiry_get_relation (inquiry), ==, "a-b");
  g_assert_cmpuint (n, ==, 2);

  g_assert_finalize_object (inquiry);
}

static void
test_rules (void)
{
  g_auto (GStrv) rules = vnus_inquiry_list_rules ();
  static const char *const languages[] = { "en", "vi" };

  g_assert_cmpuint (g_strv_length (rules), >, 0);
  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_assert_nonnull (vnus_inquiry_get_rule_parameters (rules[i]));
      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        {
          g_autofree char *statement = vnus_inquiry_dup_rule_statement (rules[i], languages[l]);
          g_autofree char *formula = vnus_inquiry_dup_rule_formula (rules[i], languages[l]);

          g_assert_nonnull (statement);
          g_assert_nonnull (formula);
        }
    }

  g_assert_null (vnus_inquiry_get_rule_parameters ("no-such"));
  g_assert_null (vnus_inquiry_dup_rule_statement ("no-such", "en"));
  g_assert_null (vnus_inquiry_dup_rule_formula (rules[0], "fr"));
}

static const struct
{
  const char *name;
  const char *question;
  VnusInquiryError code;
  const char *message;
} bad_questions[] = {
  { "unknown-rule", "elapse a", VNUS_INQUIRY_ERROR_UNKNOWN_RULE, "elapsed" },
  { "too-few", "elapsed stage-one 2020", VNUS_INQUIRY_ERROR_WRONG_NUMBER, "RECORD DATE UNIT" },
  { "too-many", "elapsed stage-one 2020 years more", VNUS_INQUIRY_ERROR_WRONG_NUMBER, "4 were given" },
  { "unknown-id", "elapsed stage-on 2020 years", VNUS_INQUIRY_ERROR_UNKNOWN_ID, "stage-one" },
  { "bad-date", "elapsed stage-one 2020-13 years", VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "DATE: " },
  { "bad-unit", "elapsed stage-one 2020 weeks", VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "weeks" },
};

static void
test_bad_question (gconstpointer data)
{
  g_autoptr (VnusChronicle) chronicle =
    read_records ("{\"kind\": \"state\", \"id\": \"aa\", \"C\"}, {\"kind\": \"state\", \"id\": \"bb\", \"C\"},"
                  "{\"kind\": \"relation\", \"id\": \"aa-bb\", \"parties\": [\"aa\", \"bb\"], \"C\"},"
                  "{\"kind\": \"level\", \"id\": \"relations\", \"ladder\": \"diplomatic\"},"
                  "{\"kind\": \"stage\", \"id\": \"stage-one\", \"relation\": \"aa-bb\", \"level\": \"relations\","
                  " \"during\": \"1990/..\", \"C\"}");
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) words = g_strsplit (bad_questions[i].question, " ", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_inquiry_ask (inquiry, words[0], (const char *const *) words + 1, &error));
  g_assert_error (error, VNUS_INQUIRY_ERROR, (int) bad_questions[i].code);
  g_assert_nonnull (strstr (error->message, bad_questions[i].message));
}

/* Before it begins no time has passed since, whatever the sign of the number. */
static void
test_not_yet (void)
{
  static const struct
  {
    const char *date;
    const char *en;
    const char *vi;
  } cases[] = {
    { "1999", "Ann: not yet begun by 1999.", "Ann: tính đến năm 1999 chưa bắt đầu." },
    { "2000", "Ann: perhaps not yet begun by 2000; if it has, at most 9 full months to that date.",
      "Ann: tính đến năm 2000 có thể chưa bắt đầu; nếu đã bắt đầu thì nhiều nhất 9 tháng tròn." },
    { "2000-06-10", "Ann: between 2 and 3 full months to 10 June 2000.",
      "Ann: từ 2 đến 3 tháng tròn tính đến ngày 10 tháng 6 năm 2000." },
  };
  g_autoptr (VnusChronicle) chronicle =
    read_records ("{\"kind\": \"person\", \"id\": \"ann\", \"label\": {\"en\": \"Ann\"}, \"lived\": \"2000-03/..\", \"C\"}");
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const arguments[] = { "ann", cases[i].date, "months", NULL };
      g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "elapsed", arguments, NULL);
      g_autofree char *en = vnus_finding_dup_sentence (finding, "en"), *vi = vnus_finding_dup_sentence (finding, "vi");

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (vi, ==, cases[i].vi);
    }
}

/* A chronicle is asked as it is now. */
static void
test_change (void)
{
  g_autoptr (VnusChronicle) chronicle = read_records ("{\"kind\": \"person\", \"id\": \"ann\", \"lived\": \"1900/1980\", \"C\"}");
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  const char *const arguments[] = { "bob", "2000", "years", NULL };
  g_autoptr (VnusPerson) bob = vnus_person_new ("bob");
  g_autoptr (VnusDate) lived = vnus_date_parse ("1950-01-01/..", NULL);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("gazette", NULL);
  g_autoptr (VnusFinding) finding = NULL;
  g_autoptr (GError) error = NULL;
  int min, max;

  g_assert_null (vnus_inquiry_ask (inquiry, "elapsed", arguments, NULL));
  vnus_person_set_lived (bob, lived);
  vnus_record_add_citation (VNUS_RECORD (bob), citation);
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (bob), NULL));
  finding = vnus_inquiry_ask (inquiry, "elapsed", arguments, &error);
  g_assert_no_error (error);
  g_assert_true (vnus_finding_get_range (finding, &min, &max));
  g_assert_cmpint (min, ==, 50);
}

/* Of what the view does not show nothing can be said. */
static void
test_not_in_view (void)
{
  g_autoptr (VnusChronicle) chronicle =
    read_records ("{\"kind\": \"source\", \"id\": \"other\"},"
                  "{\"kind\": \"person\", \"id\": \"ann\", \"lived\": \"1900/1980\", \"C\"}");
  const char *const others[] = { "other", NULL };
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, others);

  assert_finding (view, "elapsed ann 2000 years", NULL, "possibly no-evidence null");
}

/* A snapshot never changes, and is no view: it is asked as its chronicle was. */
static void
test_snapshot (void)
{
  g_autoptr (VnusChronicle) chronicle = open_corpus ("graustark.json");
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);
  static const char *const questions[] = { "assertion says-first-since", "status-on dorn-rt-2010 2010-01-01",
                                           "count kind:visit", "conflicts", "holder-on gk-president 2008" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (VnusFinding) then = ask_on (snapshot, questions[i], "2015-01-01");
      g_autoptr (VnusFinding) now = ask_on (chronicle, questions[i], "2015-01-01");
      g_autofree char *answer = vnus_finding_to_json (then, "en");
      g_autofree char *expected = vnus_finding_to_json (now, "en");

      g_assert_cmpstr (answer, ==, expected);
    }
}

#define COVERED(scope) \
  "{\"kind\": \"state\", \"id\": \"aa\", \"C\"}, {\"kind\": \"state\", \"id\": \"bb\", \"C\"}," \
  "{\"kind\": \"office\", \"id\": \"aa-head\", \"of\": \"aa\", \"rank\": \"head-of-state\", \"C\"}," \
  "{\"kind\": \"person\", \"id\": \"ann\", \"of\": \"aa\", \"C\"}," \
  "{\"kind\": \"person\", \"id\": \"bob\", \"of\": \"aa\", \"C\"}," \
  "{\"kind\": \"visit\", \"id\": \"ann-2001\", \"when\": \"2001-05-05\", \"host\": \"bb\", \"status\": \"held\"," \
  " \"visit-type\": \"official\", \"participants\": [{\"actor\": \"ann\", \"role\": \"guest\", \"capacity\": \"aa-head\"}], \"C\"}," \
  "{\"kind\": \"visit\", \"id\": \"bob-2001\", \"when\": \"2001-02-02\", \"host\": \"bb\", \"status\": \"held\"," \
  " \"visit-type\": \"official\", \"participants\": [{\"actor\": \"bob\", \"role\": \"guest\"}], \"C\"}," \
  "{\"kind\": \"coverage\", \"id\": \"all\", \"scope\": \"" scope "\", \"during\": \"1990-01-01/2010-12-31\"," \
  " \"sources\": [\"gazette\"], \"basis\": \"source\", \"C\"}"

#define ALL_VISITS COVERED ("kind:visit host:bb")
#define BY_OFFICE COVERED ("kind:visit host:bb capacity:aa-head")
#define THAT_WERE_HELD COVERED ("kind:visit host:bb status:held")

#define TERM(id, number, during, rival) \
  ",{\"kind\": \"tenure\", \"id\": \"" id "\", \"person\": \"ann\", \"office\": \"aa-head\", \"term\": " number "," \
  " \"during\": \"" during "\", \"citations\": [{\"source\": \"gazette\"}," \
  " {\"source\": \"herald\", \"field\": \"during\", \"value\": \"" rival "\"}]}"

/* A treaty of two, one of three and one that is only signed, with what ended them. */
#define AGREEMENTS \
  "{\"kind\": \"state\", \"id\": \"aa\", \"C\"}, {\"kind\": \"state\", \"id\": \"bb\", \"C\"}," \
  "{\"kind\": \"state\", \"id\": \"cc\", \"C\"}, {\"kind\": \"relation\", \"id\": \"aa-bb\", \"parties\": [\"aa\", \"bb\"], \"C\"}," \
  "{\"kind\": \"agreement\", \"id\": \"valid\", \"binding\": \"treaty\", \"parties\": [\"aa\", \"bb\"]," \
  " \"validity\": \"2000/2009\", \"C\"}," \
  "{\"kind\": \"treaty-action\", \"id\": \"left\", \"agreement\": \"valid\", \"party\": \"bb\", \"action\": \"denounced\"," \
  " \"when\": \"2003\", \"effective\": \"2004-01-01\", \"C\"}," \
  "{\"kind\": \"agreement\", \"id\": \"many\", \"binding\": \"treaty\", \"parties\": [\"aa\", \"bb\", \"cc\"], \"C\"}," \
  "{\"kind\": \"treaty-action\", \"id\": \"force\", \"agreement\": \"many\", \"action\": \"entered-into-force\"," \
  " \"when\": \"2000-01-01\", \"C\"}," \
  "{\"kind\": \"treaty-action\", \"id\": \"out\", \"agreement\": \"many\", \"party\": \"cc\", \"action\": \"denounced\"," \
  " \"when\": \"2003\", \"effective\": \"2004-01-01\", \"C\"}"

#define IN_FORCE(id, truth) \
  truth " {\"records\": [{\"id\": \"" id "\", \"truth\": \"" truth "\", \"sense\": \"in-force\"}]}"

#define TERMS BY_OFFICE ", {\"kind\": \"source\", \"id\": \"herald\", \"published\": \"2020-01-01\", \"source-type\": \"press\"}"

static const struct
{
  const char *name;
  const char *records;
  const char *question;
  const char *expected;
} sure[] = {
  { "visits", ALL_VISITS, "count 'kind:visit host:bb when:2001'", "certainly {\"count\": [2, 2], \"unit\": \"visits\"}" },
  { "visits-of-person", ALL_VISITS, "count 'kind:visit host:bb role:guest:ann when:2001'",
    "certainly {\"count\": [1, 1], \"unit\": \"visits\"}" },
  { "visits-of-state", ALL_VISITS, "count 'kind:visit host:bb role:guest:aa when:2001'",
    "certainly {\"count\": [2, 2], \"unit\": \"visits\"}" },

  /* In which office somebody came is not always told: Bob may have come in it. */
  { "office-of-visits", ALL_VISITS, "count 'kind:visit host:bb capacity:aa-head when:2001'",
    "possibly no-coverage {\"count\": [1, null], \"unit\": \"visits\"}" },
  { "guest-office-of-visits", ALL_VISITS, "count 'kind:visit host:bb role:guest:aa-head when:2001'",
    "possibly no-coverage {\"count\": [1, null], \"unit\": \"visits\"}" },
  { "rank-of-visits", ALL_VISITS, "count 'kind:visit host:bb rank:head-of-state when:2001'",
    "possibly no-coverage,no-evidence {\"count\": [1, null], \"unit\": \"visits\"}" },
  { "holders-of-visits", ALL_VISITS, "count 'kind:visit host:bb holding:aa-head when:2001'",
    "possibly no-coverage,no-evidence {\"count\": [0, null], \"unit\": \"visits\"}" },
  { "sources-of-visits", ALL_VISITS, "count 'kind:visit host:bb source:gazette when:2002'",
    "possibly no-coverage,no-evidence {\"count\": [0, null], \"unit\": \"visits\"}" },
  { "first-of-office", ALL_VISITS, "first-of-office-since aa-head bb 1990",
    "possibly no-coverage {\"records\": [{\"id\": \"ann-2001\", \"truth\": \"possibly\"}]}" },
  { "first-of-office-in-scope", BY_OFFICE, "first-of-office-since aa-head bb 1990",
    "certainly {\"records\": [{\"id\": \"ann-2001\", \"truth\": \"certainly\"}]}" },
  { "office", BY_OFFICE, "count 'kind:visit host:bb capacity:aa-head when:2001'",
    "certainly {\"count\": [1, 1], \"unit\": \"visits\"}" },
  { "guest-office", BY_OFFICE, "count 'kind:visit host:bb role:guest:aa-head when:2001'",
    "certainly {\"count\": [1, 1], \"unit\": \"visits\"}" },

  /* One of the two is in the scope, the other is not. */
  { "office-or-person", BY_OFFICE, "count 'kind:visit host:bb role:guest:aa-head|guest:bob when:2001'",
    "possibly no-coverage {\"count\": [2, null], \"unit\": \"visits\"}" },

  /* A register of what was held knows nothing of plans. */
  { "held", THAT_WERE_HELD, "count 'kind:visit host:bb when:2001'", "certainly {\"count\": [2, 2], \"unit\": \"visits\"}" },
  { "held-asked", THAT_WERE_HELD, "count 'kind:visit host:bb status:held when:2001'",
    "certainly {\"count\": [2, 2], \"unit\": \"visits\"}" },
  { "announced", THAT_WERE_HELD, "count 'kind:visit host:bb status:announced when:2001'",
    "possibly no-coverage,no-evidence {\"count\": [0, null], \"unit\": \"visits\"}" },
  { "not-held", THAT_WERE_HELD, "count 'kind:visit host:bb -status:held when:2001'",
    "possibly no-coverage,no-evidence {\"count\": [0, null], \"unit\": \"visits\"}" },

  /* The visit of 2001 lies in the first term by one source, and not by the other. */
  { "first-term-agreed", TERMS TERM ("one", "1", "2000-01-01/2003-12-31", "2000-01-01/2003-12-31"),
    "rank-in-first-term ann-2001 1990", "certainly {\"count\": [1, 1]}" },
  { "first-term-of-rival", TERMS TERM ("one", "1", "2004-01-01/2007-12-31", "2000-01-01/2003-12-31"),
    "rank-in-first-term ann-2001 1990", "possibly sources-differ {\"count\": [1, 1]}" },
  { "first-term-by-rival-not", TERMS TERM ("one", "1", "2000-01-01/2003-12-31", "2004-01-01/2007-12-31"),
    "rank-in-first-term ann-2001 1990", "possibly sources-differ {\"count\": [1, 1]}" },
  { "later-term-of-rival", TERMS TERM ("one", "1", "1996-01-01/..", "1996-01-01/..")
    TERM ("two", "2", "2000-01-01/2003-12-31", "2004-01-01/2007-12-31"),
    "rank-in-first-term ann-2001 1990", "possibly date-vague {\"count\": [1, 1]}" },
  { "later-term-agreed", TERMS TERM ("one", "1", "1996-01-01/..", "1996-01-01/..")
    TERM ("two", "2", "2000-01-01/2003-12-31", "2000-01-01/2003-12-31"),
    "rank-in-first-term ann-2001 1990", "no null" },

  /* A treaty is valid no longer than until it is denounced, by one of its two. */
  { "validity-lasts", AGREEMENTS, "in-force-on 2003-06-01 valid", IN_FORCE ("valid", "certainly") },
  { "validity-is-ended", AGREEMENTS, "in-force-on 2005-06-01 valid", "no {\"records\": []}" },
  { "left-by-a-third", AGREEMENTS, "in-force-on 2005-06-01 many", IN_FORCE ("many", "certainly") },
  { "left-by-the-third-itself", AGREEMENTS, "in-force-on 2005-06-01 many cc", "no {\"records\": []}" },

  /* A date with extent is counted to from its first day to its last. */
  { "elapsed-to-a-span", ALL_VISITS, "elapsed ann-2001 2001-05-05/2003 months",
    "possibly date-vague {\"range\": [0, 31], \"unit\": \"months\"}" },
  { "elapsed-to-no-end", ALL_VISITS, "elapsed ann-2001 2001-05-05/.. months",
    "possibly date-vague {\"range\": [0, null], \"unit\": \"months\"}" },
};

/* No answer rests on a declaration that says less than is asked, nor on one of
 * several dates for a term. */
static void
test_sureness (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (VnusChronicle) chronicle = read_records (sure[i].records);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = NULL;
  g_autofree char *answer = NULL;

  g_shell_parse_argv (sure[i].question, NULL, &words, &error);
  g_assert_no_error (error);
  finding = vnus_inquiry_ask (inquiry, words[0], (const char *const *) words + 1, &error);
  g_assert_no_error (error);
  check_finding (finding);
  answer = describe_finding (finding);
  g_assert_cmpstr (answer, ==, sure[i].expected);
}

#define VISIT(id, more) \
  ",{\"kind\": \"visit\", \"id\": \"" id "\", \"host\": \"bb\", \"visit-type\": \"official\"," \
  " \"participants\": [{\"actor\": \"ann\", \"role\": \"guest\", \"capacity\": \"aa-head\"}]," more ", \"C\"}"

/* What is only possible is not said as if it were certain. */
static void
test_sentences (void)
{
  g_autoptr (VnusChronicle) chronicle =
    read_records (ALL_VISITS TERM ("one", "1", "2000-01-01/2010", "2000-01-01/2010") ", {\"kind\": \"source\", \"id\": \"herald\"}"
                    VISIT ("undated", "\"status\": \"held\"") VISIT ("later", "\"status\": \"held\", \"when\": \"2003\"")
                    VISIT ("vague", "\"status\": \"held\", \"when\": \"[2020,2021]\""));
  g_autoptr (VnusFinding) first = ask_on (chronicle, "first-in-tenure later", NULL);
  g_autoptr (VnusFinding) none = ask_on (chronicle, "count when:2021", NULL);
  g_autofree char *earlier = vnus_finding_dup_sentence (first, "en"), *count = vnus_finding_dup_sentence (none, "en");

  g_assert_cmpstr (earlier, ==, "Visit of ann to bb, 2003: not the first visit of ann to bb in that tenure as aa-head; "
                                "before it came: visit of ann to bb, 5 May 2001.");
  g_assert_cmpstr (count, ==, "None for certain; 7 on record are possible (when:2021).");
}

/* An open start is told in words, not by a mark of a notation. */
static void
test_open_tenure (void)
{
  static const struct { const char *during, *language, *expected; } rows[] = {
    { "2000-01-01/2010", "en", "Aa-head ann was in office from 1 January 2000 on, at the earliest." },
    { "../2010", "en", "Aa-head ann: how early the tenure may have begun is not known." },
    { "../2010", "vi", "Aa-head ann: ch\xc6\xb0" "a r\xc3\xb5 nhi\xe1\xbb\x87m k\xe1\xbb\xb3 c\xc3\xb3 th\xe1\xbb\x83 b\xe1\xba\xaft \xc4\x91\xe1\xba\xa7u s\xe1\xbb\x9bm nh\xe1\xba\xa5t t\xe1\xbb\xab khi n\xc3\xa0o." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *term = g_strdup_printf (ALL_VISITS ", {\"kind\": \"tenure\", \"id\": \"one\", \"person\": \"ann\","
                                               " \"office\": \"aa-head\", \"during\": \"%s\", \"C\"}", rows[i].during);
      g_autoptr (VnusChronicle) chronicle = read_records (term);
      g_autoptr (VnusFinding) finding = ask_on (chronicle, "first-in-tenure ann-2001", NULL);
      g_autofree char *step = vnus_finding_dup_step (finding, 1, rows[i].language);

      g_assert_cmpstr (step, ==, rows[i].expected);
    }
}

/* What follows from a bound is open to the side of the bound. */
static void
test_implied (void)
{
  static const struct { const char *bound, *expected; } rows[] = {
    { "exact", "With 105, this implies between 99.53 and 100.5 for the year before." },
    { "at-least", "As the figure is at least 105, this implies at least 99.53 for the year before." },
    { "less-than", "As the figure is less than 105, this implies at most 100.5 for the year before." },
    { "about", "As the figure is about 105, this implies about 99.53 to 100.5 for the year before." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *records = g_strdup_printf (ALL_VISITS ", {\"kind\": \"indicator\", \"id\": \"trade\", \"C\"},"
                                                  "{\"kind\": \"observation\", \"id\": \"trade-2001\", \"indicator\": \"trade\","
                                                  " \"period\": \"2001\", \"amount\": {\"number\": \"105\", \"bound\": \"%s\"},"
                                                  " \"change-as-reported\": {\"number\": \"0.05\"}, \"C\"}", rows[i].bound);
      g_autoptr (VnusChronicle) chronicle = read_records (records);
      g_autoptr (VnusFinding) finding = ask_on (chronicle, "growth trade 2001", NULL);
      g_autofree char *sentence = vnus_finding_dup_sentence (finding, "en");

      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_suffix (sentence, rows[i].expected));
    }
}

/* What comes before a date in a sentence fits whatever the date is. */
static void
test_odd_dates (void)
{
  static const struct
  {
    const char *question, *en, *vi;
  } cases[] = {
    { "elapsed fair 2013 years", "Fair: between 2 and 3 full years to 2013.", "Hội chợ: từ 2 đến 3 năm tròn tính đến năm 2013." },
    { "elapsed fair 2013~ years", "Fair: between 2 and 3 full years to about 2013.",
      "Hội chợ: từ 2 đến 3 năm tròn tính đến khoảng năm 2013." },
    { "elapsed fair 201X years", "Fair: perhaps not yet begun by the 2010s; if it has, at most 9 full years to that date.",
      "Hội chợ: tính đến thập niên 2010 có thể chưa bắt đầu; nếu đã bắt đầu thì nhiều nhất 9 năm tròn." },
    { "elapsed fair [2013,2015] years", "Fair: between 2 and 5 full years to 2013 or 2015.",
      "Hội chợ: từ 2 đến 5 năm tròn tính đến năm 2013 hoặc năm 2015." },
    { "elapsed fair 2013-07/2014 years", "Fair: between 3 and 4 full years to the period asked about (July 2013 – 2014).",
      "Hội chợ: từ 3 đến 4 năm tròn tính đến khoảng thời gian được hỏi (từ tháng 7 năm 2013 đến năm 2014)." },
    { "elapsed fair 2013/.. years", "Fair: at least 2 full years to the period asked about (since 2013).",
      "Hội chợ: ít nhất 2 năm tròn tính đến khoảng thời gian được hỏi (từ năm 2013)." },
    { "elapsed fair 2013/ years", "Fair: at least 2 full years to the period asked about (from 2013, end not known).",
      "Hội chợ: ít nhất 2 năm tròn tính đến khoảng thời gian được hỏi (từ năm 2013, chưa rõ thời điểm kết thúc)." },
    { "elapsed fair /2013 years", "Fair: how long it is to the period asked about (until 2013, start not known) is not known.",
      "Hội chợ: chưa rõ đã bao lâu tính đến khoảng thời gian được hỏi (đến năm 2013, chưa rõ thời điểm bắt đầu)." },
    { "before fair 2013/", "Fair comes before the period asked about (from 2013, end not known).",
      "Hội chợ diễn ra trước khoảng thời gian được hỏi (từ năm 2013, chưa rõ thời điểm kết thúc)." },
    { "status-on fair ../2009", "Fair, as seen from the period asked about (until 2009): expected.",
      "Hội chợ, tính đến khoảng thời gian được hỏi (đến năm 2009): dự kiến diễn ra." },
  };
  g_autoptr (VnusChronicle) chronicle = read_records (
    "{\"kind\": \"meeting\", \"id\": \"fair\", \"label\": {\"en\": \"Fair\", \"vi\": \"Hội chợ\"}, \"when\": \"2010-06-01\", "
    "\"status\": \"held\", \"C\"}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusFinding) finding = ask_on (chronicle, cases[i].question, NULL);
      g_autofree char *en = vnus_finding_dup_sentence (finding, "en"), *vi = vnus_finding_dup_sentence (finding, "vi");

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (vi, ==, cases[i].vi);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/inquiry/properties", test_properties);
  g_test_add_func ("/vnus/inquiry/rules", test_rules);
  for (guint i = 0; i < G_N_ELEMENTS (bad_questions); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/inquiry/bad-question/", bad_questions[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad_question);
    }
  g_test_add_func ("/vnus/inquiry/change", test_change);
  g_test_add_func ("/vnus/inquiry/not-yet", test_not_yet);
  g_test_add_func ("/vnus/inquiry/not-in-view", test_not_in_view);
  g_test_add_func ("/vnus/inquiry/snapshot", test_snapshot);
  g_test_add_func ("/vnus/inquiry/sentences", test_sentences);
  g_test_add_func ("/vnus/inquiry/open-tenure", test_open_tenure);
  g_test_add_func ("/vnus/inquiry/implied", test_implied);
  g_test_add_func ("/vnus/finding/odd-dates", test_odd_dates);
  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/inquiry/sureness/", sure[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sureness);
    }

  return g_test_run ();
}
