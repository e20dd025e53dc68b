/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule growth: the change on the same period of the year before, in one
 * series, and what a change that was reported implies for that period.
 *
 * A printed rate stands for all that round to it: 0.11 is 0.105 to 0.115. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-indicator.h>
#include <vnus/vnus-observation.h>

#include <math.h>
#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

typedef struct
{
  double low, high; /* INFINITY where there is no bound */
} Interval;

/* --- Observations --- */

/* Whether @period is that of the days from @from to @to. */
static gboolean
is_period (VnusDate *period,
           int       from,
           int       to)
{
  g_autoptr (VnusDate) extent = vnus_date_to_extent (period);

  return extent != NULL && vnus_date_get_earliest_start (extent) == from && vnus_date_get_latest_end (extent) == to;
}

/* Of several that were published the last revision. */
static VnusObservation *
find_observation (VnusAsk *ask,
                  int      from,
                  int      to)
{
  const char *indicator = vnus_record_get_id (ask->arguments[0].record);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, indicator);
  VnusObservation *best = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      VnusObservation *observation;

      if (!VNUS_IS_OBSERVATION (record))
        continue;
      observation = VNUS_OBSERVATION (record);
      if (g_strcmp0 (vnus_observation_get_indicator (observation), indicator) != 0 ||
          vnus_observation_get_period (observation) == NULL ||
          !is_period (vnus_observation_get_period (observation), from, to))
        continue;
      if (best == NULL || vnus_observation_get_vintage (observation) > vnus_observation_get_vintage (best))
        best = observation;
    }

  return best;
}

static Interval
interval_of (VnusAmount *amount)
{
  double number = vnus_amount_to_double (amount);

  switch ((int) vnus_amount_get_bound (amount))
    {
    case VNUS_BOUND_MORE_THAN:
    case VNUS_BOUND_AT_LEAST:
      return (Interval) { number, INFINITY };

    case VNUS_BOUND_LESS_THAN:
    case VNUS_BOUND_AT_MOST:
      return (Interval) { 0, number };

    default:
      return (Interval) { number, number };
    }
}

/* The amount with all its rivals; TRUE if there are any. */
static gboolean
read_amount (VnusAsk         *ask,
             VnusObservation *observation,
             Interval        *interval)
{
  gsize n_claims = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (ask->view, vnus_record_get_id (VNUS_RECORD (observation)), "amount",
                                                   &n_claims);
  gboolean differ = FALSE;

  *interval = interval_of (vnus_observation_get_amount (observation));
  for (gsize i = 0; i < n_claims; i++)
    {
      VnusAmount *amount = vnus_value_get_amount (claims[i]->value);

      if (claims[i]->standing == VNUS_CLAIM_STANDING_RIVAL && amount != NULL)
        {
          Interval other = interval_of (amount);

          interval->low = MIN (interval->low, other.low);
          interval->high = MAX (interval->high, other.high);
          differ = TRUE;
        }
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);

  return differ;
}

/* All numbers that are printed as @decimal when rounded to its places. */
static Interval
unround (const char *decimal)
{
  const char *point = strchr (decimal, '.');
  double number = g_ascii_strtod (decimal, NULL);
  double half = 0.5 * pow (10, point != NULL ? -(double) strlen (point + 1) : 0);

  return (Interval) { number - half, number + half };
}

/* --- Numbers as text --- */

static char *
format_number (double number,
               int    places)
{
  char buffer[64];

  if (isinf (number))
    return NULL;

  g_ascii_formatd (buffer, sizeof buffer, places == 2 ? "%.2f" : "%.4f", number);
  if (strchr (buffer, '.') != NULL)
    {
      gsize length = strlen (buffer);

      while (buffer[length - 1] == '0')
        length--;
      if (buffer[length - 1] == '.')
        length--;
      buffer[length] = '\0';
    }

  return g_strdup (g_str_equal (buffer, "-0") ? "0" : buffer);
}

static VnusAmount *
make_amount (const char *number,
             const char *unit)
{
  return number != NULL ? vnus_amount_parse (number, VNUS_BOUND_EXACT, unit, NULL) : NULL;
}

static void
add_amount (VnusPhrase *phrase,
            const char *name,
            const char *number,
            const char *unit)
{
  g_autoptr (VnusAmount) amount = make_amount (number, unit);

  _vnus_phrase_add_amount (phrase, name, amount);
}

/* To four digits, as a reader needs it; the value keeps all. */
static void
add_rounded (VnusPhrase *phrase,
             const char *name,
             const char *number,
             const char *unit)
{
  double exact = g_ascii_strtod (number, NULL);
  double step = exact > 0 ? pow (10, floor (log10 (exact)) - 3) : 1;
  g_autofree char *rounded = format_number (floor (exact / step + 0.5) * step, 4);

  add_amount (phrase, name, rounded, unit);
}

/* --- The finding --- */

typedef struct
{
  VnusAsk         *ask;
  VnusFinding     *finding;
  VnusObservation *current;
  VnusObservation *previous;
} Case;

static void
begin_sentence (Case       *c,
                VnusPhrase *sentence)
{
  _vnus_phrase_add_record (sentence, "indicator", vnus_record_get_id (c->ask->arguments[0].record));
  _vnus_phrase_add_date (sentence, "period", c->ask->arguments[1].date, VNUS_DATE_STYLE_PROSE);
}

static VnusFinding *
find_nothing (Case       *c,
              const char *key)
{
  VnusPhrase *sentence = _vnus_phrase_new (key);

  begin_sentence (c, sentence);
  if (c->current != NULL)
    _vnus_finding_add_evidence (c->finding, vnus_record_get_id (VNUS_RECORD (c->current)), NULL);
  _vnus_finding_add_reason (c->finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (c->finding, sentence);
  return _vnus_finding_seal (c->finding);
}

/* How far “about” goes is not told. */
static gboolean
is_about (VnusObservation *observation)
{
  VnusAmount *amount = observation != NULL ? vnus_observation_get_amount (observation) : NULL;

  return amount != NULL && vnus_amount_get_bound (amount) == VNUS_BOUND_ABOUT;
}

/* From the amounts of both periods. */
static void
compare (Case *c)
{
  Interval current, previous;
  gboolean differ = read_amount (c->ask, c->current, &current) | read_amount (c->ask, c->previous, &previous);
  g_autofree char *low = format_number (isinf (previous.high) ? -1 : current.low / previous.high - 1, 4);
  g_autofree char *high = format_number (isinf (current.high) || previous.low == 0 ? INFINITY : current.high / previous.low - 1, 4);
  gboolean exact = high != NULL && g_str_equal (low, high);
  VnusPhrase *sentence = _vnus_phrase_new (high == NULL ? "growth.at-least" : exact ? "growth.computed" : "growth.between");

  if (differ)
    _vnus_finding_add_reason (c->finding, VNUS_REASONS_SOURCES_DIFFER);
  else if (!exact)
    _vnus_finding_add_reason (c->finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_truth (c->finding, exact ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY);
  _vnus_finding_set_number (c->finding, low, high, "ratio");
  _vnus_finding_add_evidence (c->finding, vnus_record_get_id (VNUS_RECORD (c->previous)), NULL);

  begin_sentence (c, sentence);
  add_amount (sentence, "low", low, "ratio");
  if (high != NULL && !exact)
    add_amount (sentence, "high", high, "ratio");
  _vnus_finding_set_sentence (c->finding, sentence);
}

/* To which side what follows from an amount is open. */
static const char *
beyond_word (VnusBound bound)
{
  if (bound == VNUS_BOUND_ABOUT)
    return "about";

  return bound == VNUS_BOUND_LESS_THAN || bound == VNUS_BOUND_AT_MOST ? "less" : "more";
}

/* From the rate that a source printed; the earlier amount follows. */
static void
tell_reported (Case *c)
{
  VnusAmount *change = vnus_observation_get_change_as_reported (c->current);
  VnusAmount *amount = vnus_observation_get_amount (c->current);
  Interval rate = unround (vnus_amount_get_number (change));
  g_autofree char *low = format_number (rate.low, 4), *high = format_number (rate.high, 4);
  const char *printed = vnus_amount_get_number (change);
  gboolean is_fall = printed[0] == '-';
  VnusPhrase *sentence = _vnus_phrase_new (is_fall ? "growth.reported-fall" : "growth.reported");

  _vnus_finding_set_number (c->finding, low, high, "ratio");
  _vnus_finding_set_truth (c->finding, VNUS_TRUTH_CERTAINLY);
  begin_sentence (c, sentence);
  add_amount (sentence, "change", is_fall ? printed + 1 : printed, "ratio");
  _vnus_finding_set_sentence (c->finding, sentence);

  if (amount != NULL && rate.low > -1)
    {
      double number = vnus_amount_to_double (amount);
      g_autofree char *earlier_low = format_number (number / (1 + rate.high), 2);
      g_autofree char *earlier_high = format_number (number / (1 + rate.low), 2);
      VnusBound bound = vnus_amount_get_bound (amount);
      VnusPhrase *implied = _vnus_phrase_new (bound == VNUS_BOUND_EXACT ? "growth.implied" : "growth.implied-from-bound");

      _vnus_finding_set_implied (c->finding, earlier_low, earlier_high, vnus_amount_get_unit (amount));
      _vnus_phrase_add_amount (implied, "amount", amount);
      add_rounded (implied, "low", earlier_low, vnus_amount_get_unit (amount));
      add_rounded (implied, "high", earlier_high, vnus_amount_get_unit (amount));
      if (bound != VNUS_BOUND_EXACT)
        _vnus_phrase_add_text (implied, "beyond", beyond_word (bound));
      _vnus_finding_add_sentence (c->finding, implied);
    }
}

static void
add_step (Case            *c,
          VnusObservation *observation)
{
  VnusAmount *amount = vnus_observation_get_amount (observation);
  VnusPhrase *step;

  if (amount == NULL)
    return;

  step = _vnus_phrase_new ("growth.step");
  _vnus_phrase_add_record (step, "indicator", vnus_record_get_id (c->ask->arguments[0].record));
  _vnus_phrase_add_date (step, "period", vnus_observation_get_period (observation), VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_amount (step, "amount", amount);
  _vnus_finding_add_step (c->finding, step);
}

VnusFinding *
_vnus_rule_growth (VnusAsk  *ask,
                   GError  **error)
{
  Case c = { .ask = ask, .finding = _vnus_ask_new_finding (ask) };
  g_autoptr (VnusDate) extent = vnus_date_to_extent (ask->arguments[1].date);
  int from = extent != NULL ? vnus_date_get_earliest_start (extent) : VNUS_DAY_MIN;
  int to = extent != NULL ? vnus_date_get_latest_end (extent) : VNUS_DAY_MAX;

  if (from == VNUS_DAY_MIN || to == VNUS_DAY_MAX || vnus_date_get_kind (ask->arguments[1].date) == VNUS_DATE_KIND_ONE_OF)
    return find_nothing (&c, "growth.no-period");

  c.current = find_observation (ask, from, to);
  if (c.current == NULL)
    return find_nothing (&c, "growth.not-recorded");
  c.previous = find_observation (ask, _vnus_day_add_months (from, -12), _vnus_day_add_months (to + 1, -12) - 1);

  add_step (&c, c.current);
  if (c.previous != NULL)
    add_step (&c, c.previous);
  _vnus_finding_add_evidence (c.finding, vnus_record_get_id (VNUS_RECORD (c.current)), NULL);
  if (vnus_observation_get_change_as_reported (c.current) != NULL)
    tell_reported (&c);
  else if (is_about (c.current) || is_about (c.previous))
    return find_nothing (&c, "growth.approximate");
  else if (c.previous != NULL && vnus_observation_get_amount (c.current) != NULL &&
           vnus_observation_get_amount (c.previous) != NULL &&
           g_strcmp0 (vnus_amount_get_unit (vnus_observation_get_amount (c.current)),
                      vnus_amount_get_unit (vnus_observation_get_amount (c.previous))) == 0)
    compare (&c);
  else
    return find_nothing (&c, "growth.no-earlier");

  if (_vnus_is_known (ask->view, VNUS_RECORD (c.current), NULL) != VNUS_TRUTH_CERTAINLY)
    {
      _vnus_finding_set_truth (c.finding, VNUS_TRUTH_POSSIBLY);
      _vnus_finding_add_reason (c.finding, VNUS_REASONS_KNOWN_VAGUELY);
    }

  return _vnus_finding_seal (c.finding);
}
