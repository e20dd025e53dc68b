/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

/**
 * VnusVerdict:
 * @VNUS_VERDICT_UNSET: not set
 * @VNUS_VERDICT_SAME: the same
 * @VNUS_VERDICT_NOT_SAME: not the same
 * @VNUS_VERDICT_UNDECIDED: undecided
 *
 * The verdict of a judgement.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_VERDICT_UNSET,
  VNUS_VERDICT_SAME,
  VNUS_VERDICT_NOT_SAME,
  VNUS_VERDICT_UNDECIDED,
} VnusVerdict;

#define VNUS_TYPE_VERDICT (vnus_verdict_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_verdict_get_type (void);

#define VNUS_TYPE_JUDGEMENT (vnus_judgement_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusJudgement, vnus_judgement, VNUS, JUDGEMENT, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusJudgement *vnus_judgement_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_judgement_get_a (VnusJudgement *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_judgement_set_a (VnusJudgement *self,
                                  const char    *a);

VNUS_AVAILABLE_IN_0_1
const char *vnus_judgement_get_b (VnusJudgement *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_judgement_set_b (VnusJudgement *self,
                                  const char    *b);

VNUS_AVAILABLE_IN_0_1
VnusVerdict vnus_judgement_get_verdict (VnusJudgement *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_judgement_set_verdict (VnusJudgement *self,
                                        VnusVerdict    verdict);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_judgement_get_reason (VnusJudgement *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_judgement_set_reason (VnusJudgement *self,
                                     VnusText      *reason);

G_END_DECLS
