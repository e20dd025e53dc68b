/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two different values for every field of every kind, made from the field's own
 * description, so that tests reach fields that do not exist yet. */
#pragma once

#include <vnus/vnus.h>

#include "model/vnus-record-private.h"

/* A value of one item of @field; @variant 0 or 1 makes different ones. */
static inline VnusValue *
sample_item (const VnusField *field,
             guint            variant)
{
  static const char *const dates[] = { "2023-09-10/2023-09-11", "2023-09~" };
  static const char *const strings[] = { "joe-biden", "vo-van-thuong" };
  g_autoptr (VnusText) text = vnus_text_new (variant == 0 ? "en" : "vi", strings[variant]);
  g_autoptr (VnusDate) date = vnus_date_parse (dates[variant], NULL);

  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_TEXT:
      return vnus_value_new_text (strings[variant]);

    case VNUS_VALUE_TYPE_LOCALISED:
      return vnus_value_new_localised (text);

    case VNUS_VALUE_TYPE_DATE:
      return vnus_value_new_date (date);

    case VNUS_VALUE_TYPE_REFERENCE:
      return vnus_value_new_reference (strings[variant]);

    case VNUS_VALUE_TYPE_ENUM:
      return vnus_value_new_enum (field->get_enum_type (), (int) variant + 1);

    case VNUS_VALUE_TYPE_INTEGER:
      return vnus_value_new_integer ((int) variant + 1);

    case VNUS_VALUE_TYPE_BOOLEAN:
      return vnus_value_new_boolean (variant == 0);

    case VNUS_VALUE_TYPE_AMOUNT:
      {
        g_autoptr (VnusAmount) amount =
          vnus_amount_parse ("123.86", variant == 0 ? VNUS_BOUND_EXACT : VNUS_BOUND_MORE_THAN, "USD", NULL);

        return vnus_value_new_amount (amount);
      }

    case VNUS_VALUE_TYPE_PARTICIPANT:
      {
        g_autoptr (VnusParticipant) bare = vnus_participant_new (strings[variant], VNUS_ROLE_GUEST);
        g_autoptr (VnusParticipant) full = vnus_participant_with_capacity (bare, "us-president");

        return vnus_value_new_participant (full);
      }

    case VNUS_VALUE_TYPE_STOP:
      {
        g_autoptr (VnusStop) bare = vnus_stop_new (strings[variant]);
        g_autoptr (VnusStop) stop = vnus_stop_with_when (bare, date);

        return vnus_value_new_stop (stop);
      }

    case VNUS_VALUE_TYPE_DESIGNATION:
      {
        g_autoptr (VnusDesignation) designation = vnus_designation_new (strings[variant], text);

        return vnus_value_new_designation (designation);
      }

    default:
      g_assert_not_reached ();
    }
}

/* A value of @field; a list has two items, in an order that differs by @variant. */
static inline VnusValue *
sample_value (const VnusField *field,
              guint            variant)
{
  g_autoptr (VnusValue) first = sample_item (field, variant);
  g_autoptr (VnusValue) second = NULL;

  if (!field->is_list)
    return g_steal_pointer (&first);

  second = sample_item (field, 1 - variant);
  return vnus_value_new_list ((VnusValue *[]) { first, second }, 2);
}
