/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: whether two visits are one: registers have no names for visits, but
 * guests, hosts and days. */
#include "chronicle/vnus-identity-private.h"

#include <vnus/vnus-source.h>
#include <vnus/vnus-visit.h>

enum
{
  SAME_GUEST = 25,
  OTHER_GUEST = -60,
  SAME_HOST = 10,
  OTHER_HOST = -60,
  SAME_DAYS = 30,
  SAME_DAYS_PERHAPS = 10,
  OTHER_DAYS = -60,
  OTHER_ROWS = -30,
};

static const char *
get_guest (VnusRecord *visit,
           guint       position)
{
  VnusParticipant *participant = vnus_event_get_participant (VNUS_EVENT (visit), position);

  return vnus_participant_get_role (participant) == VNUS_ROLE_GUEST ? vnus_participant_get_actor (participant) : NULL;
}

void
_vnus_identity_add_visit_keys (VnusRecord *record,
                               GPtrArray  *keys)
{
  const char *host = vnus_visit_get_host (VNUS_VISIT (record));

  for (guint i = 0; host != NULL && i < vnus_event_get_n_participants (VNUS_EVENT (record)); i++)
    if (get_guest (record, i) != NULL)
      g_ptr_array_add (keys, g_strdup_printf ("visit %s %s", get_guest (record, i), host));
}

/* A guest of both; NULL if there is none, or if one of them has no guest. */
static const char *
find_common_guest (VnusRecord *a,
                   VnusRecord *b,
                   gboolean   *have_guests)
{
  gboolean has_a = FALSE, has_b = FALSE;
  const char *common = NULL;

  for (guint i = 0; i < vnus_event_get_n_participants (VNUS_EVENT (a)); i++)
    for (guint j = 0; j < vnus_event_get_n_participants (VNUS_EVENT (b)); j++)
      {
        const char *one = get_guest (a, i), *other = get_guest (b, j);

        has_a = has_a || one != NULL;
        has_b = has_b || other != NULL;
        if (common == NULL && one != NULL && g_strcmp0 (one, other) == 0)
          common = one;
      }
  *have_guests = has_a && has_b;

  return common;
}

static void
weigh_guests (VnusCandidate *candidate,
              VnusRecord    *a,
              VnusRecord    *b)
{
  gboolean have_guests;
  const char *guest = find_common_guest (a, b, &have_guests);

  if (guest != NULL)
    _vnus_phrase_add_record (_vnus_candidate_add (candidate, "same-guest", "same.same-guest", SAME_GUEST), "guest", guest);
  else if (have_guests)
    _vnus_candidate_add (candidate, "other-guest", "same.other-guest", OTHER_GUEST);
}

static void
weigh_hosts (VnusCandidate *candidate,
             VnusRecord    *a,
             VnusRecord    *b)
{
  const char *one = vnus_visit_get_host (VNUS_VISIT (a)), *other = vnus_visit_get_host (VNUS_VISIT (b));
  VnusPhrase *phrase;
  gboolean is_same;

  if (one == NULL || other == NULL)
    return;

  is_same = g_str_equal (one, other);
  phrase = is_same ? _vnus_candidate_add (candidate, "same-host", "same.same-field", SAME_HOST)
                   : _vnus_candidate_add (candidate, "other-host", "same.other-field", OTHER_HOST);
  _vnus_phrase_add_text (phrase, "field", "host");
  _vnus_phrase_add_record (phrase, "a", one);
  if (!is_same)
    _vnus_phrase_add_record (phrase, "b", other);
}

static void
weigh_days (VnusCandidate *candidate,
            VnusRecord    *a,
            VnusRecord    *b)
{
  VnusDate *one = vnus_event_get_when (VNUS_EVENT (a)), *other = vnus_event_get_when (VNUS_EVENT (b));
  VnusPhrase *phrase;

  if (one == NULL || other == NULL)
    return;

  switch (vnus_date_intersects (one, other))
    {
    case VNUS_TRUTH_CERTAINLY:
      phrase = _vnus_candidate_add (candidate, "same-days", "same.same-days", SAME_DAYS);
      break;

    case VNUS_TRUTH_POSSIBLY:
      phrase = _vnus_candidate_add (candidate, "same-days-perhaps", "same.same-days-perhaps", SAME_DAYS_PERHAPS);
      break;

    case VNUS_TRUTH_NO:
    default:
      phrase = _vnus_candidate_add (candidate, "other-days", "same.other-days", OTHER_DAYS);
      break;
    }

  _vnus_phrase_add_date (phrase, "a", one, VNUS_DATE_STYLE_SHORT);
  _vnus_phrase_add_date (phrase, "b", other, VNUS_DATE_STYLE_SHORT);
}

/* A register that has two rows for them, with no row in common; NULL if there is
 * none. Sources that are no registers may tell of one visit in several places. */
static const char *
find_register (VnusIdentity *self,
               VnusRecord   *a,
               VnusRecord   *b)
{
  const char *found = NULL;

  for (guint i = 0; i < vnus_record_get_n_citations (a); i++)
    for (guint j = 0; j < vnus_record_get_n_citations (b); j++)
      {
        VnusCitation *one = vnus_record_get_citation (a, i), *other = vnus_record_get_citation (b, j);
        const char *id = vnus_citation_get_source (one);
        VnusRecord *source = vnus_chronicle_lookup (self->snapshot, id);

        if (!g_str_equal (id, vnus_citation_get_source (other)) || source == NULL || !VNUS_IS_SOURCE (source) ||
            vnus_source_get_source_type (VNUS_SOURCE (source)) != VNUS_SOURCE_TYPE_REGISTER ||
            vnus_citation_get_locator (one) == NULL || vnus_citation_get_locator (other) == NULL)
          continue;
        if (g_str_equal (vnus_citation_get_locator (one), vnus_citation_get_locator (other)))
          return NULL;
        found = id;
      }

  return found;
}

static void
weigh_rows (VnusIdentity  *self,
            VnusCandidate *candidate,
            VnusRecord    *a,
            VnusRecord    *b)
{
  const char *source = find_register (self, a, b);

  if (source != NULL)
    _vnus_phrase_add_record (_vnus_candidate_add (candidate, "other-rows", "same.other-rows", OTHER_ROWS), "source", source);
}

void
_vnus_identity_weigh_visits (VnusIdentity  *self,
                             VnusCandidate *candidate,
                             VnusRecord    *a,
                             VnusRecord    *b)
{
  weigh_guests (candidate, a, b);
  weigh_hosts (candidate, a, b);
  weigh_days (candidate, a, b);
  weigh_rows (self, candidate, a, b);
}
