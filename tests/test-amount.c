/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *number;
    VnusBound   bound;
    const char *unit, *string;
    double      value;
  } table[] = {
    { "0", VNUS_BOUND_UNSET, NULL, "0", 0 },
    { "-0.5", VNUS_BOUND_EXACT, NULL, "-0.5", -0.5 },
    { "123860000000", VNUS_BOUND_MORE_THAN, "USD", "more-than 123860000000 USD", 123860000000.0 },
    { "0.110", VNUS_BOUND_ABOUT, NULL, "about 0.110", 0.11 },
    { "12", VNUS_BOUND_AT_LEAST, "person", "at-least 12 person", 12 },
    { "1", VNUS_BOUND_LESS_THAN, NULL, "less-than 1", 1 },
    { "1", VNUS_BOUND_AT_MOST, NULL, "at-most 1", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusAmount) amount = vnus_amount_parse (table[i].number, table[i].bound, table[i].unit, &error);
      g_autofree char *string = NULL;

      g_assert_no_error (error);
      string = vnus_amount_to_string (amount);
      g_assert_cmpstr (string, ==, table[i].string);
      g_assert_cmpstr (vnus_amount_get_number (amount), ==, table[i].number);
      g_assert_cmpstr (vnus_amount_get_unit (amount), ==, table[i].unit);
      g_assert_cmpint (vnus_amount_get_bound (amount), ==, MAX (table[i].bound, VNUS_BOUND_EXACT));
      g_assert_cmpfloat (vnus_amount_to_double (amount), ==, table[i].value);
    }
}

static void
test_bad_numbers (void)
{
  static const char *const bad[] = { "", "-", ".5", "5.", "00", "01", "1e3", "1,000", " 1", "1 ", "+1", "0x1", "--1", "1.2.3" };
  g_autoptr (GError) error = NULL;
  g_autofree char *longest = g_strnfill (64, '9');
  g_autofree char *longer = g_strnfill (65, '9');
  g_autoptr (VnusAmount) amount = vnus_amount_parse (longest, VNUS_BOUND_EXACT, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (vnus_amount_parse (longer, VNUS_BOUND_EXACT, NULL, &error));
  g_assert_error (error, VNUS_AMOUNT_ERROR, VNUS_AMOUNT_ERROR_RANGE);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) syntax = NULL;

      g_assert_null (vnus_amount_parse (bad[i], VNUS_BOUND_EXACT, NULL, &syntax));
      g_assert_error (syntax, VNUS_AMOUNT_ERROR, VNUS_AMOUNT_ERROR_SYNTAX);
      g_assert_nonnull (strstr (syntax->message, bad[i]));
    }
}

static void
test_order (void)
{
  g_autoptr (VnusAmount) two = vnus_amount_parse ("2", VNUS_BOUND_EXACT, "USD", NULL);
  g_autoptr (VnusAmount) two_0 = vnus_amount_parse ("2.0", VNUS_BOUND_EXACT, "USD", NULL);
  g_autoptr (VnusAmount) above = vnus_amount_parse ("2", VNUS_BOUND_MORE_THAN, "USD", NULL);
  g_autoptr (VnusAmount) ten = vnus_amount_parse ("10", VNUS_BOUND_EXACT, "USD", NULL);
  g_autoptr (VnusAmount) vnd = vnus_amount_parse ("1", VNUS_BOUND_EXACT, "VND", NULL);
  VnusAmount *sorted[] = { two, two_0, above, ten, vnd };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = vnus_amount_compare (sorted[i], sorted[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_true (vnus_amount_equal (sorted[i], sorted[j]) == (i == j));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/amount/parse", test_parse);
  g_test_add_func ("/vnus/amount/bad-numbers", test_bad_numbers);
  g_test_add_func ("/vnus/amount/order", test_order);
  return g_test_run ();
}
