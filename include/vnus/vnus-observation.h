/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-amount.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusVintage:
 * @VNUS_VINTAGE_UNSET: not set
 * @VNUS_VINTAGE_PROVISIONAL: provisional
 * @VNUS_VINTAGE_REVISED: revised
 * @VNUS_VINTAGE_FINAL: final
 *
 * How final a figure is.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_VINTAGE_UNSET,
  VNUS_VINTAGE_PROVISIONAL,
  VNUS_VINTAGE_REVISED,
  VNUS_VINTAGE_FINAL,
} VnusVintage;

#define VNUS_TYPE_VINTAGE (vnus_vintage_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_vintage_get_type (void);

#define VNUS_TYPE_OBSERVATION (vnus_observation_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusObservation, vnus_observation, VNUS, OBSERVATION, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusObservation *vnus_observation_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_observation_get_indicator (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_observation_set_indicator (VnusObservation *self,
                                            const char      *indicator);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_observation_get_period (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_observation_set_period (VnusObservation *self,
                                       VnusDate        *period);

VNUS_AVAILABLE_IN_0_1
VnusAmount *vnus_observation_get_amount (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_observation_set_amount (VnusObservation *self,
                                         VnusAmount      *amount);

VNUS_AVAILABLE_IN_0_1
VnusAmount *vnus_observation_get_change_as_reported (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_observation_set_change_as_reported (VnusObservation *self,
                                                     VnusAmount      *change_as_reported);

VNUS_AVAILABLE_IN_0_1
int  vnus_observation_get_rank (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void vnus_observation_set_rank (VnusObservation *self,
                                int              rank);

VNUS_AVAILABLE_IN_0_1
VnusVintage vnus_observation_get_vintage (VnusObservation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_observation_set_vintage (VnusObservation *self,
                                          VnusVintage      vintage);

G_END_DECLS
