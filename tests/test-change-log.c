/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Change sets written and read back; and what holds for any of them. */
#include "document-helpers.h"

#include "chronicle-text.h"

static char *
to_json (VnusChronicle *chronicle)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json (chronicle);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
read_text (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Saves, loads, and saves again: the same bytes and the same changes. */
static VnusChangeSet *
pass_through_log (VnusChangeSet *set,
                  GFile         *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *json = vnus_change_set_to_json (set);
  g_autofree char *loaded_json = NULL;
  VnusChangeSet *loaded;

  vnus_change_set_save_log (set, file, NULL, &error);
  g_assert_no_error (error);
  first = read_text (file);

  loaded = vnus_change_set_load_log (file, NULL, &error);
  g_assert_no_error (error);
  loaded_json = vnus_change_set_to_json (loaded);
  g_assert_cmpstr (json, ==, loaded_json);

  vnus_change_set_save_log (loaded, file, NULL, &error);
  g_assert_no_error (error);
  second = read_text (file);
  g_assert_cmpstr (first, ==, second);

  return loaded;
}

static VnusChangeSet *
make_changes (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (
    "{'kind':'place','id':'hanoi','label':{'en':'Hanoi','vi':'Hà Nội'}},"
    "{'kind':'state','id':'vn','citations':[{'source':'s','locator':'1'}]}");
  VnusChangeSet *set = vnus_change_set_new ();
  VnusRecord *hanoi = vnus_chronicle_lookup (chronicle, "hanoi");
  g_autoptr (VnusRecord) after = vnus_record_duplicate (hanoi);
  g_autoptr (VnusRecord) added = vnus_kind_make_record (VNUS_KIND_PLACE, "hue");

  vnus_record_add_alias (after, "Thăng Long, \"the rising dragon\"");
  vnus_change_set_set_author (set, "An editor");
  vnus_change_set_set_source_id (set, "article-a");
  vnus_change_set_add (set, added, "new");
  vnus_change_set_replace (set, hanoi, after, "an older name,\non two lines");
  vnus_change_set_set_author (set, NULL);
  vnus_change_set_set_source_id (set, NULL);
  vnus_change_set_remove (set, vnus_chronicle_lookup (chronicle, "vn"), NULL);

  return set;
}

static void
test_json (void)
{
  g_autoptr (VnusChangeSet) set = make_changes ();
  g_autoptr (VnusChangeSet) empty = vnus_change_set_new ();
  g_autofree char *json = vnus_change_set_to_json (set);
  g_autofree char *nothing = vnus_change_set_to_json (empty);

  g_assert_cmpstr (json, ==,
    "{\"format\":\"vnus-change-set\",\"version\":1,\"changes\":[\n"
    "{\"change\":\"add\",\"kind\":\"place\",\"id\":\"hue\",\"who\":\"An editor\",\"why\":\"new\",\"source\":\"article-a\","
    "\"after\":{\"kind\":\"place\",\"id\":\"hue\"}},\n"
    "{\"change\":\"replace\",\"kind\":\"place\",\"id\":\"hanoi\",\"who\":\"An editor\","
    "\"why\":\"an older name,\\non two lines\",\"source\":\"article-a\",\"fields\":[\"aliases\"],"
    "\"before\":{\"kind\":\"place\",\"id\":\"hanoi\",\"label\":{\"en\":\"Hanoi\",\"vi\":\"Hà Nội\"}},"
    "\"after\":{\"kind\":\"place\",\"id\":\"hanoi\",\"label\":{\"en\":\"Hanoi\",\"vi\":\"Hà Nội\"},"
    "\"aliases\":[\"Thăng Long, \\\"the rising dragon\\\"\"]}},\n"
    "{\"change\":\"remove\",\"kind\":\"state\",\"id\":\"vn\","
    "\"before\":{\"kind\":\"state\",\"id\":\"vn\",\"citations\":[{\"source\":\"s\",\"locator\":\"1\"}]}}\n"
    "]}\n");
  g_assert_cmpstr (nothing, ==, "{\"format\":\"vnus-change-set\",\"version\":1,\"changes\":[\n]}\n");
}

static void
test_log (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "log.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChangeSet) set = make_changes ();
  g_autoptr (VnusChangeSet) loaded = pass_through_log (set, file);
  g_autoptr (VnusChange) change = g_list_model_get_item (G_LIST_MODEL (loaded), 1);
  g_autofree char *text = read_text (file);

  g_assert_true (g_str_has_prefix (text, "change,id,who,why,source,before,after\r\n"
                                         "add,hue,An editor,new,article-a,,\"{\"\"kind\"\":\"\"place\"\",\"\"id\"\":\"\"hue\"\"}\"\r\n"
                                         "replace,hanoi,An editor,\"an older name,\non two lines\",article-a,"));
  g_assert_cmpstr (vnus_change_get_author (change), ==, "An editor");
  g_assert_cmpstr (vnus_change_get_reason (change), ==, "an older name,\non two lines");

  remove_folder (folder);
}

static const struct
{
  const char *name;
  const char *text; /* ' for " */
  const char *message;
} bad_logs[] = {
  { "empty", "", "log.csv:1: the log is empty" },
  { "no-records", "change,id\nadd,hue\n", "log.csv:1: the columns “before” and “after”" },
  { "unknown-column", "before,after,when\n", "log.csv:1: “when” is no column" },
  { "column-twice", "before,after,before\n", "log.csv:1: “before” is no column of a log, or stands twice" },
  { "empty-row", "before,after\n,\n", "log.csv:2: the row has no record" },
  { "few-fields", "before,after\nx\n", "log.csv:2: " },
  { "open-quote", "before,after\n'x\n", "log.csv:2: " },
  { "not-json", "before,after\n,hue\n", "log.csv:2: " },
  { "no-record", "before,after\n,'{''kind'':''place'',''id'':''hue'',''x'':1}'\n", "log.csv:2: /x: record “hue”: " },
  { "bad-value", "before,after\n\n,'{''kind'':''visit'',''id'':''v'',''when'':''2023-02-30''}'\n", "log.csv:3: /when: record “v”: " },
  { "two-records", "before,after\n'{''kind'':''place'',''id'':''hue''}','{''kind'':''place'',''id'':''hanoi''}'\n",
    "log.csv:2: “before” is “hue” and “after” is “hanoi”" },
  { "other-id", "id,before,after\nhanoi,,'{''kind'':''place'',''id'':''hue''}'\n", "log.csv:2: the id is “hanoi”, but the record is “hue”" },
  { "other-change", "change,before,after\nremove,,'{''kind'':''place'',''id'':''hue''}'\n", "log.csv:2: the change is “remove”; expected “add”" },
  { "encoding", "before,after\n,\xff\n", "log.csv:2: " },
};

static void
test_bad_log (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "log.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdelimit (g_strdup (bad_logs[row].text), "'", '"');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (vnus_change_set_load_log (file, NULL, &error));
  g_assert_true (error->domain == VNUS_CHANGE_SET_ERROR || error->domain == VNUS_DOCUMENT_ERROR);
  if (strstr (error->message, bad_logs[row].message) == NULL)
    g_error ("“%s” is not in “%s”", bad_logs[row].message, error->message);

  remove_folder (folder);
}

static void
test_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "log.csv", NULL);
  g_autofree char *below = g_build_filename (path, "below.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (below);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VnusChangeSet) set = vnus_change_set_new ();
  g_autoptr (VnusRecord) place = vnus_kind_make_record (VNUS_KIND_PLACE, "hue");
  g_autofree char *long_reason = g_strnfill (1024 * 1024 + 1, 'x');
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_change_set_load_log (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  vnus_change_set_add (set, place, long_reason);
  g_assert_false (vnus_change_set_save_log (set, file, NULL, &error));
  g_assert_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_LIMIT);
  g_clear_error (&error);
  kept = read_text (file);
  g_assert_cmpstr (kept, ==, "old");

  g_cancellable_cancel (cancellable);
  g_assert_null (vnus_change_set_load_log (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (vnus_change_set_save_log (set, nowhere, NULL, &error));
  g_assert_nonnull (error);

  remove_folder (folder);
}

/* --- Any change set --- */

static VnusRecord *
any_record (VnusChronicle *chronicle)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  VnusRecord *record = g_list_model_get_item (G_LIST_MODEL (chronicle), (guint) g_test_rand_int_range (0, (gint32) n));

  g_object_unref (record); /* the chronicle has it */
  return record;
}

/* Then the field must keep its members: no document has a citation of a member
 * that is not there. */
static gboolean
cites_member (VnusRecord *record,
              const char *name)
{
  g_autofree char *start = g_strconcat (name, "/", NULL);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      const char *field = vnus_citation_get_field (vnus_record_get_citation (record, i));

      if (field != NULL && g_str_has_prefix (field, start))
        return TRUE;
    }

  return FALSE;
}

/* A record that says something else: an alias more, a field less, or as much as
 * another record of its kind says in a field. */
static VnusRecord *
alter (VnusRecord    *record,
       VnusChronicle *chronicle)
{
  VnusRecord *altered = vnus_record_duplicate (record);
  g_auto (GStrv) names = vnus_field_list_names (vnus_record_get_kind (record));
  const char *name = names[g_test_rand_int_range (0, (gint32) g_strv_length (names))];
  guint n = vnus_chronicle_get_n_of_kind (chronicle, vnus_record_get_kind (record));
  VnusRecord *other = vnus_chronicle_get_nth_of_kind (chronicle, vnus_record_get_kind (record),
                                                      (guint) g_test_rand_int_range (0, (gint32) n));
  g_autofree char *alias = g_strdup_printf ("alias %d, “quoted” \"twice\"", g_test_rand_int_range (0, 3));
  g_autoptr (VnusValue) value = NULL;

  switch (cites_member (record, name) ? 0 : g_test_rand_int_range (0, 4))
    {
    case 0:
      vnus_record_add_alias (altered, alias);
      break;

    case 1:
      vnus_record_set_value (altered, name, NULL, NULL);
      break;

    case 2:
      if (vnus_record_get_presence (altered, name) == VNUS_PRESENCE_ABSENT)
        vnus_record_set_presence (altered, name, VNUS_PRESENCE_UNKNOWN, NULL);
      break;

    default:
      value = vnus_record_dup_value (other, name);
      if (value != NULL)
        vnus_record_set_value (altered, name, value, NULL);
      break;
    }

  return altered;
}

/* Changes that follow one from the other, over a chronicle as it would be then. */
static VnusChangeSet *
make_random_changes (VnusChronicle *shipped,
                     VnusChronicle *before,
                     VnusChronicle *scratch)
{
  VnusChangeSet *set = vnus_change_set_new ();
  int n = g_test_rand_int_range (0, 12);

  vnus_change_set_set_author (set, "a program");
  for (int i = 0; i < n; i++)
    {
      g_autoptr (VnusChangeSet) step = vnus_change_set_new ();
      g_autoptr (VnusChange) change = NULL;
      g_autoptr (GError) error = NULL;
      VnusRecord *wanted = any_record (shipped), *now = vnus_chronicle_lookup (scratch, vnus_record_get_id (wanted));

      if (now == NULL)
        vnus_change_set_add (step, wanted, NULL);
      else if (g_test_rand_bit ())
        vnus_change_set_remove (step, now, "no more");
      else
        {
          g_autoptr (VnusRecord) altered = alter (now, shipped);

          vnus_change_set_replace (step, now, altered, "altered");
        }

      change = g_list_model_get_item (G_LIST_MODEL (step), 0);
      if (vnus_change_get_kind (change) == VNUS_CHANGE_KIND_ADD)
        vnus_change_set_add (set, vnus_change_get_after (change), NULL);
      else if (vnus_change_get_kind (change) == VNUS_CHANGE_KIND_REMOVE)
        vnus_change_set_remove (set, vnus_change_get_before (change), "no more");
      else
        vnus_change_set_replace (set, vnus_change_get_before (change), vnus_change_get_after (change), "altered");
      vnus_change_set_apply (step, scratch, &error);
      g_assert_no_error (error);
    }

  return set;
}

static VnusChronicle *
copy_some (VnusChronicle *shipped)
{
  VnusChronicle *copy = vnus_chronicle_new ("some");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shipped)); i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (shipped), i);

      if (g_test_rand_int_range (0, 10) == 0)
        vnus_chronicle_add (copy, record, NULL);
    }

  return copy;
}

static VnusChronicle *
copy_all (VnusChronicle *chronicle)
{
  g_autoptr (VnusChronicle) empty = vnus_chronicle_new ("some");
  g_autoptr (VnusChangeSet) all = vnus_change_set_new_difference (empty, chronicle);
  g_autoptr (GError) error = NULL;

  vnus_change_set_apply (all, empty, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&empty);
}

static void
assert_leads_to (VnusChangeSet *set,
                 VnusChronicle *chronicle,
                 const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  vnus_change_set_apply (set, chronicle, &error);
  g_assert_no_error (error);
  json = to_json (chronicle);
  g_assert_cmpstr (json, ==, expected);
}

/* A change that clashes, somewhere. */
static void
assert_clash_changes_nothing (VnusChangeSet *set,
                              VnusChronicle *before,
                              const char    *expected)
{
  g_autoptr (VnusRecord) other = NULL;
  g_autoptr (VnusRecord) another = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (before)) == 0)
    return;

  other = vnus_record_duplicate (any_record (before));
  vnus_record_add_alias (other, "of another record");
  another = vnus_record_duplicate (other);
  vnus_record_add_alias (another, "of one more");
  vnus_change_set_replace (set, other, another, "clash");
  g_assert_false (vnus_change_set_apply (set, before, &error));
  g_assert_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_CLASH);
  json = to_json (before);
  g_assert_cmpstr (json, ==, expected);
}

static void
test_any (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) shipped = vnus_chronicle_open ("vietnam-us", &error);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "log.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int n_rounds = (int) (100 / get_step ());

  g_assert_no_error (error);
  for (int i = 0; i < MAX (n_rounds, 3); i++)
    {
      g_autoptr (VnusChronicle) before = copy_some (shipped);
      g_autoptr (VnusChronicle) after = copy_all (before);
      g_autoptr (VnusChangeSet) set = make_random_changes (shipped, before, after);
      g_autoptr (VnusChangeSet) inverse = vnus_change_set_invert (set);
      g_autoptr (VnusChangeSet) logged = pass_through_log (set, file);
      g_autoptr (VnusChangeSet) difference = vnus_change_set_new_difference (before, after);
      g_autoptr (VnusChronicle) replayed = copy_all (before);
      g_autoptr (VnusChronicle) compared = copy_all (before);
      g_autofree char *old = to_json (before);
      g_autofree char *new = to_json (after);

      assert_leads_to (set, before, new);
      assert_leads_to (set, before, new);
      assert_leads_to (logged, replayed, new);
      assert_leads_to (difference, compared, new);
      assert_leads_to (inverse, before, old);
      assert_leads_to (inverse, before, old);
      assert_clash_changes_nothing (set, before, old);
    }

  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/change-set/json", test_json);
  g_test_add_func ("/vnus/change-set/log", test_log);
  for (guint i = 0; i < G_N_ELEMENTS (bad_logs); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/change-set/bad-log/", bad_logs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad_log);
    }
  g_test_add_func ("/vnus/change-set/files", test_files);
  g_test_add_func ("/vnus/change-set/any", test_any);

  return g_test_run ();
}
