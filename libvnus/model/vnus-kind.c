/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kinds of records, and the class of each. */
#include "model/vnus-kind-private.h"

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-agreement.h>
#include <vnus/vnus-assertion.h>
#include <vnus/vnus-coverage.h>
#include <vnus/vnus-indicator.h>
#include <vnus/vnus-journey.h>
#include <vnus/vnus-judgement.h>
#include <vnus/vnus-level.h>
#include <vnus/vnus-measure.h>
#include <vnus/vnus-mechanism.h>
#include <vnus/vnus-meeting.h>
#include <vnus/vnus-observation.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-place.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-stage.h>
#include <vnus/vnus-state.h>
#include <vnus/vnus-statement.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-topic.h>
#include <vnus/vnus-treaty-action.h>
#include <vnus/vnus-visit.h>

#include "model/vnus-record-private.h"

G_DEFINE_ENUM_TYPE (VnusKind, vnus_kind,
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_ORGANIZATION, "organization"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_OFFICE, "office"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_TENURE, "tenure"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_ACCREDITATION, "accreditation"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_TOPIC, "topic"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_SOURCE, "source"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_LEVEL, "level"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_RELATION, "relation"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_STAGE, "stage"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_JOURNEY, "journey"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_VISIT, "visit"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_MEETING, "meeting"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_STATEMENT, "statement"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_MEASURE, "measure"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_AGREEMENT, "agreement"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_TREATY_ACTION, "treaty-action"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_MECHANISM, "mechanism"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_INDICATOR, "indicator"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_OBSERVATION, "observation"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_COVERAGE, "coverage"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_ASSERTION, "assertion"),
                    G_DEFINE_ENUM_VALUE (VNUS_KIND_JUDGEMENT, "judgement"))

static const struct
{
  const char *nick;
  GType     (*get_type) (void);
} kinds[] = {
  [VNUS_KIND_UNSET] = { "unset", NULL },
  [VNUS_KIND_STATE] = { "state", vnus_state_get_type },
  [VNUS_KIND_ORGANIZATION] = { "organization", vnus_organization_get_type },
  [VNUS_KIND_PERSON] = { "person", vnus_person_get_type },
  [VNUS_KIND_OFFICE] = { "office", vnus_office_get_type },
  [VNUS_KIND_TENURE] = { "tenure", vnus_tenure_get_type },
  [VNUS_KIND_ACCREDITATION] = { "accreditation", vnus_accreditation_get_type },
  [VNUS_KIND_PLACE] = { "place", vnus_place_get_type },
  [VNUS_KIND_TOPIC] = { "topic", vnus_topic_get_type },
  [VNUS_KIND_SOURCE] = { "source", vnus_source_get_type },
  [VNUS_KIND_LEVEL] = { "level", vnus_level_get_type },
  [VNUS_KIND_RELATION] = { "relation", vnus_relation_get_type },
  [VNUS_KIND_STAGE] = { "stage", vnus_stage_get_type },
  [VNUS_KIND_JOURNEY] = { "journey", vnus_journey_get_type },
  [VNUS_KIND_VISIT] = { "visit", vnus_visit_get_type },
  [VNUS_KIND_MEETING] = { "meeting", vnus_meeting_get_type },
  [VNUS_KIND_STATEMENT] = { "statement", vnus_statement_get_type },
  [VNUS_KIND_MEASURE] = { "measure", vnus_measure_get_type },
  [VNUS_KIND_AGREEMENT] = { "agreement", vnus_agreement_get_type },
  [VNUS_KIND_TREATY_ACTION] = { "treaty-action", vnus_treaty_action_get_type },
  [VNUS_KIND_MECHANISM] = { "mechanism", vnus_mechanism_get_type },
  [VNUS_KIND_INDICATOR] = { "indicator", vnus_indicator_get_type },
  [VNUS_KIND_OBSERVATION] = { "observation", vnus_observation_get_type },
  [VNUS_KIND_COVERAGE] = { "coverage", vnus_coverage_get_type },
  [VNUS_KIND_ASSERTION] = { "assertion", vnus_assertion_get_type },
  [VNUS_KIND_JUDGEMENT] = { "judgement", vnus_judgement_get_type },
};

gboolean
_vnus_kind_is_valid (VnusKind kind)
{
  return kind > VNUS_KIND_UNSET && (guint) kind < G_N_ELEMENTS (kinds);
}

VnusField **
_vnus_kind_get_fields (VnusKind  kind,
                       guint    *n_fields)
{
  /* The class lives as long as the program once it was made. */
  VnusRecordClass *klass = g_type_class_peek (kinds[kind].get_type ());

  if (klass == NULL)
    klass = g_type_class_ref (kinds[kind].get_type ());

  *n_fields = klass->n_fields;
  return klass->fields;
}

/**
 * vnus_kind_to_string:
 * @self: a kind
 *
 * Gets the stable nick of a kind, such as `treaty-action`.
 *
 * Returns: the nick
 *
 * Since: 0.1
 */
const char *
vnus_kind_to_string (VnusKind self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (kinds), kinds[0].nick);

  return kinds[self].nick;
}

/**
 * vnus_kind_from_string:
 * @string: a nick
 *
 * Looks up the kind whose nick [func@Vnus.Kind.to_string] gives.
 *
 * Returns: the kind, or the unset one if @string is no nick of a kind
 *
 * Since: 0.1
 */
VnusKind
vnus_kind_from_string (const char *string)
{
  g_return_val_if_fail (string != NULL, VNUS_KIND_UNSET);

  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, string))
      return (VnusKind) i;

  return VNUS_KIND_UNSET;
}

/**
 * vnus_kind_get_record_type:
 * @self: a kind
 *
 * Gets the type of the records of a kind.
 *
 * Returns: the type
 *
 * Since: 0.1
 */
GType
vnus_kind_get_record_type (VnusKind self)
{
  g_return_val_if_fail (_vnus_kind_is_valid (self), G_TYPE_INVALID);

  return kinds[self].get_type ();
}

/**
 * vnus_kind_make_record:
 * @self: a kind
 * @id: the id
 *
 * Makes a record of a kind.
 *
 * Returns: (transfer full): the record, of the class of its kind
 *
 * Since: 0.1
 */
VnusRecord *
vnus_kind_make_record (VnusKind    self,
                       const char *id)
{
  g_return_val_if_fail (_vnus_kind_is_valid (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (kinds[self].get_type (), "id", id, NULL);
}
