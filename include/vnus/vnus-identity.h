/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-candidate.h>
#include <vnus/vnus-change-set.h>
#include <vnus/vnus-chronicle.h>

G_BEGIN_DECLS

/**
 * VNUS_IDENTITY_ERROR:
 *
 * The error domain of merging records.
 *
 * Since: 0.1
 */
#define VNUS_IDENTITY_ERROR (vnus_identity_error_quark ())

/**
 * VnusIdentityError:
 * @VNUS_IDENTITY_ERROR_FAILED: something else went wrong
 * @VNUS_IDENTITY_ERROR_NOT_FOUND: there is no record of that id
 * @VNUS_IDENTITY_ERROR_WRONG_KIND: the records are of different kinds, or one and the same
 * @VNUS_IDENTITY_ERROR_NOT_SAME: a judgement says that they are not the same
 *
 * Errors of merging records. Codes may be added.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_IDENTITY_ERROR_FAILED,
  VNUS_IDENTITY_ERROR_NOT_FOUND,
  VNUS_IDENTITY_ERROR_WRONG_KIND,
  VNUS_IDENTITY_ERROR_NOT_SAME,
} VnusIdentityError;

#define VNUS_TYPE_IDENTITY_ERROR (vnus_identity_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType           vnus_identity_error_get_type   (void);
VNUS_AVAILABLE_IN_0_1
GQuark          vnus_identity_error_quark      (void);

#define VNUS_TYPE_IDENTITY (vnus_identity_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusIdentity, vnus_identity, VNUS, IDENTITY, GObject)

VNUS_AVAILABLE_IN_0_1
VnusIdentity   *vnus_identity_new              (VnusChronicle  *chronicle) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_identity_get_chronicle    (VnusIdentity   *self);

VNUS_AVAILABLE_IN_0_1
VnusCandidate  *vnus_identity_compare          (VnusIdentity   *self,
                                                VnusRecord     *a,
                                                VnusRecord     *b) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GListModel     *vnus_identity_find             (VnusIdentity   *self,
                                                VnusRecord     *record) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GListModel     *vnus_identity_list_candidates  (VnusIdentity   *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
const char     *vnus_identity_resolve_id       (VnusIdentity   *self,
                                                const char     *id);

VNUS_AVAILABLE_IN_0_1
VnusChangeSet  *vnus_identity_merge            (VnusIdentity   *self,
                                                const char     *kept,
                                                const char     *merged,
                                                const char     *reason,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
