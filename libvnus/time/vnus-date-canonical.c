/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the canonical text of a date, and what rests on it: identity and order. */
#include <string.h>

#include "time/vnus-date-private.h"

static void
append_digits (GString     *string,
               const gint8 *digits,
               guint        n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (string, digits[i] < 0 ? 'X' : '0' + digits[i]);
}

/* A qualifier that the first components share goes behind them, any other
 * before its component. A time of day is left out. */
void
_vnus_date_part_append (const VnusDatePart *part,
                        GString            *string)
{
  static const char signs[] = { '\0', '?', '~', '%' };
  const guint8 *qualifiers = part->qualifiers;
  guint n_shared = 0;

  while (qualifiers[0] != 0 && n_shared < part->n_components && qualifiers[n_shared] == qualifiers[0])
    n_shared++;

  if (part->negative)
    g_string_append_c (string, '-');
  for (guint i = 0; i < part->n_components; i++)
    {
      if (i > 0)
        g_string_append_c (string, '-');
      if (i >= n_shared && qualifiers[i] != 0)
        g_string_append_c (string, signs[qualifiers[i]]);
      append_digits (string, part->digits + (i == 0 ? 0 : 2 + 2 * i), i == 0 ? 4 : 2);
      if (i + 1 == n_shared)
        g_string_append_c (string, signs[qualifiers[i]]);
    }
}

char *
_vnus_date_canonicalize (const char *text)
{
  GString *string = g_string_new (NULL);

  while (*text != '\0')
    {
      VnusDateScan scan;
      VnusDatePart part;

      if (strchr ("[]{}./,", *text) != NULL)
        {
          g_string_append_c (string, *text++);
          continue;
        }

      if (!_vnus_date_scan_part (&scan, text, &part))
        g_assert_not_reached ();
      _vnus_date_part_append (&part, string);
      text = scan.p;
    }

  return g_string_free (string, FALSE);
}

/**
 * vnus_date_equal:
 * @self: a date
 * @other: another date
 *
 * Checks whether two dates say the same: whether their canonical texts are equal.
 *
 * This is about texts. Whether two dates are the same day is a question with a
 * truth: [method@Vnus.Date.is_same_day].
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_date_equal (const VnusDate *self,
                 const VnusDate *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self == other || g_str_equal (date_get_canonical (self), date_get_canonical (other));
}

/**
 * vnus_date_hash:
 * @self: a date
 *
 * Hashes the canonical text of a date, in accord with [method@Vnus.Date.equal].
 *
 * Returns: the hash
 *
 * Since: 0.1
 */
guint
vnus_date_hash (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_str_hash (date_get_canonical (self));
}

static inline int
compare_days (gint32 a,
              gint32 b)
{
  return (a > b) - (a < b);
}

/* The first day to sort by; without an earliest start that is the earliest end that is known. */
static gint32
earliest_known_day (const VnusDate *self)
{
  if (self->earliest_start != VNUS_DAY_MIN)
    return self->earliest_start;

  return self->earliest_end != VNUS_DAY_MIN ? self->earliest_end : self->latest_end;
}

/* Its mirror image. */
static gint32
latest_known_day (const VnusDate *self)
{
  if (self->latest_end != VNUS_DAY_MAX)
    return self->latest_end;

  return self->latest_start != VNUS_DAY_MAX ? self->latest_start : self->earliest_start;
}

static int
compare_kind_and_text (const VnusDate *self,
                       const VnusDate *other)
{
  /* The kinds are numbered in their order. */
  const int kind = compare_days (self->kind, other->kind);

  return kind != 0 ? kind : strcmp (date_get_canonical (self), date_get_canonical (other));
}

/**
 * vnus_date_compare:
 * @self: a date
 * @other: another date
 *
 * Compares two dates for a list that runs by the earliest day.
 *
 * The order is total: by the earliest start, or by the earliest known end if
 * the start is open or unknown; an open or unknown start first; by the latest
 * end; by the latest start; a day before a choice before an interval; by the
 * canonical text. It never contradicts a certain [method@Vnus.Date.is_before],
 * but it is no answer to the question which is the earlier.
 *
 * Returns: negative if @self comes first, positive if @other does, 0 if the two are equal
 *
 * Since: 0.1
 */
int
vnus_date_compare (const VnusDate *self,
                   const VnusDate *other)
{
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  order = compare_days (earliest_known_day (self), earliest_known_day (other));
  if (order == 0)
    order = compare_days (self->earliest_start, other->earliest_start);
  if (order == 0)
    order = compare_days (self->latest_end, other->latest_end);
  if (order == 0)
    order = compare_days (self->latest_start, other->latest_start);

  return order != 0 ? order : compare_kind_and_text (self, other);
}

/**
 * vnus_date_compare_latest:
 * @self: a date
 * @other: another date
 *
 * Compares two dates for a list that runs by the latest day.
 *
 * The order is total and the twin of [method@Vnus.Date.compare]: by the latest
 * end, or by the latest known start if the end is open or unknown; an open or
 * unknown end last; by the earliest start; by the earliest end; a day before a
 * choice before an interval; by the canonical text.
 *
 * Returns: negative if @self comes first, positive if @other does, 0 if the two are equal
 *
 * Since: 0.1
 */
int
vnus_date_compare_latest (const VnusDate *self,
                          const VnusDate *other)
{
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  order = compare_days (latest_known_day (self), latest_known_day (other));
  if (order == 0)
    order = compare_days (self->latest_end, other->latest_end);
  if (order == 0)
    order = compare_days (self->earliest_start, other->earliest_start);
  if (order == 0)
    order = compare_days (self->earliest_end, other->earliest_end);

  return order != 0 ? order : compare_kind_and_text (self, other);
}

VnusDate *
_vnus_date_without_doubt (const VnusDate *self)
{
  g_auto (GStrv) parts = strpbrk (self->text, "?%") != NULL ? g_strsplit (self->text, "?", -1) : NULL;
  g_autofree char *plain = parts != NULL ? g_strjoinv ("", parts) : NULL;

  return plain != NULL ? vnus_date_parse (g_strdelimit (plain, "%", '~'), NULL) : NULL;
}
