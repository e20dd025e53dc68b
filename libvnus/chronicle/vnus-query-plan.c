/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what the ids of a query stand for in a chronicle, and the truth of
 * all its terms together. */
#include "chronicle/vnus-query-plan-private.h"

#include <string.h>

#include <vnus/vnus-relation.h>
#include <vnus/vnus-tenure.h>

#include "chronicle/vnus-record-time-private.h"
#include "model/vnus-kind-private.h"

/* @ids as a set; if it is NULL, @id alone. */
static GHashTable *
set_of (GPtrArray  *ids,
        const char *id)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  if (ids == NULL)
    g_hash_table_add (set, (gpointer) id);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  return set;
}

/* Who held one of the offices: the rows of tenures by person. */
static GHashTable *
gather_tenures (VnusPostings         *postings,
                const VnusChoicePlan *offices)
{
  GHashTable *tenures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < _vnus_choice_plan_get_n_ids (offices); i++)
    {
      const VnusPostingList list = _vnus_postings_get_id (postings, _vnus_choice_plan_get_nth_id (offices, i));

      for (guint j = 0; j < list.n_short + list.n_long; j++)
        {
          const VnusRow *row = _vnus_postings_get_row (postings, list.postings[j].row);
          const char *person = row->kind == VNUS_KIND_TENURE ? vnus_tenure_get_person (VNUS_TENURE (row->record)) : NULL;
          GPtrArray *rows = person != NULL ? g_hash_table_lookup (tenures, person) : NULL;

          if (person == NULL)
            continue;
          if (rows == NULL)
            {
              rows = g_ptr_array_new ();
              g_hash_table_insert (tenures, (gpointer) person, rows);
            }
          g_ptr_array_add (rows, (gpointer) row);
        }
    }

  return tenures;
}

static GPtrArray *
gather_parties (VnusQueryPlan *self,
                const char    *relation)
{
  VnusRecord *record = vnus_chronicle_lookup (self->chronicle, relation);
  GPtrArray *parties = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  if (record == NULL || !VNUS_IS_RELATION (record))
    return parties;

  for (guint i = 0; i < vnus_relation_get_n_parties (VNUS_RELATION (record)); i++)
    {
      const char *party = vnus_relation_get_party (VNUS_RELATION (record), i);
      g_autoptr (GPtrArray) ids = _vnus_postings_list_within (self->postings, party);

      g_ptr_array_add (parties, set_of (ids, party));
    }

  return parties;
}

static void
plan_choice (VnusQueryPlan         *self,
             VnusChoicePlan        *plan,
             const VnusQueryKey    *key,
             const VnusQueryChoice *choice)
{
  if (choice->id == NULL)
    return;

  plan->id = choice->id;
  plan->list = _vnus_postings_get_id_again (self->postings, choice->id, (guint64 *) &choice->list);
  plan->ids = plan->list.has_parts ? _vnus_postings_list_within (self->postings, choice->id) : NULL;
  if (plan->ids != NULL)
    plan->set = set_of (plan->ids, NULL);
  if (key->matter == VNUS_MATTER_HOLDING)
    plan->tenures = gather_tenures (self->postings, plan);
  if (key->matter == VNUS_MATTER_RELATION)
    plan->parties = gather_parties (self, choice->id);
}

/* What terms about the kind alone leave. */
static VnusKinds
kinds_of (const VnusQueryTerm *term)
{
  VnusKinds kinds = 0;

  for (guint i = 0; i < term->n_choices; i++)
    kinds |= term->choices[i].kinds;

  return term->negated ? ~kinds : kinds;
}

static guint
count_choices (const VnusQuery *query)
{
  guint n = 0;

  for (guint i = 0; i < query->n_terms; i++)
    n += query->terms[i]->n_choices;

  return n;
}

void
_vnus_query_plan_init (VnusQueryPlan   *self,
                       const VnusQuery *query,
                       VnusChronicle   *chronicle)
{
  VnusChoicePlan *choices;

  self->query = query;
  self->chronicle = chronicle;
  self->postings = _vnus_chronicle_get_postings (chronicle);
  self->terms = query->n_terms <= VNUS_PLAN_FEW ? self->few_terms : g_new (VnusTermPlan, query->n_terms);
  self->n_choices = count_choices (query);
  self->choices = self->n_choices <= VNUS_PLAN_FEW ? self->few_choices : g_new (VnusChoicePlan, self->n_choices);
  memset (self->choices, 0, self->n_choices * sizeof *self->choices);
  self->kinds = VNUS_KINDS_ANY;

  choices = self->choices;
  for (guint i = 0; i < query->n_terms; i++)
    {
      const VnusQueryTerm *term = query->terms[i];

      self->terms[i] = (VnusTermPlan) { term, choices };
      for (guint j = 0; j < term->n_choices; j++)
        plan_choice (self, choices++, term->key, &term->choices[j]);
      if (term->key->matter == VNUS_MATTER_KIND)
        self->kinds &= kinds_of (term);
    }
}

void
_vnus_query_plan_clear (VnusQueryPlan *self)
{
  for (guint i = 0; i < self->n_choices; i++)
    {
      VnusChoicePlan *choice = &self->choices[i];

      g_clear_pointer (&choice->ids, g_ptr_array_unref);
      g_clear_pointer (&choice->set, g_hash_table_unref);
      g_clear_pointer (&choice->tenures, g_hash_table_unref);
      g_clear_pointer (&choice->parties, g_ptr_array_unref);
    }
  if (self->terms != self->few_terms)
    g_free (self->terms);
  if (self->choices != self->few_choices)
    g_free (self->choices);
}

static gboolean
is_about_dates (const VnusQueryTerm *term)
{
  return term->key->matter == VNUS_MATTER_WHEN || term->key->matter == VNUS_MATTER_DATE;
}

/* The date that a key is about; FALSE if there is and can be none. */
static gboolean
get_date (const VnusQueryKey *key,
          const VnusRow      *row,
          VnusDate          **date)
{
  VnusField *field;

  if (key->matter == VNUS_MATTER_WHEN)
    {
      *date = row->date;
      return row->has_time;
    }

  field = key->fields[row->kind][0];
  if (field == NULL || field->type != VNUS_VALUE_TYPE_DATE)
    return FALSE;

  *date = *(VnusDate **) _vnus_field_slot (field, row->record);
  return *date != NULL || vnus_record_get_presence (row->record, field->name) != VNUS_PRESENCE_NONE;
}

/* A day in common with one window: what almost every query asks. */
static VnusTruth
test_window (const VnusQueryChoice *choice,
             const VnusRow         *row)
{
  if (row->earliest_start > choice->last || row->latest_end < choice->first)
    return VNUS_TRUTH_NO;

  return row->latest_start <= choice->last && row->earliest_end >= choice->first ? VNUS_TRUTH_CERTAINLY
                                                                                : VNUS_TRUTH_POSSIBLY;
}

/* All terms from @first on that are about one date; @n_terms says how many. */
static VnusTruth
test_dates (const VnusQueryPlan *self,
            guint                first,
            guint               *n_terms,
            const VnusRow       *row)
{
  VnusQueryTerm **terms = self->query->terms + first;
  VnusDate *date = NULL;
  gboolean all_negated = terms[0]->negated;
  GPtrArray *rivals;
  VnusTruth truth;
  guint n = 1;

  while (first + n < self->query->n_terms && terms[n]->key == terms[0]->key)
    all_negated = terms[n++]->negated && all_negated;
  *n_terms = n;

  if (!get_date (terms[0]->key, row, &date))
    return all_negated ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_NO;
  if (n == 1 && !all_negated && terms[0]->n_choices == 1 && terms[0]->key->matter == VNUS_MATTER_WHEN &&
      terms[0]->choices[0].window == VNUS_WINDOW_INTERSECTS && date != NULL && !row->is_choice)
    return test_window (&terms[0]->choices[0], row);

  truth = _vnus_query_test_date (terms, n, date);
  rivals = terms[0]->key->matter == VNUS_MATTER_WHEN ? _vnus_postings_get_rivals (self->postings, row) : NULL;
  for (guint i = 0; rivals != NULL && i < rivals->len; i++)
    if (_vnus_query_test_date (terms, n, g_ptr_array_index (rivals, i)) != truth)
      return VNUS_TRUTH_POSSIBLY;

  return truth;
}

/* --- What a view knows only possibly --- */

static gboolean
field_is_vague (const VnusQueryPlan *self,
                const VnusRow       *row,
                const char          *field)
{
  return vnus_chronicle_is_known (self->chronicle, _vnus_row_get_id (row), field) == VNUS_TRUTH_POSSIBLY;
}

/* Whether the view knows only possibly what a term asks for. Of a list, one
 * member that it knows so is enough. */
static gboolean
term_is_vague (const VnusQueryPlan *self,
               const VnusQueryKey  *key,
               const VnusRow       *row)
{
  const char *time = _vnus_kind_get_time_field (row->kind);
  guint n_fields;
  VnusField **fields = _vnus_kind_get_fields (row->kind, &n_fields);

  if (key->matter == VNUS_MATTER_WHEN)
    return time != NULL && field_is_vague (self, row, time);

  for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[row->kind][i] != NULL; i++)
    if (field_is_vague (self, row, key->fields[row->kind][i]->name))
      return TRUE;

  for (guint i = 0; i < n_fields; i++)
    if (_vnus_matter_asks (key->matter, row->kind, fields[i]) && field_is_vague (self, row, fields[i]->name))
      return TRUE;

  return FALSE;
}

/* A record that only possibly tells something certainly tells neither that nor
 * the contrary. */
static VnusSays
soften (VnusSays says)
{
  return says == VNUS_SAYS_YES ? VNUS_SAYS_MAYBE : says == VNUS_SAYS_NO ? VNUS_SAYS_NOTHING : says;
}

static VnusTruth
truth_of (VnusSays says,
          gboolean negated)
{
  static const VnusTruth truths[] = { VNUS_TRUTH_NO, VNUS_TRUTH_NO, VNUS_TRUTH_POSSIBLY, VNUS_TRUTH_CERTAINLY };
  static const VnusTruth contrary[] = { VNUS_TRUTH_CERTAINLY, VNUS_TRUTH_POSSIBLY, VNUS_TRUTH_POSSIBLY, VNUS_TRUTH_NO };

  return negated ? contrary[says] : truths[says];
}

VnusTruth
_vnus_query_plan_test (const VnusQueryPlan *self,
                       const VnusRow       *row,
                       int                  known)
{
  VnusTruth truth = row->is_vague ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY;
  guint n_terms;

  if ((self->kinds & 1u << row->kind) == 0)
    return VNUS_TRUTH_NO;

  for (guint i = 0; i < self->query->n_terms && truth != VNUS_TRUTH_NO; i += n_terms)
    {
      const VnusQueryTerm *term = self->query->terms[i];

      const gboolean is_vague = row->is_partly_vague && term_is_vague (self, term->key, row);
      VnusSays says;

      n_terms = 1;
      if (is_about_dates (term))
        {
          truth = MIN (truth, test_dates (self, i, &n_terms, row));
          if (is_vague)
            truth = MIN (truth, VNUS_TRUTH_POSSIBLY);
        }
      else if (((int) i != known || is_vague) && term->key->matter != VNUS_MATTER_KIND)
        {
          says = _vnus_query_test_term (self, &self->terms[i], row);
          truth = MIN (truth, truth_of (is_vague ? soften (says) : says, term->negated));
        }
    }

  return truth;
}

/**
 * vnus_query_test:
 * @self: a query
 * @chronicle: the chronicle or view that tells what ids stand for
 * @record: a record of @chronicle
 *
 * Asks whether one record matches.
 *
 * `NO` says that the record tells otherwise, or does not tell.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_query_test (const VnusQuery *self,
                 VnusChronicle   *chronicle,
                 VnusRecord      *record)
{
  VnusQueryPlan plan;
  const VnusRow *row;
  VnusTruth truth;

  g_return_val_if_fail (self != NULL, VNUS_TRUTH_NO);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), VNUS_TRUTH_NO);
  g_return_val_if_fail (VNUS_IS_RECORD (record), VNUS_TRUTH_NO);

  row = _vnus_postings_find_row (_vnus_chronicle_get_postings (chronicle), vnus_record_get_id (record));
  g_return_val_if_fail (row != NULL && row->record == record, VNUS_TRUTH_NO);

  _vnus_query_plan_init (&plan, self, chronicle);
  truth = _vnus_query_plan_test (&plan, row, -1);
  _vnus_query_plan_clear (&plan);

  return truth;
}
