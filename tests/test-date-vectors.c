/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Holds the library against the public vectors of EDTF in corpus/edtf. */
#include "date-reference.h"

static VnusDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

static gboolean
is_implemented (const char *text)
{
  VnusDateError code;

  return vnus_date_check (text, &code, NULL) || code != VNUS_DATE_ERROR_UNSUPPORTED;
}

static void
assert_day (const char *text,
            int         day,
            const char *expected)
{
  g_autofree char *string = reference_day_to_string (day);

  if (g_strcmp0 (string, expected) != 0)
    g_error ("%s: got %s, expected %s", text, string, expected);
}

static guint n_bounds;

/* string level valid lower upper source */
static void
check_validity (char **fields,
                guint  line)
{
  const char *text = fields[0];
  const VnusDateLevel level = vnus_date_classify (text);
  g_autoptr (VnusDate) date = NULL;

  g_test_message ("line %u: %s", line, text);
  if (g_str_equal (fields[2], "no"))
    {
      VnusDateError code;
      int offset;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (level, ==, VNUS_DATE_LEVEL_INVALID);
      g_assert_false (vnus_date_check (text, &code, &offset));
      g_assert_cmpint (code, !=, VNUS_DATE_ERROR_UNSUPPORTED);
      g_assert_cmpint (offset, >=, 0);
      g_assert_cmpint (offset, <=, strlen (text));
      g_assert_null (vnus_date_parse (text, &error));
      g_assert_error (error, VNUS_DATE_ERROR, (int) code);
      return;
    }

  g_assert_cmpint (level, ==, VNUS_DATE_LEVEL_ZERO + atoi (fields[1]));
  if (!is_implemented (text))
    return;

  date = parse (text);
  g_assert_cmpstr (vnus_date_get_text (date), ==, text);
  g_assert_cmpint (vnus_date_get_level (date), ==, level);
  if (g_str_equal (fields[3], "-"))
    return;

  n_bounds++;
  if (g_str_equal (fields[3], "unknown"))
    g_assert_true (vnus_date_is_start_unknown (date));
  else
    assert_day (text, vnus_date_get_earliest_start (date), fields[3]);
  if (g_str_equal (fields[4], "unknown"))
    g_assert_true (vnus_date_is_end_unknown (date));
  else
    assert_day (text, vnus_date_get_latest_end (date), fields[4]);
}

static void
test_validity (void)
{
  n_bounds = 0;
  g_assert_cmpuint (reference_read ("open.tsv", check_validity), ==, 588);
  g_assert_cmpuint (n_bounds, >, 350);
}

/* string earliest_start latest_start earliest_end latest_end source */
static void
check_interval (char **fields,
                guint  line)
{
  g_autoptr (VnusDate) date = parse (fields[0]);

  g_assert_cmpint (vnus_date_get_kind (date), ==, VNUS_DATE_KIND_INTERVAL);
  g_assert_true (vnus_date_is_start_unknown (date) == g_str_equal (fields[1], "unknown"));
  g_assert_true (vnus_date_is_end_unknown (date) == g_str_equal (fields[3], "unknown"));
  g_assert_true (vnus_date_is_start_open (date) == g_str_equal (fields[1], "-inf"));
  g_assert_true (vnus_date_is_end_open (date) == g_str_equal (fields[3], "inf"));

  /* What is not known ranges over all that the other end allows. */
  if (vnus_date_is_start_unknown (date))
    {
      g_assert_cmpint (vnus_date_get_earliest_start (date), ==, VNUS_DAY_MIN);
      assert_day (fields[0], vnus_date_get_latest_start (date), fields[4]);
    }
  else
    {
      assert_day (fields[0], vnus_date_get_earliest_start (date), fields[1]);
      assert_day (fields[0], vnus_date_get_latest_start (date), fields[2]);
    }
  if (vnus_date_is_end_unknown (date))
    {
      assert_day (fields[0], vnus_date_get_earliest_end (date), fields[1]);
      g_assert_cmpint (vnus_date_get_latest_end (date), ==, VNUS_DAY_MAX);
    }
  else
    {
      assert_day (fields[0], vnus_date_get_earliest_end (date), fields[3]);
      assert_day (fields[0], vnus_date_get_latest_end (date), fields[4]);
    }
}

static void
test_intervals (void)
{
  g_assert_cmpuint (reference_read ("interval_bounds_open.tsv", check_interval), ==, 95);
}

static void
assert_truth (char      **fields,
              VnusTruth   truth,
              const char *expected)
{
  const char *word = truth == VNUS_TRUTH_NO ? "no" : truth == VNUS_TRUTH_POSSIBLY ? "maybe" : "yes";

  if (!g_str_equal (word, expected))
    g_error ("%s %s %s: got %s, expected %s", fields[0], fields[1], fields[2], word, expected);
}

/* a op b result source */
static void
check_comparison (char **fields,
                  guint  line)
{
  g_autoptr (VnusDate) a = parse (fields[0]);
  g_autoptr (VnusDate) b = parse (fields[2]);
  const char *op = fields[1];
  VnusTruth truth = VNUS_TRUTH_NO;

  if (g_str_equal (op, "lt"))
    truth = vnus_date_is_before (a, b);
  else if (g_str_equal (op, "gt"))
    truth = vnus_date_is_after (a, b);
  else if (g_str_equal (op, "le"))
    truth = vnus_date_is_not_after (a, b);
  else if (g_str_equal (op, "ge"))
    truth = vnus_date_is_not_after (b, a);
  else if (g_str_equal (op, "eq"))
    truth = vnus_date_is_same_day (a, b);
  else if (g_str_equal (op, "covers"))
    truth = vnus_date_covers (a, b);
  else if (g_str_equal (op, "within"))
    truth = vnus_date_is_within (a, b);
  else if (g_str_equal (op, "intersects"))
    truth = vnus_date_intersects (a, b);
  else if (g_str_equal (op, "touches"))
    truth = vnus_date_has_relation (a, b, VNUS_ALLEN_MEETS | VNUS_ALLEN_MET_BY);
  else
    g_assert_not_reached ();

  assert_truth (fields, truth, fields[3]);
}

static void
test_comparisons (void)
{
  g_assert_cmpuint (reference_read ("compare3_open.tsv", check_comparison), ==, 70);
}

/* a b possible_mask possible_relations precedes follows intersects within covers same */
static void
check_allen (char **fields,
             guint  line)
{
  g_autoptr (VnusDate) a = parse (fields[0]);
  g_autoptr (VnusDate) b = parse (fields[1]);
  const VnusAllen mask = vnus_date_relate (a, b);
  g_autofree char *relations = vnus_allen_to_string (mask);

  g_assert_cmpstr (relations, ==, fields[3]);
  g_assert_cmpint (mask, ==, atoi (fields[2]));
  g_assert_cmpint (vnus_date_relate (b, a), ==, vnus_allen_invert (mask));
  assert_truth (fields, vnus_date_is_before (a, b), fields[4]);
  assert_truth (fields, vnus_date_is_after (a, b), fields[5]);
  assert_truth (fields, vnus_date_intersects (a, b), fields[6]);
  assert_truth (fields, vnus_date_is_within (a, b), fields[7]);
  assert_truth (fields, vnus_date_covers (a, b), fields[8]);
  assert_truth (fields, vnus_date_is_same_day (a, b), fields[9]);
}

static void
test_allen (void)
{
  g_assert_cmpuint (reference_read ("allen_open.tsv", check_allen), ==, 540);
}

/* from to unit min max source */
static void
check_duration (char **fields,
                guint  line)
{
  g_autoptr (GEnumClass) units = g_type_class_ref (VNUS_TYPE_DATE_UNIT);
  g_autoptr (VnusDate) from = parse (fields[0]);
  g_autoptr (VnusDate) to = parse (fields[1]);
  int min, max;

  g_test_message ("line %u", line);
  g_assert_true (vnus_date_elapsed (from, to, g_enum_get_value_by_nick (units, fields[2])->value, &min, &max));
  g_assert_cmpint (min, ==, atoi (fields[3]));
  g_assert_cmpint (max, ==, atoi (fields[4]));
}

static void
test_durations (void)
{
  g_assert_cmpuint (reference_read ("durations.tsv", check_duration), ==, 50);
}

/* date year leap_policy lower upper nth */
static void
check_anniversary (char **fields,
                   guint  line)
{
  g_autoptr (GEnumClass) policies = g_type_class_ref (VNUS_TYPE_LEAP_POLICY);
  const VnusLeapPolicy policy = g_enum_get_value_by_nick (policies, fields[2])->value;
  g_autoptr (VnusDate) base = parse (fields[0]);
  g_autoptr (VnusDate) anniversary = vnus_date_get_anniversary (base, atoi (fields[1]), policy);
  int min, max;

  g_assert_true (vnus_date_get_anniversary_number (base, atoi (fields[1]), &min, &max));
  if (g_str_equal (fields[5], "-"))
    g_assert_cmpint (min, <, max);
  else
    {
      g_autoptr (VnusDate) nth = vnus_date_get_nth_anniversary (base, atoi (fields[5]), policy);

      g_assert_cmpint (min, ==, atoi (fields[5]));
      g_assert_cmpint (max, ==, atoi (fields[5]));
      g_assert_true (nth == NULL ? anniversary == NULL : vnus_date_equal (nth, anniversary));
    }

  if (g_str_equal (fields[3], "-"))
    g_assert_null (anniversary);
  else
    {
      assert_day (fields[0], vnus_date_get_earliest_start (anniversary), fields[3]);
      assert_day (fields[0], vnus_date_get_latest_end (anniversary), fields[4]);
      g_assert_cmpint (vnus_date_is_anniversary_on (base, anniversary, policy), ==,
                       vnus_date_is_single_day (anniversary) && min == max ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY);
    }
}

static void
test_anniversaries (void)
{
  g_assert_cmpuint (reference_read ("anniversaries.tsv", check_anniversary), ==, 42);
}

static VnusDate *previous;

/* rank string */
static void
check_order (char **fields,
             guint  line)
{
  VnusDate *date;

  if (!is_implemented (fields[1]))
    return;

  date = parse (fields[1]);
  if (previous != NULL)
    {
      g_assert_cmpint (vnus_date_compare (previous, date), <, 0);
      g_assert_cmpint (vnus_date_compare (date, previous), >, 0);
    }
  g_assert_cmpint (vnus_date_compare (date, date), ==, 0);
  g_clear_pointer (&previous, vnus_date_unref);
  previous = date;
}

static void
test_order (void)
{
  g_assert_cmpuint (reference_read ("sort_order.tsv", check_order), ==, 42);
  g_clear_pointer (&previous, vnus_date_unref);
}

/* string combination … */
static void
check_silent (char **fields,
              guint  line)
{
  const VnusDateLevel level = vnus_date_classify (fields[0]);
  g_autoptr (VnusDate) date = vnus_date_parse (fields[0], NULL);

  if (date != NULL)
    {
      g_autofree char *canonical = vnus_date_to_string (date);
      g_autoptr (VnusDate) again = parse (canonical);

      g_assert_true (vnus_date_equal (date, again));
      g_assert_cmpint (level, ==, vnus_date_get_level (date));
    }
}

static void
test_silent (void)
{
  g_assert_cmpuint (reference_read ("spec_silent.tsv", check_silent), ==, 33);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/date/vectors/validity", test_validity);
  g_test_add_func ("/vnus/date/vectors/intervals", test_intervals);
  g_test_add_func ("/vnus/date/vectors/comparisons", test_comparisons);
  g_test_add_func ("/vnus/date/vectors/allen", test_allen);
  g_test_add_func ("/vnus/date/vectors/durations", test_durations);
  g_test_add_func ("/vnus/date/vectors/anniversaries", test_anniversaries);
  g_test_add_func ("/vnus/date/vectors/order", test_order);
  g_test_add_func ("/vnus/date/vectors/silent", test_silent);
  return g_test_run ();
}
