/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a claim: a value of a field, with the citations that back it. */
#include "chronicle/vnus-claim-private.h"

/**
 * VnusClaim:
 *
 * A value that sources give for a field, beside those of other sources.
 *
 * A claim is an immutable value. [method@Vnus.Chronicle.list_claims] makes the
 * claims on a field, and says of each how it stands.
 *
 * Since: 0.1
 */

G_DEFINE_BOXED_TYPE (VnusClaim, vnus_claim, vnus_claim_ref, vnus_claim_unref)

G_DEFINE_ENUM_TYPE (VnusClaimStanding, vnus_claim_standing,
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_CHOSEN, "chosen"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_REFINED, "refined"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_SUPERSEDED, "superseded"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_RIVAL, "rival"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_DEPRECATED, "deprecated"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_STANDING_PART, "part"))

G_DEFINE_ENUM_TYPE (VnusClaimGround, vnus_claim_ground,
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_ALONE, "alone"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_PRECISE, "precise"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_LATEST_STATUS, "latest-status"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_PREFERRED, "preferred"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_FAMILIES, "families"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_PRIMARY, "primary"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_LATEST, "latest"),
                    G_DEFINE_ENUM_VALUE (VNUS_CLAIM_GROUND_TIE, "tie"))

VnusClaim *
_vnus_claim_new (VnusValue *value,
                 gboolean   own)
{
  VnusClaim *self = g_new0 (VnusClaim, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->value = vnus_value_ref (value);
  self->own = own;
  self->rank = VNUS_CITATION_RANK_NORMAL;

  return self;
}

void
_vnus_claim_add_citation (VnusClaim    *self,
                          VnusCitation *citation)
{
  VnusCitationRank rank = vnus_citation_get_rank (citation);

  if (rank == VNUS_CITATION_RANK_UNSET)
    rank = VNUS_CITATION_RANK_NORMAL;
  self->rank = self->citations == NULL ? rank : MIN (self->rank, rank);
  _vnus_vector_append (&self->citations, vnus_citation_ref (citation));
}

/**
 * vnus_claim_ref:
 * @self: a claim
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusClaim *
vnus_claim_ref (VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_claim_unref:
 * @self: (transfer full): a claim
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_claim_unref (VnusClaim *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  vnus_value_unref (self->value);
  _vnus_vector_clear (&self->citations, (GDestroyNotify) vnus_citation_unref);
  g_free (self);
}

/**
 * vnus_claim_get_value:
 * @self: a claim
 *
 * Gets the value that is claimed.
 *
 * Returns: (transfer none): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_claim_get_value (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * vnus_claim_is_own:
 * @self: a claim
 *
 * Gets whether it is the value of the record itself.
 *
 * Returns: `TRUE` if it is; `FALSE` if a citation brings it
 *
 * Since: 0.1
 */
gboolean
vnus_claim_is_own (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->own;
}

/**
 * vnus_claim_is_composed:
 * @self: a claim
 *
 * Gets whether no source makes the claim as a whole: it is the interval from the
 * start that one source gives to the end that another one gives. Its citations are
 * those of both.
 *
 * Returns: `TRUE` if it is; it is the one that is used then
 *
 * Since: 0.1
 */
gboolean
vnus_claim_is_composed (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_composed;
}

/**
 * vnus_claim_get_standing:
 * @self: a claim
 *
 * Gets how the claim stands among the claims on its field.
 *
 * Returns: the standing
 *
 * Since: 0.1
 */
VnusClaimStanding
vnus_claim_get_standing (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, VNUS_CLAIM_STANDING_UNSET);

  return self->standing;
}

/**
 * vnus_claim_get_ground:
 * @self: a claim
 *
 * Gets why the claim was chosen.
 *
 * Returns: the ground; unset if it was not chosen
 *
 * Since: 0.1
 */
VnusClaimGround
vnus_claim_get_ground (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, VNUS_CLAIM_GROUND_UNSET);

  return self->ground;
}

/**
 * vnus_claim_is_known:
 * @self: a claim
 *
 * Gets whether the claim was known by the day of the view that it was asked of.
 *
 * Returns: possibly if it may have become known later; certainly outside of views
 *
 * Since: 0.1
 */
VnusTruth
vnus_claim_is_known (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, VNUS_TRUTH_NO);

  return self->known;
}

/**
 * vnus_claim_get_n_citations:
 * @self: a claim
 *
 * Gets how many citations back the claim.
 *
 * Returns: the number; 0 for a value that an editor alone entered
 *
 * Since: 0.1
 */
guint
vnus_claim_get_n_citations (const VnusClaim *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return _vnus_vector_length (self->citations);
}

/**
 * vnus_claim_get_citation:
 * @self: a claim
 * @position: the position, from 0
 *
 * Gets a citation that backs the claim.
 *
 * Returns: (transfer none) (nullable): the citation, or `NULL` past the end
 *
 * Since: 0.1
 */
VnusCitation *
vnus_claim_get_citation (const VnusClaim *self,
                         guint            position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _vnus_vector_get (self->citations, position);
}

/**
 * vnus_claim_equal:
 * @self: a claim
 * @other: another claim
 *
 * Compares two claims: equal if they claim the same value on the same
 * citations.
 *
 * Returns: `TRUE` if they are equal
 *
 * Since: 0.1
 */
gboolean
vnus_claim_equal (const VnusClaim *self,
                  const VnusClaim *other)
{
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  n = _vnus_vector_length (self->citations);
  if (!vnus_value_equal (self->value, other->value) || n != _vnus_vector_length (other->citations))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!vnus_citation_equal (_vnus_vector_get (self->citations, i), _vnus_vector_get (other->citations, i)))
      return FALSE;

  return TRUE;
}

/**
 * vnus_claim_to_string:
 * @self: a claim
 *
 * Writes a claim for people who debug: its value and its sources.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_claim_to_string (const VnusClaim *self)
{
  GString *string;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  value = vnus_value_to_string (self->value);
  string = g_string_new (value);
  for (guint i = 0; i < _vnus_vector_length (self->citations); i++)
    g_string_append_printf (string, "%s%s", i == 0 ? " ← " : ", ",
                            vnus_citation_get_source (_vnus_vector_get (self->citations, i)));

  return g_string_free (string, FALSE);
}
