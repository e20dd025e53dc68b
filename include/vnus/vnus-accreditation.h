/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusEnvoyClass:
 * @VNUS_ENVOY_CLASS_UNSET: not set
 * @VNUS_ENVOY_CLASS_AMBASSADOR: ambassador extraordinary and plenipotentiary
 * @VNUS_ENVOY_CLASS_ENVOY: envoy extraordinary and minister plenipotentiary
 * @VNUS_ENVOY_CLASS_MINISTER_RESIDENT: minister resident
 * @VNUS_ENVOY_CLASS_CHARGE_D_AFFAIRES: chargé d’affaires en pied
 * @VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM: chargé d’affaires ad interim
 * @VNUS_ENVOY_CLASS_AGENT: diplomatic agent, commissioner or head of a liaison office
 *
 * The class of a head of mission; Vienna Convention on Diplomatic Relations
 * (1961), article 14.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ENVOY_CLASS_UNSET,
  VNUS_ENVOY_CLASS_AMBASSADOR,
  VNUS_ENVOY_CLASS_ENVOY,
  VNUS_ENVOY_CLASS_MINISTER_RESIDENT,
  VNUS_ENVOY_CLASS_CHARGE_D_AFFAIRES,
  VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM,
  VNUS_ENVOY_CLASS_AGENT,
} VnusEnvoyClass;

#define VNUS_TYPE_ENVOY_CLASS (vnus_envoy_class_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_envoy_class_get_type (void);

/**
 * VnusMissionEnd:
 * @VNUS_MISSION_END_UNSET: not set
 * @VNUS_MISSION_END_LEFT_POST: left the post
 * @VNUS_MISSION_END_RECALLED: presented a recall
 * @VNUS_MISSION_END_DIED: died
 * @VNUS_MISSION_END_RELATIONS_SEVERED: relations were severed
 * @VNUS_MISSION_END_NOT_RECEIVED: was not received
 * @VNUS_MISSION_END_NOT_SERVED: did not serve
 * @VNUS_MISSION_END_EXPELLED: was declared persona non grata
 *
 * How an accreditation ended.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_MISSION_END_UNSET,
  VNUS_MISSION_END_LEFT_POST,
  VNUS_MISSION_END_RECALLED,
  VNUS_MISSION_END_DIED,
  VNUS_MISSION_END_RELATIONS_SEVERED,
  VNUS_MISSION_END_NOT_RECEIVED,
  VNUS_MISSION_END_NOT_SERVED,
  VNUS_MISSION_END_EXPELLED,
} VnusMissionEnd;

#define VNUS_TYPE_MISSION_END (vnus_mission_end_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_mission_end_get_type (void);

#define VNUS_TYPE_ACCREDITATION (vnus_accreditation_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusAccreditation, vnus_accreditation, VNUS, ACCREDITATION, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusAccreditation *vnus_accreditation_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_accreditation_get_person (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_accreditation_set_person (VnusAccreditation *self,
                                           const char        *person);

VNUS_AVAILABLE_IN_0_1
const char *vnus_accreditation_get_office (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_accreditation_set_office (VnusAccreditation *self,
                                           const char        *office);

VNUS_AVAILABLE_IN_0_1
const char *vnus_accreditation_get_to (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_accreditation_set_to (VnusAccreditation *self,
                                       const char        *to);

VNUS_AVAILABLE_IN_0_1
const char *vnus_accreditation_get_resident_at (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_accreditation_set_resident_at (VnusAccreditation *self,
                                                const char        *resident_at);

VNUS_AVAILABLE_IN_0_1
VnusEnvoyClass vnus_accreditation_get_class (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_accreditation_set_class (VnusAccreditation *self,
                                             VnusEnvoyClass     envoy_class);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_nominated (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_nominated (VnusAccreditation *self,
                                            VnusDate          *nominated);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_appointed (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_appointed (VnusAccreditation *self,
                                            VnusDate          *appointed);

VNUS_AVAILABLE_IN_0_1
gboolean vnus_accreditation_get_recess (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void     vnus_accreditation_set_recess (VnusAccreditation *self,
                                        gboolean           recess);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_confirmed (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_confirmed (VnusAccreditation *self,
                                            VnusDate          *confirmed);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_arrived (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_arrived (VnusAccreditation *self,
                                          VnusDate          *arrived);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_credentials (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_credentials (VnusAccreditation *self,
                                              VnusDate          *credentials);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_accreditation_get_left (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_accreditation_set_left (VnusAccreditation *self,
                                       VnusDate          *left);

VNUS_AVAILABLE_IN_0_1
VnusMissionEnd vnus_accreditation_get_how_ended (VnusAccreditation *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_accreditation_set_how_ended (VnusAccreditation *self,
                                                 VnusMissionEnd     how_ended);

G_END_DECLS
