/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the JSON Schema of documents, from the field tables. */
#include <vnus/vnus-document.h>

#include <string.h>

#include <vnus/vnus-fold.h>

#include "model/vnus-kind-private.h"
#include "model/vnus-record-private.h"

#define LANGUAGE_PATTERN "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
#define ID_PATTERN "^[a-z0-9]+(-[a-z0-9]+)*$"
#define DECIMAL_PATTERN "^-?(0|[1-9][0-9]*)(\\\\.[0-9]+)?$"
#define DATE_PATTERN "^[-+0-9XTZ:?~%./,\\\\[\\\\]]+$"

typedef struct
{
  GString  *text;
  guint     depth;
  gboolean  is_empty; /* the innermost object or list */
} Schema;

/* Begins a value: on a line of its own, with its key if it has one. */
static void
begin (Schema     *self,
       const char *key)
{
  if (self->depth > 0)
    {
      g_string_append (self->text, self->is_empty ? "\n" : ",\n");
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->text, "  ");
    }
  if (key != NULL)
    g_string_append_printf (self->text, "\"%s\": ", key);
  self->is_empty = FALSE;
}

static void
open_ (Schema     *self,
       const char *key,
       char        bracket)
{
  begin (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
close_ (Schema *self,
        char    bracket)
{
  self->depth--;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
  g_string_append_c (self->text, bracket);
  self->is_empty = FALSE;
}

/* @json is written as it is. */
static void
put (Schema     *self,
     const char *key,
     const char *json)
{
  begin (self, key);
  g_string_append (self->text, json);
}

static void
put_string (Schema     *self,
            const char *key,
            const char *string)
{
  begin (self, key);
  g_string_append_c (self->text, '"');
  for (; *string != '\0'; string++)
    {
      if (*string == '"' || *string == '\\')
        g_string_append_c (self->text, '\\');
      g_string_append_c (self->text, *string);
    }
  g_string_append_c (self->text, '"');
}

static void
put_number (Schema     *self,
            const char *key,
            int         number)
{
  begin (self, key);
  g_string_append_printf (self->text, "%d", number);
}

/* All words but the first, “unset”. */
static void
put_words (Schema     *self,
           GEnumClass *words)
{
  open_ (self, "enum", '[');
  for (guint i = 0; i < words->n_values; i++)
    if (words->values[i].value != 0)
      put_string (self, NULL, words->values[i].value_nick);
  close_ (self, ']');
}

static void
put_words_of (Schema     *self,
              const char *key,
              GType       type)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);

  open_ (self, key, '{');
  put_words (self, words);
  close_ (self, '}');
}

static void
put_reference (Schema     *self,
               const char *key,
               const char *definition)
{
  begin (self, key);
  g_string_append_printf (self->text, "{ \"$ref\": \"#/$defs/%s\" }", definition);
}

/* Values that have a structure of their own */

static void
open_object (Schema     *self,
             const char *key,
             const char *required)
{
  open_ (self, key, '{');
  put (self, "type", "\"object\"");
  if (required != NULL)
    put (self, "required", required);
  put (self, "additionalProperties", "false");
  open_ (self, "properties", '{');
}

static void
close_object (Schema *self)
{
  close_ (self, '}');
  close_ (self, '}');
}

static void
put_simple_definitions (Schema *self)
{
  open_ (self, "id", '{');
  put (self, "type", "\"string\"");
  put (self, "pattern", "\"" ID_PATTERN "\"");
  put_number (self, "maxLength", VNUS_ID_MAX_LENGTH);
  close_ (self, '}');

  open_ (self, "localised", '{');
  put (self, "type", "\"object\"");
  put (self, "minProperties", "1");
  put (self, "propertyNames", "{ \"pattern\": \"" LANGUAGE_PATTERN "\" }");
  put (self, "additionalProperties", "{ \"type\": \"string\" }");
  close_ (self, '}');

  open_ (self, "date", '{');
  put (self, "type", "\"string\"");
  put (self, "pattern", "\"" DATE_PATTERN "\"");
  close_ (self, '}');
}

static void
put_value_definitions (Schema *self)
{
  open_object (self, "amount", "[\"number\"]");
  put (self, "number", "{ \"type\": \"string\", \"pattern\": \"" DECIMAL_PATTERN "\" }");
  put_words_of (self, "bound", VNUS_TYPE_BOUND);
  put (self, "unit", "{ \"type\": \"string\" }");
  close_object (self);

  open_object (self, "participant", NULL);
  put_reference (self, "actor", "id");
  put_words_of (self, "role", VNUS_TYPE_ROLE);
  put_reference (self, "capacity", "id");
  put_reference (self, "side", "id");
  put_reference (self, "note", "localised");
  close_ (self, '}');
  put (self, "anyOf", "[{ \"required\": [\"actor\"] }, { \"required\": [\"note\"] }]");
  close_ (self, '}');

  open_object (self, "stop", "[\"place\"]");
  put_reference (self, "place", "id");
  put_reference (self, "when", "date");
  put_reference (self, "note", "localised");
  close_object (self);

  open_object (self, "designation", "[\"side\", \"text\"]");
  put_reference (self, "side", "id");
  put_reference (self, "text", "localised");
  close_object (self);

  open_object (self, "citation", "[\"source\"]");
  put_reference (self, "source", "id");
  put (self, "locator", "{ \"type\": \"string\" }");
  put (self, "field", "{ \"type\": \"string\", \"pattern\": \"^[a-z-]+(/.+)?$\" }");
  put (self, "value", "{ \"type\": [\"string\", \"integer\", \"boolean\", \"array\", \"object\"] }");
  put_words_of (self, "rank", VNUS_TYPE_CITATION_RANK);
  put_reference (self, "known", "date");
  put_reference (self, "note", "localised");
  close_ (self, '}');
  put (self, "dependentRequired", "{ \"value\": [\"field\"] }");
  close_ (self, '}');
}

/* Fields */

/* The members of the schema of one value. */
static void
put_type (Schema          *self,
          const VnusField *field)
{
  static const char *const definitions[] = {
    [VNUS_VALUE_TYPE_LOCALISED] = "localised",
    [VNUS_VALUE_TYPE_DATE] = "date",
    [VNUS_VALUE_TYPE_REFERENCE] = "id",
    [VNUS_VALUE_TYPE_AMOUNT] = "amount",
    [VNUS_VALUE_TYPE_PARTICIPANT] = "participant",
    [VNUS_VALUE_TYPE_STOP] = "stop",
    [VNUS_VALUE_TYPE_DESIGNATION] = "designation",
  };

  if (field->type == VNUS_VALUE_TYPE_ENUM)
    {
      put_words (self, field->enum_class);
    }
  else if (field->type == VNUS_VALUE_TYPE_INTEGER)
    {
      put (self, "type", "\"integer\"");
      put (self, "minimum", "1");
      put_number (self, "maximum", G_MAXINT);
    }
  else if ((gsize) field->type < G_N_ELEMENTS (definitions) && definitions[field->type] != NULL)
    {
      g_autofree char *reference = g_strdup_printf ("\"#/$defs/%s\"", definitions[field->type]);

      put (self, "$ref", reference);
    }
  else
    {
      put (self, "type", field->type == VNUS_VALUE_TYPE_BOOLEAN ? "\"boolean\"" : "\"string\"");
    }
}

static void
put_field (Schema          *self,
           const VnusField *field)
{
  open_ (self, field->name, '{');
  put_string (self, "description", field->summary);
  if (field->is_list)
    {
      put (self, "type", "\"array\"");
      put (self, "minItems", "1");
      put_number (self, "maxItems", VNUS_DOCUMENT_MAX_ITEMS);
      open_ (self, "items", '{');
      put_type (self, field);
      close_ (self, '}');
    }
  else
    {
      put_type (self, field);
    }
  close_ (self, '}');
}

static void
put_presence (Schema           *self,
              VnusField *const *fields,
              guint             n_fields)
{
  open_ (self, "presence", '{');
  put_string (self, "description", "What is known about fields that have no value.");
  put (self, "type", "\"object\"");
  put (self, "minProperties", "1");
  open_ (self, "propertyNames", '{');
  open_ (self, "enum", '[');
  for (guint i = 0; i < n_fields; i++)
    put_string (self, NULL, fields[i]->name);
  close_ (self, ']');
  close_ (self, '}');
  put (self, "additionalProperties", "{ \"enum\": [\"unknown\", \"none\"] }");
  close_ (self, '}');
}

static void
put_kind (Schema   *self,
          VnusKind  kind)
{
  guint n_fields;
  VnusField *const *fields = _vnus_kind_get_fields (kind, &n_fields);
  gboolean is_coverage = kind == VNUS_KIND_COVERAGE;
  gboolean is_cited = (VNUS_KINDS_WITHOUT_CITATION & (1u << kind)) == 0 && !is_coverage;

  open_object (self, vnus_kind_to_string (kind),
               is_cited ? "[\"kind\", \"id\", \"citations\"]" : "[\"kind\", \"id\"]");
  open_ (self, "kind", '{');
  put_string (self, "const", vnus_kind_to_string (kind));
  close_ (self, '}');
  put_reference (self, "id", "id");
  for (guint i = 0; i < n_fields; i++)
    put_field (self, fields[i]);
  put_presence (self, fields, n_fields);
  open_ (self, "citations", '{');
  put_string (self, "description", "The sources that back the record, or one of its fields.");
  put (self, "type", "\"array\"");
  put (self, "minItems", "1");
  put_number (self, "maxItems", VNUS_DOCUMENT_MAX_ITEMS);
  put_reference (self, "items", "citation");
  close_ (self, '}');
  close_ (self, '}');
  if (is_coverage)
    put (self, "anyOf", "[{ \"required\": [\"citations\"] }, { \"required\": [\"sources\"] }]");
  close_ (self, '}');
}

/* A record, by its kind. */
static void
put_record (Schema *self)
{
  open_ (self, "record", '{');
  put (self, "type", "\"object\"");
  put (self, "required", "[\"kind\", \"id\"]");
  open_ (self, "properties", '{');
  put_words_of (self, "kind", VNUS_TYPE_KIND);
  close_ (self, '}');

  open_ (self, "allOf", '[');
  for (VnusKind kind = VNUS_KIND_UNSET + 1; _vnus_kind_is_valid (kind); kind++)
    {
      const char *name = vnus_kind_to_string (kind);
      g_autofree char *condition = g_strdup_printf ("{ \"required\": [\"kind\"], \"properties\": { \"kind\": { \"const\": \"%s\" } } }", name);

      open_ (self, NULL, '{');
      put (self, "if", condition);
      put_reference (self, "then", name);
      close_ (self, '}');
    }
  close_ (self, ']');
  close_ (self, '}');
}

static void
put_schema (Schema *self)
{
  open_ (self, NULL, '{');
  put (self, "$schema", "\"https://json-schema.org/draft/2020-12/schema\"");
  put (self, "$id", "\"urn:libvnus:chronicle:1\"");
  put (self, "title", "\"A chronicle, version 1\"");
  put (self, "type", "\"object\"");
  put (self, "required", "[\"format\", \"version\", \"records\"]");
  put (self, "additionalProperties", "false");
  open_ (self, "properties", '{');
  put (self, "format", "{ \"const\": \"vnus-chronicle\" }");
  put (self, "version", "{ \"const\": 1 }");
  put_reference (self, "id", "id");
  put_reference (self, "label", "localised");
  put (self, "records", "{ \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/record\" } }");
  close_ (self, '}');

  open_ (self, "$defs", '{');
  put_simple_definitions (self);
  put_value_definitions (self);
  put_record (self);
  for (VnusKind kind = VNUS_KIND_UNSET + 1; _vnus_kind_is_valid (kind); kind++)
    put_kind (self, kind);
  close_ (self, '}');
  close_ (self, '}');
}

/**
 * vnus_document_dup_schema:
 *
 * Makes the JSON Schema of documents, of draft 2020-12, from the fields of all
 * kinds.
 *
 * It is also installed, as `vnus-chronicle.schema.json`. A schema sees one
 * value at a time: whether ids are unique, references lead somewhere and dates
 * exist, only loading tells.
 *
 * Returns: (transfer full): the schema, as JSON
 *
 * Since: 0.1
 */
char *
vnus_document_dup_schema (void)
{
  Schema schema = { g_string_new (NULL), 0, TRUE };

  put_schema (&schema);
  g_string_append_c (schema.text, '\n');

  return g_string_free (schema.text, FALSE);
}
