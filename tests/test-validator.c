/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The validator: one chronicle for each kind of fault in corpus/faults, with the
 * issues that it has, and no others, in manifest.tsv. */
#include "chronicle-text.h"

#include <string.h>

/* The one tag that no document can have. */
#define UNKNOWN_MEMBER "unknown-member"

enum
{
  COLUMN_FILE,
  COLUMN_STANDPOINT,
  COLUMN_TAG,
  COLUMN_SEVERITY,
  COLUMN_TRUTH,
  COLUMN_RECORD,
  COLUMN_PATH,
  N_COLUMNS,
};

static char *
read_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "faults", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GListModel *
validate (VnusChronicle *chronicle,
          const char    *standpoint)
{
  g_autoptr (VnusValidator) validator = vnus_validator_new (chronicle);

  if (standpoint != NULL)
    {
      g_autoptr (VnusDate) date = vnus_date_parse (standpoint, NULL);

      vnus_validator_set_standpoint (validator, date);
    }

  return vnus_validator_list_issues (validator);
}

/* As a line of the manifest without file and standpoint. */
static char *
describe (VnusIssue *issue)
{
  g_autoptr (GEnumClass) severities = g_type_class_ref (VNUS_TYPE_SEVERITY);
  const char *path = vnus_issue_get_path (issue);

  return g_strjoin ("\t", vnus_issue_get_tag (issue),
                    g_enum_get_value (severities, vnus_issue_get_severity (issue))->value_nick,
                    vnus_truth_to_string (vnus_issue_get_truth (issue)),
                    vnus_issue_get_record_id (issue), path != NULL ? path : "-", NULL);
}

/* What every issue must have. */
static void
assert_worded (VnusIssue *issue)
{
  static const char *const languages[] = { "en", "vi" };
  g_auto (GStrv) explanations = g_new0 (char *, G_N_ELEMENTS (languages) + 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = vnus_issue_to_text (issue, languages[i]);
      g_autofree char *json = vnus_issue_to_json (issue, languages[i]);
      g_autofree char *suggestion = vnus_issue_dup_suggestion (issue, languages[i]);

      explanations[i] = vnus_issue_dup_explanation (issue, languages[i]);
      g_assert_cmpuint (strlen (explanations[i]), >, 10);
      g_assert_true (g_str_has_suffix (explanations[i], "."));
      g_assert_nonnull (strstr (text, explanations[i]));
      g_assert_nonnull (strstr (text, vnus_issue_get_record_id (issue)));
      g_assert_nonnull (strstr (json, vnus_issue_get_tag (issue)));
      g_assert_true (suggestion == NULL || strstr (text, suggestion) != NULL);
      g_assert_true ((suggestion != NULL) == (strstr (json, "\"suggestion\"") != NULL));
    }

  g_assert_cmpstr (explanations[0], !=, explanations[1]);
}

/* @data: the lines of the manifest for one file */
static void
test_fault (gconstpointer data)
{
  const GPtrArray *lines = data;
  char **first = g_ptr_array_index (lines, 0);
  g_autofree char *file = g_strconcat (first[COLUMN_FILE], ".json", NULL);
  g_autofree char *text = read_corpus (file);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_load_bytes (bytes, file, VNUS_LOAD_FLAGS_LENIENT, &error);
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  g_assert_no_error (error);
  issues = validate (chronicle, first[COLUMN_STANDPOINT][0] != '-' ? first[COLUMN_STANDPOINT] : NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      char **line = g_ptr_array_index (lines, i);
      g_autofree char *rest = g_strjoinv ("\t", line + COLUMN_TAG);

      if (line[COLUMN_TAG][0] != '-')
        g_string_append_printf (expected, "%s\n", rest);
    }
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *line = describe (issue);

      g_string_append_printf (found, "%s\n", line);
      assert_worded (issue);
    }

  g_assert_cmpstr (found->str, ==, expected->str);
}

/* File → lines, in the order of the manifest; fills @seen with the tags. */
static GPtrArray *
read_manifest (GHashTable *seen)
{
  g_autofree char *text = read_corpus ("manifest.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *last = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **columns;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      columns = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
      if (last == NULL || !g_str_equal (((char **) g_ptr_array_index (last, 0))[COLUMN_FILE], columns[COLUMN_FILE]))
        {
          last = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
          g_ptr_array_add (files, last);
        }
      g_ptr_array_add (last, columns);
      g_hash_table_add (seen, g_strdup (columns[COLUMN_TAG]));
    }

  return files;
}

static void
test_every_tag_has_a_fault (gconstpointer data)
{
  GHashTable *seen = (GHashTable *) data;
  g_auto (GStrv) tags = vnus_validator_list_tags ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_test_message ("%s", tags[i]);
      g_assert_true (g_hash_table_contains (seen, tags[i]));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_strv_length (tags) + 1); /* "-" */
}

/* The page and the table of checks tell the same. */
static void
test_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "validation.md", NULL);
  g_autofree char *page = NULL;
  g_autoptr (GEnumClass) severities = g_type_class_ref (VNUS_TYPE_SEVERITY);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = vnus_validator_list_tags ();
  g_auto (GStrv) lines = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *summary = vnus_validator_dup_tag_summary (tags[i], "en");
      VnusSeverity severity = vnus_validator_get_tag_severity (tags[i]);
      g_autofree char *row = g_strdup_printf ("| `%s` | %s | %s |\n", tags[i],
                                              g_enum_get_value (severities, severity)->value_nick, summary);

      g_test_message ("expected: %s", row);
      g_assert_nonnull (strstr (page, row));
    }

  lines = g_strsplit (page, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_rows += g_str_has_prefix (lines[i], "| `");
  g_assert_cmpuint (n_rows, ==, g_strv_length (tags));
}

static void
test_tags (void)
{
  g_auto (GStrv) tags = vnus_validator_list_tags ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *en = vnus_validator_dup_tag_summary (tags[i], "en");
      g_autofree char *vi = vnus_validator_dup_tag_summary (tags[i], "vi");

      g_assert_false (g_strv_contains ((const char *const *) tags + i + 1, tags[i]));
      g_assert_cmpstr (en, !=, vi);
    }

  g_assert_null (vnus_validator_dup_tag_summary ("no-tag", "en"));
  g_assert_cmpint (vnus_validator_get_tag_severity ("no-tag"), ==, VNUS_SEVERITY_UNSET);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_properties (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChronicle) got = NULL;
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-09-12", NULL);
  g_autoptr (VnusDate) same = vnus_date_parse ("2023-09-12", NULL);
  g_autoptr (VnusDate) standpoint = NULL;
  g_autoptr (GListModel) nothing = NULL;
  VnusValidator *validator = vnus_validator_new (chronicle);
  VnusValidator *bare = g_object_new (VNUS_TYPE_VALIDATOR, NULL);
  guint n_notified = 0;

  g_signal_connect (validator, "notify", G_CALLBACK (count_notify), &n_notified);
  g_assert_null (vnus_validator_get_standpoint (validator));
  vnus_validator_set_standpoint (validator, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (validator, "standpoint", day, NULL);
  vnus_validator_set_standpoint (validator, same);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (validator, "chronicle", &got, "standpoint", &standpoint, NULL);
  g_assert_true (got == chronicle);
  g_assert_true (vnus_validator_get_chronicle (validator) == chronicle);
  g_assert_true (standpoint == day);

  g_assert_null (vnus_validator_get_chronicle (bare));
  nothing = vnus_validator_list_issues (bare);
  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
  g_assert_true (g_list_model_get_item_type (nothing) == VNUS_TYPE_ISSUE);
  g_assert_finalize_object (bare);
  g_assert_finalize_object (validator);
}

/* What a view does not show is no issue of it; what it shows is. */
static void
test_view (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'state','id':'vn','citations':[{'source':'late'}]},"
    "{'kind':'person','id':'ann-lee','citations':[{'source':'early'}]},"
    "{'kind':'source','id':'early','published':'2016-05-01'},"
    "{'kind':'source','id':'late','published':'2016-06-01'},"
    "{'kind':'visit','id':'a-visit','when':'2016-05-23','host':'vn','status':'announced',"
    " 'participants':[{'actor':'ann-lee','role':'guest'}],"
    " 'citations':[{'source':'early'},{'source':'late','field':'when','value':'2016-05-24'},"
    "              {'source':'late','field':'status','value':'held'},{'source':'late','field':'participants/ann-lee'}]}");
  g_autoptr (VnusDate) day = vnus_date_parse ("2016-05-30", NULL);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, day, NULL);
  g_autoptr (GListModel) of_view = validate (view, "2016-05-30");
  g_autoptr (GListModel) of_chronicle = validate (chronicle, "2016-07-01");
  g_autoptr (VnusIssue) first = g_list_model_get_item (of_view, 0);
  g_autoptr (VnusIssue) second = g_list_model_get_item (of_view, 1);
  g_autoptr (VnusIssue) conflict = g_list_model_get_item (of_chronicle, 0);

  g_assert_cmpuint (g_list_model_get_n_items (of_view), ==, 2);
  g_assert_cmpstr (vnus_issue_get_tag (first), ==, "unreferenced");
  g_assert_cmpstr (vnus_issue_get_tag (second), ==, "no-word-after");
  g_assert_cmpuint (g_list_model_get_n_items (of_chronicle), ==, 1);
  g_assert_cmpstr (vnus_issue_get_tag (conflict), ==, "conflict");
}

/* A document that names such a member cannot be loaded at all. */
static void
test_unknown_member (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'source','id':'register','published':'2020'}");
  g_autoptr (VnusVisit) visit = vnus_visit_new ("a-visit");
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);
  static const char *const fields[] = { NULL, "when", "participants/bob-ray", "colour" };
  g_autoptr (GListModel) issues = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (VnusCitation) with_field = vnus_citation_with_field (citation, fields[i]);

      vnus_record_add_citation (VNUS_RECORD (visit), with_field);
    }
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (visit), NULL));

  issues = validate (chronicle, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *path = g_strdup_printf ("citations/%u/field", i + 2);

      g_assert_cmpstr (vnus_issue_get_tag (issue), ==, UNKNOWN_MEMBER);
      g_assert_cmpstr (vnus_issue_get_path (issue), ==, path);
      assert_worded (issue);
    }
}

/* Issues stay what they are when the chronicle changes. */
static void
test_issues_stay (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records ("{'kind':'state','id':'vn','label':{'en':'Vietnam'}}");
  g_autoptr (GListModel) issues = validate (chronicle, NULL);
  g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, 0);
  g_autofree char *before = vnus_issue_to_text (issue, "en");
  g_autofree char *after = NULL;
  g_autoptr (VnusPlace) place = vnus_place_new ("hanoi");

  vnus_place_set_within (place, "vn");
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (place), NULL));
  g_clear_object (&chronicle);
  after = vnus_issue_to_text (issue, "en");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (before, ==,
                   "vn: note: Vietnam: nothing refers to it. [unreferenced]\n");
}

static void
test_bare_issue (void)
{
  VnusIssue *issue = g_object_new (VNUS_TYPE_ISSUE, NULL);
  g_autofree char *explanation = vnus_issue_dup_explanation (issue, "en");

  g_assert_cmpstr (vnus_issue_get_tag (issue), ==, "");
  g_assert_null (vnus_issue_get_record_id (issue));
  g_assert_null (vnus_issue_get_path (issue));
  g_assert_null (vnus_issue_get_place (issue));
  g_assert_null (vnus_issue_dup_suggestion (issue, "en"));
  g_assert_cmpstr (explanation, ==, "");
  g_assert_finalize_object (issue);
}

static void
test_shipped (void)
{
  g_auto (GStrv) names = vnus_chronicle_list_shipped ();

  g_assert_nonnull (names[0]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open (names[i], &error);
      g_autoptr (GListModel) issues = NULL;

      g_assert_no_error (error);
      issues = validate (chronicle, NULL);
      for (guint j = 0; j < g_list_model_get_n_items (issues); j++)
        {
          g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, j);
          g_autofree char *text = vnus_issue_to_text (issue, "en");

          g_test_message ("%s", text);
          assert_worded (issue);
          g_assert_cmpint (vnus_issue_get_severity (issue), <, VNUS_SEVERITY_ERROR);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) files = NULL;

  g_test_init (&argc, &argv, NULL);

  files = read_manifest (seen);
  g_hash_table_add (seen, g_strdup (UNKNOWN_MEMBER));
  for (guint i = 0; i < files->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (files, i);
      g_autofree char *path = g_strdup_printf ("/vnus/validator/fault/%s", ((char **) lines->pdata[0])[COLUMN_FILE]);

      g_test_add_data_func (path, lines, test_fault);
    }

  g_test_add_data_func ("/vnus/validator/every-tag-has-a-fault", seen, test_every_tag_has_a_fault);
  g_test_add_func ("/vnus/validator/tags", test_tags);
  g_test_add_func ("/vnus/validator/documented", test_documented);
  g_test_add_func ("/vnus/validator/properties", test_properties);
  g_test_add_func ("/vnus/validator/view", test_view);
  g_test_add_func ("/vnus/validator/unknown-member", test_unknown_member);
  g_test_add_func ("/vnus/validator/issues-stay", test_issues_stay);
  g_test_add_func ("/vnus/validator/shipped", test_shipped);
  g_test_add_func ("/vnus/issue/bare", test_bare_issue);

  return g_test_run ();
}
