/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Floor 2: what two dates have to each other.
 *
 * There is one primitive: the set of Allen relations that some choice of days
 * realises. A question is a set, too; its truth is whether the first lies
 * within the second, or apart from it. Truths of single relations must not be
 * joined by “or”: they are about the same unknown days.
 *
 * A date is a set of pairs of start s and end e, with s ≤ e:
 *
 *   day, choice   s = e = x, with x in [first, last], or in one of several such ranges
 *   interval      s in [s1, s2], e in [e1, e2], where s1 ≤ e1 and s2 ≤ e2
 *
 * The end is the last day itself, so that “meets” is e + 1 = s. An open start
 * is a point before all days and an open end one behind them; an unknown end
 * may be such a point. A day is never one.
 */
#include "time/vnus-date-private.h"

/* What two days can have to each other. */
#define DAY_RELATIONS (VNUS_ALLEN_BEFORE | VNUS_ALLEN_MEETS | VNUS_ALLEN_EQUALS | VNUS_ALLEN_MET_BY | VNUS_ALLEN_AFTER)
#define WITHIN (VNUS_ALLEN_STARTS | VNUS_ALLEN_DURING | VNUS_ALLEN_FINISHES | VNUS_ALLEN_EQUALS)
#define COVERS (VNUS_ALLEN_FINISHED_BY | VNUS_ALLEN_CONTAINS | VNUS_ALLEN_STARTED_BY | VNUS_ALLEN_EQUALS)
#define INTERSECTS (WITHIN | COVERS | VNUS_ALLEN_OVERLAPS | VNUS_ALLEN_OVERLAPPED_BY)

/* Beyond all days that can be written, and still a day. */
#define FAR_DAY (1 << 30)

typedef struct
{
  gint64 s1, s2, e1, e2;
} Span;

typedef struct
{
  gint64 first, last;
} Days;

static inline Days
day_range (gint32 first,
           gint32 last,
           int    slack)
{
  return (Days) { MAX (first, -FAR_DAY) - slack, MIN (last, FAR_DAY) + slack };
}

/* Only ends that are days get slack, and only a start may be before all days. */
static inline Span
span (const VnusDate *self,
      int             slack)
{
  const gint64 s1 = self->earliest_start;
  const gint64 s2 = MIN (self->latest_start, FAR_DAY);
  const gint64 e1 = MAX (self->earliest_end, -FAR_DAY);
  const gint64 e2 = self->latest_end;

  return (Span) {
    s1 == VNUS_DAY_MIN ? s1 : s1 - slack,
    s2 == VNUS_DAY_MIN ? s2 : s2 + slack,
    e1 == VNUS_DAY_MAX ? e1 : e1 - slack,
    e2 == VNUS_DAY_MAX ? e2 : e2 + slack,
  };
}

/* Whether [@a1, @a2] and [@b1, @b2] share a number. */
static inline gboolean
share (gint64 a1,
       gint64 a2,
       gint64 b1,
       gint64 b2)
{
  return MAX (a1, b1) <= MIN (a2, b2);
}

static inline guint
set_if (gboolean condition,
        guint    relation)
{
  return condition ? relation : 0;
}

static inline guint
relate_days (Days a,
             Days b)
{
  return set_if (a.first + 1 < b.last, VNUS_ALLEN_BEFORE) |
         set_if (share (a.first + 1, a.last + 1, b.first, b.last), VNUS_ALLEN_MEETS) |
         set_if (share (a.first, a.last, b.first, b.last), VNUS_ALLEN_EQUALS) |
         set_if (share (a.first, a.last, b.first + 1, b.last + 1), VNUS_ALLEN_MET_BY) |
         set_if (b.first + 1 < a.last, VNUS_ALLEN_AFTER);
}

static inline guint
relate_day_to_span (Days a,
                    Span b)
{
  const gint64 starts = MAX (a.first, b.s1);     /* the first day that is b's start */
  const gint64 during = MAX (a.first, b.s1 + 1); /* the first day that is later */
  const gint64 finishes = MIN (a.last, b.e2);    /* the last day that is b's end */

  return set_if (a.first + 1 < b.s2, VNUS_ALLEN_BEFORE) |
         set_if (share (a.first + 1, a.last + 1, b.s1, b.s2), VNUS_ALLEN_MEETS) |
         set_if (starts <= MIN (a.last, b.s2) && starts < b.e2, VNUS_ALLEN_STARTS) |
         set_if (during <= MIN (a.last, b.e2 - 1), VNUS_ALLEN_DURING) |
         set_if (finishes >= MAX (a.first, b.e1) && finishes > b.s1, VNUS_ALLEN_FINISHES) |
         set_if (MAX (starts, b.e1) <= MIN (finishes, b.s2), VNUS_ALLEN_EQUALS) |
         set_if (share (b.e1 + 1, b.e2 + 1, a.first, a.last), VNUS_ALLEN_MET_BY) |
         set_if (b.e1 + 1 < a.last, VNUS_ALLEN_AFTER);
}

/* The first six of the thirteen relations; the last six are these from the other side. */
static inline guint
relate_span_half (Span a,
                  Span b)
{
  /* In each line the free days are chosen as far apart as they go, the others as they must be. */
  const gint64 later = MAX (a.s1, b.s1 + 1); /* a's first start behind some start of b */
  const gint64 cut = MAX (b.s1, a.s1 + 1);   /* b's first start behind some start of a */
  const gint64 shared = MAX (a.s1, b.s1);    /* the first start of both */

  return set_if (a.e1 + 1 < b.s2, VNUS_ALLEN_BEFORE) |
         set_if (share (a.e1 + 1, a.e2 + 1, b.s1, b.s2), VNUS_ALLEN_MEETS) |
         set_if (cut <= b.s2 && MAX (a.e1, cut) <= MIN (a.e2, b.e2 - 1), VNUS_ALLEN_OVERLAPS) |
         set_if (shared <= MIN (a.s2, b.s2) && MAX (a.e1, shared) <= MIN (a.e2, b.e2 - 1), VNUS_ALLEN_STARTS) |
         set_if (later <= a.s2 && MAX (a.e1, later) <= MIN (a.e2, b.e2 - 1), VNUS_ALLEN_DURING) |
         set_if (later <= a.s2 && MAX (MAX (a.e1, b.e1), later) <= MIN (a.e2, b.e2), VNUS_ALLEN_FINISHES);
}

static inline guint
relate_spans (Span a,
              Span b)
{
  const gint64 start = MAX (a.s1, b.s1);
  const gint64 end = MIN (a.e2, b.e2);
  const gboolean equals = start <= MIN (a.s2, b.s2) && MAX (a.e1, b.e1) <= end && start <= end;

  return relate_span_half (a, b) | set_if (equals, VNUS_ALLEN_EQUALS) |
         vnus_allen_invert (relate_span_half (b, a));
}

static inline guint
n_ranges (const VnusDate *self)
{
  const VnusDateExtra *extra = date_get_extra (self);

  return extra == NULL || extra->n_ranges == 0 ? 1 : extra->n_ranges;
}

static inline Days
nth_range (const VnusDate *self,
           guint           i,
           int             slack)
{
  const VnusDateExtra *extra = date_get_extra (self);

  if (extra == NULL || extra->n_ranges == 0)
    return day_range (self->earliest_start, self->latest_start, slack);

  return day_range (extra->ranges[i].first, extra->ranges[i].last, slack);
}

static guint
relate_ranges (const VnusDate *self,
               const VnusDate *other,
               int             slack)
{
  guint set = 0;

  for (guint i = 0; i < n_ranges (self); i++)
    for (guint j = 0; j < n_ranges (other) && set != DAY_RELATIONS; j++)
      set |= relate_days (nth_range (self, i, slack), nth_range (other, j, 0));

  return set;
}

static guint
relate_ranges_to_span (const VnusDate *self,
                       int             self_slack,
                       const VnusDate *other,
                       int             other_slack)
{
  guint set = 0;

  for (guint i = 0; i < n_ranges (self); i++)
    set |= relate_day_to_span (nth_range (self, i, self_slack), span (other, other_slack));

  return set;
}

/* @slack: by how many days the calendars of the two places may differ */
VnusAllen
_vnus_date_relate (const VnusDate *self,
                   const VnusDate *other,
                   int             slack)
{
  if (self->kind != VNUS_DATE_KIND_INTERVAL)
    return other->kind != VNUS_DATE_KIND_INTERVAL ? relate_ranges (self, other, slack)
                                                  : relate_ranges_to_span (self, slack, other, 0);
  if (other->kind != VNUS_DATE_KIND_INTERVAL)
    return vnus_allen_invert (relate_ranges_to_span (other, 0, self, slack));

  return relate_spans (span (self, slack), span (other, 0));
}

static inline VnusTruth
truth_of (guint possible,
          guint asked)
{
  if ((possible & asked) == 0)
    return VNUS_TRUTH_NO;

  return (possible & ~asked) == 0 ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY;
}

/**
 * vnus_date_relate:
 * @self: a date
 * @other: another date
 *
 * Finds the Allen relations that @self may have to @other.
 *
 * The set has exactly those that some choice of the unknown days realises. The
 * days of the two are chosen independently, also if @self is @other.
 *
 * Returns: the possible relations, at least one
 *
 * Since: 0.1
 */
VnusAllen
vnus_date_relate (const VnusDate *self,
                  const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, VNUS_ALLEN_NONE);
  g_return_val_if_fail (other != NULL, VNUS_ALLEN_NONE);

  return _vnus_date_relate (self, other, 0);
}

/**
 * vnus_date_has_relation:
 * @self: a date
 * @other: another date
 * @relations: the relations that are asked for
 *
 * Asks whether @self has one of some relations to @other.
 *
 * Ask for all of them at once: the truths of single relations do not add up.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_has_relation (const VnusDate *self,
                        const VnusDate *other,
                        VnusAllen       relations)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (other != NULL, VNUS_TRUTH_POSSIBLY);

  return truth_of (_vnus_date_relate (self, other, 0), relations);
}

/**
 * vnus_date_relate_between_places:
 * @self: a date
 * @other: a date at another place
 *
 * Finds the Allen relations that @self may have to @other if their clocks differ.
 *
 * A day is the calendar day at its place. Elsewhere it may be the eve or the
 * morrow, so a difference of one day is never certain.
 *
 * Returns: the possible relations, at least one
 *
 * Since: 0.1
 */
VnusAllen
vnus_date_relate_between_places (const VnusDate *self,
                                 const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, VNUS_ALLEN_NONE);
  g_return_val_if_fail (other != NULL, VNUS_ALLEN_NONE);

  return _vnus_date_relate (self, other, 1);
}

/**
 * vnus_date_has_relation_between_places:
 * @self: a date
 * @other: a date at another place
 * @relations: the relations that are asked for
 *
 * Asks whether @self has one of some relations to @other if their clocks differ.
 *
 * See [method@Vnus.Date.relate_between_places].
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_has_relation_between_places (const VnusDate *self,
                                       const VnusDate *other,
                                       VnusAllen       relations)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (other != NULL, VNUS_TRUTH_POSSIBLY);

  return truth_of (_vnus_date_relate (self, other, 1), relations);
}

/**
 * vnus_date_is_before:
 * @self: a date
 * @other: another date
 *
 * Asks whether @self has ended when @other starts.
 *
 * It may have ended on the eve.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_before (const VnusDate *self,
                     const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (other != NULL, VNUS_TRUTH_POSSIBLY);

  return date_precedes (self, other);
}

/**
 * vnus_date_is_after:
 * @self: a date
 * @other: another date
 *
 * Asks whether @other has ended when @self starts.
 *
 * It may have ended on the eve.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_after (const VnusDate *self,
                    const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (other != NULL, VNUS_TRUTH_POSSIBLY);

  return date_precedes (other, self);
}

/**
 * vnus_date_is_not_after:
 * @self: a date
 * @other: another date
 *
 * Asks whether @self does not start after the end of @other.
 *
 * Of two days this asks whether the first is the same or earlier. It is the
 * contrary of [method@Vnus.Date.is_after].
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_not_after (const VnusDate *self,
                        const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_POSSIBLY);
  g_return_val_if_fail (other != NULL, VNUS_TRUTH_POSSIBLY);

  return vnus_truth_not (date_precedes (other, self));
}

/**
 * vnus_date_is_same_day:
 * @self: a date
 * @other: another date
 *
 * Asks whether two dates are the same day, or have the same first and last day.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_same_day (const VnusDate *self,
                       const VnusDate *other)
{
  return vnus_date_has_relation (self, other, VNUS_ALLEN_EQUALS);
}

/**
 * vnus_date_is_within:
 * @self: a date
 * @other: another date
 *
 * Asks whether all days of @self are days of @other.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_is_within (const VnusDate *self,
                     const VnusDate *other)
{
  return vnus_date_has_relation (self, other, WITHIN);
}

/**
 * vnus_date_covers:
 * @self: a date
 * @other: another date
 *
 * Asks whether all days of @other are days of @self.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_covers (const VnusDate *self,
                  const VnusDate *other)
{
  return vnus_date_has_relation (self, other, COVERS);
}

/**
 * vnus_date_intersects:
 * @self: a date
 * @other: another date
 *
 * Asks whether two dates have a day in common.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_date_intersects (const VnusDate *self,
                      const VnusDate *other)
{
  return vnus_date_has_relation (self, other, INTERSECTS);
}
