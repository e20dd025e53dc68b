/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chronicles in the forms of others. */
#pragma once

#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-query.h>

G_BEGIN_DECLS

/* A day as far as it is certain: what is not known is 0. There is a month only if
 * there is a year, and a day only if there is a month. */
typedef struct
{
  int year, month, day;
} VnusExportDay;

/* What all days from @earliest to @latest have in common. */
VnusExportDay _vnus_export_common   (int             earliest,
                                     int             latest);
/* The first and the last day, as far as they are known. FALSE if not even the year
 * of the first is. @has_end: the date has an extent, and it ends. */
gboolean      _vnus_export_bounds   (VnusDate       *date,
                                     VnusExportDay  *first,
                                     VnusExportDay  *last,
                                     gboolean       *has_end);

/* What has a date of its own and a place on a time line: the matches of @query or,
 * if it is NULL, all events, stages and treaty actions, by date (element-type
 * VnusRecord) (owned). */
GPtrArray    *_vnus_export_select   (VnusChronicle  *chronicle,
                                     VnusQuery      *query);

/* The best label in @language, else in English, else the id. */
const char   *_vnus_export_label    (VnusChronicle  *chronicle,
                                     const char     *id,
                                     const char     *language);
/* The labels of the sources that a record cites, each once (element-type utf8). */
GPtrArray    *_vnus_export_sources  (VnusChronicle  *chronicle,
                                     VnusRecord     *record,
                                     const char     *language);

GBytes       *_vnus_export_colt        (VnusChronicle  *chronicle,
                                        guint          *n_left_out);
GBytes       *_vnus_export_timelinejs  (VnusChronicle  *chronicle,
                                        VnusQuery      *query,
                                        const char     *language,
                                        guint          *n_left_out);
GBytes       *_vnus_export_icalendar   (VnusChronicle  *chronicle,
                                        VnusQuery      *query,
                                        const char     *language,
                                        guint          *n_left_out);

G_END_DECLS
