/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The importer of principal officers and chiefs of mission: rules on rows made for
 * them, a small register in the corpus, and files that are broken. */
#include "import-helpers.h"

/* Rows of chiefs of mission */

#define STEP(name, date, note) "<" name "><date>" date "</date><note>" note "</note></" name ">"
#define CHIEF_OF(id, who, role, territory, steps, note)                                                                   \
  "<chief><id>" id "</id><person-id>" who "</person-id><role-title-id>" role "</role-title-id>"                            \
  "<contemporary-territory-id>" territory "</contemporary-territory-id>" steps "<note>" note "</note></chief>"
#define CHIEF(role, steps, note) CHIEF_OF ("fr-1850-moor-01", "moor-frida", role, "france", steps, note)
#define AMBASSADOR(steps, note) CHIEF ("ambassador-e-p", steps, note)
#define MISSION(chiefs, others)                                                                                           \
  "<country-mission><territory-id>france</territory-id><chiefs>" chiefs "</chiefs><other-nominees>" others                 \
  "</other-nominees></country-mission>"
#define PERSON(id, more)                                                                                                  \
  "<person><id>" id "</id><persName><surname>Moor</surname><forename>Frida</forename></persName>" more "</person>"

#define STARTED(date, note) STEP ("appointed", "1850-01-02", "") STEP ("started", date, note)
#define ENDED(date, note) STEP ("started", "1850-03-04", "") STEP ("ended", date, note)
#define RECESS "Commissioned during a recess of the Senate"

typedef struct
{
  const char *name;
  const char *chiefs, *others; /* what stands in the mission */
  const char *has[6];          /* pieces of the document of the accreditation, without blanks */
  const char *lacks;
  guint       n_notes;
} Case;

static const Case cases[] = {
  { "steps-apart", AMBASSADOR (STEP ("appointed", "1850-01-02", "") STEP ("arrived", "1850-02", "") STEP ("started", "1850-03-04", "")
                               STEP ("ended", "1851", ""), ""), "",
    { "\"id\":\"frida-moor-fr-1850\"", "\"appointed\":\"1850-01-02\"", "\"arrived\":\"1850-02\"", "\"credentials\":\"1850-03-04\"",
      "\"left\":\"1851\"", "\"class\":\"ambassador\"" }, "how-ended", 0 },
  { "end-known-later", AMBASSADOR (ENDED ("1853-05-06", "Left post on "), ""), "",
    { "\"known\":\"1850-03-04\"", "\"field\":\"left\",\"value\":\"1853-05-06\",\"known\":\"1853-05-06\"",
      "\"field\":\"how-ended\",\"value\":\"left-post\",\"known\":\"1853-05-06\"" },
    "\"note\"", 0 },
  { "no-end", AMBASSADOR (STARTED ("1850-03-04", ""), ""), "", { "\"presence\":{\"left\":\"unknown\"}" }, "\"left\":\"1", 0 },
  { "open-end", AMBASSADOR (ENDED ("9999-12-31", ""), ""), "", { "\"presence\":{\"left\":\"none\"}" }, "9999", 0 },
  { "question-mark", AMBASSADOR (STEP ("arrived", "?", "") STARTED ("unknown", ""), "?"), "", { "\"appointed\":\"1850-01-02\"" },
    "arrived", 0 },
  { "vague-day", AMBASSADOR (STARTED ("1850-03-00", ""), ""), "", { "\"credentials\":\"1850-03\"" }, NULL, 0 },
  { "charge", CHIEF ("charge-daffaires-ad-interim", STARTED ("1850-03-04", ""), ""), "",
    { "\"arrived\":\"1850-03-04\"", "\"class\":\"charge-ad-interim\"", "\"office\":\"us-charge-to-france\"" }, "credentials", 0 },
  { "charge-en-titre", CHIEF ("charge-daffaires", STARTED ("1850-03-04", ""), ""), "",
    { "\"credentials\":\"1850-03-04\"", "\"class\":\"charge-d-affaires\"", "\"office\":\"us-charge-d-affaires-to-france\"" }, NULL, 0 },
  { "envoy", CHIEF ("envoy-extraordinary-minister-plenipotentiary", STARTED ("1850-03-04", ""), ""), "",
    { "\"class\":\"envoy\"", "\"office\":\"us-envoy-to-france\"" }, NULL, 0 },
  { "minister-resident", CHIEF ("minister-resident-consul-general", STARTED ("1850-03-04", ""), ""), "",
    { "\"class\":\"minister-resident\"", "\"office\":\"us-minister-resident-consul-general-to-france\"" }, NULL, 0 },
  { "no-class", CHIEF ("principal-officer", STARTED ("1850-03-04", ""), ""), "", { "\"arrived\":\"1850-03-04\"" }, "class", 0 },
  { "unknown-role", CHIEF ("high-commissioner", STARTED ("1850-03-04", ""), ""), "",
    { "\"office\":\"us-high-commissioner-to-france\"" }, "class", 0 },
  { "officially-received", AMBASSADOR (STARTED ("1850-03-04", "Officially recognized on"), ""), "",
    { "\"credentials\":\"1850-03-04\"", "\"field\":\"credentials\"", "\"note\":{\"en\":\"Officiallyrecognizedon\"}" }, NULL, 1 },
  { "start-about", AMBASSADOR (STARTED ("1850-03-04", "On or about"), ""), "", { "\"credentials\":\"1850-03-04~\"" }, "\"note\"", 0 },
  { "start-shortly-before", AMBASSADOR (STARTED ("1850-03-04", "On or shortly before"), ""), "",
    { "\"credentials\":\"1850-03-04~\"" }, "\"note\"", 0 },
  { "start-on-or-before", AMBASSADOR (STARTED ("1850-03-04", "On or before"), ""), "", { "\"credentials\":\"[..1850-03-04]\"" },
    "\"note\"", 0 },
  { "start-between", AMBASSADOR (STARTED ("1850-03-04", "Between February 5, 1850, and"), ""), "",
    { "\"credentials\":\"[..1850-03-04]\"", "Between" }, NULL, 1 },
  { "start-of-charge", AMBASSADOR (STARTED ("1850-03-04", "Assumed charge on"), ""), "", { "\"arrived\":\"1850-03-04\"" },
    "credentials", 0 },
  { "start-of-embassy", AMBASSADOR (STARTED ("1850-03-04", "Embassy Paris reestablished on"), ""), "",
    { "\"arrived\":\"1850-03-04\"", "\"field\":\"arrived\"" }, "credentials", 1 },
  { "start-unread", AMBASSADOR (STARTED ("1850-03-04", "Credentials presented by the predecessor on"), ""), "",
    { "\"note\":{\"en\":\"Credentialspresentedbythepredecessoron4March1850\"}" }, "\"credentials\"", 1 },
  { "appointment-noted", AMBASSADOR (STEP ("appointed", "1850-01-02", "Designated, not commissioned, on"), ""), "",
    { "\"appointed\":\"1850-01-02\"", "\"field\":\"appointed\"", "Designated,notcommissioned,on" }, NULL, 1 },
  { "left-place", AMBASSADOR (ENDED ("1853-05-06", "Left Bridgetown"), ""), "",
    { "\"how-ended\":\"left-post\"", "\"note\":{\"en\":\"LeftBridgetown\"}" }, NULL, 1 },
  { "recalled", AMBASSADOR (ENDED ("1853-05-06", "Presented recall on"), ""), "", { "\"how-ended\":\"recalled\"" }, "\"note\"", 0 },
  { "recalled-about", AMBASSADOR (ENDED ("1853-05-06", "Transmitted recall by note on or about"), ""), "",
    { "\"how-ended\":\"recalled\"", "\"left\":\"1853-05-06~\"" }, NULL, 1 },
  { "died", AMBASSADOR (ENDED ("1853-05-06", "Died at post on"), ""), "", { "\"how-ended\":\"died\"" }, NULL, 1 },
  { "severed", AMBASSADOR (ENDED ("1853-05-06", "France severed diplomatic relations with the United States on"), ""), "",
    { "\"how-ended\":\"relations-severed\"" }, NULL, 1 },
  { "expelled", AMBASSADOR (ENDED ("1853-05-06", "Declared persona non grata by the Government of France"), ""), "",
    { "\"how-ended\":\"expelled\"" }, NULL, 1 },
  { "promoted", AMBASSADOR (ENDED ("1853-05-06", "Promoted to Minister Resident"), ""), "",
    { "\"left\":\"1853-05-06\"", "\"note\":{\"en\":\"PromotedtoMinisterResident\"}" }, "how-ended", 1 },
  { "ended-without-a-day", AMBASSADOR (ENDED ("", "Recommissioned to Guatemala only"), ""), "",
    { "\"field\":\"left\"", "RecommissionedtoGuatemalaonly" }, "how-ended", 1 },
  { "recess", AMBASSADOR (STARTED ("1850-03-04", ""), RECESS "; recommissioned on January 15, 1851, after confirmation."), "",
    { "\"recess\":true", "\"confirmed\":\"1851-01-15\"" }, "\"note\"", 0 },
  { "recess-other-words", AMBASSADOR (STARTED ("1850-03-04", ""), RECESS "; recommissioned after confirmation on Febraury 5, 1851."), "",
    { "\"confirmed\":\"1851-02-05\"" }, "\"note\"", 0 },
  { "recess-unconfirmed", AMBASSADOR (STARTED ("1850-03-04", ""), RECESS "."), "", { "\"recess\":true" }, "confirmed", 0 },
  { "recess-rejected", AMBASSADOR (STARTED ("1850-03-04", ""), RECESS "; nomination later rejected by the Senate."), "",
    { "\"recess\":true", "rejected" }, "confirmed", 1 },
  { "recess-and-more", AMBASSADOR (STARTED ("1850-03-04", ""), "Commissioned to Persia. " RECESS "; recommissioned on May 5, 1851."), "",
    { "\"confirmed\":\"1851-05-05\"", "\"field\":\"to\",\"known\":\"1850-03-04\",\"note\":{\"en\":\"Persia\"}" }, "Commissioned", 0 },
  { "commission", AMBASSADOR (STARTED ("1850-03-04", ""), "Commissioned to the French Empire. Did not serve long."), "",
    { "\"field\":\"to\",\"known\":\"1850-03-04\",\"note\":{\"en\":\"FrenchEmpire\"}", "\"note\":{\"en\":\"Didnotservelong.\"}" },
    "Commissioned", 1 },
  { "commission-of-the-name", AMBASSADOR (STARTED ("1850-03-04", ""), "Commissioned to France."), "", { "\"to\":\"fr\"" },
    "\"field\":\"to\"", 0 },
  { "commission-and-more", AMBASSADOR (STARTED ("1850-03-04", ""), "Commissioned to France; left for Peru."), "",
    { "\"note\":{\"en\":\"CommissionedtoFrance;leftforPeru.\"}" }, "\"field\":\"to\"", 1 },
  { "no-recess", AMBASSADOR (STARTED ("1850-03-04", ""), "Recommissioned on October 12, 1851."), "",
    { "\"note\":{\"en\":\"RecommissionedonOctober12,1851.\"}" }, "confirmed", 1 },
  { "non-resident", AMBASSADOR (STARTED ("1850-03-04", ""), "Accredited also to Denmark and Luxembourg; resident at Ottawa."), "",
    { "\"resident-at\":\"ottawa\"", "\"field\":\"resident-at\"" }, NULL, 1 },
  { "resident-with-the-receiver", AMBASSADOR (STARTED ("1850-03-04", ""), "Commissioned to Prussia; resident at Berlin."), "",
    { "\"note\"" }, "resident-at", 1 },
  { "declined", "", AMBASSADOR (STEP ("appointed", "1850-01-02", ""), "Declined appointment."),
    { "\"appointed\":\"1850-01-02\"", "\"how-ended\":\"not-served\"", "\"note\":{\"en\":\"Declinedappointment.\"}" }, "presence", 1 },
  { "not-confirmed", "", AMBASSADOR ("", "Nomination of March 3, 1850, not acted upon by the Senate."),
    { "\"nominated\":\"1850-03-03\"", "\"how-ended\":\"not-served\"" }, "appointed", 1 },
  { "rejected", "", AMBASSADOR ("", "Not commissioned; nomination of February 1844 rejected by the Senate in June 1844."),
    { "\"nominated\":\"1844-02\"" }, NULL, 1 },
  { "never-served-in-a-recess", "", AMBASSADOR (STEP ("appointed", "1850-01-02", ""), RECESS "; declined appointment."),
    { "\"recess\":true", "\"how-ended\":\"not-served\"" }, NULL, 1 },
};

static void
test_case (Folder        *folder,
           gconstpointer  data)
{
  const Case *test = data;
  g_autofree char *mission = g_strdup_printf (MISSION ("%s", "%s"), test->chiefs, test->others);
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autofree char *line = NULL, *plain = NULL;

  folder_write (folder, "france.xml", mission, -1);
  folder_write (folder, "moor.xml", PERSON ("moor-frida", ""), -1);
  chronicle = import_folder (folder, importer);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 2);
  g_assert_cmpuint (vnus_importer_count_notes (importer), ==, test->n_notes);

  line = record_line (chronicle, vnus_record_get_id (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_ACCREDITATION, 0)));
  plain = strip_blanks (line);
  assert_pieces (plain, test->has, G_N_ELEMENTS (test->has), test->lacks);
}

/* The small register */

static char *
corpus (const char *path)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "pocom", path, NULL);
}

static VnusChronicle *
import_corpus (VnusImporter *importer)
{
  g_autofree char *path = corpus ("");

  return import_path (importer, path);
}

/* Every record as a reader of the files would write it. */
static void
test_corpus (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = import_corpus (importer);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "pocom", "expected.txt", NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
      g_autofree char *line = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      line = record_line (chronicle, parts[0]);
      if (strstr (line, parts[1]) == NULL)
        g_error ("expected “%s” in %s", parts[1], line);
      n++;
    }

  g_assert_cmpuint (n, >, 40);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 19);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 16);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MERGED), ==, 1);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_NOTED), ==, 2);
}

static guint
count_changes (const char    *path,
               VnusChronicle *into)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, into);

  return g_list_model_get_n_items (G_LIST_MODEL (changes));
}

/* Nor does a part of the register, read alone, take away what the other parts told. */
static void
test_again (void)
{
  static const char *const parts[] = { "", "people", "missions-countries", "missions-orgs", "positions-principals",
                                       "concurrent-appointments", "missions-countries/uganda.xml" };
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = import_corpus (importer);
  g_autoptr (VnusChronicle) loaded = reload (chronicle);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = corpus (parts[i]);

      if (count_changes (path, loaded) != 0)
        g_error ("%s changes something", parts[i]);
    }
}

/* In which order the parts are read makes no difference to the accreditations. */
static void
test_parts (void)
{
  static const char *const parts[] = { "people", "positions-principals", "missions-orgs", "missions-countries",
                                       "concurrent-appointments" };
  g_autoptr (VnusImporter) whole = importer_of ("pocom");
  g_autoptr (VnusChronicle) expected = import_corpus (whole);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("parts");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = corpus (parts[i]);
      g_autoptr (VnusImporter) importer = importer_of ("pocom");
      g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);

      apply (changes, chronicle);
    }

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (expected, VNUS_KIND_ACCREDITATION); i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (expected, VNUS_KIND_ACCREDITATION, i);
      VnusRecord *other = vnus_chronicle_lookup (chronicle, vnus_record_get_id (record));

      g_assert_nonnull (other);
      g_assert_cmpstr (vnus_accreditation_get_resident_at (VNUS_ACCREDITATION (other)), ==,
                       vnus_accreditation_get_resident_at (VNUS_ACCREDITATION (record)));
    }
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ACCREDITATION), ==,
                    vnus_chronicle_get_n_of_kind (expected, VNUS_KIND_ACCREDITATION));
}

/* What was not public then is not told: how a mission ended, when somebody died. */
static void
test_known_on (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = import_corpus (importer);
  g_autoptr (VnusDate) day = vnus_date_parse ("1965-01-01", NULL);
  g_autoptr (VnusDate) earlier = vnus_date_parse ("1880-01-01", NULL);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, day, NULL);
  g_autoptr (VnusChronicle) before = vnus_chronicle_make_view (chronicle, earlier, NULL);
  VnusAccreditation *smith = VNUS_ACCREDITATION (vnus_chronicle_lookup (view, "smith-john2-ke-1964"));

  g_assert_nonnull (vnus_accreditation_get_credentials (smith));
  g_assert_null (vnus_accreditation_get_left (smith));
  g_assert_cmpint (vnus_accreditation_get_how_ended (smith), ==, VNUS_MISSION_END_UNSET);
  g_assert_null (vnus_person_get_lived (VNUS_PERSON (vnus_chronicle_lookup (before, "john-smith"))));
}

/* The heads of mission, as a brief tells of them: who is in post, since when, from where;
 * and nobody where that is in doubt. */
static const struct
{
  const char *relation, *on, *lang, *has;
} briefs[] = {
  { "ke-us", "1965-01-01", "en", "The US Ambassador to Kenya is John Smith, who presented credentials on 2 March 1964." },
  { "ke-us", "1965-01-01", "vi", "Đại sứ Hoa Kỳ tại Kenya là John Smith, trình Quốc thư ngày 2/3/1964." },
  { "ke-us", "1966-06-01", "en", NULL },
  { "ke-us", "1975-01-01", "en", "As of November 1966 (the latest source), the US Ambassador to Kenya is Frida Ann Moor Jr." },
  { "ug-us", "1968-01-01", "en", "Frida Ann Moor Jr., who presented credentials on 1 December 1966 and is resident in Nairobi." },
  { "ug-us", "1968-01-01", "vi", "trình Quốc thư ngày 1/12/1966; kiêm nhiệm, thường trú tại Nairobi." },
  { "ug-us", "1970-01-01", "en", NULL },
};

static void
test_briefs (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = import_corpus (importer);

  for (guint i = 0; i < G_N_ELEMENTS (briefs); i++)
    {
      g_autoptr (VnusBrief) brief = vnus_brief_new (chronicle, briefs[i].relation);
      g_autoptr (VnusDate) day = vnus_date_parse (briefs[i].on, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *markdown = NULL;

      vnus_brief_set_standpoint (brief, day);
      g_assert_true (vnus_brief_compose (brief, &error));
      g_assert_no_error (error);
      markdown = vnus_brief_to_markdown (brief, briefs[i].lang, &error);
      g_assert_no_error (error);
      if (briefs[i].has != NULL ? strstr (markdown, briefs[i].has) == NULL : strstr (markdown, "Ambassador") != NULL)
        g_error ("%s on %s: expected “%s” in %s", briefs[i].relation, briefs[i].on, briefs[i].has, markdown);
    }
}

/* Broken files */

static const struct
{
  const char *name, *text, *issue;
} broken[] = {
  { "truncated", "<country-mission><territory-id>france</territory-id><chiefs>" CHIEF ("ambassador-e-p", "", ""), "x.xml:1: error: " },
  { "encoding", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><person><id>a\xff</id></person>", "x.xml:1: error: " },
  { "unknown-encoding", "<?xml version=\"1.0\" encoding=\"klingon\"?><person><id>a</id></person>", "x.xml:1: error: " },
  { "bomb", "<!DOCTYPE person [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><person><id>&b;</id></person>",
    "error: The file declares entities" },
  { "external", "<!DOCTYPE person [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><person><id>&a;</id></person>",
    "error: The file declares entities" },
  { "other-root", "<volume><id>frus</id></volume>", "note: Not read: its root is “volume”" },
  { "empty", "", "x.xml" },
  { "no-territory", "<country-mission><chiefs/></country-mission>", "x.xml:1: error: “territory-id” is missing" },
  { "no-key", "<person><persName><surname>Moor</surname></persName></person>", "x.xml:1: error: “id” is missing" },
  { "no-name", "<person><id>moor-frida</id></person>", "x.xml:1: error: “surname” is missing" },
  { "no-person", MISSION ("<chief><id>a</id><role-title-id>agent</role-title-id></chief>", ""), "error: “person-id” is missing" },
  { "no-role", MISSION ("<chief><id>a</id><person-id>b</person-id></chief>", ""), "error: “role-title-id” is missing" },
  { "bad-date", MISSION (AMBASSADOR (STARTED ("1850-02-31", ""), ""), ""), "error: “1850-02-31” in “started” is no date" },
  { "no-chief", "<concurrent-appointments><id>x</id><chief-id>nobody</chief-id></concurrent-appointments>",
    "error: “chief-id” is missing" },
};

static void
test_broken (Folder        *folder,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (VnusImporter) importer = importer_of ("pocom");
      g_autoptr (VnusChangeSet) changes = NULL;
      g_autofree char *issues = NULL;

      folder_write (folder, "x.xml", broken[i].text, -1);
      changes = read_path (importer, folder->path, NULL);
      issues = issues_of (importer, folder->path);
      if (strstr (issues, broken[i].issue) == NULL)
        g_error ("%s: expected “%s”, got:\n%s", broken[i].name, broken[i].issue, issues);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 0);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (changes)); j++)
        {
          g_autoptr (VnusChange) change = g_list_model_get_item (G_LIST_MODEL (changes), j);

          g_assert_true (VNUS_IS_SOURCE (vnus_change_get_after (change)));
        }
    }
}

/* Two persons of whom no career is told, from two states. */
static void
test_residences (Folder        *folder,
                 gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autofree char *moor = NULL, *fox = NULL;

  folder_write (folder, "a.xml", PERSON ("moor-frida", "<residence><state-id>ny</state-id></residence>"), -1);
  folder_write (folder, "b.xml", "<person><id>fox-ann</id><persName><surname>Fox</surname><forename>Ann</forename></persName>"
                                 "<residence><state-id>ca</state-id></residence></person>", -1);
  chronicle = import_folder (folder, importer);
  moor = record_line (chronicle, "frida-moor");
  fox = record_line (chronicle, "ann-fox");

  assert_pieces (moor, (const char *const[]) { "State of residence: NY." }, 1, "CA");
  assert_pieces (fox, (const char *const[]) { "State of residence: CA.", "Bang cư trú: CA." }, 2, "NY");
}

/* Where a row is refused, the register is not said to be complete. */
static void
test_no_coverage (Folder        *folder,
                  gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = NULL;

  folder_write (folder, "x.xml",
                MISSION (AMBASSADOR (ENDED ("1853-05-06", ""), "")
                         CHIEF_OF ("b", "moor-frida", "agent", "france", STARTED ("soon", ""), ""), ""), -1);
  chronicle = import_folder (folder, importer);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 1);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ACCREDITATION), ==, 1);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_COVERAGE), ==, 0);
}

/* One id, two rows: the same told twice is one, and the rest is kept apart. */
static void
test_shared_ids (Folder        *folder,
                 gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autofree char *issues = NULL;

  folder_write (folder, "a.xml", PERSON ("moor-frida", ""), -1);
  folder_write (folder, "b.xml", PERSON ("moor-frida", ""), -1);
  folder_write (folder, "c.xml",
                MISSION (AMBASSADOR (STARTED ("1850-03-04", ""), "") AMBASSADOR (ENDED ("1853-05-06", "Left post on"), "")
                         AMBASSADOR (ENDED ("1853-05-06", "Died"), ""), AMBASSADOR (STARTED ("", ""), "Declined.")
                         AMBASSADOR (STARTED ("", ""), "Declined. Again.")), -1);
  chronicle = import_folder (folder, importer);
  issues = issues_of (importer, folder->path);

  g_assert_nonnull (strstr (issues, "b.xml:1: error: The row “moor-frida” was read before, from "));
  g_assert_nonnull (strstr (issues, "c.xml:1: warning: The id “fr-1850-moor-01” is that of another row too, at "));
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_PERSON), ==, 1);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ACCREDITATION), ==, 2);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 2);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MERGED), ==, 2);
}

/* Who declined was never in an office that one alone holds; and what the chronicle knows
 * of an office stays as it is. */
static void
test_exclusive (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("pocom");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("pocom");
  g_autoptr (VnusRecord) office = VNUS_RECORD (vnus_office_new ("us-ambassador-to-france"));
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *twice = NULL;

  vnus_office_set_exclusive (VNUS_OFFICE (office), TRUE);
  vnus_chronicle_add (chronicle, office, &error);
  g_assert_no_error (error);
  folder_write (folder, "x.xml",
                MISSION (AMBASSADOR (ENDED ("1853-05-06", "Left post on"), ""),
                         CHIEF_OF ("b", "sapt-colonel", "ambassador-e-p", "france", STEP ("appointed", "1851-01-02", ""),
                                   "Declined appointment.")), -1);
  changes = read_path (importer, folder->path, chronicle);
  apply (changes, chronicle);

  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_ACCREDITATION), ==, 2);
  twice = list_issues (chronicle, "office-held-twice", "");
  g_assert_cmpstr (twice, ==, "");
  g_assert_null (vnus_record_get_label (vnus_chronicle_lookup (chronicle, "us-ambassador-to-france")));
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/pocom/rules/", cases[i].name, NULL);

      g_test_add (path, Folder, &cases[i], folder_set_up, test_case, folder_tear_down);
    }
  g_test_add ("/vnus/importer/pocom/residences", Folder, NULL, folder_set_up, test_residences, folder_tear_down);
  g_test_add_func ("/vnus/importer/pocom/corpus", test_corpus);
  g_test_add_func ("/vnus/importer/pocom/again", test_again);
  g_test_add_func ("/vnus/importer/pocom/parts", test_parts);
  g_test_add_func ("/vnus/importer/pocom/known-on", test_known_on);
  g_test_add_func ("/vnus/importer/pocom/briefs", test_briefs);
  ADD ("/vnus/importer/pocom/broken", test_broken);
  ADD ("/vnus/importer/pocom/no-coverage", test_no_coverage);
  ADD ("/vnus/importer/pocom/shared-ids", test_shared_ids);
  ADD ("/vnus/importer/pocom/exclusive", test_exclusive);

  return g_test_run ();
}
