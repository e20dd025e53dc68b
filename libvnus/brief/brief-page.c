/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: puts a brief into the words of one language. */
#include "brief/brief-page-private.h"

#include <vnus/vnus-source.h>

#include <string.h>

#include "wording/vnus-message-private.h"

static void
item_free (gpointer data)
{
  BriefPageItem *item = data;

  g_clear_object (&item->finding);
  g_free (item->sentence);
  g_clear_pointer (&item->numbers, g_array_unref);
  g_free (item);
}

static void
section_free (gpointer data)
{
  BriefPageSection *section = data;

  g_free (section->id);
  g_free (section->title);
  g_clear_pointer (&section->items, g_ptr_array_unref);
  g_free (section);
}

void
_vnus_brief_page_free (BriefPage *self)
{
  g_free (self->headline);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->sources, _vnus_brief_sources_free);
  g_strfreev (self->head);
  g_free (self->sources_title);
  g_strfreev (self->described);
  g_strfreev (self->colophon);
  g_free (self->digest);
  g_free (self);
}

/* The press has shorter names for states; the file of a language tells which. */
static char *
apply_register (BriefPage *self,
                char      *text)
{
  g_autofree char *official = NULL;
  g_autofree char *press = NULL;
  g_auto (GStrv) parts = NULL;
  char *changed;

  if (vnus_brief_get_register (self->brief) != VNUS_BRIEF_REGISTER_PRESS)
    return text;

  official = _vnus_message_format (self->language, "brief.register-official", NULL, 0);
  press = _vnus_message_format (self->language, "brief.register-press", NULL, 0);
  parts = g_strsplit (text, official, -1);
  changed = g_strjoinv (press, parts);
  g_free (text);

  return changed;
}

static char *
word_sentence (BriefPage   *self,
               VnusFinding *finding)
{
  return apply_register (self, _vnus_brief_number_marks (self->sources, vnus_finding_dup_sentence (finding, self->language)));
}

/* Without words: these name sources by their numbers, which all have to have
 * first. */
static BriefPageItem *
make_item (BriefPage   *self,
           VnusFinding *finding)
{
  BriefPageItem *item = g_new0 (BriefPageItem, 1);

  item->finding = finding;
  item->numbers = _vnus_brief_sources_add (self->sources, finding);

  return item;
}

static BriefPageSection *
make_section (BriefPage        *self,
              VnusBriefSection *section)
{
  BriefPageSection *made = g_new0 (BriefPageSection, 1);
  GListModel *items = vnus_brief_section_get_items (section);
  const guint n = g_list_model_get_n_items (items);

  made->id = g_strdup (vnus_brief_section_get_id (section));
  made->title = vnus_brief_section_dup_title (section, self->language);
  made->items = g_ptr_array_new_full (n, item_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (made->items, make_item (self, g_list_model_get_item (items, i)));

  return made;
}

static void
word_section (BriefPage        *self,
              BriefPageSection *section)
{
  for (guint i = 0; i < section->items->len; i++)
    {
      BriefPageItem *item = g_ptr_array_index (section->items, i);

      item->sentence = word_sentence (self, item->finding);
    }
}

/* The first section, if it is the headline, is that of the page. */
static void
add_sections (BriefPage  *self,
              GListModel *sections)
{
  const guint n = g_list_model_get_n_items (sections);
  BriefPageSection *first;

  self->sections = g_ptr_array_new_full (n, section_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);

      g_ptr_array_add (self->sections, make_section (self, section));
    }
  for (guint i = 0; i < n; i++)
    word_section (self, g_ptr_array_index (self->sections, i));

  first = n > 0 ? g_ptr_array_index (self->sections, 0) : NULL;
  if (first != NULL && g_str_equal (first->id, "headline"))
    {
      self->headline = g_strdup (((BriefPageItem *) g_ptr_array_index (first->items, 0))->sentence);
      g_ptr_array_remove_index (self->sections, 0);
    }
}

static char **
describe_sources (BriefPage *self)
{
  const guint n = self->sources->ids->len;
  char **lines = g_new (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    lines[i] = _vnus_brief_describe_source (self->view, g_ptr_array_index (self->sources->ids, i), self->language);
  lines[n] = NULL;

  return lines;
}

BriefPage *
_vnus_brief_page_new (VnusBrief   *brief,
                      const char  *language,
                      GError     **error)
{
  GListModel *sections;
  BriefPage *self;

  if (!_vnus_brief_prepare (brief, language, error))
    return NULL;

  sections = vnus_brief_get_sections (brief);
  self = g_new0 (BriefPage, 1);
  self->brief = brief;
  self->view = _vnus_brief_get_view (brief);
  self->language = _vnus_message_find_language (language);
  self->sources = _vnus_brief_sources_new (self->view, vnus_brief_get_standpoint (brief));
  add_sections (self, sections);
  self->digest = vnus_chronicle_dup_digest (vnus_brief_get_chronicle (brief));
  self->head = _vnus_brief_list_head (brief, self->sources, language);
  self->colophon = _vnus_brief_list_colophon (brief, self->sources, self->digest, language);
  self->sources_title = _vnus_message_format (language, "brief.title-sources", NULL, 0);
  self->described = describe_sources (self);

  return self;
}

void
_vnus_brief_page_append_brackets (GString      *text,
                                  const GArray *numbers)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < numbers->len; i++)
    {
      char digits[VNUS_MOST_DIGITS];

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, _vnus_write_digits (digits, g_array_index (numbers, guint, i)));
    }
  g_string_append_c (text, ']');
}

const char *
_vnus_brief_page_get_link (const BriefPage *self,
                           const char      *source)
{
  VnusRecord *record = vnus_chronicle_lookup (self->view, source);
  const char *url = record != NULL && VNUS_IS_SOURCE (record) ? vnus_source_get_url (VNUS_SOURCE (record)) : NULL;

  if (url == NULL || (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://")))
    return NULL;
  for (const char *p = url; *p != '\0'; p++)
    if ((guchar) *p <= ' ' || strchr ("\"'<>\\^`{|}", *p) != NULL)
      return NULL;

  return url;
}
