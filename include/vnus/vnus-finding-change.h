/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-finding.h>

G_BEGIN_DECLS

#define VNUS_TYPE_FINDING_CHANGE (vnus_finding_change_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusFindingChange, vnus_finding_change, VNUS, FINDING_CHANGE, GObject)

VNUS_AVAILABLE_IN_0_1
const char  *vnus_finding_change_get_rule         (VnusFindingChange *self);
VNUS_AVAILABLE_IN_0_1
char       **vnus_finding_change_list_arguments   (VnusFindingChange *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
const char  *vnus_finding_change_get_question     (VnusFindingChange *self);
VNUS_AVAILABLE_IN_0_1
VnusFinding *vnus_finding_change_get_before       (VnusFindingChange *self);
VNUS_AVAILABLE_IN_0_1
VnusFinding *vnus_finding_change_get_after        (VnusFindingChange *self);

VNUS_AVAILABLE_IN_0_1
char       **vnus_finding_change_list_causes      (VnusFindingChange *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char       **vnus_finding_change_list_new_sources (VnusFindingChange *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char       **vnus_finding_change_list_old_sources (VnusFindingChange *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char        *vnus_finding_change_dup_sentence     (VnusFindingChange *self,
                                                   const char        *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        *vnus_finding_change_to_text          (VnusFindingChange *self,
                                                   const char        *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
