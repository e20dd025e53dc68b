/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-query: the records of a chronicle that match a query.
 *
 *   vnus-query CHRONICLE QUERY [--format table|csv|json]
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. An answer ends the program with 0, an empty one included; bad data with
 * 1, and a query that is none with 2.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

typedef enum
{
  ANSWERED = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

static struct
{
  char *known_on, *as_of, *according_to, *relation, *language, *format, *output;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Use only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "The same: a query speaks from no day", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Use only these sources", "SOURCE,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Ask within this relation", "RELATION" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the labels (default: en)", "en|vi" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Form of the answer (default: table)", "table|csv|json" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to this file; its ending implies the format", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE QUERY" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "vnus-query: %s\n", message);
  return status;
}

/* --- Forms of an answer --- */

typedef struct
{
  VnusMatches *matches;
  guint        n;
  char       **columns[6]; /* id, kind, date, truth, label, sources */
} Table;

static const char *const heads[] = { "id", "kind", "date", "truth", "label", "sources" };

static char **
list_kinds (VnusMatches *matches,
            guint        n)
{
  char **kinds = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    kinds[i] = g_strdup (vnus_kind_to_string (vnus_record_get_kind (vnus_matches_get_record (matches, i))));
  return kinds;
}

static char **
list_truths (VnusMatches *matches,
             guint        n)
{
  char **truths = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    truths[i] = g_strdup (vnus_truth_to_string (vnus_matches_get_truth (matches, i)));
  return truths;
}

static void
write_csv_cell (GString    *text,
                const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_printf (text, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c (text, '"');
}

static void
write_csv (const Table *table,
           GString     *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", heads[i]);
  g_string_append (text, "\r\n");

  for (guint row = 0; row < table->n; row++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          write_csv_cell (text, table->columns[i][row]);
        }
      g_string_append (text, "\r\n");
    }
}

static void
write_json_string (GString    *text,
                   const char *string)
{
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (text, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (text, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
}

static void
write_json (const Table *table,
            GString     *text)
{
  int min, max;

  vnus_matches_get_count (table->matches, &min, &max);
  g_string_append_printf (text, "{\n  \"count\": [%d, %d],\n  \"unit\": \"%s\",\n  \"records\": [", min, max,
                          vnus_matches_get_unit (table->matches));
  for (guint row = 0; row < table->n; row++)
    {
      g_string_append (text, row > 0 ? ",\n    {" : "\n    {");
      for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        {
          g_string_append_printf (text, "%s\"%s\": ", i > 0 ? ", " : " ", heads[i]);
          write_json_string (text, table->columns[i][row]);
        }
      g_string_append (text, " }");
    }
  g_string_append (text, table->n > 0 ? "\n  ]\n}\n" : "]\n}\n");
}

/* For people: columns as wide as they need to be, and how many there are. */
static void
write_table (const Table *table,
             GString     *text)
{
  int min, max;

  for (guint row = 0; row < table->n; row++)
    for (guint i = 0; i + 1 < G_N_ELEMENTS (heads); i++)
      {
        long width = 0;

        for (guint other = 0; other < table->n; other++)
          width = MAX (width, g_utf8_strlen (table->columns[i][other], -1));
        g_string_append (text, table->columns[i][row]);
        if (i + 2 == G_N_ELEMENTS (heads))
          g_string_append_c (text, '\n');
        else
          for (width += 2 - g_utf8_strlen (table->columns[i][row], -1); width > 0; width--)
            g_string_append_c (text, ' ');
      }

  vnus_matches_get_count (table->matches, &min, &max);
  if (min == max)
    g_string_append_printf (text, "%d %s\n", max, vnus_matches_get_unit (table->matches));
  else
    g_string_append_printf (text, "%d–%d %s\n", min, max, vnus_matches_get_unit (table->matches));
}

static char *
format_matches (VnusMatches *matches)
{
  const guint n = vnus_matches_get_size (matches);
  GString *text = g_string_new (NULL);
  Table table = {
    matches, n,
    { g_strdupv ((char **) vnus_matches_get_ids (matches)), list_kinds (matches, n), vnus_matches_list_dates (matches),
      list_truths (matches, n), vnus_matches_list_labels (matches, options.language),
      vnus_matches_list_sources (matches) },
  };

  if (g_str_equal (options.format, "json"))
    write_json (&table, text);
  else if (g_str_equal (options.format, "csv"))
    write_csv (&table, text);
  else
    write_table (&table, text);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_strfreev (table.columns[i]);
  return g_string_free (text, FALSE);
}

/* --- Asking --- */

static Status
write_output (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (options.output == NULL)
    fputs (text, stdout);
  else if (!g_file_set_contents (options.output, text, -1, &error))
    return fail (BAD_DATA, error->message);

  return ANSWERED;
}

static VnusQuery *
make_query (GError **error)
{
  g_autoptr (VnusQuery) query = vnus_query_parse (options.arguments[1], error);
  const char *relation[] = { options.relation, NULL };

  if (query == NULL || options.relation == NULL)
    return g_steal_pointer (&query);

  return vnus_query_with_term (query, "relation", relation, FALSE, error);
}

/* The view that the options tell of; the chronicle itself if they tell of none. */
static VnusChronicle *
make_view (VnusChronicle *chronicle,
           GError       **error)
{
  const char *day = options.known_on != NULL ? options.known_on : options.as_of;
  g_autoptr (VnusDate) known_on = NULL;
  g_auto (GStrv) sources = NULL;

  if (day != NULL && (known_on = vnus_date_parse (day, error)) == NULL)
    return NULL;
  if (options.according_to != NULL)
    {
      g_autoptr (VnusQuery) everything = vnus_query_new (), cited = NULL;

      sources = g_strsplit (options.according_to, ",", -1);
      cited = vnus_query_with_term (everything, "source", (const char *const *) sources, FALSE, error);
      if (cited == NULL || !vnus_query_check_ids (cited, chronicle, error))
        return NULL;
    }
  if (known_on == NULL && sources == NULL)
    return g_object_ref (chronicle);

  return vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources);
}

static Status
ask (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = make_query (&error);
  g_autoptr (VnusChronicle) chronicle = NULL, view = NULL;
  g_autoptr (VnusMatches) matches = NULL;
  g_autofree char *text = NULL;

  if (query == NULL)
    return fail (USAGE, error->message);

  chronicle = vnus_chronicle_open (options.arguments[0], &error);
  if (chronicle == NULL)
    {
      fprintf (stderr, "%s\n", error->message); /* begins with the file and the line */
      return BAD_DATA;
    }

  view = make_view (chronicle, &error);
  if (view == NULL)
    return fail (error->domain == VNUS_DATE_ERROR ? USAGE : BAD_DATA, error->message);
  if (!vnus_query_check_ids (query, view, &error))
    return fail (BAD_DATA, error->message);

  matches = vnus_query_run (query, view);
  text = format_matches (matches);
  return write_output (text);
}

/* Fills in what was left out; FALSE if something is none of what it may be. */
static gboolean
complete_options (void)
{
  static const char *const formats[] = { "table", "csv", "json", NULL };
  static const char *const languages[] = { "en", "vi", NULL };
  const char *ending = options.output != NULL ? strrchr (options.output, '.') : NULL;

  if (options.format == NULL)
    options.format = g_strdup (ending != NULL && g_strv_contains (formats, ending + 1) ? ending + 1 : "table");
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
  g_option_context_set_summary (context, "Finds the records of a chronicle that match a query, such as:\n"
                                         "  vnus-query vietnam-us \"kind:visit host:vn when:2023\"");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail (USAGE, error->message);
  if (!complete_options ())
    return fail (USAGE, "expected --format table, csv or json and --lang en or vi");
  if (options.arguments == NULL || g_strv_length (options.arguments) != 2)
    return fail (USAGE, "usage: vnus-query CHRONICLE QUERY [OPTION…]; “vnus-query --help” explains the options");

  return ask ();
}
