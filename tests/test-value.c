/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The immutable values of the model: values, participants, stops,
 * designations, citations. */
#include <vnus/vnus.h>

static VnusDate *
parse_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  g_assert_no_error (error);
  return date;
}

/* One value of each type, in the order of the types. */
static GPtrArray *
make_values (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_value_unref);
  g_autoptr (VnusText) text = vnus_text_new ("en", "Hanoi");
  g_autoptr (VnusDate) date = parse_date ("1995-07");
  g_autoptr (VnusAmount) amount = vnus_amount_parse ("12", VNUS_BOUND_AT_LEAST, "person", NULL);
  g_autoptr (VnusParticipant) participant = vnus_participant_new ("joe-biden", VNUS_ROLE_GUEST);
  g_autoptr (VnusStop) stop = vnus_stop_new ("hanoi");
  g_autoptr (VnusDesignation) designation = vnus_designation_new ("vn", text);

  g_ptr_array_add (values, vnus_value_new_text ("Hanoi"));
  g_ptr_array_add (values, vnus_value_new_localised (text));
  g_ptr_array_add (values, vnus_value_new_date (date));
  g_ptr_array_add (values, vnus_value_new_reference ("hanoi"));
  g_ptr_array_add (values, vnus_value_new_enum (VNUS_TYPE_STATUS, VNUS_STATUS_HELD));
  g_ptr_array_add (values, vnus_value_new_integer (5));
  g_ptr_array_add (values, vnus_value_new_boolean (TRUE));
  g_ptr_array_add (values, vnus_value_new_amount (amount));
  g_ptr_array_add (values, vnus_value_new_participant (participant));
  g_ptr_array_add (values, vnus_value_new_stop (stop));
  g_ptr_array_add (values, vnus_value_new_designation (designation));
  g_ptr_array_add (values, vnus_value_new_list ((VnusValue **) values->pdata, 1));

  return values;
}

static void
test_types (void)
{
  g_autoptr (GPtrArray) values = make_values ();

  g_assert_cmpuint (values->len, ==, VNUS_VALUE_TYPE_LIST);
  for (guint i = 0; i < values->len; i++)
    {
      VnusValue *value = g_ptr_array_index (values, i);
      VnusValueType type = vnus_value_get_value_type (value);

      g_assert_cmpint (type, ==, i + 1);

      /* The getter of its own type has it, the others have nothing. */
      g_assert_true ((vnus_value_get_string (value) != NULL) ==
                     (type == VNUS_VALUE_TYPE_TEXT || type == VNUS_VALUE_TYPE_REFERENCE ||
                      type == VNUS_VALUE_TYPE_ENUM));
      g_assert_true ((vnus_value_get_localised (value) != NULL) == (type == VNUS_VALUE_TYPE_LOCALISED));
      g_assert_true ((vnus_value_get_date (value) != NULL) == (type == VNUS_VALUE_TYPE_DATE));
      g_assert_true ((vnus_value_get_integer (value) != 0) ==
                     (type == VNUS_VALUE_TYPE_INTEGER || type == VNUS_VALUE_TYPE_ENUM));
      g_assert_true (vnus_value_get_boolean (value) == (type == VNUS_VALUE_TYPE_BOOLEAN));
      g_assert_true ((vnus_value_get_amount (value) != NULL) == (type == VNUS_VALUE_TYPE_AMOUNT));
      g_assert_true ((vnus_value_get_participant (value) != NULL) == (type == VNUS_VALUE_TYPE_PARTICIPANT));
      g_assert_true ((vnus_value_get_stop (value) != NULL) == (type == VNUS_VALUE_TYPE_STOP));
      g_assert_true ((vnus_value_get_designation (value) != NULL) == (type == VNUS_VALUE_TYPE_DESIGNATION));
      g_assert_cmpuint (vnus_value_get_n_items (value), ==, type == VNUS_VALUE_TYPE_LIST ? 1 : 0);
      g_assert_true ((vnus_value_get_item (value, 0) != NULL) == (type == VNUS_VALUE_TYPE_LIST));
      g_assert_null (vnus_value_get_item (value, 1));
      g_assert_true ((vnus_value_get_enum_type (value) != G_TYPE_INVALID) == (type == VNUS_VALUE_TYPE_ENUM));
    }
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) values = make_values ();
  g_autoptr (GPtrArray) again = make_values ();

  for (guint i = 0; i < values->len; i++)
    for (guint j = 0; j < again->len; j++)
      g_assert_true (vnus_value_equal (g_ptr_array_index (values, i), g_ptr_array_index (again, j)) == (i == j));
}

static void
test_to_string (void)
{
  static const char *const expected[] = {
    "Hanoi", "en: Hanoi", "1995-07", "hanoi", "held", "5", "true", "at-least 12 person",
    "actor: joe-biden; role: guest", "place: hanoi", "side: vn; text: en: Hanoi", "Hanoi",
  };
  g_autoptr (GPtrArray) values = make_values ();

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *string = vnus_value_to_string (g_ptr_array_index (values, i));

      g_assert_cmpstr (string, ==, expected[i]);
    }
}

static void
test_lists (void)
{
  g_autoptr (VnusValue) a = vnus_value_new_reference ("a");
  g_autoptr (VnusValue) b = vnus_value_new_reference ("b");
  g_autoptr (VnusValue) ab = vnus_value_new_list ((VnusValue *[]) { a, b }, 2);
  g_autoptr (VnusValue) ba = vnus_value_new_list ((VnusValue *[]) { b, a }, 2);
  g_autoptr (VnusValue) aa = vnus_value_new_list ((VnusValue *[]) { a, a }, 2);
  g_autoptr (VnusValue) none = vnus_value_new_list (NULL, 0);
  g_autofree char *string = vnus_value_to_string (ab);
  g_autofree char *nothing = vnus_value_to_string (none);

  g_assert_cmpstr (string, ==, "a, b");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (vnus_value_equal (ab, ab));
  g_assert_false (vnus_value_equal (ab, ba));
  g_assert_false (vnus_value_equal (ab, aa));
  g_assert_false (vnus_value_equal (ab, none));
  g_assert_true (vnus_value_equal (none, none));
}

static void
test_bad_enum (void)
{
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*assertion*");
  g_assert_null (vnus_value_new_enum (VNUS_TYPE_STATUS, 999));
  g_test_assert_expected_messages ();
}

/* Values that are changed by making another one */

static void
test_participant (void)
{
  g_autoptr (VnusText) note = vnus_text_new ("en", "other key leaders");
  g_autoptr (VnusParticipant) bare = vnus_participant_new ("joe-biden", VNUS_ROLE_GUEST);
  g_autoptr (VnusParticipant) capacity = vnus_participant_with_capacity (bare, "us-president");
  g_autoptr (VnusParticipant) side = vnus_participant_with_side (capacity, "us");
  g_autoptr (VnusParticipant) full = vnus_participant_with_note (side, note);
  g_autoptr (VnusParticipant) back = vnus_participant_with_note (full, NULL);
  g_autoptr (VnusParticipant) group = vnus_participant_new (NULL, VNUS_ROLE_INTERLOCUTOR);
  g_autofree char *string = vnus_participant_to_string (full);

  g_assert_cmpstr (string, ==,
                   "actor: joe-biden; role: guest; capacity: us-president; side: us; note: en: other key leaders");
  g_assert_null (vnus_participant_get_capacity (bare));
  g_assert_cmpstr (vnus_participant_get_capacity (full), ==, "us-president");
  g_assert_cmpstr (vnus_participant_get_side (full), ==, "us");
  g_assert_true (vnus_participant_get_note (full) == note);
  g_assert_cmpint (vnus_participant_get_role (full), ==, VNUS_ROLE_GUEST);
  g_assert_null (vnus_participant_get_actor (group));
  g_assert_true (vnus_participant_equal (back, side));
  g_assert_false (vnus_participant_equal (full, side));
  g_assert_false (vnus_participant_equal (side, capacity));
  g_assert_false (vnus_participant_equal (capacity, bare));
  g_assert_false (vnus_participant_equal (bare, group));
}

static void
test_stop (void)
{
  g_autoptr (VnusText) note = vnus_text_new ("en", "airport");
  g_autoptr (VnusDate) date = parse_date ("2023-09-10");
  g_autoptr (VnusStop) bare = vnus_stop_new ("hanoi");
  g_autoptr (VnusStop) when = vnus_stop_with_when (bare, date);
  g_autoptr (VnusStop) full = vnus_stop_with_note (when, note);
  g_autofree char *string = vnus_stop_to_string (full);

  g_assert_cmpstr (string, ==, "place: hanoi; when: 2023-09-10; note: en: airport");
  g_assert_cmpstr (vnus_stop_get_place (full), ==, "hanoi");
  g_assert_true (vnus_stop_get_when (full) == date);
  g_assert_true (vnus_stop_get_note (full) == note);
  g_assert_false (vnus_stop_equal (bare, when));
  g_assert_false (vnus_stop_equal (when, full));
  g_assert_true (vnus_stop_equal (full, full));
}

static void
test_designation (void)
{
  g_autoptr (VnusText) text = vnus_text_new ("vi", "Đối tác toàn diện");
  g_autoptr (VnusDesignation) a = vnus_designation_new ("vn", text);
  g_autoptr (VnusDesignation) b = vnus_designation_new ("us", text);

  g_assert_cmpstr (vnus_designation_get_side (a), ==, "vn");
  g_assert_true (vnus_designation_get_text (a) == text);
  g_assert_true (vnus_designation_equal (a, a));
  g_assert_false (vnus_designation_equal (a, b));
}

static void
test_citation (void)
{
  g_autoptr (VnusText) note = vnus_text_new ("en", "against the host’s dates");
  g_autoptr (VnusDate) known = parse_date ("2023-08-29");
  g_autoptr (VnusValue) value = vnus_value_new_enum (VNUS_TYPE_STATUS, VNUS_STATUS_ANNOUNCED);
  VnusCitation *steps[7];
  g_autofree char *string = NULL;

  steps[0] = vnus_citation_new ("article-a", NULL);
  steps[1] = vnus_citation_new ("article-a", "1.1");
  steps[2] = vnus_citation_with_field (steps[1], "status");
  steps[3] = vnus_citation_with_value (steps[2], value);
  steps[4] = vnus_citation_with_rank (steps[3], VNUS_CITATION_RANK_PREFERRED);
  steps[5] = vnus_citation_with_known (steps[4], known);
  steps[6] = vnus_citation_with_note (steps[5], note);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
      g_assert_true (vnus_citation_equal (steps[i], steps[j]) == (i == j));

  string = vnus_citation_to_string (steps[6]);
  g_assert_cmpstr (string, ==, "source: article-a; locator: 1.1; field: status; value: announced; "
                               "rank: preferred; known: 2023-08-29; note: en: against the host’s dates");
  g_assert_cmpstr (vnus_citation_get_source (steps[6]), ==, "article-a");
  g_assert_cmpstr (vnus_citation_get_locator (steps[6]), ==, "1.1");
  g_assert_cmpstr (vnus_citation_get_field (steps[6]), ==, "status");
  g_assert_true (vnus_citation_get_value (steps[6]) == value);
  g_assert_cmpint (vnus_citation_get_rank (steps[6]), ==, VNUS_CITATION_RANK_PREFERRED);
  g_assert_true (vnus_citation_get_known (steps[6]) == known);
  g_assert_true (vnus_citation_get_note (steps[6]) == note);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    vnus_citation_unref (steps[i]);
}

/* Values are counted from several threads at once. */
static gpointer
take_and_drop (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (VnusCitation) citation = vnus_citation_ref (data);
      g_autoptr (VnusValue) value = vnus_value_ref (vnus_citation_get_value (citation));

      g_assert_nonnull (vnus_value_get_date (value));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (VnusDate) date = parse_date ("2023-09-10");
  g_autoptr (VnusValue) value = vnus_value_new_date (date);
  g_autoptr (VnusCitation) bare = vnus_citation_new ("article-a", NULL);
  g_autoptr (VnusCitation) citation = vnus_citation_with_value (bare, value);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", take_and_drop, citation);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_true (vnus_citation_get_value (citation) == value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/value/types", test_types);
  g_test_add_func ("/vnus/value/equal", test_equal);
  g_test_add_func ("/vnus/value/to-string", test_to_string);
  g_test_add_func ("/vnus/value/lists", test_lists);
  g_test_add_func ("/vnus/value/bad-enum", test_bad_enum);
  g_test_add_func ("/vnus/participant/with", test_participant);
  g_test_add_func ("/vnus/stop/with", test_stop);
  g_test_add_func ("/vnus/designation/equal", test_designation);
  g_test_add_func ("/vnus/citation/with", test_citation);
  g_test_add_func ("/vnus/citation/threads", test_threads);
  return g_test_run ();
}
