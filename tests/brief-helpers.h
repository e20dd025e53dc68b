/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Briefs of the shipped chronicle, and what they say, for the tests of briefs. */
#pragma once

#include <vnus/vnus.h>

#define SUBJECT "biden-vn-2023"

static VnusChronicle *chronicle; /* (owned) the shipped one */

/* What each main() begins and ends with. */
G_GNUC_UNUSED static void
set_up (int    *argc,
        char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static int
run_all (void)
{
  const int result = g_test_run ();

  g_assert_finalize_object (chronicle);
  return result;
}

G_GNUC_UNUSED static VnusDate *
day (const char *text)
{
  return text != NULL ? vnus_date_parse (text, NULL) : NULL;
}

/* @according_to: ids with commas, or NULL */
G_GNUC_UNUSED static VnusBrief *
make_brief (const char *subject,
            const char *on,
            const char *known_on,
            const char *according_to)
{
  g_autoptr (VnusDate) standpoint = day (on);
  g_autoptr (VnusDate) known = day (known_on);
  g_auto (GStrv) sources = according_to != NULL ? g_strsplit (according_to, ",", -1) : NULL;
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, known, (const char *const *) sources);
  VnusBrief *brief = vnus_brief_new (view, subject);

  vnus_brief_set_standpoint (brief, standpoint);
  return brief;
}

G_GNUC_UNUSED static void
compose (VnusBrief *brief)
{
  g_autoptr (GError) error = NULL;

  vnus_brief_compose (brief, &error);
  g_assert_no_error (error);
}

typedef void (*ItemVisitor) (const char  *section,
                             VnusFinding *item,
                             gpointer     user_data);

G_GNUC_UNUSED static void
foreach_item (VnusBrief   *brief,
              ItemVisitor  visit,
              gpointer     user_data)
{
  GListModel *sections = vnus_brief_get_sections (brief);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);
      GListModel *items = vnus_brief_section_get_items (section);

      for (guint j = 0; j < g_list_model_get_n_items (items); j++)
        {
          g_autoptr (VnusFinding) item = g_list_model_get_item (items, j);

          visit (vnus_brief_section_get_id (section), item, user_data);
        }
    }
}

G_GNUC_UNUSED static gboolean
has_section (VnusBrief  *brief,
             const char *id)
{
  GListModel *sections = vnus_brief_get_sections (brief);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);

      if (g_str_equal (vnus_brief_section_get_id (section), id))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const char *language;
  GString    *text;
} Words;

G_GNUC_UNUSED static void
collect_words (const char  *section,
               VnusFinding *item,
               gpointer     user_data)
{
  Words *words = user_data;
  g_autofree char *sentence = vnus_finding_dup_sentence (item, words->language);

  g_string_append_printf (words->text, "%s\n", sentence);
}

/* All sentences, one a line, not wrapped. */
G_GNUC_UNUSED static char *
all_words (VnusBrief  *brief,
           const char *language)
{
  Words words = { language, g_string_new (NULL) };

  compose (brief);
  foreach_item (brief, collect_words, &words);
  return g_string_free (words.text, FALSE);
}
