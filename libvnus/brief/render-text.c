/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as plain text, wrapped for a terminal. */
#include "brief/brief-page-private.h"

#include <string.h>

#include "wording/vnus-message-private.h"

#define WIDTH 78
#define USUAL_LENGTH 32768 /* in bytes, of a standard brief */
#define USUAL_SENTENCE 1024

/* ---- Wrapping ---- */

/* Latin letters with their marks, which most of it is, are neither narrow nor wide. */
static guint
columns_of (gunichar c)
{
  if (c < 0x300 || (c >= 0x1e00 && c < 0x1f00))
    return 1;

  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* One byte and one column, as most letters are. */
static gboolean
is_plain (char c)
{
  return (guchar) c > ' ' && (guchar) c < 0x80;
}

/* Where the text from @p to a blank ends; adds its columns. */
static const char *
measure (const char *p,
         guint      *width)
{
  for (;;)
    {
      const char *start = p;

      while (is_plain (*p))
        p++;
      *width += (guint) (p - start);

      if (*p == '\0' || *p == ' ' || *p == '\n')
        return p;
      *width += (guchar) *p < 0x80 ? 1 : columns_of (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = measure (text, &width); *p != '\0'; p = measure (p + 1, &width))
    width++;

  return width;
}

/* Where a word ends; adds its columns. The numbers in brackets are one word. */
static const char *
measure_word (const char *text,
              guint      *width)
{
  if (*text == '[')
    {
      const gsize bracket = strspn (text + 1, "0123456789, ") + 2;

      if (text[bracket - 1] == ']')
        {
          *width += (guint) bracket;
          return measure (text + bracket, width);
        }
    }

  return measure (text, width);
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\n')
    p++;

  return p;
}

/* Writes what is between words: one blank, or where the next does not fit, a new
 * line of @indent spaces. Returns the column. */
static guint
append_gap (GString *out,
            gboolean is_break,
            guint    column,
            guint    indent)
{
  if (!is_break)
    {
      g_string_append_c (out, ' ');
      return column + 1;
    }

  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
  return indent;
}

/* Writes @text in lines; all but the first begin with @indent spaces. A word
 * that is too long stands on a line of its own. Words with one blank between them
 * are written together. */
static void
append_wrapped (GString    *out,
                const char *text,
                guint       indent)
{
  const char *start = skip_blanks (text), *end = start; /* of what is not written yet */
  guint column = 0;

  for (const char *word = start; *word != '\0'; word = skip_blanks (end))
    {
      guint width = 0;
      const char *end_of_word = measure_word (word, &width);
      const gboolean is_break = column > 0 && column + 1 + width > WIDTH;

      if (column == 0)
        {
          column = width;
        }
      else if (!is_break && word == end + 1 && *end == ' ')
        {
          column += 1 + width;
        }
      else
        {
          g_string_append_len (out, start, end - start);
          column = append_gap (out, is_break, column, indent) + width;
          start = word;
        }
      end = end_of_word;
    }
  g_string_append_len (out, start, end - start);
  g_string_append_c (out, '\n');
}

static void
append_underlined (GString    *out,
                   const char *text,
                   char        line)
{
  const guint width = MIN (width_of (text), WIDTH);

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
  g_autoptr (GString) line = g_string_sized_new (USUAL_SENTENCE);

  g_string_append_c (out, '\n');
  append_underlined (out, section->title, '-');
  for (guint i = 0; i < section->items->len; i++)
    {
      const BriefPageItem *item = g_ptr_array_index (section->items, i);

      g_string_assign (line, "* ");
      g_string_append (line, item->sentence);
      g_string_append_c (line, ' ');
      _vnus_brief_page_append_brackets (line, item->numbers);
      append_wrapped (out, line->str, 2);
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
  g_autoptr (GString) line = g_string_sized_new (USUAL_SENTENCE);

  g_string_append_c (out, '\n');
  append_underlined (out, page->sources_title, '-');
  for (guint i = 0; page->described[i] != NULL; i++)
    {
      char digits[VNUS_MOST_DIGITS];

      g_string_assign (line, "[");
      g_string_append (line, _vnus_write_digits (digits, i + 1));
      g_string_append (line, "] ");
      g_string_append (line, page->described[i]);
      append_wrapped (out, line->str, 4);
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
