/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the references of a mapping may do to the text of a cell. What
 * is not of the form that is asked for is refused, never guessed. */
#include "io/mapping-private.h"

#include <stdlib.h>
#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-country-private.h"

/* Days */

static gboolean
is_digits (const char *text,
           gsize       least,
           gsize       most)
{
  gsize length = strlen (text);

  return length >= least && length <= most && strspn (text, "0123456789") == length;
}

/* Three numbers with - / or . between them, at midnight if a time follows. */
static char *
read_day (const char *text,
          guint       year,
          guint       month,
          guint       day)
{
  g_autofree char *without_time = g_strndup (text, strcspn (text, " T"));
  const char *time = text + strlen (without_time);
  g_auto (GStrv) parts = g_strsplit_set (without_time, "-/.", -1);
  g_autofree char *found = NULL;
  g_autoptr (VnusDate) date = NULL;

  if (g_strv_length (parts) != 3 || !is_digits (parts[year], 4, 4) || !is_digits (parts[month], 1, 2) ||
      !is_digits (parts[day], 1, 2))
    return NULL;
  if (*time != '\0' && !g_regex_match_simple ("^[ T]0?0:00(:00(\\.0+)?)?Z?$", time, 0, 0))
    return NULL;

  found = g_strdup_printf ("%s-%02d-%02d", parts[year], atoi (parts[month]), atoi (parts[day]));
  date = vnus_date_parse (found, NULL);
  return date != NULL ? g_steal_pointer (&found) : NULL;
}

static char *
year_month_day (const char *text)
{
  return read_day (text, 0, 1, 2);
}

static char *
day_month_year (const char *text)
{
  return read_day (text, 2, 1, 0);
}

static char *
month_day_year (const char *text)
{
  return read_day (text, 2, 0, 1);
}

/* Of a day, a month or a year as this library writes them. A year before the common
 * era has a sign and so is of another length. */
static char *
cut_date (const char *text,
          gsize       length)
{
  g_autoptr (VnusDate) date = vnus_date_parse (text, NULL);
  g_autofree char *cut = g_strndup (text, length);

  if (date == NULL || strlen (text) < length || *text == '-' || strspn (cut, "0123456789-") != length)
    return NULL;
  return g_steal_pointer (&cut);
}

static char *
year (const char *text)
{
  return cut_date (text, 4);
}

static char *
year_month (const char *text)
{
  return cut_date (text, 7);
}

/* Texts */

static char *
to_id (const char *text)
{
  return vnus_fold_to_id (text);
}

static char *
lower (const char *text)
{
  return g_utf8_strdown (text, -1);
}

static char *
upper (const char *text)
{
  return g_utf8_strup (text, -1);
}

/* A separator becomes what parts the items of a list. */
static char *
part_items (const char *text,
            const char *separator)
{
  g_auto (GStrv) items = g_strsplit (text, separator, -1);

  for (guint i = 0; items[i] != NULL; i++)
    g_strstrip (items[i]);
  return g_strjoinv ("\n", items);
}

static char *
commas (const char *text)
{
  return part_items (text, ",");
}

static char *
semicolons (const char *text)
{
  return part_items (text, ";");
}

/* 1,234,567.8 */
static char *
number (const char *text)
{
  g_auto (GStrv) groups = NULL;

  if (!g_regex_match_simple ("^-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?$", text, 0, 0))
    return NULL;

  groups = g_strsplit (text, ",", -1);
  return g_strjoinv ("", groups);
}

/* States */

/* Of two or three letters; a code that is of no state today stays as it is. */
static char *
state (const char *text)
{
  const char *found = _vnus_country_alpha2 (text);
  g_autofree char *code = g_ascii_strdown (text, -1);

  if (found != NULL)
    return g_strdup (found);
  return strlen (code) == 3 && vnus_fold_is_id (code) ? g_steal_pointer (&code) : NULL;
}

static const struct
{
  const char *name;
  VnusTransformation apply;
} transformations[] = {
  { "commas", commas },
  { "day-month-year", day_month_year },
  { "id", to_id },
  { "lower", lower },
  { "month-day-year", month_day_year },
  { "number", number },
  { "semicolons", semicolons },
  { "state", state },
  { "upper", upper },
  { "year", year },
  { "year-month", year_month },
  { "year-month-day", year_month_day },
};

VnusTransformation
_vnus_transformation_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (transformations); i++)
    if (g_str_equal (transformations[i].name, name))
      return transformations[i].apply;

  return NULL;
}

char *
_vnus_transformation_list (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (transformations); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", transformations[i].name);

  return g_string_free (names, FALSE);
}
