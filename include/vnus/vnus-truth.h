/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusTruth:
 * @VNUS_TRUTH_NO: true in no case that the sources leave open
 * @VNUS_TRUTH_POSSIBLY: true in some of these cases
 * @VNUS_TRUTH_CERTAINLY: true in all of them
 *
 * The truth of an answer.
 *
 * The order of the values is the order of truth, as in Kleene's strong
 * three-valued logic: “and” is the smaller, “or” the larger, “not” the mirror.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TRUTH_NO,
  VNUS_TRUTH_POSSIBLY,
  VNUS_TRUTH_CERTAINLY,
} VnusTruth;

#define VNUS_TYPE_TRUTH (vnus_truth_get_type ())

VNUS_AVAILABLE_IN_0_1
GType       vnus_truth_get_type    (void);

VNUS_AVAILABLE_IN_0_1
const char *vnus_truth_to_string   (VnusTruth    self);
VNUS_AVAILABLE_IN_0_1
gboolean    vnus_truth_from_string (const char  *string,
                                    VnusTruth   *truth);

VNUS_AVAILABLE_IN_0_1
VnusTruth   vnus_truth_and         (VnusTruth    a,
                                    VnusTruth    b);
VNUS_AVAILABLE_IN_0_1
VnusTruth   vnus_truth_or          (VnusTruth    a,
                                    VnusTruth    b);
VNUS_AVAILABLE_IN_0_1
VnusTruth   vnus_truth_not         (VnusTruth    a);

G_END_DECLS
