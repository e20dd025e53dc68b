/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-ask: asks a chronicle a question.
 *
 *   vnus-ask CHRONICLE RULE ARGUMENT… [--format text|json|explain]
 *   vnus-ask CHRONICLE [RULE ARGUMENT…] --against OTHER
 *   vnus-ask --list
 *
 * The second form asks another chronicle, or another view (--against-known-on,
 * --against-according-to), the same, and writes the answers that differ; without
 * a rule all questions that the two raise are asked.
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. An answer ends the program with 0, “no” included; bad data with 1, and a
 * question that cannot be asked so with 2.
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
  char *on, *known_on, *as_of, *according_to, *relation, *language, *format, *output;
  char *against, *against_known_on, *against_according_to;
  gboolean list;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Speak from this day; what ends after it is not done yet", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Use only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both --on and --known-on", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Use only these sources", "SOURCE,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Ask within this relation", "RELATION" },
  { "against", 0, 0, G_OPTION_ARG_STRING, &options.against, "Write what differs from the answers of this one", "CHRONICLE" },
  { "against-known-on", 0, 0, G_OPTION_ARG_STRING, &options.against_known_on, "… from what was known on this day", "DATE" },
  { "against-according-to", 0, 0, G_OPTION_ARG_STRING, &options.against_according_to, "… from these sources alone", "SOURCE,…" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the answer (default: en)", "en|vi" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Form of the answer (default: text)", "text|json|explain" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to this file; .json implies --format json", "FILE" },
  { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, "List the rules and what they ask", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE RULE ARGUMENT…" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "%s\n", message);
  return status;
}

/* Reads a date of the command line; one that is not given is none. */
static gboolean
read_date (const char *option,
           const char *text,
           VnusDate  **date)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;

  *date = vnus_date_parse (text, &error);
  if (*date == NULL)
    fprintf (stderr, "vnus-ask: %s: %s\n", option, error->message);
  return *date != NULL;
}

static gboolean
are_sources (VnusChronicle *chronicle,
             char         **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      VnusRecord *record = vnus_chronicle_lookup (chronicle, ids[i]);
      g_auto (GStrv) nearest = NULL;
      g_autofree char *names = NULL;

      if (record != NULL && VNUS_IS_SOURCE (record))
        continue;

      nearest = vnus_chronicle_suggest_ids (chronicle, ids[i]);
      names = g_strjoinv (", ", nearest);
      fprintf (stderr, "vnus-ask: --according-to: “%s” is no source%s%s\n", ids[i],
               *names != '\0' ? "; the nearest are: " : "", names);
      return FALSE;
    }

  return TRUE;
}

static Status
write_output (const char *text)
{
  g_autoptr (GError) error = NULL;

  return program_write_text (options.output, text, &error) ? ANSWERED : fail (BAD_DATA, error->message);
}

static char *
format_finding (VnusFinding *finding)
{
  if (g_str_equal (options.format, "json"))
    return vnus_finding_to_json (finding, options.language);
  if (g_str_equal (options.format, "explain"))
    return vnus_finding_explain (finding, options.language);

  return vnus_finding_to_text (finding, options.language);
}

static gboolean
is_comparison (void)
{
  return options.against != NULL || options.against_known_on != NULL || options.against_according_to != NULL;
}

static VnusInquiry *
make_inquiry (VnusChronicle *view,
              VnusDate      *standpoint)
{
  VnusInquiry *inquiry = vnus_inquiry_new (view);

  vnus_inquiry_set_standpoint (inquiry, standpoint);
  vnus_inquiry_set_relation (inquiry, options.relation);
  return inquiry;
}

static Status
fail_to_ask (const GError *error)
{
  fprintf (stderr, "vnus-ask: %s\n", error->message);
  return g_error_matches (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_UNKNOWN_ID) ? BAD_DATA : USAGE;
}

static Status
ask (VnusInquiry *inquiry)
{
  g_autoptr (VnusFinding) finding = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  finding = vnus_inquiry_ask (inquiry, options.arguments[1], (const char *const *) options.arguments + 2, &error);
  if (finding == NULL)
    return fail_to_ask (error);

  text = format_finding (finding);
  return write_output (text);
}

/* The rule and its arguments as one question; NULL if none was given. */
static char *
make_question (void)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 1; options.arguments[i] != NULL; i++)
    {
      const gboolean is_plain = strpbrk (options.arguments[i], " \t\n\"'\\#") == NULL && options.arguments[i][0] != '\0';
      g_autofree char *word = is_plain ? g_strdup (options.arguments[i]) : g_shell_quote (options.arguments[i]);

      g_string_append_printf (line, i > 1 ? " %s" : "%s", word);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static Status
compare (VnusInquiry *before,
         VnusInquiry *after)
{
  g_autofree char *question = make_question (), *text = NULL;
  const char *questions[] = { question, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFindingDifference) difference =
    vnus_inquiry_compare (before, after, question != NULL ? questions : NULL, &error);

  if (difference == NULL)
    return fail_to_ask (error);

  text = g_str_equal (options.format, "json") ? vnus_finding_difference_to_json (difference, options.language)
                                              : vnus_finding_difference_to_text (difference, options.language);
  return write_output (text);
}

/* The view of a chronicle that some options tell of; NULL, and a message, if they cannot be read. */
static VnusChronicle *
make_view (VnusChronicle *chronicle,
           VnusDate      *known_on,
           const char    *according_to)
{
  g_auto (GStrv) sources = according_to != NULL ? g_strsplit (according_to, ",", -1) : NULL;

  if (sources != NULL && !are_sources (chronicle, sources))
    return NULL;

  return vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources);
}

static Status
ask_chronicle (void)
{
  g_autoptr (VnusDate) standpoint = NULL, known_on = NULL, against_known_on = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL, other = NULL, view = NULL, other_view = NULL;
  g_autoptr (VnusInquiry) inquiry = NULL, before = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_date ("--on", options.on != NULL ? options.on : options.as_of, &standpoint) ||
      !read_date ("--known-on", options.known_on != NULL ? options.known_on : options.as_of, &known_on) ||
      !read_date ("--against-known-on", options.against_known_on, &against_known_on))
    return USAGE;

  chronicle = vnus_chronicle_open (options.arguments[0], &error);
  if (chronicle == NULL)
    return fail (BAD_DATA, error->message);
  view = make_view (chronicle, known_on, options.according_to);
  if (view == NULL)
    return BAD_DATA;
  inquiry = make_inquiry (view, standpoint);
  if (!is_comparison ())
    return ask (inquiry);

  other = options.against != NULL ? vnus_chronicle_open (options.against, &error) : g_object_ref (chronicle);
  if (other == NULL)
    return fail (BAD_DATA, error->message);
  other_view = make_view (other, against_known_on, options.against_according_to);
  if (other_view == NULL)
    return BAD_DATA;
  before = make_inquiry (other_view, standpoint);
  return compare (before, inquiry);
}

static Status
list_rules (void)
{
  g_auto (GStrv) rules = vnus_inquiry_list_rules ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *statement = vnus_inquiry_dup_rule_statement (rules[i], options.language);

      g_string_append_printf (text, "%s %s\n    %s\n", rules[i], vnus_inquiry_get_rule_parameters (rules[i]), statement);
    }

  return write_output (text->str);
}

/* Fills in what was left out; FALSE if something is none of what it may be. */
static gboolean
complete_options (void)
{
  static const char *const formats[] = { "text", "json", "explain", NULL };
  static const char *const languages[] = { "en", "vi", NULL };

  if (options.format == NULL)
    options.format = g_strdup (options.output != NULL && g_str_has_suffix (options.output, ".json") ? "json" : "text");
  if (options.language == NULL)
    options.language = g_strdup ("en");

  return g_strv_contains (formats, options.format) && g_strv_contains (languages, options.language);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "Asks a chronicle a question, such as:\n"
                                         "  vnus-ask vietnam-us elapsed us-vn-comprehensive 2023-09-10 years");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "vnus-ask: %s\n", error->message);
      return USAGE;
    }

  if (!complete_options ())
    return fail (USAGE, "vnus-ask: expected --format text, json or explain and --lang en or vi");
  if (options.list)
    return program_end (list_rules ());
  if (options.arguments == NULL || (options.arguments[1] == NULL && !is_comparison ()))
    return fail (USAGE, "usage: vnus-ask CHRONICLE RULE ARGUMENT… [OPTION…]\n"
                        "       vnus-ask CHRONICLE [RULE ARGUMENT…] --against OTHER [OPTION…]\n"
                        "       vnus-ask --list\n"
                        "“vnus-ask --help” explains the options.");

  return program_end (ask_chronicle ());
}
