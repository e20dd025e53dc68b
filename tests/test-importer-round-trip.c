/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Out as sheets, one for each kind, and in again: the same records, to the last citation. */
#include "import-helpers.h"

typedef struct
{
  const char *format, *path;
} Register;

static const Register fixtures[] = {
  { "gsh", "gsh" }, { "pocom", "pocom" }, { "rdcr", "rdcr" },
};
static const Register registers[] = {
  { "executives", "executive.yaml" }, { "travels", "historyatstate/travels" }, { "visits", "historyatstate/visits" },
  { "pocom", "historyatstate/pocom" }, { "gsh", "historyatstate/gsh" }, { "rdcr", "historyatstate/rdcr" },
};

/* A sheet for each kind of which there are records. */
static void
write_sheets (Folder        *folder,
              VnusChronicle *chronicle)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (VNUS_TYPE_KIND);

  for (guint i = 0; i < kinds->n_values; i++)
    {
      const VnusKind kind = (VnusKind) kinds->values[i].value;
      g_autofree char *name = g_strconcat (kinds->values[i].value_nick, ".csv", NULL);
      g_autoptr (GBytes) sheet = NULL;
      gsize length;
      const char *text;

      if (kind == VNUS_KIND_UNSET || vnus_chronicle_get_n_of_kind (chronicle, kind) == 0)
        continue;
      sheet = vnus_chronicle_to_csv (chronicle, kind);
      text = g_bytes_get_data (sheet, &length);
      folder_write (folder, name, text, (gssize) length);
    }
}

static void
assert_same (VnusChronicle *chronicle,
             VnusChronicle *other)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));

  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);
      VnusRecord *twin = vnus_chronicle_lookup (other, vnus_record_get_id (record));

      if (twin == NULL || !vnus_record_equal (record, twin))
        g_error ("%s is not the same again", vnus_record_get_id (record));
    }
}

static void
assert_unchanged (VnusChronicle *chronicle,
                  const char    *format,
                  const char    *path)
{
  g_autoptr (VnusImporter) importer = importer_of (format);
  g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), >, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_REFUSED), ==, 0);
}

/* Sheets of @chronicle into itself, and into a new one. */
static VnusChronicle *
test_sheets (Folder        *folder,
             VnusChronicle *chronicle)
{
  g_autoptr (VnusChronicle) again = vnus_chronicle_new ("again");

  write_sheets (folder, chronicle);
  assert_unchanged (chronicle, "csv", folder->path);
  import_into (again, "csv", folder->path);
  assert_same (chronicle, again);

  return g_steal_pointer (&again);
}

static void
test_fixtures (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("registers");
  g_autoptr (VnusChronicle) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", fixtures[i].path, NULL);

      import_into (chronicle, fixtures[i].format, path);
    }
  again = test_sheets (folder, chronicle);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (again, VNUS_KIND_ACCREDITATION), >, 0);
}

/* The registers themselves, saved and loaded in between; read into what the sheets have
 * given, they tell nothing new. */
static void
test_real (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("registers");
  g_autoptr (VnusChronicle) loaded = NULL;
  g_autoptr (VnusChronicle) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = find_data (registers[i].path);

      if (path == NULL)
        return;
      import_into (chronicle, registers[i].format, path);
    }

  loaded = reload (chronicle);
  again = test_sheets (folder, loaded);
  assert_same (chronicle, again);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = find_data (registers[i].path);
      g_autoptr (VnusImporter) importer = importer_of (registers[i].format);
      g_autoptr (VnusChangeSet) changes = read_path (importer, path, again);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
    }
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/importer/round-trip/fixtures", test_fixtures);
  ADD ("/vnus/importer/round-trip/real", test_real);

  return g_test_run ();
}
