/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-query.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

VNUS_AVAILABLE_IN_0_1
GBytes *vnus_chronicle_to_colt       (VnusChronicle  *self,
                                      guint          *n_left_out) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GBytes *vnus_chronicle_to_timelinejs (VnusChronicle  *self,
                                      VnusQuery      *query,
                                      const char     *language,
                                      guint          *n_left_out) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GBytes *vnus_chronicle_to_icalendar  (VnusChronicle  *self,
                                      VnusQuery      *query,
                                      const char     *language,
                                      guint          *n_left_out,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean vnus_save_bytes             (GFile          *file,
                                      GBytes         *bytes,
                                      GCancellable   *cancellable,
                                      GError        **error);

G_END_DECLS
