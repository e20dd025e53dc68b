/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Writes a made-up chronicle to standard output; see world.h.
 *
 *   generate --events 1000000 --seed 1995 --lines > world.jsonl
 */
#include "world.h"

int
main (int    argc,
      char **argv)
{
  int n_events = 1000, n_states = 0, n_own = 0, first = 0;
  gint64 seed = 1995;
  gboolean lines = FALSE, plain = FALSE;
  const GOptionEntry entries[] = {
    { "events", 'n', 0, G_OPTION_ARG_INT, &n_events, "How many events (default: 1000)", "N" },
    { "states", 0, 0, G_OPTION_ARG_INT, &n_states, "How many states (default: by the number of events)", "N" },
    { "own", 0, 0, G_OPTION_ARG_INT, &n_own, "How many of them between the first two states (default: 400)", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT, &first, "Leave out the events before this one (default: 0)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Another number, another world (default: 1995)", "N" },
    { "lines", 0, 0, G_OPTION_ARG_NONE, &lines, "JSON Lines, not one JSON document", NULL },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, "Visits alone: two participants, two labels, one citation each", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("> FILE");
  g_autoptr (GError) error = NULL;
  WorldSettings settings = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n_events < 0 || n_states < 0 ||
      n_own < 0 || first < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "numbers are 0 or more");
      return 2;
    }

  settings = (WorldSettings) {
    .n_events = (guint) n_events,
    .n_states = (guint) n_states,
    .n_own = (guint) n_own,
    .first = (guint) first,
    .seed = (guint64) seed,
    .form = lines ? WORLD_JSON_LINES : WORLD_JSON,
    .is_plain = plain,
  };
  world_write (&settings, stdout);

  return fflush (stdout) == 0 ? 0 : 1;
}
