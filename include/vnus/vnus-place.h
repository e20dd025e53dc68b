/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusPlaceType:
 * @VNUS_PLACE_TYPE_UNSET: not set
 * @VNUS_PLACE_TYPE_COUNTRY: a country
 * @VNUS_PLACE_TYPE_REGION: a region of the world
 * @VNUS_PLACE_TYPE_PROVINCE: a province or federal state
 * @VNUS_PLACE_TYPE_CITY: a city
 * @VNUS_PLACE_TYPE_BUILDING: a building
 * @VNUS_PLACE_TYPE_SEA: a sea
 * @VNUS_PLACE_TYPE_OTHER: another place
 *
 * The type of a place.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_PLACE_TYPE_UNSET,
  VNUS_PLACE_TYPE_COUNTRY,
  VNUS_PLACE_TYPE_REGION,
  VNUS_PLACE_TYPE_PROVINCE,
  VNUS_PLACE_TYPE_CITY,
  VNUS_PLACE_TYPE_BUILDING,
  VNUS_PLACE_TYPE_SEA,
  VNUS_PLACE_TYPE_OTHER,
} VnusPlaceType;

#define VNUS_TYPE_PLACE_TYPE (vnus_place_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_place_type_get_type (void);

#define VNUS_TYPE_PLACE (vnus_place_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusPlace, vnus_place, VNUS, PLACE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusPlace *vnus_place_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusPlaceType vnus_place_get_place_type (VnusPlace     *self);
VNUS_AVAILABLE_IN_0_1
void          vnus_place_set_place_type (VnusPlace     *self,
                                         VnusPlaceType  place_type);

VNUS_AVAILABLE_IN_0_1
const char *vnus_place_get_within (VnusPlace  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_place_set_within (VnusPlace  *self,
                                   const char *within);

G_END_DECLS
