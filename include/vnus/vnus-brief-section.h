/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

#define VNUS_TYPE_BRIEF_SECTION (vnus_brief_section_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusBriefSection, vnus_brief_section, VNUS, BRIEF_SECTION, GObject)

VNUS_AVAILABLE_IN_0_1
const char *vnus_brief_section_get_id    (VnusBriefSection  *self);
VNUS_AVAILABLE_IN_0_1
GListModel *vnus_brief_section_get_items (VnusBriefSection  *self);
VNUS_AVAILABLE_IN_0_1
char       *vnus_brief_section_dup_title (VnusBriefSection  *self,
                                          const char        *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
