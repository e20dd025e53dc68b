/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the options of a brief change, and what they must not. */
#include <string.h>

#include "brief-helpers.h"

/* ---- Depth and annex ---- */

static guint
count_items (VnusBrief *brief)
{
  g_autofree char *words = all_words (brief, "en");
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strv_length (lines);
}

static void
test_depth (void)
{
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-08-29", NULL, NULL);
  g_autofree char *standard = NULL;
  g_autofree char *full = NULL;
  guint n_standard;

  vnus_brief_set_depth (brief, VNUS_BRIEF_DEPTH_HEADLINE);
  compose (brief);
  g_assert_cmpuint (g_list_model_get_n_items (vnus_brief_get_sections (brief)), ==, 2);

  vnus_brief_set_depth (brief, VNUS_BRIEF_DEPTH_STANDARD);
  g_assert_cmpuint (g_list_model_get_n_items (vnus_brief_get_sections (brief)), ==, 0);
  n_standard = count_items (brief);
  standard = all_words (brief, "en");
  vnus_brief_set_depth (brief, VNUS_BRIEF_DEPTH_FULL);
  full = all_words (brief, "en");
  g_assert_cmpuint (count_items (brief), >=, n_standard);
  g_assert_null (strstr (standard, "February 2022"));
  g_assert_nonnull (strstr (full, "John Kerry (February 2022 and 2–6 September 2022); "));
}

/* A headline alone does not look as if it were all that was asked for. */
static void
test_nothing (void)
{
  static const struct { const char *on; VnusBriefDepth depth; gboolean expected; } rows[] = {
    { "1990-01-01", VNUS_BRIEF_DEPTH_STANDARD, TRUE }, { "1990-01-01", VNUS_BRIEF_DEPTH_HEADLINE, FALSE },
    { "2023-08-29", VNUS_BRIEF_DEPTH_STANDARD, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VnusBrief) brief = make_brief ("us-vn", rows[i].on, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      vnus_brief_set_depth (brief, rows[i].depth);
      text = vnus_brief_to_text (brief, "en", &error);
      g_assert_no_error (error);
      g_assert_cmpint (strstr (text, "\nWhat is on record tells nothing more of it.\n") != NULL, ==, rows[i].expected);
    }
}

static void
collect_body (const char  *section,
              VnusFinding *item,
              gpointer     user_data)
{
  g_autofree char *sentence = vnus_finding_dup_sentence (item, "en");

  if (!g_str_equal (section, "notes"))
    g_string_append_printf (user_data, "%s\n", sentence);
}

static char *
body_of (VnusBrief *brief)
{
  GString *text = g_string_new (NULL);

  compose (brief);
  foreach_item (brief, collect_body, text);
  return g_string_free (text, FALSE);
}

/* Without the annex every sentence is there, with every hedge of it. */
static void
test_annex (void)
{
  static const char *const days[] = { "2016-06-01", "2023-08-29", "2023-09-09", "2024-06-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (VnusBrief) brief = make_brief (SUBJECT, days[i], NULL, NULL);
      g_autofree char *with = body_of (brief);
      g_autofree char *without = NULL;

      g_assert_true (has_section (brief, "notes"));
      vnus_brief_set_annex (brief, FALSE);
      without = body_of (brief);
      g_assert_false (has_section (brief, "notes"));
      g_assert_cmpstr (with, ==, without);
    }
}

/* ---- Register and perspective ---- */

typedef struct
{
  const char       *name;
  const char       *subject;
  VnusBriefRegister style;
  const char       *perspective;
  const char       *language;
  const char       *expected;
} Choice;

static const Choice choices[] = {
  { "official-honorific", SUBJECT, VNUS_BRIEF_REGISTER_OFFICIAL, NULL, "en", "\nPresident Joe Biden is due in Hanoi on 10 September 2023.\n" },
  { "press-honorific", SUBJECT, VNUS_BRIEF_REGISTER_PRESS, NULL, "en", "\nMr Biden is due in Hanoi on 10 September 2023.\n" },
  { "press-honorific", SUBJECT, VNUS_BRIEF_REGISTER_PRESS, NULL, "vi", "\nÔng Biden dự kiến có mặt tại Hà Nội ngày 10/9/2023.\n" },
  { "press-duration", SUBJECT, VNUS_BRIEF_REGISTER_PRESS, NULL, "en", "\nThe trip will last two days.\n" },
  { "press-two-countries", SUBJECT, VNUS_BRIEF_REGISTER_PRESS, NULL, "vi", "\nHai nước đã tổ chức: " },
  { "neutral-host", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, NULL, "en", " will visit Vietnam on 10–11 September 2023 " },
  { "own-host", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "vn", "en", " will visit our country on 10–11 September 2023 " },
  { "own-host", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "vn", "vi", " sẽ thăm nước ta từ ngày 10 đến ngày 11 tháng 9 năm 2023." },
  { "own-guest", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "us", "en", "\nPresident Joe Biden will visit Vietnam on 10–11 September 2023 " },
  { "own-title", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "vn", "en", "\nOn 12 May 2022, at the White House, Prime Minister Pham Minh Chinh met President Joe Biden.\n" },
  { "other-title", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "us", "en", "\nOn 12 May 2022, at the White House, President Joe Biden met Vietnamese Prime Minister Pham Minh Chinh.\n" },
  { "own-side-first", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "vn", "en", "\nIn April 2023, our side and the US side wished to bring relations to a new height.\n" },
  { "own-side-first", SUBJECT, VNUS_BRIEF_REGISTER_UNSET, "vn", "vi", "\nTháng 4/2023, phía ta và phía Hoa Kỳ mong muốn đưa quan hệ lên tầm cao mới.\n" },
  { "order-of-parties", "us-vn", VNUS_BRIEF_REGISTER_UNSET, "vn", "en", "\nVietnam and the United States normalised" },
  { "order-of-other-parties", "us-vn", VNUS_BRIEF_REGISTER_UNSET, "us", "en", "\nThe United States and Vietnam normalised" },
};

static void
test_choice (gconstpointer data)
{
  const Choice *choice = data;
  g_autoptr (VnusBrief) brief = make_brief (choice->subject, "2023-08-29", NULL, NULL);
  g_autofree char *words = NULL;

  vnus_brief_set_register (brief, choice->style);
  vnus_brief_set_perspective (brief, choice->perspective);
  words = all_words (brief, choice->language);
  if (strstr (words, choice->expected) == NULL)
    g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, choice->expected));
}

static void
test_press_states (void)
{
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-08-29", NULL, NULL);
  g_autofree char *official = vnus_brief_to_text (brief, "vi", NULL);
  g_autofree char *press = NULL;

  vnus_brief_set_register (brief, VNUS_BRIEF_REGISTER_PRESS);
  press = vnus_brief_to_text (brief, "vi", NULL);
  g_assert_nonnull (strstr (official, "Tổng thống Hoa Kỳ Joe Biden"));
  g_assert_nonnull (strstr (press, "Tổng thống Mỹ Joe Biden"));
  g_assert_null (strstr (press, "Tổng thống Hoa Kỳ Joe Biden"));
}

/* The names that one side has for a level are used for that side alone. */
static void
test_designation (void)
{
  static const char json[] =
    "{\"format\": \"vnus-chronicle\", \"version\": 1, \"id\": \"two\", \"records\": ["
    "{\"kind\": \"state\", \"id\": \"aa\", \"label\": {\"en\": \"Ay\"}, \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"state\", \"id\": \"bb\", \"label\": {\"en\": \"Bee\"}, \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"source\", \"id\": \"s\", \"label\": {\"en\": \"S\"}, \"published\": \"2000-01-01\"},"
    "{\"kind\": \"level\", \"id\": \"l\", \"label\": {\"en\": \"Partnership\"}, \"ladder\": \"partnership\", \"rank\": 1},"
    "{\"kind\": \"relation\", \"id\": \"aa-bb\", \"label\": {\"en\": \"Ay and Bee\"}, \"parties\": [\"aa\", \"bb\"], \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"stage\", \"id\": \"t\", \"relation\": \"aa-bb\", \"level\": \"l\", \"during\": \"1999/..\", \"act\": \"established\","
    " \"designation\": [{\"side\": \"bb\", \"text\": {\"en\": \"Friendship of Brothers\"}}], \"citations\": [{\"source\": \"s\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) two = vnus_chronicle_load_bytes (bytes, "two.json", VNUS_LOAD_FLAGS_NONE, &error);
  g_autoptr (VnusBrief) brief = NULL;
  g_autofree char *neutral = NULL;
  g_autofree char *partial = NULL;

  g_assert_no_error (error);
  brief = vnus_brief_new (two, "aa-bb");
  neutral = all_words (brief, "en");
  vnus_brief_set_perspective (brief, "bb");
  partial = all_words (brief, "en");
  g_assert_nonnull (strstr (neutral, "Ay and Bee established a Partnership in 1999.\n"));
  g_assert_nonnull (strstr (partial, "Bee and Ay established a Friendship of Brothers in 1999.\n"));
}

static void
test_no_party (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusBrief) brief = make_brief ("us-vn", "2023-08-29", NULL, NULL);

  vnus_brief_set_perspective (brief, "jp");
  g_assert_false (vnus_brief_compose (brief, &error));
  g_assert_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_PARTY);
}

int
main (int    argc,
      char **argv)
{
  set_up (&argc, &argv);

  g_test_add_func ("/vnus/brief/depth", test_depth);
  g_test_add_func ("/vnus/brief/nothing", test_nothing);
  g_test_add_func ("/vnus/brief/annex", test_annex);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/brief/choice/%s/%s", choices[i].language, choices[i].name);

      g_test_add_data_func (path, &choices[i], test_choice);
    }
  g_test_add_func ("/vnus/brief/press-states", test_press_states);
  g_test_add_func ("/vnus/brief/designation", test_designation);
  g_test_add_func ("/vnus/brief/no-party", test_no_party);

  return run_all ();
}
