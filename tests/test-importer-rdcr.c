/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The importer of the articles on recognition and on diplomatic and consular
 * relations: on small files of their form, and on the articles themselves where they
 * are there. */
#include "import-helpers.h"

static char *
corpus (void)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "rdcr", NULL);
}

static VnusChronicle *
import_corpus (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autofree char *path = corpus ();

  return import_path (importer, path);
}

/* What the documents of the stages have. */
static const struct
{
  const char *name, *id;
  const char *has[6];
  const char *lacks;
} cases[] = {
  { "recognised-by-partner", "ruritania-us-recognition-1790",
    { "\"act\":\"recognised\"", "\"by\":[\"ruritania\"]", "\"during\":\"1790/1860\"", "\"value\":\"1790-03-05/1860\"",
      "\"value\":\"1790-03-04/1860\"", "by a letter." }, "preferred" },
  { "recognition-withdrawn", "ruritania-us-recognition-severed-1860",
    { "\"act\":\"severed\"", "\"by\":[\"us\"]", "\"during\":\"[1860..1862]\"", "recognition withdrawn" }, NULL },
  { "mutual", "ruritania-us-recognition-1880", { "\"by\":[\"us\",\"ruritania\"]", "\"during\":\"1880/\"" }, "\"value\"" },
  { "two-steps", "ruritania-us-diplomatic-relations-1881",
    { "\"act\":\"established\"", "\"during\":\"1881/1917-04-08\"", "\"value\":\"1881-05-04/1917-04-08\"",
      "-1881/diplomatic-relations\"", "\"level\":\"diplomatic-relations\"" }, "\"by\"" },
  { "second-of-two-steps", "ruritania-us-legation-1881", { "\"by\":[\"us\"]", "\"value\":\"1881-05-04/1892-07\"", "-1881/legation\"" },
    NULL },
  { "misprint", "ruritania-us-embassy-1892",
    { "\"act\":\"upgraded\"", "\"during\":\"1892-07/1900\"", "\"value\":\"1893/1900\",\"known\"",
      "\"value\":\"1892-07/1900\",\"rank\":\"preferred\"" }, NULL },
  { "closed", "ruritania-us-embassy-closed-1900", { "\"act\":\"closed\"", "\"level\":\"embassy\"", "Ruritania: US embassy closed" }, NULL },
  { "not-before", "ruritania-us-embassy-resumed-1901", { "\"during\":\"[1901..1902]\"", "\"act\":\"resumed\"" }, NULL },
  { "severed", "ruritania-us-diplomatic-relations-severed-1917",
    { "\"act\":\"severed\"", "\"by\":[\"ruritania\"]", "\"value\":\"1917-04-08/1920\"" }, NULL },
  { "closed-in-the-words", "ruritania-us-embassy-closed-1917", { "\"act\":\"closed\"", "\"by\":[\"us\"]" }, NULL },
  { "and-sign", "ruritania-us-embassy-resumed-1920", { "\"during\":\"[1920..1922]\"" }, NULL },
  { "span-of-an-interruption", "ruritania-us-diplomatic-relations-suspended-1930", { "\"during\":\"1930/1931\"", "\"act\":\"suspended\"" },
    NULL },
  { "no-markup", "ruritania-us-diplomatic-relations-resumed-1938", { "\"during\":\"1938-06-01/\"" }, "\"value\"" },
  { "consular", "ruritania-us-consular-relations-1800", { "\"during\":\"1800/\"", "consular relations established" }, NULL },
  { "state-of-today", "us-vn-diplomatic-relations-resumed-2015",
    { "\"during\":\"2015/..\"", "\"value\":\"2015-07-03/..\"", "\"known\":\"2015-07-03\"" }, NULL },
  { "known-when-written", "us-vn-recognition-1950", { "\"known\":\"2009\"", "\"by\":[\"us\"]", "\"en\":\"U.S. Recognition of" }, NULL },
  { "complete", "us-historian-rdcr-vietnam", { "relation:us-vn", "\"during\":\"1776-07-04/2009-01-01\"" }, NULL },
  { "kept", "ruritania-us",
    { "ruritania#summary", "ruritania#ruritanian-legation-raised-to-embassy-status-1890", "German Democratic Republic", "\"Strelsau. A list.\"",
      "#establishment-of-diplomatic-relations-1777", "#us-ambassador-recalled-1899" }, "Not a row" },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autofree char *text = record_line (chronicle, cases[index].id);

  assert_pieces (text, cases[index].has, G_N_ELEMENTS (cases[index].has), cases[index].lacks);
}

/* Each row is counted, each fault told, and nothing is complete of which a part was
 * not read. */
static void
test_rows (void)
{
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autofree char *path = corpus ();
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, NULL);
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autofree char *issues = issues_of (importer, path);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 22);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 14);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_NOTED), ==, 8);
  g_assert_cmpuint (vnus_importer_count_notes (importer), ==, 22);
  g_assert_nonnull (strstr (issues, "index.xml: note: Not read: its root is “index”; expected TEI. [unknown-file]\n"));
  g_assert_nonnull (strstr (issues, "letters.xml: note: Not read: its root is “TEI”; expected TEI//title"));
  g_assert_nonnull (strstr (issues, "ruritania.xml:15: warning: The markup says 1790-03-05, the words “March 4, 1790”; both are kept."));
  g_assert_nonnull (strstr (issues, "ruritania.xml:25: warning: The markup says 1893, the words “1892”; both are kept."));
  g_assert_nonnull (strstr (issues, "ruritania.xml:37: error: “1935” in “to” lies before “1947”. [end-before-start]"));
  g_assert_null (vnus_chronicle_lookup (chronicle, "us-historian-rdcr-ruritania"));
}

static void
assert_unchanged (VnusChronicle *chronicle,
                  const char    *path)
{
  g_autoptr (VnusChronicle) loaded = reload (chronicle);
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, loaded);
  g_autofree char *text = vnus_change_set_to_text (changes, "en");

  g_assert_cmpstr (text, ==, "No changes.\n");
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MERGED), ==, 0);
}

/* Import, save, load, import again: the same; so with one file alone. */
static void
test_again (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autofree char *path = corpus ();
  g_autofree char *file = g_build_filename (path, "vietnam.xml", NULL);

  assert_unchanged (chronicle, path);
  assert_unchanged (chronicle, file);
}

/* What level there was on a day follows from the stages. */
static void
test_level_on (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  static const struct { const char *day, *has, *lacks; } days[] = {
    { "1885-01-01", "diplomatic relations; legation", "embassy" },
    { "1895-01-01", "diplomatic relations; embassy", "legation" },
    { "1918-01-01", "recognition", "diplomatic relations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *const arguments[] = { "ruritania-us", days[i].day, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "level-on", arguments, &error);
      g_autofree char *sentence = NULL;

      g_assert_no_error (error);
      sentence = vnus_finding_dup_sentence (finding, "en");
      g_test_message ("%s", sentence);
      g_assert_nonnull (strstr (sentence, days[i].has));
      g_assert_null (strstr (sentence, days[i].lacks));
    }
}

/* A brief tells what one side did as the act of that side. */
static void
test_brief (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  static const struct { const char *language, *says[3]; } texts[] = {
    { "en", { "Ruritania recognised the United States between January 1790",
              "The United States withdrew its recognition of Ruritania",
              "opened a legation in Ruritania on 4 May 1881, raised its mission in Ruritania to an embassy" } },
    { "vi", { "Ruritania công nhận Hoa Kỳ", "Hoa Kỳ rút lại việc công nhận Ruritania", "mở công sứ quán tại Ruritania ngày 4/5/1881" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VnusBrief) brief = vnus_brief_new (chronicle, "ruritania-us");
      g_autoptr (VnusDate) day = vnus_date_new_ymd (1950, 1, 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      g_autofree char *words = NULL;

      vnus_brief_set_standpoint (brief, day);
      vnus_brief_compose (brief, &error);
      g_assert_no_error (error);
      text = vnus_brief_to_text (brief, texts[i].language, &error);
      lines = g_strsplit (text, "\n  ", -1);
      words = g_strjoinv (" ", lines);
      for (guint j = 0; j < G_N_ELEMENTS (texts[i].says); j++)
        if (strstr (words, texts[i].says[j]) == NULL)
          g_error ("expected “%s” in %s", texts[i].says[j], words);
      g_assert_null (strstr (words, "had embassy"));
    }
}

/* The words of an article stay English in a Vietnamese brief, which says so. */
static void
test_foreign_note (void)
{
  g_autoptr (VnusChronicle) chronicle = import_corpus ();
  g_autoptr (VnusBrief) brief = vnus_brief_new (chronicle, "ruritania-us");
  g_autoptr (VnusDate) day = vnus_date_new_ymd (1950, 1, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *english = NULL, *vietnamese = NULL;

  vnus_brief_set_standpoint (brief, day);
  english = vnus_brief_to_html (brief, "en", &error);
  g_assert_no_error (error);
  vietnamese = vnus_brief_to_html (brief, "vi", &error);
  g_assert_no_error (error);

  g_assert_nonnull (strstr (vietnamese, " (nguyên văn tiếng Anh): <span lang=\"en\">"));
  g_assert_null (strstr (english, "<span lang="));
  g_assert_null (strstr (english, "in the words of the source"));
}

/* Bad input */

#define ARTICLE(body) "<TEI><teiHeader><fileDesc><titleStmt><title type=\"complete\">Recognition: X</title></titleStmt></fileDesc>" \
                      "</teiHeader><text><body>\n" body "</body></text></TEI>"
#define ROW(head) "<div type=\"timeline\">" head "<p>Words.</p></div>\n"

static const BadFile bads[] = {
  { "truncated", "<TEI><text><body>\n<div type=\"timeline\"><head>X", 0, 0, "x.xml:2: error: The XML is not well-formed" },
  { "bomb", "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<TEI>&b;</TEI>", 0, 0,
    "x.xml:2: error: The file declares entities" },
  { "external-entity", "<!DOCTYPE t [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><TEI>&a;</TEI>", 0, 0,
    "error: The file declares entities" },
  { "wrong-encoding", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI><text>\xfc</text></TEI>", 0, 0,
    "x.xml:2: error: The XML is not well-formed" },
  { "bad-date", ARTICLE (ROW ("<head>Recognition, <date when=\"soon\">soon</date></head>")), 1, 0,
    "x.xml:2: error: “soon” in “when” is no date" },
  { "no-head", ARTICLE (ROW ("")), 1, 0, "" },
  { "same-head-twice", ARTICLE (ROW ("<head>X</head>") ROW ("<head>X</head>")), 2, 0, "" },
  { "empty", ARTICLE (""), 0, 0, "" },
};

static void
test_bad (Folder        *folder,
          gconstpointer  data)
{
  const BadFile *bad = data;
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) changes = read_bad (folder, importer, bad);

  apply (changes, chronicle);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_RELATION), ==, bad->n_rows > 0);
}

/* One article by two paths is one: the second is refused, row by row. */
static void
test_twice (void)
{
  g_autofree char *folder = corpus ();
  g_autofree char *file = g_build_filename (folder, "vietnam.xml", NULL);
  const char *const paths[] = { file, file, NULL };
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChangeSet) changes = vnus_importer_read (importer, paths, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_rows_add_up (importer);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 2);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 2);
}

/* The articles themselves */

static void
test_articles (void)
{
  g_autofree char *path = find_data ("historyatstate/rdcr");
  g_autoptr (VnusImporter) importer = importer_of ("rdcr");
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autofree char *cuba = NULL, *saigon = NULL, *two_at_once = NULL;

  if (path == NULL)
    return;
  chronicle = import_path (importer, path);
  assert_unchanged (chronicle, path);
  cuba = record_line (chronicle, "cu-us-diplomatic-relations-severed-1961");
  saigon = record_line (chronicle, "us-vn-embassy-closed-1975");
  two_at_once = list_issues (chronicle, "two-stages-at-once", "");

  g_assert_nonnull (strstr (cuba, "\"value\":\"1961-01-03/2015-07-20\""));
  g_assert_nonnull (strstr (saigon, "\"value\":\"1975-04-29/1995-01-28\""));
  g_assert_null (strstr (two_at_once, "error:")); /* where something is left unread, they may */
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_STAGE), >, 600);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/rdcr/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/vnus/importer/rdcr/rows", test_rows);
  g_test_add_func ("/vnus/importer/rdcr/again", test_again);
  g_test_add_func ("/vnus/importer/rdcr/level-on", test_level_on);
  g_test_add_func ("/vnus/importer/rdcr/brief", test_brief);
  g_test_add_func ("/vnus/importer/rdcr/foreign-note", test_foreign_note);
  g_test_add_func ("/vnus/importer/rdcr/twice", test_twice);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/rdcr/bad/", bads[i].name, NULL);

      g_test_add (path, Folder, &bads[i], folder_set_up, test_bad, folder_tear_down);
    }
  g_test_add_func ("/vnus/importer/rdcr/articles", test_articles);

  return g_test_run ();
}
