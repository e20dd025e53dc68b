/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the digest by which people tell one state of a chronicle from another. */
#include "chronicle/vnus-chronicle-private.h"

#include <string.h>

#include "model/vnus-record-private.h"

/* Digits that are printed: enough to tell two states apart. */
#define N_DIGITS 12

/* With its end, so that no two lists of words are one. */
static void
add_word (GChecksum  *sum,
          const char *word)
{
  g_checksum_update (sum, (const guchar *) word, (gssize) strlen (word) + 1);
}

static void
add_value (GChecksum       *sum,
           const VnusValue *value)
{
  g_autofree char *text = NULL;

  if (vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
    {
      text = vnus_value_to_string (value);
      add_word (sum, text);
      return;
    }

  for (guint i = 0; i < vnus_value_get_n_items (value); i++)
    add_value (sum, vnus_value_get_item (value, i));
}

static void
add_presence (GChecksum    *sum,
              VnusPresence  presence)
{
  add_word (sum, presence == VNUS_PRESENCE_NONE ? "none" : presence == VNUS_PRESENCE_UNKNOWN ? "unknown" : "");
}

static void
add_record (GChecksum  *sum,
            VnusRecord *record)
{
  const VnusRecordClass *klass = _vnus_record_class (record);

  add_word (sum, vnus_kind_to_string (vnus_record_get_kind (record)));
  add_word (sum, vnus_record_get_id (record));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = vnus_field_get_name (klass->fields[i]);
      g_autoptr (VnusValue) value = _vnus_field_get_value (klass->fields[i], record);

      if (value == NULL && _vnus_record_get_presences (record) == NULL)
        continue;
      add_word (sum, name);
      if (value != NULL)
        add_value (sum, value);
      else
        add_presence (sum, vnus_record_get_presence (record, name));
    }

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      g_autofree char *citation = vnus_citation_to_string (vnus_record_get_citation (record, i));

      add_word (sum, citation);
    }
}

static char *
make_digest (GPtrArray *records)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *digest;

  for (guint i = 0; i < records->len; i++)
    add_record (sum, g_ptr_array_index (records, i));
  digest = g_strndup (g_checksum_get_string (sum), N_DIGITS);
  g_checksum_free (sum);

  return digest;
}

/**
 * vnus_chronicle_dup_digest:
 * @self: a chronicle
 *
 * Gets what tells one state of a chronicle from another: a few digits that depend
 * on all that its records say.
 *
 * A view has that of its chronicle, whatever it shows of it. The digest is kept
 * until the chronicle changes.
 *
 * Returns: (transfer full): twelve hexadecimal digits
 *
 * Since: 0.1
 */
char *
vnus_chronicle_dup_digest (VnusChronicle *self)
{
  VnusRevision *revision;
  char *digest;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  revision = self->base != NULL ? self->base : self->revision;
  g_mutex_lock (&revision->lock);
  if (revision->digest == NULL)
    revision->digest = make_digest (revision->records);
  digest = g_strdup (revision->digest);
  g_mutex_unlock (&revision->lock);

  return digest;
}
