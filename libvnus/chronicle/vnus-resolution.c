/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the resolution of a field: which of the claims on it is used.
 *
 * The one place of this rule:
 *
 *  1. Deprecated claims are listed and never chosen.
 *  2. A status is a series: the latest dated claim is used.
 *  3. Claims that can all be true at once are refinements of each other, and
 *     no conflict: the most precise one is used. A date that is doubted ("?")
 *     refines none that is not.
 *  4. Among rivals, the first of these that decides: an editor prefers one;
 *     more independent families of sources back one; one comes from an official
 *     source or a register and the others do not; one was published last.
 *  5. Else it is a tie, and stays a conflict; the record's own value is used,
 *     or else the first claim.
 *
 * What backs the record's own value: the citations of the whole record by
 * sources that give no value of their own for the field, and the citations of
 * the field without a value.
 */
#include "chronicle/vnus-claim-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-source.h>

#include <string.h>

/* --- Gathering --- */

/* Whether @citation is of @field or of a member of it. */
static gboolean
names_field (VnusCitation *citation,
             VnusField    *field)
{
  const char *named = vnus_citation_get_field (citation);

  return named != NULL && g_str_equal (named, field->name);
}

/* Whether @source gives a value of its own for the field. */
static gboolean
has_own_value (VnusRecord *record,
               VnusField  *field,
               const char *source)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (names_field (citation, field) && vnus_citation_get_value (citation) != NULL &&
          g_str_equal (vnus_citation_get_source (citation), source))
        return TRUE;
    }

  return FALSE;
}

static gboolean
backs_own_value (VnusRecord   *record,
                 VnusField    *field,
                 VnusCitation *citation)
{
  if (vnus_citation_get_field (citation) == NULL)
    return !has_own_value (record, field, vnus_citation_get_source (citation));

  return names_field (citation, field) && vnus_citation_get_value (citation) == NULL;
}

static VnusClaim *
find_claim (GPtrArray       *claims,
            const VnusValue *value)
{
  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (vnus_value_equal (claim->value, value))
        return claim;
    }

  return NULL;
}

static void
add_backing (VnusClaim    *claim,
             VnusCitation *citation,
             VnusTruth     admitted)
{
  claim->known = vnus_truth_or (claim->known, admitted);
  _vnus_claim_add_citation (claim, citation);
}

static GPtrArray *
gather (VnusRecord     *record,
        VnusField      *field,
        VnusViewFilter *filter)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_claim_unref);
  g_autoptr (VnusValue) own_value = _vnus_field_get_value (field, record);
  VnusClaim *own = own_value != NULL ? _vnus_claim_new (own_value, TRUE) : NULL;
  gboolean is_backed = FALSE; /* by anybody, in view or not */

  if (own != NULL)
    g_ptr_array_add (claims, own);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusValue *value = vnus_citation_get_value (citation);
      VnusTruth admitted = _vnus_view_filter_admits (filter, citation);
      VnusClaim *claim;

      if (own != NULL && backs_own_value (record, field, citation))
        {
          is_backed = TRUE;
          if (admitted != VNUS_TRUTH_NO)
            add_backing (own, citation, admitted);
          continue;
        }

      if (value == NULL || !names_field (citation, field))
        continue;
      if (own != NULL && vnus_value_equal (value, own->value))
        is_backed = TRUE;
      if (admitted == VNUS_TRUTH_NO)
        continue;

      claim = find_claim (claims, value);
      if (claim == NULL)
        {
          claim = _vnus_claim_new (value, FALSE);
          g_ptr_array_add (claims, claim);
        }
      add_backing (claim, citation, admitted);
    }

  /* What no source at all backs is an editor's own value: it is in view as long
   * as anything of the record is. What sources outside the view back is not. */
  if (own != NULL && own->citations == NULL)
    {
      if (is_backed)
        g_ptr_array_remove (claims, own);
      else
        own->known = VNUS_TRUTH_CERTAINLY;
    }

  return claims;
}

/* --- Comparing --- */

static gboolean
ranges_overlap (int a_low,
                int a_high,
                int b_low,
                int b_high)
{
  return a_low <= b_high && b_low <= a_high;
}

/* Whether both dates can tell of one and the same time. An open end says only
 * that no end was known. */
static gboolean
dates_agree (const VnusDate *a,
             const VnusDate *b)
{
  gboolean a_extends = vnus_date_get_kind (a) == VNUS_DATE_KIND_INTERVAL;
  gboolean b_extends = vnus_date_get_kind (b) == VNUS_DATE_KIND_INTERVAL;

  /* One names a day of the stay, the other all of it. */
  if (a_extends != b_extends)
    return vnus_date_is_within (a_extends ? b : a, a_extends ? a : b) != VNUS_TRUTH_NO;

  return ranges_overlap (vnus_date_get_earliest_start (a), vnus_date_get_latest_start (a),
                         vnus_date_get_earliest_start (b), vnus_date_get_latest_start (b)) &&
         (vnus_date_is_end_open (a) || vnus_date_is_end_open (b) ||
          ranges_overlap (vnus_date_get_earliest_end (a), vnus_date_get_latest_end (a),
                          vnus_date_get_earliest_end (b), vnus_date_get_latest_end (b)));
}

static gboolean
bounds_from_below (VnusBound bound)
{
  return bound == VNUS_BOUND_MORE_THAN || bound == VNUS_BOUND_AT_LEAST;
}

static gboolean
bounds_from_above (VnusBound bound)
{
  return bound == VNUS_BOUND_LESS_THAN || bound == VNUS_BOUND_AT_MOST;
}

static gboolean
amounts_agree (const VnusAmount *a,
               const VnusAmount *b)
{
  VnusBound bound_a = vnus_amount_get_bound (a), bound_b = vnus_amount_get_bound (b);
  double x = vnus_amount_to_double (a), y = vnus_amount_to_double (b);

  if (g_strcmp0 (vnus_amount_get_unit (a), vnus_amount_get_unit (b)) != 0)
    return FALSE;
  if (bounds_from_below (bound_a) && bounds_from_below (bound_b))
    return TRUE;
  if (bounds_from_above (bound_a) && bounds_from_above (bound_b))
    return TRUE;
  if (bounds_from_below (bound_a) || bounds_from_above (bound_b))
    return x <= y;
  if (bounds_from_above (bound_a) || bounds_from_below (bound_b))
    return x >= y;

  return x == y || bound_a == VNUS_BOUND_ABOUT || bound_b == VNUS_BOUND_ABOUT;
}

static gboolean
values_agree (const VnusValue *a,
              const VnusValue *b)
{
  VnusValueType type = vnus_value_get_value_type (a);

  if (type == VNUS_VALUE_TYPE_DATE && vnus_value_get_date (b) != NULL)
    return dates_agree (vnus_value_get_date (a), vnus_value_get_date (b));
  if (type == VNUS_VALUE_TYPE_AMOUNT && vnus_value_get_amount (b) != NULL)
    return amounts_agree (vnus_value_get_amount (a), vnus_value_get_amount (b));

  return vnus_value_equal (a, b);
}

/* How much a date leaves open, in days; less is more precise. */
static gint64
vagueness (const VnusDate *date)
{
  gint64 start = (gint64) vnus_date_get_latest_start (date) - vnus_date_get_earliest_start (date);
  gint64 end = (gint64) vnus_date_get_latest_end (date) - vnus_date_get_earliest_end (date);

  if (vnus_date_is_end_open (date) || vnus_date_is_end_unknown (date))
    end = G_MAXINT32;

  return start + end;
}

static gboolean
is_doubted (const VnusDate *date)
{
  static const VnusDateComponent components[] = {
    VNUS_DATE_COMPONENT_YEAR, VNUS_DATE_COMPONENT_MONTH, VNUS_DATE_COMPONENT_DAY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    if ((vnus_date_get_qualifier (date, components[i]) & VNUS_DATE_QUALIFIER_UNCERTAIN) != 0)
      return TRUE;

  return FALSE;
}

/* Whether @a says more than @b, with which it agrees. */
static gboolean
is_more_precise (const VnusValue *a,
                 const VnusValue *b)
{
  const VnusDate *date_a = vnus_value_get_date (a), *date_b = vnus_value_get_date (b);
  gboolean a_extends, b_extends;

  if (date_a == NULL || date_b == NULL)
    {
      const VnusAmount *amount = vnus_value_get_amount (a);

      return amount != NULL && vnus_amount_get_bound (amount) == VNUS_BOUND_EXACT &&
             vnus_amount_get_bound (vnus_value_get_amount (b)) != VNUS_BOUND_EXACT;
    }

  if (is_doubted (date_a) != is_doubted (date_b))
    return is_doubted (date_b);

  /* The whole of a stay tells more than a day of it. */
  a_extends = vnus_date_get_kind (date_a) == VNUS_DATE_KIND_INTERVAL;
  b_extends = vnus_date_get_kind (date_b) == VNUS_DATE_KIND_INTERVAL;
  if (a_extends != b_extends)
    return a_extends;

  return vagueness (date_a) < vagueness (date_b);
}

/* --- Choosing --- */

static gboolean
is_candidate (VnusClaim *claim)
{
  return claim->standing != VNUS_CLAIM_STANDING_DEPRECATED;
}

/* The most precise of the claims that agree with @first. */
static VnusClaim *
most_precise_with (GPtrArray *claims,
                   VnusClaim *first)
{
  VnusClaim *best = first;

  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (is_candidate (claim) && values_agree (claim->value, first->value) &&
          values_agree (claim->value, best->value) && is_more_precise (claim->value, best->value))
        best = claim;
    }

  return best;
}

typedef struct
{
  VnusViewFilter *filter;
  GPtrArray      *claims;
} Contest;

static const char *
family_of (Contest      *contest,
           VnusCitation *citation)
{
  VnusRecord *source = _vnus_view_filter_get_source (contest->filter, citation);
  const char *family = NULL, *origin;

  /* A copy counts as what it copies. The walk ends, however sources refer. */
  for (guint steps = 0; steps < 8 && source != NULL && VNUS_IS_SOURCE (source); steps++)
    {
      family = vnus_source_get_family (VNUS_SOURCE (source));
      if (family != NULL)
        return family;
      origin = vnus_source_get_derived_from (VNUS_SOURCE (source));
      if (origin == NULL)
        origin = vnus_source_get_translation_of (VNUS_SOURCE (source));
      if (origin == NULL)
        return vnus_record_get_id (source);
      {
        g_autoptr (VnusCitation) step = vnus_citation_new (origin, NULL);

        source = _vnus_view_filter_get_source (contest->filter, step);
      }
    }

  return vnus_citation_get_source (citation);
}

static int
score_preferred (Contest   *contest,
                 VnusClaim *claim)
{
  return claim->rank == VNUS_CITATION_RANK_PREFERRED;
}

static int
score_families (Contest   *contest,
                VnusClaim *claim)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < contest->claims->len; i++)
    {
      VnusClaim *other = g_ptr_array_index (contest->claims, i);

      if (!is_candidate (other) || !values_agree (claim->value, other->value))
        continue;
      for (guint j = 0; j < _vnus_vector_length (other->citations); j++)
        g_hash_table_add (families, (gpointer) family_of (contest, other->citations->items[j]));
    }

  return (int) g_hash_table_size (families);
}

static int
score_primary (Contest   *contest,
               VnusClaim *claim)
{
  for (guint i = 0; i < _vnus_vector_length (claim->citations); i++)
    {
      VnusRecord *source = _vnus_view_filter_get_source (contest->filter, claim->citations->items[i]);
      VnusSourceType type = source != NULL && VNUS_IS_SOURCE (source)
                              ? vnus_source_get_source_type (VNUS_SOURCE (source))
                              : VNUS_SOURCE_TYPE_UNSET;

      if (type == VNUS_SOURCE_TYPE_OFFICIAL || type == VNUS_SOURCE_TYPE_REGISTER)
        return 1;
    }

  return 0;
}

static int
score_latest (Contest   *contest,
              VnusClaim *claim)
{
  int latest = VNUS_DAY_MIN;

  for (guint i = 0; i < _vnus_vector_length (claim->citations); i++)
    {
      VnusDate *known = _vnus_view_filter_get_known (contest->filter, claim->citations->items[i]);

      if (known != NULL)
        latest = MAX (latest, vnus_date_get_latest_end (known));
    }

  return latest;
}

static const struct
{
  VnusClaimGround ground;
  int           (*score) (Contest *contest, VnusClaim *claim);
} grounds[] = {
  { VNUS_CLAIM_GROUND_PREFERRED, score_preferred },
  { VNUS_CLAIM_GROUND_FAMILIES, score_families },
  { VNUS_CLAIM_GROUND_PRIMARY, score_primary },
  { VNUS_CLAIM_GROUND_LATEST, score_latest },
};

/* Narrows @candidates to those with the best score; returns the ground that
 * left claims that agree with one another. */
static VnusClaim *
choose_among_rivals (Contest   *contest,
                     GPtrArray *candidates)
{
  VnusClaim *winner;

  for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
    {
      gboolean agree = TRUE;
      int best = G_MININT;

      for (guint i = 0; i < candidates->len; i++)
        best = MAX (best, grounds[g].score (contest, g_ptr_array_index (candidates, i)));
      for (guint i = candidates->len; i-- > 0;)
        if (grounds[g].score (contest, g_ptr_array_index (candidates, i)) < best)
          g_ptr_array_remove_index (candidates, i);

      winner = g_ptr_array_index (candidates, 0);
      for (guint i = 1; i < candidates->len; i++)
        agree = agree && values_agree (winner->value, ((VnusClaim *) g_ptr_array_index (candidates, i))->value);

      if (agree)
        {
          winner = most_precise_with (candidates, winner);
          winner->ground = grounds[g].ground;
          return winner;
        }
    }

  winner = g_ptr_array_index (candidates, 0);
  winner->ground = VNUS_CLAIM_GROUND_TIE;
  return winner;
}

/* A status is a series of dated claims. */
static VnusClaim *
choose_latest (Contest   *contest,
               GPtrArray *candidates)
{
  VnusClaim *latest = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (candidates, i);

      if (latest == NULL || score_latest (contest, claim) > score_latest (contest, latest))
        latest = claim;
    }

  latest->ground = candidates->len > 1 ? VNUS_CLAIM_GROUND_LATEST_STATUS : VNUS_CLAIM_GROUND_ALONE;
  return latest;
}

static gboolean
all_agree (GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    for (guint j = i + 1; j < candidates->len; j++)
      if (!values_agree (((VnusClaim *) g_ptr_array_index (candidates, i))->value,
                         ((VnusClaim *) g_ptr_array_index (candidates, j))->value))
        return FALSE;

  return TRUE;
}

static void
resolve (VnusRecord     *record,
         VnusField      *field,
         VnusViewFilter *filter,
         GPtrArray      *claims)
{
  Contest contest = { filter, claims };
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  gboolean is_series = VNUS_IS_EVENT (record) && g_str_equal (field->name, "status");
  VnusClaim *chosen;

  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (claim->citations != NULL && claim->rank == VNUS_CITATION_RANK_DEPRECATED)
        claim->standing = VNUS_CLAIM_STANDING_DEPRECATED;
      else
        g_ptr_array_add (candidates, claim);
    }
  if (candidates->len == 0)
    return;

  if (is_series)
    {
      chosen = choose_latest (&contest, candidates);
    }
  else if (all_agree (candidates))
    {
      chosen = most_precise_with (candidates, g_ptr_array_index (candidates, 0));
      chosen->ground = candidates->len > 1 ? VNUS_CLAIM_GROUND_PRECISE : VNUS_CLAIM_GROUND_ALONE;
    }
  else
    {
      g_autoptr (GPtrArray) rest = g_ptr_array_copy (candidates, NULL, NULL);

      chosen = choose_among_rivals (&contest, rest);
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (candidates, i);

      if (claim == chosen)
        claim->standing = VNUS_CLAIM_STANDING_CHOSEN;
      else if (is_series)
        claim->standing = VNUS_CLAIM_STANDING_SUPERSEDED;
      else if (values_agree (claim->value, chosen->value))
        claim->standing = VNUS_CLAIM_STANDING_REFINED;
      else
        claim->standing = VNUS_CLAIM_STANDING_RIVAL;
    }
}

GPtrArray *
_vnus_record_gather_claims (VnusRecord     *record,
                            VnusField      *field,
                            VnusViewFilter *filter)
{
  GPtrArray *claims = gather (record, field, filter);

  resolve (record, field, filter, claims);

  return claims;
}

VnusClaim *
_vnus_claims_get_chosen (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (claim->standing == VNUS_CLAIM_STANDING_CHOSEN)
        return claim;
    }

  return NULL;
}

gboolean
_vnus_claims_have_rivals (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    if (((VnusClaim *) g_ptr_array_index (claims, i))->standing == VNUS_CLAIM_STANDING_RIVAL)
      return TRUE;

  return FALSE;
}
