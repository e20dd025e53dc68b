/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusTreatyActionType:
 * @VNUS_TREATY_ACTION_TYPE_UNSET: not set
 * @VNUS_TREATY_ACTION_TYPE_INITIALLED: initialled
 * @VNUS_TREATY_ACTION_TYPE_ADOPTED: adopted or approved as a text
 * @VNUS_TREATY_ACTION_TYPE_SIGNED: signed
 * @VNUS_TREATY_ACTION_TYPE_APPROVED: approved
 * @VNUS_TREATY_ACTION_TYPE_RATIFIED: ratified
 * @VNUS_TREATY_ACTION_TYPE_ACCEDED: acceded
 * @VNUS_TREATY_ACTION_TYPE_SUCCEEDED: succeeded
 * @VNUS_TREATY_ACTION_TYPE_PROVISIONALLY_APPLIED: provisionally applied
 * @VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE: entered into force
 * @VNUS_TREATY_ACTION_TYPE_AMENDED: amended
 * @VNUS_TREATY_ACTION_TYPE_EXTENDED: extended
 * @VNUS_TREATY_ACTION_TYPE_SUSPENDED: suspended
 * @VNUS_TREATY_ACTION_TYPE_DENOUNCED: denounced
 * @VNUS_TREATY_ACTION_TYPE_TERMINATED: terminated
 * @VNUS_TREATY_ACTION_TYPE_EXPIRED: expired
 *
 * An action on an agreement, as depositaries name it.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TREATY_ACTION_TYPE_UNSET,
  VNUS_TREATY_ACTION_TYPE_INITIALLED,
  VNUS_TREATY_ACTION_TYPE_ADOPTED,
  VNUS_TREATY_ACTION_TYPE_SIGNED,
  VNUS_TREATY_ACTION_TYPE_APPROVED,
  VNUS_TREATY_ACTION_TYPE_RATIFIED,
  VNUS_TREATY_ACTION_TYPE_ACCEDED,
  VNUS_TREATY_ACTION_TYPE_SUCCEEDED,
  VNUS_TREATY_ACTION_TYPE_PROVISIONALLY_APPLIED,
  VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE,
  VNUS_TREATY_ACTION_TYPE_AMENDED,
  VNUS_TREATY_ACTION_TYPE_EXTENDED,
  VNUS_TREATY_ACTION_TYPE_SUSPENDED,
  VNUS_TREATY_ACTION_TYPE_DENOUNCED,
  VNUS_TREATY_ACTION_TYPE_TERMINATED,
  VNUS_TREATY_ACTION_TYPE_EXPIRED,
} VnusTreatyActionType;

#define VNUS_TYPE_TREATY_ACTION_TYPE (vnus_treaty_action_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_treaty_action_type_get_type (void);

#define VNUS_TYPE_TREATY_ACTION (vnus_treaty_action_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusTreatyAction, vnus_treaty_action, VNUS, TREATY_ACTION, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusTreatyAction *vnus_treaty_action_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_treaty_action_get_agreement (VnusTreatyAction *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_treaty_action_set_agreement (VnusTreatyAction *self,
                                              const char       *agreement);

VNUS_AVAILABLE_IN_0_1
const char *vnus_treaty_action_get_party (VnusTreatyAction *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_treaty_action_set_party (VnusTreatyAction *self,
                                          const char       *party);

VNUS_AVAILABLE_IN_0_1
VnusTreatyActionType vnus_treaty_action_get_action (VnusTreatyAction     *self);
VNUS_AVAILABLE_IN_0_1
void                 vnus_treaty_action_set_action (VnusTreatyAction     *self,
                                                    VnusTreatyActionType  action);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_treaty_action_get_when (VnusTreatyAction *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_treaty_action_set_when (VnusTreatyAction *self,
                                       VnusDate         *when);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_treaty_action_get_effective (VnusTreatyAction *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_treaty_action_set_effective (VnusTreatyAction *self,
                                            VnusDate         *effective);

G_END_DECLS
