/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-judgement.h>

G_BEGIN_DECLS

/**
 * VNUS_CANDIDATE_LIKELY:
 *
 * The score from which on two records are likely the same: a name alone does not
 * suffice.
 *
 * Since: 0.1
 */
#define VNUS_CANDIDATE_LIKELY (60)

/**
 * VNUS_CANDIDATE_POSSIBLE:
 *
 * The score from which on two records are listed as perhaps the same.
 *
 * Since: 0.1
 */
#define VNUS_CANDIDATE_POSSIBLE (20)

#define VNUS_TYPE_CANDIDATE (vnus_candidate_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusCandidate, vnus_candidate, VNUS, CANDIDATE, GObject)

VNUS_AVAILABLE_IN_0_1
const char  *vnus_candidate_get_a               (VnusCandidate *self);
VNUS_AVAILABLE_IN_0_1
const char  *vnus_candidate_get_b               (VnusCandidate *self);
VNUS_AVAILABLE_IN_0_1
int          vnus_candidate_get_score           (VnusCandidate *self);
VNUS_AVAILABLE_IN_0_1
VnusVerdict  vnus_candidate_get_verdict         (VnusCandidate *self);
VNUS_AVAILABLE_IN_0_1
const char  *vnus_candidate_get_judgement_id    (VnusCandidate *self);

VNUS_AVAILABLE_IN_0_1
char       **vnus_candidate_list_grounds        (VnusCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
int          vnus_candidate_get_points          (VnusCandidate *self,
                                                 const char    *ground);
VNUS_AVAILABLE_IN_0_1
char        *vnus_candidate_dup_explanation     (VnusCandidate *self,
                                                 const char    *ground,
                                                 const char    *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        *vnus_candidate_to_text             (VnusCandidate *self,
                                                 const char    *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
