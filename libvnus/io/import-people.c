/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: persons as registers print them. */
#include "io/import-people-private.h"

#include <vnus/vnus-fold.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-tenure.h>

#include <string.h>

/* Words of names that do not begin with a capital. */
static const char *const particles[] = {
  "al", "as", "at", "bin", "bint", "ibn", "ben", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
  "du", "e", "el", "la", "las", "los", "san", "ter", "van", "von", "y", "zu", "ul", "ud", "ur", NULL
};

#define MAX_WORDS 9

gboolean
_vnus_people_may_name (const char *word)
{
  const char *letter = *word == '(' ? word + 1 : word;
  gunichar first = g_utf8_get_char (letter);
  g_autofree char *start = NULL;

  if (*letter == '\0' || g_unichar_isupper (first) || g_strv_contains (particles, word) || g_ascii_isdigit (*word))
    return TRUE;

  /* “al-Sabah”, “bin-Abdulaziz”, “d’Estaing” */
  start = g_strndup (word, strcspn (word, "-"));
  return g_strv_contains (particles, start) || g_str_has_prefix (word, "d'") || g_str_has_prefix (word, "d’");
}

static gboolean
is_ordinal (const char *word)
{
  return *word != '\0' && strspn (word, "IVX") == strlen (word);
}

static char **
split_words (const char *name)
{
  g_auto (GStrv) pieces = g_strsplit (name, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_strv_builder_add (words, pieces[i]);

  return g_strv_builder_end (words);
}

/* How many words there are that name a person; 0 if it is no name. An ordinal
 * such as II tells a monarch apart, but not from those of other states. */
static guint
count_name_words (const char *name,
                  gboolean   *is_monarch)
{
  g_auto (GStrv) words = split_words (name);
  guint n = g_strv_length (words), n_names = 0;

  *is_monarch = FALSE;
  if (n == 0 || n > MAX_WORDS)
    return 0;

  for (guint i = 0; i < n; i++)
    {
      if (!_vnus_people_may_name (words[i]))
        return 0;
      if (is_ordinal (words[i]))
        *is_monarch = TRUE;
      else
        n_names++;
    }

  return n_names;
}

/* What is printed of one person: a title, then a name. */
typedef struct
{
  VnusPrintedTitle title;
  char            *name;
  gboolean         is_whole; /* more than a surname */
} PrintedPerson;

/* An heir has the name of a forebear more often than not. */
static gboolean
is_heir (const VnusTitle *title)
{
  return g_strcmp0 (title->office, "crown-prince") == 0;
}

/* Nicknames in brackets are no part of the id. */
static char *
make_person_id (const PrintedPerson *person,
                const char          *state,
                VnusDate            *when)
{
  g_autofree char *plain = g_strdup (person->name);
  char *open = strchr (plain, '('), *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *id = NULL;

  if (close != NULL)
    memmove (open, close + 1, strlen (close + 1) + 1);
  id = vnus_fold_to_id (plain);
  if (id == NULL || person->is_whole)
    return g_steal_pointer (&id);

  if (is_heir (person->title.title))
    return g_strconcat (id, "-", state, "-", person->title.title->office, NULL);
  if (person->title.is_elect && when != NULL)
    {
      g_autofree char *day = vnus_date_to_string (when);

      return g_strdup_printf ("%s-%s-%.4s", id, state, day);
    }
  return g_strconcat (id, "-", state, NULL);
}

static void
set_labels (VnusRecord *record,
            const char *english,
            const char *vietnamese)
{
  const char *const languages[] = { "en", "vi", NULL };
  const char *const names[] = { english, vietnamese, NULL };
  g_autoptr (VnusText) label = vnus_text_new_many (languages, names);

  vnus_record_set_label (record, label);
}

static void
add_alias (VnusRecord *record,
           const char *name)
{
  VnusText *label = vnus_record_get_label (record);

  if (!g_str_equal (vnus_text_get_best (label, "en"), name) && !g_str_equal (vnus_text_get_best (label, "vi"), name))
    _vnus_import_add_alias (record, name);
}

/* Of a Vietnamese name the spelling with its marks is the Vietnamese one. What is known
 * beforehand keeps its name. */
static void
add_name (VnusRecord *record,
          const char *name,
          const char *state)
{
  g_autoptr (VnusText) label = vnus_record_get_label (record) != NULL ? vnus_text_ref (vnus_record_get_label (record)) : NULL;
  const gboolean is_chosen = vnus_chronicle_lookup (_vnus_historian_get_chronicle (), vnus_record_get_id (record)) != NULL;
  const char *english, *vietnamese;

  if (label == NULL)
    {
      set_labels (record, name, name);
      return;
    }

  english = vnus_text_get_best (label, "en");
  vietnamese = vnus_text_get_best (label, "vi");
  if (g_str_equal (name, english) || g_str_equal (name, vietnamese))
    return;

  if (!is_chosen)
    {
      const gboolean is_plain = g_str_equal (state, "vn") && g_str_is_ascii (name) != g_str_is_ascii (english);
      const gboolean is_english = is_plain ? g_str_is_ascii (name) : _vnus_import_is_better_name (name, english);
      const gboolean is_vietnamese = _vnus_import_is_better_name (name, vietnamese);

      set_labels (record, is_english ? name : english, is_vietnamese ? name : vietnamese);
    }
  add_alias (record, english);
  add_alias (record, vietnamese);
  add_alias (record, name);
}

/* Whether the id is that of somebody of another state. */
static gboolean
is_other (VnusImport *import,
          const char *id,
          const char *state)
{
  VnusRecord *record = _vnus_import_lookup (import, id);
  const char *of = record != NULL && VNUS_IS_PERSON (record) ? vnus_person_get_of (VNUS_PERSON (record)) : NULL;

  return record != NULL && (!VNUS_IS_PERSON (record) || (of != NULL && !g_str_equal (of, state)));
}

static VnusRecord *
make_person (VnusImport          *import,
             const PrintedPerson *person,
             const char          *state,
             const VnusOrigin    *origin)
{
  g_autofree char *id = make_person_id (person, state, origin->known);
  VnusRecord *record;

  if (id == NULL)
    return NULL;
  if (is_other (import, id, state))
    {
      char *own = g_strconcat (id, "-", state, NULL);

      g_free (id);
      id = own;
    }

  record = _vnus_historian_take (import, VNUS_KIND_PERSON, id, origin);
  if (record == NULL)
    return NULL;

  vnus_person_set_of (VNUS_PERSON (record), state);
  add_name (record, person->name, state);
  if (person->is_whole && g_str_equal (state, "vn"))
    {
      const char *vietnamese = vnus_text_get_best (vnus_record_get_label (record), "vi");
      const char *blank = strchr (vietnamese, ' ');
      g_autofree char *family = g_strndup (vietnamese, blank != NULL ? (gsize) (blank - vietnamese) : strlen (vietnamese));

      if (blank != NULL)
        {
          vnus_person_set_family_name (VNUS_PERSON (record), family);
          vnus_person_set_given_names (VNUS_PERSON (record), blank + 1);
        }
    }
  return record;
}

static VnusParticipant *
add_title (VnusImport             *import,
           VnusParticipant        *participant,
           const VnusPrintedTitle *title,
           const char             *state,
           const VnusOrigin       *origin)
{
  const char *office = _vnus_title_office (import, title, state, origin);
  VnusParticipant *titled = office != NULL ? vnus_participant_with_capacity (participant, office)
                                           : vnus_participant_ref (participant);

  if (title->printed != NULL)
    {
      g_autoptr (VnusText) note = vnus_text_new ("en", title->printed);
      VnusParticipant *noted = vnus_participant_with_note (titled, note);

      vnus_participant_unref (titled);
      titled = noted;
    }

  return titled;
}

static void
printed_person_clear (gpointer data)
{
  PrintedPerson *person = data;

  _vnus_title_clear (&person->title);
  g_free (person->name);
}

static gboolean
read_person (const char    *text,
             gboolean       whole_names,
             PrintedPerson *person)
{
  const char *name = text;
  gboolean is_monarch;
  guint n;

  if (!_vnus_title_read (&name, &person->title))
    return FALSE;

  n = count_name_words (name, &is_monarch);
  person->name = g_strdup (name);
  person->is_whole = n > 1;
  return n > 0 && (!whole_names || person->is_whole || is_monarch);
}

static VnusParticipant *
make_participant (VnusImport          *import,
                  const PrintedPerson *printed,
                  const char          *state,
                  VnusRole             role,
                  const VnusOrigin    *origin)
{
  VnusRecord *person = make_person (import, printed, state, origin);
  g_autoptr (VnusParticipant) participant = NULL;

  if (person == NULL)
    return NULL;

  participant = vnus_participant_new (vnus_record_get_id (person), role);
  return add_title (import, participant, &printed->title, state, origin);
}

/* Where the first person of a list ends: before a comma or “and” behind which
 * another title begins. */
static gsize
find_end (const char *text,
          const char **rest)
{
  static const char *const joints[] = { ", and ", ", ", " and ", " & " };

  for (const char *p = strpbrk (text, ", "); p != NULL; p = strpbrk (p + 1, ", "))
    for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
      {
        g_auto (VnusPrintedTitle) title = { NULL };
        const char *next;

        if (!g_str_has_prefix (p, joints[i]))
          continue;
        next = p + strlen (joints[i]);
        if (_vnus_title_read (&next, &title))
          {
            *rest = p + strlen (joints[i]);
            return (gsize) (p - text);
          }
      }

  *rest = NULL;
  return strlen (text);
}

/* All persons of a list; NULL if one of them cannot be read. */
static GArray *
read_list (const char *text,
           gboolean    whole_names)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (PrintedPerson));
  const char *rest = text;

  g_array_set_clear_func (list, printed_person_clear);
  while (rest != NULL)
    {
      const char *start = rest;
      g_autofree char *one = g_strndup (start, find_end (start, &rest));
      const PrintedPerson nobody = { { NULL } };

      g_array_append_val (list, nobody);
      if (!read_person (one, whole_names, &g_array_index (list, PrintedPerson, list->len - 1)))
        return NULL;
    }

  return g_steal_pointer (&list);
}

static GPtrArray *
make_people (VnusImport       *import,
             GArray           *list,
             const char       *state,
             VnusRole          role,
             const VnusOrigin *origin)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_participant_unref);

  for (guint i = 0; i < list->len; i++)
    {
      VnusParticipant *person = make_participant (import, &g_array_index (list, PrintedPerson, i), state, role, origin);

      if (person != NULL)
        g_ptr_array_add (people, person);
    }

  return people->len > 0 ? g_steal_pointer (&people) : NULL;
}

GPtrArray *
_vnus_people_read (VnusImport       *import,
                   const char       *text,
                   const char       *state,
                   VnusRole          role,
                   const VnusOrigin *origin)
{
  g_autoptr (GArray) list = read_list (text, FALSE);

  return list != NULL ? make_people (import, list, state, role, origin) : NULL;
}

/* Whom somebody met */

#define SEVERAL "several"

GHashTable *
_vnus_people_survey_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
_vnus_people_survey (GHashTable *survey,
                     GArray     *list,
                     const char *state)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PrintedPerson *person = &g_array_index (list, PrintedPerson, i);
      char *id = make_person_id (person, state, NULL);
      const char *seen = id != NULL ? g_hash_table_lookup (survey, id) : NULL;

      if (id != NULL)
        g_hash_table_insert (survey, id, (gpointer) (seen == NULL || g_str_equal (seen, state) ? state : SEVERAL));
    }
}

static gboolean
has_office_twice (GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    for (guint j = i + 1; j < list->len; j++)
      if (g_array_index (list, PrintedPerson, i).title.title == g_array_index (list, PrintedPerson, j).title.title)
        return TRUE;

  return FALSE;
}

GArray *
_vnus_people_parse_met (const char *text)
{
  g_autoptr (GArray) list = read_list (text, TRUE);

  return list != NULL && !has_office_twice (list) ? g_steal_pointer (&list) : NULL;
}

/* The state of a person whom the chronicle knows. */
static const char *
find_known_state (VnusImport *import,
                  const char *id)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  VnusRecord *record = into != NULL ? vnus_chronicle_lookup (into, id) : NULL;

  return record != NULL && VNUS_IS_PERSON (record) ? vnus_person_get_of (VNUS_PERSON (record)) : NULL;
}

/* The one state of which all of them are; NULL if that is not certain. */
static const char *
find_common_state (VnusImport *import,
                   GHashTable *survey,
                   GArray     *list,
                   const char *state)
{
  const char *common = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const PrintedPerson *person = &g_array_index (list, PrintedPerson, i);
      g_autofree char *id = make_person_id (person, state, NULL);
      const char *seen = id != NULL ? g_hash_table_lookup (survey, id) : NULL;
      const char *known = id != NULL ? find_known_state (import, id) : NULL;
      const char *own = known != NULL ? known : g_strcmp0 (seen, state) == 0 ? state : NULL;

      if (own == NULL || (common != NULL && !g_str_equal (common, own)))
        return NULL;
      common = own;
    }

  return common;
}

GPtrArray *
_vnus_people_read_met (VnusImport       *import,
                       GHashTable       *survey,
                       GArray           *list,
                       const char       *state,
                       const VnusOrigin *origin)
{
  const char *common = find_common_state (import, survey, list, state);
  if (common == NULL || _vnus_import_lookup (import, common) == NULL)
    return NULL;
  return make_people (import, list, common, VNUS_ROLE_COUNTERPART, origin);
}

gboolean
_vnus_people_take_part (VnusEvent  *event,
                        const char *actor)
{
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    if (g_strcmp0 (vnus_participant_get_actor (vnus_event_get_participant (event, i)), actor) == 0)
      return TRUE;

  return FALSE;
}

VnusParticipant *
_vnus_people_us_president (VnusImport       *import,
                           const char       *surname,
                           const VnusOrigin *origin)
{
  const char *id = _vnus_historian_us_holder (import, "us-president", surname, origin->known);
  g_autoptr (VnusParticipant) participant = NULL;

  if (id == NULL || _vnus_historian_take (import, VNUS_KIND_PERSON, id, origin) == NULL ||
      _vnus_historian_take (import, VNUS_KIND_OFFICE, "us-president", origin) == NULL)
    return NULL;

  participant = vnus_participant_new (id, VNUS_ROLE_COUNTERPART);
  return vnus_participant_with_capacity (participant, "us-president");
}
