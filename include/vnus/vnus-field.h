/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-kind.h>
#include <vnus/vnus-value.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_RECORD_ERROR:
 *
 * Error domain of records and their fields.
 *
 * Since: 0.1
 */
#define VNUS_RECORD_ERROR (vnus_record_error_quark ())

/**
 * VnusRecordError:
 * @VNUS_RECORD_ERROR_FAILED: any other failure
 * @VNUS_RECORD_ERROR_UNKNOWN_FIELD: records of the kind have no such field
 * @VNUS_RECORD_ERROR_WRONG_TYPE: the value is not of the type of the field
 * @VNUS_RECORD_ERROR_BAD_VALUE: the value is not valid for the field
 *
 * Errors of records and their fields. More codes may be added: treat an
 * unknown code as the generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_RECORD_ERROR_FAILED,
  VNUS_RECORD_ERROR_UNKNOWN_FIELD,
  VNUS_RECORD_ERROR_WRONG_TYPE,
  VNUS_RECORD_ERROR_BAD_VALUE,
} VnusRecordError;

#define VNUS_TYPE_RECORD_ERROR (vnus_record_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_record_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_record_error_quark    (void);

typedef struct _VnusField VnusField;

#define VNUS_TYPE_FIELD (vnus_field_get_type ())

VNUS_AVAILABLE_IN_0_1
GType          vnus_field_get_type       (void);

VNUS_AVAILABLE_IN_0_1
VnusField     *vnus_field_lookup         (VnusKind          kind,
                                          const char       *name);
VNUS_AVAILABLE_IN_0_1
char         **vnus_field_list_names     (VnusKind          kind) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusField     *vnus_field_ref            (VnusField        *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_field_unref          (VnusField        *self);

VNUS_AVAILABLE_IN_0_1
const char    *vnus_field_get_name       (const VnusField  *self);
VNUS_AVAILABLE_IN_0_1
const char    *vnus_field_get_summary    (const VnusField  *self);
VNUS_AVAILABLE_IN_0_1
VnusValueType  vnus_field_get_value_type (const VnusField  *self);
VNUS_AVAILABLE_IN_0_1
GType          vnus_field_get_enum_type  (const VnusField  *self);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_field_is_list        (const VnusField  *self);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_field_accepts        (const VnusField  *self,
                                          VnusKind          kind);

VNUS_AVAILABLE_IN_0_1
VnusValue     *vnus_field_parse          (const VnusField  *self,
                                          const char       *text,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusField, vnus_field_unref)

G_END_DECLS
