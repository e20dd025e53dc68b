/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

typedef struct _VnusStop VnusStop;

#define VNUS_TYPE_STOP (vnus_stop_get_type ())

VNUS_AVAILABLE_IN_0_1
GType       vnus_stop_get_type  (void);
VNUS_AVAILABLE_IN_0_1
VnusStop   *vnus_stop_new       (const char     *place) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusStop   *vnus_stop_with_when (VnusStop       *self,
                                 VnusDate       *when) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusStop   *vnus_stop_with_note (VnusStop       *self,
                                 VnusText       *note) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusStop   *vnus_stop_ref       (VnusStop       *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_stop_unref     (VnusStop       *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_stop_get_place (const VnusStop *self);
VNUS_AVAILABLE_IN_0_1
VnusDate   *vnus_stop_get_when  (const VnusStop *self);
VNUS_AVAILABLE_IN_0_1
VnusText   *vnus_stop_get_note  (const VnusStop *self);
VNUS_AVAILABLE_IN_0_1
gboolean    vnus_stop_equal     (const VnusStop *self,
                                 const VnusStop *other);
VNUS_AVAILABLE_IN_0_1
char       *vnus_stop_to_string (const VnusStop *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusStop, vnus_stop_unref)

G_END_DECLS
