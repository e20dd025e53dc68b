/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-citation.h>
#include <vnus/vnus-truth.h>
#include <vnus/vnus-value.h>

G_BEGIN_DECLS

/**
 * VnusClaimStanding:
 * @VNUS_CLAIM_STANDING_UNSET: not set
 * @VNUS_CLAIM_STANDING_CHOSEN: it is the value that is used
 * @VNUS_CLAIM_STANDING_REFINED: it is compatible with the value that is used, which is more precise
 * @VNUS_CLAIM_STANDING_SUPERSEDED: a later claim of a series took its place
 * @VNUS_CLAIM_STANDING_RIVAL: it excludes the value that is used, or it is more precise than that and a rival excludes it
 * @VNUS_CLAIM_STANDING_DEPRECATED: an editor deprecated it: it is listed, never used
 * @VNUS_CLAIM_STANDING_PART: its start or its end is used, with the end or the start of another claim
 *
 * How a claim stands among the claims on its field.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CLAIM_STANDING_UNSET,
  VNUS_CLAIM_STANDING_CHOSEN,
  VNUS_CLAIM_STANDING_REFINED,
  VNUS_CLAIM_STANDING_SUPERSEDED,
  VNUS_CLAIM_STANDING_RIVAL,
  VNUS_CLAIM_STANDING_DEPRECATED,
  VNUS_CLAIM_STANDING_PART,
} VnusClaimStanding;

#define VNUS_TYPE_CLAIM_STANDING (vnus_claim_standing_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_claim_standing_get_type (void);

/**
 * VnusClaimGround:
 * @VNUS_CLAIM_GROUND_UNSET: it was not chosen
 * @VNUS_CLAIM_GROUND_ALONE: no other claim differs
 * @VNUS_CLAIM_GROUND_PRECISE: it is the most precise of compatible claims
 * @VNUS_CLAIM_GROUND_LATEST_STATUS: it is the latest dated claim of a series
 * @VNUS_CLAIM_GROUND_PREFERRED: an editor preferred it
 * @VNUS_CLAIM_GROUND_FAMILIES: more independent families of sources back it
 * @VNUS_CLAIM_GROUND_PRIMARY: its source is an official one or a register, the others are reports
 * @VNUS_CLAIM_GROUND_LATEST: its source was certainly published last
 * @VNUS_CLAIM_GROUND_TIE: nothing decides: the conflict stays
 *
 * Why a claim was chosen among the claims on its field.
 *
 * The grounds are tried in this order.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CLAIM_GROUND_UNSET,
  VNUS_CLAIM_GROUND_ALONE,
  VNUS_CLAIM_GROUND_PRECISE,
  VNUS_CLAIM_GROUND_LATEST_STATUS,
  VNUS_CLAIM_GROUND_PREFERRED,
  VNUS_CLAIM_GROUND_FAMILIES,
  VNUS_CLAIM_GROUND_PRIMARY,
  VNUS_CLAIM_GROUND_LATEST,
  VNUS_CLAIM_GROUND_TIE,
} VnusClaimGround;

#define VNUS_TYPE_CLAIM_GROUND (vnus_claim_ground_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_claim_ground_get_type (void);

typedef struct _VnusClaim VnusClaim;

#define VNUS_TYPE_CLAIM (vnus_claim_get_type ())

VNUS_AVAILABLE_IN_0_1
GType              vnus_claim_get_type        (void);

VNUS_AVAILABLE_IN_0_1
VnusClaim         *vnus_claim_ref             (VnusClaim        *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_claim_unref           (VnusClaim        *self);

VNUS_AVAILABLE_IN_0_1
VnusValue         *vnus_claim_get_value       (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
gboolean           vnus_claim_is_own          (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
gboolean           vnus_claim_is_composed     (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
VnusClaimStanding  vnus_claim_get_standing    (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
VnusClaimGround    vnus_claim_get_ground      (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
VnusTruth          vnus_claim_is_known        (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
guint              vnus_claim_get_n_citations (const VnusClaim  *self);
VNUS_AVAILABLE_IN_0_1
VnusCitation      *vnus_claim_get_citation    (const VnusClaim  *self,
                                               guint             position);

VNUS_AVAILABLE_IN_0_1
gboolean           vnus_claim_equal           (const VnusClaim  *self,
                                               const VnusClaim  *other);
VNUS_AVAILABLE_IN_0_1
char              *vnus_claim_to_string       (const VnusClaim  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusClaim, vnus_claim_unref)

G_END_DECLS
