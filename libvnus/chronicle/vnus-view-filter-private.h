/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which citations a view lets through. */
#pragma once

#include <vnus/vnus-citation.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

typedef struct _VnusViewFilter VnusViewFilter;

/* Finds the record of a source; NULL if there is none. */
typedef VnusRecord *(*VnusSourceLookup) (gpointer    user_data,
                                         const char *id);

VnusViewFilter *_vnus_view_filter_new      (VnusDate           *known_on,
                                            const char * const *according_to,
                                            VnusSourceLookup    lookup,
                                            gpointer            user_data);
void            _vnus_view_filter_free     (VnusViewFilter     *self);

VnusDate           *_vnus_view_filter_get_known_on     (VnusViewFilter *self);
const char * const *_vnus_view_filter_get_according_to (VnusViewFilter *self);

/* Whether what @citation says was known, and by a source that counts.
 * POSSIBLY where it may have become known later. */
VnusTruth       _vnus_view_filter_admits        (VnusViewFilter *self,
                                                 VnusCitation   *citation);
VnusTruth       _vnus_view_filter_admits_source (VnusViewFilter *self,
                                                 VnusRecord     *source);

/* When what @citation says became known; borrowed, or NULL if nothing tells. */
VnusDate       *_vnus_view_filter_get_known     (VnusViewFilter *self,
                                                 VnusCitation   *citation);
VnusRecord     *_vnus_view_filter_get_source    (VnusViewFilter *self,
                                                 VnusCitation   *citation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusViewFilter, _vnus_view_filter_free)

G_END_DECLS
