/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-actor.h>
#include <vnus/vnus-date.h>

G_BEGIN_DECLS

/**
 * VnusOrganizationType:
 * @VNUS_ORGANIZATION_TYPE_UNSET: not set
 * @VNUS_ORGANIZATION_TYPE_PARTY: a political party
 * @VNUS_ORGANIZATION_TYPE_MINISTRY: a ministry or department
 * @VNUS_ORGANIZATION_TYPE_AGENCY: an agency
 * @VNUS_ORGANIZATION_TYPE_PRESIDENCY: the office of a head of state or government, such as the White House
 * @VNUS_ORGANIZATION_TYPE_COUNCIL: a council, such as a national security council
 * @VNUS_ORGANIZATION_TYPE_LEGISLATURE: a parliament
 * @VNUS_ORGANIZATION_TYPE_CHAMBER: a chamber of a parliament
 * @VNUS_ORGANIZATION_TYPE_COMMITTEE: a committee of a parliament
 * @VNUS_ORGANIZATION_TYPE_BLOC: a bloc or forum of states
 * @VNUS_ORGANIZATION_TYPE_INTERNATIONAL_ORGANIZATION: an intergovernmental organisation
 * @VNUS_ORGANIZATION_TYPE_PROVINCE: a province, federal state or other sub-national unit
 * @VNUS_ORGANIZATION_TYPE_EMBASSY: an embassy
 * @VNUS_ORGANIZATION_TYPE_LEGATION: a legation
 * @VNUS_ORGANIZATION_TYPE_CONSULATE: a consulate
 * @VNUS_ORGANIZATION_TYPE_LIAISON_OFFICE: a liaison office
 * @VNUS_ORGANIZATION_TYPE_INTERESTS_SECTION: an interests section
 * @VNUS_ORGANIZATION_TYPE_ARMED_FORCE: an armed force
 * @VNUS_ORGANIZATION_TYPE_COMPANY: a company
 * @VNUS_ORGANIZATION_TYPE_MEDIA: a news organisation
 * @VNUS_ORGANIZATION_TYPE_OTHER: another organisation
 *
 * The type of an organisation.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ORGANIZATION_TYPE_UNSET,
  VNUS_ORGANIZATION_TYPE_PARTY,
  VNUS_ORGANIZATION_TYPE_MINISTRY,
  VNUS_ORGANIZATION_TYPE_AGENCY,
  VNUS_ORGANIZATION_TYPE_PRESIDENCY,
  VNUS_ORGANIZATION_TYPE_COUNCIL,
  VNUS_ORGANIZATION_TYPE_LEGISLATURE,
  VNUS_ORGANIZATION_TYPE_CHAMBER,
  VNUS_ORGANIZATION_TYPE_COMMITTEE,
  VNUS_ORGANIZATION_TYPE_BLOC,
  VNUS_ORGANIZATION_TYPE_INTERNATIONAL_ORGANIZATION,
  VNUS_ORGANIZATION_TYPE_PROVINCE,
  VNUS_ORGANIZATION_TYPE_EMBASSY,
  VNUS_ORGANIZATION_TYPE_LEGATION,
  VNUS_ORGANIZATION_TYPE_CONSULATE,
  VNUS_ORGANIZATION_TYPE_LIAISON_OFFICE,
  VNUS_ORGANIZATION_TYPE_INTERESTS_SECTION,
  VNUS_ORGANIZATION_TYPE_ARMED_FORCE,
  VNUS_ORGANIZATION_TYPE_COMPANY,
  VNUS_ORGANIZATION_TYPE_MEDIA,
  VNUS_ORGANIZATION_TYPE_OTHER,
} VnusOrganizationType;

#define VNUS_TYPE_ORGANIZATION_TYPE (vnus_organization_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_organization_type_get_type (void);

#define VNUS_TYPE_ORGANIZATION (vnus_organization_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusOrganization, vnus_organization, VNUS, ORGANIZATION, VnusActor)

VNUS_AVAILABLE_IN_0_1
VnusOrganization *vnus_organization_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusOrganizationType vnus_organization_get_organization_type (VnusOrganization     *self);
VNUS_AVAILABLE_IN_0_1
void                 vnus_organization_set_organization_type (VnusOrganization     *self,
                                                              VnusOrganizationType  organization_type);

VNUS_AVAILABLE_IN_0_1
const char *vnus_organization_get_of (VnusOrganization *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_organization_set_of (VnusOrganization *self,
                                      const char       *of);

VNUS_AVAILABLE_IN_0_1
const char *vnus_organization_get_receiver (VnusOrganization *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_organization_set_receiver (VnusOrganization *self,
                                            const char       *receiver);

VNUS_AVAILABLE_IN_0_1
const char *vnus_organization_get_place (VnusOrganization *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_organization_set_place (VnusOrganization *self,
                                         const char       *place);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_organization_get_existed (VnusOrganization *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_organization_set_existed (VnusOrganization *self,
                                         VnusDate         *existed);

G_END_DECLS
