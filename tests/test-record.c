/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every kind of record and every field of it, driven by the field tables. */
#include "sample-values.h"

#include "model/vnus-kind-private.h"

typedef void (*FieldTest) (VnusRecord *record, VnusField *field);

/* Runs @test on a new record for each field of the kind in @data. */
static void
foreach_field (gconstpointer data,
               FieldTest     test)
{
  VnusKind kind = GPOINTER_TO_INT (data);
  guint n_fields;
  VnusField **fields = _vnus_kind_get_fields (kind, &n_fields);

  g_assert_cmpuint (n_fields, >=, 4);
  for (guint i = 0; i < n_fields; i++)
    {
      VnusRecord *record = vnus_kind_make_record (kind, "sample");

      test (record, fields[i]);
      g_assert_finalize_object (record);
    }
}

static void
set (VnusRecord *record,
     VnusField  *field,
     VnusValue  *value)
{
  GError *error = NULL;

  vnus_record_set_value (record, field->name, value, &error);
  g_assert_no_error (error);
}

static void
assert_value (VnusRecord *record,
              VnusField  *field,
              VnusValue  *expected)
{
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field->name);

  if (expected == NULL)
    g_assert_null (value);
  else
    g_assert_true (value != NULL && vnus_value_equal (value, expected));
}

/* Defaults */

static void
check_default (VnusRecord *record,
               VnusField  *field)
{
  assert_value (record, field, NULL);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_ABSENT);
  g_assert_true (vnus_field_lookup (vnus_record_get_kind (record), field->name) == field);
  g_assert_cmpstr (vnus_field_get_name (field), ==, field->name);
  g_assert_cmpint (field->summary[strlen (field->summary) - 1], ==, '.');

  if (field->pspec != NULL)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (record), field->name, &value);
      g_assert_true (g_param_value_defaults (field->pspec, &value));
    }
}

static void
test_default (gconstpointer data)
{
  VnusKind kind = GPOINTER_TO_INT (data);
  VnusRecord *bare = g_object_new (vnus_kind_get_record_type (kind), NULL);
  VnusRecord *record = vnus_kind_make_record (kind, "sample");

  g_assert_cmpstr (vnus_record_get_id (bare), ==, "");
  g_assert_cmpstr (vnus_record_get_id (record), ==, "sample");
  g_assert_cmpint (vnus_record_get_kind (record), ==, kind);
  g_assert_false (vnus_record_is_sealed (record));
  g_assert_cmpuint (vnus_record_get_n_citations (record), ==, 0);
  g_assert_false (vnus_record_equal (bare, record));
  g_assert_finalize_object (bare);
  g_assert_finalize_object (record);

  foreach_field (data, check_default);
}

/* Setting by name, with notifications */

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
check_set (VnusRecord *record,
           VnusField  *field)
{
  g_autoptr (VnusValue) one = sample_value (field, 0);
  g_autoptr (VnusValue) two = sample_value (field, 1);
  guint n_expected = field->pspec != NULL ? 1 : 0;
  guint n_notified = 0;

  g_signal_connect (record, "notify", G_CALLBACK (count_notify), &n_notified);

  set (record, field, NULL);
  g_assert_cmpuint (n_notified, ==, 0);

  set (record, field, one);
  g_assert_cmpuint (n_notified, ==, n_expected);
  assert_value (record, field, one);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_RECORDED);

  set (record, field, one);
  g_assert_cmpuint (n_notified, ==, n_expected);

  set (record, field, two);
  g_assert_cmpuint (n_notified, ==, 2 * n_expected);
  assert_value (record, field, two);

  set (record, field, NULL);
  assert_value (record, field, NULL);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_ABSENT);
  /* A boolean was false before: what the property tells did not change. */
  g_assert_cmpuint (n_notified, ==, (field->type == VNUS_VALUE_TYPE_BOOLEAN ? 2 : 3) * n_expected);
}

static void
test_set (gconstpointer data)
{
  foreach_field (data, check_set);
}

/* Setting as a property */

static void
check_property (VnusRecord *record,
                VnusField  *field)
{
  g_auto (GValue) value = G_VALUE_INIT, initial = G_VALUE_INIT, unset = G_VALUE_INIT;
  g_autoptr (VnusRecord) other = NULL;
  g_autoptr (VnusValue) sample = NULL;
  guint n_notified = 0;

  if (field->pspec == NULL)
    return;

  g_object_get_property (G_OBJECT (record), field->name, &initial);
  other = vnus_kind_make_record (vnus_record_get_kind (record), "sample");
  sample = sample_value (field, 0);
  set (other, field, sample);
  g_object_get_property (G_OBJECT (other), field->name, &value);

  g_signal_connect (record, "notify", G_CALLBACK (count_notify), &n_notified);
  g_object_set_property (G_OBJECT (record), field->name, &value);
  g_assert_cmpuint (n_notified, ==, 1);
  assert_value (record, field, sample);
  g_assert_true (vnus_record_equal (record, other));

  g_object_set_property (G_OBJECT (record), field->name, &value);
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_set_property (G_OBJECT (record), field->name, &initial);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_get_property (G_OBJECT (record), field->name, &unset);
  g_assert_true (g_param_value_defaults (field->pspec, &unset));
}

static void
test_property (gconstpointer data)
{
  foreach_field (data, check_property);
}

/* Duplicating and comparing */

static void
check_equal (VnusRecord *record,
             VnusField  *field)
{
  g_autoptr (VnusValue) one = sample_value (field, 0);
  g_autoptr (VnusValue) two = sample_value (field, 1);
  VnusRecord *copy;

  set (record, field, one);
  vnus_record_seal (record);
  copy = vnus_record_duplicate (record);
  g_assert_false (vnus_record_is_sealed (copy));
  g_assert_true (G_OBJECT_TYPE (copy) == G_OBJECT_TYPE (record));
  g_assert_true (vnus_record_equal (copy, record));
  assert_value (copy, field, one);

  set (copy, field, two);
  g_assert_false (vnus_record_equal (copy, record));
  assert_value (record, field, one);

  set (copy, field, NULL);
  g_assert_false (vnus_record_equal (copy, record));
  g_assert_finalize_object (copy);
}

static void
test_equal (gconstpointer data)
{
  foreach_field (data, check_equal);
}

/* Sealing */

static void
check_sealed (VnusRecord *record,
              VnusField  *field)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (VnusRecord) other = NULL;
  g_autoptr (VnusValue) one = sample_value (field, 0);
  g_autoptr (VnusValue) two = sample_value (field, 1);

  set (record, field, one);
  vnus_record_seal (record);

  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_false (vnus_record_set_value (record, field->name, two, NULL));
  g_test_assert_expected_messages ();

  if (field->pspec != NULL)
    {
      other = vnus_kind_make_record (vnus_record_get_kind (record), "sample");
      set (other, field, two);
      g_object_get_property (G_OBJECT (other), field->name, &value);
      g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*“sample” is sealed and cannot be changed*");
      g_object_set_property (G_OBJECT (record), field->name, &value);
      g_test_assert_expected_messages ();
    }

  assert_value (record, field, one);
}

static void
test_sealed (gconstpointer data)
{
  foreach_field (data, check_sealed);
}

static void
test_sealed_lists (void)
{
  g_autoptr (VnusVisit) visit = vnus_visit_new ("visit");
  g_autoptr (VnusCitation) citation = vnus_citation_new ("article-a", "1.1");
  guint n_notified = 0;

  g_signal_connect (visit, "notify::sealed", G_CALLBACK (count_notify), &n_notified);
  vnus_event_add_place (VNUS_EVENT (visit), "hanoi");
  vnus_record_seal (VNUS_RECORD (visit));
  vnus_record_seal (VNUS_RECORD (visit));
  g_assert_cmpuint (n_notified, ==, 1);

  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*sealed*");
  vnus_event_add_place (VNUS_EVENT (visit), "hue");
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*sealed*");
  vnus_record_add_alias (VNUS_RECORD (visit), "another name");
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*sealed*");
  vnus_record_add_citation (VNUS_RECORD (visit), citation);
  g_test_expect_message ("Vnus", G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_false (vnus_record_set_presence (VNUS_RECORD (visit), "host", VNUS_PRESENCE_NONE, NULL));
  g_test_assert_expected_messages ();

  g_assert_cmpuint (vnus_event_get_n_places (VNUS_EVENT (visit)), ==, 1);
  g_assert_cmpuint (vnus_record_get_n_aliases (VNUS_RECORD (visit)), ==, 0);
  g_assert_cmpuint (vnus_record_get_n_citations (VNUS_RECORD (visit)), ==, 0);
  g_assert_cmpint (vnus_record_get_presence (VNUS_RECORD (visit), "host"), ==, VNUS_PRESENCE_ABSENT);
}

/* Presence */

static void
check_presence (VnusRecord *record,
                VnusField  *field)
{
  g_autoptr (VnusRecord) copy = NULL;
  g_autoptr (VnusRecord) plain = vnus_record_duplicate (record);
  g_autoptr (VnusValue) value = sample_value (field, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (vnus_record_set_presence (record, field->name, VNUS_PRESENCE_UNKNOWN, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_UNKNOWN);
  g_assert_false (vnus_record_equal (record, plain));
  assert_value (record, field, NULL);

  g_assert_true (vnus_record_set_presence (record, field->name, VNUS_PRESENCE_NONE, NULL));
  copy = vnus_record_duplicate (record);
  g_assert_true (vnus_record_equal (record, copy));
  g_assert_cmpint (vnus_record_get_presence (copy, field->name), ==, VNUS_PRESENCE_NONE);

  /* What was said of the field is void as soon as it has a value, for good. */
  set (record, field, value);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_RECORDED);
  g_assert_false (vnus_record_set_presence (record, field->name, VNUS_PRESENCE_NONE, &error));
  g_assert_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE);
  set (record, field, NULL);
  g_assert_cmpint (vnus_record_get_presence (record, field->name), ==, VNUS_PRESENCE_ABSENT);

  g_assert_true (vnus_record_set_presence (copy, field->name, VNUS_PRESENCE_ABSENT, NULL));
  g_assert_true (vnus_record_equal (copy, plain));
}

static void
test_presence (gconstpointer data)
{
  foreach_field (data, check_presence);
}

/* Values that do not fit */

static void
check_wrong_type (VnusRecord *record,
                  VnusField  *field)
{
  g_autoptr (VnusValue) value = sample_value (field, 0);
  g_autoptr (VnusValue) item = sample_item (field, 0);
  g_autoptr (VnusValue) boolean = vnus_value_new_boolean (TRUE);
  g_autoptr (VnusValue) text = vnus_value_new_text ("text");
  VnusValue *other = field->type == VNUS_VALUE_TYPE_TEXT ? boolean : text;
  g_autoptr (VnusValue) list = vnus_value_new_list ((VnusValue *[]) { item, other }, 2);
  VnusValue *wrong[] = { other, list, field->is_list ? item : list };

  set (record, field, value);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vnus_record_set_value (record, field->name, wrong[i], &error));
      g_assert_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_WRONG_TYPE);
      g_assert_nonnull (strstr (error->message, field->name));
      assert_value (record, field, value);
    }
}

static void
test_wrong_type (gconstpointer data)
{
  foreach_field (data, check_wrong_type);
}

static void
test_bad_values (void)
{
  g_autoptr (VnusRecord) meeting = vnus_kind_make_record (VNUS_KIND_MEETING, "meeting");
  const struct
  {
    const char     *field;
    VnusValue      *value;
    VnusRecordError code;
  } table[] = {
    { "colour", vnus_value_new_text ("red"), VNUS_RECORD_ERROR_UNKNOWN_FIELD },
    { "ordinal", vnus_value_new_integer (0), VNUS_RECORD_ERROR_BAD_VALUE },
    { "ordinal", vnus_value_new_integer (-1), VNUS_RECORD_ERROR_BAD_VALUE },
    { "status", vnus_value_new_enum (VNUS_TYPE_STATUS, 0), VNUS_RECORD_ERROR_BAD_VALUE },
    { "status", vnus_value_new_enum (VNUS_TYPE_ROLE, 1), VNUS_RECORD_ERROR_WRONG_TYPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusValue) value = table[i].value;

      g_assert_false (vnus_record_set_value (meeting, table[i].field, value, &error));
      g_assert_error (error, VNUS_RECORD_ERROR, (int) table[i].code);
      g_assert_nonnull (strstr (error->message, table[i].field));
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_false (vnus_record_set_presence (meeting, "colour", VNUS_PRESENCE_NONE, &error));
    g_assert_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_UNKNOWN_FIELD);
    g_assert_null (vnus_record_dup_value (meeting, "colour"));
    g_assert_cmpint (vnus_record_get_presence (meeting, "colour"), ==, VNUS_PRESENCE_ABSENT);
  }
}

/* Text and back */

static void
check_parse (VnusRecord *record,
             VnusField  *field)
{
  g_autoptr (VnusValue) item = sample_item (field, 0);
  g_autofree char *text = vnus_value_to_string (item);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusValue) back = vnus_field_parse (field, text, &error);

  if (back == NULL)
    {
      g_assert_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_WRONG_TYPE);
      g_assert_true (field->type == VNUS_VALUE_TYPE_LOCALISED || field->type >= VNUS_VALUE_TYPE_AMOUNT);
      return;
    }

  g_assert_true (vnus_value_equal (back, item));
}

static void
test_parse (gconstpointer data)
{
  foreach_field (data, check_parse);
}

static void
test_parse_errors (void)
{
  const struct
  {
    VnusKind    kind;
    const char *field, *text;
    GQuark      domain;
    int         code;
  } table[] = {
    { VNUS_KIND_VISIT, "when", "2023-02-30", VNUS_DATE_ERROR, VNUS_DATE_ERROR_NO_SUCH_DAY },
    { VNUS_KIND_VISIT, "status", "hold", VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE },
    { VNUS_KIND_VISIT, "status", "unset", VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE },
    { VNUS_KIND_TENURE, "term", "0", VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE },
    { VNUS_KIND_TENURE, "term", "1.5", VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE },
    { VNUS_KIND_OFFICE, "exclusive", "yes", VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vnus_field_parse (vnus_field_lookup (table[i].kind, table[i].field), table[i].text, &error));
      g_assert_error (error, table[i].domain, table[i].code);
    }
}

/* Lists and citations by their own functions */

static void
test_lists (void)
{
  g_autoptr (VnusVisit) visit = vnus_visit_new ("visit");
  VnusEvent *event = VNUS_EVENT (visit);
  g_autoptr (VnusValue) purposes = NULL;

  vnus_event_add_place (event, "hanoi");
  vnus_event_add_place (event, "hue");
  vnus_event_add_place (event, "hanoi");
  g_assert_cmpuint (vnus_event_get_n_places (event), ==, 3);
  g_assert_cmpstr (vnus_event_get_place (event, 1), ==, "hue");
  g_assert_null (vnus_event_get_place (event, 3));

  vnus_visit_add_purpose (visit, VNUS_PURPOSE_CEREMONY);
  g_assert_cmpint (vnus_visit_get_purpose (visit, 0), ==, VNUS_PURPOSE_CEREMONY);
  g_assert_cmpint (vnus_visit_get_purpose (visit, 1), ==, VNUS_PURPOSE_UNSET);
  purposes = vnus_record_dup_value (VNUS_RECORD (visit), "purposes");
  g_assert_cmpstr (vnus_value_get_string (vnus_value_get_item (purposes, 0)), ==, "ceremony");
}

static void
test_citations (void)
{
  g_autoptr (VnusRecord) record = vnus_kind_make_record (VNUS_KIND_VISIT, "visit");
  g_autoptr (VnusRecord) copy = NULL;
  const char *const fields[] = { NULL, "when", "participants/antony-blinken" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (VnusCitation) whole = vnus_citation_new ("article-a", "1.1");
      g_autoptr (VnusCitation) citation = vnus_citation_with_field (whole, fields[i]);

      vnus_record_add_citation (record, citation);
    }

  g_assert_cmpuint (vnus_record_get_n_citations (record), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (vnus_citation_get_field (vnus_record_get_citation (record, i)), ==, fields[i]);
  g_assert_null (vnus_record_get_citation (record, 3));

  copy = vnus_record_duplicate (record);
  g_assert_true (vnus_record_equal (copy, record));
  vnus_record_add_citation (copy, vnus_record_get_citation (record, 0));
  g_assert_false (vnus_record_equal (copy, record));
}

static void
test_boolean (void)
{
  g_autoptr (VnusOffice) office = vnus_office_new ("office");
  guint n_notified = 0;

  g_signal_connect (office, "notify", G_CALLBACK (count_notify), &n_notified);
  g_assert_false (vnus_office_get_exclusive (office));

  /* Saying no is recorded, although the property tells nothing new. */
  vnus_office_set_exclusive (office, FALSE);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_cmpint (vnus_record_get_presence (VNUS_RECORD (office), "exclusive"), ==, VNUS_PRESENCE_RECORDED);

  vnus_office_set_exclusive (office, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (vnus_office_get_exclusive (office));
}

static void
test_kinds (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_KIND);

  g_assert_cmpint (vnus_kind_from_string ("treaty"), ==, VNUS_KIND_UNSET);
  g_assert_cmpint (vnus_kind_from_string ("unset"), ==, VNUS_KIND_UNSET);
  for (guint i = 1; i < klass->n_values; i++)
    {
      VnusKind kind = klass->values[i].value;
      g_auto (GStrv) names = vnus_field_list_names (kind);

      g_assert_cmpstr (vnus_kind_to_string (kind), ==, klass->values[i].value_nick);
      g_assert_cmpint (vnus_kind_from_string (vnus_kind_to_string (kind)), ==, kind);
      g_assert_true (g_type_is_a (vnus_kind_get_record_type (kind), VNUS_TYPE_RECORD));
      g_assert_cmpstr (names[0], ==, "label");
      g_assert_cmpstr (names[g_strv_length (names) - 1], ==, "note");
      for (guint j = 0; names[j] != NULL; j++)
        g_assert_false (g_strv_contains ((const char *const *) names + j + 1, names[j]));
    }
}

/* A word of a vocabulary in a document is a nick; unset is no word. */
static void
test_vocabularies (void)
{
  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      guint n_fields;
      VnusField **fields = _vnus_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          g_assert_true ((fields[i]->type == VNUS_VALUE_TYPE_ENUM) == (fields[i]->enum_class != NULL));
          g_assert_true ((fields[i]->type == VNUS_VALUE_TYPE_REFERENCE) == (fields[i]->targets != 0));
          if (fields[i]->enum_class != NULL)
            {
              g_assert_true (vnus_field_get_enum_type (fields[i]) == G_TYPE_FROM_CLASS (fields[i]->enum_class));
              g_assert_cmpint (fields[i]->enum_class->values[0].value, ==, 0);
              g_assert_cmpstr (fields[i]->enum_class->values[0].value_nick, ==, "unset");
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (gconstpointer kind);
  } per_kind[] = {
    { "default", test_default },
    { "set", test_set },
    { "property", test_property },
    { "equal", test_equal },
    { "sealed", test_sealed },
    { "presence", test_presence },
    { "wrong-type", test_wrong_type },
    { "parse", test_parse },
  };

  g_test_init (&argc, &argv, NULL);

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (per_kind); i++)
      {
        g_autofree char *path = g_strdup_printf ("/vnus/%s/%s", vnus_kind_to_string (kind), per_kind[i].name);

        g_test_add_data_func (path, GINT_TO_POINTER (kind), per_kind[i].test);
      }

  g_test_add_func ("/vnus/record/sealed-lists", test_sealed_lists);
  g_test_add_func ("/vnus/record/bad-values", test_bad_values);
  g_test_add_func ("/vnus/record/lists", test_lists);
  g_test_add_func ("/vnus/record/citations", test_citations);
  g_test_add_func ("/vnus/record/boolean", test_boolean);
  g_test_add_func ("/vnus/field/parse-errors", test_parse_errors);
  g_test_add_func ("/vnus/field/vocabularies", test_vocabularies);
  g_test_add_func ("/vnus/kind/strings", test_kinds);

  return g_test_run ();
}
