/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-brief: the brief about an event or a relation of a chronicle.
 *
 *   vnus-brief CHRONICLE                     lists what can be briefed
 *   vnus-brief CHRONICLE EVENT|RELATION      writes the brief
 *
 * CHRONICLE is a shipped name, such as vietnam-us, or the path of a document.
 * Exit status: 0 written, 1 bad data, 2 usage.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

#include "program-output.h"

typedef enum
{
  ANSWERED = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

static struct
{
  char *on, *known_on, *as_of;
  char *according_to;
  char *relation;
  char *language;
  char *format;
  char *output;
  char *depth, *style, *perspective, *notes, *access;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Speak from this day (today)", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Only what was public by this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both of the above", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Only these sources", "ID,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "The relation to brief if no event is named", "ID" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language (en)", "en|vi" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Format (text, or as FILE ends)", "text|markdown|html|json" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to a file", "FILE" },
  { "depth", 0, 0, G_OPTION_ARG_STRING, &options.depth, "How much (standard)", "headline|standard|full" },
  { "register", 0, 0, G_OPTION_ARG_STRING, &options.style, "Register (official)", "official|press" },
  { "for", 0, 0, G_OPTION_ARG_STRING, &options.perspective, "For whom (neutral)", "PARTY|neutral" },
  { "notes", 0, 0, G_OPTION_ARG_STRING, &options.notes, "Notes for the editor (annex)", "annex|none" },
  { "access", 0, 0, G_OPTION_ARG_STRING, &options.access, "Only sources that anybody may read", "open" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE [EVENT|RELATION]" },
  { NULL },
};

static Status
complain (Status      status,
          const char *message)
{
  fprintf (stderr, "vnus-brief: %s\n", message);
  return status;
}

/* ---- Options ---- */

static gboolean
parse_day (const char  *text,
           VnusDate   **date,
           GError     **error)
{
  *date = text != NULL ? vnus_date_parse (text, error) : NULL;

  return text == NULL || *date != NULL;
}

static VnusDate *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vnus_date_new_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* One of the words, or complains. */
static gboolean
choose (const char        *option,
        const char        *word,
        const char *const *words,
        int               *chosen)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  *chosen = 0;
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      *chosen = i + 1;
  if (word == NULL || *chosen > 0)
    return TRUE;

  fprintf (stderr, "vnus-brief: --%s “%s”: expected one of %s\n", option, word, list);
  return FALSE;
}

typedef char *(*Renderer) (VnusBrief   *brief,
                           const char  *language,
                           GError     **error);

static const struct
{
  const char *name;
  const char *ending;
  Renderer    render;
} formats[] = {
  { "text", ".txt", vnus_brief_to_text },
  { "markdown", ".md", vnus_brief_to_markdown },
  { "html", ".html", vnus_brief_to_html },
  { "json", ".json", vnus_brief_to_json },
};

static Renderer
find_renderer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (options.format != NULL ? g_str_equal (options.format, formats[i].name)
                               : options.output != NULL && g_str_has_suffix (options.output, formats[i].ending))
      return formats[i].render;

  return options.format == NULL ? vnus_brief_to_text : NULL;
}

/* ---- Views ---- */

/* The sources that count: those named, those that anybody may read, or all. */
static char **
list_sources (VnusChronicle *chronicle)
{
  g_auto (GStrv) named = options.according_to != NULL ? g_strsplit (options.according_to, ",", -1) : NULL;
  g_autoptr (GStrvBuilder) sources = g_strv_builder_new ();

  if (options.access == NULL)
    return g_steal_pointer (&named);

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_SOURCE); i++)
    {
      VnusRecord *source = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_SOURCE, i);

      if (vnus_source_get_access (VNUS_SOURCE (source)) == VNUS_ACCESS_OPEN &&
          (named == NULL || g_strv_contains ((const char *const *) named, vnus_record_get_id (source))))
        g_strv_builder_add (sources, vnus_record_get_id (source));
    }

  return g_strv_builder_end (sources);
}

static Status
complain_of_id (VnusChronicle *chronicle,
                const char    *id)
{
  g_auto (GStrv) nearest = vnus_chronicle_suggest_ids (chronicle, id);
  g_autofree char *list = nearest != NULL ? g_strjoinv (", ", nearest) : g_strdup ("");

  fprintf (stderr, "vnus-brief: “%s” is no id of this chronicle; the nearest: %s\n", id, list);
  return BAD_DATA;
}

static gboolean
check_sources (VnusChronicle *chronicle,
               char         **sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    if (vnus_chronicle_lookup (chronicle, sources[i]) == NULL)
      {
        complain_of_id (chronicle, sources[i]);
        return FALSE;
      }

  return TRUE;
}

/* ---- Answers ---- */

static Status
write_out (const char *text)
{
  g_autoptr (GError) error = NULL;

  return program_write_text (options.output, text, &error) ? ANSWERED : complain (BAD_DATA, error->message);
}

static Status
list_subjects (VnusChronicle *view)
{
  g_auto (GStrv) ids = vnus_brief_list_subjects (view);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      VnusText *label = vnus_record_get_label (vnus_chronicle_lookup (view, ids[i]));

      g_string_append_printf (text, "%-36s %s\n", ids[i],
                              label != NULL ? vnus_text_get_best (label, options.language) : "");
    }

  return write_out (text->str);
}

static Status
write_brief (VnusChronicle *view,
             const char    *subject,
             VnusDate      *standpoint,
             Renderer       render)
{
  static const char *const depths[] = { "headline", "standard", "full", NULL };
  static const char *const registers[] = { "official", "press", NULL };
  static const char *const notes[] = { "annex", "none", NULL };
  g_autoptr (VnusBrief) brief = vnus_brief_new (view, subject);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int depth, style, note;

  if (!choose ("depth", options.depth, depths, &depth) || !choose ("register", options.style, registers, &style) ||
      !choose ("notes", options.notes, notes, &note))
    return USAGE;

  vnus_brief_set_standpoint (brief, standpoint);
  vnus_brief_set_depth (brief, (VnusBriefDepth) depth);
  vnus_brief_set_register (brief, (VnusBriefRegister) style);
  vnus_brief_set_annex (brief, note != 2);
  if (options.perspective != NULL && !g_str_equal (options.perspective, "neutral"))
    vnus_brief_set_perspective (brief, options.perspective);

  text = render (brief, options.language, &error);
  if (g_error_matches (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_LANGUAGE) ||
      g_error_matches (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_PARTY))
    return complain (USAGE, error->message);

  return text != NULL ? write_out (text) : complain (BAD_DATA, error->message);
}

static Status
answer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) standpoint = NULL;
  g_autoptr (VnusDate) known_on = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_auto (GStrv) sources = NULL;
  const Renderer render = find_renderer ();
  const char *subject = options.arguments[1] != NULL ? options.arguments[1] : options.relation;

  if (render == NULL)
    return complain (USAGE, "--format: expected one of text, markdown, html, json");
  if (options.access != NULL && !g_str_equal (options.access, "open"))
    return complain (USAGE, "--access: expected open");
  if (!parse_day (options.on != NULL ? options.on : options.as_of, &standpoint, &error) ||
      !parse_day (options.known_on != NULL ? options.known_on : options.as_of, &known_on, &error))
    return complain (USAGE, error->message);

  chronicle = vnus_chronicle_open (options.arguments[0], &error);
  if (chronicle == NULL)
    {
      /* FILE:LINE: … */
      fprintf (stderr, "%s\n", error->message);
      return BAD_DATA;
    }
  if (subject != NULL && vnus_chronicle_lookup (chronicle, subject) == NULL)
    return complain_of_id (chronicle, subject);

  sources = list_sources (chronicle);
  if (!check_sources (chronicle, sources))
    return BAD_DATA;
  view = vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources);
  if (subject == NULL)
    return list_subjects (view);

  if (standpoint == NULL)
    standpoint = make_today ();
  return write_brief (view, subject, standpoint, render);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  setlocale (LC_ALL, "");
  g_set_prgname ("vnus-brief");
  g_option_context_set_summary (context, "Writes the brief about an event or a relation of a chronicle.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return complain (USAGE, error->message);

  n = options.arguments != NULL ? g_strv_length (options.arguments) : 0;
  if (n < 1 || n > 2)
    return complain (USAGE, "expected CHRONICLE [EVENT|RELATION]; --help tells more");
  if (options.language == NULL)
    options.language = g_strdup ("en");

  return program_end (answer ());
}
