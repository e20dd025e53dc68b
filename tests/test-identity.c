/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which records are the same, and making two one. */
#include "chronicle-text.h"

static char *
to_json (VnusChronicle *chronicle)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json (chronicle);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Names, lives and ids: two persons each, and the grounds with the score. */
static const struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *grounds;
  int         score;
} pairs[] = {
  { "diacritics", "'label':{'vi':'Võ Văn Thưởng'}", "'label':{'en':'Vo Van Thuong'}", "same-name", 50 },
  { "same-state", "'label':{'vi':'Võ Văn Thưởng'},'of':'vn'", "'label':{'en':'Vo Van Thuong'},'of':'vn'", "same-name same-of", 55 },
  { "other-state", "'label':{'en':'John Lee'},'of':'us'", "'label':{'en':'John Lee'},'of':'vn'", "same-name other-of", 30 },
  { "other-diacritics", "'label':{'vi':'Nguyễn Văn Hùng'}", "'label':{'vi':'Nguyễn Văn Hưng'}", "same-name other-diacritics", 25 },
  { "order", "'family-name':'Nguyen','given-names':'Tan Dung'", "'label':{'en':'Tan Dung Nguyen'}", "same-name", 50 },
  { "words", "'label':{'en':'Nguyen Tan Dung'}", "'label':{'en':'Dung Nguyen Tan'}", "same-words", 40 },
  { "alias", "'label':{'en':'Joe Biden'}", "'label':{'en':'Joseph R. Biden'},'aliases':['Joe Biden']", "same-name", 50 },
  { "initial", "'label':{'en':'George W. Bush'}", "'label':{'en':'George Walker Bush'}", "part-of-name", 20 },
  { "initials", "'label':{'en':'George H. W. Bush'}", "'label':{'en':'George Herbert Walker Bush'}", "part-of-name", 20 },
  { "left-out", "'label':{'en':'George Bush'}", "'label':{'en':'George W. Bush'}", "part-of-name", 20 },
  { "father-and-son", "'label':{'en':'George H. W. Bush'}", "'label':{'en':'George W. Bush'}", "other-middle", -30 },
  { "father-and-son-with-lives", "'label':{'en':'George H. W. Bush'},'lived':'1924-06-12/2018-11-30'",
    "'label':{'en':'George W. Bush'},'lived':'1946-07-06/..'", "other-middle other-life", -90 },
  { "both-called-george-bush", "'label':{'en':'George H. W. Bush'},'aliases':['George Bush'],'lived':'1924/2018'",
    "'label':{'en':'George W. Bush'},'aliases':['George Bush'],'lived':'1946/..'", "same-name other-middle other-life", -40 },
  { "same-life", "'label':{'en':'Joe Biden'},'lived':'1942-11-20/..'", "'label':{'en':'Joe Biden'},'lived':'1942/..'",
    "same-name same-life", 70 },
  { "vague-life", "'label':{'en':'Joe Biden'},'lived':'194X/..'", "'label':{'en':'Joe Biden'},'lived':'1942/..'", "same-name", 50 },
  { "same-id", "'label':{'en':'Joe Biden'},'same-as':['wikidata:Q6279']", "'label':{'en':'The President'},'same-as':['wikidata:Q6279']",
    "same-id", 60 },
  { "other-id", "'label':{'en':'John Lee'},'same-as':['wikidata:Q1','x:1']", "'label':{'en':'John Lee'},'same-as':['wikidata:Q2']",
    "other-id same-name", -10 },
  { "nothing", "'label':{'en':'Joe Biden'}", "'label':{'en':'Donald Trump'}", "", 0 },
  { "one-word", "'label':{'en':'Bush'}", "'label':{'en':'George W. Bush'}", "", 0 },
};

static void
test_pair (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *records =
    g_strdup_printf ("{'kind':'person','id':'a',%s},{'kind':'person','id':'b',%s}", pairs[row].a, pairs[row].b);
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (records);
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  VnusRecord *a = vnus_chronicle_lookup (chronicle, "a"), *b = vnus_chronicle_lookup (chronicle, "b");
  g_autoptr (VnusCandidate) candidate = vnus_identity_compare (identity, a, b);
  g_autoptr (VnusCandidate) turned = vnus_identity_compare (identity, b, a);
  g_autoptr (GListModel) candidates = vnus_identity_list_candidates (identity);
  g_autoptr (GListModel) found = vnus_identity_find (identity, a);
  g_auto (GStrv) grounds = vnus_candidate_list_grounds (candidate);
  g_autofree char *joined = g_strjoinv (" ", grounds);
  guint n_expected = pairs[row].score >= VNUS_CANDIDATE_POSSIBLE ? 1 : 0;
  int sum = 0;

  g_assert_cmpstr (joined, ==, pairs[row].grounds);
  g_assert_cmpint (vnus_candidate_get_score (candidate), ==, pairs[row].score);
  g_assert_cmpint (vnus_candidate_get_score (turned), ==, pairs[row].score);
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, n_expected);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, n_expected);

  for (guint i = 0; grounds[i] != NULL; i++)
    {
      g_autofree char *english = vnus_candidate_dup_explanation (candidate, grounds[i], "en");
      g_autofree char *vietnamese = vnus_candidate_dup_explanation (candidate, grounds[i], "vi");

      g_assert_cmpstr (english, !=, vietnamese);
      g_assert_cmpstr (english, !=, "");
      sum += vnus_candidate_get_points (candidate, grounds[i]);
    }
  g_assert_cmpint (sum, ==, pairs[row].score);
  g_assert_null (vnus_candidate_dup_explanation (candidate, "no-ground", "en"));
  g_assert_cmpint (vnus_candidate_get_points (candidate, "no-ground"), ==, 0);
}

/* Of two registers: one knows the tenures, one the visitors. */
#define REGISTERS \
  "{'kind':'state','id':'vn','label':{'en':'Vietnam'},'citations':[{'source':'one'}]}," \
  "{'kind':'state','id':'us','label':{'en':'United States'},'citations':[{'source':'one'}]}," \
  "{'kind':'office','id':'vn-president','label':{'en':'President of Vietnam'},'of':'vn','exclusive':true,'citations':[{'source':'one'}]}," \
  "{'kind':'person','id':'vo-van-thuong','label':{'vi':'Võ Văn Thưởng'},'of':'vn','lived':'1970-12-13/..','citations':[{'source':'one','locator':'1'}]}," \
  "{'kind':'person','id':'thuong-vo-van','label':{'en':'Vo Van Thuong'},'of':'vn','same-as':['register:77'],'citations':[{'source':'two','locator':'7'}]}," \
  "{'kind':'person','id':'joe-biden','label':{'en':'Joe Biden'},'citations':[{'source':'one'}]}," \
  "{'kind':'tenure','id':'thuong-president','person':'vo-van-thuong','office':'vn-president','during':'2023-03-02/2024-03-20','citations':[{'source':'one'}]}," \
  "{'kind':'visit','id':'thuong-us-2023','host':'us','when':'2023-11-14/2023-11-17','status':'held'," \
  " 'participants':[{'actor':'thuong-vo-van','role':'guest','capacity':'vn-president'},{'actor':'joe-biden','role':'host'}]," \
  " 'citations':[{'source':'two'},{'source':'two','field':'participants/thuong-vo-van'}]}," \
  "{'kind':'coverage','id':'visits-of-thuong','scope':'kind:visit guest:thuong-vo-van','during':'2023/2024','sources':['two'],'citations':[{'source':'two'}]}," \
  "{'kind':'source','id':'one','published':'2023','source-type':'register'}," \
  "{'kind':'source','id':'two','published':'2024','source-type':'register'}"

static VnusChangeSet *
merge (VnusChronicle *chronicle,
       const char    *kept,
       const char    *merged)
{
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GError) error = NULL;
  VnusChangeSet *set = vnus_identity_merge (identity, kept, merged, "one person", &error);

  g_assert_no_error (error);
  return set;
}

static void
assert_applies (VnusChangeSet *set,
                VnusChronicle *chronicle)
{
  g_autoptr (GError) error = NULL;

  vnus_change_set_apply (set, chronicle, &error);
  g_assert_no_error (error);
}

static void
test_two_registers (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (REGISTERS);
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GListModel) candidates = vnus_identity_list_candidates (identity);
  g_autoptr (VnusCandidate) candidate = g_list_model_get_item (candidates, 0);
  g_autofree char *english = NULL;
  g_autofree char *vietnamese = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 1);
  g_assert_cmpint (vnus_candidate_get_score (candidate), >=, VNUS_CANDIDATE_LIKELY);
  english = vnus_candidate_to_text (candidate, "en");
  vietnamese = vnus_candidate_to_text (candidate, "vi");
  g_assert_cmpstr (english, ==,
                   "thuong-vo-van and vo-van-thuong: 80 points.\n"
                   "    +50 Both are called “vo van thuong”.\n"
                   "    +5 Both have “of”: Vietnam.\n"
                   "    +25 Both were President of Vietnam at what may be one time.\n");
  g_assert_nonnull (strstr (vietnamese, "80 điểm.\n"));
  g_assert_nonnull (strstr (vietnamese, "    +50 Cả hai đều có tên"));
}

static void
test_merge (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (REGISTERS);
  g_autofree char *before = to_json (chronicle);
  g_autoptr (VnusChangeSet) set = merge (chronicle, "vo-van-thuong", "thuong-vo-van");
  g_autoptr (VnusChangeSet) inverse = vnus_change_set_invert (set);
  g_autoptr (GListModel) issues = vnus_change_set_check (set, chronicle);
  g_autoptr (VnusIdentity) identity = NULL;
  g_autoptr (GListModel) candidates = NULL;
  g_autofree char *back = NULL;
  VnusRecord *person;
  VnusEvent *visit;

  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 0);
  assert_applies (set, chronicle);
  assert_applies (set, chronicle);

  person = vnus_chronicle_lookup (chronicle, "vo-van-thuong");
  g_assert_null (vnus_chronicle_lookup (chronicle, "thuong-vo-van"));
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (person), "en"), ==, "Vo Van Thuong");
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (person), "vi"), ==, "Võ Văn Thưởng");
  g_assert_cmpstr (vnus_record_get_same_as (person, 0), ==, "register:77");
  g_assert_cmpstr (vnus_record_get_same_as (person, 1), ==, "vnus:thuong-vo-van");

  /* The second register backs the state alone, and no birth. */
  g_assert_cmpuint (vnus_record_get_n_citations (person), ==, 2);
  g_assert_cmpstr (vnus_citation_get_field (vnus_record_get_citation (person, 1)), ==, "of");
  g_assert_cmpstr (vnus_citation_get_locator (vnus_record_get_citation (person, 1)), ==, "7");

  visit = VNUS_EVENT (vnus_chronicle_lookup (chronicle, "thuong-us-2023"));
  g_assert_cmpstr (vnus_participant_get_actor (vnus_event_get_participant (visit, 0)), ==, "vo-van-thuong");
  g_assert_cmpstr (vnus_participant_get_capacity (vnus_event_get_participant (visit, 0)), ==, "vn-president");
  g_assert_cmpstr (vnus_citation_get_field (vnus_record_get_citation (VNUS_RECORD (visit), 1)), ==, "participants/vo-van-thuong");
  g_assert_cmpstr (vnus_coverage_get_scope (VNUS_COVERAGE (vnus_chronicle_lookup (chronicle, "visits-of-thuong"))), ==,
                   "kind:visit guest:vo-van-thuong");

  identity = vnus_identity_new (chronicle);
  candidates = vnus_identity_list_candidates (identity);
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 0);
  g_assert_cmpstr (vnus_identity_resolve_id (identity, "thuong-vo-van"), ==, "vo-van-thuong");
  g_assert_cmpstr (vnus_identity_resolve_id (identity, "joe-biden"), ==, "joe-biden");
  g_assert_null (vnus_identity_resolve_id (identity, "nobody"));

  assert_applies (inverse, chronicle);
  back = to_json (chronicle);
  g_assert_cmpstr (back, ==, before);
}

/* What both say differently stays with the sources of each. */
static void
test_merge_of_rivals (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'source','id':'one','published':'2023','source-type':'press'},"
    "{'kind':'source','id':'two','published':'2024','source-type':'register'},"
    "{'kind':'place','id':'hanoi','label':{'en':'Hanoi'}},{'kind':'place','id':'ha-noi','label':{'en':'Ha Noi'},'within':'vn'},"
    "{'kind':'visit','id':'v1','when':'2023-09','places':['hanoi'],'note':{'en':'First.'},'citations':[{'source':'one'}]},"
    "{'kind':'visit','id':'v2','when':'2023-10-01','status':'held','places':['ha-noi','hue'],'note':{'en':'Second.'},"
    " 'presence':{'channel':'unknown'},'citations':[{'source':'two','locator':'9'}]}");
  g_autoptr (VnusChangeSet) places = merge (chronicle, "hanoi", "ha-noi");
  g_autoptr (VnusChangeSet) visits = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  VnusRecord *visit, *place;
  g_autoptr (VnusValue) shown = NULL;
  g_autofree char *text = NULL;

  assert_applies (places, chronicle);
  place = vnus_chronicle_lookup (chronicle, "hanoi");
  g_assert_cmpstr (vnus_place_get_within (VNUS_PLACE (place)), ==, "vn");
  g_assert_cmpstr (vnus_record_get_alias (place, 0), ==, "Ha Noi");

  visits = merge (chronicle, "v1", "v2");
  assert_applies (visits, chronicle);
  visit = vnus_chronicle_lookup (chronicle, "v1");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (visit))), ==, "2023-09");
  g_assert_cmpstr (vnus_text_get (vnus_record_get_note (visit), "en"), ==, "First.\nSecond.");
  g_assert_cmpint (vnus_record_get_presence (visit, "channel"), ==, VNUS_PRESENCE_UNKNOWN);

  view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  visit = vnus_chronicle_lookup (view, "v1");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (visit))), ==, "2023-10-01");
  g_assert_cmpint (vnus_event_get_status (VNUS_EVENT (visit)), ==, VNUS_STATUS_HELD);
  shown = vnus_record_dup_value (visit, "places");
  text = vnus_value_to_string (shown);
  g_assert_cmpstr (text, ==, "hanoi, hue");
}

/* What a source said of one member of a list it says of that member still. */
static void
test_merge_of_members (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'source','id':'one','published':'2023','source-type':'press'},"
    "{'kind':'source','id':'two','published':'2024','source-type':'register'},"
    "{'kind':'visit','id':'v1','when':'2023-09','host':'vn','participants':[{'actor':'a','role':'guest'},{'actor':'b'}],"
    " 'stops':[{'place':'hanoi'}],'citations':[{'source':'one'}]},"
    "{'kind':'visit','id':'v2','when':'2023-09','host':'vn','participants':[{'actor':'a','role':'member'},{'actor':'b'}],"
    " 'stops':[{'place':'hanoi'}],'citations':[{'source':'two','field':'participants/a'},{'source':'two','field':'participants/b'},"
    " {'source':'two','field':'stops/hanoi'},{'source':'two','field':'host'}]}");
  static const struct { const char *field, *value; } expected[] = {
    { NULL, NULL }, { "participants/a", "actor: a; role: member" }, { "participants/b", NULL }, { "stops/hanoi", NULL }, { "host", NULL },
  };
  g_autoptr (VnusChangeSet) set = merge (chronicle, "v1", "v2");
  VnusRecord *visit;

  assert_applies (set, chronicle);
  visit = vnus_chronicle_lookup (chronicle, "v1");
  g_assert_cmpuint (vnus_record_get_n_citations (visit), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (visit, i);
      VnusValue *value = vnus_citation_get_value (citation);
      g_autofree char *text = value != NULL ? vnus_value_to_string (value) : NULL;

      g_assert_cmpstr (vnus_citation_get_field (citation), ==, expected[i].field);
      g_assert_cmpstr (vnus_citation_get_source (citation), ==, i == 0 ? "one" : "two");
      g_assert_cmpstr (text, ==, expected[i].value);
    }
}

static void
test_judgements (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    REGISTERS ",{'kind':'judgement','id':'not-one','a':'vo-van-thuong','b':'thuong-vo-van','verdict':'not-same','citations':[{'source':'one'}]}");
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GListModel) candidates = vnus_identity_list_candidates (identity);
  g_autoptr (VnusCandidate) candidate =
    vnus_identity_compare (identity, vnus_chronicle_lookup (chronicle, "thuong-vo-van"),
                           vnus_chronicle_lookup (chronicle, "vo-van-thuong"));
  g_autoptr (VnusRecord) judgement = vnus_record_duplicate (vnus_chronicle_lookup (chronicle, "not-one"));
  g_autoptr (VnusChangeSet) change = vnus_change_set_new ();
  g_autoptr (VnusChangeSet) set = NULL;
  g_autoptr (VnusIdentity) again = NULL;
  g_autoptr (GListModel) listed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 0);
  g_assert_cmpint (vnus_candidate_get_verdict (candidate), ==, VNUS_VERDICT_NOT_SAME);
  g_assert_cmpstr (vnus_candidate_get_judgement_id (candidate), ==, "not-one");
  g_assert_null (vnus_identity_merge (identity, "vo-van-thuong", "thuong-vo-van", NULL, &error));
  g_assert_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_NOT_SAME);

  /* Judged otherwise: the merge takes the judgement away. */
  vnus_judgement_set_verdict (VNUS_JUDGEMENT (judgement), VNUS_VERDICT_SAME);
  vnus_change_set_replace (change, vnus_chronicle_lookup (chronicle, "not-one"), judgement, NULL);
  assert_applies (change, chronicle);
  again = vnus_identity_new (chronicle);
  listed = vnus_identity_list_candidates (again);
  g_assert_cmpuint (g_list_model_get_n_items (listed), ==, 1);
  set = merge (chronicle, "vo-van-thuong", "thuong-vo-van");
  assert_applies (set, chronicle);
  g_assert_null (vnus_chronicle_lookup (chronicle, "not-one"));
}

static void
test_together (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'person','id':'a','label':{'en':'John Lee'}},{'kind':'person','id':'b','label':{'en':'John Lee'}},"
    "{'kind':'meeting','id':'m','label':{'en':'A meeting'},'participants':[{'actor':'a','role':'participant'},{'actor':'b','role':'participant'}]}");
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (VnusCandidate) candidate =
    vnus_identity_compare (identity, vnus_chronicle_lookup (chronicle, "a"), vnus_chronicle_lookup (chronicle, "b"));

  g_assert_cmpint (vnus_candidate_get_points (candidate, "together"), <, 0);
  g_assert_cmpint (vnus_candidate_get_score (candidate), ==, 0);
}

static void
test_failures (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (REGISTERS);
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_identity_merge (identity, "vo-van-thuong", "thuong-vo", NULL, &error));
  g_assert_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“thuong-vo”"));
  g_clear_error (&error);
  g_assert_null (vnus_identity_merge (identity, "vn", "joe-biden", NULL, &error));
  g_assert_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_WRONG_KIND);
  g_clear_error (&error);
  g_assert_null (vnus_identity_merge (identity, "vn", "vn", NULL, &error));
  g_assert_error (error, VNUS_IDENTITY_ERROR, VNUS_IDENTITY_ERROR_WRONG_KIND);
}

#define VISIT(id, guest, host, when) \
  "{'kind':'visit','id':'" id "','host':'" host "','when':'" when "','participants':[{'actor':'" guest "','role':'guest'}]}"

static void
test_visits (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    VISIT ("a", "joe-biden", "vn", "2023-09-10/2023-09-11") "," VISIT ("b", "joe-biden", "vn", "2023-09-11") ","
    VISIT ("c", "joe-biden", "vn", "2023-09") "," VISIT ("d", "joe-biden", "in", "2023-09-10") ","
    VISIT ("e", "donald-trump", "vn", "2017-11-11") "," VISIT ("f", "joe-biden", "vn", "2024-09-10"));
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GListModel) candidates = vnus_identity_list_candidates (identity);
  g_autoptr (VnusCandidate) other = vnus_identity_compare (identity, vnus_chronicle_lookup (chronicle, "a"),
                                                          vnus_chronicle_lookup (chronicle, "e"));
  g_autoptr (GString) listed = g_string_new (NULL);
  g_autofree char *text = vnus_candidate_to_text (other, "en");

  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (VnusCandidate) candidate = g_list_model_get_item (candidates, i);

      g_string_append_printf (listed, "%s%s %d", vnus_candidate_get_a (candidate), vnus_candidate_get_b (candidate),
                              vnus_candidate_get_score (candidate));
      g_string_append (listed, "; ");
    }
  g_assert_cmpstr (listed->str, ==, "ab 65; ac 45; bc 45; ");
  g_assert_cmpstr (text, ==,
                   "a and e: -110 points.\n"
                   "    -60 They have other guests.\n"
                   "    +10 Both have “host”: vn.\n"
                   "    -60 They share no day: 10–11 Sep 2023; 11 Nov 2017.\n");
}

/* A register has a row for each leg, and one row for one visit. */
static void
test_rows (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'source','id':'register','source-type':'register','published':'2024'},"
    "{'kind':'visit','id':'a','host':'fr','when':'1997-12-05/1997-12-06','participants':[{'actor':'albright','role':'guest'}],"
    " 'citations':[{'source':'register','locator':'1'}]},"
    "{'kind':'visit','id':'b','host':'fr','when':'1997-12-06/1997-12-08','participants':[{'actor':'albright','role':'guest'}],"
    " 'citations':[{'source':'register','locator':'2'}]},"
    "{'kind':'visit','id':'c','host':'fr','when':'1997-12-06','participants':[{'actor':'albright','role':'guest'}],"
    " 'citations':[{'source':'register','locator':'1'}]}");
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (VnusCandidate) legs = vnus_identity_compare (identity, vnus_chronicle_lookup (chronicle, "a"),
                                                         vnus_chronicle_lookup (chronicle, "b"));
  g_autoptr (VnusCandidate) row = vnus_identity_compare (identity, vnus_chronicle_lookup (chronicle, "a"),
                                                        vnus_chronicle_lookup (chronicle, "c"));

  g_assert_cmpint (vnus_candidate_get_score (legs), <, VNUS_CANDIDATE_LIKELY);
  g_assert_cmpint (vnus_candidate_get_points (legs, "other-rows"), <, 0);
  g_assert_cmpint (vnus_candidate_get_score (row), >=, VNUS_CANDIDATE_LIKELY);
}

/* Before it is added, a record of the next import is known for what it is. */
static void
test_find_new (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (REGISTERS);
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (VnusRecord) newcomer = vnus_kind_make_record (VNUS_KIND_PERSON, "visitor-77");
  g_autoptr (GListModel) found = NULL;
  g_autoptr (VnusCandidate) first = NULL;
  VnusIdentity *bare = g_object_new (VNUS_TYPE_IDENTITY, NULL);
  g_autoptr (GListModel) none = vnus_identity_list_candidates (bare);

  vnus_record_add_same_as (newcomer, "register:77");
  found = vnus_identity_find (identity, newcomer);
  first = g_list_model_get_item (found, 0);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  g_assert_cmpstr (vnus_candidate_get_a (first), ==, "visitor-77");
  g_assert_cmpstr (vnus_candidate_get_b (first), ==, "thuong-vo-van");

  g_assert_null (vnus_identity_get_chronicle (bare));
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_finalize_object (bare);
}

/* In the shipped chronicle nobody is entered twice. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusIdentity) identity = vnus_identity_new (chronicle);
  g_autoptr (GListModel) candidates = vnus_identity_list_candidates (identity);

  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (VnusCandidate) candidate = g_list_model_get_item (candidates, i);
      g_autofree char *text = vnus_candidate_to_text (candidate, "en");

      g_test_message ("%s", text);
      g_assert_cmpint (vnus_candidate_get_score (candidate), <, VNUS_CANDIDATE_LIKELY);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/identity/pair/", pairs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/vnus/identity/two-registers", test_two_registers);
  g_test_add_func ("/vnus/identity/merge", test_merge);
  g_test_add_func ("/vnus/identity/merge-of-rivals", test_merge_of_rivals);
  g_test_add_func ("/vnus/identity/merge-of-members", test_merge_of_members);
  g_test_add_func ("/vnus/identity/judgements", test_judgements);
  g_test_add_func ("/vnus/identity/together", test_together);
  g_test_add_func ("/vnus/identity/failures", test_failures);
  g_test_add_func ("/vnus/identity/visits", test_visits);
  g_test_add_func ("/vnus/identity/rows", test_rows);
  g_test_add_func ("/vnus/identity/find-new", test_find_new);
  g_test_add_func ("/vnus/identity/shipped", test_shipped);

  return g_test_run ();
}
