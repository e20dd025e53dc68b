/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A second opinion on the calendar, slow and plain, and a reader of vectors.
 * It shares nothing with the library but its constants. */
#pragma once

#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

static inline gboolean
reference_is_leap (int year)
{
  if (year % 400 == 0)
    return TRUE;
  if (year % 100 == 0)
    return FALSE;
  return year % 4 == 0;
}

static inline int
reference_month_length (int year,
                        int month)
{
  switch (month)
    {
    case 2:
      return reference_is_leap (year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
    }
}

/* The number of the first day of each year, found by adding up years. */
static inline int
reference_year_start (int year)
{
  static int starts[20001];
  static gboolean is_filled = FALSE;

  if (!is_filled)
    {
      int day = 0;

      for (int y = 1970; y <= 10000; y++)
        {
          starts[y + 10000] = day;
          day += reference_is_leap (y) ? 366 : 365;
        }
      day = 0;
      for (int y = 1969; y >= -10000; y--)
        {
          day -= reference_is_leap (y) ? 366 : 365;
          starts[y + 10000] = day;
        }
      is_filled = TRUE;
    }

  return starts[year + 10000];
}

static inline int
reference_day (int year,
               int month,
               int day)
{
  int number = reference_year_start (year);

  for (int m = 1; m < month; m++)
    number += reference_month_length (year, m);

  return number + day - 1;
}

/* Writes a day number as the vectors do. */
static inline char *
reference_day_to_string (int number)
{
  int year = -9999, month = 1;

  if (number == VNUS_DAY_MIN)
    return g_strdup ("-inf");
  if (number == VNUS_DAY_MAX)
    return g_strdup ("inf");

  year = 1970 + number / 366 - (number < 0 ? 1 : 0);
  while (year > -9999 && reference_year_start (year) > number)
    year--;
  while (reference_year_start (year + 1) <= number)
    year++;
  number -= reference_year_start (year);
  for (; number >= reference_month_length (year, month); month++)
    number -= reference_month_length (year, month);

  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, number + 1);
}

typedef void (*ReferenceRow) (char **fields, guint line);

/* Calls @check for each row of a file of vectors behind its header; returns their number. */
static inline guint
reference_read (const char   *name,
                ReferenceRow  check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "edtf", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (*lines[i] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      check (fields, i + 1);
      n_rows++;
    }

  return n_rows;
}

/* VNUS_TEST_SCALE multiplies the number of random cases; it may be a fraction. */
static inline guint
reference_scale (guint n)
{
  const char *scale = g_getenv ("VNUS_TEST_SCALE");

  return scale == NULL ? n : MAX (1, (guint) (n * g_ascii_strtod (scale, NULL)));
}
