/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

typedef struct _VnusDesignation VnusDesignation;

#define VNUS_TYPE_DESIGNATION (vnus_designation_get_type ())

VNUS_AVAILABLE_IN_0_1
GType            vnus_designation_get_type  (void);
VNUS_AVAILABLE_IN_0_1
VnusDesignation *vnus_designation_new       (const char            *side,
                                             VnusText              *text) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDesignation *vnus_designation_ref       (VnusDesignation       *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_designation_unref     (VnusDesignation       *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_designation_get_side  (const VnusDesignation *self);
VNUS_AVAILABLE_IN_0_1
VnusText        *vnus_designation_get_text  (const VnusDesignation *self);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_designation_equal     (const VnusDesignation *self,
                                             const VnusDesignation *other);
VNUS_AVAILABLE_IN_0_1
char            *vnus_designation_to_string (const VnusDesignation *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusDesignation, vnus_designation_unref)

G_END_DECLS
