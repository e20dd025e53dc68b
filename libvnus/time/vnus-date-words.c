/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the words of dates, as far as they were not said just before. */
#include <string.h>

#include "time/vnus-date-private.h"
#include "wording/vnus-message-private.h"

/* Texts tell the same dates again and again, and each takes several messages. What
 * was said last is kept where the hash of the date, the language and the style says:
 * so many words and no more. */
#define N_SAID 1024
#define LONGEST_SAID 64 /* bytes of a date: choices may be of any length */

typedef struct
{
  char          *date;     /* its text; NULL where nothing is kept */
  const char    *language; /* one of the catalogue */
  VnusDateStyle  style;
  char          *words;
} Said;

static GMutex said_lock;
static Said said[N_SAID];

static Said *
find_said (const VnusDate *date,
           const char     *language,
           VnusDateStyle   style)
{
  return &said[(g_str_hash (date->text) + g_direct_hash (language) / 16 + (guint) style * 7) % N_SAID];
}

static char *
recall (const VnusDate *date,
        const char     *language,
        VnusDateStyle   style)
{
  const Said *known = find_said (date, language, style);
  char *words = NULL;

  g_mutex_lock (&said_lock);
  if (known->date != NULL && known->style == style && known->language == language && g_str_equal (known->date, date->text))
    words = g_strdup (known->words);
  g_mutex_unlock (&said_lock);

  return words;
}

static void
keep (const VnusDate *date,
      const char     *language,
      VnusDateStyle   style,
      const char     *words)
{
  Said *place = find_said (date, language, style);

  if (strlen (date->text) > LONGEST_SAID)
    return;

  g_mutex_lock (&said_lock);
  g_free (place->date);
  g_free (place->words);
  *place = (Said) { g_strdup (date->text), language, style, g_strdup (words) };
  g_mutex_unlock (&said_lock);
}

/**
 * vnus_date_format:
 * @self: a date
 * @language: a language: `en` or `vi`
 * @style: how to word it
 *
 * Words a date at its own precision.
 *
 * `1995-07` is “July 1995”, `1995~` is “about 1995”, `[..2023-08-29]` is “by 29
 * August 2023”. A time of day is left out. A year before the year 1 is given as
 * one before Christ, so that the year `-0044` is 45 BC.
 *
 * Returns: (transfer full) (nullable): the wording; `NULL` if there are no words of this language
 *
 * Since: 0.1
 */
char *
vnus_date_format (const VnusDate *self,
                  const char     *language,
                  VnusDateStyle   style)
{
  const char *name;
  char *words;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (style >= VNUS_DATE_STYLE_UNSET && style <= VNUS_DATE_STYLE_WHEN_COMPACT, NULL);

  name = _vnus_message_find_language (language);
  if (name == NULL || !_vnus_message_exists (name, "date.year"))
    return NULL;

  words = recall (self, name, style);
  if (words == NULL)
    {
      words = _vnus_date_say (self, name, style);
      keep (self, name, style, words);
    }

  return words;
}
