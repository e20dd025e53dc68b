/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what the sides had to do with each other in the last twelve months:
 * contacts by rank, delegations received, sessions of dialogues. */
#include "brief/brief-private.h"

#include <vnus/vnus-mechanism.h>
#include <vnus/vnus-rank.h>
#include <vnus/vnus-statement.h>

/* Offices up to this rank make a contact; below it a visit is a delegation's. */
#define LOWEST_RANK VNUS_RANK_DEPUTY_HEAD

/* ---- What was within reach ---- */

static gboolean
is_part_of_subject (BriefScene *scene,
                    VnusEvent  *event)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (event); i++)
    if (g_str_equal (vnus_event_get_whole (event, i), vnus_record_get_id (scene->subject)))
      return TRUE;

  return FALSE;
}

/* Held, for certain, in the last twelve months, and nothing of the visit itself. */
static gboolean
is_within_reach (BriefScene *scene,
                 VnusEvent  *event)
{
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (event), "when", NULL);

  return when != NULL && VNUS_RECORD (event) != scene->subject && !is_part_of_subject (scene, event) &&
         _vnus_brief_is_done (scene, event) &&
         vnus_date_get_earliest_start (when) != VNUS_DAY_MIN &&
         vnus_date_get_earliest_start (when) <= scene->reach_end &&
         vnus_date_get_latest_end (when) >= vnus_date_get_earliest_start (scene->reach);
}

static GPtrArray *
list_within_reach (BriefScene *scene,
                   VnusKind    kind)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, kind);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_within_reach (scene, g_ptr_array_index (all, i)))
      g_ptr_array_add (events, g_ptr_array_index (all, i));
  g_ptr_array_sort (events, _vnus_brief_compare_events);

  return events;
}

/* ---- Contacts ---- */

/* The first person of a side, with an office. */
static VnusParticipant *
find_person_of (BriefScene *scene,
                VnusEvent  *event,
                const char *side)
{
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_actor (participant) != NULL && vnus_participant_get_capacity (participant) != NULL &&
          g_strcmp0 (_vnus_brief_side_of (scene, participant), side) == 0)
        return participant;
    }

  return NULL;
}

typedef struct
{
  VnusEvent       *event;
  VnusParticipant *first;
  VnusParticipant *second;
  int              rank;
} Contact;

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const Contact *one = a, *other = b;

  return one->rank != other->rank ? one->rank - other->rank : _vnus_brief_compare_events (&other->event, &one->event);
}

/* Highest rank first; among equals the latest first. */
static GArray *
list_contacts (BriefScene *scene)
{
  g_autoptr (GPtrArray) meetings = list_within_reach (scene, VNUS_KIND_MEETING);
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (Contact));

  for (guint i = 0; i < meetings->len; i++)
    {
      Contact contact = { .event = g_ptr_array_index (meetings, i) };
      int other_rank;

      contact.first = find_person_of (scene, contact.event, scene->first);
      contact.second = find_person_of (scene, contact.event, scene->second);
      if (contact.first == NULL || contact.second == NULL)
        continue;
      contact.rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.first));
      other_rank = _vnus_brief_rank_of (scene, vnus_participant_get_capacity (contact.second));
      if (MAX (contact.rank, other_rank) > LOWEST_RANK)
        continue;
      contact.rank = MIN (contact.rank, other_rank);
      g_array_append_val (contacts, contact);
    }
  g_array_sort (contacts, compare_contacts);

  return contacts;
}

/* The most specific place: the one that is not told as containing another. */
static const char *
best_place (BriefScene *scene,
            VnusEvent  *event)
{
  const char *best = NULL;

  for (guint i = 0; i < vnus_event_get_n_places (event); i++)
    {
      const char *place = vnus_event_get_place (event, i);
      VnusRecord *record = vnus_chronicle_lookup (scene->view, place);

      if (best == NULL || (record != NULL && vnus_record_get_kind (record) == VNUS_KIND_PLACE))
        best = place;
    }

  return best;
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

static void
write_contact (BriefScene    *scene,
               GListStore    *items,
               const Contact *contact)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (contact->event));
  const char *place = best_place (scene, contact->event);
  const gboolean is_aside = vnus_meeting_get_setting (VNUS_MEETING (contact->event)) == VNUS_SETTING_SIDELINES &&
                            vnus_event_get_n_occasions (contact->event) > 0;
  gboolean is_disputed = FALSE;
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (contact->event), "when", &is_disputed);
  const gboolean is_closing = is_aside && place != NULL && !is_disputed && vnus_date_get_kind (when) == VNUS_DATE_KIND_DAY &&
                              vnus_date_get_precision (when) == VNUS_DATE_PRECISION_MONTH;
  BriefDraft *draft = _vnus_brief_draft_new (scene, "contact", is_closing ? "brief.contact-aside" : "brief.contact");

  if (is_closing)
    {
      _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
    }
  else
    {
      _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
      _vnus_phrase_add_text (draft->phrase, "mode", mode_nick (contact->event));
      _vnus_phrase_add_text (draft->phrase, "placed", place != NULL ? "yes" : "no");
      _vnus_phrase_add_text (draft->phrase, "aside", is_aside ? "yes" : "no");
    }
  _vnus_brief_take (draft->phrase, "first", _vnus_brief_participant (scene, contact->first));
  _vnus_brief_take (draft->phrase, "second", _vnus_brief_participant (scene, contact->second));
  if (place != NULL)
    _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (scene, place));
  else
    _vnus_phrase_add_text (draft->phrase, "place", "");
  if (is_aside)
    _vnus_brief_take (draft->phrase, "occasion", say_occasions (scene, contact->event));
  else
    _vnus_phrase_add_text (draft->phrase, "occasion", "");

  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_contacts (BriefScene *scene,
                            GListStore *items)
{
  g_autoptr (GArray) contacts = NULL;

  if (scene->first == NULL || scene->second == NULL)
    return;

  contacts = list_contacts (scene);
  for (guint i = 0; i < contacts->len; i++)
    write_contact (scene, items, &g_array_index (contacts, Contact, i));
}

/* ---- Delegations ---- */

typedef struct
{
  const char *host;
  const char *guest;
} Direction;

static gboolean
is_delegation (BriefScene      *scene,
               const Direction *direction,
               VnusEvent       *visit)
{
  VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);

  return guest != NULL &&
         g_strcmp0 (_vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (visit))), direction->host) == 0 &&
         g_strcmp0 (_vnus_brief_side_of (scene, guest), direction->guest) == 0 &&
         _vnus_brief_rank_of (scene, vnus_participant_get_capacity (guest)) > LOWEST_RANK;
}

static VnusDate *
month_of (int day)
{
  g_autoptr (VnusDate) date = vnus_date_new_day (day);
  g_autofree char *text = g_strndup (vnus_date_get_text (date), 7);

  return vnus_date_parse (text, NULL);
}

static void
write_delegation_list (BriefScene *scene,
                       GListStore *items,
                       GPtrArray  *visits)
{
  BriefDraft *draft = _vnus_brief_draft_new (scene, "delegation-list", "brief.delegations-led");
  g_autoptr (GPtrArray) leaders = _vnus_brief_phrases_new ();

  for (guint i = 0; i < visits->len; i++)
    {
      VnusEvent *visit = g_ptr_array_index (visits, i);
      VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);
      g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (visit), "when", NULL);
      VnusPhrase *leader = _vnus_phrase_new ("brief.person-and-date");

      _vnus_brief_take (leader, "person",
                        _vnus_brief_person_short (scene, vnus_participant_get_actor (guest),
                                                  vnus_participant_get_capacity (guest)));
      _vnus_brief_take (leader, "when", _vnus_brief_bracket (when));
      g_ptr_array_add (leaders, leader);
      _vnus_brief_cite (draft, vnus_record_get_id (VNUS_RECORD (visit)));
      _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (visit)), "when");
    }
  _vnus_phrase_add_integer (draft->phrase, "n", (int) visits->len);
  _vnus_brief_take_list (draft->phrase, "leaders", leaders, "semicolon");
  _vnus_brief_commit (draft, items);
}

static void
write_direction (BriefScene      *scene,
                 GListStore      *items,
                 const Direction *direction)
{
  g_autoptr (GPtrArray) all = list_within_reach (scene, VNUS_KIND_VISIT);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  int first = VNUS_DAY_MAX, last = VNUS_DAY_MIN;
  g_autoptr (VnusDate) from = NULL;
  g_autoptr (VnusDate) to = NULL;
  BriefDraft *draft;

  for (guint i = 0; i < all->len; i++)
    if (is_delegation (scene, direction, g_ptr_array_index (all, i)))
      g_ptr_array_add (visits, g_ptr_array_index (all, i));
  if (visits->len == 0)
    return;

  draft = _vnus_brief_draft_new (scene, "delegations", "brief.delegations");
  for (guint i = 0; i < visits->len; i++)
    {
      VnusRecord *visit = g_ptr_array_index (visits, i);
      g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, visit, "when", NULL);

      first = MIN (first, vnus_date_get_earliest_start (when));
      last = MAX (last, vnus_date_get_latest_end (when));
      _vnus_brief_cite (draft, vnus_record_get_id (visit));
    }
  from = month_of (first);
  to = month_of (last);
  _vnus_phrase_add_integer (draft->phrase, "n", (int) visits->len);
  _vnus_phrase_add_text (draft->phrase, "guest", direction->guest);
  _vnus_phrase_add_record (draft->phrase, "guest_name", direction->guest);
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_state (scene, direction->host));
  _vnus_phrase_add_text (draft->phrase, "span", vnus_date_equal (from, to) ? "month" : "months");
  _vnus_brief_take (draft->phrase, "first_date", _vnus_brief_bracket (from));
  _vnus_brief_take (draft->phrase, "last_date", _vnus_brief_bracket (to));
  _vnus_brief_doubt (draft, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_NO_COVERAGE);
  _vnus_brief_commit (draft, items);
  write_delegation_list (scene, items, visits);
}

void
_vnus_brief_write_delegations (BriefScene *scene,
                               GListStore *items)
{
  const Direction directions[] = { { scene->first, scene->second }, { scene->second, scene->first } };

  if (scene->first == NULL || scene->second == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    write_direction (scene, items, &directions[i]);
}

/* ---- Mechanisms ---- */

/* The mechanism of both parties of which it is a session, or NULL. */
static const char *
mechanism_of (BriefScene *scene,
              VnusEvent  *session)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (session); i++)
    {
      VnusRecord *whole = vnus_chronicle_lookup (scene->view, vnus_event_get_whole (session, i));
      guint n_parties = 0;

      if (whole == NULL || !VNUS_IS_MECHANISM (whole))
        continue;
      for (guint j = 0; j < vnus_mechanism_get_n_parties (VNUS_MECHANISM (whole)); j++)
        n_parties += _vnus_brief_is_party (scene, vnus_mechanism_get_party (VNUS_MECHANISM (whole), j));
      if (n_parties == 2)
        return vnus_record_get_id (whole);
    }

  return NULL;
}

static VnusPhrase *
say_session (BriefDraft *draft,
             VnusEvent  *session,
             const char *mechanism,
             const char *key)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (session));
  const char *place = best_place (draft->scene, session);
  const int ordinal = vnus_meeting_get_ordinal (VNUS_MEETING (session));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (session), "when", NULL);
  VnusPhrase *phrase = _vnus_phrase_new (key);

  _vnus_phrase_add_record (phrase, "mechanism", mechanism);
  _vnus_phrase_add_text (phrase, "numbered", ordinal > 0 ? "yes" : "no");
  _vnus_phrase_add_integer (phrase, "n", MAX (ordinal, 1));
  _vnus_brief_take (phrase, "when", _vnus_brief_bracket (when));
  _vnus_phrase_add_text (phrase, "placed", place != NULL ? "yes" : "no");
  if (place != NULL)
    _vnus_phrase_add_record (phrase, "place", place);
  else
    _vnus_phrase_add_text (phrase, "place", "");
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  if (ordinal > 0)
    _vnus_brief_cite_field (draft, id, "ordinal");
  return phrase;
}

static gboolean
is_ours (BriefScene    *scene,
         VnusMechanism *mechanism)
{
  guint n_parties = 0;

  for (guint i = 0; i < vnus_mechanism_get_n_parties (mechanism); i++)
    n_parties += _vnus_brief_is_party (scene, vnus_mechanism_get_party (mechanism, i));

  return n_parties == 2;
}

/* Programmes and exercises have no sessions: the sides take part in them. */
static gboolean
is_programme (BriefScene *scene,
              const char *mechanism)
{
  const VnusMechanismType type = vnus_mechanism_get_mechanism_type (VNUS_MECHANISM (vnus_chronicle_lookup (scene->view, mechanism)));

  return type == VNUS_MECHANISM_TYPE_PROGRAMME || type == VNUS_MECHANISM_TYPE_EXERCISE;
}

/* Mechanisms that go on and of which no session has been told. */
static void
write_other_mechanisms (BriefScene *scene,
                        GListStore *items,
                        GHashTable *told)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_MECHANISM);
  g_autoptr (GPtrArray) names = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "mechanisms", "brief.mechanisms-other");

  for (guint i = 0; i < all->len; i++)
    {
      VnusMechanism *mechanism = g_ptr_array_index (all, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (mechanism));
      VnusDate *existed = vnus_mechanism_get_existed (mechanism);
      VnusPhrase *name;

      if (!is_ours (scene, mechanism) || g_hash_table_contains (told, id) ||
          (existed != NULL && (vnus_date_get_latest_end (existed) <= scene->today ||
                               vnus_date_get_latest_start (existed) > scene->today)))
        continue;
      name = _vnus_phrase_new (NULL);
      _vnus_phrase_add_record (name, NULL, id);
      g_ptr_array_add (names, name);
      _vnus_brief_cite (draft, id);
    }
  _vnus_brief_take_list (draft->phrase, "mechanisms", names, "semicolon");
  _vnus_brief_commit (draft, items);
}

/* Sessions of dialogues, or what was held of programmes. */
static void
write_sessions (BriefScene *scene,
                GListStore *items,
                GHashTable *told,
                gboolean    of_programmes)
{
  g_autoptr (GPtrArray) meetings = list_within_reach (scene, VNUS_KIND_MEETING);
  g_autoptr (GPtrArray) sessions = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, of_programmes ? "programmes" : "sessions",
                                             of_programmes ? "brief.programmes" : "brief.sessions");

  for (guint i = 0; i < meetings->len; i++)
    {
      VnusEvent *session = g_ptr_array_index (meetings, i);
      const char *mechanism = mechanism_of (scene, session);

      if (mechanism == NULL || is_programme (scene, mechanism) != of_programmes)
        continue;
      g_hash_table_add (told, (gpointer) mechanism);
      g_ptr_array_add (sessions, say_session (draft, session, mechanism,
                                              of_programmes ? "brief.programme-item" : "brief.session"));
    }
  _vnus_brief_take_list (draft->phrase, "sessions", sessions, "semicolon");
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_mechanisms (BriefScene *scene,
                              GListStore *items)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  if (scene->first == NULL || scene->second == NULL)
    return;

  write_sessions (scene, items, told, FALSE);
  write_sessions (scene, items, told, TRUE);
  write_other_mechanisms (scene, items, told);
}
