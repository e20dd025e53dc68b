/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a message with its arguments. */
#include "chronicle/vnus-phrase-private.h"

#include "chronicle/vnus-record-name-private.h"
#include "wording/vnus-message-private.h"

typedef struct _Argument Argument;

/* How the words of an argument are found: one function a type. Integers and
 * decimals have none, since the message itself words them. */
typedef char *(*ArgumentWording) (const Argument *argument,
                                  VnusChronicle  *chronicle,
                                  const char     *language);

struct _Argument
{
  const char      *name;
  VnusArgType      type;
  ArgumentWording  say;
  char            *string;  /* text, decimal, id, style of a list */
  char            *office;
  int              integer; /* number, style of a date, reasons */
  gpointer         boxed;   /* (owned) text, amount, date */
  GDestroyNotify   free_boxed;
  GPtrArray       *phrases; /* (element-type VnusPhrase) */
};

struct _VnusPhrase
{
  gatomicrefcount  ref_count;
  const char      *key;
  GArray          *arguments; /* (element-type Argument) */
};

static void
argument_clear (gpointer data)
{
  Argument *argument = data;

  g_free (argument->string);
  g_free (argument->office);
  if (argument->boxed != NULL)
    argument->free_boxed (argument->boxed);
  g_clear_pointer (&argument->phrases, g_ptr_array_unref);
}

VnusPhrase *
_vnus_phrase_new (const char *key)
{
  VnusPhrase *self = g_new0 (VnusPhrase, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->key = key;
  self->arguments = g_array_new (FALSE, TRUE, sizeof (Argument));
  g_array_set_clear_func (self->arguments, argument_clear);

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

  g_array_unref (self->arguments);
  g_free (self);
}

static Argument *
add (VnusPhrase      *self,
     const char      *name,
     ArgumentWording  say)
{
  Argument argument = { .name = name, .type = VNUS_ARG_STRING, .say = say };

  g_array_append_val (self->arguments, argument);
  return &g_array_index (self->arguments, Argument, self->arguments->len - 1);
}

/* --- What each type says --- */

static char *
say_text (const Argument *argument,
          VnusChronicle  *chronicle,
          const char     *language)
{
  return g_strdup (argument->string);
}

static char *
say_localised (const Argument *argument,
               VnusChronicle  *chronicle,
               const char     *language)
{
  return g_strdup (vnus_text_get_best (argument->boxed, language));
}

static char *
say_amount (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language)
{
  g_autoptr (GEnumClass) bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  GEnumValue *bound = g_enum_get_value (bounds, (int) vnus_amount_get_bound (argument->boxed));

  return _vnus_message_amount (language, vnus_amount_get_number (argument->boxed), bound->value_nick,
                               vnus_amount_get_unit (argument->boxed));
}

static char *
say_date (const Argument *argument,
          VnusChronicle  *chronicle,
          const char     *language)
{
  char *text = vnus_date_format (argument->boxed, language, (VnusDateStyle) argument->integer);

  return text != NULL ? text : g_strdup (vnus_date_get_text (argument->boxed));
}

static char *
say_record (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language)
{
  return _vnus_record_name_of (chronicle, argument->string, language);
}

static char *
say_person (const Argument *argument,
            VnusChronicle  *chronicle,
            const char     *language)
{
  g_autofree char *person = _vnus_record_name_of (chronicle, argument->string, language);
  g_autofree char *office = NULL;

  if (argument->office == NULL)
    return g_steal_pointer (&person);

  office = _vnus_record_name_of (chronicle, argument->office, language);
  return _vnus_say (language, "phrase.office-holder", VNUS_ARG_S ("office", office), VNUS_ARG_S ("person", person));
}

static char *
say_reasons (const Argument *argument,
             VnusChronicle  *chronicle,
             const char     *language)
{
  return _vnus_message_reasons (language, (VnusReasons) argument->integer);
}

static char *
say_phrases (const Argument *argument,
             VnusChronicle  *chronicle,
             const char     *language)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < argument->phrases->len; i++)
    g_ptr_array_add (items, _vnus_phrase_say (g_ptr_array_index (argument->phrases, i), chronicle, language));
  g_ptr_array_add (items, NULL);

  return _vnus_message_list (language, (const char *const *) items->pdata, argument->string);
}

/* --- Adders --- */

void
_vnus_phrase_add_text (VnusPhrase *self,
                       const char *name,
                       const char *text)
{
  add (self, name, say_text)->string = g_strdup (text != NULL ? text : "");
}

void
_vnus_phrase_add_localised (VnusPhrase *self,
                            const char *name,
                            VnusText   *text)
{
  Argument *argument = add (self, name, say_localised);

  argument->boxed = vnus_text_ref (text);
  argument->free_boxed = (GDestroyNotify) vnus_text_unref;
}

void
_vnus_phrase_add_integer (VnusPhrase *self,
                          const char *name,
                          int         n)
{
  Argument *argument = add (self, name, NULL);

  argument->type = VNUS_ARG_INTEGER;
  argument->integer = n;
}

void
_vnus_phrase_add_decimal (VnusPhrase *self,
                          const char *name,
                          const char *decimal)
{
  Argument *argument = add (self, name, NULL);

  argument->type = VNUS_ARG_DECIMAL;
  argument->string = g_strdup (decimal);
}

void
_vnus_phrase_add_amount (VnusPhrase *self,
                         const char *name,
                         VnusAmount *amount)
{
  Argument *argument = add (self, name, say_amount);

  argument->boxed = vnus_amount_ref (amount);
  argument->free_boxed = (GDestroyNotify) vnus_amount_unref;
}

void
_vnus_phrase_add_date (VnusPhrase    *self,
                       const char    *name,
                       VnusDate      *date,
                       VnusDateStyle  style)
{
  Argument *argument = add (self, name, say_date);

  argument->boxed = vnus_date_ref (date);
  argument->free_boxed = (GDestroyNotify) vnus_date_unref;
  argument->integer = (int) style;
}

void
_vnus_phrase_add_record (VnusPhrase *self,
                         const char *name,
                         const char *id)
{
  add (self, name, say_record)->string = g_strdup (id);
}

void
_vnus_phrase_add_person (VnusPhrase *self,
                         const char *name,
                         const char *person,
                         const char *office)
{
  Argument *argument = add (self, name, say_person);

  argument->string = g_strdup (person);
  argument->office = g_strdup (office);
}

void
_vnus_phrase_add_reasons (VnusPhrase  *self,
                          const char  *name,
                          VnusReasons  reasons)
{
  add (self, name, say_reasons)->integer = (int) reasons;
}

void
_vnus_phrase_add_list (VnusPhrase  *self,
                       const char  *name,
                       VnusPhrase **items,
                       guint        n_items,
                       const char  *style)
{
  Argument *argument = add (self, name, say_phrases);

  argument->string = g_strdup (style);
  argument->phrases = g_ptr_array_new_full (n_items, (GDestroyNotify) _vnus_phrase_unref);
  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (argument->phrases, _vnus_phrase_ref (items[i]));
}

void
_vnus_phrase_add_phrase (VnusPhrase *self,
                         const char *name,
                         VnusPhrase *phrase)
{
  _vnus_phrase_add_list (self, name, &phrase, 1, "and");
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

static char *
say_message (VnusPhrase    *self,
             VnusChronicle *chronicle,
             const char    *language)
{
  guint n = self->arguments->len;
  g_autofree VnusMessageArg *args = g_new0 (VnusMessageArg, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const Argument *argument = &g_array_index (self->arguments, Argument, i);

      args[i].name = argument->name;
      args[i].type = argument->type;
      if (argument->type == VNUS_ARG_INTEGER)
        {
          args[i].integer = argument->integer;
        }
      else if (argument->type == VNUS_ARG_DECIMAL)
        {
          args[i].string = argument->string;
        }
      else
        {
          char *text = argument->say (argument, chronicle, language);

          g_ptr_array_add (texts, text);
          args[i].string = text;
        }
    }

  return _vnus_message_format (language, self->key, args, n);
}

char *
_vnus_phrase_say (VnusPhrase    *self,
                  VnusChronicle *chronicle,
                  const char    *language)
{
  const Argument *only;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->key != NULL)
    return say_message (self, chronicle, language);

  g_return_val_if_fail (self->arguments->len == 1, NULL);
  only = &g_array_index (self->arguments, Argument, 0);
  g_return_val_if_fail (only->say != NULL, NULL);

  return only->say (only, chronicle, language);
}

char *
_vnus_phrase_say_sentence (VnusPhrase    *self,
                           VnusChronicle *chronicle,
                           const char    *language)
{
  g_autofree char *text = _vnus_phrase_say (self, chronicle, language);
  gunichar first, capital;

  g_return_val_if_fail (text != NULL, NULL);

  first = g_utf8_get_char (text);
  capital = g_unichar_toupper (first);
  if (first == 0 || first == capital)
    return g_steal_pointer (&text);

  {
    char letter[8] = "";

    g_unichar_to_utf8 (capital, letter);
    return g_strconcat (letter, g_utf8_next_char (text), NULL);
  }
}
