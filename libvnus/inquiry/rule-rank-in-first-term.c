/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule rank-in-first-term.
 *
 * Of the visits to a host by holders of an office since a date, those in the
 * visitor's own first term, and of each visitor the earliest; by their starts.
 * The rank is one more than the number of other visitors who came before.
 */
#include "inquiry/vnus-visits-private.h"

typedef struct
{
  VnusAsk    *ask;
  GPtrArray  *comings;
  GPtrArray  *terms;
  VnusComing *coming;
  int         earliest, latest; /* the date */
} Case;

/* --- First terms --- */

/* The term that is told to be the first, or comes first where none is told. */
static const VnusTerm *
find_first_term (const Case *c,
                 const char *person)
{
  const VnusTerm *first = NULL;

  for (guint i = 0; i < c->terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (c->terms, i);

      if (!g_str_equal (term->person, person) || !(_vnus_term_is_interval (term) || term->number > 0))
        continue;
      if (term->number == 1)
        return term;
      if (first == NULL && term->number == 0)
        first = term;
    }

  return first;
}

/* By one of its dates, the day on which the term began left to the one before. */
static gboolean
may_be_after_start (const VnusComing *coming,
                    const VnusTerm   *term)
{
  for (guint i = 0; i < _vnus_time_get_n (term->time); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (term->time, i));

      if (bounds.earliest_start < coming->bounds.latest_start && coming->bounds.earliest_start <= bounds.latest_end)
        return TRUE;
    }

  return FALSE;
}

/* Whether some later term covers the visit: certainly, if it does by each of its dates. */
static VnusTruth
is_in_later_term (const Case       *c,
                  const VnusComing *coming)
{
  VnusTruth truth = VNUS_TRUTH_NO;

  for (guint i = 0; i < c->terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (c->terms, i);
      int from, to;

      if (!g_str_equal (term->person, coming->person) || term->number <= 1)
        continue;
      if (_vnus_term_get_sure_days (term, &from, &to) && from < coming->bounds.earliest_start &&
          coming->bounds.latest_start <= to)
        return VNUS_TRUTH_CERTAINLY;
      if (may_be_after_start (coming, term))
        truth = VNUS_TRUTH_POSSIBLY;
    }

  return truth;
}

static VnusTruth
is_in_first_term (const Case       *c,
                  const VnusComing *coming,
                  VnusReasons      *reasons)
{
  const VnusTerm *term = find_first_term (c, coming->person);
  VnusTruth later = is_in_later_term (c, coming);
  int from, to;

  if (later == VNUS_TRUTH_CERTAINLY)
    return VNUS_TRUTH_NO;
  if (term == NULL)
    {
      *reasons |= VNUS_REASONS_NO_EVIDENCE;
      return VNUS_TRUTH_POSSIBLY;
    }

  if (!_vnus_term_may_touch (term, coming->bounds.earliest_start, coming->bounds.latest_start))
    return VNUS_TRUTH_NO;
  if (later == VNUS_TRUTH_NO && _vnus_term_get_sure_days (term, &from, &to) && from <= coming->bounds.earliest_start &&
      coming->bounds.latest_start <= to)
    return VNUS_TRUTH_CERTAINLY;

  *reasons |= _vnus_time_get_n (term->time) > 1 ? VNUS_REASONS_SOURCES_DIFFER : VNUS_REASONS_DATE_VAGUE;
  return VNUS_TRUTH_POSSIBLY;
}

/* Whether @coming is one that is ranked. */
static VnusTruth
is_ranked (const Case       *c,
           const VnusComing *coming,
           VnusReasons      *reasons)
{
  VnusReasons doubts = VNUS_REASONS_NONE;
  VnusTruth since = _vnus_coming_is_since (coming, c->earliest, c->latest);
  VnusTruth truth = vnus_truth_and (since, is_in_first_term (c, coming, &doubts));

  truth = vnus_truth_and (truth, coming->counts);
  if (coming->time->known != VNUS_TRUTH_CERTAINLY)
    truth = vnus_truth_and (truth, VNUS_TRUTH_POSSIBLY);
  if (truth == VNUS_TRUTH_POSSIBLY)
    *reasons |= doubts | _vnus_coming_doubt (coming, since);

  return truth;
}

/* --- The rank --- */

/* Whether @person came in a first term before the visit that is asked about. */
static VnusTruth
came_before (const Case  *c,
             const char  *person,
             VnusFinding *finding,
             VnusReasons *reasons)
{
  VnusTruth found = VNUS_TRUTH_NO;

  for (guint i = 0; i < c->comings->len; i++)
    {
      const VnusComing *other = g_ptr_array_index (c->comings, i);
      VnusReasons doubts = VNUS_REASONS_NONE;
      VnusTruth before, truth;

      if (other->visit == c->coming->visit || !g_str_equal (other->person, person))
        continue;
      before = _vnus_coming_is_before (other, c->coming);
      truth = vnus_truth_and (before, is_ranked (c, other, &doubts));
      if (truth == VNUS_TRUTH_NO)
        continue;

      if (before == VNUS_TRUTH_POSSIBLY)
        doubts |= _vnus_coming_doubt (other, before);
      if (truth == VNUS_TRUTH_POSSIBLY)
        *reasons |= doubts;
      found = vnus_truth_or (found, truth);
      _vnus_finding_add_evidence (finding, vnus_record_get_id (VNUS_RECORD (other->visit)), NULL);
      _vnus_finding_add_step (finding, _vnus_coming_step (other));
    }

  return found;
}

static void
count_others (const Case  *c,
              VnusFinding *finding,
              int         *min,
              int         *max,
              VnusReasons *reasons)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *min = *max = 1;
  g_hash_table_add (seen, (gpointer) c->coming->person);
  for (guint i = 0; i < c->comings->len; i++)
    {
      const char *person = ((VnusComing *) g_ptr_array_index (c->comings, i))->person;
      VnusReasons doubts = VNUS_REASONS_NONE;
      VnusTruth truth;

      if (!g_hash_table_add (seen, (gpointer) person))
        continue;
      truth = came_before (c, person, finding, &doubts);
      *min += truth == VNUS_TRUTH_CERTAINLY;
      *max += truth != VNUS_TRUTH_NO;
      if (truth == VNUS_TRUTH_POSSIBLY)
        *reasons |= doubts;
    }
}

/* --- The finding --- */

static void
say (VnusFinding *finding,
     const Case  *c,
     const char  *office)
{
  VnusPhrase *sentence;

  if (finding->truth == VNUS_TRUTH_NO)
    sentence = _vnus_phrase_new ("rank-in-first-term.no");
  else if (finding->max == VNUS_RANGE_OPEN)
    sentence = _vnus_phrase_new ("rank-in-first-term.at-least");
  else
    sentence = _vnus_phrase_new (finding->min == finding->max ? "rank-in-first-term.exactly" : "rank-in-first-term.between");

  _vnus_phrase_add_record (sentence, "event", vnus_record_get_id (VNUS_RECORD (c->coming->visit)));
  _vnus_phrase_add_record (sentence, "person", c->coming->person);
  _vnus_phrase_add_record (sentence, "office", office);
  _vnus_phrase_add_moment (sentence, "date", c->ask->arguments[1].date);
  if (finding->truth != VNUS_TRUTH_NO)
    {
      _vnus_phrase_add_integer (sentence, "min", finding->min);
      if (finding->max != VNUS_RANGE_OPEN && finding->max != finding->min)
        _vnus_phrase_add_integer (sentence, "max", finding->max);
    }
  _vnus_finding_set_sentence (finding, sentence);
}

static VnusFinding *
find_nothing (VnusFinding *finding,
              const char  *visit)
{
  VnusPhrase *sentence = _vnus_phrase_new ("first-in-tenure.no-office");

  _vnus_phrase_add_record (sentence, "event", visit);
  _vnus_finding_add_evidence (finding, visit, NULL);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (finding, sentence);
  return _vnus_finding_seal (finding);
}

/* Whether the visit that is asked about has a rank: a plan has the one that it
 * will have, whether or not its day has come, and what was called off has none. */
static VnusTruth
will_count (const VnusComing *coming)
{
  VnusStatus status = vnus_event_get_status (VNUS_EVENT (coming->visit));

  if (status == VNUS_STATUS_POSTPONED || status == VNUS_STATUS_CANCELLED)
    return VNUS_TRUTH_NO;

  return (coming->reasons & VNUS_REASONS_KNOWN_VAGUELY) != 0 ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY;
}

static void
settle (VnusFinding *finding,
        Case        *c,
        const char  *host,
        const char  *office)
{
  g_autofree char *scope = _vnus_visits_scope (host, office, NULL);
  VnusReasons reasons = VNUS_REASONS_NONE;
  gboolean is_covered = _vnus_ask_is_covered (c->ask, finding, scope, c->earliest, c->coming->bounds.latest_start);
  VnusTruth own, repeated;
  int min, max;

  c->coming->counts = will_count (c->coming);
  own = is_ranked (c, c->coming, &reasons);
  repeated = came_before (c, c->coming->person, finding, &reasons);
  own = vnus_truth_and (own, vnus_truth_not (repeated));
  if (own == VNUS_TRUTH_NO)
    {
      finding->reasons = VNUS_REASONS_NONE;
      _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
      return;
    }

  count_others (c, finding, &min, &max, &reasons);
  if (!is_covered)
    max = VNUS_RANGE_OPEN;
  _vnus_finding_set_count (finding, min, max, NULL);
  _vnus_finding_set_truth (finding, min == max && own == VNUS_TRUTH_CERTAINLY ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY);
  if (finding->truth == VNUS_TRUTH_POSSIBLY)
    _vnus_finding_add_reason (finding, reasons);
}

VnusFinding *
_vnus_rule_rank_in_first_term (VnusAsk  *ask,
                               GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusVisit *visit = VNUS_VISIT (ask->arguments[0].record);
  const char *id = vnus_record_get_id (VNUS_RECORD (visit)), *host = vnus_visit_get_host (visit);
  VnusParticipant *guest = _vnus_visit_get_guest (visit);
  const char *person = guest != NULL ? vnus_participant_get_actor (guest) : NULL;
  const char *office = person != NULL ? _vnus_visit_get_office (ask, visit, guest) : NULL;
  g_autoptr (GPtrArray) comings = NULL;
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (VnusComing) coming = NULL;
  Case c = { .ask = ask };

  if (office == NULL || host == NULL)
    return find_nothing (finding, id);

  c.comings = comings = _vnus_list_visits_of_office (ask, office, host);
  c.terms = terms = _vnus_list_terms (ask->view, NULL, office);
  c.coming = coming = _vnus_coming_new (ask, visit, person);
  c.earliest = vnus_date_get_earliest_start (ask->arguments[1].date);
  c.latest = vnus_date_get_latest_start (ask->arguments[1].date);
  _vnus_finding_add_evidence (finding, id, NULL);
  _vnus_finding_add_step (finding, _vnus_coming_step (coming));
  settle (finding, &c, host, office);
  say (finding, &c, office);

  return _vnus_finding_seal (finding);
}
