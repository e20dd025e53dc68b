/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A query in one line of text, asked of the shipped chronicle. */
#include "fuzz.h"

static VnusChronicle *
shipped (void)
{
  static VnusChronicle *chronicle;

  if (chronicle == NULL)
    chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_assert_nonnull (chronicle);
  return chronicle;
}

static void
ask (VnusQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusMatches) matches = NULL;
  const gboolean known = vnus_query_check_ids (query, shipped (), &error);
  int min, max;

  fuzz_assert_told (known, error);
  matches = vnus_query_run (query, shipped ());
  vnus_matches_get_count (matches, &min, &max);
  g_assert_cmpint (min, <=, max);
  g_assert_cmpint (max, ==, vnus_matches_get_size (matches));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);
  int offset = -1;

  fuzz_assert_told (query != NULL, error);
  g_assert_true (vnus_query_check (text, NULL, &offset) == (query != NULL));
  if (query == NULL)
    g_assert_true (offset >= 0 && (gsize) offset <= strlen (text));
  else
    {
      g_autofree char *canonical = vnus_query_to_string (query);
      g_autoptr (VnusQuery) again = vnus_query_parse (canonical, NULL);
      g_autofree char *twice = again != NULL ? vnus_query_to_string (again) : NULL;

      g_assert_cmpstr (canonical, ==, twice);
      g_assert_true (vnus_query_equal (query, again));
      ask (query);
    }
  return 0;
}
