/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two dates, one a line. */
#include "fuzz.h"

static VnusDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);
  int offset = -1;

  fuzz_assert_told (date != NULL, error);
  g_assert_true (vnus_date_check (text, NULL, &offset) == (date != NULL));
  if (date == NULL)
    g_assert_true (offset >= 0 && (gsize) offset <= strlen (text));
  return date;
}

static void
round_trip (VnusDate *date)
{
  g_autofree char *canonical = vnus_date_to_string (date);
  g_autoptr (VnusDate) again = parse (canonical);

  g_assert_nonnull (again);
  g_assert_true (vnus_date_equal (date, again));
  g_assert_cmpint (vnus_date_get_earliest_start (date), <=, vnus_date_get_latest_start (date));
  g_assert_cmpint (vnus_date_get_earliest_end (date), <=, vnus_date_get_latest_end (date));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = fuzz_text (data, size);
  char *second = strchr (text, '\n');
  g_autoptr (VnusDate) a = NULL;
  g_autoptr (VnusDate) b = NULL;

  if (second != NULL)
    *second++ = '\0';
  a = parse (text);
  b = second != NULL ? parse (second) : NULL;
  if (a != NULL)
    round_trip (a);
  if (a != NULL && b != NULL)
    {
      g_assert_cmpint (vnus_date_compare (a, b), ==, -vnus_date_compare (b, a));
      if (vnus_date_is_before (a, b) == VNUS_TRUTH_CERTAINLY)
        g_assert_cmpint (vnus_date_compare (a, b), <, 0);
    }
  return 0;
}
