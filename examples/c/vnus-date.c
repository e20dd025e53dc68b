/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vnus-date: what EDTF dates are, and what they have to each other.
 *
 *   vnus-date parse                          text level kind four-bounds, or: text error CODE OFFSET
 *   vnus-date relate                         lines A<TAB>B: mask before after intersects within covers same-day
 *   vnus-date compare OP                     lines A<TAB>B: no, possibly or certainly
 *   vnus-date elapsed days|months|years      lines A<TAB>B: least, most
 *   vnus-date anniversary YEAR [POLICY]      first-day last-day number; POLICY is feb28, mar1 or skip
 *   vnus-date say en|vi [prose|short|when]   the date in words
 *   vnus-date sort                           the lines, sorted
 *
 * Lines are read from standard input; the fields of an output line are
 * separated by tabs. A line that is not a date gives “error CODE OFFSET” in its
 * place and a message on standard error, and the program ends with 1; only to
 * parse an error is an answer.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vnus/vnus.h>

#include "program-output.h"

typedef enum
{
  ANSWERED = 0,
  BAD_DATA = 1,
  USAGE = 2,
} Status;

typedef struct
{
  VnusDate *dates[2]; /* as many as the command takes */
  const char *text;
} Line;

typedef struct _Command Command;

struct _Command
{
  const char *name;
  guint n_dates; /* on a line */
  gboolean (*set_up) (char **args, guint n_args); /* nullable: takes no arguments */
  void (*answer) (const Line *line);
};

/* What the arguments of the command say. */
static VnusTruth (*compare) (const VnusDate *a, const VnusDate *b);
static VnusDateUnit unit;
static int year;
static VnusLeapPolicy policy;
static const char *language;
static VnusDateStyle style;
static GPtrArray *sorted; /* (element-type VnusDate) (owned) */

static void
print_day (int         day,
           const char *end)
{
  g_autoptr (VnusDate) date = vnus_date_new_day (day);

  if (date != NULL)
    printf ("%s%s", vnus_date_get_text (date), end);
  else
    printf ("%s%s", day == VNUS_DAY_MIN ? "-inf" : "inf", end);
}

static void
print_number (int         number,
              const char *end)
{
  if (number == VNUS_DAY_MIN || number == VNUS_DAY_MAX)
    printf ("%s%s", number == VNUS_DAY_MIN ? "-inf" : "inf", end);
  else
    printf ("%d%s", number, end);
}

static const char *
error_name (VnusDateError code)
{
  static const char *const names[] = { "FAILED", "SYNTAX", "RANGE", "NO_SUCH_DAY", "REVERSED", "UNSUPPORTED" };

  return names[code];
}

static int
level_number (VnusDateLevel level)
{
  return level - VNUS_DATE_LEVEL_ZERO;
}

static void
answer_parse (const Line *line)
{
  static const char *const kinds[] = { "unset", "day", "one-of", "interval" };
  const VnusDate *date = line->dates[0];

  printf ("%s\t%d\t%s\t", line->text, level_number (vnus_date_get_level (date)), kinds[vnus_date_get_kind (date)]);
  print_day (vnus_date_get_earliest_start (date), "\t");
  print_day (vnus_date_get_latest_start (date), "\t");
  print_day (vnus_date_get_earliest_end (date), "\t");
  print_day (vnus_date_get_latest_end (date), "\n");
}

static void
answer_relate (const Line *line)
{
  const VnusDate *a = line->dates[0], *b = line->dates[1];

  printf ("%d\t%s\t%s\t%s\t%s\t%s\t%s\n", (int) vnus_date_relate (a, b),
          vnus_truth_to_string (vnus_date_is_before (a, b)), vnus_truth_to_string (vnus_date_is_after (a, b)),
          vnus_truth_to_string (vnus_date_intersects (a, b)), vnus_truth_to_string (vnus_date_is_within (a, b)),
          vnus_truth_to_string (vnus_date_covers (a, b)), vnus_truth_to_string (vnus_date_is_same_day (a, b)));
}

static VnusTruth
is_not_before (const VnusDate *a,
               const VnusDate *b)
{
  return vnus_date_is_not_after (b, a);
}

static VnusTruth
touches (const VnusDate *a,
         const VnusDate *b)
{
  return vnus_date_has_relation (a, b, VNUS_ALLEN_MEETS | VNUS_ALLEN_MET_BY);
}

static gboolean
set_up_compare (char  **args,
                guint   n_args)
{
  static const struct
  {
    const char *name;
    VnusTruth (*ask) (const VnusDate *a, const VnusDate *b);
  } operators[] = {
    { "lt", vnus_date_is_before },   { "le", vnus_date_is_not_after },
    { "gt", vnus_date_is_after },    { "ge", is_not_before },
    { "eq", vnus_date_is_same_day }, { "covers", vnus_date_covers },
    { "within", vnus_date_is_within }, { "intersects", vnus_date_intersects },
    { "touches", touches },
  };

  for (guint i = 0; n_args == 1 && i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (args[0], operators[i].name))
      compare = operators[i].ask;

  return compare != NULL;
}

static void
answer_compare (const Line *line)
{
  puts (vnus_truth_to_string (compare (line->dates[0], line->dates[1])));
}

/* Looks up the value of an enumeration by its nick. */
static gboolean
read_enum (GType       type,
           const char *nick,
           int        *value)
{
  GEnumClass *klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  *value = found == NULL ? 0 : found->value;
  g_type_class_unref (klass);
  return *value != 0;
}

static gboolean
set_up_elapsed (char  **args,
                guint   n_args)
{
  int value = 0;

  if (n_args != 1 || !read_enum (VNUS_TYPE_DATE_UNIT, args[0], &value))
    return FALSE;

  unit = (VnusDateUnit) value;
  return TRUE;
}

static void
answer_elapsed (const Line *line)
{
  int min, max;

  vnus_date_elapsed (line->dates[0], line->dates[1], unit, &min, &max);
  print_number (min, "\t");
  print_number (max, "\n");
}

static gboolean
set_up_anniversary (char  **args,
                    guint   n_args)
{
  gint64 number;
  int value = VNUS_LEAP_POLICY_UNSET;

  if (n_args < 1 || n_args > 2 || !g_ascii_string_to_signed (args[0], 10, -9999, 9999, &number, NULL))
    return FALSE;
  if (n_args == 2 && !read_enum (VNUS_TYPE_LEAP_POLICY, args[1], &value))
    return FALSE;

  year = (int) number;
  policy = (VnusLeapPolicy) value;
  return TRUE;
}

static void
answer_anniversary (const Line *line)
{
  g_autoptr (VnusDate) anniversary = vnus_date_get_anniversary (line->dates[0], year, policy);
  int min, max;

  if (anniversary == NULL)
    printf ("-\t-\t");
  else
    {
      print_day (vnus_date_get_earliest_start (anniversary), "\t");
      print_day (vnus_date_get_latest_end (anniversary), "\t");
    }

  if (vnus_date_get_anniversary_number (line->dates[0], year, &min, &max) && min == max)
    printf ("%d\n", min);
  else
    puts ("-");
}

static gboolean
set_up_say (char  **args,
            guint   n_args)
{
  g_autoptr (VnusDate) date = vnus_date_new_ymd (2000, 1, 1);
  g_autofree char *words = NULL;
  int value = VNUS_DATE_STYLE_PROSE;

  if (n_args < 1 || n_args > 2 || (n_args == 2 && !read_enum (VNUS_TYPE_DATE_STYLE, args[1], &value)))
    return FALSE;

  language = args[0];
  style = (VnusDateStyle) value;
  words = vnus_date_format (date, language, style);
  return words != NULL;
}

static void
answer_say (const Line *line)
{
  g_autofree char *words = vnus_date_format (line->dates[0], language, style);

  puts (words);
}

static void
answer_sort (const Line *line)
{
  g_ptr_array_add (sorted, vnus_date_ref (line->dates[0]));
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  return vnus_date_compare (*(const VnusDate *const *) a, *(const VnusDate *const *) b);
}

static void
print_sorted (void)
{
  g_ptr_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    puts (vnus_date_get_text (g_ptr_array_index (sorted, i)));
}

static const Command commands[] = {
  { "parse", 1, NULL, answer_parse },
  { "relate", 2, NULL, answer_relate },
  { "compare", 2, set_up_compare, answer_compare },
  { "elapsed", 2, set_up_elapsed, answer_elapsed },
  { "anniversary", 1, set_up_anniversary, answer_anniversary },
  { "say", 1, set_up_say, answer_say },
  { "sort", 1, NULL, answer_sort },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i].name))
      return &commands[i];

  return NULL;
}

static Status
report_error (const Command *command,
              const char    *text,
              VnusDateError  code,
              int            offset,
              const char    *message,
              guint          number)
{
  if (g_str_equal (command->name, "parse"))
    {
      printf ("%s\terror\t%s\t%d\n", text, error_name (code), offset);
      return ANSWERED;
    }

  if (g_str_equal (command->name, "sort"))
    puts (text); /* what cannot be sorted comes first, rather than not at all */
  else
    printf ("error\t%s\t%d\n", error_name (code), offset);
  fprintf (stderr, "-:%u: %s\n", number, message);
  return BAD_DATA;
}

/* Parses the fields of a line, and answers. */
static Status
answer_line (const Command *command,
             char          *text,
             gsize          length,
             guint          number)
{
  Line line = { { NULL, NULL }, text };
  Status status = ANSWERED;
  char *field = text;

  if (strlen (text) < length)
    return report_error (command, text, VNUS_DATE_ERROR_SYNTAX, strlen (text), "a line with a zero byte", number);

  for (guint i = 0; i < command->n_dates && status == ANSWERED; i++)
    {
      char *tab = i + 1 < command->n_dates ? strchr (field, '\t') : NULL;
      g_autoptr (GError) error = NULL;
      VnusDateError code;
      int offset;

      if (i + 1 < command->n_dates && tab == NULL)
        return report_error (command, text, VNUS_DATE_ERROR_SYNTAX, length, "expected two dates with a tab between them",
                             number);
      if (tab != NULL)
        *tab = '\0';

      line.dates[i] = vnus_date_parse (field, &error);
      if (line.dates[i] == NULL)
        {
          vnus_date_check (field, &code, &offset);
          status = report_error (command, field, code, offset, error->message, number);
          break;
        }
      field = tab == NULL ? field : tab + 1;
    }

  if (line.dates[command->n_dates - 1] != NULL)
    command->answer (&line);
  for (guint i = 0; i < G_N_ELEMENTS (line.dates); i++)
    g_clear_pointer (&line.dates[i], vnus_date_unref);
  return status;
}

static Status
answer_lines (const Command *command)
{
  char *text = NULL;
  size_t size = 0;
  ssize_t length;
  guint number = 0;
  Status status = ANSWERED;

  while ((length = getline (&text, &size, stdin)) >= 0)
    {
      Status answered;

      if (length > 0 && text[length - 1] == '\n')
        text[--length] = '\0';
      answered = answer_line (command, text, length, ++number);
      status = MAX (status, answered);
    }

  free (text);
  return status;
}

static Status
show_usage (void)
{
  fputs ("usage: vnus-date parse | relate | sort\n"
         "       vnus-date compare lt|le|gt|ge|eq|covers|within|intersects|touches\n"
         "       vnus-date elapsed days|months|years\n"
         "       vnus-date anniversary YEAR [feb28|mar1|skip]\n"
         "       vnus-date say en|vi [prose|short|when]\n"
         "Dates are read from standard input, one a line, or two with a tab between.\n",
         stderr);
  return USAGE;
}

int
main (int   argc,
      char *argv[])
{
  const Command *command = argc < 2 ? NULL : find_command (argv[1]);
  Status status;

  setlocale (LC_ALL, "");
  g_set_prgname ("vnus-date");
  if (command == NULL || (command->set_up == NULL ? argc > 2 : !command->set_up (argv + 2, argc - 2)))
    return show_usage ();

  sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_date_unref);
  status = answer_lines (command);
  print_sorted ();
  g_ptr_array_unref (sorted);
  return program_end (status);
}
