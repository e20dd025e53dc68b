/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

/* Adds a new record of @kind, whose English label is @label if that is not NULL. */
static VnusRecord *
add (VnusChronicle *chronicle,
     VnusKind       kind,
     const char    *id,
     const char    *label)
{
  g_autoptr (VnusRecord) record = vnus_kind_make_record (kind, id);
  g_autoptr (GError) error = NULL;

  if (label != NULL)
    {
      g_autoptr (VnusText) text = vnus_text_new ("en", label);

      vnus_record_set_label (record, text);
    }
  vnus_chronicle_add (chronicle, record, &error);
  g_assert_no_error (error);

  return vnus_chronicle_lookup (chronicle, id);
}

static void
assert_ids (char       **ids,
            const char  *expected)
{
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (ids);
}

/* The list model and the table by id tell the same. */
static void
assert_consistent (VnusChronicle *chronicle,
                   const char    *expected)
{
  GListModel *model = G_LIST_MODEL (chronicle);
  guint n = g_list_model_get_n_items (model), n_of_kinds = 0;

  assert_ids (vnus_chronicle_list_ids (chronicle), expected);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (model, i);

      g_assert_true (vnus_record_is_sealed (record));
      g_assert_true (vnus_chronicle_lookup (chronicle, vnus_record_get_id (record)) == record);
    }
  g_assert_null (g_list_model_get_item (model, n));

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      guint n_of_kind = vnus_chronicle_get_n_of_kind (chronicle, kind);

      for (guint i = 0; i < n_of_kind; i++)
        g_assert_cmpint (vnus_record_get_kind (vnus_chronicle_get_nth_of_kind (chronicle, kind, i)), ==, kind);
      g_assert_null (vnus_chronicle_get_nth_of_kind (chronicle, kind, n_of_kind));
      n_of_kinds += n_of_kind;
    }
  g_assert_cmpuint (n_of_kinds, ==, n);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_properties (void)
{
  g_autoptr (VnusText) label = vnus_text_new ("en", "Vietnam and the United States");
  g_autoptr (VnusText) same = vnus_text_new ("en", "Vietnam and the United States");
  g_autoptr (VnusText) got = NULL;
  g_autofree char *id = NULL;
  VnusChronicle *bare = g_object_new (VNUS_TYPE_CHRONICLE, NULL);
  VnusChronicle *chronicle = vnus_chronicle_new ("vietnam-us");
  gboolean read_only = TRUE;
  guint n_notified = 0;

  g_assert_cmpstr (vnus_chronicle_get_id (bare), ==, "");
  g_assert_null (vnus_chronicle_get_label (bare));
  assert_consistent (bare, "");

  g_signal_connect (chronicle, "notify", G_CALLBACK (count_notify), &n_notified);
  vnus_chronicle_set_label (chronicle, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (chronicle, "label", label, NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  vnus_chronicle_set_label (chronicle, same);
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_get (chronicle, "id", &id, "label", &got, "read-only", &read_only, NULL);
  g_assert_cmpstr (id, ==, "vietnam-us");
  g_assert_true (got == label);
  g_assert_false (read_only);
  g_assert_null (vnus_chronicle_get_known_on (chronicle));
  g_assert_null (vnus_chronicle_list_according_to (chronicle));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (chronicle)) == VNUS_TYPE_RECORD);

  g_assert_finalize_object (bare);
  g_assert_finalize_object (chronicle);
}

static void
test_order (void)
{
  VnusChronicle *chronicle = vnus_chronicle_new ("test");
  VnusRecord *visit;

  visit = add (chronicle, VNUS_KIND_VISIT, "a-visit", NULL);
  add (chronicle, VNUS_KIND_STATE, "vn", NULL);
  add (chronicle, VNUS_KIND_PERSON, "joe-biden", NULL);
  add (chronicle, VNUS_KIND_STATE, "us", NULL);
  add (chronicle, VNUS_KIND_JUDGEMENT, "a-judgement", NULL);
  assert_consistent (chronicle, "us vn joe-biden a-visit a-judgement");

  g_object_add_weak_pointer (G_OBJECT (visit), (gpointer *) &visit);
  g_assert_finalize_object (chronicle);
  g_assert_null (visit);
}

/* items-changed */

typedef struct
{
  guint n_calls, position, removed, added;
} Changed;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  *(Changed *) user_data = (Changed) { ((Changed *) user_data)->n_calls + 1, position, removed, added };
}

static void
test_items_changed (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusRecord) a = vnus_kind_make_record (VNUS_KIND_STATE, "kh");
  g_autoptr (VnusRecord) b = vnus_kind_make_record (VNUS_KIND_STATE, "th");
  Changed changed = { 0 };

  g_signal_connect (chronicle, "items-changed", G_CALLBACK (on_items_changed), &changed);

  g_assert_true (vnus_chronicle_add_many (chronicle, NULL, 0, NULL));
  g_assert_cmpuint (changed.n_calls, ==, 0);

  add (chronicle, VNUS_KIND_STATE, "us", NULL);
  add (chronicle, VNUS_KIND_VISIT, "visit", NULL);
  add (chronicle, VNUS_KIND_STATE, "jp", NULL);
  g_assert_cmpuint (changed.n_calls, ==, 3);
  g_assert_cmpuint (changed.position, ==, 0);
  g_assert_cmpuint (changed.removed, ==, 0);
  g_assert_cmpuint (changed.added, ==, 1);

  /* Two at once: one signal that spans both and nothing else. */
  g_assert_true (vnus_chronicle_add_many (chronicle, (VnusRecord *[]) { b, a }, 2, NULL));
  assert_consistent (chronicle, "jp kh th us visit");
  g_assert_cmpuint (changed.n_calls, ==, 4);
  g_assert_cmpuint (changed.position, ==, 1);
  g_assert_cmpuint (changed.removed, ==, 0);
  g_assert_cmpuint (changed.added, ==, 2);
}

static void
test_add_errors (void)
{
  static const char *const bad_ids[] = { "", "Joe", "joe_biden", "-joe", "joe-", "joe--biden", "joe biden", "võ" };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusRecord) fresh = vnus_kind_make_record (VNUS_KIND_STATE, "us");
  g_autoptr (VnusRecord) taken = vnus_kind_make_record (VNUS_KIND_PLACE, "vn");
  g_autoptr (VnusRecord) twin = vnus_kind_make_record (VNUS_KIND_PLACE, "us");
  Changed changed = { 0 };

  add (chronicle, VNUS_KIND_STATE, "vn", NULL);
  g_signal_connect (chronicle, "items-changed", G_CALLBACK (on_items_changed), &changed);

  for (guint i = 0; i < G_N_ELEMENTS (bad_ids); i++)
    {
      g_autoptr (VnusRecord) record = vnus_kind_make_record (VNUS_KIND_STATE, bad_ids[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (vnus_chronicle_add (chronicle, record, &error));
      g_assert_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_BAD_ID);
      g_assert_false (vnus_record_is_sealed (record));
    }

  /* All or nothing: what would have fitted does not join, and is not sealed. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vnus_chronicle_add_many (chronicle, (VnusRecord *[]) { fresh, i == 0 ? taken : twin }, 2, &error));
      g_assert_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_DUPLICATE_ID);
      g_assert_false (vnus_record_is_sealed (fresh));
    }

  assert_consistent (chronicle, "vn");
  g_assert_cmpuint (changed.n_calls, ==, 0);
}

static void
test_view_is_read_only (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  VnusChronicle *view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  g_autoptr (VnusRecord) record = vnus_kind_make_record (VNUS_KIND_STATE, "us");
  g_autoptr (GError) error = NULL;

  g_assert_true (vnus_chronicle_is_read_only (view));
  g_assert_false (vnus_chronicle_add (view, record, &error));
  g_assert_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_READ_ONLY);
  g_assert_false (vnus_record_is_sealed (record));
  g_assert_finalize_object (view);
}

/* Finding */

static void
test_find_by_name (void)
{
  static const char *const names[] = {
    "Võ Văn Thưởng", "Vo Van Thuong", "VÕ VĂN THƯỞNG", "vo  van thuong",
    "Vo\xcc\x83 Va\xcc\x86n Thu\xcc\x9bo\xcc\x9b\xcc\x89ng", /* decomposed */
    "Thuong Vo Van", /* given names first, as the West writes it */
  };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusPerson) person = vnus_person_new ("vo-van-thuong");
  g_autoptr (VnusText) label = vnus_text_new ("vi", "Võ Văn Thưởng");
  VnusRecord *city = NULL;

  vnus_record_set_label (VNUS_RECORD (person), label);
  vnus_person_set_family_name (person, "Võ");
  vnus_person_set_given_names (person, "Văn Thưởng");
  vnus_record_add_alias (VNUS_RECORD (person), "Thuong Vo Van");
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (person), NULL));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_ids (vnus_chronicle_find_by_name (chronicle, names[i]), "vo-van-thuong");
  assert_ids (vnus_chronicle_find_by_name (chronicle, "Văn Thưởng Võ"), "vo-van-thuong");
  assert_ids (vnus_chronicle_find_by_name (chronicle, "Vo Van"), "");

  /* The index follows the chronicle. */
  city = add (chronicle, VNUS_KIND_PLACE, "da-nang", "Đà Nẵng");
  g_assert_nonnull (city);
  assert_ids (vnus_chronicle_find_by_name (chronicle, "Da Nang"), "da-nang");
  add (chronicle, VNUS_KIND_ORGANIZATION, "da-nang-city", "Da Nang");
  assert_ids (vnus_chronicle_find_by_name (chronicle, "đà nẵng"), "da-nang-city da-nang");
}

static void
test_referrers (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusVisit) visit = vnus_visit_new ("visit");
  g_autoptr (VnusParticipant) bare = vnus_participant_new ("joe-biden", VNUS_ROLE_GUEST);
  g_autoptr (VnusParticipant) capacity = vnus_participant_with_capacity (bare, "us-president");
  g_autoptr (VnusParticipant) guest = vnus_participant_with_side (capacity, "us");
  g_autoptr (VnusStop) stop = vnus_stop_new ("hue");
  g_autoptr (VnusText) text = vnus_text_new ("en", "state visit");
  g_autoptr (VnusDesignation) type = vnus_designation_new ("vn", text);
  g_autoptr (VnusCitation) whole = vnus_citation_new ("article-a", "1.1");
  g_autoptr (VnusCitation) of_host = vnus_citation_with_field (whole, "host");
  g_autoptr (VnusValue) rival = vnus_value_new_reference ("vn-south");
  g_autoptr (VnusCitation) citation = vnus_citation_with_value (of_host, rival);
  static const char *const targets[] = { "joe-biden", "us-president", "us", "hue", "vn", "hanoi", "article-a", "vn-south" };

  vnus_visit_set_host (visit, "vn");
  vnus_event_add_participant (VNUS_EVENT (visit), guest);
  vnus_event_add_place (VNUS_EVENT (visit), "hanoi");
  vnus_event_add_place (VNUS_EVENT (visit), "hanoi");
  vnus_visit_add_stop (visit, stop);
  vnus_visit_add_visit_type_by_side (visit, type);
  vnus_record_add_citation (VNUS_RECORD (visit), citation);
  g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (visit), NULL));

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    assert_ids (vnus_chronicle_list_referrers (chronicle, targets[i]), "visit");
  assert_ids (vnus_chronicle_list_referrers (chronicle, "visit"), "");

  {
    g_autoptr (VnusTenure) tenure = vnus_tenure_new ("tenure");

    vnus_tenure_set_person (tenure, "joe-biden");
    g_assert_true (vnus_chronicle_add (chronicle, VNUS_RECORD (tenure), NULL));
  }
  assert_ids (vnus_chronicle_list_referrers (chronicle, "joe-biden"), "tenure visit");
}

static void
test_suggest (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_auto (GStrv) ids = NULL;

  add (chronicle, VNUS_KIND_PERSON, "joe-biden", NULL);
  add (chronicle, VNUS_KIND_PERSON, "jill-biden", NULL);
  add (chronicle, VNUS_KIND_PERSON, "vo-van-thuong", NULL);
  ids = vnus_chronicle_suggest_ids (chronicle, "jo-biden");
  g_assert_cmpstr (ids[0], ==, "joe-biden");
  g_assert_null (vnus_chronicle_lookup (chronicle, "jo-biden"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vnus/chronicle/properties", test_properties);
  g_test_add_func ("/vnus/chronicle/order", test_order);
  g_test_add_func ("/vnus/chronicle/items-changed", test_items_changed);
  g_test_add_func ("/vnus/chronicle/add-errors", test_add_errors);
  g_test_add_func ("/vnus/chronicle/view-is-read-only", test_view_is_read_only);
  g_test_add_func ("/vnus/chronicle/find-by-name", test_find_by_name);
  g_test_add_func ("/vnus/chronicle/referrers", test_referrers);
  g_test_add_func ("/vnus/chronicle/suggest", test_suggest);
  return g_test_run ();
}
