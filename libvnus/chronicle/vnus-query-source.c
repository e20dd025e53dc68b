/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which posting lists a query looks through, and where in them. */
#include "chronicle/vnus-query-source-private.h"

/* Costs in postings. A row that is made a posting of is anywhere in memory; to ask
 * a record is to ask all terms of it. */
#define COST_OF_ROW    4
#define COST_OF_ASKING 32

/* A source that costs no more than this is good enough. */
#define LITTLE_COST 256

/* --- Windows --- */

/* The days that a record must touch to be able to match a term; all days if it need not. */
static VnusQueryDays
window_of (const VnusQueryTerm *term)
{
  VnusQueryDays window = { VNUS_DAY_MAX, VNUS_DAY_MIN };

  for (guint i = 0; i < term->n_choices; i++)
    {
      const VnusQueryChoice *choice = &term->choices[i];
      VnusQueryDays days = { choice->first, choice->last };

      if (choice->window == VNUS_WINDOW_BEFORE)
        days = (VnusQueryDays) { VNUS_DAY_MIN, choice->first };
      else if (choice->window == VNUS_WINDOW_AFTER)
        days = (VnusQueryDays) { choice->last, VNUS_DAY_MAX };
      window.first = MIN (window.first, days.first);
      window.last = MAX (window.last, days.last);
    }

  return window;
}

VnusQueryDays
_vnus_query_find_window (const VnusQuery *query)
{
  VnusQueryDays narrowest = { VNUS_DAY_MIN, VNUS_DAY_MAX };

  for (guint i = 0; i < query->n_terms; i++)
    if (query->terms[i]->key->matter == VNUS_MATTER_WHEN && !query->terms[i]->negated)
      {
        const VnusQueryDays window = window_of (query->terms[i]);

        if ((gint64) window.last - window.first < (gint64) narrowest.last - narrowest.first)
          narrowest = window;
      }

  return narrowest;
}

void
_vnus_query_get_window (const VnusQuery *query,
                        gint32          *first,
                        gint32          *last)
{
  const VnusQueryDays window = _vnus_query_find_window (query);
  *first = window.first;
  *last = window.last;
}

/* --- Sources --- */

static void
add_list (VnusQuerySource *source,
          VnusPostingList  list)
{
  const VnusQueryRange range = { list, 0, 0 };

  if (list.n_short + list.n_long == 0)
    return;
  if (source->n_ranges++ == 0)
    {
      source->first = range;
      return;
    }
  if (source->others == NULL)
    source->others = g_array_new (FALSE, FALSE, sizeof (VnusQueryRange));
  g_array_append_val (source->others, range);
}

static void
add_ids (const VnusQueryPlan  *plan,
         VnusQuerySource      *source,
         const VnusChoicePlan *choice)
{
  add_list (source, choice->list);
  for (guint i = 1; i < _vnus_choice_plan_get_n_ids (choice); i++)
    add_list (source, _vnus_postings_get_id (plan->postings, _vnus_choice_plan_get_nth_id (choice, i)));
}

/* What a posting must be for a field: the ways that tell all, or 0. */
static VnusWays
ways_of_key (const VnusQueryKey *key)
{
  static const struct
  {
    const char *key;
    VnusWays    ways;
  } ways[] = {
    { "host", VNUS_WAY_HOST },
    { "topic", VNUS_WAY_TOPIC },
    { "place", VNUS_WAY_PLACE },
    { "party", VNUS_WAY_PARTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (key->name, ways[i].key))
      return ways[i].ways;

  return 0;
}

/* The single references of a key, each of which may be without a value. */
static void
add_absent (const VnusQueryPlan *plan,
            VnusQuerySource     *source,
            const VnusQueryKey  *key)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
      {
        const VnusField *field = key->fields[kind][i];

        if (field->is_list || g_ptr_array_find_with_equal_func (seen, field->name, g_str_equal, NULL))
          continue;
        g_ptr_array_add (seen, (gpointer) field->name);
        add_list (source, _vnus_postings_get_absent (plan->postings, field->name));
      }
}

static gboolean
use_field (const VnusQueryPlan *plan,
           const VnusTermPlan  *term,
           VnusQuerySource     *source)
{
  const VnusQueryKey *key = term->term->key;
  const guint32 references = 1u << VNUS_VALUE_TYPE_REFERENCE | 1u << VNUS_VALUE_TYPE_STOP;

  if ((key->types & ~references) != 0)
    return FALSE;

  source->exact = ways_of_key (key);
  source->ways = source->exact != 0 ? source->exact | VNUS_WAY_ABSENT : VNUS_WAYS_ANY;
  for (guint i = 0; i < term->term->n_choices; i++)
    add_ids (plan, source, &term->choices[i]);
  add_absent (plan, source, key);

  return TRUE;
}

static gboolean
use_role (const VnusQueryPlan *plan,
          const VnusTermPlan  *term,
          VnusQuerySource     *source)
{
  VnusWays roles = 0;

  for (guint i = 0; i < term->term->n_choices; i++)
    {
      const VnusRole role = term->term->choices[i].role;

      if (term->choices[i].id == NULL)
        return FALSE;
      add_ids (plan, source, &term->choices[i]);
      roles |= role == VNUS_ROLE_UNSET ? VNUS_WAYS_ROLES : VNUS_WAY_ROLE (role);
    }

  /* The role of another choice says nothing of this one. */
  source->ways = roles | VNUS_WAY_ROLE (VNUS_ROLE_UNSET);
  source->exact = term->term->n_choices == 1 ? roles : 0;

  return TRUE;
}

static void
use_holders (const VnusQueryPlan  *plan,
             const VnusChoicePlan *choice,
             VnusQuerySource      *source)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, choice->tenures);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    add_list (source, _vnus_postings_get_id (plan->postings, person));
}

/* Makes the source of a term; FALSE if there is none but all rows. */
static gboolean
use_term (const VnusQueryPlan *plan,
          const VnusTermPlan  *term,
          VnusQuerySource     *source)
{
  switch (term->term->key->matter)
    {
    case VNUS_MATTER_FIELD:
      return use_field (plan, term, source);

    case VNUS_MATTER_ROLE:
      return use_role (plan, term, source);

    case VNUS_MATTER_CAPACITY:
      source->ways = source->exact = VNUS_WAY_CAPACITY;
      break;

    case VNUS_MATTER_ACTOR:
      source->ways = source->exact = VNUS_WAY_ACTS;
      break;

    case VNUS_MATTER_SOURCE:
      source->ways = source->exact = VNUS_WAY_SOURCE;
      break;

    case VNUS_MATTER_HOLDING:
      source->ways = VNUS_WAYS_ROLES;
      source->exact = 0;
      for (guint i = 0; i < term->term->n_choices; i++)
        use_holders (plan, &term->choices[i], source);
      return TRUE;

    default:
      return FALSE;
    }

  for (guint i = 0; i < term->term->n_choices; i++)
    add_ids (plan, source, &term->choices[i]);
  return TRUE;
}

/* Whether a posting tells all that is asked: beside the term of the source,
 * nothing but kinds and one window that a match has a day in common with. */
static gboolean
postings_suffice (const VnusQuery *query,
                  int              term)
{
  guint n_windows = 0;

  for (guint i = 0; i < query->n_terms; i++)
    {
      const VnusQueryTerm *other = query->terms[i];

      if (other->key->matter == VNUS_MATTER_KIND || (int) i == term)
        continue;
      if (other->key->matter != VNUS_MATTER_WHEN || other->negated || other->n_choices != 1 ||
          other->choices[0].window != VNUS_WINDOW_INTERSECTS || n_windows++ > 0)
        return FALSE;
    }

  return TRUE;
}

/* Finds where in the lists of a source to look, and what it costs. */
static void
weigh (const VnusQueryPlan *plan,
       VnusQuerySource     *source,
       VnusQueryDays        window)
{
  guint n = 0;

  for (guint i = 0; i < source->n_ranges; i++)
    {
      VnusQueryRange *range = (VnusQueryRange *) _vnus_query_source_get_range (source, i);

      range->start = _vnus_posting_list_seek (&range->list, window.first, window.last, &range->end);
      n += range->end - range->start + range->list.n_long;
    }

  source->suffices = source->exact != 0 && postings_suffice (plan->query, source->term);
  source->n = n;
  source->cost = (guint64) n * (!source->suffices ? COST_OF_ASKING : source->term < 0 ? COST_OF_ROW : 1);
}

/* All rows of the kinds that can match. */
static void
use_kinds (const VnusQueryPlan *plan,
           VnusQuerySource     *source)
{
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    if ((plan->kinds & 1u << kind) != 0)
      add_list (source, _vnus_postings_get_kind (plan->postings, kind));
}

/* Keeps the one of two sources that costs less, and clears the other. */
static void
keep_better (VnusQuerySource *best,
             VnusQuerySource *other)
{
  if (best->cost <= other->cost)
    {
      _vnus_query_source_clear (other);
      return;
    }

  _vnus_query_source_clear (best);
  *best = *other;
}

VnusQuerySource
_vnus_query_source_choose (const VnusQueryPlan *plan,
                           VnusQueryDays        window)
{
  VnusQuerySource best = { .cost = G_MAXUINT64 };

  for (guint i = 0; i < plan->query->n_terms && best.cost > LITTLE_COST; i++)
    {
      VnusQuerySource source = { .ways = VNUS_WAYS_ANY, .exact = VNUS_WAYS_ANY, .term = (int) i };

      if (plan->query->terms[i]->negated)
        continue;
      if (use_term (plan, &plan->terms[i], &source))
        weigh (plan, &source, window);
      else
        source.cost = G_MAXUINT64;
      keep_better (&best, &source);
    }

  if (best.cost > LITTLE_COST)
    {
      VnusQuerySource source = { .ways = VNUS_WAYS_ANY, .exact = VNUS_WAYS_ANY, .term = -1 };

      use_kinds (plan, &source);
      weigh (plan, &source, window);
      keep_better (&best, &source);
    }

  return best;
}
