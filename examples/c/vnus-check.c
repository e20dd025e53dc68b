/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-check: looks through a chronicle for what is wrong or worth knowing.
 *
 *   vnus-check CHRONICLE [--format text|json] [--on DATE] [--relation RELATION]
 *   vnus-check --template KIND
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. The program ends with 0 if there is no error, with 1 if there is one or the
 * chronicle cannot be read, and with 2 if it was called wrongly.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

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
  char *on, *known_on, *as_of, *according_to, *relation, *language, *format, *output, *template;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, "Speak from this day; events before it are due", "DATE" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Check only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "Both --on and --known-on", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Check only what these sources say", "SOURCE,…" },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &options.relation, "Tell only of what bears on this relation", "RELATION" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the report (default: en)", "en|vi" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "Form of the report (default: text)", "text|json" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to this file; .json implies --format json", "FILE" },
  { "template", 0, 0, G_OPTION_ARG_STRING, &options.template, "Print an empty record with every field", "KIND" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.arguments, NULL, "CHRONICLE" },
  G_OPTION_ENTRY_NULL,
};

static Status
fail (Status      status,
      const char *message)
{
  fprintf (stderr, "%s\n", message);
  return status;
}

static Status
write_output (const char *text,
              Status      status)
{
  g_autoptr (GError) error = NULL;

  return program_write_text (options.output, text, &error) ? status : fail (BAD_DATA, error->message);
}

/* Templates: how a value looks in a document, with nothing in it. */

static const char *
empty_item (VnusValueType type)
{
  switch ((int) type)
    {
    case VNUS_VALUE_TYPE_LOCALISED:
      return "{ \"en\": \"\", \"vi\": \"\" }";

    case VNUS_VALUE_TYPE_INTEGER:
      return "0";

    case VNUS_VALUE_TYPE_BOOLEAN:
      return "false";

    case VNUS_VALUE_TYPE_AMOUNT:
      return "{ \"number\": \"\", \"bound\": \"\", \"unit\": \"\" }";

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return "{ \"actor\": \"\", \"role\": \"\", \"capacity\": \"\", \"side\": \"\", \"note\": { \"en\": \"\", \"vi\": \"\" } }";

    case VNUS_VALUE_TYPE_STOP:
      return "{ \"place\": \"\", \"when\": \"\", \"note\": { \"en\": \"\", \"vi\": \"\" } }";

    case VNUS_VALUE_TYPE_DESIGNATION:
      return "{ \"side\": \"\", \"text\": { \"en\": \"\", \"vi\": \"\" } }";

    default:
      return "\"\"";
    }
}

static Status
print_template (void)
{
  VnusKind kind = vnus_kind_from_string (options.template);
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) fields = NULL;

  if (kind == VNUS_KIND_UNSET)
    {
      g_autoptr (GEnumClass) kinds = g_type_class_ref (VNUS_TYPE_KIND);

      fprintf (stderr, "vnus-check: --template: “%s” is no kind of record; expected one of", options.template);
      for (guint i = 1; i < kinds->n_values; i++)
        fprintf (stderr, " %s", kinds->values[i].value_nick);
      fputc ('\n', stderr);
      return USAGE;
    }

  text = g_string_new ("{\n");
  g_string_append_printf (text, "  \"kind\": \"%s\",\n  \"id\": \"\",\n", options.template);
  fields = vnus_field_list_names (kind);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      VnusField *field = vnus_field_lookup (kind, fields[i]);
      gboolean is_list = vnus_field_is_list (field);

      g_string_append_printf (text, "  \"%s\": %s%s%s,\n", fields[i], is_list ? "[" : "",
                              empty_item (vnus_field_get_value_type (field)), is_list ? "]" : "");
    }
  g_string_append (text, "  \"presence\": {},\n"
                         "  \"citations\": [{ \"source\": \"\", \"locator\": \"\" }]\n"
                         "}\n");

  return write_output (text->str, FINE);
}

/* Checking */

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
    fprintf (stderr, "vnus-check: %s: %s\n", option, error->message);
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
      fprintf (stderr, "vnus-check: --according-to: “%s” is no source; the nearest are: %s\n", ids[i], names);
      return FALSE;
    }

  return TRUE;
}

/* What keeps a file from being loaded strictly is what is looked for here. */
static VnusChronicle *
open_chronicle (const char  *name,
                GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (strpbrk (name, "/.:") == NULL || vnus_store_recognise (name))
    return vnus_chronicle_open (name, error);

  file = g_file_new_for_commandline_arg (name);
  return vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_LENIENT, NULL, error);
}

static gboolean
has_error (GListModel *issues)
{
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);

      if (vnus_issue_get_severity (issue) == VNUS_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

/* The records of the relation: what refers to it, and what both parties do. */
static GHashTable *
list_of_relation (VnusChronicle  *chronicle,
                  GError        **error)
{
  g_autofree char *text = g_strdup_printf ("relation:%s", options.relation);
  g_autoptr (VnusQuery) query = vnus_query_parse (text, error);
  g_autoptr (VnusMatches) matches = NULL;
  GHashTable *ids;

  if (query == NULL || !vnus_query_check_ids (query, chronicle, error))
    return NULL;

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (ids, g_strdup (options.relation));
  matches = vnus_query_run (query, chronicle);
  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    g_hash_table_add (ids, g_strdup (vnus_record_get_id (vnus_matches_get_record (matches, i))));

  return ids;
}

/* Whether the record is of the relation, or one of the relation refers to it. */
static gboolean
bears_on (VnusChronicle *chronicle,
          GHashTable    *ids,
          const char    *id)
{
  g_auto (GStrv) referrers = id != NULL ? vnus_chronicle_list_referrers (chronicle, id) : NULL;

  if (id == NULL || g_hash_table_contains (ids, id))
    return TRUE;
  for (guint i = 0; referrers[i] != NULL; i++)
    if (g_hash_table_contains (ids, referrers[i]))
      return TRUE;

  return FALSE;
}

/* The issues that are to be told of; NULL if the relation is none. */
static GListModel *
list_issues (VnusValidator  *validator,
             VnusChronicle  *chronicle,
             GError        **error)
{
  g_autoptr (GListModel) all = NULL;
  g_autoptr (GHashTable) ids = NULL;
  GListStore *some;

  if (options.relation == NULL)
    return vnus_validator_list_issues (validator);

  ids = list_of_relation (chronicle, error);
  if (ids == NULL)
    return NULL;

  all = vnus_validator_list_issues (validator);
  some = g_list_store_new (VNUS_TYPE_ISSUE);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (all, i);

      if (bears_on (chronicle, ids, vnus_issue_get_record_id (issue)))
        g_list_store_append (some, issue);
    }

  return G_LIST_MODEL (some);
}

/* @view: or the chronicle itself */
static Status
check (VnusChronicle *view,
       VnusDate      *standpoint)
{
  g_autoptr (VnusValidator) validator = vnus_validator_new (view);
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  vnus_validator_set_standpoint (validator, standpoint);
  issues = list_issues (validator, view, &error);
  if (issues == NULL)
    {
      fprintf (stderr, "vnus-check: --relation: %s\n", error->message);
      return USAGE;
    }

  if (g_str_equal (options.format, "json"))
    {
      report = vnus_validator_to_json (validator, issues, options.language);
      return write_output (report, has_error (issues) ? BAD_DATA : FINE);
    }

  report = vnus_validator_to_text (validator, issues, options.language);
  return write_output (report, has_error (issues) ? BAD_DATA : FINE);
}

static Status
check_chronicle (void)
{
  g_autoptr (VnusDate) standpoint = NULL;
  g_autoptr (VnusDate) known_on = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_auto (GStrv) sources = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_date ("--on", options.on != NULL ? options.on : options.as_of, &standpoint) ||
      !read_date ("--known-on", options.known_on != NULL ? options.known_on : options.as_of, &known_on))
    return USAGE;

  chronicle = open_chronicle (options.arguments[0], &error);
  if (chronicle == NULL)
    return fail (BAD_DATA, error->message);

  if (options.according_to != NULL)
    {
      sources = g_strsplit (options.according_to, ",", -1);
      if (!are_sources (chronicle, sources))
        return BAD_DATA;
    }
  if (known_on == NULL && sources == NULL)
    return check (chronicle, standpoint);

  view = vnus_chronicle_make_view (chronicle, known_on, (const char *const *) sources);
  return check (view, standpoint);
}

/* Fills in what was left out; FALSE if something is none of what it may be. */
static gboolean
complete_options (void)
{
  static const char *const formats[] = { "text", "json", NULL };
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
  g_option_context_set_summary (context, "Looks through a chronicle for what is wrong or worth knowing, such as:\n"
                                         "  vnus-check vietnam-us --on 2023-12-01");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "vnus-check: %s\n", error->message);
      return USAGE;
    }

  if (!complete_options ())
    return fail (USAGE, "vnus-check: expected --format text or json and --lang en or vi");
  if (options.template != NULL && options.arguments != NULL)
    return fail (USAGE, "vnus-check: --template takes no chronicle");
  if (options.template != NULL)
    return program_end (print_template ());
  if (options.arguments == NULL || options.arguments[1] != NULL)
    return fail (USAGE, "usage: vnus-check CHRONICLE [OPTION…]\n"
                        "       vnus-check --template KIND\n"
                        "“vnus-check --help” explains the options.");

  return program_end (check_chronicle ());
}
