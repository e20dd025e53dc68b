/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the dates of articles on recognition and relations, from their markup and
 * from their words. */
#include "io/import-rdcr-private.h"

#include <string.h>

#include "io/xml-reader-private.h"

static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                      "October", "November", "December" };

/* The words by which sentences tell of an act. */
static const struct
{
  VnusStageAct act;
  const char  *words[7];
} tellings[] = {
  { VNUS_STAGE_ACT_RECOGNISED, { "recogniz", "recognis", "recognition" } },
  { VNUS_STAGE_ACT_ESTABLISHED, { "establish", "opened", "accredited", "exchanged" } },
  { VNUS_STAGE_ACT_RESUMED, { "resum", "reestablish", "re-establish", "reopened", "re-opened", "restor", "establish" } },
  { VNUS_STAGE_ACT_NORMALISED, { "normali", "resum" } },
  { VNUS_STAGE_ACT_UPGRADED, { "raised", "elevat", "upgrad", "promot", "became" } },
  { VNUS_STAGE_ACT_SEVERED, { "sever", "broke", "ended", "terminat", "ceas", "withdr" } },
  { VNUS_STAGE_ACT_SUSPENDED, { "suspend", "interrupt", "clos", "sever", "broke" } },
  { VNUS_STAGE_ACT_CLOSED, { "clos" } },
};

/* How far behind such a word its date may stand. */
#define MAX_DISTANCE 90

/* Words */

static gboolean
read_number (const char **text,
             guint        max_digits,
             int         *number)
{
  guint n = 0;

  *number = 0;
  while (n < max_digits && g_ascii_isdigit (**text))
    {
      *number = *number * 10 + (**text - '0');
      (*text)++;
      n++;
    }

  return n > 0 && !g_ascii_isdigit (**text);
}

/* “February 7, 1950” or “February 1950” at @text; @end is behind it. */
static VnusDate *
parse_words (const char  *text,
             const char **end)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const char *p = text + strlen (months[i]);
      int day, year;

      if (!g_str_has_prefix (text, months[i]) || *p++ != ' ')
        continue;

      *end = p;
      if (read_number (end, 4, &year) && *end == p + 4)
        return vnus_date_new_ymd (year, (int) i + 1, 0);

      *end = p;
      if (!read_number (end, 2, &day) || *(*end)++ != ',' || *(*end)++ != ' ')
        return NULL;
      p = *end;
      if (!read_number (end, 4, &year) || *end != p + 4)
        return NULL;
      return vnus_date_new_ymd (year, (int) i + 1, day);
    }

  return NULL;
}

/* A full stop that ends a sentence, not that of “U.S.” or an initial. */
static gboolean
is_stop (const char *text,
         const char *p)
{
  return *p == '.' && p[1] == ' ' && p - text >= 2 && g_ascii_islower (p[-1]) && (g_ascii_isalnum (p[-2]) || (guchar) p[-2] >= 0x80);
}

/* The date that follows in the sentence with “on” or “in”. */
static VnusDate *
find_next_date (const char  *text,
                const char  *from,
                const char **start,
                const char **end)
{
  for (const char *p = from; *p != '\0' && p - from < MAX_DISTANCE && !is_stop (text, p); p++)
    {
      gboolean is_on = g_str_has_prefix (p, " on ") || g_str_has_prefix (p, " of "), is_in = g_str_has_prefix (p, " in ");
      VnusDate *date = is_on || is_in ? parse_words (p + 4, end) : NULL;

      *start = p + 4;
      if (date != NULL && is_in == (vnus_date_get_precision (date) == VNUS_DATE_PRECISION_MONTH))
        return date;
      g_clear_pointer (&date, vnus_date_unref);
    }

  return NULL;
}

static gboolean
is_possible (VnusDate *date,
             VnusDate *within)
{
  return within == NULL || vnus_date_intersects (date, within) != VNUS_TRUTH_NO;
}

/* The date with which some sentence tells of @act, within @within; @printed is how it
 * is written. */
static VnusDate *
find_told (const char   *text,
           VnusStageAct  act,
           VnusDate     *within,
           char        **printed)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  const char *const *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    if (tellings[i].act == act)
      words = tellings[i].words;

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (tellings[0].words) && words[i] != NULL; i++)
    for (const char *p = strstr (small, words[i]); p != NULL; p = strstr (p + 1, words[i]))
      {
        const char *start, *end;
        VnusDate *date = find_next_date (text, text + (p - small), &start, &end);

        if (date != NULL && is_possible (date, within))
          {
            *printed = g_strndup (start, (gsize) (end - start));
            return date;
          }
        g_clear_pointer (&date, vnus_date_unref);
      }

  return NULL;
}

VnusDate *
_vnus_rdcr_dup_month (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end;
      VnusDate *date = g_ascii_isupper (*p) ? parse_words (p, &end) : NULL;

      if (date != NULL)
        return date;
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = p;
      int year;

      if (g_ascii_isdigit (*p) && (p == text || !g_ascii_isdigit (p[-1])) && read_number (&end, 4, &year) && end == p + 4)
        return vnus_date_new_ymd (year, 0, 0);
    }

  return NULL;
}

/* Markup */

static void
gather_dates (const xmlNode *node,
              GPtrArray     *dates)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    {
      if (_vnus_xml_is (child, "date"))
        g_ptr_array_add (dates, child);
      else if (child->type == XML_ELEMENT_NODE)
        gather_dates (child, dates);
    }
}

/* An element by its attributes; NULL if it has none, with an issue if they are no date. */
static VnusDate *
dup_marked (VnusImport    *import,
            const xmlNode *node,
            gboolean      *is_span)
{
  g_autofree char *when = _vnus_xml_dup_attribute (node, "when");
  g_autofree char *from = _vnus_xml_dup_attribute (node, "from");
  g_autofree char *to = _vnus_xml_dup_attribute (node, "to");
  g_autofree char *not_before = _vnus_xml_dup_attribute (node, "notBefore");
  g_autofree char *not_after = _vnus_xml_dup_attribute (node, "notAfter");
  gboolean is_bad = FALSE;

  *is_span = FALSE;
  if (from != NULL)
    {
      *is_span = TRUE;
      return _vnus_import_dup_span (import, "from", from, "to", to, &is_bad);
    }
  if (when != NULL)
    return _vnus_import_dup_date (import, "when", when, &is_bad);
  if (not_before != NULL || not_after != NULL)
    {
      g_autofree char *text = g_strdup_printf ("[%s..%s]", not_before != NULL ? not_before : "", not_after != NULL ? not_after : "");
      g_autoptr (VnusDate) first = _vnus_import_dup_date (import, "notBefore", not_before, &is_bad);
      g_autoptr (VnusDate) last = _vnus_import_dup_date (import, "notAfter", not_after, &is_bad);

      return is_bad ? NULL : vnus_date_parse (text, NULL);
    }

  return NULL;
}

/* What the elements within the text have for the same words. */
static VnusDate *
find_marked_in_text (VnusImport    *import,
                     const xmlNode *div,
                     const char    *printed)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();

  gather_dates (div, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *words = _vnus_xml_dup_text (dates->pdata[i]);
      gboolean is_span;

      if (g_strcmp0 (words, printed) == 0)
        return dup_marked (import, dates->pdata[i], &is_span);
    }

  return NULL;
}

static void
tell_difference (VnusImport *import,
                 VnusDate   *marked,
                 const char *printed)
{
  g_autofree char *value = vnus_date_to_string (marked);
  VnusPhrase *phrase = _vnus_import_issue (import, "dates-differ", VNUS_SEVERITY_WARNING, "import.dates-differ");

  _vnus_phrase_add_text (phrase, "value", value);
  _vnus_phrase_add_text (phrase, "printed", printed);
}

/* The year that the head prints where its markup has another; NULL if it has not. */
static VnusDate *
find_printed_year (VnusImport    *import,
                   const xmlNode *element,
                   VnusDate      *marked,
                   gboolean       is_to_tell)
{
  g_autofree char *words = _vnus_xml_dup_text (element);
  g_autoptr (VnusDate) year = words != NULL ? _vnus_rdcr_dup_month (words) : NULL;
  g_autoptr (VnusDate) start = marked != NULL ? vnus_date_dup_start (marked) : NULL;

  if (year == NULL || start == NULL || vnus_date_intersects (year, start) != VNUS_TRUTH_NO)
    return NULL;

  if (is_to_tell)
    tell_difference (import, marked, words);
  return g_steal_pointer (&year);
}

void
_vnus_rdcr_read_dates (VnusImport         *import,
                       const xmlNode      *div,
                       const char         *text,
                       const VnusRdcrStep *step,
                       gboolean            is_first,
                       VnusRdcrDates      *dates)
{
  const xmlNode *head = _vnus_xml_child (div, "head");
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (VnusDate) year = NULL;
  g_autofree char *head_text = NULL, *printed = NULL;

  gather_dates (head, elements);
  if (elements->len == 1)
    {
      dates->marked = dup_marked (import, elements->pdata[0], &dates->is_span);
      year = find_printed_year (import, elements->pdata[0], dates->marked, is_first);
      dates->is_misprint = year != NULL;
    }
  else if (elements->len == 0)
    {
      head_text = _vnus_xml_dup_text (head);
      year = head_text != NULL ? _vnus_rdcr_dup_month (head_text) : NULL;
    }
  else
    return;

  dates->printed = find_told (text, step->act, year != NULL ? year : dates->marked, &printed);
  if (dates->printed == NULL)
    {
      dates->printed = g_steal_pointer (&year);
      return;
    }

  dates->marked_in_text = find_marked_in_text (import, div, printed);
  if (dates->marked_in_text == NULL || vnus_date_equal (dates->marked_in_text, dates->printed) ||
      (dates->marked != NULL && vnus_date_equal (dates->marked_in_text, dates->marked)))
    g_clear_pointer (&dates->marked_in_text, vnus_date_unref);
  else if (is_first && vnus_date_intersects (dates->marked_in_text, dates->printed) == VNUS_TRUTH_NO)
    tell_difference (import, dates->marked_in_text, printed);
}

void
_vnus_rdcr_dates_clear (VnusRdcrDates *self)
{
  g_clear_pointer (&self->marked, vnus_date_unref);
  g_clear_pointer (&self->marked_in_text, vnus_date_unref);
  g_clear_pointer (&self->printed, vnus_date_unref);
}
