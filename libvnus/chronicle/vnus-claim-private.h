/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the claims on one field, and the rule that chooses among them. */
#pragma once

#include <vnus/vnus-claim.h>

#include "chronicle/vnus-view-filter-private.h"
#include "model/vnus-field-private.h"

G_BEGIN_DECLS

struct _VnusClaim
{
  gatomicrefcount    ref_count;
  VnusValue         *value;
  VnusVector        *citations; /* (element-type VnusCitation) */
  VnusClaimStanding  standing;
  VnusClaimGround    ground;
  VnusCitationRank   rank;      /* the best of its citations */
  gboolean           own;       /* the record's own value */
  gboolean           is_composed; /* of the start of one claim and the end of another one */
  gboolean           is_part;   /* of a composed claim */
  VnusTruth          known;     /* whether it was known by the day of the view */
};

VnusClaim *_vnus_claim_new          (VnusValue    *value,
                                     gboolean      own);
void       _vnus_claim_add_citation (VnusClaim    *self,
                                     VnusCitation *citation);

/* The claims on @field of @record that @filter lets through, each with its
 * standing: own value first, then in the order of the citations. */
GPtrArray *_vnus_record_gather_claims (VnusRecord     *record,
                                       VnusField      *field,
                                       VnusViewFilter *filter);

/* Gives each of @claims on one field its standing, and the chosen one its ground. */
void       _vnus_claims_resolve       (GPtrArray      *claims,
                                       VnusViewFilter *filter,
                                       gboolean        is_series);

/* The claim that is used, or NULL if none is. */
VnusClaim *_vnus_claims_get_chosen    (GPtrArray      *claims);
gboolean   _vnus_claims_have_rivals   (GPtrArray      *claims);

/* Whether @self is to be told where sources differ: what refines another value is
 * no rival of it, and of a claim that is composed its parts are told. */
gboolean   _vnus_claim_is_of_conflict (const VnusClaim *self);

/* Whether any citation gives a value of its own for a field: else there is one
 * claim at most, and nothing can differ. */
gboolean   _vnus_record_has_cited_value (VnusRecord *record,
                                         const char *field);

G_END_DECLS
