/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-truth.h>

G_BEGIN_DECLS

/**
 * VnusSeverity:
 * @VNUS_SEVERITY_UNSET: not set
 * @VNUS_SEVERITY_NOTE: worth knowing; nothing need be done
 * @VNUS_SEVERITY_WARNING: probably a mistake, or something is missing
 * @VNUS_SEVERITY_ERROR: a mistake: what is said cannot be so, or rests on nothing
 *
 * How much an issue matters, from the least to the most.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SEVERITY_UNSET,
  VNUS_SEVERITY_NOTE,
  VNUS_SEVERITY_WARNING,
  VNUS_SEVERITY_ERROR,
} VnusSeverity;

#define VNUS_TYPE_SEVERITY (vnus_severity_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_severity_get_type (void);

#define VNUS_TYPE_ISSUE (vnus_issue_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusIssue, vnus_issue, VNUS, ISSUE, GObject)

VNUS_AVAILABLE_IN_0_1
const char   *vnus_issue_get_tag         (VnusIssue  *self);
VNUS_AVAILABLE_IN_0_1
VnusSeverity  vnus_issue_get_severity    (VnusIssue  *self);
VNUS_AVAILABLE_IN_0_1
VnusTruth     vnus_issue_get_truth       (VnusIssue  *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_issue_get_record_id   (VnusIssue  *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_issue_get_path        (VnusIssue  *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_issue_get_place       (VnusIssue  *self);

VNUS_AVAILABLE_IN_0_1
char         *vnus_issue_dup_explanation (VnusIssue  *self,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_issue_dup_suggestion  (VnusIssue  *self,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_issue_to_text         (VnusIssue  *self,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_issue_to_json         (VnusIssue  *self,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
