/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: all issues of a validator, written out. */
#include <vnus/vnus-validator.h>

#include "base/vnus-json-string-private.h"
#include "inquiry/vnus-finding-private.h"
#include "wording/vnus-message-private.h"

static int
count (GListModel   *issues,
       VnusSeverity  severity)
{
  int n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);

      n += vnus_issue_get_severity (issue) == severity;
    }

  return n;
}

/**
 * vnus_validator_to_text:
 * @self: a validator
 * @issues: a list of [class@Vnus.Issue] that @self found
 * @language: a language, such as `en` or `vi`
 *
 * Writes issues for people: each as [method@Vnus.Issue.to_text] does, then how
 * many there are, then of which chronicle, from which day and by which sources.
 *
 * Returns: (transfer full): the text, which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_validator_to_text (VnusValidator *self,
                        GListModel    *issues,
                        const char    *language)
{
  GString *text;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (VNUS_IS_VALIDATOR (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (issues), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *line = vnus_issue_to_text (issue, language);

      g_string_append (text, line);
    }

  counts = _vnus_say (language, "check.counts", VNUS_ARG_I ("errors", count (issues, VNUS_SEVERITY_ERROR)),
                      VNUS_ARG_I ("warnings", count (issues, VNUS_SEVERITY_WARNING)),
                      VNUS_ARG_I ("notes", count (issues, VNUS_SEVERITY_NOTE)));
  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", counts);
  if (vnus_validator_get_chronicle (self) != NULL)
    _vnus_finding_append_view (text, vnus_validator_get_chronicle (self), vnus_validator_get_standpoint (self), language);

  return g_string_free (text, FALSE);
}

static void
append_json_date (GString    *json,
                  const char *name,
                  VnusDate   *date)
{
  if (date == NULL)
    return;

  g_string_append_printf (json, "  \"%s\": ", name);
  _vnus_json_append_string (json, vnus_date_get_text (date));
  g_string_append (json, ",\n");
}

/**
 * vnus_validator_to_json:
 * @self: a validator
 * @issues: a list of [class@Vnus.Issue] that @self found
 * @language: a language, such as `en` or `vi`
 *
 * Writes issues as a JSON object: `chronicle`, `standpoint` and `known-on` where
 * they are set, `errors`, `warnings` and `notes` as numbers, and `issues`, each as
 * [method@Vnus.Issue.to_json] does.
 *
 * Returns: (transfer full): the text, which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_validator_to_json (VnusValidator *self,
                        GListModel    *issues,
                        const char    *language)
{
  VnusChronicle *chronicle;
  GString *json;

  g_return_val_if_fail (VNUS_IS_VALIDATOR (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (issues), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  chronicle = vnus_validator_get_chronicle (self);
  json = g_string_new ("{\n  \"chronicle\": ");
  _vnus_json_append_string (json, chronicle != NULL ? vnus_chronicle_get_id (chronicle) : NULL);
  g_string_append (json, ",\n");
  append_json_date (json, "standpoint", vnus_validator_get_standpoint (self));
  append_json_date (json, "known-on", chronicle != NULL ? vnus_chronicle_get_known_on (chronicle) : NULL);
  g_string_append_printf (json, "  \"errors\": %d,\n  \"warnings\": %d,\n  \"notes\": %d,\n  \"issues\": [",
                          count (issues, VNUS_SEVERITY_ERROR), count (issues, VNUS_SEVERITY_WARNING),
                          count (issues, VNUS_SEVERITY_NOTE));

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *line = vnus_issue_to_json (issue, language);

      g_string_append_printf (json, "%s\n    %s", i > 0 ? "," : "", line);
    }
  g_string_append_printf (json, "%s]\n}\n", g_list_model_get_n_items (issues) > 0 ? "\n  " : "");

  return g_string_free (json, FALSE);
}
