/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_ID_MAX_LENGTH:
 *
 * The most bytes that an id may have.
 *
 * Since: 0.1
 */
#define VNUS_ID_MAX_LENGTH (255)

VNUS_AVAILABLE_IN_0_1
char     *vnus_fold_name  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char     *vnus_fold_to_id (const char *name) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_fold_is_id (const char *string);

G_END_DECLS
