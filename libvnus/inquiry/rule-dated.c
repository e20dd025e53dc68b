/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule dated: which date the words of a source mean, by the day on which it
 * was published.
 *
 *   XXXX-09-10  a day that is planned, without its year: the first on or after
 *   XXXX-09-10/XXXX-09-11  such days: the first of them, and the next of the last
 *   XXXX-04     a month that is past, without its year: the latest not after
 *   today       the day of publication
 *   earlier     some day up to it
 *
 * Without a day of publication nothing can be said. */
#include "base/vnus-clip-private.h"
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-source.h>

#include <string.h>

typedef struct
{
  int month, day; /* 0 if there is none */
} Day;

typedef struct
{
  const char *text;
  Day         day;
  Day         last; /* of a span of days */
} Words;

static gboolean
read_two_digits (const char *p,
                 int        *number)
{
  if (!g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[1]))
    return FALSE;

  *number = g_ascii_digit_value (p[0]) * 10 + g_ascii_digit_value (p[1]);
  return TRUE;
}

/* “XXXX-MONTH-DAY” or “XXXX-MONTH”, of which the year is not told. */
static gboolean
read_day (const char *text,
          gsize       length,
          Day        *day)
{
  if (strncmp (text, "XXXX-", 5) != 0 || (length != 7 && length != 10) || !read_two_digits (text + 5, &day->month) ||
      day->month < 1 || day->month > 12)
    return FALSE;

  return length == 7 ||
         (text[7] == '-' && read_two_digits (text + 8, &day->day) && day->day >= 1 && day->day <= 31);
}

static gboolean
read_words (const char *text,
            Words      *words)
{
  const char *slash = strchr (text, '/');

  words->text = text;
  if (g_str_equal (text, "today") || g_str_equal (text, "earlier"))
    return TRUE;
  if (slash == NULL)
    return read_day (text, strlen (text), &words->day);

  return read_day (text, (gsize) (slash - text), &words->day) && words->day.day > 0 &&
         read_day (slash + 1, strlen (slash + 1), &words->last) && words->last.day > 0;
}

/* A planned day: in the year of publication, or in one of the next. */
static VnusDate *
first_after (const Day *day,
             VnusDate  *published)
{
  int first, last;

  if (!vnus_date_get_year_range (published, &first, &last))
    return NULL;

  for (int year = first; year <= last + 8; year++)
    {
      g_autoptr (VnusDate) date = vnus_date_new_ymd (year, day->month, day->day);

      if (date == NULL || vnus_date_is_before (date, published) == VNUS_TRUTH_CERTAINLY)
        continue;
      /* What may be before and may be after could be this year or the next. */
      return vnus_date_is_before (date, published) == VNUS_TRUTH_NO ? g_steal_pointer (&date) : NULL;
    }

  return NULL;
}

/* A past month: in the year of publication, or in the one before. */
static VnusDate *
latest_before (const Day *day,
               VnusDate  *published)
{
  int first, last;

  if (!vnus_date_get_year_range (published, &first, &last))
    return NULL;

  for (int year = last; year >= first - 1; year--)
    {
      g_autoptr (VnusDate) date = vnus_date_new_ymd (year, day->month, 0);

      if (vnus_date_get_earliest_start (date) <= vnus_date_get_earliest_start (published))
        return g_steal_pointer (&date);
      if (vnus_date_get_earliest_start (date) <= vnus_date_get_latest_end (published))
        return NULL;
    }

  return NULL;
}

static VnusDate *
up_to (VnusDate *published)
{
  g_autoptr (VnusDate) end = vnus_date_get_latest_end (published) != VNUS_DAY_MAX
                               ? vnus_date_new_day (vnus_date_get_latest_end (published))
                               : NULL;
  g_autofree char *day = end != NULL ? vnus_date_to_string (end) : NULL;
  g_autofree char *text = day != NULL ? g_strdup_printf ("[..%s]", day) : NULL;

  return text != NULL ? vnus_date_parse (text, NULL) : NULL;
}

/* From a planned day to the next of its last. */
static VnusDate *
span_after (const Words *words,
            VnusDate    *published)
{
  g_autoptr (VnusDate) first = first_after (&words->day, published);
  g_autoptr (VnusDate) last = first != NULL ? first_after (&words->last, first) : NULL;
  g_autofree char *from = NULL, *to = NULL, *text = NULL;

  if (last == NULL)
    return NULL;

  from = vnus_date_to_string (first);
  to = vnus_date_to_string (last);
  text = g_strdup_printf ("%s/%s", from, to);
  return vnus_date_parse (text, NULL);
}

static VnusDate *
resolve (const Words *words,
         VnusDate    *published)
{
  if (g_str_equal (words->text, "today"))
    return vnus_date_ref (published);
  if (g_str_equal (words->text, "earlier"))
    return up_to (published);

  if (words->last.day > 0)
    return span_after (words, published);

  return words->day.day > 0 ? first_after (&words->day, published) : latest_before (&words->day, published);
}

VnusFinding *
_vnus_rule_dated (VnusAsk  *ask,
                  GError  **error)
{
  VnusSource *source = VNUS_SOURCE (ask->arguments[0].record);
  const char *id = vnus_record_get_id (VNUS_RECORD (source));
  VnusDate *published = vnus_source_get_published (source);
  Words words = { 0 };
  g_autoptr (VnusDate) date = NULL;
  VnusFinding *finding;
  VnusPhrase *sentence;

  if (!read_words (ask->arguments[1].text, &words))
    {
      g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_BAD_ARGUMENT,
                   "WORDS: “%s” is none of XXXX-MONTH-DAY, two of them with “/” between, XXXX-MONTH, today, earlier",
                   _vnus_clip (ask->arguments[1].text).text);
      return NULL;
    }

  finding = _vnus_ask_new_finding (ask);
  _vnus_finding_add_evidence (finding, id, NULL);
  date = published != NULL ? resolve (&words, published) : NULL;
  sentence = _vnus_phrase_new (date != NULL ? "dated.is" : published != NULL ? "dated.open" : "dated.unpublished");
  _vnus_phrase_add_text (sentence, "words", words.text);
  _vnus_phrase_add_record (sentence, "source", id);
  if (published != NULL)
    _vnus_phrase_add_date (sentence, "published", published, VNUS_DATE_STYLE_PROSE);

  if (date != NULL)
    {
      _vnus_phrase_add_date (sentence, "date", date, VNUS_DATE_STYLE_PROSE);
      _vnus_finding_set_date (finding, date);
      _vnus_finding_set_truth (finding, VNUS_TRUTH_CERTAINLY);
    }
  else
    {
      _vnus_finding_add_reason (finding, published != NULL ? VNUS_REASONS_DATE_VAGUE : VNUS_REASONS_NO_EVIDENCE);
    }
  _vnus_finding_set_sentence (finding, sentence);

  return _vnus_finding_seal (finding);
}
