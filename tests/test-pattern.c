/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "wording/vnus-pattern-private.h"

#include <string.h>
#include <unicode/uloc.h>

static char *
format_text (const char           *language,
             const char           *text,
             const VnusMessageArg *args,
             guint                 n_args)
{
  g_autofree char *problem = NULL;
  VnusPattern *pattern = _vnus_pattern_new (language, text, &problem);
  char *result;

  g_assert_cmpstr (problem, ==, NULL);
  result = _vnus_pattern_format (pattern, args, n_args, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  _vnus_pattern_free (pattern);
  return result;
}

static void
test_forms (void)
{
  const char *const items[] = { "x", "y", "z", NULL };
  const VnusMessageArg s = VNUS_ARG_S ("a", "it’s {b} #"), i = VNUS_ARG_I ("a", 4), y = VNUS_ARG_I ("a", 2023);
  const VnusMessageArg d = VNUS_ARG_D ("a", "0.50"), l = VNUS_ARG_L ("a", items);
  const VnusMessageArg one = VNUS_ARG_I ("a", 1), big = VNUS_ARG_I ("a", G_MININT64);
  const struct
  {
    const char *text, *args;
    const VnusMessageArg *arg;
    const char *en, *vi;
  } table[] = {
    { "<{a}>", "a:string", &s, "<it’s {b} #>", "<it’s {b} #>" },
    { "{a, select, x {no} other {{a}}}", "a:string", &s, "it’s {b} #", "it’s {b} #" },
    { "{a, plural, one {# day} other {# days}}", "a:integer", &one, "1 day", "1 days" },
    { "{a, plural, one {# day} other {# days}}", "a:integer", &y, "2,023 days", "2.023 days" },
    { "{a, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", "a:integer", &i, "4th", "4th" },
    { "{a, number}", "a:integer", &y, "2,023", "2.023" },
    { "{a, number}", "a:integer", &big, "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808" },
    { "{a, plain}", "a:integer", &y, "2023", "2023" },
    { "{a,ordinal}", "a:integer", &i, "fourth", "thứ tư" },
    { "{ a , words }", "a:integer", &i, "four", "bốn" },
    { "{a, decimal}", "a:decimal", &d, "0.50", "0,50" },
    { "{a, percent}", "a:decimal", &d, "50%", "50%" },
    { "{a, list}", "a:list", &l, "x, y and z", "x, y và z" },
    { "{a, list, semicolon}", "a:list", &l, "x; y; and z", "x; y; z" },
    { "{a, list, or} / {a, list, comma}", "a:list", &l, "x, y or z / x, y, z", "x, y hoặc z / x, y, z" },
    { "{a, plural, one {the {a, ordinal} time} other {{a, words} ({a, plain})}}", "a:integer", &i, "four (4)",
      "bốn (4)" },
    { "{a, plural, one {the {a, ordinal} time} other {x}}", "a:integer", &one, "the first time", "x" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (table); n++)
    {
      VnusPattern *pattern = _vnus_pattern_new ("en", table[n].text, NULL);
      g_autofree char *args = _vnus_pattern_describe (pattern);
      g_autofree char *en = format_text ("en", table[n].text, table[n].arg, 1);
      g_autofree char *vi = format_text ("vi", table[n].text, table[n].arg, 1);

      g_assert_cmpstr (args, ==, table[n].args);
      g_assert_cmpstr (en, ==, table[n].en);
      g_assert_cmpstr (vi, ==, table[n].vi);
      _vnus_pattern_free (pattern);
    }
}

/* Arguments may stand in any order, and take part more than once. */
static void
test_several_arguments (void)
{
  const VnusMessageArg args[] = { VNUS_ARG_S ("who", "Joe"), VNUS_ARG_I ("n", 2), VNUS_ARG_D ("big", "1.5") };
  const char *text = "{n, ordinal} {who} {who} {big, decimal} {n, plural, other {#}}";
  g_autofree char *result = format_text ("en", text, args, 3);

  g_assert_cmpstr (result, ==, "second Joe Joe 1.5 2");
}

static void
test_apostrophes (void)
{
  const VnusMessageArg who = VNUS_ARG_S ("who", "O'Brien’s '{x}'");
  const char *const refused[] = { "'{}'", "it''s", "'{who}'", "a '{b}", "{n, plural, other {'#'}}" };
  g_autofree char *plain = format_text ("en", "It's the President's, don't: {who}", &who, 1);
  g_autofree char *curly = format_text ("en", "It’s the ‘President’s’ {who}'s", &who, 1);
  g_autofree char *plural = format_text ("en", "{n, plural, one {it's #} other {they're #'s}}",
                                         (const VnusMessageArg[]) { VNUS_ARG_I ("n", 3) }, 1);

  g_assert_cmpstr (plain, ==, "It's the President's, don't: O'Brien’s '{x}'");
  g_assert_cmpstr (curly, ==, "It’s the ‘President’s’ O'Brien’s '{x}''s");
  g_assert_cmpstr (plural, ==, "they're 3's");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *problem = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (_vnus_pattern_new ("en", refused[i], &problem));
      g_assert_nonnull (strstr (problem, "apostrophe"));
    }
}

static void
test_refused (void)
{
  const struct
  {
    const char *text, *problem;
  } table[] = {
    { "{", "braces" },
    { "}", "braces" },
    { "a}", "braces" },
    { "}{", "U_" },
    { "{}", "U_" },
    { "{a, plural, one {x}}", "U_" },
    { "{a, plural}", "U_" },
    { "{a, select, other {x}", "braces" },
    { "{0}", "no name" },
    { "{A}", "no name" },
    { "{tên}", "no name" },
    { "{a, date}", "no form" },
    { "{a, time, short}", "no form" },
    { "{a, spellout}", "no form" },
    { "{a, %n%n%s}", "U_" },
    { "{a, choice, 0#x|1#y}", "choice" },
    { "{a, number, #.##}", "no styles" },
    { "{a, list, commas}", "“commas” is no style of “list”" },
    { "{a} {a, plural, other {#}}", "string and integer at once" },
    { "{a, list} {a}", "list and string at once" },
    { "{a, plural, other {{a, decimal}}}", "integer and decimal at once" },
    { "\xff\xfe", "UTF-8" },
  };
  g_autofree char *deep = g_strnfill (5000, '{');
  GString *nested = g_string_new (NULL);
  GString *endless = g_string_new (NULL);
  g_autofree char *problem = NULL;
  VnusPattern *pattern;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *why = NULL;

      pattern = _vnus_pattern_new ("vi", table[i].text, &why);
      g_assert_null (pattern);
      if (strstr (why, table[i].problem) == NULL)
        g_test_message ("%s: %s", table[i].text, why);
      g_assert_nonnull (strstr (why, table[i].problem));
      g_assert_null (_vnus_pattern_new ("vi", table[i].text, NULL));
    }

  g_assert_null (_vnus_pattern_new ("vi", deep, NULL));

  /* as deep as the longest pattern allows */
  for (guint i = 0; i < 400; i++)
    g_string_append (nested, "{a,select,other{");
  for (guint i = 0; i < 400; i++)
    g_string_append (nested, "}}");
  pattern = _vnus_pattern_new ("vi", nested->str, NULL);
  g_assert_nonnull (pattern);
  g_free (_vnus_pattern_format (pattern, (const VnusMessageArg[]) { VNUS_ARG_S ("a", "x") }, 1, NULL));
  _vnus_pattern_free (pattern);

  while (endless->len <= 8192)
    g_string_append (endless, "{a}");
  g_assert_null (_vnus_pattern_new ("vi", endless->str, &problem));
  g_assert_nonnull (strstr (problem, "longer"));
  g_string_free (nested, TRUE);
  g_string_free (endless, TRUE);
}

/* Random pieces put together: refused or formatted, never a crash. */
static void
test_hostile (void)
{
  const char *const pieces[] = {
    "{", "}", "{a}", "{a, plural, ", "one {", "other {", "=1 {", "offset:1 ", "#", "'", "''", ",", "{a, list",
    "{b, ordinal}", "{c, select, ", "x {", "|", "%s", "%n", "\\u0000", "ư", "🇻🇳", "{a, number}", "=-9999999999999 {",
    "\xed\xa0\x80", " ",
  };
  const char *const items[] = { "x", NULL };
  const VnusMessageArg args[] = { VNUS_ARG_I ("a", 7), VNUS_ARG_I ("b", 3), VNUS_ARG_S ("c", "x") };
  const VnusMessageArg others[] = { VNUS_ARG_L ("a", items) };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint n_formatted = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *problem = NULL;
      const guint n = g_rand_int_range (rand, 1, 9);
      VnusPattern *pattern;

      for (guint p = 0; p < n; p++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      pattern = _vnus_pattern_new ("vi", text->str, &problem);
      g_assert_true ((pattern == NULL) == (problem != NULL));
      if (pattern == NULL)
        continue;

      for (guint a = 0; a <= G_N_ELEMENTS (args); a++)
        {
          g_autofree char *result = _vnus_pattern_format (pattern, args, a, NULL);

          n_formatted += result != NULL;
        }
      g_free (_vnus_pattern_format (pattern, others, 1, NULL));
      _vnus_pattern_free (pattern);
    }
  g_assert_cmpuint (n_formatted, >, 100);
}

static void
test_hostile_values (void)
{
  g_autofree char *huge = g_strnfill (1 << 20, 'x');
  const char *const items[] = { "\xff", "{a}", "", NULL };
  const VnusMessageArg bad = VNUS_ARG_S ("a", "x\xff\xc3"), large = VNUS_ARG_S ("a", huge);
  const VnusMessageArg list = VNUS_ARG_L ("a", items);
  g_autofree char *replaced = format_text ("vi", "<{a}>", &bad, 1);
  g_autofree char *whole = format_text ("vi", "{a}", &large, 1);
  g_autofree char *listed = format_text ("vi", "{a, list, semicolon}", &list, 1);

  g_assert_true (g_utf8_validate (replaced, -1, NULL));
  g_assert_true (g_str_has_prefix (replaced, "<x\357\277\275"));
  g_assert_cmpstr (whole, ==, huge);
  g_assert_cmpstr (listed, ==, "\357\277\275; {a}; ");
}

static void
test_any_locale (void)
{
  const char *const locales[] = { "ar_EG", "tr_TR", "vi_VN", "en_IN", "hi_IN@numbers=deva" };
  const char *before = uloc_getDefault ();
  g_autofree char *saved = g_strdup (before);
  const VnusMessageArg n = VNUS_ARG_I ("n", 12345);

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      g_autofree char *en = NULL, *vi = NULL, *amount = NULL;

      uloc_setDefault (locales[i], &status);
      g_assert_true (U_SUCCESS (status));
      en = format_text ("en", "{n, plural, one {#} other {#I}} {n, number}", &n, 1);
      vi = format_text ("vi", "{n, plural, one {#} other {#I}} {n, number}", &n, 1);
      amount = _vnus_message_amount ("vi", "123860000000", "more-than", "USD");
      g_assert_cmpstr (en, ==, "12,345I 12,345");
      g_assert_cmpstr (vi, ==, "12.345I 12.345");
      g_assert_cmpstr (amount, ==, "hơn 123,86 tỷ USD");
      uloc_setDefault (saved, &status);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/pattern/forms", test_forms);
  g_test_add_func ("/vnus/pattern/several-arguments", test_several_arguments);
  g_test_add_func ("/vnus/pattern/apostrophes", test_apostrophes);
  g_test_add_func ("/vnus/pattern/refused", test_refused);
  g_test_add_func ("/vnus/pattern/hostile", test_hostile);
  g_test_add_func ("/vnus/pattern/hostile-values", test_hostile_values);
  g_test_add_func ("/vnus/pattern/any-locale", test_any_locale);
  return g_test_run ();
}
