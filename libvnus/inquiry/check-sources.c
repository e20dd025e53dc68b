/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether records rest on sources, whether sources have dates, and
 * whether citations name what there is. */
#include "inquiry/vnus-validation-private.h"

#include <string.h>

#include <vnus/vnus-source.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-view-record-private.h"

#define WITHOUT_CITATION \
  (VNUS_KINDS (PLACE) | VNUS_KINDS (TOPIC) | VNUS_KINDS (LEVEL) | VNUS_KINDS (SOURCE))

/* That nobody knows the date is worth knowing; that nobody asked is a gap. */
static void
check_date (VnusValidation *self,
            VnusRecord     *source)
{
  VnusPhrase *phrase;

  if (vnus_source_get_published (VNUS_SOURCE (source)) != NULL)
    return;

  phrase = _vnus_validation_add (self, "undated-source", VNUS_TRUTH_CERTAINLY, source, "published");
  _vnus_phrase_add_record (phrase, "record", vnus_record_get_id (source));

  if (vnus_record_get_presence (source, "published") == VNUS_PRESENCE_UNKNOWN)
    _vnus_validation_set_severity (self, VNUS_SEVERITY_NOTE);
  else
    _vnus_validation_suggest (self, "suggestion.date-source");
}

void
_vnus_check_sources (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      if (VNUS_IS_SOURCE (record))
        check_date (self, record);
      if (vnus_record_get_n_citations (record) > 0 ||
          (WITHOUT_CITATION & 1u << vnus_record_get_kind (record)) != 0)
        continue;

      _vnus_phrase_add_record (_vnus_validation_add (self, "missing-source", VNUS_TRUTH_CERTAINLY, record, "citations"),
                               "record", vnus_record_get_id (record));
      _vnus_validation_suggest (self, "suggestion.cite");
    }
}

/* Whether the field or the member that a citation names exists. */
static gboolean
names_something (VnusRecord *record,
                 const char *named)
{
  const char *slash = strchr (named, '/');
  g_autofree char *list = slash != NULL ? g_strndup (named, (gsize) (slash - named)) : g_strdup (named);
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (record), list);

  return field != NULL && (slash == NULL || _vnus_view_has_member (record, field, slash + 1));
}

void
_vnus_check_members (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      /* A view shows citations of members that it does not show. */
      if (self->chronicle->base != NULL)
        record = _vnus_chronicle_lookup_base (self->chronicle, vnus_record_get_id (record));

      for (guint j = 0; j < vnus_record_get_n_citations (record); j++)
        {
          const char *named = vnus_citation_get_field (vnus_record_get_citation (record, j));
          g_autofree char *path = g_strdup_printf ("citations/%u/field", j);

          if (named != NULL && !names_something (record, named))
            _vnus_phrase_add_text (_vnus_validation_add (self, "unknown-member", VNUS_TRUTH_CERTAINLY, record, path),
                                   "member", named);
        }
    }
}
