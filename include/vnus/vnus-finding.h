/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-reasons.h>
#include <vnus/vnus-truth.h>

G_BEGIN_DECLS

/**
 * VNUS_RANGE_OPEN:
 *
 * The greatest number of a range that has no upper bound: “at least”.
 *
 * Since: 0.1
 */
#define VNUS_RANGE_OPEN 2147483647

#define VNUS_TYPE_FINDING (vnus_finding_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusFinding, vnus_finding, VNUS, FINDING, GObject)

VNUS_AVAILABLE_IN_0_1
const char   *vnus_finding_get_rule              (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
VnusTruth     vnus_finding_get_truth             (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
VnusReasons   vnus_finding_get_reasons           (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
gboolean      vnus_finding_is_disputed           (VnusFinding  *self);

VNUS_AVAILABLE_IN_0_1
gboolean      vnus_finding_get_range             (VnusFinding  *self,
                                                  int          *min,
                                                  int          *max);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_finding_get_unit              (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
VnusDate     *vnus_finding_get_date              (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
guint         vnus_finding_get_n_records         (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_finding_get_record_id         (VnusFinding  *self,
                                                  guint         position);
VNUS_AVAILABLE_IN_0_1
VnusTruth     vnus_finding_get_record_truth      (VnusFinding  *self,
                                                  guint         position);
VNUS_AVAILABLE_IN_0_1
gboolean      vnus_finding_get_record_range      (VnusFinding  *self,
                                                  guint         position,
                                                  int          *min,
                                                  int          *max);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_finding_get_record_sense      (VnusFinding  *self,
                                                  guint         position);
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_dup_value             (VnusFinding  *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char        **vnus_finding_list_evidence         (VnusFinding  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        **vnus_finding_list_counter_evidence (VnusFinding  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        **vnus_finding_list_coverage         (VnusFinding  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char        **vnus_finding_list_missing_coverage (VnusFinding  *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
guint         vnus_finding_get_n_steps           (VnusFinding  *self);
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_dup_step              (VnusFinding  *self,
                                                  guint         position,
                                                  const char   *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_dup_sentence          (VnusFinding  *self,
                                                  const char   *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_to_text               (VnusFinding  *self,
                                                  const char   *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_explain               (VnusFinding  *self,
                                                  const char   *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         *vnus_finding_to_json               (VnusFinding  *self,
                                                  const char   *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
