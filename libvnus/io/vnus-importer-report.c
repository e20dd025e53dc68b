/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what came of the last reading of an importer. */
#include "io/importer-private.h"

#include <vnus/vnus-issue.h>

#include "wording/vnus-message-private.h"

/**
 * vnus_importer_count_rows:
 * @self: an importer
 * @outcome: what became of them; unset for all
 *
 * Counts the rows of the last reading.
 *
 * The numbers of made, merged, unchanged, noted and refused rows add up to that
 * of all.
 *
 * Returns: how many; 0 before anything was read
 *
 * Since: 0.1
 */
guint
vnus_importer_count_rows (VnusImporter   *self,
                          VnusRowOutcome  outcome)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), 0);
  g_return_val_if_fail (outcome <= VNUS_ROW_OUTCOME_REFUSED, 0);

  return self->result != NULL ? self->result->n_rows[outcome] : 0;
}

/**
 * vnus_importer_count_notes:
 * @self: an importer
 *
 * Counts the texts of the last reading that the rules could not read, or not
 * whole, and that stay as the notes they were.
 *
 * Returns: how many; 0 before anything was read
 *
 * Since: 0.1
 */
guint
vnus_importer_count_notes (VnusImporter *self)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), 0);

  return self->result != NULL ? self->result->n_notes : 0;
}

/**
 * vnus_importer_list_issues:
 * @self: an importer
 *
 * Lists what was wrong, or worth knowing, in the files of the last reading.
 *
 * Returns: (transfer full): a list of [class@Vnus.Issue], in the order of the files
 *
 * Since: 0.1
 */
GListModel *
vnus_importer_list_issues (VnusImporter *self)
{
  GListStore *store;

  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);

  store = g_list_store_new (VNUS_TYPE_ISSUE);
  if (self->result != NULL)
    g_list_store_splice (store, 0, 0, self->result->issues->pdata, self->result->issues->len);

  return G_LIST_MODEL (store);
}

/**
 * vnus_importer_to_text:
 * @self: an importer
 * @language: a language, such as `en` or `vi`
 *
 * Writes for people what came of the last reading: the issues, then what became of
 * the rows, then the notes that are left.
 *
 * Returns: (transfer full): the text, which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_importer_to_text (VnusImporter *self,
                       const char   *language)
{
  GString *text;
  g_autofree char *rows = NULL, *notes = NULL;

  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; self->result != NULL && i < self->result->issues->len; i++)
    {
      g_autofree char *issue = vnus_issue_to_text (g_ptr_array_index (self->result->issues, i), language);

      g_string_append (text, issue);
    }

  rows = _vnus_say (language, "import.rows",
                    VNUS_ARG_I ("n", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_UNSET)),
                    VNUS_ARG_I ("made", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_MADE)),
                    VNUS_ARG_I ("merged", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_MERGED)),
                    VNUS_ARG_I ("unchanged", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_UNCHANGED)),
                    VNUS_ARG_I ("noted", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_NOTED)),
                    VNUS_ARG_I ("refused", vnus_importer_count_rows (self, VNUS_ROW_OUTCOME_REFUSED)));
  notes = _vnus_say (language, "import.notes", VNUS_ARG_I ("n", vnus_importer_count_notes (self)));
  g_string_append_printf (text, "%s\n%s\n", rows, notes);

  return g_string_free (text, FALSE);
}
