/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-amount.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

/**
 * VnusMeasureType:
 * @VNUS_MEASURE_TYPE_UNSET: not set
 * @VNUS_MEASURE_TYPE_RESTRICTION_IMPOSED: a restriction was imposed
 * @VNUS_MEASURE_TYPE_RESTRICTION_LIFTED: a restriction was lifted
 * @VNUS_MEASURE_TYPE_TRANSFER: a transfer of goods or vessels
 * @VNUS_MEASURE_TYPE_ASSISTANCE: assistance
 * @VNUS_MEASURE_TYPE_CO_OPERATION: co-operation that goes on
 * @VNUS_MEASURE_TYPE_SANCTION: a sanction
 *
 * The type of a measure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_MEASURE_TYPE_UNSET,
  VNUS_MEASURE_TYPE_RESTRICTION_IMPOSED,
  VNUS_MEASURE_TYPE_RESTRICTION_LIFTED,
  VNUS_MEASURE_TYPE_TRANSFER,
  VNUS_MEASURE_TYPE_ASSISTANCE,
  VNUS_MEASURE_TYPE_CO_OPERATION,
  VNUS_MEASURE_TYPE_SANCTION,
} VnusMeasureType;

#define VNUS_TYPE_MEASURE_TYPE (vnus_measure_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_measure_type_get_type (void);

/**
 * VnusExtent:
 * @VNUS_EXTENT_UNSET: not set
 * @VNUS_EXTENT_PARTIAL: in part
 * @VNUS_EXTENT_COMPLETE: completely
 *
 * The extent of a measure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_EXTENT_UNSET,
  VNUS_EXTENT_PARTIAL,
  VNUS_EXTENT_COMPLETE,
} VnusExtent;

#define VNUS_TYPE_EXTENT (vnus_extent_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_extent_get_type (void);

#define VNUS_TYPE_MEASURE (vnus_measure_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusMeasure, vnus_measure, VNUS, MEASURE, VnusEvent)

VNUS_AVAILABLE_IN_0_1
VnusMeasure *vnus_measure_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusMeasureType vnus_measure_get_measure_type (VnusMeasure     *self);
VNUS_AVAILABLE_IN_0_1
void            vnus_measure_set_measure_type (VnusMeasure     *self,
                                               VnusMeasureType  measure_type);

VNUS_AVAILABLE_IN_0_1
const char *vnus_measure_get_towards (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_measure_set_towards (VnusMeasure *self,
                                      const char  *towards);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_measure_get_object (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_measure_set_object (VnusMeasure *self,
                                   VnusText    *object);

VNUS_AVAILABLE_IN_0_1
VnusAmount *vnus_measure_get_quantity (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_measure_set_quantity (VnusMeasure *self,
                                       VnusAmount  *quantity);

VNUS_AVAILABLE_IN_0_1
VnusExtent vnus_measure_get_extent (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void       vnus_measure_set_extent (VnusMeasure *self,
                                    VnusExtent   extent);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_measure_get_until (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_measure_set_until (VnusMeasure *self,
                                  VnusDate    *until);

VNUS_AVAILABLE_IN_0_1
const char *vnus_measure_get_reversed_by (VnusMeasure *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_measure_set_reversed_by (VnusMeasure *self,
                                          const char  *reversed_by);

G_END_DECLS
