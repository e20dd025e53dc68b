/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The possible worlds of levels, agreements, visits and counts. */
#pragma once

#include "worlds-reference.h"

/* --- level-on --- */

typedef struct
{
  const World *world;
  const Asked *asked;
  const char  *ladder; /* NULL: all */
  int          level[MAX_FACTS];      /* −1: none */
  const char  *of_ladder[MAX_FACTS];  /* NULL: all */
  Tally        levels[G_N_ELEMENTS (levels)];
  Tally        broken;                /* nothing is left on any ladder */
} Levels;

static gboolean
is_asked (const Levels *l,
          guint         i)
{
  return l->ladder == NULL || l->of_ladder[i] == NULL || g_str_equal (l->ladder, l->of_ladder[i]);
}

static gboolean
share_ladder (const Levels *l,
              guint         i,
              guint         j)
{
  return l->of_ladder[i] == NULL || l->of_ladder[j] == NULL || g_str_equal (l->of_ladder[i], l->of_ladder[j]);
}

static gboolean
stage_holds (const Levels *l,
             const Span   *chosen,
             guint         i,
             int           day)
{
  if (chosen[i].start > day || chosen[i].end < day)
    return FALSE;

  for (guint j = 0; j < l->world->n_stages; j++)
    if (is_asked (l, j) && l->level[j] != l->level[i] && share_ladder (l, i, j) && chosen[j].start > chosen[i].start &&
        chosen[j].start <= day)
      return FALSE;

  return TRUE;
}

/* Whether a break holds on every ladder of which a stage is recorded. */
static gboolean
is_broken_on (const Levels *l,
              const Span   *chosen,
              int           day)
{
  gboolean any = FALSE;

  for (guint i = 0; i < l->world->n_stages; i++)
    {
      gboolean broken = FALSE;

      if (!is_asked (l, i))
        continue;
      for (guint j = 0; j < l->world->n_stages; j++)
        broken = broken || (is_asked (l, j) && l->level[j] < 0 && stage_holds (l, chosen, j, day) &&
                            (l->of_ladder[j] == NULL || g_strcmp0 (l->of_ladder[i], l->of_ladder[j]) == 0));
      if (!broken)
        return FALSE;
      any = TRUE;
    }

  return any;
}

static void
judge_levels (const Span *chosen,
              gpointer    data)
{
  Levels *l = data;

  for (int d = 0; d < l->asked->n; d++)
    {
      gboolean holds[G_N_ELEMENTS (levels)] = { FALSE };

      for (guint i = 0; i < l->world->n_stages; i++)
        if (is_asked (l, i) && l->level[i] >= 0)
          holds[l->level[i]] = holds[l->level[i]] || stage_holds (l, chosen, i, l->asked->days[d]);
      for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        count_world (&l->levels[i], holds[i]);
      count_world (&l->broken, is_broken_on (l, chosen, l->asked->days[d]));
    }
}

static void
read_stages (const World *world,
             Levels      *l)
{
  for (guint i = 0; i < world->n_stages; i++)
    {
      const Fact *stage = &world->stages[i];

      l->level[i] = stage->what;
      l->of_ladder[i] = stage->what >= 0 ? ladders[stage->what] : NULL;
      /* A break that names the level which it broke. */
      for (guint j = 0; stage->how == ACT_SEVERED && j < world->n_stages; j++)
        if (world->stages[j].how != ACT_SEVERED && world->stages[j].what == stage->what)
          l->level[i] = -1;
    }
}

static gboolean
refer_level_on (const World   *world,
                const Written *date,
                const char    *ladder,
                Answer        *answer)
{
  Space space = { 0 };
  Asked asked = days_of (date);
  Levels l = { .world = world, .asked = &asked, .ladder = ladder };
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  read_stages (world, &l);
  for (guint i = 0; i < world->n_stages; i++)
    {
      GArray *of_stage = spans_with_ends (&world->stages[i], world->stages[i].how == ACT_ATTESTED);

      g_ptr_array_add (spans, of_stage);
      vary (&space, (Span *) of_stage->data, of_stage->len);
    }
  if (!each_world (&space, judge_levels, &l))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    list_item (answer, levels[i], &l.levels[i]);
  if (answer->n_items == 0)
    answer->truth = truth_of (&l.broken) == VNUS_TRUTH_CERTAINLY ||
                        first_uncovered (world, 1u << SCOPE_STAGES, asked.days[0]) > asked.days[asked.n - 1]
                      ? VNUS_TRUTH_NO
                      : VNUS_TRUTH_POSSIBLY;
  return TRUE;
}

/* --- in-force-on --- */

typedef struct
{
  const Asked *asked;
  const Fact  *facts[MAX_VARIABLES];
  guint        n;
  gboolean     is_binding, has_validity, has_beginning;
  Tally        tally;
} Force;

static gboolean
begins (const Force *force,
        const Fact  *action)
{
  return force->is_binding ? action_types[action->what].begins : action_types[action->what].begins_unbound;
}

/* Whether something since @start ended it before the day, which may be its last. */
static gboolean
has_ended (const Force *force,
           const Span  *chosen,
           int          start,
           int          day)
{
  for (guint i = 0; i < force->n; i++)
    if (action_types[force->facts[i]->what].ends && chosen[i].start >= start && chosen[i].start < day)
      return TRUE;

  return FALSE;
}

static gboolean
has_begun (const Force *force,
           const Span  *chosen,
           int          day)
{
  for (guint i = 0; i < force->n; i++)
    if (begins (force, force->facts[i]) && chosen[i].start <= day && !has_ended (force, chosen, chosen[i].start, day))
      return TRUE;

  return FALSE;
}

/* What is at most signed may have come into force since its first action. */
static gboolean
may_have_begun (const Force *force,
                const Span  *chosen,
                int          day)
{
  for (guint i = 0; i < force->n; i++)
    if (chosen[i].start <= day)
      return TRUE;

  return force->n == 0;
}

static void
judge_force (const Span *chosen,
             gpointer    data)
{
  Force *force = data;

  for (int d = 0; d < force->asked->n; d++)
    {
      int day = force->asked->days[d];
      gboolean valid = !force->has_validity || (chosen[force->n].start <= day && day <= chosen[force->n].end);

      if (force->has_beginning)
        count_world (&force->tally, valid && has_begun (force, chosen, day));
      else if (force->has_validity)
        count_world (&force->tally, valid && !has_ended (force, chosen, chosen[force->n].start, day));
      else
        {
          count_world (&force->tally, may_have_begun (force, chosen, day));
          count_world (&force->tally, FALSE);
        }
    }
}

/* Notice of an end says not from when on it holds. */
static GArray *
spans_of_action (const Fact *action)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < action->n; i++)
    {
      int last = action->is_denounced ? MAX (action->spans[i].start, AFTER_ALL) + 1 : action->spans[i].start;

      for (int day = action->spans[i].start; day <= last; day++)
        {
          int that = action->is_denounced && day == last ? LATE : day;
          Span span = { that, that, that };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}

static gboolean
weigh_agreement (const World *world,
                 int          agreement,
                 const Asked *asked,
                 Tally       *tally)
{
  Space space = { 0 };
  Force force = { .asked = asked, .is_binding = world->is_binding[agreement] };
  const Fact *validity = &world->validities[agreement];
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gboolean done;

  for (guint i = 0; i < world->n_actions; i++)
    if (world->actions[i].who == agreement)
      {
        GArray *of_action = spans_of_action (&world->actions[i]);

        force.facts[force.n++] = &world->actions[i];
        force.has_beginning = force.has_beginning || begins (&force, &world->actions[i]);
        g_ptr_array_add (spans, of_action);
        vary (&space, (Span *) of_action->data, of_action->len);
      }
  if (validity->n > 0)
    {
      force.has_validity = TRUE;
      vary (&space, validity->spans, validity->n);
    }
  done = each_world (&space, judge_force, &force);
  *tally = force.tally;

  return done;
}

/* @agreement: −1 for all */
static gboolean
refer_in_force_on (const World   *world,
                   const Written *date,
                   int            agreement,
                   Answer        *answer)
{
  Asked asked = days_of (date);

  for (int i = 0; i < (int) G_N_ELEMENTS (agreements); i++)
    {
      Tally tally;

      if (agreement >= 0 && agreement != i)
        continue;
      if (!weigh_agreement (world, i, &asked, &tally))
        return FALSE;
      list_item (answer, agreements[i], &tally);
    }
  if (answer->n_items == 0)
    answer->truth = agreement >= 0 || first_uncovered (world, 1u << SCOPE_AGREEMENTS, EARLY) > asked.days[asked.n - 1]
                      ? VNUS_TRUTH_NO
                      : VNUS_TRUTH_POSSIBLY;
  return TRUE;
}

/* --- count --- */

typedef struct
{
  const char *text;
  VnusKind    kind;
  int         host;       /* −1: any */
  gboolean    in_office;
  const char *status;     /* held, or NULL */
  int         type;       /* −1: any but private */
} Counted;

static const Counted counted[] = {
  { "kind:visit", VNUS_KIND_VISIT, -1, FALSE, NULL, -1 },
  { "kind:visit host:h0", VNUS_KIND_VISIT, 0, FALSE, NULL, -1 },
  { "kind:visit host:h1", VNUS_KIND_VISIT, 1, FALSE, NULL, -1 },
  { "kind:visit host:h0 capacity:o0", VNUS_KIND_VISIT, 0, TRUE, NULL, -1 },
  { "kind:visit host:h0 status:held", VNUS_KIND_VISIT, 0, FALSE, "held", -1 },
  { "kind:visit host:h0 type:official", VNUS_KIND_VISIT, 0, FALSE, NULL, TYPE_OFFICIAL },
  { "kind:tenure office:o0", VNUS_KIND_TENURE, -1, FALSE, NULL, -1 },
  { "kind:stage relation:r0", VNUS_KIND_STAGE, -1, FALSE, NULL, -1 },
};

typedef struct
{
  const Counted *what;
  const Fact    *facts;
  guint          n;
  int            from, to, standpoint;
  int            min, max;
} Count;

/* Whether it matches by all but its time; possibly, if what is asked for is not recorded. */
static VnusTruth
matches (const Counted *what,
         const Fact    *fact)
{
  VnusTruth truth = VNUS_TRUTH_CERTAINLY;

  if (what->kind != VNUS_KIND_VISIT)
    return truth;
  if ((what->host >= 0 && fact->what != what->host) || (what->in_office && !fact->has_capacity) ||
      (what->type < 0 && fact->how == TYPE_PRIVATE) ||
      (what->type >= 0 && fact->how != TYPE_NONE && fact->how != what->type))
    return VNUS_TRUTH_NO;
  if (what->type >= 0 && fact->how == TYPE_NONE)
    truth = VNUS_TRUTH_POSSIBLY;
  if (what->status != NULL && fact->has_status)
    return fact->held == HELD ? truth : VNUS_TRUTH_NO;
  if (fact->held == NOT_HELD)
    return VNUS_TRUTH_NO;

  return fact->held == OPEN_STATUS ? VNUS_TRUTH_POSSIBLY : truth;
}

static void
judge_count (const Span *chosen,
             gpointer    data)
{
  Count *count = data;
  int min = 0, max = 0;

  for (guint i = 0; i < count->n; i++)
    {
      VnusTruth truth = matches (count->what, &count->facts[i]);

      if (chosen[i].start > count->to || chosen[i].end < count->from ||
          (count->what->kind == VNUS_KIND_VISIT && chosen[i].start > count->standpoint))
        truth = VNUS_TRUTH_NO;
      min += truth == VNUS_TRUTH_CERTAINLY;
      max += truth != VNUS_TRUTH_NO;
    }
  count->min = MIN (count->min, min);
  count->max = MAX (count->max, max);
}

/* @standpoint: LATE for none */
static gboolean
refer_count (const World   *world,
             const Counted *what,
             const Written *window,
             int            standpoint,
             Answer        *answer)
{
  Space space = { 0 };
  Asked asked = days_of (window);
  Count count = { .what = what, .from = asked.days[0], .to = asked.days[asked.n - 1], .standpoint = standpoint, .min = G_MAXINT };
  guint wanted = what->kind == VNUS_KIND_TENURE ? 1u << SCOPE_TENURES : what->kind == VNUS_KIND_STAGE ? 1u << SCOPE_STAGES
                                                                                                    : 1u << SCOPE_VISITS;

  count.facts = what->kind == VNUS_KIND_TENURE ? world->tenures : what->kind == VNUS_KIND_STAGE ? world->stages : world->visits;
  count.n = what->kind == VNUS_KIND_TENURE ? world->n_tenures : what->kind == VNUS_KIND_STAGE ? world->n_stages : world->n_visits;
  if (what->kind == VNUS_KIND_VISIT && what->host == 0)
    wanted |= 1u << SCOPE_VISITS_TO_HOST;
  /* That all visits are recorded does not say that it is of each in which capacity they came. */
  if (what->in_office)
    wanted = what->host == 0 ? 1u << SCOPE_VISITS_OF_OFFICE : 0;

  for (guint i = 0; i < count.n; i++)
    vary (&space, count.facts[i].spans, count.facts[i].n);
  if (!each_world (&space, judge_count, &count))
    return FALSE;

  answer->has_range = TRUE;
  answer->min = count.min;
  answer->max = first_uncovered (world, wanted, count.from) > MIN (count.to, standpoint) ? count.max : VNUS_RANGE_OPEN;
  answer->truth = answer->max == 0             ? VNUS_TRUTH_NO
                  : answer->min == answer->max ? VNUS_TRUTH_CERTAINLY
                                               : VNUS_TRUTH_POSSIBLY;
  return TRUE;
}

/* --- first-in-tenure --- */

typedef struct
{
  const World *world;
  const Fact  *visit;
  const Fact  *others[MAX_FACTS];
  const Fact  *terms[MAX_FACTS];
  guint        n_others, n_terms, n_worlds;
  guint        scopes;
  Tally        tally;
} First;

/* What is attested is a tenure of its own only where no recorded one has the day. */
static gboolean
is_a_tenure (const First *first,
             const Span  *terms,
             guint        i)
{
  for (guint j = 0; !first->terms[i]->extends && j < first->n_terms; j++)
    if (first->terms[j]->extends && terms[j].start <= terms[i].day && terms[i].day <= terms[j].end)
      return FALSE;

  return TRUE;
}

/* A recorded tenure began and ended when it did, whatever is attested. */
static gboolean
can_be_tenures (const First *first,
                const Span  *terms)
{
  for (guint i = 0; i < first->n_terms; i++)
    for (guint j = 0; j < first->n_terms; j++)
      if (!first->terms[i]->extends && first->terms[j]->extends && is_a_tenure (first, terms, i) &&
          terms[i].end >= terms[j].start && terms[i].start <= terms[j].end)
        return FALSE;

  return TRUE;
}

/* The first day of the tenures that lead to @day without a gap; LATE if none has it. */
static int
find_start (const First *first,
            const Span  *terms,
            int          day)
{
  int start = LATE;
  gboolean moved;

  for (guint i = 0; i < first->n_terms; i++)
    if (is_a_tenure (first, terms, i) && terms[i].start <= day && day <= terms[i].end)
      start = MIN (start, terms[i].start);

  do
    {
      moved = FALSE;
      for (guint i = 0; i < first->n_terms && start != LATE; i++)
        if (is_a_tenure (first, terms, i) && terms[i].start < start && terms[i].end + 1 >= start)
          {
            start = terms[i].start;
            moved = TRUE;
          }
    }
  while (moved);

  return start;
}

static void
judge_from (First      *first,
            const Span *chosen,
            int         start)
{
  gboolean sure = FALSE, open = FALSE;

  for (guint i = 0; i < first->n_others; i++)
    if (start <= chosen[i + 1].start && chosen[i + 1].start < chosen[0].start)
      {
        sure = sure || first->others[i]->held == HELD;
        open = open || first->others[i]->held == OPEN_STATUS;
      }
  open = open || first_uncovered (first->world, first->scopes, start) < chosen[0].start;

  if (!sure)
    count_world (&first->tally, TRUE);
  if (sure || open)
    count_world (&first->tally, FALSE);
}

static void
judge_first (const Span *chosen,
             gpointer    data)
{
  First *first = data;
  const Span *terms = chosen + 1 + first->n_others;
  int start;

  if (!can_be_tenures (first, terms))
    return;
  start = find_start (first, terms, chosen[0].start);
  if (start == LATE && first->visit->has_capacity)
    return;

  first->n_worlds++;
  if (start != LATE)
    {
      judge_from (first, chosen, start);
      return;
    }
  count_world (&first->tally, TRUE);
  count_world (&first->tally, FALSE);
}

/* Nothing tells when the tenure began. */
static void
judge_from_any (const Span *chosen,
                gpointer    data)
{
  judge_from (data, chosen, EARLY);
  count_world (&((First *) data)->tally, TRUE);
}

static gboolean
refer_first_in_tenure (const World *world,
                       guint        visit,
                       Answer      *answer)
{
  Space space = { 0 };
  First first = { .world = world, .visit = &world->visits[visit] };
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  first.scopes = 1u << SCOPE_VISITS;
  if (first.visit->what == 0)
    first.scopes |= 1u << SCOPE_VISITS_TO_HOST | 1u << SCOPE_VISITS_OF_OFFICE;
  vary (&space, first.visit->spans, first.visit->n);
  for (guint i = 0; i < world->n_visits; i++)
    if (i != visit && world->visits[i].who == first.visit->who && world->visits[i].what == first.visit->what &&
        world->visits[i].how != TYPE_PRIVATE)
      {
        first.others[first.n_others++] = &world->visits[i];
        vary (&space, world->visits[i].spans, world->visits[i].n);
      }
  for (guint i = 0; i < world->n_tenures; i++)
    if (world->tenures[i].who == first.visit->who)
      {
        GArray *of_term = spans_with_ends (&world->tenures[i], TRUE);

        first.terms[first.n_terms++] = &world->tenures[i];
        g_ptr_array_add (spans, of_term);
        vary (&space, (Span *) of_term->data, of_term->len);
      }

  if (!each_world (&space, judge_first, &first))
    return FALSE;
  if (first.n_worlds == 0)
    each_world (&space, judge_from_any, &first);
  answer->truth = truth_of (&first.tally);
  return TRUE;
}
