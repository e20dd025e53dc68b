/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule before. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-place.h>

#include "chronicle/vnus-chronicle-private.h"

#define MAX_DEPTH 16

/* The state that an event took place in; NULL if nothing tells. */
static const char *
state_of (VnusChronicle *view,
          VnusRecord    *record)
{
  const char *id;

  if (!VNUS_IS_EVENT (record))
    return NULL;
  if (VNUS_IS_VISIT (record))
    return _vnus_body_root (view, vnus_visit_get_host (VNUS_VISIT (record)));

  id = vnus_event_get_place (VNUS_EVENT (record), 0);
  for (guint depth = 0; id != NULL && depth < MAX_DEPTH; depth++)
    {
      VnusRecord *place = _vnus_chronicle_lookup_base (view, id);

      if (place == NULL || !VNUS_IS_PLACE (place))
        return id;
      id = vnus_place_get_within (VNUS_PLACE (place));
    }

  return NULL;
}

/* Days are those of the place: a day apart is no order between two states whose
 * clocks differ. */
static VnusTruth
is_before (VnusDate *a,
           VnusDate *b,
           gboolean  between_places)
{
  if (between_places)
    return vnus_date_has_relation_between_places (a, b, VNUS_ALLEN_BEFORE | VNUS_ALLEN_MEETS);

  return vnus_date_is_before (a, b);
}

static void
add_step (VnusFinding *finding,
          VnusTime    *time)
{
  _vnus_finding_add_step (finding, _vnus_time_step (time, time->record));
  _vnus_time_add_evidence (time, finding);
}

static VnusFinding *
find_no_date (VnusFinding *finding,
              VnusRecord  *record)
{
  VnusPhrase *sentence = _vnus_phrase_new ("finding.no-date");

  _vnus_phrase_add_record (sentence, "record", vnus_record_get_id (record));
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (finding, sentence);
  return _vnus_finding_seal (finding);
}

/* The second argument may be a record or a date. */
static VnusTime *
read_second (VnusAsk *ask)
{
  if (ask->arguments[1].record != NULL)
    return _vnus_time_of (ask->view, ask->arguments[1].record);

  return _vnus_time_new_date (NULL, NULL, ask->arguments[1].date);
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask)
{
  static const char *const keys[] = { "before.no", "before.possibly", "before.certainly" };
  g_autoptr (VnusPhrase) second = _vnus_phrase_new (NULL);
  VnusPhrase *sentence = _vnus_phrase_new (keys[finding->truth]);

  if (ask->arguments[1].record != NULL)
    _vnus_phrase_add_record (second, NULL, vnus_record_get_id (ask->arguments[1].record));
  else
    _vnus_phrase_add_moment (second, NULL, ask->arguments[1].date);
  _vnus_phrase_add_record (sentence, "first", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_phrase (sentence, "second", second);
  if (finding->truth == VNUS_TRUTH_POSSIBLY)
    _vnus_phrase_add_reasons (sentence, "reasons", finding->reasons);
  _vnus_finding_set_sentence (finding, sentence);
}

/* Whether all of the first is before all of the second. */
VnusFinding *
_vnus_rule_before (VnusAsk  *ask,
                   GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *first = ask->arguments[0].record, *second = ask->arguments[1].record;
  g_autoptr (VnusTime) a = _vnus_time_of (ask->view, first);
  g_autoptr (VnusTime) b = read_second (ask);
  const char *state_a = state_of (ask->view, first);
  const char *state_b = second != NULL ? state_of (ask->view, second) : NULL;
  gboolean between_places = state_a != NULL && state_b != NULL && !g_str_equal (state_a, state_b);
  VnusAnswers answers = { 0 };
  VnusTruth truth;

  if (_vnus_time_get_n (a) == 0 || _vnus_time_get_n (b) == 0)
    return find_no_date (finding, _vnus_time_get_n (a) == 0 ? first : second);

  for (guint i = 0; i < _vnus_time_get_n (a); i++)
    for (guint j = 0; j < _vnus_time_get_n (b); j++)
      _vnus_answers_add (&answers, is_before (_vnus_time_get_nth (a, i), _vnus_time_get_nth (b, j), between_places));

  truth = _vnus_answers_get (&answers);
  if (vnus_truth_and (a->known, b->known) != VNUS_TRUTH_CERTAINLY)
    {
      truth = VNUS_TRUTH_POSSIBLY;
      answers.reasons |= VNUS_REASONS_KNOWN_VAGUELY;
    }

  add_step (finding, a);
  if (second != NULL)
    add_step (finding, b);
  _vnus_finding_set_truth (finding, truth);
  _vnus_finding_add_reason (finding, answers.reasons);
  say (finding, ask);

  return _vnus_finding_seal (finding);
}
