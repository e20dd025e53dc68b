/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: how persons, states and places are named in a sentence. */
#include "brief/brief-private.h"

#include <vnus/vnus-level.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-place.h>

#include <string.h>

#include "base/vnus-text-private.h"
#include "chronicle/vnus-view-memory-private.h"
#include "time/vnus-date-private.h"
#include "wording/vnus-message-private.h"

/* ---- Phrases ---- */

void
_vnus_brief_take (VnusPhrase *self,
                  const char *name,
                  VnusPhrase *phrase)
{
  _vnus_phrase_add_phrase (self, name, phrase);
  _vnus_phrase_unref (phrase);
}

GPtrArray *
_vnus_brief_phrases_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
}

void
_vnus_brief_take_list (VnusPhrase *self,
                       const char *name,
                       GPtrArray  *items,
                       const char *style)
{
  _vnus_phrase_add_list (self, name, (VnusPhrase **) items->pdata, items->len, style);
}

VnusPhrase *
_vnus_brief_when (VnusDate *date)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);

  _vnus_phrase_add_date (phrase, NULL, date, VNUS_DATE_STYLE_WHEN_COMPACT);
  return phrase;
}

/* Languages differ in how short a date in brackets may be. */
VnusPhrase *
_vnus_brief_bracket (VnusDate *date)
{
  g_autoptr (VnusDate) plain = _vnus_date_without_doubt (date);
  VnusPhrase *phrase = _vnus_phrase_new (plain != NULL ? "brief.bracket-uncertain" : "brief.bracket");

  _vnus_phrase_add_date (phrase, "prose", plain != NULL ? plain : date, VNUS_DATE_STYLE_PROSE);
  if (plain != NULL)
    _vnus_phrase_add_date (phrase, "compact", plain, VNUS_DATE_STYLE_WHEN_COMPACT);
  else
    _vnus_phrase_add_date (phrase, "short", date, VNUS_DATE_STYLE_SHORT);
  return phrase;
}

VnusText *
_vnus_brief_change_text (VnusText   *text,
                         const char *language,
                         char       *changed)
{
  VnusText *with = vnus_text_with_language (text, language, changed);

  vnus_text_unref (text);
  g_free (changed);
  return with;
}

VnusText *
_vnus_brief_without_stop (VnusText *sentence)
{
  VnusText *text = vnus_text_ref (sentence);
  VnusTextPair pair = { NULL, NULL };

  while (_vnus_text_next (sentence, &pair))
    if (g_str_has_suffix (pair.string, "."))
      text = _vnus_brief_change_text (text, pair.language, g_strndup (pair.string, strlen (pair.string) - 1));

  return text;
}

VnusPhrase *
_vnus_brief_label (VnusRecord *record)
{
  VnusText *label = vnus_record_get_label (record);
  VnusPhrase *phrase = _vnus_phrase_new (NULL);
  g_autoptr (VnusText) text = NULL;

  if (label == NULL)
    {
      _vnus_phrase_add_record (phrase, NULL, vnus_record_get_id (record));
      return phrase;
    }

  text = _vnus_brief_without_stop (label);
  _vnus_phrase_add_localised (phrase, NULL, text);
  return phrase;
}

/* ---- States, organisations, places ---- */

static VnusPhrase *
name_state (const char *key,
            const char *id)
{
  VnusPhrase *phrase = _vnus_phrase_new (key);
  g_autofree char *word = g_strdelimit (g_strdup (id), "-", '_');

  _vnus_phrase_add_text (phrase, "id", word);
  _vnus_phrase_add_record (phrase, "name", id);
  return phrase;
}

VnusPhrase *
_vnus_brief_state (BriefScene *scene,
                   const char *id)
{
  return name_state ("brief.state", id);
}

VnusPhrase *
_vnus_brief_demonym (BriefScene *scene,
                     const char *state)
{
  return name_state ("brief.demonym", state);
}

/* Messages cannot select by a hyphen. The words live as long as the program. */
const char *
_vnus_brief_nick (GType type,
                  int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);
  g_autofree char *nick = g_strdup (found != NULL ? found->value_nick : "unset");

  return g_intern_string (g_strdelimit (nick, "-", '_'));
}

static VnusPhrase *
name_by_type (const char *key,
              const char *id,
              const char *type)
{
  VnusPhrase *phrase = _vnus_phrase_new (key);

  _vnus_phrase_add_text (phrase, "type", type);
  _vnus_phrase_add_record (phrase, "name", id);
  return phrase;
}

static VnusPhrase *
bare_name (const char *id)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);

  _vnus_phrase_add_record (phrase, NULL, id);
  return phrase;
}

VnusPhrase *
_vnus_brief_actor (BriefScene *scene,
                   const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, id);

  if (record != NULL && VNUS_IS_ORGANIZATION (record))
    return name_by_type ("brief.organization", id,
                         _vnus_brief_nick (VNUS_TYPE_ORGANIZATION_TYPE,
                                  vnus_organization_get_organization_type (VNUS_ORGANIZATION (record))));
  if (record != NULL && vnus_record_get_kind (record) == VNUS_KIND_STATE)
    return _vnus_brief_state (scene, id);

  return bare_name (id);
}

static gboolean
is_abbreviation (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p))
      return FALSE;

  return *name != '\0';
}

const char *
_vnus_brief_abbreviation_of (VnusRecord *record)
{
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    if (is_abbreviation (vnus_record_get_alias (record, i)))
      return vnus_record_get_alias (record, i);

  return NULL;
}

VnusPhrase *
_vnus_brief_short_actor (BriefScene *scene,
                         const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, id);
  const char *abbreviation = record != NULL ? _vnus_brief_abbreviation_of (record) : NULL;
  VnusPhrase *phrase;

  if (abbreviation == NULL)
    return _vnus_brief_actor (scene, id);

  phrase = _vnus_phrase_new (NULL);
  _vnus_phrase_add_text (phrase, NULL, abbreviation);
  return phrase;
}

VnusPhrase *
_vnus_brief_place (BriefScene *scene,
                   const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, id);
  VnusPhrase *phrase;

  if (record != NULL && VNUS_IS_PLACE (record))
    return name_by_type ("brief.at-place", id,
                         _vnus_brief_nick (VNUS_TYPE_PLACE_TYPE, vnus_place_get_place_type (VNUS_PLACE (record))));

  phrase = _vnus_phrase_new ("brief.in-state");
  _vnus_brief_take (phrase, "name", _vnus_brief_actor (scene, id));
  return phrase;
}

/* ---- Persons ---- */

static VnusText *
label_of (BriefScene *scene,
          const char *id)
{
  VnusRecord *record = id != NULL ? vnus_chronicle_lookup (scene->view, id) : NULL;

  return record != NULL ? vnus_record_get_label (record) : NULL;
}

/* @title without the name of a state where the language puts it, before the
 * title or behind it. */
static char *
strip_state (const char *title,
             const char *name,
             const char *language)
{
  g_autofree char *affix = _vnus_say (language, "brief.title-of-state", VNUS_ARG_S ("title", ""), VNUS_ARG_S ("state", name));
  const gsize length = strlen (affix), whole = strlen (title);

  if (whole <= length || length == 0)
    return NULL;
  if (affix[length - 1] == ' ' && g_str_has_prefix (title, affix))
    return g_strdup (title + length);
  if (affix[0] == ' ' && g_str_has_suffix (title, affix))
    return g_strndup (title, whole - length);

  return NULL;
}

/* The title without the name of the state, in one language. */
static char *
shorten_title (const char *title,
               VnusRecord *state,
               const char *language)
{
  VnusText *label = vnus_record_get_label (state);
  char *stripped = label != NULL ? strip_state (title, vnus_text_get_best (label, language), language) : NULL;

  for (guint i = 0; stripped == NULL && i < vnus_record_get_n_aliases (state); i++)
    stripped = strip_state (title, vnus_record_get_alias (state, i), language);
  if (stripped == NULL)
    {
      g_autofree char *demonym = _vnus_say (language, "brief.demonym", VNUS_ARG_S ("id", vnus_record_get_id (state)),
                                            VNUS_ARG_S ("name", label != NULL ? vnus_text_get_best (label, language) : ""));

      stripped = strip_state (title, demonym, language);
    }

  return stripped;
}

static gpointer
find_short_title (VnusChronicle *view,
                  gconstpointer  office,
                  gconstpointer  of)
{
  BriefScene scene = { .view = view };
  VnusText *label = vnus_record_get_label ((VnusRecord *) office);
  const char *owner = _vnus_brief_state_of (&scene, vnus_record_get_id ((VnusRecord *) office));
  VnusRecord *state = owner != NULL ? vnus_chronicle_lookup (view, owner) : NULL;
  g_autoptr (VnusText) text = vnus_text_ref (label);
  g_auto (GStrv) languages = state != NULL ? vnus_text_list_languages (label) : g_new0 (char *, 1);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *title = _vnus_message_exists (languages[i], "brief.title-of-state")
                      ? shorten_title (vnus_text_get (label, languages[i]), state, languages[i])
                      : NULL;

      if (title != NULL)
        text = _vnus_brief_change_text (g_steal_pointer (&text), languages[i], title);
    }

  return g_steal_pointer (&text);
}

static const VnusMemo title_memo = { find_short_title, VNUS_MEMO_OF_TEXT };

VnusText *
_vnus_brief_short_title (BriefScene *scene,
                         const char *office)
{
  VnusRecord *record = office != NULL ? vnus_chronicle_lookup (scene->view, office) : NULL;

  if (record == NULL || vnus_record_get_label (record) == NULL)
    return vnus_text_new ("en", office);

  return _vnus_view_recall (scene->view, &title_memo, record, NULL);
}

static VnusPhrase *
say_title (BriefScene *scene,
           const char *office,
           gboolean    is_short)
{
  g_autoptr (VnusText) words = is_short ? _vnus_brief_short_title (scene, office) : vnus_text_ref (label_of (scene, office));
  VnusPhrase *title = _vnus_phrase_new (NULL);

  _vnus_phrase_add_localised (title, NULL, words);
  return title;
}

static VnusPhrase *
name_person (BriefDraft *draft,
             const char *person,
             const char *office,
             VnusDate   *when,
             gboolean    is_short)
{
  BriefScene *scene = draft->scene;
  g_autofree char *named = g_strconcat (person, " ", office, NULL);
  const char *former = office == NULL ? _vnus_brief_former_office (draft, person, when) : NULL;
  VnusPhrase *phrase = is_short && g_hash_table_contains (scene->introduced, named) ? _vnus_brief_press_name (scene, person) : NULL;
  VnusPhrase *title;

  if (phrase != NULL)
    return phrase;
  if (former == NULL && (office == NULL || label_of (scene, office) == NULL))
    return bare_name (person);

  if (former != NULL)
    {
      title = _vnus_phrase_new ("brief.title-former");
      _vnus_brief_take (title, "title", say_title (scene, former, is_short));
    }
  else
    {
      title = _vnus_brief_title_on (draft, person, office, when, say_title (scene, office, is_short));
    }

  phrase = _vnus_phrase_new ("brief.person");
  _vnus_brief_take (phrase, "title", title);
  _vnus_phrase_add_record (phrase, "name", person);
  return phrase;
}

VnusPhrase *
_vnus_brief_person (BriefDraft *draft,
                    const char *person,
                    const char *office,
                    VnusDate   *when)
{
  BriefScene *scene = draft->scene;
  g_autofree char *named = g_strconcat (person, " ", office, NULL);
  const gboolean is_own = office != NULL && _vnus_brief_is_own (scene, _vnus_brief_state_of (scene, office));
  VnusPhrase *phrase = name_person (draft, person, office, when, is_own || g_hash_table_contains (scene->introduced, named));

  g_hash_table_add (scene->introduced, g_steal_pointer (&named));
  return phrase;
}

VnusPhrase *
_vnus_brief_person_full (BriefDraft *draft,
                         const char *person,
                         const char *office,
                         VnusDate   *when)
{
  return name_person (draft, person, office, when, FALSE);
}

VnusPhrase *
_vnus_brief_person_short (BriefDraft *draft,
                          const char *person,
                          const char *office,
                          VnusDate   *when)
{
  return name_person (draft, person, office, when, TRUE);
}

VnusPhrase *
_vnus_brief_participant (BriefDraft      *draft,
                         VnusEvent       *event,
                         VnusParticipant *participant)
{
  const char *actor = vnus_participant_get_actor (participant);
  const char *capacity = vnus_participant_get_capacity (participant);
  VnusRecord *record = actor != NULL ? vnus_chronicle_lookup (draft->scene->view, actor) : NULL;
  VnusText *note = vnus_participant_get_note (participant);
  VnusPhrase *phrase;

  if (record != NULL && vnus_record_get_kind (record) == VNUS_KIND_PERSON)
    return _vnus_brief_person (draft, actor, capacity, vnus_event_get_when (event));
  if (actor != NULL)
    return _vnus_brief_actor (draft->scene, actor);

  phrase = _vnus_phrase_new (NULL);
  if (note != NULL)
    _vnus_phrase_add_localised (phrase, NULL, note);
  else
    _vnus_phrase_add_word (phrase, NULL, "…");
  return phrase;
}

VnusText *
_vnus_brief_honorific (BriefScene *scene,
                       const char *person)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, person);

  return record != NULL && VNUS_IS_PERSON (record) ? vnus_person_get_honorific (VNUS_PERSON (record)) : NULL;
}

VnusPhrase *
_vnus_brief_named (BriefScene *scene,
                   const char *person)
{
  VnusText *honorific = _vnus_brief_honorific (scene, person);
  VnusPhrase *phrase;

  if (honorific == NULL)
    return bare_name (person);

  phrase = _vnus_phrase_new ("brief.person");
  _vnus_phrase_add_localised (phrase, "title", honorific);
  _vnus_phrase_add_record (phrase, "name", person);
  return phrase;
}

GPtrArray *
_vnus_brief_name_all (BriefScene *scene,
                      GPtrArray  *persons)
{
  GPtrArray *names = _vnus_brief_phrases_new ();
  gboolean is_styled = TRUE;

  for (guint i = 0; i < persons->len; i++)
    is_styled = is_styled && _vnus_brief_honorific (scene, g_ptr_array_index (persons, i)) != NULL;
  for (guint i = 0; i < persons->len; i++)
    g_ptr_array_add (names, is_styled ? _vnus_brief_named (scene, g_ptr_array_index (persons, i))
                                      : bare_name (g_ptr_array_index (persons, i)));

  return names;
}

const char *
_vnus_brief_ladder_of (BriefScene *scene,
                       const char *level)
{
  VnusRecord *record = level != NULL ? vnus_chronicle_lookup (scene->view, level) : NULL;
  const char *ladder = record != NULL && VNUS_IS_LEVEL (record) ? vnus_level_get_ladder (VNUS_LEVEL (record)) : NULL;

  return ladder != NULL ? ladder : "none";
}
