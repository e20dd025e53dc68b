/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a chart in the making.
 *
 * A point is an observation: a period and a value with its bound. Points of one
 * indicator and one vintage are a series; series are never joined. */
#pragma once

#include <vnus/vnus-chart.h>
#include <vnus/vnus-observation.h>

#include "timeline/vnus-picture-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusRecord *record;    /* (owned) */
  guint       series;
  int         first, last; /* days */
  double      value;     /* as chosen */
  double      least;     /* of all that sources say */
  double      most;
  VnusBound   bound;
  gboolean    is_vague;  /* may have become known only after the day of the view */
  char       *words;     /* the value in words, with its bound */
  char       *dates;
} ChartPoint;

typedef struct
{
  const char  *indicator;
  VnusVintage  vintage;
  char        *title;
} ChartSeries;

typedef struct
{
  VnusChronicle *view;     /* (owned) */
  const char    *language;
  const char    *unit;     /* (nullable) */
  gboolean       is_rank;  /* the first stands highest */
  GPtrArray     *points;   /* (element-type ChartPoint) (owned) in the order of time */
  GPtrArray     *series;   /* (element-type ChartSeries) (owned) */
  guint          n_left_out; /* without a value or a time */
  int            width;
} ChartScene;

/* FALSE if the indicator cannot be in the chart. */
gboolean     _vnus_chart_gather (ChartScene  *scene,
                                 const char  *indicator,
                                 GError     **error);
void         _vnus_chart_finish (ChartScene  *scene);
VnusPicture *_vnus_chart_draw   (ChartScene  *scene) G_GNUC_WARN_UNUSED_RESULT;
void         _vnus_chart_clear  (ChartScene  *scene);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartScene, _vnus_chart_clear)

G_END_DECLS
