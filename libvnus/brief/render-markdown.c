/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as Markdown (CommonMark). */
#include "brief/brief-page-private.h"

#include <string.h>

/* What means something in running text, or at the start of a line. A bracket
 * does not: there are no link definitions. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_<>#&~|", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
}

static void
append_section (GString                *out,
                const BriefPageSection *section)
{
  g_string_append (out, "\n## ");
  append_escaped (out, section->title);
  g_string_append (out, "\n\n");
  for (guint i = 0; i < section->items->len; i++)
    {
      const BriefPageItem *item = g_ptr_array_index (section->items, i);

      g_string_append (out, "- ");
      append_escaped (out, item->sentence);
      g_string_append_c (out, ' ');
      _vnus_brief_page_append_brackets (out, item->numbers);
      g_string_append_c (out, '\n');
    }
}

static void
append_paragraphs (GString *out,
                   char   **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append_c (out, '\n');
      append_escaped (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

static void
append_sources (GString         *out,
                const BriefPage *page)
{
  g_string_append (out, "\n## ");
  append_escaped (out, page->sources_title);
  g_string_append (out, "\n\n");
  for (guint i = 0; page->described[i] != NULL; i++)
    {
      const char *link = _vnus_brief_page_get_link (page, g_ptr_array_index (page->sources->ids, i));

      g_string_append_printf (out, "%u. ", i + 1);
      append_escaped (out, page->described[i]);
      if (link != NULL)
        g_string_append_printf (out, " <%s>", link);
      g_string_append_c (out, '\n');
    }
}

/**
 * vnus_brief_to_markdown:
 * @self: a brief
 * @language: a language: `en` or `vi`
 * @error: return location for an error
 *
 * Words the brief as Markdown, in the form of CommonMark. The list of sources is
 * numbered as the sentences refer to them.
 *
 * Composes it if that was not done; fails as [method@Vnus.Brief.compose] does,
 * or if there are no words of the language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
vnus_brief_to_markdown (VnusBrief   *self,
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

  out = g_string_new ("# ");
  append_escaped (out, page->headline);
  g_string_append_c (out, '\n');
  append_paragraphs (out, page->head);
  for (guint i = 0; i < page->sections->len; i++)
    append_section (out, g_ptr_array_index (page->sections, i));
  append_sources (out, page);
  g_string_append (out, "\n---\n");
  append_paragraphs (out, page->colophon);

  return g_string_free (out, FALSE);
}
