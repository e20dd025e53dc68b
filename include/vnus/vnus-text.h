/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

typedef struct _VnusText VnusText;

#define VNUS_TYPE_TEXT (vnus_text_get_type ())

VNUS_AVAILABLE_IN_0_1
GType        vnus_text_get_type       (void);

VNUS_AVAILABLE_IN_0_1
VnusText    *vnus_text_new            (const char         *language,
                                       const char         *string) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusText    *vnus_text_new_many       (const char * const *languages,
                                       const char * const *strings) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusText    *vnus_text_with_language  (VnusText           *self,
                                       const char         *language,
                                       const char         *string) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusText    *vnus_text_ref            (VnusText           *self);
VNUS_AVAILABLE_IN_0_1
void         vnus_text_unref          (VnusText           *self);

VNUS_AVAILABLE_IN_0_1
const char  *vnus_text_get            (const VnusText     *self,
                                       const char         *language);
VNUS_AVAILABLE_IN_0_1
const char  *vnus_text_get_best       (const VnusText     *self,
                                       const char         *language);
VNUS_AVAILABLE_IN_0_1
char       **vnus_text_list_languages (const VnusText     *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean     vnus_text_equal          (const VnusText     *self,
                                       const VnusText     *other);
VNUS_AVAILABLE_IN_0_1
char        *vnus_text_to_string      (const VnusText     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusText, vnus_text_unref)

G_END_DECLS
