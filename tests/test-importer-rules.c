/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What importers read in the rows of registers: one made-up row a case, and what
 * the document of its visit must have. */
#include "import-helpers.h"

typedef struct
{
  const char *name;
  const char *format;
  const char *row;      /* what stands in it beside its id and dates */
  const char *has[6];   /* pieces of the JSON of the record, without blanks */
  const char *lacks;
  guint       n_notes;
} Case;

#define TRIP(who, role, name, country, slug, locale, remarks)                                                            \
  "<trip who=\"" who "\" role=\"" role "\"><id>1</id><name>" name "</name><start-date>2011-03-19</start-date>"            \
  "<end-date>2011-03-21</end-date><country id=\"" slug "\">" country "</country><locale>" locale "</locale><remarks>" remarks \
  "</remarks></trip>"
#define OBAMA(remarks) TRIP ("obama-barack", "president", "Barack Obama", "Brazil", "brazil", "Brasilia", remarks)
#define VISIT(visitor, from, slug, text)                                                                                \
  "<visit><id>1</id><start-date>2011-03-19</start-date><end-date>2011-03-19</end-date><visitor>" visitor                 \
  "</visitor><from id=\"" slug "\">" from "</from><description>" text "</description></visit>"

static const Case cases[] = {
  { "id-host-places", "travels", TRIP ("obama-barack", "president", "Barack Obama", "Brazil", "brazil",
                                       "Brasilia, Rio de Janeiro", ""),
    { "\"id\":\"obama-br-2011\"", "\"host\":\"br\"", "\"places\":[\"brasilia\",\"rio-de-janeiro\"]",
      "\"when\":\"2011-03-19/2011-03-21\"", "\"capacity\":\"us-president\"" }, "note", 0 },
  { "region", "travels", TRIP ("obama-barack", "president", "Barack Obama", "Canada", "canada", "Halifax (Nova Scotia)", ""),
    { "\"places\":[\"halifax\"]" }, "note", 0 },
  { "comma-within-a-place", "travels", TRIP ("obama-barack", "president", "Barack Obama", "Mexico", "mexico", "Mexico, D.F.", ""),
    { "\"places\":[\"mexico-df\"]" }, "note", 0 },
  { "printed-country", "travels", TRIP ("nixon-richard-m", "president", "Richard M. Nixon", "U.S.S.R.", "russia", "Moscow", ""),
    { "\"host\":\"ru\"", "\"field\":\"host\"", "\"note\":{\"en\":\"U.S.S.R.\"}" }, NULL, 0 },
  { "state-visit", "travels", OBAMA ("State visit."), { "\"visit-type\":\"state\"" }, "note", 0 },
  { "working-visit", "travels", OBAMA ("Official Working Visit."), { "\"visit-type\":\"official-working\"" }, "note", 0 },
  { "private", "travels", OBAMA ("Private visit."), { "\"visit-type\":\"private\"" }, "note", 0 },
  { "vacation", "travels", OBAMA ("Fishing trip."), { "\"visit-type\":\"private\"", "\"purposes\":[\"vacation\"]" }, "note", 0 },
  { "transit", "travels", OBAMA ("Stopped en route to Chile."),
    { "\"visit-type\":\"transit\"", "\"note\":{\"en\":\"StoppedenroutetoChile.\"}" }, NULL, 1 },
  { "summit", "travels", OBAMA ("Attended the G-20 Summit."), { "\"purposes\":[\"multilateral-event\"]" }, NULL, 1 },
  { "bilateral-summit", "travels", OBAMA ("Held a summit meeting with President Yeltsin."), { "note" }, "purposes", 1 },
  { "summit-of-two", "travels", OBAMA ("Attended U.S.-Russian Summit Meeting."), { "note" }, "purposes", 1 },
  { "summit-of-two-elsewhere", "travels", OBAMA ("Participated in the summit with North Korean leader Kim Jong-un."), { "note" },
    "purposes", 1 },
  { "council-of-one-state", "travels", OBAMA ("Met with the Nigerian National Security Council."), { "note" }, "purposes", 1 },
  { "status-of-forces", "travels", OBAMA ("Signed an agreement on the status of U.S. forces."), { "note" }, "purposes", 1 },
  { "troops", "travels", OBAMA ("Visited U.S. military personnel."), { "\"purposes\":[\"troops\"]" }, NULL, 1 },
  { "funeral", "travels", OBAMA ("Attended the funeral of the President."), { "\"purposes\":[\"ceremony\"]" }, NULL, 1 },
  { "president-elect", "travels", TRIP ("taft-william-howard", "president", "William Howard Taft", "Panama", "panama", "Colon",
                                        "[Visit made as President-elect.]"),
    { "\"actor\":\"william-howard-taft\"", "\"capacity\":\"us-president-elect\"" }, "note", 0 },
  { "met-in-full", "travels", OBAMA ("Met with President Dilma Rousseff and Vice President Michel Temer."),
    { "\"actor\":\"dilma-rousseff\"", "\"role\":\"counterpart\"", "\"capacity\":\"br-president\"", "\"capacity\":\"br-vice-president\"" },
    "note", 0 },
  { "met-by-surname", "travels", OBAMA ("Met with President Rousseff."), { "\"note\":{\"en\":\"MetwithPresidentRousseff.\"}" },
    "counterpart", 1 },
  { "met-and-more", "travels", OBAMA ("Met with President Dilma Rousseff and visited a school."),
    { "\"actor\":\"dilma-rousseff\"", "\"note\"" }, NULL, 1 },
  { "met-another-state", "travels", OBAMA ("Met with President Evo Morales of Bolivia."), { "\"note\"" }, "counterpart", 1 },
  { "met-one-office-twice", "travels", OBAMA ("Met with President Dilma Rousseff and President Evo Morales."), { "\"note\"" },
    "counterpart", 1 },
  { "met-at-a-summit", "travels", OBAMA ("Attended the G-20 Summit. Met with President Evo Morales."), { "\"note\"" },
    "counterpart", 1 },
  { "companion-alone", "travels", TRIP ("kerry-john-forbes", "secretary", "John Forbes Kerry", "Brazil", "brazil", "Brasilia",
                                        "Accompanied President Obama."),
    { "\"actor\":\"john-kerry\"", "\"note\":{\"en\":\"AccompaniedPresidentObama.\"}" }, "part-of", 1 },
  { "no-state", "travels", TRIP ("kerry-john-forbes", "secretary", "John Forbes Kerry", "Antarctica", "antarctica",
                                 "McMurdo Station", ""),
    { "\"places\":[\"mcmurdo-station\"]" }, "\"host\"", 0 },

  { "office-in-a-name", "visits", VISIT ("Prime Minister Nguyen Tan Dung ", "Vietnam", "vietnam", "Working visit."),
    { "\"id\":\"nguyen-tan-dung-us-2011\"", "\"actor\":\"nguyen-tan-dung\"", "\"capacity\":\"vn-prime-minister\"",
      "\"visit-type\":\"working\"", "\"host\":\"us\"" }, "note", 0 },
  { "surname", "visits", VISIT ("President Diaz", "Mexico", "mexico", ""), { "\"actor\":\"diaz-mx\"" }, "note", 0 },
  { "one-state-by-two-slugs", "visits", VISIT ("Prime Minister Chang Myon", "Korea, South", "korea", ""),
    { "\"capacity\":\"kr-prime-minister\"" }, "note", 0 },
  { "heir-by-one-name", "visits", VISIT ("King Abdullah and Crown Prince Hussein", "Jordan", "jordan", ""),
    { "\"actor\":\"abdullah-jo\"", "\"actor\":\"hussein-jo-crown-prince\"" }, "note", 0 },
  { "elect", "visits", VISIT ("President- elect Ernesto Zedillo", "Mexico", "mexico", ""),
    { "\"actor\":\"ernesto-zedillo\"", "\"capacity\":\"mx-president-elect\"" }, NULL, 0 },
  { "misprint", "visits", VISIT ("Prime MinisterHaidar al-Abadi", "Iraq", "iraq", ""),
    { "\"actor\":\"haidar-al-abadi\"", "\"capacity\":\"iq-prime-minister\"" }, NULL, 0 },
  { "title-as-printed", "visits", VISIT ("Acting President Goodluck Jonathan", "Nigeria", "nigeria", ""),
    { "\"capacity\":\"ng-president\"", "\"note\":{\"en\":\"ActingPresident\"}" }, NULL, 0 },
  { "two-visitors", "visits", VISIT ("President Anwar Sadat, Prime Minister Mustafa Khalil", "Egypt", "egypt", ""),
    { "\"actor\":\"anwar-sadat\"", "\"actor\":\"mustafa-khalil\"" }, NULL, 0 },
  { "united-nations", "visits", VISIT ("President Andres Rodriguez", "Paraguay", "paraguay",
                                       "Met with President Obama at the U.N. General Assembly."),
    { "\"purposes\":[\"multilateral-event\"]" }, NULL, 1 },
  { "met-the-president", "visits", VISIT ("President Andres Rodriguez", "Paraguay", "paraguay",
                                          "Met with President Obama during a private visit."),
    { "\"actor\":\"barack-obama\"", "\"capacity\":\"us-president\"", "\"visit-type\":\"private\"" }, "\"note\"", 0 },
  { "medical", "visits", VISIT ("President Andres Rodriguez", "Paraguay", "paraguay", "In the U.S. for medical treatment."),
    { "\"purposes\":[\"medical\"]" }, NULL, 1 },
  { "unread-visitor", "visits", VISIT ("Junta Member Daniel Ortega", "Nicaragua", "nicaragua", ""),
    { "\"role\":\"guest\"", "\"side\":\"ni\"", "\"note\":{\"en\":\"JuntaMemberDanielOrtega\"}" }, "\"actor\"", 1 },
};

/* The document of the only visit, without blanks. */
static char *
write_visit (VnusChronicle *chronicle)
{
  VnusRecord *record = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_VISIT, 0);
  g_autoptr (VnusChronicle) alone = vnus_chronicle_new ("alone");
  g_autoptr (VnusRecord) copy = vnus_record_duplicate (record);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new (NULL);
  const char *json;
  gsize size;

  vnus_record_set_label (copy, NULL);
  vnus_chronicle_add (alone, copy, &error);
  g_assert_no_error (error);
  bytes = vnus_chronicle_to_json (alone);
  json = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isspace (json[i]))
      g_string_append_c (text, json[i]);

  return g_string_free (text, FALSE);
}

static VnusChronicle *
import_rows (Folder     *folder,
             const char *format,
             const char *rows,
             guint      *n_notes)
{
  g_autoptr (VnusImporter) importer = importer_of (format);
  VnusChronicle *chronicle = vnus_chronicle_new ("rows");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *text = g_strdup_printf ("<%s>%s</%s>", g_str_equal (format, "travels") ? "trips" : "visits", rows,
                                           g_str_equal (format, "travels") ? "trips" : "visits");

  folder_write (folder, "rows.xml", text, -1);
  changes = read_path (importer, folder->path, NULL);
  apply (changes, chronicle);
  if (n_notes != NULL)
    *n_notes = vnus_importer_count_notes (importer);

  return chronicle;
}

static void
test_case (Folder        *folder,
           gconstpointer  data)
{
  const Case *one = data;
  guint n_notes;
  g_autoptr (VnusChronicle) chronicle = import_rows (folder, one->format, one->row, &n_notes);
  g_autofree char *visit = write_visit (chronicle);

  for (guint i = 0; i < G_N_ELEMENTS (one->has) && one->has[i] != NULL; i++)
    if (strstr (visit, one->has[i]) == NULL)
      g_error ("expected %s in %s", one->has[i], visit);
  if (one->lacks != NULL && strstr (visit, one->lacks) != NULL)
    g_error ("did not expect %s in %s", one->lacks, visit);
  g_assert_cmpuint (n_notes, ==, one->n_notes);
}

/* Dates as registers write them */

static const struct
{
  const char *start, *end, *when;
} dates[] = {
  { "2011-03-19", "2011-03-19", "2011-03-19" },
  { "2011-03-19", "", "2011-03-19/" },
  { "2011-03-19", "9999-12-31", "2011-03-19/.." },
  { "2011-03", "2011-04", "2011-03/2011-04" },
  { "2011-00-00", "2011-00-00", "2011/2011" },
  { " 2011-03-19 ", "2011-03-20", "2011-03-19/2011-03-20" },
};

static void
test_dates (Folder        *folder,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *row = g_strdup_printf ("<trip who=\"obama-barack\" role=\"president\"><id>1</id><start-date>%s</start-date>"
                                              "<end-date>%s</end-date><country id=\"brazil\">Brazil</country></trip>",
                                              dates[i].start, dates[i].end);
      g_autoptr (VnusChronicle) chronicle = import_rows (folder, "travels", row, NULL);
      VnusRecord *visit = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_VISIT, 0);
      g_autofree char *when = vnus_date_to_string (vnus_event_get_when (VNUS_EVENT (visit)));

      g_assert_cmpstr (when, ==, dates[i].when);
    }
}

/* Several rows */

#define STAY(id, who, role, slug, start, end, remarks)                                                                   \
  "<trip who=\"" who "\" role=\"" role "\"><id>" id "</id><start-date>" start "</start-date><end-date>" end "</end-date>" \
  "<country id=\"" slug "\">x</country><remarks>" remarks "</remarks></trip>"

static void
test_legs (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle =
    import_rows (folder, "travels",
                 STAY ("1", "obama-barack", "president", "brazil", "2011-03-19", "2011-03-21", "")
                 STAY ("2", "obama-barack", "president", "chile", "2011-03-21", "2011-03-22", "")
                 STAY ("3", "obama-barack", "president", "brazil", "2011-03-23", "2011-03-24", "")
                 STAY ("4", "obama-barack", "president", "brazil", "2011-05-01", "2011-05-02", ""), NULL);
  VnusRecord *journey = vnus_chronicle_lookup (chronicle, "obama-journey-2011-03-19");
  g_auto (GStrv) legs = NULL;
  g_autofree char *when = NULL;

  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT), ==, 4);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_JOURNEY), ==, 1);
  when = vnus_date_to_string (vnus_event_get_when (VNUS_EVENT (journey)));
  g_assert_cmpstr (when, ==, "2011-03-19/2011-03-24");
  legs = vnus_chronicle_list_referrers (chronicle, "obama-journey-2011-03-19");
  g_assert_cmpuint (g_strv_length (legs), ==, 3);
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "obama-br-2011-03-19"));
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "obama-br-2011-03-23"));
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "obama-br-2011-05"));
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "obama-cl-2011"));
}

static void
test_companion (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle =
    import_rows (folder, "travels",
                 STAY ("1", "obama-barack", "president", "brazil", "2014-03-19", "2014-03-21", "")
                 STAY ("2", "kerry-john-forbes", "secretary", "brazil", "2014-03-18", "2014-03-21", "Accompanied President Obama."), NULL);
  VnusEvent *of_president = VNUS_EVENT (vnus_chronicle_lookup (chronicle, "obama-br-2014"));
  VnusEvent *of_secretary = VNUS_EVENT (vnus_chronicle_lookup (chronicle, "kerry-br-2014"));
  VnusParticipant *member = vnus_event_get_participant (of_president, 1);

  g_assert_cmpstr (vnus_event_get_whole (of_secretary, 0), ==, "obama-br-2014");
  g_assert_null (vnus_record_get_note (VNUS_RECORD (of_secretary)));
  g_assert_cmpstr (vnus_participant_get_actor (member), ==, "john-kerry");
  g_assert_cmpint (vnus_participant_get_role (member), ==, VNUS_ROLE_MEMBER);
  g_assert_cmpstr (vnus_participant_get_capacity (member), ==, "us-secretary-of-state");
}

/* Whoever is met in several countries is an official of none of them. */
static void
test_met_in_several (Folder        *folder,
                     gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle =
    import_rows (folder, "travels",
                 STAY ("1", "obama-barack", "president", "brazil", "2014-03-19", "2014-03-21", "Met with President Evo Morales.")
                 STAY ("2", "obama-barack", "president", "chile", "2014-06-19", "2014-06-21", "Met with President Evo Morales."), NULL);

  g_assert_null (vnus_chronicle_lookup (chronicle, "evo-morales"));
}

/* Terms */

static const char terms[] = "- id:\n    bioguide: C000001\n  name:\n    first: Grover\n    last: Cleveland\n  terms:\n"
                            "  - type: prez\n    start: '1885-03-04'\n    end: '1889-03-04'\n    how: election\n"
                            "  - type: prez\n    start: '1893-03-04'\n    end: '1897-03-04'\n    how: election\n"
                            "  - type: king\n    start: '1897-03-04'\n"
                            "- name: {first: Nobody, last: Atall}\n  terms:\n  - {type: prez, start: '1889-02-31'}\n";

static void
test_executives (Folder        *folder,
                 gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("executives");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("terms");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *issues = NULL;
  VnusTenure *second;

  folder_write (folder, "x.yaml", terms, -1);
  changes = read_path (importer, folder->path, NULL);
  apply (changes, chronicle);
  issues = issues_of (importer, folder->path);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 4);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 2);
  g_assert_nonnull (strstr (issues, "x.yaml:15: error: “king” in “type” is no word that is known"));
  g_assert_nonnull (strstr (issues, "x.yaml:19: error: “1889-02-31” in “start” is no date"));
  second = VNUS_TENURE (vnus_chronicle_lookup (chronicle, "grover-cleveland-us-president-term-2"));
  g_assert_cmpint (vnus_tenure_get_term (second), ==, 2);
  g_assert_cmpint (vnus_tenure_get_how (second), ==, VNUS_TENURE_START_ELECTED);
  /* Not one after the other: nothing is declared for the years between. */
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_COVERAGE), ==, 0);
}

static const struct
{
  const char *text, *issue;
} bad_yaml[] = {
  { "- id: [", "error: The file cannot be read as YAML" },
  { "name: x\n", "error: The file cannot be read as YAML: no list" },
  { "- name: {first: A, last: B}\n", "error: “terms” is missing" },
  { "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n", "error: The file cannot be read as YAML: no list" },
  { "- \xff\xfe\n", "error: The file cannot be read as YAML" },
};

static void
test_bad_yaml (Folder        *folder,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_yaml); i++)
    {
      g_autoptr (VnusImporter) importer = importer_of ("executives");
      g_autoptr (VnusChangeSet) changes = NULL;
      g_autofree char *issues = NULL;

      folder_write (folder, "x.yaml", bad_yaml[i].text, -1);
      changes = read_path (importer, folder->path, NULL);
      issues = issues_of (importer, folder->path);
      if (strstr (issues, bad_yaml[i].issue) == NULL)
        g_error ("expected “%s”, got:\n%s", bad_yaml[i].issue, issues);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 0);
    }
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/rules/", cases[i].format, "/", cases[i].name, NULL);

      g_test_add (path, Folder, &cases[i], folder_set_up, test_case, folder_tear_down);
    }
  ADD ("/vnus/importer/rules/dates", test_dates);
  ADD ("/vnus/importer/rules/legs", test_legs);
  ADD ("/vnus/importer/rules/companion", test_companion);
  ADD ("/vnus/importer/rules/met-in-several", test_met_in_several);
  ADD ("/vnus/importer/rules/executives", test_executives);
  ADD ("/vnus/importer/rules/bad-yaml", test_bad_yaml);

  return g_test_run ();
}
