/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what windows of days say of a date.
 *
 * All terms about one date are one question: their truths must not be joined,
 * since they are about the same unknown days. The question is asked of every
 * pair of start and end that the date leaves open, or rather of one for each
 * way in which the pair can lie to the days where a window begins and ends:
 * nothing else makes a difference to any term. */
#include "chronicle/vnus-query-private.h"

#include "time/vnus-date-private.h"

typedef struct
{
  gint64 first;
  gint64 last;
} Days;

typedef struct
{
  VnusQueryTerm **terms;
  guint           n_terms;
  GArray         *cuts; /* (element-type gint64) sorted: days that differ from the day before */
  gboolean        is_true;
  gboolean        is_false;
} Question;

static gboolean
holds (const VnusQueryChoice *choice,
       gint64                 start,
       gint64                 end)
{
  const gint64 first = choice->first, last = choice->last;

  switch (choice->window)
    {
    case VNUS_WINDOW_WITHIN:
      return first <= start && end <= last;
    case VNUS_WINDOW_COVERS:
      return start <= first && last <= end;
    case VNUS_WINDOW_BEFORE:
      return end < first;
    case VNUS_WINDOW_AFTER:
      return last < start;
    case VNUS_WINDOW_EQUALS:
      return start == first && end == last;
    case VNUS_WINDOW_STARTS_IN:
      return first <= start && start <= last;
    case VNUS_WINDOW_ENDS_IN:
      return first <= end && end <= last;
    case VNUS_WINDOW_UNSET:
    case VNUS_WINDOW_INTERSECTS:
    default:
      return start <= last && first <= end;
    }
}

/* Asks of one start and end that are known to the day. */
static void
ask (Question *question,
     gint64    start,
     gint64    end)
{
  gboolean all = TRUE;

  for (guint i = 0; i < question->n_terms && all; i++)
    {
      const VnusQueryTerm *term = question->terms[i];
      gboolean any = FALSE;

      for (guint j = 0; j < term->n_choices && !any; j++)
        any = holds (&term->choices[j], start, end);
      all = any != term->negated;
    }

  if (all)
    question->is_true = TRUE;
  else
    question->is_false = TRUE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const gint64 day_a = *(const gint64 *) a, day_b = *(const gint64 *) b;

  return (day_a > day_b) - (day_a < day_b);
}

static void
find_cuts (Question *question)
{
  question->cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < question->n_terms; i++)
    for (guint j = 0; j < question->terms[i]->n_choices; j++)
      {
        const VnusQueryChoice *choice = &question->terms[i]->choices[j];
        const gint64 cuts[] = { choice->first, (gint64) choice->first + 1, choice->last, (gint64) choice->last + 1 };

        g_array_append_vals (question->cuts, cuts, G_N_ELEMENTS (cuts));
      }
  g_array_sort (question->cuts, compare_days);
}

/* The next run of days within @days, from @day on, that no cut divides. */
static Days
next_run (const Question *question,
          Days            days,
          gint64          day)
{
  for (guint i = 0; i < question->cuts->len; i++)
    {
      const gint64 cut = g_array_index (question->cuts, gint64, i);

      if (cut > day)
        return (Days) { day, MIN (days.last, cut - 1) };
    }

  return (Days) { day, days.last };
}

static void
ask_of_days (Question *question,
             Days      days)
{
  for (Days run = next_run (question, days, days.first); ; run = next_run (question, days, run.last + 1))
    {
      ask (question, run.first, run.first);
      if (run.last >= days.last)
        return;
    }
}

static void
ask_of_span (Question *question,
             Days      starts,
             Days      ends)
{
  for (Days start = next_run (question, starts, starts.first); ; start = next_run (question, starts, start.last + 1))
    {
      for (Days end = next_run (question, ends, ends.first); ; end = next_run (question, ends, end.last + 1))
        {
          if (start.first <= end.last)
            ask (question, start.first, end.last);
          if (end.last >= ends.last)
            break;
        }
      if (start.last >= starts.last)
        return;
    }
}

VnusTruth
_vnus_query_test_date (VnusQueryTerm  **terms,
                       guint            n_terms,
                       const VnusDate  *date)
{
  Question question = { terms, n_terms, NULL, FALSE, FALSE };
  const VnusDateExtra *extra = date != NULL ? date_get_extra (date) : NULL;
  const Days any_time = { VNUS_DAY_MIN, VNUS_DAY_MAX };

  find_cuts (&question);

  if (date == NULL)
    ask_of_span (&question, any_time, any_time);
  else if (date->kind == VNUS_DATE_KIND_INTERVAL)
    ask_of_span (&question, (Days) { date->earliest_start, date->latest_start },
                 (Days) { date->earliest_end, date->latest_end });
  else if (extra == NULL || extra->n_ranges == 0)
    ask_of_days (&question, (Days) { date->earliest_start, date->latest_start });
  else
    for (guint i = 0; i < extra->n_ranges; i++)
      ask_of_days (&question, (Days) { extra->ranges[i].first, extra->ranges[i].last });

  g_array_unref (question.cuts);

  if (!question.is_true)
    return VNUS_TRUTH_NO;
  return question.is_false ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY;
}
