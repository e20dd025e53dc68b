/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-store: keeps a chronicle in a database, for many hands.
 *
 *   vnus-store init STORE
 *   vnus-store import STORE CHRONICLE [--author WHO] [--reason WHY]
 *   vnus-store export STORE [-o FILE] [--revision N]
 *   vnus-store load STORE QUERY [--known-on D] [--according-to S,…] [-o FILE]
 *   vnus-store commit STORE LOG [--expected N] [--author WHO] [--reason WHY]
 *   vnus-store log STORE [ID] [--most N]
 *   vnus-store check STORE
 *
 * STORE is a path, “sqlite:PATH” or “postgresql://…”. CHRONICLE is the name of a
 * shipped chronicle or, with “/”, “.” or “:” in it, a file or a store. LOG is a table
 * of changes, such as vnus-import --log writes. The program ends with 0 if it was
 * done, with 1 if something is wrong with the data or the store, clashes included,
 * and with 2 if it was called wrongly.
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
  char *author, *reason, *output, *known_on, *according_to;
  gint64 revision, expected;
  int most;
  char **arguments;
} options = { .revision = -1, .expected = -1 };

static const GOptionEntry entries[] = {
  { "author", 0, 0, G_OPTION_ARG_STRING, &options.author, "Who changes the store (default: the user)", "WHO" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, "Why", "WHY" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to this file (.jsonl: a line a record)", "FILE" },
  { "revision", 0, 0, G_OPTION_ARG_INT64, &options.revision, "Export this revision (default: the newest)", "N" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Load only what was known on this day", "D" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Load only what these sources say", "S,…" },
  { "expected", 0, 0, G_OPTION_ARG_INT64, &options.expected, "The revision that the author of the changes saw", "N" },
  { "most", 0, 0, G_OPTION_ARG_INT, &options.most, "List at most so many commits", "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL, "COMMAND STORE …" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "vnus-store: %s\n", message);
  return status;
}

static gboolean
save_chronicle (VnusChronicle  *chronicle,
                GError        **error)
{
  g_autoptr (GFile) file = options.output != NULL ? g_file_new_for_commandline_arg (options.output) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file != NULL)
    return vnus_chronicle_save_file (chronicle, file, NULL, error);

  bytes = vnus_chronicle_to_json (chronicle);
  return program_write (NULL, bytes, error);
}

/* Takes @error, of what was to be written. */
static Status
write_chronicle (VnusChronicle *chronicle,
                 GError        *error)
{
  g_autoptr (GError) failure = error;

  return chronicle != NULL && save_chronicle (chronicle, &failure) ? FINE : fail (BAD_DATA, failure->message);
}

static void
show_progress (VnusStore *store,
               guint      n_done,
               guint      n_all,
               gpointer   user_data)
{
  fprintf (stderr, n_done < n_all ? "\r%u of %u" : "\r\033[K", n_done, n_all);
}

/* --- Commands --- */

static Status
init (VnusStore *store)
{
  return FINE;
}

static Status
import (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open (options.arguments[2], &error);

  if (isatty (STDERR_FILENO))
    g_signal_connect (store, "progress", G_CALLBACK (show_progress), NULL);
  if (chronicle == NULL || !vnus_store_fill (store, chronicle, options.author, options.reason, NULL, &error))
    return fail (BAD_DATA, error->message);

  printf ("%u records.\n", g_list_model_get_n_items (G_LIST_MODEL (chronicle)));
  return FINE;
}

static Status
export (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_store_load_revision (store, options.revision, NULL, &error);

  return write_chronicle (chronicle, g_steal_pointer (&error));
}

static Status
load (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (options.arguments[2], &error);
  g_autoptr (VnusDate) known_on = NULL;
  g_auto (GStrv) according_to = options.according_to != NULL ? g_strsplit (options.according_to, ",", -1) : NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;

  if (query != NULL && options.known_on != NULL)
    known_on = vnus_date_parse (options.known_on, &error);
  if (query == NULL || (options.known_on != NULL && known_on == NULL))
    return fail (BAD_DATA, error->message);

  chronicle = vnus_store_load (store, query, known_on, (const char *const *) according_to, NULL, &error);
  return write_chronicle (chronicle, g_steal_pointer (&error));
}

static void
print_clashes (VnusStore     *store,
               VnusChangeSet *changes)
{
  g_autoptr (GListModel) clashes = vnus_store_list_clashes (store, changes, options.expected, NULL, NULL);

  for (guint i = 0; clashes != NULL && i < g_list_model_get_n_items (clashes); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (clashes, i);
      g_autofree char *text = vnus_issue_dup_explanation (issue, "en");

      fprintf (stderr, "%s: %s\n", vnus_issue_get_record_id (issue), text);
    }
}

static Status
commit (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options.arguments[2]);
  g_autoptr (VnusChangeSet) changes = vnus_change_set_load_log (file, NULL, &error);
  gint64 revision;

  if (changes == NULL)
    return fail (BAD_DATA, error->message);

  vnus_change_set_set_author (changes, options.author);
  vnus_change_set_set_reason (changes, options.reason);
  revision = vnus_store_commit (store, changes, options.expected, NULL, &error);
  if (g_error_matches (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_CLASH))
    {
      print_clashes (store, changes);
      return fail (BAD_DATA, "nothing is committed, since others changed what is told above");
    }
  if (revision < 0)
    return fail (BAD_DATA, error->message);

  printf ("Revision %" G_GINT64_FORMAT ".\n", revision);
  return FINE;
}

static Status
print_log (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) commits =
    vnus_store_list_commits (store, options.arguments[2], 0, (guint) options.most, NULL, &error);

  if (commits == NULL)
    return fail (BAD_DATA, error->message);

  for (guint i = 0; i < g_list_model_get_n_items (commits); i++)
    {
      g_autoptr (VnusCommit) item = g_list_model_get_item (commits, i);
      const char *author = vnus_commit_get_author (item), *reason = vnus_commit_get_reason (item);

      printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%u\t%s\n", vnus_commit_get_revision (item), vnus_commit_get_time (item),
              author != NULL ? author : "", vnus_commit_get_n_changes (item), reason != NULL ? reason : "");
    }

  return FINE;
}

static Status
check (VnusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = vnus_store_check (store, NULL, &error);

  if (faults == NULL)
    return fail (BAD_DATA, error->message);

  for (guint i = 0; faults[i] != NULL; i++)
    printf ("%s\n", faults[i]);
  if (faults[0] == NULL)
    printf ("All is well.\n");

  return faults[0] == NULL ? FINE : BAD_DATA;
}

static const struct
{
  const char     *name;
  Status        (*run) (VnusStore *store);
  VnusStoreFlags  flags;
  guint           least, most; /* arguments after the store */
} commands[] = {
  { "init", init, VNUS_STORE_FLAGS_CREATE, 0, 0 },
  { "import", import, VNUS_STORE_FLAGS_CREATE, 1, 1 },
  { "export", export, VNUS_STORE_FLAGS_READ_ONLY, 0, 0 },
  { "load", load, VNUS_STORE_FLAGS_READ_ONLY, 1, 1 },
  { "commit", commit, VNUS_STORE_FLAGS_NONE, 1, 1 },
  { "log", print_log, VNUS_STORE_FLAGS_READ_ONLY, 0, 1 },
  { "check", check, VNUS_STORE_FLAGS_READ_ONLY, 0, 0 },
};

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (VnusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n, found;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "Keeps a chronicle in a database, for many hands:\n"
                                         "init, import, export, load, commit, log or check, and where the store is.");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail (USAGE, error->message);

  if (options.revision < -1 || options.expected < -1 || options.most < 0)
    return fail (USAGE, "a revision is 0 or more, or -1 for the newest; a number of commits is 0 or more");

  n = options.arguments != NULL ? g_strv_length (options.arguments) : 0;
  for (found = 0; n >= 2 && found < G_N_ELEMENTS (commands); found++)
    if (g_str_equal (commands[found].name, options.arguments[0]))
      break;
  if (n < 2 || found == G_N_ELEMENTS (commands) || n - 2 < commands[found].least || n - 2 > commands[found].most)
    {
      fputs ("usage: vnus-store init|import|export|load|commit|log|check STORE …\n"
             "“vnus-store --help” explains the options.\n", stderr);
      return USAGE;
    }

  if (options.author == NULL)
    options.author = g_strdup (g_get_user_name ());
  store = vnus_store_open (options.arguments[1], commands[found].flags, NULL, &error);

  return program_end (store != NULL ? commands[found].run (store) : fail (BAD_DATA, error->message));
}
