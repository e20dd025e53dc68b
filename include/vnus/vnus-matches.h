/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-match.h>

G_BEGIN_DECLS

/**
 * VnusBoundary:
 * @VNUS_BOUNDARY_UNSET: none
 * @VNUS_BOUNDARY_EARLIEST_START: the earliest day on which it may start
 * @VNUS_BOUNDARY_LATEST_START: the latest day on which it may start
 * @VNUS_BOUNDARY_EARLIEST_END: the earliest day on which it may end
 * @VNUS_BOUNDARY_LATEST_END: the latest day on which it may end
 *
 * One of the four days that bound the time of a record.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BOUNDARY_UNSET,
  VNUS_BOUNDARY_EARLIEST_START,
  VNUS_BOUNDARY_LATEST_START,
  VNUS_BOUNDARY_EARLIEST_END,
  VNUS_BOUNDARY_LATEST_END,
} VnusBoundary;

#define VNUS_TYPE_BOUNDARY (vnus_boundary_get_type ())

/**
 * VnusGrouping:
 * @VNUS_GROUPING_UNSET: none
 * @VNUS_GROUPING_YEAR: by the year in which it starts
 * @VNUS_GROUPING_ACTOR: by each actor that takes part or acts
 * @VNUS_GROUPING_KIND: by the kind of record
 * @VNUS_GROUPING_RANK: by the highest rank recorded of those who take part
 *
 * How matches are counted in groups.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_GROUPING_UNSET,
  VNUS_GROUPING_YEAR,
  VNUS_GROUPING_ACTOR,
  VNUS_GROUPING_KIND,
  VNUS_GROUPING_RANK,
} VnusGrouping;

#define VNUS_TYPE_GROUPING (vnus_grouping_get_type ())

VNUS_AVAILABLE_IN_0_1
GType               vnus_boundary_get_type    (void);
VNUS_AVAILABLE_IN_0_1
GType               vnus_grouping_get_type    (void);

#define VNUS_TYPE_MATCHES (vnus_matches_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusMatches, vnus_matches, VNUS, MATCHES, GObject)

VNUS_AVAILABLE_IN_0_1
guint               vnus_matches_get_size     (VnusMatches   *self);
VNUS_AVAILABLE_IN_0_1
VnusRecord         *vnus_matches_get_record   (VnusMatches   *self,
                                               guint          position);
VNUS_AVAILABLE_IN_0_1
VnusTruth           vnus_matches_get_truth    (VnusMatches   *self,
                                               guint          position);

VNUS_AVAILABLE_IN_0_1
void                vnus_matches_get_count    (VnusMatches   *self,
                                               int           *min,
                                               int           *max);
VNUS_AVAILABLE_IN_0_1
const char         *vnus_matches_get_unit     (VnusMatches   *self);
VNUS_AVAILABLE_IN_0_1
GListModel         *vnus_matches_count_by     (VnusMatches   *self,
                                               VnusGrouping   grouping) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char * const *vnus_matches_get_ids      (VnusMatches   *self);
VNUS_AVAILABLE_IN_0_1
GBytes             *vnus_matches_get_truths   (VnusMatches   *self);
VNUS_AVAILABLE_IN_0_1
GBytes             *vnus_matches_make_kinds   (VnusMatches   *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GBytes             *vnus_matches_make_days    (VnusMatches   *self,
                                               VnusBoundary   boundary) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              **vnus_matches_list_labels  (VnusMatches   *self,
                                               const char    *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              **vnus_matches_list_dates   (VnusMatches   *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              **vnus_matches_list_sources (VnusMatches   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
