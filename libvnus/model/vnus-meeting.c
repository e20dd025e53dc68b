/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “meeting”. */
#include <vnus/vnus-meeting.h>

#include "model/vnus-event-private.h"

typedef struct _VnusMeetingClass VnusMeetingClass;

/**
 * VnusMeeting:
 *
 * A meeting, a call, or a session of a series.
 *
 * Since: 0.1
 */
struct _VnusMeeting
{
  VnusEvent parent_instance;

  char       *edition;
  int        mode;
  int        setting;
  int        ordinal;
};

struct _VnusMeetingClass
{
  VnusEventClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusMeeting, vnus_meeting, VNUS_TYPE_EVENT)

G_DEFINE_ENUM_TYPE (VnusMeetingMode, vnus_meeting_mode,
                    G_DEFINE_ENUM_VALUE (VNUS_MEETING_MODE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEETING_MODE_IN_PERSON, "in-person"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEETING_MODE_TELEPHONE, "telephone"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEETING_MODE_VIDEO, "video"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEETING_MODE_HYBRID, "hybrid"))

G_DEFINE_ENUM_TYPE (VnusSetting, vnus_setting,
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_BILATERAL, "bilateral"),
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_SIDELINES, "sidelines"),
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_SUMMIT, "summit"),
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (VNUS_SETTING_MULTILATERAL, "multilateral"))

enum
{
  FIELD_MODE,
  FIELD_SETTING,
  FIELD_ORDINAL,
  FIELD_EDITION,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusMeeting, "mode", mode, vnus_meeting_mode_get_type, "How it took place."),
  VNUS_FIELD_ENUM (VnusMeeting, "setting", setting, vnus_setting_get_type, "Its setting."),
  VNUS_FIELD (VnusMeeting, "ordinal", ordinal, INTEGER, "The how manieth of its series; 0 if not told."),
  VNUS_FIELD (VnusMeeting, "edition", edition, TEXT, "The edition as printed, where it is a label and no ordinal."),
};

static void
vnus_meeting_class_init (VnusMeetingClass *klass)
{
  /**
   * VnusMeeting:mode: (getter get_mode) (setter set_mode)
   *
   * How it took place.
   *
   * Since: 0.1
   */
  /**
   * VnusMeeting:setting: (getter get_setting) (setter set_setting)
   *
   * Its setting.
   *
   * Since: 0.1
   */
  /**
   * VnusMeeting:ordinal: (getter get_ordinal) (setter set_ordinal)
   *
   * The how manieth of its series; 0 if not told.
   *
   * Since: 0.1
   */
  /**
   * VnusMeeting:edition: (getter get_edition) (setter set_edition)
   *
   * The edition as printed, where it is a label and no ordinal.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_MEETING, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_meeting_init (VnusMeeting *self)
{
}

/**
 * vnus_meeting_new: (constructor)
 * @id: the id
 *
 * Makes a meeting.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusMeeting *
vnus_meeting_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_MEETING, "id", id, NULL);
}

/**
 * vnus_meeting_get_mode: (get-property mode)
 * @self: a meeting
 *
 * Gets the field `mode`: how it took place.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_meeting_set_mode: (set-property mode)
 * @self: a meeting
 * @mode: the value
 *
 * Sets the field `mode`: how it took place.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusMeeting, vnus_meeting, VNUS_IS_MEETING, VnusMeetingMode, mode, FIELD_MODE)

/**
 * vnus_meeting_get_setting: (get-property setting)
 * @self: a meeting
 *
 * Gets the field `setting`: its setting.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_meeting_set_setting: (set-property setting)
 * @self: a meeting
 * @setting: the value
 *
 * Sets the field `setting`: its setting.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusMeeting, vnus_meeting, VNUS_IS_MEETING, VnusSetting, setting, FIELD_SETTING)

/**
 * vnus_meeting_get_ordinal: (get-property ordinal)
 * @self: a meeting
 *
 * Gets the field `ordinal`: the how manieth of its series; 0 if not told.
 *
 * Returns: the number, or 0
 *
 * Since: 0.1
 */
/**
 * vnus_meeting_set_ordinal: (set-property ordinal)
 * @self: a meeting
 * @ordinal: the number, 0 to clear it
 *
 * Sets the field `ordinal`: the how manieth of its series; 0 if not told.
 *
 * Since: 0.1
 */
VNUS_DEFINE_INTEGER (VnusMeeting, vnus_meeting, VNUS_IS_MEETING, ordinal, FIELD_ORDINAL)

/**
 * vnus_meeting_get_edition: (get-property edition)
 * @self: a meeting
 *
 * Gets the field `edition`: the edition as printed, where it is a label and no
 * ordinal.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_meeting_set_edition: (set-property edition)
 * @self: a meeting
 * @edition: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `edition`: the edition as printed, where it is a label and no
 * ordinal.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusMeeting, vnus_meeting, VNUS_IS_MEETING, edition, FIELD_EDITION)
