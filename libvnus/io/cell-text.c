/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the syntax inside a cell of a table. */
#include "io/cell-text-private.h"

#include <string.h>

static const struct
{
  char character;
  char letter; /* after the backslash */
} escapes[] = {
  { '\n', 'n' },
  { '\r', 'r' },
  { '\t', 't' },
  { '\\', '\\' },
  { ';', ';' },
  { '|', '|' },
};

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\t';
}

void
_vnus_cell_put_text (GString    *cell,
                     const char *text)
{
  if (*text == '\0')
    g_string_append (cell, "\\e");

  for (const char *p = text; *p != '\0'; p++)
    {
      char letter = *p == ' ' && (p == text || p[1] == '\0') ? ' ' : '\0';

      for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
        if (*p == escapes[i].character)
          letter = escapes[i].letter;

      if (letter != '\0')
        g_string_append_c (cell, '\\');
      g_string_append_c (cell, letter != '\0' ? letter : *p);
    }
}

/* From @start to @end, without the blanks at both ends that no backslash keeps. */
static char *
trim (const char *start,
      const char *end)
{
  while (start < end && is_blank (*start))
    start++;
  while (end > start && is_blank (end[-1]))
    {
      guint n_backslashes = 0;

      for (const char *p = end - 1; p > start && p[-1] == '\\'; p--)
        n_backslashes++;
      if (n_backslashes % 2 == 1)
        break;
      end--;
    }

  return g_strndup (start, (gsize) (end - start));
}

/* The pieces between separators that no backslash takes the meaning from. */
char **
_vnus_cell_split (const char *cell,
                  const char *separators)
{
  GPtrArray *pieces = g_ptr_array_new ();
  const char *start = cell;
  const char *p;

  for (p = cell; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (strchr (separators, *p) != NULL)
      {
        g_ptr_array_add (pieces, trim (start, p));
        start = p + 1;
      }
  g_ptr_array_add (pieces, trim (start, p));
  g_ptr_array_add (pieces, NULL);

  return (char **) g_ptr_array_free (pieces, FALSE);
}

char *
_vnus_cell_get_text (const char *piece)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_equal (piece, "\\e"))
    return g_strdup ("");

  for (const char *p = piece; *p != '\0'; p++)
    {
      char character = '\0';

      if (*p != '\\')
        {
          g_string_append_c (text, *p);
          continue;
        }

      p++;
      for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
        if (*p != '\0' && *p == escapes[i].letter)
          character = escapes[i].character;
      if (*p == ' ')
        character = ' ';
      if (character == '\0')
        return NULL;
      g_string_append_c (text, character);
    }

  return g_strdup (text->str);
}

/* Cells that are one text */

/* Backslashes and an e, of which one backslash more stands for the text. */
static gboolean
is_marked_empty (const char *text)
{
  gsize n = strspn (text, "\\");

  return n > 0 && g_str_equal (text + n, "e");
}

/* What a spreadsheet would compute, and what has an apostrophe against that. */
static gboolean
looks_like_formula (const char *text)
{
  const char *first = *text == '\'' ? text + 1 : text;

  return (*first != '\0' && strchr ("=+-@", *first) != NULL) || (first > text && *first == '\'');
}

char *
_vnus_cell_from_plain (const char *text)
{
  if (*text == '\0')
    return g_strdup ("\\e");
  if (looks_like_formula (text))
    return g_strconcat ("'", text, NULL);
  if (is_marked_empty (text))
    return g_strconcat ("\\", text, NULL);

  return g_strdup (text);
}

char *
_vnus_cell_to_plain (const char *cell)
{
  if (*cell == '\'' && looks_like_formula (cell))
    return g_strdup (cell + 1);
  if (is_marked_empty (cell))
    return g_str_equal (cell, "\\e") ? g_strdup ("") : g_strdup (cell + 1);

  return g_strdup (cell);
}
