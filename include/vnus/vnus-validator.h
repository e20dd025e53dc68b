/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-issue.h>

G_BEGIN_DECLS

#define VNUS_TYPE_VALIDATOR (vnus_validator_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusValidator, vnus_validator, VNUS, VALIDATOR, GObject)

VNUS_AVAILABLE_IN_0_1
VnusValidator  *vnus_validator_new              (VnusChronicle  *chronicle) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_validator_get_chronicle    (VnusValidator  *self);
VNUS_AVAILABLE_IN_0_1
VnusDate       *vnus_validator_get_standpoint   (VnusValidator  *self);
VNUS_AVAILABLE_IN_0_1
void            vnus_validator_set_standpoint   (VnusValidator  *self,
                                                 VnusDate       *standpoint);

VNUS_AVAILABLE_IN_0_1
GListModel     *vnus_validator_list_issues      (VnusValidator  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char           *vnus_validator_to_text          (VnusValidator  *self,
                                                 GListModel     *issues,
                                                 const char     *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char           *vnus_validator_to_json          (VnusValidator  *self,
                                                 GListModel     *issues,
                                                 const char     *language) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char          **vnus_validator_list_tags        (void) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusSeverity    vnus_validator_get_tag_severity (const char     *tag);
VNUS_AVAILABLE_IN_0_1
char           *vnus_validator_dup_tag_summary  (const char     *tag,
                                                 const char     *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
