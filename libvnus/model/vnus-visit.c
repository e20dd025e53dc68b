/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “visit”. */
#include <vnus/vnus-visit.h>

#include "model/vnus-event-private.h"

typedef struct _VnusVisitClass VnusVisitClass;

/**
 * VnusVisit:
 *
 * A visit: one continuous stay of a guest with a host.
 *
 * A resident ambassador in a delegation is a member, not a visitor.
 *
 * Since: 0.1
 */
struct _VnusVisit
{
  VnusEvent parent_instance;

  char       *host;
  VnusVector *purposes;
  int        visit_type;
};

struct _VnusVisitClass
{
  VnusEventClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusVisit, vnus_visit, VNUS_TYPE_EVENT)

G_DEFINE_ENUM_TYPE (VnusVisitType, vnus_visit_type,
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_OFFICIAL, "official"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_OFFICIAL_WORKING, "official-working"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_WORKING, "working"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_PRIVATE, "private"),
                    G_DEFINE_ENUM_VALUE (VNUS_VISIT_TYPE_TRANSIT, "transit"))

G_DEFINE_ENUM_TYPE (VnusPurpose, vnus_purpose,
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_BILATERAL, "bilateral"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_MULTILATERAL_EVENT, "multilateral-event"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_THIRD_PARTY_MEETING, "third-party-meeting"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_CEREMONY, "ceremony"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_TROOPS, "troops"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_MEDICAL, "medical"),
                    G_DEFINE_ENUM_VALUE (VNUS_PURPOSE_VACATION, "vacation"))

enum
{
  FIELD_HOST,
  FIELD_VISIT_TYPE,
  FIELD_VISIT_TYPES_BY_SIDE,
  FIELD_PURPOSES,
  FIELD_STOPS,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusVisit, "host", host, VNUS_KINDS_BODIES, "The host."),
  VNUS_FIELD_ENUM (VnusVisit, "visit-type", visit_type, vnus_visit_type_get_type, "Its type."),
  VNUS_FIELD_RARE_LIST ("visit-types-by-side", VISIT_TYPES_BY_SIDE, DESIGNATION,
                        "Its type as each side names it, where they differ."),
  VNUS_FIELD_ENUMS (VnusVisit, "purposes", purposes, vnus_purpose_get_type, "Its purposes."),
  VNUS_FIELD_RARE_LIST ("stops", STOPS, STOP, "The stops, in order."),
};

static void
vnus_visit_class_init (VnusVisitClass *klass)
{
  /**
   * VnusVisit:host: (getter get_host) (setter set_host)
   *
   * The host.
   *
   * Since: 0.1
   */
  /**
   * VnusVisit:visit-type: (getter get_visit_type) (setter set_visit_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_VISIT, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_visit_init (VnusVisit *self)
{
}

/**
 * vnus_visit_new: (constructor)
 * @id: the id
 *
 * Makes a visit.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusVisit *
vnus_visit_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_VISIT, "id", id, NULL);
}

/**
 * vnus_visit_get_host: (get-property host)
 * @self: a visit
 *
 * Gets the field `host`: the host.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_visit_set_host: (set-property host)
 * @self: a visit
 * @host: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `host`: the host.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusVisit, vnus_visit, VNUS_IS_VISIT, host, FIELD_HOST)

/**
 * vnus_visit_get_visit_type: (get-property visit-type)
 * @self: a visit
 *
 * Gets the field `visit-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_visit_set_visit_type: (set-property visit-type)
 * @self: a visit
 * @visit_type: the value
 *
 * Sets the field `visit-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusVisit, vnus_visit, VNUS_IS_VISIT, VnusVisitType, visit_type, FIELD_VISIT_TYPE)

/**
 * vnus_visit_get_n_visit_types_by_side:
 * @self: a visit
 *
 * Gets how many values the field `visit-types-by-side` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_visit_get_visit_type_by_side:
 * @self: a visit
 * @position: the position, from 0
 *
 * Gets a value of the field `visit-types-by-side`: its type as each side names
 * it, where they differ.
 *
 * Returns: (transfer none) (nullable): the designation, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_visit_add_visit_type_by_side:
 * @self: a visit
 * @visit_type_by_side: the designation
 *
 * Adds a value to the field `visit-types-by-side`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusVisit, vnus_visit, VNUS_IS_VISIT, VnusDesignation *, VnusDesignation *, visit_types_by_side, visit_type_by_side, FIELD_VISIT_TYPES_BY_SIDE)

/**
 * vnus_visit_get_n_purposes:
 * @self: a visit
 *
 * Gets how many values the field `purposes` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_visit_get_purpose:
 * @self: a visit
 * @position: the position, from 0
 *
 * Gets a value of the field `purposes`: its purposes.
 *
 * Returns: the value, or the unset one past the end
 *
 * Since: 0.1
 */
/**
 * vnus_visit_add_purpose:
 * @self: a visit
 * @purpose: the value
 *
 * Adds a value to the field `purposes`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM_LIST (VnusVisit, vnus_visit, VNUS_IS_VISIT, VnusPurpose, purposes, purpose, FIELD_PURPOSES)

/**
 * vnus_visit_get_n_stops:
 * @self: a visit
 *
 * Gets how many values the field `stops` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_visit_get_stop:
 * @self: a visit
 * @position: the position, from 0
 *
 * Gets a value of the field `stops`: the stops, in order.
 *
 * Returns: (transfer none) (nullable): the stop, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_visit_add_stop:
 * @self: a visit
 * @stop: the stop
 *
 * Adds a value to the field `stops`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusVisit, vnus_visit, VNUS_IS_VISIT, VnusStop *, VnusStop *, stops, stop, FIELD_STOPS)
