/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Views: what was known on a day, according to sources; snapshots. */
#include "chronicle-text.h"

/* Of the visit of 2023, as two articles, a later report and a register told it. */
#define RECORDS \
  "{'kind':'state','id':'us','citations':[{'source':'first'}]}," \
  "{'kind':'state','id':'vn','label':{'en':'Vietnam'},'aliases':['Viet Nam'],'citations':[{'source':'register'}]}," \
  "{'kind':'person','id':'joe-biden','citations':[{'source':'first'}]}," \
  "{'kind':'person','id':'antony-blinken','citations':[{'source':'second'}]}," \
  "{'kind':'place','id':'hanoi'}," \
  "{'kind':'source','id':'first','published':'2023-08-29','source-type':'press','access':'open'}," \
  "{'kind':'source','id':'second','published':'2023-09','source-type':'press','access':'registration'}," \
  "{'kind':'source','id':'late','published':'2023-10-01','source-type':'press','access':'offline'}," \
  "{'kind':'source','id':'register','published':'2010','source-type':'register','access':'open'}," \
  "{'kind':'source','id':'undated','source-type':'press'}," \
  "{'kind':'visit','id':'visit','when':'2023-09','status':'announced','host':'vn','places':['hanoi'],'presence':{'channel':'unknown','part-of':'none'}," \
  " 'participants':[{'actor':'joe-biden','role':'guest'},{'actor':'antony-blinken','role':'member'}]," \
  " 'citations':[{'source':'first'}," \
  "  {'source':'second','field':'participants/antony-blinken'}," \
  "  {'source':'late','field':'part-of'}," \
  "  {'source':'first','field':'status','value':'announced','known':'2023-08-29'}," \
  "  {'source':'register','field':'status','value':'held','known':'2023-09-11'}," \
  "  {'source':'register','field':'when','value':'2023-09-10/2023-09-11','known':'2023-09-11'}]}," \
  "{'kind':'visit','id':'earlier','when':'2021-08','status':'held','citations':[{'source':'undated'}]}," \
  "{'kind':'meeting','id':'talk','when':'2023-09-10','status':'announced','citations':[{'source':'undated','locator':'2'}]}," \
  "{'kind':'coverage','id':'coverage','scope':'kind:visit','during':'1993-01-20/2024-12-04','sources':['register']," \
  " 'citations':[{'source':'register'}]}," \
  "{'kind':'coverage','id':'press-coverage','scope':'kind:meeting','during':'2022/2023','sources':['first','late']," \
  " 'citations':[{'source':'first'}]}"

static VnusChronicle *
view_of (VnusChronicle *chronicle,
         const char    *known_on,
         const char    *according_to)
{
  g_autoptr (VnusDate) date = known_on != NULL ? vnus_date_parse (known_on, NULL) : NULL;
  g_auto (GStrv) sources = according_to != NULL ? g_strsplit (according_to, " ", -1) : NULL;

  return vnus_chronicle_make_view (chronicle, date, (const char *const *) sources);
}

static void
assert_ids (VnusChronicle *chronicle,
            const char    *expected)
{
  g_auto (GStrv) ids = vnus_chronicle_list_ids (chronicle);
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, expected);
}

/* The value of a field as text; "-" if it has none or the record is not there. */
static void
assert_value (VnusChronicle *chronicle,
              const char    *id,
              const char    *field,
              const char    *expected)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);
  g_autoptr (VnusValue) value = record != NULL ? vnus_record_dup_value (record, field) : NULL;
  g_autofree char *text = value != NULL ? vnus_value_to_string (value) : g_strdup ("-");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_known_on (void)
{
  static const struct
  {
    const char *known_on, *status, *when, *participants;
  } table[] = {
    { "2023-08-28", "-", "-", "-" },
    { "2023-08-29", "announced", "2023-09", "actor: joe-biden; role: guest" },
    { "2023-08-31", "announced", "2023-09", "actor: joe-biden; role: guest" },
    { "2023-09-10", "announced", "2023-09", "actor: joe-biden; role: guest, actor: antony-blinken; role: member" },
    { "2023-09-11", "held", "2023-09-10/2023-09-11", "actor: joe-biden; role: guest, actor: antony-blinken; role: member" },
    { NULL, "held", "2023-09-10/2023-09-11", "actor: joe-biden; role: guest, actor: antony-blinken; role: member" },
  };
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusChronicle) view = view_of (chronicle, table[i].known_on, NULL);

      assert_value (view, "visit", "status", table[i].status);
      assert_value (view, "visit", "when", table[i].when);
      assert_value (view, "visit", "participants", table[i].participants);
    }

  /* The chronicle itself is as the editors left it. */
  assert_value (chronicle, "visit", "status", "announced");
}

static void
test_according_to (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) first = view_of (chronicle, NULL, "first");
  g_autoptr (VnusChronicle) second = view_of (chronicle, NULL, "second");
  g_autoptr (VnusChronicle) both = view_of (chronicle, "2023-09-12", "first second");
  g_autoptr (VnusChronicle) with_register = view_of (chronicle, "2023-09-12", "first register");
  g_auto (GStrv) according_to = vnus_chronicle_list_according_to (both);

  assert_value (first, "visit", "participants", "actor: joe-biden; role: guest");
  assert_value (first, "visit", "status", "announced");
  assert_ids (first, "us joe-biden hanoi first visit");

  /* One who names a member alone says nothing of the rest. */
  assert_value (second, "visit", "participants", "actor: antony-blinken; role: member");
  assert_value (second, "visit", "when", "-");
  assert_value (second, "visit", "places", "-");
  assert_ids (second, "antony-blinken hanoi second visit");

  /* Not proved to have happened by these two; proved by the register. */
  assert_value (both, "visit", "status", "announced");
  assert_value (with_register, "visit", "status", "held");

  g_assert_cmpstr (according_to[0], ==, "first");
  g_assert_cmpstr (vnus_date_get_text (vnus_chronicle_get_known_on (both)), ==, "2023-09-12");
  g_assert_true (vnus_chronicle_is_read_only (both));
}

static void
test_same_object (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) view = view_of (chronicle, NULL, NULL);
  VnusRecord *shown = vnus_chronicle_lookup (view, "visit");

  g_assert_true (vnus_chronicle_lookup (view, "joe-biden") == vnus_chronicle_lookup (chronicle, "joe-biden"));
  g_assert_true (vnus_chronicle_lookup (view, "earlier") == vnus_chronicle_lookup (chronicle, "earlier"));
  g_assert_true (shown != vnus_chronicle_lookup (chronicle, "visit"));
  g_assert_true (vnus_record_is_sealed (shown));
  g_assert_cmpuint (vnus_record_get_n_citations (shown), ==, 6);

  {
    g_autoptr (VnusChronicle) early = view_of (chronicle, "2023-08-30", NULL);

    g_assert_cmpuint (vnus_record_get_n_citations (vnus_chronicle_lookup (early, "visit")), ==, 2);
  }
}

/* What a record in view refers to can be spoken of, and is nothing else. */
static void
test_carried (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) view = view_of (chronicle, NULL, "first");
  VnusRecord *vn = vnus_chronicle_lookup (view, "vn");
  g_auto (GStrv) found = vnus_chronicle_find_by_name (view, "Vietnam");

  g_assert_nonnull (vn);
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (vn), "en"), ==, "Vietnam");
  g_assert_cmpuint (vnus_record_get_n_aliases (vn), ==, 0);
  g_assert_cmpuint (vnus_record_get_n_citations (vn), ==, 0);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (view, VNUS_KIND_STATE), ==, 1);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
  g_assert_null (vnus_chronicle_lookup (view, "antony-blinken"));
  g_assert_cmpint (vnus_chronicle_is_known (view, "vn", NULL), ==, VNUS_TRUTH_NO);
}

static void
test_vaguely_known (void)
{
  static const struct
  {
    const char *known_on, *id, *field;
    VnusTruth   known;
  } table[] = {
    { "2023-09-10", "visit", NULL, VNUS_TRUTH_CERTAINLY },
    { "2023-09-10", "visit", "status", VNUS_TRUTH_CERTAINLY },
    { "2023-09-10", "visit", "participants/joe-biden", VNUS_TRUTH_CERTAINLY },
    { "2023-09-10", "visit", "participants/antony-blinken", VNUS_TRUTH_POSSIBLY },
    { "2023-09-10", "visit", "participants", VNUS_TRUTH_POSSIBLY },
    { "2023-09-10", "visit", "participants/jill-biden", VNUS_TRUTH_NO },
    { "2023-09-10", "visit", "topics", VNUS_TRUTH_NO },
    { "2023-09-10", "visit", "no-field", VNUS_TRUTH_NO },
    { "2023-09-10", "antony-blinken", NULL, VNUS_TRUTH_POSSIBLY },
    { "2023-09-10", "second", NULL, VNUS_TRUTH_POSSIBLY },
    { "2023-09-10", "hanoi", NULL, VNUS_TRUTH_CERTAINLY },
    { "2023-09-10", "no-record", NULL, VNUS_TRUTH_NO },
    { "2023-08-31", "visit", "participants", VNUS_TRUTH_CERTAINLY },
    { "2023-08-31", "visit", "participants/antony-blinken", VNUS_TRUTH_NO },
    { "2023-09-30", "visit", "participants", VNUS_TRUTH_CERTAINLY },
    { NULL, "visit", "participants", VNUS_TRUTH_CERTAINLY },
  };
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusChronicle) view = view_of (chronicle, table[i].known_on, NULL);

      g_test_message ("%s %s %s", table[i].known_on, table[i].id, table[i].field);
      g_assert_cmpint (vnus_chronicle_is_known (view, table[i].id, table[i].field), ==, table[i].known);
    }

  g_assert_cmpint (vnus_chronicle_is_known (chronicle, "visit", "participants"), ==, VNUS_TRUTH_CERTAINLY);
  g_assert_cmpint (vnus_chronicle_is_known (chronicle, "visit", "topics"), ==, VNUS_TRUTH_NO);
}

/* A source without a date cannot be older than what it reports as past. What it
 * announces tells nothing. */
static void
test_undated_source (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) before = view_of (chronicle, "2021-07-31", NULL);
  g_autoptr (VnusChronicle) after = view_of (chronicle, "2021-08-01", NULL);
  g_autoptr (VnusChronicle) whenever = view_of (chronicle, NULL, NULL);

  g_assert_null (vnus_chronicle_lookup (before, "earlier"));
  g_assert_null (vnus_chronicle_lookup (before, "talk"));
  g_assert_null (vnus_chronicle_lookup (before, "undated"));
  g_assert_cmpint (vnus_chronicle_is_known (after, "earlier", NULL), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_cmpint (vnus_chronicle_is_known (after, "talk", "when"), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_cmpint (vnus_chronicle_is_known (after, "undated", NULL), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_cmpint (vnus_chronicle_is_known (whenever, "earlier", NULL), ==, VNUS_TRUTH_CERTAINLY);
}

static void
test_coverage (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  static const struct
  {
    const char *known_on, *according_to, *coverage, *press;
  } table[] = {
    { NULL, NULL, "1993-01-20/2024-12-04", "2022/2023" },
    { NULL, "first late", "-", "2022/2023" },
    { NULL, "first register", "1993-01-20/2024-12-04", "-" },
    { "1993-01-19", NULL, "-", "-" },
    { "2000-06-01", NULL, "1993-01-20/2000-06-01", "-" },
    { "2023-09-15", NULL, "1993-01-20/2023-09-15", "-" },
    { "2023-10-01", NULL, "1993-01-20/2023-10-01", "2022/2023-10-01" },
    { "2025-01-01", NULL, "1993-01-20/2024-12-04", "2022/2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusChronicle) view = view_of (chronicle, table[i].known_on, table[i].according_to);

      g_test_message ("%s %s", table[i].known_on, table[i].according_to);
      assert_value (view, "coverage", "during", table[i].coverage);
      assert_value (view, "press-coverage", "during", table[i].press);
    }
}

static void
test_presence (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) early = view_of (chronicle, "2023-08-30", NULL);
  g_autoptr (VnusChronicle) late = view_of (chronicle, NULL, NULL);
  g_autoptr (VnusChronicle) second = view_of (chronicle, NULL, "second");
  VnusRecord *record = vnus_chronicle_lookup (early, "visit");

  g_assert_cmpint (vnus_record_get_presence (record, "channel"), ==, VNUS_PRESENCE_UNKNOWN);
  g_assert_cmpint (vnus_record_get_presence (record, "part-of"), ==, VNUS_PRESENCE_ABSENT);
  record = vnus_chronicle_lookup (late, "visit");
  g_assert_cmpint (vnus_record_get_presence (record, "part-of"), ==, VNUS_PRESENCE_NONE);
  record = vnus_chronicle_lookup (second, "visit");
  g_assert_cmpint (vnus_record_get_presence (record, "channel"), ==, VNUS_PRESENCE_ABSENT);
}

/* What an editor entered and no source backs is in view with the rest. */
static void
test_unbacked (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'source','id':'first','published':'2023-08-29'},"
    "{'kind':'visit','id':'visit','when':'2023-09','topics':['trade'],'citations':[{'source':'first','field':'host','value':'vn'}]},"
    "{'kind':'visit','id':'bare','when':'2023-09'}");
  g_autoptr (VnusChronicle) view = view_of (chronicle, NULL, NULL);

  assert_value (view, "visit", "when", "2023-09");
  assert_value (view, "visit", "host", "vn");
  assert_value (view, "visit", "topics", "trade");
  g_assert_null (vnus_chronicle_lookup (view, "bare"));
}

static void
test_claims_of_a_view (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) early = view_of (chronicle, "2023-08-30", NULL);
  gsize n_claims;
  VnusClaim **claims = vnus_chronicle_list_claims (early, "visit", "status", &n_claims);
  g_autofree char *text = NULL;

  g_assert_cmpuint (n_claims, ==, 1);
  text = vnus_claim_to_string (claims[0]);
  g_assert_cmpstr (text, ==, "announced ← first");
  g_assert_cmpint (vnus_claim_is_known (claims[0]), ==, VNUS_TRUTH_CERTAINLY);
  vnus_claim_unref (claims[0]);
  g_free (claims);

  g_assert_null (vnus_chronicle_list_claims (early, "visit", "no-field", &n_claims));
  g_assert_null (vnus_chronicle_list_claims (early, "visit", "participants", &n_claims));
  g_assert_null (vnus_chronicle_list_claims (early, "earlier-still", "status", &n_claims));
}

static void
test_by_access (void)
{
  static const struct
  {
    VnusAccess  access;
    const char *sources;
  } table[] = {
    { VNUS_ACCESS_UNSET, "" },
    { VNUS_ACCESS_OPEN, "first register" },
    { VNUS_ACCESS_REGISTRATION, "first register second" },
    { VNUS_ACCESS_OFFLINE, "first late register second" },
  };
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) sources = vnus_chronicle_list_sources (chronicle, table[i].access);
      g_autofree char *joined = g_strjoinv (" ", sources);

      g_assert_cmpstr (joined, ==, table[i].sources);
    }
}

/* Snapshots, and what happens to a view when its chronicle changes */

static void
add_person (VnusChronicle *chronicle,
            const char    *id)
{
  g_autoptr (VnusPerson) person = vnus_person_new (id);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("first", NULL);
  g_autoptr (GError) error = NULL;

  vnus_record_add_citation (VNUS_RECORD (person), citation);
  vnus_record_add_alias (VNUS_RECORD (person), id);
  vnus_chronicle_add (chronicle, VNUS_RECORD (person), &error);
  g_assert_no_error (error);
}

static void
test_snapshot (void)
{
  VnusChronicle *chronicle = chronicle_from_records (RECORDS);
  VnusChronicle *snapshot = vnus_chronicle_snapshot (chronicle);
  VnusChronicle *again = vnus_chronicle_snapshot (snapshot);
  VnusChronicle *view = view_of (snapshot, "2023-09-12", NULL);
  g_auto (GStrv) before = vnus_chronicle_find_by_name (snapshot, "jill-biden");
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusRecord) late = vnus_kind_make_record (VNUS_KIND_STATE, "kh");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (snapshot));

  g_assert_true (again == snapshot);
  g_object_unref (again);
  g_assert_true (vnus_chronicle_is_read_only (snapshot));
  g_assert_true (vnus_chronicle_lookup (snapshot, "visit") == vnus_chronicle_lookup (chronicle, "visit"));

  add_person (chronicle, "jill-biden");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (snapshot)), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chronicle)), ==, n + 1);
  g_assert_null (vnus_chronicle_lookup (snapshot, "jill-biden"));
  g_assert_null (vnus_chronicle_lookup (view, "jill-biden"));
  found = vnus_chronicle_find_by_name (chronicle, "jill-biden");
  after = vnus_chronicle_find_by_name (snapshot, "jill-biden");
  g_assert_cmpuint (g_strv_length (before), ==, 0);
  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpuint (g_strv_length (after), ==, 0);

  g_assert_false (vnus_chronicle_add (snapshot, late, &error));
  g_assert_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_READ_ONLY);
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*assertion*");
  vnus_chronicle_set_label (snapshot, NULL);
  g_test_assert_expected_messages ();

  /* Neither a snapshot nor a view needs the chronicle any more. */
  g_assert_finalize_object (chronicle);
  assert_value (view, "visit", "status", "held");
  g_assert_finalize_object (snapshot);
  assert_value (view, "visit", "status", "held");
  g_assert_finalize_object (view);
}

typedef struct
{
  VnusChronicle *snapshot, *view;
} Shared;

static gpointer
read_shared (gpointer data)
{
  Shared *shared = data;

  for (guint i = 0; i < 50; i++)
    {
      g_auto (GStrv) found = vnus_chronicle_find_by_name (shared->snapshot, "Viet Nam");
      g_auto (GStrv) referrers = vnus_chronicle_list_referrers (shared->view, "hanoi");
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (shared->snapshot), i % 10);
      g_autoptr (VnusChronicle) view = view_of (shared->snapshot, "2021-08-01", NULL);

      g_assert_cmpstr (found[0], ==, "vn");
      g_assert_cmpstr (referrers[0], ==, "visit");
      g_assert_nonnull (record);
      g_assert_cmpint (vnus_chronicle_is_known (view, "earlier", NULL), ==, VNUS_TRUTH_POSSIBLY);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (RECORDS);
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);
  g_autoptr (VnusChronicle) view = view_of (chronicle, "2023-09-12", NULL);
  Shared shared = { snapshot, view };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_shared, &shared);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("person-%u", i);

      add_person (chronicle, id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/view/known-on", test_known_on);
  g_test_add_func ("/vnus/view/according-to", test_according_to);
  g_test_add_func ("/vnus/view/same-object", test_same_object);
  g_test_add_func ("/vnus/view/carried", test_carried);
  g_test_add_func ("/vnus/view/vaguely-known", test_vaguely_known);
  g_test_add_func ("/vnus/view/undated-source", test_undated_source);
  g_test_add_func ("/vnus/view/coverage", test_coverage);
  g_test_add_func ("/vnus/view/presence", test_presence);
  g_test_add_func ("/vnus/view/unbacked", test_unbacked);
  g_test_add_func ("/vnus/view/claims", test_claims_of_a_view);
  g_test_add_func ("/vnus/view/by-access", test_by_access);
  g_test_add_func ("/vnus/snapshot/stays", test_snapshot);
  g_test_add_func ("/vnus/snapshot/threads", test_threads);
  return g_test_run ();
}
