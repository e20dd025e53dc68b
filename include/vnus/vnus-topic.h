/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

#define VNUS_TYPE_TOPIC (vnus_topic_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusTopic, vnus_topic, VNUS, TOPIC, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusTopic *vnus_topic_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_topic_get_broader (VnusTopic  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_topic_set_broader (VnusTopic  *self,
                                    const char *broader);

G_END_DECLS
