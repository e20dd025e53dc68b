/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule holder-on. */
#include "inquiry/vnus-ask-private.h"

#include "inquiry/vnus-tenure-private.h"

static gboolean
is_exclusive (VnusAsk *ask)
{
  VnusOffice *office = _vnus_lookup_office (ask->view, vnus_record_get_id (ask->arguments[0].record));

  return office != NULL && vnus_office_get_exclusive (office);
}

/* Days that were certainly held without a break. */
typedef struct
{
  int from, to;
} Run;

/* Makes the run longer by a term that shares a day with it: that on which the
 * office passed. One that begins on the morrow leaves room for another holder. */
static gboolean
grow (const VnusTerm *term,
      Run            *run)
{
  int from, to;

  if (!_vnus_term_get_sure_days (term, &from, &to) || from > run->to || to < run->from ||
      (from >= run->from && to <= run->to))
    return FALSE;

  *run = (Run) { MIN (run->from, from), MAX (run->to, to) };
  return TRUE;
}

/* The run of others than @person that holds the first of the days. */
static gboolean
find_run_of_others (GPtrArray  *terms,
                    const char *person,
                    int         day,
                    Run        *run)
{
  gboolean found = FALSE, grown;

  for (guint i = 0; i < terms->len && !found; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      found = !g_str_equal (term->person, person) && _vnus_term_get_sure_days (term, &run->from, &run->to) &&
              run->from <= day && day <= run->to;
    }

  do
    {
      grown = FALSE;
      for (guint i = 0; i < terms->len && found; i++)
        {
          const VnusTerm *term = g_ptr_array_index (terms, i);

          if (!g_str_equal (term->person, person))
            grown = grow (term, run) || grown;
        }
    }
  while (grown);

  return found;
}

/* Whether the term can be where the run leaves room, its first and last day included. */
static gboolean
fits_beside (const VnusTerm *term,
             const Run      *run)
{
  if (!_vnus_term_is_interval (term))
    return _vnus_term_may_touch (term, VNUS_DAY_MIN, run->from) || _vnus_term_may_touch (term, run->to, VNUS_DAY_MAX);

  for (guint i = 0; i < _vnus_time_get_n (term->time); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (term->time, i));

      if (bounds.earliest_end <= run->from || bounds.latest_start >= run->to)
        return TRUE;
    }

  return FALSE;
}

typedef enum
{
  ROOM,     /* others leave room, or there may be several holders */
  NO_ROOM,  /* the person held it on other days */
  DISPUTED, /* the person cannot have held it on other days either: sources differ */
} Place;

/* What the others, who certainly held an office with one holder at a time, leave
 * of it to @person on the date. */
static Place
find_place (VnusAsk    *ask,
            GPtrArray  *terms,
            const char *person)
{
  VnusBounds bounds = _vnus_get_bounds (ask->arguments[1].date);
  Run run;

  if (!is_exclusive (ask) || !find_run_of_others (terms, person, bounds.earliest_start, &run) ||
      run.from >= bounds.earliest_start || run.to <= bounds.latest_end)
    return ROOM;

  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      if (g_str_equal (term->person, person) && _vnus_term_may_cover (term, ask->arguments[1].date) && !fits_beside (term, &run))
        return DISPUTED;
    }

  return NO_ROOM;
}

static gboolean
may_hold (GPtrArray  *terms,
          const char *person,
          VnusDate   *date)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      if (g_str_equal (term->person, person) && _vnus_term_may_cover (term, date))
        return TRUE;
    }

  return FALSE;
}

static void
add_evidence (VnusAsk     *ask,
              VnusFinding *finding,
              GPtrArray   *terms,
              const char  *person)
{
  VnusDate *date = ask->arguments[1].date;

  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      VnusPhrase *step;

      if (!g_str_equal (term->person, person) || !_vnus_term_may_cover (term, date))
        continue;

      _vnus_time_add_evidence (term->time, finding);
      if (vnus_date_is_end_open (_vnus_time_get (term->time)) &&
          vnus_date_get_latest_end (date) > _vnus_last_word (ask->view, term->record))
        _vnus_finding_add_reason (finding, VNUS_REASONS_AFTER_LAST_SOURCE);

      step = _vnus_phrase_new ("holder-on.step");
      _vnus_phrase_add_person (step, "person", person, term->office);
      _vnus_phrase_add_date (step, "date", _vnus_time_get (term->time), VNUS_DATE_STYLE_PROSE);
      _vnus_finding_add_step (finding, step);
    }
}

/* Two tenures that cannot both be so: neither is certain. */
static void
dispute_all (VnusFinding *finding)
{
  for (guint i = 0; i < finding->items->len; i++)
    {
      VnusFindingItem *item = g_ptr_array_index (finding->items, i);

      item->truth = VNUS_TRUTH_POSSIBLY;
      item->reasons |= VNUS_REASONS_SOURCES_DIFFER;
    }
  _vnus_finding_add_reason (finding, VNUS_REASONS_SOURCES_DIFFER);
}

/* Two who certainly held an exclusive office share the day on which it passed
 * from one to the other. */
static gboolean
is_shared_day (VnusFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < finding->items->len; i++)
    n += _vnus_finding_get_item (finding, i)->truth == VNUS_TRUTH_CERTAINLY;

  return n > 1;
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask,
     gboolean     is_shared)
{
  VnusPhrase *sentence;

  if (finding->items->len == 0)
    {
      sentence = _vnus_phrase_new (finding->truth == VNUS_TRUTH_NO ? "holder-on.none" : "holder-on.not-recorded");
    }
  else
    {
      sentence = _vnus_phrase_new (is_shared                                                          ? "holder-on.shared"
                                   : (finding->reasons & VNUS_REASONS_AFTER_LAST_SOURCE) != 0 ? "holder-on.last-recorded"
                                                                                              : "holder-on.holders");
      _vnus_phrase_add_items (sentence, "persons", finding, "and");
    }
  _vnus_phrase_add_record (sentence, "office", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_date (sentence, "date", ask->arguments[1].date, VNUS_DATE_STYLE_PROSE);
  _vnus_finding_set_sentence (finding, sentence);
}

static void
settle_empty (VnusAsk     *ask,
              VnusFinding *finding)
{
  g_autofree char *scope = g_strconcat ("kind:tenure office:", vnus_record_get_id (ask->arguments[0].record), NULL);
  VnusBounds bounds = _vnus_get_bounds (ask->arguments[1].date);

  if (_vnus_ask_is_covered (ask, finding, scope, bounds.earliest_start, bounds.latest_end))
    {
      _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
      return;
    }

  _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
}

/* Whose tenures cover the date. An attested tenure proves its own day alone. */
VnusFinding *
_vnus_rule_holder_on (VnusAsk  *ask,
                      GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  g_autoptr (GPtrArray) terms = _vnus_list_terms (ask->view, NULL, vnus_record_get_id (ask->arguments[0].record));
  VnusDate *date = ask->arguments[1].date;
  VnusBounds bounds = _vnus_get_bounds (date);
  gboolean is_shared, is_disputed = FALSE;

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      VnusReasons reasons = VNUS_REASONS_NONE;
      VnusTruth truth;
      Place place;

      if (_vnus_finding_lists (finding, term->person) || !may_hold (terms, term->person, date))
        continue;
      place = find_place (ask, terms, term->person);
      if (place == NO_ROOM)
        continue;
      is_disputed = is_disputed || place == DISPUTED;
      truth = _vnus_terms_hold (terms, term->person, bounds.earliest_start, bounds.latest_end, &reasons);
      if (truth == VNUS_TRUTH_NO)
        continue;

      _vnus_finding_add_record (finding, term->person, truth)->reasons = reasons;
      if (truth == VNUS_TRUTH_POSSIBLY)
        _vnus_finding_add_reason (finding, reasons);
      add_evidence (ask, finding, terms, term->person);
    }

  if (is_disputed)
    dispute_all (finding);
  is_shared = is_exclusive (ask) && is_shared_day (finding);
  if (is_shared)
    _vnus_finding_add_reason (finding, VNUS_REASONS_DATE_VAGUE);
  if (finding->items->len > 0)
    _vnus_finding_settle_list (finding);
  else
    settle_empty (ask, finding);
  say (finding, ask, is_shared);

  return _vnus_finding_seal (finding);
}
