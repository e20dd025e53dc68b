/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: the codes of countries of ISO 3166, which ICU has. */
#include "base/vnus-country-private.h"

#include <unicode/uloc.h>

/* By each code in small letters. */
typedef struct
{
  char *alpha2; /* small letters */
  char *alpha3; /* capitals */
} Country;

static GHashTable *
make_countries (void)
{
  GHashTable *countries = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const *codes = (const char *const *) uloc_getISOCountries ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *locale = g_strconcat ("und_", codes[i], NULL);
      Country *country = g_new (Country, 1);

      country->alpha2 = g_ascii_strdown (codes[i], -1);
      country->alpha3 = g_strdup (uloc_getISO3Country (locale));
      g_hash_table_insert (countries, country->alpha2, country);
      g_hash_table_insert (countries, g_ascii_strdown (country->alpha3, -1), country);
    }

  return countries;
}

static const Country *
find (const char *code)
{
  static GHashTable *countries; /* (element-type utf8 Country) lives as long as the program */
  g_autofree char *small = g_ascii_strdown (code, -1);

  if (g_once_init_enter (&countries))
    g_once_init_leave (&countries, make_countries ());

  return g_hash_table_lookup (countries, small);
}

const char *
_vnus_country_alpha2 (const char *code)
{
  const Country *country = find (code);

  return country != NULL ? country->alpha2 : NULL;
}

const char *
_vnus_country_alpha3 (const char *code)
{
  const Country *country = find (code);

  return country != NULL ? country->alpha3 : NULL;
}
