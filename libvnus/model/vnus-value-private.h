/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-value.h>

#include "base/vnus-vector-private.h"

G_BEGIN_DECLS

/* How an item of a type is taken, dropped, compared and printed. Types that
 * are plain numbers have no entry. */
typedef struct
{
  gpointer       (*ref)       (gpointer item);
  GDestroyNotify   unref;
  GEqualFunc       equal;
  char          *(*to_string) (gconstpointer item);
} VnusValueOperations;

extern const VnusValueOperations _vnus_value_operations[];

static inline gboolean
_vnus_value_type_is_number (VnusValueType type)
{
  return type == VNUS_VALUE_TYPE_ENUM || type == VNUS_VALUE_TYPE_INTEGER || type == VNUS_VALUE_TYPE_BOOLEAN;
}

VnusValue *_vnus_value_new_take         (VnusValueType    type,
                                         gpointer         item);
VnusValue *_vnus_value_new_number       (VnusValueType    type,
                                         GType            enum_type,
                                         int              number);
gpointer   _vnus_value_get_item_pointer (const VnusValue *self);

G_END_DECLS
