/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* For targets that import a file: what must hold whatever is in it. */
#pragma once

#include "fuzz-file.h"

#include "fuzz.h"

static inline void
fuzz_assert_rows_add_up (VnusImporter *importer)
{
  guint sum = 0;

  for (VnusRowOutcome outcome = VNUS_ROW_OUTCOME_MADE; outcome <= VNUS_ROW_OUTCOME_REFUSED; outcome++)
    sum += vnus_importer_count_rows (importer, outcome);

  g_assert_cmpuint (sum, ==, vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET));
}

static inline void
fuzz_assert_issues_told (VnusImporter *importer)
{
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);
  g_autofree char *report = vnus_importer_to_text (importer, "vi");

  g_assert_true (g_utf8_validate (report, -1, NULL));
  for (guint i = 0; i < MIN (g_list_model_get_n_items (issues), 20); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *text = vnus_issue_to_text (issue, "en");

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

/* Reads the file into @into; NULL if it cannot be read at all. */
static inline VnusChangeSet *
fuzz_read (VnusImporter  *importer,
           GFile         *file,
           VnusChronicle *into)
{
  const char *const paths[] = { g_file_peek_path (file), NULL };
  g_autoptr (GError) error = NULL;
  VnusChangeSet *changes = vnus_importer_read (importer, paths, into, NULL, &error);

  fuzz_assert_told (changes != NULL, error);
  fuzz_assert_rows_add_up (importer);
  fuzz_assert_issues_told (importer);
  return changes;
}

/* What is proposed can be applied; the same file, read again, proposes nothing. */
static inline void
fuzz_import (VnusImporter *importer,
             GFile        *file)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("made-up");
  g_autoptr (VnusChangeSet) changes = fuzz_read (importer, file, chronicle);
  g_autoptr (VnusChangeSet) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (changes == NULL)
    return;

  vnus_change_set_apply (changes, chronicle, &error);
  g_assert_no_error (error);
  again = fuzz_read (importer, file, chronicle);
  text = vnus_change_set_to_text (again, "en");
  if (g_list_model_get_n_items (G_LIST_MODEL (again)) > 0)
    g_error ("read again, it proposes: %s", text);
}
