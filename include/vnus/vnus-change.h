/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusChangeKind:
 * @VNUS_CHANGE_KIND_UNSET: not set
 * @VNUS_CHANGE_KIND_ADD: a record joins
 * @VNUS_CHANGE_KIND_REPLACE: a record takes the place of another one of the same id
 * @VNUS_CHANGE_KIND_REMOVE: a record goes
 *
 * What a change does.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CHANGE_KIND_UNSET,
  VNUS_CHANGE_KIND_ADD,
  VNUS_CHANGE_KIND_REPLACE,
  VNUS_CHANGE_KIND_REMOVE,
} VnusChangeKind;

#define VNUS_TYPE_CHANGE_KIND (vnus_change_kind_get_type ())

VNUS_AVAILABLE_IN_0_1
GType           vnus_change_kind_get_type  (void);

#define VNUS_TYPE_CHANGE (vnus_change_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusChange, vnus_change, VNUS, CHANGE, GObject)

VNUS_AVAILABLE_IN_0_1
VnusChangeKind  vnus_change_get_kind       (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
const char     *vnus_change_get_record_id  (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
VnusRecord     *vnus_change_get_before     (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
VnusRecord     *vnus_change_get_after      (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
const char     *vnus_change_get_reason     (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
const char     *vnus_change_get_author     (VnusChange *self);
VNUS_AVAILABLE_IN_0_1
const char     *vnus_change_get_source_id  (VnusChange *self);

VNUS_AVAILABLE_IN_0_1
char           *vnus_change_to_text        (VnusChange *self,
                                            const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
