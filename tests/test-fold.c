/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

#include <string.h>

static const struct
{
  const char *case_name, *name, *folded;
} names[] = {
  { "empty", "", "" },
  { "ascii", "Joe Biden", "joe biden" },
  { "vietnamese", "Võ Văn Thưởng", "vo van thuong" },
  { "two-marks", "Nguyễn Phú Trọng", "nguyen phu trong" },
  { "all-vowels", "ăâêôơư ẮẶẤẬẾỆỐỘỚỢỨỰ ỳỵỷỹý", "aaeoou aaaaeeoooouu yyyyy" },
  { "d-stroke", "Đà Nẵng", "da nang" },
  { "d-small", "đường", "duong" },
  { "d-eth", "Ð\303\240 Nẵng ð", "da nang d" },
  { "d-african", "Ɖà Nẵng ɖ", "da nang d" },
  { "old-tone", "Hoà Bình", "hoa binh" },
  { "new-tone", "Hòa Bình", "hoa binh" },
  { "old-tone-uy", "Thuỷ Thủy", "thuy thuy" },
  { "legacy-tone", "Vie\314\243\314\202t Nam Vi\303\252\314\243t", "viet nam viet" },
  { "decomposed", "Vo\314\203 Va\314\206n Thu\314\233o\314\233\314\211ng", "vo van thuong" },
  { "decomposed-d", "\304\220a\314\200", "da" },
  { "capitals", "NGUYỄN XUÂN PHÚC", "nguyen xuan phuc" },
  { "blanks", "  Hà\t Nội\n\302\240 ", "ha noi" },
  { "hyphen", "Jean-Luc", "jean luc" },
  { "dashes", "Việt Nam – Hoa Kỳ—a‐b‑c−d", "viet nam hoa ky a b c d" },
  { "hyphen-at-ends", "-a-", "a" },
  { "apostrophe", "O'Brien", "obrien" },
  { "curly-apostrophe", "O’Brien", "obrien" },
  { "acute-apostrophe", "O´Brien", "obrien" },
  { "okina", "Hawaiʻi", "hawaii" },
  { "initial", "Marc E. Knapper", "marc e knapper" },
  { "initial-bare", "Marc E Knapper", "marc e knapper" },
  { "initials", "J.D. Vance", "jd vance" },
  { "initials-apart", "J. D. Vance", "jd vance" },
  { "initials-bare", "JD Vance", "jd vance" },
  { "state", "U.S.A.", "usa" },
  { "state-short", "U.S", "us" },
  { "initial-words", "St.Petersburg a.bc ab.c", "st petersburg a bc ab c" },
  { "initial-last", "Nguyễn Văn A.", "nguyen van a" },
  { "initial-before-name", "Nguyễn A. B", "nguyen a b" },
  { "initials-vietnamese", "Đ.Đ. Á", "dd a" },
  { "figures", "v1.2.3", "v1 2 3" },
  { "figures-single", "1.2", "1 2" },
  { "stops", "... a..b ...", "a b" },
  { "comma", "Trump, Donald J.", "trump donald j" },
  { "brackets", "(ASEAN) [40/41]", "asean 40 41" },
  { "quotes", "“ngoại giao cây tre”", "ngoai giao cay tre" },
  { "symbols", "1+1=2 $", "1+1=2 $" },
  { "only-punctuation", " -'.’ ", "" },
  { "nordic", "Søren Ærø Þór Ðað", "soren aero thor dad" },
  { "nordic-ring", "Århus Öl", "arhus ol" },
  { "sharp-s", "Straße STRAẞE", "strasse strasse" },
  { "polish", "Łódź Wałęsa", "lodz walesa" },
  { "turkish", "İstanbul Yıldırım", "istanbul yildirim" },
  { "azeri", "Əliyev", "aliyev" },
  { "french", "Œuvre François", "oeuvre francois" },
  { "croatian", "Đorđe Ǆ ǆ", "dorde dz dz" },
  { "typographic", "ﬁn ﬀ ½", "fin ff 1⁄2" },
  { "full-width", "Ｊｏｅ", "joe" },
  { "soft-hyphen", "Wash\302\255ington\342\200\213", "washington" },
  { "greek", "Μητσοτάκης ΜΗΤΣΟΤΆΚΗΣ ᾳ", "μητσοτακησ μητσοτακησ α" },
  { "cyrillic", "Сергей Лавров", "сергеи лавров" },
  { "arabic", "مُحَمَّد", "محمد" },
  { "chinese", "拜登·喬", "拜登 喬" },
  { "kana-voiced", "が", "か\343\202\231" },
  { "thai-vowel", "ชี", "ชี" },
  { "astral", "𝐉𝐨𝐞 🇻🇳", "joe 🇻🇳" },
  { "invalid-byte", "a\xff" "b", "a\357\277\275" "b" },
  { "invalid-surrogate", "\xed\xa0\x80", "\357\277\275\357\277\275\357\277\275" },
  { "invalid-overlong", "\xc0\xaf", "\357\277\275\357\277\275" },
  { "truncated", "Vi\xe1\xbb", "vi\357\277\275" },
};

static void
test_name (gconstpointer data)
{
  const char *name = names[GPOINTER_TO_UINT (data)].name;
  g_autofree char *folded = vnus_fold_name (name);
  g_autofree char *again = vnus_fold_name (folded);

  g_assert_cmpstr (folded, ==, names[GPOINTER_TO_UINT (data)].folded);
  g_assert_cmpstr (again, ==, folded);
  g_assert_true (g_utf8_validate (folded, -1, NULL));
}

/* Of each letter that anything in Latin or other scripts has: composed,
 * decomposed and capital forms are one, alone and among others. */
static void
test_every_form (void)
{
  for (gunichar c = 0x21; c < 0x3000; c++)
    {
      char name[8] = { 0 };
      g_autofree char *folded = NULL, *nfd = NULL, *decomposed = NULL, *upper = NULL, *capital = NULL;
      g_autofree char *longer = NULL, *among = NULL;

      /* ŀ ends in a middle dot, which is a blank between words */
      if (!g_unichar_isalpha (c) || c == 0x013f || c == 0x0140)
        continue;

      g_unichar_to_utf8 (c, name);
      folded = vnus_fold_name (name);
      nfd = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
      decomposed = vnus_fold_name (nfd);
      g_assert_cmpstr (folded, ==, decomposed);

      /* what a neighbour of another script sends another way */
      longer = g_strconcat (name, "語", name, NULL);
      among = vnus_fold_name (longer);
      g_clear_pointer (&longer, g_free);
      longer = g_strconcat (folded, "語", folded, NULL);
      g_assert_cmpstr (among, ==, longer);

      /* GLib knows a younger Unicode than ICU for some */
      if (c >= 0x250)
        continue;
      upper = g_utf8_strup (name, -1);
      capital = vnus_fold_name (upper);
      g_assert_cmpstr (folded, ==, capital);
    }
}

static void
test_long_name (void)
{
  const char *const words[] = { "Việt ", "語", "ชี", "\xff", "Đ", "a. ", "\314\243", "Лавров-" };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *folded = NULL, *again = NULL;

      for (guint n = 0; n < 5000; n++)
        g_string_append (name, words[(n % 7 == 0) ? i : (i + n / 100) % G_N_ELEMENTS (words)]);
      folded = vnus_fold_name (name->str);
      again = vnus_fold_name (folded);
      g_assert_cmpstr (folded, ==, again);
      g_assert_null (strstr (folded, "  "));
      g_assert_null (strchr (folded, '.'));
    }

  g_string_free (name, TRUE);
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      char name[24];
      const guint n = g_rand_int_range (rand, 0, sizeof (name) - 1);
      g_autofree char *folded = NULL, *again = NULL, *id = NULL;

      for (guint b = 0; b < n; b++)
        {
          const gint32 any = g_rand_int_range (rand, 1, 256), lead = g_rand_int_range (rand, 0xc0, 0xe4);

          /* in every second name, lead bytes and trail bytes by turns */
          name[b] = (char) (i % 2 == 0 ? any : b % 2 == 0 ? lead : lead - 0x30);
        }
      name[n] = '\0';
      folded = vnus_fold_name (name);
      again = vnus_fold_name (folded);
      id = vnus_fold_to_id (name);
      g_assert_cmpstr (folded, ==, again);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (id == NULL || vnus_fold_is_id (id));
    }
}

static void
test_to_id (void)
{
  const struct
  {
    const char *name, *id;
  } table[] = {
    { "Joe Biden", "joe-biden" },
    { "Nguyễn Phú Trọng", "nguyen-phu-trong" },
    { "Võ Văn Thưởng", "vo-van-thuong" },
    { "Marc E. Knapper", "marc-e-knapper" },
    { "O’Brien – J. D.", "obrien-jd" },
    { "  Đà Nẵng!  ", "da-nang" },
    { "a+b=c", "a-b-c" },
    { "+a+", "a" },
    { "biden-vn-2023", "biden-vn-2023" },
    { "拜登 Biden", "biden" },
    { "拜登", NULL },
    { "", NULL },
    { "...", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *id = vnus_fold_to_id (table[i].name);

      g_assert_cmpstr (id, ==, table[i].id);
      g_assert_true (id == NULL || vnus_fold_is_id (id));
    }
}

/* @length bytes: words of nine letters and a hyphen */
static char *
make_id (guint length)
{
  char *id = g_strnfill (length, 'x');

  for (guint i = 9; i + 1 < length; i += 10)
    id[i] = '-';
  return id;
}

static void
test_long_id (void)
{
  const struct
  {
    guint length, expected;
  } table[] = {
    { 254, 254 }, { 255, 255 }, { 256, 249 }, { 260, 249 }, { 261, 249 }, { 1000, 249 },
  };
  g_autofree char *word = g_strnfill (300, 'y');
  g_autofree char *cut = vnus_fold_to_id (word);
  g_autofree char *two = g_strconcat (cut, "-z", NULL);
  g_autofree char *at_word = vnus_fold_to_id (two);

  g_assert_cmpuint (strlen (cut), ==, VNUS_ID_MAX_LENGTH);
  g_assert_cmpstr (at_word, ==, cut);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *name = make_id (table[i].length);
      g_autofree char *id = vnus_fold_to_id (name);

      g_assert_cmpuint (strlen (id), ==, table[i].expected);
      g_assert_true (g_str_has_prefix (name, id));
      g_assert_true (vnus_fold_is_id (id));
      g_assert_true (vnus_fold_is_id (name) == (table[i].length <= VNUS_ID_MAX_LENGTH));
    }
}

static void
test_is_id (void)
{
  const char *const ids[] = { "a", "7", "us", "us-vn", "biden-vn-2023", "2023-visit", "a-1-b" };
  const char *const others[] = {
    "", "-", "-a", "a-", "a--b", "A", "aB", "a b", "a_b", "a.b", "a/b", "đ", "a\xff", "a\n", " a", "wikidata:q881",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (vnus_fold_is_id (ids[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (vnus_fold_is_id (others[i]));
}

static void
test_null (void)
{
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*name != NULL*");
  g_assert_null (vnus_fold_name (NULL));
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*name != NULL*");
  g_assert_null (vnus_fold_to_id (NULL));
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*string != NULL*");
  g_assert_false (vnus_fold_is_id (NULL));
  g_test_assert_expected_messages ();
}

static gpointer
fold_often (gpointer data)
{
  guint wrong = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *folded = vnus_fold_name ("Võ Văn Thưởng");

      wrong += !g_str_equal (folded, "vo van thuong");
    }

  return GUINT_TO_POINTER (wrong);
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/fold/threads", test_threads);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/fold/name/", names[i].case_name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_name);
    }
  g_test_add_func ("/vnus/fold/every-form", test_every_form);
  g_test_add_func ("/vnus/fold/long-name", test_long_name);
  g_test_add_func ("/vnus/fold/random-bytes", test_random_bytes);
  g_test_add_func ("/vnus/fold/to-id", test_to_id);
  g_test_add_func ("/vnus/fold/long-id", test_long_id);
  g_test_add_func ("/vnus/fold/is-id", test_is_id);
  g_test_add_func ("/vnus/fold/null", test_null);
  return g_test_run ();
}
