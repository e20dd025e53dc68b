/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: dates: how they are made, their text and what it says of itself. */
#include <string.h>

#include "time/calendar-private.h"
#include "time/vnus-date-private.h"

/**
 * VnusDate:
 *
 * A date exactly as precise as its source.
 *
 * A date is read from EDTF, the extended date format of ISO 8601-2, and keeps
 * the text that it was given. `1995-07` is one unknown day of July 1995, and
 * never its first; `2023-09-10/2023-09-11` lasts for two days; `1995/..` has no
 * end yet, `1995/` has one that is not known.
 *
 * What two dates have to each other is asked as a question with a truth, such
 * as [method@Vnus.Date.is_before]. Lists are sorted by
 * [method@Vnus.Date.compare], which is no such question.
 *
 * ```c
 * g_autoptr (VnusDate) normalised = vnus_date_parse ("1995-07", &error);
 * g_autoptr (VnusDate) day = vnus_date_parse ("1995-07-11", &error);
 *
 * vnus_date_is_same_day (normalised, day); // VNUS_TRUTH_POSSIBLY
 * ```
 *
 * Days are numbered from 1970-01-01 in the Gregorian calendar, which is
 * extended to all years before its introduction.
 *
 * A date never changes; it may be used from any number of threads.
 *
 * Since: 0.1
 */
G_DEFINE_BOXED_TYPE (VnusDate, vnus_date, vnus_date_ref, vnus_date_unref)

/* Longer texts are no dates but accidents; offsets and sizes stay far within 32 bits. */
#define MAX_LENGTH 65535

#define FULL_DATE_LENGTH 10

static inline VnusDate *
date_alloc (gsize size)
{
  VnusDate *self = g_malloc (size);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/* Reads “YYYY-MM-DD”, all eight digits at once. */
static inline gboolean
read_full_date (const char *text,
                gint32     *day)
{
  guint64 x;
  guint32 y;
  guint month, d0, d1;
  int year, number;

  memcpy (&x, text, sizeof x);
  x = GUINT64_FROM_LE (x) ^ G_GUINT64_CONSTANT (0x2d30302d30303030);

  /* Each byte is now the value of its digit, or 0 for a hyphen in its place. */
  if ((((x + G_GUINT64_CONSTANT (0x7f76767f76767676)) | x) & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
    return FALSE;
  d0 = (guchar) text[8] - '0';
  d1 = (guchar) text[9] - '0';
  if (d0 > 9 || d1 > 9)
    return FALSE;

  y = (guint32) x;
  y = (y * 10 + (y >> 8)) & 0x00ff00ff;
  year = (y & 0xff) * 100 + (y >> 16);
  month = ((x >> 40) & 0xff) * 10 + ((x >> 48) & 0xff);
  number = d0 * 10 + d1;
  if (month - 1 >= 12 || number < 1 || (number > 28 && number > days_in_month (year, month)))
    return FALSE;

  *day = day_from_ymd (year, month, number);
  return TRUE;
}

static inline VnusDate *
date_new_full (const char *text,
               gint32      day)
{
  VnusDate *self = date_alloc (sizeof (VnusDate) + FULL_DATE_LENGTH + 1);

  self->earliest_start = day;
  self->latest_start = day;
  self->earliest_end = day;
  self->latest_end = day;
  self->kind = VNUS_DATE_KIND_DAY;
  self->level = VNUS_DATE_LEVEL_ZERO;
  self->start = END_KNOWN;
  self->end = END_KNOWN;
  self->precision = VNUS_DATE_PRECISION_DAY;
  self->year_qualifier = 0;
  self->month_qualifier = 0;
  self->day_qualifier = 0;
  self->extra = 0;
  memcpy (self->text, text, FULL_DATE_LENGTH + 1);
  return self;
}

static VnusDate *
date_new_scanned (const VnusDateScan *scan,
                  gsize               length)
{
  g_autofree char *canonical = scan->is_canonical ? NULL : _vnus_date_canonicalize (scan->text);
  const guint n_ranges = scan->n_ranges > 1 ? scan->n_ranges : 0;
  gsize size = sizeof (VnusDate) + length + 1;
  gsize extra = 0;
  VnusDate *self;

  if (canonical != NULL && g_str_equal (canonical, scan->text))
    g_clear_pointer (&canonical, g_free);

  if (canonical != NULL || n_ranges > 0)
    {
      extra = (size + 3) & ~(gsize) 3;
      size = extra + sizeof (VnusDateExtra) + n_ranges * sizeof (VnusDayRange) +
             (canonical == NULL ? 0 : strlen (canonical) + 1);
    }

  self = date_alloc (size);
  self->earliest_start = scan->bounds[0];
  self->latest_start = scan->bounds[1];
  self->earliest_end = scan->bounds[2];
  self->latest_end = scan->bounds[3];
  self->kind = scan->kind;
  self->level = scan->level;
  self->start = scan->start;
  self->end = scan->end;
  self->precision = scan->precision;
  self->year_qualifier = scan->qualifiers[0];
  self->month_qualifier = scan->qualifiers[1];
  self->day_qualifier = scan->qualifiers[2];
  self->extra = extra;
  memcpy (self->text, scan->text, length + 1);

  if (extra > 0)
    {
      VnusDateExtra *more = (VnusDateExtra *) G_STRUCT_MEMBER_P (self, extra);

      more->n_ranges = n_ranges;
      more->canonical = 0;
      if (n_ranges > 0)
        memcpy (more->ranges, scan->ranges, n_ranges * sizeof (VnusDayRange));
      if (canonical != NULL)
        {
          more->canonical = extra + sizeof (VnusDateExtra) + n_ranges * sizeof (VnusDayRange);
          memcpy (G_STRUCT_MEMBER_P (self, more->canonical), canonical, strlen (canonical) + 1);
        }
    }

  return self;
}

/* The text for a message: valid UTF-8 on one line, and no book. */
static char *
quote (const char *text)
{
  g_autofree char *start = g_strndup (text, 80);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  GString *string = g_string_new ("“");

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isprint (g_utf8_get_char (p)))
      g_string_append_unichar (string, g_utf8_get_char (p));
    else
      g_string_append_printf (string, "\\u%04x", g_utf8_get_char (p));
  g_string_append (string, strlen (text) > 80 ? "…”" : "”");

  return g_string_free (string, FALSE);
}

static VnusDate *
parse_other (const char  *text,
             gsize        length,
             GError     **error)
{
  VnusDateScan scan;
  VnusDate *self = NULL;

  if (length > MAX_LENGTH)
    {
      g_set_error (error, VNUS_DATE_ERROR, VNUS_DATE_ERROR_SYNTAX,
                   "not a date: byte %d: expected the end of so long a text", MAX_LENGTH);
      return NULL;
    }

  if (_vnus_date_scan (&scan, text, NULL))
    self = date_new_scanned (&scan, length);
  else
    {
      g_autofree char *quoted = quote (text);

      g_set_error (error, VNUS_DATE_ERROR, scan.code, "%s is not %s: byte %d: expected %s", quoted,
                   scan.code == VNUS_DATE_ERROR_UNSUPPORTED ? "a date that is understood" : "a date",
                   (int) (scan.place - text), scan.expected);
    }

  _vnus_date_scan_clear (&scan);
  return self;
}

/**
 * vnus_date_parse: (constructor)
 * @text: a date in EDTF, such as `1995-07` or `2023-09-10/2023-09-11`
 * @error: return location for an error
 *
 * Parses a date.
 *
 * Understood are level 0; of level 1 all but seasons and years with `Y`; of
 * level 2 a qualifier for each component, `X` for any digit, the sub-years 33
 * to 41 (quarters, thirds, halves) and choices in square brackets.
 *
 * Fails with [error@Vnus.DateError]; the message has the place of the fault in
 * bytes, and so has [func@Vnus.Date.check]. What is EDTF and not understood
 * fails with `VNUS_DATE_ERROR_UNSUPPORTED`.
 *
 * Returns: (transfer full): the date
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_parse (const char  *text,
                 GError     **error)
{
  gsize length;
  gint32 day;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = strlen (text);
  if (G_LIKELY (length == FULL_DATE_LENGTH && read_full_date (text, &day)))
    return date_new_full (text, day);

  return parse_other (text, length, error);
}

/**
 * vnus_date_new_ymd:
 * @year: a year from -9999 to 9999
 * @month: a month from 1 to 12, or 0 for a year alone
 * @day: a day of the month, or 0 for a month or a year alone
 *
 * Creates a date from year, month and day.
 *
 * Returns: (transfer full) (nullable): the date; `NULL` if the calendar has no such day
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_new_ymd (int year,
                   int month,
                   int day)
{
  char text[sizeof "-YYYY-MM-DD"];

  if (year < YEAR_MIN || year > YEAR_MAX || month < 0 || month > 12 || day < 0 || (month == 0 && day != 0))
    return NULL;
  if (day != 0 && day > days_in_month (year, month))
    return NULL;

  if (month == 0)
    g_snprintf (text, sizeof text, "%s%04d", year < 0 ? "-" : "", ABS (year));
  else if (day == 0)
    g_snprintf (text, sizeof text, "%s%04d-%02d", year < 0 ? "-" : "", ABS (year), month);
  else
    g_snprintf (text, sizeof text, "%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day);

  return vnus_date_parse (text, NULL);
}

/**
 * vnus_date_new_day:
 * @day: a day number, counted from 1970-01-01
 *
 * Creates a date from the number of its day.
 *
 * Returns: (transfer full) (nullable): the date; `NULL` if its year has more than four digits
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_new_day (int day)
{
  int y, m, d;

  if (day < FIRST_DAY || day > LAST_DAY)
    return NULL;

  ymd_from_day (day, &y, &m, &d);
  return vnus_date_new_ymd (y, m, d);
}

/**
 * vnus_date_new_from_g_date:
 * @date: a valid `GDate`
 *
 * Creates a date from a `GDate`.
 *
 * Returns: (transfer full) (nullable): the date; `NULL` if its year has more than four digits
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_new_from_g_date (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return vnus_date_new_ymd (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * vnus_date_new_from_date_time:
 * @date_time: a point in time
 *
 * Creates a date from the calendar day of a `GDateTime`, in the time zone that it has.
 *
 * Returns: (transfer full): the date
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_new_from_date_time (GDateTime *date_time)
{
  int y, m, d;

  g_return_val_if_fail (date_time != NULL, NULL);

  g_date_time_get_ymd (date_time, &y, &m, &d);
  return vnus_date_new_ymd (y, m, d);
}

/**
 * vnus_date_ref:
 * @self: a date
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusDate *
vnus_date_ref (VnusDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_date_unref:
 * @self: (transfer full): a date
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
vnus_date_unref (VnusDate *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * vnus_date_get_text:
 * @self: a date
 *
 * Gets the text that the date was given.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
vnus_date_get_text (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

/**
 * vnus_date_to_string:
 * @self: a date
 *
 * Formats a date as canonical EDTF.
 *
 * It parses to an equal date. Only the places of qualifiers differ from the
 * text as given: `?2004-?06` becomes `2004-06?`.
 *
 * Returns: (transfer full): the canonical text
 *
 * Since: 0.1
 */
char *
vnus_date_to_string (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (date_get_canonical (self));
}

/**
 * vnus_date_get_kind:
 * @self: a date
 *
 * Gets what a date stands for.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
VnusDateKind
vnus_date_get_kind (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DATE_KIND_UNSET);

  return (VnusDateKind) self->kind;
}

/**
 * vnus_date_get_level:
 * @self: a date
 *
 * Gets the level of EDTF that the text of a date needs.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
VnusDateLevel
vnus_date_get_level (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DATE_LEVEL_INVALID);

  return (VnusDateLevel) self->level;
}

/**
 * vnus_date_get_precision:
 * @self: a date
 *
 * Gets how precisely a date is written.
 *
 * For an interval or a choice this is the coarsest precision of its parts.
 *
 * Returns: the precision
 *
 * Since: 0.1
 */
VnusDatePrecision
vnus_date_get_precision (const VnusDate *self)
{
  g_return_val_if_fail (self != NULL, VNUS_DATE_PRECISION_UNSET);

  return (VnusDatePrecision) self->precision;
}

/**
 * vnus_date_get_qualifier:
 * @self: a date
 * @component: a component
 *
 * Gets the reserve with which a component of a date is given.
 *
 * For an interval or a choice these are the qualifiers of all its parts
 * together; [method@Vnus.Date.dup_start] and [method@Vnus.Date.dup_end] tell
 * the parts of an interval apart.
 *
 * Returns: the qualifier
 *
 * Since: 0.1
 */
VnusDateQualifier
vnus_date_get_qualifier (const VnusDate    *self,
                         VnusDateComponent  component)
{
  g_return_val_if_fail (self != NULL, VNUS_DATE_QUALIFIER_NONE);

  switch (component)
    {
    case VNUS_DATE_COMPONENT_YEAR:
      return (VnusDateQualifier) self->year_qualifier;
    case VNUS_DATE_COMPONENT_MONTH:
      return (VnusDateQualifier) self->month_qualifier;
    case VNUS_DATE_COMPONENT_DAY:
      return (VnusDateQualifier) self->day_qualifier;
    case VNUS_DATE_COMPONENT_UNSET:
    default:
      g_return_val_if_reached (VNUS_DATE_QUALIFIER_NONE);
    }
}
