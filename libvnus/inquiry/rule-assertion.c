/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule assertion: what a source says, held against all others.
 *
 * The rule that the assertion names is asked of a view without its own sources
 * and their families. Nothing that rests on them alone is in that view, be it a
 * record, a value or a declaration of coverage. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-stage.h>

#include <stdlib.h>
#include <string.h>

#include "chronicle/vnus-chronicle-private.h"

#define KEPT_VIEWS "vnus-views-of-others"
#define MOST_KEPT_VIEWS 8

typedef enum
{
  VERDICT_UNDECIDED,
  VERDICT_CONFIRMED,
  VERDICT_CONTRADICTED,
} Verdict;

typedef struct
{
  VnusAsk       *ask;
  VnusAssertion *assertion;
  const char    *rule;
  VnusRecord    *subject; /* in the view of the others, or NULL */
  VnusInquiry   *others;
  VnusFinding   *inner;   /* (owned) or NULL */
} Case;

/* --- Families --- */

static GHashTable *
gather_families (VnusRevision *revision,
                 VnusRecord   *assertion)
{
  GHashTable *families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < vnus_record_get_n_citations (assertion); i++)
    {
      const char *source = vnus_citation_get_source (vnus_record_get_citation (assertion, i));

      g_hash_table_add (families, g_strdup (_vnus_revision_get_family (revision, source)));
    }

  return families;
}

/* Whether a source copies, at any remove, one of a family that is left out. */
static gboolean
is_of_families (VnusRevision *revision,
                const char   *id,
                GHashTable   *families)
{
  for (guint copies = 0; id != NULL && copies < VNUS_REVISION_MAX_COPIES; copies++)
    {
      if (g_hash_table_contains (families, _vnus_revision_get_family (revision, id)) ||
          g_hash_table_contains (families, id))
        return TRUE;
      id = _vnus_revision_get_origin (revision, id);
    }

  return FALSE;
}

/* The same chronicle on the same day of knowledge, according to the others. */
static VnusChronicle *
make_others (VnusChronicle *view,
             GHashTable    *families)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) according_to = vnus_chronicle_list_according_to (view), others = NULL;
  g_autoptr (VnusChronicle) whole = g_object_new (VNUS_TYPE_CHRONICLE, "id", vnus_chronicle_get_id (view), NULL);

  _vnus_revision_unref (whole->revision);
  whole->revision = _vnus_revision_ref (view->base);
  whole->is_frozen = TRUE;

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (whole, VNUS_KIND_SOURCE); i++)
    {
      const char *id = vnus_record_get_id (vnus_chronicle_get_nth_of_kind (whole, VNUS_KIND_SOURCE, i));

      if ((according_to == NULL || g_strv_contains ((const char *const *) according_to, id)) &&
          !is_of_families (view->base, id, families))
        g_strv_builder_add (builder, id);
    }
  others = g_strv_builder_end (builder);

  return vnus_chronicle_make_view (whole, vnus_chronicle_get_known_on (view), (const char *const *) others);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What stands for a set of families, whatever the order in which they came. */
static char *
name_families (GHashTable *families)
{
  guint n;
  g_autofree char **sorted = (char **) g_hash_table_get_keys_as_array (families, &n);

  qsort (sorted, n, sizeof *sorted, compare_names);
  return g_strjoinv ("\n", sorted);
}

/* A source makes many assertions: the views of the others are kept with the view
 * that they are of, which never changes. */
static VnusChronicle *
view_others (VnusChronicle *view,
             VnusRecord    *assertion)
{
  static GMutex mutex; /* any thread may ask of a view */
  g_autoptr (GHashTable) families = gather_families (view->base, assertion);
  g_autofree char *name = name_families (families);
  GHashTable *kept;
  VnusChronicle *others;

  g_mutex_lock (&mutex);
  kept = g_object_get_data (G_OBJECT (view), KEPT_VIEWS);
  if (kept == NULL)
    {
      kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (view), KEPT_VIEWS, kept, (GDestroyNotify) g_hash_table_unref);
    }
  others = g_hash_table_lookup (kept, name);
  if (others == NULL)
    {
      if (g_hash_table_size (kept) >= MOST_KEPT_VIEWS)
        g_hash_table_remove_all (kept);
      others = make_others (view, families);
      g_hash_table_insert (kept, g_steal_pointer (&name), others);
    }
  g_object_ref (others);
  g_mutex_unlock (&mutex);

  return others;
}

/* --- Asking the others --- */

/* The day on which the source spoke: its words are to be read from there. */
static const char *
date_of (Case *c)
{
  VnusRecord *record = VNUS_RECORD (c->assertion);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusRecord *source = _vnus_chronicle_lookup_base (c->ask->view, vnus_citation_get_source (citation));

      if (vnus_citation_get_known (citation) != NULL)
        return vnus_date_get_text (vnus_citation_get_known (citation));
      if (source != NULL && VNUS_IS_SOURCE (source) && vnus_source_get_published (VNUS_SOURCE (source)) != NULL)
        return vnus_date_get_text (vnus_source_get_published (VNUS_SOURCE (source)));
    }

  return c->ask->standpoint != NULL ? vnus_date_get_text (c->ask->standpoint) : NULL;
}

static const char *
unit_of (Case *c)
{
  VnusAmount *value = vnus_assertion_get_value (c->assertion);
  const char *unit = value != NULL ? vnus_amount_get_unit (value) : NULL;

  return unit != NULL ? unit : "years";
}

static const char *
since_of (Case *c)
{
  VnusDate *since = vnus_assertion_get_since (c->assertion);

  return since != NULL ? vnus_date_get_text (since) : NULL;
}

/* The query that is counted, from the day on which the assertion counts. */
static char *
query_of (Case *c)
{
  const char *scope = vnus_assertion_get_scope (c->assertion), *since = since_of (c);

  if (scope == NULL || since == NULL || strstr (scope, "when:") != NULL || strchr (since, '/') != NULL)
    return g_strdup (scope);

  return g_strdup_printf ("%s when:%s/..", scope, since);
}

static const char *
office_of (Case *c)
{
  VnusParticipant *guest = VNUS_IS_VISIT (c->subject) ? _vnus_visit_get_guest (VNUS_VISIT (c->subject)) : NULL;

  return guest != NULL ? vnus_participant_get_capacity (guest) : NULL;
}

/* The arguments of the rule, in the order of its parameters; NULL if the
 * assertion does not tell one of them. */
static gboolean
make_arguments (Case        *c,
                const char **arguments,
                char       **query)
{
  const char *subject = c->subject != NULL ? vnus_record_get_id (c->subject) : NULL;

  if (g_str_equal (c->rule, "count"))
    {
      arguments[0] = *query = query_of (c);
      return arguments[0] != NULL;
    }
  if (subject == NULL)
    return FALSE;
  if (g_str_equal (c->rule, "first-in-tenure") || g_str_equal (c->rule, "members"))
    {
      arguments[0] = subject;
      return TRUE;
    }
  if (g_str_equal (c->rule, "rank-in-first-term"))
    {
      arguments[0] = subject;
      arguments[1] = since_of (c);
      return arguments[1] != NULL;
    }
  if (g_str_equal (c->rule, "first-of-office-since"))
    {
      arguments[0] = office_of (c);
      arguments[1] = VNUS_IS_VISIT (c->subject) ? vnus_visit_get_host (VNUS_VISIT (c->subject)) : NULL;
      arguments[2] = since_of (c);
      return arguments[0] != NULL && arguments[1] != NULL && arguments[2] != NULL;
    }
  if (g_str_equal (c->rule, "elapsed"))
    {
      arguments[0] = subject;
      arguments[1] = date_of (c);
      arguments[2] = unit_of (c);
      return arguments[1] != NULL;
    }
  if (g_str_equal (c->rule, "anniversaries"))
    {
      arguments[0] = date_of (c);
      return arguments[0] != NULL;
    }

  return FALSE;
}

static void
ask_others (Case *c)
{
  const char *arguments[4] = { NULL };
  g_autofree char *query = NULL;

  if (c->rule != NULL && make_arguments (c, arguments, &query))
    c->inner = vnus_inquiry_ask (c->others, c->rule, arguments, NULL);
}

/* The relation that is asked within, or else that of the stage that it is about. */
static const char *
relation_of (Case *c)
{
  const char *chosen = vnus_inquiry_get_relation (c->ask->inquiry);

  if (chosen != NULL || c->subject == NULL || !VNUS_IS_STAGE (c->subject))
    return chosen;

  return vnus_stage_get_relation (VNUS_STAGE (c->subject));
}

/* --- The verdict --- */

/* How a range of what was found stands to the number that is asserted. */
static Verdict
compare_number (VnusAmount *value,
                int         min,
                int         max)
{
  double number = vnus_amount_to_double (value), low = min, high = max == VNUS_RANGE_OPEN ? G_MAXDOUBLE : max;

  switch ((int) vnus_amount_get_bound (value))
    {
    case VNUS_BOUND_AT_LEAST:
      return low >= number ? VERDICT_CONFIRMED : high < number ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED;

    case VNUS_BOUND_MORE_THAN:
      return low > number ? VERDICT_CONFIRMED : high <= number ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED;

    case VNUS_BOUND_AT_MOST:
      return high <= number ? VERDICT_CONFIRMED : low > number ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED;

    case VNUS_BOUND_LESS_THAN:
      return high < number ? VERDICT_CONFIRMED : low >= number ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED;

    case VNUS_BOUND_ABOUT:
      return low == number && high == number ? VERDICT_CONFIRMED : VERDICT_UNDECIDED;

    default:
      if (number < low || number > high)
        return VERDICT_CONTRADICTED;
      return low == high ? VERDICT_CONFIRMED : VERDICT_UNDECIDED;
    }
}

static Verdict
judge_number (Case *c)
{
  VnusAmount *value = vnus_assertion_get_value (c->assertion);
  int min, max;

  if (vnus_finding_get_truth (c->inner) == VNUS_TRUTH_NO && g_str_equal (c->rule, "rank-in-first-term"))
    return VERDICT_CONTRADICTED;
  if (value == NULL || !vnus_finding_get_range (c->inner, &min, &max))
    return VERDICT_UNDECIDED;

  return compare_number (value, min, max);
}

static Verdict
judge_truth (Case *c)
{
  static const Verdict verdicts[] = { VERDICT_CONTRADICTED, VERDICT_UNDECIDED, VERDICT_CONFIRMED };

  return verdicts[vnus_finding_get_truth (c->inner)];
}

/* That another visit certainly came before needs no coverage to be so. */
static Verdict
judge_list (Case *c)
{
  const char *subject = vnus_record_get_id (c->subject);
  guint n = vnus_finding_get_n_records (c->inner);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (vnus_finding_get_record_id (c->inner, i), subject))
      return n == 1 && vnus_finding_get_record_truth (c->inner, i) == VNUS_TRUTH_CERTAINLY ? VERDICT_CONFIRMED
                                                                                           : VERDICT_UNDECIDED;

  return n > 0 || vnus_finding_get_truth (c->inner) == VNUS_TRUTH_NO ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED;
}

static Verdict
judge_anniversary (Case *c)
{
  VnusAmount *value = vnus_assertion_get_value (c->assertion);
  const char *subject = vnus_record_get_id (c->subject);

  for (guint i = 0; value != NULL && i < vnus_finding_get_n_records (c->inner); i++)
    {
      int min, max;

      if (g_str_equal (vnus_finding_get_record_id (c->inner, i), subject) &&
          vnus_finding_get_record_range (c->inner, i, &min, &max))
        return compare_number (value, min, max);
    }

  return VERDICT_UNDECIDED;
}

static Verdict
judge (Case *c)
{
  if (c->inner == NULL)
    return VERDICT_UNDECIDED;
  if (g_str_equal (c->rule, "first-in-tenure"))
    return judge_truth (c);
  if (g_str_equal (c->rule, "first-of-office-since"))
    return judge_list (c);
  if (g_str_equal (c->rule, "anniversaries"))
    return judge_anniversary (c);

  return judge_number (c);
}

/* --- The finding --- */

/* As the others see it: their citations alone. */
static void
copy_evidence (VnusFinding *from,
               VnusFinding *to)
{
  GPtrArray *lists[] = { from->evidence, from->counter };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const VnusEvidence *evidence = g_ptr_array_index (lists[l], i);
        g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (from, evidence);

        for (guint j = 0; j < citations->len; j++)
          {
            if (l == 0)
              _vnus_finding_add_evidence (to, evidence->id, g_ptr_array_index (citations, j));
            else
              _vnus_finding_add_counter (to, evidence->id, g_ptr_array_index (citations, j));
          }
      }
  for (guint i = 0; i < from->coverage->len; i++)
    _vnus_finding_add_coverage (to, g_ptr_array_index (from->coverage, i));
  for (guint i = 0; i < from->missing->len; i++)
    _vnus_finding_add_missing (to, g_ptr_array_index (from->missing, i));
  for (guint i = 0; i < from->steps->len; i++)
    _vnus_finding_add_step (to, _vnus_phrase_ref (g_ptr_array_index (from->steps, i)));
}

/* Of all that has an anniversary then, what the assertion is about. */
static void
say_anniversary (VnusFinding *finding,
                 Case        *c)
{
  for (guint i = 0; c->subject != NULL && i < c->inner->items->len; i++)
    {
      const VnusFindingItem *item = _vnus_finding_get_item (c->inner, i);
      g_autoptr (VnusPhrase) phrase = NULL;
      g_autoptr (VnusDate) date = NULL;
      g_autoptr (VnusPhrase) subject = NULL;
      VnusPhrase *sentence;

      if (!g_str_equal (item->id, vnus_record_get_id (c->subject)))
        continue;
      phrase = _vnus_anniversary_phrase (item);
      date = vnus_date_parse (date_of (c), NULL);
      subject = _vnus_phrase_new (NULL);
      sentence = _vnus_phrase_new ("anniversaries.list");
      _vnus_phrase_add_date (subject, NULL, date, VNUS_DATE_STYLE_PROSE);
      _vnus_phrase_add_phrase (sentence, "subject", subject);
      _vnus_phrase_add_phrase (sentence, "items", phrase);
      _vnus_finding_add_sentence (finding, sentence);
    }
}

static void
say (VnusFinding *finding,
     Case        *c,
     const char  *key)
{
  VnusPhrase *sentence = _vnus_phrase_new (key);

  _vnus_phrase_add_record (sentence, "assertion", vnus_record_get_id (VNUS_RECORD (c->assertion)));
  _vnus_finding_set_sentence (finding, sentence);
  if (c->inner != NULL && g_str_equal (c->rule, "anniversaries"))
    {
      say_anniversary (finding, c);
      return;
    }
  for (guint i = 0; c->inner != NULL && i < c->inner->sentences->len; i++)
    _vnus_finding_add_sentence (finding, _vnus_phrase_ref (g_ptr_array_index (c->inner->sentences, i)));
}

VnusFinding *
_vnus_rule_assertion (VnusAsk  *ask,
                      GError  **error)
{
  static const struct
  {
    const char *nick, *key;
    VnusTruth truth;
  } verdicts[] = {
    [VERDICT_UNDECIDED] = { "undecided", "assertion.undecided", VNUS_TRUTH_POSSIBLY },
    [VERDICT_CONFIRMED] = { "confirmed", "assertion.confirmed", VNUS_TRUTH_CERTAINLY },
    [VERDICT_CONTRADICTED] = { "contradicted", "assertion.contradicted", VNUS_TRUTH_NO },
  };
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  g_autoptr (VnusChronicle) view = view_others (ask->view, record);
  g_autoptr (VnusInquiry) others = vnus_inquiry_new (view);
  Case c = { .ask = ask, .assertion = VNUS_ASSERTION (record), .others = others };
  const char *subject = vnus_assertion_get_subject (c.assertion);
  Verdict verdict;

  if (subject != NULL && _vnus_is_in_view (view, subject))
    c.subject = vnus_chronicle_lookup (view, subject);
  vnus_inquiry_set_standpoint (others, ask->standpoint);
  vnus_inquiry_set_relation (others, relation_of (&c));
  c.rule = vnus_assertion_get_rule (c.assertion);
  ask_others (&c);
  verdict = judge (&c);

  _vnus_finding_set_verdict (finding, verdicts[verdict].nick);
  _vnus_finding_set_truth (finding, verdicts[verdict].truth);
  if (c.inner != NULL)
    copy_evidence (c.inner, finding);
  if (verdict == VERDICT_UNDECIDED)
    {
      gboolean is_alone = c.inner == NULL || c.inner->evidence->len + c.inner->counter->len + c.inner->coverage->len == 0;

      _vnus_finding_add_reason (finding, c.inner != NULL ? vnus_finding_get_reasons (c.inner) : VNUS_REASONS_NO_EVIDENCE);
      if (is_alone || vnus_finding_get_reasons (finding) == VNUS_REASONS_NONE)
        _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
      if (is_alone)
        _vnus_finding_set_cause (finding, "own-source-only");
      _vnus_finding_add_evidence (finding, vnus_record_get_id (record), NULL);
      say (finding, &c, is_alone ? "assertion.own-source-only" : verdicts[verdict].key);
    }
  else
    {
      say (finding, &c, verdicts[verdict].key);
    }
  g_clear_object (&c.inner);

  return _vnus_finding_seal (finding);
}
