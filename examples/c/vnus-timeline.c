/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-timeline: the timeline about an event or a relation of a chronicle, or
 * the chart of an indicator.
 *
 *   vnus-timeline CHRONICLE                     lists what it can be about
 *   vnus-timeline CHRONICLE EVENT|RELATION      draws the timeline
 *   vnus-timeline CHRONICLE INDICATOR           draws the chart
 *
 * PNG and PDF need libvnus-draw: a build without it has SVG and text alone.
 *
 * CHRONICLE is a shipped name, such as vietnam-us, or the path of a document.
 * Exit status: 0 written, 1 bad data, 2 usage.
 */
#include <locale.h>
#include <stdio.h>

#include <vnus/vnus.h>
#ifdef WITH_DRAW
#include <vnus-draw/vnus-draw.h>
#endif

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
  char *window, *lanes, *with, *access;
  int width;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Speak from this day (today)", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Only what was public by this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both of the above", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Only these sources", "ID,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Of this relation", "ID" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language (en)", "en|vi" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Format (svg, or as FILE ends)", "svg|png|pdf|text" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to a file", "FILE" },
  { "during", 0, 0, G_OPTION_ARG_STRING, &options.window, "Show these days (all of a relation; 18 months up to an event)", "DATE" },
  { "lanes", 0, 0, G_OPTION_ARG_STRING, &options.lanes, "What makes a lane (kind)", "kind|actor" },
  { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, "More indicators of the same unit in one chart", "ID,…" },
  { "width", 0, 0, G_OPTION_ARG_INT, &options.width, "Width in pixels (960)", "N" },
  { "access", 0, 0, G_OPTION_ARG_STRING, &options.access, "Only sources that anybody may read", "open" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE [EVENT|RELATION|INDICATOR]" },
  { NULL },
};

static Status
complain (Status      status,
          const char *message)
{
  fprintf (stderr, "vnus-timeline: %s\n", message);
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

  fprintf (stderr, "vnus-timeline: --%s “%s”: expected one of %s\n", option, word, list);
  return FALSE;
}

typedef enum
{
  FORMAT_NONE,
  FORMAT_SVG,
  FORMAT_TEXT,
  FORMAT_PNG,
  FORMAT_PDF,
} Format;

static const struct
{
  const char *name;
  const char *ending;
  Format      format;
} formats[] = {
  { "svg", ".svg", FORMAT_SVG },
  { "text", ".txt", FORMAT_TEXT },
#ifdef WITH_DRAW
  { "png", ".png", FORMAT_PNG },
  { "pdf", ".pdf", FORMAT_PDF },
#endif
};

static Format
find_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (options.format != NULL ? g_str_equal (options.format, formats[i].name)
                               : options.output != NULL && g_str_has_suffix (options.output, formats[i].ending))
      return formats[i].format;

  if (options.format != NULL)
    return FORMAT_NONE;
  if (options.output != NULL && (g_str_has_suffix (options.output, ".png") || g_str_has_suffix (options.output, ".pdf")))
    return FORMAT_NONE;

  return FORMAT_SVG;
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

  fprintf (stderr, "vnus-timeline: “%s” is no id of this chronicle; the nearest: %s\n", id, list);
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
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (all, ids[i]);
  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (view, VNUS_KIND_INDICATOR); i++)
    g_ptr_array_add (all, (char *) vnus_record_get_id (vnus_chronicle_get_nth_of_kind (view, VNUS_KIND_INDICATOR, i)));
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = g_ptr_array_index (all, i);
      VnusText *label = vnus_record_get_label (vnus_chronicle_lookup (view, id));

      g_string_append_printf (text, "%-36s %s\n", id,
                              label != NULL ? vnus_text_get_best (label, options.language) : "");
    }

  return write_out (text->str);
}

/* A line for each item, and one that counts them, with those that have no date: for
 * those who cannot see, and for grep. */
static char *
write_lines (VnusTimelineLayout *layout)
{
  GListModel *lanes = vnus_timeline_layout_get_lanes (layout);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (layout)); i++)
    {
      g_autoptr (VnusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (layout), i);
      g_autoptr (VnusTimelineLane) lane = g_list_model_get_item (lanes, vnus_timeline_item_get_lane (item));

      g_string_append_printf (text, "%-9s  %s  [%s]\n", vnus_truth_to_string (vnus_timeline_item_get_truth (item)),
                              vnus_timeline_item_get_title (item), vnus_timeline_lane_get_title (lane));
    }
  g_string_append_printf (text, "%s\n", vnus_picture_get_description (vnus_timeline_layout_get_picture (layout)));

  return g_string_free (text, FALSE);
}

#ifdef WITH_DRAW
/* Twice as large as on a screen, so that it can be printed. */
static Status
save_drawing (VnusPicture *picture,
              Format       format)
{
  const VnusDrawFormat draw_format = format == FORMAT_PNG ? VNUS_DRAW_FORMAT_PNG : VNUS_DRAW_FORMAT_PDF;
  const double scale = format == FORMAT_PNG ? 2.0 : 0.75;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = vnus_draw_to_bytes (picture, draw_format, scale, &error);

  return bytes != NULL && program_write (options.output, bytes, &error) ? ANSWERED : complain (BAD_DATA, error->message);
}
#endif

/* @text: in the place of the picture, if text was asked for */
static Status
write_picture (VnusPicture *picture,
               const char  *text,
               Format       format)
{
  g_autofree char *svg = NULL;

#ifdef WITH_DRAW
  if (format == FORMAT_PNG || format == FORMAT_PDF)
    return save_drawing (picture, format);
#endif
  if (format == FORMAT_TEXT)
    return write_out (text);

  svg = vnus_picture_to_svg (picture);
  return write_out (svg);
}

static Status
draw_timeline (VnusChronicle *view,
               const char    *about,
               VnusDate      *standpoint,
               VnusDate      *window,
               Format         format)
{
  static const char *const groupings[] = { "kind", "actor", NULL };
  g_autoptr (VnusTimeline) timeline = vnus_timeline_new (view, about);
  g_autoptr (VnusTimelineLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int grouping;

  if (!choose ("lanes", options.lanes, groupings, &grouping))
    return USAGE;

  vnus_timeline_set_standpoint (timeline, standpoint);
  vnus_timeline_set_window (timeline, window);
  vnus_timeline_set_grouping (timeline, (VnusTimelineGrouping) grouping);
  if (options.width != 0)
    vnus_timeline_set_width (timeline, options.width);

  layout = vnus_timeline_lay_out (timeline, options.language, &error);
  if (g_error_matches (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_NO_LANGUAGE) ||
      g_error_matches (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_BAD_WINDOW))
    return complain (USAGE, error->message);
  if (layout == NULL)
    return complain (BAD_DATA, error->message);

  text = write_lines (layout);
  return write_picture (vnus_timeline_layout_get_picture (layout), text, format);
}

static Status
draw_chart (VnusChronicle *view,
            const char    *indicator,
            Format         format)
{
  g_auto (GStrv) more = g_strsplit (options.with != NULL ? options.with : "", ",", -1);
  g_autoptr (VnusChart) chart = vnus_chart_new (view);
  g_autoptr (VnusPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  vnus_chart_add_indicator (chart, indicator);
  for (guint i = 0; more[i] != NULL; i++)
    vnus_chart_add_indicator (chart, more[i]);
  if (options.width != 0)
    vnus_chart_set_width (chart, options.width);

  picture = vnus_chart_draw (chart, options.language, &error);
  if (g_error_matches (error, VNUS_CHART_ERROR, VNUS_CHART_ERROR_NO_LANGUAGE))
    return complain (USAGE, error->message);
  if (picture == NULL)
    return complain (BAD_DATA, error->message);

  text = g_strconcat (vnus_picture_get_description (picture), "\n", NULL);
  return write_picture (picture, text, format);
}

static Status
answer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) standpoint = NULL;
  g_autoptr (VnusDate) known_on = NULL;
  g_autoptr (VnusDate) window = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_auto (GStrv) sources = NULL;
  const Format format = find_format ();
  const char *subject = options.arguments[1] != NULL ? options.arguments[1] : options.relation;

  if (format == FORMAT_NONE)
    return complain (USAGE, "--format: expected one of svg, text, and where libvnus-draw was there to build with, png, pdf");
  if (options.width != 0 && (options.width < 320 || options.width > 20000))
    return complain (USAGE, "--width: expected a number from 320 to 20000");
  if (options.access != NULL && !g_str_equal (options.access, "open"))
    return complain (USAGE, "--access: expected open");
  if (!parse_day (options.on != NULL ? options.on : options.as_of, &standpoint, &error) ||
      !parse_day (options.known_on != NULL ? options.known_on : options.as_of, &known_on, &error) ||
      !parse_day (options.window, &window, &error))
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
  if (VNUS_IS_INDICATOR (vnus_chronicle_lookup (chronicle, subject)))
    return draw_chart (view, subject, format);
  return draw_timeline (view, subject, standpoint, window, format);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  setlocale (LC_ALL, "");
  g_set_prgname ("vnus-timeline");
  g_option_context_set_summary (context, "Draws the timeline about an event or a relation of a chronicle, or the chart of an indicator.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return complain (USAGE, error->message);

  n = options.arguments != NULL ? g_strv_length (options.arguments) : 0;
  if (n < 1 || n > 2)
    return complain (USAGE, "expected CHRONICLE [EVENT|RELATION|INDICATOR]; --help tells more");
  if (options.language == NULL)
    options.language = g_strdup ("en");

  return program_end (answer ());
}
