/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what stands in one item of a cell, and what can be wrong with it. */
#include "io/cell-value-private.h"

#include <string.h>

#include "base/vnus-text-private.h"
#include "io/cell-text-private.h"
#include "io/document-loader-private.h"

void
_vnus_cell_fault_clear (VnusCellFault *self)
{
  self->key = NULL;
  self->is_damage = FALSE;
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->words, g_free);
}

gboolean
_vnus_cell_fault_set (VnusCellFault *self,
                      const char    *key,
                      const char    *value,
                      char          *words)
{
  if (self->key != NULL)
    {
      g_free (words);
      return FALSE;
    }

  self->key = key;
  self->value = g_strdup (value);
  self->words = words;
  return FALSE;
}

void
_vnus_cell_parts_clear (VnusCellParts *self)
{
  g_clear_pointer (&self->head, g_free);
  for (guint i = 0; i < VNUS_CELL_MAX_PARTS; i++)
    {
      g_clear_pointer (&self->texts[i], g_free);
      g_clear_pointer (&self->localised[i], vnus_text_unref);
    }
}

static char *
list_names (const VnusCellPart *table,
            guint               n_table)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_table; i++)
    {
      if ((table[i].forms & VNUS_CELL_PART_PLAIN) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", table[i].name);
      if ((table[i].forms & VNUS_CELL_PART_LOCALISED) != 0)
        g_string_append_printf (names, "%s%s.en", names->len > 0 ? ", " : "", table[i].name);
    }

  return g_string_free (names, FALSE);
}

gboolean
_vnus_cell_add_language (VnusText      **text,
                         const char     *language,
                         const char     *string,
                         VnusCellFault  *fault)
{
  VnusText *with;

  if (!_vnus_document_is_language (language))
    return _vnus_cell_fault_set (fault, "cell.language", language, NULL);
  if (*text != NULL && vnus_text_get (*text, language) != NULL)
    return _vnus_cell_fault_set (fault, "cell.part-twice", language, NULL);

  with = *text != NULL ? vnus_text_with_language (*text, language, string) : vnus_text_new (language, string);
  g_clear_pointer (text, vnus_text_unref);
  *text = with;
  return TRUE;
}

/* One “name=text” or “name.language=text”. */
static gboolean
read_part (VnusCellParts      *self,
           const char         *piece,
           const VnusCellPart *table,
           guint               n_table,
           VnusCellFault      *fault)
{
  const char *equals = strchr (piece, '=');
  gsize length = equals != NULL ? (gsize) (equals - piece) : 0;
  g_autofree char *name = g_strchomp (g_strndup (piece, length));
  char *dot = strchr (name, '.');
  g_autofree char *text = equals != NULL ? _vnus_cell_get_text (equals + 1 + strspn (equals + 1, " \t")) : NULL;
  guint i;

  if (dot != NULL)
    *dot = '\0';
  for (i = 0; i < n_table; i++)
    if (g_str_equal (table[i].name, name) &&
        (table[i].forms & (dot != NULL ? VNUS_CELL_PART_LOCALISED : VNUS_CELL_PART_PLAIN)) != 0)
      break;

  if (equals == NULL || i == n_table)
    return _vnus_cell_fault_set (fault, "cell.part", piece, list_names (table, n_table));
  if (text == NULL)
    return _vnus_cell_fault_set (fault, "cell.escape", piece, NULL);
  if (dot != NULL)
    return _vnus_cell_add_language (&self->localised[i], dot + 1, text, fault);
  if (self->texts[i] != NULL)
    return _vnus_cell_fault_set (fault, "cell.part-twice", name, NULL);

  self->texts[i] = g_steal_pointer (&text);
  return TRUE;
}

gboolean
_vnus_cell_parts_read (VnusCellParts      *self,
                       const char         *item,
                       const VnusCellPart *table,
                       guint               n_table,
                       VnusCellFault      *fault)
{
  g_auto (GStrv) pieces = _vnus_cell_split (item, "|");

  if (*pieces[0] != '\0')
    {
      self->head = _vnus_cell_get_text (pieces[0]);
      if (self->head == NULL)
        return _vnus_cell_fault_set (fault, "cell.escape", pieces[0], NULL);
    }

  for (guint i = 1; pieces[i] != NULL; i++)
    if (!read_part (self, pieces[i], table, n_table, fault))
      return FALSE;

  return TRUE;
}

void
_vnus_cell_put_part (GString    *cell,
                     const char *name,
                     const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (cell, "%s| %s=", cell->len > 0 && cell->str[cell->len - 1] != '\n' ? " " : "", name);
  _vnus_cell_put_text (cell, text);
}

void
_vnus_cell_put_localised_part (GString        *cell,
                               const char     *name,
                               const VnusText *text)
{
  for (guint i = 0; text != NULL && i < _vnus_text_get_n_pairs (text); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (text, i);
      g_autofree char *full = g_strconcat (name, ".", pair.language, NULL);

      _vnus_cell_put_part (cell, full, pair.string);
    }
}
