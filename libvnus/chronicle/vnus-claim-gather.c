/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the claims on a field: its own value and what citations bring.
 *
 * What backs the record's own value: the citations of the whole record by sources
 * that give no value of their own for the field, and the citations of the field
 * without a value. A value that several sources give is one claim.
 */
#include "chronicle/vnus-claim-private.h"

#include <vnus/vnus-event.h>

#include "model/vnus-record-private.h"

/* Whether @citation is of @field; one of a member of a list is not. */
static gboolean
names_field (VnusCitation *citation,
             VnusField    *field)
{
  const char *named = vnus_citation_get_field (citation);

  return named != NULL && g_str_equal (named, field->name);
}

/* Whether @source gives a value of its own for the field. */
static gboolean
has_own_value (VnusRecord *record,
               VnusField  *field,
               const char *source)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (names_field (citation, field) && vnus_citation_get_value (citation) != NULL &&
          g_str_equal (vnus_citation_get_source (citation), source))
        return TRUE;
    }

  return FALSE;
}

static gboolean
backs_own_value (VnusRecord   *record,
                 VnusField    *field,
                 VnusCitation *citation)
{
  if (vnus_citation_get_field (citation) == NULL)
    return !has_own_value (record, field, vnus_citation_get_source (citation));

  return names_field (citation, field) && vnus_citation_get_value (citation) == NULL;
}

static VnusClaim *
find_claim (GPtrArray       *claims,
            const VnusValue *value)
{
  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (vnus_value_equal (claim->value, value))
        return claim;
    }

  return NULL;
}

static void
add_backing (VnusClaim    *claim,
             VnusCitation *citation,
             VnusTruth     admitted)
{
  claim->known = vnus_truth_or (claim->known, admitted);
  _vnus_claim_add_citation (claim, citation);
}

static GPtrArray *
gather (VnusRecord     *record,
        VnusField      *field,
        VnusViewFilter *filter)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_claim_unref);
  g_autoptr (VnusValue) own_value = _vnus_field_get_value (field, record);
  VnusClaim *own = own_value != NULL ? _vnus_claim_new (own_value, TRUE) : NULL;
  gboolean is_backed = FALSE; /* by anybody, in view or not */

  if (own != NULL)
    g_ptr_array_add (claims, own);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusValue *value = vnus_citation_get_value (citation);
      VnusTruth admitted = _vnus_view_filter_admits (filter, citation);
      VnusClaim *claim;

      if (own != NULL && backs_own_value (record, field, citation))
        {
          is_backed = TRUE;
          if (admitted != VNUS_TRUTH_NO)
            add_backing (own, citation, admitted);
          continue;
        }

      if (value == NULL || !names_field (citation, field))
        continue;
      if (own != NULL && vnus_value_equal (value, own->value))
        is_backed = TRUE;
      if (admitted == VNUS_TRUTH_NO)
        continue;

      claim = find_claim (claims, value);
      if (claim == NULL)
        {
          claim = _vnus_claim_new (value, FALSE);
          g_ptr_array_add (claims, claim);
        }
      add_backing (claim, citation, admitted);
    }

  /* What no source at all backs is an editor's own value: it is in view as long
   * as anything of the record is. What sources outside the view back is not. */
  if (own != NULL && own->citations == NULL)
    {
      if (is_backed)
        g_ptr_array_remove (claims, own);
      else
        own->known = VNUS_TRUTH_CERTAINLY;
    }

  return claims;
}

gboolean
_vnus_record_has_cited_value (VnusRecord *record,
                              const char *field)
{
  for (guint i = 0; i < _vnus_vector_length (record->citations); i++)
    {
      VnusCitation *citation = _vnus_vector_get (record->citations, i);

      if (vnus_citation_get_value (citation) != NULL && g_strcmp0 (vnus_citation_get_field (citation), field) == 0)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
_vnus_record_gather_claims (VnusRecord     *record,
                            VnusField      *field,
                            VnusViewFilter *filter)
{
  GPtrArray *claims = gather (record, field, filter);

  _vnus_claims_resolve (claims, filter, VNUS_IS_EVENT (record) && g_str_equal (field->name, "status"));

  return claims;
}
