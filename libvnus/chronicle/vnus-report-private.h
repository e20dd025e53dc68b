/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what a source reports tells when it was published at the earliest. */
#pragma once

#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/* Raises, in @days (element-type utf8 gint), the day of each source that @record
 * cites to the newest thing of @record that it reports as past. */
void _vnus_report_collect (VnusRecord *record,
                           GHashTable *days);

G_END_DECLS
