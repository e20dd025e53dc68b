/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Queries as values: reading, printing, comparing, making. */
#include <vnus/vnus.h>

static VnusQuery *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusQuery *query = vnus_query_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (query);

  return query;
}

static void
assert_text (const VnusQuery *query,
             const char      *expected)
{
  g_autofree char *text = vnus_query_to_string (query);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *canonical; /* NULL if the text is canonical */
} Good;

static const Good good[] = {
  { "empty", "", NULL },
  { "blanks", " \t\n ", "" },
  { "all-keys", "kind:visit host:vn capacity:us-president when:1995-07/.. status:held topic:trade text:\"da nang\" "
                "place:vn role:guest:us-president rank:..minister purpose:bilateral type:state", NULL },
  { "order-of-terms", "host:vn kind:visit", "kind:visit host:vn" },
  { "order-of-choices", "kind:visit|meeting|event", "kind:event|meeting|visit" },
  { "same-choice-twice", "kind:visit|visit", "kind:visit" },
  { "same-term-twice", "kind:visit kind:visit", "kind:visit" },
  { "negated", "-kind:visit kind:event", "kind:event -kind:visit" },
  { "quotes-not-needed", "text:\"hanoi\"", "text:hanoi" },
  { "quotes-with-bar", "text:\"a|b\"", NULL },
  { "quotes-with-quote", "text:\"a \\\"b\\\" \\\\\"", NULL },
  { "bare-backslash", "text:a\\b", NULL },
  { "backslash-in-quotes", "text:\"a\\\\b\"", "text:a\\b" },
  { "diacritics", "text:\"Đà Nẵng\"", NULL },
  { "choices-in-quotes", "text:\"da nang\"|hanoi", NULL },
  { "value-with-colon", "same-as:wikidata:Q881", NULL },
  { "value-with-hyphen", "text:-x", NULL },
  { "plural", "purposes:bilateral topics:trade places:vn parties:us occasions:apec",
    "topic:trade place:vn party:us purpose:bilateral occasion:apec" },
  { "role-alone", "role:guest", NULL },
  { "participant", "participant:us-president", NULL },
  { "day", "when:2023-09-10", NULL },
  { "intersects", "when:intersects:2023", "when:2023" },
  { "within", "when:within:2023|starts-in:2020/..", "when:starts-in:2020/..|within:2023" },
  { "every-window", "when:covers:2023 when:before:2023 when:after:2023 when:equals:2023 when:ends-in:2023",
    "when:after:2023 when:before:2023 when:covers:2023 when:ends-in:2023 when:equals:2023" },
  { "decade", "when:199X", NULL },
  { "rank", "rank:minister", NULL },
  { "rank-at-least", "rank:head-of-party..minister", "rank:..minister" },
  { "rank-at-most", "rank:minister..official", "rank:minister.." },
  { "rank-of-one", "rank:minister..minister", "rank:minister" },
  { "rank-any", "rank:head-of-party..official", NULL },
  { "rank-range", "rank:head-of-state..minister", NULL },
  { "rank-role", "rank:guest:head-of-party..minister", "rank:guest:..minister" },
  { "rank-number", "rank:2", NULL },
  { "number", "ordinal:5", NULL },
  { "boolean", "exclusive:true", NULL },
  { "word-of-one-kind", "form:treaty|letter", "form:letter|treaty" },
  { "date-field", "published:2023 during:after:1995", "during:after:1995 published:2023" },
  { "reference-field", "office:us-president person:joe-biden", NULL },
  { "text-field", "ladder:partnership", NULL },
  { "others", "participant:us actor:us party:us relation:us-vn level:x source:a channel:party holding:p id:a|b",
    "id:a|b holding:p participant:us actor:us party:us relation:us-vn level:x channel:party source:a" },
};

static void
test_good (gconstpointer data)
{
  const Good *c = data;
  g_autoptr (VnusQuery) query = parse (c->text), again = NULL;
  g_autofree char *canonical = vnus_query_to_string (query);
  VnusQueryError code;
  int offset;

  g_assert_cmpstr (canonical, ==, c->canonical != NULL ? c->canonical : c->text);
  g_assert_true (vnus_query_check (c->text, &code, &offset));
  g_assert_cmpint (code, ==, VNUS_QUERY_ERROR_FAILED);
  g_assert_cmpint (offset, ==, -1);

  again = parse (canonical);
  g_assert_true (vnus_query_equal (query, again));
  g_assert_cmpint (vnus_query_hash (query), ==, vnus_query_hash (again));
  assert_text (again, canonical);
}

typedef struct
{
  const char    *name;
  const char    *text;
  VnusQueryError code;
  int            offset;
  const char    *expected; /* in the message */
} Bad;

static const Bad bad[] = {
  { "no-key", ":visit", VNUS_QUERY_ERROR_SYNTAX, 0, "a term such as" },
  { "no-colon", "kind:visit hanoi", VNUS_QUERY_ERROR_SYNTAX, 16, "a colon after the key" },
  { "blank-before-colon", "kind :visit", VNUS_QUERY_ERROR_SYNTAX, 4, "a colon after the key" },
  { "hyphen-alone", "kind:visit -", VNUS_QUERY_ERROR_SYNTAX, 12, "a term such as" },
  { "capital-key", "Kind:visit", VNUS_QUERY_ERROR_SYNTAX, 0, "a term such as" },
  { "unknown-key", "kind:visit hots:vn", VNUS_QUERY_ERROR_UNKNOWN_KEY, 11, "perhaps host" },
  { "unknown-key-like-none", "qqqqqq:1", VNUS_QUERY_ERROR_UNKNOWN_KEY, 0, "one of kind, id, host" },
  { "negated-unknown-key", "-hots:vn", VNUS_QUERY_ERROR_UNKNOWN_KEY, 1, "perhaps host" },
  { "no-value", "kind:", VNUS_QUERY_ERROR_SYNTAX, 5, "a value" },
  { "no-second-value", "kind:visit|", VNUS_QUERY_ERROR_SYNTAX, 11, "a value" },
  { "no-value-but-blank", "kind: visit", VNUS_QUERY_ERROR_SYNTAX, 5, "a value" },
  { "open-quote", "text:\"da nang", VNUS_QUERY_ERROR_SYNTAX, 5, "a quote at the end" },
  { "quote-within", "text:da\"nang\"", VNUS_QUERY_ERROR_SYNTAX, 7, "at the start of a value only" },
  { "after-quote", "text:\"da\"nang", VNUS_QUERY_ERROR_SYNTAX, 9, "a blank or |" },
  { "bad-escape", "text:\"da\\nang\"", VNUS_QUERY_ERROR_SYNTAX, 8, "\\\"" },
  { "control", "text:a\x01", VNUS_QUERY_ERROR_SYNTAX, 6, "0x01" },
  { "not-utf8", "text:\xff", VNUS_QUERY_ERROR_SYNTAX, 5, "UTF-8" },
  { "kind", "host:vn kind:trip", VNUS_QUERY_ERROR_BAD_VALUE, 13, "visit" },
  { "second-choice", "kind:visit|trip", VNUS_QUERY_ERROR_BAD_VALUE, 11, "visit" },
  { "id", "host:VN", VNUS_QUERY_ERROR_BAD_VALUE, 5, "the id of a record" },
  { "id-in-quotes", "host:\"viet nam\"", VNUS_QUERY_ERROR_BAD_VALUE, 6, "the id of a record" },
  { "no-letters", "text:!!!", VNUS_QUERY_ERROR_BAD_VALUE, 5, "letters or figures" },
  { "word", "status:done", VNUS_QUERY_ERROR_BAD_VALUE, 7, "one of proposed" },
  { "unset-word", "status:unset", VNUS_QUERY_ERROR_BAD_VALUE, 7, "one of proposed" },
  { "word-of-any-kind", "type:huge", VNUS_QUERY_ERROR_BAD_VALUE, 5, "embassy" },
  { "words-of-all-kinds-once", "type:huge", VNUS_QUERY_ERROR_BAD_VALUE, 5, "interests-section, armed-force, company, media, other, country, region, city, building, sea, press, " },
  { "role", "role:boss:us-president", VNUS_QUERY_ERROR_BAD_VALUE, 5, "one of guest" },
  { "role-id", "role:guest:US", VNUS_QUERY_ERROR_BAD_VALUE, 11, "the id of a record" },
  { "role-of-participant", "participant:guest:us", VNUS_QUERY_ERROR_BAD_VALUE, 12, "the id of a record" },
  { "rank", "rank:..boss", VNUS_QUERY_ERROR_BAD_VALUE, 7, "head-of-party" },
  { "rank-reversed", "rank:minister..head-of-state", VNUS_QUERY_ERROR_BAD_VALUE, 5, "the higher rank first" },
  { "rank-empty", "rank:..", VNUS_QUERY_ERROR_BAD_VALUE, 5, "a rank at one end" },
  { "rank-role", "rank:boss:minister", VNUS_QUERY_ERROR_BAD_VALUE, 5, "a role before the colon" },
  { "rank-zero", "rank:0", VNUS_QUERY_ERROR_BAD_VALUE, 5, "a number" },
  { "number", "ordinal:0", VNUS_QUERY_ERROR_BAD_VALUE, 8, "a whole number of 1 or more" },
  { "boolean", "exclusive:yes", VNUS_QUERY_ERROR_BAD_VALUE, 10, "true or false" },
  { "date", "kind:visit when:2023-13", VNUS_QUERY_ERROR_BAD_VALUE, 21, "a date of EDTF" },
  { "date-of-words", "when:July", VNUS_QUERY_ERROR_BAD_VALUE, 5, "a date of EDTF" },
  { "no-such-day", "when:within:2023-02-30", VNUS_QUERY_ERROR_BAD_VALUE, 20, "a date of EDTF" },
  { "window", "when:during:2023", VNUS_QUERY_ERROR_BAD_VALUE, 5, "intersects" },
  { "choice-of-days", "when:[2020,2023]", VNUS_QUERY_ERROR_BAD_VALUE, 5, "one window" },
  { "digits-missing", "when:2X20", VNUS_QUERY_ERROR_BAD_VALUE, 5, "one window" },
  { "unknown-end", "when:2020/", VNUS_QUERY_ERROR_BAD_VALUE, 5, "known, or open" },
  { "unknown-start", "published:/2020", VNUS_QUERY_ERROR_BAD_VALUE, 10, "known, or open" },
  { "qualified", "when:2020?", VNUS_QUERY_ERROR_BAD_VALUE, 5, "without ?" },
  { "localised", "wording:x", VNUS_QUERY_ERROR_UNKNOWN_KEY, 0, "is no key" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *c = data;
  g_autoptr (GError) error = NULL;
  VnusQueryError code;
  int offset;

  g_assert_null (vnus_query_parse (c->text, &error));
  g_assert_error (error, VNUS_QUERY_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, c->expected));
  g_assert_false (g_str_has_suffix (error->message, "\n"));

  g_assert_false (vnus_query_check (c->text, &code, &offset));
  g_assert_cmpint (code, ==, c->code);
  g_assert_cmpint (offset, ==, c->offset);
  g_assert_false (vnus_query_check (c->text, NULL, NULL));

  /* The message tells the same place. */
  if (c->offset > 0 && g_utf8_validate (c->text, -1, NULL))
    {
      g_autofree char *place = g_strdup_printf ("byte %d", c->offset);

      g_assert_nonnull (strstr (error->message, place));
    }
}

static void
test_length (void)
{
  g_autofree char *longest = g_strnfill (VNUS_QUERY_MAX_LENGTH, 'a'), *longer = NULL;
  g_autoptr (VnusQuery) query = NULL;
  VnusQueryError code;
  int offset;

  memcpy (longest, "text:", 5);
  query = parse (longest);
  longer = g_strconcat (longest, "a", NULL);
  g_assert_false (vnus_query_check (longer, &code, &offset));
  g_assert_cmpint (code, ==, VNUS_QUERY_ERROR_TOO_LONG);
  g_assert_cmpint (offset, ==, VNUS_QUERY_MAX_LENGTH);
}

static void
test_setters (void)
{
  g_autoptr (VnusQuery) everything = vnus_query_new ();
  g_autoptr (VnusQuery) kind = vnus_query_with_kind (everything, VNUS_KIND_VISIT);
  g_autoptr (VnusQuery) host = vnus_query_with_host (kind, "vn");
  g_autoptr (VnusQuery) capacity = vnus_query_with_capacity (host, "us-president");
  g_autoptr (VnusQuery) holding = vnus_query_with_holding (capacity, "us-president");
  g_autoptr (VnusDate) date = vnus_date_parse ("1995-07/..", NULL), vague = vnus_date_parse ("1995?", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) when = vnus_query_with_when (holding, VNUS_WINDOW_UNSET, date, &error);
  g_autoptr (VnusQuery) within = vnus_query_with_when (when, VNUS_WINDOW_WITHIN, date, &error);
  g_autoptr (VnusQuery) status = vnus_query_with_status (within, VNUS_STATUS_HELD);
  g_autoptr (VnusQuery) topic = vnus_query_with_topic (status, "trade");
  g_autoptr (VnusQuery) place = vnus_query_with_place (topic, "vn");
  g_autoptr (VnusQuery) guest = vnus_query_with_participant (place, VNUS_ROLE_GUEST, "joe-biden");
  g_autoptr (VnusQuery) anybody = vnus_query_with_participant (guest, VNUS_ROLE_UNSET, "us");
  g_autoptr (VnusQuery) high = vnus_query_with_rank (anybody, VNUS_RANK_UNSET, VNUS_RANK_MINISTER);
  g_autoptr (VnusQuery) low = vnus_query_with_rank (everything, VNUS_RANK_MINISTER, VNUS_RANK_UNSET);
  g_autoptr (VnusQuery) one = vnus_query_with_rank (everything, VNUS_RANK_MINISTER, VNUS_RANK_MINISTER);

  g_assert_no_error (error);
  assert_text (everything, "");
  assert_text (high, "kind:visit host:vn capacity:us-president holding:us-president when:1995-07/.. "
                     "when:within:1995-07/.. status:held topic:trade place:vn role:guest:joe-biden participant:us "
                     "rank:..minister");
  assert_text (low, "rank:minister..");
  assert_text (one, "rank:minister");

  g_assert_null (vnus_query_with_when (everything, VNUS_WINDOW_UNSET, vague, &error));
  g_assert_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_BAD_VALUE);
}

static void
test_terms (void)
{
  g_autoptr (VnusQuery) everything = vnus_query_new (), query = NULL;
  const char *kinds[] = { "visit", "meeting", NULL }, *none[] = { NULL }, *wrong[] = { "visit", "trip", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = NULL, past = NULL;

  query = vnus_query_with_term (everything, "kind", kinds, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vnus_query_get_n_terms (everything), ==, 0);
  g_assert_cmpuint (vnus_query_get_n_terms (query), ==, 1);
  g_assert_cmpstr (vnus_query_get_key (query, 0), ==, "kind");
  g_assert_null (vnus_query_get_key (query, 1));
  g_assert_true (vnus_query_is_negated (query, 0));
  g_assert_false (vnus_query_is_negated (query, 1));
  values = vnus_query_list_values (query, 0);
  g_assert_cmpstrv (values, ((const char *[]) { "meeting", "visit", NULL }));
  past = vnus_query_list_values (query, 1);
  g_assert_cmpuint (g_strv_length (past), ==, 0);

  g_assert_null (vnus_query_with_term (everything, "hots", kinds, FALSE, &error));
  g_assert_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_UNKNOWN_KEY);
  g_clear_error (&error);
  g_assert_null (vnus_query_with_term (everything, "kind", none, FALSE, &error));
  g_assert_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_null (vnus_query_with_term (everything, "kind", wrong, FALSE, &error));
  g_assert_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_BAD_VALUE);
}

static void
test_equal (void)
{
  g_autoptr (VnusQuery) a = parse ("kind:visit host:vn"), b = parse ("host:vn kind:visit");
  g_autoptr (VnusQuery) c = parse ("kind:visit"), d = parse ("kind:visit -host:vn");

  g_assert_true (vnus_query_equal (a, b));
  g_assert_cmpuint (vnus_query_hash (a), ==, vnus_query_hash (b));
  g_assert_false (vnus_query_equal (a, c));
  g_assert_false (vnus_query_equal (a, d));
}

/* Values that any key can have, some of them with characters that need care. */
static const struct
{
  const char *key;
  const char *values[5];
} some[] = {
  { "kind", { "visit", "event", "actor", "treaty-action" } },
  { "id", { "a", "b-c", "us-vn", "x1" } },
  { "host", { "vn", "us" } },
  { "when", { "2023", "within:1995-07/..", "before:2020-02-29", "../2001", "19XX" } },
  { "text", { "da nang", "a|b", "\"quoted\"", "back\\slash", "Hà Nội" } },
  { "role", { "guest", "guest:us-president", "host:vn" } },
  { "rank", { "..minister", "guest:minister..", "ambassador", "3" } },
  { "same-as", { "wikidata:Q881", "with blank", "-x", "\\", "\"" } },
  { "exclusive", { "true", "false" } },
};

static VnusQuery *
make_random (GRand *rand)
{
  VnusQuery *query = vnus_query_new ();
  int n_terms = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n_terms; i++)
    {
      int key = g_rand_int_range (rand, 0, G_N_ELEMENTS (some)), n_of_key = 0, n = g_rand_int_range (rand, 1, 4);
      const char *values[4] = { NULL };
      g_autoptr (GError) error = NULL;
      VnusQuery *next;

      while (n_of_key < 5 && some[key].values[n_of_key] != NULL)
        n_of_key++;
      for (int j = 0; j < n; j++)
        values[j] = some[key].values[g_rand_int_range (rand, 0, n_of_key)];
      next = vnus_query_with_term (query, some[key].key, values, g_rand_boolean (rand), &error);
      g_assert_no_error (error);
      vnus_query_unref (query);
      query = next;
    }

  return query;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (VnusQuery) query = make_random (rand), again = NULL;
      g_autofree char *text = vnus_query_to_string (query);

      again = parse (text);
      g_assert_true (vnus_query_equal (query, again));
      assert_text (again, text);
    }
}

/* Whatever the bytes, a query is read or an error tells a place within them. */
static void
test_noise (void)
{
  static const char letters[] = "kind:visit -host:vn|\"\\ when:2023/.. rank:..x\t\xc3\xa9\x02";
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int i = 0; i < 20000; i++)
    {
      char text[24] = { 0 };
      int length = g_rand_int_range (rand, 0, sizeof text - 1), offset;
      int start = g_rand_int_range (rand, 0, (int) sizeof letters - 24);

      for (int j = 0; j < length; j++)
        text[j] = letters[g_rand_int_range (rand, 0, 4) > 0 ? start + j : g_rand_int_range (rand, 0, sizeof letters - 1)];
      if (!vnus_query_check (text, NULL, &offset))
        {
          g_assert_cmpint (offset, >=, 0);
          g_assert_cmpint (offset, <=, (int) strlen (text));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/query/read/", good[i].name, NULL);

      g_test_add_data_func (path, &good[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/query/error/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/vnus/query/error/too-long", test_length);
  g_test_add_func ("/vnus/query/setters", test_setters);
  g_test_add_func ("/vnus/query/terms", test_terms);
  g_test_add_func ("/vnus/query/equal", test_equal);
  g_test_add_func ("/vnus/query/random", test_random);
  g_test_add_func ("/vnus/query/noise", test_noise);

  return g_test_run ();
}
