/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which citations a view lets through. Immutable. */
#pragma once

#include <vnus/vnus-citation.h>
#include <vnus/vnus-truth.h>

#include "chronicle/vnus-revision-private.h"

G_BEGIN_DECLS

typedef struct _VnusViewFilter VnusViewFilter;

/* Sources are looked up in @revision, whether they count or not. */
VnusViewFilter *_vnus_view_filter_new      (VnusRevision       *revision,
                                            VnusDate           *known_on,
                                            const char * const *according_to);
void            _vnus_view_filter_free     (VnusViewFilter     *self);

VnusDate           *_vnus_view_filter_get_known_on     (VnusViewFilter *self);
const char * const *_vnus_view_filter_get_according_to (VnusViewFilter *self);

/* Whether a source is among those that the view is according to. */
gboolean        _vnus_view_filter_counts        (VnusViewFilter *self,
                                                 const char     *source);

/* Whether what @citation says was known, and by a source that counts.
 * POSSIBLY where it may have become known later. */
VnusTruth       _vnus_view_filter_admits        (VnusViewFilter *self,
                                                 VnusCitation   *citation);
VnusTruth       _vnus_view_filter_admits_source (VnusViewFilter *self,
                                                 VnusRecord     *source);

/* The days between which what @citation says became known. */
void            _vnus_view_filter_get_known     (VnusViewFilter *self,
                                                 VnusCitation   *citation,
                                                 int            *earliest,
                                                 int            *latest);
const char     *_vnus_view_filter_get_family    (VnusViewFilter *self,
                                                 const char     *source);
VnusRecord     *_vnus_view_filter_get_source    (VnusViewFilter *self,
                                                 const char     *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusViewFilter, _vnus_view_filter_free)

G_END_DECLS
