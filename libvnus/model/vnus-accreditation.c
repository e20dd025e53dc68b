/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “accreditation”. */
#include <vnus/vnus-accreditation.h>

#include "model/vnus-record-private.h"

typedef struct _VnusAccreditationClass VnusAccreditationClass;

/**
 * VnusAccreditation:
 *
 * An envoy accredited to a receiver; several at once are normal.
 *
 * Since: 0.1
 */
struct _VnusAccreditation
{
  VnusRecord parent_instance;

  char       *person;
  char       *office;
  char       *to;
  char       *resident_at;
  VnusDate   *nominated;
  VnusDate   *appointed;
  VnusDate   *arrived;
  VnusDate   *credentials;
  VnusDate   *confirmed;
  VnusDate   *left;
  int        class;
  int        recess;
  int        how_ended;
};

struct _VnusAccreditationClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusAccreditation, vnus_accreditation, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusEnvoyClass, vnus_envoy_class,
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_AMBASSADOR, "ambassador"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_ENVOY, "envoy"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_MINISTER_RESIDENT, "minister-resident"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_CHARGE_D_AFFAIRES, "charge-d-affaires"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM, "charge-ad-interim"),
                    G_DEFINE_ENUM_VALUE (VNUS_ENVOY_CLASS_AGENT, "agent"))

G_DEFINE_ENUM_TYPE (VnusMissionEnd, vnus_mission_end,
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_LEFT_POST, "left-post"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_RECALLED, "recalled"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_DIED, "died"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_RELATIONS_SEVERED, "relations-severed"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_NOT_RECEIVED, "not-received"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_NOT_SERVED, "not-served"),
                    G_DEFINE_ENUM_VALUE (VNUS_MISSION_END_EXPELLED, "expelled"))

enum
{
  FIELD_PERSON,
  FIELD_OFFICE,
  FIELD_TO,
  FIELD_RESIDENT_AT,
  FIELD_CLASS,
  FIELD_NOMINATED,
  FIELD_APPOINTED,
  FIELD_RECESS,
  FIELD_CONFIRMED,
  FIELD_ARRIVED,
  FIELD_CREDENTIALS,
  FIELD_LEFT,
  FIELD_HOW_ENDED,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusAccreditation, "person", person, VNUS_KINDS (PERSON), "The envoy."),
  VNUS_FIELD_REFERENCE (VnusAccreditation, "office", office, VNUS_KINDS (OFFICE), "The office."),
  VNUS_FIELD_REFERENCE (VnusAccreditation, "to", to, VNUS_KINDS_BODIES, "The receiver."),
  VNUS_FIELD_REFERENCE (VnusAccreditation, "resident-at", resident_at, VNUS_KINDS (PLACE),
                        "The residence, if not with the receiver."),
  VNUS_FIELD_ENUM (VnusAccreditation, "class", class, vnus_envoy_class_get_type, "The class of the envoy."),
  VNUS_FIELD (VnusAccreditation, "nominated", nominated, DATE, "When nominated."),
  VNUS_FIELD (VnusAccreditation, "appointed", appointed, DATE, "When appointed."),
  VNUS_FIELD (VnusAccreditation, "recess", recess, BOOLEAN,
              "Whether appointed while the legislature that confirms envoys was in recess."),
  VNUS_FIELD (VnusAccreditation, "confirmed", confirmed, DATE, "When appointed anew after having been confirmed."),
  VNUS_FIELD (VnusAccreditation, "arrived", arrived, DATE, "When arrived."),
  VNUS_FIELD (VnusAccreditation, "credentials", credentials, DATE, "When the credentials were presented."),
  VNUS_FIELD (VnusAccreditation, "left", left, DATE, "When the envoy left."),
  VNUS_FIELD_ENUM (VnusAccreditation, "how-ended", how_ended, vnus_mission_end_get_type, "How it ended."),
};

static void
vnus_accreditation_class_init (VnusAccreditationClass *klass)
{
  /**
   * VnusAccreditation:person: (getter get_person) (setter set_person)
   *
   * The envoy.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:office: (getter get_office) (setter set_office)
   *
   * The office.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:to: (getter get_to) (setter set_to)
   *
   * The receiver.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:resident-at: (getter get_resident_at) (setter set_resident_at)
   *
   * The residence, if not with the receiver.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:class: (getter get_class) (setter set_class)
   *
   * The class of the envoy.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:nominated: (getter get_nominated) (setter set_nominated)
   *
   * When nominated.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:appointed: (getter get_appointed) (setter set_appointed)
   *
   * When appointed.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:recess: (getter get_recess) (setter set_recess)
   *
   * Whether appointed while the legislature that confirms envoys was in recess.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:confirmed: (getter get_confirmed) (setter set_confirmed)
   *
   * When appointed anew after having been confirmed.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:arrived: (getter get_arrived) (setter set_arrived)
   *
   * When arrived.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:credentials: (getter get_credentials) (setter set_credentials)
   *
   * When the credentials were presented.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:left: (getter get_left) (setter set_left)
   *
   * When the envoy left.
   *
   * Since: 0.1
   */
  /**
   * VnusAccreditation:how-ended: (getter get_how_ended) (setter set_how_ended)
   *
   * How it ended.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_ACCREDITATION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_accreditation_init (VnusAccreditation *self)
{
}

/**
 * vnus_accreditation_new: (constructor)
 * @id: the id
 *
 * Makes an accreditation.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusAccreditation *
vnus_accreditation_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_ACCREDITATION, "id", id, NULL);
}

/**
 * vnus_accreditation_get_person: (get-property person)
 * @self: an accreditation
 *
 * Gets the field `person`: the envoy.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_person: (set-property person)
 * @self: an accreditation
 * @person: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `person`: the envoy.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, person, FIELD_PERSON)

/**
 * vnus_accreditation_get_office: (get-property office)
 * @self: an accreditation
 *
 * Gets the field `office`: the office.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_office: (set-property office)
 * @self: an accreditation
 * @office: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `office`: the office.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, office, FIELD_OFFICE)

/**
 * vnus_accreditation_get_to: (get-property to)
 * @self: an accreditation
 *
 * Gets the field `to`: the receiver.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_to: (set-property to)
 * @self: an accreditation
 * @to: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `to`: the receiver.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, to, FIELD_TO)

/**
 * vnus_accreditation_get_resident_at: (get-property resident-at)
 * @self: an accreditation
 *
 * Gets the field `resident-at`: the residence, if not with the receiver.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_resident_at: (set-property resident-at)
 * @self: an accreditation
 * @resident_at: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `resident-at`: the residence, if not with the receiver.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, resident_at, FIELD_RESIDENT_AT)

/**
 * vnus_accreditation_get_class: (get-property class)
 * @self: an accreditation
 *
 * Gets the field `class`: the class of the envoy.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_class: (set-property class)
 * @self: an accreditation
 * @envoy_class: the value
 *
 * Sets the field `class`: the class of the envoy.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusEnvoyClass, class, FIELD_CLASS)

/**
 * vnus_accreditation_get_nominated: (get-property nominated)
 * @self: an accreditation
 *
 * Gets the field `nominated`: when nominated.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_nominated: (set-property nominated)
 * @self: an accreditation
 * @nominated: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `nominated`: when nominated.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, nominated, FIELD_NOMINATED)

/**
 * vnus_accreditation_get_appointed: (get-property appointed)
 * @self: an accreditation
 *
 * Gets the field `appointed`: when appointed.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_appointed: (set-property appointed)
 * @self: an accreditation
 * @appointed: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `appointed`: when appointed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, appointed, FIELD_APPOINTED)

/**
 * vnus_accreditation_get_recess: (get-property recess)
 * @self: an accreditation
 *
 * Gets the field `recess`: whether appointed while the legislature that confirms envoys was in recess.
 *
 * Returns: `TRUE` if it is recorded and true
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_recess: (set-property recess)
 * @self: an accreditation
 * @recess: the value
 *
 * Sets the field `recess`: whether appointed while the legislature that confirms envoys was in recess.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOOLEAN (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, recess, FIELD_RECESS)

/**
 * vnus_accreditation_get_confirmed: (get-property confirmed)
 * @self: an accreditation
 *
 * Gets the field `confirmed`: when appointed anew after having been confirmed.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_confirmed: (set-property confirmed)
 * @self: an accreditation
 * @confirmed: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `confirmed`: when appointed anew after having been confirmed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, confirmed, FIELD_CONFIRMED)

/**
 * vnus_accreditation_get_arrived: (get-property arrived)
 * @self: an accreditation
 *
 * Gets the field `arrived`: when arrived.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_arrived: (set-property arrived)
 * @self: an accreditation
 * @arrived: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `arrived`: when arrived.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, arrived, FIELD_ARRIVED)

/**
 * vnus_accreditation_get_credentials: (get-property credentials)
 * @self: an accreditation
 *
 * Gets the field `credentials`: when the credentials were presented.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_credentials: (set-property credentials)
 * @self: an accreditation
 * @credentials: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `credentials`: when the credentials were presented.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, credentials, FIELD_CREDENTIALS)

/**
 * vnus_accreditation_get_left: (get-property left)
 * @self: an accreditation
 *
 * Gets the field `left`: when the envoy left.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_left: (set-property left)
 * @self: an accreditation
 * @left: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `left`: when the envoy left.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusDate, left, FIELD_LEFT)

/**
 * vnus_accreditation_get_how_ended: (get-property how-ended)
 * @self: an accreditation
 *
 * Gets the field `how-ended`: how it ended.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_accreditation_set_how_ended: (set-property how-ended)
 * @self: an accreditation
 * @how_ended: the value
 *
 * Sets the field `how-ended`: how it ended.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusAccreditation, vnus_accreditation, VNUS_IS_ACCREDITATION, VnusMissionEnd, how_ended, FIELD_HOW_ENDED)
