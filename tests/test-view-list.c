/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists in views: what backs a member, and what sources say of it themselves. */
#include "chronicle-text.h"

#define SOURCES \
  "{'kind':'source','id':'one','published':'2023-01-10','source-type':'press'}," \
  "{'kind':'source','id':'two','published':'2023-02-10','source-type':'press'}," \
  "{'kind':'source','id':'register','published':'2023-03-10','source-type':'register'},"

typedef struct
{
  const char *name;
  const char *topics;       /* the record's own list */
  const char *citations;
  const char *according_to; /* NULL: all */
  const char *expected;     /* - for none */
} Case;

#define W(source) "{'source':'" source "'}"
#define M(source, member) "{'source':'" source "','field':'topics/" member "'}"
#define MV(source, member) "{'source':'" source "','field':'topics/" member "','value':'" member "'}"
#define L(source, list) "{'source':'" source "','field':'topics','value':[" list "]}"
#define F(source) "{'source':'" source "','field':'topics'}"

static const Case cases[] = {
  { "whole-record", "'a','b'", W ("one"), "one", "a, b" },
  { "whole-record-of-another", "'a','b'", W ("one"), "two", "-" },
  { "whole-list", "'a','b'", W ("one") "," F ("two"), "two", "a, b" },
  { "named-member-rests-on-its-name-alone", "'a','b'", W ("one") "," M ("two", "b"), "one", "a" },
  { "named-member", "'a','b'", W ("one") "," M ("two", "b"), "two", "b" },
  { "list-of-its-own", "'a','b'", W ("one") "," L ("two", "'b','c'"), "two", "b, c" },
  { "list-of-its-own-beside-others", "'a','b'", W ("one") "," L ("two", "'b','c'"), "one", "a, b" },
  { "lists-of-all", "'a','b'", W ("one") "," L ("two", "'b','c'"), NULL, "a, b, c" },
  { "list-replaces-whole-backing", "'a','b'", W ("one") "," W ("two") "," L ("two", "'b','c'"), "two", "b, c" },
  { "no-list-but-of-sources", NULL, W ("one") "," L ("two", "'b','c'") "," L ("one", "'c','d'"), NULL, "b, c, d" },
  { "member-of-its-own", "'a'", W ("one") "," MV ("two", "c"), NULL, "a, c" },
  { "member-of-its-own-alone", "'a'", W ("one") "," MV ("two", "c"), "two", "c" },
  { "member-of-its-own-elsewhere", "'a'", W ("one") "," MV ("two", "c"), "one", "a" },
  { "deprecated-member", "'a'", W ("one") ",{'source':'two','field':'topics/c','value':'c','rank':'deprecated'}", NULL, "a" },
  { "editors-own", "'a','b'", L ("one", "'a'"), NULL, "a, b" },
};

static VnusChronicle *
view_of (VnusChronicle *chronicle,
         const char    *according_to)
{
  const char *sources[] = { according_to, NULL };

  return vnus_chronicle_make_view (chronicle, NULL, according_to != NULL ? sources : NULL);
}

static char *
shown (VnusChronicle *view,
       const char    *field)
{
  VnusRecord *record = vnus_chronicle_lookup (view, "subject");
  g_autoptr (VnusValue) value = record != NULL ? vnus_record_dup_value (record, field) : NULL;

  return value != NULL ? vnus_value_to_string (value) : g_strdup ("-");
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *own = c->topics != NULL ? g_strdup_printf ("'topics':[%s],", c->topics) : g_strdup ("");
  g_autofree char *records = g_strdup_printf (SOURCES "{'kind':'meeting','id':'subject',%s'citations':[%s]}", own, c->citations);
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (records);
  g_autoptr (VnusChronicle) view = view_of (chronicle, c->according_to);
  g_autofree char *topics = shown (view, "topics");

  g_assert_cmpstr (topics, ==, c->expected);
}

/* One who took part in two capacities, by two sources. */
static const char forms[] =
  SOURCES
  "{'kind':'meeting','id':'subject','participants':["
  "  {'actor':'john-kerry','role':'member','capacity':'climate-envoy'},{'role':'member','note':{'en':'others'}}],"
  " 'citations':[{'source':'one'},"
  "  {'source':'one','field':'participants/john-kerry'},"
  "  {'source':'two','field':'participants/john-kerry','value':{'actor':'john-kerry','role':'head','capacity':'secretary'}},"
  "  {'source':'register','field':'participants/john-kerry','value':{'actor':'john-kerry','role':'head','capacity':'secretary'}}]}";

static void
test_forms (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (forms);
  g_autoptr (VnusChronicle) one = view_of (chronicle, "one");
  g_autoptr (VnusChronicle) two = view_of (chronicle, "two");
  g_autoptr (VnusChronicle) all = view_of (chronicle, NULL);
  g_autofree char *by_one = shown (one, "participants");
  g_autofree char *by_two = shown (two, "participants");
  g_autofree char *by_all = shown (all, "participants");
  gsize n_claims = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (chronicle, "subject", "participants/john-kerry", &n_claims);

  g_assert_cmpstr (by_one, ==, "actor: john-kerry; role: member; capacity: climate-envoy, role: member; note: en: others");
  g_assert_cmpstr (by_two, ==, "actor: john-kerry; role: head; capacity: secretary");
  g_assert_cmpstr (by_all, ==, "actor: john-kerry; role: head; capacity: secretary, role: member; note: en: others");

  g_assert_cmpuint (n_claims, ==, 2);
  g_assert_true (vnus_claim_is_own (claims[0]));
  g_assert_cmpint (vnus_claim_get_standing (claims[0]), ==, VNUS_CLAIM_STANDING_RIVAL);
  g_assert_cmpint (vnus_claim_get_standing (claims[1]), ==, VNUS_CLAIM_STANDING_CHOSEN);
  g_assert_cmpint (vnus_claim_get_ground (claims[1]), ==, VNUS_CLAIM_GROUND_FAMILIES);
  for (gsize i = 0; i < n_claims; i++)
    vnus_claim_unref (claims[i]);
  g_free (claims);

  g_assert_null (vnus_chronicle_list_claims (chronicle, "subject", "participants/nobody", &n_claims));
  g_assert_null (vnus_chronicle_list_claims (chronicle, "subject", "participants", &n_claims));
  g_assert_null (vnus_chronicle_list_claims (chronicle, "subject", "when/john-kerry", &n_claims));
  g_assert_cmpint (vnus_chronicle_is_known (all, "subject", "participants/john-kerry"), ==, VNUS_TRUTH_CERTAINLY);
}

/* What a source says itself refers to records as well. */
static void
test_references (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (forms);
  g_auto (GStrv) referrers = vnus_chronicle_list_referrers (chronicle, "secretary");
  g_autoptr (VnusValidator) validator = vnus_validator_new (chronicle);
  g_autoptr (GListModel) issues = vnus_validator_list_issues (validator);
  gboolean is_found = FALSE;

  g_assert_cmpstr (referrers[0], ==, "subject");
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);

      if (g_strcmp0 (vnus_issue_get_path (issue), "citations/2/value/capacity") == 0)
        is_found = g_str_equal (vnus_issue_get_tag (issue), "dangling-reference");
    }
  g_assert_true (is_found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/view/list/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vnus/view/list/forms", test_forms);
  g_test_add_func ("/vnus/view/list/references", test_references);

  return g_test_run ();
}
