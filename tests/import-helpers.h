/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the tests of importers share. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <vnus/vnus.h>

/* A folder of its own for files that a test writes; gone at the end. */
typedef struct
{
  char *path;
} Folder;

static inline void
folder_set_up (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("vnus-import-XXXXXX", &error);
  g_assert_no_error (error);
}

static inline void
folder_tear_down (Folder        *folder,
                  gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->path, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder->path), ==, 0);
  g_free (folder->path);
}

static inline void
folder_write (Folder     *folder,
              const char *name,
              const char *text,
              gssize      length)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static inline VnusImporter *
importer_of (const char *format)
{
  g_autoptr (GError) error = NULL;
  VnusImporter *importer = vnus_importer_new (format, &error);

  g_assert_no_error (error);
  return importer;
}

/* Every row has one outcome. */
static inline void
assert_rows_add_up (VnusImporter *importer)
{
  guint sum = 0;

  for (VnusRowOutcome outcome = VNUS_ROW_OUTCOME_MADE; outcome <= VNUS_ROW_OUTCOME_REFUSED; outcome++)
    sum += vnus_importer_count_rows (importer, outcome);

  g_assert_cmpuint (sum, ==, vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET));
}

static inline VnusChangeSet *
read_path (VnusImporter  *importer,
           const char    *path,
           VnusChronicle *into)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  VnusChangeSet *changes = vnus_importer_read (importer, paths, into, NULL, &error);

  g_assert_no_error (error);
  assert_rows_add_up (importer);
  return changes;
}

static inline void
apply (VnusChangeSet *changes,
       VnusChronicle *chronicle)
{
  g_autoptr (GError) error = NULL;

  vnus_change_set_apply (changes, chronicle, &error);
  g_assert_no_error (error);
}

static inline void
import_into (VnusChronicle *chronicle,
             const char    *format,
             const char    *path)
{
  g_autoptr (VnusImporter) importer = importer_of (format);
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);

  apply (changes, chronicle);
}

/* The issues as text, without what differs from run to run. */
static inline char *
issues_of (VnusImporter *importer,
           const char   *folder)
{
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *prefix = folder != NULL ? g_strconcat (folder, "/", NULL) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *line = vnus_issue_to_text (issue, "en");

      g_string_append (text, line);
    }
  if (prefix != NULL)
    g_string_replace (text, prefix, "", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Registers are looked for beside the checkout, in ../shared/data; where they are not
 * there the test is skipped. */
static inline char *
find_data (const char *path)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", path, NULL);

  if (g_file_test (data, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&data);

  g_test_skip_printf ("%s is not there", path);
  return NULL;
}

static inline VnusChronicle *
reload (VnusChronicle *chronicle)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json (chronicle);
  g_autoptr (GError) error = NULL;
  VnusChronicle *loaded = vnus_chronicle_load_bytes (bytes, "again.json", VNUS_LOAD_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return loaded;
}

/* The issues of a tag, of records that an id begins with; one text a line. */
static inline char *
list_issues (VnusChronicle *chronicle,
             const char    *tag,
             const char    *beginning)
{
  g_autoptr (VnusValidator) validator = vnus_validator_new (chronicle);
  g_autoptr (GListModel) issues = vnus_validator_list_issues (validator);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *line = vnus_issue_to_text (issue, "en");

      if (g_str_equal (vnus_issue_get_tag (issue), tag) && g_str_has_prefix (vnus_issue_get_record_id (issue), beginning))
        g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

/* The document of one record, in a line of its own. */
static inline char *
record_line (VnusChronicle *chronicle,
             const char    *id)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);
  g_autoptr (VnusChronicle) alone = vnus_chronicle_new ("alone");
  g_autoptr (VnusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lines = NULL;
  const char *line;

  if (record == NULL)
    g_error ("no record “%s”", id);
  copy = vnus_record_duplicate (record);
  vnus_chronicle_add (alone, copy, &error);
  g_assert_no_error (error);
  bytes = vnus_chronicle_to_json_lines (alone);
  lines = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  line = strchr (lines, '\n');
  g_assert_nonnull (line);

  return g_strchomp (g_strdup (line + 1));
}

/* A text without its blanks. */
static inline char *
strip_blanks (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);

  return g_strjoinv ("", words);
}

/* What @importer makes of what is at @path, in a chronicle of its own. */
static inline VnusChronicle *
import_path (VnusImporter *importer,
             const char   *path)
{
  VnusChronicle *chronicle = vnus_chronicle_new ("imported");
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, NULL);

  apply (changes, chronicle);
  return chronicle;
}

static inline VnusChronicle *
import_folder (Folder       *folder,
               VnusImporter *importer)
{
  return import_path (importer, folder->path);
}

/* @has: up to @n_has pieces of @text, ended by NULL if there are fewer. @lacks: a piece
 * that it must not have, or NULL. */
static inline void
assert_pieces (const char        *text,
               const char *const *has,
               guint              n_has,
               const char        *lacks)
{
  for (guint i = 0; i < n_has && has[i] != NULL; i++)
    if (strstr (text, has[i]) == NULL)
      g_error ("expected “%s” in %s", has[i], text);

  if (lacks != NULL && strstr (text, lacks) != NULL)
    g_error ("did not expect “%s” in %s", lacks, text);
}

/* Bad input: what of it is read, and what is said. */
typedef struct
{
  const char *name, *text;
  guint       n_rows, n_refused;
  const char *issue;
} BadFile;

static inline VnusChangeSet *
read_bad (Folder        *folder,
          VnusImporter  *importer,
          const BadFile *bad)
{
  VnusChangeSet *changes;
  g_autofree char *issues = NULL;

  folder_write (folder, "x.xml", bad->text, -1);
  changes = read_path (importer, folder->path, NULL);
  issues = issues_of (importer, folder->path);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, bad->n_rows);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, bad->n_refused);
  if (strstr (issues, bad->issue) == NULL)
    g_error ("expected “%s”, got:\n%s", bad->issue, issues);
  g_assert_null (strstr (issues, "root:"));

  return changes;
}
