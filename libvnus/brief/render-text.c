/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as plain text, wrapped for a terminal. */
#include "brief/brief-sources-private.h"

#include "wording/vnus-message-private.h"

#define WIDTH 78

/* ---- Wrapping ---- */

static guint
width_of (const char *text,
          gsize       length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

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
          g_string_append_printf (out, "\n%*s", (int) indent, "");
          column = indent;
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

/* ---- Sentences ---- */

static void
append_sentence (GString            *out,
                 const BriefSources *sources,
                 VnusFinding        *finding,
                 const char         *language)
{
  g_autofree char *sentence = vnus_finding_dup_sentence (finding, language);
  g_autofree char *numbered = _vnus_brief_number_marks (sources, sentence);
  g_autoptr (GArray) numbers = _vnus_brief_sources_of (sources, finding);

  g_string_append (out, numbered);
  g_string_append (out, " [");
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  g_string_append_c (out, ']');
}

static void
append_section (GString            *out,
                const BriefSources *sources,
                VnusBriefSection   *section,
                const char         *language)
{
  GListModel *items = vnus_brief_section_get_items (section);
  g_autofree char *title = vnus_brief_section_dup_title (section, language);

  g_string_append_c (out, '\n');
  append_underlined (out, title, '-');
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VnusFinding) finding = g_list_model_get_item (items, i);
      g_autoptr (GString) sentence = g_string_new ("* ");

      append_sentence (sentence, sources, finding, language);
      append_wrapped (out, sentence->str, 2);
    }
}

static void
append_headline (GString            *out,
                 VnusBriefSection   *section,
                 const BriefSources *sources,
                 const char         *language)
{
  g_autoptr (VnusFinding) finding = g_list_model_get_item (vnus_brief_section_get_items (section), 0);
  g_autofree char *sentence = vnus_finding_dup_sentence (finding, language);

  append_underlined (out, sentence, '=');
}

static void
append_lines (GString *out,
              char   **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    append_wrapped (out, lines[i], 0);
}

static void
append_sources (GString            *out,
                VnusChronicle      *view,
                const BriefSources *sources,
                const char         *language)
{
  g_autofree char *title = _vnus_message_format (language, "brief.title-sources", NULL, 0);

  g_string_append_c (out, '\n');
  append_underlined (out, title, '-');
  for (guint i = 0; i < sources->ids->len; i++)
    {
      g_autofree char *described = _vnus_brief_describe_source (view, g_ptr_array_index (sources->ids, i), language);
      g_autofree char *line = g_strdup_printf ("[%u] %s", i + 1, described);

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
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (BriefSources) sources = NULL;
  g_auto (GStrv) head = NULL;
  g_auto (GStrv) colophon = NULL;
  GListModel *sections;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_vnus_brief_prepare (self, language, error))
    return NULL;

  sections = vnus_brief_get_sections (self);
  sources = _vnus_brief_sources_new (sections, _vnus_brief_get_view (self), vnus_brief_get_standpoint (self));
  head = _vnus_brief_list_head (self, sources, language);
  colophon = _vnus_brief_list_colophon (self, sources, language);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);

      if (i > 0)
        {
          append_section (out, sources, section, language);
          continue;
        }
      append_headline (out, section, sources, language);
      append_lines (out, head);
    }
  append_sources (out, _vnus_brief_get_view (self), sources, language);
  g_string_append_c (out, '\n');
  append_lines (out, colophon);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
