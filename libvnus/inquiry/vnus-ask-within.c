/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the relation that a question is asked within. */
#include "inquiry/vnus-ask-private.h"

static gboolean
is_of_relation (VnusAsk    *ask,
                VnusRecord *relation,
                VnusRecord *record)
{
  if (VNUS_IS_AGREEMENT (record))
    return _vnus_agreement_is_of_relation (ask->view, relation, VNUS_AGREEMENT (record));

  return VNUS_IS_EVENT (record) && _vnus_event_is_of_relation (ask->view, relation, VNUS_EVENT (record));
}

/* Whether what is asked about tells the relation by being of one alone. */
static gboolean
tell_relation (VnusAsk *ask)
{
  guint n = vnus_chronicle_get_n_of_kind (ask->view, VNUS_KIND_RELATION), n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *relation = vnus_chronicle_get_nth_of_kind (ask->view, VNUS_KIND_RELATION, i);
      gboolean is_found = FALSE;

      for (guint a = 0; a < VNUS_ASK_MAX_ARGUMENTS; a++)
        is_found = is_found || (ask->arguments[a].record != NULL && is_of_relation (ask, relation, ask->arguments[a].record));
      if (is_found && n_found++ == 0)
        ask->relation = relation;
    }
  if (n_found != 1)
    ask->relation = NULL;

  return n_found == 1;
}

/* The relation that was chosen, or the only one, or that of what is asked about. */
gboolean
_vnus_ask_find_relation (VnusAsk  *ask,
                         GError  **error)
{
  const char *relation = vnus_inquiry_get_relation (ask->inquiry);

  if (relation != NULL)
    {
      const char *const texts[] = { relation, NULL };
      static const VnusRule chooser = { "relation", "RELATION", FALSE, NULL };
      VnusAsk choice = { .rule = &chooser, .inquiry = ask->inquiry, .view = ask->view };
      gboolean ok = _vnus_ask_read_arguments (&choice, texts, error);

      ask->relation = choice.arguments[0].record;
      _vnus_ask_clear (&choice);
      return ok;
    }

  if (vnus_chronicle_get_n_of_kind (ask->view, VNUS_KIND_RELATION) <= 1)
    {
      ask->relation = vnus_chronicle_get_nth_of_kind (ask->view, VNUS_KIND_RELATION, 0);
      return TRUE;
    }

  if (!ask->rule->needs_relation || tell_relation (ask))
    return TRUE;

  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_NO_RELATION,
               "“%s” has several relations; “%s” needs to know which, such as “%s”",
               vnus_chronicle_get_id (ask->view), ask->rule->id,
               vnus_record_get_id (vnus_chronicle_get_nth_of_kind (ask->view, VNUS_KIND_RELATION, 0)));
  return FALSE;
}
