/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what the sides had to do with each other in the last twelve months:
 * contacts by rank. */
#include "brief/brief-private.h"

#include <vnus/vnus-rank.h>

#include <string.h>

/* ---- Contacts ---- */

/* The first person of a side, with an office. */
static VnusParticipant *
find_person_of (BriefScene *scene,
                VnusEvent  *event,
                const char *side,
                guint      *position)
{
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_actor (participant) != NULL && vnus_participant_get_capacity (participant) != NULL &&
          g_strcmp0 (_vnus_brief_side_of (scene, participant), side) == 0)
        {
          *position = i;
          return participant;
        }
    }

  return NULL;
}

typedef struct
{
  VnusEvent       *event;
  VnusParticipant *first;
  VnusParticipant *second; /* (nullable) of a visit there is none */
  int              rank;
} Contact;

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const Contact *one = a, *other = b;

  return one->rank != other->rank ? one->rank - other->rank : _vnus_brief_compare_events (&other->event, &one->event);
}

/* Whether both sides take part with a person each. */
static gboolean
fill_contact (BriefScene *scene,
              Contact    *contact,
              VnusEvent  *meeting)
{
  guint first, second;

  contact->event = meeting;
  contact->first = find_person_of (scene, meeting, scene->first, &first);
  contact->second = find_person_of (scene, meeting, scene->second, &second);
  if (contact->first == NULL || contact->second == NULL)
    return FALSE;

  /* own side first; without one, as the source has it */
  if (second < first && !scene->is_partial)
    {
      VnusParticipant *other = contact->first;

      contact->first = contact->second;
      contact->second = other;
    }
  return TRUE;
}

/* The highest rank of those whom the guest met in the course of a visit, as far as it
 * is higher than the guest's own. */
static int
rank_with_met (BriefScene    *scene,
               const Contact *visit)
{
  g_autoptr (GPtrArray) meetings = _vnus_brief_list_within_reach (scene, VNUS_KIND_MEETING);
  int rank = visit->rank;

  for (guint i = 0; i < meetings->len; i++)
    {
      Contact contact;

      if (!_vnus_brief_is_part_of (g_ptr_array_index (meetings, i), VNUS_RECORD (visit->event)) ||
          !fill_contact (scene, &contact, g_ptr_array_index (meetings, i)))
        continue;
      rank = MIN (rank, _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.first)));
      rank = MIN (rank, _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.second)));
    }

  return rank;
}

/* A visit of the holder of a high office of one side to the other. */
static void
add_visits (BriefScene *scene,
            GArray     *contacts)
{
  g_autoptr (GPtrArray) visits = _vnus_brief_list_within_reach (scene, VNUS_KIND_VISIT);

  for (guint i = 0; i < visits->len; i++)
    {
      Contact contact = { g_ptr_array_index (visits, i), NULL, NULL, 0 };
      const char *host = _vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (contact.event)));
      const char *side;

      contact.first = _vnus_brief_find_role (contact.event, VNUS_ROLE_GUEST);
      side = contact.first != NULL ? _vnus_brief_side_of (scene, contact.first) : NULL;
      if (!_vnus_brief_is_party (scene, host) || !_vnus_brief_is_party (scene, side) || g_str_equal (host, side))
        continue;
      contact.rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.first));
      contact.second = NULL;
      if (contact.rank > BRIEF_LOWEST_RANK)
        continue;
      contact.rank = rank_with_met (scene, &contact);
      g_array_append_val (contacts, contact);
    }
}

/* A meeting in the course of a visit is told with it. */
static gboolean
is_told_with_visit (BriefScene *scene,
                    GArray     *contacts,
                    VnusEvent  *meeting)
{
  for (guint i = 0; i < contacts->len; i++)
    if (g_array_index (contacts, Contact, i).second == NULL && _vnus_brief_is_part_of (meeting, VNUS_RECORD (g_array_index (contacts, Contact, i).event)))
      return TRUE;

  return FALSE;
}

/* Highest rank first; among equals the latest first. */
static GArray *
list_contacts (BriefScene *scene)
{
  g_autoptr (GPtrArray) meetings = _vnus_brief_list_within_reach (scene, VNUS_KIND_MEETING);
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (Contact));

  add_visits (scene, contacts);
  for (guint i = 0; i < meetings->len; i++)
    {
      Contact contact;
      int other_rank;

      if (!fill_contact (scene, &contact, g_ptr_array_index (meetings, i)) || is_told_with_visit (scene, contacts, contact.event))
        continue;
      contact.rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.first));
      other_rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.second));
      if (MAX (contact.rank, other_rank) > BRIEF_LOWEST_RANK)
        continue;
      contact.rank = MIN (contact.rank, other_rank);
      g_array_append_val (contacts, contact);
    }
  g_array_sort (contacts, compare_contacts);

  return contacts;
}

/* The series of which all occasions are numbered sessions, or NULL. */
static const char *
common_series (BriefScene *scene,
               VnusEvent  *event)
{
  const char *series = NULL;

  for (guint i = 0; i < vnus_event_get_n_occasions (event); i++)
    {
      VnusRecord *occasion = vnus_chronicle_lookup (scene->view, vnus_event_get_occasion (event, i));

      if (occasion == NULL || !VNUS_IS_MEETING (occasion) || vnus_meeting_get_ordinal (VNUS_MEETING (occasion)) == 0 ||
          vnus_event_get_n_part_of (VNUS_EVENT (occasion)) == 0)
        return NULL;
      if (series != NULL && !g_str_equal (series, vnus_event_get_whole (VNUS_EVENT (occasion), 0)))
        return NULL;
      series = vnus_event_get_whole (VNUS_EVENT (occasion), 0);
    }

  return series;
}

static VnusPhrase *
say_occasions (BriefScene *scene,
               VnusEvent  *event)
{
  const char *series = common_series (scene, event);
  g_autoptr (GPtrArray) items = _vnus_brief_phrases_new ();
  VnusPhrase *phrase = _vnus_phrase_new (series != NULL ? "brief.numbered-sessions" : "brief.occasions");

  for (guint i = 0; i < vnus_event_get_n_occasions (event); i++)
    {
      const char *id = vnus_event_get_occasion (event, i);
      VnusPhrase *item = _vnus_phrase_new (series != NULL ? "brief.session-number" : NULL);

      if (series != NULL)
        _vnus_phrase_add_integer (item, "n", vnus_meeting_get_ordinal (VNUS_MEETING (vnus_chronicle_lookup (scene->view, id))));
      else
        _vnus_phrase_add_record (item, NULL, id);
      g_ptr_array_add (items, item);
    }
  if (series != NULL)
    {
      _vnus_phrase_add_record (phrase, "series", series);
      _vnus_phrase_add_integer (phrase, "count", (int) items->len);
    }
  _vnus_brief_take_list (phrase, "items", items, "and");

  return phrase;
}

/* Whether the name of an occasion tells the place already. */
static gboolean
is_place_told (BriefScene *scene,
               VnusEvent  *event,
               const char *place)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, place);
  VnusText *name = record != NULL ? vnus_record_get_label (record) : NULL;

  for (guint i = 0; name != NULL && i < vnus_event_get_n_occasions (event); i++)
    {
      VnusRecord *occasion = vnus_chronicle_lookup (scene->view, vnus_event_get_occasion (event, i));
      VnusText *label = occasion != NULL ? vnus_record_get_label (occasion) : NULL;

      if (label != NULL && strstr (vnus_text_get_best (label, "en"), vnus_text_get_best (name, "en")) != NULL)
        return TRUE;
    }

  return FALSE;
}

static const char *
mode_nick (VnusEvent *event)
{
  switch ((int) vnus_meeting_get_mode (VNUS_MEETING (event)))
    {
    case VNUS_MEETING_MODE_TELEPHONE:
      return "telephone";
    case VNUS_MEETING_MODE_VIDEO:
      return "video";
    default:
      return "person";
    }
}

/* @topic: of the sentence */
static void
write_contact (BriefScene    *scene,
               GPtrArray     *items,
               const Contact *contact,
               const char    *topic)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (contact->event));
  const char *best = _vnus_brief_best_place (scene, contact->event);
  const char *place = best != NULL && !is_place_told (scene, contact->event, best) ? best : NULL;
  const gboolean is_aside = vnus_meeting_get_setting (VNUS_MEETING (contact->event)) == VNUS_SETTING_SIDELINES &&
                            vnus_event_get_n_occasions (contact->event) > 0;
  gboolean is_disputed = FALSE;
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (contact->event), "when", &is_disputed);
  const gboolean is_closing = is_aside && place != NULL && !is_disputed && vnus_date_get_kind (when) == VNUS_DATE_KIND_DAY &&
                              vnus_date_get_precision (when) == VNUS_DATE_PRECISION_MONTH;
  BriefDraft *draft = _vnus_brief_draft_new (scene, topic, is_closing ? "brief.contact-aside" : "brief.contact");

  if (is_closing)
    {
      _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
    }
  else
    {
      _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
      _vnus_phrase_add_word (draft->phrase, "mode", mode_nick (contact->event));
      _vnus_phrase_add_word (draft->phrase, "placed", place != NULL ? "yes" : "no");
      _vnus_phrase_add_word (draft->phrase, "aside", is_aside ? "yes" : "no");
    }
  _vnus_brief_take (draft->phrase, "first", _vnus_brief_participant (draft, contact->event, contact->first));
  _vnus_brief_take (draft->phrase, "second", _vnus_brief_participant (draft, contact->event, contact->second));
  if (place != NULL)
    _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (scene, place));
  else
    _vnus_phrase_add_word (draft->phrase, "place", "");
  if (is_aside)
    _vnus_brief_take (draft->phrase, "occasion", say_occasions (scene, contact->event));
  else
    _vnus_phrase_add_word (draft->phrase, "occasion", "");

  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

/* Whom the guest met in the course of a visit, by rank. */
static GPtrArray *
list_met (BriefDraft    *draft,
          const Contact *visit)
{
  BriefScene *scene = draft->scene;
  g_autoptr (GPtrArray) meetings = _vnus_brief_list_within_reach (scene, VNUS_KIND_MEETING);
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (Contact));
  GPtrArray *names = _vnus_brief_phrases_new ();

  for (guint i = 0; i < meetings->len; i++)
    {
      Contact contact;

      if (!_vnus_brief_is_part_of (g_ptr_array_index (meetings, i), VNUS_RECORD (visit->event)) ||
          !fill_contact (scene, &contact, g_ptr_array_index (meetings, i)))
        continue;
      if (g_str_equal (vnus_participant_get_actor (contact.first), vnus_participant_get_actor (visit->first)))
        contact.first = contact.second;
      contact.second = NULL;
      contact.rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.first));
      g_array_append_val (met, contact);
    }
  g_array_sort (met, compare_contacts);
  for (guint i = 0; i < met->len; i++)
    {
      const Contact *contact = &g_array_index (met, Contact, i);

      g_ptr_array_add (names, _vnus_brief_participant (draft, contact->event, contact->first));
      _vnus_brief_cite_record (draft, VNUS_RECORD (contact->event));
    }

  return names;
}

static void
write_contact_visit (BriefScene    *scene,
                     GPtrArray     *items,
                     const Contact *contact)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (contact->event));
  g_autoptr (GPtrArray) met = NULL;
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (contact->event), "when", NULL);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "contact", "brief.contact-visit");

  _vnus_brief_take (draft->phrase, "who", _vnus_brief_participant (draft, contact->event, contact->first));
  _vnus_brief_take (draft->phrase, "host",
                    _vnus_brief_country (scene, _vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (contact->event)))));
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  met = list_met (draft, contact);
  _vnus_phrase_add_word (draft->phrase, "meeting", met->len > 0 ? "yes" : "no");
  _vnus_brief_take_list (draft->phrase, "met", met, "and");
  _vnus_brief_commit (draft, items);
}

gboolean
_vnus_brief_write_meeting (BriefScene *scene,
                           GPtrArray  *items)
{
  Contact contact;

  if (!VNUS_IS_MEETING (scene->event) || scene->tense != VNUS_STANDING_HELD || scene->first == NULL || scene->second == NULL ||
      vnus_event_get_when (scene->event) == NULL || !fill_contact (scene, &contact, scene->event))
    return FALSE;

  write_contact (scene, items, &contact, "contact");
  return TRUE;
}

gboolean
_vnus_brief_write_contact_of (BriefScene *scene,
                              GPtrArray  *items,
                              VnusEvent  *meeting,
                              const char *topic)
{
  Contact contact;

  if (scene->first == NULL || scene->second == NULL || !fill_contact (scene, &contact, meeting))
    return FALSE;

  write_contact (scene, items, &contact, topic);
  return TRUE;
}

void
_vnus_brief_write_contacts (BriefScene *scene,
                            GPtrArray  *items)
{
  static const char *const contact_topics[] = { "high-level-exchanges", "politics-diplomacy", NULL };
  g_autoptr (GArray) contacts = NULL;

  if (scene->first == NULL || scene->second == NULL)
    return;

  contacts = list_contacts (scene);
  for (guint i = 0; i < contacts->len; i++)
    {
      const Contact *contact = &g_array_index (contacts, Contact, i);

      if (contact->second != NULL)
        write_contact (scene, items, contact, "contact");
      else
        write_contact_visit (scene, items, contact);
    }
  _vnus_brief_write_reports (scene, items, contact_topics);
}
