/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a record as a view shows it. */
#pragma once

#include "chronicle/vnus-view-filter-private.h"
#include "model/vnus-field-private.h"

G_BEGIN_DECLS

/* The record itself, a sealed duplicate, or NULL if it is not in view. */
VnusRecord *_vnus_view_show_record (VnusRecord     *record,
                                    VnusViewFilter *filter);

/* Whether what the view shows was known by its day: anything of the record; the
 * value of a field, in a list all of the members in view; one member of a list.
 * NO if the view does not show it. */
VnusTruth   _vnus_view_knows_record (VnusRecord     *record,
                                     VnusViewFilter *filter);
VnusTruth   _vnus_view_knows_field  (VnusRecord     *record,
                                     VnusField      *field,
                                     VnusViewFilter *filter);
VnusTruth   _vnus_view_knows_member (VnusRecord     *record,
                                     VnusField      *field,
                                     const char     *member,
                                     VnusViewFilter *filter);

/* Whether @field is a list with a member of that name, as citations name it. */
gboolean    _vnus_view_has_member   (VnusRecord     *record,
                                     VnusField      *field,
                                     const char     *member);

G_END_DECLS
