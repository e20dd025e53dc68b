/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: sheets: a table of records of one kind, one record a row. */
#include "io/table-sheet-private.h"

#include <string.h>

#include "base/vnus-compare-private.h"
#include "base/vnus-text-private.h"
#include "io/cell-text-private.h"
#include "io/document-loader-private.h"
#include "model/vnus-kind-private.h"

/* Columns that are no fields. */
static const struct
{
  const char *name;
  VnusSheetColumnRole role;
} others[] = {
  { "kind", VNUS_SHEET_COLUMN_KIND },
  { "id", VNUS_SHEET_COLUMN_ID },
  { "presence", VNUS_SHEET_COLUMN_PRESENCE },
  { "citations", VNUS_SHEET_COLUMN_CITATIONS },
};

void
_vnus_sheet_column_free (VnusSheetColumn *self)
{
  g_free (self->name);
  g_free (self);
}

static VnusSheetColumn *
make_column (VnusSheetColumnRole  role,
             const char          *name,
             VnusField           *field)
{
  VnusSheetColumn *self = g_new0 (VnusSheetColumn, 1);
  const char *dot;

  self->role = role;
  self->name = g_strdup (name);
  self->field = field;
  dot = strchr (self->name, '.');
  self->language = dot != NULL ? dot + 1 : NULL;

  return self;
}

VnusSheetColumn *
_vnus_sheet_column_new (VnusKind    kind,
                        const char *name)
{
  g_autofree char *field_name = g_strndup (name, strcspn (name, "."));
  const char *language = strchr (name, '.');
  VnusField *field = vnus_field_lookup (kind, field_name);
  gboolean is_localised = field != NULL && field->type == VNUS_VALUE_TYPE_LOCALISED;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, name))
      return make_column (others[i].role, name, NULL);

  if (field == NULL || is_localised != (language != NULL) ||
      (language != NULL && !_vnus_document_is_language (language + 1)))
    return NULL;

  return make_column (VNUS_SHEET_COLUMN_FIELD, name, field);
}

char *
_vnus_sheet_suggest_column (VnusKind    kind,
                            const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) nearest = NULL;
  VnusField **fields;
  guint n_fields;

  fields = _vnus_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (names, g_strdup (others[i].name));
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (names, g_strconcat (fields[i]->name, fields[i]->type == VNUS_VALUE_TYPE_LOCALISED ? ".en" : NULL, NULL));
  g_ptr_array_add (names, NULL);

  nearest = _vnus_nearest (name, (const char *const *) names->pdata, 1);
  return g_strdup (nearest[0]);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The languages of a field among all records of a kind; English and
 * Vietnamese, if no record has a text. */
static GPtrArray *
list_languages (VnusChronicle   *chronicle,
                VnusKind         kind,
                const VnusField *field)
{
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, kind); i++)
    {
      const VnusText *text = *(VnusText **) _vnus_field_slot (field, vnus_chronicle_get_nth_of_kind (chronicle, kind, i));

      for (guint j = 0; text != NULL && j < _vnus_text_get_n_pairs (text); j++)
        {
          const char *language = _vnus_text_get_pair (text, j).language;

          if (!g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
            g_ptr_array_add (languages, (char *) language);
        }
    }

  if (languages->len == 0)
    {
      g_ptr_array_add (languages, (char *) "en");
      g_ptr_array_add (languages, (char *) "vi");
    }
  g_ptr_array_sort (languages, compare_strings);

  return languages;
}

static void
add_field (GPtrArray     *columns,
           VnusChronicle *chronicle,
           VnusKind       kind,
           VnusField     *field)
{
  g_autoptr (GPtrArray) languages = NULL;

  if (field->type != VNUS_VALUE_TYPE_LOCALISED)
    {
      g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_FIELD, field->name, field));
      return;
    }

  languages = list_languages (chronicle, kind, field);
  for (guint i = 0; i < languages->len; i++)
    {
      g_autofree char *name = g_strconcat (field->name, ".", g_ptr_array_index (languages, i), NULL);

      g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_FIELD, name, field));
    }
}

GPtrArray *
_vnus_sheet_list_columns (VnusChronicle *chronicle,
                          VnusKind       kind)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  VnusField **fields;
  guint n_fields;

  fields = _vnus_kind_get_fields (kind, &n_fields);
  g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_KIND, "kind", NULL));
  g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_ID, "id", NULL));
  for (guint i = 0; i < n_fields; i++)
    add_field (columns, chronicle, kind, fields[i]);
  g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_PRESENCE, "presence", NULL));
  g_ptr_array_add (columns, make_column (VNUS_SHEET_COLUMN_CITATIONS, "citations", NULL));

  return columns;
}

/* Writing */

static char *
get_field (const VnusSheetColumn *column,
           VnusRecord            *record)
{
  g_autoptr (VnusValue) value = _vnus_field_get_value (column->field, record);
  const char *text;

  if (value == NULL)
    return g_strdup ("");
  if (column->language == NULL)
    return _vnus_cell_from_value (value);

  text = vnus_text_get (vnus_value_get_localised (value), column->language);
  return text != NULL ? _vnus_cell_from_plain (text) : g_strdup ("");
}

char *
_vnus_sheet_get_cell (const VnusSheetColumn *column,
                      VnusRecord            *record)
{
  switch (column->role)
    {
    case VNUS_SHEET_COLUMN_KIND:
      return g_strdup (vnus_kind_to_string (vnus_record_get_kind (record)));

    case VNUS_SHEET_COLUMN_ID:
      return g_strdup (vnus_record_get_id (record));

    case VNUS_SHEET_COLUMN_PRESENCE:
      return _vnus_cell_from_presences (record);

    case VNUS_SHEET_COLUMN_CITATIONS:
      return _vnus_cell_from_citations (record);

    case VNUS_SHEET_COLUMN_FIELD:
    default:
      return get_field (column, record);
    }
}
