/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a message with its arguments. */
#include "chronicle/vnus-phrase-private.h"

#include <string.h>

#include "chronicle/vnus-record-name-private.h"
#include "wording/vnus-message-private.h"

typedef struct _Argument Argument;

/* What stands behind an argument. What has to be made to say it, and freed after
 * it, is put into @made; texts, integers and decimals have no function: they are
 * their own words, or the message itself words them. */
typedef struct
{
  VnusArgType    type;
  const char  *(*say)   (const Argument *argument,
                         VnusChronicle  *chronicle,
                         const char     *language,
                         char          **made);
  void         (*clear) (Argument       *argument);
} ArgumentKind;

struct _Argument
{
  const char         *name;
  const ArgumentKind *kind;
  union
  {
    char             *string;  /* (owned) text, decimal, id */
    const char       *word;    /* a constant: a word, the style of a list */
    gint64            integer; /* number, style of a date, reasons */
  };
  gpointer            boxed;   /* (owned) text, amount, date, phrase, phrases, id of an office */
};

/* Most phrases have no more arguments than these, and what is nothing but its
 * argument has one: one piece of memory each. */
#define N_FEW 3

struct _VnusPhrase
{
  gatomicrefcount  ref_count;
  guint16          n_arguments;
  guint16          room;      /* for how many there is */
  const char      *key;
  Argument        *arguments; /* the few, or (owned) */
  Argument         few[];
};

static guint
get_few (const char *key)
{
  return key != NULL ? N_FEW : 1;
}

static gsize
get_size (const char *key)
{
  return sizeof (VnusPhrase) + get_few (key) * sizeof (Argument);
}

VnusPhrase *
_vnus_phrase_new (const char *key)
{
  VnusPhrase *self = g_slice_alloc (get_size (key));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_arguments = 0;
  self->key = key;
  self->room = (guint16) get_few (key);
  self->arguments = self->few;

  return self;
}

VnusPhrase *
_vnus_phrase_ref (VnusPhrase *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
_vnus_phrase_unref (VnusPhrase *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_arguments; i++)
    if (self->arguments[i].kind->clear != NULL)
      self->arguments[i].kind->clear (&self->arguments[i]);
  if (self->arguments != self->few)
    g_free (self->arguments);
  g_slice_free1 (get_size (self->key), self);
}

/* The room doubles whenever it is full. */
static void
make_room (VnusPhrase *self)
{
  if (self->n_arguments < self->room)
    return;

  g_assert (self->room <= G_MAXUINT16 / 2);
  self->room = (guint16) (2 * self->room);
  if (self->arguments == self->few)
    {
      self->arguments = g_new (Argument, self->room);
      memcpy (self->arguments, self->few, self->n_arguments * sizeof (Argument));
    }
  else
    {
      self->arguments = g_renew (Argument, self->arguments, self->room);
    }
}

static Argument *
add (VnusPhrase         *self,
     const char         *name,
     const ArgumentKind *kind)
{
  Argument *argument;

  make_room (self);
  argument = &self->arguments[self->n_arguments++];
  argument->name = name;
  argument->kind = kind;

  return argument;
}

/* --- What each type says --- */

static const char *
say_localised (const Argument *argument,
               VnusChronicle  *chronicle,
               const char     *language,
               char          **made)
{
  return vnus_text_get_best (argument->boxed, language);
}

static const char *
say_amount (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language,
            char          **made)
{
  g_autoptr (GEnumClass) bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  GEnumValue *bound = g_enum_get_value (bounds, (int) vnus_amount_get_bound (argument->boxed));

  return *made = _vnus_message_amount (language, vnus_amount_get_number (argument->boxed), bound->value_nick,
                                       vnus_amount_get_unit (argument->boxed));
}

static const char *
say_date (const Argument *argument,
          VnusChronicle  *chronicle,
          const char     *language,
          char          **made)
{
  *made = vnus_date_format (argument->boxed, language, (VnusDateStyle) argument->integer);
  return *made != NULL ? *made : vnus_date_get_text (argument->boxed);
}

static const char *
say_record (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language,
            char          **made)
{
  VnusRecord *record = chronicle != NULL ? vnus_chronicle_lookup (chronicle, argument->string) : NULL;
  VnusText *label = record != NULL ? vnus_record_get_label (record) : NULL;

  if (label != NULL)
    return vnus_text_get_best (label, language);

  return *made = _vnus_record_name_of (chronicle, argument->string, language);
}

static const char *
say_person (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language,
            char          **made)
{
  g_autofree char *person = _vnus_record_name_of (chronicle, argument->string, language);
  g_autofree char *office = NULL;

  if (argument->boxed == NULL)
    return *made = g_steal_pointer (&person);

  office = _vnus_record_name_of (chronicle, argument->boxed, language);
  return *made = _vnus_say (language, "phrase.office-holder", VNUS_ARG_S ("office", office), VNUS_ARG_S ("person", person));
}

static const char *
say_reasons (const Argument *argument,
             VnusChronicle  *chronicle,
             const char     *language,
             char          **made)
{
  return *made = _vnus_message_reasons (language, (VnusReasons) argument->integer);
}

static const char *say_words (VnusPhrase    *self,
                              VnusChronicle *chronicle,
                              const char    *language,
                              char         **made);

static const char *
say_phrase (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language,
            char          **made)
{
  return say_words (argument->boxed, chronicle, language, made);
}

static guint
count_phrases (VnusPhrase **phrases)
{
  guint n = 0;

  while (phrases[n] != NULL)
    n++;

  return n;
}

static const char *
say_phrases (const Argument *argument,
             VnusChronicle  *chronicle,
             const char     *language,
             char          **made)
{
  VnusPhrase **phrases = argument->boxed;
  const guint n = count_phrases (phrases);
  g_autofree const char **items = g_new (const char *, (gsize) n + 1);
  g_autofree char **made_items = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    items[i] = say_words (phrases[i], chronicle, language, &made_items[i]);
  items[n] = NULL;
  if (n == 1)
    {
      *made = made_items[0];
      return items[0];
    }

  *made = _vnus_message_list (language, items, argument->word);
  for (guint i = 0; i < n; i++)
    g_free (made_items[i]);
  return *made;
}

/* --- What each type holds --- */

static void
clear_string (Argument *argument)
{
  g_free (argument->string);
}

static void
clear_localised (Argument *argument)
{
  vnus_text_unref (argument->boxed);
}

static void
clear_amount (Argument *argument)
{
  vnus_amount_unref (argument->boxed);
}

static void
clear_date (Argument *argument)
{
  vnus_date_unref (argument->boxed);
}

static void
clear_person (Argument *argument)
{
  g_free (argument->string);
  g_free (argument->boxed);
}

static void
clear_phrase (Argument *argument)
{
  _vnus_phrase_unref (argument->boxed);
}

static void
clear_phrases (Argument *argument)
{
  for (VnusPhrase **item = argument->boxed; *item != NULL; item++)
    _vnus_phrase_unref (*item);
  g_free (argument->boxed);
}

static const ArgumentKind text_kind = { VNUS_ARG_STRING, NULL, clear_string };
static const ArgumentKind word_kind = { VNUS_ARG_STRING, NULL, NULL };
static const ArgumentKind decimal_kind = { VNUS_ARG_DECIMAL, NULL, clear_string };
static const ArgumentKind integer_kind = { VNUS_ARG_INTEGER, NULL, NULL };
static const ArgumentKind localised_kind = { VNUS_ARG_STRING, say_localised, clear_localised };
static const ArgumentKind amount_kind = { VNUS_ARG_STRING, say_amount, clear_amount };
static const ArgumentKind date_kind = { VNUS_ARG_STRING, say_date, clear_date };
static const ArgumentKind record_kind = { VNUS_ARG_STRING, say_record, clear_string };
static const ArgumentKind person_kind = { VNUS_ARG_STRING, say_person, clear_person };
static const ArgumentKind reasons_kind = { VNUS_ARG_STRING, say_reasons, NULL };
static const ArgumentKind phrase_kind = { VNUS_ARG_STRING, say_phrase, clear_phrase };
static const ArgumentKind phrases_kind = { VNUS_ARG_STRING, say_phrases, clear_phrases };

/* --- Adders --- */

void
_vnus_phrase_add_text (VnusPhrase *self,
                       const char *name,
                       const char *text)
{
  add (self, name, &text_kind)->string = g_strdup (text != NULL ? text : "");
}

void
_vnus_phrase_add_word (VnusPhrase *self,
                       const char *name,
                       const char *word)
{
  add (self, name, &word_kind)->word = word;
}

void
_vnus_phrase_add_localised (VnusPhrase *self,
                            const char *name,
                            VnusText   *text)
{
  add (self, name, &localised_kind)->boxed = vnus_text_ref (text);
}

VnusPhrase *
_vnus_phrase_new_localised (VnusText *text)
{
  VnusPhrase *self = _vnus_phrase_new (NULL);

  _vnus_phrase_add_localised (self, NULL, text);
  return self;
}

void
_vnus_phrase_add_integer (VnusPhrase *self,
                          const char *name,
                          int         n)
{
  add (self, name, &integer_kind)->integer = n;
}

void
_vnus_phrase_add_decimal (VnusPhrase *self,
                          const char *name,
                          const char *decimal)
{
  add (self, name, &decimal_kind)->string = g_strdup (decimal);
}

void
_vnus_phrase_add_amount (VnusPhrase *self,
                         const char *name,
                         VnusAmount *amount)
{
  add (self, name, &amount_kind)->boxed = vnus_amount_ref (amount);
}

void
_vnus_phrase_add_date (VnusPhrase    *self,
                       const char    *name,
                       VnusDate      *date,
                       VnusDateStyle  style)
{
  Argument *argument = add (self, name, &date_kind);

  argument->boxed = vnus_date_ref (date);
  argument->integer = (gint64) style;
}

void
_vnus_phrase_add_record (VnusPhrase *self,
                         const char *name,
                         const char *id)
{
  add (self, name, &record_kind)->string = g_strdup (id);
}

void
_vnus_phrase_add_person (VnusPhrase *self,
                         const char *name,
                         const char *person,
                         const char *office)
{
  Argument *argument = add (self, name, &person_kind);

  argument->string = g_strdup (person);
  argument->boxed = g_strdup (office);
}

void
_vnus_phrase_add_reasons (VnusPhrase  *self,
                          const char  *name,
                          VnusReasons  reasons)
{
  add (self, name, &reasons_kind)->integer = (gint64) reasons;
}

void
_vnus_phrase_add_list (VnusPhrase  *self,
                       const char  *name,
                       VnusPhrase **items,
                       guint        n_items,
                       const char  *style)
{
  Argument *argument = add (self, name, &phrases_kind);
  VnusPhrase **phrases = g_new (VnusPhrase *, (gsize) n_items + 1);

  for (guint i = 0; i < n_items; i++)
    phrases[i] = _vnus_phrase_ref (items[i]);
  phrases[n_items] = NULL;

  argument->word = style;
  argument->boxed = phrases;
}

void
_vnus_phrase_add_phrase (VnusPhrase *self,
                         const char *name,
                         VnusPhrase *phrase)
{
  add (self, name, &phrase_kind)->boxed = _vnus_phrase_ref (phrase);
}

void
_vnus_phrase_add_moment (VnusPhrase *self,
                         const char *name,
                         VnusDate   *date)
{
  g_autoptr (VnusPhrase) period = NULL;

  if (vnus_date_get_kind (date) != VNUS_DATE_KIND_INTERVAL)
    {
      _vnus_phrase_add_date (self, name, date, VNUS_DATE_STYLE_PROSE);
      return;
    }

  period = _vnus_phrase_new ("finding.period");
  _vnus_phrase_add_date (period, "date", date, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_phrase (self, name, period);
}

void
_vnus_phrase_add_records (VnusPhrase        *self,
                          const char        *name,
                          const char *const *ids,
                          const char        *style)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      VnusPhrase *item = _vnus_phrase_new (NULL);

      _vnus_phrase_add_record (item, NULL, ids[i]);
      g_ptr_array_add (items, item);
    }

  _vnus_phrase_add_list (self, name, (VnusPhrase **) items->pdata, items->len, style);
}

/* --- Saying --- */

/* Returns a text that is to be freed, or NULL. */
static char *
fill_argument (VnusMessageArg *filled,
               const Argument *argument,
               VnusChronicle  *chronicle,
               const char     *language)
{
  char *made = NULL;

  filled->name = argument->name;
  filled->type = argument->kind->type;
  if (argument->kind->type == VNUS_ARG_INTEGER)
    filled->integer = argument->integer;
  else
    filled->string = argument->kind->say != NULL ? argument->kind->say (argument, chronicle, language, &made) : argument->string;

  return made;
}

static char *
say_message (VnusPhrase    *self,
             VnusChronicle *chronicle,
             const char    *language)
{
  const guint n = MIN (self->n_arguments, VNUS_MESSAGE_MOST_ARGUMENTS);
  VnusMessageArg args[VNUS_MESSAGE_MOST_ARGUMENTS]; /* the first n are filled */
  char *made[VNUS_MESSAGE_MOST_ARGUMENTS];
  char *said;

  g_return_val_if_fail (n == self->n_arguments, g_strdup (self->key));

  for (guint i = 0; i < n; i++)
    made[i] = fill_argument (&args[i], &self->arguments[i], chronicle, language);
  said = _vnus_message_format (language, self->key, n > 0 ? args : NULL, n);
  for (guint i = 0; i < n; i++)
    g_free (made[i]);

  return said;
}

/* The words, which are @made unless something else holds them. */
static const char *
say_words (VnusPhrase    *self,
           VnusChronicle *chronicle,
           const char    *language,
           char         **made)
{
  const Argument *only = &self->arguments[0];

  if (self->key != NULL)
    return *made = say_message (self, chronicle, language);

  g_return_val_if_fail (self->n_arguments == 1, NULL);
  g_return_val_if_fail (only->kind->type == VNUS_ARG_STRING, NULL);

  return only->kind->say != NULL ? only->kind->say (only, chronicle, language, made) : only->string;
}

char *
_vnus_phrase_say (VnusPhrase    *self,
                  VnusChronicle *chronicle,
                  const char    *language)
{
  char *made = NULL;
  const char *words;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  words = say_words (self, chronicle, language, &made);
  return made != NULL ? made : g_strdup (words);
}

char *
_vnus_phrase_capitalise (char *text)
{
  const gunichar first = g_utf8_get_char (text), capital = g_unichar_toupper (first);
  const char *rest = g_utf8_next_char (text);
  char letter[8] = "";
  gsize length;
  char *capitalised;

  if (first == 0 || first == capital)
    return text;

  length = (gsize) g_unichar_to_utf8 (capital, letter);
  if ((gsize) (rest - text) == length)
    {
      memcpy (text, letter, length);
      return text;
    }

  capitalised = g_strconcat (letter, rest, NULL);
  g_free (text);
  return capitalised;
}

char *
_vnus_phrase_say_sentence (VnusPhrase    *self,
                           VnusChronicle *chronicle,
                           const char    *language)
{
  char *text = _vnus_phrase_say (self, chronicle, language);

  g_return_val_if_fail (text != NULL, NULL);

  return _vnus_phrase_capitalise (text);
}
