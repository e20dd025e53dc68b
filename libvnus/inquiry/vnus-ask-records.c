/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: what rules ask of records: whether they are in view and known, to
 * which body they belong, and of events whether they took place. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-agreement.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-relation.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

gboolean
_vnus_is_in_view (VnusChronicle *view,
                  const char    *id)
{
  return _vnus_revision_lookup (view->revision, id) != NULL;
}

/* --- Knowledge --- */

VnusTruth
_vnus_is_known (VnusChronicle *view,
                VnusRecord    *record,
                const char    *field)
{
  if (vnus_chronicle_get_known_on (view) == NULL)
    return VNUS_TRUTH_CERTAINLY;

  return vnus_chronicle_is_known (view, vnus_record_get_id (record), field);
}

int
_vnus_last_word (VnusChronicle *view,
                 VnusRecord    *record)
{
  int last = VNUS_DAY_MIN;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      int earliest, latest;

      _vnus_view_filter_get_known (view->filter, vnus_record_get_citation (record, i), &earliest, &latest);
      last = MAX (last, latest != VNUS_DAY_MAX ? latest : earliest);
    }

  return last;
}

/* --- Bodies and offices --- */

/* What belongs to what is the structure of the chronicle: a view that has no
 * source for it still knows the state of a ministry. */
static VnusRecord *
lookup_structure (VnusChronicle *view,
                  const char    *id)
{
  VnusRecord *record = id != NULL ? _vnus_revision_lookup (view->revision, id) : NULL;

  return record != NULL || id == NULL ? record : _vnus_chronicle_lookup_base (view, id);
}

/* Bodies within bodies are not many; the walk ends however they refer. */
#define MAX_DEPTH 16

const char *
_vnus_body_root (VnusChronicle *view,
                 const char    *id)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      VnusRecord *record = lookup_structure (view, id);
      const char *of = record != NULL && VNUS_IS_ORGANIZATION (record)
                         ? vnus_organization_get_of (VNUS_ORGANIZATION (record))
                         : NULL;

      if (of == NULL)
        return id;
      id = of;
    }

  return id;
}

VnusOffice *
_vnus_lookup_office (VnusChronicle *view,
                     const char    *id)
{
  VnusRecord *record = lookup_structure (view, id);

  return record != NULL && VNUS_IS_OFFICE (record) ? VNUS_OFFICE (record) : NULL;
}

static const char *
actor_root (VnusChronicle *view,
            const char    *actor)
{
  VnusRecord *record = lookup_structure (view, actor);

  if (record == NULL)
    return NULL;
  if (VNUS_IS_PERSON (record))
    return vnus_person_get_of (VNUS_PERSON (record));

  return _vnus_body_root (view, actor);
}

const char *
_vnus_participant_root (VnusChronicle   *view,
                        VnusParticipant *participant)
{
  const char *side = vnus_participant_get_side (participant);
  VnusOffice *office = _vnus_lookup_office (view, vnus_participant_get_capacity (participant));

  if (side != NULL)
    return _vnus_body_root (view, side);
  if (office != NULL && vnus_office_get_of (office) != NULL)
    return _vnus_body_root (view, vnus_office_get_of (office));

  return actor_root (view, vnus_participant_get_actor (participant));
}

/* --- Events --- */

static gboolean
takes_part (VnusChronicle *view,
            VnusEvent     *event,
            const char    *party)
{
  if (VNUS_IS_VISIT (event))
    {
      const char *host = vnus_visit_get_host (VNUS_VISIT (event));

      if (host != NULL && g_str_equal (_vnus_body_root (view, host), party))
        return TRUE;
    }

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (g_strcmp0 (_vnus_participant_root (view, participant), party) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
_vnus_event_is_of_relation (VnusChronicle *view,
                            VnusRecord    *relation,
                            VnusEvent     *event)
{
  if (relation == NULL)
    return TRUE;

  for (guint i = 0; i < vnus_relation_get_n_parties (VNUS_RELATION (relation)); i++)
    if (!takes_part (view, event, vnus_relation_get_party (VNUS_RELATION (relation), i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_party (VnusChronicle *view,
           VnusAgreement *agreement,
           const char    *party)
{
  for (guint i = 0; i < vnus_agreement_get_n_parties (agreement); i++)
    if (g_str_equal (_vnus_body_root (view, vnus_agreement_get_party (agreement, i)), party))
      return TRUE;

  return FALSE;
}

gboolean
_vnus_agreement_is_of_relation (VnusChronicle *view,
                                VnusRecord    *relation,
                                VnusAgreement *agreement)
{
  if (relation == NULL)
    return TRUE;

  for (guint i = 0; i < vnus_relation_get_n_parties (VNUS_RELATION (relation)); i++)
    if (!has_party (view, agreement, vnus_relation_get_party (VNUS_RELATION (relation), i)))
      return FALSE;

  return TRUE;
}

gboolean
_vnus_event_is_told_held_by (VnusChronicle *view,
                             VnusEvent     *event,
                             int            day)
{
  g_autoptr (GPtrArray) claims = _vnus_chronicle_ref_claims (view, vnus_record_get_id (VNUS_RECORD (event)), "status");
  gboolean told = FALSE;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);
      gboolean is_held = claim->standing != VNUS_CLAIM_STANDING_DEPRECATED &&
                         vnus_value_get_integer (claim->value) == VNUS_STATUS_HELD;

      for (guint j = 0; is_held && j < vnus_claim_get_n_citations (claim) && !told; j++)
        {
          int earliest, latest;

          _vnus_view_filter_get_known (view->filter, vnus_claim_get_citation (claim, j), &earliest, &latest);
          told = latest <= day;
        }
    }

  return told;
}

/* Whether it had begun by the standpoint, by its dates. */
static VnusTruth
has_begun_by_dates (VnusAsk   *ask,
                    VnusEvent *event)
{
  g_autoptr (VnusTime) time = NULL;
  VnusAnswers answers = { 0 };

  if (ask->standpoint == NULL)
    return VNUS_TRUTH_CERTAINLY;

  time = _vnus_time_of (ask->view, VNUS_RECORD (event));
  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      VnusDate *when = _vnus_time_get_nth (time, i);

      if (vnus_date_get_latest_start (when) <= vnus_date_get_earliest_start (ask->standpoint))
        _vnus_answers_add (&answers, VNUS_TRUTH_CERTAINLY);
      else if (vnus_date_get_earliest_start (when) > vnus_date_get_latest_end (ask->standpoint))
        _vnus_answers_add (&answers, VNUS_TRUTH_NO);
      else
        _vnus_answers_add (&answers, VNUS_TRUTH_POSSIBLY);
    }

  return _vnus_answers_get (&answers);
}

/* However vague its date: what a source reported by then had taken place. */
static VnusTruth
has_begun (VnusAsk   *ask,
           VnusEvent *event)
{
  VnusTruth begun = has_begun_by_dates (ask, event);

  if (begun == VNUS_TRUTH_POSSIBLY && vnus_event_get_status (event) == VNUS_STATUS_HELD &&
      _vnus_event_is_told_held_by (ask->view, event, vnus_date_get_earliest_start (ask->standpoint)))
    return VNUS_TRUTH_CERTAINLY;

  return begun;
}

VnusTruth
_vnus_event_is_held (VnusAsk     *ask,
                     VnusEvent   *event,
                     VnusReasons *reasons)
{
  VnusTruth begun = has_begun (ask, event);

  switch ((int) vnus_event_get_status (event))
    {
    case VNUS_STATUS_HELD:
      if (begun == VNUS_TRUTH_POSSIBLY)
        *reasons |= VNUS_REASONS_DATE_VAGUE;
      if (_vnus_is_known (ask->view, VNUS_RECORD (event), "status") != VNUS_TRUTH_CERTAINLY)
        {
          *reasons |= VNUS_REASONS_KNOWN_VAGUELY;
          return vnus_truth_and (begun, VNUS_TRUTH_POSSIBLY);
        }
      return begun;

    case VNUS_STATUS_POSTPONED:
    case VNUS_STATUS_CANCELLED:
      return VNUS_TRUTH_NO;

    default: /* a plan whose day has come is not proved by that */
      if (begun != VNUS_TRUTH_NO)
        *reasons |= VNUS_REASONS_NO_EVIDENCE;
      return vnus_truth_and (begun, VNUS_TRUTH_POSSIBLY);
    }
}

VnusParticipant *
_vnus_visit_get_guest (VnusVisit *visit)
{
  VnusEvent *event = VNUS_EVENT (visit);
  VnusParticipant *head = NULL;

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_role (participant) == VNUS_ROLE_GUEST)
        return participant;
      if (vnus_participant_get_role (participant) == VNUS_ROLE_HEAD && head == NULL)
        head = participant;
    }

  return head;
}

gboolean
_vnus_visit_is_left_out (VnusVisit *visit)
{
  VnusVisitType type = vnus_visit_get_visit_type (visit);

  return type == VNUS_VISIT_TYPE_PRIVATE || type == VNUS_VISIT_TYPE_TRANSIT;
}
