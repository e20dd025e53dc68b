/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-convert: writes a chronicle in another form.
 *
 *   vnus-convert CHRONICLE --to json|jsonl|csv|colt|dyad-year|timelinejs|ics
 *     [--kind KIND] [--query QUERY] [--years FIRST/LAST] [-o FILE]
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. A sheet (csv) has the records of one kind; a time line and a calendar have
 * what matches the query. What a form cannot hold is left out, and standard error
 * tells how much that is. The program ends with 0 if it
 * has written, with 1 if the chronicle cannot be read or written, and with 2 if it
 * was called wrongly.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

#include "program-output.h"

typedef enum
{
  WRITTEN = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

static struct
{
  char *to, *kind, *query, *relation, *years, *on, *known_on, *as_of, *according_to, *language, *output;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &options.to, "Form to write", "json|jsonl|csv|colt|dyad-year|timelinejs|ics" },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind, "Kind of the records of a sheet, such as visit", "KIND" },
  { "query", 'q', 0, G_OPTION_ARG_STRING, &options.query, "What stands on a time line or in a calendar; which visits are counted", "QUERY" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Only what belongs to this relation, there", "ID" },
  { "years", 0, 0, G_OPTION_ARG_STRING, &options.years, "The years of dyad-year", "FIRST/LAST" },
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Count from this day; what is after it has not been yet", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Write only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both --on and --known-on", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Write only what these sources say", "SOURCE,…" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of a time line or a calendar (default: en)", "en|vi" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to this file; its ending implies --to", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "%s%s\n", status == USAGE ? "vnus-convert: " : "", message);
  return status;
}

/* --- The forms --- */

static GBytes *
write_json (VnusChronicle *chronicle,
            VnusQuery     *query,
            guint         *n_left_out,
            GError       **error)
{
  return vnus_chronicle_to_json (chronicle);
}

static GBytes *
write_json_lines (VnusChronicle *chronicle,
                  VnusQuery     *query,
                  guint         *n_left_out,
                  GError       **error)
{
  return vnus_chronicle_to_json_lines (chronicle);
}

static GBytes *
write_sheet (VnusChronicle *chronicle,
             VnusQuery     *query,
             guint         *n_left_out,
             GError       **error)
{
  return vnus_chronicle_to_csv (chronicle, vnus_kind_from_string (options.kind));
}

static GBytes *
write_colt (VnusChronicle *chronicle,
            VnusQuery     *query,
            guint         *n_left_out,
            GError       **error)
{
  return vnus_chronicle_to_colt (chronicle, n_left_out);
}

static GBytes *
write_timelinejs (VnusChronicle *chronicle,
                  VnusQuery     *query,
                  guint         *n_left_out,
                  GError       **error)
{
  return vnus_chronicle_to_timelinejs (chronicle, query, options.language, n_left_out);
}

static GBytes *
write_calendar (VnusChronicle *chronicle,
                VnusQuery     *query,
                guint         *n_left_out,
                GError       **error)
{
  return vnus_chronicle_to_icalendar (chronicle, query, options.language, n_left_out, error);
}

static GBytes *
write_dyad_years (VnusChronicle *chronicle,
                  VnusQuery     *query,
                  guint         *n_left_out,
                  GError       **error)
{
  const char *day = options.on != NULL ? options.on : options.as_of;
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (VnusDate) standpoint = day != NULL ? vnus_date_parse (day, error) : NULL;
  int first = 0, last = 0;

  if (day != NULL && standpoint == NULL)
    return NULL;
  vnus_inquiry_set_standpoint (inquiry, standpoint);
  vnus_inquiry_set_relation (inquiry, options.relation);
  sscanf (options.years, "%d/%d", &first, &last);

  return vnus_inquiry_to_dyad_years (inquiry, first, last, options.query, error);
}

/* Two years of four figures, the first one first. */
static gboolean
are_years (const char *years)
{
  return years != NULL && g_regex_match_simple ("^[0-9]{4}/[0-9]{4}$", years, 0, 0) && memcmp (years, "0000", 4) != 0 &&
         memcmp (years, years + 5, 4) <= 0;
}

static const struct
{
  const char *name, *ending; /* no ending: only by name */
  GBytes *(*write) (VnusChronicle *chronicle, VnusQuery *query, guint *n_left_out, GError **error);
  const char *left_out; /* why something may be */
  gboolean takes_query;
} forms[] = {
  { "json", ".json", write_json, NULL },
  { "jsonl", ".jsonl", write_json_lines, NULL },
  { "csv", ".csv", write_sheet, NULL },
  { "colt", NULL, write_colt, "not held for certain, without a guest by name, or without a certain year" },
  { "dyad-year", NULL, write_dyad_years, NULL, TRUE },
  { "timelinejs", NULL, write_timelinejs, "without a certain year", TRUE },
  { "ics", ".ics", write_calendar, "without a first and a last day that are certain", TRUE },
};

/* The index of the form that is asked for, or of none. */
static guint
find_form (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forms); i++)
    if (options.to != NULL ? g_str_equal (forms[i].name, options.to)
                           : options.output != NULL && forms[i].ending != NULL && g_str_has_suffix (options.output, forms[i].ending))
      break;

  return i;
}

/* --- Reading and writing --- */

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
      fprintf (stderr, "vnus-convert: --according-to: “%s” is no source; the nearest are: %s\n", ids[i], names);
      return FALSE;
    }

  return TRUE;
}

static Status
write_output (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  return program_write (options.output, bytes, &error) ? WRITTEN : fail (BAD_DATA, error->message);
}

/* What the options ask for; NULL, without an error, if they ask for all. */
static VnusQuery *
make_query (GError **error)
{
  const char *relation[] = { options.relation, NULL };
  g_autoptr (VnusQuery) query = NULL;

  if (options.query == NULL && options.relation == NULL)
    return NULL;

  query = vnus_query_parse (options.query != NULL ? options.query : "kind:event|stage|treaty-action", error);
  if (query == NULL || options.relation == NULL)
    return g_steal_pointer (&query);

  return vnus_query_with_term (query, "relation", relation, FALSE, error);
}

static Status
convert (guint form)
{
  const char *day = options.known_on != NULL ? options.known_on : options.as_of;
  g_autoptr (VnusDate) known_on = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_auto (GStrv) sources = NULL;
  g_autoptr (VnusQuery) query = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;

  if (day != NULL && (known_on = vnus_date_parse (day, &error)) == NULL)
    return fail (USAGE, error->message);
  query = make_query (&error);
  if (error != NULL)
    return fail (USAGE, error->message);

  chronicle = vnus_chronicle_open (options.arguments[0], &error);
  if (chronicle == NULL)
    return fail (BAD_DATA, error->message); /* begins with the file and the line */

  if (options.according_to != NULL)
    {
      sources = g_strsplit (options.according_to, ",", -1);
      if (!are_sources (chronicle, sources))
        return BAD_DATA;
    }

  view = known_on != NULL || sources != NULL ? vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources)
                                             : g_object_ref (chronicle);
  if (forms[form].write != write_dyad_years && query != NULL && !vnus_query_check_ids (query, view, &error))
    return fail (BAD_DATA, error->message);
  bytes = forms[form].write (view, query, &n_left_out, &error);
  if (bytes == NULL)
    return fail (BAD_DATA, error->message);
  if (n_left_out > 0)
    fprintf (stderr, "vnus-convert: %u left out: %s\n", n_left_out, forms[form].left_out);
  return write_output (bytes);
}

static Status
fail_kind (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (VNUS_TYPE_KIND);

  fprintf (stderr, "vnus-convert: expected --kind with one of");
  for (guint i = 1; i < kinds->n_values; i++)
    fprintf (stderr, " %s", kinds->values[i].value_nick);
  fputc ('\n', stderr);

  return USAGE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint form;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "Writes a chronicle in another form, such as:\n"
                                         "  vnus-convert vietnam-us --to csv --kind visit -o visits.csv");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail (USAGE, error->message);
  if (options.arguments == NULL || options.arguments[1] != NULL)
    return fail (USAGE, "expected CHRONICLE and --to FORM; “vnus-convert --help” explains the options");

  form = find_form ();
  if (form == G_N_ELEMENTS (forms))
    return fail (USAGE, "expected --to json, jsonl, csv, colt, dyad-year, timelinejs or ics, or -o with a file of such an ending");
  if ((options.query != NULL || options.relation != NULL) && !forms[form].takes_query)
    return fail (USAGE, "expected --query and --relation only with --to dyad-year, timelinejs or ics; the other forms have all");
  if (options.language == NULL)
    options.language = g_strdup ("en");
  if (!g_str_equal (options.language, "en") && !g_str_equal (options.language, "vi"))
    return fail (USAGE, "expected --lang en or vi");
  if (forms[form].write == write_dyad_years && !are_years (options.years))
    return fail (USAGE, "expected --years with the first and the last year, such as 1995/2023");
  if (forms[form].write == write_sheet && (options.kind == NULL || vnus_kind_from_string (options.kind) == VNUS_KIND_UNSET))
    return fail_kind ();

  return program_end (convert (form));
}
