/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the resolution of a field: which of the claims on it is used.
 *
 * The one place of this rule:
 *
 *  1. Deprecated claims are listed and never chosen.
 *  2. A status is a series: the latest dated claim is used. Where the dates leave
 *     open which is the latest, held ends a series, and so does cancelled.
 *  3. Claims that can all be true at once are refinements of each other, and no
 *     conflict: the most precise one is used. The start and the end of intervals are
 *     resolved apart, each by these rules: what is used may be the start of one
 *     claim and the end of another one.
 *  4. Among rivals, the first of these that decides: an editor prefers one; more
 *     independent families of sources back one; one comes from an official source
 *     or a register and the others do not; one was certainly published last.
 *     A claim that several rivals refine lends its sources to each of them.
 *  5. Else it is a tie, and stays a conflict; the record's own value is used if
 *     it is among the rivals or all of them allow it, or else the first claim.
 *
 * How claims are gathered is in vnus-claim-gather.c.
 */
#include "chronicle/vnus-claim-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-source.h>

#include "chronicle/vnus-compatible-private.h"

typedef struct
{
  VnusViewFilter *filter;
  GPtrArray      *candidates; /* (element-type VnusClaim) all that may be chosen */
  VnusAspect      aspect;     /* in which they are compared */
} Contest;

static VnusClaim *
nth (GPtrArray *claims,
     guint      index)
{
  return g_ptr_array_index (claims, index);
}

static gboolean
agree (Contest   *contest,
       VnusClaim *a,
       VnusClaim *b)
{
  return _vnus_values_agree (a->value, b->value, contest->aspect);
}

static gboolean
refines (Contest   *contest,
         VnusClaim *a,
         VnusClaim *b)
{
  return a != b && agree (contest, a, b) && _vnus_value_is_more_precise (a->value, b->value, contest->aspect);
}

static gboolean
all_agree (Contest   *contest,
           GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    for (guint j = i + 1; j < claims->len; j++)
      if (!agree (contest, nth (claims, i), nth (claims, j)))
        return FALSE;

  return TRUE;
}

/* The first of those that no other one of @claims is more precise than. */
static VnusClaim *
most_precise (Contest   *contest,
              GPtrArray *claims)
{
  VnusClaim *best = nth (claims, 0);

  for (guint i = 1; i < claims->len; i++)
    if (_vnus_value_is_more_precise (nth (claims, i)->value, best->value, contest->aspect))
      best = nth (claims, i);

  return best;
}

/* Those of @claims that no other one of them refines. */
static GPtrArray *
list_sharpest (Contest   *contest,
               GPtrArray *claims)
{
  GPtrArray *sharpest = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      gboolean is_refined = FALSE;

      for (guint j = 0; j < claims->len && !is_refined; j++)
        is_refined = refines (contest, nth (claims, j), nth (claims, i));
      if (!is_refined)
        g_ptr_array_add (sharpest, nth (claims, i));
    }

  return sharpest;
}

/* Grounds */

static const char *
family_of (Contest      *contest,
           VnusCitation *citation)
{
  return _vnus_view_filter_get_family (contest->filter, vnus_citation_get_source (citation));
}

static gboolean
backs (VnusCitation *citation)
{
  return vnus_citation_get_rank (citation) != VNUS_CITATION_RANK_DEPRECATED;
}

static int
score_preferred (Contest   *contest,
                 VnusClaim *claim)
{
  return claim->citations != NULL && claim->rank == VNUS_CITATION_RANK_PREFERRED;
}

static int
score_families (Contest   *contest,
                VnusClaim *claim)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < contest->candidates->len; i++)
    {
      VnusClaim *other = nth (contest->candidates, i);

      if (agree (contest, claim, other))
        for (guint j = 0; j < _vnus_vector_length (other->citations); j++)
          if (backs (_vnus_vector_get (other->citations, j)))
            g_hash_table_add (families, (gpointer) family_of (contest, _vnus_vector_get (other->citations, j)));
    }

  return (int) g_hash_table_size (families);
}

static int
score_primary (Contest   *contest,
               VnusClaim *claim)
{
  for (guint i = 0; i < _vnus_vector_length (claim->citations); i++)
    {
      VnusCitation *citation = _vnus_vector_get (claim->citations, i);
      VnusRecord *source = _vnus_view_filter_get_source (contest->filter, vnus_citation_get_source (citation));
      VnusSourceType type = source != NULL ? vnus_source_get_source_type (VNUS_SOURCE (source))
                                           : VNUS_SOURCE_TYPE_UNSET;

      if (backs (citation) && (type == VNUS_SOURCE_TYPE_OFFICIAL || type == VNUS_SOURCE_TYPE_REGISTER))
        return 1;
    }

  return 0;
}

/* The days between which the newest source of @claim told of it. */
static void
get_newest (Contest   *contest,
            VnusClaim *claim,
            int       *earliest,
            int       *latest)
{
  *earliest = *latest = VNUS_DAY_MIN;

  for (guint i = 0; i < _vnus_vector_length (claim->citations); i++)
    {
      int from, to;

      if (!backs (_vnus_vector_get (claim->citations, i)))
        continue;
      _vnus_view_filter_get_known (contest->filter, _vnus_vector_get (claim->citations, i), &from, &to);
      *earliest = MAX (*earliest, from);
      *latest = MAX (*latest, to);
    }
}

/* Whether a claim of @pool was certainly told of after @claim. */
static gboolean
is_outdated (Contest   *contest,
             GPtrArray *pool,
             VnusClaim *claim)
{
  int earliest, latest, other_earliest, other_latest;

  get_newest (contest, claim, &earliest, &latest);
  for (guint i = 0; i < pool->len; i++)
    {
      get_newest (contest, nth (pool, i), &other_earliest, &other_latest);
      if (other_earliest > latest)
        return TRUE;
    }

  return FALSE;
}

/* Each leaves in @pool those that do best. */
static void
keep_best (Contest   *contest,
           GPtrArray *pool,
           int (*score) (Contest *contest, VnusClaim *claim))
{
  int best = 0;

  for (guint i = 0; i < pool->len; i++)
    best = MAX (best, score (contest, nth (pool, i)));
  for (guint i = pool->len; i-- > 0;)
    if (score (contest, nth (pool, i)) < best)
      g_ptr_array_remove_index (pool, i);
}

static void
keep_latest (Contest   *contest,
             GPtrArray *pool)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (pool, NULL, NULL);

  for (guint i = pool->len; i-- > 0;)
    if (is_outdated (contest, all, nth (pool, i)))
      g_ptr_array_remove_index (pool, i);
}

static const struct
{
  VnusClaimGround ground;
  int           (*score) (Contest *contest, VnusClaim *claim); /* NULL: by publication */
} grounds[] = {
  { VNUS_CLAIM_GROUND_FAMILIES, score_families },
  { VNUS_CLAIM_GROUND_PRIMARY, score_primary },
  { VNUS_CLAIM_GROUND_LATEST, NULL },
};

/* Choosing */

static VnusClaim *
choose (VnusClaim       *claim,
        VnusClaimGround  ground)
{
  claim->ground = ground;
  return claim;
}

/* What an editor prefers, made more precise where nobody disagrees; NULL if
 * nothing is preferred. Leaves in @pool what is preferred where that is not one. */
static VnusClaim *
choose_preferred (Contest    *contest,
                  GPtrArray **pool)
{
  g_autoptr (GPtrArray) preferred = g_ptr_array_copy (contest->candidates, NULL, NULL);
  g_autoptr (GPtrArray) refining = g_ptr_array_new ();
  VnusClaim *winner;

  keep_best (contest, preferred, score_preferred);
  if (score_preferred (contest, nth (preferred, 0)) == 0)
    return NULL;

  g_ptr_array_unref (*pool);
  *pool = list_sharpest (contest, preferred);
  if (!all_agree (contest, *pool))
    return NULL;

  winner = most_precise (contest, *pool);
  for (guint i = 0; i < contest->candidates->len; i++)
    if (refines (contest, nth (contest->candidates, i), winner))
      g_ptr_array_add (refining, nth (contest->candidates, i));

  return choose (refining->len > 0 && all_agree (contest, refining) ? most_precise (contest, refining) : winner,
                 VNUS_CLAIM_GROUND_PREFERRED);
}

/* The record's own value, if nothing that is left rules it out. */
static VnusClaim *
choose_at_tie (Contest   *contest,
               GPtrArray *pool)
{
  VnusClaim *own = nth (contest->candidates, 0);
  gboolean is_left = own->own && g_ptr_array_find (pool, own, NULL);
  gboolean is_allowed = own->own;

  for (guint i = 0; i < pool->len; i++)
    is_allowed = is_allowed && agree (contest, own, nth (pool, i));

  return choose (is_left || is_allowed ? own : nth (pool, 0), VNUS_CLAIM_GROUND_TIE);
}

static VnusClaim *
choose_among_rivals (Contest   *contest,
                     GPtrArray *rivals)
{
  g_autoptr (GPtrArray) pool = g_ptr_array_copy (rivals, NULL, NULL);
  VnusClaim *winner = choose_preferred (contest, &pool);

  for (guint g = 0; g < G_N_ELEMENTS (grounds) && winner == NULL; g++)
    {
      if (grounds[g].score != NULL)
        keep_best (contest, pool, grounds[g].score);
      else
        keep_latest (contest, pool);

      if (all_agree (contest, pool))
        winner = choose (most_precise (contest, pool), grounds[g].ground);
    }

  return winner != NULL ? winner : choose_at_tie (contest, pool);
}

static VnusClaim *
choose_one (Contest *contest)
{
  g_autoptr (GPtrArray) sharpest = list_sharpest (contest, contest->candidates);

  if (!all_agree (contest, sharpest))
    return choose_among_rivals (contest, sharpest);

  return choose (most_precise (contest, sharpest),
                 contest->candidates->len > 1 ? VNUS_CLAIM_GROUND_PRECISE : VNUS_CLAIM_GROUND_ALONE);
}

/* --- The ends of intervals --- */

/* What the intervals come to: the start of one with the end of one. */
typedef struct
{
  VnusClaim       *start;
  VnusClaim       *end;
  VnusClaim       *whole;  /* one that says both, or one that is composed; owned */
  VnusClaimGround  ground; /* the weaker of both */
} Ends;

static VnusClaim *
find_equal (GPtrArray       *claims,
            const VnusValue *value)
{
  for (guint i = 0; i < claims->len; i++)
    if (vnus_value_equal (nth (claims, i)->value, value))
      return nth (claims, i);

  return NULL;
}

/* A claim that no source makes as a whole. */
static VnusClaim *
compose (VnusValue  *value,
         const Ends *ends)
{
  VnusClaim *claim = _vnus_claim_new (value, FALSE);
  VnusClaim *parts[] = { ends->start, ends->end };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < _vnus_vector_length (parts[i]->citations); j++)
      _vnus_claim_add_citation (claim, _vnus_vector_get (parts[i]->citations, j));
  claim->is_composed = TRUE;
  claim->known = vnus_truth_and (ends->start->known, ends->end->known);

  return claim;
}

static VnusClaim *
choose_end (Contest    *contest,
            GPtrArray  *intervals,
            VnusAspect  aspect,
            Ends       *ends)
{
  Contest apart = { contest->filter, intervals, aspect };
  VnusClaim *winner = choose_one (&apart);

  ends->ground = MAX (ends->ground, winner->ground);
  winner->ground = VNUS_CLAIM_GROUND_UNSET;
  return winner;
}

/* FALSE if there are not several intervals, or if the start that is chosen would
 * lie behind the end. */
static gboolean
choose_ends (Contest *contest,
             Ends    *ends)
{
  g_autoptr (GPtrArray) intervals = g_ptr_array_new ();
  g_autoptr (VnusDate) date = NULL;
  g_autoptr (VnusValue) value = NULL;

  for (guint i = 0; i < contest->candidates->len; i++)
    if (_vnus_value_is_interval (nth (contest->candidates, i)->value))
      g_ptr_array_add (intervals, nth (contest->candidates, i));
  if (intervals->len < 2)
    return FALSE;

  ends->start = choose_end (contest, intervals, VNUS_ASPECT_START, ends);
  ends->end = choose_end (contest, intervals, VNUS_ASPECT_END, ends);
  ends->whole = ends->start;
  if (ends->start != ends->end)
    {
      date = _vnus_date_join (vnus_value_get_date (ends->start->value), vnus_value_get_date (ends->end->value));
      if (date == NULL)
        return FALSE;
      value = vnus_value_new_date (date);
      ends->whole = find_equal (intervals, value);
    }

  ends->whole = ends->whole != NULL ? vnus_claim_ref (ends->whole) : compose (value, ends);
  return TRUE;
}

/* The interval has to stand beside what is none. */
static VnusClaim *
choose_beside_others (Contest *contest,
                      Ends    *ends)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  Contest rest = { contest->filter, candidates, VNUS_ASPECT_WHOLE };

  for (guint i = 0; i < contest->candidates->len; i++)
    {
      VnusClaim *claim = nth (contest->candidates, i);

      if (claim == ends->whole || !_vnus_value_is_interval (claim->value))
        g_ptr_array_add (candidates, claim);
    }
  if (ends->whole->is_composed)
    g_ptr_array_add (candidates, ends->whole);

  return candidates->len > 1 ? choose_one (&rest) : ends->whole;
}

/* Chooses with the starts and ends of intervals resolved apart; NULL if there is
 * nothing to tell apart. A claim that is composed and chosen joins @claims. */
static VnusClaim *
choose_apart (Contest   *contest,
              GPtrArray *claims)
{
  Ends ends = { NULL, NULL, NULL, VNUS_CLAIM_GROUND_UNSET };
  VnusClaim *winner;

  if (!choose_ends (contest, &ends))
    return NULL;

  winner = choose_beside_others (contest, &ends);
  winner->ground = MAX (winner->ground, ends.ground);
  if (winner->is_composed)
    {
      ends.start->is_part = TRUE;
      ends.end->is_part = TRUE;
      g_ptr_array_add (claims, vnus_claim_ref (winner));
    }
  vnus_claim_unref (ends.whole); /* others own the winner */

  return winner;
}

/* --- Series --- */

/* How far a status is in the course of an event. */
static int
progress (VnusClaim *claim)
{
  static const int order[] = {
    [VNUS_STATUS_PROPOSED] = 1, [VNUS_STATUS_INVITED] = 2, [VNUS_STATUS_ANNOUNCED] = 3,
    [VNUS_STATUS_CONFIRMED] = 4, [VNUS_STATUS_POSTPONED] = 5, [VNUS_STATUS_CANCELLED] = 6,
    [VNUS_STATUS_HELD] = 6,
  };
  int status = vnus_value_get_integer (claim->value);

  return status > 0 && status < (int) G_N_ELEMENTS (order) ? order[status] : 0;
}

static int
score_progress (Contest   *contest,
                VnusClaim *claim)
{
  return progress (claim);
}

static int
score_cited (Contest   *contest,
             VnusClaim *claim)
{
  return claim->citations != NULL;
}

static VnusClaim *
choose_latest (Contest *contest)
{
  g_autoptr (GPtrArray) pool = g_ptr_array_copy (contest->candidates, NULL, NULL);

  keep_best (contest, pool, score_cited);
  keep_latest (contest, pool);
  keep_best (contest, pool, score_progress);
  if (!all_agree (contest, pool))
    return choose_at_tie (contest, pool);

  return choose (nth (pool, 0),
                 contest->candidates->len > 1 ? VNUS_CLAIM_GROUND_LATEST_STATUS : VNUS_CLAIM_GROUND_ALONE);
}

/* How @claim stands beside the chosen one. What is more precise than the chosen
 * one was not chosen because another one excludes it. */
static VnusClaimStanding
standing_of (Contest   *contest,
             VnusClaim *claim,
             VnusClaim *chosen,
             gboolean   is_series)
{
  if (claim == chosen)
    return VNUS_CLAIM_STANDING_CHOSEN;
  if (is_series && chosen->ground != VNUS_CLAIM_GROUND_TIE)
    return VNUS_CLAIM_STANDING_SUPERSEDED;
  if (is_series)
    return progress (claim) == progress (chosen) ? VNUS_CLAIM_STANDING_RIVAL : VNUS_CLAIM_STANDING_SUPERSEDED;

  if (!agree (contest, claim, chosen) || refines (contest, claim, chosen))
    return VNUS_CLAIM_STANDING_RIVAL;

  return claim->is_part ? VNUS_CLAIM_STANDING_PART : VNUS_CLAIM_STANDING_REFINED;
}

void
_vnus_claims_resolve (GPtrArray      *claims,
                      VnusViewFilter *filter,
                      gboolean        is_series)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  Contest contest = { filter, candidates, VNUS_ASPECT_WHOLE };
  VnusClaim *chosen = NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = nth (claims, i);

      if (claim->citations != NULL && claim->rank == VNUS_CITATION_RANK_DEPRECATED)
        claim->standing = VNUS_CLAIM_STANDING_DEPRECATED;
      else
        g_ptr_array_add (candidates, claim);
    }
  if (candidates->len == 0)
    return;

  if (is_series)
    chosen = choose_latest (&contest);
  else
    chosen = choose_apart (&contest, claims);
  if (chosen == NULL)
    chosen = choose_one (&contest);
  chosen->standing = VNUS_CLAIM_STANDING_CHOSEN;
  for (guint i = 0; i < candidates->len; i++)
    nth (candidates, i)->standing = standing_of (&contest, nth (candidates, i), chosen, is_series);
}

VnusClaim *
_vnus_claims_get_chosen (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    if (nth (claims, i)->standing == VNUS_CLAIM_STANDING_CHOSEN)
      return nth (claims, i);

  return NULL;
}

gboolean
_vnus_claims_have_rivals (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    if (nth (claims, i)->standing == VNUS_CLAIM_STANDING_RIVAL)
      return TRUE;

  return FALSE;
}

gboolean
_vnus_claim_is_of_conflict (const VnusClaim *self)
{
  return !self->is_composed &&
         (self->standing == VNUS_CLAIM_STANDING_CHOSEN || self->standing == VNUS_CLAIM_STANDING_PART ||
          self->standing == VNUS_CLAIM_STANDING_RIVAL);
}
