/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what speaks for it that two records are the same, and what against.
 *
 * A name alone makes two records possible candidates at most; that they are likely
 * the same needs an id elsewhere, an office at the same time, or a birth as well.
 */
#include "chronicle/vnus-identity-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-place.h>
#include <vnus/vnus-visit.h>

#include "base/vnus-text-private.h"
#include "chronicle/vnus-compatible-private.h"

enum
{
  SAME_ID = 60,
  OTHER_ID = -60,
  SAME_NAME = 50,
  SAME_WORDS = 40,
  PART_OF_NAME = 20,
  OTHER_MIDDLE = -30,
  OTHER_DIACRITICS = -25,
  SAME_LIFE = 20,
  OTHER_LIFE = -60,
  SAME_OFFICE = 25,
  TOGETHER = -50,
};

/* --- Names --- */

static void
take_name (GPtrArray *names,
           char      *name)
{
  if (name[0] == '\0' || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

/* As they are written; a person's names in both orders. */
static GPtrArray *
list_written (VnusRecord *record)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  VnusText *label = vnus_record_get_label (record);

  for (guint i = 0; label != NULL && i < _vnus_text_get_n_pairs (label); i++)
    take_name (names, g_strdup (_vnus_text_get_pair (label, i).string));
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    take_name (names, g_strdup (vnus_record_get_alias (record, i)));

  if (VNUS_IS_PERSON (record))
    {
      const char *family = vnus_person_get_family_name (VNUS_PERSON (record));
      const char *given = vnus_person_get_given_names (VNUS_PERSON (record));

      if (family != NULL && given != NULL)
        {
          take_name (names, g_strjoin (" ", family, given, NULL));
          take_name (names, g_strjoin (" ", given, family, NULL));
        }
    }

  return names;
}

GPtrArray *
_vnus_identity_list_names (VnusRecord *record)
{
  g_autoptr (GPtrArray) written = list_written (record);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < written->len; i++)
    take_name (names, vnus_fold_name (g_ptr_array_index (written, i)));

  return names;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
_vnus_identity_sort_words (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

static gboolean
is_shared (GPtrArray   *names,
           GPtrArray   *others,
           char       *(*key) (const char *name),
           const char **shared)
{
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        g_autofree char *a = key (g_ptr_array_index (names, i));
        g_autofree char *b = key (g_ptr_array_index (others, j));

        if (!g_str_equal (a, b))
          continue;
        *shared = g_ptr_array_index (names, i);
        return TRUE;
      }

  return FALSE;
}

static char *
keep (const char *name)
{
  return g_strdup (name);
}

/* A letter stands for a word that begins with it. */
static gboolean
is_same_word (const char *a,
              const char *b)
{
  return g_str_equal (a, b) || (a[0] == b[0] && (a[1] == '\0' || b[1] == '\0'));
}

static gboolean
have_same_ends (char **words,
                char **others)
{
  guint n = g_strv_length (words), n_others = g_strv_length (others);

  return n >= 3 && n_others >= 3 && is_same_word (words[0], others[0]) && g_str_equal (words[n - 1], others[n_others - 1]);
}

/* Whether all that stands between the ends of the one are the initials of what
 * stands there in the other: folding joins “H. W.” to one word. */
static gboolean
has_initials (char **words,
              char **others)
{
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GString) initials = g_string_new (NULL);

  if (!have_same_ends (words, others))
    return FALSE;

  for (guint i = 1; words[i + 1] != NULL; i++)
    g_string_append (written, words[i]);
  for (guint i = 1; others[i + 1] != NULL; i++)
    g_string_append_c (initials, others[i][0]);

  return g_string_equal (written, initials);
}

/* Whether each word of the one stands for one of the other. */
static gboolean
is_part (char **words,
         char **others)
{
  guint n = g_strv_length (words), n_others = g_strv_length (others);
  g_autofree gboolean *taken = g_new0 (gboolean, n_others + 1);

  if (has_initials (words, others))
    return TRUE;
  if (n < 2 || n > n_others)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint found = n_others;

      for (guint j = 0; j < n_others; j++)
        if (!taken[j] && is_same_word (words[i], others[j]) && (found == n_others || g_str_equal (words[i], others[j])))
          found = j;
      if (found == n_others)
        return FALSE;
      taken[found] = TRUE;
    }

  return TRUE;
}

/* Of names that begin and end alike: whether both have words between, and not the
 * same: George H. W. Bush, George W. Bush. */
static gboolean
has_other_middle (char **words,
                  char **others)
{
  guint n = g_strv_length (words), n_others = g_strv_length (others);

  if (!have_same_ends (words, others) || has_initials (words, others) || has_initials (others, words))
    return FALSE;
  if (n != n_others)
    return TRUE;

  for (guint i = 1; i + 1 < n; i++)
    if (!is_same_word (words[i], others[i]))
      return TRUE;

  return FALSE;
}

/* The names that @test holds for, in either order of the two; or NULL. */
static const char *
find_pair (GPtrArray *names,
           GPtrArray *others,
           gboolean (*test) (char **words, char **other_words))
{
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        g_auto (GStrv) words = g_strsplit (g_ptr_array_index (names, i), " ", -1);
        g_auto (GStrv) other_words = g_strsplit (g_ptr_array_index (others, j), " ", -1);

        if (test (words, other_words) || test (other_words, words))
          return g_ptr_array_index (others, j);
      }

  return NULL;
}

/* How @record writes the folded name, in lower case; or NULL if it has it without
 * diacritics only. */
static char *
dup_spelling (VnusRecord *record,
              const char *folded)
{
  g_autoptr (GPtrArray) written = list_written (record);

  for (guint i = 0; i < written->len; i++)
    {
      g_autofree char *fold = vnus_fold_name (g_ptr_array_index (written, i));
      g_autofree char *composed = g_utf8_normalize (g_ptr_array_index (written, i), -1, G_NORMALIZE_DEFAULT_COMPOSE);
      g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : NULL;

      if (g_str_equal (fold, folded) && lower != NULL && !g_str_is_ascii (lower))
        return g_steal_pointer (&lower);
    }

  return NULL;
}

static void
weigh_diacritics (VnusCandidate *candidate,
                  VnusRecord    *a,
                  VnusRecord    *b,
                  const char    *folded)
{
  g_autofree char *one = dup_spelling (a, folded);
  g_autofree char *other = dup_spelling (b, folded);
  VnusPhrase *phrase;

  if (one == NULL || other == NULL || g_str_equal (one, other))
    return;

  phrase = _vnus_candidate_add (candidate, "other-diacritics", "same.other-diacritics", OTHER_DIACRITICS);
  _vnus_phrase_add_text (phrase, "a", one);
  _vnus_phrase_add_text (phrase, "b", other);
}

static void
weigh_names (VnusCandidate *candidate,
             VnusRecord    *a,
             VnusRecord    *b)
{
  g_autoptr (GPtrArray) names = _vnus_identity_list_names (a);
  g_autoptr (GPtrArray) others = _vnus_identity_list_names (b);
  VnusPhrase *phrase = NULL;
  const char *name = NULL;

  if (is_shared (names, others, keep, &name))
    {
      phrase = _vnus_candidate_add (candidate, "same-name", "same.same-name", SAME_NAME);
      weigh_diacritics (candidate, a, b, name);
    }
  else if (is_shared (names, others, _vnus_identity_sort_words, &name))
    {
      phrase = _vnus_candidate_add (candidate, "same-words", "same.same-words", SAME_WORDS);
    }
  else if ((name = find_pair (names, others, is_part)) != NULL)
    {
      phrase = _vnus_candidate_add (candidate, "part-of-name", "same.part-of-name", PART_OF_NAME);
    }
  if (phrase != NULL)
    _vnus_phrase_add_text (phrase, "name", name);

  if (VNUS_IS_PERSON (a) && find_pair (names, others, has_other_middle) != NULL)
    _vnus_candidate_add (candidate, "other-middle", "same.other-middle", OTHER_MIDDLE);
}

/* --- Ids elsewhere --- */

static gboolean
is_of_scheme (const char *id,
              const char *other)
{
  const char *colon = strchr (id, ':');

  return colon != NULL && strncmp (id, other, (gsize) (colon - id) + 1) == 0 && !g_str_has_prefix (id, VNUS_FORMER_ID);
}

static void
weigh_ids (VnusCandidate *candidate,
           VnusRecord    *a,
           VnusRecord    *b)
{
  const char *same = NULL, *one = NULL, *other = NULL;
  VnusPhrase *phrase;

  for (guint i = 0; i < vnus_record_get_n_same_as (a); i++)
    for (guint j = 0; j < vnus_record_get_n_same_as (b); j++)
      {
        const char *x = vnus_record_get_same_as (a, i), *y = vnus_record_get_same_as (b, j);

        if (g_str_equal (x, y))
          same = x;
        else if (is_of_scheme (x, y) && one == NULL)
          {
            one = x;
            other = y;
          }
      }

  if (same != NULL)
    {
      phrase = _vnus_candidate_add (candidate, "same-id", "same.same-id", SAME_ID);
      _vnus_phrase_add_text (phrase, "id", same);
    }
  else if (one != NULL)
    {
      phrase = _vnus_candidate_add (candidate, "other-id", "same.other-id", OTHER_ID);
      _vnus_phrase_add_text (phrase, "a", one);
      _vnus_phrase_add_text (phrase, "b", other);
    }
}

/* --- Fields that seldom differ --- */

static const struct
{
  VnusKind    kind;
  const char *field;
  const char *same;  /* ground */
  int         same_points;
  const char *other; /* ground */
  int         other_points;
} fields[] = {
  { VNUS_KIND_PERSON, "of", "same-of", 5, "other-of", -20 },
  { VNUS_KIND_OFFICE, "of", "same-of", 5, "other-of", -60 },
  { VNUS_KIND_OFFICE, "rank", "same-rank", 0, "other-rank", -20 },
  { VNUS_KIND_ORGANIZATION, "of", "same-of", 5, "other-of", -30 },
  { VNUS_KIND_ORGANIZATION, "organization-type", "same-type", 5, "other-type", -30 },
  { VNUS_KIND_PLACE, "within", "same-within", 10, "other-within", -20 },
  { VNUS_KIND_PLACE, "place-type", "same-type", 5, "other-type", -10 },
};

static void
add_value (VnusPhrase *phrase,
           const char *name,
           VnusValue  *value)
{
  g_autofree char *text = vnus_value_to_string (value);

  if (vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_REFERENCE)
    _vnus_phrase_add_record (phrase, name, text);
  else
    _vnus_phrase_add_text (phrase, name, text);
}

static void
weigh_fields (VnusCandidate *candidate,
              VnusRecord    *a,
              VnusRecord    *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (VnusValue) one = NULL;
      g_autoptr (VnusValue) other = NULL;
      gboolean is_same;
      VnusPhrase *phrase;

      if (fields[i].kind != vnus_record_get_kind (a))
        continue;
      one = vnus_record_dup_value (a, fields[i].field);
      other = vnus_record_dup_value (b, fields[i].field);
      if (one == NULL || other == NULL)
        continue;

      is_same = vnus_value_equal (one, other);
      if (is_same && fields[i].same_points == 0)
        continue; /* tells nothing */
      phrase = is_same ? _vnus_candidate_add (candidate, fields[i].same, "same.same-field", fields[i].same_points)
                       : _vnus_candidate_add (candidate, fields[i].other, "same.other-field", fields[i].other_points);
      _vnus_phrase_add_text (phrase, "field", fields[i].field);
      add_value (phrase, "a", one);
      if (!is_same)
        add_value (phrase, "b", other);
    }
}

/* --- Persons --- */

static gboolean
has_birth_year (const VnusDate *lived)
{
  return !vnus_date_is_start_open (lived) && !vnus_date_is_start_unknown (lived) &&
         vnus_date_get_latest_start (lived) - vnus_date_get_earliest_start (lived) <= 366;
}

static void
weigh_lives (VnusCandidate *candidate,
             VnusPerson    *a,
             VnusPerson    *b)
{
  VnusDate *one = vnus_person_get_lived (a), *other = vnus_person_get_lived (b);
  g_autoptr (VnusValue) first = NULL;
  g_autoptr (VnusValue) second = NULL;
  VnusPhrase *phrase;

  if (one == NULL || other == NULL)
    return;

  first = vnus_value_new_date (one);
  second = vnus_value_new_date (other);
  if (!_vnus_values_agree (first, second, VNUS_ASPECT_WHOLE))
    phrase = _vnus_candidate_add (candidate, "other-life", "same.other-life", OTHER_LIFE);
  else if (has_birth_year (one) && has_birth_year (other))
    phrase = _vnus_candidate_add (candidate, "same-life", "same.same-life", SAME_LIFE);
  else
    return;

  _vnus_phrase_add_date (phrase, "a", one, VNUS_DATE_STYLE_SHORT);
  _vnus_phrase_add_date (phrase, "b", other, VNUS_DATE_STYLE_SHORT);
}

/* An office that both hold, at times that may be one. */
static const char *
find_common_office (const VnusDoings *a,
                    const VnusDoings *b)
{
  for (guint i = 0; i < a->services->len; i++)
    for (guint j = 0; j < b->services->len; j++)
      {
        const VnusService *one = &g_array_index (a->services, VnusService, i);
        const VnusService *other = &g_array_index (b->services, VnusService, j);

        if (g_str_equal (one->office, other->office) && vnus_date_intersects (one->date, other->date) != VNUS_TRUTH_NO)
          return one->office;
      }

  return NULL;
}

static VnusRecord *
find_common_event (const VnusDoings *a,
                   const VnusDoings *b)
{
  GHashTableIter iter;
  gpointer event;
  VnusRecord *first = NULL;

  g_hash_table_iter_init (&iter, a->events);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (g_hash_table_contains (b->events, event) &&
        (first == NULL || strcmp (vnus_record_get_id (event), vnus_record_get_id (first)) < 0))
      first = event;

  return first;
}

static void
weigh_doings (VnusIdentity  *self,
              VnusCandidate *candidate,
              VnusRecord    *a,
              VnusRecord    *b)
{
  const VnusDoings *one = g_hash_table_lookup (self->doings, vnus_record_get_id (a));
  const VnusDoings *other = g_hash_table_lookup (self->doings, vnus_record_get_id (b));
  const char *office;
  VnusRecord *event;

  if (one == NULL || other == NULL)
    return;

  office = find_common_office (one, other);
  if (office != NULL)
    _vnus_phrase_add_record (_vnus_candidate_add (candidate, "same-office", "same.same-office", SAME_OFFICE),
                             "office", office);
  event = find_common_event (one, other);
  if (event != NULL)
    _vnus_phrase_add_record (_vnus_candidate_add (candidate, "together", "same.together", TOGETHER),
                             "event", vnus_record_get_id (event));
}

void
_vnus_identity_weigh (VnusIdentity  *self,
                      VnusCandidate *candidate,
                      VnusRecord    *a,
                      VnusRecord    *b)
{
  weigh_ids (candidate, a, b);
  if (VNUS_IS_VISIT (a))
    {
      _vnus_identity_weigh_visits (self, candidate, a, b);
      return;
    }

  weigh_names (candidate, a, b);
  if (VNUS_IS_PERSON (a))
    weigh_lives (candidate, VNUS_PERSON (a), VNUS_PERSON (b));
  weigh_fields (candidate, a, b);
  weigh_doings (self, candidate, a, b);
}
