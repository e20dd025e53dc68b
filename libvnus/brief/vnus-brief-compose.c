/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: composing, when a brief is first asked for anything. */
#include "brief/vnus-brief-private.h"

#include "brief/brief-compose-private.h"
#include "brief/brief-sources-private.h"
#include "chronicle/vnus-chronicle-private.h"
#include "wording/vnus-message-private.h"

/**
 * vnus_brief_compose:
 * @self: a brief
 * @error: return location for an error
 *
 * Composes the sections, if that was not done.
 *
 * Fails with [error@Vnus.BriefError] if there is no such subject in view, if it
 * can have no brief, or if the perspective is no party.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_brief_compose (VnusBrief  *self,
                    GError    **error)
{
  g_autoptr (VnusChronicle) view = NULL;
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_object_unref);
  BriefPlan plan;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->view != NULL)
    return TRUE;
  if (self->chronicle == NULL || self->subject == NULL)
    {
      g_set_error_literal (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_FAILED,
                           "the brief has no chronicle or no subject; expected both");
      return FALSE;
    }

  view = _vnus_chronicle_ref_view (self->chronicle);
  plan = (BriefPlan) {
    .subject = self->subject,
    .standpoint = self->standpoint,
    .depth = self->depth != VNUS_BRIEF_DEPTH_UNSET ? self->depth : VNUS_BRIEF_DEPTH_STANDARD,
    .style = self->style,
    .perspective = self->perspective,
    .annex = self->annex,
  };
  if (!_vnus_brief_compose_sections (&plan, view, sections, error))
    return FALSE;

  self->view = g_steal_pointer (&view);
  g_list_store_splice (self->sections, 0, 0, sections->pdata, sections->len);

  return TRUE;
}

VnusChronicle *
_vnus_brief_get_view (VnusBrief *self)
{
  return self->view;
}

gboolean
_vnus_brief_prepare (VnusBrief   *self,
                     const char  *language,
                     GError     **error)
{
  if (!_vnus_message_check_language (language, "brief.person", VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_LANGUAGE, error))
    return FALSE;

  return vnus_brief_compose (self, error);
}
