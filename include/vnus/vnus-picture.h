/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-shape.h>

G_BEGIN_DECLS

#define VNUS_TYPE_PICTURE (vnus_picture_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusPicture, vnus_picture, VNUS, PICTURE, GObject)

VNUS_AVAILABLE_IN_0_1
int         vnus_picture_get_width       (VnusPicture *self);
VNUS_AVAILABLE_IN_0_1
int         vnus_picture_get_height      (VnusPicture *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_picture_get_language    (VnusPicture *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_picture_get_title       (VnusPicture *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_picture_get_description (VnusPicture *self);

VNUS_AVAILABLE_IN_0_1
guint       vnus_picture_get_n_shapes    (VnusPicture *self);
VNUS_AVAILABLE_IN_0_1
VnusShape  *vnus_picture_get_shape       (VnusPicture *self,
                                          guint        position);

VNUS_AVAILABLE_IN_0_1
char       *vnus_picture_to_svg          (VnusPicture *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
