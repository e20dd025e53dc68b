/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

#define VNUS_TYPE_COMMIT (vnus_commit_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusCommit, vnus_commit, VNUS, COMMIT, GObject)

VNUS_AVAILABLE_IN_0_1
gint64      vnus_commit_get_revision  (VnusCommit *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_commit_get_time      (VnusCommit *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_commit_get_author    (VnusCommit *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_commit_get_reason    (VnusCommit *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_commit_get_source_id (VnusCommit *self);
VNUS_AVAILABLE_IN_0_1
guint       vnus_commit_get_n_changes (VnusCommit *self);

G_END_DECLS
