/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what can be briefed, and what a brief rests on. */
#include <vnus/vnus-brief.h>

#include "brief/brief-sources-private.h"

static void
add_sources (BriefSources *sources,
             GListModel   *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VnusFinding) finding = g_list_model_get_item (items, i);
      g_autoptr (GArray) numbers = _vnus_brief_sources_add (sources, finding);
    }
}

/**
 * vnus_brief_list_sources:
 * @self: a brief
 *
 * Lists the sources that the sentences of a composed brief rest on, in the order
 * of their first use: the first has the number 1 in all renderings.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids; none until the brief is composed
 *
 * Since: 0.1
 */
char **
vnus_brief_list_sources (VnusBrief *self)
{
  g_autoptr (BriefSources) sources = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GListModel *sections;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  if (_vnus_brief_get_view (self) == NULL)
    return g_strv_builder_end (ids);

  sections = vnus_brief_get_sections (self);
  sources = _vnus_brief_sources_new (_vnus_brief_get_view (self), vnus_brief_get_standpoint (self));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);

      add_sources (sources, vnus_brief_section_get_items (section));
    }
  for (guint i = 0; i < sources->ids->len; i++)
    g_strv_builder_add (ids, g_ptr_array_index (sources->ids, i));

  return g_strv_builder_end (ids);
}

/**
 * vnus_brief_list_subjects:
 * @chronicle: a chronicle or view
 *
 * Lists what can be briefed: relations and visits, then meetings.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_brief_list_subjects (VnusChronicle *chronicle)
{
  static const VnusKind kinds[] = { VNUS_KIND_RELATION, VNUS_KIND_VISIT, VNUS_KIND_MEETING };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, kinds[k]); i++)
      g_strv_builder_add (ids, vnus_record_get_id (vnus_chronicle_get_nth_of_kind (chronicle, kinds[k], i)));

  return g_strv_builder_end (ids);
}
