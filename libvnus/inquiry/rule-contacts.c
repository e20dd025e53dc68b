/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules contacts and overlap: what took place in the months before. */
#include "inquiry/vnus-visits-private.h"

#include <vnus/vnus-meeting.h>
#include <vnus/vnus-relation.h>

#include "chronicle/vnus-chronicle-private.h"

/* --- The months before a day --- */

/* Whether @time begins in the @months before a day from @from to @to. */
static VnusTruth
is_in_months_before (VnusTime    *time,
                     int          months,
                     int          from,
                     int          to,
                     VnusReasons *reasons)
{
  VnusAnswers answers = { 0 };
  VnusTruth truth;

  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (time, i));

      if (bounds.latest_start < from && bounds.earliest_start >= _vnus_day_add_months (to, -months))
        _vnus_answers_add (&answers, VNUS_TRUTH_CERTAINLY);
      else if (bounds.earliest_start >= to || bounds.latest_start < _vnus_day_add_months (from, -months))
        _vnus_answers_add (&answers, VNUS_TRUTH_NO);
      else
        _vnus_answers_add (&answers, VNUS_TRUTH_POSSIBLY);
    }

  truth = _vnus_answers_get (&answers);
  if (truth == VNUS_TRUTH_POSSIBLY)
    *reasons |= answers.reasons;
  if (truth != VNUS_TRUTH_NO && time->known != VNUS_TRUTH_CERTAINLY)
    {
      *reasons |= VNUS_REASONS_KNOWN_VAGUELY;
      truth = VNUS_TRUTH_POSSIBLY;
    }

  return truth;
}

/* --- The rank of a contact --- */

static gboolean
speaks_for_side (VnusRole role)
{
  switch ((int) role)
    {
    case VNUS_ROLE_GUEST:
    case VNUS_ROLE_HEAD:
    case VNUS_ROLE_HOST:
    case VNUS_ROLE_COUNTERPART:
    case VNUS_ROLE_INTERLOCUTOR:
    case VNUS_ROLE_PARTICIPANT:
    case VNUS_ROLE_SIGNATORY:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether somebody of that rank or a higher one stands for @party; POSSIBLY if it
 * is not told who, or in which office. */
static VnusTruth
has_rank (VnusAsk    *ask,
          VnusEvent  *event,
          const char *party,
          VnusRank    rank)
{
  VnusTruth truth = VNUS_TRUTH_NO;
  gboolean any = FALSE;

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);
      VnusOffice *office = _vnus_lookup_office (ask->view, vnus_participant_get_capacity (participant));
      VnusRank own = office != NULL ? vnus_office_get_rank (office) : VNUS_RANK_UNSET;

      if (!speaks_for_side (vnus_participant_get_role (participant)) ||
          g_strcmp0 (_vnus_participant_root (ask->view, participant), party) != 0)
        continue;
      any = TRUE;
      if (own == VNUS_RANK_UNSET)
        truth = vnus_truth_or (truth, VNUS_TRUTH_POSSIBLY);
      else if (own <= rank)
        return VNUS_TRUTH_CERTAINLY;
    }

  return any ? truth : VNUS_TRUTH_POSSIBLY;
}

/* Of a visit the guest tells, of a meeting both sides. Sessions of standing
 * mechanisms name no persons and are left out where a rank is asked for. */
static VnusTruth
is_of_rank (VnusAsk   *ask,
            VnusEvent *event,
            VnusRank   rank)
{
  VnusRelation *relation = VNUS_RELATION (ask->relation);
  VnusTruth truth = VNUS_TRUTH_CERTAINLY;

  if (rank == VNUS_RANK_UNSET)
    return VNUS_TRUTH_CERTAINLY;
  if (VNUS_IS_MEETING (event) && vnus_meeting_get_setting (VNUS_MEETING (event)) == VNUS_SETTING_SESSION)
    return VNUS_TRUTH_NO;

  for (guint i = 0; i < vnus_relation_get_n_parties (relation); i++)
    {
      const char *party = vnus_relation_get_party (relation, i);

      if (VNUS_IS_VISIT (event) &&
          g_strcmp0 (_vnus_body_root (ask->view, vnus_visit_get_host (VNUS_VISIT (event))), party) == 0)
        continue;
      truth = vnus_truth_and (truth, has_rank (ask, event, party, rank));
    }

  return truth;
}

/* --- contacts --- */

/* A gathering of many is no contact of these two. */
static gboolean
is_contact (VnusAsk   *ask,
            VnusEvent *event)
{
  VnusSetting setting = VNUS_IS_MEETING (event) ? vnus_meeting_get_setting (VNUS_MEETING (event)) : VNUS_SETTING_UNSET;

  if (vnus_event_get_status (event) != VNUS_STATUS_HELD || setting == VNUS_SETTING_MULTILATERAL ||
      setting == VNUS_SETTING_SUMMIT)
    return FALSE;
  if (VNUS_IS_VISIT (event) && _vnus_visit_is_left_out (VNUS_VISIT (event)))
    return FALSE;

  return _vnus_event_is_of_relation (ask->view, ask->relation, event);
}

typedef struct
{
  VnusEvent  *event;
  VnusTruth   truth;
  VnusReasons reasons;
} Contact;

static VnusTruth
weigh (VnusAsk     *ask,
       VnusEvent   *event,
       VnusReasons *reasons)
{
  VnusDate *date = ask->arguments[1].date;
  g_autoptr (VnusTime) time = NULL;
  VnusTruth truth;

  if (!is_contact (ask, event))
    return VNUS_TRUTH_NO;

  time = _vnus_time_of (ask->view, VNUS_RECORD (event));
  truth = is_in_months_before (time, ask->arguments[0].number, vnus_date_get_earliest_start (date),
                               vnus_date_get_latest_start (date), reasons);
  if (truth != VNUS_TRUTH_NO)
    {
      VnusTruth ranked = is_of_rank (ask, event, (VnusRank) ask->arguments[2].number);

      if (ranked == VNUS_TRUTH_POSSIBLY)
        *reasons |= VNUS_REASONS_NO_EVIDENCE;
      truth = vnus_truth_and (truth, ranked);
    }
  if (truth != VNUS_TRUTH_NO)
    truth = vnus_truth_and (truth, _vnus_event_is_held (ask, event, reasons));

  return truth;
}

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const Contact *contact_a = a, *contact_b = b;
  VnusDate *when_a = vnus_event_get_when (contact_a->event), *when_b = vnus_event_get_when (contact_b->event);
  int order = when_a != NULL && when_b != NULL ? vnus_date_compare (when_a, when_b) : (when_b != NULL) - (when_a != NULL);

  return order != 0 ? order
                    : g_strcmp0 (vnus_record_get_id (VNUS_RECORD (contact_a->event)),
                                 vnus_record_get_id (VNUS_RECORD (contact_b->event)));
}

static GArray *
gather_contacts (VnusAsk *ask)
{
  g_autoptr (GPtrArray) events =
    _vnus_list_of_relation (ask->view, ask->relation, VNUS_KINDS (VISIT) | VNUS_KINDS (MEETING));
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (Contact));

  for (guint i = 0; i < events->len; i++)
    {
      Contact contact = { .event = g_ptr_array_index (events, i) };

      contact.truth = weigh (ask, contact.event, &contact.reasons);
      if (contact.truth != VNUS_TRUTH_NO)
        g_array_append_val (contacts, contact);
    }
  g_array_sort (contacts, compare_contacts);

  return contacts;
}

/* A meeting inside a visit that counts is no second contact. */
static gboolean
is_inside_another (GArray        *contacts,
                   const Contact *contact)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (contact->event); i++)
    for (guint j = 0; j < contacts->len; j++)
      {
        const Contact *other = &g_array_index (contacts, Contact, j);

        if (other->truth >= contact->truth &&
            g_str_equal (vnus_event_get_whole (contact->event, i), vnus_record_get_id (VNUS_RECORD (other->event))))
          return TRUE;
      }

  return FALSE;
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask,
     const char  *some,
     const char  *none)
{
  VnusPhrase *sentence = _vnus_phrase_new (finding->items->len > 0 ? some : none);

  if (finding->items->len > 0)
    _vnus_phrase_add_items (sentence, "records", finding, "semicolon");
  if (ask->arguments[1].date != NULL)
    {
      _vnus_phrase_add_integer (sentence, "months", ask->arguments[0].number);
      _vnus_phrase_add_moment (sentence, "date", ask->arguments[1].date);
    }
  else
    {
      _vnus_phrase_add_integer (sentence, "months", ask->arguments[1].number);
      _vnus_phrase_add_record (sentence, "event", vnus_record_get_id (ask->arguments[0].record));
    }
  _vnus_finding_set_sentence (finding, sentence);
}

static void
settle (VnusAsk     *ask,
        VnusFinding *finding,
        const char  *scope,
        int          from,
        int          to)
{
  if (finding->items->len > 0)
    {
      _vnus_finding_settle_list (finding);
      return;
    }
  if (from != VNUS_DAY_MIN && _vnus_ask_is_covered (ask, finding, scope, from, to))
    {
      _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
      return;
    }

  _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
}

VnusFinding *
_vnus_rule_contacts (VnusAsk  *ask,
                     GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusDate *date = ask->arguments[1].date;
  g_autofree char *scope = NULL;
  g_autoptr (GArray) contacts = NULL;

  if (ask->relation == NULL)
    {
      g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_NO_RELATION,
                   "“contacts” are those of a relation; the chronicle has none");
      g_object_unref (finding);
      return NULL;
    }

  contacts = gather_contacts (ask);
  scope = g_strdup_printf ("kind:meeting|visit relation:%s", vnus_record_get_id (ask->relation));
  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < contacts->len; i++)
    {
      const Contact *contact = &g_array_index (contacts, Contact, i);
      g_autoptr (VnusTime) time = NULL;

      if (is_inside_another (contacts, contact))
        continue;
      _vnus_finding_list_record (finding, vnus_record_get_id (VNUS_RECORD (contact->event)), contact->truth, contact->reasons);
      time = _vnus_time_of (ask->view, VNUS_RECORD (contact->event));
      _vnus_time_add_evidence (time, finding);
    }

  settle (ask, finding, scope, _vnus_day_add_months (vnus_date_get_earliest_start (date), -ask->arguments[0].number),
          vnus_date_get_latest_start (date));
  say (finding, ask, "contacts.list", finding->truth == VNUS_TRUTH_NO ? "contacts.none" : "contacts.not-recorded");

  return _vnus_finding_seal (finding);
}

/* --- overlap --- */

/* Earlier visits of one member. */
static void
add_visits_of (VnusAsk     *ask,
               VnusFinding *finding,
               const char  *person,
               const char  *host,
               VnusTime    *time)
{
  g_autoptr (GPtrArray) comings = _vnus_list_visits_of_person (ask, person, host);

  for (guint i = 0; i < comings->len; i++)
    {
      const VnusComing *coming = g_ptr_array_index (comings, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (coming->visit));
      VnusAnswers answers = { 0 };
      VnusReasons reasons = VNUS_REASONS_NONE;
      VnusTruth truth;

      if (VNUS_RECORD (coming->visit) == ask->arguments[0].record || _vnus_finding_lists (finding, id))
        continue;
      for (guint j = 0; j < _vnus_time_get_n (time); j++)
        {
          VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (time, j));

          _vnus_answers_add (&answers, is_in_months_before (coming->time, ask->arguments[1].number,
                                                            bounds.earliest_start, bounds.latest_start, &reasons));
        }
      truth = vnus_truth_and (_vnus_answers_get (&answers), coming->counts);
      if (truth == VNUS_TRUTH_NO)
        continue;

      if (coming->counts == VNUS_TRUTH_POSSIBLY)
        reasons |= coming->reasons;
      if (answers.differ)
        reasons |= VNUS_REASONS_SOURCES_DIFFER;
      _vnus_finding_list_record (finding, id, truth, reasons);
      _vnus_time_add_evidence (coming->time, finding);
      _vnus_finding_add_step (finding, _vnus_coming_step (coming));
    }
}

VnusFinding *
_vnus_rule_overlap (VnusAsk  *ask,
                    GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusEvent *event = VNUS_EVENT (ask->arguments[0].record);
  const char *host = VNUS_IS_VISIT (event) ? vnus_visit_get_host (VNUS_VISIT (event)) : NULL;
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, VNUS_RECORD (event));

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; host != NULL && i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_role (participant) == VNUS_ROLE_MEMBER && vnus_participant_get_actor (participant) != NULL)
        add_visits_of (ask, finding, vnus_participant_get_actor (participant), host, time);
    }
  _vnus_time_add_evidence (time, finding);

  settle (ask, finding, "kind:visit", VNUS_DAY_MIN, VNUS_DAY_MAX);
  say (finding, ask, "overlap.list", "overlap.none");

  return _vnus_finding_seal (finding);
}
