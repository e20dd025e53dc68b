/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: firsts and ranks, as sources made them. */
#include "brief/brief-private.h"

#include <vnus/vnus-assertion.h>

#include <string.h>

typedef VnusPhrase *(*ClaimWriter) (BriefScene    *scene,
                                    VnusAssertion *assertion);

static void
add_common (VnusPhrase *phrase,
            BriefScene *scene)
{
  const char *guest = vnus_participant_get_actor (scene->guest);
  const char *office = vnus_participant_get_capacity (scene->guest);
  VnusText *honorific = _vnus_brief_honorific (scene, guest);
  g_autoptr (VnusText) short_title = office != NULL ? _vnus_brief_short_title (scene, office) : NULL;

  _vnus_phrase_add_text (phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_text (phrase, "styled", honorific != NULL ? "yes" : "no");
  if (honorific != NULL)
    _vnus_phrase_add_localised (phrase, "honorific", honorific);
  else
    _vnus_phrase_add_text (phrase, "honorific", "none");
  _vnus_brief_take (phrase, "who", _vnus_brief_named (scene, guest));
  _vnus_brief_take (phrase, "host", _vnus_brief_state (scene, scene->host));
  if (office != NULL)
    {
      _vnus_phrase_add_record (phrase, "office", office);
      _vnus_phrase_add_localised (phrase, "office_short", short_title);
    }
  else
    {
      _vnus_phrase_add_text (phrase, "office", "");
      _vnus_phrase_add_text (phrase, "office_short", "");
    }
}

static VnusPhrase *
say_first_in_tenure (BriefScene    *scene,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.first-in-tenure");

  add_common (phrase, scene);
  return phrase;
}

static void
add_since (VnusPhrase    *phrase,
           VnusAssertion *assertion)
{
  VnusDate *since = vnus_assertion_get_since (assertion);

  _vnus_phrase_add_text (phrase, "scoped", since != NULL ? "yes" : "no");
  if (since != NULL)
    _vnus_phrase_add_date (phrase, "since", since, VNUS_DATE_STYLE_PROSE);
  else
    _vnus_phrase_add_text (phrase, "since", "");
}

static VnusPhrase *
say_first_of_office (BriefScene    *scene,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.first-of-office");

  add_common (phrase, scene);
  add_since (phrase, assertion);
  return phrase;
}

static int
value_of (VnusAssertion *assertion)
{
  VnusAmount *value = vnus_assertion_get_value (assertion);

  return value != NULL ? (int) vnus_amount_to_double (value) : 0;
}

/* The guest whom the same rule ranks just before. */
static const char *
find_predecessor (BriefScene    *scene,
                  VnusAssertion *assertion)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);

  for (guint i = 0; i < all->len; i++)
    {
      VnusAssertion *other = g_ptr_array_index (all, i);
      VnusRecord *visit;
      VnusParticipant *guest;

      if (g_strcmp0 (vnus_assertion_get_rule (other), vnus_assertion_get_rule (assertion)) != 0 ||
          g_strcmp0 (vnus_assertion_get_scope (other), vnus_assertion_get_scope (assertion)) != 0 ||
          vnus_assertion_get_subject (other) == NULL || value_of (other) != value_of (assertion) - 1)
        continue;
      visit = vnus_chronicle_lookup (scene->view, vnus_assertion_get_subject (other));
      guest = visit != NULL && VNUS_IS_VISIT (visit) ? _vnus_brief_find_role (VNUS_EVENT (visit), VNUS_ROLE_GUEST) : NULL;
      if (guest != NULL)
        return vnus_participant_get_actor (guest);
    }

  return NULL;
}

static VnusPhrase *
say_rank_in_first_term (BriefScene    *scene,
                        VnusAssertion *assertion)
{
  const char *before = find_predecessor (scene, assertion);
  VnusPhrase *phrase;

  if (value_of (assertion) < 1)
    return NULL;

  phrase = _vnus_phrase_new ("brief.rank-in-first-term");
  add_common (phrase, scene);
  add_since (phrase, assertion);
  _vnus_phrase_add_integer (phrase, "n", value_of (assertion));
  _vnus_phrase_add_text (phrase, "preceded", before != NULL ? "yes" : "no");
  if (before != NULL)
    _vnus_brief_take (phrase, "before", _vnus_brief_named (scene, before));
  else
    _vnus_phrase_add_text (phrase, "before", "");
  return phrase;
}

static const struct
{
  const char *rule;
  ClaimWriter say;
} writers[] = {
  { "first-in-tenure", say_first_in_tenure },
  { "first-of-office-since", say_first_of_office },
  { "rank-in-first-term", say_rank_in_first_term },
};

static ClaimWriter
find_writer (const char *rule)
{
  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (writers); i++)
    if (g_str_equal (writers[i].rule, rule))
      return writers[i].say;

  return NULL;
}

static VnusPhrase *
say_sources (VnusRecord *assertion)
{
  g_autoptr (GPtrArray) marks = _vnus_brief_phrases_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.sources");

  for (guint i = 0; i < vnus_record_get_n_citations (assertion); i++)
    {
      const char *source = vnus_citation_get_source (vnus_record_get_citation (assertion, i));

      if (g_hash_table_add (seen, (gpointer) source))
        g_ptr_array_add (marks, _vnus_brief_source_mark (source));
    }
  _vnus_brief_take_list (phrase, "sources", marks, "and");
  return phrase;
}

static void
write_assertion (BriefScene    *scene,
                 GListStore    *items,
                 VnusAssertion *assertion)
{
  const ClaimWriter say = find_writer (vnus_assertion_get_rule (assertion));
  VnusPhrase *claim = say != NULL ? say (scene, assertion) : NULL;
  BriefDraft *draft;

  if (claim == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "assertion", "brief.claimed");
  _vnus_brief_take (draft->phrase, "claim", claim);
  _vnus_brief_take (draft->phrase, "sources", say_sources (VNUS_RECORD (assertion)));
  _vnus_phrase_add_text (draft->phrase, "verdict", "unchecked");
  _vnus_brief_cite (draft, vnus_record_get_id (VNUS_RECORD (assertion)));
  _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_NO_COVERAGE);
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_significance (BriefScene *scene,
                                GListStore *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);

  if (scene->guest == NULL || scene->host == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (vnus_assertion_get_subject (g_ptr_array_index (all, i)), vnus_record_get_id (scene->subject)) == 0)
      write_assertion (scene, items, g_ptr_array_index (all, i));
}
