/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The one header that programs include. */
#pragma once

#define VNUS_INSIDE

#include <vnus/vnus-version.h>
#include <vnus/vnus-version-macros.h>

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-actor.h>
#include <vnus/vnus-agreement.h>
#include <vnus/vnus-allen.h>
#include <vnus/vnus-amount.h>
#include <vnus/vnus-assertion.h>
#include <vnus/vnus-brief-section.h>
#include <vnus/vnus-brief.h>
#include <vnus/vnus-channel.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-citation.h>
#include <vnus/vnus-claim.h>
#include <vnus/vnus-coverage.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-declare.h>
#include <vnus/vnus-designation.h>
#include <vnus/vnus-document.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-field.h>
#include <vnus/vnus-finding.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-indicator.h>
#include <vnus/vnus-inquiry.h>
#include <vnus/vnus-issue.h>
#include <vnus/vnus-journey.h>
#include <vnus/vnus-judgement.h>
#include <vnus/vnus-kind.h>
#include <vnus/vnus-level.h>
#include <vnus/vnus-match.h>
#include <vnus/vnus-matches.h>
#include <vnus/vnus-measure.h>
#include <vnus/vnus-mechanism.h>
#include <vnus/vnus-meeting.h>
#include <vnus/vnus-observation.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-place.h>
#include <vnus/vnus-query.h>
#include <vnus/vnus-rank.h>
#include <vnus/vnus-reasons.h>
#include <vnus/vnus-record.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-stage.h>
#include <vnus/vnus-state.h>
#include <vnus/vnus-statement.h>
#include <vnus/vnus-stop.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-topic.h>
#include <vnus/vnus-treaty-action.h>
#include <vnus/vnus-truth.h>
#include <vnus/vnus-validator.h>
#include <vnus/vnus-value.h>
#include <vnus/vnus-visit.h>

#undef VNUS_INSIDE
