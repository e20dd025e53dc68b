/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/vnus-clip-private.h"

#include <string.h>

static void
test_ends_between_characters (void)
{
  static const char *const characters[] = { "x", "đ", "ệ", "\xf0\x9f\x96\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (guint lead = 0; lead < 4; lead++)
      {
        g_autoptr (GString) text = g_string_new ("abc");
        VnusClip clip;

        g_string_truncate (text, lead);
        while (text->len < 3 * VNUS_CLIP_MAX)
          g_string_append (text, characters[i]);
        clip = _vnus_clip (text->str);
        g_assert_true (g_utf8_validate (clip.text, -1, NULL));
        g_assert_true (g_str_has_suffix (clip.text, "…"));
        g_assert_cmpuint (strlen (clip.text), >, VNUS_CLIP_MAX - 4);
        g_assert_true (strncmp (clip.text, text->str, strlen (clip.text) - strlen ("…")) == 0);
      }
}

static void
test_keeps_what_fits (void)
{
  g_autofree char *longest = g_strnfill (VNUS_CLIP_MAX, 'x');

  g_assert_cmpstr (_vnus_clip ("").text, ==, "");
  g_assert_cmpstr (_vnus_clip ("Võ Văn Thưởng").text, ==, "Võ Văn Thưởng");
  g_assert_cmpstr (_vnus_clip (longest).text, ==, longest);
  g_assert_cmpstr (_vnus_clip_bytes ("Võ Văn", 3).text, ==, "Võ");
}

static void
test_shows_what_is_no_text (void)
{
  g_assert_cmpstr (_vnus_clip ("a\xff" "b\xc3").text, ==, "a\xef\xbf\xbd" "b\xef\xbf\xbd");
  g_assert_cmpstr (_vnus_clip_bytes ("Võ", 2).text, ==, "V\xef\xbf\xbd");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/clip/ends-between-characters", test_ends_between_characters);
  g_test_add_func ("/vnus/clip/keeps-what-fits", test_keeps_what_fits);
  g_test_add_func ("/vnus/clip/shows-what-is-no-text", test_shows_what_is_no_text);
  return g_test_run ();
}
