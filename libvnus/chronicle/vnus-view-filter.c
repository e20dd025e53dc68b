/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which citations a view lets through.
 *
 * A citation became known when it says so, else when its source was published.
 * It passes unless it certainly became known after the day of knowledge; a
 * source whose date of publication nobody recorded passes as possibly known.
 */
#include "chronicle/vnus-view-filter-private.h"

#include <vnus/vnus-source.h>
#include <vnus/vnus-truth.h>

struct _VnusViewFilter
{
  VnusDate          *known_on;     /* (nullable) no limit */
  char             **according_to; /* (nullable) all sources */
  VnusSourceLookup   lookup;
  gpointer           user_data;
};

VnusViewFilter *
_vnus_view_filter_new (VnusDate           *known_on,
                       const char * const *according_to,
                       VnusSourceLookup    lookup,
                       gpointer            user_data)
{
  VnusViewFilter *self = g_new0 (VnusViewFilter, 1);

  self->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  self->according_to = g_strdupv ((char **) according_to);
  self->lookup = lookup;
  self->user_data = user_data;

  return self;
}

void
_vnus_view_filter_free (VnusViewFilter *self)
{
  g_clear_pointer (&self->known_on, vnus_date_unref);
  g_strfreev (self->according_to);
  g_free (self);
}

VnusDate *
_vnus_view_filter_get_known_on (VnusViewFilter *self)
{
  return self->known_on;
}

const char * const *
_vnus_view_filter_get_according_to (VnusViewFilter *self)
{
  return (const char * const *) self->according_to;
}

VnusRecord *
_vnus_view_filter_get_source (VnusViewFilter *self,
                              VnusCitation   *citation)
{
  return self->lookup (self->user_data, vnus_citation_get_source (citation));
}

static VnusDate *
published (VnusRecord *source)
{
  return source != NULL && VNUS_IS_SOURCE (source) ? vnus_source_get_published (VNUS_SOURCE (source)) : NULL;
}

VnusDate *
_vnus_view_filter_get_known (VnusViewFilter *self,
                             VnusCitation   *citation)
{
  VnusDate *known = vnus_citation_get_known (citation);

  return known != NULL ? known : published (_vnus_view_filter_get_source (self, citation));
}

static VnusTruth
known_by (VnusViewFilter *self,
          VnusDate       *known)
{
  if (self->known_on == NULL)
    return VNUS_TRUTH_CERTAINLY;
  if (known == NULL)
    return VNUS_TRUTH_POSSIBLY;

  return vnus_date_is_not_after (known, self->known_on);
}

static gboolean
counts (VnusViewFilter *self,
        const char     *source)
{
  return self->according_to == NULL || g_strv_contains ((const char * const *) self->according_to, source);
}

VnusTruth
_vnus_view_filter_admits (VnusViewFilter *self,
                          VnusCitation   *citation)
{
  if (!counts (self, vnus_citation_get_source (citation)))
    return VNUS_TRUTH_NO;

  return known_by (self, _vnus_view_filter_get_known (self, citation));
}

VnusTruth
_vnus_view_filter_admits_source (VnusViewFilter *self,
                                 VnusRecord     *source)
{
  if (!counts (self, vnus_record_get_id (source)))
    return VNUS_TRUTH_NO;

  return known_by (self, published (source));
}
