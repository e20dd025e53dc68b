/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: whether two values for one field can both be true, and which of them
 * says more.
 *
 * Dates agree if they have a day in common, amounts if their bounds overlap,
 * texts if no language has two wordings; all else if it is equal.
 */
#include "chronicle/vnus-compatible-private.h"

#include <math.h>
#include <string.h>

#include "base/vnus-text-private.h"

/* Dates */

static gboolean
is_interval (const VnusDate *date)
{
  return vnus_date_get_kind (date) == VNUS_DATE_KIND_INTERVAL;
}

static gboolean
starts_agree (const VnusDate *a,
              const VnusDate *b)
{
  return vnus_date_is_start_open (a) || vnus_date_is_start_open (b) ||
         (vnus_date_get_earliest_start (a) <= vnus_date_get_latest_start (b) &&
          vnus_date_get_earliest_start (b) <= vnus_date_get_latest_start (a));
}

static gboolean
ends_agree (const VnusDate *a,
            const VnusDate *b)
{
  return vnus_date_is_end_open (a) || vnus_date_is_end_open (b) ||
         (vnus_date_get_earliest_end (a) <= vnus_date_get_latest_end (b) &&
          vnus_date_get_earliest_end (b) <= vnus_date_get_latest_end (a));
}

/* An open end says only that no end was known. A day beside a stay names one of
 * its days. */
static gboolean
dates_agree (const VnusDate *a,
             const VnusDate *b,
             VnusAspect      aspect)
{
  if (is_interval (a) != is_interval (b))
    return vnus_date_is_within (is_interval (a) ? b : a, is_interval (a) ? a : b) != VNUS_TRUTH_NO;
  if (!is_interval (a))
    return vnus_date_is_same_day (a, b) != VNUS_TRUTH_NO;

  if (aspect != VNUS_ASPECT_WHOLE)
    return aspect == VNUS_ASPECT_START ? starts_agree (a, b) : ends_agree (a, b);

  return starts_agree (a, b) && ends_agree (a, b) &&
         MAX (vnus_date_get_earliest_start (a), vnus_date_get_earliest_start (b)) <=
           MIN (vnus_date_get_latest_end (a), vnus_date_get_latest_end (b));
}

/* How much a date leaves open, in days. */
static gint64
vagueness (const VnusDate *date,
           VnusAspect      aspect)
{
  gint64 start = (gint64) vnus_date_get_latest_start (date) - vnus_date_get_earliest_start (date);
  gint64 end = (gint64) vnus_date_get_latest_end (date) - vnus_date_get_earliest_end (date);

  if (vnus_date_is_start_open (date) || vnus_date_is_start_unknown (date))
    start = G_MAXUINT32;
  if (vnus_date_is_end_open (date) || vnus_date_is_end_unknown (date))
    end = G_MAXUINT32;

  return (aspect != VNUS_ASPECT_END ? start : 0) + (aspect != VNUS_ASPECT_START ? end : 0);
}

/* The qualifiers of a whole interval are those of both its ends. */
static gboolean
is_doubted (const VnusDate *date,
            VnusAspect      aspect)
{
  static const VnusDateComponent components[] = {
    VNUS_DATE_COMPONENT_YEAR, VNUS_DATE_COMPONENT_MONTH, VNUS_DATE_COMPONENT_DAY,
  };
  g_autoptr (VnusDate) end = NULL;

  if (is_interval (date) && aspect != VNUS_ASPECT_WHOLE)
    {
      end = aspect == VNUS_ASPECT_START ? vnus_date_dup_start (date) : vnus_date_dup_end (date);
      if (end == NULL)
        return FALSE;
      date = end;
    }

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    if ((vnus_date_get_qualifier (date, components[i]) & VNUS_DATE_QUALIFIER_UNCERTAIN) != 0)
      return TRUE;

  return FALSE;
}

/* What its source doubts makes nothing more precise that is not doubted. The whole
 * of a stay tells more than a day of it. */
static gboolean
is_more_precise_date (const VnusDate *a,
                      const VnusDate *b,
                      VnusAspect      aspect)
{
  gboolean is_doubted_a = is_doubted (a, aspect), is_doubted_b = is_doubted (b, aspect);

  if (is_doubted_a != is_doubted_b)
    return is_doubted_b;

  return is_interval (a) != is_interval (b) ? is_interval (a) : vagueness (a, aspect) < vagueness (b, aspect);
}

static char *
end_to_string (VnusDate *end,
               gboolean  is_open)
{
  return is_open ? g_strdup ("..") : end != NULL ? vnus_date_to_string (end) : g_strdup ("");
}

VnusDate *
_vnus_date_join (const VnusDate *start_of,
                 const VnusDate *end_of)
{
  g_autoptr (VnusDate) start = vnus_date_dup_start (start_of);
  g_autoptr (VnusDate) end = vnus_date_dup_end (end_of);
  g_autofree char *from = end_to_string (start, vnus_date_is_start_open (start_of));
  g_autofree char *to = end_to_string (end, vnus_date_is_end_open (end_of));
  g_autofree char *text = g_strconcat (from, "/", to, NULL);

  return vnus_date_parse (text, NULL);
}

/* Amounts */

/* The numbers that an amount allows. "About" is rounded: about 120 is from 115 to
 * 125. */
typedef struct
{
  double   low, high;
  gboolean low_open, high_open; /* the end itself is not allowed */
} Range;

/* Half a unit of the last digit that counts: zeros at the end do only after a
 * point. */
static double
rounding (const char *number)
{
  const char *point = strchr (number, '.');
  gsize n = strlen (number), n_zeros = 0;

  if (point != NULL)
    return 0.5 * pow (10, -(double) strlen (point + 1));

  while (n_zeros + 1 < n && number[n - 1 - n_zeros] == '0')
    n_zeros++;

  return 0.5 * pow (10, (double) n_zeros);
}

static Range
amount_range (const VnusAmount *amount)
{
  double value = vnus_amount_to_double (amount);
  double margin = rounding (vnus_amount_get_number (amount));

  switch (vnus_amount_get_bound (amount))
    {
    case VNUS_BOUND_ABOUT:
      return (Range) { value - margin, value + margin, FALSE, FALSE };

    case VNUS_BOUND_MORE_THAN:
      return (Range) { value, INFINITY, TRUE, TRUE };

    case VNUS_BOUND_AT_LEAST:
      return (Range) { value, INFINITY, FALSE, TRUE };

    case VNUS_BOUND_LESS_THAN:
      return (Range) { -INFINITY, value, TRUE, TRUE };

    case VNUS_BOUND_AT_MOST:
      return (Range) { -INFINITY, value, TRUE, FALSE };

    case VNUS_BOUND_UNSET:
    case VNUS_BOUND_EXACT:
    default:
      return (Range) { value, value, FALSE, FALSE };
    }
}

static gboolean
amounts_agree (const VnusAmount *a,
               const VnusAmount *b)
{
  Range x = amount_range (a), y = amount_range (b);
  double low = MAX (x.low, y.low), high = MIN (x.high, y.high);

  if (g_strcmp0 (vnus_amount_get_unit (a), vnus_amount_get_unit (b)) != 0)
    return FALSE;
  if (low != high)
    return low < high;

  return !(x.low == low && x.low_open) && !(y.low == low && y.low_open) &&
         !(x.high == high && x.high_open) && !(y.high == high && y.high_open);
}

/* An exact amount tells most; among bounds of one side, the tighter one. */
static gboolean
is_more_precise_amount (const VnusAmount *a,
                        const VnusAmount *b)
{
  Range x = amount_range (a), y = amount_range (b);
  double width_x = x.high - x.low, width_y = y.high - y.low;

  if (isfinite (width_x) || isfinite (width_y))
    return width_x < width_y;
  if (isfinite (x.low) && isfinite (y.low))
    return x.low > y.low || (x.low == y.low && x.low_open && !y.low_open);
  if (isfinite (x.high) && isfinite (y.high))
    return x.high < y.high || (x.high == y.high && x.high_open && !y.high_open);

  return FALSE;
}

/* Texts by language */

static gboolean
texts_agree (const VnusText *a,
             const VnusText *b)
{
  for (guint i = 0; i < _vnus_text_get_n_pairs (a); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (a, i);
      const char *other = vnus_text_get (b, pair.language);

      if (other != NULL && !g_str_equal (other, pair.string))
        return FALSE;
    }

  return TRUE;
}

/* Values */

gboolean
_vnus_value_is_interval (const VnusValue *value)
{
  return vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_DATE && is_interval (vnus_value_get_date (value));
}

gboolean
_vnus_values_agree (const VnusValue *a,
                    const VnusValue *b,
                    VnusAspect       aspect)
{
  VnusValueType type = vnus_value_get_value_type (a);

  if (type == vnus_value_get_value_type (b))
    {
      if (type == VNUS_VALUE_TYPE_DATE)
        return dates_agree (vnus_value_get_date (a), vnus_value_get_date (b), aspect);
      if (type == VNUS_VALUE_TYPE_AMOUNT)
        return amounts_agree (vnus_value_get_amount (a), vnus_value_get_amount (b));
      if (type == VNUS_VALUE_TYPE_LOCALISED)
        return texts_agree (vnus_value_get_localised (a), vnus_value_get_localised (b));
    }

  return vnus_value_equal (a, b);
}

gboolean
_vnus_value_is_more_precise (const VnusValue *a,
                             const VnusValue *b,
                             VnusAspect       aspect)
{
  VnusValueType type = vnus_value_get_value_type (a);

  if (type == vnus_value_get_value_type (b))
    {
      if (type == VNUS_VALUE_TYPE_DATE)
        return is_more_precise_date (vnus_value_get_date (a), vnus_value_get_date (b), aspect);
      if (type == VNUS_VALUE_TYPE_AMOUNT)
        return is_more_precise_amount (vnus_value_get_amount (a), vnus_value_get_amount (b));
      if (type == VNUS_VALUE_TYPE_LOCALISED)
        return _vnus_text_get_n_pairs (vnus_value_get_localised (a)) >
               _vnus_text_get_n_pairs (vnus_value_get_localised (b));
    }

  return FALSE;
}
