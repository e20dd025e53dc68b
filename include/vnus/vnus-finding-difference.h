/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-finding-change.h>
#include <vnus/vnus-inquiry.h>

G_BEGIN_DECLS

#define VNUS_TYPE_FINDING_DIFFERENCE (vnus_finding_difference_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusFindingDifference, vnus_finding_difference, VNUS, FINDING_DIFFERENCE, GObject)

VNUS_AVAILABLE_IN_0_1
VnusFindingDifference *vnus_inquiry_compare                    (VnusInquiry           *before,
                                                                VnusInquiry           *after,
                                                                const char * const    *questions,
                                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char                 **vnus_inquiry_list_questions             (VnusInquiry           *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
guint                  vnus_finding_difference_get_n_questions (VnusFindingDifference *self);

VNUS_AVAILABLE_IN_0_1
char                  *vnus_finding_difference_to_text         (VnusFindingDifference *self,
                                                                const char            *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char                  *vnus_finding_difference_to_json         (VnusFindingDifference *self,
                                                                const char            *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
