/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusAgreementForm:
 * @VNUS_AGREEMENT_FORM_UNSET: not set
 * @VNUS_AGREEMENT_FORM_TREATY: a treaty
 * @VNUS_AGREEMENT_FORM_AGREEMENT: an agreement
 * @VNUS_AGREEMENT_FORM_PROTOCOL: a protocol
 * @VNUS_AGREEMENT_FORM_EXCHANGE_OF_NOTES: an exchange of notes
 * @VNUS_AGREEMENT_FORM_MEMORANDUM_OF_UNDERSTANDING: a memorandum of understanding
 * @VNUS_AGREEMENT_FORM_MEMORANDUM_OF_INTENT: a memorandum of intent
 * @VNUS_AGREEMENT_FORM_ACTION_PLAN: an action plan
 * @VNUS_AGREEMENT_FORM_JOINT_VISION: a joint vision or declaration
 * @VNUS_AGREEMENT_FORM_CONTRACT: a contract
 * @VNUS_AGREEMENT_FORM_ARRANGEMENT: an arrangement
 *
 * The form of an agreement.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_AGREEMENT_FORM_UNSET,
  VNUS_AGREEMENT_FORM_TREATY,
  VNUS_AGREEMENT_FORM_AGREEMENT,
  VNUS_AGREEMENT_FORM_PROTOCOL,
  VNUS_AGREEMENT_FORM_EXCHANGE_OF_NOTES,
  VNUS_AGREEMENT_FORM_MEMORANDUM_OF_UNDERSTANDING,
  VNUS_AGREEMENT_FORM_MEMORANDUM_OF_INTENT,
  VNUS_AGREEMENT_FORM_ACTION_PLAN,
  VNUS_AGREEMENT_FORM_JOINT_VISION,
  VNUS_AGREEMENT_FORM_CONTRACT,
  VNUS_AGREEMENT_FORM_ARRANGEMENT,
} VnusAgreementForm;

#define VNUS_TYPE_AGREEMENT_FORM (vnus_agreement_form_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_agreement_form_get_type (void);

/**
 * VnusBinding:
 * @VNUS_BINDING_UNSET: not set
 * @VNUS_BINDING_TREATY: it binds as a treaty
 * @VNUS_BINDING_NON_BINDING: it does not bind
 * @VNUS_BINDING_UNKNOWN: the sources do not tell
 *
 * Whether an agreement binds under international law; Vienna Convention on the
 * Law of Treaties (1969), article 2.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BINDING_UNSET,
  VNUS_BINDING_TREATY,
  VNUS_BINDING_NON_BINDING,
  VNUS_BINDING_UNKNOWN,
} VnusBinding;

#define VNUS_TYPE_BINDING (vnus_binding_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_binding_get_type (void);

#define VNUS_TYPE_AGREEMENT (vnus_agreement_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusAgreement, vnus_agreement, VNUS, AGREEMENT, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusAgreement *vnus_agreement_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusAgreementForm vnus_agreement_get_form (VnusAgreement     *self);
VNUS_AVAILABLE_IN_0_1
void              vnus_agreement_set_form (VnusAgreement     *self,
                                           VnusAgreementForm  form);

VNUS_AVAILABLE_IN_0_1
VnusBinding vnus_agreement_get_binding (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_set_binding (VnusAgreement *self,
                                        VnusBinding    binding);

VNUS_AVAILABLE_IN_0_1
guint       vnus_agreement_get_n_parties (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_agreement_get_party     (VnusAgreement *self,
                                          guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_add_party     (VnusAgreement *self,
                                          const char    *party);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_agreement_get_validity (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_agreement_set_validity (VnusAgreement *self,
                                       VnusDate      *validity);

VNUS_AVAILABLE_IN_0_1
guint       vnus_agreement_get_n_replaces (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_agreement_get_replaced   (VnusAgreement *self,
                                           guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_add_replaced   (VnusAgreement *self,
                                           const char    *replaced);

VNUS_AVAILABLE_IN_0_1
guint       vnus_agreement_get_n_implements (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_agreement_get_implemented  (VnusAgreement *self,
                                             guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_add_implemented  (VnusAgreement *self,
                                             const char    *implemented);

VNUS_AVAILABLE_IN_0_1
guint       vnus_agreement_get_n_topics (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_agreement_get_topic    (VnusAgreement *self,
                                         guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_add_topic    (VnusAgreement *self,
                                         const char    *topic);

VNUS_AVAILABLE_IN_0_1
guint            vnus_agreement_get_n_participants (VnusAgreement   *self);
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_agreement_get_participant    (VnusAgreement   *self,
                                                    guint            position);
VNUS_AVAILABLE_IN_0_1
void             vnus_agreement_add_participant    (VnusAgreement   *self,
                                                    VnusParticipant *participant);

VNUS_AVAILABLE_IN_0_1
const char *vnus_agreement_get_registration (VnusAgreement *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_agreement_set_registration (VnusAgreement *self,
                                             const char    *registration);

G_END_DECLS
