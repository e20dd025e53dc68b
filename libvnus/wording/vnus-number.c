/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: numbers and amounts in words. Digits are moved and marked, never
 * computed with, so that a number has the decimals that its source gave it. */
#include "wording/vnus-pattern-private.h"

#include <string.h>

/* Far beyond any figure; bounds what “1E999999999” can ask for. */
#define LARGEST_EXPONENT 99

/* ±digits × 10^-scale */
typedef struct
{
  gboolean negative;
  GString *digits; /* (owned): at least one */
  int      scale;
  int      exponent;     /* as written */
  gboolean has_exponent;
} Decimal;

static void
decimal_clear (Decimal *self)
{
  if (self->digits != NULL)
    g_string_free (self->digits, TRUE);
  self->digits = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decimal, decimal_clear)

static const char *
read_digits (Decimal    *self,
             const char *p)
{
  const char *start = p;

  while (g_ascii_isdigit (*p))
    p++;
  g_string_append_len (self->digits, start, p - start);

  return p > start ? p : NULL;
}

static const char *
read_exponent (Decimal    *self,
               const char *p)
{
  const gboolean negative = *p == '-';
  const char *start = negative ? p + 1 : p;
  int value = 0;

  for (p = start; g_ascii_isdigit (*p); p++)
    {
      value = value * 10 + g_ascii_digit_value (*p);
      if (value > LARGEST_EXPONENT)
        return NULL;
    }
  self->exponent = negative ? -value : value;
  self->has_exponent = TRUE;

  return p > start ? p : NULL;
}

static gboolean
decimal_read (Decimal    *self,
              const char *p)
{
  self->digits = g_string_new (NULL);
  self->negative = *p == '-';
  p = read_digits (self, self->negative ? p + 1 : p);

  if (p != NULL && *p == '.')
    {
      const gsize whole = self->digits->len;

      p = read_digits (self, p + 1);
      self->scale = (int) (self->digits->len - whole);
    }
  if (p != NULL && *p == 'E')
    p = read_exponent (self, p + 1);
  self->scale -= self->exponent;

  return p != NULL && *p == '\0';
}

/* Digits × 10^-scale without an exponent: 012 and 3 are 0.012. */
static void
split_digits (const Decimal *self,
              int            scale,
              GString       *whole,
              GString       *fraction)
{
  const int length = (int) self->digits->len;
  const int n_whole = MAX (length - scale, 0);
  const char *digits = self->digits->str;

  g_string_append_len (whole, digits, MIN (n_whole, length));
  for (int i = length; i < n_whole; i++)
    g_string_append_c (whole, '0');
  for (int i = length; i < scale; i++)
    g_string_append_c (fraction, '0');
  if (n_whole < length)
    g_string_append (fraction, digits + n_whole);

  /* leading zeros say nothing; one must stay */
  g_string_erase (whole, 0, (gssize) strspn (whole->str, "0"));
  if (whole->len == 0)
    g_string_append_c (whole, '0');
}

static char *
write_number (const char    *language,
              const Decimal *self,
              int            scale)
{
  const VnusNumberMarks *marks = _vnus_number_marks (language);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  split_digits (self, scale, whole, fraction);
  if (self->negative)
    g_string_append (text, marks->minus);
  for (gsize i = 0; i < whole->len; i++)
    {
      if (i > 0 && (whole->len - i) % 3 == 0)
        g_string_append (text, marks->grouping);
      g_string_append_c (text, whole->str[i]);
    }
  if (fraction->len > 0)
    g_string_append_printf (text, "%s%s", marks->decimal, fraction->str);

  return g_string_free (text, FALSE);
}

/* Programmer errors: the text is then the number as it was given. */
static gboolean
check (const char *language,
       const char *number,
       Decimal    *decimal)
{
  if (_vnus_number_marks (language) == NULL)
    g_critical ("There are no messages in “%s”", language);
  else if (!decimal_read (decimal, number))
    g_critical ("“%s” is no decimal number, such as 123.86", number);
  else
    return TRUE;

  return FALSE;
}

char *
_vnus_message_number (const char *language,
                      const char *decimal)
{
  g_auto (Decimal) self = { 0 };

  g_return_val_if_fail (language != NULL && decimal != NULL, g_strdup (""));
  if (!check (language, decimal, &self))
    return g_utf8_make_valid (decimal, -1);

  return write_number (language, &self, self.scale);
}

char *
_vnus_message_percent (const char *language,
                       const char *ratio)
{
  g_auto (Decimal) self = { 0 };
  g_autofree char *number = NULL;

  g_return_val_if_fail (language != NULL && ratio != NULL, g_strdup (""));
  if (!check (language, ratio, &self))
    return g_utf8_make_valid (ratio, -1);

  number = write_number (language, &self, self.scale - 2);
  return _vnus_say (language, "amount.percent", VNUS_ARG_S ("number", number));
}

/* ---- Amounts ---- */

static const struct
{
  int         power;
  const char *key;
  gboolean    only_if_written; /* “51 thousand” only where a source says so */
} powers[] = {
  { 12, "power.trillion", FALSE },
  { 9, "power.billion", FALSE },
  { 6, "power.million", FALSE },
  { 3, "power.thousand", TRUE },
};

/* Whether a whole number is at least 1 and has at most three decimals when
 * written with a power of ten. */
static gboolean
fits_power (const Decimal *self,
            int            power)
{
  const gsize zeros = strspn (self->digits->str, "0");
  gsize length = self->digits->len - zeros;
  int exponent = -self->scale;

  if (self->scale > 0 || (int) length + exponent <= power)
    return FALSE;

  while (length > 1 && exponent < power && self->digits->str[zeros + length - 1] == '0')
    {
      length--;
      exponent++;
    }
  return power - exponent <= 3;
}

/* The row of powers to write a number with, or -1. A power that the source
 * wrote, as in 123.86E9, is kept. */
static int
choose_power (const Decimal *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (self->has_exponent ? powers[i].power == self->exponent
                           : !powers[i].only_if_written && fits_power (self, powers[i].power))
      return (int) i;

  return -1;
}

/* Zeros that stand behind the decimals only because a whole number was given
 * without its power: 51200000000 is 51.2 billion. */
static void
drop_implied_zeros (Decimal *self,
                    int      power)
{
  while (self->scale + power > 0 && self->digits->len > 1
         && self->digits->str[self->digits->len - 1] == '0')
    {
      g_string_truncate (self->digits, self->digits->len - 1);
      self->scale--;
    }
}

static char *
write_scaled (const char *language,
              Decimal    *self)
{
  const int row = choose_power (self);
  g_autofree char *number = NULL;

  if (row < 0)
    return write_number (language, self, self->scale);

  if (!self->has_exponent)
    drop_implied_zeros (self, powers[row].power);
  number = write_number (language, self, self->scale + powers[row].power);
  return _vnus_say (language, powers[row].key, VNUS_ARG_S ("number", number));
}

/* The number of units as far as it chooses the form of a word. */
static gint64
count_units (const Decimal *self)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);

  split_digits (self, self->scale, whole, fraction);
  if (strspn (fraction->str, "0") < fraction->len)
    return 0;

  return g_ascii_strtoll (whole->str, NULL, 10);
}

static gboolean
is_currency (const char *unit)
{
  return g_ascii_isupper (unit[0]) && g_ascii_isupper (unit[1]) && g_ascii_isupper (unit[2]) && unit[3] == '\0';
}

static char *
write_unit (const char *language,
            const char *unit,
            Decimal    *self)
{
  const gint64 count = count_units (self);
  g_autofree char *number = write_scaled (language, self);
  g_autofree char *key = g_strconcat ("unit.", unit, NULL);

  if (is_currency (unit))
    return _vnus_say (language, "amount.currency", VNUS_ARG_S ("unit", unit), VNUS_ARG_S ("number", number));
  if (_vnus_message_exists (language, key))
    return _vnus_say (language, key, VNUS_ARG_S ("number", number), VNUS_ARG_I ("count", count));

  return _vnus_say (language, "amount.other-unit", VNUS_ARG_S ("unit", unit), VNUS_ARG_S ("number", number));
}

static char *
write_percent (const char    *language,
               const Decimal *self,
               int            scale)
{
  g_autofree char *number = write_number (language, self, scale);

  return _vnus_say (language, "amount.percent", VNUS_ARG_S ("number", number));
}

static char *
write_quantity (const char *language,
                const char *unit,
                Decimal    *self)
{
  if (unit == NULL || *unit == '\0')
    return write_scaled (language, self);
  if (g_str_equal (unit, "%"))
    return write_percent (language, self, self->scale);
  if (g_str_equal (unit, "ratio"))
    return write_percent (language, self, self->scale - 2);

  return write_unit (language, unit, self);
}

char *
_vnus_message_amount (const char *language,
                      const char *number,
                      const char *bound,
                      const char *unit)
{
  g_auto (Decimal) self = { 0 };
  g_autofree char *quantity = NULL;
  g_autofree char *key = g_strconcat ("bound.", bound != NULL ? bound : "exact", NULL);

  g_return_val_if_fail (language != NULL && number != NULL, g_strdup (""));
  if (!check (language, number, &self))
    return g_strjoin (" ", number, unit, NULL);

  quantity = write_quantity (language, unit, &self);
  return _vnus_say (language, key, VNUS_ARG_S ("amount", quantity));
}
