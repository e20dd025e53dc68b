/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the guest: offices, earlier stays, earlier meetings with the other
 * side, and what was said before. */
#include "brief/brief-private.h"

#include <vnus/vnus-statement.h>

static const char *
guest_of (BriefScene *scene)
{
  return vnus_participant_get_actor (scene->guest);
}

/* ---- Offices ---- */

/* In languages that write a day in prose with figures alone, with these. */
static VnusPhrase *
say_day (VnusDate *date)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.day");

  _vnus_phrase_add_date (phrase, "prose", date, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_date (phrase, "compact", date, VNUS_DATE_STYLE_WHEN_COMPACT);
  return phrase;
}

static gboolean
is_interval (VnusTenure *tenure)
{
  VnusDate *during = vnus_tenure_get_during (tenure);

  return during != NULL && vnus_date_get_kind (during) == VNUS_DATE_KIND_INTERVAL;
}

/* The tenure of the capacity at the time of the visit. */
static VnusTenure *
find_tenure (BriefScene *scene,
             GPtrArray  *tenures,
             guint      *position)
{
  for (guint i = 0; i < tenures->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (tenures, i);

      if (is_interval (tenure) &&
          g_strcmp0 (vnus_tenure_get_office (tenure), vnus_participant_get_capacity (scene->guest)) == 0 &&
          _vnus_brief_may_hold_on (tenure, vnus_event_get_when (scene->event)))
        {
          *position = i;
          return tenure;
        }
    }

  return NULL;
}

/* The first of the terms that led without a gap to the one at @position. */
static VnusTenure *
first_term (GPtrArray *tenures,
            guint      position)
{
  VnusTenure *first = g_ptr_array_index (tenures, position);

  for (guint i = position; i-- > 0;)
    {
      VnusTenure *earlier = g_ptr_array_index (tenures, i);

      if (is_interval (earlier) && g_str_equal (vnus_tenure_get_office (earlier), vnus_tenure_get_office (first)) &&
          vnus_date_get_latest_end (vnus_tenure_get_during (earlier)) + 1 >=
            vnus_date_get_earliest_start (vnus_tenure_get_during (first)))
        first = earlier;
    }

  return first;
}

static void
write_office (BriefScene *scene,
              GPtrArray  *items,
              GPtrArray  *tenures)
{
  guint position = 0;
  VnusTenure *last = find_tenure (scene, tenures, &position);
  VnusTenure *first = last != NULL ? first_term (tenures, position) : NULL;
  g_autoptr (VnusDate) start = first != NULL ? vnus_date_dup_start (vnus_tenure_get_during (first)) : NULL;
  g_autoptr (VnusDate) end = last != NULL ? vnus_date_dup_end (vnus_tenure_get_during (last)) : NULL;
  const gboolean is_over = end != NULL && vnus_date_get_latest_end (end) <= scene->today;
  BriefDraft *draft;

  if (start == NULL || vnus_date_get_latest_start (start) > scene->today)
    return;

  draft = _vnus_brief_draft_new (scene, "guest-office", "brief.guest-office");
  _vnus_brief_take (draft->phrase, "who", _vnus_brief_named (scene, guest_of (scene)));
  _vnus_phrase_add_record (draft->phrase, "office", vnus_tenure_get_office (last));
  _vnus_phrase_add_word (draft->phrase, "over", is_over ? "yes" : "no");
  _vnus_brief_take (draft->phrase, "start", say_day (start));
  if (is_over)
    _vnus_brief_take (draft->phrase, "end", say_day (end));
  else
    _vnus_phrase_add_word (draft->phrase, "end", "");
  _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (first)), "during");
  if (is_over && last != first)
    _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (last)), "during");
  _vnus_brief_commit (draft, items);
}

/* An office that is not the one of the visit, held before it or at a time that
 * nothing tells. */
static gboolean
is_other_office (BriefScene *scene,
                 VnusTenure *tenure)
{
  VnusDate *during = vnus_tenure_get_during (tenure), *when = vnus_event_get_when (scene->event);

  if (g_strcmp0 (vnus_tenure_get_office (tenure), vnus_participant_get_capacity (scene->guest)) == 0)
    return FALSE;
  if (during == NULL)
    return _vnus_brief_is_attested (scene, VNUS_RECORD (tenure));

  return is_interval (tenure) && vnus_date_get_latest_end (during) <= scene->today &&
         vnus_date_get_latest_end (during) <= vnus_date_get_latest_end (when);
}

/* Terms that follow one another are one span. */
static VnusDate *
dup_span (GPtrArray *tenures,
          guint     *position)
{
  VnusTenure *tenure = g_ptr_array_index (tenures, *position);
  VnusDate *during = vnus_tenure_get_during (tenure);
  g_autoptr (VnusDate) start = during != NULL ? vnus_date_dup_start (during) : NULL;
  g_autoptr (VnusDate) end = during != NULL ? vnus_date_dup_end (during) : NULL;
  g_autofree char *text = NULL;

  if (during == NULL)
    return NULL;

  for (guint i = *position + 1; start != NULL && end != NULL && i < tenures->len; i++)
    {
      VnusTenure *next = g_ptr_array_index (tenures, i);
      VnusDate *later = vnus_tenure_get_during (next);

      if (!is_interval (next) || !g_str_equal (vnus_tenure_get_office (next), vnus_tenure_get_office (tenure)) ||
          vnus_date_get_earliest_start (later) > (gint64) vnus_date_get_latest_end (end) + 1)
        break;
      g_clear_pointer (&end, vnus_date_unref);
      end = vnus_date_dup_end (later);
      *position = i;
    }
  if (start != NULL && end != NULL)
    text = g_strdup_printf ("%s/%s", vnus_date_get_text (start), vnus_date_get_text (end));

  return text != NULL ? vnus_date_parse (text, NULL) : vnus_date_ref (during);
}

static void
write_other_offices (BriefScene *scene,
                     GPtrArray  *items,
                     GPtrArray  *tenures)
{
  BriefDraft *draft = _vnus_brief_draft_new (scene, "guest-offices", "brief.guest-offices");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) offices = _vnus_brief_phrases_new ();

  for (guint i = 0; i < tenures->len; i++)
    if (is_other_office (scene, g_ptr_array_index (tenures, i)))
      g_ptr_array_add (others, g_ptr_array_index (tenures, i));

  for (guint i = 0; i < others->len; i++)
    {
      const guint first = i;
      VnusTenure *tenure = g_ptr_array_index (others, i);
      g_autoptr (VnusDate) span = dup_span (others, &i);
      VnusPhrase *office = _vnus_phrase_new ("brief.office-and-time");

      _vnus_phrase_add_record (office, "office", vnus_tenure_get_office (tenure));
      _vnus_phrase_add_word (office, "dated", span != NULL ? "yes" : "no");
      if (span != NULL)
        _vnus_brief_take (office, "when", _vnus_brief_bracket (span));
      else
        _vnus_phrase_add_word (office, "when", "");
      g_ptr_array_add (offices, office);
      for (guint j = first; j <= i; j++)
        _vnus_brief_cite_record (draft, g_ptr_array_index (others, j));
    }
  _vnus_brief_take (draft->phrase, "who", _vnus_brief_named (scene, guest_of (scene)));
  _vnus_brief_take_list (draft->phrase, "offices", offices, "semicolon");
  _vnus_brief_commit (draft, items);
}

/* ---- Earlier stays in other offices ---- */

static gboolean
is_earlier_stay (BriefScene *scene,
                 VnusEvent  *visit)
{
  VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);
  VnusDate *when = vnus_event_get_when (visit);

  return guest != NULL && when != NULL && VNUS_RECORD (visit) != scene->subject &&
         g_str_equal (vnus_participant_get_actor (guest), guest_of (scene)) &&
         g_strcmp0 (vnus_participant_get_capacity (guest), vnus_participant_get_capacity (scene->guest)) != 0 &&
         g_strcmp0 (_vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (visit))), scene->host) == 0 &&
         vnus_date_get_earliest_start (when) < vnus_date_get_earliest_start (vnus_event_get_when (scene->event)) &&
         _vnus_brief_is_done (scene, visit);
}

static VnusPhrase *
say_stay (BriefDraft *draft,
          VnusEvent  *visit)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (visit));
  const char *capacity = vnus_participant_get_capacity (_vnus_brief_find_role (visit, VNUS_ROLE_GUEST));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (visit), "when", NULL);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.guest-stay");

  _vnus_phrase_add_word (phrase, "titled", capacity != NULL ? "yes" : "no");
  if (capacity != NULL)
    _vnus_phrase_add_record (phrase, "office", capacity);
  else
    _vnus_phrase_add_word (phrase, "office", "");
  _vnus_brief_take (phrase, "when", _vnus_brief_bracket (when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  return phrase;
}

static void
write_earlier_stays (BriefScene *scene,
                     GPtrArray  *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_pick_events (scene, VNUS_KIND_VISIT, is_earlier_stay);
  g_autoptr (GPtrArray) stays = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "guest-stays", "brief.guest-stays");

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (stays, say_stay (draft, g_ptr_array_index (all, i)));
  _vnus_brief_take (draft->phrase, "who", _vnus_brief_named (scene, guest_of (scene)));
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_country (scene, scene->host));
  _vnus_brief_take_list (draft->phrase, "stays", stays, "semicolon");
  _vnus_brief_commit (draft, items);
}

/* ---- Earlier meetings ---- */

static VnusParticipant *
find_person (VnusEvent  *meeting,
             const char *person)
{
  for (guint i = 0; i < vnus_event_get_n_participants (meeting); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (meeting, i);

      if (g_strcmp0 (vnus_participant_get_actor (participant), person) == 0)
        return participant;
    }

  return NULL;
}

/* Of the guest in the office of the visit, with a person of the host's side. */
static VnusParticipant *
find_counterpart (BriefScene *scene,
                  VnusEvent  *meeting)
{
  VnusParticipant *guest = find_person (meeting, guest_of (scene));

  if (guest == NULL || vnus_participant_get_capacity (guest) == NULL ||
      g_strcmp0 (vnus_participant_get_capacity (guest), vnus_participant_get_capacity (scene->guest)) != 0)
    return NULL;

  for (guint i = 0; i < vnus_event_get_n_participants (meeting); i++)
    {
      VnusParticipant *other = vnus_event_get_participant (meeting, i);

      if (other != guest && vnus_participant_get_actor (other) != NULL && vnus_participant_get_capacity (other) != NULL &&
          g_strcmp0 (_vnus_brief_side_of (scene, other), scene->host) == 0)
        return other;
    }

  return NULL;
}

/* Held before the visit. */
static gboolean
is_earlier_meeting (BriefScene *scene,
                    VnusEvent  *meeting)
{
  VnusDate *when = vnus_event_get_when (meeting);

  return when != NULL && vnus_date_get_earliest_start (when) <= scene->reach_end &&
         !_vnus_brief_is_part_of (meeting, scene->subject) && _vnus_brief_is_done (scene, meeting) &&
         find_counterpart (scene, meeting) != NULL;
}

static void
write_meetings_before_reach (BriefScene *scene,
                             GPtrArray  *items,
                             GPtrArray  *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      VnusEvent *meeting = g_ptr_array_index (meetings, i);

      if (vnus_date_get_earliest_end (vnus_event_get_when (meeting)) < vnus_date_get_earliest_start (scene->reach))
        _vnus_brief_write_contact_of (scene, items, meeting, "guest-contact");
    }
}

static gboolean
is_face_to_face (VnusEvent *meeting)
{
  return vnus_meeting_get_mode (VNUS_MEETING (meeting)) == VNUS_MEETING_MODE_IN_PERSON;
}

/* How often the guest met one person of the other side, if more than once. */
static void
write_times_met (BriefScene *scene,
                 GPtrArray  *items,
                 GPtrArray  *meetings,
                 guint       position)
{
  VnusParticipant *counterpart = find_counterpart (scene, g_ptr_array_index (meetings, position));
  const char *person = vnus_participant_get_actor (counterpart);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "guest-met", "brief.guest-met");
  g_autoptr (GPtrArray) dates = _vnus_brief_phrases_new ();

  for (guint i = position; i < meetings->len; i++)
    {
      VnusEvent *meeting = g_ptr_array_index (meetings, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (meeting));
      g_autoptr (VnusDate) when = NULL;

      if (!is_face_to_face (meeting) || find_person (meeting, person) == NULL)
        continue;
      when = _vnus_brief_dup_when (scene, VNUS_RECORD (meeting), "when", NULL);
      g_ptr_array_add (dates, _vnus_brief_bracket (when));
      _vnus_brief_cite (draft, id);
      _vnus_brief_cite_field (draft, id, "when");
    }
  if (dates->len < 2)
    {
      _vnus_brief_draft_free (draft);
      return;
    }

  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_integer (draft->phrase, "n", (int) dates->len);
  _vnus_brief_take (draft->phrase, "who",
                    _vnus_brief_person_short (draft, guest_of (scene), vnus_participant_get_capacity (scene->guest),
                                              vnus_event_get_when (scene->event)));
  _vnus_brief_take (draft->phrase, "other", _vnus_brief_participant (draft, g_ptr_array_index (meetings, position), counterpart));
  _vnus_brief_take_list (draft->phrase, "dates", dates, "and");
  _vnus_brief_doubt (draft, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_NO_COVERAGE);
  _vnus_brief_commit (draft, items);
}

static void
write_meetings (BriefScene *scene,
                GPtrArray  *items)
{
  g_autoptr (GPtrArray) meetings = _vnus_brief_pick_events (scene, VNUS_KIND_MEETING, is_earlier_meeting);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  write_meetings_before_reach (scene, items, meetings);
  for (guint i = 0; i < meetings->len; i++)
    {
      VnusParticipant *counterpart = find_counterpart (scene, g_ptr_array_index (meetings, i));

      if (g_hash_table_add (seen, (gpointer) vnus_participant_get_actor (counterpart)))
        write_times_met (scene, items, meetings, i);
    }
}

/* ---- Earlier words ---- */

static gboolean
is_about_host (BriefScene    *scene,
               VnusStatement *statement)
{
  return _vnus_brief_is_about (statement, scene->host) ||
         (scene->relation != NULL && _vnus_brief_is_about (statement, vnus_record_get_id (scene->relation)));
}

/* Said by the guest before the time of which the positions tell, or at a time
 * that nothing tells. */
static gboolean
is_earlier_statement (BriefScene *scene,
                      VnusEvent  *event)
{
  VnusStatement *statement = VNUS_STATEMENT (event);
  VnusDate *when = vnus_event_get_when (event);
  VnusParticipant *speaker = find_person (event, guest_of (scene));

  if (speaker == NULL || vnus_participant_get_role (speaker) != VNUS_ROLE_SPEAKER ||
      vnus_statement_get_wording (statement) == NULL || vnus_statement_get_stance (statement) == VNUS_STANCE_UNSET ||
      vnus_statement_get_stance (statement) == VNUS_STANCE_INFORMS || !is_about_host (scene, statement))
    return FALSE;
  if (when == NULL)
    return _vnus_brief_is_attested (scene, VNUS_RECORD (event));

  return vnus_date_get_latest_end (when) < vnus_date_get_earliest_start (scene->reach) &&
         _vnus_brief_is_done (scene, event);
}

/* With the office held then, where that was another. */
static VnusPhrase *
name_speaker (BriefDraft      *draft,
              VnusEvent       *statement,
              VnusParticipant *speaker)
{
  BriefScene *scene = draft->scene;
  const char *actor = vnus_participant_get_actor (speaker), *capacity = vnus_participant_get_capacity (speaker);
  VnusPhrase *phrase;

  if (capacity == NULL)
    return _vnus_brief_actor (scene, actor);
  if (g_strcmp0 (capacity, vnus_participant_get_capacity (scene->guest)) == 0)
    return _vnus_brief_participant (draft, statement, speaker);

  phrase = _vnus_phrase_new ("brief.person-then");
  _vnus_brief_take (phrase, "name", _vnus_brief_actor (scene, actor));
  _vnus_phrase_add_record (phrase, "office", capacity);
  return phrase;
}

static void
write_statement (BriefScene *scene,
                 GPtrArray  *items,
                 VnusRecord *record)
{
  VnusEvent *statement = VNUS_EVENT (record);
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, record, "when", NULL);
  g_autoptr (GPtrArray) speakers = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "guest-statement", "brief.guest-statement");

  for (guint i = 0; i < vnus_event_get_n_participants (statement); i++)
    {
      VnusParticipant *speaker = vnus_event_get_participant (statement, i);

      if (vnus_participant_get_role (speaker) == VNUS_ROLE_SPEAKER && vnus_participant_get_actor (speaker) != NULL)
        g_ptr_array_add (speakers, name_speaker (draft, statement, speaker));
    }
  _vnus_phrase_add_word (draft->phrase, "dated", when != NULL ? "yes" : "no");
  if (when != NULL)
    _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  else
    _vnus_phrase_add_word (draft->phrase, "when", "");
  _vnus_brief_take_list (draft->phrase, "speakers", speakers, "and");
  _vnus_brief_take (draft->phrase, "words", _vnus_brief_wording (scene, record));
  _vnus_brief_cite_record (draft, record);
  if (when == NULL)
    _vnus_brief_doubt (draft, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_DATE_VAGUE);
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_guest (BriefScene *scene,
                         GPtrArray  *items)
{
  g_autoptr (GPtrArray) tenures = NULL;
  g_autoptr (GPtrArray) statements = NULL;

  if (scene->guest == NULL || scene->host == NULL || vnus_event_get_when (scene->event) == NULL)
    return;

  tenures = _vnus_brief_list_tenures (scene, guest_of (scene));
  write_office (scene, items, tenures);
  write_other_offices (scene, items, tenures);
  write_earlier_stays (scene, items);
  write_meetings (scene, items);

  statements = _vnus_brief_pick_events (scene, VNUS_KIND_STATEMENT, is_earlier_statement);
  for (guint i = 0; i < statements->len; i++)
    write_statement (scene, items, g_ptr_array_index (statements, i));
}
