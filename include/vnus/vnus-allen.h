/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusAllen:
 * @VNUS_ALLEN_NONE: no relation
 * @VNUS_ALLEN_BEFORE: ends before the other starts, with at least a day between
 * @VNUS_ALLEN_MEETS: ends on the eve of the other's start
 * @VNUS_ALLEN_OVERLAPS: starts before the other, and ends within it, before its end
 * @VNUS_ALLEN_STARTS: starts with the other and ends earlier
 * @VNUS_ALLEN_DURING: starts later than the other and ends earlier
 * @VNUS_ALLEN_FINISHES: starts later than the other and ends with it
 * @VNUS_ALLEN_EQUALS: starts and ends with the other
 * @VNUS_ALLEN_FINISHED_BY: starts before the other and ends with it
 * @VNUS_ALLEN_CONTAINS: starts before the other and ends later
 * @VNUS_ALLEN_STARTED_BY: starts with the other and ends later
 * @VNUS_ALLEN_OVERLAPPED_BY: starts within the other, after its start, and ends later
 * @VNUS_ALLEN_MET_BY: starts on the morrow of the other's end
 * @VNUS_ALLEN_AFTER: starts after the other has ended, with at least a day between
 *
 * The thirteen relations that two stretches of days can have to each other.
 *
 * Exactly one of them holds between two stretches that are known to the day.
 * As a set they stand for what is possible, or for a question: see
 * [method@Vnus.Date.relate] and [method@Vnus.Date.has_relation].
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ALLEN_NONE = 0,
  VNUS_ALLEN_BEFORE = 1 << 0,
  VNUS_ALLEN_MEETS = 1 << 1,
  VNUS_ALLEN_OVERLAPS = 1 << 2,
  VNUS_ALLEN_STARTS = 1 << 3,
  VNUS_ALLEN_DURING = 1 << 4,
  VNUS_ALLEN_FINISHES = 1 << 5,
  VNUS_ALLEN_EQUALS = 1 << 6,
  VNUS_ALLEN_FINISHED_BY = 1 << 7,
  VNUS_ALLEN_CONTAINS = 1 << 8,
  VNUS_ALLEN_STARTED_BY = 1 << 9,
  VNUS_ALLEN_OVERLAPPED_BY = 1 << 10,
  VNUS_ALLEN_MET_BY = 1 << 11,
  VNUS_ALLEN_AFTER = 1 << 12,
} VnusAllen;

#define VNUS_TYPE_ALLEN (vnus_allen_get_type ())

VNUS_AVAILABLE_IN_0_1
GType     vnus_allen_get_type    (void);

VNUS_AVAILABLE_IN_0_1
char     *vnus_allen_to_string   (VnusAllen   self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_allen_from_string (const char *string,
                                  VnusAllen  *relations);
VNUS_AVAILABLE_IN_0_1
VnusAllen vnus_allen_invert      (VnusAllen   self);

G_END_DECLS
