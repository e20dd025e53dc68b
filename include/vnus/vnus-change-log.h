/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-change-set.h>

G_BEGIN_DECLS

VNUS_AVAILABLE_IN_0_1
char          *vnus_change_set_to_json  (VnusChangeSet  *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_change_set_save_log (VnusChangeSet  *self,
                                         GFile          *file,
                                         GCancellable   *cancellable,
                                         GError        **error);
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_change_set_load_log (GFile          *file,
                                         GCancellable   *cancellable,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
