/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of travels abroad, for the files that read it. */
#pragma once

#include "io/import-stay-private.h"

G_BEGIN_DECLS

#define VNUS_TRAVELS_SOURCE "us-historian-travels"
#define VNUS_TRAVELS_PRESIDENT "us-president"

/* What ids of visits have of a traveller: the family name. */
char    *_vnus_travels_dup_key         (VnusRecord     *person) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the visit is made and both of its ends are known. */
gboolean _vnus_travels_is_dated        (const VnusStay *stay);
/* Makes visits of those who came along parts of the president’s. */
void     _vnus_travels_join_companions (VnusImport     *import,
                                        VnusStays      *stays);

G_END_DECLS
