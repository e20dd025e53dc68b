/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions with answers that were derived by hand from what the sources say: a
 * line each of tests/corpus/questions*.tsv, whose heads explain the columns.
 * Every line is a test of its own. */
#include "inquiry-fixture.h"

enum
{
  NAME,
  CLASS,
  CHRONICLE,
  VIEW,
  STANDPOINT,
  QUESTION,
  TRUTH,
  REASONS,
  VALUE,
  EVIDENCE,
  WHY,
  N_COLUMNS
};

static const char *const corpora[] = { "questions.tsv", "questions-more.tsv", "questions-errors.tsv" };

/* What the letters before a line promise of its answer. */
static const char classes[] = "CLPUDNE";
static guint n_asked[sizeof classes];

static const char *
or_null (const char *cell)
{
  return g_str_equal (cell, "-") ? NULL : cell;
}

/* --- Chronicles and views --- */

static VnusChronicle *
open_chronicle (const char *name)
{
  static GHashTable *opened;
  VnusChronicle *chronicle;

  if (opened == NULL)
    opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  chronicle = g_hash_table_lookup (opened, name);
  if (chronicle == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file = g_strconcat (name, ".json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "chronicles", file, NULL);

      chronicle = vnus_chronicle_open (g_file_test (path, G_FILE_TEST_EXISTS) ? path : name, &error);
      g_assert_no_error (error);
      g_hash_table_insert (opened, g_strdup (name), chronicle);
    }

  return chronicle;
}

/* “a,b@2023”: according to two sources, as known in 2023; “*”: all sources. */
static VnusChronicle *
open_view (char **cells)
{
  g_auto (GStrv) parts = g_strsplit (cells[VIEW], "@", 2);
  g_auto (GStrv) sources = g_str_equal (parts[0], "*") ? NULL : g_strsplit (parts[0], ",", -1);
  g_autoptr (VnusDate) known_on = parts[1] != NULL ? vnus_date_parse (parts[1], NULL) : NULL;

  return vnus_chronicle_make_view (open_chronicle (cells[CHRONICLE]), known_on, (const char *const *) sources);
}

/* --- Asking --- */

static VnusFinding *
ask (char   **cells,
     GError **error)
{
  g_autoptr (VnusChronicle) view = open_view (cells);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (view);
  g_autoptr (VnusDate) standpoint = or_null (cells[STANDPOINT]) != NULL ? vnus_date_parse (cells[STANDPOINT], NULL) : NULL;
  g_auto (GStrv) words = NULL;
  const char *const *arguments;
  g_autoptr (GError) syntax = NULL;

  g_shell_parse_argv (cells[QUESTION], NULL, &words, &syntax);
  g_assert_no_error (syntax);
  arguments = (const char *const *) words;
  vnus_inquiry_set_standpoint (inquiry, standpoint);
  if (g_str_has_prefix (arguments[0], "relation="))
    vnus_inquiry_set_relation (inquiry, (arguments++)[0] + strlen ("relation="));

  return vnus_inquiry_ask (inquiry, arguments[0], arguments + 1, error);
}

/* A wrong answer fails its line and lets the others be asked. */
static void
expect (const char *what,
        const char *found,
        const char *expected)
{
  if (g_strcmp0 (found, expected) == 0)
    return;

  g_test_message ("%s: '%s', expected '%s'", what, found, expected);
  g_test_fail ();
}

static void
expect_true (const char *what,
             gboolean    is_so)
{
  expect (what, is_so ? "yes" : "no", "yes");
}

/* What each class says of an answer, whatever the other columns say. */
static void
check_class (char          letter,
             VnusFinding  *finding)
{
  VnusReasons reasons = vnus_finding_get_reasons (finding);
  VnusTruth truth = vnus_finding_get_truth (finding);
  int min = 0, max = 0;

  switch (letter)
    {
    case 'C':
      expect_true ("certain", truth == VNUS_TRUTH_CERTAINLY);
      break;

    case 'N':
      expect_true ("certainly not", truth == VNUS_TRUTH_NO);
      break;

    case 'L':
      expect_true ("a lower bound", truth == VNUS_TRUTH_POSSIBLY && vnus_finding_get_range (finding, &min, &max) &&
                                      max == VNUS_RANGE_OPEN && min > 0);
      break;

    case 'U':
      expect_true ("not known", truth == VNUS_TRUTH_POSSIBLY &&
                                  (reasons & (VNUS_REASONS_NO_EVIDENCE | VNUS_REASONS_NO_COVERAGE)) != 0);
      break;

    case 'D':
      expect_true ("disputed", vnus_finding_is_disputed (finding));
      break;

    default:
      expect_true ("possible", truth == VNUS_TRUTH_POSSIBLY);
      break;
    }
}

static void
check_evidence (char        **cells,
                VnusFinding  *finding)
{
  g_auto (GStrv) evidence = vnus_finding_list_evidence (finding);
  g_auto (GStrv) counter = vnus_finding_list_counter_evidence (finding);
  g_autofree char *for_it = g_strjoinv (" ", evidence);
  g_autofree char *against = g_strjoinv (" ", counter);
  g_autofree char *both = g_strconcat (for_it, *against != '\0' ? " against " : "", against, NULL);

  if (or_null (cells[EVIDENCE]) != NULL)
    expect ("records", both, cells[EVIDENCE]);
}

static void
check_answer (char        **cells,
              VnusFinding  *finding)
{
  g_autofree char *reasons = vnus_reasons_to_string (vnus_finding_get_reasons (finding));
  g_autofree char *value = vnus_finding_dup_value (finding);

  expect ("truth", vnus_truth_to_string (vnus_finding_get_truth (finding)), cells[TRUTH]);
  expect ("reasons", reasons, or_null (cells[REASONS]) != NULL ? cells[REASONS] : "");
  expect ("value", value, cells[VALUE]);
  check_evidence (cells, finding);
  check_class (cells[CLASS][0], finding);
}

/* A question that cannot be asked: the code, and a part of the message. */
static void
check_error (char   **cells,
             GError  *error)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (VNUS_TYPE_INQUIRY_ERROR);

  g_assert_nonnull (error);
  g_assert_true (error->domain == VNUS_INQUIRY_ERROR);
  expect ("code", g_enum_get_value (codes, error->code)->value_nick, cells[REASONS]);
  if (strstr (error->message, cells[VALUE]) == NULL)
    expect ("message", error->message, cells[VALUE]);
}

static void
test_question (gconstpointer data)
{
  char **cells = (char **) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = ask (cells, &error);

  n_asked[strchr (classes, cells[CLASS][0]) - classes]++;
  if (cells[CLASS][0] == 'E')
    {
      g_assert_null (finding);
      check_error (cells, error);
      return;
    }

  g_assert_no_error (error);
  if (finding == NULL)
    return;
  check_finding (finding);
  {
    g_autofree char *explanation = vnus_finding_explain (finding, "en");

    g_test_message ("%s\n%s\n%s", cells[QUESTION], cells[WHY], explanation);
  }
  check_answer (cells, finding);
}

/* --- The corpora --- */

/* Lines of a corpus; its head and blank lines are none. */
static GPtrArray *
read_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}

static void
test_corpus (gconstpointer data)
{
  g_autoptr (GPtrArray) rows = read_corpus (data);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      g_assert_cmpuint (g_strv_length (cells), ==, N_COLUMNS);
      g_assert_true (g_hash_table_add (names, cells[NAME]));
      g_assert_cmpuint (strlen (cells[CLASS]), ==, 1);
      g_assert_nonnull (strchr (classes, cells[CLASS][0]));
      g_assert_cmpuint (strlen (cells[WHY]), >, 3);
    }
}

/* Comes last: how many questions were asked, by class. */
static void
test_count (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint sum = 0;

  for (guint i = 0; classes[i] != '\0'; i++)
    {
      g_string_append_printf (text, " %c %u", classes[i], n_asked[i]);
      sum += n_asked[i];
    }
  g_test_message ("%u questions asked:%s", sum, text->str);
  g_assert_cmpuint (sum, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint c = 0; c < G_N_ELEMENTS (corpora); c++)
    {
      GPtrArray *rows = read_corpus (corpora[c]);
      g_autofree char *path = g_strconcat ("/vnus/questions/corpus/", corpora[c], NULL);

      g_test_add_data_func (path, corpora[c], test_corpus);
      g_ptr_array_add (all, rows);
      for (guint i = 0; i < rows->len; i++)
        {
          char **cells = g_ptr_array_index (rows, i);
          g_autofree char *name = g_strconcat ("/vnus/questions/", cells[NAME], NULL);

          if (g_strv_length (cells) == N_COLUMNS)
            g_test_add_data_func (name, cells, test_question);
        }
    }
  g_test_add_func ("/vnus/questions/count", test_count);

  return g_test_run ();
}
