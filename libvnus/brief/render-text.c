/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as plain text, wrapped for a terminal. */
#include "brief/brief-page-private.h"

#include <string.h>

#define WIDTH 78
#define USUAL_LENGTH 32768 /* in bytes, of a standard brief */

/* ---- Wrapping ---- */

static guint
width_of (const char *text,
          gsize       length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80) /* most of it, and none of it narrow or wide */
        {
          width++;
          continue;
        }
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* The bytes up to the end of a word. The numbers in brackets are one word. */
static gsize
length_of_word (const char *text)
{
  gsize length = strcspn (text, " \n");

  if (*text == '[')
    {
      const gsize bracket = strspn (text + 1, "0123456789, ") + 2;

      if (bracket > length && text[bracket - 1] == ']')
        length = bracket + strcspn (text + bracket, " \n");
    }

  return length;
}

/* Writes @text in lines; all but the first begin with @indent spaces. A word
 * that is too long stands on a line of its own. */
static void
append_wrapped (GString    *out,
                const char *text,
                guint       indent)
{
  guint column = 0;

  for (const char *p = text; *p != '\0';)
    {
      const gsize length = length_of_word (p);
      const guint width = width_of (p, length);

      if (length > 0 && column > 0 && column + 1 + width > WIDTH)
        {
          g_string_append_c (out, '\n');
          for (column = 0; column < indent; column++)
            g_string_append_c (out, ' ');
        }
      else if (length > 0 && column > 0)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append_len (out, p, (gssize) length);
      column += width;
      p += length;
      p += strspn (p, " \n");
    }
  g_string_append_c (out, '\n');
}

static void
append_underlined (GString    *out,
                   const char *text,
                   char        line)
{
  const guint width = MIN (width_of (text, strlen (text)), WIDTH);

  append_wrapped (out, text, 0);
  for (guint i = 0; i < width; i++)
    g_string_append_c (out, line);
  g_string_append_c (out, '\n');
}

/* ---- The brief ---- */

static void
append_section (GString                *out,
                const BriefPageSection *section)
{
  g_string_append_c (out, '\n');
  append_underlined (out, section->title, '-');
  for (guint i = 0; i < section->items->len; i++)
    {
      const BriefPageItem *item = g_ptr_array_index (section->items, i);
      g_autofree char *brackets = _vnus_brief_page_brackets (item->numbers);
      g_autofree char *line = g_strconcat ("* ", item->sentence, " ", brackets, NULL);

      append_wrapped (out, line, 2);
    }
}

static void
append_lines (GString *out,
              char   **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    append_wrapped (out, lines[i], 0);
}

static void
append_sources (GString         *out,
                const BriefPage *page)
{
  g_string_append_c (out, '\n');
  append_underlined (out, page->sources_title, '-');
  for (guint i = 0; page->described[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("[%u] %s", i + 1, page->described[i]);

      append_wrapped (out, line, 4);
    }
}

/**
 * vnus_brief_to_text:
 * @self: a brief
 * @language: a language: `en` or `vi`
 * @error: return location for an error
 *
 * Words the brief as plain text in lines of at most 78 columns.
 *
 * Composes it if that was not done; fails as [method@Vnus.Brief.compose] does,
 * or if there are no words of the language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
vnus_brief_to_text (VnusBrief   *self,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (BriefPage) page = NULL;
  GString *out;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  page = _vnus_brief_page_new (self, language, error);
  if (page == NULL)
    return NULL;

  out = g_string_sized_new (USUAL_LENGTH);
  append_underlined (out, page->headline, '=');
  append_lines (out, page->head);
  for (guint i = 0; i < page->sections->len; i++)
    append_section (out, g_ptr_array_index (page->sections, i));
  append_sources (out, page);
  g_string_append_c (out, '\n');
  append_lines (out, page->colophon);

  return g_string_free (out, FALSE);
}
