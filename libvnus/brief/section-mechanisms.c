/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: dialogues, programmes and other mechanisms of both sides. */
#include "brief/brief-private.h"

#include <vnus/vnus-mechanism.h>

static gboolean
is_ours (BriefScene    *scene,
         VnusMechanism *mechanism)
{
  guint n_parties = 0;

  for (guint i = 0; i < vnus_mechanism_get_n_parties (mechanism); i++)
    n_parties += _vnus_brief_is_party (scene, vnus_mechanism_get_party (mechanism, i));

  return n_parties == 2;
}

/* The mechanism of both parties of which it is a session, or NULL. */
static const char *
mechanism_of (BriefScene *scene,
              VnusEvent  *session)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (session); i++)
    {
      VnusRecord *whole = vnus_chronicle_lookup (scene->view, vnus_event_get_whole (session, i));

      if (whole != NULL && VNUS_IS_MECHANISM (whole) && is_ours (scene, VNUS_MECHANISM (whole)))
        return vnus_record_get_id (whole);
    }

  return NULL;
}

static VnusPhrase *
say_session (BriefDraft *draft,
             VnusEvent  *session,
             const char *mechanism,
             const char *key)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (session));
  const char *place = _vnus_brief_best_place (draft->scene, session);
  const int ordinal = vnus_meeting_get_ordinal (VNUS_MEETING (session));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (session), "when", NULL);
  VnusPhrase *phrase = _vnus_phrase_new (key);

  _vnus_phrase_add_record (phrase, "mechanism", mechanism);
  _vnus_phrase_add_word (phrase, "numbered", ordinal > 0 ? "yes" : "no");
  _vnus_phrase_add_integer (phrase, "n", MAX (ordinal, 1));
  _vnus_brief_take (phrase, "when", _vnus_brief_bracket (when));
  _vnus_phrase_add_word (phrase, "placed", place != NULL ? "yes" : "no");
  if (place != NULL)
    _vnus_phrase_add_record (phrase, "place", place);
  else
    _vnus_phrase_add_word (phrase, "place", "");
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  if (ordinal > 0)
    _vnus_brief_cite_field (draft, id, "ordinal");
  return phrase;
}

/* Programmes and exercises have no sessions: the sides take part in them. */
static gboolean
is_programme (BriefScene *scene,
              const char *mechanism)
{
  const VnusMechanismType type = vnus_mechanism_get_mechanism_type (VNUS_MECHANISM (vnus_chronicle_lookup (scene->view, mechanism)));

  return type == VNUS_MECHANISM_TYPE_PROGRAMME || type == VNUS_MECHANISM_TYPE_EXERCISE;
}

/* Mechanisms that go on and of which no session has been told. */
static void
write_other_mechanisms (BriefScene *scene,
                        GPtrArray  *items,
                        GHashTable *told)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_MECHANISM);
  g_autoptr (GPtrArray) names = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "mechanisms", "brief.mechanisms-other");

  for (guint i = 0; i < all->len; i++)
    {
      VnusMechanism *mechanism = g_ptr_array_index (all, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (mechanism));
      VnusDate *existed = vnus_mechanism_get_existed (mechanism);
      VnusPhrase *name;

      if (!is_ours (scene, mechanism) || g_hash_table_contains (told, id) ||
          (existed == NULL && !_vnus_brief_is_attested (scene, VNUS_RECORD (mechanism))) ||
          (existed != NULL && (vnus_date_get_latest_end (existed) <= scene->today ||
                               vnus_date_get_latest_start (existed) > scene->today)))
        continue;
      name = _vnus_phrase_new (NULL);
      _vnus_phrase_add_record (name, NULL, id);
      g_ptr_array_add (names, name);
      _vnus_brief_cite (draft, id);
    }
  _vnus_brief_take_list (draft->phrase, "mechanisms", names, "semicolon");
  _vnus_brief_commit_state (draft, items);
}

/* Sessions of dialogues, or what was held of programmes. */
static void
write_sessions (BriefScene *scene,
                GPtrArray  *items,
                GHashTable *told,
                gboolean    of_programmes)
{
  g_autoptr (GPtrArray) meetings = _vnus_brief_list_within_reach (scene, VNUS_KIND_MEETING);
  g_autoptr (GPtrArray) sessions = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, of_programmes ? "programmes" : "sessions",
                                             of_programmes ? "brief.programmes" : "brief.sessions");

  for (guint i = 0; i < meetings->len; i++)
    {
      VnusEvent *session = g_ptr_array_index (meetings, i);
      const char *mechanism = mechanism_of (scene, session);

      if (mechanism == NULL || is_programme (scene, mechanism) != of_programmes)
        continue;
      g_hash_table_add (told, (gpointer) mechanism);
      g_ptr_array_add (sessions, say_session (draft, session, mechanism,
                                              of_programmes ? "brief.programme-item" : "brief.session"));
    }
  _vnus_brief_take_list (draft->phrase, "sessions", sessions, "semicolon");
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_mechanisms (BriefScene *scene,
                              GPtrArray  *items)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  if (scene->first == NULL || scene->second == NULL)
    return;

  write_sessions (scene, items, told, FALSE);
  write_sessions (scene, items, told, TRUE);
  write_other_mechanisms (scene, items, told);
}
