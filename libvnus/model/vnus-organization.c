/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “organization”. */
#include <vnus/vnus-organization.h>

#include "model/vnus-actor-private.h"

typedef struct _VnusOrganizationClass VnusOrganizationClass;

/**
 * VnusOrganization:
 *
 * An organisation: a party, a ministry, a bloc, a mission.
 *
 * Since: 0.1
 */
struct _VnusOrganization
{
  VnusActor parent_instance;

  char       *of;
  char       *receiver;
  char       *place;
  VnusDate   *existed;
  int        organization_type;
};

struct _VnusOrganizationClass
{
  VnusActorClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusOrganization, vnus_organization, VNUS_TYPE_ACTOR)

G_DEFINE_ENUM_TYPE (VnusOrganizationType, vnus_organization_type,
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_PARTY, "party"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_MINISTRY, "ministry"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_AGENCY, "agency"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_PRESIDENCY, "presidency"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_COUNCIL, "council"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_LEGISLATURE, "legislature"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_CHAMBER, "chamber"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_COMMITTEE, "committee"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_BLOC, "bloc"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_INTERNATIONAL_ORGANIZATION, "international-organization"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_PROVINCE, "province"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_EMBASSY, "embassy"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_LEGATION, "legation"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_CONSULATE, "consulate"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_LIAISON_OFFICE, "liaison-office"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_INTERESTS_SECTION, "interests-section"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_ARMED_FORCE, "armed-force"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_COMPANY, "company"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_MEDIA, "media"),
                    G_DEFINE_ENUM_VALUE (VNUS_ORGANIZATION_TYPE_OTHER, "other"))

enum
{
  FIELD_ORGANIZATION_TYPE,
  FIELD_OF,
  FIELD_RECEIVER,
  FIELD_PLACE,
  FIELD_EXISTED,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusOrganization, "organization-type", organization_type, vnus_organization_type_get_type,
                   "Its type."),
  VNUS_FIELD_REFERENCE (VnusOrganization, "of", of, VNUS_KINDS_BODIES, "What it belongs to, such as a state."),
  VNUS_FIELD_REFERENCE (VnusOrganization, "receiver", receiver, VNUS_KINDS_BODIES,
                        "Where a mission is accredited."),
  VNUS_FIELD_REFERENCE (VnusOrganization, "place", place, VNUS_KINDS (PLACE), "The seat."),
  VNUS_FIELD (VnusOrganization, "existed", existed, DATE, "When it existed."),
};

static void
vnus_organization_class_init (VnusOrganizationClass *klass)
{
  /**
   * VnusOrganization:organization-type: (getter get_organization_type) (setter set_organization_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  /**
   * VnusOrganization:of: (getter get_of) (setter set_of)
   *
   * What it belongs to, such as a state.
   *
   * Since: 0.1
   */
  /**
   * VnusOrganization:receiver: (getter get_receiver) (setter set_receiver)
   *
   * Where a mission is accredited.
   *
   * Since: 0.1
   */
  /**
   * VnusOrganization:place: (getter get_place) (setter set_place)
   *
   * The seat.
   *
   * Since: 0.1
   */
  /**
   * VnusOrganization:existed: (getter get_existed) (setter set_existed)
   *
   * When it existed.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_ORGANIZATION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_organization_init (VnusOrganization *self)
{
}

/**
 * vnus_organization_new: (constructor)
 * @id: the id
 *
 * Makes an organization.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusOrganization *
vnus_organization_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_ORGANIZATION, "id", id, NULL);
}

/**
 * vnus_organization_get_organization_type: (get-property organization-type)
 * @self: an organization
 *
 * Gets the field `organization-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_organization_set_organization_type: (set-property organization-type)
 * @self: an organization
 * @organization_type: the value
 *
 * Sets the field `organization-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusOrganization, vnus_organization, VNUS_IS_ORGANIZATION, VnusOrganizationType, organization_type, FIELD_ORGANIZATION_TYPE)

/**
 * vnus_organization_get_of: (get-property of)
 * @self: an organization
 *
 * Gets the field `of`: what it belongs to, such as a state.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_organization_set_of: (set-property of)
 * @self: an organization
 * @of: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `of`: what it belongs to, such as a state.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusOrganization, vnus_organization, VNUS_IS_ORGANIZATION, of, FIELD_OF)

/**
 * vnus_organization_get_receiver: (get-property receiver)
 * @self: an organization
 *
 * Gets the field `receiver`: where a mission is accredited.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_organization_set_receiver: (set-property receiver)
 * @self: an organization
 * @receiver: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `receiver`: where a mission is accredited.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusOrganization, vnus_organization, VNUS_IS_ORGANIZATION, receiver, FIELD_RECEIVER)

/**
 * vnus_organization_get_place: (get-property place)
 * @self: an organization
 *
 * Gets the field `place`: the seat.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_organization_set_place: (set-property place)
 * @self: an organization
 * @place: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `place`: the seat.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusOrganization, vnus_organization, VNUS_IS_ORGANIZATION, place, FIELD_PLACE)

/**
 * vnus_organization_get_existed: (get-property existed)
 * @self: an organization
 *
 * Gets the field `existed`: when it existed.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_organization_set_existed: (set-property existed)
 * @self: an organization
 * @existed: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `existed`: when it existed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusOrganization, vnus_organization, VNUS_IS_ORGANIZATION, VnusDate, existed, FIELD_EXISTED)
