/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the headline, and who visits whom when. */
#include "brief/brief-private.h"

#include <vnus/vnus-statement.h>

#include <string.h>

/* Two days of one month are named one by one where they are past. */
static VnusPhrase *
say_when (BriefScene *scene,
          VnusDate   *when)
{
  const char *text = vnus_date_get_text (when);
  const int first = vnus_date_get_earliest_start (when), last = vnus_date_get_latest_end (when);
  VnusPhrase *phrase;

  if (scene->tense == VNUS_STANDING_HELD && vnus_date_get_kind (when) == VNUS_DATE_KIND_INTERVAL &&
      last == first + 1 && strlen (text) == 21 && strncmp (text, text + 11, 7) == 0)
    {
      g_autofree char *month_text = g_strndup (text, 7);
      g_autoptr (VnusDate) month = vnus_date_parse (month_text, NULL);

      phrase = _vnus_phrase_new ("brief.two-days");
      _vnus_phrase_add_integer (phrase, "first", atoi (text + 8));
      _vnus_phrase_add_integer (phrase, "last", atoi (text + 19));
      _vnus_phrase_add_date (phrase, "month", month, VNUS_DATE_STYLE_PROSE);
      return phrase;
    }

  if (vnus_date_get_kind (when) == VNUS_DATE_KIND_DAY && vnus_date_get_precision (when) == VNUS_DATE_PRECISION_MONTH)
    {
      phrase = _vnus_phrase_new ("brief.some-day");
      _vnus_brief_take (phrase, "when", _vnus_brief_when (when));
      return phrase;
    }

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_date (phrase, NULL, when, VNUS_DATE_STYLE_WHEN);
  return phrase;
}

/* ---- Headline ---- */

/* What has no label is named by its kind, or by its parties. */
static void
add_name (BriefDraft *draft)
{
  BriefScene *scene = draft->scene;
  VnusPhrase *name;

  if (vnus_record_get_label (scene->subject) != NULL)
    {
      _vnus_phrase_add_record (draft->phrase, "name", vnus_record_get_id (scene->subject));
      return;
    }

  name = _vnus_phrase_new (scene->event != NULL ? "brief.event-name" : "brief.relation-name");
  if (scene->event != NULL)
    {
      _vnus_phrase_add_word (name, "kind", _vnus_brief_kind_nick (scene));
    }
  else
    {
      _vnus_phrase_add_record (name, "first", scene->first != NULL ? scene->first : vnus_record_get_id (scene->subject));
      _vnus_phrase_add_record (name, "second", scene->second != NULL ? scene->second : vnus_record_get_id (scene->subject));
    }
  _vnus_brief_take (draft->phrase, "name", name);
}

static void
write_event_headline (BriefScene *scene,
                      GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "headline", "brief.headline-other");

  add_name (draft);
  _vnus_brief_cite (draft, id);
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_headline (BriefScene *scene,
                            GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (VnusDate) when = scene->event != NULL ? _vnus_brief_dup_when (scene, scene->subject, "when", NULL) : NULL;
  BriefDraft *draft;

  if (scene->guest == NULL || scene->host == NULL || when == NULL)
    {
      write_event_headline (scene, items);
      return;
    }

  draft = _vnus_brief_draft_new (scene, "headline", "brief.headline");
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_brief_take (draft->phrase, "who",
                    _vnus_brief_person_full (draft, vnus_participant_get_actor (scene->guest),
                                             vnus_participant_get_capacity (scene->guest), when));
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_state (scene, scene->host));
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

/* ---- Who visits whom ---- */

static VnusPhrase *
say_verb (BriefScene *scene,
          VnusVisit  *visit)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.visit-verb");

  _vnus_phrase_add_word (phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  /* Who announced a visit need not have told its type: that has a sentence of its own. */
  _vnus_phrase_add_text (phrase, "type", scene->tense != VNUS_STANDING_HELD ? "unset" : _vnus_brief_nick (VNUS_TYPE_VISIT_TYPE, (int) vnus_visit_get_visit_type (visit)));
  _vnus_brief_take (phrase, "host", _vnus_brief_country (scene, scene->host));
  return phrase;
}

static gboolean
announces (VnusStatement *statement,
           const char    *id)
{
  for (guint i = 0; i < vnus_statement_get_n_announces (statement); i++)
    if (g_str_equal (vnus_statement_get_announced (statement, i), id))
      return TRUE;

  return FALSE;
}

static VnusParticipant *
find_announcer (VnusStatement *statement)
{
  VnusParticipant *announcer = _vnus_brief_find_role (VNUS_EVENT (statement), VNUS_ROLE_ANNOUNCER);

  return announcer != NULL ? announcer : _vnus_brief_find_role (VNUS_EVENT (statement), VNUS_ROLE_SPEAKER);
}

static gboolean
is_announcement (BriefScene *scene,
                 VnusEvent  *statement)
{
  return announces (VNUS_STATEMENT (statement), vnus_record_get_id (scene->subject)) &&
         find_announcer (VNUS_STATEMENT (statement)) != NULL && _vnus_brief_is_done (scene, statement);
}

/* The announcements of the visit by the standpoint; the host's own first. */
static GPtrArray *
list_announcements (BriefScene *scene)
{
  g_autoptr (GPtrArray) statements = _vnus_brief_pick_events (scene, VNUS_KIND_STATEMENT, is_announcement);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      VnusStatement *statement = g_ptr_array_index (statements, i);

      if (g_strcmp0 (_vnus_brief_side_of (scene, find_announcer (statement)), scene->host) == 0)
        g_ptr_array_insert (found, 0, statement);
      else
        g_ptr_array_add (found, statement);
    }

  return found;
}

static void
add_announcement (BriefDraft *draft,
                  VnusEvent  *statement)
{
  BriefScene *scene = draft->scene;
  VnusParticipant *announcer = statement != NULL ? find_announcer (VNUS_STATEMENT (statement)) : NULL;
  g_autoptr (VnusDate) when = statement != NULL ? _vnus_brief_dup_when (scene, VNUS_RECORD (statement), "when", NULL) : NULL;

  _vnus_phrase_add_word (draft->phrase, "announced", when != NULL ? "yes" : "no");
  if (when == NULL)
    {
      _vnus_phrase_add_word (draft->phrase, "announcer", "");
      _vnus_phrase_add_word (draft->phrase, "announced_on", "");
      return;
    }

  _vnus_brief_take (draft->phrase, "announcer", _vnus_brief_participant (draft, statement, announcer));
  _vnus_brief_take (draft->phrase, "announced_on", _vnus_brief_when (when));
  _vnus_brief_cite_record (draft, VNUS_RECORD (statement));
  _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (statement)), "when");
}

static void
add_invitation (BriefDraft *draft)
{
  VnusParticipant *inviter = _vnus_brief_find_role (draft->scene->event, VNUS_ROLE_INVITER);

  _vnus_phrase_add_word (draft->phrase, "invited", inviter != NULL ? "yes" : "no");
  if (inviter == NULL)
    {
      _vnus_phrase_add_word (draft->phrase, "inviter", "");
      return;
    }

  _vnus_brief_take (draft->phrase, "inviter",
                    _vnus_brief_person_short (draft, vnus_participant_get_actor (inviter),
                                              vnus_participant_get_capacity (inviter), vnus_event_get_when (draft->scene->event)));
  _vnus_brief_cite_member (draft, vnus_record_get_id (draft->scene->subject), "participants",
                           vnus_participant_get_actor (inviter));
}

static void
write_visit_itself (BriefScene *scene,
                    GPtrArray  *items,
                    VnusEvent  *announcement)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, scene->subject, "when", NULL);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "visit", "brief.visit");

  _vnus_brief_take (draft->phrase, "who", _vnus_brief_participant (draft, scene->event, scene->guest));
  _vnus_brief_take (draft->phrase, "verb", say_verb (scene, VNUS_VISIT (scene->event)));
  _vnus_brief_take (draft->phrase, "when", say_when (scene, when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  if (scene->tense == VNUS_STANDING_HELD && vnus_visit_get_visit_type (VNUS_VISIT (scene->event)) != VNUS_VISIT_TYPE_UNSET)
    _vnus_brief_cite_field (draft, id, "visit-type");
  add_invitation (draft);
  add_announcement (draft, scene->tense != VNUS_STANDING_HELD ? announcement : NULL);
  _vnus_brief_commit (draft, items);
}

/* What comes later cannot tell that it has not taken place. */
static gboolean
cite_what_was_public (BriefDraft *draft,
                      const char *id)
{
  VnusRecord *record = draft->scene->subject;
  gboolean found = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *field = vnus_citation_get_field (citation);

      if ((field != NULL && !g_str_equal (field, "status")) || !_vnus_brief_is_public (draft->scene, citation))
        continue;
      _vnus_brief_cite_citation (draft, id, citation);
      found = TRUE;
    }
  if (!found)
    _vnus_brief_cite (draft, id);

  return found;
}

/* The days are over, and nobody in view tells whether it was held. */
static void
write_unproved (BriefScene *scene,
                GPtrArray  *items,
                VnusEvent  *announcement)
{
  const char *id = vnus_record_get_id (scene->subject);
  const char *announcement_id = vnus_record_get_id (VNUS_RECORD (announcement));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, scene->subject, "when", NULL);
  g_autoptr (VnusDate) announced = _vnus_brief_dup_when (scene, VNUS_RECORD (announcement), "when", NULL);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "status", "brief.visit-unproved");

  _vnus_phrase_add_date (draft->phrase, "announced_prose", announced, VNUS_DATE_STYLE_PROSE);
  _vnus_brief_take (draft->phrase, "announced_on", _vnus_brief_when (announced));
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_cite_field (draft, announcement_id, "when");
  _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_NO_EVIDENCE);
  _vnus_brief_commit (draft, items);
}

/* What is certain of its status: announced, under way, held, called off. */
static void
write_status (BriefScene *scene,
              GPtrArray  *items,
              VnusEvent  *announcement)
{
  const char *id = vnus_record_get_id (scene->subject);
  BriefDraft *draft;

  if (scene->tense == VNUS_STANDING_HELD || scene->standpoint == NULL)
    return;
  if (scene->tense == VNUS_STANDING_ANNOUNCED && announcement != NULL && vnus_event_get_when (announcement) != NULL)
    {
      write_unproved (scene, items, announcement);
      return;
    }

  draft = _vnus_brief_draft_new (scene, "status", "brief.visit-status");
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_date (draft->phrase, "standpoint", scene->standpoint, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_word (draft->phrase, "public", cite_what_was_public (draft, id) ? "yes" : "no");
  if (scene->tense == VNUS_STANDING_ANNOUNCED)
    _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_NO_EVIDENCE);
  _vnus_brief_commit (draft, items);
}

static void
write_type (BriefScene *scene,
            GPtrArray  *items)
{
  const VnusVisitType type = vnus_visit_get_visit_type (VNUS_VISIT (scene->event));
  BriefDraft *draft;

  if (type == VNUS_VISIT_TYPE_UNSET || scene->tense == VNUS_STANDING_HELD)
    return;

  draft = _vnus_brief_draft_new (scene, "visit-type", "brief.visit-type");
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_word (draft->phrase, "type", _vnus_brief_nick (VNUS_TYPE_VISIT_TYPE, (int) type));
  _vnus_brief_cite_field (draft, vnus_record_get_id (scene->subject), "visit-type");
  _vnus_brief_commit (draft, items);
}

static void
write_duration (BriefScene *scene,
                GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, scene->subject, "when", NULL);
  int min, max;
  BriefDraft *draft;

  if (!vnus_date_get_length (when, VNUS_DATE_UNIT_DAYS, &min, &max) || min != max || min < 2)
    return;

  draft = _vnus_brief_draft_new (scene, "duration", "brief.visit-duration");
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_integer (draft->phrase, "days", min);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

static void
write_other_announcement (BriefScene *scene,
                          GPtrArray  *items,
                          VnusEvent  *statement)
{
  VnusText *wording = vnus_statement_get_wording (VNUS_STATEMENT (statement));
  BriefDraft *draft = _vnus_brief_draft_new (scene, "announcement", "brief.visit-announced-by");
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (statement), "when", NULL);

  _vnus_brief_take (draft->phrase, "announcer",
                    _vnus_brief_participant (draft, statement, find_announcer (VNUS_STATEMENT (statement))));
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_phrase_add_word (draft->phrase, "worded", wording != NULL ? "yes" : "no");
  if (wording != NULL)
    _vnus_brief_take (draft->phrase, "wording", _vnus_brief_open_sentence (wording));
  else
    _vnus_phrase_add_word (draft->phrase, "wording", "");
  _vnus_brief_cite_record (draft, VNUS_RECORD (statement));
  _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (statement)), "when");
  _vnus_brief_commit (draft, items);
}

/* The inviter's own statement, if it is recorded. */
static VnusEvent *
find_invitation (BriefScene *scene,
                 const char *inviter)
{
  g_autoptr (GPtrArray) statements = _vnus_brief_list_of_kind (scene, VNUS_KIND_STATEMENT);

  for (guint i = 0; i < statements->len; i++)
    {
      VnusStatement *statement = g_ptr_array_index (statements, i);
      VnusParticipant *speaker = _vnus_brief_find_role (VNUS_EVENT (statement), VNUS_ROLE_SPEAKER);

      if (vnus_statement_get_stance (statement) == VNUS_STANCE_PROPOSES && speaker != NULL &&
          g_str_equal (vnus_participant_get_actor (speaker), inviter) &&
          _vnus_brief_is_about (statement, vnus_record_get_id (scene->subject)))
        return VNUS_EVENT (statement);
    }

  return NULL;
}

static void
write_invitation (BriefScene *scene,
                  GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  VnusParticipant *inviter = _vnus_brief_find_role (scene->event, VNUS_ROLE_INVITER);
  VnusEvent *invitation = inviter != NULL ? find_invitation (scene, vnus_participant_get_actor (inviter)) : NULL;
  VnusDate *when = invitation != NULL ? vnus_event_get_when (invitation) : NULL;
  const gboolean is_dated = when != NULL && vnus_date_get_earliest_start (when) != VNUS_DAY_MIN;
  BriefDraft *draft;

  if (inviter == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "invitation", is_dated ? "brief.invitation" : "brief.invitation-unknown");
  if (is_dated)
    _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  else
    _vnus_brief_doubt (draft, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_DATE_VAGUE);
  if (invitation != NULL)
    _vnus_brief_cite_record (draft, VNUS_RECORD (invitation));
  else
    _vnus_brief_cite_member (draft, id, "participants", vnus_participant_get_actor (inviter));
  _vnus_brief_commit (draft, items);
}

/* A meeting, a statement, a measure: its name and when it is or was. */
static void
write_other_event (BriefScene *scene,
                   GPtrArray  *items)
{
  const char *id = vnus_record_get_id (scene->subject);
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, scene->subject, "when", NULL);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "event", "brief.event");

  add_name (draft);
  _vnus_phrase_add_word (draft->phrase, "kind", _vnus_brief_kind_nick (scene));
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_word (draft->phrase, "dated", when != NULL ? "yes" : "no");
  if (when != NULL)
    _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
  else
    _vnus_phrase_add_word (draft->phrase, "when", "");
  _vnus_brief_cite (draft, id);
  if (when != NULL)
    _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_visit (BriefScene *scene,
                         GPtrArray  *items)
{
  g_autoptr (GPtrArray) announcements = NULL;

  if (scene->event == NULL)
    return;
  if (scene->guest == NULL || scene->host == NULL || vnus_event_get_when (scene->event) == NULL)
    {
      if (!_vnus_brief_write_meeting (scene, items))
        write_other_event (scene, items);
      return;
    }

  announcements = list_announcements (scene);
  write_visit_itself (scene, items, announcements->len > 0 ? g_ptr_array_index (announcements, 0) : NULL);
  write_status (scene, items, announcements->len > 0 ? g_ptr_array_index (announcements, 0) : NULL);
  if (scene->depth == VNUS_BRIEF_DEPTH_HEADLINE)
    return;

  write_type (scene, items);
  write_duration (scene, items);
  for (guint i = 1; i < announcements->len && scene->tense != VNUS_STANDING_HELD; i++)
    write_other_announcement (scene, items, g_ptr_array_index (announcements, i));
  write_invitation (scene, items);
}
