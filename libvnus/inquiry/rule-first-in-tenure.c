/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule first-in-tenure.
 *
 * A visit is the first in the tenure if no other visit of the guest to the host
 * begins in the tenure and before it. Terms that follow one another are one
 * tenure. */
#include "inquiry/vnus-visits-private.h"

typedef struct
{
  VnusAsk         *ask;
  VnusFinding     *finding;
  VnusComing      *coming;
  VnusParticipant *guest;
  const char      *person;
  const char      *office;
  const char      *host;
  int              earliest, latest; /* the first day of the tenure */
  gboolean         is_vague;         /* it is not known from a tenure */
  GPtrArray       *earlier;          /* (element-type utf8) borrowed; visits that certainly were */
} Case;

/* --- The tenure --- */

static gboolean
leads_to (int end,
          int start)
{
  return end == VNUS_DAY_MAX || (gint64) end + 1 >= start;
}

/* The start of the term, or of those that lead to it without a gap. */
static void
join_terms (GPtrArray *terms,
            guint      index,
            int       *earliest,
            int       *latest)
{
  VnusBounds bounds = _vnus_time_get_bounds (((VnusTerm *) g_ptr_array_index (terms, index))->time);
  gboolean joined;

  *earliest = bounds.earliest_start;
  *latest = bounds.latest_start;
  do
    {
      joined = FALSE;
      for (guint i = 0; i < terms->len; i++)
        {
          const VnusTerm *term = g_ptr_array_index (terms, i);
          VnusBounds before = _vnus_time_get_bounds (term->time);

          if (!_vnus_term_is_interval (term) || !leads_to (before.latest_end, *earliest))
            continue;
          joined = joined || before.earliest_start < *earliest;
          *earliest = MIN (*earliest, before.earliest_start);
          if (leads_to (before.earliest_end, *latest) && before.latest_start < *latest)
            {
              joined = TRUE;
              *latest = before.latest_start;
            }
        }
    }
  while (joined);
}

/* Whether a tenure that is only attested may be another one, of which no more is
 * known: none that is recorded certainly has its day. */
static gboolean
is_apart (GPtrArray      *terms,
          const VnusTerm *attested)
{
  VnusBounds bounds = _vnus_time_get_bounds (attested->time);

  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      int from, to;

      if (_vnus_term_is_interval (term) && _vnus_term_get_sure_days (term, &from, &to) && from <= bounds.earliest_start &&
          bounds.latest_end <= to)
        return FALSE;
    }

  return TRUE;
}

/* What is attested before the tenure may have led to it, from any day on. Where
 * the visit may lie outside of recorded tenures it may lie in an attested one. */
static void
allow_for_attested (Case      *c,
                    GPtrArray *terms,
                    gboolean   is_within)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      VnusBounds bounds = _vnus_time_get_bounds (term->time);

      if (_vnus_term_is_interval (term) || !is_apart (terms, term))
        continue;
      if (bounds.earliest_start < c->latest || !is_within)
        c->earliest = VNUS_DAY_MIN;
      if (!is_within)
        c->latest = c->coming->bounds.latest_start;
    }
}

/* Whether by one of its dates the visit began in one of those of the term. */
static gboolean
may_begin_in (const VnusComing *coming,
              const VnusTerm   *term)
{
  for (guint i = 0; i < _vnus_time_get_n (coming->time); i++)
    {
      VnusDate *when = _vnus_time_get_nth (coming->time, i);

      if (_vnus_term_may_touch (term, vnus_date_get_earliest_start (when), vnus_date_get_latest_start (when)) &&
          _vnus_term_may_cover (term, when))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_in (const VnusComing *coming,
           const VnusTerm   *term)
{
  int from, to;

  return _vnus_term_get_sure_days (term, &from, &to) && from <= coming->bounds.earliest_start &&
         coming->bounds.latest_start <= to;
}

static VnusPhrase *
say_tenure (const Case *c)
{
  const gboolean is_open = c->earliest == VNUS_DAY_MIN;
  VnusPhrase *step = _vnus_phrase_new (is_open ? "first-in-tenure.step-tenure-open" : "first-in-tenure.step-tenure");
  g_autoptr (VnusDate) start = is_open ? NULL : vnus_date_new_day (c->earliest);

  _vnus_phrase_add_person (step, "person", c->person, c->office);
  if (!is_open)
    _vnus_phrase_add_date (step, "date", start, VNUS_DATE_STYLE_PROSE);

  return step;
}

/* When the tenure in which the visit falls began; any day before the visit if no
 * tenure tells. */
static void
find_tenure (Case *c)
{
  g_autoptr (GPtrArray) terms = _vnus_list_terms (c->ask->view, c->person, c->office);
  gboolean found = FALSE, is_within = FALSE;

  c->earliest = VNUS_DAY_MIN;
  c->latest = c->coming->bounds.latest_start;
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      int earliest, latest;

      if (!_vnus_term_is_interval (term) || !may_begin_in (c->coming, term))
        continue;
      join_terms (terms, i, &earliest, &latest);
      c->earliest = found ? MIN (c->earliest, earliest) : earliest;
      c->latest = found ? MAX (c->latest, latest) : latest;
      found = TRUE;
      is_within = is_within || begins_in (c->coming, term);
      _vnus_time_add_evidence (term->time, c->finding);
    }
  c->is_vague = !found;
  if (found)
    allow_for_attested (c, terms, is_within);

  if (found)
    _vnus_finding_add_step (c->finding, say_tenure (c));
}

/* --- Other visits --- */

/* Whether @other makes it not the first. */
static VnusTruth
is_earlier (Case             *c,
            const VnusComing *other,
            VnusReasons      *reasons)
{
  VnusTruth before = _vnus_coming_is_before (other, c->coming);
  VnusTruth since = _vnus_coming_is_since (other, c->earliest, c->latest);
  VnusTruth dated = vnus_truth_and (before, since);
  VnusTruth truth = vnus_truth_and (dated, other->counts);

  if (truth == VNUS_TRUTH_CERTAINLY && other->time->known != VNUS_TRUTH_CERTAINLY)
    truth = VNUS_TRUTH_POSSIBLY;
  if (truth == VNUS_TRUTH_POSSIBLY)
    {
      *reasons |= _vnus_coming_doubt (other, since);
      if (before == VNUS_TRUTH_POSSIBLY)
        *reasons |= c->coming->differ || other->differ ? VNUS_REASONS_SOURCES_DIFFER : VNUS_REASONS_DATE_VAGUE;
    }

  return truth;
}

static VnusTruth
search_others (Case        *c,
               VnusReasons *reasons)
{
  g_autoptr (GPtrArray) comings = _vnus_list_visits_of_person (c->ask, c->person, c->host);
  VnusTruth found = VNUS_TRUTH_NO;

  for (guint i = 0; i < comings->len; i++)
    {
      const VnusComing *other = g_ptr_array_index (comings, i);
      VnusTruth truth;

      if (other->visit == c->coming->visit)
        continue;
      truth = is_earlier (c, other, reasons);
      if (truth == VNUS_TRUTH_NO)
        continue;

      _vnus_finding_add_counter (c->finding, vnus_record_get_id (VNUS_RECORD (other->visit)), NULL);
      _vnus_finding_add_step (c->finding, _vnus_coming_step (other));
      found = vnus_truth_or (found, truth);
      if (truth == VNUS_TRUTH_CERTAINLY)
        g_ptr_array_add (c->earlier, (gpointer) vnus_record_get_id (VNUS_RECORD (other->visit)));
    }

  return found;
}

/* --- The finding --- */

static VnusFinding *
find_nothing (VnusFinding *finding,
              const char  *visit,
              const char  *key)
{
  VnusPhrase *sentence = _vnus_phrase_new (key);

  _vnus_phrase_add_record (sentence, "event", visit);
  _vnus_finding_add_evidence (finding, visit, NULL);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (finding, sentence);
  return _vnus_finding_seal (finding);
}

static void
say (Case *c)
{
  static const char *const keys[] = { "first-in-tenure.no", "first-in-tenure.possibly", "first-in-tenure.certainly" };
  VnusPhrase *sentence = _vnus_phrase_new (keys[c->finding->truth]);

  _vnus_phrase_add_record (sentence, "event", vnus_record_get_id (VNUS_RECORD (c->coming->visit)));
  _vnus_phrase_add_record (sentence, "person", c->person);
  _vnus_phrase_add_record (sentence, "office", c->office);
  _vnus_phrase_add_record (sentence, "host", _vnus_body_root (c->ask->view, c->host));
  if (c->finding->truth == VNUS_TRUTH_POSSIBLY)
    _vnus_phrase_add_reasons (sentence, "reasons", c->finding->reasons);
  if (c->finding->truth == VNUS_TRUTH_NO)
    {
      g_ptr_array_add (c->earlier, NULL);
      _vnus_phrase_add_records (sentence, "others", (const char *const *) c->earlier->pdata, "semicolon");
    }
  _vnus_finding_set_sentence (c->finding, sentence);
}

static void
settle (Case *c)
{
  VnusReasons reasons = VNUS_REASONS_NONE;
  VnusTruth earlier = search_others (c, &reasons);
  g_autofree char *scope = _vnus_visits_scope (c->host, c->office, c->person);
  g_autofree char *search = _vnus_visits_scope (c->host, NULL, c->person); /* in whatever capacity */

  if (earlier == VNUS_TRUTH_CERTAINLY)
    {
      _vnus_finding_set_truth (c->finding, VNUS_TRUTH_NO);
      return;
    }

  if (c->is_vague)
    reasons |= VNUS_REASONS_DATE_VAGUE;
  /* The day itself is asked for too: where the tenure begins with the visit it is all
   * that could tell of an earlier tenure. */
  if (!_vnus_ask_search_is_covered (c->ask, c->finding, scope, search, c->earliest, c->coming->bounds.latest_start) ||
      earlier != VNUS_TRUTH_NO || c->coming->time->known != VNUS_TRUTH_CERTAINLY)
    {
      if (c->coming->time->known != VNUS_TRUTH_CERTAINLY)
        reasons |= VNUS_REASONS_KNOWN_VAGUELY;
      _vnus_finding_set_truth (c->finding, VNUS_TRUTH_POSSIBLY);
      _vnus_finding_add_reason (c->finding, reasons);
      return;
    }

  _vnus_finding_set_truth (c->finding, VNUS_TRUTH_CERTAINLY);
}

VnusFinding *
_vnus_rule_first_in_tenure (VnusAsk  *ask,
                            GError  **error)
{
  VnusVisit *visit = VNUS_VISIT (ask->arguments[0].record);
  const char *id = vnus_record_get_id (VNUS_RECORD (visit));
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusParticipant *guest = _vnus_visit_get_guest (visit);
  g_autoptr (VnusComing) coming = NULL;
  g_autoptr (GPtrArray) earlier = g_ptr_array_new ();
  Case c = { .ask = ask, .finding = finding, .guest = guest, .host = vnus_visit_get_host (visit), .earlier = earlier };

  if (guest == NULL || vnus_participant_get_actor (guest) == NULL || c.host == NULL)
    return find_nothing (finding, id, "first-in-tenure.no-guest");

  c.person = vnus_participant_get_actor (guest);
  c.office = _vnus_visit_get_office (ask, visit, guest);
  if (c.office == NULL)
    return find_nothing (finding, id, "first-in-tenure.no-office");

  c.coming = coming = _vnus_coming_new (ask, visit, c.person);
  _vnus_finding_add_evidence (finding, id, NULL);
  _vnus_finding_add_step (finding, _vnus_coming_step (coming));
  find_tenure (&c);
  settle (&c);
  say (&c);

  return _vnus_finding_seal (finding);
}
