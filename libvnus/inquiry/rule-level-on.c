/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule level-on.
 *
 * On a ladder, a level holds from its start until its end or until another
 * level of the ladder starts, whichever comes first. A stage that severs or
 * suspends relations and names no level of its own is a level “none”.
 *
 * For one choice of days this is: start ≤ day ≤ end, and no other level starts
 * after it and not after the day. Starts and ends are independent of each
 * other, so that the bounds tell whether all choices or some choice make it
 * true.
 */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-level.h>
#include <vnus/vnus-stage.h>

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"

typedef struct
{
  VnusStage  *stage;
  const char *level;  /* NULL: none */
  const char *ladder; /* NULL: of all ladders */
  VnusTime   *time;
} Step;

static void
step_clear (gpointer data)
{
  _vnus_time_unref (((Step *) data)->time);
}

/* --- Reading the stages --- */

static const char *
ladder_of (VnusChronicle *view,
           const char    *level)
{
  VnusRecord *record = level != NULL ? vnus_chronicle_lookup (view, level) : NULL;

  if (record != NULL && !_vnus_is_in_view (view, level))
    record = _vnus_chronicle_lookup_base (view, level);

  return record != NULL && VNUS_IS_LEVEL (record) ? vnus_level_get_ladder (VNUS_LEVEL (record)) : NULL;
}

static gboolean
is_break (VnusStage *stage)
{
  VnusStageAct act = vnus_stage_get_act (stage);

  return act == VNUS_STAGE_ACT_SEVERED || act == VNUS_STAGE_ACT_SUSPENDED || act == VNUS_STAGE_ACT_CLOSED;
}

/* A break that names the level that it broke: that level does not hold. */
static gboolean
names_what_it_broke (GPtrArray *stages,
                     VnusStage *stage)
{
  for (guint i = 0; i < stages->len; i++)
    {
      VnusStage *other = g_ptr_array_index (stages, i);

      if (!is_break (other) && g_strcmp0 (vnus_stage_get_level (other), vnus_stage_get_level (stage)) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *step_a = a, *step_b = b;
  int ladders = g_strcmp0 (step_a->ladder, step_b->ladder);

  if (ladders != 0)
    return ladders;

  return vnus_date_compare (_vnus_time_get (step_a->time), _vnus_time_get (step_b->time));
}

static GPtrArray *
list_stages (VnusAsk *ask)
{
  const char *relation = vnus_record_get_id (ask->arguments[0].record);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, relation);
  GPtrArray *stages = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_STAGE (record) && g_strcmp0 (vnus_stage_get_relation (VNUS_STAGE (record)), relation) == 0)
        g_ptr_array_add (stages, record);
    }

  return stages;
}

/* The steps of the relation, by ladder and date; those of @ladder alone, if it
 * is given. */
static GArray *
gather_steps (VnusAsk    *ask,
              const char *ladder)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) stages = list_stages (ask);

  g_array_set_clear_func (steps, step_clear);
  for (guint i = 0; i < stages->len; i++)
    {
      Step step = { .stage = g_ptr_array_index (stages, i) };

      step.level = vnus_stage_get_level (step.stage);
      step.ladder = ladder_of (ask->view, step.level);
      if (is_break (step.stage) && names_what_it_broke (stages, step.stage))
        step.level = NULL;
      if ((step.level == NULL && !is_break (step.stage)) ||
          (ladder != NULL && step.ladder != NULL && !g_str_equal (ladder, step.ladder)))
        continue;

      step.time = _vnus_time_of (ask->view, VNUS_RECORD (step.stage));
      if (_vnus_time_get (step.time) == NULL)
        _vnus_time_unref (step.time);
      else
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);

  return steps;
}

/* --- Whether one holds --- */

/* A date without extent is of the beginning, and of an attested stage of any day
 * of it: what follows, or went before, is not known. */
static VnusBounds
bounds_of (const Step *step,
           guint       choice)
{
  VnusDate *during = _vnus_time_get_nth (step->time, choice);
  VnusBounds bounds = _vnus_get_bounds (during);

  if (vnus_date_get_kind (during) != VNUS_DATE_KIND_INTERVAL)
    {
      bounds.latest_end = VNUS_DAY_MAX;
      if (vnus_stage_get_act (step->stage) == VNUS_STAGE_ACT_ATTESTED)
        bounds.earliest_start = VNUS_DAY_MIN;
    }

  return bounds;
}

static gboolean
can_replace (const Step *other,
             const Step *step)
{
  return other != step && g_strcmp0 (other->level, step->level) != 0 &&
         (other->ladder == NULL || step->ladder == NULL || g_str_equal (other->ladder, step->ladder));
}

typedef struct
{
  GArray     *steps;
  VnusBounds *bounds; /* of each step, as chosen */
  int         from, to; /* the days asked about */
} Question;

static gboolean
holds_in_all (const Question *question,
              guint           index)
{
  const Step *step = &g_array_index (question->steps, Step, index);
  const VnusBounds *own = &question->bounds[index];

  if (own->latest_start > question->from || own->earliest_end < question->to)
    return FALSE;

  for (guint i = 0; i < question->steps->len; i++)
    {
      const VnusBounds *other = &question->bounds[i];

      if (can_replace (&g_array_index (question->steps, Step, i), step) && other->earliest_start <= question->to &&
          MIN (other->latest_start, question->to) > own->earliest_start)
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_in_some_on (const Question *question,
                  guint           index,
                  int             day)
{
  const Step *step = &g_array_index (question->steps, Step, index);
  const VnusBounds *own = &question->bounds[index];

  if (day < question->from || day > question->to || day < own->earliest_start || day > own->latest_end)
    return FALSE;

  for (guint i = 0; i < question->steps->len; i++)
    {
      const VnusBounds *other = &question->bounds[i];

      if (can_replace (&g_array_index (question->steps, Step, i), step) && other->latest_start <= day &&
          other->earliest_start > MIN (own->latest_start, day))
        return FALSE;
    }

  return TRUE;
}

/* Whether some choice makes it hold changes only at a few days. */
static gboolean
holds_in_some (const Question *question,
               guint           index)
{
  const VnusBounds *own = &question->bounds[index];
  int first = MAX (question->from, own->earliest_start), last = MIN (question->to, own->latest_end);

  if (holds_in_some_on (question, index, first) || holds_in_some_on (question, index, last) ||
      holds_in_some_on (question, index, own->latest_start))
    return TRUE;

  for (guint i = 0; i < question->steps->len; i++)
    {
      const VnusBounds *other = &question->bounds[i];

      if (holds_in_some_on (question, index, other->earliest_start) ||
          (other->latest_start > VNUS_DAY_MIN && holds_in_some_on (question, index, other->latest_start - 1)))
        return TRUE;
    }

  return FALSE;
}

/* The truth for every choice among rivals. */
static VnusTruth
holds (GArray      *steps,
       VnusDate    *date,
       guint        index,
       VnusAnswers *answers)
{
  g_autofree VnusBounds *bounds = g_new (VnusBounds, steps->len);
  g_autofree guint *choice = g_new0 (guint, steps->len);
  g_autofree guint *n_choices = g_new (guint, steps->len);
  Question question = { steps, bounds, vnus_date_get_earliest_start (date), vnus_date_get_latest_end (date) };
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n_choices[i] = _vnus_time_get_n (g_array_index (steps, Step, i).time);

  do
    {
      for (guint i = 0; i < steps->len; i++)
        bounds[i] = bounds_of (&g_array_index (steps, Step, i), choice[i]);
      _vnus_answers_add (answers, holds_in_all (&question, index)    ? VNUS_TRUTH_CERTAINLY
                                  : holds_in_some (&question, index) ? VNUS_TRUTH_POSSIBLY
                                                                     : VNUS_TRUTH_NO);
    }
  while (_vnus_next_choice (choice, n_choices, steps->len) && ++n < VNUS_MAX_CHOICES);

  if (n == VNUS_MAX_CHOICES)
    _vnus_answers_add (answers, VNUS_TRUTH_POSSIBLY);
  return _vnus_answers_get (answers);
}

/* --- The finding --- */

static void
note_age (VnusAsk     *ask,
          VnusFinding *finding,
          const Step  *step)
{
  VnusDate *during = _vnus_time_get (step->time);
  int last_word = _vnus_last_word (ask->view, VNUS_RECORD (step->stage));

  if (vnus_date_is_end_open (during) && vnus_date_get_latest_end (ask->arguments[1].date) > last_word)
    _vnus_finding_add_reason (finding, VNUS_REASONS_AFTER_LAST_SOURCE);
}

/* Adds a level, or what another stage of it told makes more certain. */
static void
add_level (VnusFinding *finding,
           const Step  *step,
           VnusTruth    truth,
           VnusReasons  reasons)
{
  VnusFindingItem *item = NULL;

  for (guint i = 0; i < finding->items->len && item == NULL; i++)
    if (g_str_equal (((VnusFindingItem *) g_ptr_array_index (finding->items, i))->id, step->level))
      item = g_ptr_array_index (finding->items, i);

  if (item == NULL)
    {
      item = _vnus_finding_add_record (finding, step->level, truth);
      item->sense = step->ladder != NULL ? step->ladder : "";
      item->reasons = truth == VNUS_TRUTH_POSSIBLY ? reasons : VNUS_REASONS_NONE;
    }
  else if (truth == VNUS_TRUTH_CERTAINLY)
    {
      item->truth = truth;
      item->reasons = VNUS_REASONS_NONE;
    }
  _vnus_time_add_evidence (step->time, finding);
}

static void
add_step (VnusFinding *finding,
          const Step  *step)
{
  _vnus_finding_add_step (finding, _vnus_time_step (step->time, vnus_record_get_id (VNUS_RECORD (step->stage))));
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask)
{
  VnusPhrase *sentence;

  if (finding->items->len > 0)
    {
      sentence = _vnus_phrase_new ((finding->reasons & VNUS_REASONS_AFTER_LAST_SOURCE) != 0 ? "level-on.last-recorded"
                                                                                           : "level-on.levels");
      _vnus_phrase_add_items (sentence, "levels", finding, "and");
    }
  else
    {
      sentence = _vnus_phrase_new (finding->truth == VNUS_TRUTH_NO ? "level-on.none" : "level-on.not-recorded");
    }
  _vnus_phrase_add_record (sentence, "relation", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_date (sentence, "date", ask->arguments[1].date, VNUS_DATE_STYLE_PROSE);
  _vnus_finding_set_sentence (finding, sentence);
}

/* Whether every ladder on which the relation has a step is certainly broken. */
static gboolean
is_all_broken (GArray *steps,
               GArray *breaks)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const char *ladder = g_array_index (steps, Step, i).ladder;
      gboolean broken = FALSE;

      for (guint j = 0; j < breaks->len && !broken; j++)
        {
          const char *of = g_array_index (steps, Step, g_array_index (breaks, guint, j)).ladder;

          broken = of == NULL || g_strcmp0 (of, ladder) == 0;
        }
      if (!broken)
        return FALSE;
    }

  return breaks->len > 0;
}

/* Nothing holds: certain only after a break, or where all stages are declared. */
static void
settle_empty (VnusAsk     *ask,
              VnusFinding *finding,
              gboolean     is_broken)
{
  g_autofree char *scope = g_strconcat ("kind:stage relation:", vnus_record_get_id (ask->arguments[0].record), NULL);
  VnusDate *date = ask->arguments[1].date;

  if (is_broken || _vnus_ask_is_covered (ask, finding, scope, vnus_date_get_earliest_start (date),
                                         vnus_date_get_latest_end (date)))
    {
      _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
      return;
    }

  _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
}

VnusFinding *
_vnus_rule_level_on (VnusAsk  *ask,
                     GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  g_autoptr (GArray) steps = gather_steps (ask, ask->arguments[2].text);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint)); /* those that certainly hold */

  _vnus_finding_set_list (finding, "levels");
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      VnusAnswers answers = { 0 };
      VnusTruth truth = holds (steps, ask->arguments[1].date, i, &answers);

      if (truth == VNUS_TRUTH_CERTAINLY && step->time->known != VNUS_TRUTH_CERTAINLY)
        {
          truth = VNUS_TRUTH_POSSIBLY;
          answers.reasons |= VNUS_REASONS_KNOWN_VAGUELY;
        }
      if (truth == VNUS_TRUTH_NO)
        continue;

      add_step (finding, step);
      note_age (ask, finding, step);
      if (step->level != NULL)
        {
          add_level (finding, step, truth, answers.reasons);
        }
      else
        {
          _vnus_time_add_evidence (step->time, finding);
          if (truth == VNUS_TRUTH_CERTAINLY)
            g_array_append_val (breaks, i);
        }
    }

  for (guint i = 0; i < finding->items->len; i++)
    _vnus_finding_add_reason (finding, _vnus_finding_get_item (finding, i)->reasons);
  if (finding->items->len > 0)
    _vnus_finding_settle_list (finding);
  else
    settle_empty (ask, finding, is_all_broken (steps, breaks));
  say (finding, ask);

  return _vnus_finding_seal (finding);
}
