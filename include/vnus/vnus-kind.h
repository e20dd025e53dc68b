/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusKind:
 * @VNUS_KIND_UNSET: not set
 * @VNUS_KIND_STATE: a state
 * @VNUS_KIND_ORGANIZATION: an organisation
 * @VNUS_KIND_PERSON: a person
 * @VNUS_KIND_OFFICE: an office
 * @VNUS_KIND_TENURE: a person in an office
 * @VNUS_KIND_ACCREDITATION: an envoy accredited to a receiver
 * @VNUS_KIND_PLACE: a place
 * @VNUS_KIND_TOPIC: a topic of co-operation
 * @VNUS_KIND_SOURCE: a publication or data set
 * @VNUS_KIND_LEVEL: a level of relations on its ladder
 * @VNUS_KIND_RELATION: a relation between parties
 * @VNUS_KIND_STAGE: a stage of a relation
 * @VNUS_KIND_JOURNEY: a journey that groups visits into legs
 * @VNUS_KIND_VISIT: one stay of a guest with a host
 * @VNUS_KIND_MEETING: a meeting, call or session
 * @VNUS_KIND_STATEMENT: a statement
 * @VNUS_KIND_MEASURE: a measure, such as an embargo or a transfer
 * @VNUS_KIND_AGREEMENT: an agreement
 * @VNUS_KIND_TREATY_ACTION: an action on an agreement
 * @VNUS_KIND_MECHANISM: a standing dialogue, programme or exercise
 * @VNUS_KIND_INDICATOR: a figure that is observed
 * @VNUS_KIND_OBSERVATION: a value of an indicator
 * @VNUS_KIND_COVERAGE: a declaration of completeness
 * @VNUS_KIND_ASSERTION: a first, count or rank as a source made it
 * @VNUS_KIND_JUDGEMENT: a judgement whether two records are the same
 *
 * The kind of a record.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_KIND_UNSET,
  VNUS_KIND_STATE,
  VNUS_KIND_ORGANIZATION,
  VNUS_KIND_PERSON,
  VNUS_KIND_OFFICE,
  VNUS_KIND_TENURE,
  VNUS_KIND_ACCREDITATION,
  VNUS_KIND_PLACE,
  VNUS_KIND_TOPIC,
  VNUS_KIND_SOURCE,
  VNUS_KIND_LEVEL,
  VNUS_KIND_RELATION,
  VNUS_KIND_STAGE,
  VNUS_KIND_JOURNEY,
  VNUS_KIND_VISIT,
  VNUS_KIND_MEETING,
  VNUS_KIND_STATEMENT,
  VNUS_KIND_MEASURE,
  VNUS_KIND_AGREEMENT,
  VNUS_KIND_TREATY_ACTION,
  VNUS_KIND_MECHANISM,
  VNUS_KIND_INDICATOR,
  VNUS_KIND_OBSERVATION,
  VNUS_KIND_COVERAGE,
  VNUS_KIND_ASSERTION,
  VNUS_KIND_JUDGEMENT,
} VnusKind;

#define VNUS_TYPE_KIND (vnus_kind_get_type ())

VNUS_AVAILABLE_IN_0_1
GType       vnus_kind_get_type        (void);

VNUS_AVAILABLE_IN_0_1
const char *vnus_kind_to_string       (VnusKind    self);
VNUS_AVAILABLE_IN_0_1
VnusKind    vnus_kind_from_string     (const char *string);
VNUS_AVAILABLE_IN_0_1
GType       vnus_kind_get_record_type (VnusKind    self);

G_END_DECLS
