/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-import: reads registers and other files of facts into a chronicle.
 *
 *   vnus-import FORMAT PATH… [--into CHRONICLE] [--mapping MAPPING] [--apply] [-o FILE] [--log FILE]
 *
 * It tells what the files would change, and changes nothing: that is for --apply,
 * which writes the chronicle to FILE, or back to the file of --into. Without
 * --into the chronicle is a new one.
 *
 * MAPPING, for csv, tells what the columns mean: the name of a shipped one or, with
 * “/”, “.” or “:” in it, a file. CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file or a store: what is applied to a store is committed to it. The program ends with 0 if all rows could be read, with 1 if something is
 * wrong in a file or the chronicle, and with 2 if it was called wrongly.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <vnus/vnus.h>

#include "program-output.h"

typedef enum
{
  FINE = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

static struct
{
  char *into, *mapping, *output, *log, *language, *format;
  gboolean is_to_apply, is_to_list;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "into", 0, 0, G_OPTION_ARG_STRING, &options.into, "Merge with what this chronicle has", "CHRONICLE" },
  { "mapping", 0, 0, G_OPTION_ARG_STRING, &options.mapping, "What the columns of csv mean (default: those of a sheet)", "MAPPING" },
  { "apply", 0, 0, G_OPTION_ARG_NONE, &options.is_to_apply, "Change the chronicle, and write it", NULL },
  { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_to_list, "Tell every change, not only how many there are", NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
    "Write to this file: the chronicle with --apply, else what would change (.json: all of it)", "FILE" },
  { "log", 0, 0, G_OPTION_ARG_FILENAME, &options.log, "Write every change to this file, as CSV that can be replayed", "FILE" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Form of what would change (default: text)", "text|json" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the report (default: en)", "en|vi" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL, "FORMAT PATH…" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "%s\n", message);
  return status;
}

/* A bar for those who wait at a terminal. */

#define BAR_WIDTH 40

static void
show_progress (VnusImporter *importer,
               double        fraction,
               const char   *file,
               gpointer      user_data)
{
  char bar[BAR_WIDTH + 1];

  for (int i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < fraction * BAR_WIDTH ? '#' : '.';
  bar[BAR_WIDTH] = '\0';
  fprintf (stderr, "\r%s %3.0f%%", bar, fraction * 100);
}

static void
clear_progress (void)
{
  fprintf (stderr, "\r%*s\r", BAR_WIDTH + 6, "");
}

/* What would change */

/* The first line of the text tells how many changes there are. */
static char *
summarise (VnusChangeSet *changes)
{
  char *text = vnus_change_set_to_text (changes, options.language);

  text[strcspn (text, "\n") + 1] = '\0';
  return text;
}

static char *
describe (VnusChangeSet *changes)
{
  if (g_str_equal (options.format, "json"))
    return vnus_change_set_to_json (changes);

  return options.is_to_list ? vnus_change_set_to_text (changes, options.language) : summarise (changes);
}

static gboolean
print_changes (VnusChangeSet  *changes,
               GError        **error)
{
  g_autofree char *text = describe (changes);

  return program_write_text (options.output, text, error);
}

/* Applying */

/* Whether the chronicle would be whole afterwards; what would not be is told. */
static gboolean
is_sound (VnusChangeSet *changes,
          VnusChronicle *chronicle)
{
  g_autoptr (GListModel) issues = vnus_change_set_check (changes, chronicle);
  gboolean sound = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *text = vnus_issue_to_text (issue, options.language);

      fputs (text, stderr);
      sound = sound && vnus_issue_get_severity (issue) != VNUS_SEVERITY_ERROR;
    }

  return sound;
}

static gboolean
save (VnusChronicle  *chronicle,
      const char     *path,
      GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return vnus_chronicle_save_file (chronicle, file, NULL, error);
}

/* A store takes the changes themselves. */
static gboolean
commit (VnusChangeSet  *changes,
        GError        **error)
{
  g_autoptr (VnusStore) store = vnus_store_open (options.into, VNUS_STORE_FLAGS_NONE, NULL, error);

  return store != NULL && vnus_store_commit (store, changes, -1, NULL, error) >= 0;
}

/* Where the changed chronicle goes. */
static gboolean
keep (VnusChangeSet  *changes,
      VnusChronicle  *chronicle,
      GError        **error)
{
  if (options.output == NULL && vnus_store_recognise (options.into))
    return commit (changes, error);
  return save (chronicle, options.output != NULL ? options.output : options.into, error);
}

/* The log comes first: a change without its log could not be logged later, while a log
 * of what was not made is written again with the next try. */
static gboolean
finish (VnusChangeSet  *changes,
        VnusChronicle  *chronicle,
        GError        **error)
{
  g_autoptr (GFile) log = options.log != NULL ? g_file_new_for_commandline_arg (options.log) : NULL;
  g_autofree char *summary = NULL;

  if (log != NULL && !vnus_change_set_save_log (changes, log, NULL, error))
    return FALSE;
  if (!options.is_to_apply)
    return print_changes (changes, error);
  if (!vnus_change_set_apply (changes, chronicle, error) || !keep (changes, chronicle, error))
    {
      if (log != NULL)
        g_prefix_error (error, "the changes in %s were not made: ", options.log);
      return FALSE;
    }

  summary = summarise (changes);
  fputs (summary, stdout);
  return TRUE;
}

static gboolean
has_error (VnusImporter *importer)
{
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);

      if (vnus_issue_get_severity (issue) == VNUS_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

static Status
import (VnusImporter *importer)
{
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  chronicle = options.into != NULL ? vnus_chronicle_open (options.into, &error) : vnus_chronicle_new ("imported");
  if (chronicle == NULL)
    return fail (BAD_DATA, error->message);

  if (isatty (STDERR_FILENO))
    g_signal_connect (importer, "progress", G_CALLBACK (show_progress), NULL);
  changes = vnus_importer_read (importer, (const char *const *) options.arguments + 1, chronicle, NULL, &error);
  if (isatty (STDERR_FILENO))
    clear_progress ();
  if (changes == NULL)
    return fail (BAD_DATA, error->message);

  vnus_change_set_set_author (changes, g_get_user_name ());
  report = vnus_importer_to_text (importer, options.language);
  fputs (report, stderr);
  if (!is_sound (changes, chronicle) && options.is_to_apply)
    return fail (BAD_DATA, "vnus-import: nothing is changed; mend what is told above first");
  if (!finish (changes, chronicle, &error))
    return fail (BAD_DATA, error->message);

  return has_error (importer) ? BAD_DATA : FINE;
}

/* Fills in what was left out; FALSE if something is none of what it may be. */
static gboolean
complete_options (void)
{
  static const char *const formats[] = { "text", "json", NULL };
  static const char *const languages[] = { "en", "vi", NULL };

  if (options.format == NULL)
    options.format = g_strdup (!options.is_to_apply && options.output != NULL && g_str_has_suffix (options.output, ".json")
                                 ? "json"
                                 : "text");
  if (options.language == NULL)
    options.language = g_strdup ("en");

  return g_strv_contains (formats, options.format) && g_strv_contains (languages, options.language);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) formats = vnus_importer_list_formats ();
  g_autofree char *names = g_strjoinv (", ", formats);
  g_autofree char *summary = g_strconcat ("Reads registers and other files of facts into a chronicle. FORMAT is one of\n", names,
                                          ", such as in:\n  vnus-import travels travels/president-travels --apply -o travels.json",
                                          NULL);
  g_autoptr (VnusImporter) importer = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, summary);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "vnus-import: %s\n", error->message);
      return USAGE;
    }

  if (!complete_options ())
    return fail (USAGE, "vnus-import: expected --format text or json and --lang en or vi");
  if (options.arguments == NULL || options.arguments[1] == NULL)
    return fail (USAGE, "usage: vnus-import FORMAT PATH… [--into CHRONICLE] [--apply] [-o FILE] [--log FILE]\n"
                        "“vnus-import --help” explains the options.");
  if (options.is_to_apply && options.output == NULL && (options.into == NULL || strpbrk (options.into, "/.:") == NULL))
    return fail (USAGE, "vnus-import: --apply needs -o FILE, or a file of --into that it may write to");

  importer = vnus_importer_new (options.arguments[0], &error);
  if (importer == NULL)
    {
      fprintf (stderr, "vnus-import: %s\n", error->message);
      return USAGE;
    }

  if (options.mapping != NULL)
    {
      g_autoptr (VnusMapping) mapping = vnus_mapping_open (options.mapping, &error);

      if (mapping == NULL)
        return fail (BAD_DATA, error->message);
      vnus_importer_set_mapping (importer, mapping);
    }

  return program_end (import (importer));
}
