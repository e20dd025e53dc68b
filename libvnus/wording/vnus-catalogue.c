/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the message catalogue, of the files SUBJECT-LANGUAGE.ini that are
 * compiled into the library. They are read once, whole; a pattern is compiled
 * when it is first asked for, and then kept for good. */
#include "wording/vnus-pattern-private.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/unum.h>

#define FOLDER "/org/vnus/wording/"
#define SUFFIX ".ini"

extern GResource *_vnus_wording_get_resource (void);

typedef struct
{
  char        *key;
  char        *text;
  VnusPattern *pattern; /* (atomic): NULL until first used */
} Message;

/* Most keys are constants, which stay where they are: what was last found for the
 * place of a key is mostly what is asked for there again. A power of two. */
#define N_RECENT 1024

typedef struct
{
  char           *name;
  GHashTable     *messages; /* (element-type utf8 Message) (owned): by “group.key” */
  Message        *recent[N_RECENT]; /* (atomic) (nullable items) borrowed: by the places of their keys */
  VnusNumberMarks marks;
} Language;

typedef struct
{
  GPtrArray *languages; /* (element-type Language) (owned): in the order of the names */
  GPtrArray *names;     /* the same, NULL-terminated */
} Catalogue;

static void
message_free (gpointer data)
{
  Message *self = data;

  g_clear_pointer (&self->pattern, _vnus_pattern_free);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

/* ---- Loading ---- */

static char *
read_mark (const UNumberFormat *format,
           UNumberFormatSymbol  symbol)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar mark[8];
  const int32_t length = unum_getSymbol (format, symbol, mark, G_N_ELEMENTS (mark), &status);
  char *utf8 = U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) mark, length, NULL, NULL, NULL) : NULL;

  return utf8 != NULL ? utf8 : g_strdup ("");
}

static void
load_marks (Language *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, self->name, NULL, &status);

  if (U_FAILURE (status))
    {
      g_critical ("No numbers for the language “%s”: %s", self->name, u_errorName (status));
      self->marks = (VnusNumberMarks) { g_strdup ("."), g_strdup (""), g_strdup ("-") };
      return;
    }

  self->marks.decimal = read_mark (format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
  self->marks.grouping = read_mark (format, UNUM_GROUPING_SEPARATOR_SYMBOL);
  self->marks.minus = read_mark (format, UNUM_MINUS_SIGN_SYMBOL);
  unum_close (format);
}

static void
load_group (Language   *self,
            GKeyFile   *file,
            const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      Message *message = g_new0 (Message, 1);

      message->text = g_key_file_get_string (file, group, keys[i], &error);
      if (error != NULL)
        {
          g_critical ("Message “%s.%s” in “%s”: %s", group, keys[i], self->name, error->message);
          message->text = g_strdup ("");
        }
      message->key = g_strconcat (group, ".", keys[i], NULL);
      g_hash_table_replace (self->messages, message->key, message);
    }
}

static Language *
new_language (const char *name)
{
  Language *self = g_new0 (Language, 1);

  self->name = g_strdup (name);
  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, message_free);
  load_marks (self);

  return self;
}

static void
load_file (Language   *self,
           const char *file_name)
{
  g_autofree char *path = g_strconcat (FOLDER, file_name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (_vnus_wording_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    {
      g_critical ("Messages “%s”: %s", file_name, error->message);
      return;
    }

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    load_group (self, file, groups[i]);
}

/* The language of “findings-en.ini” is “en”. */
static char *
language_of (const char *file_name)
{
  const char *dash = strrchr (file_name, '-');

  if (dash == NULL || !g_str_has_suffix (dash, SUFFIX))
    return NULL;

  return g_strndup (dash + 1, strlen (dash + 1) - strlen (SUFFIX));
}

static Language *
ensure_language (Catalogue  *self,
                 const char *name)
{
  Language *language;

  for (guint i = 0; i < self->languages->len; i++)
    {
      language = g_ptr_array_index (self->languages, i);
      if (g_str_equal (language->name, name))
        return language;
    }

  language = new_language (name);
  g_ptr_array_add (self->languages, language);
  return language;
}

static int
compare_languages (gconstpointer a,
                   gconstpointer b)
{
  const Language *const *first = a, *const *second = b;

  return strcmp ((*first)->name, (*second)->name);
}

static gpointer
load_catalogue (gpointer unused)
{
  Catalogue *self = g_new0 (Catalogue, 1);
  g_auto (GStrv) files = g_resource_enumerate_children (_vnus_wording_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  self->languages = g_ptr_array_new ();
  self->names = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *name = language_of (files[i]);

      if (name != NULL)
        load_file (ensure_language (self, name), files[i]);
    }

  g_ptr_array_sort (self->languages, compare_languages);
  for (guint i = 0; i < self->languages->len; i++)
    g_ptr_array_add (self->names, ((Language *) g_ptr_array_index (self->languages, i))->name);

  return self;
}

static const Catalogue *
get_catalogue (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_catalogue, NULL);
}

/* ---- Looking up ---- */

static Language *
find_language (const char *name)
{
  const Catalogue *catalogue = get_catalogue ();

  for (guint i = 0; i < catalogue->languages->len; i++)
    {
      Language *language = g_ptr_array_index (catalogue->languages, i);

      if (language->name == name || g_str_equal (language->name, name))
        return language;
    }

  return NULL;
}

static Message *
find_message (const char *language,
              const char *key)
{
  Language *found = find_language (language);
  Message **recent = found != NULL ? &found->recent[(GPOINTER_TO_SIZE (key) ^ (GPOINTER_TO_SIZE (key) >> 10)) % N_RECENT] : NULL;
  Message *message = recent != NULL ? g_atomic_pointer_get (recent) : NULL;

  if (message != NULL && g_str_equal (message->key, key))
    return message;

  message = found != NULL ? g_hash_table_lookup (found->messages, key) : NULL;
  if (message != NULL)
    g_atomic_pointer_set (recent, message);

  return message;
}

static const VnusPattern *
get_pattern (Message    *self,
             const char *language,
             char      **problem)
{
  VnusPattern *pattern = g_atomic_pointer_get (&self->pattern);

  if (pattern != NULL)
    return pattern;

  pattern = _vnus_pattern_new (language, self->text, problem);
  if (pattern != NULL && !g_atomic_pointer_compare_and_exchange (&self->pattern, NULL, pattern))
    {
      /* another thread was first */
      _vnus_pattern_free (pattern);
      pattern = g_atomic_pointer_get (&self->pattern);
    }

  return pattern;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char *const *
_vnus_message_languages (void)
{
  return (const char *const *) get_catalogue ()->names->pdata;
}

char **
_vnus_message_keys (const char *language)
{
  const Language *found = find_language (language);
  GPtrArray *keys = g_ptr_array_new_null_terminated (64, g_free, TRUE);

  if (found != NULL)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, found->messages);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_ptr_array_add (keys, g_strdup (key));
      g_ptr_array_sort (keys, compare_strings);
    }

  return (char **) g_ptr_array_free (keys, FALSE);
}

gboolean
_vnus_message_exists (const char *language,
                      const char *key)
{
  g_return_val_if_fail (language != NULL && key != NULL, FALSE);

  return find_message (language, key) != NULL;
}

const char *
_vnus_message_find_language (const char *language)
{
  const Language *found = find_language (language);

  return found != NULL ? found->name : NULL;
}

gboolean
_vnus_message_check_language (const char  *language,
                              const char  *key,
                              GQuark       domain,
                              int          code,
                              GError     **error)
{
  g_autofree char *languages = NULL;

  if (_vnus_message_exists (language, key))
    return TRUE;

  languages = g_strjoinv (", ", (char **) _vnus_message_languages ());
  g_set_error (error, domain, code, "“%s”: there are no words of this language; expected one of %s", language, languages);
  return FALSE;
}

char *
_vnus_message_describe (const char  *language,
                        const char  *key,
                        char       **problem)
{
  Message *message = find_message (language, key);
  const VnusPattern *pattern = message != NULL ? get_pattern (message, language, problem) : NULL;

  return pattern != NULL ? _vnus_pattern_describe (pattern) : NULL;
}

const VnusNumberMarks *
_vnus_number_marks (const char *language)
{
  const Language *found = find_language (language);

  return found != NULL ? &found->marks : NULL;
}

/* ---- Formatting ---- */

static void
append_value (GString              *text,
              const VnusMessageArg *arg)
{
  if (arg->type == VNUS_ARG_INTEGER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, arg->integer);
  else if (arg->type == VNUS_ARG_LIST && arg->list != NULL)
    {
      g_autofree char *items = g_strjoinv ("; ", (char **) arg->list);

      g_string_append (text, items);
    }
  else if (arg->type == VNUS_ARG_STRING || arg->type == VNUS_ARG_DECIMAL)
    g_string_append (text, arg->string != NULL ? arg->string : "NULL");
}

/* What is shown where a message cannot be: nothing that was passed is lost. */
static char *
make_fallback (const char           *key,
               const VnusMessageArg *args,
               guint                 n_args)
{
  g_autoptr (GString) text = g_string_new ("[");

  g_string_append (text, key);
  for (guint i = 0; i < n_args; i++)
    {
      g_string_append_printf (text, " %s=", args[i].name != NULL ? args[i].name : "");
      append_value (text, &args[i]);
    }
  g_string_append_c (text, ']');

  return g_utf8_make_valid (text->str, text->len);
}

char *
_vnus_message_format (const char           *language,
                      const char           *key,
                      const VnusMessageArg *args,
                      guint                 n_args)
{
  g_autofree char *problem = NULL;
  const VnusPattern *pattern = NULL;
  Message *message;
  char *text = NULL;

  g_return_val_if_fail (key != NULL, g_strdup ("[]"));
  g_return_val_if_fail (language != NULL, make_fallback (key, args, n_args));
  g_return_val_if_fail (args != NULL || n_args == 0, make_fallback (key, NULL, 0));

  message = find_message (language, key);
  if (message == NULL)
    problem = g_strdup ("there is no such message");
  else
    pattern = get_pattern (message, language, &problem);
  if (pattern != NULL)
    text = _vnus_pattern_format (pattern, args, n_args, &problem);
  if (text != NULL)
    return text;

  g_critical ("Message “%s” in “%s”: %s", key, language, problem);
  return make_fallback (key, args, n_args);
}
