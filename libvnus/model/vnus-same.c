/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: comparing and printing values that may be absent. */
#include "model/vnus-same-private.h"

gboolean
_vnus_date_same (const VnusDate *a,
                 const VnusDate *b)
{
  return a == b || (a != NULL && b != NULL && vnus_date_equal (a, b));
}

gboolean
_vnus_text_same (const VnusText *a,
                 const VnusText *b)
{
  return a == b || (a != NULL && b != NULL && vnus_text_equal (a, b));
}

gboolean
_vnus_value_same (const VnusValue *a,
                  const VnusValue *b)
{
  return a == b || (a != NULL && b != NULL && vnus_value_equal (a, b));
}

/* Each appends "name: value", after "; " where it is not the first, and
 * nothing where there is no value. */
void
_vnus_append_string (GString    *string,
                     const char *name,
                     const char *value)
{
  if (value != NULL)
    g_string_append_printf (string, "%s%s: %s", string->len > 0 ? "; " : "", name, value);
}

void
_vnus_append_enum (GString    *string,
                   const char *name,
                   GType       enum_type,
                   int         value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);
  const GEnumValue *entry = g_enum_get_value (klass, value);

  if (value != 0 && entry != NULL)
    _vnus_append_string (string, name, entry->value_nick);
}

void
_vnus_append_date (GString        *string,
                   const char     *name,
                   const VnusDate *value)
{
  if (value != NULL)
    _vnus_append_string (string, name, vnus_date_get_text (value));
}

void
_vnus_append_text (GString        *string,
                   const char     *name,
                   const VnusText *value)
{
  g_autofree char *text = value != NULL ? vnus_text_to_string (value) : NULL;

  _vnus_append_string (string, name, text);
}

void
_vnus_append_value (GString         *string,
                    const char      *name,
                    const VnusValue *value)
{
  g_autofree char *text = value != NULL ? vnus_value_to_string (value) : NULL;

  _vnus_append_string (string, name, text);
}
