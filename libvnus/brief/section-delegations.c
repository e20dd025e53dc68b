/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the delegations of the last twelve months, each way. */
#include "brief/brief-private.h"

#include <vnus/vnus-rank.h>

typedef struct
{
  const char *host;
  const char *guest;
} Direction;

/* Whoever comes with another visitor is of that delegation. */
static gboolean
is_within_visit (BriefScene *scene,
                 VnusEvent  *visit)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (visit); i++)
    {
      VnusRecord *whole = vnus_chronicle_lookup (scene->view, vnus_event_get_whole (visit, i));

      if (whole != NULL && VNUS_IS_VISIT (whole))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_delegation (BriefScene      *scene,
               const Direction *direction,
               VnusEvent       *visit)
{
  VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);

  return guest != NULL && !is_within_visit (scene, visit) &&
         g_strcmp0 (_vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (visit))), direction->host) == 0 &&
         g_strcmp0 (_vnus_brief_side_of (scene, guest), direction->guest) == 0 &&
         _vnus_brief_rank_of (scene, vnus_participant_get_capacity (guest)) > BRIEF_LOWEST_RANK;
}

/* Members who are told of as a group, without names; NULL if there are none. */
static VnusText *
find_members (VnusEvent *visit)
{
  for (guint i = 0; i < vnus_event_get_n_participants (visit); i++)
    {
      VnusParticipant *member = vnus_event_get_participant (visit, i);

      if (vnus_participant_get_role (member) == VNUS_ROLE_MEMBER && vnus_participant_get_actor (member) == NULL &&
          vnus_participant_get_note (member) != NULL)
        return vnus_participant_get_note (member);
    }

  return NULL;
}

static void
add_members (VnusPhrase *leader,
             VnusEvent  *visit)
{
  VnusText *members = find_members (visit);

  _vnus_phrase_add_word (leader, "accompanied", members != NULL ? "yes" : "no");
  if (members != NULL)
    _vnus_phrase_add_localised (leader, "members", members);
  else
    _vnus_phrase_add_word (leader, "members", "");
}

/* Whether the same person came with the same office and the same company. */
static gboolean
is_led_alike (VnusEvent *visit,
              VnusEvent *other)
{
  VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);
  VnusParticipant *other_guest = _vnus_brief_find_role (other, VNUS_ROLE_GUEST);

  return g_str_equal (vnus_participant_get_actor (guest), vnus_participant_get_actor (other_guest)) &&
         g_strcmp0 (vnus_participant_get_capacity (guest), vnus_participant_get_capacity (other_guest)) == 0 &&
         find_members (visit) == NULL && find_members (other) == NULL;
}

/* Who led the first of @visits, with the dates of all that are led alike, which are
 * taken away. */
static VnusPhrase *
take_leader (BriefDraft *draft,
             GPtrArray  *visits)
{
  VnusEvent *first = g_ptr_array_index (visits, 0);
  VnusParticipant *guest = _vnus_brief_find_role (first, VNUS_ROLE_GUEST);
  g_autoptr (VnusDate) first_when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (first), "when", NULL);
  g_autoptr (GPtrArray) dates = _vnus_brief_phrases_new ();
  VnusPhrase *leader = _vnus_phrase_new ("brief.leader");

  _vnus_brief_take (leader, "person",
                    _vnus_brief_person_with_offices (draft, vnus_participant_get_actor (guest),
                                                     vnus_participant_get_capacity (guest), first_when));
  add_members (leader, first);
  for (guint i = 0; i < visits->len;)
    {
      VnusEvent *visit = g_ptr_array_index (visits, i);
      g_autoptr (VnusDate) when = NULL;

      if (visit != first && !is_led_alike (first, visit))
        {
          i++;
          continue;
        }
      when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (visit), "when", NULL);
      g_ptr_array_add (dates, _vnus_brief_bracket (when));
      _vnus_brief_cite_record (draft, VNUS_RECORD (visit));
      _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (visit)), "when");
      g_ptr_array_remove_index (visits, i);
    }
  _vnus_brief_take_list (leader, "when", dates, "and");

  return leader;
}

static void
write_delegation_list (BriefScene *scene,
                       GPtrArray  *items,
                       GPtrArray  *visits)
{
  BriefDraft *draft = _vnus_brief_draft_new (scene, "delegation-list", "brief.delegations-led");
  g_autoptr (GPtrArray) leaders = _vnus_brief_phrases_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_copy (visits, NULL, NULL);

  while (rest->len > 0)
    g_ptr_array_add (leaders, take_leader (draft, rest));
  _vnus_phrase_add_integer (draft->phrase, "n", (int) visits->len);
  _vnus_brief_take_list (draft->phrase, "leaders", leaders, "semicolon");
  _vnus_brief_commit (draft, items);
  for (guint i = 0; i < visits->len; i++)
    _vnus_brief_write_assertions (scene, items, g_ptr_array_index (visits, i));
}

static void
write_direction (BriefScene      *scene,
                 GPtrArray       *items,
                 const Direction *direction)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_within_reach (scene, VNUS_KIND_VISIT);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  int first = VNUS_DAY_MAX, last = VNUS_DAY_MIN;
  g_autoptr (VnusDate) from = NULL;
  g_autoptr (VnusDate) to = NULL;
  BriefDraft *draft;

  for (guint i = 0; i < all->len; i++)
    if (is_delegation (scene, direction, g_ptr_array_index (all, i)))
      g_ptr_array_add (visits, g_ptr_array_index (all, i));
  if (visits->len == 0)
    return;

  draft = _vnus_brief_draft_new (scene, "delegations", "brief.delegations");
  for (guint i = 0; i < visits->len; i++)
    {
      VnusRecord *visit = g_ptr_array_index (visits, i);
      g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, visit, "when", NULL);

      first = MIN (first, vnus_date_get_earliest_start (when));
      last = MAX (last, vnus_date_get_latest_end (when));
      _vnus_brief_cite_record (draft, visit);
    }
  from = _vnus_brief_month_of (first);
  to = _vnus_brief_month_of (last);
  _vnus_phrase_add_integer (draft->phrase, "n", (int) visits->len);
  _vnus_phrase_add_text (draft->phrase, "guest", direction->guest);
  _vnus_phrase_add_record (draft->phrase, "guest_name", direction->guest);
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_country (scene, direction->host));
  _vnus_phrase_add_word (draft->phrase, "span", vnus_date_equal (from, to) ? "month" : "months");
  _vnus_brief_take (draft->phrase, "first_date", _vnus_brief_bracket (from));
  _vnus_brief_take (draft->phrase, "last_date", _vnus_brief_bracket (to));
  _vnus_brief_doubt (draft, VNUS_TRUTH_CERTAINLY, VNUS_REASONS_NO_COVERAGE);
  _vnus_brief_commit (draft, items);
  write_delegation_list (scene, items, visits);
}

void
_vnus_brief_write_delegations (BriefScene *scene,
                               GPtrArray  *items)
{
  static const char *const delegation_topics[] = { "delegation-exchange", NULL };
  const Direction directions[] = { { scene->first, scene->second }, { scene->second, scene->first } };

  if (scene->first == NULL || scene->second == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    write_direction (scene, items, &directions[i]);
  _vnus_brief_write_reports (scene, items, delegation_topics);
}
