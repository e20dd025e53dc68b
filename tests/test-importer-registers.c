/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Importers on the registers themselves, and on files made like them. The data are
 * looked for beside the checkout; tests that need them are skipped where they are
 * not there. */
#include "import-helpers.h"

typedef struct
{
  const char *format, *path;
  const char *element; /* how each row begins in the files */
} Register;

static const Register registers[] = {
  { "executives", "executive.yaml", "- type:" },
  { "gsh", "historyatstate/gsh", "<territory>" },
  { "travels", "historyatstate/travels", "<trip " },
  { "visits", "historyatstate/visits", "<visit>" },
};

/* Registers, if they are there, one after the other, in one chronicle. */
static VnusChronicle *
import_some (const Register *some,
             guint           n)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("registers");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = find_data (some[i].path);
      g_autoptr (VnusImporter) importer = importer_of (some[i].format);
      g_autoptr (VnusChangeSet) changes = NULL;

      if (path == NULL)
        return NULL;
      changes = read_path (importer, path, chronicle);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 0);
      apply (changes, chronicle);
    }

  return g_steal_pointer (&chronicle);
}

static VnusChronicle *
import_all (void)
{
  return import_some (registers, G_N_ELEMENTS (registers));
}

static guint
count_in_file (const char *path,
               const char *text)
{
  g_autofree char *contents = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  for (const char *p = strstr (contents, text); p != NULL; p = strstr (p + 1, text))
    n++;

  return n;
}

static guint
count_in (const char *path,
          const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    return count_in_file (path, text);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += count_in (child, text);
    }

  return n;
}

/* Counted by other means, no row is missing; and each is cited. */
static void
test_every_row (gconstpointer data)
{
  const Register *reg = data;
  g_autofree char *path = find_data (reg->path);
  g_autoptr (VnusImporter) importer = importer_of (reg->format);
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("register");
  guint n;

  if (path == NULL)
    return;
  changes = read_path (importer, path, NULL);
  n = count_in (path, reg->element);

  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, n);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 0);
  apply (changes, chronicle);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (chronicle)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

      if (!VNUS_IS_SOURCE (record))
        g_assert_cmpuint (vnus_record_get_n_citations (record), >, 0);
    }
}

/* Import, save, load, import again: the same records. */
static void
test_again (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  g_autoptr (VnusChronicle) loaded = NULL;

  if (chronicle == NULL)
    return;
  loaded = reload (chronicle);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = find_data (registers[i].path);
      g_autoptr (VnusImporter) importer = importer_of (registers[i].format);
      g_autoptr (VnusChangeSet) changes = read_path (importer, path, loaded);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED), ==,
                        vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET));
    }
}

/* Whether some term of the person in the office was at that time. */
static VnusTruth
was_in_term (VnusChronicle *chronicle,
             const char    *person,
             const char    *office,
             VnusDate      *when)
{
  g_auto (GStrv) referrers = vnus_chronicle_list_referrers (chronicle, person);
  VnusTruth best = VNUS_TRUTH_NO;

  for (guint i = 0; referrers[i] != NULL; i++)
    {
      VnusRecord *record = vnus_chronicle_lookup (chronicle, referrers[i]);

      if (VNUS_IS_TENURE (record) && g_str_equal (vnus_tenure_get_office (VNUS_TENURE (record)), office))
        best = vnus_truth_or (best, vnus_date_intersects (vnus_tenure_get_during (VNUS_TENURE (record)), when));
    }

  return best;
}

/* Presidents travel in their terms; before them they travel as presidents-elect. */
static void
test_terms (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  guint n_elect = 0, n_in_office = 0;

  if (chronicle == NULL)
    return;
  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT); i++)
    {
      VnusEvent *visit = VNUS_EVENT (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_VISIT, i));
      VnusParticipant *guest = vnus_event_get_participant (visit, 0);
      const char *office = vnus_participant_get_capacity (guest);
      gboolean is_elect = g_strcmp0 (office, "us-president-elect") == 0;

      if (!is_elect && g_strcmp0 (office, "us-president") != 0)
        continue;
      n_elect += is_elect;
      n_in_office += !is_elect;
      g_assert_cmpint (is_elect, !=, was_in_term (chronicle, vnus_participant_get_actor (guest), "us-president",
                                                  vnus_event_get_when (visit)) == VNUS_TRUTH_CERTAINLY);
    }

  g_assert_cmpuint (n_elect, ==, 16);
  g_assert_cmpuint (n_in_office, ==, 691);
}

static void
add_json (VnusChronicle *chronicle,
          const char    *json)
{
  g_autofree char *text = g_strconcat ("{\"format\":\"vnus-chronicle\",\"version\":1,\"id\":\"more\",\"records\":[", json, "]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) more = vnus_chronicle_load_bytes (bytes, "more.json", VNUS_LOAD_FLAGS_LENIENT, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (more)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (more), i);
      g_autoptr (VnusRecord) copy = vnus_record_duplicate (record);

      vnus_chronicle_add (chronicle, copy, &error);
      g_assert_no_error (error);
    }
}

/* A row that names the prime minister before the last is told of, once the
 * tenures are known. */
static void
test_outside_tenure (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  g_autofree char *before = NULL, *after = NULL;

  if (chronicle == NULL)
    return;
  before = list_issues (chronicle, "capacity-outside-tenure", "");
  g_assert_cmpstr (before, ==, "");
  add_json (chronicle, "{\"kind\":\"tenure\",\"id\":\"t1\",\"person\":\"nguyen-tan-dung\",\"office\":\"vn-prime-minister\","
                       "\"during\":\"2006-06-27/2016-04-06\",\"citations\":[{\"source\":\"us-historian-visits\",\"locator\":\"t\"}]},"
                       "{\"kind\":\"tenure\",\"id\":\"t2\",\"person\":\"pham-minh-chinh\",\"office\":\"vn-prime-minister\","
                       "\"during\":\"2021-04-05/2025\",\"citations\":[{\"source\":\"us-historian-visits\",\"locator\":\"t\"}]}");
  after = list_issues (chronicle, "capacity-outside-tenure", "");
  g_assert_true (g_str_has_prefix (after, "nguyen-tan-dung-us-2022/participants/0/capacity: "));
  g_assert_nonnull (strstr (after, "In office then was Pham Minh Chinh."));
  g_assert_null (strstr (after, "\nnguyen"));
}

/* Visits to Saigon are not visits to the state of today: the guide to states and
 * territories tells so. */
static void
test_before_state (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  g_autofree char *issues = NULL;
  static const char *const trips[] = { "johnson-vn-1966", "johnson-vn-1967", "nixon-vn-1969" };

  if (chronicle == NULL)
    return;
  issues = list_issues (chronicle, "before-state-existed", "");
  for (guint i = 0; i < G_N_ELEMENTS (trips); i++)
    {
      const char *issue = strstr (issues, trips[i]);

      g_assert_nonnull (issue);
      g_assert_nonnull (strstr (issue, "Democratic Republic of Vietnam (North Vietnam) and Republic of Vietnam (South Vietnam) "
                                       "existed then."));
    }
  g_assert_null (strstr (issues, "clinton-vn-2000"));
}

/* Second in a first term since 1995: from the terms and the travels alone, and
 * only with what they declare to be complete. */
static void
test_second_in_first_term (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  const char *const arguments[] = { "biden-vn-2023", "1995", NULL };

  if (chronicle == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      const char *const sources[] = { "us-executives-file", "us-historian-travels", NULL };
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, sources);
      g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (view);
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "rank-in-first-term", arguments, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = vnus_finding_to_text (finding, "en");
      g_test_message ("%s", text);
      g_assert_cmpint (vnus_finding_get_truth (finding), ==, i == 0 ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY);
      if (i == 0)
        {
          g_autoptr (VnusChangeSet) changes = vnus_change_set_new ();

          for (guint j = 0; j < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_COVERAGE); j++)
            vnus_change_set_remove (changes, vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_COVERAGE, j), NULL);
          apply (changes, chronicle);
        }
    }
}

static VnusVisit *
lookup_visit (VnusChronicle *chronicle,
              const char    *id)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);

  g_assert_true (VNUS_IS_VISIT (record));
  return VNUS_VISIT (record);
}

/* Two spellings are one person; one surname is two. And who is not named is
 * not said to have been absent. */
static void
test_persons (void)
{
  g_autoptr (VnusChronicle) chronicle = import_all ();
  g_autofree char *path = find_data ("historyatstate/visits");
  VnusEvent *visit;
  VnusRecord *thuong;

  if (chronicle == NULL)
    return;
  visit = VNUS_EVENT (lookup_visit (chronicle, "biden-vn-2023"));
  g_assert_cmpstr (vnus_participant_get_actor (vnus_event_get_participant (visit, 1)), ==, "vo-van-thuong");
  visit = VNUS_EVENT (lookup_visit (chronicle, "vo-van-thuong-us-2023"));
  g_assert_cmpstr (vnus_participant_get_actor (vnus_event_get_participant (visit, 0)), ==, "vo-van-thuong");
  thuong = vnus_chronicle_lookup (chronicle, "vo-van-thuong");
  g_assert_cmpstr (vnus_person_get_of (VNUS_PERSON (thuong)), ==, "vn");

  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "george-w-bush"));
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "george-h-w-bush"));

  visit = VNUS_EVENT (lookup_visit (chronicle, "biden-vn-2023"));
  g_assert_cmpint (vnus_record_get_presence (VNUS_RECORD (visit), "participants"), ==, VNUS_PRESENCE_RECORDED);
  for (guint i = 0; i < vnus_event_get_n_participants (visit); i++)
    g_assert_cmpstr (vnus_participant_get_capacity (vnus_event_get_participant (visit, i)), !=, "vn-general-secretary");
}

/* Principal officers and chiefs of mission, after the travels: read once, since they are many */

/* Secretaries travel in their terms, and are the same persons in both registers. */
static void
check_secretaries (VnusChronicle *chronicle)
{
  guint n = 0;

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT); i++)
    {
      VnusEvent *visit = VNUS_EVENT (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_VISIT, i));
      VnusParticipant *guest = vnus_event_get_participant (visit, 0);

      if (g_strcmp0 (vnus_participant_get_capacity (guest), "us-secretary-of-state") != 0)
        continue;
      n++;
      if (was_in_term (chronicle, vnus_participant_get_actor (guest), "us-secretary-of-state", vnus_event_get_when (visit)) ==
          VNUS_TRUTH_NO)
        g_error ("%s is outside of the terms", vnus_record_get_id (VNUS_RECORD (visit)));
    }

  g_assert_cmpuint (n, >, 2000);
}

/* The terms of neighbours share the day on which one came for the other. */
static void
check_shared_day (VnusChronicle *chronicle)
{
  const char *const arguments[] = { "us-secretary-of-state", "2013-02-01", NULL };
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "holder-on", arguments, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = vnus_finding_to_text (finding, "en");
  g_assert_nonnull (strstr (text, "Hillary Clinton and John Kerry; the office passed from one to the other that day."));
}

/* A name that two have, and a key that means somebody else elsewhere. */
static void
check_persons (VnusChronicle *chronicle)
{
  VnusRecord *taft = vnus_chronicle_lookup (chronicle, "william-howard-taft");

  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "john-forsyth"));
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "forsyth-john2"));
  g_assert_null (vnus_person_get_lived (VNUS_PERSON (taft)));
  g_assert_true (VNUS_IS_PERSON (vnus_chronicle_lookup (chronicle, "antony-blinken")));
  g_assert_null (vnus_chronicle_lookup (chronicle, "antony-john-blinken"));
}

static void
test_officers (void)
{
  static const Register both[] = {
    { "travels", "historyatstate/travels", "<trip " },
    { "pocom", "historyatstate/pocom", "<last-modified-by>" },
  };
  g_autoptr (VnusChronicle) chronicle = import_some (both, G_N_ELEMENTS (both));
  g_autofree char *path = chronicle != NULL ? find_data (both[1].path) : NULL;
  g_autoptr (VnusChronicle) loaded = NULL;
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *outside = NULL;
  guint n;

  if (chronicle == NULL)
    return;
  check_secretaries (chronicle);
  check_shared_day (chronicle);
  check_persons (chronicle);
  outside = list_issues (chronicle, "capacity-outside-tenure", "");
  g_assert_cmpstr (outside, ==, "");

  loaded = reload (chronicle);
  changes = read_path (importer, path, loaded);
  n = count_in (path, both[1].element);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, n);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED) +
                    vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_NOTED), ==, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/registers/every-row/", registers[i].format, NULL);

      g_test_add_data_func (path, &registers[i], test_every_row);
    }
  g_test_add_func ("/vnus/importer/registers/again", test_again);
  g_test_add_func ("/vnus/importer/registers/terms", test_terms);
  g_test_add_func ("/vnus/importer/registers/outside-tenure", test_outside_tenure);
  g_test_add_func ("/vnus/importer/registers/before-state", test_before_state);
  g_test_add_func ("/vnus/importer/registers/second-in-first-term", test_second_in_first_term);
  g_test_add_func ("/vnus/importer/registers/persons", test_persons);
  g_test_add_func ("/vnus/importer/registers/officers", test_officers);

  return g_test_run ();
}
