/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: what the checks share. */
#include "inquiry/vnus-validation-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-time-private.h"

/* Issues */

VnusPhrase *
_vnus_validation_add (VnusValidation *self,
                      const char     *tag,
                      VnusTruth       truth,
                      VnusRecord     *record,
                      const char     *path)
{
  const VnusCheck *check = _vnus_check_lookup (tag);
  VnusSeverity severity = check->severity;
  VnusIssue *issue;

  if (truth != VNUS_TRUTH_CERTAINLY && severity > VNUS_SEVERITY_NOTE)
    severity--;

  issue = _vnus_issue_new (check->tag, severity, self->chronicle);
  _vnus_issue_set_truth (issue, truth);
  _vnus_issue_set_record (issue, vnus_record_get_id (record), path);
  g_ptr_array_add (self->issues, issue);

  return _vnus_issue_explain (issue, check->explanation);
}

static VnusIssue *
last_issue (VnusValidation *self)
{
  return g_ptr_array_index (self->issues, self->issues->len - 1);
}

VnusPhrase *
_vnus_validation_explain_as (VnusValidation *self,
                             const char     *key)
{
  return _vnus_issue_explain (last_issue (self), key);
}

VnusPhrase *
_vnus_validation_suggest (VnusValidation *self,
                          const char     *key)
{
  return _vnus_issue_suggest (last_issue (self), key);
}

void
_vnus_validation_set_severity (VnusValidation *self,
                               VnusSeverity    severity)
{
  _vnus_issue_set_severity (last_issue (self), severity);
}

void
_vnus_phrase_add_value (VnusPhrase      *self,
                        const char      *name,
                        const VnusValue *value)
{
  g_autofree char *text = NULL;

  switch ((int) vnus_value_get_value_type (value))
    {
    case VNUS_VALUE_TYPE_DATE:
      _vnus_phrase_add_date (self, name, vnus_value_get_date (value), VNUS_DATE_STYLE_PROSE);
      break;

    case VNUS_VALUE_TYPE_REFERENCE:
      _vnus_phrase_add_record (self, name, vnus_value_get_string (value));
      break;

    case VNUS_VALUE_TYPE_AMOUNT:
      _vnus_phrase_add_amount (self, name, vnus_value_get_amount (value));
      break;

    case VNUS_VALUE_TYPE_LOCALISED:
      _vnus_phrase_add_localised (self, name, vnus_value_get_localised (value));
      break;

    default:
      text = vnus_value_to_string (value);
      _vnus_phrase_add_text (self, name, text);
      break;
    }
}

/* Records */

VnusRecord *
_vnus_validation_resolve (VnusValidation *self,
                          VnusRecord     *record)
{
  VnusRecord *shown = _vnus_revision_lookup (self->view->revision, vnus_record_get_id (record));

  return shown != NULL ? shown : record;
}

VnusRecord *
_vnus_validation_lookup (VnusValidation *self,
                         const char     *id,
                         VnusKind        kind)
{
  VnusRecord *record = id != NULL ? _vnus_revision_lookup (self->chronicle->revision, id) : NULL;

  return record != NULL && vnus_record_get_kind (record) == kind ? _vnus_validation_resolve (self, record) : NULL;
}

VnusRecord *
_vnus_validation_get_nth (VnusValidation *self,
                          VnusKind        kind,
                          guint           position)
{
  VnusRecord *record = vnus_chronicle_get_nth_of_kind (self->chronicle, kind, position);

  return record != NULL ? _vnus_validation_resolve (self, record) : NULL;
}

/* Time */

VnusDate *
_vnus_validation_dup_time (VnusRecord *record)
{
  return _vnus_record_dup_time (record);
}

/* The newest day on which a source certainly had spoken of @record. */
static int
last_word (VnusValidation *self,
           VnusRecord     *record)
{
  g_autoptr (VnusViewFilter) filter = _vnus_view_filter_new (self->chronicle->revision, NULL, NULL);
  int last = VNUS_DAY_MIN;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      int earliest, latest;

      _vnus_view_filter_get_known (filter, vnus_record_get_citation (record, i), &earliest, &latest);
      last = MAX (last, earliest);
    }

  return last;
}

/* The day up to which the span certainly lasts. */
static int
certain_end (VnusValidation *self,
             const VnusSpan *span)
{
  if (!vnus_date_is_end_open (span->date))
    return vnus_date_get_earliest_end (span->date);

  return MAX (vnus_date_get_latest_start (span->date), last_word (self, span->record));
}

VnusTruth
_vnus_spans_overlap (VnusValidation *self,
                     const VnusSpan *a,
                     const VnusSpan *b)
{
  gboolean are_intervals = vnus_date_get_kind (a->date) == VNUS_DATE_KIND_INTERVAL &&
                           vnus_date_get_kind (b->date) == VNUS_DATE_KIND_INTERVAL;
  int certain_start = MAX (vnus_date_get_latest_start (a->date), vnus_date_get_latest_start (b->date));
  int possible_start = MAX (vnus_date_get_earliest_start (a->date), vnus_date_get_earliest_start (b->date));
  int possible_end = MIN (vnus_date_get_latest_end (a->date), vnus_date_get_latest_end (b->date));

  /* Of two intervals more than a day; a day that is attested, within the other
   * and not at its edge. */
  if (are_intervals && MIN (certain_end (self, a), certain_end (self, b)) > certain_start)
    return VNUS_TRUTH_CERTAINLY;
  if (!are_intervals)
    {
      const VnusSpan *day = vnus_date_get_kind (a->date) == VNUS_DATE_KIND_INTERVAL ? b : a;
      const VnusSpan *span = day == a ? b : a;

      if (vnus_date_get_kind (span->date) != VNUS_DATE_KIND_INTERVAL)
        return VNUS_TRUTH_NO;
      if (vnus_date_get_earliest_start (day->date) > vnus_date_get_latest_start (span->date) &&
          vnus_date_get_latest_end (day->date) < certain_end (self, span))
        return VNUS_TRUTH_CERTAINLY;
      return VNUS_TRUTH_NO;
    }

  /* Where vague dates meet there is always some room; years of it are not that. */
  return (gint64) possible_end - possible_start >= 366 ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_NO;
}
