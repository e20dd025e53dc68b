/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The importer of the guide to states and territories, on small files of its form. */
#include "import-helpers.h"

static char *
corpus (void)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "gsh", NULL);
}

static VnusChronicle *
import_corpus (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("gsh");
  g_autofree char *path = corpus ();

  return import_path (importer, path);
}

/* What the documents of the states have. */
static const struct
{
  const char *name, *id;
  const char *has[5];
  const char *lacks;
} cases[] = {
  { "open", "graustark", { "\"existed\":\"1918/..\"", "\"label\":{\"en\":\"Graustark\"}", "\"historian:graustark\"",
                           "\"Principality of Graustark\"" }, "\"note\":{\"en\":\"\"" },
  { "closed", "ruritania-1918", { "\"existed\":\"0599/1918\"", "\"en\":\"Ruritania (599–1918)\"", "\"Kingdom of Ruritania\",\"Ruritania\"",
                                  "\"note\":{\"en\":\"Zenda was its capital.\"}", "\"known\":\"1918-12-31\"" }, NULL },
  { "no-long-name", "ruritania", { "\"existed\":\"1918/..\"" }, "aliases" },
  { "no-dates", "evallonia-tbd", { "\"en\":\"Evallonia\"" }, "existed" },
  { "no-end", "far-islands", { "\"existed\":\"1450~/\"", "dependency-or-area-of-special-sovereignty; http://example.org/atlas",
                               "\"note\":{\"en\":\"Found by chance.\"}" }, NULL },
  { "uncertain", "near-islands-1850", { "\"existed\":\"1625?/1850\"" }, NULL },
  { "reversed", "no-land-1864", { "\"en\":\"No Land\"", "1886 – 1864; independent-state" }, "existed" },
  { "known-beforehand", "vn", { "\"existed\":\"1976/..\"", "\"vi\":\"Việt Nam\"", "\"predecessors\":[\"vn-south\"]", "iso3166:VN" },
    "predecessors/vn-south" },
  { "of-own-row", "graustark", { "\"predecessors\":[\"ruritania-1918\",\"old-graustark-1866\"]" }, "predecessors/" },
  { "of-another-row", "ruritania", { "\"predecessors\":[\"ruritania-1918\"]",
                                     "\"locator\":\"ruritania-1918\",\"field\":\"predecessors/ruritania-1918\"" }, NULL },
  { "left-out", "old-graustark-1866", { "\"en\":\"Old Graustark\"", "\"locator\":\"graustark\"", "\"historian:old-graustark-1866\"" },
    "existed" },
  { "no-state", "antarctica", { "\"kind\":\"place\"", "\"en\":\"Antarctica\"" }, "existed" },
  { "many-in-a-file", "strelsau", { "\"predecessors\":[\"strelsau-1900\"]" }, NULL },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autofree char *text = record_line (chronicle, cases[index].id);

  assert_pieces (text, cases[index].has, G_N_ELEMENTS (cases[index].has), cases[index].lacks);
}

/* Each row is counted, each fault told. */
static void
test_rows (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("gsh");
  g_autofree char *path = corpus ();
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, NULL);
  g_autofree char *issues = issues_of (importer, path);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 12);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 12);
  g_assert_cmpuint (vnus_importer_count_notes (importer), ==, 3);
  g_assert_cmpstr (issues, ==, "no-land-1864.xml:2: error: “1864” in “valid-until” lies before “1886”. [end-before-start]\n"
                               "other.xml: note: Not read: its root is “codes”; expected territory. [unknown-file]\n");
}

/* Import, save, load, import again: the same. */
static void
test_again (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autoptr (VnusChronicle) loaded = reload (chronicle);
  g_autoptr (VnusImporter) importer = importer_of ("gsh");
  g_autofree char *path = corpus ();
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, loaded);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED), ==, 12);
}

/* One file alone takes nothing away of what others told. */
static void
test_one_file_again (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autoptr (VnusImporter) importer = importer_of ("gsh");
  g_autofree char *folder = corpus ();
  g_autofree char *path = g_build_filename (folder, "ruritania-1918.xml", NULL);
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);
  g_autofree char *text = vnus_change_set_to_text (changes, "en");

  g_assert_cmpstr (text, ==, "No changes.\n");
}

/* Trips of the time before the state of today are told of, with what was then. */
static void
test_before_state (Folder        *folder,
                   gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *issues = NULL;

  folder_write (folder, "trips.xml",
                "<trips><trip who=\"johnson-lyndon-baines\" role=\"president\"><id>1</id><name>Lyndon B. Johnson</name>"
                "<start-date>1966-10-26</start-date><end-date>1966-10-26</end-date><country id=\"vietnam\">Vietnam</country>"
                "<locale>Cam Ranh Bay</locale></trip></trips>", -1);
  changes = read_path (importer, folder->path, chronicle);
  apply (changes, chronicle);
  issues = list_issues (chronicle, "before-state-existed", "");

  g_assert_cmpstr (issues, ==, "johnson-vn-1966/host: error: Vietnam did not exist at that time (26 October 1966); "
                               "it existed since 1976. [before-state-existed]\n"
                               "    Republic of Vietnam (South Vietnam) existed then.\n");
}

/* Bad input */

#define TERRITORY(fields) "<territory>\n<id>x</id>" fields "</territory>"

static const BadFile bads[] = {
  { "truncated", "<territory>\n<id>x</id><short-form-name>X", 1, 1, "x.xml:2: error: The XML is not well-formed" },
  { "wrong-encoding", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<territory><id>x</id><short-form-name>Cura\xe7" "ao</short-form-name></territory>",
    0, 0, "x.xml:2: error: The XML is not well-formed" },
  { "bomb", "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<territory><id>&b;</id></territory>", 0, 0,
    "x.xml:2: error: The file declares entities" },
  { "external-entity", "<!DOCTYPE t [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><territory><id>&a;</id></territory>", 0, 0,
    "error: The file declares entities" },
  { "no-id", "<territory>\n<short-form-name>X</short-form-name></territory>", 1, 1, "x.xml:1: error: “id” is missing" },
  { "no-name", TERRITORY (""), 1, 1, "x.xml:1: error: “short-form-name” is missing" },
  { "id-of-no-letters", "<territory><id>—</id><short-form-name>X</short-form-name></territory>", 1, 1, "error: “id” is missing" },
  { "bad-date", TERRITORY ("<short-form-name>X</short-form-name><valid-since>soon</valid-since>"), 1, 0,
    "x.xml:1: error: “soon” in “valid-since” is no date" },
  { "same-id", "<territories>\n" TERRITORY ("<short-form-name>X</short-form-name>")
    TERRITORY ("<short-form-name>Y</short-form-name>") "</territories>", 2, 1, "error: The row “x” was read before, from x.xml:2" },
  { "own-predecessor", TERRITORY ("<short-form-name>X</short-form-name><predecessors><predecessor>x</predecessor></predecessors>"),
    1, 0, "" },
};

static void
test_bad (Folder        *folder,
          gconstpointer  data)
{
  const BadFile *bad = data;
  g_autoptr (VnusImporter) importer = importer_of ("gsh");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) changes = read_bad (folder, importer, bad);

  apply (changes, chronicle);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_STATE), ==, bad->n_rows - bad->n_refused);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/gsh/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/vnus/importer/gsh/rows", test_rows);
  g_test_add_func ("/vnus/importer/gsh/again", test_again);
  g_test_add_func ("/vnus/importer/gsh/one-file-again", test_one_file_again);
  g_test_add ("/vnus/importer/gsh/before-state", Folder, NULL, folder_set_up, test_before_state, folder_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/gsh/bad/", bads[i].name, NULL);

      g_test_add (path, Folder, &bads[i], folder_set_up, test_bad, folder_tear_down);
    }

  return g_test_run ();
}
