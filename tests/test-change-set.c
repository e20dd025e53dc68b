/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

#include "chronicle-text.h"

#define PLACE(id, label) "{'kind':'place','id':'" id "','label':{'en':'" label "'}}"

static VnusRecord *
new_place (const char *id,
           const char *label)
{
  g_autoptr (VnusText) text = vnus_text_new ("en", label);
  VnusRecord *record = vnus_kind_make_record (VNUS_KIND_PLACE, id);

  vnus_record_set_label (record, text);
  return record;
}

static char *
to_json (VnusChronicle *chronicle)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json (chronicle);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The tags of all issues, with their records. */
static char *
check (VnusChangeSet *set,
       VnusChronicle *chronicle)
{
  g_autoptr (GListModel) issues = vnus_change_set_check (set, chronicle);
  GString *tags = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (VnusIssue) issue = g_list_model_get_item (issues, i);
      const char *path = vnus_issue_get_path (issue);

      g_assert_cmpint (vnus_issue_get_severity (issue), ==, VNUS_SEVERITY_ERROR);
      g_string_append_printf (tags, "%s%s %s%s%s", i > 0 ? "; " : "", vnus_issue_get_tag (issue),
                              vnus_issue_get_record_id (issue), path != NULL ? "/" : "", path != NULL ? path : "");
    }

  return g_string_free (tags, FALSE);
}

static void
assert_issues (VnusChangeSet *set,
               VnusChronicle *chronicle,
               const char    *expected)
{
  g_autofree char *tags = check (set, chronicle);

  g_assert_cmpstr (tags, ==, expected);
}

static void
assert_applies (VnusChangeSet *set,
                VnusChronicle *chronicle)
{
  g_autoptr (GError) error = NULL;
  gboolean done = vnus_change_set_apply (set, chronicle, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* Fails with @code and the words @message, and changes nothing. */
static void
assert_fails (VnusChangeSet      *set,
              VnusChronicle      *chronicle,
              VnusChangeSetError  code,
              const char         *message)
{
  g_autofree char *before = to_json (chronicle);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_false (vnus_change_set_apply (set, chronicle, &error));
  g_assert_error (error, VNUS_CHANGE_SET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
  after = to_json (chronicle);
  g_assert_cmpstr (before, ==, after);
}

static void
count_changed (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_list (void)
{
  VnusChangeSet *set = vnus_change_set_new ();
  g_autoptr (VnusRecord) hanoi = new_place ("hanoi", "Hanoi");
  g_autoptr (VnusRecord) capital = new_place ("hanoi", "The capital");
  g_autoptr (VnusChange) first = NULL;
  g_autoptr (VnusChange) last = NULL;
  guint n_changed = 0;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (set)) == VNUS_TYPE_CHANGE);
  g_signal_connect (set, "items-changed", G_CALLBACK (count_changed), &n_changed);

  vnus_change_set_set_author (set, "ed");
  vnus_change_set_set_source_id (set, "article-a");
  vnus_change_set_set_reason (set, "import");
  vnus_change_set_add (set, hanoi, NULL);
  vnus_change_set_set_author (set, NULL);
  vnus_change_set_replace (set, hanoi, capital, "told so");
  vnus_change_set_remove (set, capital, NULL);

  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (set)), ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (set), 3));
  g_assert_true (vnus_record_is_sealed (hanoi));
  g_assert_true (vnus_record_is_sealed (capital));

  first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_assert_cmpint (vnus_change_get_kind (first), ==, VNUS_CHANGE_KIND_ADD);
  g_assert_cmpstr (vnus_change_get_record_id (first), ==, "hanoi");
  g_assert_null (vnus_change_get_before (first));
  g_assert_true (vnus_change_get_after (first) == hanoi);
  g_assert_cmpstr (vnus_change_get_author (first), ==, "ed");
  g_assert_cmpstr (vnus_change_get_source_id (first), ==, "article-a");
  g_assert_cmpstr (vnus_change_get_reason (first), ==, "import");

  last = g_list_model_get_item (G_LIST_MODEL (set), 2);
  g_assert_cmpint (vnus_change_get_kind (last), ==, VNUS_CHANGE_KIND_REMOVE);
  g_assert_null (vnus_change_get_author (last));
  g_assert_null (vnus_change_get_after (last));

  g_assert_finalize_object (set);
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
  VnusChangeSet *set = g_object_new (VNUS_TYPE_CHANGE_SET, "author", "ed", NULL);
  g_autofree char *author = NULL;
  guint n_notified = 0;

  g_signal_connect (set, "notify", G_CALLBACK (count_notify), &n_notified);
  vnus_change_set_set_author (set, "ed");
  vnus_change_set_set_reason (set, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (set, "author", "al", "source-id", "article-a", "reason", "why", NULL);
  g_assert_cmpuint (n_notified, ==, 3);

  g_object_get (set, "author", &author, NULL);
  g_assert_cmpstr (author, ==, "al");
  g_assert_cmpstr (vnus_change_set_get_source_id (set), ==, "article-a");
  g_assert_cmpstr (vnus_change_set_get_reason (set), ==, "why");

  g_assert_finalize_object (set);
}

/* What becomes of a record, by what the chronicle has: nothing, the record before,
 * the record after, or another one. */
typedef enum
{
  HAS_NONE,
  HAS_BEFORE,
  HAS_AFTER,
  HAS_OTHER,
} Has;

static const struct
{
  const char     *name;
  VnusChangeKind  kind;
  Has             has;
  const char     *issue; /* the empty string: none */
  const char     *label; /* afterwards; NULL: no record */
} meanings[] = {
  { "add/absent", VNUS_CHANGE_KIND_ADD, HAS_NONE, "", "after" },
  { "add/there", VNUS_CHANGE_KIND_ADD, HAS_AFTER, "", "after" },
  { "add/other", VNUS_CHANGE_KIND_ADD, HAS_OTHER, "already-there hanoi", "other" },
  { "replace/before", VNUS_CHANGE_KIND_REPLACE, HAS_BEFORE, "", "after" },
  { "replace/done", VNUS_CHANGE_KIND_REPLACE, HAS_AFTER, "", "after" },
  { "replace/other", VNUS_CHANGE_KIND_REPLACE, HAS_OTHER, "changed-since hanoi", "other" },
  { "replace/absent", VNUS_CHANGE_KIND_REPLACE, HAS_NONE, "already-gone hanoi", NULL },
  { "remove/before", VNUS_CHANGE_KIND_REMOVE, HAS_BEFORE, "", NULL },
  { "remove/done", VNUS_CHANGE_KIND_REMOVE, HAS_NONE, "", NULL },
  { "remove/other", VNUS_CHANGE_KIND_REMOVE, HAS_OTHER, "changed-since hanoi", "other" },
};

static void
test_meaning (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  static const char *const labels[] = { NULL, "before", "after", "other" };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  g_autoptr (VnusRecord) before = new_place ("hanoi", "before");
  g_autoptr (VnusRecord) after = new_place ("hanoi", "after");
  g_autoptr (GError) error = NULL;
  VnusRecord *now;

  if (meanings[row].has != HAS_NONE)
    {
      g_autoptr (VnusRecord) there = new_place ("hanoi", labels[meanings[row].has]);

      vnus_chronicle_add (chronicle, there, &error);
      g_assert_no_error (error);
    }

  if (meanings[row].kind == VNUS_CHANGE_KIND_ADD)
    vnus_change_set_add (set, after, NULL);
  else if (meanings[row].kind == VNUS_CHANGE_KIND_REPLACE)
    vnus_change_set_replace (set, before, after, NULL);
  else
    vnus_change_set_remove (set, before, NULL);

  assert_issues (set, chronicle, meanings[row].issue);
  if (meanings[row].issue[0] == '\0')
    assert_applies (set, chronicle);
  else
    assert_fails (set, chronicle, VNUS_CHANGE_SET_ERROR_CLASH, "“hanoi”");

  now = vnus_chronicle_lookup (chronicle, "hanoi");
  g_assert_cmpstr (now != NULL ? vnus_text_get (vnus_record_get_label (now), "en") : NULL, ==, meanings[row].label);
}

static void
test_steps (void)
{
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  g_autoptr (VnusChangeSet) wrong = vnus_change_set_new ();
  g_autoptr (VnusRecord) a = new_place ("hanoi", "a");
  g_autoptr (VnusRecord) b = new_place ("hanoi", "b");
  g_autoptr (VnusRecord) c = new_place ("hanoi", "c");
  static const char *const states[] = { NULL, "a", "b", "c" };

  vnus_change_set_add (set, a, NULL);
  vnus_change_set_replace (set, a, b, NULL);
  vnus_change_set_replace (set, a, b, NULL); /* is so already */
  vnus_change_set_replace (set, b, c, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
      g_autoptr (GError) error = NULL;

      if (states[i] != NULL)
        {
          g_autoptr (VnusRecord) there = new_place ("hanoi", states[i]);

          vnus_chronicle_add (chronicle, there, &error);
          g_assert_no_error (error);
        }
      assert_applies (set, chronicle);
      g_assert_true (vnus_record_equal (vnus_chronicle_lookup (chronicle, "hanoi"), c));
    }

  vnus_change_set_add (wrong, a, NULL);
  vnus_change_set_replace (wrong, c, b, NULL);
  {
    g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");

    assert_issues (wrong, chronicle, "contradictory-change hanoi");
    assert_fails (wrong, chronicle, VNUS_CHANGE_SET_ERROR_CLASH, "does not follow");
  }
}

static void
test_all_or_nothing (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (PLACE ("hanoi", "Hanoi") "," PLACE ("hue", "Hue"));
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  g_autoptr (VnusRecord) da_nang = new_place ("da-nang", "Da Nang");
  g_autoptr (VnusRecord) other = new_place ("hue", "Hue");
  g_autoptr (VnusRecord) bad = new_place ("Not An Id", "Nowhere");
  g_autoptr (VnusRecord) clash = new_place ("hanoi", "Another one");
  guint n_changed = 0;

  g_signal_connect (chronicle, "items-changed", G_CALLBACK (count_changed), &n_changed);
  vnus_change_set_add (set, da_nang, NULL);
  vnus_change_set_remove (set, other, NULL);
  assert_fails (set, snapshot, VNUS_CHANGE_SET_ERROR_READ_ONLY, "“test”");
  g_assert_cmpuint (n_changed, ==, 0);

  assert_applies (set, chronicle);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_applies (set, chronicle);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_nonnull (vnus_chronicle_lookup (chronicle, "da-nang"));
  g_assert_null (vnus_chronicle_lookup (chronicle, "hue"));
  g_assert_nonnull (vnus_chronicle_lookup (snapshot, "hue"));

  vnus_change_set_add (set, bad, NULL);
  assert_issues (set, chronicle, "bad-id Not An Id");
  assert_fails (set, chronicle, VNUS_CHANGE_SET_ERROR_BAD_ID, "“Not An Id”");
  vnus_change_set_add (set, clash, NULL);
  assert_fails (set, chronicle, VNUS_CHANGE_SET_ERROR_BAD_ID, "; and 1 more");
  g_assert_cmpuint (n_changed, ==, 1);
}

/* What would dangle, and nothing else: what dangles already is not the change's. */
static void
test_references (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'place','id':'hanoi','within':'vn'},"
    "{'kind':'place','id':'hue','within':'vn'},"
    "{'kind':'place','id':'lost','within':'nowhere'},"
    "{'kind':'state','id':'vn','citations':[{'source':'gazetteer'}]},"
    "{'kind':'source','id':'gazetteer'}");
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  g_autoptr (VnusRecord) city = new_place ("da-nang", "Da Nang");
  g_autoptr (VnusRecord) person = vnus_kind_make_record (VNUS_KIND_PERSON, "vn");
  g_autoptr (VnusRecord) hue = vnus_record_duplicate (vnus_chronicle_lookup (chronicle, "hue"));
  g_autoptr (VnusChangeSet) second = vnus_change_set_new ();

  vnus_place_set_within (VNUS_PLACE (city), "atlantis");
  vnus_change_set_add (set, city, NULL);
  assert_issues (set, chronicle, "dangling-reference da-nang/within");

  vnus_change_set_remove (set, vnus_chronicle_lookup (chronicle, "gazetteer"), NULL);
  assert_issues (set, chronicle, "dangling-reference da-nang/within; dangling-reference vn/citations/0/source");
  assert_applies (set, chronicle);

  vnus_record_add_alias (hue, "Thuan Hoa");
  vnus_change_set_replace (second, vnus_chronicle_lookup (chronicle, "hue"), hue, NULL);
  vnus_change_set_replace (second, vnus_chronicle_lookup (chronicle, "vn"), person, NULL);
  assert_issues (second, chronicle, "wrong-kind hue/within; wrong-kind hanoi/within");
  assert_applies (second, chronicle);
  g_assert_cmpint (vnus_record_get_kind (vnus_chronicle_lookup (chronicle, "vn")), ==, VNUS_KIND_PERSON);
}

static void
test_difference (void)
{
  g_autoptr (VnusChronicle) a = chronicle_from_records (PLACE ("hanoi", "Hanoi") "," PLACE ("hue", "Hue") "," PLACE ("vinh", "Vinh"));
  g_autoptr (VnusChronicle) b = chronicle_from_records (PLACE ("da-nang", "Da Nang") "," PLACE ("hanoi", "Ha Noi") "," PLACE ("vinh", "Vinh"));
  g_autoptr (VnusChangeSet) set = vnus_change_set_new_difference (a, b);
  g_autoptr (VnusChangeSet) none = vnus_change_set_new_difference (a, a);
  g_autoptr (VnusChangeSet) inverse = vnus_change_set_invert (set);
  g_autofree char *before = to_json (a);
  g_autofree char *expected = to_json (b);
  g_autofree char *text = vnus_change_set_to_text (set, "en");
  g_autofree char *nothing = vnus_change_set_to_text (none, "vi");
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpstr (text, ==,
                   "3 changes: 1 to add, 1 to replace, 1 to remove.\n"
                   "Remove place hue (“Hue”)\n"
                   "    label: en: Hue\n"
                   "Add place da-nang (“Da Nang”)\n"
                   "    label: en: Da Nang\n"
                   "Replace place hanoi (“Ha Noi”)\n"
                   "    label: en: Hanoi → en: Ha Noi\n");
  g_assert_cmpstr (nothing, ==, "Không có thay đổi.\n");

  assert_applies (set, a);
  there = to_json (a);
  g_assert_cmpstr (there, ==, expected);
  assert_applies (inverse, a);
  back = to_json (a);
  g_assert_cmpstr (back, ==, before);
}

static void
test_text (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'visit','id':'v','label':{'en':'A visit','vi':'Chuyến thăm'},'when':'2023-09','host':'vn','status':'announced',"
    "'participants':[{'actor':'a','role':'guest'},{'actor':'b','role':'member'}],"
    "'purposes':['bilateral','ceremony'],'citations':[{'source':'s','locator':'1'}]}");
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  VnusRecord *before = vnus_chronicle_lookup (chronicle, "v");
  g_autoptr (VnusRecord) after = vnus_record_duplicate (before);
  g_autoptr (VnusParticipant) guest = vnus_participant_new ("c", VNUS_ROLE_MEMBER);
  g_autoptr (VnusDate) when = vnus_date_parse ("2023-09-10/2023-09-11", NULL);
  g_autoptr (VnusValue) purposes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChange) change = NULL;
  g_autofree char *english = NULL;
  g_autofree char *vietnamese = NULL;

  vnus_event_set_when (VNUS_EVENT (after), when);
  vnus_event_set_status (VNUS_EVENT (after), VNUS_STATUS_UNSET);
  vnus_visit_set_host (VNUS_VISIT (after), NULL);
  vnus_record_set_presence (after, "host", VNUS_PRESENCE_UNKNOWN, &error);
  g_assert_no_error (error);
  vnus_event_add_participant (VNUS_EVENT (after), guest);
  {
    g_autoptr (VnusValue) one = vnus_value_new_enum (VNUS_TYPE_PURPOSE, VNUS_PURPOSE_CEREMONY);
    g_autoptr (VnusValue) two = vnus_value_new_enum (VNUS_TYPE_PURPOSE, VNUS_PURPOSE_BILATERAL);
    VnusValue *items[] = { one, two };

    purposes = vnus_value_new_list (items, 2);
    vnus_record_set_value (after, "purposes", purposes, &error);
    g_assert_no_error (error);
  }

  vnus_change_set_replace (set, before, after, "days announced");
  change = g_list_model_get_item (G_LIST_MODEL (set), 0);
  english = vnus_change_to_text (change, "en");
  vietnamese = vnus_change_to_text (change, "vi");

  g_assert_cmpstr (english, ==,
                   "Replace visit v (“A visit”): days announced\n"
                   "    when: 2023-09 → 2023-09-10/2023-09-11\n"
                   "    host: vn → (known to be unknown)\n"
                   "    purposes: (in another order)\n"
                   "    status: announced → (nothing)\n"
                   "    participants: + actor: c; role: member\n");
  g_assert_nonnull (strstr (vietnamese, "Sửa visit v (“Chuyến thăm”): days announced\n"));
  g_assert_nonnull (strstr (vietnamese, "    host: vn → (đã rõ là chưa biết)\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/change-set/list", test_list);
  g_test_add_func ("/vnus/change-set/properties", test_properties);
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/change-set/meaning/", meanings[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_meaning);
    }
  g_test_add_func ("/vnus/change-set/steps", test_steps);
  g_test_add_func ("/vnus/change-set/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/vnus/change-set/references", test_references);
  g_test_add_func ("/vnus/change-set/difference", test_difference);
  g_test_add_func ("/vnus/change-set/text", test_text);

  return g_test_run ();
}
