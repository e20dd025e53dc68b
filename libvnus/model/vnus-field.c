/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: what can be done with any field of any record. */
#include "model/vnus-field-private.h"

#include "base/vnus-clip-private.h"
#include "model/vnus-kind-private.h"

/**
 * VnusField:
 *
 * The description of a field of a kind of record: its name, type and targets.
 *
 * Fields live as long as the program; references to them are free.
 *
 * Since: 0.1
 */

G_DEFINE_BOXED_TYPE (VnusField, vnus_field, vnus_field_ref, vnus_field_unref)

/**
 * vnus_record_error_quark:
 *
 * Gets the error domain of records and their fields.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-record-error-quark, vnus_record_error)

G_DEFINE_ENUM_TYPE (VnusRecordError, vnus_record_error,
                    G_DEFINE_ENUM_VALUE (VNUS_RECORD_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_RECORD_ERROR_UNKNOWN_FIELD, "unknown-field"),
                    G_DEFINE_ENUM_VALUE (VNUS_RECORD_ERROR_WRONG_TYPE, "wrong-type"),
                    G_DEFINE_ENUM_VALUE (VNUS_RECORD_ERROR_BAD_VALUE, "bad-value"))

/**
 * vnus_field_lookup:
 * @kind: a kind of record
 * @name: the name of a field, such as `when`
 *
 * Looks up a field of a kind.
 *
 * Returns: (transfer none) (nullable): the field, or `NULL` if records of @kind have none of that name
 *
 * Since: 0.1
 */
VnusField *
vnus_field_lookup (VnusKind    kind,
                   const char *name)
{
  VnusField *const *fields;
  guint n_fields;

  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  fields = _vnus_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i]->name, name))
      return fields[i];

  return NULL;
}

/**
 * vnus_field_list_names:
 * @kind: a kind of record
 *
 * Lists the names of the fields of a kind, in the order of a document.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
char **
vnus_field_list_names (VnusKind kind)
{
  VnusField *const *fields;
  guint n_fields;
  char **names;

  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);

  fields = _vnus_kind_get_fields (kind, &n_fields);
  names = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    names[i] = g_strdup (fields[i]->name);

  return names;
}

/**
 * vnus_field_ref:
 * @self: a field
 *
 * Takes a reference, which costs nothing.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusField *
vnus_field_ref (VnusField *self)
{
  return self;
}

/**
 * vnus_field_unref:
 * @self: (transfer full): a field
 *
 * Drops a reference, which costs nothing.
 *
 * Since: 0.1
 */
void
vnus_field_unref (VnusField *self)
{
}

/**
 * vnus_field_get_name:
 * @self: a field
 *
 * Gets the name, which is also the key in a document.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
vnus_field_get_name (const VnusField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * vnus_field_get_summary:
 * @self: a field
 *
 * Gets one English sentence that says what the field tells.
 *
 * Returns: the sentence
 *
 * Since: 0.1
 */
const char *
vnus_field_get_summary (const VnusField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

/**
 * vnus_field_get_value_type:
 * @self: a field
 *
 * Gets the type of the value; of one item, if the field is a list.
 *
 * Returns: the type
 *
 * Since: 0.1
 */
VnusValueType
vnus_field_get_value_type (const VnusField *self)
{
  g_return_val_if_fail (self != NULL, VNUS_VALUE_TYPE_UNSET);

  return self->type;
}

/**
 * vnus_field_get_enum_type:
 * @self: a field
 *
 * Gets the type of the enumeration whose nicks are the words of the field.
 *
 * Returns: the type, or `G_TYPE_INVALID` if the field has no vocabulary
 *
 * Since: 0.1
 */
GType
vnus_field_get_enum_type (const VnusField *self)
{
  g_return_val_if_fail (self != NULL, G_TYPE_INVALID);

  return self->get_enum_type != NULL ? self->get_enum_type () : G_TYPE_INVALID;
}

/**
 * vnus_field_is_list:
 * @self: a field
 *
 * Gets whether the field has several values.
 *
 * Returns: `TRUE` if it is a list
 *
 * Since: 0.1
 */
gboolean
vnus_field_is_list (const VnusField *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_list;
}

/**
 * vnus_field_accepts:
 * @self: a field
 * @kind: a kind of record
 *
 * Gets whether the field may refer to records of a kind.
 *
 * Returns: `TRUE` if it is a reference and may point to @kind
 *
 * Since: 0.1
 */
gboolean
vnus_field_accepts (const VnusField *self,
                    VnusKind         kind)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), FALSE);

  return (self->targets & (1u << kind)) != 0;
}

static VnusValue *
parse_enum (const VnusField  *self,
            const char       *text,
            GError          **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (self->get_enum_type ());
  const GEnumValue *entry = g_enum_get_value_by_nick (klass, text);
  g_autoptr (GString) words = NULL;

  if (entry != NULL && entry->value != 0)
    return _vnus_value_new_number (VNUS_VALUE_TYPE_ENUM, G_TYPE_FROM_CLASS (klass), entry->value);

  words = g_string_new (NULL);
  for (guint i = 1; i < klass->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 1 ? ", " : "", klass->values[i].value_nick);
  g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE,
               "“%s” is no word of “%s”; expected one of %s", _vnus_clip (text).text, self->name, words->str);
  return NULL;
}

static VnusValue *
parse_integer (const VnusField  *self,
               const char       *text,
               GError          **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return vnus_value_new_integer ((int) number);

  g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE,
               "“%s” is no whole number of 1 or more, as “%s” needs", _vnus_clip (text).text, self->name);
  return NULL;
}

static VnusValue *
parse_boolean (const VnusField  *self,
               const char       *text,
               GError          **error)
{
  if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    return vnus_value_new_boolean (g_str_equal (text, "true"));

  g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE,
               "“%s” is neither “true” nor “false”, as “%s” needs", _vnus_clip (text).text, self->name);
  return NULL;
}

/**
 * vnus_field_parse:
 * @self: a field
 * @text: the value as text
 * @error: return location for an error
 *
 * Reads one value of the field from text: a string as it is, a date as EDTF,
 * the id of a record, the nick of a word, a whole number, `true` or `false`.
 *
 * Fails with [error@Vnus.RecordError] or [error@Vnus.DateError] if @text is not
 * valid, and with `WRONG_TYPE` for types that are more than one text.
 *
 * Returns: (transfer full): the value; of one item, if the field is a list
 *
 * Since: 0.1
 */
VnusValue *
vnus_field_parse (const VnusField  *self,
                  const char       *text,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch ((int) self->type)
    {
    case VNUS_VALUE_TYPE_TEXT:
      return vnus_value_new_text (text);

    case VNUS_VALUE_TYPE_REFERENCE:
      return vnus_value_new_reference (text);

    case VNUS_VALUE_TYPE_DATE:
      {
        VnusDate *date = vnus_date_parse (text, error);

        return date != NULL ? _vnus_value_new_take (VNUS_VALUE_TYPE_DATE, date) : NULL;
      }

    case VNUS_VALUE_TYPE_ENUM:
      return parse_enum (self, text, error);

    case VNUS_VALUE_TYPE_INTEGER:
      return parse_integer (self, text, error);

    case VNUS_VALUE_TYPE_BOOLEAN:
      return parse_boolean (self, text, error);

    default:
      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_WRONG_TYPE,
                   "“%s” is more than one text", self->name);
      return NULL;
    }
}

/* Frees an item of a slot. */
static GDestroyNotify
item_unref (const VnusField *self)
{
  return _vnus_value_type_is_number (self->type) ? NULL : _vnus_value_operations[self->type].unref;
}

static gpointer
item_ref (const VnusField *self,
          gpointer         item)
{
  return _vnus_value_type_is_number (self->type) ? item : _vnus_value_operations[self->type].ref (item);
}

static gboolean
item_equal (const VnusField *self,
            gconstpointer    a,
            gconstpointer    b)
{
  if (_vnus_value_type_is_number (self->type) || a == NULL || b == NULL)
    return a == b;

  return _vnus_value_operations[self->type].equal (a, b);
}

static VnusValue *
item_to_value (const VnusField *self,
               gpointer         item)
{
  if (!_vnus_value_type_is_number (self->type))
    return _vnus_value_new_take (self->type, item_ref (self, item));

  return _vnus_value_new_number (self->type,
                                 self->get_enum_type != NULL ? self->get_enum_type () : G_TYPE_INVALID,
                                 GPOINTER_TO_INT (item));
}

static gpointer
item_from_value (const VnusField *self,
                 const VnusValue *value)
{
  if (_vnus_value_type_is_number (self->type))
    return GINT_TO_POINTER (vnus_value_get_integer (value));

  return item_ref (self, _vnus_value_get_item_pointer (value));
}

gboolean
_vnus_field_is_same (const VnusField *self,
                     gconstpointer    a,
                     gconstpointer    b)
{
  gconstpointer slot_a = _vnus_field_slot (self, a);
  gconstpointer slot_b = _vnus_field_slot (self, b);
  const VnusVector *list_a, *list_b;

  if (_vnus_field_is_number (self))
    return *(const int *) slot_a == *(const int *) slot_b;

  if (!self->is_list)
    return item_equal (self, *(gpointer const *) slot_a, *(gpointer const *) slot_b);

  list_a = *(VnusVector *const *) slot_a;
  list_b = *(VnusVector *const *) slot_b;
  if (_vnus_vector_length (list_a) != _vnus_vector_length (list_b))
    return FALSE;
  for (guint i = 0; i < _vnus_vector_length (list_a); i++)
    if (!item_equal (self, _vnus_vector_get (list_a, i), _vnus_vector_get (list_b, i)))
      return FALSE;

  return TRUE;
}

void
_vnus_field_clear (const VnusField *self,
                   gpointer         instance)
{
  gpointer slot = _vnus_field_slot (self, instance);

  if (!_vnus_field_is_set (self, instance))
    return;

  if (_vnus_field_is_number (self))
    *(int *) slot = 0;
  else if (self->is_list)
    _vnus_vector_clear (slot, item_unref (self));
  else
    g_clear_pointer ((gpointer *) slot, item_unref (self));
}

/* @to must be a new instance of the same type; its slot is overwritten. */
void
_vnus_field_copy (const VnusField *self,
                  gconstpointer    from,
                  gpointer         to)
{
  gpointer source = _vnus_field_slot (self, from);
  gpointer target;

  _vnus_field_clear (self, to);
  if (!_vnus_field_is_set (self, from))
    return;

  target = _vnus_field_slot_to_set (self, to);
  if (_vnus_field_is_number (self))
    *(int *) target = *(int *) source;
  else if (self->is_list)
    for (guint i = 0; i < _vnus_vector_length (*(VnusVector **) source); i++)
      _vnus_vector_append (target, item_ref (self, _vnus_vector_get (*(VnusVector **) source, i)));
  else
    *(gpointer *) target = item_ref (self, *(gpointer *) source);
}

/* The value of the field, or NULL if it is not set. */
VnusValue *
_vnus_field_get_value (const VnusField *self,
                       gconstpointer    instance)
{
  gpointer slot = _vnus_field_slot (self, instance);
  VnusVector *list, *values = NULL;

  if (!_vnus_field_is_set (self, instance))
    return NULL;

  if (self->type == VNUS_VALUE_TYPE_BOOLEAN)
    return vnus_value_new_boolean (*(int *) slot == 2);
  if (_vnus_field_is_number (self))
    return item_to_value (self, GINT_TO_POINTER (*(int *) slot));
  if (!self->is_list)
    return item_to_value (self, *(gpointer *) slot);

  list = *(VnusVector **) slot;
  for (guint i = 0; i < _vnus_vector_length (list); i++)
    _vnus_vector_append (&values, item_to_value (self, _vnus_vector_get (list, i)));

  return _vnus_value_new_take (VNUS_VALUE_TYPE_LIST, values);
}

static gboolean
check_item (const VnusField  *self,
            const VnusValue  *value,
            GError          **error)
{
  VnusValueType type = vnus_value_get_value_type (value);

  if (type != self->type ||
      (type == VNUS_VALUE_TYPE_ENUM && vnus_value_get_enum_type (value) != self->get_enum_type ()))
    {
      g_autofree char *text = vnus_value_to_string (value);

      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_WRONG_TYPE,
                   "“%s” takes no such value as “%s”: it is of another type", self->name, _vnus_clip (text).text);
      return FALSE;
    }

  /* 0 is how a slot says that it is empty. */
  if ((type == VNUS_VALUE_TYPE_ENUM && vnus_value_get_integer (value) == 0) ||
      (type == VNUS_VALUE_TYPE_INTEGER && vnus_value_get_integer (value) < 1))
    {
      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE,
                   type == VNUS_VALUE_TYPE_ENUM ? "“%s” cannot be set to a word that says nothing (%d)"
                                                : "“%s” needs a whole number of 1 or more, not %d",
                   self->name, vnus_value_get_integer (value));
      return FALSE;
    }

  return TRUE;
}

/* Whether @value may be set. */
gboolean
_vnus_field_check (const VnusField  *self,
                   const VnusValue  *value,
                   GError          **error)
{
  if (!self->is_list)
    return check_item (self, value, error);

  if (vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
    {
      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_WRONG_TYPE,
                   "“%s” is a list; expected a list of values", self->name);
      return FALSE;
    }

  for (guint i = 0; i < vnus_value_get_n_items (value); i++)
    if (!check_item (self, vnus_value_get_item (value, i), error))
      return FALSE;

  return TRUE;
}

/* Sets a value that passed the check, or clears the field if it is NULL. */
void
_vnus_field_set_value (const VnusField *self,
                       gpointer         instance,
                       const VnusValue *value)
{
  gpointer slot;

  _vnus_field_clear (self, instance);
  if (value == NULL)
    return;

  slot = _vnus_field_slot_to_set (self, instance);

  if (self->type == VNUS_VALUE_TYPE_BOOLEAN)
    *(int *) slot = vnus_value_get_boolean (value) ? 2 : 1;
  else if (_vnus_field_is_number (self))
    *(int *) slot = vnus_value_get_integer (value);
  else if (!self->is_list)
    *(gpointer *) slot = item_from_value (self, value);
  else
    for (guint i = 0; i < vnus_value_get_n_items (value); i++)
      _vnus_vector_append (slot, item_from_value (self, vnus_value_get_item (value, i)));
}
