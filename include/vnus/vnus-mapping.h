/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_MAPPING_ERROR:
 *
 * Error domain of mappings.
 *
 * Since: 0.1
 */
#define VNUS_MAPPING_ERROR (vnus_mapping_error_quark ())

/**
 * VnusMappingError:
 * @VNUS_MAPPING_ERROR_FAILED: any other failure
 * @VNUS_MAPPING_ERROR_BAD_FILE: the file is no key file in UTF-8, or lacks what it must say
 * @VNUS_MAPPING_ERROR_UNKNOWN_GROUP: a group has the name of no kind of record, or a key no meaning in its group
 * @VNUS_MAPPING_ERROR_UNKNOWN_FIELD: a key is no column of a sheet of its kind
 * @VNUS_MAPPING_ERROR_BAD_TEMPLATE: a template cannot be read, or names a transformation that there is not
 * @VNUS_MAPPING_ERROR_NOT_SHIPPED: the library ships no mapping of that name
 *
 * Errors of mappings. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * A message begins with the file, then names the group and the key.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_MAPPING_ERROR_FAILED,
  VNUS_MAPPING_ERROR_BAD_FILE,
  VNUS_MAPPING_ERROR_UNKNOWN_GROUP,
  VNUS_MAPPING_ERROR_UNKNOWN_FIELD,
  VNUS_MAPPING_ERROR_BAD_TEMPLATE,
  VNUS_MAPPING_ERROR_NOT_SHIPPED,
} VnusMappingError;

#define VNUS_TYPE_MAPPING_ERROR (vnus_mapping_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_mapping_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_mapping_error_quark    (void);

#define VNUS_TYPE_MAPPING (vnus_mapping_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusMapping, vnus_mapping, VNUS, MAPPING, GObject)

VNUS_AVAILABLE_IN_0_1
VnusMapping  *vnus_mapping_open         (const char   *name_or_path,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusMapping  *vnus_mapping_load_bytes   (GBytes       *bytes,
                                         const char   *name,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        **vnus_mapping_list_shipped (void) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char   *vnus_mapping_get_name     (VnusMapping  *self);
VNUS_AVAILABLE_IN_0_1
char        **vnus_mapping_list_columns (VnusMapping  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
