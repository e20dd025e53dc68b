/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "wording/vnus-pattern-private.h"

#include <string.h>

/* ---- The files ---- */

/* Keys that are put together at run time begin with one of these. */
static const char *const composed[] = { "severity.", "summary.",
  "title.",
  "envoy.",
  "bound.",
  "press.",
  "rule.",
  "reason.",
  "truth.",
  "unit.",
};

static const char *const banned[] = {
  "thứ nhì", "Thư ký Nhà nước", "chuyến thăm được diễn ra", "đối tác toàn diện hợp tác", "tử sĩ",
};

static void
append_sources (GString    *text,
                const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        append_sources (text, path);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".cc"))
        {
          g_file_get_contents (path, &contents, NULL, &error);
          g_assert_no_error (error);
          g_string_append (text, contents);
        }
    }
}

static char *
read_sources (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "libvnus", NULL);
  GString *text = g_string_new (NULL);

  append_sources (text, folder);
  return g_string_free (text, FALSE);
}

/* All files of a language, one after the other. */
static char *
read_messages (const char *language)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "libvnus", "wording", NULL);
  g_autofree char *ending = g_strdup_printf ("-%s.ini", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  GString *text = g_string_new (NULL);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *part = NULL;

      if (!g_str_has_suffix (name, ending))
        continue;
      g_file_get_contents (path, &part, NULL, &error);
      g_assert_no_error (error);
      g_string_append (text, part);
    }

  g_assert_cmpuint (text->len, >, 0);
  return g_string_free (text, FALSE);
}

static void
test_languages (void)
{
  const char *const expected[] = { "en", "vi", NULL };

  g_assert_cmpstrv ((char **) _vnus_message_languages (), (char **) expected);
  g_assert_true (_vnus_message_exists ("en", "list.and-two"));
  g_assert_false (_vnus_message_exists ("en", "list.no-such"));
  g_assert_false (_vnus_message_exists ("fr", "list.and-two"));
}

/* Every pattern compiles; all languages have the same keys and arguments. */
static void
test_same_messages (void)
{
  const char *const *languages = _vnus_message_languages ();
  g_auto (GStrv) keys = _vnus_message_keys (languages[0]);

  g_assert_cmpuint (g_strv_length (keys), >, 20);
  for (guint l = 0; languages[l] != NULL; l++)
    {
      g_auto (GStrv) own = _vnus_message_keys (languages[l]);

      g_assert_cmpstrv (own, keys);
      for (guint i = 0; keys[i] != NULL; i++)
        {
          g_autofree char *problem = NULL;
          g_autofree char *first = _vnus_message_describe (languages[0], keys[i], &problem);
          g_autofree char *args = _vnus_message_describe (languages[l], keys[i], &problem);

          if (problem != NULL || g_strcmp0 (args, first) != 0)
            g_test_message ("%s in %s: %s", keys[i], languages[l], problem);
          g_assert_null (problem);
          g_assert_cmpstr (args, ==, first);
        }
    }
}

static void
test_every_message_is_used (void)
{
  g_autofree char *sources = read_sources ();
  g_auto (GStrv) keys = _vnus_message_keys ("en");
  gboolean missing = FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", keys[i]);
      gboolean used = strstr (sources, quoted) != NULL;

      for (guint p = 0; p < G_N_ELEMENTS (composed); p++)
        used = used || g_str_has_prefix (keys[i], composed[p]);
      if (!used)
        g_test_message ("“%s” is used nowhere", keys[i]);
      missing = missing || !used;
    }
  g_assert_false (missing);

  for (guint p = 0; p < G_N_ELEMENTS (composed); p++)
    {
      g_autofree char *begun = g_strdup_printf ("\"%s", composed[p]);

      g_assert_nonnull (strstr (sources, begun));
    }
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One call of _vnus_say() with a literal key: “n:integer who:string”. */
static char *
describe_call (const char *call)
{
  g_autoptr (GRegex) regex = g_regex_new ("VNUS_ARG_([SIDL]) \\(\"([a-z0-9_]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) args = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  g_regex_match (regex, call, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *letter = g_match_info_fetch (match, 1);
      g_autofree char *name = g_match_info_fetch (match, 2);
      const VnusArgType type = strchr ("SIDL", letter[0]) - "SIDL";

      g_ptr_array_add (args, g_strconcat (name, ":", _vnus_arg_type_to_string (type), NULL));
    }
  g_ptr_array_sort (args, compare_strings);

  return g_strjoinv (" ", (char **) args->pdata);
}

/* A key in the sources exists, and is called with what it declares. */
static void
test_calls_fit_messages (void)
{
  g_autofree char *sources = read_sources ();
  g_autoptr (GRegex) regex = g_regex_new ("_vnus_say \\([^,;\"]+,\\s*\"([^\"]+)\"\\s*[,)]([^;]*);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_regex_match (regex, sources, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *key = g_match_info_fetch (match, 1);
      g_autofree char *rest = g_match_info_fetch (match, 2);
      g_autofree char *call = describe_call (rest);
      g_autofree char *message = _vnus_message_describe ("en", key, NULL);

      if (g_strcmp0 (call, message) != 0)
        g_test_message ("a call of “%s” does not fit its message", key);
      g_assert_cmpstr (call, ==, message);
    }
  g_assert_cmpuint (n, >=, 4);
}

static void
test_files_are_clean (void)
{
  const char *const *languages = _vnus_message_languages ();
  g_autoptr (GRegex) figure = g_regex_new ("thứ ([1-9]|10)\\b", 0, 0, NULL);

  for (guint l = 0; languages[l] != NULL; l++)
    {
      g_autofree char *text = read_messages (languages[l]);
      g_autofree char *composed_text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *group = g_strdup ("");

      g_assert_cmpstr (text, ==, composed_text);
      g_assert_null (strchr (text, '\r'));
      for (guint i = 0; i < G_N_ELEMENTS (banned); i++)
        g_assert_null (strstr (text, banned[i]));
      g_assert_false (g_regex_match (figure, text, 0, NULL));

      /* a key file would let the last of two equal keys win */
      for (guint i = 0; lines[i] != NULL; i++)
        {
          const char *equals = strchr (lines[i], '=');

          if (lines[i][0] == '[')
            {
              g_free (group);
              group = g_strdup (lines[i]);
              g_assert_true (g_hash_table_add (seen, g_strdup (group)));
            }
          else if (lines[i][0] != '#' && equals != NULL)
            {
              char *key = g_strdup_printf ("%s%.*s", group, (int) (equals - lines[i]), lines[i]);

              g_test_message ("%s", key);
              g_assert_true (g_hash_table_add (seen, key));
            }
          else
            g_assert_true (lines[i][0] == '#' || lines[i][0] == '\0');
        }
    }
}

/* ---- Words ---- */

static void
test_ordinals (void)
{
  const struct
  {
    int n;
    const char *en, *vi;
  } table[] = {
    { 1, "first", "đầu tiên" },
    { 2, "second", "thứ hai" },
    { 3, "third", "thứ ba" },
    { 4, "fourth", "thứ tư" },
    { 5, "fifth", "thứ năm" },
    { 9, "ninth", "thứ chín" },
    { 10, "10th", "thứ mười" },
    { 11, "11th", "thứ 11" },
    { 12, "12th", "thứ 12" },
    { 13, "13th", "thứ 13" },
    { 21, "21st", "thứ 21" },
    { 22, "22nd", "thứ 22" },
    { 23, "23rd", "thứ 23" },
    { 26, "26th", "thứ 26" },
    { 111, "111th", "thứ 111" },
    { 1001, "1,001st", "thứ 1.001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *en = _vnus_message_ordinal ("en", table[i].n);
      g_autofree char *vi = _vnus_message_ordinal ("vi", table[i].n);

      g_assert_cmpstr (en, ==, table[i].en);
      g_assert_cmpstr (vi, ==, table[i].vi);
    }
}

static void
test_lists (void)
{
  const char *const items[] = { "a", "b", "c", "d", NULL };
  const struct
  {
    const char *language, *style;
    const char *texts[5];
  } table[] = {
    { "en", "and", { "", "a", "a and b", "a, b and c", "a, b, c and d" } },
    { "vi", "and", { "", "a", "a và b", "a, b và c", "a, b, c và d" } },
    { "en", "or", { "", "a", "a or b", "a, b or c", "a, b, c or d" } },
    { "vi", "or", { "", "a", "a hoặc b", "a, b hoặc c", "a, b, c hoặc d" } },
    { "en", "semicolon", { "", "a", "a; and b", "a; b; and c", "a; b; c; and d" } },
    { "vi", "semicolon", { "", "a", "a; b", "a; b; c", "a; b; c; d" } },
    { "vi", "comma", { "", "a", "a, b", "a, b, c", "a, b, c, d" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint n = 0; n < 5; n++)
      {
        const char *some[5] = { NULL };
        g_autofree char *text = NULL;

        memcpy (some, items, n * sizeof (char *));
        text = _vnus_message_list (table[i].language, some, table[i].style);
        g_assert_cmpstr (text, ==, table[i].texts[n]);
      }
}

static void
test_numbers (void)
{
  const struct
  {
    const char *number, *en, *vi;
  } table[] = {
    { "0", "0", "0" },
    { "7", "7", "7" },
    { "123", "123", "123" },
    { "1234", "1,234", "1.234" },
    { "123860000000", "123,860,000,000", "123.860.000.000" },
    { "123.86", "123.86", "123,86" },
    { "51.20", "51.20", "51,20" },
    { "-1234.5", "-1,234.5", "-1.234,5" },
    { "007", "7", "7" },
    { "0.0050", "0.0050", "0,0050" },
    { "12386E7", "123,860,000,000", "123.860.000.000" },
    { "1.5E-3", "0.0015", "0,0015" },
    { "12345678901234567890123.1", "12,345,678,901,234,567,890,123.1", "12.345.678.901.234.567.890.123,1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *en = _vnus_message_number ("en", table[i].number);
      g_autofree char *vi = _vnus_message_number ("vi", table[i].number);

      g_assert_cmpstr (en, ==, table[i].en);
      g_assert_cmpstr (vi, ==, table[i].vi);
    }
}

static void
test_amounts (void)
{
  const struct
  {
    const char *number, *bound, *unit, *en, *vi;
  } table[] = {
    { "123860000000", "more-than", "USD", "more than USD 123.86 billion", "hơn 123,86 tỷ USD" },
    { "51200000000", "more-than", "USD", "more than USD 51.2 billion", "hơn 51,2 tỷ USD" },
    { "51.20E9", "more-than", "USD", "more than USD 51.20 billion", "hơn 51,20 tỷ USD" },
    { "124E9", NULL, "USD", "USD 124 billion", "124 tỷ USD" },
    { "1500E6", "about", "USD", "about USD 1,500 million", "khoảng 1.500 triệu USD" },
    { "1500000000000", "exact", "USD", "USD 1.5 trillion", "1,5 nghìn tỷ USD" },
    { "999999999", "less-than", "USD", "less than USD 999,999,999", "dưới 999.999.999 USD" },
    { "1234567", "at-most", "USD", "at most USD 1,234,567", "không quá 1.234.567 USD" },
    { "2000000", "at-least", "person", "at least 2 million people", "ít nhất 2 triệu người" },
    { "2000000.00", NULL, "USD", "USD 2,000,000.00", "2.000.000,00 USD" },
    { "51000", NULL, "USD", "USD 51,000", "51.000 USD" },
    { "51E3", NULL, "USD", "USD 51 thousand", "51 nghìn USD" },
    { "51E4", NULL, "USD", "USD 510,000", "510.000 USD" },
    { "0", NULL, "USD", "USD 0", "0 USD" },
    { "-3000000", NULL, "USD", "USD -3 million", "-3 triệu USD" },
    { "1", NULL, "person", "1 person", "1 người" },
    { "28", "at-least", "person", "at least 28 people", "ít nhất 28 người" },
    { "1.5", NULL, "person", "1.5 people", "1,5 người" },
    { "2", NULL, "cutters", "2 cutters", "2 cutters" },
    { "11", NULL, "%", "11%", "11%" },
    { "11.0", "about", "%", "about 11.0%", "khoảng 11,0%" },
    { "0.11", NULL, "ratio", "11%", "11%" },
    { "0.115", "more-than", "ratio", "more than 11.5%", "hơn 11,5%" },
    { "0.1", NULL, "ratio", "10%", "10%" },
    { "-0.005", NULL, "ratio", "-0.5%", "-0,5%" },
    { "1", NULL, "ratio", "100%", "100%" },
    { "42", NULL, NULL, "42", "42" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *en = _vnus_message_amount ("en", table[i].number, table[i].bound, table[i].unit);
      g_autofree char *vi = _vnus_message_amount ("vi", table[i].number, table[i].bound, table[i].unit);

      g_assert_cmpstr (en, ==, table[i].en);
      g_assert_cmpstr (vi, ==, table[i].vi);
    }
}

static void
test_no_numbers (void)
{
  const char *const table[] = {
    "", "-", ".", "1.", ".5", "1,5", "1.5.5", "1e9", "1E", "1E-", "1E100", "1E999999999999", "+1", " 1",
    "1 ", "NaN", "∞", "0x10", "1\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *valid = g_utf8_make_valid (table[i], -1);
      g_autofree char *number = NULL, *percent = NULL, *amount = NULL;

      for (guint n = 0; n < 3; n++)
        g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*no decimal number*");
      number = _vnus_message_number ("vi", table[i]);
      percent = _vnus_message_percent ("vi", table[i]);
      amount = _vnus_message_amount ("vi", table[i], NULL, NULL);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (number, ==, valid);
      g_assert_cmpstr (percent, ==, valid);
    }
}

static void
test_truths_and_reasons (void)
{
  g_autofree char *truth = _vnus_message_truth ("vi", VNUS_TRUTH_CERTAINLY);
  g_autofree char *none = _vnus_message_reasons ("en", VNUS_REASONS_NONE);
  g_autofree char *two = _vnus_message_reasons ("en", VNUS_REASONS_SOURCES_DIFFER | VNUS_REASONS_NO_EVIDENCE);
  g_autoptr (GFlagsClass) klass = g_type_class_ref (VNUS_TYPE_REASONS);

  g_assert_cmpstr (truth, ==, "chắc chắn");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "the sources differ; and nothing on record settles it");
  for (guint i = 0; i < klass->n_values; i++)
    {
      g_autofree char *vi = _vnus_message_reasons ("vi", klass->values[i].value);

      g_assert_true ((klass->values[i].value == 0) == (*vi == '\0'));
    }
}

/* ---- Programmer errors ---- */

static void
test_wrong_arguments (void)
{
  const char *const items[] = { "p", "q", NULL };
  const VnusMessageArg a = VNUS_ARG_S ("a", "x"), b = VNUS_ARG_S ("b", "y"), c = VNUS_ARG_S ("c", "z");
  const VnusMessageArg number = VNUS_ARG_I ("b", 5), list = VNUS_ARG_L ("b", items), null = VNUS_ARG_S ("b", NULL);
  const VnusMessageArg anonymous = VNUS_ARG_S (NULL, "z");
  const struct
  {
    const char *name, *language, *key;
    VnusMessageArg args[3];
    guint n_args;
    const char *message, *text;
  } table[] = {
    { "missing", "en", "list.and-two", { a }, 1, "*list.and-two*en*“b” is missing", "[list.and-two a=x]" },
    { "none", "vi", "list.and-two", { a }, 0, "*“a” is missing", "[list.and-two]" },
    { "surplus", "en", "list.and-two", { a, b, c }, 3, "*“c” is not an argument*", "[list.and-two a=x b=y c=z]" },
    { "misspelt", "en", "list.and-two", { a, c }, 2, "*“b” is missing", "[list.and-two a=x c=z]" },
    { "twice", "en", "list.and-two", { a, a, b }, 3, "*“a” is given twice", "[list.and-two a=x a=x b=y]" },
    { "type", "en", "list.and-two", { a, number }, 2, "*“b” is integer, not string", "[list.and-two a=x b=5]" },
    { "list", "en", "list.and-two", { a, list }, 2, "*“b” is list, not string", "[list.and-two a=x b=p; q]" },
    { "null", "en", "list.and-two", { a, null }, 2, "*“b” is NULL", "[list.and-two a=x b=NULL]" },
    { "anonymous", "en", "list.and-two", { a, b, anonymous }, 3, "*without a name", "[list.and-two a=x b=y =z]" },
    { "key", "en", "list.no-such", { a }, 1, "*no such message", "[list.no-such a=x]" },
    { "language", "fr", "list.and-two", { a, b }, 2, "*fr*no such message", "[list.and-two a=x b=y]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = NULL;

      g_test_message ("%s", table[i].name);
      g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, table[i].message);
      text = _vnus_message_format (table[i].language, table[i].key, table[i].args, table[i].n_args);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (text, ==, table[i].text);
    }
}

/* ---- Threads ---- */

static gpointer
format_often (gpointer data)
{
  guint wrong = 0;

  for (int n = 11; n < 500; n++)
    {
      g_autofree char *text = _vnus_message_ordinal ("vi", n);
      g_autofree char *expected = g_strdup_printf ("thứ %d", n);

      wrong += !g_str_equal (text, expected);
    }

  return GUINT_TO_POINTER (wrong);
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("message", format_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

/* What the shipped chronicle has no example of is golden all the same. */
static void
test_golden (void)
{
  g_autofree char *severed = _vnus_say ("vi", "brief.course-step", VNUS_ARG_S ("act", "severed"), VNUS_ARG_S ("ladder", "diplomatic"),
                                        VNUS_ARG_S ("level", "quan hệ ngoại giao"), VNUS_ARG_S ("when", "tháng 4/1975"));
  g_autofree char *resumed = _vnus_say ("vi", "brief.course-step", VNUS_ARG_S ("act", "resumed"), VNUS_ARG_S ("ladder", "diplomatic"),
                                        VNUS_ARG_S ("level", "quan hệ ngoại giao"), VNUS_ARG_S ("when", "ngày 12/7/1995"));
  g_autofree char *in_force = _vnus_say ("vi", "brief.agreement-in-force", VNUS_ARG_S ("name", "Hiệp định"), VNUS_ARG_S ("dated", "yes"),
                                         VNUS_ARG_S ("when", "ngày 10/12/2001"));

  g_assert_cmpstr (severed, ==, "cắt đứt quan hệ ngoại giao tháng 4/1975");
  g_assert_cmpstr (resumed, ==, "nối lại quan hệ ngoại giao ngày 12/7/1995");
  g_assert_cmpstr (in_force, ==, "Hiệp định có hiệu lực từ ngày 10/12/2001, hiện vẫn còn hiệu lực");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/message/languages", test_languages);
  g_test_add_func ("/vnus/message/same-messages", test_same_messages);
  g_test_add_func ("/vnus/message/every-message-is-used", test_every_message_is_used);
  g_test_add_func ("/vnus/message/calls-fit-messages", test_calls_fit_messages);
  g_test_add_func ("/vnus/message/files-are-clean", test_files_are_clean);
  g_test_add_func ("/vnus/message/ordinals", test_ordinals);
  g_test_add_func ("/vnus/message/lists", test_lists);
  g_test_add_func ("/vnus/message/numbers", test_numbers);
  g_test_add_func ("/vnus/message/amounts", test_amounts);
  g_test_add_func ("/vnus/message/no-numbers", test_no_numbers);
  g_test_add_func ("/vnus/message/truths-and-reasons", test_truths_and_reasons);
  g_test_add_func ("/vnus/message/wrong-arguments", test_wrong_arguments);
  g_test_add_func ("/vnus/message/threads", test_threads);
  g_test_add_func ("/vnus/message/golden", test_golden);
  return g_test_run ();
}
