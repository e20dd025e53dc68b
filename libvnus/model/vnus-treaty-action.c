/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “treaty-action”. */
#include <vnus/vnus-treaty-action.h>

#include "model/vnus-record-private.h"

typedef struct _VnusTreatyActionClass VnusTreatyActionClass;

/**
 * VnusTreatyAction:
 *
 * An action on an agreement.
 *
 * Since: 0.1
 */
struct _VnusTreatyAction
{
  VnusRecord parent_instance;

  char       *agreement;
  char       *party;
  VnusDate   *when;
  VnusDate   *effective;
  int        action;
};

struct _VnusTreatyActionClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusTreatyAction, vnus_treaty_action, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusTreatyActionType, vnus_treaty_action_type,
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_INITIALLED, "initialled"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_ADOPTED, "adopted"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_RATIFIED, "ratified"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_ACCEDED, "acceded"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_SUCCEEDED, "succeeded"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_PROVISIONALLY_APPLIED, "provisionally-applied"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE, "entered-into-force"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_AMENDED, "amended"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_EXTENDED, "extended"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_SUSPENDED, "suspended"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_DENOUNCED, "denounced"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_TERMINATED, "terminated"),
                    G_DEFINE_ENUM_VALUE (VNUS_TREATY_ACTION_TYPE_EXPIRED, "expired"))

enum
{
  FIELD_AGREEMENT,
  FIELD_PARTY,
  FIELD_ACTION,
  FIELD_WHEN,
  FIELD_EFFECTIVE,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusTreatyAction, "agreement", agreement, VNUS_KINDS (AGREEMENT), "The agreement."),
  VNUS_FIELD_REFERENCE (VnusTreatyAction, "party", party, VNUS_KINDS_BODIES, "Who acted; absent means all."),
  VNUS_FIELD_ENUM (VnusTreatyAction, "action", action, vnus_treaty_action_type_get_type, "The action."),
  VNUS_FIELD (VnusTreatyAction, "when", when, DATE, "When."),
  VNUS_FIELD (VnusTreatyAction, "effective", effective, DATE, "When it took effect."),
};

static void
vnus_treaty_action_class_init (VnusTreatyActionClass *klass)
{
  /**
   * VnusTreatyAction:agreement: (getter get_agreement) (setter set_agreement)
   *
   * The agreement.
   *
   * Since: 0.1
   */
  /**
   * VnusTreatyAction:party: (getter get_party) (setter set_party)
   *
   * Who acted; absent means all.
   *
   * Since: 0.1
   */
  /**
   * VnusTreatyAction:action: (getter get_action) (setter set_action)
   *
   * The action.
   *
   * Since: 0.1
   */
  /**
   * VnusTreatyAction:when: (getter get_when) (setter set_when)
   *
   * When.
   *
   * Since: 0.1
   */
  /**
   * VnusTreatyAction:effective: (getter get_effective) (setter set_effective)
   *
   * When it took effect.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_TREATY_ACTION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_treaty_action_init (VnusTreatyAction *self)
{
}

/**
 * vnus_treaty_action_new: (constructor)
 * @id: the id
 *
 * Makes a treaty action.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusTreatyAction *
vnus_treaty_action_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_TREATY_ACTION, "id", id, NULL);
}

/**
 * vnus_treaty_action_get_agreement: (get-property agreement)
 * @self: a treaty action
 *
 * Gets the field `agreement`: the agreement.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_treaty_action_set_agreement: (set-property agreement)
 * @self: a treaty action
 * @agreement: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `agreement`: the agreement.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusTreatyAction, vnus_treaty_action, VNUS_IS_TREATY_ACTION, agreement, FIELD_AGREEMENT)

/**
 * vnus_treaty_action_get_party: (get-property party)
 * @self: a treaty action
 *
 * Gets the field `party`: who acted; absent means all.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_treaty_action_set_party: (set-property party)
 * @self: a treaty action
 * @party: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `party`: who acted; absent means all.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusTreatyAction, vnus_treaty_action, VNUS_IS_TREATY_ACTION, party, FIELD_PARTY)

/**
 * vnus_treaty_action_get_action: (get-property action)
 * @self: a treaty action
 *
 * Gets the field `action`: the action.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_treaty_action_set_action: (set-property action)
 * @self: a treaty action
 * @action: the value
 *
 * Sets the field `action`: the action.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusTreatyAction, vnus_treaty_action, VNUS_IS_TREATY_ACTION, VnusTreatyActionType, action, FIELD_ACTION)

/**
 * vnus_treaty_action_get_when: (get-property when)
 * @self: a treaty action
 *
 * Gets the field `when`: when.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_treaty_action_set_when: (set-property when)
 * @self: a treaty action
 * @when: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `when`: when.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusTreatyAction, vnus_treaty_action, VNUS_IS_TREATY_ACTION, VnusDate, when, FIELD_WHEN)

/**
 * vnus_treaty_action_get_effective: (get-property effective)
 * @self: a treaty action
 *
 * Gets the field `effective`: when it took effect.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_treaty_action_set_effective: (set-property effective)
 * @self: a treaty action
 * @effective: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `effective`: when it took effect.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusTreatyAction, vnus_treaty_action, VNUS_IS_TREATY_ACTION, VnusDate, effective, FIELD_EFFECTIVE)
