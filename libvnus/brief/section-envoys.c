/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the heads of mission of both sides with each other, in a brief about their
 * relation.
 */
#include "brief/brief-private.h"

#include <vnus/vnus-accreditation.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "inquiry/vnus-tenure-private.h"

static VnusDate *
start_of (VnusAccreditation *envoy)
{
  VnusDate *credentials = vnus_accreditation_get_credentials (envoy);

  return credentials != NULL ? credentials : vnus_accreditation_get_arrived (envoy);
}

/* Sent by the one to the other, as more than for a while, and not known to be gone. */
static gboolean
may_serve (BriefScene        *scene,
           VnusAccreditation *envoy,
           const char        *sender,
           const char        *receiver)
{
  VnusDate *start = start_of (envoy), *left = vnus_accreditation_get_left (envoy);

  return start != NULL && vnus_accreditation_get_office (envoy) != NULL && vnus_accreditation_get_person (envoy) != NULL &&
         g_strcmp0 (vnus_accreditation_get_to (envoy), receiver) == 0 &&
         g_strcmp0 (_vnus_brief_state_of (scene, vnus_accreditation_get_office (envoy)), sender) == 0 &&
         vnus_accreditation_get_class (envoy) != VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM &&
         !_vnus_never_served (envoy) &&
         vnus_date_get_latest_end (start) <= scene->today &&
         (left == NULL || vnus_date_get_earliest_start (left) > scene->today);
}

/* Whether somebody else is recorded in the office later on, by the standpoint. */
static gboolean
has_successor (BriefScene        *scene,
               VnusAccreditation *envoy)
{
  const char *office = vnus_accreditation_get_office (envoy), *person = vnus_accreditation_get_person (envoy);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (scene->view, office);
  int start = vnus_date_get_latest_end (start_of (envoy));

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      g_autoptr (VnusDate) when = _vnus_record_dup_time (record);
      gboolean is_other = VNUS_IS_TENURE (record) && g_strcmp0 (vnus_tenure_get_person (VNUS_TENURE (record)), person) != 0;

      for (guint j = 0; VNUS_IS_EVENT (record) && !is_other && j < vnus_event_get_n_participants (VNUS_EVENT (record)); j++)
        {
          VnusParticipant *participant = vnus_event_get_participant (VNUS_EVENT (record), j);

          is_other = g_strcmp0 (vnus_participant_get_capacity (participant), office) == 0 &&
                     g_strcmp0 (vnus_participant_get_actor (participant), person) != 0;
        }
      if (is_other && when != NULL && vnus_date_get_earliest_start (when) > start &&
          vnus_date_get_earliest_start (when) <= scene->today)
        return TRUE;
    }

  return FALSE;
}

/* The last to come of those who may serve; NULL if there is none. */
static VnusAccreditation *
find_envoy (BriefScene *scene,
            const char *sender,
            const char *receiver)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ACCREDITATION);
  VnusAccreditation *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      VnusAccreditation *envoy = g_ptr_array_index (all, i);

      if (may_serve (scene, envoy, sender, receiver) &&
          (last == NULL || vnus_date_compare (start_of (envoy), start_of (last)) > 0))
        last = envoy;
    }

  return last != NULL && !has_successor (scene, last) ? last : NULL;
}

/* Whether somebody else of the sender came to the same receiver later: then one of whose
 * end nothing is told is not taken to be in post. */
static gboolean
is_overtaken (BriefScene        *scene,
              VnusAccreditation *envoy)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ACCREDITATION);

  for (guint i = 0; i < all->len; i++)
    {
      VnusAccreditation *other = g_ptr_array_index (all, i);
      VnusDate *start = start_of (other);

      if (start != NULL && g_strcmp0 (vnus_accreditation_get_to (other), vnus_accreditation_get_to (envoy)) == 0 &&
          g_strcmp0 (_vnus_brief_state_of (scene, vnus_accreditation_get_office (other)),
                     _vnus_brief_state_of (scene, vnus_accreditation_get_office (envoy))) == 0 &&
          vnus_date_get_earliest_start (start) > vnus_date_get_latest_end (start_of (envoy)) &&
          vnus_date_get_latest_end (start) <= scene->today)
        return TRUE;
    }

  return FALSE;
}

static void
write_envoy (BriefScene *scene,
             GPtrArray  *items,
             const char *sender,
             const char *receiver)
{
  VnusAccreditation *envoy = find_envoy (scene, sender, receiver);
  const char *id, *place;
  gboolean has_credentials;
  BriefDraft *draft;

  if (envoy == NULL || (vnus_accreditation_get_left (envoy) == NULL && is_overtaken (scene, envoy)))
    return;

  id = vnus_record_get_id (VNUS_RECORD (envoy));
  place = vnus_accreditation_get_resident_at (envoy);
  has_credentials = vnus_accreditation_get_credentials (envoy) != NULL;
  draft = _vnus_brief_draft_new (scene, "envoys", "brief.envoy");
  _vnus_phrase_add_record (draft->phrase, "office", vnus_accreditation_get_office (envoy));
  _vnus_brief_take (draft->phrase, "person", _vnus_brief_named (scene, vnus_accreditation_get_person (envoy)));
  _vnus_phrase_add_word (draft->phrase, "step", has_credentials ? "credentials" : "arrived");
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (start_of (envoy)));
  _vnus_phrase_add_word (draft->phrase, "resident", place != NULL ? "yes" : "no");
  if (place != NULL)
    _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (scene, place));
  else
    _vnus_phrase_add_word (draft->phrase, "place", "");
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, has_credentials ? "credentials" : "arrived");

  /* Who leaves later is in post; of others the last word may be old. */
  if (vnus_accreditation_get_left (envoy) != NULL)
    _vnus_brief_commit (draft, items);
  else
    _vnus_brief_commit_state (draft, items);
}

void
_vnus_brief_write_envoys (BriefScene *scene,
                          GPtrArray  *items)
{
  if (scene->event != NULL || scene->first == NULL || scene->second == NULL)
    return;

  write_envoy (scene, items, scene->first, scene->second);
  write_envoy (scene, items, scene->second, scene->first);
}
