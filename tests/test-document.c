/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The corpus of documents: what loads, what does not, and what comes back. */
#include "document-helpers.h"

#include "io/document-loader-private.h"
#include "model/vnus-kind-private.h"

/* Bad documents: one file a case, told in invalid.tsv. */

typedef struct
{
  char  *file;
  int    code;
  char  *line;
  char  *pointer; /* "-" for none */
  char  *part;    /* of the message */
  char **columns; /* (owned) what the texts are parts of */
} Invalid;

static void
free_invalid (gpointer data)
{
  Invalid *invalid = data;

  g_strfreev (invalid->columns);
  g_free (invalid);
}

static int
parse_code (const char *nick)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (VNUS_TYPE_DOCUMENT_ERROR);
  const GEnumValue *value = g_enum_get_value_by_nick (codes, nick);

  if (value == NULL)
    g_error ("“%s” is no code", nick);

  return value->value;
}

static GPtrArray *
read_invalid (void)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (free_invalid);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "documents", "invalid.tsv", NULL);
  g_autoptr (GBytes) bytes = read_path (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      {
        char **columns = g_strsplit (lines[i], "\t", -1);
        Invalid *invalid = g_new (Invalid, 1);

        g_assert_cmpuint (g_strv_length (columns), ==, 5);
        *invalid = (Invalid) { columns[0], parse_code (columns[1]), columns[2], columns[3], columns[4], columns };
        g_ptr_array_add (cases, invalid);
      }

  return cases;
}

/* FILE:LINE: /pointer: … */
static void
check_message (const Invalid *invalid,
               const char    *name,
               const char    *message)
{
  g_autofree char *start = g_strconcat (name, ":", invalid->line, ": ",
                                        invalid->pointer[0] == '-' ? "" : invalid->pointer,
                                        invalid->pointer[0] == '-' ? "" : ": ", NULL);

  if (!g_str_has_prefix (message, start))
    g_error ("“%s” does not begin with “%s”", message, start);
  assert_contains (message, invalid->part);
  g_assert_true (g_utf8_validate (message, -1, NULL));
}

static void
test_invalid (gconstpointer data)
{
  const Invalid *invalid = data;
  g_autofree char *path = corpus_path ("invalid", invalid->file);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = read_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_assert_null (vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, NULL, &error));
  g_assert_error (error, VNUS_DOCUMENT_ERROR, invalid->code);
  check_message (invalid, path, error->message);

  message = load_bad (bytes, invalid->file, invalid->code);
  check_message (invalid, invalid->file, message);
}

static void
count_finalized (gpointer  data,
                 GObject  *object)
{
  (*(guint *) data)++;
}

/* Records join a chronicle by being sealed: none of a failed load is, nobody
 * else holds any, and all go with the loader. */
static void
test_nothing_built (gconstpointer data)
{
  const GPtrArray *cases = data;

  for (guint i = 0; i < cases->len; i++)
    {
      const Invalid *invalid = g_ptr_array_index (cases, i);
      g_autoptr (GBytes) bytes = read_corpus ("invalid", invalid->file);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
      guint n_finalized = 0, n_records;
      VnusLoader loader;

      _vnus_loader_init (&loader, invalid->file, VNUS_LOAD_FLAGS_NONE, NULL);
      g_assert_null (_vnus_loader_load (&loader, stream, 0));
      g_assert_error (loader.error, VNUS_DOCUMENT_ERROR, invalid->code);

      n_records = loader.records->len;
      for (guint j = 0; j < n_records; j++)
        {
          GObject *record = g_ptr_array_index (loader.records, j);

          g_assert_false (vnus_record_is_sealed (VNUS_RECORD (record)));
          g_assert_cmpuint (record->ref_count, ==, 1);
          g_object_weak_ref (record, count_finalized, &n_finalized);
        }

      _vnus_loader_clear (&loader);
      g_assert_cmpuint (n_finalized, ==, n_records);
    }
}

/* No file without a case. */
static void
test_all_told (gconstpointer data)
{
  const GPtrArray *cases = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "documents", "invalid", NULL);

  g_assert_cmpuint (count_files (path), ==, cases->len);
}

/* Good documents */

/* In their canonical form: the same bytes come back, in either form. */
static const char *const valid[] = {
  "empty.json", "empty.jsonl", "escapes.json", "every-kind.json", "every-kind.jsonl", "order.json",
};

static GBytes *
write_as (VnusChronicle *chronicle,
          gboolean       is_lines)
{
  return is_lines ? vnus_chronicle_to_json_lines (chronicle) : vnus_chronicle_to_json (chronicle);
}

static void
check_round_trip (GBytes        *bytes,
                  const char    *name,
                  VnusLoadFlags  flags)
{
  gboolean is_lines = g_str_has_suffix (name, ".jsonl");
  g_autoptr (VnusChronicle) chronicle = load_good (bytes, name, flags);
  g_autoptr (GBytes) same = write_as (chronicle, is_lines);
  g_autoptr (GBytes) other = write_as (chronicle, !is_lines);
  g_autoptr (VnusChronicle) copy = load_good (other, is_lines ? "other.json" : "other.jsonl", flags);
  g_autoptr (GBytes) back = write_as (copy, is_lines);

  assert_same_bytes (bytes, same);
  assert_same_bytes (bytes, back);
}

static void
test_valid (gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", data);

  check_round_trip (bytes, data, VNUS_LOAD_FLAGS_NONE);
}

/* The same written otherwise. */
static const char *const loose[] = { "escapes.json", "order.json", "order.jsonl" };

static void
test_loose (gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_corpus ("loose", data);
  g_autofree char *stem = g_strndup (data, strcspn (data, "."));
  g_autofree char *name = g_strconcat (stem, ".json", NULL);
  g_autoptr (GBytes) canonical = read_corpus ("valid", name);
  /* Told by the content alone. */
  g_autoptr (VnusChronicle) chronicle = load_good (bytes, "document", VNUS_LOAD_FLAGS_NONE);
  g_autoptr (GBytes) written = vnus_chronicle_to_json (chronicle);

  assert_same_bytes (canonical, written);
}

/* A document with references to records that others have. */
static void
test_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "documents", "example.json", NULL);
  g_autoptr (GBytes) bytes = read_path (path);
  g_autofree char *message = load_bad (bytes, "example.json", VNUS_DOCUMENT_ERROR_DANGLING_REFERENCE);

  g_assert_true (g_str_has_prefix (message, "example.json:12: /records/0/places/0: record “biden-vn-2023”: “hanoi” "));
  check_round_trip (bytes, "example.json", VNUS_LOAD_FLAGS_LENIENT);
}

/* The corpus misses nothing that a document can say. */
static void
test_every_kind (void)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", "every-kind.json");
  g_autoptr (VnusChronicle) chronicle = load_good (bytes, "every-kind.json", VNUS_LOAD_FLAGS_NONE);

  for (VnusKind kind = VNUS_KIND_UNSET + 1; _vnus_kind_is_valid (kind); kind++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (chronicle, kind, 0);
      guint n_fields;
      VnusField *const *fields = _vnus_kind_get_fields (kind, &n_fields);

      g_assert_nonnull (record);
      g_assert_true (vnus_record_is_sealed (record));
      for (guint i = 0; i < n_fields; i++)
        if (!_vnus_field_is_set (fields[i], record))
          g_error ("%s has no %s", vnus_record_get_id (record), fields[i]->name);
    }
}

static void
test_values (void)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", "order.json");
  g_autoptr (VnusChronicle) chronicle = load_good (bytes, "order.json", VNUS_LOAD_FLAGS_NONE);
  VnusRecord *record = vnus_chronicle_lookup (chronicle, "x");
  VnusVisit *visit = VNUS_VISIT (record);
  VnusParticipant *guest = vnus_event_get_participant (VNUS_EVENT (record), 0);
  VnusCitation *citation = vnus_record_get_citation (record, 0);
  VnusRecord *office = vnus_chronicle_lookup (chronicle, "us-president");

  g_assert_cmpstr (vnus_chronicle_get_id (chronicle), ==, "order");
  g_assert_cmpstr (vnus_text_get (vnus_chronicle_get_label (chronicle), "vi"), ==, "Thứ tự");
  g_assert_cmpstr (vnus_visit_get_host (visit), ==, "vn");
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (record))), ==, "2023-09-10/2023-09-11");
  g_assert_cmpint (vnus_event_get_status (VNUS_EVENT (record)), ==, VNUS_STATUS_HELD);
  g_assert_null (vnus_participant_get_actor (guest));
  g_assert_cmpint (vnus_participant_get_role (guest), ==, VNUS_ROLE_GUEST);
  g_assert_cmpstr (vnus_participant_get_capacity (guest), ==, "us-president");
  g_assert_cmpstr (vnus_citation_get_field (citation), ==, "status");
  g_assert_cmpint (vnus_value_get_integer (vnus_citation_get_value (citation)), ==, VNUS_STATUS_HELD);
  g_assert_cmpstr (vnus_date_get_text (vnus_citation_get_known (citation)), ==, "2023-09-11");
  g_assert_cmpint (vnus_record_get_presence (office, "portfolio"), ==, VNUS_PRESENCE_NONE);
  g_assert_cmpint (vnus_record_get_presence (office, "rank"), ==, VNUS_PRESENCE_UNKNOWN);
  g_assert_cmpint (vnus_record_get_presence (office, "of"), ==, VNUS_PRESENCE_RECORDED);
}

/* One id, however often it is said, is one string. */
static void
test_ids_are_shared (void)
{
  g_autoptr (GBytes) bytes = read_corpus ("valid", "order.json");
  g_autoptr (VnusChronicle) chronicle = load_good (bytes, "order.json", VNUS_LOAD_FLAGS_NONE);
  VnusRecord *state = vnus_chronicle_lookup (chronicle, "vn");
  VnusVisit *visit = VNUS_VISIT (vnus_chronicle_lookup (chronicle, "x"));

  g_assert_true (vnus_visit_get_host (visit) == vnus_record_get_id (state));
}

/* Shipped chronicles */

static void
test_shipped (void)
{
  g_auto (GStrv) names = vnus_chronicle_list_shipped ();

  g_assert_true (g_strv_contains ((const char *const *) names, "vietnam-us"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (names[i], ".json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "libvnus", "data", file, NULL);
      g_autoptr (GBytes) bytes = read_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open (names[i], &error);
      g_autoptr (GBytes) written = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (vnus_chronicle_get_id (chronicle), ==, names[i]);
      written = vnus_chronicle_to_json (chronicle);
      assert_same_bytes (bytes, written);
      check_round_trip (bytes, file, VNUS_LOAD_FLAGS_NONE);
    }
}

static void
test_open (void)
{
  g_autofree char *path = corpus_path ("valid", "order.json");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) by_path = vnus_chronicle_open (path, &error);
  g_autoptr (VnusChronicle) by_uri = vnus_chronicle_open (uri, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vnus_chronicle_get_id (by_path), ==, "order");
  g_assert_cmpstr (vnus_chronicle_get_id (by_uri), ==, "order");

  g_assert_null (vnus_chronicle_open ("vietnam-usa", &error));
  g_assert_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_NOT_SHIPPED);
  assert_contains (error->message, "vietnam-us,");
  g_clear_error (&error);

  /* With a dot it is a file, as it was typed. */
  g_assert_null (vnus_chronicle_open ("./vietnam-us", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "./vietnam-us: "));
}

static void
test_lenient (void)
{
  static const char *const forgiven[] = {
    "dangling.json", "dangling-source.json", "wrong-kind-forwards.json", "wrong-kind-backwards.json",
    "citation-missing.json",
  };
  static const char *const not_forgiven[] = { "duplicate-id.json", "date-no-such-day.json", "reference-bad-id.json" };

  for (guint i = 0; i < G_N_ELEMENTS (forgiven); i++)
    {
      g_autoptr (GBytes) bytes = read_corpus ("invalid", forgiven[i]);
      g_autoptr (VnusChronicle) chronicle = load_good (bytes, forgiven[i], VNUS_LOAD_FLAGS_LENIENT);

      g_assert_nonnull (vnus_chronicle_lookup (chronicle, "x"));
    }

  for (guint i = 0; i < G_N_ELEMENTS (not_forgiven); i++)
    {
      g_autoptr (GBytes) bytes = read_corpus ("invalid", not_forgiven[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (vnus_chronicle_load_bytes (bytes, NULL, VNUS_LOAD_FLAGS_LENIENT, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "document:"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) cases = NULL;

  g_test_init (&argc, &argv, NULL);

  cases = read_invalid ();
  for (guint i = 0; i < cases->len; i++)
    {
      Invalid *invalid = g_ptr_array_index (cases, i);
      g_autofree char *path = g_strconcat ("/vnus/document/invalid/", invalid->file, NULL);

      g_test_add_data_func (path, invalid, test_invalid);
    }
  g_test_add_data_func ("/vnus/document/nothing-built", cases, test_nothing_built);
  g_test_add_data_func ("/vnus/document/all-told", cases, test_all_told);

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/document/valid/", valid[i], NULL);

      g_test_add_data_func (path, valid[i], test_valid);
    }
  for (guint i = 0; i < G_N_ELEMENTS (loose); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/document/loose/", loose[i], NULL);

      g_test_add_data_func (path, loose[i], test_loose);
    }
  g_test_add_func ("/vnus/document/example", test_example);
  g_test_add_func ("/vnus/document/every-kind", test_every_kind);
  g_test_add_func ("/vnus/document/values", test_values);
  g_test_add_func ("/vnus/document/ids-are-shared", test_ids_are_shared);
  g_test_add_func ("/vnus/document/shipped", test_shipped);
  g_test_add_func ("/vnus/document/open", test_open);
  g_test_add_func ("/vnus/document/lenient", test_lenient);

  return g_test_run ();
}
