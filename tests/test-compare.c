/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/vnus-compare-private.h"

#include <string.h>
#include <unicode/uloc.h>

static void
assert_sorted (const char        *language,
               const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; words[j] != NULL; j++)
      {
        const int order = _vnus_collate (language, words[i], words[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_collate (void)
{
  /* Vietnamese: ă and â behind all of a, đ behind all of d; tones last */
  const char *const vi[] = { "an", "az", "ăn", "ân", "da", "dz", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", NULL };
  const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ", "mb", NULL };
  const char *const en[] = { "ân", "az", "da", "đa", "dz", "e", "ê", "ez", NULL };
  const char *const cases[] = { "biden", "Biden", "bidens", NULL };
  const char *const bytes[] = { "Hoa\314\200", "Hoà", NULL };

  assert_sorted ("vi", vi);
  assert_sorted ("vi", tones);
  assert_sorted ("en", en);
  assert_sorted ("en", cases);
  /* readers see no difference; the bytes decide */
  assert_sorted ("vi", bytes);
  g_assert_cmpint (_vnus_collate ("vi", "\xff", "\xff"), ==, 0);
  g_assert_cmpint (_vnus_collate ("vi", "\xff", "a"), !=, 0);
  /* a language that has no rules of its own */
  g_assert_cmpint (_vnus_collate ("xx", "ân", "az"), <, 0);
}

static void
test_collate_any_locale (void)
{
  g_autofree char *saved = g_strdup (uloc_getDefault ());
  UErrorCode status = U_ZERO_ERROR;

  uloc_setDefault ("vi_VN", &status);
  g_assert_cmpint (_vnus_collate ("en", "ân", "az"), <, 0);
  g_assert_cmpint (_vnus_collate ("qq", "ân", "az"), <, 0);
  uloc_setDefault ("sv_SE", &status);
  g_assert_cmpint (_vnus_collate ("vi", "ân", "az"), >, 0);
  g_assert_cmpint (_vnus_collate ("qz", "ö", "z"), <, 0);
  uloc_setDefault (saved, &status);
  g_assert_true (U_SUCCESS (status));
}

static void
test_nearest (void)
{
  const char *const candidates[] = {
    "us", "vn", "joe-biden", "jill-biden", "donald-trump", "barack-obama", "joe-biden", "nguyen-phu-trong",
    "nguyen-xuan-phuc", "us-president", "vn-president", "ab", "abcd", "acbd", "", NULL,
  };
  const struct
  {
    const char *name, *id;
    guint n;
    const char *nearest[4];
  } table[] = {
    { "equal", "joe-biden", 1, { "joe-biden" } },
    { "missing", "jo-biden", 2, { "joe-biden", "jill-biden" } },
    { "surplus", "joee-biden", 1, { "joe-biden" } },
    { "wrong", "joe-bidem", 1, { "joe-biden" } },
    { "exchanged", "abdc", 1, { "abcd" } },
    { "exchanged-other", "cabd", 1, { "acbd" } },
    { "tie-by-bytes", "xn-president", 2, { "vn-president", "us-president" } },
    { "one-letter", "u", 3, { "us", "donald-trump", "us-president" } },
    { "three", "us-presidant", 3, { "us-president", "vn-president", "jill-biden" } },
    { "name", "Nguyễn Phú Trọng", 1, { "nguyen-phu-trong" } },
    { "capitals", "Us", 1, { "us" } },
    { "none", "us", 0, { NULL } },
    { "nothing-in-common", "zzz", 3, { NULL } },
    { "no-letters", "拜登", 3, { NULL } },
    { "empty", "", 3, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) nearest = _vnus_nearest (table[i].id, candidates, table[i].n);
      g_autofree char *text = g_strjoinv (" ", nearest);

      g_test_message ("%s: %s", table[i].name, text);
      g_assert_cmpstrv (nearest, (char **) table[i].nearest);
    }
}

/* The order of the candidates does not matter. */
static void
test_nearest_any_order (void)
{
  const char *candidates[] = { "aab", "aba", "baa", "aaa", "abb", NULL };
  const char *const expected[] = { "aaa", "aab", "aba", NULL };

  for (guint turn = 0; turn < 5; turn++)
    {
      g_auto (GStrv) nearest = _vnus_nearest ("aaa", candidates, 3);
      const char *first = candidates[0];

      g_assert_cmpstrv (nearest, (char **) expected);
      memmove (candidates, candidates + 1, 4 * sizeof (char *));
      candidates[4] = first;
    }
}

static void
test_nearest_long (void)
{
  g_autofree char *a = g_strnfill (1 << 16, 'a');
  const char *const candidates[] = { a, "a", NULL };
  g_auto (GStrv) none = _vnus_nearest ("a", NULL, 3);
  g_auto (GStrv) nearest = _vnus_nearest (a, candidates, 3);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (nearest), ==, 2);
  g_assert_cmpstr (nearest[0], ==, a);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/compare/collate", test_collate);
  g_test_add_func ("/vnus/compare/collate-any-locale", test_collate_any_locale);
  g_test_add_func ("/vnus/compare/nearest", test_nearest);
  g_test_add_func ("/vnus/compare/nearest-any-order", test_nearest_any_order);
  g_test_add_func ("/vnus/compare/nearest-long", test_nearest_long);
  return g_test_run ();
}
