/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: making values of each type. */
#include "base/vnus-id-private.h"
#include "model/vnus-value-private.h"

/**
 * vnus_value_new_text: (constructor)
 * @text: the string
 *
 * Makes a value that is a string in no particular language.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_TEXT, g_strdup (text));
}

/**
 * vnus_value_new_localised: (constructor)
 * @text: the text
 *
 * Makes a value that is a text by language.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_localised (VnusText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_LOCALISED, vnus_text_ref (text));
}

/**
 * vnus_value_new_date: (constructor)
 * @date: the date
 *
 * Makes a value that is a date.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_date (VnusDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_DATE, vnus_date_ref (date));
}

/**
 * vnus_value_new_reference: (constructor)
 * @id: the id
 *
 * Makes a value that is the id of a record.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_reference (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_REFERENCE, _vnus_id_new (id));
}

/**
 * vnus_value_new_enum: (constructor)
 * @enum_type: the type of a registered enumeration, such as that of [enum@Vnus.Status]
 * @value: a value of it
 *
 * Makes a value that is a word of a closed vocabulary.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_enum (GType enum_type,
                     int   value)
{
  g_autoptr (GEnumClass) klass = NULL;

  g_return_val_if_fail (G_TYPE_IS_ENUM (enum_type), NULL);
  klass = g_type_class_ref (enum_type);
  g_return_val_if_fail (g_enum_get_value (klass, value) != NULL, NULL);

  return _vnus_value_new_number (VNUS_VALUE_TYPE_ENUM, enum_type, value);
}

/**
 * vnus_value_new_integer: (constructor)
 * @value: the number
 *
 * Makes a value that is a whole number.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_integer (int value)
{
  return _vnus_value_new_number (VNUS_VALUE_TYPE_INTEGER, G_TYPE_INVALID, value);
}

/**
 * vnus_value_new_boolean: (constructor)
 * @value: whether it is true
 *
 * Makes a value that is true or false.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_boolean (gboolean value)
{
  return _vnus_value_new_number (VNUS_VALUE_TYPE_BOOLEAN, G_TYPE_INVALID, value != FALSE);
}

/**
 * vnus_value_new_amount: (constructor)
 * @amount: the amount
 *
 * Makes a value that is an amount.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_amount (VnusAmount *amount)
{
  g_return_val_if_fail (amount != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_AMOUNT, vnus_amount_ref (amount));
}

/**
 * vnus_value_new_participant: (constructor)
 * @participant: the participant
 *
 * Makes a value that is a participant.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_participant (VnusParticipant *participant)
{
  g_return_val_if_fail (participant != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_PARTICIPANT, vnus_participant_ref (participant));
}

/**
 * vnus_value_new_stop: (constructor)
 * @stop: the stop
 *
 * Makes a value that is a stop.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_stop (VnusStop *stop)
{
  g_return_val_if_fail (stop != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_STOP, vnus_stop_ref (stop));
}

/**
 * vnus_value_new_designation: (constructor)
 * @designation: the designation
 *
 * Makes a value that is a designation.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_designation (VnusDesignation *designation)
{
  g_return_val_if_fail (designation != NULL, NULL);

  return _vnus_value_new_take (VNUS_VALUE_TYPE_DESIGNATION, vnus_designation_ref (designation));
}

/**
 * vnus_value_new_list: (constructor)
 * @items: (array length=n_items): the values
 * @n_items: how many there are
 *
 * Makes a value that is a list of values.
 *
 * Returns: (transfer full): the value
 *
 * Since: 0.1
 */
VnusValue *
vnus_value_new_list (VnusValue **items,
                     guint       n_items)
{
  VnusVector *vector = NULL;

  g_return_val_if_fail (items != NULL || n_items == 0, NULL);

  for (guint i = 0; i < n_items; i++)
    g_return_val_if_fail (items[i] != NULL, NULL);
  for (guint i = 0; i < n_items; i++)
    _vnus_vector_append (&vector, vnus_value_ref (items[i]));

  return _vnus_value_new_take (VNUS_VALUE_TYPE_LIST, vector);
}
