/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-change.h>
#include <vnus/vnus-chronicle.h>

G_BEGIN_DECLS

/**
 * VNUS_CHANGE_SET_ERROR:
 *
 * The error domain of change sets.
 *
 * Since: 0.1
 */
#define VNUS_CHANGE_SET_ERROR (vnus_change_set_error_quark ())

/**
 * VnusChangeSetError:
 * @VNUS_CHANGE_SET_ERROR_FAILED: something else went wrong
 * @VNUS_CHANGE_SET_ERROR_CLASH: a record is not as the change set expects it
 * @VNUS_CHANGE_SET_ERROR_BAD_ID: the id of a record is not valid
 * @VNUS_CHANGE_SET_ERROR_READ_ONLY: the chronicle is a view or a snapshot
 * @VNUS_CHANGE_SET_ERROR_BAD_LOG: a log is not as one is written
 * @VNUS_CHANGE_SET_ERROR_LIMIT: something is too long for a log
 *
 * Errors of change sets. Codes may be added.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CHANGE_SET_ERROR_FAILED,
  VNUS_CHANGE_SET_ERROR_CLASH,
  VNUS_CHANGE_SET_ERROR_BAD_ID,
  VNUS_CHANGE_SET_ERROR_READ_ONLY,
  VNUS_CHANGE_SET_ERROR_BAD_LOG,
  VNUS_CHANGE_SET_ERROR_LIMIT,
} VnusChangeSetError;

#define VNUS_TYPE_CHANGE_SET_ERROR (vnus_change_set_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType          vnus_change_set_error_get_type  (void);
VNUS_AVAILABLE_IN_0_1
GQuark         vnus_change_set_error_quark     (void);

#define VNUS_TYPE_CHANGE_SET (vnus_change_set_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusChangeSet, vnus_change_set, VNUS, CHANGE_SET, GObject)

VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_change_set_new             (void) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_change_set_new_difference  (VnusChronicle  *before,
                                                VnusChronicle  *after) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char    *vnus_change_set_get_author      (VnusChangeSet  *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_set_author      (VnusChangeSet  *self,
                                                const char     *author);
VNUS_AVAILABLE_IN_0_1
const char    *vnus_change_set_get_source_id   (VnusChangeSet  *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_set_source_id   (VnusChangeSet  *self,
                                                const char     *source_id);
VNUS_AVAILABLE_IN_0_1
const char    *vnus_change_set_get_reason      (VnusChangeSet  *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_set_reason      (VnusChangeSet  *self,
                                                const char     *reason);

VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_add             (VnusChangeSet  *self,
                                                VnusRecord     *record,
                                                const char     *reason);
VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_replace         (VnusChangeSet  *self,
                                                VnusRecord     *before,
                                                VnusRecord     *after,
                                                const char     *reason);
VNUS_AVAILABLE_IN_0_1
void           vnus_change_set_remove          (VnusChangeSet  *self,
                                                VnusRecord     *before,
                                                const char     *reason);

VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_change_set_check           (VnusChangeSet  *self,
                                                VnusChronicle  *chronicle) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_change_set_apply           (VnusChangeSet  *self,
                                                VnusChronicle  *chronicle,
                                                GError        **error);
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_change_set_invert          (VnusChangeSet  *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char          *vnus_change_set_to_text         (VnusChangeSet  *self,
                                                const char     *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
