/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: values in one go, for readers. All take what they are given: ids as
 * shared ids, texts as copies, the rest as references; NULL is absent. */
#pragma once

#include <vnus/vnus-citation.h>
#include <vnus/vnus-designation.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-stop.h>

G_BEGIN_DECLS

VnusParticipant *_vnus_participant_new_take (char             *actor,
                                             VnusRole          role,
                                             char             *capacity,
                                             char             *side,
                                             VnusText         *note);
VnusStop        *_vnus_stop_new_take        (char             *place,
                                             VnusDate         *when,
                                             VnusText         *note);
VnusDesignation *_vnus_designation_new_take (char             *side,
                                             VnusText         *text);
/* But the locator is copied. */
VnusCitation    *_vnus_citation_new_take    (char             *source,
                                             const char       *locator,
                                             char             *field,
                                             VnusValue        *value,
                                             VnusCitationRank  rank,
                                             VnusDate         *known,
                                             VnusText         *note);

G_END_DECLS
