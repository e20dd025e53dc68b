/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: a value of any type that a field may have. Immutable.
 *
 * What differs by type is in the table of vnus-value-operations.c.
 */
#include "model/vnus-value-private.h"

/**
 * VnusValue:
 *
 * A value of a field: what a record says, or what one source says.
 *
 * A value is immutable. [method@Vnus.Value.get_value_type] tells its type; the
 * getter of another type gives `NULL`, 0 or `FALSE`.
 *
 * Since: 0.1
 */
struct _VnusValue
{
  gatomicrefcount ref_count;
  VnusValueType   type;
  GType           enum_type; /* of an enum */
  int             number;    /* of an enum, an integer, a boolean */
  gpointer        item;      /* of the other types; owned as the operations say */
};

G_DEFINE_BOXED_TYPE (VnusValue, vnus_value, vnus_value_ref, vnus_value_unref)

G_DEFINE_ENUM_TYPE (VnusValueType, vnus_value_type,
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_LOCALISED, "localised"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_REFERENCE, "reference"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_ENUM, "enum"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_INTEGER, "integer"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_BOOLEAN, "boolean"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_AMOUNT, "amount"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_PARTICIPANT, "participant"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_STOP, "stop"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_DESIGNATION, "designation"),
                    G_DEFINE_ENUM_VALUE (VNUS_VALUE_TYPE_LIST, "list"))

/* Takes @item as it is: a reference, a copy or a vector of the caller. */
VnusValue *
_vnus_value_new_take (VnusValueType type,
                      gpointer      item)
{
  VnusValue *self = g_new0 (VnusValue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->item = item;

  return self;
}

VnusValue *
_vnus_value_new_number (VnusValueType type,
                        GType         enum_type,
                        int           number)
{
  VnusValue *self = _vnus_value_new_take (type, NULL);

  self->enum_type = enum_type;
  self->number = number;

  return self;
}

gpointer
_vnus_value_get_item_pointer (const VnusValue *self)
{
  return self->item;
}

/**
 * vnus_value_ref:
 * @self: a value
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_ref (VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_value_unref:
 * @self: (transfer full): a value
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_value_unref (VnusValue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->item != NULL)
    _vnus_value_operations[self->type].unref (self->item);
  g_free (self);
}

/**
 * vnus_value_get_value_type:
 * @self: a value
 *
 * Gets the type of a value.
 *
 * Returns: the type
 *
 * Since: 0.1
 */
VnusValueType
vnus_value_get_value_type (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, VNUS_VALUE_TYPE_UNSET);

  return self->type;
}

/**
 * vnus_value_get_enum_type:
 * @self: a value
 *
 * Gets the type of the enumeration that the value belongs to.
 *
 * Returns: the type, or `G_TYPE_INVALID` if it is no word of a vocabulary
 *
 * Since: 0.1
 */
GType
vnus_value_get_enum_type (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, G_TYPE_INVALID);

  return self->enum_type;
}

/**
 * vnus_value_get_string:
 * @self: a value
 *
 * Gets the string of a text, the id of a reference, or the nick of a word of a
 * vocabulary.
 *
 * Returns: (nullable): the string, or `NULL` for other types
 *
 * Since: 0.1
 */
const char *
vnus_value_get_string (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == VNUS_VALUE_TYPE_TEXT || self->type == VNUS_VALUE_TYPE_REFERENCE)
    return self->item;

  if (self->type == VNUS_VALUE_TYPE_ENUM)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (self->enum_type);
      const GEnumValue *value = g_enum_get_value (klass, self->number);

      return value != NULL ? value->value_nick : NULL;
    }

  return NULL;
}

/**
 * vnus_value_get_localised:
 * @self: a value
 *
 * Gets the text.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusText *
vnus_value_get_localised (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_LOCALISED ? self->item : NULL;
}

/**
 * vnus_value_get_date:
 * @self: a value
 *
 * Gets the date.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusDate *
vnus_value_get_date (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_DATE ? self->item : NULL;
}

/**
 * vnus_value_get_integer:
 * @self: a value
 *
 * Gets the number of an integer or of a word of a vocabulary.
 *
 * Returns: the number, or 0 for other types
 *
 * Since: 0.1
 */
int
vnus_value_get_integer (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->type == VNUS_VALUE_TYPE_BOOLEAN ? 0 : self->number;
}

/**
 * vnus_value_get_boolean:
 * @self: a value
 *
 * Gets whether a boolean is true.
 *
 * Returns: `TRUE` if it is a boolean and true
 *
 * Since: 0.1
 */
gboolean
vnus_value_get_boolean (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == VNUS_VALUE_TYPE_BOOLEAN && self->number != 0;
}

/**
 * vnus_value_get_amount:
 * @self: a value
 *
 * Gets the amount.
 *
 * Returns: (transfer none) (nullable): the amount, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusAmount *
vnus_value_get_amount (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_AMOUNT ? self->item : NULL;
}

/**
 * vnus_value_get_participant:
 * @self: a value
 *
 * Gets the participant.
 *
 * Returns: (transfer none) (nullable): the participant, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_value_get_participant (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_PARTICIPANT ? self->item : NULL;
}

/**
 * vnus_value_get_stop:
 * @self: a value
 *
 * Gets the stop.
 *
 * Returns: (transfer none) (nullable): the stop, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusStop *
vnus_value_get_stop (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_STOP ? self->item : NULL;
}

/**
 * vnus_value_get_designation:
 * @self: a value
 *
 * Gets the designation.
 *
 * Returns: (transfer none) (nullable): the designation, or `NULL` for other types
 *
 * Since: 0.1
 */
VnusDesignation *
vnus_value_get_designation (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_DESIGNATION ? self->item : NULL;
}

/**
 * vnus_value_get_n_items:
 * @self: a value
 *
 * Gets how many values a list has.
 *
 * Returns: the number, or 0 for other types
 *
 * Since: 0.1
 */
guint
vnus_value_get_n_items (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->type == VNUS_VALUE_TYPE_LIST ? _vnus_vector_length (self->item) : 0;
}

/**
 * vnus_value_get_item:
 * @self: a value
 * @position: the position, from 0
 *
 * Gets a value of a list.
 *
 * Returns: (transfer none) (nullable): the value, or `NULL` past the end and for other types
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_get_item (const VnusValue *self,
                     guint            position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == VNUS_VALUE_TYPE_LIST ? _vnus_vector_get (self->item, position) : NULL;
}

/**
 * vnus_value_equal:
 * @self: a value
 * @other: another value
 *
 * Compares two values: equal if they have the same type and say the same.
 *
 * Returns: `TRUE` if the values are equal
 *
 * Since: 0.1
 */
gboolean
vnus_value_equal (const VnusValue *self,
                  const VnusValue *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->type != other->type || self->enum_type != other->enum_type || self->number != other->number)
    return FALSE;
  if (self->item == NULL || other->item == NULL)
    return self->item == other->item;

  return _vnus_value_operations[self->type].equal (self->item, other->item);
}

/**
 * vnus_value_to_string:
 * @self: a value
 *
 * Writes a value as text: a date as it was given, a word of a vocabulary as
 * its nick, a list with commas.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_value_to_string (const VnusValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch ((int) self->type)
    {
    case VNUS_VALUE_TYPE_ENUM:
      return g_strdup (vnus_value_get_string (self));

    case VNUS_VALUE_TYPE_INTEGER:
      return g_strdup_printf ("%d", self->number);

    case VNUS_VALUE_TYPE_BOOLEAN:
      return g_strdup (self->number ? "true" : "false");

    default:
      return _vnus_value_operations[self->type].to_string (self->item);
    }
}
