/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Limits at which nothing may break, each at it and one past it; those of documents,
 * tables, queries and ids are in the tests of these. And numbers at their ends. */
#include "document-helpers.h"

#include <limits.h>

/* Dates */

#define MAX_DATE_TEXT 65535

/* A choice among dates, @length bytes long: years with a comma take five bytes, months eight. */
static char *
long_choice (gsize length)
{
  const gsize rest = length - 1; /* without the opening bracket; the closing one is the last comma */
  gsize months = 0;
  GString *text = g_string_new ("[");

  while ((rest - 8 * months) % 5 != 0)
    months++;
  for (gsize i = 0; i < months; i++)
    g_string_append (text, "1995-07,");
  for (gsize i = 0; i < (rest - 8 * months) / 5; i++)
    g_string_append_printf (text, "%04u,", (guint) (1000 + i % 900));
  text->str[text->len - 1] = ']';
  g_assert_cmpuint (text->len, ==, length);

  return g_string_free (text, FALSE);
}

static void
test_date_text (void)
{
  g_autofree char *most = long_choice (MAX_DATE_TEXT), *more = long_choice (MAX_DATE_TEXT + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) date = vnus_date_parse (most, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vnus_date_get_text (date), ==, most);
  g_assert_null (vnus_date_parse (more, &error));
  g_assert_error (error, VNUS_DATE_ERROR, VNUS_DATE_ERROR_SYNTAX);
}

static void
test_years (void)
{
  static const struct
  {
    const char *text;
    int         year; /* 0 if it cannot be told in numbers */
    gboolean    is_good;
  } cases[] = {
    { "9999", 9999, TRUE },   { "-9999", -9999, TRUE },   { "10000", 10000, FALSE },
    { "-10000", -10000, FALSE }, { "99999999999", INT_MAX, FALSE }, { "-99999999999", INT_MIN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusDate) date = vnus_date_parse (cases[i].text, NULL);
      g_autoptr (VnusDate) made = vnus_date_new_ymd (cases[i].year, 0, 0);

      g_assert_true ((date != NULL) == cases[i].is_good);
      g_assert_true ((made != NULL) == cases[i].is_good);
      if (date != NULL)
        g_assert_true (vnus_date_equal (date, made));
    }
  g_assert_null (vnus_date_new_ymd (2023, INT_MAX, 1));
  g_assert_null (vnus_date_new_ymd (2023, 1, INT_MAX));
  g_assert_null (vnus_date_new_ymd (2023, INT_MIN, INT_MIN));
}

static void
test_days (void)
{
  g_autoptr (VnusDate) first = vnus_date_parse ("-9999-01-01", NULL), last = vnus_date_parse ("9999-12-31", NULL);
  const int min = vnus_date_get_earliest_start (first), max = vnus_date_get_earliest_start (last);
  const int past[] = { min - 1, max + 1, INT_MIN, INT_MIN + 1, INT_MAX - 1, INT_MAX };
  g_autoptr (VnusDate) from_min = vnus_date_new_day (min), from_max = vnus_date_new_day (max);

  g_assert_true (vnus_date_equal (from_min, first));
  g_assert_true (vnus_date_equal (from_max, last));
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    g_assert_null (vnus_date_new_day (past[i]));
}

static void
test_elapsed (void)
{
  g_autoptr (VnusDate) first = vnus_date_parse ("-9999-01-01", NULL), last = vnus_date_parse ("9999-12-31", NULL);
  g_autoptr (VnusDate) open = vnus_date_parse ("../9999-12-31", NULL), year = vnus_date_parse ("9999", NULL);
  int min, max;

  g_assert_true (vnus_date_elapsed (first, last, VNUS_DATE_UNIT_YEARS, &min, &max));
  g_assert_cmpint (min, ==, 19998);
  g_assert_cmpint (max, ==, 19998);
  g_assert_true (vnus_date_elapsed (last, first, VNUS_DATE_UNIT_DAYS, &min, &max));
  g_assert_cmpint (max, ==, vnus_date_get_earliest_start (first) - vnus_date_get_earliest_start (last));
  g_assert_false (vnus_date_elapsed (open, last, VNUS_DATE_UNIT_DAYS, &min, &max));
  g_assert_cmpint (max, ==, VNUS_DAY_MAX);
  g_assert_false (vnus_date_elapsed (last, open, VNUS_DATE_UNIT_MONTHS, &min, &max));
  g_assert_cmpint (min, ==, VNUS_DAY_MIN);

  g_assert_null (vnus_date_get_nth_anniversary (last, 1, VNUS_LEAP_POLICY_UNSET));
  g_assert_null (vnus_date_get_nth_anniversary (first, INT_MAX, VNUS_LEAP_POLICY_UNSET));
  g_assert_null (vnus_date_get_anniversary (first, INT_MAX, VNUS_LEAP_POLICY_UNSET));
  g_assert_null (vnus_date_get_anniversary (first, INT_MIN, VNUS_LEAP_POLICY_UNSET));
  g_assert_cmpint (vnus_date_relate (year, last), !=, 0);
}

/* Amounts */

static void
test_amount (void)
{
  g_autofree char *most = g_strnfill (64, '9'), *more = g_strnfill (65, '9');
  g_autoptr (VnusAmount) good = vnus_amount_parse (most, VNUS_BOUND_EXACT, NULL, NULL);
  g_autoptr (VnusAmount) same = vnus_amount_parse (most, VNUS_BOUND_EXACT, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (vnus_amount_get_number (good), ==, most);
  g_assert_cmpint (vnus_amount_compare (good, same), ==, 0);
  g_assert_null (vnus_amount_parse (more, VNUS_BOUND_EXACT, NULL, &error));
  g_assert_error (error, VNUS_AMOUNT_ERROR, VNUS_AMOUNT_ERROR_RANGE);
}

/* Documents */

static void
test_participants (void)
{
  g_autoptr (GString) participants = g_string_new (NULL);
  g_autofree char *good = NULL, *bad = NULL, *message = NULL;
  g_autoptr (GBytes) good_bytes = NULL, bad_bytes = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;

  for (guint i = 1; i < VNUS_DOCUMENT_MAX_ITEMS; i++)
    g_string_append_printf (participants, "{\"actor\":\"p-%u\"},", i);
  good = g_strdup_printf ("{\"kind\":\"meeting\",\"id\":\"m\",\"participants\":[%s{\"actor\":\"p\"}]}", participants->str);
  bad = g_strdup_printf ("{\"kind\":\"meeting\",\"id\":\"m\",\"participants\":[%s{\"actor\":\"p\"},{\"actor\":\"q\"}]}",
                         participants->str);
  good_bytes = document_of (good);
  bad_bytes = document_of (bad);
  chronicle = load_good (good_bytes, "x.json", VNUS_LOAD_FLAGS_LENIENT);
  g_assert_cmpuint (vnus_event_get_n_participants (VNUS_EVENT (vnus_chronicle_lookup (chronicle, "m"))), ==,
                    VNUS_DOCUMENT_MAX_ITEMS);
  message = load_bad (bad_bytes, "x.json", VNUS_DOCUMENT_ERROR_LIMIT);
  assert_contains (message, "10000");
}

/* What could not be loaded again is not saved. */

static void
check_save (VnusRecord *record, /* (transfer full) */
            const char *problem)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "x.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("limits"), again = NULL;
  g_autoptr (GError) error = NULL;

  vnus_chronicle_add (chronicle, record, &error);
  g_assert_no_error (error);
  g_object_unref (record);
  g_assert_true (vnus_chronicle_save_file (chronicle, file, NULL, &error) == (problem == NULL));
  if (problem == NULL)
    {
      again = vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_LENIENT, NULL, &error);
      g_assert_no_error (error);
    }
  else
    {
      g_assert_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT);
      assert_contains (error->message, path);
      assert_contains (error->message, "“t”");
      assert_contains (error->message, problem);
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
  remove_folder (folder);
}

static VnusRecord *
topic_with (gsize length,
            guint n_aliases,
            guint n_citations)
{
  VnusRecord *record = VNUS_RECORD (vnus_topic_new ("t"));
  g_autofree char *alias = g_strnfill (length, 'x');
  g_autoptr (VnusCitation) citation = vnus_citation_new ("s", NULL);

  for (guint i = 0; i < n_aliases; i++)
    vnus_record_add_alias (record, alias);
  for (guint i = 0; i < n_citations; i++)
    vnus_record_add_citation (record, citation);
  return record;
}

static void
test_saved (void)
{
  check_save (topic_with (VNUS_DOCUMENT_MAX_STRING, 1, 0), NULL);
  check_save (topic_with (VNUS_DOCUMENT_MAX_STRING + 1, 1, 0), "1048576");
  check_save (topic_with (1, 1, VNUS_DOCUMENT_MAX_ITEMS), NULL);
  check_save (topic_with (1, 1, VNUS_DOCUMENT_MAX_ITEMS + 1), "10000");
  check_save (topic_with (1, VNUS_DOCUMENT_MAX_ITEMS + 1, 0), "10000");
  check_save (topic_with (VNUS_DOCUMENT_MAX_STRING - 100, 15, 0), NULL);
  check_save (topic_with (VNUS_DOCUMENT_MAX_STRING, 17, 0), "16777216");
}

/* Logs of changes: a cell holds a mebibyte */

static void
check_log (gsize    length,
           gboolean is_good)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "x.csv", NULL);
  g_autofree char *reason = g_strnfill (length, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChangeSet) changes = vnus_change_set_new ();
  g_autoptr (VnusRecord) record = VNUS_RECORD (vnus_topic_new ("t"));
  g_autoptr (VnusChangeSet) again = NULL;
  g_autoptr (GError) error = NULL;

  vnus_change_set_add (changes, record, reason);
  if (!is_good)
    {
      g_assert_false (vnus_change_set_save_log (changes, file, NULL, &error));
      g_assert_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_LIMIT);
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
  else
    {
      g_autoptr (VnusChange) change = NULL;

      vnus_change_set_save_log (changes, file, NULL, &error);
      g_assert_no_error (error);
      again = vnus_change_set_load_log (file, NULL, &error);
      g_assert_no_error (error);
      change = g_list_model_get_item (G_LIST_MODEL (again), 0);
      g_assert_cmpstr (vnus_change_get_reason (change), ==, reason);
    }
  remove_folder (folder);
}

static void
test_log_cell (void)
{
  check_log (1048576, TRUE);
  check_log (1048577, FALSE);
}

/* Importers: folders in folders, and the file that is read whole */

static VnusChangeSet *
read_path_as (const char  *format,
              const char  *path,
              GListModel **issues,
              GError     **error)
{
  g_autoptr (VnusImporter) importer = vnus_importer_new (format, NULL);
  const char *const paths[] = { path, NULL };
  VnusChangeSet *changes = vnus_importer_read (importer, paths, NULL, NULL, error);

  *issues = vnus_importer_list_issues (importer);
  return changes;
}

static void
test_folders (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) path = g_string_new (folder);

  for (guint depth = 0; depth <= 17; depth++)
    {
      g_autofree char *name = g_build_filename (path->str, "x.xml", NULL);
      g_autoptr (GListModel) issues = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChangeSet) changes = NULL;

      g_assert_true (g_file_set_contents (name, "<trips></trips>\n", -1, NULL));
      changes = read_path_as ("travels", folder, &issues, &error);
      g_assert_true ((changes != NULL) == (depth <= 16));
      if (depth > 16)
        {
          g_assert_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_FAILED);
          assert_contains (error->message, "16 folders");
        }
      g_string_append (path, "/f");
      g_assert_cmpint (g_mkdir (path->str, 0700), ==, 0);
    }

  for (; path->len > strlen (folder); g_string_truncate (path, path->len - 2))
    {
      g_autofree char *name = g_build_filename (path->str, "x.xml", NULL);

      g_unlink (name);
      g_assert_cmpint (g_rmdir (path->str), ==, 0);
    }
  remove_folder (folder);
}

static void
test_whole_file (void)
{
  static const char term[] = "- id:\n    bioguide: W000178\n  name:\n    first: George\n    last: Washington\n  terms:\n"
                             "  - type: prez\n    start: '1789-04-30'\n    end: '1793-03-04'\n    how: election\n";
  const gsize most = (gsize) 16 << 20;
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "x.yaml", NULL);

  for (gsize length = most; length <= most + 1; length++)
    {
      g_autoptr (GString) text = g_string_new (term);
      g_autoptr (GListModel) issues = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChangeSet) changes = NULL;

      while (text->len < length)
        g_string_append_len (text, "#                                                              \n",
                             (gssize) MIN (length - text->len, 64));
      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      changes = read_path_as ("executives", path, &issues, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (issues), ==, length > most ? 1 : 0);
      if (length > most)
        {
          g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, 0);
          g_autofree char *told = vnus_issue_to_text (issue, "en");

          assert_contains (told, "16 MiB");
        }
      else
        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), >, 0);
    }
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/limits/date/text", test_date_text);
  g_test_add_func ("/vnus/limits/date/years", test_years);
  g_test_add_func ("/vnus/limits/date/days", test_days);
  g_test_add_func ("/vnus/limits/date/elapsed", test_elapsed);
  g_test_add_func ("/vnus/limits/amount", test_amount);
  g_test_add_func ("/vnus/limits/document/participants", test_participants);
  g_test_add_func ("/vnus/limits/document/saved", test_saved);
  g_test_add_func ("/vnus/limits/log/cell", test_log_cell);
  g_test_add_func ("/vnus/limits/importer/folders", test_folders);
  g_test_add_func ("/vnus/limits/importer/whole-file", test_whole_file);

  return g_test_run ();
}
