/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a record as a view shows it.
 *
 * A record is in view if a citation that the view admits backs any of it, or if
 * its kind needs no citation. Where all its fields resolve to their own values
 * it is the same sealed object as in the chronicle; otherwise a sealed duplicate
 * that belongs to the view, with the resolved values and the admitted
 * citations. So every getter answers for the chronicle that its record came
 * from.
 *
 * A coverage is in view only with all of its sources, and no longer than to the
 * day of knowledge. Registers are kept as events come, so theirs is in view from
 * its start, whenever the copy at hand was published.
 */
#include "chronicle/vnus-view-record-private.h"

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-source.h>

#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-compatible-private.h"
#include "chronicle/vnus-view-list-private.h"
#include "model/vnus-record-private.h"

/* A kind that a chronicle may hold without a citation. */
static gboolean
needs_no_citation (VnusRecord *record)
{
  switch ((int) vnus_record_get_kind (record))
    {
    case VNUS_KIND_PLACE:
    case VNUS_KIND_TOPIC:
    case VNUS_KIND_LEVEL:
      return vnus_record_get_n_citations (record) == 0;

    default:
      return FALSE;
    }
}

/* Names are how a record is spoken of, and are not claims. */
static gboolean
is_name (const VnusField *field)
{
  return field->type == VNUS_VALUE_TYPE_LOCALISED
           ? g_str_equal (field->name, "label") || g_str_equal (field->name, "note")
           : g_str_equal (field->name, "aliases") || g_str_equal (field->name, "same-as");
}

/* Fields */

/* Whether the field resolves to something else than the record's own value. */
static gboolean
resolve_field (VnusRecord     *record,
               VnusField      *field,
               VnusViewFilter *filter,
               VnusValue     **result)
{
  g_autoptr (GPtrArray) claims = NULL;
  VnusClaim *chosen;

  if (is_name (field))
    return FALSE;
  if (field->is_list)
    return _vnus_view_resolve_list (record, field, filter, result);

  claims = _vnus_record_gather_claims (record, field, filter);
  chosen = _vnus_claims_get_chosen (claims);
  if (chosen == NULL)
    return _vnus_field_is_set (field, record);
  if (chosen->own)
    return FALSE;

  *result = vnus_value_ref (chosen->value);

  /* It may be the record's own value all the same, brought by another source. */
  {
    g_autoptr (VnusValue) own = _vnus_field_get_value (field, record);

    if (own == NULL || !vnus_value_equal (own, *result))
      return TRUE;
  }

  g_clear_pointer (result, vnus_value_unref);
  return FALSE;
}

VnusTruth
_vnus_view_knows_field (VnusRecord     *record,
                        VnusField      *field,
                        VnusViewFilter *filter)
{
  g_autoptr (VnusValue) own = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  VnusClaim *chosen;

  own = _vnus_field_get_value (field, record);
  if (is_name (field) || needs_no_citation (record))
    return own != NULL ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_NO;
  if (VNUS_IS_SOURCE (record))
    return own != NULL ? _vnus_view_filter_admits_source (filter, record) : VNUS_TRUTH_NO;

  if (!field->is_list)
    {
      claims = _vnus_record_gather_claims (record, field, filter);
      chosen = _vnus_claims_get_chosen (claims);
      return chosen != NULL ? chosen->known : VNUS_TRUTH_NO;
    }

  return _vnus_view_knows_list (record, field, filter);
}

/* Whether what was said of a field without a value is in view: as with members of
 * lists, what names the field decides, or else what backs the whole record. */
static gboolean
presence_is_in_view (VnusRecord      *record,
                     const VnusField *field,
                     VnusViewFilter  *filter)
{
  VnusTruth by_name = VNUS_TRUTH_NO, by_whole = VNUS_TRUTH_NO;
  gboolean is_named = FALSE, is_backed = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusTruth admitted = _vnus_view_filter_admits (filter, citation);

      if (g_strcmp0 (vnus_citation_get_field (citation), field->name) == 0)
        {
          is_named = TRUE;
          by_name = vnus_truth_or (by_name, admitted);
        }
      else if (vnus_citation_get_field (citation) == NULL)
        {
          is_backed = TRUE;
          by_whole = vnus_truth_or (by_whole, admitted);
        }
    }

  return is_named ? by_name != VNUS_TRUTH_NO : !is_backed || by_whole != VNUS_TRUTH_NO;
}

static void
drop_presences (VnusRecord     *record,
                VnusViewFilter *filter,
                VnusRecord    **copy)
{
  for (guint i = 0; i < _vnus_record_get_n_presences (record); i++)
    {
      VnusPresence presence;
      VnusField *field = _vnus_record_get_nth_presence (record, i, &presence);

      if (presence_is_in_view (record, field, filter))
        continue;
      if (*copy == NULL)
        *copy = vnus_record_duplicate (record);
      _vnus_record_forget_presence (*copy, field);
    }
}

/* Coverage */

/* Whether every source is a register; FALSE as well if one is hidden. */
static gboolean
sources_in_view (VnusCoverage   *coverage,
                 VnusViewFilter *filter,
                 gboolean       *all_registers)
{
  *all_registers = vnus_coverage_get_n_sources (coverage) > 0;

  for (guint i = 0; i < vnus_coverage_get_n_sources (coverage); i++)
    {
      const char *id = vnus_coverage_get_source (coverage, i);
      VnusRecord *source = _vnus_view_filter_get_source (filter, id);
      gboolean is_register =
        source != NULL && vnus_source_get_source_type (VNUS_SOURCE (source)) == VNUS_SOURCE_TYPE_REGISTER;

      *all_registers = *all_registers && is_register;
      if (!_vnus_view_filter_counts (filter, id))
        return FALSE;
      if (!is_register && source != NULL && _vnus_view_filter_admits_source (filter, source) == VNUS_TRUTH_NO)
        return FALSE;
    }

  return TRUE;
}

/* The span to the day of knowledge; NULL if nothing is left of it. */
static VnusDate *
cut_span (VnusDate *span,
          VnusDate *known_on)
{
  g_autoptr (VnusDate) extent = vnus_date_get_kind (span) == VNUS_DATE_KIND_INTERVAL ? vnus_date_ref (span)
                                                                                     : vnus_date_to_extent (span);

  if (vnus_date_get_latest_end (extent) <= vnus_date_get_earliest_start (known_on))
    return vnus_date_ref (span);
  if (vnus_date_get_earliest_start (extent) > vnus_date_get_latest_end (known_on))
    return NULL;

  return _vnus_date_join (extent, known_on);
}

static VnusRecord *
show_coverage (VnusRecord     *record,
               VnusViewFilter *filter,
               gboolean        is_backed,
               gboolean       *all_registers)
{
  VnusCoverage *coverage = VNUS_COVERAGE (record);
  VnusDate *during = vnus_coverage_get_during (coverage);
  VnusDate *known_on = _vnus_view_filter_get_known_on (filter);
  g_autoptr (VnusDate) cut = NULL;
  VnusRecord *copy;

  if (!sources_in_view (coverage, filter, all_registers) || (!is_backed && !*all_registers))
    return NULL;
  if (known_on == NULL || during == NULL)
    return g_object_ref (record);

  cut = cut_span (during, known_on);
  if (cut == NULL)
    return NULL;
  if (cut == during)
    return g_object_ref (record);

  copy = vnus_record_duplicate (record);
  vnus_coverage_set_during (VNUS_COVERAGE (copy), cut);
  return copy;
}

/* Records */

VnusTruth
_vnus_view_knows_record (VnusRecord     *record,
                         VnusViewFilter *filter)
{
  VnusTruth known = VNUS_TRUTH_NO;

  if (needs_no_citation (record))
    return VNUS_TRUTH_CERTAINLY;
  if (VNUS_IS_SOURCE (record))
    return _vnus_view_filter_admits_source (filter, record);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    known = vnus_truth_or (known, _vnus_view_filter_admits (filter, vnus_record_get_citation (record, i)));

  if (VNUS_IS_COVERAGE (record))
    {
      gboolean all_registers;
      g_autoptr (VnusRecord) shown = show_coverage (record, filter, known != VNUS_TRUTH_NO, &all_registers);

      if (shown == NULL)
        return VNUS_TRUTH_NO;
      return all_registers ? VNUS_TRUTH_CERTAINLY : known;
    }

  return known;
}

/* Leaves the citations that are in view. */
static void
take_citations (VnusRecord     *copy,
                VnusRecord     *record,
                VnusViewFilter *filter)
{
  _vnus_vector_clear (&copy->citations, (GDestroyNotify) vnus_citation_unref);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (_vnus_view_filter_admits (filter, citation) != VNUS_TRUTH_NO)
        _vnus_record_take_citation (copy, vnus_citation_ref (citation));
    }
}

static gboolean
admits_all (VnusRecord     *record,
            VnusViewFilter *filter)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (_vnus_view_filter_admits (filter, vnus_record_get_citation (record, i)) == VNUS_TRUTH_NO)
      return FALSE;

  return TRUE;
}

/* Whether all citations are of the whole record: then its fields have no values
 * but their own, and what is in view backs them all. */
static gboolean
is_backed_as_a_whole (VnusRecord *record)
{
  for (guint i = 0; i < _vnus_vector_length (record->citations); i++)
    {
      VnusCitation *citation = _vnus_vector_get (record->citations, i);

      if (vnus_citation_get_field (citation) != NULL ||
          vnus_citation_get_rank (citation) == VNUS_CITATION_RANK_DEPRECATED)
        return FALSE;
    }

  return TRUE;
}

static VnusRecord *
show_backed (VnusRecord     *record,
             VnusViewFilter *filter)
{
  VnusRecordClass *klass = _vnus_record_class (record);
  const gboolean is_whole = is_backed_as_a_whole (record);
  VnusRecord *copy = NULL;

  for (guint i = 0; i < klass->n_fields && !is_whole; i++)
    {
      g_autoptr (VnusValue) value = NULL;

      if (!resolve_field (record, klass->fields[i], filter, &value))
        continue;
      if (copy == NULL)
        copy = vnus_record_duplicate (record);
      _vnus_field_set_value (klass->fields[i], copy, value);
      if (value != NULL)
        _vnus_record_forget_presence (copy, klass->fields[i]);
    }

  if (!is_whole)
    drop_presences (record, filter, &copy);

  if (copy == NULL && !admits_all (record, filter))
    copy = vnus_record_duplicate (record);
  if (copy == NULL)
    return g_object_ref (record);

  take_citations (copy, record, filter);
  vnus_record_seal (copy);
  return copy;
}

/* Most records are shown as they are, or not at all, and their citations tell. */
static gboolean
show_at_a_glance (VnusRecord      *record,
                  VnusViewFilter  *filter,
                  VnusRecord     **shown)
{
  const VnusKind kind = _vnus_record_class (record)->kind;
  const guint n = _vnus_vector_length (record->citations);
  guint n_hidden = 0;

  if (n == 0 || kind == VNUS_KIND_SOURCE || kind == VNUS_KIND_COVERAGE || !is_backed_as_a_whole (record))
    return FALSE;

  for (guint i = 0; i < n; i++)
    n_hidden += _vnus_view_filter_admits (filter, _vnus_vector_get (record->citations, i)) == VNUS_TRUTH_NO;

  *shown = n_hidden == 0 ? g_object_ref (record) : NULL;
  return n_hidden == 0 || n_hidden == n;
}

VnusRecord *
_vnus_view_show_record (VnusRecord     *record,
                        VnusViewFilter *filter)
{
  VnusTruth known;
  VnusRecord *shown;

  if (show_at_a_glance (record, filter, &shown))
    return shown;

  known = _vnus_view_knows_record (record, filter);
  if (known == VNUS_TRUTH_NO)
    return NULL;
  if (needs_no_citation (record) || VNUS_IS_SOURCE (record))
    return g_object_ref (record);

  if (VNUS_IS_COVERAGE (record))
    {
      gboolean all_registers;

      shown = show_coverage (record, filter, TRUE, &all_registers);
      if (shown != record)
        vnus_record_seal (shown);
      return shown;
    }

  return show_backed (record, filter);
}
