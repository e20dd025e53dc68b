/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: running a query: the postings of one term, the fewest, are looked
 * through, and the other terms are asked of each row among them.
 *
 * A posting that tells all that the term asks is not asked again. Every other
 * is, by the same code that would ask it of any record: an index decides how
 * fast an answer is, never what it is. */
#include "chronicle/vnus-matches-private.h"
#include "chronicle/vnus-query-source-private.h"

#include <string.h>

/* What is known of a row before it is asked. */
typedef enum
{
  POSSIBLE = VNUS_TRUTH_POSSIBLY, /* the truth of all terms */
  CERTAIN = VNUS_TRUTH_CERTAINLY,
  TO_FINISH, /* the term of the source is certain; the others are to be asked */
  TO_ASK,    /* nothing */
} Progress;

/* What is asked of a posting. */
typedef struct
{
  const VnusPostings *postings;
  VnusKinds           kinds;
  VnusWays            ways;     /* others do not match */
  VnusWays            exact;    /* these match certainly */
  gboolean            suffices; /* a posting tells all */
  VnusQueryDays       window;
} Asked;

/* Rows on their way to become matches. */
typedef struct
{
  VnusFound found;      /* as truths, Progress */
  gboolean  is_sorted;  /* rows ascend, each once */
  gboolean  is_settled; /* no row is to be asked */
} Candidates;

/* --- Rows --- */

/* Of a row that touches the window: whether it certainly does. */
static inline Progress
settle (const Asked       *asked,
        const VnusPosting *posting)
{
  const VnusQueryDays window = asked->window;
  const VnusRow *row;

  if ((posting->tags & VNUS_POSTING_IS_TO_DAY) != 0 || (posting->start >= window.first && posting->end <= window.last))
    return CERTAIN;

  row = _vnus_postings_get_row (asked->postings, posting->row);
  return row->latest_start <= window.last && row->earliest_end >= window.first ? CERTAIN : POSSIBLE;
}

/* Takes a posting, if it can match. */
static void
take (const Asked       *asked,
      const VnusPosting *posting,
      Candidates        *candidates)
{
  VnusFound *found = &candidates->found;
  Progress progress = TO_ASK;

  if (posting->end < asked->window.first || posting->start > asked->window.last || (posting->tags & asked->ways) == 0 ||
      (asked->kinds & 1u << _vnus_posting_get_kind (posting)) == 0)
    return;

  if ((posting->tags & asked->exact) != 0)
    progress = asked->suffices && (posting->tags & VNUS_POSTING_IS_PLAIN) != 0 ? settle (asked, posting) : TO_FINISH;
  if (progress > CERTAIN)
    candidates->is_settled = FALSE;
  found->ids[found->n] = posting->id;
  found->rows[found->n] = posting->row;
  found->truths[found->n++] = (guint8) progress;
}

/* Takes postings that begin in the window, and are certain by that, up to the first of
 * which that is not so: most of what most queries find. Returns that one, or @end. */
static const VnusPosting *
take_certain (const Asked       *asked,
              const VnusPosting *posting,
              const VnusPosting *end,
              VnusFound         *found)
{
  const VnusWays exact = asked->suffices ? asked->exact : 0;
  const VnusKinds kinds = asked->kinds;
  const gboolean any_kind = kinds == VNUS_KINDS_ANY;
  const gint32 last = asked->window.last;
  const char **ids = found->ids + found->n;
  guint32 *rows = found->rows + found->n;
  gsize n = 0;

  for (; posting < end && posting->start <= last; posting++)
    {
      const guint32 tags = posting->tags;

      if ((tags & exact) == 0 || (!any_kind && (kinds & 1u << _vnus_posting_get_kind (posting)) == 0) ||
          (tags < (VNUS_POSTING_IS_PLAIN | VNUS_POSTING_IS_TO_DAY) && ((tags & VNUS_POSTING_IS_PLAIN) == 0 || posting->end > last)))
        break;
      ids[n] = posting->id;
      rows[n++] = posting->row;
    }

  memset (found->truths + found->n, CERTAIN, n);
  found->n += (guint) n;
  return posting;
}

/* Takes short postings, which are sorted by their start. */
static void
take_short (const Asked       *asked,
            const VnusPosting *posting,
            const VnusPosting *end,
            Candidates        *candidates)
{
  for (; posting < end && posting->start < asked->window.first; posting++)
    take (asked, posting, candidates);

  while (posting < end && posting->start <= asked->window.last)
    {
      posting = take_certain (asked, posting, end, &candidates->found);
      if (posting < end)
        take (asked, posting++, candidates);
    }
}

/* Takes some of the rows of a list, which ascend. */
static void
take_rows (const Asked   *asked,
           const guint32 *rows,
           guint          n,
           Candidates    *candidates)
{
  for (guint i = 0; i < n; i++)
    {
      const VnusPosting posting = _vnus_postings_make_posting (asked->postings, rows[i], VNUS_WAY_OTHER);

      take (asked, &posting, candidates);
    }
}

/* What begins after something of another list is not sorted any more. */
static void
watch_order (Candidates *candidates,
             guint       start)
{
  const guint32 *rows = candidates->found.rows;

  if (0 < start && start < candidates->found.n && rows[start] <= rows[start - 1])
    candidates->is_sorted = FALSE;
}

static void
take_range (const Asked          *asked,
            const VnusQueryRange *range,
            Candidates           *candidates)
{
  const VnusPostingList *list = &range->list;
  guint start = candidates->found.n;

  if (list->rows != NULL)
    take_rows (asked, list->rows + range->start, range->end - range->start, candidates);
  else
    take_short (asked, list->postings + range->start, list->postings + range->end, candidates);
  watch_order (candidates, start);

  start = candidates->found.n;
  if (list->rows != NULL)
    take_rows (asked, list->rows + list->n_short, list->n_long, candidates);
  else
    for (guint i = 0; i < list->n_long; i++)
      take (asked, &list->postings[list->n_short + i], candidates);
  watch_order (candidates, start);
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
  VnusFound *found = &candidates->found;
  g_autofree guint64 *sorted = NULL;
  const guint n = found->n;

  if (candidates->is_sorted)
    return;

  sorted = g_new (guint64, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = (guint64) found->rows[i] << 8 | found->truths[i];
  qsort (sorted, n, sizeof *sorted, compare_numbers);

  found->n = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || sorted[i] >> 8 != sorted[i - 1] >> 8)
      {
        found->rows[found->n] = (guint32) (sorted[i] >> 8);
        found->truths[found->n++] = (guint8) sorted[i];
      }
  found->has_ids = FALSE;
}

static void
take_candidates (const VnusQueryPlan   *plan,
                 const VnusQuerySource *source,
                 VnusQueryDays          window,
                 Candidates            *candidates)
{
  const Asked asked = { plan->postings, plan->kinds, source->ways, source->exact, source->suffices, window };

  for (guint i = 0; i < source->n_ranges; i++)
    take_range (&asked, _vnus_query_source_get_range (source, i), candidates);
  sort_candidates (candidates);
}

/* Leaves those that match, with their truths. */
static void
ask_candidates (const VnusQueryPlan   *plan,
                const VnusQuerySource *source,
                VnusFound             *found)
{
  guint n = 0;

  for (guint i = 0; i < found->n; i++)
    {
      const guint32 row = found->rows[i];
      VnusTruth truth = (VnusTruth) found->truths[i];

      if (found->truths[i] > CERTAIN)
        truth = _vnus_query_plan_test (plan, _vnus_postings_get_row (plan->postings, row),
                                       found->truths[i] == TO_FINISH ? source->term : -1);
      if (truth == VNUS_TRUTH_NO)
        continue;
      found->ids[n] = found->ids[i];
      found->rows[n] = row;
      found->truths[n++] = (guint8) truth;
    }
  found->n = n;
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
  VnusQuerySource source;
  VnusQueryDays window;
  Candidates candidates = { .is_sorted = TRUE, .is_settled = TRUE };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  _vnus_query_plan_init (&plan, self, chronicle);
  window = _vnus_query_find_window (self);
  source = _vnus_query_source_choose (&plan, window);
  _vnus_found_init (&candidates.found, source.n);
  take_candidates (&plan, &source, window, &candidates);
  if (!candidates.is_settled)
    ask_candidates (&plan, &source, &candidates.found);

  _vnus_query_source_clear (&source);
  _vnus_query_plan_clear (&plan);

  return _vnus_matches_new (plan.postings, plan.kinds, &candidates.found);
}

/* The same without an index: every record is asked. For tests. */
VnusMatches *
_vnus_query_scan (const VnusQuery *self,
                  VnusChronicle   *chronicle)
{
  VnusQueryPlan plan;
  VnusFound found;
  guint n_rows;

  _vnus_query_plan_init (&plan, self, chronicle);
  n_rows = _vnus_postings_get_n_rows (plan.postings);
  _vnus_found_init (&found, n_rows);
  found.has_ids = FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      VnusTruth truth = _vnus_query_plan_test (&plan, _vnus_postings_get_row (plan.postings, i), -1);

      if (truth == VNUS_TRUTH_NO)
        continue;
      found.rows[found.n] = i;
      found.truths[found.n++] = (guint8) truth;
    }

  _vnus_query_plan_clear (&plan);
  return _vnus_matches_new (plan.postings, plan.kinds, &found);
}
