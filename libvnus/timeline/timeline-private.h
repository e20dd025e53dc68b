/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a timeline in the making.
 *
 * Items are gathered, get their days (timeline-days.c) and words
 * (timeline-words.c), then a window and its ticks (timeline-axis.c), lanes and
 * rows (timeline-lanes.c, timeline-rows.c), and are drawn at last
 * (timeline-draw.c). Days are day numbers, all else is in pixels. */
#pragma once

#include <vnus/vnus-event.h>
#include <vnus/vnus-timeline.h>

#include "inquiry/vnus-ask-private.h"
#include "timeline/vnus-picture-private.h"

G_BEGIN_DECLS

struct _VnusTimelineItem
{
  GObject parent_instance;

  VnusRecord           *record;        /* (owned) (nullable) */
  char                 *name;          /* (nullable) */
  char                 *dates;         /* (nullable) */
  char                 *title;         /* (nullable) */
  char                 *label;         /* (nullable) NULL if there was no room */
  VnusTruth             truth;
  VnusReasons           reasons;
  VnusTimelineStanding  standing;
  int                   first, last;   /* possible */
  int                   certain_first; /* none if it is after the last */
  int                   certain_last;
  gboolean              is_subject;
  gboolean              is_point;      /* too short to be drawn to scale */
  gboolean              is_crowded;    /* one of many in a row without room */
  int                   importance;    /* 0 the highest */

  char                 *lane_id;       /* (nullable) */
  char                 *actor;         /* (nullable) who is there before all others */
  const char           *level;         /* (nullable) of a stage */
  guint                 lane;
  guint                 row;

  int                   x, y, width, height;
  int                   certain_x, certain_width;
  VnusShapeAnchor       anchor;
  gboolean              is_label_above;
  int                   label_x;       /* of the left side, whatever the anchor */
  int                   label_y;       /* of the baseline */
  int                   label_width;
};

struct _VnusTimelineLane
{
  GObject parent_instance;

  char     *id;       /* (nullable) */
  char     *title;    /* (nullable) */
  char    **lines;    /* (nullable) of the title */
  gboolean  is_band;  /* of levels: labels stand above, and rows are levels */
  guint     n_items;
  guint     n_dropped;
  guint     n_rows;
  int       y, height;
};

typedef struct
{
  VnusChronicle        *view;       /* (owned) in which every field is resolved */
  VnusRecord           *subject;    /* (owned) */
  VnusRecord           *relation;   /* (owned) (nullable) */
  VnusDate             *standpoint; /* (owned) (nullable) */
  VnusDate             *window;     /* (owned) (nullable) as asked for */
  int                   today;      /* the last day of the standpoint; VNUS_DAY_MAX if there is none */
  VnusTimelineGrouping  grouping;
  const char           *language;

  GPtrArray            *items;      /* (element-type VnusTimelineItem) (owned) in the order of time */
  GPtrArray            *undated; /* (element-type VnusRecord) (owned) what would be an item if it had days */
  GPtrArray            *lanes;      /* (element-type VnusTimelineLane) (owned) from top to bottom */
  int                   first, last;
  int                   width;
  int                   left, right; /* of what is drawn to the scale of time */
  int                   top, bottom; /* of the lanes */
} TimelineScene;

#define TIMELINE_MARGIN   16
#define TIMELINE_GUTTER   128 /* for the titles of lanes */
#define TIMELINE_ROW      18
#define TIMELINE_BAND_ROW 30
#define TIMELINE_MARK     9   /* the least width of a mark */
#define TIMELINE_BAR      9
#define TIMELINE_GAP      4   /* between a mark and its label */

VnusTimelineItem *_vnus_timeline_item_new (VnusRecord *record) G_GNUC_WARN_UNUSED_RESULT;
VnusTimelineLane *_vnus_timeline_lane_new (const char *id,
                                           const char *title) G_GNUC_WARN_UNUSED_RESULT;
VnusTimelineLayout *_vnus_timeline_layout_new (TimelineScene *scene,
                                               VnusPicture   *picture) G_GNUC_WARN_UNUSED_RESULT;

/* Which of the records are there, with their days. */
void _vnus_timeline_gather        (TimelineScene    *scene);
/* FALSE if nothing tells when it was. */
gboolean _vnus_timeline_find_days (TimelineScene    *scene,
                                   VnusTimelineItem *item);
/* A level ends where another of its ladder begins. */
void _vnus_timeline_end_levels    (TimelineScene    *scene);

/* The ladder of the level of a stage; NULL if it is none. */
const char *_vnus_timeline_ladder_of (TimelineScene *scene,
                                      VnusRecord    *stage);
/* The first guest, head, speaker or whoever else; NULL if none is named. */
VnusParticipant *_vnus_timeline_main_participant (VnusRecord *record);

void _vnus_timeline_find_words    (TimelineScene    *scene,
                                   VnusTimelineItem *item);
/* The name with its dates and how it stands, in at most so many pixels. */
char *_vnus_timeline_make_label   (TimelineScene    *scene,
                                   VnusTimelineItem *item,
                                   gboolean          has_dates,
                                   int               width) G_GNUC_WARN_UNUSED_RESULT;
char *_vnus_timeline_lane_title   (TimelineScene    *scene,
                                   VnusTimelineItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* What a record is called. */
char *_vnus_timeline_name_of      (TimelineScene    *scene,
                                   const char       *id) G_GNUC_WARN_UNUSED_RESULT;

/* The days that are shown: as asked for, about an event, or those of all items.
 * Only the items that touch them stay. */
void _vnus_timeline_find_window   (TimelineScene    *scene);
/* The left side of a day. */
int  _vnus_timeline_x             (TimelineScene    *scene,
                                   int               day);

typedef struct
{
  int   x;
  char *label; /* (owned) */
} TimelineTick;

GArray *_vnus_timeline_list_ticks (TimelineScene    *scene) G_GNUC_WARN_UNUSED_RESULT;
/* The labels of those for which there is room. */
void    _vnus_timeline_draw_axis_labels (TimelineScene *scene,
                                   VnusPicture      *picture,
                                   GArray           *ticks,
                                   int               baseline);

void _vnus_timeline_make_lanes    (TimelineScene    *scene);
/* Gives all items of a lane their rows and labels. */
void _vnus_timeline_fill_lane     (TimelineScene    *scene,
                                   guint             lane);
VnusPicture *_vnus_timeline_draw  (TimelineScene    *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
