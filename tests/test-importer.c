/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Importers: what they make of good and bad files, and that nothing is lost. */
#include "import-helpers.h"

#define TRIP(id, extra)                                                                                           \
  "<trip role=\"president\" who=\"obama-barack\"><id>" id "</id><role>president</role><name>Barack Obama</name>"     \
  "<start-date>2009-02-19</start-date><end-date>2009-02-20</end-date><country id=\"canada\">Canada</country>"       \
  "<locale>Ottawa</locale><remarks>Met with Prime Minister Harper.</remarks>" extra "</trip>\n"

static void
test_formats (void)
{
  g_auto (GStrv) formats = vnus_importer_list_formats ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autoptr (VnusImporter) importer = importer_of (formats[i]);

      g_assert_cmpstr (vnus_importer_get_format (importer), ==, formats[i]);
      g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 0);
      if (i > 0)
        g_assert_cmpstr (formats[i - 1], <, formats[i]);
    }

  g_assert_null (vnus_importer_new ("trips", &error));
  g_assert_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT);
  g_assert_nonnull (strstr (error->message, "“trips”"));
  g_assert_nonnull (strstr (error->message, "travels"));
}

static void
test_paths (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (folder->path, "missing.xml", NULL);
  const char *const lists[][2] = { { NULL }, { missing, NULL }, { folder->path, NULL } };
  g_autoptr (VnusImporter) importer = importer_of ("travels");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vnus_importer_read (importer, lists[i], NULL, NULL, &error));
      g_assert_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_NO_FILE);
      if (lists[i][0] != NULL)
        g_assert_nonnull (strstr (error->message, lists[i][0]));
    }
}

/* A bare importer answers and fails; it does not crash. */
static void
test_bare (void)
{
  g_autoptr (VnusImporter) importer = g_object_new (VNUS_TYPE_IMPORTER, NULL);
  g_autoptr (GListModel) issues = vnus_importer_list_issues (importer);
  const char *const paths[] = { "x", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_importer_get_format (importer));
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 0);
  g_assert_null (vnus_importer_read (importer, paths, NULL, NULL, &error));
  g_assert_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT);
}

/* Bad input */

#define DATED(id) "<trip who=\"obama-barack\" role=\"president\"><id>" id "</id><start-date>2009-02-19</start-date>" \
                  "<end-date>2009-02-19</end-date><country id=\"canada\">Canada</country></trip>"

static const BadFile bads[] = {
  { "truncated", "<trips>\n" TRIP ("1", "") "<trip who=\"x\"><id>2</id>\n<locale>Pa", 1, 0, "x.xml:4: error: The XML is not well-formed" },
  { "not-xml", "id,who\n1,2\n", 0, 0, "x.xml:1: error: The XML is not well-formed" },
  { "empty", "", 0, 0, "x.xml:1: error: The XML is not well-formed" },
  { "wrong-encoding", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<trips>\n<trip><id>M\xfcnchen</id></trip></trips>", 0, 0,
    "x.xml:3: error: The XML is not well-formed" },
  { "unknown-encoding", "<?xml version=\"1.0\" encoding=\"x-nobody\"?><trips/>", 0, 0, "x.xml:1: error: The XML is not" },
  { "mismatch", "<trips><trip></trips>", 0, 0, "x.xml:1: error: The XML is not well-formed" },
  { "bomb", "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">"
    "]>\n<trips><trip><id>&c;</id></trip></trips>", 0, 0, "error: The " },
  { "bomb-in-attribute", "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
    "<trips x=\"&b;\"/>", 0, 0, "error: The " },
  { "external-entity", "<!DOCTYPE t [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><trips><trip><id>&a;</id></trip></trips>",
    0, 0, "error: The file declares entities" },
  { "parameter-entity", "<!DOCTYPE t [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/x\"> %a;]><trips/>", 0, 0,
    "error: The " },
  { "undeclared-entity", "<trips><trip><id>&nowhere;</id></trip></trips>", 0, 0, "x.xml:1: error: The XML is not" },
  { "other-root", "<visits/>", 0, 0, "x.xml: note: Not read: its root is “visits”; expected trips" },
  { "missing-id", "<trips>\n<trip who=\"a\"><country id=\"b\"/></trip></trips>", 1, 1, "x.xml:2: error: “id” is missing" },
  { "missing-who", "<trips>\n<trip><id>1</id><country id=\"b\"/></trip></trips>", 1, 1, "x.xml:2: error: “who” is missing" },
  { "missing-country", "<trips>\n<trip who=\"a\"><id>1</id></trip></trips>", 1, 1, "x.xml:2: error: “country” is missing" },
  { "bad-date", "<trips><trip who=\"a\"><id>1</id><start-date>2009-02-30</start-date><country id=\"canada\"/></trip></trips>",
    1, 1, "error: “2009-02-30” in “start-date” is no date" },
  { "reversed", "<trips><trip who=\"a\"><id>1</id><start-date>2009-02-03</start-date><end-date>2009-02-01</end-date>"
    "<country id=\"canada\"/></trip></trips>", 1, 1, "error: “2009-02-01” in “end-date” lies before “2009-02-03”" },
  { "same-row", "<trips>\n" DATED ("1") "\n" DATED ("2") "</trips>", 2, 0,
    "x.xml:3: warning: The row “2” tells the same as “1” (x.xml:2); both are kept." },
  { "same-id", "<trips>\n" TRIP ("1", "") TRIP ("1", "") "</trips>", 2, 1, "x.xml:3: error: The row “1” was read before, from x.xml:2" },
};

static void
test_bad (Folder        *folder,
          gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChangeSet) changes = read_bad (folder, importer, data);
}

/* A fault in one file keeps no other from being read. */
static void
test_goes_on (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");

  folder_write (folder, "a.xml", "<trips><trip", -1);
  folder_write (folder, "b.xml", "<trips>" TRIP ("1", "") "</trips>", -1);
  folder_write (folder, "c.txt", "not to be read", -1);
  changes = read_path (importer, folder->path, NULL);

  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 1);
  apply (changes, chronicle);
  g_assert_cmpuint (vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT), ==, 1);
}

/* A row has a limit, a file of many rows has none. */
static void
test_limits (Folder        *folder,
             gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (VNUS_IMPORTER_MAX_ROW_SIZE + 65536, 'x');
  g_autofree char *bad = g_strconcat ("<trips>" TRIP ("1", "") "<trip who=\"a\"><remarks>", long_text,
                                      "</remarks></trip></trips>", NULL);
  g_autoptr (GString) good = g_string_new ("<trips>");
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChangeSet) changes = NULL, more = NULL;
  g_autofree char *issues = NULL;

  folder_write (folder, "x.xml", bad, -1);
  changes = read_path (importer, folder->path, NULL);
  issues = issues_of (importer, folder->path);
  if (strstr (issues, "error: A row is longer than 4,194,304 bytes") == NULL)
    g_error ("got:\n%s", issues);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 1);

  for (guint i = 0; i < 5; i++)
    g_string_append_printf (good, "<trip who=\"obama-barack\"><id>%u</id><country id=\"canada\">Canada</country><x>%.*s</x></trip>",
                            i, VNUS_IMPORTER_MAX_ROW_SIZE / 2, long_text);
  g_string_append (good, "</trips>");
  folder_write (folder, "x.xml", good->str, -1);
  more = read_path (importer, folder->path, NULL);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 5);
}

/* What an importer made before is what it finds. */
static void
test_again (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) changes = NULL, again = NULL;
  g_autofree char *text = NULL;

  folder_write (folder, "x.xml", "<trips>" TRIP ("1", "") "</trips>", -1);
  changes = read_path (importer, folder->path, chronicle);
  apply (changes, chronicle);
  again = read_path (importer, folder->path, chronicle);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 0);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNCHANGED), ==, 1);
  text = vnus_importer_to_text (importer, "vi");
  g_assert_nonnull (strstr (text, "1 dòng không thay đổi"));
}

/* A register is read file by file as well as whole: nothing goes of what another
 * file told, nor does what it is complete for shrink. */
static void
test_one_file_again (Folder        *folder,
                     gconstpointer  data)
{
  static const char *const files[] = { "clinton.xml", "obama.xml" };
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("test");
  g_autoptr (VnusChangeSet) changes = NULL;
  VnusRecord *visit;

  folder_write (folder, files[0],
                "<trips><trip role=\"secretary\" who=\"clinton-hillary-rodham\"><id>2</id><name>Hillary Rodham Clinton</name>"
                "<start-date>2009-02-19</start-date><end-date>2009-02-20</end-date><country id=\"canada\">Canada</country>"
                "<locale>Ottawa</locale><remarks>Accompanied President Obama.</remarks></trip></trips>", -1);
  folder_write (folder, files[1],
                "<trips>" TRIP ("1", "") "<trip role=\"president\" who=\"obama-barack\"><id>3</id><name>Barack Obama</name>"
                "<start-date>2009-04-01</start-date><end-date>2009-04-02</end-date><country id=\"france\">France</country>"
                "</trip></trips>", -1);
  changes = read_path (importer, folder->path, chronicle);
  apply (changes, chronicle);
  visit = vnus_chronicle_lookup (chronicle, "obama-ca-2009");
  g_assert_cmpuint (vnus_event_get_n_participants (VNUS_EVENT (visit)), ==, 2);
  visit = vnus_chronicle_lookup (chronicle, "clinton-ca-2009");
  g_assert_cmpuint (vnus_event_get_n_part_of (VNUS_EVENT (visit)), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, files[i], NULL);
      g_autoptr (VnusChangeSet) again = read_path (importer, path, chronicle);
      g_autofree char *text = vnus_change_set_to_text (again, "en");

      g_assert_cmpstr (text, ==, "No changes.\n");
    }
}

static void
count_progress (VnusImporter *importer,
                double        fraction,
                const char   *file,
                gpointer      user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_true (g_str_has_suffix (file, ".xml"));
  *last = fraction;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
read_async (VnusImporter *importer,
            const char   *path,
            GCancellable *cancellable)
{
  const char *const paths[] = { path, NULL };
  GAsyncResult *result = NULL;

  vnus_importer_read_async (importer, paths, NULL, G_PRIORITY_DEFAULT, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VnusChangeSet) changes = NULL, none = NULL;
  g_autoptr (GAsyncResult) result = NULL, cancelled = NULL;
  g_autoptr (GError) error = NULL;
  double last = -1.0;

  g_signal_connect (importer, "progress", G_CALLBACK (count_progress), &last);
  folder_write (folder, "x.xml", "<trips>" TRIP ("1", "") "</trips>", -1);
  result = read_async (importer, folder->path, NULL);
  changes = vnus_importer_read_finish (importer, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_MADE), ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (last, >, 0.0);

  g_cancellable_cancel (cancellable);
  cancelled = read_async (importer, folder->path, cancellable);
  none = vnus_importer_read_finish (importer, cancelled, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cancelled from within: it ends soon, and with nothing. */
static void
cancel_at_once (VnusImporter *importer,
                double        fraction,
                const char   *file,
                gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr (VnusImporter) importer = importer_of ("travels");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *const paths[] = { folder->path, NULL };
  g_autoptr (VnusChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  folder_write (folder, "x.xml", "<trips>" TRIP ("1", "") "</trips>", -1);
  g_signal_connect (importer, "progress", G_CALLBACK (cancel_at_once), cancellable);
  changes = vnus_importer_read (importer, paths, NULL, cancellable, &error);
  g_assert_null (changes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (vnus_importer_count_rows (importer, VNUS_ROW_OUTCOME_UNSET), ==, 0);
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

/* What is wrong with a file is an issue, and nothing on standard error. */
static void
test_silent (Folder        *folder,
             gconstpointer  data)
{
  static const char text[] = "\xff\xfe<\0t\0r\0i\0p\0s\0>\0\0\xd8\0\0<\0/\0t\0r\0i\0p\0s\0>\0";

  if (g_test_subprocess ())
    {
      g_autoptr (VnusImporter) importer = importer_of ("travels");
      g_autofree char *path = g_build_filename (folder->path, "x.xml", NULL);
      g_autoptr (VnusChangeSet) changes = NULL;
      g_autofree char *issues = NULL;

      folder_write (folder, "x.xml", text, sizeof text - 1);
      changes = read_path (importer, path, NULL);
      issues = issues_of (importer, folder->path);
      g_assert_nonnull (strstr (issues, "x.xml:1: error: The XML is not well-formed"));
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*encod*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/importer/formats", test_formats);
  g_test_add_func ("/vnus/importer/bare", test_bare);
  ADD ("/vnus/importer/paths", test_paths);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/importer/bad/", bads[i].name, NULL);

      g_test_add (path, Folder, &bads[i], folder_set_up, test_bad, folder_tear_down);
    }
  ADD ("/vnus/importer/goes-on", test_goes_on);
  ADD ("/vnus/importer/limits", test_limits);
  ADD ("/vnus/importer/silent", test_silent);
  ADD ("/vnus/importer/again", test_again);
  ADD ("/vnus/importer/again/one-file", test_one_file_again);
  ADD ("/vnus/importer/async", test_async);
  ADD ("/vnus/importer/cancel", test_cancel);

  return g_test_run ();
}
