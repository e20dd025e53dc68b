/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a chronicle is written as for others: every record is written or counted as
 * left out, and what is written is what others expect. Also what is told of the
 * library itself: schema, mappings, properties. */
#include <string.h>

#include <vnus/vnus.h>

static guint
count (const char *text,
       const char *piece)
{
  guint n = 0;

  for (const char *at = strstr (text, piece); at != NULL; at = strstr (at + 1, piece))
    n++;

  return n;
}

static char *
to_text (GBytes *bytes)
{
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_utf8_validate (text, (gssize) g_bytes_get_size (bytes), NULL));
  return text;
}

static GBytes *
write_timelinejs (VnusChronicle  *chronicle,
                  VnusQuery      *query,
                  const char     *language,
                  guint          *n_left_out,
                  GError        **error)
{
  return vnus_chronicle_to_timelinejs (chronicle, query, language, n_left_out);
}

typedef struct
{
  const char *name;
  GBytes   *(*write) (VnusChronicle *chronicle, VnusQuery *query, const char *language, guint *n_left_out, GError **error);
  const char *begins, *of_each; /* what stands once for each record */
} Form;

/* Of what a query finds, and of all that has a place there. */
static void
test_form (gconstpointer data)
{
  static const char *const queries[] = { "kind:visit host:vn", "kind:agreement", "kind:visit when:1800", NULL };
  static const char *const languages[] = { "en", "vi" };
  const Form *form = data;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (VnusQuery) query = queries[i] != NULL ? vnus_query_parse (queries[i], NULL) : NULL;
        g_autoptr (VnusMatches) matches = query != NULL ? vnus_query_run (query, chronicle) : NULL;
        g_autoptr (GError) error = NULL;
        guint n_left_out = G_MAXUINT;
        g_autoptr (GBytes) bytes = form->write (chronicle, query, languages[j], &n_left_out, &error);
        g_autofree char *text = NULL;

        if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
          {
            g_test_skip ("the library was built without it");
            return;
          }
        g_assert_no_error (error);
        text = to_text (bytes);
        g_assert_true (g_str_has_prefix (text, form->begins));
        if (matches != NULL)
          g_assert_cmpuint (count (text, form->of_each) + n_left_out, ==, vnus_matches_get_size (matches));
        else
          g_assert_cmpuint (count (text, form->of_each), >, 20);
      }
}

static const Form forms[] = {
  { "timelinejs", write_timelinejs, "{", "\"unique_id\"" },
  { "icalendar", vnus_chronicle_to_icalendar, "BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\n" },
};

/* A row for each guest of each visit that was held; the other visits are counted. */
static void
test_colt (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "ruritania.json", NULL);
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open (path, NULL);
  guint n_left_out = 0;
  g_autoptr (GBytes) bytes = vnus_chronicle_to_colt (chronicle, &n_left_out);
  g_autofree char *text = to_text (bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* the names, two rows, nothing */
  g_assert_true (g_str_has_prefix (lines[0], "TripID,"));
  g_assert_true (g_str_has_prefix (lines[1], "v1,"));
  g_assert_true (g_str_has_prefix (lines[2], "v5,"));
  g_assert_nonnull (strstr (lines[1], "2002-03-04"));
  g_assert_cmpuint (n_left_out + 2, ==, vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT));
}

/* Each kind of record is there under its name. */
static void
test_schema (void)
{
  g_autofree char *schema = vnus_document_dup_schema ();

  g_assert_true (g_str_has_prefix (schema, "{"));
  g_assert_cmpuint (count (schema, "{"), ==, count (schema, "}"));
  for (int kind = VNUS_KIND_UNSET + 1; vnus_kind_to_string ((VnusKind) kind) != NULL; kind++)
    {
      g_autofree char *name = g_strdup_printf ("\"%s\"", vnus_kind_to_string ((VnusKind) kind));

      g_assert_nonnull (strstr (schema, name));
      if (kind == VNUS_KIND_JUDGEMENT)
        break;
    }
}

static void
test_mappings (void)
{
  g_auto (GStrv) names = vnus_mapping_list_shipped ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_strv_contains ((const char *const *) names, "colt"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VnusMapping) mapping = vnus_mapping_open (names[i], &error);
      g_auto (GStrv) columns = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (vnus_mapping_get_name (mapping), ==, names[i]);
      columns = vnus_mapping_list_columns (mapping);
      g_assert_cmpuint (g_strv_length (columns), >, 0);
    }

  g_assert_null (vnus_mapping_open ("no-such", &error));
  g_assert_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_NOT_SHIPPED);
  g_assert_nonnull (strstr (error->message, "no-such"));
}

static void
test_report_of_issues (void)
{
  static const char *const languages[] = { "en", "vi" };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusValidator) validator = vnus_validator_new (chronicle);
  g_autoptr (VnusDate) standpoint = vnus_date_new_ymd (2023, 12, 1);
  g_autoptr (GListModel) issues = NULL, none = G_LIST_MODEL (g_list_store_new (VNUS_TYPE_ISSUE));

  vnus_validator_set_standpoint (validator, standpoint);
  issues = vnus_validator_list_issues (validator);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = vnus_validator_to_text (validator, issues, languages[i]);
      g_autofree char *json = vnus_validator_to_json (validator, issues, languages[i]);
      g_autofree char *nothing = vnus_validator_to_json (validator, none, languages[i]);

      g_assert_cmpuint (count (text, "\n"), >, g_list_model_get_n_items (issues));
      g_assert_cmpuint (count (json, "\"severity\""), ==, g_list_model_get_n_items (issues));
      g_assert_nonnull (strstr (json, "\"2023-12-01\""));
      g_assert_cmpuint (count (nothing, "\"severity\""), ==, 0);
      g_assert_nonnull (strstr (nothing, "\"errors\": 0"));
    }
}

/* Each property can be read by its name, and is what it is said to be. */
static void
read_properties (GObject *object)
{
  guint n = 0;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    if ((specs[i]->flags & G_PARAM_READABLE) != 0)
      {
        g_auto (GValue) value = G_VALUE_INIT;

        g_object_get_property (object, specs[i]->name, &value);
        g_assert_true (g_type_is_a (G_VALUE_TYPE (&value), specs[i]->value_type));
        if (g_str_equal (specs[i]->name, "chronicle"))
          g_assert_true (VNUS_IS_CHRONICLE (g_value_get_object (&value)));
      }
  g_object_unref (object);
}

static void
test_properties (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);

  read_properties (G_OBJECT (vnus_brief_new (chronicle, "biden-vn-2023")));
  read_properties (G_OBJECT (vnus_chart_new (chronicle)));
  read_properties (G_OBJECT (vnus_identity_new (chronicle)));
  read_properties (G_OBJECT (vnus_importer_new ("travels", NULL)));
  read_properties (G_OBJECT (vnus_inquiry_new (chronicle)));
  read_properties (G_OBJECT (vnus_mapping_open ("colt", NULL)));
  read_properties (G_OBJECT (vnus_timeline_new (chronicle, "biden-vn-2023")));
}

/* A chart is what it was told to be, and its shapes tell themselves apart. */
static void
test_chart (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusChart) chart = vnus_chart_new (chronicle);
  g_autoptr (VnusPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  vnus_chart_add_indicator (chart, "us-vn-trade");
  vnus_chart_set_width (chart, 700);
  g_assert_true (vnus_chart_get_chronicle (chart) == chronicle);
  g_assert_cmpuint (vnus_chart_get_n_indicators (chart), ==, 1);
  g_assert_cmpstr (vnus_chart_get_indicator (chart, 0), ==, "us-vn-trade");
  g_assert_null (vnus_chart_get_indicator (chart, 1));
  g_assert_cmpint (vnus_chart_get_width (chart), ==, 700);

  picture = vnus_chart_draw (chart, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpint (vnus_picture_get_width (picture), ==, 700);
  for (guint i = 0; i + 1 < vnus_picture_get_n_shapes (picture); i++)
    {
      g_autoptr (VnusShape) shape = vnus_shape_ref (vnus_picture_get_shape (picture, i));
      VnusShape *next = vnus_picture_get_shape (picture, i + 1);
      g_autofree char *words = vnus_shape_to_string (shape), *more = vnus_shape_to_string (next);

      g_assert_true (vnus_shape_equal (shape, shape));
      if (!g_str_equal (words, more))
        g_assert_false (vnus_shape_equal (shape, next));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/exports/", forms[i].name, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/vnus/exports/colt", test_colt);
  g_test_add_func ("/vnus/exports/schema", test_schema);
  g_test_add_func ("/vnus/exports/mappings", test_mappings);
  g_test_add_func ("/vnus/exports/report-of-issues", test_report_of_issues);
  g_test_add_func ("/vnus/exports/properties", test_properties);
  g_test_add_func ("/vnus/exports/chart", test_chart);

  return g_test_run ();
}
