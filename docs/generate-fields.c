/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints the page of all kinds and fields, from the tables that the library
 * itself goes by. */
#include <vnus/vnus.h>

#include <stdio.h>

static void
print_nicks (GType enum_type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);

  for (guint i = 1; i < klass->n_values; i++)
    printf ("%s`%s`", i > 1 ? ", " : "", klass->values[i].value_nick);
}

static void
print_targets (VnusField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_KIND);
  guint n_targets = 0;
  gboolean first = TRUE;

  for (guint i = 1; i < klass->n_values; i++)
    n_targets += vnus_field_accepts (field, klass->values[i].value);

  printf ("id of ");
  if (n_targets + 1 == klass->n_values)
    {
      printf ("any record");
      return;
    }

  for (guint i = 1; i < klass->n_values; i++)
    if (vnus_field_accepts (field, klass->values[i].value))
      {
        printf ("%s%s", first ? "" : ", ", klass->values[i].value_nick);
        first = FALSE;
      }
}

static void
print_type (VnusField *field)
{
  static const char *const names[] = {
    [VNUS_VALUE_TYPE_TEXT] = "string",
    [VNUS_VALUE_TYPE_LOCALISED] = "text by language",
    [VNUS_VALUE_TYPE_DATE] = "[date](dates.html)",
    [VNUS_VALUE_TYPE_INTEGER] = "whole number, 1 or more",
    [VNUS_VALUE_TYPE_BOOLEAN] = "true or false",
    [VNUS_VALUE_TYPE_AMOUNT] = "amount",
    [VNUS_VALUE_TYPE_PARTICIPANT] = "participant",
    [VNUS_VALUE_TYPE_STOP] = "stop",
    [VNUS_VALUE_TYPE_DESIGNATION] = "designation",
  };
  VnusValueType type = vnus_field_get_value_type (field);

  if (vnus_field_is_list (field))
    printf ("list: ");

  if (type == VNUS_VALUE_TYPE_ENUM)
    print_nicks (vnus_field_get_enum_type (field));
  else if (type == VNUS_VALUE_TYPE_REFERENCE)
    print_targets (field);
  else
    printf ("%s", names[type]);
}

static void
print_kind (const GEnumValue *kind)
{
  g_auto (GStrv) names = vnus_field_list_names (kind->value);

  printf ("\n## %s\n\nClass [class@Vnus.%s].\n\n| field | value | meaning |\n| --- | --- | --- |\n",
          kind->value_nick, g_type_name (vnus_kind_get_record_type (kind->value)) + strlen ("Vnus"));

  for (guint i = 0; names[i] != NULL; i++)
    {
      VnusField *field = vnus_field_lookup (kind->value, names[i]);

      printf ("| `%s` | ", names[i]);
      print_type (field);
      printf (" | %s |\n", vnus_field_get_summary (field));
    }
}

int
main (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_KIND);

  printf ("Title: Kinds and fields\nSlug: fields\n\n# Kinds and fields\n\n"
          "Each kind of record with its fields, in the order of a document. `presence` and\n"
          "`citations` close every record; see [records](records.html) and\n"
          "[sources and claims](sources.html).\n");
  for (guint i = 1; i < klass->n_values; i++)
    print_kind (&klass->values[i]);

  return 0;
}
