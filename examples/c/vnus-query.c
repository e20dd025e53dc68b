/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-query: the records of a chronicle that match a query.
 *
 *   vnus-query CHRONICLE QUERY [--format table|csv|json]
 *   vnus-query CHRONICLE QUERY --count
 *   vnus-query CHRONICLE QUERY --by year|actor|kind|rank
 *
 * --count asks the rule “count”: how many there were, as far as sources are
 * complete, by the standpoint (--on). --by counts the matches in groups.
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. An answer ends the program with 0, an empty one included; bad data with
 * 1, and a query that is none with 2.
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
  char *on, *known_on, *as_of, *according_to, *relation, *language, *format, *output, *by;
  gboolean count;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Count from this day; what begins after it is not there yet", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Use only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both --on and --known-on", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Use only these sources", "SOURCE,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Ask within this relation", "RELATION" },
  { "count", 0, 0, G_OPTION_ARG_NONE, &options.count, "Say how many there were, as far as sources are complete", NULL },
  { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, "Count the matches in groups", "year|actor|kind|rank" },
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

/* --- Groups --- */

static void
write_group (VnusCount *group,
             gboolean   is_first,
             GString   *text)
{
  const int min = vnus_count_get_min (group), max = vnus_count_get_max (group);
  const char *key = vnus_count_get_key (group);

  if (g_str_equal (options.format, "json"))
    {
      g_string_append (text, is_first ? "\n    { \"key\": " : ",\n    { \"key\": ");
      write_json_string (text, key);
      g_string_append_printf (text, ", \"count\": [%d, %d] }", min, max);
      return;
    }
  if (g_str_equal (options.format, "csv"))
    {
      write_csv_cell (text, key);
      g_string_append_printf (text, ",%d,%d\r\n", min, max);
      return;
    }

  g_string_append_printf (text, "%s  ", *key != '\0' ? key : "-");
  g_string_append_printf (text, min == max ? "%d\n" : "%d–%d\n", min, max);
}

/* Those of no group have an empty key, and come last. */
static char *
format_groups (VnusMatches *matches)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_GROUPING);
  const VnusGrouping grouping = (VnusGrouping) g_enum_get_value_by_nick (klass, options.by)->value;
  g_autoptr (GListModel) groups = vnus_matches_count_by (matches, grouping);
  GString *text = g_string_new (NULL);

  if (g_str_equal (options.format, "csv"))
    g_string_append_printf (text, "%s,min,max\r\n", options.by);
  if (g_str_equal (options.format, "json"))
    g_string_append_printf (text, "{\n  \"by\": \"%s\",\n  \"unit\": \"%s\",\n  \"groups\": [", options.by,
                            vnus_matches_get_unit (matches));
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (VnusCount) group = g_list_model_get_item (groups, i);

      write_group (group, i == 0, text);
    }
  if (g_str_equal (options.format, "json"))
    g_string_append (text, g_list_model_get_n_items (groups) > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (text, FALSE);
}

/* --- Asking --- */

static Status
write_output (const char *text)
{
  g_autoptr (GError) error = NULL;

  return program_write_text (options.output, text, &error) ? ANSWERED : fail (BAD_DATA, error->message);
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

/* The view that the options tell of; of all sources if they tell of none. Its
 * records have the values that are used where sources differ. */
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
  return vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources);
}

/* The sources of all matches, each once, in the order of ids; no more than are read. */
static char **
list_sources (VnusMatches *matches)
{
  g_auto (GStrv) column = vnus_matches_list_sources (matches);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) keys = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; column[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit_set (column[i], "; ,", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        if (*ids[j] != '\0')
          g_hash_table_add (seen, g_strdup (ids[j]));
    }
  keys = g_list_sort (g_hash_table_get_keys (seen), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    g_strv_builder_add (builder, key->data);

  return g_strv_builder_end (builder);
}

/* For people, which chronicle and which sources it comes from. */
static char *
add_colophon (char        *text,
              VnusInquiry *inquiry,
              VnusMatches *matches)
{
  g_autofree char *answer = text, *colophon = NULL;
  g_auto (GStrv) sources = NULL;

  if (!g_str_equal (options.format, "table"))
    return g_steal_pointer (&answer);

  sources = list_sources (matches);
  colophon = vnus_inquiry_dup_colophon (inquiry, (const char *const *) sources, options.language);
  return g_strconcat (answer, "\n", colophon, NULL);
}

/* How many there were: the answer of a rule, which knows of coverage. */
static Status
count (VnusInquiry     *inquiry,
       const VnusQuery *query)
{
  g_autofree char *canonical = vnus_query_to_string (query), *text = NULL;
  const char *arguments[] = { canonical, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "count", arguments, &error);
  int min, max;

  if (finding == NULL)
    return fail (USAGE, error->message);
  if (!g_str_equal (options.format, "csv"))
    {
      text = g_str_equal (options.format, "json") ? vnus_finding_to_json (finding, options.language)
                                                  : vnus_finding_to_text (finding, options.language);
      return write_output (text);
    }

  vnus_finding_get_range (finding, &min, &max);
  text = max == VNUS_RANGE_OPEN ? g_strdup_printf ("min,max,unit\r\n%d,,%s\r\n", min, vnus_finding_get_unit (finding))
                                : g_strdup_printf ("min,max,unit\r\n%d,%d,%s\r\n", min, max, vnus_finding_get_unit (finding));
  return write_output (text);
}

static Status
ask (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = make_query (&error);
  g_autoptr (VnusChronicle) chronicle = NULL, view = NULL;
  g_autoptr (VnusMatches) matches = NULL;
  g_autoptr (VnusInquiry) inquiry = NULL;
  g_autoptr (VnusDate) standpoint = NULL;
  g_autofree char *text = NULL;
  const char *on = options.on != NULL ? options.on : options.as_of;

  if (query == NULL)
    return fail (USAGE, error->message);
  if (on != NULL && (standpoint = vnus_date_parse (on, &error)) == NULL)
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

  inquiry = vnus_inquiry_new (view);
  vnus_inquiry_set_standpoint (inquiry, standpoint);
  if (options.count)
    return count (inquiry, query);

  matches = vnus_query_run (query, view);
  text = add_colophon (options.by != NULL ? format_groups (matches) : format_matches (matches), inquiry, matches);
  return write_output (text);
}

/* Fills in what was left out; FALSE if something is none of what it may be. */
static gboolean
complete_options (void)
{
  static const char *const formats[] = { "table", "csv", "json", NULL };
  static const char *const languages[] = { "en", "vi", NULL };
  static const char *const groupings[] = { "year", "actor", "kind", "rank", NULL };
  const char *ending = options.output != NULL ? strrchr (options.output, '.') : NULL;

  if (options.format == NULL)
    options.format = g_strdup (ending != NULL && g_strv_contains (formats, ending + 1) ? ending + 1 : "table");
  if (options.language == NULL)
    options.language = g_strdup ("en");

  return g_strv_contains (formats, options.format) && g_strv_contains (languages, options.language) &&
         (options.by == NULL || (!options.count && g_strv_contains (groupings, options.by)));
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
    return fail (USAGE, "expected --format table, csv or json, --lang en or vi, and --count or --by year, actor, kind or rank");
  if (options.arguments == NULL || g_strv_length (options.arguments) != 2)
    return fail (USAGE, "usage: vnus-query CHRONICLE QUERY [OPTION…]; “vnus-query --help” explains the options");

  return program_end (ask ());
}
