/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In whatever order registers, their files and their rows are read: the records are the
 * same. Which source is cited for what several tell is that which came first; so what
 * is compared is all but citations. */
#include "import-helpers.h"

#define TRIP(id, who, role, name, slug, start, end, locale, remarks)                                                     \
  "<trip who=\"" who "\" role=\"" role "\"><id>" id "</id><name>" name "</name><start-date>" start "</start-date>"       \
  "<end-date>" end "</end-date><country id=\"" slug "\">" slug "</country><locale>" locale "</locale><remarks>" remarks  \
  "</remarks></trip>"
#define OBAMA(id, slug, start, end, locale, remarks)                                                                     \
  TRIP (id, "obama-barack", "president", "Barack Obama", slug, start, end, locale, remarks)
#define KERRY(id, slug, start, end, locale, remarks)                                                                     \
  TRIP (id, "kerry-john-forbes", "secretary", "John Forbes Kerry", slug, start, end, locale, remarks)
#define VISIT(id, day, visitor, slug)                                                                                    \
  "<visit><id>" id "</id><start-date>" day "</start-date><end-date>" day "</end-date><visitor>" visitor "</visitor>"     \
  "<from id=\"" slug "\">" slug "</from><description>Official visit.</description></visit>"

static const char *const president[] = {
  OBAMA ("1", "vietnam", "2016-05-23", "2016-05-25", "Hanoi, Ho-Chi-Minh City", "Met with President Tran Dai Quang."),
  OBAMA ("2", "canada", "2016-06-29", "2016-06-29", "Ottawa, Sydney (Nova Scotia)", ""),
  OBAMA ("3", "australia", "2014-11-15", "2014-11-16", "Sydney, Springfield", "Attended the summit."),
  OBAMA ("4", "ireland", "2011-05-23", "2011-05-24", "Springfield", "Met with President Anna Novák."),
  NULL
};
static const char *const secretary[] = {
  KERRY ("11", "vietnam", "2016-05-22", "2016-05-25", "Hanoi, Ho Chi Minh City", "Accompanied President Obama."),
  KERRY ("12", "vietnam", "2015-08-06", "2015-08-08", "Hanoi", "Met with President Trần Đại Quang."),
  KERRY ("13", "australia", "2014-11-15", "2014-11-16", "Sydney",
         "Accompanied President Obama. Met with Prime Minister Ian Young."),
  KERRY ("14", "canada", "2014-10-28", "2014-10-28", "Ottawa", ""),
  NULL
};
static const char *const visits[] = {
  VISIT ("21", "2015-07-07", "President Tran Dai Quang", "vietnam"),
  VISIT ("22", "2016-02-15", "President Anna Novak (Nova)", "ireland"),
  VISIT ("23", "2016-03-15", "President Anna Novák", "ireland"),
  NULL
};

static void
write_rows (Folder            *folder,
            const char        *name,
            const char        *root,
            const char *const *rows,
            gboolean           backwards)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    g_string_insert (text, backwards ? 0 : -1, rows[i]);
  g_string_prepend (text, ">");
  g_string_prepend (text, root);
  g_string_prepend (text, "<");
  g_string_append_printf (text, "</%s>", root);
  folder_write (folder, name, text->str, -1);
}

static void
import_from (VnusChronicle *chronicle,
             const char    *format,
             Folder        *folder,
             const char    *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  import_into (chronicle, format, path);
}

static void
assert_same_record (VnusRecord *record,
                    VnusRecord *other)
{
  const VnusKind kind = vnus_record_get_kind (record);
  g_auto (GStrv) names = vnus_field_list_names (kind);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VnusValue) value = vnus_record_dup_value (record, names[i]);
      g_autoptr (VnusValue) other_value = vnus_record_dup_value (other, names[i]);
      g_autofree char *text = value != NULL ? vnus_value_to_string (value) : NULL;
      g_autofree char *other_text = other_value != NULL ? vnus_value_to_string (other_value) : NULL;

      if (g_strcmp0 (text, other_text) != 0)
        g_error ("%s/%s: %s against %s", vnus_record_get_id (record), names[i], text, other_text);
    }
}

static void
assert_same_records (VnusChronicle *chronicle,
                     VnusChronicle *other)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);
      VnusRecord *twin = vnus_chronicle_lookup (other, vnus_record_get_id (record));

      if (twin == NULL || vnus_record_get_kind (twin) != vnus_record_get_kind (record))
        g_error ("%s is in one order alone", vnus_record_get_id (record));
      assert_same_record (record, twin);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, n);
}

/* Files of one register: together, one after the other, and with their rows turned round. */
static void
test_files (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr (VnusChronicle) together = vnus_chronicle_new ("together");
  VnusEvent *visit;

  write_rows (folder, "a.xml", "trips", president, FALSE);
  write_rows (folder, "b.xml", "trips", secretary, FALSE);
  import_from (together, "travels", folder, "");
  visit = VNUS_EVENT (vnus_chronicle_lookup (together, "obama-vn-2016"));
  g_assert_cmpuint (vnus_event_get_n_participants (visit), ==, 3);
  g_assert_cmpstr (vnus_place_get_within (VNUS_PLACE (vnus_chronicle_lookup (together, "sydney"))), ==, "au");

  for (guint order = 0; order < 4; order++)
    {
      const char *const names[] = { "a.xml", "b.xml" };
      g_autoptr (VnusChronicle) apart = vnus_chronicle_new ("apart");

      write_rows (folder, "a.xml", "trips", president, order >= 2);
      write_rows (folder, "b.xml", "trips", secretary, order >= 2);
      import_from (apart, "travels", folder, names[order % 2]);
      import_from (apart, "travels", folder, names[1 - order % 2]);
      assert_same_records (together, apart);
    }
}

/* What was joined of two files stays so whichever of them is read again. */
static void
test_again (Folder        *folder,
            gconstpointer  data)
{
  static const char *const names[] = { "a.xml", "b.xml", "" };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("again");

  write_rows (folder, "a.xml", "trips", president, FALSE);
  write_rows (folder, "b.xml", "trips", secretary, FALSE);
  import_from (chronicle, "travels", folder, "b.xml");
  import_from (chronicle, "travels", folder, "a.xml");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autoptr (VnusImporter) importer = importer_of ("travels");
      g_autoptr (VnusChangeSet) changes = read_path (importer, path, chronicle);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 0);
    }
}

/* Whoever has one name is one person, unless more years lie between than anybody is in
 * office: then both rows are named. */
static void
test_namesakes (Folder        *folder,
                gconstpointer  data)
{
  static const char *const rows[] = {
    VISIT ("31", "1930-07-07", "President Anna Novak", "ireland"),
    VISIT ("32", "1980-07-07", "President Anna Novak", "ireland"),
    VISIT ("33", "2016-07-07", "President Anna Novak", "ireland"),
    VISIT ("34", "1900-07-07", "President Karl Novak", "austria"),
    VISIT ("35", "1950-07-07", "President Karl Novak", "austria"),
    NULL
  };
  g_autoptr (VnusImporter) importer = importer_of ("visits");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autofree char *issues = NULL;

  write_rows (folder, "x.xml", "visits", rows, FALSE);
  changes = read_path (importer, folder->path, NULL);
  issues = issues_of (importer, folder->path);
  g_assert_cmpstr (issues, ==,
                   "x.xml:1 anna-novak: warning: Whether Anna Novak of the row “33” and of “31” (x.xml:1) is one person is "
                   "doubtful: 86 years lie between them; both are kept as one. [namesakes]\n");
}

static const char *const formats[] = { "gsh", "pocom", "rdcr", "travels", "visits" };

static void
import_fixture (VnusChronicle *chronicle,
                const char    *format,
                Folder        *folder)
{
  if (g_str_equal (format, "travels") || g_str_equal (format, "visits"))
    import_from (chronicle, format, folder, g_str_equal (format, "visits") ? "visits.xml" : "travels.xml");
  else
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", format, NULL);

      import_into (chronicle, format, path);
    }
}

/* The @n-th order of them. */
static void
permute (guint        n,
         const char **order)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_ptr_array_add (rest, (gpointer) formats[i]);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      guint which = n % rest->len;

      n /= rest->len;
      order[i] = g_ptr_array_remove_index (rest, which);
    }
}

/* The five registers in all of the 120 orders. */
static void
test_registers (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr (VnusChronicle) first = NULL;

  write_rows (folder, "travels.xml", "trips", secretary, FALSE);
  write_rows (folder, "visits.xml", "visits", visits, FALSE);
  for (guint n = 0; n < 120; n++)
    {
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("order");
      const char *order[G_N_ELEMENTS (formats)];

      permute (n, order);
      for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        import_fixture (chronicle, order[i], folder);
      if (first == NULL)
        {
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chronicle)), >, 60);
          first = g_steal_pointer (&chronicle);
        }
      else
        assert_same_records (first, chronicle);
    }
}

/* The registers themselves, forwards and backwards. */
static void
test_real (void)
{
  static const struct { const char *format, *path; } registers[] = {
    { "executives", "executive.yaml" }, { "gsh", "historyatstate/gsh" }, { "visits", "historyatstate/visits" },
    { "rdcr", "historyatstate/rdcr" }, { "pocom", "historyatstate/pocom" }, { "travels", "historyatstate/travels" },
  };
  const guint n = G_N_ELEMENTS (registers);
  g_autoptr (VnusChronicle) forwards = vnus_chronicle_new ("order");
  g_autoptr (VnusChronicle) backwards = vnus_chronicle_new ("order");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = find_data (registers[i].path);
      g_autofree char *other = path != NULL ? find_data (registers[n - 1 - i].path) : NULL;

      if (path == NULL || other == NULL)
        return;
      import_into (forwards, registers[i].format, path);
      import_into (backwards, registers[n - 1 - i].format, other);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (forwards)), >, 20000);
  assert_same_records (forwards, backwards);
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vnus/importer/order/files", test_files);
  ADD ("/vnus/importer/order/again", test_again);
  ADD ("/vnus/importer/order/namesakes", test_namesakes);
  ADD ("/vnus/importer/order/registers", test_registers);
  g_test_add_func ("/vnus/importer/order/real", test_real);

  return g_test_run ();
}
