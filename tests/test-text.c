/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

static void
test_languages (void)
{
  static const char *const languages[] = { "vi", "en", "zh-Hant", NULL };
  static const char *const strings[] = { "Việt Nam", "Vietnam", "越南", NULL };
  static const char *const sorted[] = { "en", "vi", "zh-Hant", NULL };
  g_autoptr (VnusText) text = vnus_text_new_many (languages, strings);
  g_auto (GStrv) listed = vnus_text_list_languages (text);
  g_autofree char *string = vnus_text_to_string (text);

  g_assert_cmpstrv (listed, (char **) sorted);
  for (guint i = 0; languages[i] != NULL; i++)
    g_assert_cmpstr (vnus_text_get (text, languages[i]), ==, strings[i]);
  g_assert_null (vnus_text_get (text, "fr"));
  g_assert_cmpstr (string, ==, "en: Vietnam; vi: Việt Nam; zh-Hant: 越南");
}

static void
test_best (void)
{
  g_autoptr (VnusText) both = NULL, vi = vnus_text_new ("vi", "Hà Nội");

  both = vnus_text_with_language (vi, "en", "Hanoi");
  g_assert_cmpstr (vnus_text_get_best (both, "vi"), ==, "Hà Nội");
  g_assert_cmpstr (vnus_text_get_best (both, "fr"), ==, "Hanoi");
  g_assert_cmpstr (vnus_text_get_best (vi, "en"), ==, "Hà Nội");
}

static void
test_equal (void)
{
  g_autoptr (VnusText) vi = vnus_text_new ("vi", "Hà Nội");
  g_autoptr (VnusText) vi_en = vnus_text_with_language (vi, "en", "Hanoi");
  g_autoptr (VnusText) en = vnus_text_new ("en", "Hanoi");
  g_autoptr (VnusText) en_vi = vnus_text_with_language (en, "vi", "Hà Nội");
  g_autoptr (VnusText) other = vnus_text_with_language (en_vi, "en", "Ha Noi");

  g_assert_true (vnus_text_equal (vi_en, en_vi));
  g_assert_false (vnus_text_equal (vi_en, vi));
  g_assert_false (vnus_text_equal (en_vi, other));
  g_assert_cmpstr (vnus_text_get (other, "en"), ==, "Ha Noi");
  g_assert_cmpstr (vnus_text_get (en_vi, "en"), ==, "Hanoi");
}

static void
test_empty_string (void)
{
  g_autoptr (VnusText) text = vnus_text_new ("en", "");
  g_autoptr (VnusText) both = vnus_text_with_language (text, "vi", "");

  g_assert_cmpstr (vnus_text_get (both, "en"), ==, "");
  g_assert_cmpstr (vnus_text_get (both, "vi"), ==, "");
  g_assert_null (vnus_text_get (both, ""));
}

static void
test_programmer_errors (void)
{
  static const char *const twice[] = { "en", "en", NULL };
  static const char *const strings[] = { "a", "b", NULL };

  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (vnus_text_new ("", "a"));
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (vnus_text_new_many (twice, strings));
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (vnus_text_new_many (twice, strings + 1));
  g_test_assert_expected_messages ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/text/languages", test_languages);
  g_test_add_func ("/vnus/text/best", test_best);
  g_test_add_func ("/vnus/text/equal", test_equal);
  g_test_add_func ("/vnus/text/empty-string", test_empty_string);
  g_test_add_func ("/vnus/text/programmer-errors", test_programmer_errors);
  return g_test_run ();
}
