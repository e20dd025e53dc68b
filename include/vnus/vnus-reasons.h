/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusReasons:
 * @VNUS_REASONS_NONE: no reason for doubt
 * @VNUS_REASONS_DATE_VAGUE: a date leaves several days open
 * @VNUS_REASONS_NO_COVERAGE: no source is declared complete for what was asked
 * @VNUS_REASONS_SOURCES_DIFFER: sources exclude each other
 * @VNUS_REASONS_AFTER_LAST_SOURCE: asked about a day after the newest source that speaks of it
 * @VNUS_REASONS_KNOWN_VAGUELY: it is not certain that it was known by the day of knowledge
 * @VNUS_REASONS_NO_EVIDENCE: nothing is recorded that bears on it
 *
 * Why an answer is not certain.
 *
 * “Unknown” is possibly with no evidence; “disputed” is sources that differ.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_REASONS_NONE = 0,
  VNUS_REASONS_DATE_VAGUE = 1 << 0,
  VNUS_REASONS_NO_COVERAGE = 1 << 1,
  VNUS_REASONS_SOURCES_DIFFER = 1 << 2,
  VNUS_REASONS_AFTER_LAST_SOURCE = 1 << 3,
  VNUS_REASONS_KNOWN_VAGUELY = 1 << 4,
  VNUS_REASONS_NO_EVIDENCE = 1 << 5,
} VnusReasons;

#define VNUS_TYPE_REASONS (vnus_reasons_get_type ())

VNUS_AVAILABLE_IN_0_1
GType   vnus_reasons_get_type  (void);

VNUS_AVAILABLE_IN_0_1
char   *vnus_reasons_to_string (VnusReasons self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char  **vnus_reasons_list      (VnusReasons self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
