/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a list as a view shows it. */
#pragma once

#include "chronicle/vnus-view-filter-private.h"
#include "model/vnus-field-private.h"

G_BEGIN_DECLS

/* Whether the list is not the record's own one in the view; then @result has what
 * it is, NULL if nothing of it is left. */
gboolean   _vnus_view_resolve_list         (VnusRecord      *record,
                                            VnusField       *field,
                                            VnusViewFilter  *filter,
                                            VnusValue      **result);

/* Whether all of the members in view were known by its day; NO if there are none. */
VnusTruth  _vnus_view_knows_list           (VnusRecord      *record,
                                            VnusField       *field,
                                            VnusViewFilter  *filter);

/* The claims on the first member of that name; empty if there are none. */
GPtrArray *_vnus_view_gather_member_claims (VnusRecord      *record,
                                            VnusField       *field,
                                            const char      *member,
                                            VnusViewFilter  *filter);

G_END_DECLS
