/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random changes to valid texts: each is a date that round-trips, or is refused
 * at a place within it. Meant to be run under the sanitizers as well. */
#include "date-reference.h"

#define MAX_TEXT 96

static GPtrArray *texts; /* (element-type utf8) (owned) */

static void
add_text (char **fields,
          guint  line)
{
  if (*fields[0] != '\0')
    g_ptr_array_add (texts, g_strdup (fields[0]));
}

static int
random_below (int n)
{
  return g_test_rand_int_range (0, n);
}

static char
random_letter (void)
{
  static const char letters[] = "0123456789XXX-----/..??~~%[],{}TZ:+YES \t\xc3\xff";

  return letters[random_below (sizeof letters - 1)];
}

/* Replaces, inserts, removes, doubles a stretch, or takes the rest from another text. */
static void
mutate (char *text)
{
  const gsize length = strlen (text);
  const gsize at = random_below (length + 1);
  const char *other = g_ptr_array_index (texts, random_below (texts->len));
  char copy[MAX_TEXT];

  g_strlcpy (copy, text, sizeof copy);
  switch (random_below (5))
    {
    case 0:
      if (at < length)
        text[at] = random_letter ();
      break;
    case 1:
      g_snprintf (text, MAX_TEXT, "%.*s%c%s", (int) at, copy, random_letter (), copy + at);
      break;
    case 2:
      if (at < length)
        memmove (text + at, text + at + 1, length - at);
      break;
    case 3:
      g_snprintf (text, MAX_TEXT, "%.*s%s", (int) at, copy, copy + random_below (at + 1));
      break;
    default:
      g_snprintf (text, MAX_TEXT, "%.*s%s", (int) at, copy, other + random_below (strlen (other) + 1));
      break;
    }
}

static void
check_date (VnusDate   *date,
            const char *text)
{
  g_autofree char *canonical = vnus_date_to_string (date);
  g_autoptr (VnusDate) again = vnus_date_parse (canonical, NULL);
  g_autoptr (VnusDate) extent = vnus_date_to_extent (date);
  const int bounds[] = { vnus_date_get_earliest_start (date), vnus_date_get_latest_start (date),
                         vnus_date_get_earliest_end (date), vnus_date_get_latest_end (date) };

  g_assert_cmpstr (vnus_date_get_text (date), ==, text);
  g_assert_nonnull (again);
  g_assert_true (vnus_date_equal (date, again));
  g_assert_cmpint (vnus_date_compare (date, again), ==, 0);
  g_assert_cmpint (vnus_date_classify (text), ==, vnus_date_get_level (date));
  g_assert_true (vnus_date_check (text, NULL, NULL));

  g_assert_cmpint (bounds[0], <=, bounds[1]);
  g_assert_cmpint (bounds[2], <=, bounds[3]);
  g_assert_cmpint (bounds[0], <=, bounds[2]);
  g_assert_cmpint (bounds[1], <=, bounds[3]);
  g_assert_cmpint (vnus_date_get_earliest_start (extent), ==, bounds[0]);
  g_assert_cmpint (vnus_date_get_latest_end (extent), ==, bounds[3]);
  g_assert_cmpint (vnus_date_relate (date, date), !=, VNUS_ALLEN_NONE);

  for (VnusDateStyle style = VNUS_DATE_STYLE_PROSE; style <= VNUS_DATE_STYLE_WHEN; style++)
    {
      g_autofree char *words = vnus_date_format (date, style == VNUS_DATE_STYLE_SHORT ? "vi" : "en", style);

      g_assert_cmpstr (words, !=, "");
      g_assert_null (strchr (words, '{'));
    }
}

static void
check_refusal (const char   *text,
               const GError *error)
{
  g_autofree char *place = NULL;
  VnusDateError code;
  int offset;

  g_assert_false (vnus_date_check (text, &code, &offset));
  g_assert_error (error, VNUS_DATE_ERROR, (int) code);
  g_assert_cmpint (code, !=, VNUS_DATE_ERROR_FAILED);
  g_assert_cmpint (offset, >=, 0);
  g_assert_cmpint (offset, <=, strlen (text));
  place = g_strdup_printf ("byte %d:", offset);
  g_assert_nonnull (strstr (error->message, place));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true ((vnus_date_classify (text) == VNUS_DATE_LEVEL_INVALID) == (code != VNUS_DATE_ERROR_UNSUPPORTED));
}

static void
test_mutations (void)
{
  guint n_dates = 0, n_refused = 0;

  texts = g_ptr_array_new_with_free_func (g_free);
  reference_read ("open.tsv", add_text);
  reference_read ("spec_silent.tsv", add_text);

  for (guint i = reference_scale (100000); i > 0; i--)
    {
      char text[MAX_TEXT];
      g_autofree char *exact = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusDate) date = NULL;

      g_strlcpy (text, g_ptr_array_index (texts, random_below (texts->len)), sizeof text);
      for (int n = 1 + random_below (2); n > 0; n--)
        mutate (text);

      /* A block of its own length shows a read past its end. */
      exact = g_strdup (text);
      date = vnus_date_parse (exact, &error);
      if (date != NULL)
        check_date (date, exact);
      else
        check_refusal (exact, error);
      n_dates += date != NULL;
      n_refused += date == NULL;
    }

  g_test_message ("%u dates, %u refused", n_dates, n_refused);
  g_assert_cmpuint (n_dates, >, n_refused / 20);
  g_assert_cmpuint (n_refused, >, n_dates / 20);
  g_ptr_array_unref (texts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/date/mutation", test_mutations);
  return g_test_run ();
}
