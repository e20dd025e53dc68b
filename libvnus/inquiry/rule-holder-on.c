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

/* Who alone held it all the while, and on the days around. */
static const char *
find_sole_holder (GPtrArray *terms,
                  VnusDate  *date)
{
  VnusBounds bounds = _vnus_get_bounds (date);
  const char *holder = NULL;

  if (bounds.earliest_start == VNUS_DAY_MIN || bounds.latest_end == VNUS_DAY_MAX)
    return NULL;

  for (guint i = 0; i < terms->len && holder == NULL; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      if (_vnus_terms_hold (terms, term->person, bounds.earliest_start - 1, bounds.latest_end + 1, NULL) ==
          VNUS_TRUTH_CERTAINLY)
        holder = term->person;
    }

  return holder;
}

/* Whether the intervals of whoever held it leave no day open around the date:
 * then an attestation that could be of any year is of another day. */
static gboolean
is_always_held (GPtrArray *terms,
                VnusDate  *date)
{
  VnusBounds bounds = _vnus_get_bounds (date);
  g_autoptr (GPtrArray) intervals = g_ptr_array_new ();

  if (bounds.earliest_start == VNUS_DAY_MIN || bounds.latest_end == VNUS_DAY_MAX)
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    if (_vnus_term_is_interval (g_ptr_array_index (terms, i)))
      g_ptr_array_add (intervals, g_ptr_array_index (terms, i));

  return _vnus_terms_hold (intervals, NULL, bounds.earliest_start - 1, bounds.latest_end + 1, NULL) ==
         VNUS_TRUTH_CERTAINLY;
}

static gboolean
is_only_attested (GPtrArray  *terms,
                  const char *person,
                  VnusDate   *date)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      if (g_str_equal (term->person, person) && _vnus_term_is_interval (term) && _vnus_term_may_cover (term, date))
        return FALSE;
    }

  return TRUE;
}

/* Of an office with one holder at a time, those that others leave no room for. */
static gboolean
is_excluded (VnusAsk    *ask,
             GPtrArray  *terms,
             const char *person)
{
  VnusDate *date = ask->arguments[1].date;
  const char *sole;

  if (!is_exclusive (ask))
    return FALSE;

  sole = find_sole_holder (terms, date);
  if (sole != NULL)
    return !g_str_equal (sole, person);

  return is_always_held (terms, date) && is_only_attested (terms, person, date);
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

static gboolean
is_listed (VnusFinding *finding,
           const char  *id)
{
  for (guint i = 0; i < finding->items->len; i++)
    if (g_str_equal (_vnus_finding_get_item (finding, i)->id, id))
      return TRUE;

  return FALSE;
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
  gboolean is_shared;

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      VnusReasons reasons = VNUS_REASONS_NONE;
      VnusTruth truth;

      if (is_listed (finding, term->person) || is_excluded (ask, terms, term->person))
        continue;
      truth = _vnus_terms_hold (terms, term->person, bounds.earliest_start, bounds.latest_end, &reasons);
      if (truth == VNUS_TRUTH_NO)
        continue;

      _vnus_finding_add_record (finding, term->person, truth)->reasons = reasons;
      if (truth == VNUS_TRUTH_POSSIBLY)
        _vnus_finding_add_reason (finding, reasons);
      add_evidence (ask, finding, terms, term->person);
    }

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
