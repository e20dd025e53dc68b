/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a text in several languages. Rests on GLib alone.
 *
 * One block holds it all: the languages and strings follow the head as
 * "language NUL string NUL" pairs, sorted by language, so that two texts are
 * equal if their bytes are.
 */
#include "base/vnus-text-private.h"

#include <string.h>

/**
 * VnusText:
 *
 * A text in one or several languages.
 *
 * A text is an immutable value. It maps languages, as BCP 47 tags such as `en`
 * or `vi`, to strings.
 *
 * Since: 0.1
 */
struct _VnusText
{
  gatomicrefcount ref_count;
  guint32         size;    /* of the pairs, in bytes */
  char            pairs[];
};

G_DEFINE_BOXED_TYPE (VnusText, vnus_text, vnus_text_ref, vnus_text_unref)

static const char *
next_string (const char *string)
{
  return string + strlen (string) + 1;
}

/* The pairs in sorted order: insertion sort, for there are few languages. */
static void
sort_pairs (VnusTextPair *pairs,
            guint         n_pairs)
{
  for (guint i = 1; i < n_pairs; i++)
    for (guint j = i; j > 0 && strcmp (pairs[j - 1].language, pairs[j].language) > 0; j--)
      {
        VnusTextPair pair = pairs[j];

        pairs[j] = pairs[j - 1];
        pairs[j - 1] = pair;
      }
}

/* Takes no ownership; sorts @pairs in place. Languages must differ. */
VnusText *
_vnus_text_new_from_pairs (VnusTextPair *pairs,
                           guint         n_pairs)
{
  VnusText *self;
  gsize size = 0;
  char *end;

  sort_pairs (pairs, n_pairs);
  for (guint i = 0; i < n_pairs; i++)
    size += strlen (pairs[i].language) + strlen (pairs[i].string) + 2;
  if (size > G_MAXUINT32)
    g_error ("a text of %" G_GSIZE_FORMAT " bytes is too long", size);

  self = g_malloc (sizeof (VnusText) + size);
  g_atomic_ref_count_init (&self->ref_count);
  self->size = (guint32) size;

  end = self->pairs;
  for (guint i = 0; i < n_pairs; i++)
    {
      end = g_stpcpy (end, pairs[i].language) + 1;
      end = g_stpcpy (end, pairs[i].string) + 1;
    }

  return self;
}

/**
 * vnus_text_new: (constructor)
 * @language: a language, as a BCP 47 tag
 * @string: the text in that language
 *
 * Makes a text in one language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
VnusText *
vnus_text_new (const char *language,
               const char *string)
{
  VnusTextPair pair = { language, string };

  g_return_val_if_fail (language != NULL && language[0] != '\0', NULL);
  g_return_val_if_fail (string != NULL, NULL);

  return _vnus_text_new_from_pairs (&pair, 1);
}

/**
 * vnus_text_new_many: (constructor)
 * @languages: (array zero-terminated=1): languages, as BCP 47 tags, each once
 * @strings: (array zero-terminated=1): the text in each of them
 *
 * Makes a text in several languages.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
VnusText *
vnus_text_new_many (const char * const *languages,
                    const char * const *strings)
{
  g_autofree VnusTextPair *pairs = NULL;
  guint n_pairs;

  g_return_val_if_fail (languages != NULL && languages[0] != NULL, NULL);
  g_return_val_if_fail (strings != NULL, NULL);
  g_return_val_if_fail (g_strv_length ((char **) languages) == g_strv_length ((char **) strings), NULL);

  n_pairs = g_strv_length ((char **) languages);
  pairs = g_new (VnusTextPair, n_pairs);
  for (guint i = 0; i < n_pairs; i++)
    {
      g_return_val_if_fail (!g_strv_contains (languages + i + 1, languages[i]), NULL);
      pairs[i] = (VnusTextPair) { languages[i], strings[i] };
    }

  return _vnus_text_new_from_pairs (pairs, n_pairs);
}

/**
 * vnus_text_with_language:
 * @self: a text
 * @language: a language, as a BCP 47 tag
 * @string: the text in that language
 *
 * Makes a text like @self that says @string in @language.
 *
 * Returns: (transfer full): the new text
 *
 * Since: 0.1
 */
VnusText *
vnus_text_with_language (VnusText   *self,
                         const char *language,
                         const char *string)
{
  g_autofree VnusTextPair *pairs = NULL;
  guint n_pairs = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL && language[0] != '\0', NULL);
  g_return_val_if_fail (string != NULL, NULL);

  pairs = g_new (VnusTextPair, _vnus_text_get_n_pairs (self) + 1);
  for (const char *p = self->pairs; p < self->pairs + self->size; p = next_string (next_string (p)))
    if (!g_str_equal (p, language))
      pairs[n_pairs++] = (VnusTextPair) { p, next_string (p) };
  pairs[n_pairs++] = (VnusTextPair) { language, string };

  return _vnus_text_new_from_pairs (pairs, n_pairs);
}

/**
 * vnus_text_ref:
 * @self: a text
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusText *
vnus_text_ref (VnusText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_text_unref:
 * @self: (transfer full): a text
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_text_unref (VnusText *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * vnus_text_get:
 * @self: a text
 * @language: a language, as a BCP 47 tag
 *
 * Gets the text in a language.
 *
 * Returns: (nullable): the string, or `NULL` if @self does not have that language
 *
 * Since: 0.1
 */
const char *
vnus_text_get (const VnusText *self,
               const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (const char *p = self->pairs; p < self->pairs + self->size; p = next_string (next_string (p)))
    if (g_str_equal (p, language))
      return next_string (p);

  return NULL;
}

/**
 * vnus_text_get_best:
 * @self: a text
 * @language: the language that the reader prefers, as a BCP 47 tag
 *
 * Gets the text in a language, or in the next best that there is: English,
 * else the first by tag.
 *
 * Returns: the string
 *
 * Since: 0.1
 */
const char *
vnus_text_get_best (const VnusText *self,
                    const char     *language)
{
  const char *string;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  string = vnus_text_get (self, language);
  if (string == NULL)
    string = vnus_text_get (self, "en");

  return string != NULL ? string : next_string (self->pairs);
}

/**
 * vnus_text_list_languages:
 * @self: a text
 *
 * Lists the languages of a text, sorted by tag.
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages
 *
 * Since: 0.1
 */
char **
vnus_text_list_languages (const VnusText *self)
{
  char **languages;
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);

  languages = g_new (char *, _vnus_text_get_n_pairs (self) + 1);
  for (const char *p = self->pairs; p < self->pairs + self->size; p = next_string (next_string (p)))
    languages[n++] = g_strdup (p);
  languages[n] = NULL;

  return languages;
}

/**
 * vnus_text_equal:
 * @self: a text
 * @other: another text
 *
 * Compares two texts: equal if they say the same in the same languages.
 *
 * Returns: `TRUE` if the texts are equal
 *
 * Since: 0.1
 */
gboolean
vnus_text_equal (const VnusText *self,
                 const VnusText *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->size == other->size && memcmp (self->pairs, other->pairs, self->size) == 0;
}

/**
 * vnus_text_to_string:
 * @self: a text
 *
 * Writes a text for people who debug: `en: …; vi: …`.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_text_to_string (const VnusText *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  for (const char *p = self->pairs; p < self->pairs + self->size; p = next_string (next_string (p)))
    g_string_append_printf (string, "%s%s: %s", string->len > 0 ? "; " : "", p, next_string (p));

  return g_string_free (string, FALSE);
}

/* The nth pair in sorted order; @index is below the number of pairs. */
VnusTextPair
_vnus_text_get_pair (const VnusText *self,
                     guint           index)
{
  const char *p = self->pairs;

  while (index-- > 0)
    p = next_string (next_string (p));

  return (VnusTextPair) { p, next_string (p) };
}

gboolean
_vnus_text_next (const VnusText *self,
                 VnusTextPair   *pair)
{
  const char *p = pair->string != NULL ? next_string (pair->string) : self->pairs;

  if (p == self->pairs + self->size)
    return FALSE;

  *pair = (VnusTextPair) { p, next_string (p) };
  return TRUE;
}

guint
_vnus_text_get_n_pairs (const VnusText *self)
{
  VnusTextPair pair = { NULL, NULL };
  guint n = 0;

  while (_vnus_text_next (self, &pair))
    n++;

  return n;
}
