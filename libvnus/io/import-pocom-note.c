/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the notes of the register of chiefs of mission say. They are few
 * phrases, written in many ways; what is none of them is left to the reader.
 */
#include "io/import-pocom-private.h"

#include <string.h>

/* Dates */

static gboolean
has_ending (const char *note,
            const char *ending)
{
  gsize n = strlen (note), n_ending = strlen (ending);

  return n >= n_ending && g_ascii_strcasecmp (note + n - n_ending, ending) == 0 &&
         (n == n_ending || note[n - n_ending - 1] == ' ');
}

/* How the last words of a note bound the date behind it. Longer ones first. */
static const struct
{
  const char *words;
  const char *before, *after; /* what stands around the date then */
} bounds[] = {
  { "on or shortly before", "", "~" },
  { "shortly before", "", "~" },
  { "on or before", "[..", "]" },
  { "before", "[..", "]" },
  { "on or soon after", "", "~" },
  { "on or shortly after", "", "~" },
  { "soon after", "", "~" },
  { "shortly after", "", "~" },
  { "on or after", "[", "..]" },
  { "after", "[", "..]" },
  { "about", "", "~" },
  { "approximately", "", "~" },
  { "or", "[..", "]" },
};

VnusDate *
_vnus_pocom_bound_date (const char *note,
                        VnusDate   *date)
{
  const char *before = "", *after = "";
  g_autofree char *day = NULL, *text = NULL;
  VnusDate *bound;

  if (note == NULL)
    return vnus_date_ref (date);

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (has_ending (note, bounds[i].words))
      {
        before = bounds[i].before;
        after = bounds[i].after;
        break;
      }
  /* “Left post between April 26 and” */
  if (*after == '\0' && has_ending (note, "and") && strstr (note, "etween ") != NULL)
    {
      before = "[..";
      after = "]";
    }
  if (*after == '\0')
    return vnus_date_ref (date);

  day = vnus_date_to_string (date);
  text = g_strconcat (before, day, after, NULL);
  bound = vnus_date_parse (text, NULL);
  return bound != NULL ? bound : vnus_date_ref (date);
}

char *
_vnus_pocom_join_day (const char *text,
                      VnusDate   *date)
{
  g_autofree char *day = date != NULL ? vnus_date_format (date, "en", VNUS_DATE_STYLE_PROSE) : NULL;

  return day != NULL ? g_strconcat (text, " ", day, NULL) : g_strdup (text);
}

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static int
read_number (const char **text)
{
  char *end;
  guint64 number = g_ascii_strtoull (*text, &end, 10);

  if (end == *text || number > 9999)
    return 0;

  *text = end;
  return (int) number;
}

/* “January 15, 1934”, “Jan. 15, 1934”, “January 1934”; misspelt months as well. */
static VnusDate *
read_date (const char *text)
{
  const char *p = text;
  int month = 0, day, year;
  g_autofree char *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (p, months[i]))
      month = (int) i + 1;
  if (month == 0)
    return NULL;

  p += strspn (p, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.");
  p += strspn (p, " ");
  day = read_number (&p);
  if (day > 31)
    {
      date = g_strdup_printf ("%04d-%02d", day, month);
      return vnus_date_parse (date, NULL);
    }

  p += strspn (p, ",. ");
  year = read_number (&p);
  if (day == 0 || year < 1000)
    return NULL;

  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return vnus_date_parse (date, NULL);
}

/* The date right behind the words. */
static VnusDate *
date_behind (const char *text,
             const char *words)
{
  const char *found = strstr (text, words);

  if (found == NULL)
    return NULL;

  found += strlen (words);
  found += strspn (found, " ");
  if (g_str_has_prefix (found, "on"))
    found += 2 + strspn (found + 2, " ");
  return read_date (found);
}

/* Starts and ends */

typedef struct
{
  const char *words;    /* the beginning of a note */
  int         meaning;
  gboolean    is_whole; /* nothing but a bound of the date follows */
} Phrase;

static const Phrase *
find_phrase (const Phrase *phrases,
             guint         n,
             const char   *note)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strncasecmp (note, phrases[i].words, strlen (phrases[i].words)) == 0)
      return &phrases[i];

  return NULL;
}

/* Nothing of its own but “on”, a bound of the date or a full stop. */
static gboolean
is_bound_only (const char *text)
{
  g_autofree char *tidy = g_strdelimit (g_strdup (text), ".", ' ');

  g_strstrip (tidy);
  if (*tidy == '\0' || g_str_equal (tidy, "on") || g_ascii_strcasecmp (tidy, "as of") == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (g_ascii_strcasecmp (tidy, bounds[i].words) == 0)
      return TRUE;
  return g_ascii_strcasecmp (tidy, "on approximately") == 0 || g_ascii_strcasecmp (tidy, "on or about") == 0;
}

static const Phrase starts[] = {
  { "Presented credentials as", POCOM_START_UNREAD, FALSE },
  { "Presented credentials", POCOM_START_CREDENTIALS, TRUE },
  { "Presented as", POCOM_START_CREDENTIALS, FALSE },
  { "Officially re", POCOM_START_CREDENTIALS, FALSE },
  { "Offically re", POCOM_START_CREDENTIALS, FALSE },
  { "Officailly re", POCOM_START_CREDENTIALS, FALSE },
  { "Formally re", POCOM_START_CREDENTIALS, FALSE },
  { "Received by", POCOM_START_CREDENTIALS, FALSE },
  { "Transmitted credentials", POCOM_START_CREDENTIALS, FALSE },
  { "Credentials transmitted", POCOM_START_CREDENTIALS, FALSE },
  { "Assumed charge", POCOM_START_CHARGE, TRUE },
  { "Embassy", POCOM_START_CHARGE, FALSE },
  { "Legation raised", POCOM_START_UNREAD, FALSE },
  { "Legation", POCOM_START_CHARGE, FALSE },
  { "Initial call", POCOM_START_CHARGE, FALSE },
};

PocomStart
_vnus_pocom_read_start (const char *note,
                        PocomStart  usual,
                        gboolean   *is_whole)
{
  const Phrase *phrase;

  *is_whole = TRUE;
  if (note == NULL || is_bound_only (note) || has_ending (note, "and"))
    {
      *is_whole = note == NULL || is_bound_only (note);
      return usual;
    }

  phrase = find_phrase (starts, G_N_ELEMENTS (starts), note);
  *is_whole = phrase != NULL && phrase->is_whole && is_bound_only (note + strlen (phrase->words));
  return phrase != NULL ? (PocomStart) phrase->meaning : POCOM_START_UNREAD;
}

static const Phrase ends[] = {
  { "Left post", VNUS_MISSION_END_LEFT_POST, TRUE },
  { "Departed post", VNUS_MISSION_END_LEFT_POST, TRUE },
  { "Left ", VNUS_MISSION_END_LEFT_POST, FALSE },
  { "Relinquished charge", VNUS_MISSION_END_LEFT_POST, FALSE },
  { "Had farewell", VNUS_MISSION_END_LEFT_POST, FALSE },
  { "Paid farewell", VNUS_MISSION_END_LEFT_POST, FALSE },
  { "Made farewell", VNUS_MISSION_END_LEFT_POST, FALSE },
  { "Presented recall", VNUS_MISSION_END_RECALLED, TRUE },
  { "Probably presented recall", VNUS_MISSION_END_RECALLED, FALSE },
  { "Transmitted recall", VNUS_MISSION_END_RECALLED, FALSE },
  { "Recalled", VNUS_MISSION_END_RECALLED, TRUE },
  { "Recall ", VNUS_MISSION_END_RECALLED, FALSE },
  { "Died", VNUS_MISSION_END_DIED, FALSE },
  { "Assassinated", VNUS_MISSION_END_DIED, FALSE },
  { "Declared persona non grata", VNUS_MISSION_END_EXPELLED, FALSE },
  { "Departure requested", VNUS_MISSION_END_EXPELLED, FALSE },
};

/* What happened between the two states, whoever is named first. */
static const char *const severances[] = { "severed", "declared war", "broke relations", "Normal relations interrupted",
                                          "relations were suspended" };

VnusMissionEnd
_vnus_pocom_read_end (const char *note,
                      gboolean   *is_whole)
{
  const Phrase *phrase;

  *is_whole = note == NULL;
  if (note == NULL)
    return VNUS_MISSION_END_UNSET;

  for (guint i = 0; i < G_N_ELEMENTS (severances); i++)
    if (strstr (note, severances[i]) != NULL)
      return VNUS_MISSION_END_RELATIONS_SEVERED;

  phrase = find_phrase (ends, G_N_ELEMENTS (ends), note);
  *is_whole = phrase != NULL && phrase->is_whole && is_bound_only (note + strlen (phrase->words));
  return phrase != NULL ? (VnusMissionEnd) phrase->meaning : VNUS_MISSION_END_UNSET;
}

VnusMissionEnd
_vnus_pocom_read_never (const char *note)
{
  static const char *const refusals[] = { "not received", "not officially received", "not formally received",
                                          "refused to receive" };

  for (guint i = 0; note != NULL && i < G_N_ELEMENTS (refusals); i++)
    if (strstr (note, refusals[i]) != NULL)
      return VNUS_MISSION_END_NOT_RECEIVED;

  return VNUS_MISSION_END_NOT_SERVED;
}

/* Sentences */

/* Where a sentence ends; not behind “Jan.” or “U.S.” */
static gsize
find_stop (const char *text)
{
  for (gsize i = 0; ; i++)
    if (text[i] == '\0' || (text[i] == '.' && (text[i + 1] == '\0' || (text[i + 1] == ' ' && g_ascii_isupper (text[i + 2]) &&
                            (i == 0 || !g_ascii_isupper (text[i - 1]))))))
      return i;
}

static gboolean
is_recess (const char *clause)
{
  return g_ascii_strcasecmp (clause, "Commissioned during a recess of the Senate") == 0 ||
         g_ascii_strcasecmp (clause, "Commissioned during a recess of Senate") == 0;
}

/* “recommissioned on January 15, 1934, after confirmation” and its like */
static gboolean
read_confirmation (PocomNote  *self,
                   const char *clause)
{
  VnusDate *date;

  if (g_ascii_strncasecmp (clause, "recommissioned", strlen ("recommissioned")) != 0)
    return FALSE;

  date = date_behind (clause, "ecommissioned after confirmation");
  if (date == NULL)
    date = date_behind (clause, "ecommissioned");
  if (date == NULL || self->confirmed != NULL)
    {
      g_clear_pointer (&date, vnus_date_unref);
      return FALSE;
    }

  self->confirmed = date;
  /* What follows the confirmation is something else. */
  return strchr (clause, ';') == NULL &&
         (g_str_has_suffix (clause, "confirmation") || g_ascii_isdigit (clause[strlen (clause) - 1]));
}

/* “Accredited also to Denmark and Luxembourg; resident at Ottawa” */
static void
read_residence (PocomNote  *self,
                const char *sentence)
{
  const char *found = strstr (sentence, "resident at ");

  if (found != NULL && self->residence == NULL &&
      (strstr (sentence, "ccredited also to") != NULL || strstr (sentence, "lso accredited to") != NULL ||
       strstr (sentence, "on-resident") != NULL))
    {
      found += strlen ("resident at ");
      self->residence = g_strndup (found, strcspn (found, ",;."));
    }
}

static void
read_nomination (PocomNote  *self,
                 const char *sentence)
{
  static const char *const words[] = { "omination of", "ominated", "omination on", "omination announced" };

  for (guint i = 0; self->nominated == NULL && i < G_N_ELEMENTS (words); i++)
    self->nominated = date_behind (sentence, words[i]);
}

/* “Commissioned to the Union of Soviet Socialist Republics” */
static gboolean
read_commission (PocomNote  *self,
                 const char *sentence)
{
  static const char beginning[] = "Commissioned to ";
  const char *receiver = sentence + strlen (beginning);

  if (!g_str_has_prefix (sentence, beginning) || self->commissioned != NULL || strpbrk (receiver, ";0123456789") != NULL ||
      strstr (receiver, " as ") != NULL || strstr (receiver, " but ") != NULL)
    return FALSE;

  self->commissioned = g_strdup (g_str_has_prefix (receiver, "the ") ? receiver + strlen ("the ") : receiver);
  return TRUE;
}

static void
append_sentence (GString    *text,
                 const char *sentence,
                 gsize       length)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_len (text, sentence, (gssize) length);
}

/* TRUE if nothing of the sentence is left to be said. */
static gboolean
read_sentence (PocomNote  *self,
               const char *sentence)
{
  g_auto (GStrv) clauses = g_strsplit (sentence, "; ", -1);
  gboolean is_whole = TRUE;

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      gboolean is_read = is_recess (clauses[i]);

      self->is_recess = self->is_recess || is_read;
      is_read = is_read || read_confirmation (self, clauses[i]);
      is_whole = is_whole && is_read;
    }
  read_residence (self, sentence);
  read_nomination (self, sentence);

  return is_whole;
}

void
_vnus_pocom_read_note (PocomNote  *self,
                       const char *note)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL); /* all but the commission */
  const char *p = note;

  memset (self, 0, sizeof *self);
  while (p != NULL && *p != '\0')
    {
      gsize length = find_stop (p);
      g_autofree char *sentence = g_strndup (p, length);

      length += p[length] == '.';
      if (!read_commission (self, sentence))
        {
          append_sentence (whole, p, length);
          if (!read_sentence (self, sentence))
            append_sentence (rest, p, length);
        }
      p += length;
      p += strspn (p, " ");
    }
  /* A new commission for another reason than a recess is no confirmation. */
  if (!self->is_recess)
    g_clear_pointer (&self->confirmed, vnus_date_unref);

  if (!self->is_recess && whole->len > 0)
    self->rest = g_strdup (self->commissioned != NULL ? whole->str : note);
  else if (self->is_recess && rest->len > 0)
    self->rest = g_strdup (rest->str);
}

void
_vnus_pocom_clear_note (PocomNote *self)
{
  g_clear_pointer (&self->confirmed, vnus_date_unref);
  g_clear_pointer (&self->nominated, vnus_date_unref);
  g_clear_pointer (&self->residence, g_free);
  g_clear_pointer (&self->commissioned, g_free);
  g_clear_pointer (&self->rest, g_free);
}
