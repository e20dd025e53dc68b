/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule status-on.
 *
 * What had certainly ended by the date has its latest status by the date; what
 * straddles it is under way; what may end after it is told by its latest status
 * by the date, unless that says that it is over, and is else expected. A plan
 * whose day has passed is not proved by that.
 */
#include "inquiry/vnus-ask-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

/* The last status that sources gave by the date. */
typedef struct
{
  VnusStatus    status;
  VnusCitation *citation; /* (owned) or NULL */
  int           earliest; /* day on which it can have become known */
  int           day;      /* on which it became known at the latest */
  VnusTruth     by_then;  /* whether that was by the date */
  gboolean      differ;   /* another status became known on the same day */
} Latest;

static VnusStatus
status_of (VnusClaim *claim)
{
  return (VnusStatus) vnus_value_get_integer (claim->value);
}

static void
consider (Latest       *latest,
          VnusStatus    status,
          VnusCitation *citation,
          VnusAsk      *ask)
{
  VnusDate *date = ask->arguments[1].date;
  VnusTruth by_then = VNUS_TRUTH_POSSIBLY;
  int earliest, day;

  _vnus_view_filter_get_known (ask->view->filter, citation, &earliest, &day);
  if (earliest > vnus_date_get_latest_end (date))
    return;
  if (day <= vnus_date_get_earliest_start (date))
    by_then = VNUS_TRUTH_CERTAINLY;
  if (latest->citation != NULL && day == latest->day && status != latest->status)
    latest->differ = TRUE;
  if (latest->citation != NULL && day <= latest->day)
    return;

  g_clear_pointer (&latest->citation, vnus_citation_unref);
  latest->status = status;
  latest->citation = vnus_citation_ref (citation);
  latest->earliest = earliest;
  latest->day = day;
  latest->by_then = by_then;
  latest->differ = FALSE;
}

static void
find_latest (VnusAsk    *ask,
             const char *id,
             Latest     *latest)
{
  gsize n_claims = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (ask->view, id, "status", &n_claims);

  for (gsize i = 0; i < n_claims; i++)
    {
      for (guint j = 0; j < vnus_claim_get_n_citations (claims[i]); j++)
        {
          VnusCitation *citation = vnus_claim_get_citation (claims[i], j);

          if (claims[i]->standing != VNUS_CLAIM_STANDING_DEPRECATED)
            consider (latest, status_of (claims[i]), citation, ask);
        }
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);
}

/* Whether any source in view says that it took place. */
static gboolean
is_ever_held (VnusAsk *ask)
{
  return vnus_event_get_status (VNUS_EVENT (ask->arguments[0].record)) == VNUS_STATUS_HELD;
}

static const char *
nick_of (VnusStatus status)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_STATUS);

  return g_enum_get_value (klass, (int) status)->value_nick;
}

/* What is over by the date. */
static const char *
tell_past (VnusAsk      *ask,
           const Latest *latest,
           VnusTruth    *truth,
           VnusReasons  *reasons)
{
  VnusStatus status = latest->status;

  /* That it took place was so then, whenever it was first reported. */
  if (status != VNUS_STATUS_HELD && is_ever_held (ask))
    status = VNUS_STATUS_HELD;

  switch ((int) status)
    {
    case VNUS_STATUS_HELD:
    case VNUS_STATUS_CANCELLED:
    case VNUS_STATUS_POSTPONED:
      *truth = VNUS_TRUTH_CERTAINLY;
      break;

    default:
      *truth = VNUS_TRUTH_POSSIBLY;
      *reasons |= VNUS_REASONS_NO_EVIDENCE;
      break;
    }

  return status != VNUS_STATUS_UNSET ? nick_of (status) : NULL;
}

static const char *
tell_present (VnusAsk      *ask,
              const Latest *latest,
              VnusTruth    *truth,
              VnusReasons  *reasons)
{
  if (latest->status == VNUS_STATUS_CANCELLED || latest->status == VNUS_STATUS_POSTPONED)
    {
      *truth = VNUS_TRUTH_CERTAINLY;
      return nick_of (latest->status);
    }

  *truth = is_ever_held (ask) ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY;
  if (*truth == VNUS_TRUTH_POSSIBLY)
    *reasons |= VNUS_REASONS_NO_EVIDENCE;
  return "under-way";
}

static gboolean
is_plan (VnusStatus status)
{
  return status == VNUS_STATUS_PROPOSED || status == VNUS_STATUS_INVITED || status == VNUS_STATUS_ANNOUNCED ||
         status == VNUS_STATUS_CONFIRMED;
}

/* On the day on which a source tells of a plan, it is one. */
static gboolean
is_plan_of_the_day (VnusAsk      *ask,
                    const Latest *latest)
{
  VnusDate *date = ask->arguments[1].date;

  return latest->citation != NULL && is_plan (latest->status) && vnus_date_is_single_day (date) &&
         latest->earliest == latest->day && latest->day == vnus_date_get_earliest_start (date);
}

static const char *
tell_future (VnusAsk      *ask,
             const Latest *latest,
             VnusTruth    *truth,
             VnusReasons  *reasons)
{
  *truth = VNUS_TRUTH_CERTAINLY;
  if (latest->status != VNUS_STATUS_UNSET && latest->status != VNUS_STATUS_HELD)
    return nick_of (latest->status);

  return "expected";
}

/* By one of the dates that sources give for the event. */
static const char *
tell (VnusAsk      *ask,
      const Latest *latest,
      VnusDate     *when,
      VnusTruth    *truth,
      VnusReasons  *reasons)
{
  VnusDate *date = ask->arguments[1].date;

  if (is_plan_of_the_day (ask, latest) &&
      (when == NULL || vnus_date_get_latest_end (when) > vnus_date_get_latest_end (date)))
    return tell_future (ask, latest, truth, reasons);
  if (when == NULL)
    {
      gboolean is_told = vnus_event_get_status (VNUS_EVENT (ask->arguments[0].record)) == VNUS_STATUS_HELD &&
                         _vnus_event_is_told_held_by (ask->view, VNUS_EVENT (ask->arguments[0].record),
                                                      vnus_date_get_earliest_start (date));
      const char *status = tell_past (ask, latest, truth, reasons);

      if (is_told)
        return status;
      *reasons |= VNUS_REASONS_DATE_VAGUE;
      *truth = VNUS_TRUTH_POSSIBLY;
      return status;
    }

  if (vnus_date_get_latest_end (when) <= vnus_date_get_earliest_start (date))
    return tell_past (ask, latest, truth, reasons);
  if (vnus_date_get_latest_start (when) <= vnus_date_get_earliest_start (date) &&
      vnus_date_get_earliest_end (when) > vnus_date_get_latest_end (date))
    return tell_present (ask, latest, truth, reasons);
  if (vnus_date_get_earliest_start (when) > vnus_date_get_latest_end (date))
    return tell_future (ask, latest, truth, reasons);

  /* Before, during or after it: its day or the date leaves it open, unless a
   * source had already told that it was over. */
  if (vnus_date_get_kind (when) != VNUS_DATE_KIND_INTERVAL &&
      _vnus_event_is_told_held_by (ask->view, VNUS_EVENT (ask->arguments[0].record), vnus_date_get_earliest_start (date)))
    return tell_past (ask, latest, truth, reasons);
  *truth = VNUS_TRUTH_POSSIBLY;
  *reasons |= VNUS_REASONS_DATE_VAGUE;
  return latest->status == VNUS_STATUS_UNSET || latest->status == VNUS_STATUS_HELD
           ? is_ever_held (ask) ? "held" : "expected"
           : nick_of (latest->status);
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask,
     const char  *status)
{
  gboolean is_sure = finding->truth == VNUS_TRUTH_CERTAINLY;
  gboolean is_past_plan = !is_sure && (finding->reasons & VNUS_REASONS_NO_EVIDENCE) != 0 && status != NULL &&
                          !g_str_equal (status, "under-way");
  VnusPhrase *sentence = _vnus_phrase_new (status == NULL ? "status-on.not-recorded"
                                           : is_sure      ? "status-on.is"
                                           : is_past_plan ? "status-on.plan-past"
                                                          : "status-on.may-be");

  _vnus_phrase_add_record (sentence, "event", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_moment (sentence, "date", ask->arguments[1].date);
  if (status != NULL)
    _vnus_phrase_add_text (sentence, "status", g_str_equal (status, "under-way") ? "underway" : status);
  if (status != NULL && !is_sure && !is_past_plan)
    _vnus_phrase_add_reasons (sentence, "reasons", finding->reasons);
  _vnus_finding_set_sentence (finding, sentence);
}

static void
add_steps (VnusFinding  *finding,
           VnusTime     *time,
           const Latest *latest)
{
  VnusPhrase *step;

  if (_vnus_time_get (time) != NULL)
    _vnus_finding_add_step (finding, _vnus_time_step (time, time->record));
  if (latest->citation != NULL)
    {
      step = _vnus_phrase_new ("status-on.step");
      _vnus_phrase_add_text (step, "status", nick_of (latest->status));
      _vnus_phrase_add_record (step, "source", vnus_citation_get_source (latest->citation));
      _vnus_finding_add_step (finding, step);
    }
}

VnusFinding *
_vnus_rule_status_on (VnusAsk  *ask,
                      GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  const char *id = vnus_record_get_id (record);
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, record);
  Latest latest = { .by_then = VNUS_TRUTH_CERTAINLY };
  VnusTruth truth = VNUS_TRUTH_CERTAINLY;
  VnusReasons reasons = VNUS_REASONS_NONE;
  const char *status;

  find_latest (ask, id, &latest);
  status = tell (ask, &latest, _vnus_time_get (time), &truth, &reasons);
  for (guint i = 1; i < _vnus_time_get_n (time); i++)
    {
      VnusTruth other_truth;
      const char *other = tell (ask, &latest, _vnus_time_get_nth (time, i), &other_truth, &reasons);

      if (g_strcmp0 (other, status) == 0 && other_truth == truth)
        continue;
      truth = VNUS_TRUTH_POSSIBLY;
      reasons |= VNUS_REASONS_SOURCES_DIFFER;
    }

  if (latest.citation != NULL && latest.by_then != VNUS_TRUTH_CERTAINLY &&
      g_strcmp0 (status, nick_of (latest.status)) == 0 && !is_ever_held (ask))
    {
      truth = VNUS_TRUTH_POSSIBLY;
      reasons |= VNUS_REASONS_KNOWN_VAGUELY;
    }
  if (latest.differ && truth == VNUS_TRUTH_CERTAINLY && g_strcmp0 (status, nick_of (latest.status)) == 0)
    {
      truth = VNUS_TRUTH_POSSIBLY;
      reasons |= VNUS_REASONS_SOURCES_DIFFER;
    }

  _vnus_finding_add_evidence (finding, id, latest.citation);
  _vnus_time_add_evidence (time, finding);
  if (is_ever_held (ask))
    _vnus_finding_add_field_evidence (finding, id, "status");
  _vnus_finding_set_truth (finding, status == NULL ? VNUS_TRUTH_POSSIBLY : truth);
  _vnus_finding_add_reason (finding, status == NULL ? VNUS_REASONS_NO_EVIDENCE : reasons);
  if (status != NULL)
    _vnus_finding_set_status (finding, status);
  add_steps (finding, time, &latest);
  say (finding, ask, status);
  g_clear_pointer (&latest.citation, vnus_citation_unref);

  return _vnus_finding_seal (finding);
}
