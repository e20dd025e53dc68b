/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: amounts. Rests on GLib alone.
 *
 * The number is kept as the decimal text that the source printed: its digits
 * are its precision, and no binary fraction comes near it. Arithmetic is for
 * those who ask for a double.
 */
#include <vnus/vnus-amount.h>

#include <string.h>

#include "base/vnus-clip-private.h"

#define MAX_DIGITS 64

/**
 * VnusAmount:
 *
 * A decimal number with its bound and unit, such as “more than 123860000000
 * USD”.
 *
 * An amount is an immutable value. It keeps the digits that it was given.
 *
 * Since: 0.1
 */
struct _VnusAmount
{
  gatomicrefcount  ref_count;
  VnusBound        bound;
  const char      *unit;     /* within number[], or NULL */
  char             number[]; /* number NUL unit NUL */
};

G_DEFINE_BOXED_TYPE (VnusAmount, vnus_amount, vnus_amount_ref, vnus_amount_unref)

G_DEFINE_ENUM_TYPE (VnusBound, vnus_bound,
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_EXACT, "exact"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_ABOUT, "about"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_MORE_THAN, "more-than"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_AT_LEAST, "at-least"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_LESS_THAN, "less-than"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUND_AT_MOST, "at-most"))

/**
 * vnus_amount_error_quark:
 *
 * Gets the error domain of amounts.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-amount-error-quark, vnus_amount_error)

G_DEFINE_ENUM_TYPE (VnusAmountError, vnus_amount_error,
                    G_DEFINE_ENUM_VALUE (VNUS_AMOUNT_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_AMOUNT_ERROR_SYNTAX, "syntax"),
                    G_DEFINE_ENUM_VALUE (VNUS_AMOUNT_ERROR_RANGE, "range"))

/* [-] digits [. digits], without superfluous leading zeros */
static gboolean
is_decimal (const char *number)
{
  const char *p = number + (number[0] == '-');
  gsize n_whole = strspn (p, "0123456789");

  if (n_whole == 0 || (p[0] == '0' && n_whole > 1))
    return FALSE;

  p += n_whole;
  if (*p == '.')
    {
      gsize n_fraction = strspn (p + 1, "0123456789");

      if (n_fraction == 0)
        return FALSE;
      p += 1 + n_fraction;
    }

  return *p == '\0';
}

/**
 * vnus_amount_parse: (constructor)
 * @number: a decimal number: an optional minus sign, digits, and perhaps a point and more digits
 * @bound: how @number bounds the amount; `VNUS_BOUND_UNSET` is read as exactly
 * @unit: (nullable): the unit, such as `USD`; `NULL` for a bare number
 * @error: return location for an error
 *
 * Makes an amount from the number as printed.
 *
 * At most 64 digits are accepted. Fails with [error@Vnus.AmountError].
 *
 * Returns: (transfer full): the amount
 *
 * Since: 0.1
 */
VnusAmount *
vnus_amount_parse (const char  *number,
                   VnusBound    bound,
                   const char  *unit,
                   GError     **error)
{
  VnusAmount *self;
  gsize number_size, unit_size;

  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!is_decimal (number))
    {
      g_set_error (error, VNUS_AMOUNT_ERROR, VNUS_AMOUNT_ERROR_SYNTAX,
                   "“%s” is no decimal number; expected digits, perhaps with a point, such as “123.86”",
                   _vnus_clip (number).text);
      return NULL;
    }
  if (strlen (number) > MAX_DIGITS)
    {
      g_set_error (error, VNUS_AMOUNT_ERROR, VNUS_AMOUNT_ERROR_RANGE,
                   "“%s” has more than %d digits", _vnus_clip (number).text, MAX_DIGITS);
      return NULL;
    }

  number_size = strlen (number) + 1;
  unit_size = unit != NULL ? strlen (unit) + 1 : 0;

  self = g_malloc (sizeof (VnusAmount) + number_size + unit_size);
  g_atomic_ref_count_init (&self->ref_count);
  self->bound = bound == VNUS_BOUND_UNSET ? VNUS_BOUND_EXACT : bound;
  self->unit = unit != NULL ? self->number + number_size : NULL;
  memcpy (self->number, number, number_size);
  if (unit != NULL)
    memcpy (self->number + number_size, unit, unit_size);

  return self;
}

/**
 * vnus_amount_ref:
 * @self: an amount
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusAmount *
vnus_amount_ref (VnusAmount *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_amount_unref:
 * @self: (transfer full): an amount
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_amount_unref (VnusAmount *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * vnus_amount_get_number:
 * @self: an amount
 *
 * Gets the number as a decimal text, with the digits that it was given.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
const char *
vnus_amount_get_number (const VnusAmount *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->number;
}

/**
 * vnus_amount_get_bound:
 * @self: an amount
 *
 * Gets how the number bounds the amount.
 *
 * Returns: the bound
 *
 * Since: 0.1
 */
VnusBound
vnus_amount_get_bound (const VnusAmount *self)
{
  g_return_val_if_fail (self != NULL, VNUS_BOUND_UNSET);

  return self->bound;
}

/**
 * vnus_amount_get_unit:
 * @self: an amount
 *
 * Gets the unit, such as `USD`.
 *
 * Returns: (nullable): the unit, or `NULL` for a bare number
 *
 * Since: 0.1
 */
const char *
vnus_amount_get_unit (const VnusAmount *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * vnus_amount_to_double:
 * @self: an amount
 *
 * Gets the number as the nearest double.
 *
 * Returns: the number, in the unit of @self
 *
 * Since: 0.1
 */
double
vnus_amount_to_double (const VnusAmount *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return g_ascii_strtod (self->number, NULL);
}

/**
 * vnus_amount_to_string:
 * @self: an amount
 *
 * Writes an amount for people who debug, such as `more-than 123860000000 USD`.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_amount_to_string (const VnusAmount *self)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_BOUND);
  const char *bound;

  g_return_val_if_fail (self != NULL, NULL);

  bound = g_enum_get_value (klass, self->bound)->value_nick;
  return g_strconcat (self->bound == VNUS_BOUND_EXACT ? "" : bound,
                      self->bound == VNUS_BOUND_EXACT ? "" : " ",
                      self->number,
                      self->unit != NULL ? " " : "",
                      self->unit != NULL ? self->unit : "",
                      NULL);
}

/**
 * vnus_amount_equal:
 * @self: an amount
 * @other: another amount
 *
 * Compares two amounts: equal if they have the same digits, bound and unit, so
 * that `1.0` and `1.00` differ.
 *
 * Returns: `TRUE` if the amounts are equal
 *
 * Since: 0.1
 */
gboolean
vnus_amount_equal (const VnusAmount *self,
                   const VnusAmount *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->bound == other->bound &&
         strcmp (self->number, other->number) == 0 &&
         g_strcmp0 (self->unit, other->unit) == 0;
}

/**
 * vnus_amount_compare:
 * @self: an amount
 * @other: another amount
 *
 * Orders two amounts for a list: by unit, then by number, then by bound, then
 * by digits. It says nothing about which amount is certainly larger.
 *
 * Returns: less than, equal to, or more than 0
 *
 * Since: 0.1
 */
int
vnus_amount_compare (const VnusAmount *self,
                     const VnusAmount *other)
{
  double a, b;
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  order = g_strcmp0 (self->unit, other->unit);
  if (order != 0)
    return order;

  a = vnus_amount_to_double (self);
  b = vnus_amount_to_double (other);
  if (a < b)
    return -1;
  if (a > b)
    return 1;
  if (self->bound != other->bound)
    return self->bound < other->bound ? -1 : 1;

  return strcmp (self->number, other->number);
}
