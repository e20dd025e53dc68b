/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules members and announced: who belongs to the delegation of an event,
 * and who announced it. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-statement.h>

#include "chronicle/vnus-chronicle-private.h"

/* --- members --- */

static VnusPhrase *
new_person_phrase (VnusParticipant *participant)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);

  _vnus_phrase_add_person (phrase, NULL, vnus_participant_get_actor (participant),
                           vnus_participant_get_capacity (participant));
  return phrase;
}

/* The citations that name a member, or those of the whole record. */
static void
add_member_evidence (VnusFinding *finding,
                     VnusRecord  *event,
                     const char  *actor)
{
  g_autofree char *path = g_strconcat ("participants/", actor, NULL);

  for (guint i = 0; i < vnus_record_get_n_citations (event); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (event, i);

      if (g_strcmp0 (vnus_citation_get_field (citation), path) == 0)
        _vnus_finding_add_evidence (finding, vnus_record_get_id (event), citation);
    }
}

static void
say_members (VnusFinding *finding,
             const char  *event,
             GPtrArray   *persons,
             gboolean     complete)
{
  VnusPhrase *sentence;

  if (persons->len == 0)
    sentence = _vnus_phrase_new (complete ? "members.none" : "members.none-recorded");
  else
    sentence = _vnus_phrase_new (complete ? "members.all" : "members.at-least");
  _vnus_phrase_add_record (sentence, "event", event);
  if (persons->len > 0)
    {
      _vnus_phrase_add_integer (sentence, "n", (int) persons->len);
      _vnus_phrase_add_list (sentence, "persons", (VnusPhrase **) persons->pdata, persons->len, "semicolon");
    }
  _vnus_finding_set_sentence (finding, sentence);
}

/* Lists of names are incomplete: without a declaration there may be more. */
VnusFinding *
_vnus_rule_members (VnusAsk  *ask,
                    GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  VnusEvent *event = VNUS_EVENT (record);
  const char *id = vnus_record_get_id (record);
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, record);
  g_autofree char *scope = g_strdup_printf ("kind:%s role:member", vnus_kind_to_string (vnus_record_get_kind (record)));
  gboolean known = vnus_record_get_presence (record, "participants") == VNUS_PRESENCE_NONE, complete;
  gboolean has_unnamed = FALSE; /* “and others”: how many is not told */

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_role (participant) != VNUS_ROLE_MEMBER)
        continue;
      if (vnus_participant_get_actor (participant) == NULL)
        {
          has_unnamed = TRUE;
          continue;
        }
      _vnus_finding_add_record (finding, vnus_participant_get_actor (participant), VNUS_TRUTH_CERTAINLY);
      add_member_evidence (finding, record, vnus_participant_get_actor (participant));
      g_ptr_array_add (persons, new_person_phrase (participant));
    }

  complete = known || (_vnus_time_get (time) != NULL &&
                       _vnus_ask_is_covered (ask, finding, scope,
                                             vnus_date_get_earliest_start (_vnus_time_get (time)),
                                             vnus_date_get_latest_end (_vnus_time_get (time))));
  if (!complete)
    _vnus_finding_add_reason (finding, VNUS_REASONS_NO_COVERAGE);
  else if (has_unnamed)
    _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  complete = complete && !has_unnamed;
  if (persons->len == 0 && !complete)
    _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);

  _vnus_finding_add_evidence (finding, id, NULL);
  _vnus_finding_set_count (finding, (int) persons->len, complete ? (int) persons->len : VNUS_RANGE_OPEN, "persons");
  _vnus_finding_set_truth (finding, !complete ? VNUS_TRUTH_POSSIBLY
                                    : persons->len > 0 ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_NO);
  say_members (finding, id, persons, complete);

  return _vnus_finding_seal (finding);
}

/* --- announced --- */

static gboolean
announces (VnusRecord *record,
           const char *event)
{
  if (!VNUS_IS_STATEMENT (record))
    return FALSE;

  for (guint i = 0; i < vnus_statement_get_n_announces (VNUS_STATEMENT (record)); i++)
    if (g_str_equal (vnus_statement_get_announced (VNUS_STATEMENT (record), i), event))
      return TRUE;

  return FALSE;
}

/* Who spoke: the speaker or announcer, with what it says of itself. */
static VnusPhrase *
new_speaker_phrase (VnusEvent *statement)
{
  for (guint i = 0; i < vnus_event_get_n_participants (statement); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (statement, i);
      VnusRole role = vnus_participant_get_role (participant);

      if (vnus_participant_get_actor (participant) != NULL &&
          (role == VNUS_ROLE_SPEAKER || role == VNUS_ROLE_ANNOUNCER))
        return new_person_phrase (participant);
    }

  return NULL;
}

static VnusPhrase *
new_announcement_phrase (VnusEvent *statement)
{
  g_autoptr (VnusPhrase) speaker = new_speaker_phrase (statement);
  VnusDate *when = vnus_event_get_when (statement);
  VnusPhrase *phrase = _vnus_phrase_new (when != NULL ? "announced.item" : "announced.item-undated");

  if (speaker == NULL)
    speaker = _vnus_phrase_new ("announced.unnamed");
  _vnus_phrase_add_phrase (phrase, "who", speaker);
  if (when != NULL)
    _vnus_phrase_add_date (phrase, "date", when, VNUS_DATE_STYLE_SHORT);

  return phrase;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  VnusEvent *event_a = *(VnusEvent *const *) a, *event_b = *(VnusEvent *const *) b;
  VnusDate *when_a = vnus_event_get_when (event_a), *when_b = vnus_event_get_when (event_b);

  if (when_a != NULL && when_b != NULL)
    return vnus_date_compare (when_a, when_b);

  return (when_b != NULL) - (when_a != NULL);
}

/* The statements that announce an event, by their dates. */
VnusFinding *
_vnus_rule_announced (VnusAsk  *ask,
                      GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  const char *id = vnus_record_get_id (ask->arguments[0].record);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, id);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
  VnusPhrase *sentence;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (announces (g_ptr_array_index (referrers, i), id))
      g_ptr_array_add (statements, g_ptr_array_index (referrers, i));
  g_ptr_array_sort (statements, compare_dates);

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < statements->len; i++)
    {
      VnusRecord *statement = g_ptr_array_index (statements, i);
      VnusDate *when = vnus_event_get_when (VNUS_EVENT (statement));
      gboolean known = _vnus_is_known (ask->view, statement, NULL) == VNUS_TRUTH_CERTAINLY;

      _vnus_finding_list_record (finding, vnus_record_get_id (statement), known ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY,
                                 VNUS_REASONS_KNOWN_VAGUELY);
      if (when == NULL || !vnus_date_is_single_day (when))
        _vnus_finding_add_reason (finding, VNUS_REASONS_DATE_VAGUE);
      g_ptr_array_add (items, new_announcement_phrase (VNUS_EVENT (statement)));
    }

  if (statements->len > 0)
    {
      _vnus_finding_settle_list (finding);
      sentence = _vnus_phrase_new ("announced.by");
      _vnus_phrase_add_list (sentence, "items", (VnusPhrase **) items->pdata, items->len, "semicolon");
    }
  else
    {
      _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
      sentence = _vnus_phrase_new ("announced.none");
    }
  _vnus_phrase_add_record (sentence, "event", id);
  _vnus_finding_set_sentence (finding, sentence);

  return _vnus_finding_seal (finding);
}
