/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-claim.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>
#include <vnus/vnus-source.h>

G_BEGIN_DECLS

/**
 * VNUS_CHRONICLE_ERROR:
 *
 * Error domain of chronicles.
 *
 * Since: 0.1
 */
#define VNUS_CHRONICLE_ERROR (vnus_chronicle_error_quark ())

/**
 * VnusChronicleError:
 * @VNUS_CHRONICLE_ERROR_FAILED: any other failure
 * @VNUS_CHRONICLE_ERROR_BAD_ID: an id is not lower-case ASCII with hyphens
 * @VNUS_CHRONICLE_ERROR_DUPLICATE_ID: another record has the id
 * @VNUS_CHRONICLE_ERROR_NOT_FOUND: no record has the id
 * @VNUS_CHRONICLE_ERROR_READ_ONLY: the chronicle is a view or a snapshot and cannot change
 *
 * Errors of chronicles. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CHRONICLE_ERROR_FAILED,
  VNUS_CHRONICLE_ERROR_BAD_ID,
  VNUS_CHRONICLE_ERROR_DUPLICATE_ID,
  VNUS_CHRONICLE_ERROR_NOT_FOUND,
  VNUS_CHRONICLE_ERROR_READ_ONLY,
} VnusChronicleError;

#define VNUS_TYPE_CHRONICLE_ERROR (vnus_chronicle_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_chronicle_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_chronicle_error_quark    (void);

#define VNUS_TYPE_CHRONICLE (vnus_chronicle_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusChronicle, vnus_chronicle, VNUS, CHRONICLE, GObject)

VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_chronicle_new             (const char          *id) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_chronicle_snapshot        (VnusChronicle       *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_chronicle_make_view        (VnusChronicle       *self,
                                               VnusDate            *known_on,
                                               const char * const  *according_to) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char    *vnus_chronicle_get_id          (VnusChronicle       *self);

VNUS_AVAILABLE_IN_0_1
VnusText      *vnus_chronicle_get_label       (VnusChronicle       *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_chronicle_set_label       (VnusChronicle       *self,
                                               VnusText            *label);

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_chronicle_is_read_only    (VnusChronicle       *self);
VNUS_AVAILABLE_IN_0_1
VnusDate      *vnus_chronicle_get_known_on    (VnusChronicle       *self);
VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_list_according_to (VnusChronicle     *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_chronicle_add             (VnusChronicle       *self,
                                               VnusRecord          *record,
                                               GError             **error);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_chronicle_add_many        (VnusChronicle       *self,
                                               VnusRecord         **records,
                                               guint                n_records,
                                               GError             **error);

VNUS_AVAILABLE_IN_0_1
VnusRecord    *vnus_chronicle_lookup          (VnusChronicle       *self,
                                               const char          *id);
VNUS_AVAILABLE_IN_0_1
guint          vnus_chronicle_get_n_of_kind   (VnusChronicle       *self,
                                               VnusKind             kind);
VNUS_AVAILABLE_IN_0_1
VnusRecord    *vnus_chronicle_get_nth_of_kind (VnusChronicle       *self,
                                               VnusKind             kind,
                                               guint                position);

VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_list_ids        (VnusChronicle       *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_find_by_name    (VnusChronicle       *self,
                                               const char          *name) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_list_referrers  (VnusChronicle       *self,
                                               const char          *id) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_suggest_ids     (VnusChronicle       *self,
                                               const char          *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusClaim    **vnus_chronicle_list_claims     (VnusChronicle       *self,
                                               const char          *id,
                                               const char          *field,
                                               gsize               *n_claims) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusTruth      vnus_chronicle_is_known        (VnusChronicle       *self,
                                               const char          *id,
                                               const char          *field);
VNUS_AVAILABLE_IN_0_1
char          *vnus_chronicle_dup_digest      (VnusChronicle       *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         **vnus_chronicle_list_sources    (VnusChronicle       *self,
                                               VnusAccess           access) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
