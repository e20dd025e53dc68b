/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what rows have in common: ids, dates, and what is missing. */
#include "io/import-struct-private.h"

#include <string.h>

gboolean
_vnus_import_claim_row (VnusImport *self,
                        const char *id)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->claimed, id));
  g_autofree char *place = NULL;
  VnusPhrase *phrase;

  if (first == 0)
    {
      const VnusRowPlace here = { self->row_file, self->row_line };

      g_array_append_val (self->places, here);
      g_hash_table_insert (self->claimed, g_string_chunk_insert (self->strings, id), GUINT_TO_POINTER (self->places->len));
      return TRUE;
    }

  place = g_strdup_printf ("%s:%d", g_array_index (self->places, VnusRowPlace, first - 1).file,
                           g_array_index (self->places, VnusRowPlace, first - 1).line);
  phrase = _vnus_import_issue (self, "duplicate-row", VNUS_SEVERITY_ERROR, "import.duplicate-row");
  _vnus_phrase_add_text (phrase, "id", id);
  _vnus_phrase_add_text (phrase, "place", place);
  return FALSE;
}

gboolean
_vnus_import_has_row (VnusImport *self,
                      const char *id)
{
  return g_hash_table_contains (self->claimed, id);
}

void
_vnus_import_miss (VnusImport *self,
                   const char *field)
{
  _vnus_phrase_add_text (_vnus_import_issue (self, "missing-value", VNUS_SEVERITY_ERROR, "import.missing-value"), "field",
                         field);
}

static gboolean
is_nothing (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A year that never comes. */
static gboolean
is_open (const char *text)
{
  return strncmp (text, "9999", 4) == 0;
}

/* “2001-00-00” of some registers is a year whose day nobody knows. */
static char *
tidy_date (const char *text)
{
  char *date = g_strstrip (g_strdup (text));

  while (g_str_has_suffix (date, "-00"))
    date[strlen (date) - 3] = '\0';

  return date;
}

static VnusDate *
parse_date (VnusImport *self,
            const char *field,
            const char *text,
            gboolean   *is_bad)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) date = vnus_date_parse (text, &error);
  VnusPhrase *phrase;

  if (date != NULL && vnus_date_get_kind (date) == VNUS_DATE_KIND_DAY)
    return g_steal_pointer (&date);

  phrase = _vnus_import_issue (self, "bad-date", VNUS_SEVERITY_ERROR, "import.bad-date");
  _vnus_phrase_add_text (phrase, "field", field);
  _vnus_phrase_add_text (phrase, "value", text);
  _vnus_phrase_add_text (phrase, "problem", error != NULL ? error->message : text);
  *is_bad = TRUE;
  return NULL;
}

VnusDate *
_vnus_import_dup_date (VnusImport *self,
                       const char *field,
                       const char *text,
                       gboolean   *is_bad)
{
  g_autofree char *tidy = NULL;

  if (is_nothing (text) || is_open (text))
    return NULL;

  tidy = tidy_date (text);
  return parse_date (self, field, tidy, is_bad);
}

/* An end as it is written in a date; NULL with an issue. @date: the end itself, if
 * it is one. */
static char *
dup_end (VnusImport *self,
         const char *field,
         const char *text,
         VnusDate  **date,
         gboolean   *is_bad)
{
  g_autofree char *tidy = NULL;

  if (is_nothing (text))
    return g_strdup ("");
  if (is_open (text))
    return g_strdup ("..");

  tidy = tidy_date (text);
  *date = parse_date (self, field, tidy, is_bad);
  return *date != NULL ? g_steal_pointer (&tidy) : NULL;
}

VnusDate *
_vnus_import_dup_span (VnusImport *self,
                       const char *start_field,
                       const char *start,
                       const char *end_field,
                       const char *end,
                       gboolean   *is_bad)
{
  g_autoptr (VnusDate) first_day = NULL;
  g_autoptr (VnusDate) last_day = NULL;
  g_autofree char *first = dup_end (self, start_field, start, &first_day, is_bad);
  g_autofree char *last = dup_end (self, end_field, end, &last_day, is_bad);
  g_autofree char *text = NULL;
  VnusDate *date;
  VnusPhrase *phrase;

  if (first == NULL || last == NULL || (*first == '\0' && *last == '\0'))
    return NULL;

  /* One day is one day, not a span of it. */
  if (first_day != NULL && strlen (first) == strlen ("2023-09-10") && g_str_equal (first, last))
    return g_steal_pointer (&first_day);
  text = g_strconcat (first, "/", last, NULL);
  date = vnus_date_parse (text, NULL);
  if (date != NULL)
    return date;

  phrase = _vnus_import_issue (self, "end-before-start", VNUS_SEVERITY_ERROR, "import.end-before-start");
  _vnus_phrase_add_text (phrase, "field", end_field);
  _vnus_phrase_add_text (phrase, "end", last);
  _vnus_phrase_add_text (phrase, "start", first);
  *is_bad = TRUE;
  return NULL;
}
