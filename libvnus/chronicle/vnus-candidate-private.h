/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: making candidates. One does not change once others see it. */
#pragma once

#include <vnus/vnus-candidate.h>

#include "chronicle/vnus-phrase-private.h"

G_BEGIN_DECLS

VnusCandidate *_vnus_candidate_new         (VnusChronicle *chronicle,
                                            VnusRecord    *a,
                                            VnusRecord    *b) G_GNUC_WARN_UNUSED_RESULT;
void           _vnus_candidate_set_verdict (VnusCandidate *self,
                                            VnusVerdict    verdict,
                                            const char    *judgement);

/* Adds a ground; @ground and @key are constants. The phrase is to be filled in;
 * borrowed. */
VnusPhrase    *_vnus_candidate_add         (VnusCandidate *self,
                                            const char    *ground,
                                            const char    *key,
                                            int            points);

G_END_DECLS
