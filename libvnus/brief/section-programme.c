/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the meetings and topics of a visit, its delegation, its outcomes. */
#include "brief/brief-private.h"

#include <vnus/vnus-measure.h>
#include <vnus/vnus-statement.h>

/* ---- Meetings ---- */

static gboolean
same_date (VnusDate *a,
           VnusDate *b)
{
  return a == b || (a != NULL && b != NULL && vnus_date_equal (a, b));
}

/* “Some time in the visit” tells nothing. */
static gboolean
has_same_bounds (VnusDate *when,
                 VnusDate *visit)
{
  return visit != NULL && vnus_date_get_earliest_start (when) == vnus_date_get_earliest_start (visit) &&
         vnus_date_get_latest_end (when) == vnus_date_get_latest_end (visit);
}

static const char *
first_place (VnusEvent *event)
{
  return vnus_event_get_n_places (event) > 0 ? vnus_event_get_place (event, 0) : NULL;
}

/* Whether two meetings can be told in one sentence. */
static gboolean
go_together (BriefScene *scene,
             VnusEvent  *a,
             VnusEvent  *b)
{
  return same_date (vnus_event_get_when (a), vnus_event_get_when (b)) &&
         g_strcmp0 (first_place (a), first_place (b)) == 0 &&
         _vnus_brief_tense_of (scene, a) == _vnus_brief_tense_of (scene, b);
}

/* Adds whom the guest meets, by rank; a group without names comes last. */
static void
add_counterparts (BriefDraft *draft,
                  VnusEvent  *meeting,
                  GPtrArray  *counterparts)
{
  const char *guest = vnus_participant_get_actor (draft->scene->guest);

  for (guint i = 0; i < vnus_event_get_n_participants (meeting); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (meeting, i);
      const int rank = _vnus_brief_rank_of (draft->scene, vnus_participant_get_capacity (participant));
      guint position = 0;

      if (g_strcmp0 (vnus_participant_get_actor (participant), guest) == 0)
        continue;
      while (position < counterparts->len &&
             _vnus_brief_rank_of (draft->scene,
                                  vnus_participant_get_capacity (g_ptr_array_index (counterparts, position))) <= rank)
        position++;
      g_ptr_array_insert (counterparts, (int) position, participant);
    }
  _vnus_brief_cite_record (draft, VNUS_RECORD (meeting));
  if (_vnus_brief_is_done (draft->scene, meeting))
    _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (meeting)), "status");
}

static void
write_meetings (BriefScene *scene,
                GPtrArray  *items,
                GPtrArray  *meetings,
                guint       first,
                guint       last)
{
  VnusEvent *event = g_ptr_array_index (meetings, first);
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (event), "when", NULL);
  const gboolean is_dated = when != NULL && !has_same_bounds (when, vnus_event_get_when (scene->event));
  g_autoptr (GPtrArray) counterparts = g_ptr_array_new ();
  g_autoptr (GPtrArray) whom = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "meeting", "brief.programme-meeting");

  for (guint i = first; i <= last; i++)
    add_counterparts (draft, g_ptr_array_index (meetings, i), counterparts);
  for (guint i = 0; i < counterparts->len; i++)
    g_ptr_array_add (whom, _vnus_brief_participant (draft, event, g_ptr_array_index (counterparts, i)));
  if (whom->len == 0)
    {
      _vnus_brief_draft_free (draft);
      return;
    }

  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (_vnus_brief_tense_of (scene, event)));
  _vnus_brief_take (draft->phrase, "who",
                    _vnus_brief_person_short (draft, vnus_participant_get_actor (scene->guest),
                                              vnus_participant_get_capacity (scene->guest), vnus_event_get_when (scene->event)));
  _vnus_brief_take_list (draft->phrase, "whom", whom, "and");
  _vnus_phrase_add_word (draft->phrase, "placed", first_place (event) != NULL ? "yes" : "no");
  if (first_place (event) != NULL)
    _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (scene, first_place (event)));
  else
    _vnus_phrase_add_word (draft->phrase, "place", "");
  _vnus_phrase_add_word (draft->phrase, "dated", is_dated ? "yes" : "no");
  if (is_dated)
    _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  else
    _vnus_phrase_add_word (draft->phrase, "when", "");
  _vnus_brief_commit (draft, items);
}

/* What was not announced by the standpoint is not told as due, though a later
 * source tells that it came about. */
static gboolean
is_told (BriefScene *scene,
         VnusEvent  *meeting)
{
  const VnusStanding tense = _vnus_brief_tense_of (scene, meeting);

  return (tense != VNUS_STANDING_PLANNED && tense != VNUS_STANDING_ONGOING) ||
         _vnus_brief_is_public_record (scene, VNUS_RECORD (meeting));
}

static gboolean
is_of_programme (BriefScene *scene,
                 VnusEvent  *meeting)
{
  return _vnus_brief_is_part_of (meeting, scene->subject) && is_told (scene, meeting);
}

/* What only the plan told was planned, though the visit was held. @tense: that
 * of the members before, who stand in the same sentence. */
static VnusStanding
tense_with_member (BriefScene *scene,
                   VnusStanding  tense,
                   const char *list,
                   const char *member)
{
  return tense == VNUS_STANDING_HELD && !_vnus_brief_is_told_after (scene, scene->event, list, member) ? VNUS_STANDING_ANNOUNCED
                                                                                                    : tense;
}

static void
write_topics (BriefScene *scene,
              GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (GPtrArray) topics = _vnus_brief_phrases_new ();
  VnusStanding tense = scene->tense;
  BriefDraft *draft;

  if (vnus_event_get_n_topics (scene->event) == 0)
    return;

  draft = _vnus_brief_draft_new (scene, "topics", "brief.programme-topics");
  for (guint i = 0; i < vnus_event_get_n_topics (scene->event); i++)
    {
      const char *topic = vnus_event_get_topic (scene->event, i);
      VnusPhrase *name = _vnus_phrase_new (NULL);

      _vnus_phrase_add_record (name, NULL, topic);
      g_ptr_array_add (topics, name);
      _vnus_brief_cite_member (draft, id, "topics", topic);
      tense = tense_with_member (scene, tense, "topics", topic);
    }
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (tense));
  _vnus_brief_take_list (draft->phrase, "topics", topics, "semicolon");
  _vnus_brief_commit (draft, items);
}

/* What a plan said of a day that is over is no plan any more. */
static VnusStanding
tense_of_stop (BriefScene *scene,
               VnusStop   *stop)
{
  const VnusStanding tense = tense_with_member (scene, scene->tense, "stops", vnus_stop_get_place (stop));

  if ((tense == VNUS_STANDING_PLANNED || tense == VNUS_STANDING_ONGOING) &&
      vnus_date_get_latest_end (vnus_stop_get_when (stop)) < scene->today)
    return VNUS_STANDING_ANNOUNCED;

  return tense;
}

/* Whether a meeting that was held there on that day tells more. */
static gboolean
is_told_by_meeting (BriefScene *scene,
                    VnusStop   *stop,
                    GPtrArray  *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      VnusEvent *meeting = g_ptr_array_index (meetings, i);

      if (_vnus_brief_is_done (scene, meeting) && same_date (vnus_event_get_when (meeting), vnus_stop_get_when (stop)) &&
          g_strcmp0 (first_place (meeting), vnus_stop_get_place (stop)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
write_stop (BriefScene *scene,
            GPtrArray  *items,
            VnusStop   *stop,
            GPtrArray  *meetings)
{
  VnusDate *when = vnus_stop_get_when (stop);
  VnusStanding tense;
  BriefDraft *draft;

  if (when == NULL || same_date (when, vnus_event_get_when (scene->event)))
    return;
  tense = tense_of_stop (scene, stop);
  if (tense == VNUS_STANDING_ANNOUNCED && is_told_by_meeting (scene, stop, meetings))
    return;

  draft = _vnus_brief_draft_new (scene, "stop", "brief.programme-stop");
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (tense));
  _vnus_brief_take (draft->phrase, "who",
                    _vnus_brief_person_short (draft, vnus_participant_get_actor (scene->guest),
                                              vnus_participant_get_capacity (scene->guest), vnus_event_get_when (scene->event)));
  _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (scene, vnus_stop_get_place (stop)));
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_brief_cite_member (draft, vnus_record_get_id (scene->subject), "stops", vnus_stop_get_place (stop));
  _vnus_brief_commit (draft, items);
}

static gboolean
is_before (BriefScene    *scene,
           VnusStatement *statement)
{
  VnusDate *when = vnus_event_get_when (VNUS_EVENT (statement)), *visit = vnus_event_get_when (scene->event);

  return when != NULL && visit != NULL && vnus_date_get_latest_end (when) < vnus_date_get_earliest_start (visit);
}

/* What speakers told of the visit, in their own order of things. */
static void
write_remarks (BriefScene *scene,
               GPtrArray  *items)
{
  g_autoptr (GPtrArray) statements = _vnus_brief_list_of_kind (scene, VNUS_KIND_STATEMENT);

  for (guint i = 0; i < statements->len; i++)
    {
      VnusStatement *statement = g_ptr_array_index (statements, i);
      VnusParticipant *speaker = _vnus_brief_find_role (VNUS_EVENT (statement), VNUS_ROLE_SPEAKER);
      BriefDraft *draft;

      if (speaker == NULL || vnus_statement_get_wording (statement) == NULL ||
          vnus_statement_get_stance (statement) != VNUS_STANCE_INFORMS ||
          !_vnus_brief_is_about (statement, vnus_record_get_id (scene->subject)) ||
          !_vnus_brief_is_done (scene, VNUS_EVENT (statement)))
        continue;
      draft = _vnus_brief_draft_new (scene, "remarks", "brief.remarks");
      _vnus_phrase_add_text (draft->phrase, "tense", is_before (scene, statement) ? _vnus_brief_tense_nick (scene->tense) : "none");
      _vnus_brief_take (draft->phrase, "speaker", _vnus_brief_participant (draft, VNUS_EVENT (statement), speaker));
      _vnus_brief_take (draft->phrase, "wording", _vnus_brief_open_sentence (vnus_statement_get_wording (statement)));
      _vnus_brief_cite_record (draft, VNUS_RECORD (statement));
      _vnus_brief_commit (draft, items);
    }
}

void
_vnus_brief_write_programme (BriefScene *scene,
                             GPtrArray  *items)
{
  g_autoptr (GPtrArray) meetings = NULL;

  if (scene->guest == NULL)
    return;

  meetings = _vnus_brief_pick_events (scene, VNUS_KIND_MEETING, is_of_programme);
  for (guint i = 0; i < vnus_visit_get_n_stops (VNUS_VISIT (scene->event)); i++)
    write_stop (scene, items, vnus_visit_get_stop (VNUS_VISIT (scene->event), i), meetings);

  for (guint first = 0, last = 0; first < meetings->len; first = last + 1)
    {
      for (last = first; last + 1 < meetings->len; last++)
        if (!go_together (scene, g_ptr_array_index (meetings, first), g_ptr_array_index (meetings, last + 1)))
          break;
      write_meetings (scene, items, meetings, first, last);
    }
  write_topics (scene, items);
  write_remarks (scene, items);
}

/* ---- Delegation ---- */

void
_vnus_brief_write_delegation (BriefScene *scene,
                              GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (GPtrArray) members = _vnus_brief_phrases_new ();
  VnusStanding tense = scene->tense;
  BriefDraft *draft, *count;

  if (scene->guest == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "delegation", "brief.delegation");
  count = _vnus_brief_draft_new (scene, "delegation-count", "brief.delegation-count");
  for (guint i = 0; i < vnus_event_get_n_participants (scene->event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (scene->event, i);

      if (vnus_participant_get_role (participant) != VNUS_ROLE_MEMBER || vnus_participant_get_actor (participant) == NULL)
        continue;
      g_ptr_array_add (members, _vnus_brief_person_with_offices (draft, vnus_participant_get_actor (participant),
                                                                 vnus_participant_get_capacity (participant),
                                                                 vnus_event_get_when (scene->event)));
      _vnus_brief_cite_member (draft, id, "participants", vnus_participant_get_actor (participant));
      _vnus_brief_cite_member (count, id, "participants", vnus_participant_get_actor (participant));
      tense = tense_with_member (scene, tense, "participants", vnus_participant_get_actor (participant));
    }
  if (members->len == 0)
    {
      _vnus_brief_draft_free (draft);
      _vnus_brief_draft_free (count);
      return;
    }

  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (tense));
  _vnus_brief_take_list (draft->phrase, "members", members, "semicolon");
  _vnus_brief_commit (draft, items);
  _vnus_phrase_add_integer (count->phrase, "n", (int) members->len);
  _vnus_brief_doubt (count, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_NO_COVERAGE);
  _vnus_brief_commit (count, items);
}

/* ---- Outcomes ---- */

static gboolean
came_of (VnusEvent  *event,
         const char *origin)
{
  for (guint i = 0; i < vnus_event_get_n_outcome_of (event); i++)
    if (g_str_equal (vnus_event_get_origin (event, i), origin))
      return TRUE;

  return FALSE;
}

static void
write_outcome (BriefScene *scene,
               GPtrArray  *items,
               VnusEvent  *event)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (event));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (event), "when", NULL);
  VnusText *wording = VNUS_IS_STATEMENT (event) ? vnus_statement_get_wording (VNUS_STATEMENT (event)) : NULL;
  BriefDraft *draft = _vnus_brief_draft_new (scene, "outcome", "brief.outcome");

  _vnus_phrase_add_record (draft->phrase, "name", id);
  _vnus_phrase_add_word (draft->phrase, "dated", when != NULL ? "yes" : "no");
  if (when != NULL)
    _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
  else
    _vnus_phrase_add_word (draft->phrase, "when", "");
  _vnus_phrase_add_word (draft->phrase, "worded", wording != NULL ? "yes" : "no");
  _vnus_brief_take (draft->phrase, "wording", _vnus_brief_wording (scene, VNUS_RECORD (event)));
  _vnus_brief_cite (draft, id);
  _vnus_brief_commit (draft, items);
}

static gboolean
is_outcome (BriefScene *scene,
            VnusEvent  *event)
{
  return (came_of (event, vnus_record_get_id (scene->subject)) ||
          (VNUS_IS_MEASURE (event) && _vnus_brief_is_part_of (event, scene->subject))) &&
         _vnus_brief_is_done (scene, event);
}

void
_vnus_brief_write_outcomes (BriefScene *scene,
                            GPtrArray  *items)
{
  static const VnusKind kinds[] = { VNUS_KIND_STATEMENT, VNUS_KIND_MEASURE, VNUS_KIND_MEETING, VNUS_KIND_VISIT };

  if (scene->event == NULL)
    return;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) events = _vnus_brief_pick_events (scene, kinds[k], is_outcome);

      for (guint i = 0; i < events->len; i++)
        write_outcome (scene, items, g_ptr_array_index (events, i));
    }
}
