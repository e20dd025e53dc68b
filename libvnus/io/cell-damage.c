/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what spreadsheets do to values: they take 2023-09 for a date of
 * their own and long numbers for approximate ones, and write what a formula
 * could not compute. What was meant cannot be told from what is left. */
#include "io/cell-value-private.h"

#include <string.h>

#define TEXTS    (1u << VNUS_VALUE_TYPE_TEXT)
#define DATES    (1u << VNUS_VALUE_TYPE_DATE)
#define IDS      (1u << VNUS_VALUE_TYPE_REFERENCE | 1u << VNUS_VALUE_TYPE_ENUM)
#define NUMBERS  (1u << VNUS_VALUE_TYPE_INTEGER | 1u << VNUS_VALUE_TYPE_AMOUNT)
#define CELLS    (1u << VNUS_VALUE_TYPE_UNSET) /* whole cells, whatever is in them */

static const struct
{
  const char *pattern;
  guint32 types;
  const char *key;
} damages[] = {
  { "^#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$", CELLS | TEXTS, "cell.damage-error" },
  { "^Err:[0-9]{3}$", CELLS | TEXTS, "cell.damage-error" },
  { "^-?[0-9]([.,][0-9]+)?E[+-][0-9]+$", CELLS | TEXTS | DATES | IDS | NUMBERS, "cell.damage-exponent" },
  { "^[A-Z][a-z]{2}-[0-9]{2,4}$", DATES | IDS, "cell.damage-month" },
  { "^[0-9]{1,2}-[A-Z][a-z]{2}(-[0-9]{2,4})?$", DATES | IDS, "cell.damage-month" },
  { "^[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}( [0-9:]+)?$", DATES | IDS, "cell.damage-order" },
  { "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]00:00(:00)?(\\.0+)?Z?$", DATES, "cell.damage-time" },
  { "^[1-9][0-9]{4}(\\.[0-9]+)?$", DATES, "cell.damage-serial" },
  { "^[0-9]+[.,]0+$", 1u << VNUS_VALUE_TYPE_INTEGER, "cell.damage-fraction" },
  { "^-?[0-9]{1,3}([,. ][0-9]{3})+$", NUMBERS, "cell.damage-groups" },
};

/* The day that a number stands for in a spreadsheet: days since the end of 1899. */
static char *
get_day (const char *serial)
{
  GDate date;
  char day[16];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) g_ascii_strtoull (serial, NULL, 10));
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &date);

  return g_strdup (day);
}

gboolean
_vnus_cell_is_damaged (const char    *cell,
                       VnusValueType  type,
                       VnusCellFault *fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    if ((damages[i].types & 1u << type) != 0 && g_regex_match_simple (damages[i].pattern, cell, 0, 0))
      {
        gboolean is_serial = g_str_equal (damages[i].key, "cell.damage-serial");

        if (fault->key == NULL)
          {
            _vnus_cell_fault_set (fault, damages[i].key, cell, is_serial ? get_day (cell) : NULL);
            fault->is_damage = TRUE;
          }
        return TRUE;
      }

  return FALSE;
}
