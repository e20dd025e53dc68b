/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what each side says, always with its speaker.
 *
 * What several speakers say alike on one day is told of all of them; what one
 * speaker says on one day is told in one sentence.
 */
#include "brief/brief-private.h"

#include <vnus/vnus-statement.h>

#include "base/vnus-text-private.h"
#include "model/vnus-event-private.h"

#include <string.h>

static gboolean
is_about (BriefScene *scene,
          VnusRecord *record)
{
  VnusStatement *statement = VNUS_STATEMENT (record);

  return _vnus_brief_is_about (statement, vnus_record_get_id (scene->subject)) ||
         (scene->first != NULL && _vnus_brief_is_about (statement, scene->first)) ||
         (scene->second != NULL && _vnus_brief_is_about (statement, scene->second)) ||
         (scene->relation != NULL && _vnus_brief_is_about (statement, vnus_record_get_id (scene->relation)));
}

/* Made by the standpoint, in the last twelve months or later. */
static gboolean
is_current (BriefScene *scene,
            VnusEvent  *statement)
{
  VnusDate *when = vnus_event_get_when (statement);

  return when != NULL && vnus_date_get_earliest_start (when) <= scene->today &&
         vnus_date_get_latest_end (when) >= vnus_date_get_earliest_start (scene->reach);
}

static gboolean
is_position (BriefScene *scene,
             VnusEvent  *event)
{
  VnusStatement *statement = VNUS_STATEMENT (event);
  VnusRecord *record = VNUS_RECORD (event);
  const VnusStance stance = vnus_statement_get_stance (statement);

  return vnus_statement_get_wording (statement) != NULL && stance != VNUS_STANCE_UNSET &&
         stance != VNUS_STANCE_INFORMS && is_about (scene, record) && is_current (scene, event) &&
         !g_hash_table_contains (scene->is_told, record) &&
         _vnus_brief_find_role (event, VNUS_ROLE_SPEAKER) != NULL;
}

/* ---- What goes together ---- */

static gboolean
same_day (VnusEvent *a,
          VnusEvent *b)
{
  return a->when == b->when || vnus_date_equal (a->when, b->when);
}

static gboolean
same_words (VnusEvent *a,
            VnusEvent *b)
{
  VnusText *condition = vnus_statement_get_condition (VNUS_STATEMENT (a));
  VnusText *other = vnus_statement_get_condition (VNUS_STATEMENT (b));

  return vnus_text_equal (vnus_statement_get_wording (VNUS_STATEMENT (a)), vnus_statement_get_wording (VNUS_STATEMENT (b))) &&
         condition == NULL && other == NULL;
}

/* The next who speaks, from a position on; NULL behind the last. */
static const char *
next_speaker (VnusEvent *statement,
              guint     *position)
{
  while (*position < vnus_event_get_n_participants (statement))
    {
      VnusParticipant *participant = vnus_event_get_participant (statement, (*position)++);

      if (vnus_participant_get_role (participant) == VNUS_ROLE_SPEAKER && vnus_participant_get_actor (participant) != NULL)
        return vnus_participant_get_actor (participant);
    }

  return NULL;
}

static gboolean
same_speakers (VnusEvent *a,
               VnusEvent *b)
{
  const char *speaker, *other;
  guint i = 0, j = 0;

  do
    {
      speaker = next_speaker (a, &i);
      other = next_speaker (b, &j);
      if (g_strcmp0 (speaker, other) != 0)
        return FALSE;
    }
  while (speaker != NULL);

  return TRUE;
}

typedef gboolean (*Likeness) (VnusEvent *a,
                              VnusEvent *b);

/* Takes out of @statements the first and all that are like it on its day. */
static GPtrArray *
take_group (GPtrArray *statements,
            Likeness   is_like)
{
  VnusEvent *first = g_ptr_array_index (statements, 0);
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < statements->len;)
    {
      VnusEvent *statement = g_ptr_array_index (statements, i);

      if (statement != first && (!same_day (first, statement) || !is_like (first, statement)))
        {
          i++;
          continue;
        }
      g_ptr_array_add (group, statement);
      g_ptr_array_remove_index (statements, i);
    }

  return group;
}

static gboolean
has_like (GPtrArray *statements,
          Likeness   is_like)
{
  for (guint i = 1; i < statements->len; i++)
    if (same_day (g_ptr_array_index (statements, 0), g_ptr_array_index (statements, i)) &&
        is_like (g_ptr_array_index (statements, 0), g_ptr_array_index (statements, i)))
      return TRUE;

  return FALSE;
}

/* ---- Sentences ---- */

/* Own side first. */
static void
add_speakers (BriefDraft *draft,
              GPtrArray  *speakers,
              VnusEvent  *statement)
{
  BriefScene *scene = draft->scene;

  for (guint i = 0; i < vnus_event_get_n_participants (statement); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (statement, i);
      const char *actor = vnus_participant_get_actor (participant);

      if (vnus_participant_get_role (participant) != VNUS_ROLE_SPEAKER)
        continue;
      g_ptr_array_insert (speakers, _vnus_brief_is_own (scene, actor) ? 0 : -1,
                          _vnus_brief_is_party (scene, actor) ? _vnus_brief_side (scene, actor)
                                                              : _vnus_brief_participant (draft, statement, participant));
    }
}

static VnusPhrase *
say_words (BriefScene *scene,
           VnusEvent  *statement)
{
  VnusText *condition = vnus_statement_get_condition (VNUS_STATEMENT (statement));
  VnusPhrase *phrase = _vnus_phrase_new ("brief.words");

  _vnus_brief_take (phrase, "wording", _vnus_brief_wording (scene, VNUS_RECORD (statement)));
  _vnus_phrase_add_word (phrase, "conditional", condition != NULL ? "yes" : "no");
  if (condition != NULL)
    _vnus_phrase_add_localised (phrase, "condition", condition);
  else
    _vnus_phrase_add_word (phrase, "condition", "");
  return phrase;
}

/* ---- Openings that are shared ---- */

/* In words; with fewer, what is left of a sentence might not stand alone. */
#define SHORTEST_OPENING 4

static guint
count_common_words (const char *a,
                    const char *b)
{
  guint n = 0;

  for (; *a != '\0' && *a == *b; a++, b++)
    n += *a == ' ';

  /* one has no words behind those */
  if ((*a == '\0' && (*b == '\0' || *b == ' ')) || (*b == '\0' && *a == ' '))
    return 0;

  return n;
}

static gsize
length_of_words (const char *text,
                 guint       n)
{
  const char *end = text;

  for (guint i = 0; i < n; i++)
    end = strchr (end, ' ') + 1;

  return (gsize) (end - text);
}

/* Said without a condition, and not to be quoted. */
static gboolean
is_plain (VnusStatement *statement)
{
  return vnus_statement_get_condition (statement) == NULL && vnus_statement_get_n_verbatim_in (statement) == 0;
}

/* Whether two statements open alike in every language. */
static gboolean
open_alike (VnusStatement *a,
            VnusStatement *b)
{
  VnusText *text = vnus_statement_get_wording (a), *other = vnus_statement_get_wording (b);
  VnusTextPair pair = { NULL, NULL };

  if (!is_plain (a) || !is_plain (b) || _vnus_text_get_n_pairs (text) != _vnus_text_get_n_pairs (other))
    return FALSE;

  while (_vnus_text_next (text, &pair))
    {
      const char *words = vnus_text_get (other, pair.language);

      if (words == NULL || count_common_words (pair.string, words) < SHORTEST_OPENING)
        return FALSE;
    }

  return TRUE;
}

/* The words that all of @run open with, or what @member has behind them. */
static VnusText *
dup_part (GPtrArray     *run,
          VnusStatement *member,
          gboolean       is_opening)
{
  VnusText *whole = vnus_statement_get_wording (member);
  VnusText *part = vnus_text_ref (whole);
  VnusTextPair pair = { NULL, NULL };

  while (_vnus_text_next (whole, &pair))
    {
      const char *first = vnus_text_get (vnus_statement_get_wording (g_ptr_array_index (run, 0)), pair.language);
      guint n = G_MAXUINT;
      gsize length;

      for (guint j = 1; j < run->len; j++)
        n = MIN (n, count_common_words (first, vnus_text_get (vnus_statement_get_wording (g_ptr_array_index (run, j)), pair.language)));
      length = length_of_words (pair.string, n);
      part = _vnus_brief_change_text (part, pair.language,
                                      is_opening ? g_strndup (pair.string, length - 1) : g_strdup (pair.string + length));
    }

  return part;
}

static VnusPhrase *
say_run (BriefScene *scene,
         GPtrArray  *run)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.words-shared");
  g_autoptr (VnusText) opening = dup_part (run, g_ptr_array_index (run, 0), TRUE);
  g_autoptr (GPtrArray) rests = _vnus_brief_phrases_new ();

  for (guint i = 0; i < run->len; i++)
    {
      g_autoptr (VnusText) rest = dup_part (run, g_ptr_array_index (run, i), FALSE);

      g_ptr_array_add (rests, _vnus_brief_open_sentence (rest));
    }
  _vnus_brief_take (phrase, "opening", _vnus_brief_new_clause (scene, opening));
  _vnus_brief_take_list (phrase, "rests", rests, "and");
  return phrase;
}

/* What neighbours open with is said once. */
static void
add_words (BriefScene *scene,
           GPtrArray  *words,
           GPtrArray  *group,
           guint       n)
{
  for (guint i = 0; i < n;)
    {
      g_autoptr (GPtrArray) run = g_ptr_array_new ();
      VnusStatement *first = g_ptr_array_index (group, i);

      do
        g_ptr_array_add (run, g_ptr_array_index (group, i++));
      while (i < n && open_alike (first, g_ptr_array_index (group, i)));
      g_ptr_array_add (words, run->len > 1 ? say_run (scene, run) : say_words (scene, VNUS_EVENT (first)));
    }
}

/* ---- Positions ---- */

/* A report that doubts its own date tells of a standing position. */
static gboolean
is_standing (VnusDate *when)
{
  return vnus_date_get_qualifier (when, VNUS_DATE_COMPONENT_YEAR) != VNUS_DATE_QUALIFIER_NONE ||
         vnus_date_get_qualifier (when, VNUS_DATE_COMPONENT_MONTH) != VNUS_DATE_QUALIFIER_NONE;
}

/* What belongs to another statement stands behind it. */
static void
order_parts (GPtrArray *group)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < group->len; j++)
      if (i != j && _vnus_brief_is_part_of (g_ptr_array_index (group, i), g_ptr_array_index (group, j)))
        {
          g_ptr_array_add (parts, g_ptr_array_index (group, i));
          break;
        }
  for (guint i = 0; i < parts->len; i++)
    {
      g_ptr_array_remove (group, g_ptr_array_index (parts, i));
      g_ptr_array_add (group, g_ptr_array_index (parts, i));
    }
}

static void
write_group (BriefScene *scene,
             GPtrArray  *items,
             GPtrArray  *group,
             gboolean    is_of_speakers)
{
  VnusDate *when = vnus_event_get_when (g_ptr_array_index (group, 0));
  g_autoptr (GPtrArray) speakers = _vnus_brief_phrases_new ();
  g_autoptr (GPtrArray) words = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "position", "brief.position");

  order_parts (group);
  for (guint i = 0; i < group->len; i++)
    {
      VnusEvent *statement = g_ptr_array_index (group, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (statement));

      if (i == 0 || is_of_speakers)
        add_speakers (draft, speakers, statement);
      _vnus_brief_cite (draft, id);
      _vnus_brief_cite_field (draft, id, "wording");
    }
  add_words (scene, words, group, is_of_speakers ? 1 : group->len);
  _vnus_phrase_add_word (draft->phrase, "dated", is_standing (when) ? "no" : "yes");
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_brief_take_list (draft->phrase, "speakers", speakers, "and");
  _vnus_brief_take_list (draft->phrase, "words", words, "semicolon");
  if (is_standing (when))
    _vnus_brief_commit_state (draft, items);
  else
    _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_positions (BriefScene *scene,
                             GPtrArray  *items)
{
  g_autoptr (GPtrArray) statements = _vnus_brief_pick_events (scene, VNUS_KIND_STATEMENT, is_position);

  while (statements->len > 0)
    {
      const gboolean is_of_speakers = has_like (statements, same_words);
      g_autoptr (GPtrArray) group = take_group (statements, is_of_speakers ? same_words : same_speakers);

      write_group (scene, items, group, is_of_speakers);
    }
}

/* ---- Reports ---- */

static gboolean
has_topic (VnusEvent         *event,
           const char *const *topics)
{
  for (guint i = 0; i < vnus_event_get_n_topics (event); i++)
    if (g_strv_contains (topics, vnus_event_get_topic (event, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_report (BriefScene        *scene,
           VnusRecord        *record,
           const char *const *topics)
{
  VnusStatement *statement = VNUS_STATEMENT (record);

  return vnus_statement_get_stance (statement) == VNUS_STANCE_INFORMS &&
         vnus_statement_get_form (statement) == VNUS_STATEMENT_FORM_REPORT &&
         vnus_statement_get_wording (statement) != NULL && is_about (scene, record) &&
         is_current (scene, VNUS_EVENT (record)) && has_topic (VNUS_EVENT (record), topics);
}

static void
write_report (BriefScene *scene,
              GPtrArray  *items,
              VnusRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "report", "brief.report");
  g_autoptr (VnusDate) month = NULL;

  g_ptr_array_add (records, record);
  _vnus_brief_take (draft->phrase, "wording", _vnus_brief_clause (scene, vnus_statement_get_wording (VNUS_STATEMENT (record))));
  _vnus_brief_take (draft->phrase, "sources", _vnus_brief_sources_of_records (records));
  _vnus_brief_cite_record (draft, record);
  month = _vnus_brief_stale_month (draft);
  _vnus_phrase_add_word (draft->phrase, "dated", month != NULL ? "yes" : "no");
  if (month != NULL)
    _vnus_brief_take (draft->phrase, "date", _vnus_brief_bracket (month));
  else
    _vnus_phrase_add_word (draft->phrase, "date", "");
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_reports (BriefScene        *scene,
                           GPtrArray         *items,
                           const char *const *topics)
{
  g_autoptr (GPtrArray) statements = _vnus_brief_list_of_kind (scene, VNUS_KIND_STATEMENT);

  for (guint i = 0; i < statements->len; i++)
    if (is_report (scene, g_ptr_array_index (statements, i), topics))
      write_report (scene, items, g_ptr_array_index (statements, i));
}
