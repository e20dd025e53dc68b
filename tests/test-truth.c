/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

static void
test_kleene (void)
{
  const VnusTruth no = VNUS_TRUTH_NO, possibly = VNUS_TRUTH_POSSIBLY, certainly = VNUS_TRUTH_CERTAINLY;
  const struct
  {
    VnusTruth a, b, both, either;
  } table[] = {
    { no, no, no, no },
    { no, possibly, no, possibly },
    { no, certainly, no, certainly },
    { possibly, possibly, possibly, possibly },
    { possibly, certainly, possibly, certainly },
    { certainly, certainly, certainly, certainly },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (vnus_truth_and (table[i].a, table[i].b), ==, table[i].both);
      g_assert_cmpint (vnus_truth_and (table[i].b, table[i].a), ==, table[i].both);
      g_assert_cmpint (vnus_truth_or (table[i].a, table[i].b), ==, table[i].either);
      g_assert_cmpint (vnus_truth_or (table[i].b, table[i].a), ==, table[i].either);
      /* De Morgan */
      g_assert_cmpint (vnus_truth_not (table[i].both), ==,
                       vnus_truth_or (vnus_truth_not (table[i].a), vnus_truth_not (table[i].b)));
    }

  g_assert_cmpint (vnus_truth_not (possibly), ==, possibly);
  g_assert_cmpint (vnus_truth_not (no), ==, certainly);
}

static void
test_strings (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_TRUTH);
  VnusTruth truth = VNUS_TRUTH_POSSIBLY;

  for (guint i = 0; i < klass->n_values; i++)
    {
      VnusTruth back;

      g_assert_cmpstr (vnus_truth_to_string (klass->values[i].value), ==, klass->values[i].value_nick);
      g_assert_true (vnus_truth_from_string (klass->values[i].value_nick, &back));
      g_assert_cmpint (back, ==, klass->values[i].value);
    }

  g_assert_false (vnus_truth_from_string ("maybe", &truth));
  g_assert_cmpint (truth, ==, VNUS_TRUTH_POSSIBLY);
  g_assert_true (vnus_truth_from_string ("no", NULL));
}

static void
test_reasons (void)
{
  g_autofree char *none = vnus_reasons_to_string (VNUS_REASONS_NONE);
  g_autofree char *two = vnus_reasons_to_string (VNUS_REASONS_NO_EVIDENCE | VNUS_REASONS_DATE_VAGUE);
  g_auto (GStrv) list = vnus_reasons_list (VNUS_REASONS_SOURCES_DIFFER);
  const char *const expected[] = { "sources-differ", NULL };

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "date-vague,no-evidence");
  g_assert_cmpstrv (list, (char **) expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/truth/kleene", test_kleene);
  g_test_add_func ("/vnus/truth/strings", test_strings);
  g_test_add_func ("/vnus/truth/reasons", test_reasons);
  return g_test_run ();
}
