/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule in-force-on.
 *
 * An agreement is in force (a binding one) or operative (any other) from what
 * brings it about until what ends it. A binding one needs to enter into force,
 * or a validity that says so; one that is only signed is not proved to be in
 * force. Retroactive entry into force counts from the day on which it takes
 * effect.
 */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-relation.h>
#include <vnus/vnus-treaty-action.h>

#include "chronicle/vnus-chronicle-private.h"

typedef struct
{
  VnusRecord *record; /* the action, or the agreement for its validity */
  VnusTime   *time;
  VnusBounds  bounds;
  gboolean    differ;
  gboolean    begins; /* or ends */
} Turn;

static void
turn_clear (gpointer data)
{
  _vnus_time_unref (((Turn *) data)->time);
}

static gboolean
is_binding (VnusAgreement *agreement)
{
  VnusAgreementForm form = vnus_agreement_get_form (agreement);

  if (vnus_agreement_get_binding (agreement) == VNUS_BINDING_UNSET)
    return form == VNUS_AGREEMENT_FORM_TREATY || form == VNUS_AGREEMENT_FORM_PROTOCOL;

  return vnus_agreement_get_binding (agreement) == VNUS_BINDING_TREATY;
}

/* --- What begins and ends it --- */

static gboolean
begins (VnusTreatyActionType action,
        gboolean             binding)
{
  switch ((int) action)
    {
    case VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE:
    case VNUS_TREATY_ACTION_TYPE_PROVISIONALLY_APPLIED:
      return TRUE;

    case VNUS_TREATY_ACTION_TYPE_ADOPTED:
    case VNUS_TREATY_ACTION_TYPE_SIGNED:
    case VNUS_TREATY_ACTION_TYPE_APPROVED:
      return !binding;

    default:
      return FALSE;
    }
}

static gboolean
ends (VnusTreatyActionType action)
{
  switch ((int) action)
    {
    case VNUS_TREATY_ACTION_TYPE_SUSPENDED:
    case VNUS_TREATY_ACTION_TYPE_DENOUNCED:
    case VNUS_TREATY_ACTION_TYPE_TERMINATED:
    case VNUS_TREATY_ACTION_TYPE_EXPIRED:
      return TRUE;

    default:
      return FALSE;
    }
}

/* That notice was given does not say from when on it holds. */
static void
widen (Turn             *turn,
       VnusTreatyAction *action)
{
  if (_vnus_time_get (turn->time) != NULL && vnus_treaty_action_get_action (action) == VNUS_TREATY_ACTION_TYPE_DENOUNCED &&
      vnus_treaty_action_get_effective (action) == NULL)
    turn->bounds.latest_start = VNUS_DAY_MAX;
}

static guint
count_parties (VnusAsk          *ask,
               VnusTreatyAction *action)
{
  VnusRecord *agreement = vnus_chronicle_lookup (ask->view, vnus_treaty_action_get_agreement (action));

  return agreement != NULL && VNUS_IS_AGREEMENT (agreement) ? vnus_agreement_get_n_parties (VNUS_AGREEMENT (agreement)) : 0;
}

/* What one of two parties ends is over for both. */
static gboolean
is_of_two_and_ends (VnusAsk          *ask,
                    VnusTreatyAction *action)
{
  return ends (vnus_treaty_action_get_action (action)) && count_parties (ask, action) == 2;
}

/* Whether a third party does what ends an agreement of many for itself alone. */
static gboolean
is_of_others (VnusAsk          *ask,
              VnusTreatyAction *action)
{
  const char *party = vnus_treaty_action_get_party (action);

  if (party == NULL || !ends (vnus_treaty_action_get_action (action)) || count_parties (ask, action) <= 2)
    return FALSE;
  for (guint i = 0; ask->relation != NULL && i < vnus_relation_get_n_parties (VNUS_RELATION (ask->relation)); i++)
    if (g_strcmp0 (_vnus_body_root (ask->view, vnus_relation_get_party (VNUS_RELATION (ask->relation), i)),
                   _vnus_body_root (ask->view, party)) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
concerns (VnusAsk          *ask,
          VnusTreatyAction *action,
          const char       *agreement)
{
  const char *party = vnus_treaty_action_get_party (action);
  VnusRecord *asked = ask->arguments[2].record;

  if (g_strcmp0 (vnus_treaty_action_get_agreement (action), agreement) != 0)
    return FALSE;

  if (asked == NULL)
    return !is_of_others (ask, action);

  return party == NULL || is_of_two_and_ends (ask, action) ||
         g_strcmp0 (_vnus_body_root (ask->view, party), _vnus_body_root (ask->view, vnus_record_get_id (asked))) == 0;
}

static void
add_turn (GArray     *turns,
          VnusRecord *record,
          VnusTime   *time,
          gboolean    is_beginning)
{
  Turn turn = { .record = record, .time = time, .begins = is_beginning };

  turn.bounds = _vnus_time_get_bounds (time);
  turn.differ = _vnus_time_get_n (time) > 1;
  if (VNUS_IS_TREATY_ACTION (record))
    widen (&turn, VNUS_TREATY_ACTION (record));
  g_array_append_val (turns, turn);
}

static gboolean
has_beginning (GArray *turns)
{
  for (guint i = 0; i < turns->len; i++)
    if (g_array_index (turns, Turn, i).begins)
      return TRUE;

  return FALSE;
}

/* What is told to be valid from a day on needs no day of its approval. */
static gboolean
is_told_by_validity (VnusTime *time,
                     VnusTime *validity)
{
  return _vnus_time_get (time) == NULL && _vnus_time_get (validity) != NULL;
}

static GArray *
gather_turns (VnusAsk       *ask,
              VnusAgreement *agreement,
              VnusTime      *validity)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (agreement));
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, id);
  GArray *turns = g_array_new (FALSE, TRUE, sizeof (Turn));

  g_array_set_clear_func (turns, turn_clear);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      VnusTreatyActionType type;

      if (!VNUS_IS_TREATY_ACTION (record) || !concerns (ask, VNUS_TREATY_ACTION (record), id))
        continue;
      type = vnus_treaty_action_get_action (VNUS_TREATY_ACTION (record));
      if (begins (type, is_binding (agreement)))
        {
          VnusTime *time = _vnus_time_of (ask->view, record);

          if (is_told_by_validity (time, validity))
            _vnus_time_unref (time);
          else
            add_turn (turns, record, time, TRUE);
        }
      else if (ends (type))
        add_turn (turns, record, _vnus_time_of (ask->view, record), FALSE);
    }
  /* What ends it ends its validity too. */
  if (turns->len > 0 && !has_beginning (turns) && _vnus_time_get (validity) != NULL)
    add_turn (turns, VNUS_RECORD (agreement), _vnus_time_ref (validity), TRUE);

  return turns;
}

/* --- Whether it holds --- */

typedef struct
{
  int from, to;
} Days;

/* For all days asked about and all choices: one beginning is surely past, and no
 * end can lie between it and the last of the days. */
static gboolean
holds_in_all (GArray *turns,
              Days    days)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *start = &g_array_index (turns, Turn, i);
      gboolean ended = FALSE;

      if (!start->begins || start->bounds.latest_start > days.from || start->time->known != VNUS_TRUTH_CERTAINLY)
        continue;
      for (guint j = 0; j < turns->len && !ended; j++)
        {
          const Turn *end = &g_array_index (turns, Turn, j);

          ended = !end->begins && MAX (end->bounds.earliest_start, start->bounds.earliest_start) < days.to &&
                  end->bounds.latest_start >= start->bounds.earliest_start;
        }
      if (!ended)
        return TRUE;
    }

  return FALSE;
}

/* For some day and some choice. An agreement is in force on its last day. */
static gboolean
holds_in_some (GArray *turns,
               Days    days)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *start = &g_array_index (turns, Turn, i);
      int day = MAX (days.from, start->bounds.earliest_start);
      gboolean ended = FALSE;

      if (!start->begins || day > days.to)
        continue;
      /* The later it begins the fewer ends lie between, and the sooner the day. */
      for (guint j = 0; j < turns->len && !ended; j++)
        {
          const Turn *end = &g_array_index (turns, Turn, j);

          ended = !end->begins && end->bounds.latest_start < day &&
                  end->bounds.earliest_start >= MIN (start->bounds.latest_start, day);
        }
      if (!ended)
        return TRUE;
    }

  return FALSE;
}

/* Whether the validity that the agreement itself gives covers the days. */
static VnusTruth
is_valid (VnusTime *validity,
          VnusDate *date)
{
  VnusAnswers answers = { 0 };

  for (guint i = 0; i < _vnus_time_get_n (validity); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (validity, i));
      int from = vnus_date_get_earliest_start (date), to = vnus_date_get_latest_end (date);

      _vnus_answers_add (&answers, bounds.latest_start <= from && to <= bounds.earliest_end      ? VNUS_TRUTH_CERTAINLY
                                   : bounds.earliest_start > to || bounds.latest_end < from ? VNUS_TRUTH_NO
                                                                                             : VNUS_TRUTH_POSSIBLY);
    }

  return _vnus_answers_get (&answers);
}

/* --- One agreement --- */

typedef struct
{
  VnusTruth   truth;
  VnusReasons reasons;
} Answer;

static Answer
weigh_turns (GArray *turns,
             Days    days)
{
  Answer answer = { .truth = VNUS_TRUTH_NO };

  if (holds_in_all (turns, days))
    answer.truth = VNUS_TRUTH_CERTAINLY;
  else if (holds_in_some (turns, days))
    answer.truth = VNUS_TRUTH_POSSIBLY;
  if (answer.truth != VNUS_TRUTH_POSSIBLY)
    return answer;

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->differ)
        answer.reasons |= VNUS_REASONS_SOURCES_DIFFER;
      if (turn->time->known != VNUS_TRUTH_CERTAINLY)
        answer.reasons |= VNUS_REASONS_KNOWN_VAGUELY;
    }
  if (answer.reasons == VNUS_REASONS_NONE)
    answer.reasons = VNUS_REASONS_DATE_VAGUE;

  return answer;
}

static void
add_evidence (VnusFinding *finding,
              GArray      *turns)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      _vnus_finding_add_step (finding, _vnus_time_step (turn->time, vnus_record_get_id (turn->record)));
      _vnus_finding_add_evidence (finding, vnus_record_get_id (turn->record), NULL);
    }
}

static gboolean
has_end (GArray   *turns,
         VnusTime *validity)
{
  for (guint i = 0; i < turns->len; i++)
    if (!g_array_index (turns, Turn, i).begins)
      return TRUE;

  return _vnus_time_get (validity) != NULL && !vnus_date_is_end_open (_vnus_time_get (validity));
}

static int
last_word (VnusAsk    *ask,
           VnusRecord *agreement,
           GArray     *turns)
{
  int last = _vnus_last_word (ask->view, agreement);

  for (guint i = 0; i < turns->len; i++)
    last = MAX (last, _vnus_last_word (ask->view, g_array_index (turns, Turn, i).record));

  return last;
}

/* Both what it says of its validity and what was done to it must allow it. */
static Answer
weigh (VnusAsk       *ask,
       VnusAgreement *agreement,
       GArray        *turns,
       VnusTime      *validity)
{
  VnusDate *date = ask->arguments[0].date;
  Days days = { vnus_date_get_earliest_start (date), vnus_date_get_latest_end (date) };
  Answer answer = { .truth = VNUS_TRUTH_CERTAINLY };

  if (has_beginning (turns))
    answer = weigh_turns (turns, days);
  if (_vnus_time_get (validity) != NULL)
    {
      VnusTruth valid = is_valid (validity, date);

      if (valid == VNUS_TRUTH_CERTAINLY && validity->known != VNUS_TRUTH_CERTAINLY)
        valid = VNUS_TRUTH_POSSIBLY;
      if (valid == VNUS_TRUTH_POSSIBLY)
        answer.reasons |= validity->known != VNUS_TRUTH_CERTAINLY     ? VNUS_REASONS_KNOWN_VAGUELY
                          : _vnus_time_get_n (validity) > 1 ? VNUS_REASONS_SOURCES_DIFFER
                                                            : VNUS_REASONS_DATE_VAGUE;
      answer.truth = vnus_truth_and (answer.truth, valid);
    }
  else if (!has_beginning (turns)) /* signed at most: nothing says that it came into force */
    {
      answer.truth = VNUS_TRUTH_POSSIBLY;
      answer.reasons |= VNUS_REASONS_NO_EVIDENCE;
    }
  else if (has_beginning (turns) && turns->len > 0 && !is_binding (agreement) && answer.truth == VNUS_TRUTH_CERTAINLY &&
           vnus_record_get_presence (VNUS_RECORD (agreement), "validity") == VNUS_PRESENCE_UNKNOWN)
    {
      answer.truth = VNUS_TRUTH_POSSIBLY;
      answer.reasons |= VNUS_REASONS_DATE_VAGUE;
    }

  return answer;
}

/* Whether what is only signed was not even signed then: nothing was done to it
 * yet, whichever of the dates is right. */
static gboolean
is_before_all (VnusAsk       *ask,
               VnusAgreement *agreement)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (agreement));
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, id);
  int last = vnus_date_get_latest_end (ask->arguments[0].date);
  gboolean any = FALSE;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      g_autoptr (VnusTime) time = NULL;

      if (!VNUS_IS_TREATY_ACTION (record) || g_strcmp0 (vnus_treaty_action_get_agreement (VNUS_TREATY_ACTION (record)), id) != 0)
        continue;
      time = _vnus_time_of (ask->view, record);
      for (guint t = 0; t < _vnus_time_get_n (time); t++)
        {
          if (vnus_date_get_earliest_start (_vnus_time_get_nth (time, t)) <= last)
            return FALSE;
          any = TRUE;
        }
    }

  return any;
}

static void
add_agreement (VnusAsk       *ask,
               VnusFinding   *finding,
               VnusAgreement *agreement)
{
  VnusRecord *record = VNUS_RECORD (agreement);
  g_autoptr (VnusTime) validity = _vnus_time_new (ask->view, record, "validity");
  g_autoptr (GArray) turns = gather_turns (ask, agreement, validity);
  Answer answer = weigh (ask, agreement, turns, validity);
  VnusFindingItem *item;

  if (answer.truth == VNUS_TRUTH_POSSIBLY && !has_beginning (turns) && _vnus_time_get (validity) == NULL &&
      is_before_all (ask, agreement))
    answer.truth = VNUS_TRUTH_NO;
  if (answer.truth == VNUS_TRUTH_NO)
    {
      if (ask->arguments[1].record != NULL)
        {
          _vnus_finding_add_counter (finding, vnus_record_get_id (record), NULL);
          add_evidence (finding, turns);
        }
      return;
    }

  item = _vnus_finding_list_record (finding, vnus_record_get_id (record), answer.truth, answer.reasons);
  item->sense = is_binding (agreement) ? "in-force" : "operative";
  _vnus_time_add_evidence (validity, finding);
  add_evidence (finding, turns);
  if (!has_end (turns, validity) && vnus_date_get_latest_end (ask->arguments[0].date) > last_word (ask, record, turns))
    _vnus_finding_add_reason (finding, VNUS_REASONS_AFTER_LAST_SOURCE);
}

/* --- The finding --- */

static gboolean
is_asked (VnusAsk       *ask,
          VnusAgreement *agreement)
{
  VnusRecord *party = ask->arguments[2].record;

  if (!_vnus_agreement_is_of_relation (ask->view, ask->relation, agreement))
    return FALSE;
  if (party == NULL)
    return TRUE;

  for (guint i = 0; i < vnus_agreement_get_n_parties (agreement); i++)
    if (g_strcmp0 (_vnus_body_root (ask->view, vnus_agreement_get_party (agreement, i)),
                   _vnus_body_root (ask->view, vnus_record_get_id (party))) == 0)
      return TRUE;

  return FALSE;
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask)
{
  static const struct
  {
    const char *sense;
    const char *key;
  } senses[] = { { "in-force", "in-force-on.in-force" }, { "operative", "in-force-on.operative" } };

  for (guint s = 0; s < G_N_ELEMENTS (senses); s++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
      VnusPhrase *sentence;

      for (guint i = 0; i < finding->items->len; i++)
        if (g_str_equal (_vnus_finding_get_item (finding, i)->sense, senses[s].sense))
          g_ptr_array_add (items, _vnus_finding_item_phrase (_vnus_finding_get_item (finding, i)));
      if (items->len == 0)
        continue;

      sentence = _vnus_phrase_new (senses[s].key);
      _vnus_phrase_add_date (sentence, "date", ask->arguments[0].date, VNUS_DATE_STYLE_PROSE);
      _vnus_phrase_add_list (sentence, "agreements", (VnusPhrase **) items->pdata, items->len, "semicolon");
      _vnus_finding_add_sentence (finding, sentence);
    }

  if ((finding->reasons & VNUS_REASONS_AFTER_LAST_SOURCE) != 0)
    _vnus_finding_add_sentence (finding, _vnus_phrase_new ("in-force-on.last-recorded"));

  if (finding->items->len == 0)
    {
      VnusPhrase *sentence = _vnus_phrase_new (ask->arguments[1].record != NULL  ? "in-force-on.not"
                                               : finding->truth == VNUS_TRUTH_NO ? "in-force-on.none"
                                                                                 : "in-force-on.not-recorded");

      if (ask->arguments[1].record != NULL)
        _vnus_phrase_add_record (sentence, "agreement", vnus_record_get_id (ask->arguments[1].record));
      _vnus_phrase_add_date (sentence, "date", ask->arguments[0].date, VNUS_DATE_STYLE_PROSE);
      _vnus_finding_set_sentence (finding, sentence);
    }
}

static void
settle (VnusAsk     *ask,
        VnusFinding *finding)
{
  VnusBounds bounds = _vnus_get_bounds (ask->arguments[0].date);
  g_autofree char *scope = ask->relation != NULL
                             ? g_strconcat ("kind:agreement relation:", vnus_record_get_id (ask->relation), NULL)
                             : g_strdup ("kind:agreement");

  if (finding->items->len > 0)
    _vnus_finding_settle_list (finding);
  else if (ask->arguments[1].record != NULL ||
           _vnus_ask_is_covered (ask, finding, scope, VNUS_DAY_MIN, bounds.latest_end))
    _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
  else
    {
      _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
      _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
    }
}

VnusFinding *
_vnus_rule_in_force_on (VnusAsk  *ask,
                        GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);

  _vnus_finding_set_list (finding, "records");
  if (ask->arguments[1].record != NULL)
    {
      add_agreement (ask, finding, VNUS_AGREEMENT (ask->arguments[1].record));
    }
  else
    {
      g_autoptr (GPtrArray) agreements = _vnus_list_of_relation (ask->view, ask->relation, VNUS_KINDS (AGREEMENT));

      for (guint i = 0; i < agreements->len; i++)
        if (is_asked (ask, g_ptr_array_index (agreements, i)))
          add_agreement (ask, finding, g_ptr_array_index (agreements, i));
    }
  settle (ask, finding);
  say (finding, ask);

  return _vnus_finding_seal (finding);
}
