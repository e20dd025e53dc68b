/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: running a query: the postings of one term, the fewest, are looked
 * through, and the other terms are asked of each row among them.
 *
 * A posting that tells all that the term asks is not asked again. Every other
 * is, by the same code that would ask it of any record: an index decides how
 * fast an answer is, never what it is. */
#include "chronicle/vnus-matches-private.h"
#include "chronicle/vnus-query-plan-private.h"

#include <string.h>

/* A posting list, and where in its short ones to look. */
typedef struct
{
  VnusPostingList list;
  guint           start;
  guint           end;
} Range;

/* Postings that have every row that a term may match. */
typedef struct
{
  Range     first;    /* if there is any */
  GArray   *others;   /* (element-type Range) (nullable) */
  guint     n_ranges;
  VnusWays  ways;     /* others of the lists do not match */
  VnusWays  exact;    /* these match certainly; others are to be asked */
  int       term;     /* its position, or -1 */
  guint     n;        /* postings to look at */
} Source;

typedef struct
{
  gint32 first;
  gint32 last;
} Days;

/* What is known of a row before it is asked. */
typedef enum
{
  POSSIBLE = VNUS_TRUTH_POSSIBLY, /* the truth of all terms */
  CERTAIN = VNUS_TRUTH_CERTAINLY,
  TO_FINISH, /* the term of the source is certain; the others are to be asked */
  TO_ASK,    /* nothing */
} Progress;

/* Rows on their way to become matches. */
typedef struct
{
  guint32 *rows;
  guint8  *progress;   /* as Progress, and in the end the truths */
  const char **ids;    /* of the rows, as long as all are settled and sorted */
  guint    n;
  gboolean is_sorted;  /* rows ascend, each once */
  gboolean is_settled; /* no row is to be asked */
} Candidates;

/* A source with no more postings than this is good enough. */
#define FEW_POSTINGS 256

/* --- Windows --- */

/* The days that a record must touch to be able to match a term; all days if it need not. */
static Days
window_of (const VnusQueryTerm *term)
{
  Days window = { VNUS_DAY_MAX, VNUS_DAY_MIN };

  for (guint i = 0; i < term->n_choices; i++)
    {
      const VnusQueryChoice *choice = &term->choices[i];
      Days days = { choice->first, choice->last };

      if (choice->window == VNUS_WINDOW_BEFORE)
        days = (Days) { VNUS_DAY_MIN, choice->first };
      else if (choice->window == VNUS_WINDOW_AFTER)
        days = (Days) { choice->last, VNUS_DAY_MAX };
      window.first = MIN (window.first, days.first);
      window.last = MAX (window.last, days.last);
    }

  return window;
}

/* The narrowest of the windows that all matches touch. */
static Days
find_window (const VnusQuery *query)
{
  Days narrowest = { VNUS_DAY_MIN, VNUS_DAY_MAX };

  for (guint i = 0; i < query->n_terms; i++)
    if (query->terms[i]->key->matter == VNUS_MATTER_WHEN && !query->terms[i]->negated)
      {
        const Days window = window_of (query->terms[i]);

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
  const Days window = find_window (query);
  *first = window.first;
  *last = window.last;
}

/* --- Sources --- */

static void
add_list (Source          *source,
          VnusPostingList  list)
{
  const Range range = { list, 0, 0 };

  if (list.n_short + list.n_long == 0)
    return;
  if (source->n_ranges++ == 0)
    {
      source->first = range;
      return;
    }
  if (source->others == NULL)
    source->others = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_append_val (source->others, range);
}

static Range *
get_range (Source *source,
           guint   position)
{
  return position == 0 ? &source->first : &g_array_index (source->others, Range, position - 1);
}

static void
clear_source (Source *source)
{
  g_clear_pointer (&source->others, g_array_unref);
}

static void
add_ids (const VnusQueryPlan  *plan,
         Source               *source,
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
            Source              *source,
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
           Source              *source)
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
          Source              *source)
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
             Source               *source)
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
          Source              *source)
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

/* Finds where in the lists of a source to look. */
static void
seek (Source *source,
      Days    window)
{
  source->n = 0;
  for (guint i = 0; i < source->n_ranges; i++)
    {
      Range *range = get_range (source, i);

      range->start = _vnus_posting_list_seek (&range->list, window.first, window.last, &range->end);
      source->n += range->end - range->start + range->list.n_long;
    }
}

/* All rows of the kinds that can match. */
static void
use_kinds (const VnusQueryPlan *plan,
           Source              *source)
{
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    if ((plan->kinds & 1u << kind) != 0)
      add_list (source, _vnus_postings_get_kind (plan->postings, kind));
}

/* Keeps the one of two sources that has fewer postings, and clears the other. */
static void
keep_better (Source *best,
             Source *other)
{
  if (best->n <= other->n)
    {
      clear_source (other);
      return;
    }

  clear_source (best);
  *best = *other;
}

static Source
choose_source (const VnusQueryPlan *plan,
               Days                 window)
{
  Source best = { .n = G_MAXUINT };

  for (guint i = 0; i < plan->query->n_terms && best.n > FEW_POSTINGS; i++)
    {
      Source source = { .ways = VNUS_WAYS_ANY, .exact = VNUS_WAYS_ANY, .term = (int) i, .n = G_MAXUINT };

      if (plan->query->terms[i]->negated)
        continue;
      if (use_term (plan, &plan->terms[i], &source))
        seek (&source, window);
      keep_better (&best, &source);
    }

  if (best.n > FEW_POSTINGS)
    {
      Source source = { .ways = VNUS_WAYS_ANY, .exact = VNUS_WAYS_ANY, .term = -1 };

      use_kinds (plan, &source);
      seek (&source, window);
      keep_better (&best, &source);
    }

  return best;
}

/* --- Rows --- */

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

/* Of a row that touches the window: whether it certainly does. */
static inline Progress
settle (const VnusQueryPlan *plan,
        const VnusPosting   *posting,
        Days                 window)
{
  const VnusRow *row;

  if (posting->is_to_day || (posting->start >= window.first && posting->end <= window.last))
    return CERTAIN;

  row = _vnus_postings_get_row (plan->postings, posting->row);
  return row->latest_start <= window.last && row->earliest_end >= window.first ? CERTAIN : POSSIBLE;
}

/* Takes the postings of one list, which ascend. */
static void
take_postings (const VnusQueryPlan   *plan,
               const Source          *source,
               const VnusPostingList *list,
               guint                  first,
               guint                  end,
               Days                   window,
               Candidates            *candidates)
{
  const gboolean suffices = postings_suffice (plan->query, source->term);
  const VnusWays ways = source->ways, exact = source->exact;
  const VnusKinds kinds = plan->kinds;
  const guint start = candidates->n;
  guint32 *rows = candidates->rows;
  guint8 *states = candidates->progress;
  const char **ids = candidates->ids;
  guint n = start, n_to_ask = 0;

  for (guint i = first; i < end; i++)
    {
      const VnusPosting *posting;
      Progress progress = TO_ASK;
      VnusPosting made;

      if (list->rows != NULL)
        made = _vnus_postings_make_posting (plan->postings, list->rows[i], VNUS_WAY_OTHER);
      posting = list->rows != NULL ? &made : &list->postings[i];
      if ((posting->ways & ways) == 0 || (kinds & 1u << posting->kind) == 0 || posting->end < window.first ||
          posting->start > window.last)
        continue;
      if ((posting->ways & exact) != 0)
        progress = suffices && posting->is_plain ? settle (plan, posting, window) : TO_FINISH;
      n_to_ask += progress > CERTAIN;
      ids[n] = posting->id;
      rows[n] = posting->row;
      states[n++] = (guint8) progress;
    }

  if (0 < start && start < n && rows[start] <= rows[start - 1])
    candidates->is_sorted = FALSE;
  if (n_to_ask > 0)
    candidates->is_settled = FALSE;
  candidates->n = n;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const guint64 number_a = *(const guint64 *) a, number_b = *(const guint64 *) b;

  return (number_a > number_b) - (number_a < number_b);
}

/* Into the order of rows, each once; of two, the one of which more is known. */
static void
sort_candidates (Candidates *candidates)
{
  g_autofree guint64 *sorted = NULL;
  const guint n = candidates->n;

  if (candidates->is_sorted)
    return;

  sorted = g_new (guint64, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = (guint64) candidates->rows[i] << 8 | candidates->progress[i];
  qsort (sorted, n, sizeof *sorted, compare_numbers);

  candidates->n = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || sorted[i] >> 8 != sorted[i - 1] >> 8)
      {
        candidates->rows[candidates->n] = (guint32) (sorted[i] >> 8);
        candidates->progress[candidates->n++] = (guint8) sorted[i];
      }
}

static void
take_candidates (const VnusQueryPlan *plan,
                 Source              *source,
                 Days                 window,
                 Candidates          *candidates)
{
  for (guint i = 0; i < source->n_ranges; i++)
    {
      const Range *range = get_range (source, i);
      const guint n_short = range->list.n_short, n_long = range->list.n_long;

      take_postings (plan, source, &range->list, range->start, range->end, window, candidates);
      take_postings (plan, source, &range->list, n_short, n_short + n_long, window, candidates);
    }

  sort_candidates (candidates);
}

/* Leaves those that match, with their truths. */
static void
ask_candidates (const VnusQueryPlan *plan,
                const Source        *source,
                Candidates          *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->n; i++)
    {
      const guint32 row = candidates->rows[i];
      VnusTruth truth = (VnusTruth) candidates->progress[i];

      if (candidates->progress[i] > CERTAIN)
        truth = _vnus_query_plan_test (plan, _vnus_postings_get_row (plan->postings, row),
                                       candidates->progress[i] == TO_FINISH ? source->term : -1);
      if (truth == VNUS_TRUTH_NO)
        continue;
      candidates->rows[n] = row;
      candidates->progress[n++] = (guint8) truth;
    }
  candidates->n = n;
}

/**
 * vnus_query_run:
 * @self: a query
 * @chronicle: a chronicle or view
 *
 * Finds the records that match, certainly or possibly.
 *
 * The matches are in the order of time, those without a date last; they are of
 * the state that @chronicle has now.
 *
 * Returns: (transfer full): the matches
 *
 * Since: 0.1
 */
VnusMatches *
vnus_query_run (const VnusQuery *self,
                VnusChronicle   *chronicle)
{
  VnusQueryPlan plan;
  Source source;
  Days window;
  Candidates candidates = { .is_sorted = TRUE, .is_settled = TRUE };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  _vnus_query_plan_init (&plan, self, chronicle);
  window = find_window (self);
  source = choose_source (&plan, window);
  candidates.rows = g_new (guint32, source.n);
  candidates.progress = g_new (guint8, source.n);
  candidates.ids = g_new (const char *, (gsize) source.n + 1);
  take_candidates (&plan, &source, window, &candidates);
  if (!candidates.is_settled)
    ask_candidates (&plan, &source, &candidates);
  if (candidates.is_settled && candidates.is_sorted)
    candidates.ids[candidates.n] = NULL;
  else
    g_clear_pointer (&candidates.ids, g_free);

  clear_source (&source);
  _vnus_query_plan_clear (&plan);

  return _vnus_matches_new (plan.postings, plan.kinds, candidates.rows, candidates.progress, candidates.ids,
                            candidates.n);
}

/* The same without an index: every record is asked. For tests. */
VnusMatches *
_vnus_query_scan (const VnusQuery *self,
                  VnusChronicle   *chronicle)
{
  VnusQueryPlan plan;
  guint32 *rows;
  guint8 *truths;
  guint n = 0, n_rows;

  _vnus_query_plan_init (&plan, self, chronicle);
  n_rows = _vnus_postings_get_n_rows (plan.postings);
  rows = g_new (guint32, n_rows);
  truths = g_new (guint8, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      VnusTruth truth = _vnus_query_plan_test (&plan, _vnus_postings_get_row (plan.postings, i), -1);

      if (truth == VNUS_TRUTH_NO)
        continue;
      rows[n] = i;
      truths[n++] = (guint8) truth;
    }

  _vnus_query_plan_clear (&plan);
  return _vnus_matches_new (plan.postings, plan.kinds, rows, truths, NULL, n);
}
