/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources that are declared complete lack something. */
#pragma once

#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-coverage.h>
#include <vnus/vnus-query.h>

G_BEGIN_DECLS

/* The records inside @scope that certainly happened in the span of @coverage and
 * that no source of it has; at most @most of them: (element-type VnusRecord) */
GPtrArray  *_vnus_coverage_list_lacking   (VnusChronicle   *view,
                                           VnusCoverage    *coverage,
                                           const VnusQuery *scope,
                                           guint            most) G_GNUC_WARN_UNUSED_RESULT;

/* One of them for the declared scope, or NULL; found once for a state of @view. */
VnusRecord *_vnus_coverage_get_refutation (VnusChronicle   *view,
                                           VnusCoverage    *coverage);

G_END_DECLS
