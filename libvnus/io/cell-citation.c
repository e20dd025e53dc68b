/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the citations and presences of a record as cells of a table. */
#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-id-private.h"
#include "io/cell-text-private.h"
#include "io/cell-value-private.h"
#include "io/document-loader-private.h"
#include "model/vnus-values-private.h"

enum { LOCATOR, FIELD, VALUE, RANK, KNOWN, NOTE };

static const VnusCellPart parts_table[] = {
  { "locator", VNUS_CELL_PART_PLAIN },
  { "field", VNUS_CELL_PART_PLAIN },
  { "value", VNUS_CELL_PART_PLAIN | VNUS_CELL_PART_LOCALISED },
  { "rank", VNUS_CELL_PART_PLAIN },
  { "known", VNUS_CELL_PART_PLAIN },
  { "note", VNUS_CELL_PART_LOCALISED },
};

/* Presences */

static const struct
{
  const char *word;
  VnusPresence presence;
} presences[] = {
  { "unknown", VNUS_PRESENCE_UNKNOWN },
  { "none", VNUS_PRESENCE_NONE },
};

char *
_vnus_cell_from_presences (VnusRecord *record)
{
  VnusRecordClass *klass = _vnus_record_class (record);
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    for (guint j = 0; j < G_N_ELEMENTS (presences); j++)
      if (vnus_record_get_presence (record, klass->fields[i]->name) == presences[j].presence)
        g_string_append_printf (cell, "%s%s=%s", cell->len > 0 ? "; " : "", klass->fields[i]->name, presences[j].word);

  return g_string_free (cell, FALSE);
}

gboolean
_vnus_cell_to_presences (VnusRecord    *record,
                         const char    *cell,
                         VnusCellFault *fault)
{
  g_auto (GStrv) pieces = _vnus_cell_split (cell, ";\n\r");

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *piece = g_strdup (pieces[i]);
      char *equals = strchr (piece, '=');
      VnusPresence presence = VNUS_PRESENCE_ABSENT;

      if (*piece == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (presences) && equals != NULL; j++)
        if (g_str_equal (g_strstrip (equals + 1), presences[j].word))
          presence = presences[j].presence;
      if (presence == VNUS_PRESENCE_ABSENT || !vnus_record_set_presence (record, g_strchomp (piece), presence, NULL))
        return _vnus_cell_fault_set (fault, "cell.presence", pieces[i], NULL);
    }

  return TRUE;
}

/* Citations */

static void
put_value (GString         *cell,
           const VnusValue *value)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return;
  if (vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_LOCALISED)
    {
      _vnus_cell_put_localised_part (cell, "value", vnus_value_get_localised (value));
      return;
    }

  text = _vnus_cell_from_value (value);
  _vnus_cell_put_part (cell, "value", text);
}

static void
put_citation (GString            *cell,
              const VnusCitation *citation)
{
  VnusDate *known = vnus_citation_get_known (citation);

  _vnus_cell_put_text (cell, vnus_citation_get_source (citation));
  _vnus_cell_put_part (cell, "locator", vnus_citation_get_locator (citation));
  _vnus_cell_put_part (cell, "field", vnus_citation_get_field (citation));
  put_value (cell, vnus_citation_get_value (citation));
  _vnus_cell_put_part (cell, "rank", _vnus_cell_from_word (VNUS_TYPE_CITATION_RANK, (int) vnus_citation_get_rank (citation)));
  _vnus_cell_put_part (cell, "known", known != NULL ? vnus_date_get_text (known) : NULL);
  _vnus_cell_put_localised_part (cell, "note", vnus_citation_get_note (citation));
}

char *
_vnus_cell_from_citations (VnusRecord *record)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      if (i > 0)
        g_string_append_c (cell, '\n');
      put_citation (cell, vnus_record_get_citation (record, i));
    }

  return g_string_free (cell, FALSE);
}

/* @name: as in “participants/joe-biden”. */
static VnusField *
find_field (VnusRecord    *record,
            const char    *name,
            gboolean       has_value,
            gboolean      *is_member,
            VnusCellFault *fault)
{
  const char *slash = strchr (name, '/');
  g_autofree char *field_name = g_strndup (name, slash != NULL ? (gsize) (slash - name) : strlen (name));
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (record), field_name);

  *is_member = slash != NULL;
  if (field != NULL && (slash == NULL || (field->is_list && (has_value || _vnus_document_has_member (field, record, slash + 1)))))
    return field;

  _vnus_cell_fault_set (fault, field == NULL ? "cell.cited-field" : "cell.cited-member", name, NULL);
  return NULL;
}

static VnusValue *
read_value (VnusCellParts   *parts,
            const VnusField *field,
            gboolean         is_member,
            VnusCellFault   *fault)
{
  if (field->type == VNUS_VALUE_TYPE_LOCALISED)
    {
      if (parts->localised[VALUE] != NULL)
        return vnus_value_new_localised (parts->localised[VALUE]);
      _vnus_cell_fault_set (fault, "cell.no-text", parts->texts[VALUE], NULL);
      return NULL;
    }
  if (parts->texts[VALUE] == NULL)
    {
      _vnus_cell_fault_set (fault, "cell.cited-value", field->name, NULL);
      return NULL;
    }

  return _vnus_cell_to_value (field, field->is_list && !is_member, parts->texts[VALUE], fault);
}

static gboolean
read_citation (VnusRecord    *record,
               const char    *item,
               VnusCellFault *fault)
{
  g_auto (VnusCellParts) parts = { NULL };
  g_autoptr (VnusValue) value = NULL;
  g_autoptr (VnusDate) known = NULL;
  gboolean has_value, is_member;
  int rank;
  VnusField *field;

  if (!_vnus_cell_parts_read (&parts, item, parts_table, G_N_ELEMENTS (parts_table), fault))
    return FALSE;
  if (parts.head == NULL || !vnus_fold_is_id (parts.head))
    return _vnus_cell_fault_set (fault, "cell.id", parts.head != NULL ? parts.head : "", NULL);

  has_value = parts.texts[VALUE] != NULL || parts.localised[VALUE] != NULL;
  if (parts.texts[FIELD] != NULL)
    {
      field = find_field (record, parts.texts[FIELD], has_value, &is_member, fault);
      if (field == NULL || (has_value && (value = read_value (&parts, field, is_member, fault)) == NULL))
        return FALSE;
    }
  else if (has_value)
    return _vnus_cell_fault_set (fault, "cell.value-without-field", item, NULL);

  rank = _vnus_cell_to_word (VNUS_TYPE_CITATION_RANK, parts.texts[RANK], fault);
  if (parts.texts[KNOWN] != NULL)
    known = _vnus_cell_to_date (parts.texts[KNOWN], fault);
  if (fault->key != NULL)
    return FALSE;

  _vnus_record_take_citation (record,
                              _vnus_citation_new_take (_vnus_id_new (parts.head), parts.texts[LOCATOR],
                                                       g_steal_pointer (&parts.texts[FIELD]), g_steal_pointer (&value),
                                                       (VnusCitationRank) rank,
                                                       g_steal_pointer (&known), g_steal_pointer (&parts.localised[NOTE])));
  return TRUE;
}

gboolean
_vnus_cell_to_citations (VnusRecord    *record,
                         const char    *cell,
                         VnusCellFault *fault)
{
  g_auto (GStrv) pieces = _vnus_cell_split (cell, ";\n\r");

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0' && !read_citation (record, pieces[i], fault))
      return FALSE;

  return TRUE;
}
