/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: how a brief makes its sections. */
#pragma once

#include <vnus/vnus-brief-section.h>

G_BEGIN_DECLS

/* @title_key: a constant
 * @items: (element-type VnusFinding) */
VnusBriefSection *_vnus_brief_section_new (const char *id,
                                           const char *title_key,
                                           GPtrArray  *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
