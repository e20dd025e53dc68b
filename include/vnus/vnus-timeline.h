/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-timeline-layout.h>

G_BEGIN_DECLS

/**
 * VNUS_TIMELINE_ERROR:
 *
 * The error domain of timelines. Its codes are [error@Vnus.TimelineError].
 *
 * Since: 0.1
 */
#define VNUS_TIMELINE_ERROR (vnus_timeline_error_quark ())

/**
 * VnusTimelineError:
 * @VNUS_TIMELINE_ERROR_FAILED: any other failure
 * @VNUS_TIMELINE_ERROR_NO_SUBJECT: the chronicle has no record of that id, or has it not in view
 * @VNUS_TIMELINE_ERROR_WRONG_KIND: the record is neither an event nor a relation
 * @VNUS_TIMELINE_ERROR_NO_LANGUAGE: there are no words of that language
 * @VNUS_TIMELINE_ERROR_BAD_WINDOW: the window has no first or no last day
 *
 * Errors of timelines. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TIMELINE_ERROR_FAILED,
  VNUS_TIMELINE_ERROR_NO_SUBJECT,
  VNUS_TIMELINE_ERROR_WRONG_KIND,
  VNUS_TIMELINE_ERROR_NO_LANGUAGE,
  VNUS_TIMELINE_ERROR_BAD_WINDOW,
} VnusTimelineError;

#define VNUS_TYPE_TIMELINE_ERROR (vnus_timeline_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_timeline_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_timeline_error_quark    (void);

/**
 * VnusTimelineGrouping:
 * @VNUS_TIMELINE_GROUPING_UNSET: the default, which is by kind
 * @VNUS_TIMELINE_GROUPING_KIND: a lane for the visits to each host, one for meetings, and so on
 * @VNUS_TIMELINE_GROUPING_ACTOR: a lane for each of those who are there most often, and one for all others
 *
 * What makes a lane of a timeline.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TIMELINE_GROUPING_UNSET,
  VNUS_TIMELINE_GROUPING_KIND,
  VNUS_TIMELINE_GROUPING_ACTOR,
} VnusTimelineGrouping;

#define VNUS_TYPE_TIMELINE_GROUPING (vnus_timeline_grouping_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_timeline_grouping_get_type (void);

/**
 * VNUS_TIMELINE_WIDTH:
 *
 * The width in pixels that a timeline has unless another is set.
 *
 * Since: 0.1
 */
#define VNUS_TIMELINE_WIDTH 960

#define VNUS_TYPE_TIMELINE (vnus_timeline_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusTimeline, vnus_timeline, VNUS, TIMELINE, GObject)

VNUS_AVAILABLE_IN_0_1
VnusTimeline         *vnus_timeline_new            (VnusChronicle         *chronicle,
                                                    const char            *about) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle        *vnus_timeline_get_chronicle  (VnusTimeline          *self);
VNUS_AVAILABLE_IN_0_1
const char           *vnus_timeline_get_about      (VnusTimeline          *self);

VNUS_AVAILABLE_IN_0_1
VnusDate             *vnus_timeline_get_standpoint (VnusTimeline          *self);
VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_set_standpoint (VnusTimeline          *self,
                                                    VnusDate              *standpoint);

VNUS_AVAILABLE_IN_0_1
VnusDate             *vnus_timeline_get_window     (VnusTimeline          *self);
VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_set_window     (VnusTimeline          *self,
                                                    VnusDate              *window);

VNUS_AVAILABLE_IN_0_1
VnusTimelineGrouping  vnus_timeline_get_grouping   (VnusTimeline          *self);
VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_set_grouping   (VnusTimeline          *self,
                                                    VnusTimelineGrouping   grouping);

VNUS_AVAILABLE_IN_0_1
int                   vnus_timeline_get_width      (VnusTimeline          *self);
VNUS_AVAILABLE_IN_0_1
void                  vnus_timeline_set_width      (VnusTimeline          *self,
                                                    int                    width);

VNUS_AVAILABLE_IN_0_1
VnusTimelineLayout   *vnus_timeline_lay_out        (VnusTimeline          *self,
                                                    const char            *language,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char                 *vnus_timeline_to_svg         (VnusTimeline          *self,
                                                    const char            *language,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
