/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-convert: writes a chronicle in another form.
 *
 *   vnus-convert CHRONICLE --to json|jsonl|csv [--kind KIND] [-o FILE]
 *
 * CHRONICLE is the name of a shipped chronicle or, with “/”, “.” or “:” in it, a
 * file. A sheet (csv) has the records of one kind. The program ends with 0 if it
 * has written, with 1 if the chronicle cannot be read or written, and with 2 if it
 * was called wrongly.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

typedef enum
{
  WRITTEN = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

static struct
{
  char *to, *kind, *known_on, *as_of, *according_to, *output;
  char **arguments;
} options;

static const GOptionEntry entries[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &options.to, "Form to write", "json|jsonl|csv" },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind, "Kind of the records of a sheet, such as visit", "KIND" },
  { "known-on", 0, 0, G_OPTION_ARG_STRING, &options.known_on, "Write only what was known on this day", "DATE" },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "The same as --known-on", "DATE" },
  { "according-to", 0, 0, G_OPTION_ARG_STRING, &options.according_to, "Write only what these sources say", "SOURCE,…" },
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
write_sheet (VnusChronicle *chronicle)
{
  return vnus_chronicle_to_csv (chronicle, vnus_kind_from_string (options.kind));
}

static const struct
{
  const char *name, *ending;
  GBytes *(*write) (VnusChronicle *chronicle);
  gboolean needs_kind;
} forms[] = {
  { "json", ".json", vnus_chronicle_to_json, FALSE },
  { "jsonl", ".jsonl", vnus_chronicle_to_json_lines, FALSE },
  { "csv", ".csv", write_sheet, TRUE },
};

/* The index of the form that is asked for, or of none. */
static guint
find_form (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forms); i++)
    if (options.to != NULL ? g_str_equal (forms[i].name, options.to)
                           : options.output != NULL && g_str_has_suffix (options.output, forms[i].ending))
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
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (options.output == NULL)
    return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0 ? WRITTEN
                                                                         : fail (BAD_DATA, "cannot write to the terminal");
  if (!g_file_set_contents_full (options.output, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return fail (BAD_DATA, error->message);

  return WRITTEN;
}

static Status
convert (guint form)
{
  const char *day = options.known_on != NULL ? options.known_on : options.as_of;
  g_autoptr (VnusDate) known_on = NULL;
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_auto (GStrv) sources = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (day != NULL && (known_on = vnus_date_parse (day, &error)) == NULL)
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
  bytes = forms[form].write (view);
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
    return fail (USAGE, "expected --to json, jsonl or csv, or -o with a file of such an ending");
  if (forms[form].needs_kind && (options.kind == NULL || vnus_kind_from_string (options.kind) == VNUS_KIND_UNSET))
    return fail_kind ();

  return convert (form);
}
