/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A pattern of a message. What compiles is formatted with arguments of the
 * types that it declares. */
#include "fuzz.h"

#include "wording/vnus-pattern-private.h"

#define MAX_ARGS 64

static const char *const items[] = { "x", "{y}", "z’", NULL };

static VnusMessageArg
sample (const char *name,
        const char *type)
{
  if (g_str_equal (type, "integer"))
    return (VnusMessageArg) VNUS_ARG_I (name, 2023);
  if (g_str_equal (type, "decimal"))
    return (VnusMessageArg) VNUS_ARG_D (name, "-1.5E9");
  if (g_str_equal (type, "list"))
    return (VnusMessageArg) VNUS_ARG_L (name, items);
  g_assert_cmpstr (type, ==, "string");
  return (VnusMessageArg) VNUS_ARG_S (name, "it’s {b} #");
}

/* @described: “name:type” for each argument, apart by blanks */
static void
format (VnusPattern *pattern)
{
  g_autofree char *described = _vnus_pattern_describe (pattern);
  g_auto (GStrv) words = g_strsplit (described, " ", -1);
  VnusMessageArg args[MAX_ARGS];
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < MAX_ARGS; i++)
    {
      char *colon = strrchr (words[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      args[n++] = sample (words[i], colon + 1);
    }
  text = _vnus_pattern_format (pattern, args, n, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const languages[] = { "en", "vi" };
  g_autofree char *text = fuzz_text (data, size);
  const char *language = languages[size % G_N_ELEMENTS (languages)];
  g_autofree char *problem = NULL;
  VnusPattern *pattern;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  pattern = _vnus_pattern_new (language, text, &problem);
  g_assert_true ((pattern == NULL) == (problem != NULL));
  if (pattern != NULL)
    format (pattern);
  g_clear_pointer (&pattern, _vnus_pattern_free);
  return 0;
}
