/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what the perspective and the register make of names and sentences. */
#include "brief/brief-private.h"

#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>

#include <string.h>

#include "wording/vnus-message-private.h"

/* ---- Perspective ---- */

gboolean
_vnus_brief_is_own (BriefScene *scene,
                    const char *state)
{
  return scene->is_partial && g_strcmp0 (state, scene->first) == 0;
}

VnusPhrase *
_vnus_brief_country (BriefScene *scene,
                     const char *state)
{
  return _vnus_brief_is_own (scene, state) ? _vnus_phrase_new ("brief.own-country") : _vnus_brief_state (scene, state);
}

VnusPhrase *
_vnus_brief_side (BriefScene *scene,
                  const char *actor)
{
  VnusPhrase *phrase;

  if (!scene->is_partial || !_vnus_brief_is_party (scene, actor))
    return _vnus_brief_actor (scene, actor);
  if (_vnus_brief_is_own (scene, actor))
    return _vnus_phrase_new ("brief.own-side");

  phrase = _vnus_phrase_new ("brief.other-side");
  _vnus_brief_take (phrase, "demonym", _vnus_brief_demonym (scene, actor));
  return phrase;
}

/* ---- Register ---- */

/* A sentence has a wording of its own for the press, or none. */
const char *
_vnus_brief_key (BriefScene *scene,
                 const char *key)
{
  g_autofree char *own = NULL;

  if (scene->style != VNUS_BRIEF_REGISTER_PRESS || !g_str_has_prefix (key, "brief."))
    return key;

  own = g_strconcat ("press.", key + strlen ("brief."), NULL);
  return _vnus_message_exists ("en", own) ? g_intern_string (own) : key;
}

static char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return g_strdup (space != NULL ? space + 1 : name);
}

/* The name by which the press goes on: in each language of the whole name. */
static VnusPhrase *
say_short_name (BriefScene *scene,
                VnusRecord *person)
{
  VnusText *label = vnus_record_get_label (person);
  const char *family = vnus_person_get_family_name (VNUS_PERSON (person));
  const char *of = _vnus_brief_state_of (scene, vnus_record_get_id (person));
  g_auto (GStrv) languages = vnus_text_list_languages (label);
  g_autoptr (VnusText) last = vnus_text_ref (label);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.short-name");

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *word = last_word (vnus_text_get (label, languages[i]));
      VnusText *with = vnus_text_with_language (last, languages[i], word);

      vnus_text_unref (last);
      last = with;
    }
  _vnus_phrase_add_text (phrase, "state", of != NULL ? of : "none");
  _vnus_phrase_add_localised (phrase, "last", last);
  _vnus_phrase_add_text (phrase, "family", family);
  return phrase;
}

VnusPhrase *
_vnus_brief_press_name (BriefScene *scene,
                        const char *person)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, person);
  VnusText *honorific = _vnus_brief_honorific (scene, person);
  VnusPhrase *phrase;

  if (scene->style != VNUS_BRIEF_REGISTER_PRESS || honorific == NULL || vnus_record_get_label (record) == NULL ||
      vnus_person_get_family_name (VNUS_PERSON (record)) == NULL)
    return NULL;

  phrase = _vnus_phrase_new ("brief.person");
  _vnus_phrase_add_localised (phrase, "title", honorific);
  _vnus_brief_take (phrase, "name", say_short_name (scene, record));
  return phrase;
}
