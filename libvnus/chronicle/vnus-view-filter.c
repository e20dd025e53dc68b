/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which citations a view lets through.
 *
 * A citation became known when it says so, else when its source was published.
 * It passes unless it certainly became known after the day of knowledge. A
 * source whose date of publication nobody recorded was published no earlier than
 * the newest thing that it reports; from that day on it passes as possibly known.
 */
#include "chronicle/vnus-view-filter-private.h"

#include <vnus/vnus-source.h>

struct _VnusViewFilter
{
  VnusRevision  *revision;
  VnusDate      *known_on;     /* (nullable) no limit */
  char         **according_to; /* (nullable) all sources */
};

VnusViewFilter *
_vnus_view_filter_new (VnusRevision       *revision,
                       VnusDate           *known_on,
                       const char * const *according_to)
{
  VnusViewFilter *self = g_new0 (VnusViewFilter, 1);

  self->revision = _vnus_revision_ref (revision);
  self->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  self->according_to = g_strdupv ((char **) according_to);

  return self;
}

void
_vnus_view_filter_free (VnusViewFilter *self)
{
  _vnus_revision_unref (self->revision);
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

const char *
_vnus_view_filter_get_family (VnusViewFilter *self,
                              const char     *source)
{
  return _vnus_revision_get_family (self->revision, source);
}

VnusRecord *
_vnus_view_filter_get_source (VnusViewFilter *self,
                              const char     *id)
{
  VnusRecord *source = _vnus_revision_lookup (self->revision, id);

  return source != NULL && VNUS_IS_SOURCE (source) ? source : NULL;
}

static VnusDate *
published (VnusRecord *source)
{
  return source != NULL ? vnus_source_get_published (VNUS_SOURCE (source)) : NULL;
}

/* When what @source says became known if @known, its own or its publication's
 * date, is all that tells; NULL if nothing tells. */
static void
known_range (VnusViewFilter *self,
             const char     *source,
             const VnusDate *known,
             int            *earliest,
             int            *latest)
{
  *earliest = known != NULL ? vnus_date_get_earliest_start (known)
                            : _vnus_revision_get_newest_report (self->revision, source);
  *latest = known != NULL ? vnus_date_get_latest_end (known) : VNUS_DAY_MAX;
}

static VnusDate *
known_date (VnusViewFilter *self,
            VnusCitation   *citation)
{
  VnusDate *known = vnus_citation_get_known (citation);

  return known != NULL ? known
                       : published (_vnus_view_filter_get_source (self, vnus_citation_get_source (citation)));
}

void
_vnus_view_filter_get_known (VnusViewFilter *self,
                             VnusCitation   *citation,
                             int            *earliest,
                             int            *latest)
{
  known_range (self, vnus_citation_get_source (citation), known_date (self, citation), earliest, latest);
}

static VnusTruth
known_by (VnusViewFilter *self,
          const char     *source,
          const VnusDate *known)
{
  int earliest, latest;

  if (self->known_on == NULL)
    return VNUS_TRUTH_CERTAINLY;
  if (known != NULL)
    return vnus_date_is_not_after (known, self->known_on);

  known_range (self, source, NULL, &earliest, &latest);
  return earliest > vnus_date_get_latest_end (self->known_on) ? VNUS_TRUTH_NO : VNUS_TRUTH_POSSIBLY;
}

gboolean
_vnus_view_filter_counts (VnusViewFilter *self,
                          const char     *source)
{
  return self->according_to == NULL || g_strv_contains ((const char * const *) self->according_to, source);
}

VnusTruth
_vnus_view_filter_admits (VnusViewFilter *self,
                          VnusCitation   *citation)
{
  const char *source = vnus_citation_get_source (citation);

  return _vnus_view_filter_counts (self, source) ? known_by (self, source, known_date (self, citation))
                                                 : VNUS_TRUTH_NO;
}

VnusTruth
_vnus_view_filter_admits_source (VnusViewFilter *self,
                                 VnusRecord     *source)
{
  const char *id = vnus_record_get_id (source);

  return _vnus_view_filter_counts (self, id) ? known_by (self, id, published (source)) : VNUS_TRUTH_NO;
}
