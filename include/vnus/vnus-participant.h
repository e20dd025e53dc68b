/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusRole:
 * @VNUS_ROLE_UNSET: not set
 * @VNUS_ROLE_GUEST: the guest
 * @VNUS_ROLE_HEAD: the head of the delegation
 * @VNUS_ROLE_MEMBER: a member of the delegation
 * @VNUS_ROLE_HOST: the host
 * @VNUS_ROLE_COUNTERPART: a counterpart of the guest
 * @VNUS_ROLE_INVITER: who invited
 * @VNUS_ROLE_INTERLOCUTOR: who met the guest
 * @VNUS_ROLE_SIGNATORY: who signed
 * @VNUS_ROLE_SPEAKER: who spoke
 * @VNUS_ROLE_ANNOUNCER: who announced
 * @VNUS_ROLE_OBSERVER: an observer
 * @VNUS_ROLE_SPOUSE: a spouse
 * @VNUS_ROLE_PARTICIPANT: a participant of no other role
 *
 * The role of a participant.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ROLE_UNSET,
  VNUS_ROLE_GUEST,
  VNUS_ROLE_HEAD,
  VNUS_ROLE_MEMBER,
  VNUS_ROLE_HOST,
  VNUS_ROLE_COUNTERPART,
  VNUS_ROLE_INVITER,
  VNUS_ROLE_INTERLOCUTOR,
  VNUS_ROLE_SIGNATORY,
  VNUS_ROLE_SPEAKER,
  VNUS_ROLE_ANNOUNCER,
  VNUS_ROLE_OBSERVER,
  VNUS_ROLE_SPOUSE,
  VNUS_ROLE_PARTICIPANT,
} VnusRole;

#define VNUS_TYPE_ROLE (vnus_role_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_role_get_type (void);

typedef struct _VnusParticipant VnusParticipant;

#define VNUS_TYPE_PARTICIPANT (vnus_participant_get_type ())

VNUS_AVAILABLE_IN_0_1
GType            vnus_participant_get_type      (void);
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_participant_new           (const char            *actor,
                                                 VnusRole               role) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_participant_with_capacity (VnusParticipant       *self,
                                                 const char            *capacity) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_participant_with_side     (VnusParticipant       *self,
                                                 const char            *side) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_participant_with_note     (VnusParticipant       *self,
                                                 VnusText              *note) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_participant_ref           (VnusParticipant       *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_participant_unref         (VnusParticipant       *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_participant_get_actor     (const VnusParticipant *self);
VNUS_AVAILABLE_IN_0_1
VnusRole         vnus_participant_get_role      (const VnusParticipant *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_participant_get_capacity  (const VnusParticipant *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_participant_get_side      (const VnusParticipant *self);
VNUS_AVAILABLE_IN_0_1
VnusText        *vnus_participant_get_note      (const VnusParticipant *self);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_participant_equal         (const VnusParticipant *self,
                                                 const VnusParticipant *other);
VNUS_AVAILABLE_IN_0_1
char            *vnus_participant_to_string     (const VnusParticipant *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusParticipant, vnus_participant_unref)

G_END_DECLS
