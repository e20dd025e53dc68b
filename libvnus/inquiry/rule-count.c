/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule count: how many distinct records match a query; of measures that give
 * a quantity in one unit, how many of that unit.
 *
 * What matches certainly is counted, what matches possibly makes a range. There
 * may be more than is recorded, unless coverage is declared for the query or a
 * source gives the number itself. Unless the query asks for a status, what did
 * not take place is not counted; unless it asks for a type, nor are private
 * visits and transit. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-matches.h>
#include <vnus/vnus-measure.h>
#include <vnus/vnus-query.h>

#include <string.h>

typedef struct
{
  VnusAsk     *ask;
  VnusFinding *finding;
  VnusQuery   *query;
  char        *scope;    /* the query without its time */
  VnusQuery   *dates;    /* its terms on time alone */
  VnusQuery   *timeless; /* all others */
  VnusDate    *when;     /* (owned) or NULL */
  gboolean     any_status, only_held, any_type;
  const char  *unit;
  GPtrArray   *matched;  /* (element-type VnusRecord) borrowed */
  GHashTable  *disputed; /* (element-type VnusRecord) borrowed */
  int          min, max;
  int          on_record; /* that match at all */
  guint        left_out;
} Case;

/* --- Reading the query --- */

static void
note_term (Case  *c,
           guint  position)
{
  const char *key = vnus_query_get_key (c->query, position);

  if (g_str_equal (key, "status"))
    {
      g_auto (GStrv) values = vnus_query_list_values (c->query, position);

      c->any_status = TRUE;
      c->only_held = !vnus_query_is_negated (c->query, position) && g_strcmp0 (values[0], "held") == 0 && values[1] == NULL;
    }
  else if (g_str_equal (key, "type") || g_str_equal (key, "visit-type"))
    c->any_type = TRUE;
}

/* Takes the plain “when” out of the query: the span that coverage must have. */
static VnusQuery *
take_when (Case *c)
{
  VnusQuery *rest = vnus_query_new ();

  for (guint i = 0; i < vnus_query_get_n_terms (c->query); i++)
    {
      const char *key = vnus_query_get_key (c->query, i);
      g_auto (GStrv) values = vnus_query_list_values (c->query, i);
      gboolean negated = vnus_query_is_negated (c->query, i);
      VnusQuery *next;

      note_term (c, i);
      if (g_str_equal (key, "when") && !negated && c->when == NULL && values[1] == NULL)
        {
          const char *colon = strchr (values[0], ':');

          c->when = vnus_date_parse (colon != NULL ? colon + 1 : values[0], NULL);
          if (c->when != NULL)
            continue;
        }
      next = vnus_query_with_term (rest, key, (const char *const *) values, negated, NULL);
      vnus_query_unref (rest);
      rest = next;
    }

  return rest;
}

static VnusQuery *
take_terms (const VnusQuery *query,
            const char      *key,
            gboolean         with)
{
  VnusQuery *taken = vnus_query_new ();

  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    {
      g_auto (GStrv) values = vnus_query_list_values (query, i);
      VnusQuery *next;

      if (g_str_equal (vnus_query_get_key (query, i), key) != with)
        continue;
      next = vnus_query_with_term (taken, vnus_query_get_key (query, i), (const char *const *) values,
                                   vnus_query_is_negated (query, i), NULL);
      vnus_query_unref (taken);
      taken = next;
    }

  return taken;
}

/* --- Counting --- */

/* Whether a match counts, beyond matching. */
static VnusTruth
counts (Case        *c,
        VnusRecord  *record,
        VnusReasons *reasons)
{
  if (!VNUS_IS_EVENT (record))
    return VNUS_TRUTH_CERTAINLY;
  if (!c->any_type && VNUS_IS_VISIT (record) && _vnus_visit_is_left_out (VNUS_VISIT (record)))
    return VNUS_TRUTH_NO;
  if (!c->any_type && VNUS_IS_VISIT (record) &&
      vnus_record_get_presence (record, "visit-type") == VNUS_PRESENCE_UNKNOWN)
    {
      *reasons |= VNUS_REASONS_NO_EVIDENCE;
      return VNUS_TRUTH_POSSIBLY;
    }
  /* Of the standpoint: what begins after it is not held yet. */
  if (c->any_status && !c->only_held && vnus_event_get_status (VNUS_EVENT (record)) != VNUS_STATUS_HELD)
    return VNUS_TRUTH_CERTAINLY;

  return _vnus_event_is_held (c->ask, VNUS_EVENT (record), reasons);
}

/* --- Quantities --- */

static VnusAmount *
get_quantity (VnusRecord *record)
{
  VnusAmount *quantity = VNUS_IS_MEASURE (record) ? vnus_measure_get_quantity (VNUS_MEASURE (record)) : NULL;

  return quantity != NULL && vnus_amount_get_bound (quantity) == VNUS_BOUND_EXACT &&
             vnus_amount_to_double (quantity) < 1e6 && vnus_amount_get_unit (quantity) != NULL
           ? quantity
           : NULL;
}

/* The one unit in which all that match give a quantity; NULL if they do not. */
static const char *
find_unit (VnusMatches *matches)
{
  const char *unit = NULL;

  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    {
      VnusAmount *quantity = get_quantity (vnus_matches_get_record (matches, i));

      if (quantity == NULL || (unit != NULL && !g_str_equal (unit, vnus_amount_get_unit (quantity))))
        return NULL;
      unit = vnus_amount_get_unit (quantity);
    }

  return unit;
}

static gboolean
is_part_of_another (Case      *c,
                    VnusEvent *event)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (event); i++)
    for (guint j = 0; j < c->matched->len; j++)
      if (g_str_equal (vnus_event_get_whole (event, i), vnus_record_get_id (g_ptr_array_index (c->matched, j))))
        return TRUE;

  return FALSE;
}

/* How much a match adds to the number; a part of another adds nothing. */
static int
weight_of (Case       *c,
           VnusRecord *record)
{
  if (c->unit == NULL)
    return 1;

  return is_part_of_another (c, VNUS_EVENT (record)) ? 0 : (int) vnus_amount_to_double (get_quantity (record));
}

/* --- Matches --- */

/* Why a match is only possible: a rival, a vague date, or what is not recorded. */
static VnusReasons
why_possibly (Case       *c,
              VnusRecord *record)
{
  VnusReasons reasons = VNUS_REASONS_NONE;

  if (g_hash_table_contains (c->disputed, record))
    return VNUS_REASONS_SOURCES_DIFFER;
  if (_vnus_is_known (c->ask->view, record, NULL) != VNUS_TRUTH_CERTAINLY)
    reasons |= VNUS_REASONS_KNOWN_VAGUELY;
  if (vnus_query_test (c->dates, c->ask->view, record) == VNUS_TRUTH_POSSIBLY)
    reasons |= VNUS_REASONS_DATE_VAGUE;
  if (reasons == VNUS_REASONS_NONE || vnus_query_test (c->timeless, c->ask->view, record) == VNUS_TRUTH_POSSIBLY)
    reasons |= VNUS_REASONS_NO_EVIDENCE;

  return reasons;
}

static void
count_match (Case       *c,
             VnusRecord *record,
             VnusTruth   matched)
{
  VnusReasons reasons = VNUS_REASONS_NONE;
  VnusTruth truth = vnus_truth_and (matched, counts (c, record, &reasons));
  const char *id = vnus_record_get_id (record);

  if (truth == VNUS_TRUTH_NO)
    {
      c->left_out++;
      return;
    }

  if (truth == VNUS_TRUTH_CERTAINLY && _vnus_is_known (c->ask->view, record, NULL) != VNUS_TRUTH_CERTAINLY)
    {
      truth = VNUS_TRUTH_POSSIBLY;
      reasons |= VNUS_REASONS_KNOWN_VAGUELY;
    }
  if (matched == VNUS_TRUTH_POSSIBLY)
    reasons |= why_possibly (c, record);
  c->min += truth == VNUS_TRUTH_CERTAINLY ? weight_of (c, record) : 0;
  c->max += weight_of (c, record);
  _vnus_finding_add_evidence (c->finding, id, NULL);
  if (truth == VNUS_TRUTH_POSSIBLY)
    {
      VnusPhrase *step = _vnus_phrase_new ("count.step-possible");

      _vnus_finding_add_reason (c->finding, reasons);
      _vnus_phrase_add_record (step, "record", id);
      _vnus_phrase_add_reasons (step, "reasons", reasons);
      _vnus_finding_add_step (c->finding, step);
    }
}

/* Where a relation is chosen, events are those of it. */
static void
consider (Case       *c,
          VnusRecord *record,
          VnusTruth   matched)
{
  if (VNUS_IS_EVENT (record) && vnus_inquiry_get_relation (c->ask->inquiry) != NULL &&
      !_vnus_event_is_of_relation (c->ask->view, c->ask->relation, VNUS_EVENT (record)))
    return;

  if (g_hash_table_contains (c->disputed, record))
    matched = vnus_truth_and (matched, VNUS_TRUTH_POSSIBLY);
  count_match (c, record, matched);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (vnus_record_get_id (*(VnusRecord *const *) a), vnus_record_get_id (*(VnusRecord *const *) b));
}

/* What would match by another source's word, in the order of ids. */
static void
consider_disputed (Case *c)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, c->disputed);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (!g_ptr_array_find (c->matched, record, NULL))
      g_ptr_array_add (others, record);
  g_ptr_array_sort (others, compare_ids);

  for (guint i = 0; i < others->len; i++)
    consider (c, g_ptr_array_index (others, i), VNUS_TRUTH_POSSIBLY);
}

/* --- What bounds it from above --- */

static gboolean
is_covered (Case *c)
{
  int from = c->when != NULL ? vnus_date_get_earliest_start (c->when) : VNUS_DAY_MIN;
  int to = c->when != NULL ? vnus_date_get_latest_end (c->when) : VNUS_DAY_MAX;

  if (c->ask->standpoint != NULL)
    to = MIN (to, vnus_date_get_latest_end (c->ask->standpoint));
  /* All of it lies after the standpoint: that nothing is there yet needs no evidence. */
  c->finding->is_of_chronicle = from > to;

  return _vnus_ask_is_covered (c->ask, c->finding, c->scope, from, to);
}

/* A source that gives the number for just this question, in the same unit. */
static VnusAssertion *
find_assertion (Case       *c,
                const char *canonical,
                const char *unit)
{
  guint n = vnus_chronicle_get_n_of_kind (c->ask->view, VNUS_KIND_ASSERTION);

  for (guint i = 0; i < n; i++)
    {
      VnusAssertion *assertion = VNUS_ASSERTION (vnus_chronicle_get_nth_of_kind (c->ask->view, VNUS_KIND_ASSERTION, i));
      const char *scope = vnus_assertion_get_scope (assertion);
      g_autoptr (VnusQuery) query = scope != NULL ? vnus_query_parse (scope, NULL) : NULL;
      g_autofree char *text = query != NULL ? vnus_query_to_string (query) : NULL;

      if (g_strcmp0 (vnus_assertion_get_rule (assertion), "count") == 0 && g_strcmp0 (text, canonical) == 0 &&
          vnus_assertion_get_value (assertion) != NULL &&
          (vnus_amount_get_unit (vnus_assertion_get_value (assertion)) == NULL ||
           g_str_equal (vnus_amount_get_unit (vnus_assertion_get_value (assertion)), unit)))
        return assertion;
    }

  return NULL;
}

static gboolean
use_assertion (Case          *c,
               VnusAssertion *assertion)
{
  VnusAmount *value = vnus_assertion_get_value (assertion);
  double number = vnus_amount_to_double (value);
  const char *id = vnus_record_get_id (VNUS_RECORD (assertion));
  VnusPhrase *step = _vnus_phrase_new ("count.step-asserted");

  _vnus_phrase_add_amount (step, "number", value);
  _vnus_phrase_add_record (step, "source", vnus_citation_get_source (vnus_record_get_citation (VNUS_RECORD (assertion), 0)));
  _vnus_finding_add_step (c->finding, step);
  if (vnus_amount_get_bound (value) != VNUS_BOUND_EXACT || number < c->min || number > 1e9)
    {
      _vnus_finding_add_reason (c->finding, VNUS_REASONS_SOURCES_DIFFER);
      _vnus_finding_add_counter (c->finding, id, NULL);
      return FALSE;
    }

  _vnus_finding_add_evidence (c->finding, id, NULL);
  c->min = c->max = (int) number;
  return TRUE;
}

/* --- The finding --- */

static void
say (Case       *c,
     const char *unit,
     const char *query)
{
  VnusPhrase *sentence;

  if (c->max == VNUS_RANGE_OPEN)
    sentence = _vnus_phrase_new (c->min > 0 ? "count.at-least" : c->on_record > 0 ? "count.possible" : "count.none-recorded");
  else
    sentence = _vnus_phrase_new (c->min == c->max ? "count.exactly" : "count.between");
  _vnus_phrase_add_text (sentence, "query", query);
  if (c->max != VNUS_RANGE_OPEN || c->min > 0)
    {
      _vnus_phrase_add_text (sentence, "unit", unit);
      _vnus_phrase_add_integer (sentence, "min", c->min);
    }
  if (c->max != VNUS_RANGE_OPEN && c->max != c->min)
    _vnus_phrase_add_integer (sentence, "max", c->max);
  if (c->max == VNUS_RANGE_OPEN && c->min == 0 && c->on_record > 0)
    _vnus_phrase_add_integer (sentence, "n", c->on_record);
  _vnus_finding_set_sentence (c->finding, sentence);
}

static void
settle (Case       *c,
        const char *unit,
        const char *canonical)
{
  VnusAssertion *assertion = NULL;
  gboolean is_bounded = is_covered (c);

  if (!is_bounded)
    {
      assertion = find_assertion (c, canonical, unit);
      is_bounded = assertion != NULL && use_assertion (c, assertion);
      if (is_bounded)
        c->finding->reasons = VNUS_REASONS_NONE;
    }
  if (c->left_out > 0)
    {
      VnusPhrase *step = _vnus_phrase_new ("count.step-left-out");

      _vnus_phrase_add_integer (step, "n", (int) c->left_out);
      _vnus_finding_add_step (c->finding, step);
    }

  c->on_record = c->max;
  if (!is_bounded)
    c->max = VNUS_RANGE_OPEN;
  if (c->min == 0 && !is_bounded && c->finding->evidence->len == 0)
    _vnus_finding_add_reason (c->finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_count (c->finding, c->min, c->max, unit);
  _vnus_finding_set_truth (c->finding, c->max == 0        ? VNUS_TRUTH_NO
                                       : c->min == c->max ? VNUS_TRUTH_CERTAINLY
                                                          : VNUS_TRUTH_POSSIBLY);
}

static void
case_clear (Case *c)
{
  g_clear_pointer (&c->query, vnus_query_unref);
  g_clear_pointer (&c->dates, vnus_query_unref);
  g_clear_pointer (&c->timeless, vnus_query_unref);
  g_clear_pointer (&c->when, vnus_date_unref);
  g_clear_pointer (&c->scope, g_free);
}

VnusFinding *
_vnus_rule_count (VnusAsk  *ask,
                  GError  **error)
{
  Case c = { .ask = ask };
  g_autoptr (GError) reason = NULL;
  g_autoptr (VnusQuery) rest = NULL;
  g_autoptr (VnusMatches) matches = NULL;
  g_autoptr (GPtrArray) matched = NULL;
  g_autoptr (GHashTable) disputed = NULL;
  g_autofree char *canonical = NULL;
  const char *unit;

  c.query = vnus_query_parse (ask->arguments[0].text, &reason);
  if (c.query == NULL || !vnus_query_check_ids (c.query, vnus_inquiry_get_chronicle (ask->inquiry), &reason))
    {
      g_set_error (error, VNUS_INQUIRY_ERROR,
                   g_error_matches (reason, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_UNKNOWN_ID) ? VNUS_INQUIRY_ERROR_UNKNOWN_ID
                                                                                           : VNUS_INQUIRY_ERROR_BAD_ARGUMENT,
                   "QUERY: %s", reason->message);
      case_clear (&c);
      return NULL;
    }

  c.finding = _vnus_ask_new_finding (ask);
  rest = take_when (&c);
  c.dates = take_terms (c.query, "when", TRUE);
  c.timeless = take_terms (c.query, "when", FALSE);
  c.scope = vnus_query_to_string (rest);
  canonical = vnus_query_to_string (c.query);

  matches = vnus_query_run (c.query, ask->view);
  c.disputed = disputed = _vnus_ask_find_disputed (ask, c.query);
  c.unit = find_unit (matches);
  c.matched = matched = g_ptr_array_new ();
  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    g_ptr_array_add (matched, vnus_matches_get_record (matches, i));
  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    consider (&c, vnus_matches_get_record (matches, i), vnus_matches_get_truth (matches, i));
  consider_disputed (&c);

  unit = c.unit != NULL ? c.unit : vnus_matches_get_unit (matches);
  settle (&c, unit, canonical);
  say (&c, unit, canonical);
  case_clear (&c);

  return _vnus_finding_seal (c.finding);
}
