/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-designation.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-stop.h>

G_BEGIN_DECLS

/**
 * VnusVisitType:
 * @VNUS_VISIT_TYPE_UNSET: not set
 * @VNUS_VISIT_TYPE_STATE: a state visit
 * @VNUS_VISIT_TYPE_OFFICIAL: an official visit
 * @VNUS_VISIT_TYPE_OFFICIAL_WORKING: an official working visit
 * @VNUS_VISIT_TYPE_WORKING: a working visit
 * @VNUS_VISIT_TYPE_PRIVATE: a private visit
 * @VNUS_VISIT_TYPE_TRANSIT: a transit
 *
 * The type of a visit as protocol names it.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_VISIT_TYPE_UNSET,
  VNUS_VISIT_TYPE_STATE,
  VNUS_VISIT_TYPE_OFFICIAL,
  VNUS_VISIT_TYPE_OFFICIAL_WORKING,
  VNUS_VISIT_TYPE_WORKING,
  VNUS_VISIT_TYPE_PRIVATE,
  VNUS_VISIT_TYPE_TRANSIT,
} VnusVisitType;

#define VNUS_TYPE_VISIT_TYPE (vnus_visit_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_visit_type_get_type (void);

/**
 * VnusPurpose:
 * @VNUS_PURPOSE_UNSET: not set
 * @VNUS_PURPOSE_BILATERAL: relations between guest and host
 * @VNUS_PURPOSE_MULTILATERAL_EVENT: a multilateral event
 * @VNUS_PURPOSE_THIRD_PARTY_MEETING: a meeting with a third party
 * @VNUS_PURPOSE_CEREMONY: a ceremony or funeral
 * @VNUS_PURPOSE_TROOPS: a visit to own troops
 * @VNUS_PURPOSE_MEDICAL: medical treatment
 * @VNUS_PURPOSE_VACATION: rest
 *
 * The purpose of a visit.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_PURPOSE_UNSET,
  VNUS_PURPOSE_BILATERAL,
  VNUS_PURPOSE_MULTILATERAL_EVENT,
  VNUS_PURPOSE_THIRD_PARTY_MEETING,
  VNUS_PURPOSE_CEREMONY,
  VNUS_PURPOSE_TROOPS,
  VNUS_PURPOSE_MEDICAL,
  VNUS_PURPOSE_VACATION,
} VnusPurpose;

#define VNUS_TYPE_PURPOSE (vnus_purpose_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_purpose_get_type (void);

#define VNUS_TYPE_VISIT (vnus_visit_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusVisit, vnus_visit, VNUS, VISIT, VnusEvent)

VNUS_AVAILABLE_IN_0_1
VnusVisit *vnus_visit_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_visit_get_host (VnusVisit  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_visit_set_host (VnusVisit  *self,
                                 const char *host);

VNUS_AVAILABLE_IN_0_1
VnusVisitType vnus_visit_get_visit_type (VnusVisit     *self);
VNUS_AVAILABLE_IN_0_1
void          vnus_visit_set_visit_type (VnusVisit     *self,
                                         VnusVisitType  visit_type);

VNUS_AVAILABLE_IN_0_1
guint            vnus_visit_get_n_visit_types_by_side (VnusVisit       *self);
VNUS_AVAILABLE_IN_0_1
VnusDesignation *vnus_visit_get_visit_type_by_side    (VnusVisit       *self,
                                                       guint            position);
VNUS_AVAILABLE_IN_0_1
void             vnus_visit_add_visit_type_by_side    (VnusVisit       *self,
                                                       VnusDesignation *visit_type_by_side);

VNUS_AVAILABLE_IN_0_1
guint       vnus_visit_get_n_purposes (VnusVisit   *self);
VNUS_AVAILABLE_IN_0_1
VnusPurpose vnus_visit_get_purpose    (VnusVisit   *self,
                                       guint        position);
VNUS_AVAILABLE_IN_0_1
void        vnus_visit_add_purpose    (VnusVisit   *self,
                                       VnusPurpose  purpose);

VNUS_AVAILABLE_IN_0_1
guint     vnus_visit_get_n_stops (VnusVisit *self);
VNUS_AVAILABLE_IN_0_1
VnusStop *vnus_visit_get_stop    (VnusVisit *self,
                                  guint      position);
VNUS_AVAILABLE_IN_0_1
void      vnus_visit_add_stop    (VnusVisit *self,
                                  VnusStop  *stop);

G_END_DECLS
