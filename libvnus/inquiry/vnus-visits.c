/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: visits as the rules on firsts and ranks see them. */
#include "inquiry/vnus-visits-private.h"

#include "chronicle/vnus-chronicle-private.h"

VnusComing *
_vnus_coming_new (VnusAsk    *ask,
                  VnusVisit  *visit,
                  const char *person)
{
  VnusComing *self = g_new0 (VnusComing, 1);

  self->visit = visit;
  self->person = person;
  self->time = _vnus_time_of (ask->view, VNUS_RECORD (visit));
  self->bounds = _vnus_time_get_bounds (self->time);
  self->differ = _vnus_time_get_n (self->time) > 1;
  self->counts = _vnus_event_is_held (ask, VNUS_EVENT (visit), &self->reasons);

  return self;
}

void
_vnus_coming_free (VnusComing *self)
{
  _vnus_time_unref (self->time);
  g_free (self);
}

static int
compare_comings (gconstpointer a,
                 gconstpointer b)
{
  const VnusComing *coming_a = *(VnusComing *const *) a, *coming_b = *(VnusComing *const *) b;
  VnusDate *date_a = _vnus_time_get (coming_a->time), *date_b = _vnus_time_get (coming_b->time);

  if (date_a != NULL && date_b != NULL)
    return vnus_date_compare (date_a, date_b);

  return (date_b != NULL) - (date_a != NULL);
}

static gboolean
is_at_host (VnusAsk    *ask,
            VnusVisit  *visit,
            const char *host)
{
  const char *its_host = vnus_visit_get_host (visit);

  return its_host != NULL && !_vnus_visit_is_left_out (visit) &&
         g_strcmp0 (_vnus_body_root (ask->view, its_host), _vnus_body_root (ask->view, host)) == 0;
}

static gboolean
is_resident (VnusAsk         *ask,
             VnusParticipant *participant)
{
  VnusOffice *office = _vnus_lookup_office (ask->view, vnus_participant_get_capacity (participant));

  return office != NULL && vnus_office_get_rank (office) == VNUS_RANK_AMBASSADOR;
}

static gboolean
came_along (VnusAsk    *ask,
            VnusVisit  *visit,
            const char *person)
{
  VnusEvent *event = VNUS_EVENT (visit);

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);
      VnusRole role = vnus_participant_get_role (participant);

      if (g_strcmp0 (vnus_participant_get_actor (participant), person) != 0)
        continue;
      if (role == VNUS_ROLE_GUEST || role == VNUS_ROLE_HEAD)
        return TRUE;
      if (role == VNUS_ROLE_MEMBER && !is_resident (ask, participant))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
_vnus_list_visits_of_person (VnusAsk    *ask,
                             const char *person,
                             const char *host)
{
  GPtrArray *comings = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_coming_free);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, person);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_VISIT (record) && is_at_host (ask, VNUS_VISIT (record), host) &&
          came_along (ask, VNUS_VISIT (record), person))
        g_ptr_array_add (comings, _vnus_coming_new (ask, VNUS_VISIT (record), person));
    }
  g_ptr_array_sort (comings, compare_comings);

  return comings;
}

/* --- By office --- */

/* Without a recorded capacity: whether the tenures say that it was held. */
static void
weigh_tenures (VnusComing *coming,
               GPtrArray  *terms)
{
  VnusTruth held = _vnus_terms_hold (terms, coming->person, coming->bounds.earliest_start, coming->bounds.latest_start,
                                     &coming->reasons);

  coming->counts = vnus_truth_and (coming->counts, held);
}

static void
add_visit (VnusAsk    *ask,
           GPtrArray  *comings,
           VnusVisit  *visit,
           const char *office,
           GPtrArray  *terms)
{
  VnusParticipant *guest = _vnus_visit_get_guest (visit);
  const char *capacity = guest != NULL ? vnus_participant_get_capacity (guest) : NULL;
  g_autoptr (VnusComing) coming = NULL;

  if (guest == NULL || vnus_participant_get_actor (guest) == NULL || (capacity != NULL && !g_str_equal (capacity, office)))
    return;

  coming = _vnus_coming_new (ask, visit, vnus_participant_get_actor (guest));
  if (capacity == NULL)
    weigh_tenures (coming, terms);
  if (coming->counts != VNUS_TRUTH_NO)
    g_ptr_array_add (comings, g_steal_pointer (&coming));
}

static void
add_visits_of (VnusAsk    *ask,
               GPtrArray  *comings,
               GHashTable *seen,
               const char *id,
               const char *office,
               const char *host,
               GPtrArray  *terms)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_VISIT (record) && is_at_host (ask, VNUS_VISIT (record), host) && g_hash_table_add (seen, record))
        add_visit (ask, comings, VNUS_VISIT (record), office, terms);
    }
}

GPtrArray *
_vnus_list_visits_of_office (VnusAsk    *ask,
                             const char *office,
                             const char *host)
{
  GPtrArray *comings = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_coming_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) terms = _vnus_list_terms (ask->view, NULL, office);

  add_visits_of (ask, comings, seen, office, office, host, terms);
  for (guint i = 0; i < terms->len; i++)
    add_visits_of (ask, comings, seen, ((VnusTerm *) g_ptr_array_index (terms, i))->person, office, host, terms);
  g_ptr_array_sort (comings, compare_comings);

  return comings;
}

const char *
_vnus_visit_get_office (VnusAsk         *ask,
                        VnusVisit       *visit,
                        VnusParticipant *guest)
{
  const char *person = vnus_participant_get_actor (guest);
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (VnusComing) coming = NULL;

  if (vnus_participant_get_capacity (guest) != NULL || person == NULL)
    return vnus_participant_get_capacity (guest);

  terms = _vnus_list_terms (ask->view, person, NULL);
  coming = _vnus_coming_new (ask, visit, person);
  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, (gpointer) term);
      if (_vnus_terms_hold (alone, person, coming->bounds.earliest_start, coming->bounds.latest_start, NULL) ==
          VNUS_TRUTH_CERTAINLY)
        return term->office;
    }

  return NULL;
}

/* --- Comparing --- */

VnusTruth
_vnus_coming_is_before (const VnusComing *coming,
                        const VnusComing *other)
{
  if (coming->bounds.latest_start < other->bounds.earliest_start)
    return VNUS_TRUTH_CERTAINLY;
  if (coming->bounds.earliest_start >= other->bounds.latest_start)
    return VNUS_TRUTH_NO;

  return VNUS_TRUTH_POSSIBLY;
}

VnusTruth
_vnus_coming_is_since (const VnusComing *coming,
                       int               earliest,
                       int               latest)
{
  if (coming->bounds.earliest_start >= latest)
    return VNUS_TRUTH_CERTAINLY;
  if (coming->bounds.latest_start < earliest)
    return VNUS_TRUTH_NO;

  return VNUS_TRUTH_POSSIBLY;
}

VnusReasons
_vnus_coming_doubt (const VnusComing *coming,
                    VnusTruth         truth)
{
  VnusReasons reasons = VNUS_REASONS_NONE;

  if (coming->counts == VNUS_TRUTH_POSSIBLY)
    reasons |= coming->reasons;
  if (coming->time->known != VNUS_TRUTH_CERTAINLY)
    reasons |= VNUS_REASONS_KNOWN_VAGUELY;
  if (truth == VNUS_TRUTH_POSSIBLY)
    reasons |= coming->differ ? VNUS_REASONS_SOURCES_DIFFER : VNUS_REASONS_DATE_VAGUE;

  return reasons;
}

char *
_vnus_visits_scope (const char *host,
                    const char *office,
                    const char *person)
{
  GString *scope = g_string_new ("kind:visit");

  g_string_append_printf (scope, " host:%s", host);
  if (office != NULL)
    g_string_append_printf (scope, " capacity:%s", office);
  if (person != NULL)
    g_string_append_printf (scope, " role:guest:%s", person);

  return g_string_free (scope, FALSE);
}

VnusPhrase *
_vnus_coming_step (const VnusComing *coming)
{
  return _vnus_time_step (coming->time, vnus_record_get_id (VNUS_RECORD (coming->visit)));
}
