/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: titles before names, and the offices that they mean. */
#include "io/import-title-private.h"

#include <vnus/vnus-field.h>
#include <vnus/vnus-office.h>

#include <string.h>

#include "base/vnus-text-private.h"
#include "wording/vnus-message-private.h"

#define MAX_LANGUAGES 16

/* A rank of the army or a style is no office. Longer ones first where one begins with the other. Misprints of the registers
 * are among them. */
static const VnusTitle titles[] = {
  { "President", "president", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Presdient", "president", VNUS_RANK_HEAD_OF_STATE, FALSE },
  { "Prime Minister", "prime-minister", VNUS_RANK_HEAD_OF_GOVERNMENT, TRUE },
  { "Prime Minster", "prime-minister", VNUS_RANK_HEAD_OF_GOVERNMENT, FALSE },
  { "Premier", "prime-minister", VNUS_RANK_HEAD_OF_GOVERNMENT, FALSE },
  { "Taoiseach", "prime-minister", VNUS_RANK_HEAD_OF_GOVERNMENT, FALSE },
  { "Federal Chancellor", "chancellor", VNUS_RANK_HEAD_OF_GOVERNMENT, FALSE },
  { "Chancellor", "chancellor", VNUS_RANK_HEAD_OF_GOVERNMENT, TRUE },
  { "King", "king", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Queen", "queen", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Emperor", "emperor", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Shah", "shah", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Sultan", "sultan", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Amir", "emir", VNUS_RANK_HEAD_OF_STATE, FALSE },
  { "Emir", "emir", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Pope", "pope", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Grand Duchess", "grand-duke", VNUS_RANK_HEAD_OF_STATE, FALSE },
  { "Grand Duke", "grand-duke", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Regent", "regent", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "Chief of State", "chief-of-state", VNUS_RANK_HEAD_OF_STATE, TRUE },
  { "General Secretary", "general-secretary", VNUS_RANK_HEAD_OF_PARTY, TRUE },
  { "First Secretary", "general-secretary", VNUS_RANK_HEAD_OF_PARTY, FALSE },
  { "Crown Prince", "crown-prince", VNUS_RANK_DEPUTY_HEAD, TRUE },
  { "Vice President", "vice-president", VNUS_RANK_DEPUTY_HEAD, TRUE },
  { "Vice Premier", "deputy-prime-minister", VNUS_RANK_DEPUTY_HEAD, FALSE },
  { "Deputy Prime Minister", "deputy-prime-minister", VNUS_RANK_DEPUTY_HEAD, TRUE },
  { "Foreign Minister", "foreign-minister", VNUS_RANK_FOREIGN_MINISTER, TRUE },
  { "Minister of Foreign Affairs", "foreign-minister", VNUS_RANK_FOREIGN_MINISTER, FALSE },
  { "Minister for Foreign Affairs", "foreign-minister", VNUS_RANK_FOREIGN_MINISTER, FALSE },
  { "Foreign Secretary", "foreign-minister", VNUS_RANK_FOREIGN_MINISTER, FALSE },
  { "Defense Minister", "defence-minister", VNUS_RANK_MINISTER, TRUE },
  { "Princess", "princess", VNUS_RANK_UNSET, TRUE },
  { "Prince", "prince", VNUS_RANK_UNSET, TRUE },
  { "Chairman of the Presidency", "president", VNUS_RANK_HEAD_OF_STATE, FALSE },
  { "Chairman", "chairman", VNUS_RANK_UNSET, TRUE },
  { "Brigadier General", NULL, VNUS_RANK_UNSET, FALSE },
  { "Lieutenant General", NULL, VNUS_RANK_UNSET, FALSE },
  { "General", NULL, VNUS_RANK_UNSET, FALSE },
  { "Sheikh", NULL, VNUS_RANK_UNSET, FALSE },
  { "Governor General", "governor-general", VNUS_RANK_OFFICIAL, TRUE },
};

/* Somebody does the work of the office without, or not yet for good, holding it. */
static const char *const acting[] = { "Acting ", "Interim ", "Provisional " };

static const VnusTitle *
find_title (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (*text == *titles[i].words && g_str_has_prefix (text, titles[i].words))
      return &titles[i];

  return NULL;
}

/* “-elect”, also “- elect”. */
static const char *
skip_elect (const char *text)
{
  const char *p = text;

  if (*p++ != '-')
    return NULL;
  p += *p == ' ';

  return g_str_has_prefix (p, "elect") && (p[5] == ' ' || p[5] == '\0') ? p + 5 : NULL;
}

/* A misprint may leave letters behind the title, or no blank before the name. */
static const char *
skip_title (const char *text)
{
  if (*text == 'e' && text[1] == ' ')
    text++;

  return *text == ' ' || *text == '\0' || g_ascii_isupper (*text) ? text : NULL;
}

gboolean
_vnus_title_read (const char       **text,
                  VnusPrintedTitle  *title)
{
  const char *p = *text, *after;
  gboolean is_acting = FALSE;

  if (!g_ascii_isupper (*p))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (acting) && !is_acting; i++)
    if ((is_acting = *p == *acting[i] && g_str_has_prefix (p, acting[i])))
      p += strlen (acting[i]);

  title->title = find_title (p);
  if (title->title == NULL)
    return FALSE;

  p += strlen (title->title->words);
  after = skip_elect (p);
  title->is_elect = after != NULL;
  if (after == NULL)
    after = skip_title (p);
  if (after == NULL)
    return FALSE;

  title->printed = is_acting || !title->title->is_usual ? g_strndup (*text, (gsize) (after - *text)) : NULL;
  while (*after == ' ')
    after++;
  *text = after;
  return TRUE;
}

void
_vnus_title_clear (VnusPrintedTitle *title)
{
  g_clear_pointer (&title->printed, g_free);
}

/* Texts */

static const char *
word_arg (const VnusTextArg *arg,
          const char        *language,
          GPtrArray         *dates)
{
  if (arg->date == NULL)
    return arg->text != NULL ? vnus_text_get_best (arg->text, language) : arg->word;

  g_ptr_array_add (dates, vnus_date_format (arg->date, language, VNUS_DATE_STYLE_SHORT));
  return dates->pdata[dates->len - 1];
}

VnusText *
_vnus_import_text (const char        *key,
                   const VnusTextArg *args,
                   guint              n_args)
{
  const char *const *languages = _vnus_message_languages ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autofree VnusMessageArg *list = g_new0 (VnusMessageArg, n_args + 1);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      for (guint j = 0; j < n_args; j++)
        list[j] = (VnusMessageArg) VNUS_ARG_S (args[j].name, word_arg (&args[j], languages[i], dates));
      g_ptr_array_add (texts, _vnus_message_format (languages[i], key, list, n_args));
    }
  g_ptr_array_add (texts, NULL);

  return vnus_text_new_many (languages, (const char *const *) texts->pdata);
}

/* Appends @text with its gap filled, and the NUL behind it. */
static void
fill_gap (GString    *filled,
          const char *text,
          const char *filling)
{
  const char *gap = strchr (text, 1);

  g_assert (gap != NULL);
  g_string_append_len (filled, text, gap - text);
  g_string_append (filled, filling);
  g_string_append_len (filled, gap + 1, (gssize) strlen (gap + 1) + 1);
}

VnusText *
_vnus_import_fill_text (VnusText *pattern,
                        VnusText *guest)
{
  const char *const *languages = _vnus_message_languages ();
  g_autoptr (GString) texts = g_string_sized_new (256);
  VnusTextPair pairs[MAX_LANGUAGES];
  const char *p;
  guint n;

  for (n = 0; languages[n] != NULL && n < MAX_LANGUAGES; n++)
    fill_gap (texts, vnus_text_get_best (pattern, languages[n]), vnus_text_get_best (guest, languages[n]));

  p = texts->str;
  for (guint i = 0; i < n; i++, p += strlen (p) + 1)
    pairs[i] = (VnusTextPair) { languages[i], p };
  return _vnus_text_new_from_pairs (pairs, n);
}

/* States whose president a language may call otherwise. */
static const char *
title_key (const char *state,
           const char *office)
{
  static const char *const councils[] = { "vn", "cn", "la", "cu", "kp", NULL };

  if (g_str_equal (office, "president") && g_strv_contains (councils, state))
    return "title.state-president";
  if (g_str_equal (office, "emperor") && g_str_equal (state, "jp"))
    return "title.emperor-of-japan";

  return NULL;
}

static VnusText *
dup_title (const char *state,
           const char *office)
{
  const char *own = title_key (state, office);
  g_autofree char *key = own != NULL ? g_strdup (own) : g_strconcat ("title.", office, NULL);

  return _vnus_message_exists ("en", key) ? _vnus_import_text (key, NULL, 0) : NULL;
}

VnusText *
_vnus_title_address (VnusImport *import,
                     const char *state,
                     const char *office,
                     VnusRecord *person)
{
  const char *ending = g_str_has_prefix (office, state) ? office + strlen (state) + 1 : office;
  VnusText *name = vnus_record_get_label (person);
  g_autofree char *kept = g_strconcat ("address ", office, NULL);
  VnusText *pattern = _vnus_import_find_text (import, kept);

  if (name == NULL)
    return NULL;
  if (pattern == NULL)
    {
      g_autoptr (VnusText) title = dup_title (state, ending);

      if (title == NULL)
        return vnus_text_ref (name);
      pattern = _vnus_import_keep_text (import, kept,
                                        _vnus_import_text ("title.address", (const VnusTextArg[]) { { "title", title },
                                                                                                     { "name", NULL, "\001" } }, 2));
    }

  return _vnus_import_fill_text (pattern, name);
}

/* Offices */

static void
fill_office (VnusImport             *import,
             VnusRecord             *record,
             const VnusPrintedTitle *title,
             const char             *state,
             const char             *ending)
{
  g_autoptr (VnusText) words = dup_title (state, ending);
  VnusRecord *owner = _vnus_import_lookup (import, state);
  g_autofree char *word = g_strdelimit (g_strdup (state), "-", '_'); /* as messages select it */
  const VnusTextArg args[] = { { "title", words }, { "state", owner != NULL ? vnus_record_get_label (owner) : NULL },
                               { "id", NULL, word } };

  if (args[0].text != NULL && args[1].text != NULL)
    {
      g_autoptr (VnusText) label = _vnus_import_text ("title.office", args, G_N_ELEMENTS (args));

      vnus_record_set_label (record, label);
    }

  vnus_office_set_of (VNUS_OFFICE (record), state);
  if (title->is_elect)
    return;
  vnus_office_set_rank (VNUS_OFFICE (record), title->title->rank);
  if (title->title->rank == VNUS_RANK_HEAD_OF_PARTY)
    vnus_office_set_channel (VNUS_OFFICE (record), VNUS_CHANNEL_PARTY);
  else
    vnus_office_set_channel (VNUS_OFFICE (record), VNUS_CHANNEL_STATE);
}

const char *
_vnus_title_office (VnusImport             *import,
                    const VnusPrintedTitle *title,
                    const char             *state,
                    const VnusOrigin       *origin)
{
  g_autofree char *ending = NULL;
  g_autofree char *id = NULL;
  VnusRecord *record;

  if (title->title->office == NULL)
    return NULL;

  ending = g_strconcat (title->title->office, title->is_elect ? "-elect" : "", NULL);
  id = g_strconcat (state, "-", ending, NULL);
  record = _vnus_historian_take (import, VNUS_KIND_OFFICE, id, origin);

  if (record == NULL)
    return NULL;
  if (vnus_office_get_of (VNUS_OFFICE (record)) == NULL)
    fill_office (import, record, title, state, ending);

  return vnus_record_get_id (record);
}
