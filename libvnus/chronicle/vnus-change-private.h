/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: making changes. */
#pragma once

#include <vnus/vnus-change-set.h>

G_BEGIN_DECLS

/* Seals the records; one of them may be NULL. */
VnusChange *_vnus_change_new             (VnusRecord    *before,
                                          VnusRecord    *after,
                                          const char    *reason,
                                          const char    *author,
                                          const char    *source_id) G_GNUC_WARN_UNUSED_RESULT;

/* Takes ownership. */
void        _vnus_change_set_take_change (VnusChangeSet *self,
                                          VnusChange    *change);
guint       _vnus_change_set_get_n       (VnusChangeSet *self);
VnusChange *_vnus_change_set_get_nth     (VnusChangeSet *self,
                                          guint          position);

G_END_DECLS
