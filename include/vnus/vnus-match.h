/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-record.h>
#include <vnus/vnus-truth.h>

G_BEGIN_DECLS

#define VNUS_TYPE_MATCH (vnus_match_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusMatch, vnus_match, VNUS, MATCH, GObject)

VNUS_AVAILABLE_IN_0_1
VnusRecord *vnus_match_get_record (VnusMatch *self);
VNUS_AVAILABLE_IN_0_1
VnusTruth   vnus_match_get_truth  (VnusMatch *self);

#define VNUS_TYPE_COUNT (vnus_count_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusCount, vnus_count, VNUS, COUNT, GObject)

VNUS_AVAILABLE_IN_0_1
const char *vnus_count_get_key    (VnusCount *self);
VNUS_AVAILABLE_IN_0_1
int         vnus_count_get_min    (VnusCount *self);
VNUS_AVAILABLE_IN_0_1
int         vnus_count_get_max    (VnusCount *self);

G_END_DECLS
