/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables as they come back: sheets of this library, and those of others by a mapping. */
#include "import-helpers.h"

static char *
corpus_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "tables", name, NULL);
}

static VnusImporter *
importer_with (const char *mapping_path)
{
  g_autoptr (GError) error = NULL;
  VnusImporter *importer = importer_of ("csv");
  g_autoptr (VnusMapping) mapping = NULL;

  if (mapping_path == NULL)
    return importer;

  mapping = vnus_mapping_open (mapping_path, &error);
  g_assert_no_error (error);
  vnus_importer_set_mapping (importer, mapping);
  g_assert_true (vnus_importer_get_mapping (importer) == mapping);
  return importer;
}

/* Reads @text as a table. */
static VnusChangeSet *
read_text (Folder        *folder,
           VnusImporter  *importer,
           const char    *text,
           VnusChronicle *into)
{
  g_autofree char *path = g_build_filename (folder->path, "table.csv", NULL);

  folder_write (folder, "table.csv", text, -1);
  return read_path (importer, path, into);
}

static guint
n_changes (VnusChangeSet *changes)
{
  return g_list_model_get_n_items (G_LIST_MODEL (changes));
}

static VnusChronicle *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open ("vietnam-us", &error);

  g_assert_no_error (error);
  return chronicle;
}

static char *
sheet_of (VnusChronicle *chronicle,
          VnusKind       kind)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_csv (chronicle, kind);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Sheets */

static void
test_unchanged (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusImporter) importer = importer_of ("csv");

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      g_autofree char *sheet = sheet_of (chronicle, kind);
      g_autoptr (VnusChangeSet) changes = read_text (folder, importer, sheet, chronicle);
      g_autofree char *issues = issues_of (importer, folder->path);

      g_assert_cmpstr (issues, ==, "");
      g_assert_cmpuint (n_changes (changes), ==, 0);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED), ==,
                        vnus_chronicle_get_n_of_kind (chronicle, kind));
    }
}

/* An empty chronicle gets back all that sheets of every kind have. */
static void
test_rebuild (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusChronicle) copy = vnus_chronicle_new ("copy");
  g_autoptr (VnusImporter) importer = importer_of ("csv");

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      g_autofree char *sheet = sheet_of (chronicle, kind);
      g_autoptr (VnusChangeSet) changes = read_text (folder, importer, sheet, copy);

      apply (changes, copy);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (copy)), ==, g_list_model_get_n_items (G_LIST_MODEL (chronicle)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (copy)); i++)
    {
      g_autoptr (VnusRecord) a = g_list_model_get_item (G_LIST_MODEL (chronicle), i);
      g_autoptr (VnusRecord) b = g_list_model_get_item (G_LIST_MODEL (copy), i);

      g_assert_true (vnus_record_equal (a, b));
    }
}

static void
test_edited (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusImporter) importer = importer_of ("csv");
  g_autofree char *sheet = sheet_of (chronicle, VNUS_KIND_VISIT);
  g_autoptr (GString) edited = g_string_new (sheet);
  g_autoptr (VnusChangeSet) changes = NULL, again = NULL;
  g_autoptr (VnusChange) change = NULL;
  g_autofree char *issues = NULL;

  g_assert_cmpuint (g_string_replace (edited, "2023-09-10/2023-09-11", "2023-09-10/2023-09-12", 1), ==, 1);
  changes = read_text (folder, importer, edited->str, chronicle);
  issues = issues_of (importer, folder->path);
  g_assert_cmpstr (issues, ==, "");

  g_assert_cmpuint (n_changes (changes), ==, 1);
  change = g_list_model_get_item (G_LIST_MODEL (changes), 0);
  g_assert_cmpint (vnus_change_get_kind (change), ==, VNUS_CHANGE_KIND_REPLACE);
  g_assert_cmpstr (vnus_change_get_record_id (change), ==, "biden-vn-2023");
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MERGED), ==, 1);

  apply (changes, chronicle);
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (vnus_chronicle_lookup (chronicle, "biden-vn-2023")))),
                   ==, "2023-09-10/2023-09-12");
  again = read_text (folder, importer, edited->str, chronicle);
  g_assert_cmpuint (n_changes (again), ==, 0);
}

/* What a spreadsheet may do to a sheet without harm. */
static void
test_harmless (Folder        *folder,
               gconstpointer  data)
{
  static const struct { const char *before, *after; } edits[] = {
    { "\r\n", "\n" },            /* other line ends */
    { "kind,id", "\xef\xbb\xbfkind,id" },
    { "\nvisit,", "\n\n\nvisit," }, /* blank lines */
  };
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusImporter) importer = importer_of ("csv");

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *sheet = sheet_of (chronicle, VNUS_KIND_VISIT);
      g_autoptr (GString) edited = g_string_new (sheet);
      g_autoptr (VnusChangeSet) changes = NULL;
      g_autofree char *issues = NULL;

      g_assert_cmpuint (g_string_replace (edited, edits[i].before, edits[i].after, 0), >, 0);
      changes = read_text (folder, importer, edited->str, chronicle);
      issues = issues_of (importer, folder->path);
      g_assert_cmpstr (issues, ==, "");
      g_assert_cmpuint (n_changes (changes), ==, 0);
    }
}

/* Rows of nothing, columns that are not there, and new rows. */
static void
test_part (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusImporter) importer = importer_of ("csv");
  g_autoptr (VnusChangeSet) changes =
    read_text (folder, importer,
               "kind,id,label.en,citations\n"
               ",,,\n"
               "visit,new-vn-2024,A visit,article-a | locator=1.1\n"
               "visit,biden-vn-2023,The visit of 2023,article-a | locator=1.1\n",
               chronicle);
  VnusRecord *before = vnus_chronicle_lookup (chronicle, "biden-vn-2023"), *after;
  g_autoptr (VnusChange) first = g_list_model_get_item (G_LIST_MODEL (changes), 0);
  g_autoptr (VnusChange) second = g_list_model_get_item (G_LIST_MODEL (changes), 1);

  g_assert_cmpuint (n_changes (changes), ==, 2);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 2);
  g_assert_cmpint (vnus_change_get_kind (first), ==, VNUS_CHANGE_KIND_ADD);
  g_assert_cmpint (vnus_change_get_kind (second), ==, VNUS_CHANGE_KIND_REPLACE);
  after = vnus_change_get_after (second);
  g_assert_cmpuint (vnus_record_get_n_citations (after), ==, 1);
  g_assert_cmpuint (vnus_event_get_n_participants (VNUS_EVENT (after)), ==, vnus_event_get_n_participants (VNUS_EVENT (before)));
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (after), "vi"), ==, vnus_text_get (vnus_record_get_label (before), "vi"));
}

static void
test_cancelled (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = corpus_path ("ragged.csv");
  const char *const paths[] = { path, NULL };

  g_cancellable_cancel (cancellable);
  g_assert_null (vnus_importer_read (importer, paths, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Bad tables: a line of the corpus each */

static void
test_bad (gconstpointer data)
{
  enum { TABLE, MAPPING, REFUSED, PLACE, TAG, PART, N };
  const char *const *line = data;
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autofree char *path = corpus_path (line[TABLE]);
  g_autofree char *mapping = *line[MAPPING] != '\0' ? corpus_path (line[MAPPING]) : NULL;
  g_autofree char *place = g_strconcat (line[TABLE], *line[PLACE] != '\0' ? ":" : "", line[PLACE], NULL);
  g_autoptr (VnusImporter) importer = importer_with (mapping);
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);
  g_autofree char *text = vnus_importer_to_text (importer, "vi");
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *explanation = vnus_issue_dup_explanation (issue, "en");

      g_test_message ("%s: %s: %s", vnus_issue_get_place (issue), vnus_issue_get_tag (issue), explanation);
      if (g_str_has_suffix (vnus_issue_get_place (issue), place) && g_str_equal (vnus_issue_get_tag (issue), line[TAG]) &&
          strstr (explanation, line[PART]) != NULL)
        found = TRUE;
      g_assert_cmpint (vnus_issue_get_severity (issue), ==, VNUS_SEVERITY_ERROR);
    }

  g_assert_true (found);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, (guint) atoi (line[REFUSED]));
  g_assert_null (strchr (text, '{'));
}

static void
add_bad_tables (void)
{
  g_autofree char *path = corpus_path ("bad.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      {
        char **fields = g_strsplit (lines[i], "\t", -1);
        g_autofree char *name = g_strdup_printf ("/vnus/import-csv/bad/%u-%s", i, fields[0]);

        g_assert_cmpuint (g_strv_length (fields), ==, 6);
        g_test_add_data_func_full (name, fields, test_bad, (GDestroyNotify) g_strfreev);
      }
}

/* Mappings */

static const char trips[] = "Leader,Country,From,To,Number,Event\n"
                            "Võ Văn Thưởng,USA,10/9/2023,11/9/2023,1,No\n"
                            "Joe Biden,VNM,5/11/2024,5/11/2024,2,Yes\n"
                            "Joe Biden,VN,7.12.2025,,3,\n";

static void
test_mapping (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("trips");
  g_autofree char *path = corpus_path ("trips.ini");
  g_autoptr (VnusImporter) importer = importer_with (path);
  g_autoptr (VnusChangeSet) changes = read_text (folder, importer, trips, chronicle), again = NULL;
  g_autofree char *issues = issues_of (importer, folder->path);
  VnusRecord *record;

  g_assert_cmpstr (issues, ==, "");
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 3);
  apply (changes, chronicle);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT), ==, 3);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_PERSON), ==, 2);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_SOURCE), ==, 1);

  record = vnus_chronicle_lookup (chronicle, "vo-van-thuong-us-2023-09");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (record))), ==, "2023-09-10/2023-09-11");
  g_assert_cmpuint (vnus_visit_get_n_purposes (VNUS_VISIT (record)), ==, 0);
  record = vnus_chronicle_lookup (chronicle, "joe-biden-vn-2024-11");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (record))), ==, "2024-11-05"); /* not 2024-11-05/2024-11-05 */
  g_assert_cmpint (vnus_visit_get_purpose (VNUS_VISIT (record), 0), ==, VNUS_PURPOSE_MULTILATERAL_EVENT);
  g_assert_cmpstr (vnus_citation_get_locator (vnus_record_get_citation (record, 0)), ==, "2");
  record = vnus_chronicle_lookup (chronicle, "joe-biden-vn-2025-12");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (record))), ==, "2025-12-07");

  again = read_text (folder, importer, trips, chronicle);
  g_assert_cmpuint (n_changes (again), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED), ==, 3);
}

/* What the chronicle has is not told anew by a table of others. */
static void
test_mapping_joins (Folder        *folder,
                    gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autofree char *path = corpus_path ("trips.ini");
  g_autoptr (VnusImporter) importer = importer_with (path);
  g_autoptr (VnusChangeSet) changes = read_text (folder, importer, trips, chronicle);

  for (guint i = 0; i < n_changes (changes); i++)
    {
      g_autoptr (VnusChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);

      g_assert_cmpint (vnus_change_get_kind (change), ==, VNUS_CHANGE_KIND_ADD);
      g_assert_cmpstr (vnus_change_get_record_id (change), !=, "joe-biden");
    }
}

static void
test_delimiter_and_encoding (Folder        *folder,
                             gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("c");
  g_autofree char *path = g_build_filename (folder->path, "mapping.ini", NULL);
  g_autoptr (VnusImporter) importer = NULL;
  g_autoptr (VnusChangeSet) changes = NULL;

  folder_write (folder, "mapping.ini", "[table]\ndelimiter=semicolon\nencoding=latin-1\nkind=topic\n", -1);
  importer = importer_with (path);
  changes = read_text (folder, importer, "id;label.fr\nsante;Sant\xe9\n", chronicle);
  apply (changes, chronicle);
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (vnus_chronicle_lookup (chronicle, "sante")), "fr"), ==, "Santé");
}

static const struct
{
  const char *name, *text;
  VnusMappingError code;
  const char *part;
} bad_mappings[] = {
  { "no-key-file", "visit\n", VNUS_MAPPING_ERROR_BAD_FILE, "visit" },
  { "kind", "[trip]\nid=x\n", VNUS_MAPPING_ERROR_UNKNOWN_GROUP, "[trip]" },
  { "field", "[visit]\nid=x\nwhn={A}\n", VNUS_MAPPING_ERROR_UNKNOWN_FIELD, "“when”" },
  { "kind-as-field", "[visit]\nid=x\nkind=visit\n", VNUS_MAPPING_ERROR_UNKNOWN_FIELD, "kind" },
  { "no-id", "[visit]\nwhen={A}\n", VNUS_MAPPING_ERROR_BAD_FILE, "id" },
  { "transformation", "[visit]\nid={A:slug}\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "year-month-day" },
  { "open-reference", "[visit]\nid={A\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "}" },
  { "no-column", "[visit]\nid={:id}\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "no column" },
  { "open-option", "[visit]\nid=[{A}\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "[" },
  { "nested-option", "[visit]\nid=[a[{A}]]\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "backslash" },
  { "lone-end", "[visit]\nid=a]\n", VNUS_MAPPING_ERROR_BAD_TEMPLATE, "backslash" },
  { "table-key", "[table]\nseparator=;\n", VNUS_MAPPING_ERROR_UNKNOWN_GROUP, "delimiter" },
  { "table-delimiter", "[table]\ndelimiter=x\n", VNUS_MAPPING_ERROR_BAD_FILE, "semicolon" },
  { "table-kind", "[table]\nkind=trip\n", VNUS_MAPPING_ERROR_UNKNOWN_GROUP, "trip" },
};

static void
test_bad_mapping (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (bad_mappings[i].text, strlen (bad_mappings[i].text));
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_mapping_load_bytes (bytes, "m.ini", &error));
  g_assert_error (error, VNUS_MAPPING_ERROR, (int) bad_mappings[i].code);
  g_assert_true (g_str_has_prefix (error->message, "m.ini: "));
  g_assert_nonnull (strstr (error->message, bad_mappings[i].part));
}

/* Each transformation, what it makes and what it refuses. */
static const struct
{
  const char *name, *text, *expected; /* NULL if it is refused */
} transformed[] = {
  { "id", "Võ Văn Thưởng", "vo-van-thuong" },
  { "lower", "ĐÀ NẴNG", "đà nẵng" },
  { "upper", "Đà Nẵng", "ĐÀ NẴNG" },
  { "number", "1,234,567.80", "1234567.80" },
  { "number", "1.234,5", NULL },
  { "state", "VNM", "vn" },
  { "state", "us", "us" },
  { "state", "SUN", "sun" },
  { "state", "Viet Nam", NULL },
  { "year", "2023-09-10", "2023" },
  { "year", "23", NULL },
  { "year", "-0500", NULL },
  { "year-month", "2023-09-10", "2023-09" },
  { "year-month", "2023", NULL },
  { "year-month-day", "2023-9-10", "2023-09-10" },
  { "year-month-day", "2023-09-10 00:00:00", "2023-09-10" },
  { "year-month-day", "2023-09-10 14:00", NULL },
  { "year-month-day", "2023-02-30", NULL },
  { "day-month-year", "10/9/2023", "2023-09-10" },
  { "day-month-year", "10/9/23", NULL },
  { "day-month-year", "13/13/2023", NULL },
  { "month-day-year", "9/10/2023", "2023-09-10" },
  { "month-day-year", "13/10/2023", NULL },
};

static void
test_transformation (Folder        *folder,
                     gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *mapping = g_strdup_printf ("[topic]\nid=t\nlabel.en={A:%s}\n", transformed[i].name);
  g_autofree char *table = g_strdup_printf ("A,B\n\"%s\",x\n", transformed[i].text);
  g_autofree char *path = g_build_filename (folder->path, "mapping.ini", NULL);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("c");
  g_autoptr (VnusImporter) importer = NULL;
  g_autoptr (VnusChangeSet) changes = NULL;

  folder_write (folder, "mapping.ini", mapping, -1);
  importer = importer_with (path);
  changes = read_text (folder, importer, table, chronicle);
  apply (changes, chronicle);
  if (transformed[i].expected == NULL)
    g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 1);
  else
    g_assert_cmpstr (vnus_text_get (vnus_record_get_label (vnus_chronicle_lookup (chronicle, "t")), "en"), ==,
                     transformed[i].expected);
}

/* Lists, options, and texts with what has a meaning in cells. */
static void
test_templates (Folder        *folder,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder->path, "mapping.ini", NULL);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("c");
  g_autoptr (VnusImporter) importer = NULL;
  g_autoptr (VnusChangeSet) changes = NULL;
  VnusRecord *record;

  folder_write (folder, "mapping.ini",
                "[topic]\nid={A:id}\naliases={B:commas}\nlabel.en={A}[ \\[{C}\\]]\nnote.en=[{Gone}]\nsame-as=[x:{C}]\n", -1);
  importer = importer_with (path);
  changes = read_text (folder, importer, "A,B,C\n=One,\"a;b, c | d\",e;f\nTwo,x,\n", chronicle);
  apply (changes, chronicle);

  record = vnus_chronicle_lookup (chronicle, "one");
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (record), "en"), ==, "=One [e;f]");
  g_assert_cmpuint (vnus_record_get_n_aliases (record), ==, 2);
  g_assert_cmpstr (vnus_record_get_alias (record, 0), ==, "a;b");
  g_assert_cmpstr (vnus_record_get_alias (record, 1), ==, "c | d");
  g_assert_cmpstr (vnus_record_get_same_as (record, 0), ==, "x:e;f");
  record = vnus_chronicle_lookup (chronicle, "two");
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (record), "en"), ==, "Two");
  g_assert_cmpuint (vnus_record_get_n_same_as (record), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, test) g_test_add ("/vnus/import-csv/" name, Folder, data, folder_set_up, test, folder_tear_down)
  ADD ("sheet/unchanged", NULL, test_unchanged);
  ADD ("sheet/rebuild", NULL, test_rebuild);
  ADD ("sheet/edited", NULL, test_edited);
  ADD ("sheet/harmless", NULL, test_harmless);
  ADD ("sheet/part", NULL, test_part);
  ADD ("sheet/cancelled", NULL, test_cancelled);
  ADD ("mapping/records", NULL, test_mapping);
  ADD ("mapping/joins", NULL, test_mapping_joins);
  ADD ("mapping/delimiter-and-encoding", NULL, test_delimiter_and_encoding);
  ADD ("mapping/templates", NULL, test_templates);
  add_bad_tables ();

  for (guint i = 0; i < G_N_ELEMENTS (bad_mappings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/import-csv/bad-mapping/%s", bad_mappings[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad_mapping);
    }
  for (guint i = 0; i < G_N_ELEMENTS (transformed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/import-csv/transformation/%s/%u", transformed[i].name, i);

      g_test_add (path, Folder, GUINT_TO_POINTER (i), folder_set_up, test_transformation, folder_tear_down);
    }

  return g_test_run ();
}
