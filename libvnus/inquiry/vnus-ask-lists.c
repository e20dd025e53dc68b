/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: lists of records as answers. */
#include "inquiry/vnus-ask-private.h"

gboolean
_vnus_finding_lists (VnusFinding *finding,
                     const char  *id)
{
  for (guint i = 0; i < finding->items->len; i++)
    if (g_str_equal (_vnus_finding_get_item (finding, i)->id, id))
      return TRUE;

  return FALSE;
}

VnusFindingItem *
_vnus_finding_list_record (VnusFinding *finding,
                           const char  *id,
                           VnusTruth    truth,
                           VnusReasons  reasons)
{
  VnusFindingItem *item;

  if (truth == VNUS_TRUTH_NO)
    return NULL;

  item = _vnus_finding_add_record (finding, id, truth);
  _vnus_finding_add_evidence (finding, id, NULL);
  if (truth == VNUS_TRUTH_POSSIBLY)
    {
      item->reasons = reasons;
      _vnus_finding_add_reason (finding, reasons);
    }

  return item;
}

void
_vnus_finding_settle_list (VnusFinding *finding)
{
  VnusTruth truth = VNUS_TRUTH_CERTAINLY;

  g_return_if_fail (finding->items->len > 0);

  for (guint i = 0; i < finding->items->len; i++)
    truth = vnus_truth_and (truth, _vnus_finding_get_item (finding, i)->truth);
  _vnus_finding_set_truth (finding, truth);
}

VnusPhrase *
_vnus_finding_item_phrase (const VnusFindingItem *item)
{
  g_autoptr (VnusPhrase) record = _vnus_phrase_new (NULL);
  VnusPhrase *doubtful;

  _vnus_phrase_add_record (record, NULL, item->id);
  if (item->truth == VNUS_TRUTH_CERTAINLY)
    return g_steal_pointer (&record);

  doubtful = _vnus_phrase_new ("finding.possible-item");
  _vnus_phrase_add_phrase (doubtful, "item", record);
  _vnus_phrase_add_reasons (doubtful, "reasons", item->reasons);

  return doubtful;
}

void
_vnus_phrase_add_items (VnusPhrase  *phrase,
                        const char  *name,
                        VnusFinding *finding,
                        const char  *style)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);

  for (guint i = 0; i < finding->items->len; i++)
    g_ptr_array_add (items, _vnus_finding_item_phrase (_vnus_finding_get_item (finding, i)));

  _vnus_phrase_add_list (phrase, name, (VnusPhrase **) items->pdata, items->len,
                         finding->truth == VNUS_TRUTH_CERTAINLY || g_str_equal (style, "either") ? style : "semicolon");
}
