/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the values of queries: reading one, by what its key asks for. */
#include "base/vnus-clip-private.h"
#include "chronicle/vnus-query-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>
#include <vnus/vnus-source.h>

typedef struct
{
  VnusQueryChoice    *choice;
  const VnusQueryKey *key;
  const char         *text;
  gsize              *place;
  GError            **error;
} Reading;

/* Says what was expected at @at, which is within the text; returns FALSE. */
static gboolean G_GNUC_PRINTF (3, 4)
fail (const Reading *reading,
      const char    *at,
      const char    *expected,
      ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, expected);
  words = g_strdup_vprintf (expected, args);
  va_end (args);

  *reading->place = (gsize) (at - reading->text);
  g_set_error (reading->error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_BAD_VALUE,
               "“%s” is no value of “%s”; expected %s", _vnus_clip (reading->text).text, reading->key->name, words);
  return FALSE;
}

/* Several fields may have a word in common. */
static void
add_words (GPtrArray *words,
           GType      type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0 &&
        !g_ptr_array_find_with_equal_func (words, klass->values[i].value_nick, g_str_equal, NULL))
      g_ptr_array_add (words, (gpointer) klass->values[i].value_nick);
}

static char *
join_words (GPtrArray *words)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);

  return g_strconcat ("one of ", list, NULL);
}

static char *
list_words (GType type)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  add_words (words, type);
  return join_words (words);
}

/* The word of @type that the @length bytes at @word are; 0 if it is none. */
static int
find_word (GType       type,
           const char *word,
           gsize       length)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  for (guint i = 0; i < klass->n_values; i++)
    if (strlen (klass->values[i].value_nick) == length && strncmp (klass->values[i].value_nick, word, length) == 0)
      return klass->values[i].value;

  return 0;
}

static gboolean
read_kind (const Reading *reading)
{
  VnusKind kind = vnus_kind_from_string (reading->text);
  g_autofree char *words = NULL;

  if (kind != VNUS_KIND_UNSET)
    reading->choice->kinds = 1u << kind;
  else if (g_str_equal (reading->text, "event"))
    reading->choice->kinds = VNUS_KINDS_EVENTS;
  else if (g_str_equal (reading->text, "actor"))
    reading->choice->kinds = VNUS_KINDS_ACTORS;
  else
    {
      words = list_words (VNUS_TYPE_KIND);
      return fail (reading, reading->text, "%s, event or actor", words);
    }

  return TRUE;
}

static gboolean
read_id (const Reading *reading,
         const char    *id)
{
  if (!vnus_fold_is_id (id))
    return fail (reading, id, "the id of a record: lower-case letters and figures, with hyphens between them");

  reading->choice->id = g_strdup (id);
  return TRUE;
}

static gboolean
read_text (const Reading *reading)
{
  reading->choice->folded = vnus_fold_name (reading->text);
  if (*reading->choice->folded == '\0')
    return fail (reading, reading->text, "letters or figures to look for");

  return TRUE;
}

/* [ROLE:]ID or ROLE for the key “role”; ID for the key “participant”. */
static gboolean
read_role (const Reading *reading)
{
  const char *colon = strchr (reading->text, ':');
  gsize length = colon != NULL ? (gsize) (colon - reading->text) : strlen (reading->text);

  if (g_str_equal (reading->key->name, "participant"))
    return read_id (reading, reading->text);

  reading->choice->role = find_word (VNUS_TYPE_ROLE, reading->text, length);
  if (reading->choice->role == VNUS_ROLE_UNSET)
    {
      g_autofree char *words = list_words (VNUS_TYPE_ROLE);

      return fail (reading, reading->text, "%s", words);
    }

  return colon == NULL || read_id (reading, colon + 1);
}

/* One rank of a range; 0 if there is none. */
static gboolean
read_one_rank (const Reading *reading,
               const char    *text,
               gsize          length,
               int           *rank)
{
  g_autofree char *words = NULL;

  *rank = length > 0 ? find_word (VNUS_TYPE_RANK, text, length) : 0;
  if (length == 0 || *rank != 0)
    return TRUE;

  words = list_words (VNUS_TYPE_RANK);
  return fail (reading, text, "a number, or %s, or a range of them such as ..minister", words);
}

/* One way to write each range: an end that leaves nothing out is left out. */
static void
print_ranks (VnusQueryChoice *choice)
{
  g_autoptr (GEnumClass) ranks = g_type_class_ref (VNUS_TYPE_RANK);
  g_autoptr (GEnumClass) roles = g_type_class_ref (VNUS_TYPE_ROLE);
  const char *highest = g_enum_get_value (ranks, choice->highest)->value_nick;
  const char *lowest = g_enum_get_value (ranks, choice->lowest)->value_nick;
  gboolean from_top = choice->highest == VNUS_RANK_HEAD_OF_PARTY, to_bottom = choice->lowest == VNUS_RANK_OFFICIAL;
  gboolean is_range = choice->highest != choice->lowest;

  g_free (choice->text);
  choice->text = g_strconcat (choice->role != VNUS_ROLE_UNSET ? g_enum_get_value (roles, choice->role)->value_nick : "",
                              choice->role != VNUS_ROLE_UNSET ? ":" : "",
                              is_range && from_top && !to_bottom ? "" : highest,
                              is_range ? ".." : "",
                              is_range && (!to_bottom || from_top) ? lowest : "",
                              NULL);
}

/* [ROLE:]RANK, [ROLE:]HIGHEST..LOWEST with one of them left out, or a number. */
static gboolean
read_rank (const Reading *reading)
{
  VnusQueryChoice *choice = reading->choice;
  const char *colon = strchr (reading->text, ':');
  const char *text = colon != NULL ? colon + 1 : reading->text;
  const char *dots = strstr (text, "..");
  guint64 number;

  if (g_ascii_string_to_unsigned (reading->text, 10, 1, G_MAXINT, &number, NULL))
    {
      choice->number = (int) number;
      return TRUE;
    }

  if (colon != NULL)
    choice->role = find_word (VNUS_TYPE_ROLE, reading->text, (gsize) (colon - reading->text));
  if (colon != NULL && choice->role == VNUS_ROLE_UNSET)
    {
      g_autofree char *words = list_words (VNUS_TYPE_ROLE);

      return fail (reading, reading->text, "a rank, or a role before the colon: %s", words);
    }

  if (!read_one_rank (reading, text, dots != NULL ? (gsize) (dots - text) : strlen (text), &choice->highest))
    return FALSE;
  if (dots == NULL)
    choice->lowest = choice->highest;
  else if (!read_one_rank (reading, dots + 2, strlen (dots + 2), &choice->lowest))
    return FALSE;

  if (choice->highest == 0 && choice->lowest == 0)
    return fail (reading, text, "a rank at one end of the range at least");
  if (choice->highest == 0)
    choice->highest = VNUS_RANK_HEAD_OF_PARTY;
  if (choice->lowest == 0)
    choice->lowest = VNUS_RANK_OFFICIAL;
  if (choice->highest > choice->lowest)
    return fail (reading, text, "the higher rank first");

  print_ranks (choice);
  return TRUE;
}

static gboolean
has_qualifier (const VnusDate *date)
{
  for (VnusDateComponent i = VNUS_DATE_COMPONENT_YEAR; i <= VNUS_DATE_COMPONENT_DAY; i++)
    if (vnus_date_get_qualifier (date, i) != VNUS_DATE_QUALIFIER_NONE)
      return TRUE;

  return FALSE;
}

/* A window is known to the day: a whole year, month or day, or from one to another. */
static gboolean
read_window (const Reading *reading,
             const char    *text)
{
  VnusQueryChoice *choice = reading->choice;
  g_autoptr (VnusDate) date = NULL;
  g_autofree char *canonical = NULL;
  VnusDateError code;
  int offset = 0;

  if (!vnus_date_check (text, &code, &offset))
    return fail (reading, text + offset, "a date of EDTF, such as 2023, 1995-07 or 1995-07/..");

  date = vnus_date_parse (text, NULL);
  if (vnus_date_get_kind (date) == VNUS_DATE_KIND_ONE_OF ||
      vnus_date_get_precision (date) == VNUS_DATE_PRECISION_PATTERN)
    return fail (reading, text, "one window; several are written a|b");
  if (vnus_date_is_start_unknown (date) || vnus_date_is_end_unknown (date))
    return fail (reading, text, "a window whose ends are known, or open (..)");
  if (has_qualifier (date))
    return fail (reading, text, "a window without ?, ~ and %%");

  choice->first = vnus_date_get_earliest_start (date);
  choice->last = vnus_date_get_latest_end (date);
  canonical = vnus_date_to_string (date);
  g_free (choice->text);
  choice->text = choice->window == VNUS_WINDOW_INTERSECTS
                   ? g_steal_pointer (&canonical)
                   : g_strdup_printf ("%.*s%s", (int) (text - reading->text), reading->text, canonical);
  return TRUE;
}

/* [RELATION:]DATE */
static gboolean
read_date (const Reading *reading)
{
  const char *colon = strchr (reading->text, ':');

  reading->choice->window = VNUS_WINDOW_INTERSECTS;
  if (colon == NULL)
    return read_window (reading, reading->text);

  reading->choice->window = find_word (VNUS_TYPE_WINDOW, reading->text, (gsize) (colon - reading->text));
  if (reading->choice->window == VNUS_WINDOW_UNSET)
    {
      g_autofree char *words = list_words (VNUS_TYPE_WINDOW);

      return fail (reading, reading->text, "a date, or before the colon %s", words);
    }

  return read_window (reading, colon + 1);
}

static gboolean
read_word (const Reading *reading)
{
  gboolean found = FALSE;

  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && reading->key->fields[kind][i] != NULL; i++)
      {
        VnusField *field = reading->key->fields[kind][i];
        int word = field->get_enum_type != NULL
                     ? find_word (field->get_enum_type (), reading->text, strlen (reading->text))
                     : 0;

        if (word != 0)
          {
            reading->choice->words[kind] = (gint8) word;
            found = TRUE;
          }
      }

  return found;
}

static gboolean
has_type (const VnusQueryKey *key,
          VnusValueType       type)
{
  return (key->types & 1u << type) != 0;
}

static gboolean
fail_field (const Reading *reading)
{
  const VnusQueryKey *key = reading->key;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
      if (key->fields[kind][i]->get_enum_type != NULL)
        add_words (words, key->fields[kind][i]->get_enum_type ());

  if (words->len > 0)
    {
      list = join_words (words);
      return fail (reading, reading->text, "%s", list);
    }
  if (has_type (key, VNUS_VALUE_TYPE_INTEGER))
    return fail (reading, reading->text, "a whole number of 1 or more");
  if (has_type (key, VNUS_VALUE_TYPE_BOOLEAN))
    return fail (reading, reading->text, "true or false");

  return fail (reading, reading->text, "a text");
}

/* A field may have several types, by kind: the value must be good for one. */
static gboolean
read_field (const Reading *reading)
{
  const VnusQueryKey *key = reading->key;
  gboolean found = has_type (key, VNUS_VALUE_TYPE_ENUM) && read_word (reading);
  guint64 number;

  if (has_type (key, VNUS_VALUE_TYPE_INTEGER) &&
      g_ascii_string_to_unsigned (reading->text, 10, 1, G_MAXINT, &number, NULL))
    {
      reading->choice->number = (int) number;
      found = TRUE;
    }
  if (has_type (key, VNUS_VALUE_TYPE_BOOLEAN) &&
      (g_str_equal (reading->text, "true") || g_str_equal (reading->text, "false")))
    {
      reading->choice->number = g_str_equal (reading->text, "true") ? 2 : 1;
      found = TRUE;
    }
  if (!found && (has_type (key, VNUS_VALUE_TYPE_REFERENCE) || has_type (key, VNUS_VALUE_TYPE_STOP)))
    return read_id (reading, reading->text);

  return found || (has_type (key, VNUS_VALUE_TYPE_TEXT) && *reading->text != '\0') || fail_field (reading);
}

gboolean
_vnus_query_choice_parse (VnusQueryChoice     *choice,
                          const VnusQueryKey  *key,
                          const char          *text,
                          gsize               *place,
                          GError             **error)
{
  static gboolean (*const read[]) (const Reading *) = {
    [VNUS_MATTER_KIND] = read_kind,
    [VNUS_MATTER_TEXT] = read_text,
    [VNUS_MATTER_WHEN] = read_date,
    [VNUS_MATTER_DATE] = read_date,
    [VNUS_MATTER_FIELD] = read_field,
    [VNUS_MATTER_RANK] = read_rank,
    [VNUS_MATTER_ROLE] = read_role,
    [VNUS_MATTER_SOURCE] = NULL, /* and the others that are not named: an id */
  };
  Reading reading = { choice, key, text, place, error };
  gboolean done;

  memset (choice, 0, sizeof *choice);
  choice->text = g_strdup (text);
  *place = 0;

  done = read[key->matter] != NULL ? read[key->matter] (&reading) : read_id (&reading, text);
  if (!done)
    _vnus_query_choice_clear (choice);

  return done;
}

void
_vnus_query_choice_clear (VnusQueryChoice *choice)
{
  g_clear_pointer (&choice->text, g_free);
  g_clear_pointer (&choice->id, g_free);
  g_clear_pointer (&choice->folded, g_free);
}
