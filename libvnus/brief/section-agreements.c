/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: agreements: treaties are in force, all others are carried out. */
#include "brief/brief-private.h"

#include "chronicle/vnus-chronicle-private.h"

#include <vnus/vnus-statement.h>
#include <vnus/vnus-treaty-action.h>

/* The sides whose agreement it is: states, or organs of states. */
static gboolean
is_between_parties (BriefScene    *scene,
                    VnusAgreement *agreement)
{
  gboolean has_first = FALSE, has_second = FALSE;

  for (guint i = 0; i < vnus_agreement_get_n_parties (agreement); i++)
    {
      const char *state = _vnus_brief_state_of (scene, vnus_agreement_get_party (agreement, i));

      has_first = has_first || g_strcmp0 (state, scene->first) == 0;
      has_second = has_second || g_strcmp0 (state, scene->second) == 0;
    }

  return has_first && has_second;
}

/* An organ of one state that is a party, such as an agency; NULL if there is none. */
static const char *
partner_of (BriefScene    *scene,
            VnusAgreement *agreement,
            const char   **state)
{
  const char *partner = NULL;

  *state = NULL;
  for (guint i = 0; i < vnus_agreement_get_n_parties (agreement); i++)
    {
      const char *party = vnus_agreement_get_party (agreement, i);

      if (g_strcmp0 (party, _vnus_brief_state_of (scene, party)) == 0)
        *state = party;
    }
  for (guint i = 0; i < vnus_agreement_get_n_parties (agreement) && *state != NULL; i++)
    {
      const char *party = vnus_agreement_get_party (agreement, i);

      const char *owner = _vnus_brief_state_of (scene, party);

      if (partner == NULL && g_strcmp0 (owner, *state) != 0 && g_strcmp0 (owner, party) != 0)
        partner = party;
    }

  return partner;
}

/* ---- Actions ---- */

/* How far an action brings an agreement; 0 if it does not tell. */
static int
weight_of (VnusTreatyActionType action)
{
  switch ((int) action)
    {
    case VNUS_TREATY_ACTION_TYPE_INITIALLED:
      return 1;
    case VNUS_TREATY_ACTION_TYPE_ADOPTED:
    case VNUS_TREATY_ACTION_TYPE_APPROVED:
      return 2;
    case VNUS_TREATY_ACTION_TYPE_SIGNED:
      return 3;
    case VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE:
      return 4;
    case VNUS_TREATY_ACTION_TYPE_DENOUNCED:
    case VNUS_TREATY_ACTION_TYPE_TERMINATED:
    case VNUS_TREATY_ACTION_TYPE_EXPIRED:
      return 5;
    default:
      return 0;
    }
}

static gboolean
may_be_done (BriefScene *scene,
             VnusDate   *when)
{
  return when == NULL || vnus_date_get_earliest_start (when) <= scene->today;
}

/* The action that counts on the day; NULL if there is none. */
static VnusTreatyAction *
find_action (BriefScene *scene,
             const char *agreement)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (scene->view, agreement);
  VnusTreatyAction *best = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusTreatyAction *action = g_ptr_array_index (referrers, i);
      int weight;

      if (!VNUS_IS_TREATY_ACTION (action) || g_strcmp0 (vnus_treaty_action_get_agreement (action), agreement) != 0 ||
          !may_be_done (scene, vnus_treaty_action_get_when (action)))
        continue;
      weight = weight_of (vnus_treaty_action_get_action (action));
      if (weight > 0 && (best == NULL || weight > weight_of (vnus_treaty_action_get_action (best))))
        best = action;
    }

  return best;
}

/* The day of an action, if it tells more than “by then”. */
static void
add_day (BriefDraft       *draft,
         VnusPhrase       *phrase,
         VnusTreatyAction *action)
{
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (action), "when", NULL);
  const gboolean is_known = when != NULL && vnus_date_get_earliest_start (when) != VNUS_DAY_MIN;

  _vnus_phrase_add_word (phrase, "dated", is_known ? "yes" : "no");
  if (is_known)
    {
      _vnus_brief_take (phrase, "when", _vnus_brief_when (when));
      _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (action)), "when");
    }
  else
    {
      _vnus_phrase_add_word (phrase, "when", "");
      _vnus_finding_add_reason (draft->finding, VNUS_REASONS_DATE_VAGUE);
    }
  _vnus_brief_cite_record (draft, VNUS_RECORD (action));
}

/* ---- Sentences ---- */

static gboolean
is_over (VnusTreatyAction *action)
{
  return action != NULL && weight_of (vnus_treaty_action_get_action (action)) == 5;
}

static VnusPhrase *
say_in_force (BriefDraft       *draft,
              const char       *id,
              VnusTreatyAction *action)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.agreement-in-force");

  _vnus_phrase_add_record (phrase, "name", id);
  add_day (draft, phrase, action);
  return phrase;
}

static VnusPhrase *
say_action (BriefDraft       *draft,
            const char       *id,
            VnusTreatyAction *action)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.agreement-action");

  _vnus_phrase_add_record (phrase, "name", id);
  _vnus_phrase_add_word (phrase, "action", _vnus_brief_nick (VNUS_TYPE_TREATY_ACTION_TYPE, (int) vnus_treaty_action_get_action (action)));
  add_day (draft, phrase, action);
  return phrase;
}

/* What sources inform of the agreement backs that it is carried out. */
static void
cite_reports (BriefDraft *draft,
              const char *agreement)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (draft->scene->view, agreement);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusStatement *statement = g_ptr_array_index (referrers, i);

      if (!VNUS_IS_STATEMENT (statement) || vnus_statement_get_stance (statement) != VNUS_STANCE_INFORMS ||
          (vnus_event_get_when (VNUS_EVENT (statement)) != NULL &&
           vnus_date_get_earliest_start (vnus_event_get_when (VNUS_EVENT (statement))) > draft->scene->today))
        continue;
      if (_vnus_brief_is_about (statement, agreement))
        _vnus_brief_cite_record (draft, VNUS_RECORD (statement));
    }
}

static VnusPhrase *
say_carried_out (BriefDraft *draft,
                 const char *id,
                 const char *state,
                 const char *partner)
{
  BriefScene *scene = draft->scene;
  VnusPhrase *phrase = _vnus_phrase_new (partner != NULL ? "brief.agreement-with" : "brief.agreement-carried-out");

  cite_reports (draft, id);
  _vnus_phrase_add_record (phrase, "name", id);
  if (partner != NULL)
    {
      _vnus_brief_take (phrase, "state", _vnus_brief_side (scene, state));
      _vnus_brief_take (phrase, "partner", _vnus_brief_short_actor (scene, partner));
    }
  return phrase;
}

/* Whether it is certainly past its validity. */
static gboolean
has_lapsed (BriefScene    *scene,
            VnusAgreement *agreement)
{
  VnusDate *validity = vnus_agreement_get_validity (agreement);

  return validity != NULL && vnus_date_get_latest_end (validity) <= scene->today;
}

static VnusPhrase *
say_agreement (BriefDraft    *draft,
               VnusAgreement *agreement)
{
  BriefScene *scene = draft->scene;
  const char *id = vnus_record_get_id (VNUS_RECORD (agreement));
  VnusTreatyAction *action = find_action (scene, id);
  const gboolean is_treaty = vnus_agreement_get_binding (agreement) == VNUS_BINDING_TREATY;
  const char *state;
  const char *partner = partner_of (scene, agreement, &state);

  _vnus_brief_cite (draft, id);
  if (action != NULL && is_treaty && weight_of (vnus_treaty_action_get_action (action)) == 4)
    return say_in_force (draft, id, action);
  if (partner != NULL && !is_treaty)
    return say_carried_out (draft, id, state, partner);
  if (action != NULL)
    return say_action (draft, id, action);

  return is_treaty ? NULL : say_carried_out (draft, id, NULL, NULL);
}

/* Whether it was there by the standpoint, as far as anything tells. */
static gboolean
is_told (BriefScene    *scene,
         VnusAgreement *agreement)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (agreement));
  VnusTreatyAction *action = find_action (scene, id);
  VnusDate *when = action != NULL ? vnus_treaty_action_get_when (action) : NULL;
  VnusDate *validity = vnus_agreement_get_validity (agreement);

  if (when != NULL && vnus_date_get_latest_end (when) <= scene->today)
    return TRUE;

  return (validity == NULL || vnus_date_get_earliest_start (validity) <= scene->today) &&
         _vnus_brief_is_attested (scene, VNUS_RECORD (agreement));
}

/* What is carried out first, then what was agreed. */
static gboolean
comes_first (BriefScene    *scene,
             VnusAgreement *agreement)
{
  const char *state;

  return partner_of (scene, agreement, &state) != NULL;
}

/* Whether all that is told of it is an action on a day that is known: a fact of
 * the past, which no later source can change. */
static gboolean
is_past (BriefScene    *scene,
         VnusAgreement *agreement)
{
  VnusTreatyAction *action = find_action (scene, vnus_record_get_id (VNUS_RECORD (agreement)));
  VnusDate *when = action != NULL ? vnus_treaty_action_get_when (action) : NULL;

  return when != NULL && vnus_date_get_earliest_start (when) != VNUS_DAY_MIN && !comes_first (scene, agreement) &&
         (vnus_agreement_get_binding (agreement) != VNUS_BINDING_TREATY ||
          weight_of (vnus_treaty_action_get_action (action)) != 4);
}

static gboolean
is_current (BriefScene    *scene,
            VnusAgreement *agreement)
{
  return is_between_parties (scene, agreement) && !has_lapsed (scene, agreement) && is_told (scene, agreement) &&
         !is_over (find_action (scene, vnus_record_get_id (VNUS_RECORD (agreement))));
}

typedef enum
{
  CARRIED_OUT, /* with an agency */
  STANDING,
  PAST,
} Standing;

static Standing
standing_of (BriefScene    *scene,
             VnusAgreement *agreement)
{
  if (comes_first (scene, agreement))
    return CARRIED_OUT;

  return is_past (scene, agreement) ? PAST : STANDING;
}

static void
add_clauses (BriefDraft *draft,
             GPtrArray  *clauses,
             Standing    standing)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (draft->scene, VNUS_KIND_AGREEMENT);

  for (guint i = 0; i < all->len; i++)
    {
      VnusAgreement *agreement = g_ptr_array_index (all, i);
      VnusPhrase *clause = NULL;

      if (is_current (draft->scene, agreement) && standing_of (draft->scene, agreement) == standing)
        clause = say_agreement (draft, agreement);
      if (clause != NULL)
        g_ptr_array_add (clauses, clause);
    }
}

void
_vnus_brief_write_agreements (BriefScene *scene,
                              GPtrArray  *items)
{
  g_autoptr (GPtrArray) clauses = _vnus_brief_phrases_new ();
  g_autoptr (GPtrArray) past = _vnus_brief_phrases_new ();
  BriefDraft *draft;

  if (scene->first == NULL || scene->second == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "agreements", "brief.clauses");
  add_clauses (draft, clauses, CARRIED_OUT);
  add_clauses (draft, clauses, STANDING);
  _vnus_brief_take_list (draft->phrase, "clauses", clauses, "semicolon");
  _vnus_brief_commit_state (draft, items);

  draft = _vnus_brief_draft_new (scene, "agreements-made", "brief.clauses");
  add_clauses (draft, past, PAST);
  _vnus_brief_take_list (draft->phrase, "clauses", past, "semicolon");
  _vnus_brief_commit (draft, items);
}
