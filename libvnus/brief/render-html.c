/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as one page of HTML that needs nothing else.
 *
 * All text is escaped, and only addresses of the web become links. The numbers
 * of sources lead to the list of sources, which leads back to every sentence.
 */
#include "brief/brief-page-private.h"

#include <gio/gio.h>
#include <vnus/vnus-timeline.h>
#include <string.h>

#include "wording/vnus-message-private.h"

extern GResource *_vnus_brief_get_resource (void);

static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_string_append (out, open);
  append_escaped (out, text);
  g_string_append (out, close);
}

/* ---- Head ---- */

static void
append_style (GString *out)
{
  g_autoptr (GBytes) css = g_resource_lookup_data (_vnus_brief_get_resource (), "/org/vnus/brief/brief.css",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (css, &length);

  g_string_append (out, "<style>\n");
  g_string_append_len (out, text, (gssize) length);
  g_string_append (out, "</style>\n");
}

static void
append_head (GString         *out,
             const BriefPage *page)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", page->language);
  append_element (out, "<title>", page->headline, "</title>\n");
  append_style (out);
  g_string_append (out, "</head>\n<body>\n<main>\n<header class=\"head\">\n");
  append_element (out, "<h1>", page->headline, "</h1>\n");
  for (guint i = 0; page->head[i] != NULL; i++)
    append_element (out, i == 0 ? "<p>" : "<p class=\"warning\" role=\"note\">", page->head[i], "</p>\n");
  g_string_append (out, "</header>\n");
}

/* What the page has, to go there at once. */
static void
append_contents (GString         *out,
                 const BriefPage *page,
                 gboolean         has_timeline)
{
  g_autofree char *picture = _vnus_message_format (page->language, "brief.title-timeline", NULL, 0);
  g_autofree char *title = _vnus_message_format (page->language, "brief.contents", NULL, 0);

  append_element (out, "<nav aria-label=\"", title, "\">\n<ul>\n");
  for (guint i = 0; i < page->sections->len; i++)
    {
      const BriefPageSection *section = g_ptr_array_index (page->sections, i);

      g_string_append_printf (out, "<li><a href=\"#%s\">", section->id);
      append_element (out, "", section->title, "</a></li>\n");
    }
  if (has_timeline)
    append_element (out, "<li><a href=\"#timeline\">", picture, "</a></li>\n");
  append_element (out, "<li><a href=\"#sources\">", page->sources_title, "</a></li>\n</ul>\n</nav>\n");
}

/* ---- Sentences ---- */

/* Where the numbers lead, and what leads back. */
static void
append_references (GString             *out,
                   const BriefPageItem *item,
                   guint                number)
{
  g_string_append_printf (out, " <span class=\"refs\" id=\"r%u\">[", number);
  for (guint i = 0; i < item->numbers->len; i++)
    {
      const guint source = g_array_index (item->numbers, guint, i);

      g_string_append_printf (out, "%s<a href=\"#s%u\">%u</a>", i > 0 ? ", " : "", source, source);
    }
  g_string_append (out, "]</span>");
}

static void
append_citations (GString         *out,
                  const BriefPage *page,
                  GPtrArray       *citations)
{
  for (guint i = 0; i < citations->len; i++)
    {
      VnusCitation *citation = g_ptr_array_index (citations, i);
      const guint source = _vnus_brief_sources_number (page->sources, vnus_citation_get_source (citation));

      g_string_append_printf (out, "%s<a href=\"#s%u\">[%u]</a>", i > 0 ? "; " : " ", source, source);
      if (vnus_citation_get_locator (citation) != NULL)
        append_element (out, " ", vnus_citation_get_locator (citation), "");
    }
}

static void
append_evidence (GString             *out,
                 const BriefPage     *page,
                 const BriefPageItem *item)
{
  g_autofree char *title = _vnus_message_format (page->language, "brief.evidence", NULL, 0);
  const VnusReasons reasons = vnus_finding_get_reasons (item->finding);

  append_element (out, "<details><summary>", title, "</summary>\n<ul>\n");
  for (guint i = 0; i < _vnus_finding_get_n_evidence (item->finding); i++)
    {
      VnusEvidence *evidence = _vnus_finding_get_evidence (item->finding, i);
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (item->finding, evidence);
      VnusRecord *record = vnus_chronicle_lookup (page->view, evidence->id);
      VnusText *label = record != NULL ? vnus_record_get_label (record) : NULL;

      append_element (out, "<li>", label != NULL ? vnus_text_get_best (label, page->language) : evidence->id, ":");
      append_citations (out, page, citations);
      g_string_append (out, "</li>\n");
    }
  if (reasons != VNUS_REASONS_NONE)
    {
      g_autofree char *words = _vnus_message_reasons (page->language, reasons);
      g_autofree char *line = _vnus_say (page->language, "brief.reservation", VNUS_ARG_S ("reasons", words));

      append_element (out, "<li>", line, "</li>\n");
    }
  g_string_append (out, "</ul></details>\n");
}

/* @text with @piece, which is of another language than the page, marked as such. */
static void
append_foreign (GString         *out,
                const BriefPage *page,
                const char      *text,
                const char      *piece,
                const char      *element,
                const char      *language)
{
  const char *found = piece != NULL ? strstr (text, piece) : NULL;
  g_autofree char *before = found != NULL ? g_strndup (text, (gsize) (found - text)) : NULL;

  if (found == NULL || language == NULL || g_str_equal (language, page->language))
    {
      append_escaped (out, text);
      return;
    }

  append_escaped (out, before);
  g_string_append_printf (out, "<%s lang=\"%s\">", element, language);
  append_escaped (out, piece);
  g_string_append_printf (out, "</%s>", element);
  append_escaped (out, found + strlen (piece));
}

/* The note that a sentence tells; NULL if it tells none. */
static const char *
get_note (const BriefPage      *page,
          const BriefPageItem  *item,
          char                **language)
{
  VnusEvidence *evidence = _vnus_finding_get_n_evidence (item->finding) > 0 ? _vnus_finding_get_evidence (item->finding, 0) : NULL;
  VnusRecord *record = evidence != NULL ? vnus_chronicle_lookup (page->view, evidence->id) : NULL;
  VnusText *note = record != NULL ? vnus_record_get_note (record) : NULL;
  const char *text = note != NULL ? vnus_text_get_best (note, page->language) : NULL;
  g_auto (GStrv) languages = note != NULL ? vnus_text_list_languages (note) : NULL;

  if (text == NULL || !g_str_equal (vnus_finding_get_rule (item->finding), "note"))
    return NULL;

  for (guint i = 0; languages[i] != NULL && *language == NULL; i++)
    if (g_str_equal (vnus_text_get (note, languages[i]), text))
      *language = g_strdup (vnus_text_get (note, page->language) != NULL ? page->language : languages[i]);
  return text;
}

static void
append_section (GString                *out,
                const BriefPage        *page,
                const BriefPageSection *section,
                guint                  *number)
{
  g_string_append_printf (out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n", section->id, section->id);
  g_string_append_printf (out, "<h2 id=\"%s-title\">", section->id);
  append_element (out, "", section->title, "</h2>\n");
  for (guint i = 0; i < section->items->len; i++)
    {
      const BriefPageItem *item = g_ptr_array_index (section->items, i);

      g_autofree char *language = NULL;
      const char *note = get_note (page, item, &language);

      g_string_append (out, "<div class=\"item\"><p>");
      append_foreign (out, page, item->sentence, note, "span", language);
      append_references (out, item, ++*number);
      g_string_append (out, "</p>\n");
      append_evidence (out, page, item);
      g_string_append (out, "</div>\n");
    }
  g_string_append (out, "</section>\n");
}

/* ---- Timeline ---- */

/* The column of the page in pixels. */
#define COLUMN 672

/* The picture of what led to the subject, from the same view and standpoint;
 * none if nothing can be drawn. Its words are in the picture. */
static char *
draw_timeline (const BriefPage *page)
{
  g_autoptr (VnusTimeline) timeline = vnus_timeline_new (page->view, vnus_brief_get_subject (page->brief));

  if (vnus_brief_get_depth (page->brief) == VNUS_BRIEF_DEPTH_HEADLINE)
    return NULL;

  vnus_timeline_set_width (timeline, COLUMN);
  vnus_timeline_set_standpoint (timeline, vnus_brief_get_standpoint (page->brief));
  return vnus_timeline_to_svg (timeline, page->language, NULL);
}

static void
append_timeline (GString         *out,
                 const BriefPage *page,
                 const char      *svg)
{
  g_autofree char *title = _vnus_message_format (page->language, "brief.title-timeline", NULL, 0);
  const char *picture = strstr (svg, "<svg");

  append_element (out, "<section id=\"timeline\" aria-labelledby=\"timeline-title\">\n<h2 id=\"timeline-title\">", title,
                  "</h2>\n");
  append_element (out, "<div class=\"timeline\" role=\"group\" tabindex=\"0\" aria-label=\"", title, "\">\n");
  g_string_append (out, picture != NULL ? picture : svg);
  g_string_append (out, "</div>\n</section>\n");
}

/* ---- Sources ---- */

static gboolean
rests_on (const BriefPageItem *item,
          guint                source)
{
  for (guint i = 0; i < item->numbers->len; i++)
    if (g_array_index (item->numbers, guint, i) == source)
      return TRUE;

  return FALSE;
}

/* One link for each sentence that rests on the source. */
static void
append_backlinks (GString         *out,
                  const BriefPage *page,
                  guint            source)
{
  guint number = 0;

  g_string_append (out, " <span class=\"back\">");
  for (guint i = 0; i < page->sections->len; i++)
    {
      const BriefPageSection *section = g_ptr_array_index (page->sections, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          g_autofree char *label = NULL;

          number++;
          if (!rests_on (g_ptr_array_index (section->items, j), source))
            continue;
          label = _vnus_say (page->language, "brief.back", VNUS_ARG_S ("section", section->title), VNUS_ARG_I ("n", j + 1));
          g_string_append_printf (out, "<a href=\"#r%u\" aria-label=\"", number);
          append_element (out, "", label, "\">↑</a> ");
        }
    }
  g_string_append (out, "</span>");
}

/* The title of a source is marked as what it is in: its own language. */
static void
append_description (GString         *out,
                    const BriefPage *page,
                    guint            position)
{
  const char *text = page->described[position];
  const char *language = NULL;
  const char *title = _vnus_brief_get_title (page->view, g_ptr_array_index (page->sources->ids, position), &language);

  append_foreign (out, page, text, title, "cite", language);
}

static void
append_sources (GString         *out,
                const BriefPage *page)
{
  g_string_append (out, "<section id=\"sources\" aria-labelledby=\"sources-title\">\n<h2 id=\"sources-title\">");
  append_element (out, "", page->sources_title, "</h2>\n<ol class=\"sources\">\n");
  for (guint i = 0; page->described[i] != NULL; i++)
    {
      const char *link = _vnus_brief_page_get_link (page, g_ptr_array_index (page->sources->ids, i));

      g_string_append_printf (out, "<li id=\"s%u\">", i + 1);
      append_description (out, page, i);
      if (link != NULL)
        {
          append_element (out, " <a href=\"", link, "\">");
          append_element (out, "", link, "</a>");
        }
      append_backlinks (out, page, i + 1);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n</section>\n");
}

/**
 * vnus_brief_to_html:
 * @self: a brief
 * @language: a language: `en` or `vi`
 * @error: return location for an error
 *
 * Words the brief as one page of HTML, which needs no other file and runs no
 * script. It can be read on a telephone and on paper, in light and dark; the
 * evidence of each sentence is one click away, and the timeline is a picture in
 * it unless the depth is that of a headline.
 *
 * Composes it if that was not done; fails as [method@Vnus.Brief.compose] does,
 * or if there are no words of the language.
 *
 * Returns: (transfer full): the page
 *
 * Since: 0.1
 */
char *
vnus_brief_to_html (VnusBrief   *self,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (BriefPage) page = NULL;
  g_autofree char *timeline = NULL;
  guint number = 0;
  GString *out;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  page = _vnus_brief_page_new (self, language, error);
  if (page == NULL)
    return NULL;

  out = g_string_new (NULL);
  append_head (out, page);
  timeline = draw_timeline (page);
  append_contents (out, page, timeline != NULL);
  for (guint i = 0; i < page->sections->len; i++)
    append_section (out, page, g_ptr_array_index (page->sections, i), &number);
  if (timeline != NULL)
    append_timeline (out, page, timeline);
  append_sources (out, page);
  g_string_append (out, "<footer>\n");
  for (guint i = 0; page->colophon[i] != NULL; i++)
    append_element (out, "<p>", page->colophon[i], "</p>\n");
  g_string_append (out, "</footer>\n</main>\n</body>\n</html>\n");

  return g_string_free (out, FALSE);
}
