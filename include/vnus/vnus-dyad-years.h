/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-inquiry.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

VNUS_AVAILABLE_IN_0_1
GBytes *vnus_inquiry_to_dyad_years (VnusInquiry  *self,
                                    int           first,
                                    int           last,
                                    const char   *query,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
