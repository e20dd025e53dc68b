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

/* A source as citations mostly name it: by the very string that is its id. */
typedef struct
{
  const char *id; /* (unowned) (nullable), of the record; NULL in a free place */
  guint       verdict;
} Known;

struct _VnusViewFilter
{
  VnusRevision  *revision;
  VnusDate      *known_on;     /* (nullable) no limit */
  char         **according_to; /* (nullable) all sources */
  GHashTable    *verdicts;     /* (element-type utf8 guint) by source; NULL if all passes */
  Known         *places;       /* (owned) likewise, by the address of the id: open addressing */
  guint          mask;         /* number of places - 1 */
};

/* What the view makes of a source: whether it counts, and whether it passes by
 * its date of publication. Kept as a number, which is not 0. */
#define VERDICT(counts, truth) (4u | (counts) << 3 | (guint) (truth))
#define VERDICT_COUNTS(verdict) (((verdict) & 8u) != 0)
#define VERDICT_TRUTH(verdict) ((VnusTruth) ((verdict) & 3u))

static guint judge (VnusViewFilter *self,
                    const char     *id,
                    VnusRecord     *source);

/* Where @id is, or would be. */
static Known *
find_known (const VnusViewFilter *self,
            const char           *id)
{
  guint place = (guint) (GPOINTER_TO_SIZE (id) >> 4) & self->mask;

  while (self->places[place].id != NULL && self->places[place].id != id)
    place = (place + 1) & self->mask;

  return &self->places[place];
}

/* Citations are many, and sources are few. */
static void
judge_sources (VnusViewFilter *self)
{
  GPtrArray *records = self->revision->records;
  const guint first = _vnus_revision_find_place (self->revision, VNUS_KIND_SOURCE, "");
  guint n = 0;

  while (first + n < records->len && VNUS_IS_SOURCE (g_ptr_array_index (records, first + n)))
    n++;

  for (self->mask = 15; self->mask < 2 * n;)
    self->mask = 2 * self->mask + 1;
  self->places = g_new0 (Known, (gsize) self->mask + 1);
  self->verdicts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *source = g_ptr_array_index (records, first + i);
      const char *id = vnus_record_get_id (source);
      const guint verdict = judge (self, id, source);

      g_hash_table_insert (self->verdicts, (gpointer) id, GUINT_TO_POINTER (verdict));
      *find_known (self, id) = (Known) { id, verdict };
    }
}

VnusViewFilter *
_vnus_view_filter_new (VnusRevision       *revision,
                       VnusDate           *known_on,
                       const char * const *according_to)
{
  VnusViewFilter *self = g_new0 (VnusViewFilter, 1);

  self->revision = _vnus_revision_ref (revision);
  self->known_on = known_on != NULL ? vnus_date_ref (known_on) : NULL;
  self->according_to = g_strdupv ((char **) according_to);
  if (known_on != NULL || according_to != NULL)
    judge_sources (self);

  return self;
}

void
_vnus_view_filter_free (VnusViewFilter *self)
{
  _vnus_revision_unref (self->revision);
  g_clear_pointer (&self->known_on, vnus_date_unref);
  g_strfreev (self->according_to);
  g_clear_pointer (&self->verdicts, g_hash_table_unref);
  g_free (self->places);
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

static guint
judge (VnusViewFilter *self,
       const char     *id,
       VnusRecord     *source)
{
  const gboolean counts =
    self->according_to == NULL || g_strv_contains ((const char * const *) self->according_to, id);

  return VERDICT (counts, counts ? known_by (self, id, published (source)) : VNUS_TRUTH_NO);
}

/* Of a source that may be no record. */
static guint
get_verdict (VnusViewFilter *self,
             const char     *source)
{
  const Known *known = find_known (self, source);
  guint verdict;

  if (known->id != NULL)
    return known->verdict;

  verdict = GPOINTER_TO_UINT (g_hash_table_lookup (self->verdicts, source));
  return verdict != 0 ? verdict : judge (self, source, NULL);
}

gboolean
_vnus_view_filter_counts (VnusViewFilter *self,
                          const char     *source)
{
  return self->according_to == NULL || VERDICT_COUNTS (get_verdict (self, source));
}

VnusTruth
_vnus_view_filter_admits (VnusViewFilter *self,
                          VnusCitation   *citation)
{
  VnusDate *known;
  guint verdict;

  if (self->verdicts == NULL)
    return VNUS_TRUTH_CERTAINLY;

  verdict = get_verdict (self, vnus_citation_get_source (citation));
  known = vnus_citation_get_known (citation);
  if (known == NULL || !VERDICT_COUNTS (verdict))
    return VERDICT_TRUTH (verdict);

  return known_by (self, NULL, known);
}

VnusTruth
_vnus_view_filter_admits_source (VnusViewFilter *self,
                                 VnusRecord     *source)
{
  if (self->verdicts == NULL)
    return VNUS_TRUTH_CERTAINLY;

  return VERDICT_TRUTH (judge (self, vnus_record_get_id (source), source));
}
