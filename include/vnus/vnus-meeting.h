/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-event.h>

G_BEGIN_DECLS

/**
 * VnusMeetingMode:
 * @VNUS_MEETING_MODE_UNSET: not set
 * @VNUS_MEETING_MODE_IN_PERSON: in person
 * @VNUS_MEETING_MODE_TELEPHONE: by telephone
 * @VNUS_MEETING_MODE_VIDEO: by video
 * @VNUS_MEETING_MODE_HYBRID: partly in person, partly by video
 *
 * How a meeting took place.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_MEETING_MODE_UNSET,
  VNUS_MEETING_MODE_IN_PERSON,
  VNUS_MEETING_MODE_TELEPHONE,
  VNUS_MEETING_MODE_VIDEO,
  VNUS_MEETING_MODE_HYBRID,
} VnusMeetingMode;

#define VNUS_TYPE_MEETING_MODE (vnus_meeting_mode_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_meeting_mode_get_type (void);

/**
 * VnusSetting:
 * @VNUS_SETTING_UNSET: not set
 * @VNUS_SETTING_BILATERAL: a meeting of two sides
 * @VNUS_SETTING_SIDELINES: on the sidelines of another event
 * @VNUS_SETTING_SUMMIT: a summit
 * @VNUS_SETTING_SESSION: a session of a series or mechanism
 * @VNUS_SETTING_MULTILATERAL: a multilateral gathering
 *
 * The setting of a meeting.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SETTING_UNSET,
  VNUS_SETTING_BILATERAL,
  VNUS_SETTING_SIDELINES,
  VNUS_SETTING_SUMMIT,
  VNUS_SETTING_SESSION,
  VNUS_SETTING_MULTILATERAL,
} VnusSetting;

#define VNUS_TYPE_SETTING (vnus_setting_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_setting_get_type (void);

#define VNUS_TYPE_MEETING (vnus_meeting_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusMeeting, vnus_meeting, VNUS, MEETING, VnusEvent)

VNUS_AVAILABLE_IN_0_1
VnusMeeting *vnus_meeting_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusMeetingMode vnus_meeting_get_mode (VnusMeeting     *self);
VNUS_AVAILABLE_IN_0_1
void            vnus_meeting_set_mode (VnusMeeting     *self,
                                       VnusMeetingMode  mode);

VNUS_AVAILABLE_IN_0_1
VnusSetting vnus_meeting_get_setting (VnusMeeting *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_meeting_set_setting (VnusMeeting *self,
                                      VnusSetting  setting);

VNUS_AVAILABLE_IN_0_1
int  vnus_meeting_get_ordinal (VnusMeeting *self);
VNUS_AVAILABLE_IN_0_1
void vnus_meeting_set_ordinal (VnusMeeting *self,
                               int          ordinal);

VNUS_AVAILABLE_IN_0_1
const char *vnus_meeting_get_edition (VnusMeeting *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_meeting_set_edition (VnusMeeting *self,
                                      const char  *edition);

G_END_DECLS
