/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-channel.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusStatus:
 * @VNUS_STATUS_UNSET: not set
 * @VNUS_STATUS_PROPOSED: proposed
 * @VNUS_STATUS_INVITED: invited
 * @VNUS_STATUS_ANNOUNCED: announced
 * @VNUS_STATUS_CONFIRMED: confirmed
 * @VNUS_STATUS_HELD: held
 * @VNUS_STATUS_POSTPONED: postponed
 * @VNUS_STATUS_CANCELLED: cancelled
 *
 * The status of an event.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STATUS_UNSET,
  VNUS_STATUS_PROPOSED,
  VNUS_STATUS_INVITED,
  VNUS_STATUS_ANNOUNCED,
  VNUS_STATUS_CONFIRMED,
  VNUS_STATUS_HELD,
  VNUS_STATUS_POSTPONED,
  VNUS_STATUS_CANCELLED,
} VnusStatus;

#define VNUS_TYPE_STATUS (vnus_status_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_status_get_type (void);

#define VNUS_TYPE_EVENT (vnus_event_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusEvent, vnus_event, VNUS, EVENT, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_event_get_when (VnusEvent *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_event_set_when (VnusEvent *self,
                               VnusDate  *when);

VNUS_AVAILABLE_IN_0_1
guint       vnus_event_get_n_places (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_event_get_place    (VnusEvent  *self,
                                     guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_add_place    (VnusEvent  *self,
                                     const char *place);

VNUS_AVAILABLE_IN_0_1
VnusStatus vnus_event_get_status (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
void       vnus_event_set_status (VnusEvent  *self,
                                  VnusStatus  status);

VNUS_AVAILABLE_IN_0_1
guint            vnus_event_get_n_participants (VnusEvent       *self);
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_event_get_participant    (VnusEvent       *self,
                                                guint            position);
VNUS_AVAILABLE_IN_0_1
void             vnus_event_add_participant    (VnusEvent       *self,
                                                VnusParticipant *participant);

VNUS_AVAILABLE_IN_0_1
guint       vnus_event_get_n_topics (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_event_get_topic    (VnusEvent  *self,
                                     guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_add_topic    (VnusEvent  *self,
                                     const char *topic);

VNUS_AVAILABLE_IN_0_1
VnusChannel vnus_event_get_channel (VnusEvent   *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_set_channel (VnusEvent   *self,
                                    VnusChannel  channel);

VNUS_AVAILABLE_IN_0_1
guint       vnus_event_get_n_part_of (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_event_get_whole     (VnusEvent  *self,
                                      guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_add_whole     (VnusEvent  *self,
                                      const char *whole);

VNUS_AVAILABLE_IN_0_1
guint       vnus_event_get_n_occasions (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_event_get_occasion    (VnusEvent  *self,
                                        guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_add_occasion    (VnusEvent  *self,
                                        const char *occasion);

VNUS_AVAILABLE_IN_0_1
guint       vnus_event_get_n_outcome_of (VnusEvent  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_event_get_origin       (VnusEvent  *self,
                                         guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_event_add_origin       (VnusEvent  *self,
                                         const char *origin);

G_END_DECLS
