/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether references point to what they should, and whether anything
 * points to a record that exists to be pointed to. */
#include "inquiry/vnus-validation-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "model/vnus-reference-private.h"

static void
suggest_nearest (VnusValidation *self,
                 const char     *id)
{
  g_auto (GStrv) nearest = vnus_chronicle_suggest_ids (self->chronicle, id);
  g_autofree char *ids = g_strjoinv (", ", nearest);

  if (nearest[0] != NULL)
    _vnus_phrase_add_text (_vnus_validation_suggest (self, "suggestion.nearest-ids"), "ids", ids);
}

static void
check_reference (VnusRecord *record,
                 const char *path,
                 const char *id,
                 VnusKinds   targets,
                 gpointer    user_data)
{
  VnusValidation *self = user_data;
  VnusRecord *target = vnus_chronicle_lookup (self->chronicle, id);
  VnusPhrase *phrase;
  g_autofree char *kinds = NULL;

  if (target == NULL)
    {
      phrase = _vnus_validation_add (self, "dangling-reference", VNUS_TRUTH_CERTAINLY, record, path);
      _vnus_phrase_add_text (phrase, "id", id);
      suggest_nearest (self, id);
      return;
    }

  if ((targets & 1u << vnus_record_get_kind (target)) != 0)
    return;

  kinds = _vnus_kinds_to_string (targets);
  phrase = _vnus_validation_add (self, "wrong-kind", VNUS_TRUTH_CERTAINLY, record, path);
  _vnus_phrase_add_text (phrase, "id", id);
  _vnus_phrase_add_text (phrase, "kind", vnus_kind_to_string (vnus_record_get_kind (target)));
  _vnus_phrase_add_text (phrase, "kinds", kinds);
}

void
_vnus_check_references (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);

  for (guint i = 0; i < records->len; i++)
    _vnus_record_foreach_reference (g_ptr_array_index (records, i), check_reference, self);
}

/* Records of these kinds say nothing of the relation by themselves. */
static const VnusKind helpers[] = {
  VNUS_KIND_STATE, VNUS_KIND_ORGANIZATION, VNUS_KIND_PERSON, VNUS_KIND_OFFICE, VNUS_KIND_PLACE,
  VNUS_KIND_TOPIC, VNUS_KIND_SOURCE, VNUS_KIND_LEVEL, VNUS_KIND_INDICATOR,
};

void
_vnus_check_unreferenced (VnusValidation *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      VnusRecord *record;

      for (guint j = 0; (record = vnus_chronicle_get_nth_of_kind (self->chronicle, helpers[i], j)) != NULL; j++)
        {
          GPtrArray *referrers = _vnus_chronicle_get_referrers (self->chronicle, vnus_record_get_id (record));
          VnusPhrase *phrase;

          if (referrers != NULL && (referrers->len > 1 || g_ptr_array_index (referrers, 0) != record))
            continue;
          phrase = _vnus_validation_add (self, "unreferenced", VNUS_TRUTH_CERTAINLY, record, NULL);
          _vnus_phrase_add_record (phrase, "record", vnus_record_get_id (record));
        }
    }
}
