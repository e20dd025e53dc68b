/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: remarks on visits. */
#include "io/import-remarks-private.h"

#include <vnus/vnus-event.h>

#include <string.h>

/* What a sentence begins with, and what that means. A rule that is exact reads
 * the sentence whole only if nothing follows. */
static const struct
{
  const char    *words;
  VnusVisitType  type;
  VnusPurpose    purpose;
} beginnings[] = {
  { "state visit", VNUS_VISIT_TYPE_STATE, VNUS_PURPOSE_UNSET },
  { "official working visit", VNUS_VISIT_TYPE_OFFICIAL_WORKING, VNUS_PURPOSE_UNSET },
  { "official visit", VNUS_VISIT_TYPE_OFFICIAL, VNUS_PURPOSE_UNSET },
  { "offical visit", VNUS_VISIT_TYPE_OFFICIAL, VNUS_PURPOSE_UNSET },
  { "working visit", VNUS_VISIT_TYPE_WORKING, VNUS_PURPOSE_UNSET },
  { "private visit", VNUS_VISIT_TYPE_PRIVATE, VNUS_PURPOSE_UNSET },
  { "vacation", VNUS_VISIT_TYPE_PRIVATE, VNUS_PURPOSE_VACATION },
  { "fishing trip", VNUS_VISIT_TYPE_PRIVATE, VNUS_PURPOSE_VACATION },
  { "stopped en route", VNUS_VISIT_TYPE_TRANSIT, VNUS_PURPOSE_UNSET },
  { "stopped while", VNUS_VISIT_TYPE_TRANSIT, VNUS_PURPOSE_UNSET },
  { "overnight stop", VNUS_VISIT_TYPE_TRANSIT, VNUS_PURPOSE_UNSET },
  { "refueling stop", VNUS_VISIT_TYPE_TRANSIT, VNUS_PURPOSE_UNSET },
  { "transit", VNUS_VISIT_TYPE_TRANSIT, VNUS_PURPOSE_UNSET },
};

/* Words that tell a purpose wherever they stand; of some only after “attended”
 * and its like. */
static const struct
{
  const char  *words;
  VnusPurpose  purpose;
  gboolean     of_many;
} hints[] = {
  { "general assembly", VNUS_PURPOSE_MULTILATERAL_EVENT, FALSE },
  { "un security council", VNUS_PURPOSE_MULTILATERAL_EVENT, FALSE },
  { "u.n. security council", VNUS_PURPOSE_MULTILATERAL_EVENT, FALSE },
  { "of the security council", VNUS_PURPOSE_MULTILATERAL_EVENT, FALSE },
  { "united nations", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "u.n. ", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "un ", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "summit", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "ministerial", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "conference", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "council", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "forum", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "nato", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "apec", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "asean", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "osce", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "csce", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "g-7", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "g-8", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "g-20", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "g7", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "g20", VNUS_PURPOSE_MULTILATERAL_EVENT, TRUE },
  { "funeral", VNUS_PURPOSE_CEREMONY, FALSE },
  { "memorial service", VNUS_PURPOSE_CEREMONY, FALSE },
  { "inauguration", VNUS_PURPOSE_CEREMONY, FALSE },
  { "coronation", VNUS_PURPOSE_CEREMONY, FALSE },
  { "wedding", VNUS_PURPOSE_CEREMONY, FALSE },
  { "dedication", VNUS_PURPOSE_CEREMONY, FALSE },
  { "commemorat", VNUS_PURPOSE_CEREMONY, FALSE },
  { "u.s. military personnel", VNUS_PURPOSE_TROOPS, FALSE },
  { "u.s. troops", VNUS_PURPOSE_TROOPS, FALSE },
  { "american troops", VNUS_PURPOSE_TROOPS, FALSE },
  { "medical treatment", VNUS_PURPOSE_MEDICAL, FALSE },
  { "medical examination", VNUS_PURPOSE_MEDICAL, FALSE },
  { "health reasons", VNUS_PURPOSE_MEDICAL, FALSE },
  { "hospital", VNUS_PURPOSE_MEDICAL, FALSE },
};

static const char *const gatherings[] = {
  "attended", "attending", "participated in", "participating in", "addressed the", "leaders conference", "summit.", NULL
};

/* Meetings of two states, which are no events of many, whatever they are called. */
static const char *const pairs[] = {
  "u.s.-soviet summit", "u.s.-russian summit", "korea-u.s. summit", "summit with north korean", "summit meeting with russian",
  "australia-u.s. ministerial", "australia – u.s. ministerial", "u.s.-pakistan", "u.s.-india ", NULL
};

/* Where the words of a sentence begin: all that is looked for begins with one. */
#define MAX_WORDS 128

typedef struct
{
  const char *starts[MAX_WORDS];
  guint       n;
  guint32     letters; /* a bit for each that a word begins with */
} Words;

static guint32
letter_bit (char letter)
{
  return 1u << (letter & 31);
}

static void
find_words (Words      *self,
            const char *lower)
{
  gboolean is_apart = TRUE;

  self->n = 0;
  self->letters = 0;
  for (const char *p = lower; *p != '\0' && self->n < MAX_WORDS; p++)
    {
      gboolean is_letter = g_ascii_isalnum (*p);

      if (is_apart && is_letter)
        {
          self->starts[self->n++] = p;
          self->letters |= letter_bit (*p);
        }
      is_apart = !is_letter;
    }
}

static gboolean
contains (const Words *words,
          const char  *phrase)
{
  for (guint i = (words->letters & letter_bit (*phrase)) != 0 ? 0 : words->n; i < words->n; i++)
    if (*words->starts[i] == *phrase && g_str_has_prefix (words->starts[i], phrase))
      return TRUE;

  return FALSE;
}

static gboolean
contains_one (const Words       *words,
              const char *const *phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    if (contains (words, phrases[i]))
      return TRUE;

  return FALSE;
}

static void
read_purposes (VnusRemarks *self,
               const char  *lower)
{
  Words words;
  gboolean is_gathering;

  find_words (&words, lower);
  is_gathering = contains_one (&words, gatherings) && !contains_one (&words, pairs);
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if ((is_gathering || !hints[i].of_many) && contains (&words, hints[i].words))
      self->purposes |= 1u << hints[i].purpose;
}

/* The type that a sentence begins with; TRUE if it says no more. */
static gboolean
read_type (VnusRemarks *self,
           const char  *lower)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize length;

      if (*lower != *beginnings[i].words || !g_str_has_prefix (lower, beginnings[i].words))
        continue;
      length = strlen (beginnings[i].words);
      if (g_ascii_isalnum (lower[length]))
        continue;
      if (self->type == VNUS_VISIT_TYPE_UNSET)
        self->type = beginnings[i].type;
      if (beginnings[i].purpose != VNUS_PURPOSE_UNSET)
        self->purposes |= 1u << beginnings[i].purpose;
      return lower[length] == '\0' && self->type == beginnings[i].type;
    }

  return FALSE;
}

/* “Accompanied President Obama”: TRUE if it says no more. */
static gboolean
read_companion (VnusRemarks *self,
                const char  *sentence)
{
  static const char *const beginning = "accompanied President ";
  const char *start = strstr (sentence, beginning + 1);
  gsize length;

  if (start == NULL || self->companion != NULL)
    return FALSE;

  start += strlen (beginning) - 1;
  length = strcspn (start, " ,.;");
  self->companion = g_strndup (start, length);
  return g_ascii_strncasecmp (sentence, beginning, strlen (beginning)) == 0 && start[length] == '\0';
}

static gboolean
read_elect (VnusRemarks *self,
            const char  *sentence)
{
  if (strstr (sentence, "as President-elect") == NULL)
    return FALSE;

  self->is_elect = TRUE;
  return g_str_has_prefix (sentence, "[Visit made as President-elect") || g_str_has_prefix (sentence, "Visit made as President-elect");
}

/* “President Clinton during a private visit” */
static char *
cut_circumstance (VnusRemarks *self,
                  const char  *text)
{
  static const char *const ends[] = { " during a private visit", " during private visit" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      {
        if (self->type == VNUS_VISIT_TYPE_UNSET)
          self->type = VNUS_VISIT_TYPE_PRIVATE;
        return g_strndup (text, strlen (text) - strlen (ends[i]));
      }

  return g_strdup (text);
}

/* Words that no name begins with, such as “attended”, end a list of names. */
static char *
cut_names (const char *text,
           gboolean   *is_cut)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  while (words[n] != NULL && (_vnus_people_may_name (words[n]) || g_str_equal (words[n], "and")))
    n++;
  *is_cut = words[n] != NULL;
  if (*is_cut && g_str_equal (words[n], "of"))
    n = 0;
  while (n > 0 && (g_str_equal (words[n - 1], "and") || g_str_equal (words[n - 1], "")))
    n--;
  g_clear_pointer (&words[n], g_free);
  for (guint i = n + 1; *is_cut && words[i] != NULL; i++)
    g_clear_pointer (&words[i], g_free);

  return g_strjoinv (" ", words);
}

/* “Met with …”: TRUE if all of it is a list of names. */
static gboolean
read_meeting (VnusRemarks *self,
              const char  *sentence)
{
  static const char *const meetings[] = { "Met with ", "met with ", "Audience with ", "Met separately with " };

  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    if (g_str_has_prefix (sentence, meetings[i]))
      {
        g_autofree char *people = cut_circumstance (self, sentence + strlen (meetings[i]));
        gboolean is_cut;
        char *names = cut_names (people, &is_cut);

        g_strchomp (names);
        if (g_str_has_suffix (names, ","))
          names[strlen (names) - 1] = '\0';
        g_ptr_array_add (self->met, names);
        return !is_cut;
      }

  return FALSE;
}

static void
read_sentence (VnusRemarks *self,
               const char  *sentence)
{
  g_autofree char *lower = g_ascii_strdown (sentence, -1);
  gboolean is_read;

  read_purposes (self, lower);
  is_read = read_type (self, lower) || read_companion (self, sentence) || read_elect (self, sentence) ||
            read_meeting (self, sentence);
  self->is_left = self->is_left || !is_read;
}

/* A full stop ends a sentence unless it stands after a letter alone or a short
 * word such as “St” or “Jr”; a semicolon does as well. */
static gboolean
is_end (const char *start,
        const char *p)
{
  const char *word = p;

  if (*p == ';')
    return p[1] == ' ';
  if (*p != '.' || (p[1] != ' ' && p[1] != '\0'))
    return FALSE;
  if (p[1] == '\0')
    return TRUE;

  while (word > start && word[-1] != ' ' && word[-1] != '.')
    word--;

  return p - word > 3 || (p - word > 2 && g_ascii_islower (*word));
}

void
_vnus_remarks_read (VnusRemarks *self,
                    const char  *text)
{
  const char *start = text;

  memset (self, 0, sizeof *self);
  self->met = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; text != NULL && *start != '\0'; p++)
    if (*p == '\0' || is_end (start, p))
      {
        g_autofree char *sentence = g_strstrip (g_strndup (start, (gsize) (p - start)));

        if (strspn (sentence, ".;] ") < strlen (sentence))
          read_sentence (self, sentence);
        start = *p == '\0' ? p : p + 1;
      }
}

void
_vnus_remarks_clear (VnusRemarks *self)
{
  g_clear_pointer (&self->met, g_ptr_array_unref);
  g_clear_pointer (&self->parsed, g_ptr_array_unref);
  g_clear_pointer (&self->companion, g_free);
}

static void
unref_list (gpointer list)
{
  g_clear_pointer ((GArray **) &list, g_array_unref);
}

/* Where many states meet, persons without a country may be of any. */
static gboolean
tells_persons (const VnusRemarks *self)
{
  return (self->purposes & (1u << VNUS_PURPOSE_MULTILATERAL_EVENT | 1u << VNUS_PURPOSE_CEREMONY)) == 0;
}

void
_vnus_remarks_survey (VnusRemarks *self,
                      GHashTable  *survey,
                      const char  *host)
{
  self->parsed = g_ptr_array_new_with_free_func (unref_list);
  for (guint i = 0; i < self->met->len; i++)
    {
      GArray *people = tells_persons (self) ? _vnus_people_parse_met (g_ptr_array_index (self->met, i)) : NULL;

      g_ptr_array_add (self->parsed, people);
      if (people != NULL)
        _vnus_people_survey (survey, people, host);
    }
}

static void
add_counterpart (VnusEvent       *event,
                 VnusParticipant *counterpart)
{
  if (!_vnus_people_take_part (event, vnus_participant_get_actor (counterpart)))
    vnus_event_add_participant (event, counterpart);
}

static gboolean
add_us_president (VnusImport       *import,
                  VnusEvent        *event,
                  const char       *text,
                  const VnusOrigin *origin)
{
  static const char title[] = "President ";
  const char *name = g_str_has_prefix (text, title) ? text + strlen (title) : NULL;
  g_autoptr (VnusParticipant) president = NULL;

  if (name != NULL && strchr (name, ' ') == NULL)
    president = _vnus_people_us_president (import, name, origin);
  if (president != NULL)
    add_counterpart (event, president);

  return president != NULL;
}

static gboolean
add_met (VnusRemarks      *self,
         VnusImport       *import,
         GHashTable       *survey,
         VnusVisit        *visit,
         guint             position,
         const VnusOrigin *origin)
{
  const char *host = vnus_visit_get_host (visit);
  g_autoptr (GPtrArray) people = NULL;

  if (g_strcmp0 (host, "us") == 0)
    return add_us_president (import, VNUS_EVENT (visit), g_ptr_array_index (self->met, position), origin);

  if (self->parsed != NULL && g_ptr_array_index (self->parsed, position) != NULL)
    people = _vnus_people_read_met (import, survey, g_ptr_array_index (self->parsed, position), host, origin);
  for (guint i = 0; people != NULL && i < people->len; i++)
    add_counterpart (VNUS_EVENT (visit), g_ptr_array_index (people, i));

  return people != NULL;
}

void
_vnus_remarks_fill (VnusRemarks      *self,
                    VnusImport       *import,
                    GHashTable       *survey,
                    VnusVisit        *visit,
                    const char       *text,
                    const VnusOrigin *origin)
{
  if (self->type != VNUS_VISIT_TYPE_UNSET)
    vnus_visit_set_visit_type (visit, self->type);
  for (VnusPurpose purpose = VNUS_PURPOSE_BILATERAL; purpose <= VNUS_PURPOSE_VACATION; purpose++)
    if ((self->purposes & (1u << purpose)) != 0)
      vnus_visit_add_purpose (visit, purpose);
  for (guint i = 0; i < self->met->len; i++)
    self->is_left = !add_met (self, import, survey, visit, i, origin) || self->is_left;

  if (self->is_left)
    {
      g_autoptr (VnusText) note = vnus_text_new ("en", text);

      vnus_record_set_note (VNUS_RECORD (visit), note);
      _vnus_import_count_note (import);
    }
}
