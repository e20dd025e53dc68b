/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is true of a random chronicle, by the definitions alone: every possible
 * world, in which each date is one span of days, is gone through, and the
 * question is answered in each. */
#pragma once

#include "worlds-chronicle.h"

#define MAX_WORLDS 20000
#define MAX_VARIABLES 12
#define MAX_ITEMS 8

/* --- Worlds --- */

typedef struct
{
  guint       n;
  const Span *spans[MAX_VARIABLES];
  guint       n_spans[MAX_VARIABLES];
} Space;

static void
vary (Space      *space,
      const Span *spans,
      guint       n)
{
  g_assert_cmpuint (space->n, <, MAX_VARIABLES);
  space->spans[space->n] = spans;
  space->n_spans[space->n++] = n;
}

/* FALSE if there are too many. */
static gboolean
each_world (const Space *space,
            void       (*judge) (const Span *chosen, gpointer data),
            gpointer     data)
{
  guint choice[MAX_VARIABLES] = { 0 };
  Span chosen[MAX_VARIABLES];
  guint64 n = 1;

  for (guint i = 0; i < space->n; i++)
    n *= space->n_spans[i];
  if (n > MAX_WORLDS)
    return FALSE;

  for (guint64 world = 0; world < n; world++)
    {
      for (guint i = 0; i < space->n; i++)
        chosen[i] = space->spans[i][choice[i]];
      judge (chosen, data);
      for (guint i = 0; i < space->n && ++choice[i] == space->n_spans[i]; i++)
        choice[i] = 0;
    }

  return TRUE;
}

typedef struct
{
  gboolean is_true, is_false; /* in some world */
} Tally;

static void
count_world (Tally    *tally,
             gboolean  truth)
{
  tally->is_true = tally->is_true || truth;
  tally->is_false = tally->is_false || !truth;
}

static VnusTruth
truth_of (const Tally *tally)
{
  return !tally->is_true ? VNUS_TRUTH_NO : tally->is_false ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY;
}

/* --- Answers --- */

typedef struct
{
  VnusTruth   truth;
  gboolean    has_range;
  int         min, max;
  guint       n_items;
  const char *ids[MAX_ITEMS];
  VnusTruth   truths[MAX_ITEMS];
} Answer;

static void
list_item (Answer      *answer,
           const char  *id,
           const Tally *tally)
{
  VnusTruth truth = truth_of (tally);

  if (truth == VNUS_TRUTH_NO)
    return;
  answer->truth = answer->n_items == 0 ? truth : MIN (answer->truth, truth);
  answer->ids[answer->n_items] = id;
  answer->truths[answer->n_items++] = truth;
}

/* --- Days asked about --- */

#define FIRST_REAL (-45)
#define LAST_REAL 60

typedef struct
{
  int n;
  int days[LAST_REAL - FIRST_REAL + 3];
} Asked;

static Asked
days_of (const Written *date)
{
  Asked asked = { 0 };

  for (int day = FIRST_REAL - 1; day <= LAST_REAL + 1; day++)
    {
      int that = day < FIRST_REAL ? EARLY : day > LAST_REAL ? LATE : day;
      gboolean is_in = FALSE;

      for (guint i = 0; i < date->n; i++)
        is_in = is_in || (date->spans[i].start <= that && that <= date->spans[i].end);
      if (is_in)
        asked.days[asked.n++] = that;
    }

  return asked;
}

/* --- Coverage --- */

/* The first day from @from on that no declaration for one of @scopes covers. */
static int
first_uncovered (const World *world,
                 guint        scopes_wanted,
                 int          from)
{
  gboolean moved;

  do
    {
      moved = FALSE;
      for (guint i = 0; i < world->n_covers; i++)
        {
          const Cover *cover = &world->covers[i];

          if ((scopes_wanted & (1u << cover->scope)) != 0 && cover->from <= from && from <= cover->to)
            {
              from = cover->to + 1;
              moved = TRUE;
            }
        }
    }
  while (moved);

  return from;
}

/* --- before --- */

typedef struct
{
  Tally    tally;
  gboolean between_places;
} Before;

static void
judge_before (const Span *chosen,
              gpointer    data)
{
  Before *before = data;

  for (int shift = -1; shift <= 1; shift++)
    if (shift == 0 || before->between_places)
      count_world (&before->tally, chosen[0].end + (ABS (chosen[0].end) == LATE ? 0 : shift) < chosen[1].start);
}

static gboolean
refer_before (const Fact *a,
              const Span *b,
              guint       n_b,
              gboolean    between_places,
              Answer     *answer)
{
  Space space = { 0 };
  Before before = { .between_places = between_places };

  vary (&space, a->spans, a->n);
  vary (&space, b, n_b);
  if (!each_world (&space, judge_before, &before))
    return FALSE;

  answer->truth = truth_of (&before.tally);
  return TRUE;
}

/* --- elapsed --- */

/* The day that is so many units after a day, or the last of a month that has no such day. */
static gint64
add_units (GDate date,
           int   n,
           char  unit)
{
  if (unit == 'd')
    return (gint64) g_date_get_julian (&date) + n;
  if (n >= 0)
    g_date_add_months (&date, (guint) (unit == 'm' ? n : 12 * n));
  else
    g_date_subtract_months (&date, (guint) -(unit == 'm' ? n : 12 * n));

  return g_date_get_julian (&date);
}

/* How many full units have passed: the most that do not lead past the later day. */
static int
full_units (guint origin,
            int   from,
            int   to,
            char  unit)
{
  GDate start = nth_day (origin, from), end = nth_day (origin, to);
  int n = -100;

  while (add_units (start, n + 1, unit) <= (gint64) g_date_get_julian (&end))
    n++;

  return n;
}

/* Elapsed from the start of @fact to a day of @until. */
static void
refer_elapsed (const World   *world,
               const Fact    *fact,
               const Written *until,
               char           unit,
               Answer        *answer)
{
  answer->has_range = TRUE;
  answer->min = G_MAXINT;
  answer->max = G_MININT;
  for (guint i = 0; i < fact->n; i++)
    for (guint j = 0; j < until->n; j++)
      {
        int from = fact->spans[i].start, to = until->spans[j].start;
        int n = from == EARLY || to == LATE   ? VNUS_RANGE_OPEN
                : from == LATE || to == EARLY ? VNUS_DAY_MIN
                                              : full_units (world->origin, from, to, unit);

        answer->min = MIN (answer->min, n);
        answer->max = MAX (answer->max, n);
      }
  answer->truth = answer->min == answer->max && answer->max != VNUS_RANGE_OPEN ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY;
}

/* --- holder-on --- */

typedef struct
{
  const World *world;
  const Asked *asked;
  gboolean     exclude[MAX_FACTS][MAX_FACTS]; /* tenures of two persons, which leave room for each other */
  guint        n_worlds;
  Tally        persons[G_N_ELEMENTS (persons)];
} Holders;

/* An exclusive office passes from one to another on one day. */
static gboolean
can_both_hold (const Span *a,
               const Span *b)
{
  int first = MAX (a->start, b->start), last = MIN (a->end, b->end);

  return last < first || (first == last && ((a->end == first && b->start == first) || (b->end == first && a->start == first)));
}

/* Two that cannot both be as recorded are a conflict of sources: both stand. */
static gboolean
leave_room (const Fact *a,
            const Fact *b)
{
  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      if (can_both_hold (&a->spans[i], &b->spans[j]))
        return TRUE;

  return FALSE;
}

static void
find_exclusions (Holders *holders)
{
  const Fact *tenures = holders->world->tenures;

  for (guint i = 0; i < holders->world->n_tenures; i++)
    for (guint j = 0; j < holders->world->n_tenures; j++)
      holders->exclude[i][j] = tenures[i].who != tenures[j].who && leave_room (&tenures[i], &tenures[j]);
}

/* On one day it passes once: from one to another, and not back. */
static gboolean
is_consistent (const Holders *holders,
               const Span    *chosen)
{
  const guint n = holders->world->n_tenures;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        if (!holders->exclude[i][j])
          continue;
        if (!can_both_hold (&chosen[i], &chosen[j]))
          return FALSE;
        for (guint k = 0; k < n; k++)
          if (holders->exclude[i][k] && chosen[i].start == chosen[i].end && chosen[j].start < chosen[i].start &&
              chosen[j].end == chosen[i].start && chosen[k].start == chosen[i].start && chosen[k].end > chosen[i].start)
            return FALSE;
      }

  return TRUE;
}

static void
judge_holders (const Span *chosen,
               gpointer    data)
{
  Holders *holders = data;

  if (!is_consistent (holders, chosen))
    return;

  holders->n_worlds++;
  for (int d = 0; d < holders->asked->n; d++)
    {
      gboolean holds[G_N_ELEMENTS (persons)] = { FALSE };

      for (guint i = 0; i < holders->world->n_tenures; i++)
        if (chosen[i].start <= holders->asked->days[d] && holders->asked->days[d] <= chosen[i].end)
          holds[holders->world->tenures[i].who] = TRUE;
      for (guint p = 0; p < G_N_ELEMENTS (persons); p++)
        count_world (&holders->persons[p], holds[p]);
    }
}

static gboolean
refer_holder_on (const World   *world,
                 const Written *date,
                 Answer        *answer)
{
  Space space = { 0 };
  Asked asked = days_of (date);
  Holders holders = { .world = world, .asked = &asked };

  if (world->is_exclusive)
    find_exclusions (&holders);
  for (guint i = 0; i < world->n_tenures; i++)
    vary (&space, world->tenures[i].spans, world->tenures[i].n);
  if (!each_world (&space, judge_holders, &holders))
    return FALSE;
  if (holders.n_worlds == 0) /* three that cannot all be as recorded: there is no world to compare with */
    return FALSE;

  for (guint p = 0; p < G_N_ELEMENTS (persons); p++)
    list_item (answer, persons[p], &holders.persons[p]);
  if (answer->n_items == 0)
    answer->truth = first_uncovered (world, 1u << SCOPE_TENURES, asked.days[0]) > asked.days[asked.n - 1] ? VNUS_TRUTH_NO
                                                                                                          : VNUS_TRUTH_POSSIBLY;
  return TRUE;
}

/* A stage has a start and an end: a date without extent is that of its beginning,
 * and of an attested stage that of any day of it. */
static GArray *
spans_with_ends (const Fact *fact,
                 gboolean    is_attested)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < fact->n; i++)
    {
      int day = fact->spans[i].start;

      if (fact->extends)
        {
          g_array_append_val (spans, fact->spans[i]);
          continue;
        }
      for (int start = is_attested ? MIN (day, BEFORE_ALL) - 1 : day; start <= day; start++)
        for (int end = day; end <= MAX (day, AFTER_ALL) + 1; end++)
          {
            Span span = { start < MIN (day, BEFORE_ALL) ? EARLY : start, end > MAX (day, AFTER_ALL) ? LATE : end, day };

            g_array_append_val (spans, span);
          }
    }

  return spans;
}
