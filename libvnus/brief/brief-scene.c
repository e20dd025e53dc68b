/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: what the standpoint makes of events, and what belongs to whom. */
#include "brief/brief-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"
#include "model/vnus-event-private.h"

#include <vnus/vnus-office.h>
#include <vnus/vnus-organization.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-place.h>
#include <vnus/vnus-rank.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-truth.h>

#include <stdlib.h>
#include <string.h>

/* ---- Tense ---- */

static const char *const tense_nicks[] = {
  [VNUS_STANDING_PLANNED] = "planned",     [VNUS_STANDING_ONGOING] = "ongoing",
  [VNUS_STANDING_HELD] = "held",           [VNUS_STANDING_ANNOUNCED] = "announced",
  [VNUS_STANDING_POSTPONED] = "postponed", [VNUS_STANDING_CANCELLED] = "cancelled",
};

const char *
_vnus_brief_tense_nick (VnusStanding tense)
{
  return tense_nicks[tense];
}

const char *
_vnus_brief_kind_nick (BriefScene *scene)
{
  if (VNUS_IS_MEETING (scene->subject) && vnus_meeting_get_mode (VNUS_MEETING (scene->subject)) == VNUS_MEETING_MODE_TELEPHONE)
    return "call";

  return vnus_kind_to_string (vnus_record_get_kind (scene->subject));
}

int
_vnus_brief_public_by (BriefScene   *scene,
                       VnusCitation *citation)
{
  VnusDate *known = vnus_citation_get_known (citation);
  VnusRecord *source = vnus_chronicle_lookup (scene->view, vnus_citation_get_source (citation));

  if (known == NULL && source != NULL && VNUS_IS_SOURCE (source))
    known = vnus_source_get_published (VNUS_SOURCE (source));

  return known != NULL ? vnus_date_get_latest_end (known) : VNUS_DAY_MAX;
}

/* What a source tells as going on is taken to have gone on for as long before. */
#define LONGEST_BACK 366

gboolean
_vnus_brief_is_attested (BriefScene *scene,
                         VnusRecord *record)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      const int day = _vnus_brief_public_by (scene, vnus_record_get_citation (record, i));

      if (day == VNUS_DAY_MAX || day - LONGEST_BACK <= scene->today)
        return TRUE;
    }

  return FALSE;
}

gboolean
_vnus_brief_is_public (BriefScene   *scene,
                       VnusCitation *citation)
{
  return _vnus_brief_public_by (scene, citation) <= scene->today;
}

gboolean
_vnus_brief_is_public_record (BriefScene *scene,
                              VnusRecord *record)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (_vnus_brief_is_public (scene, vnus_record_get_citation (record, i)))
      return TRUE;

  return FALSE;
}

gboolean
_vnus_brief_is_told_after (BriefScene *scene,
                           VnusEvent  *event,
                           const char *list,
                           const char *member)
{
  VnusRecord *record = VNUS_RECORD (event);
  VnusDate *when = vnus_event_get_when (event);
  g_autofree char *path = g_strconcat (list, "/", member, NULL);
  gboolean is_named = FALSE, after = FALSE, after_whole = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *field = vnus_citation_get_field (citation);
      const gboolean is_later = when == NULL ||
                                _vnus_brief_public_by (scene, citation) >= vnus_date_get_earliest_start (when);

      if (g_strcmp0 (field, path) == 0)
        {
          is_named = TRUE;
          after = after || is_later;
        }
      else if (field == NULL)
        {
          after_whole = after_whole || is_later;
        }
    }

  return is_named ? after : after_whole;
}

gboolean
_vnus_brief_has_claims (VnusRecord *record,
                        const char *field)
{
  for (guint i = 0; i < _vnus_vector_length (record->citations); i++)
    if (g_strcmp0 (vnus_citation_get_field (_vnus_vector_get (record->citations, i)), field) == 0)
      return TRUE;

  return FALSE;
}

/* Whether any source gives a value of its own: without one there are no rivals,
 * and claims need not be listed. */
static gboolean
may_differ (BriefScene *scene,
            const char *id,
            const char *field)
{
  VnusRecord *record = _vnus_chronicle_lookup_base (scene->view, id);

  return record != NULL && _vnus_record_has_cited_value (record, field);
}

/* Found out once for each event: many sections ask. */
VnusStanding
_vnus_brief_tense_of (BriefScene *scene,
                      VnusEvent  *event)
{
  gpointer known = g_hash_table_lookup (scene->tenses, event);

  if (known == NULL)
    {
      known = GINT_TO_POINTER ((int) _vnus_event_get_standing (scene->view, event, scene->today) + 1);
      g_hash_table_insert (scene->tenses, event, known);
    }

  return (VnusStanding) (GPOINTER_TO_INT (known) - 1);
}

gboolean
_vnus_brief_is_done (BriefScene *scene,
                     VnusEvent  *event)
{
  return _vnus_brief_tense_of (scene, event) == VNUS_STANDING_HELD;
}

/* ---- Dates ---- */

gboolean
_vnus_brief_is_disputed (BriefScene *scene,
                         const char *id,
                         const char *field)
{
  g_autoptr (GPtrArray) claims = NULL;
  gboolean disputed = FALSE;

  if (!may_differ (scene, id, field))
    return FALSE;

  claims = _vnus_chronicle_ref_claims (scene->view, id, field);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      disputed = disputed || vnus_claim_get_standing (claim) == VNUS_CLAIM_STANDING_RIVAL;
    }

  return disputed;
}

static int
month_number (const char *day)
{
  return atoi (day) * 12 + atoi (day + 5);
}

/* The day or the month in which two days lie; or else one of two months, or of
 * those from one to the other. NULL for years of more than four digits. */
static VnusDate *
hull_of_days (int first,
              int last)
{
  g_autoptr (VnusDate) from = vnus_date_new_day (first);
  g_autoptr (VnusDate) to = vnus_date_new_day (last);
  const char *a = from != NULL ? vnus_date_get_text (from) : "", *b = to != NULL ? vnus_date_get_text (to) : "";
  g_autofree char *text = NULL;

  if (strlen (a) != strlen ("2023-09-10") || strlen (b) != strlen (a))
    return NULL;

  if (g_str_equal (a, b))
    text = g_strdup (a);
  else if (month_number (a) == month_number (b))
    text = g_strndup (a, 7);
  else
    text = g_strdup_printf ("[%.7s%s%.7s]", a, month_number (b) - month_number (a) == 1 ? "," : "..", b);

  return vnus_date_parse (text, NULL);
}

static VnusDate *
dup_date (VnusRecord *record,
          const char *field)
{
  g_autoptr (VnusValue) value = NULL;
  VnusDate *date;

  if (g_str_equal (field, "when") && VNUS_IS_EVENT (record))
    {
      date = VNUS_EVENT (record)->when;
    }
  else
    {
      value = vnus_record_dup_value (record, field);
      date = value != NULL ? vnus_value_get_date (value) : NULL;
    }

  return date != NULL ? vnus_date_ref (date) : NULL;
}

VnusDate *
_vnus_brief_dup_when (BriefScene *scene,
                      VnusRecord *record,
                      const char *field,
                      gboolean   *is_disputed)
{
  g_autoptr (VnusDate) date = dup_date (record, field);
  int first = VNUS_DAY_MAX, last = VNUS_DAY_MIN;
  VnusDate *hull = NULL;
  gboolean disputed = FALSE;
  g_autoptr (GPtrArray) claims = NULL;

  if (!may_differ (scene, record->id, field))
    {
      if (is_disputed != NULL)
        *is_disputed = FALSE;
      return g_steal_pointer (&date);
    }

  claims = _vnus_chronicle_ref_claims (scene->view, record->id, field);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);
      const VnusClaimStanding standing = vnus_claim_get_standing (claim);
      VnusDate *claimed = vnus_value_get_date (vnus_claim_get_value (claim));

      if (standing == VNUS_CLAIM_STANDING_CHOSEN || standing == VNUS_CLAIM_STANDING_RIVAL)
        {
          first = MIN (first, vnus_date_get_earliest_start (claimed));
          last = MAX (last, vnus_date_get_latest_end (claimed));
        }
      disputed = disputed || standing == VNUS_CLAIM_STANDING_RIVAL;
    }

  if (is_disputed != NULL)
    *is_disputed = disputed;
  if (disputed && first != VNUS_DAY_MIN && last != VNUS_DAY_MAX)
    hull = hull_of_days (first, last);

  return hull != NULL ? hull : g_steal_pointer (&date);
}

/* ---- Who belongs to whom ---- */

/* Bounds the walk through organisations, however they refer to each other. */
#define MOST_STEPS 16

const char *
_vnus_brief_owner_of (VnusRecord *record)
{
  switch ((int) _vnus_record_class (record)->kind)
    {
    case VNUS_KIND_ORGANIZATION:
      return vnus_organization_get_of (VNUS_ORGANIZATION (record));
    case VNUS_KIND_OFFICE:
      return vnus_office_get_of (VNUS_OFFICE (record));
    case VNUS_KIND_PERSON:
      return vnus_person_get_of (VNUS_PERSON (record));
    case VNUS_KIND_PLACE:
      return vnus_place_get_within (VNUS_PLACE (record));
    default:
      return NULL;
    }
}

const char *
_vnus_brief_state_of (BriefScene *scene,
                      const char *actor)
{
  for (guint i = 0; i < MOST_STEPS && actor != NULL; i++)
    {
      VnusRecord *record = vnus_chronicle_lookup (scene->view, actor);

      if (record == NULL)
        return NULL;
      if (_vnus_record_class (record)->kind == VNUS_KIND_STATE)
        return record->id;
      actor = _vnus_brief_owner_of (record);
    }

  return NULL;
}

const char *
_vnus_brief_side_of (BriefScene      *scene,
                     VnusParticipant *participant)
{
  const char *side = vnus_participant_get_side (participant);

  if (side == NULL)
    side = vnus_participant_get_capacity (participant);
  if (side != NULL)
    side = _vnus_brief_state_of (scene, side);
  if (side == NULL && vnus_participant_get_actor (participant) != NULL)
    side = _vnus_brief_state_of (scene, vnus_participant_get_actor (participant));

  return side;
}

gboolean
_vnus_brief_is_party (BriefScene *scene,
                      const char *state)
{
  return state != NULL && (g_strcmp0 (state, scene->first) == 0 || g_strcmp0 (state, scene->second) == 0);
}

int
_vnus_brief_rank_of (BriefScene *scene,
                     const char *office)
{
  VnusRecord *record = office != NULL ? vnus_chronicle_lookup (scene->view, office) : NULL;
  const int rank = record != NULL && VNUS_IS_OFFICE (record) ? (int) vnus_office_get_rank (VNUS_OFFICE (record)) : 0;

  return rank != VNUS_RANK_UNSET ? rank : VNUS_RANK_OFFICIAL + 1;
}

VnusParticipant *
_vnus_brief_find_role (VnusEvent *event,
                       VnusRole   role)
{
  for (guint i = 0; i < _vnus_vector_length (event->participants); i++)
    {
      VnusParticipant *participant = _vnus_vector_get (event->participants, i);

      if (vnus_participant_get_role (participant) == role && vnus_participant_get_actor (participant) != NULL)
        return participant;
    }

  return NULL;
}

/* By their dates, then by their ids. */
int
_vnus_brief_compare_events (gconstpointer a,
                            gconstpointer b)
{
  const VnusEvent *one = *(VnusEvent *const *) a, *other = *(VnusEvent *const *) b;
  int order = (one->when == NULL) - (other->when == NULL);

  if (order == 0 && one->when != NULL)
    order = vnus_date_compare (one->when, other->when);
  if (order == 0)
    order = g_strcmp0 (one->parent_instance.id, other->parent_instance.id);

  return order;
}
