/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: visits with the columns of the COLT data set, one visit of one guest a
 * row. A column says what is recorded and is empty otherwise: what nobody wrote
 * down is no “No”. */
#include "io/export-private.h"

#include <string.h>

#include <vnus/vnus-office.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-visit.h>

#include "base/vnus-country-private.h"
#include "io/csv-writer-private.h"

#define MAX_LINKS 33

typedef struct
{
  VnusChronicle   *chronicle;
  VnusVisit       *visit;
  VnusRecord      *record;     /* the same */
  VnusParticipant *guest;
  VnusPerson      *person;     /* (nullable) */
  VnusOffice      *office;     /* (nullable) in which the guest came */
  const char      *state;      /* of the guest (nullable) */
  VnusExportDay    first, last;
  VnusCitation    *source;     /* of the data set itself (nullable) */
  gboolean         is_further; /* another guest of the visit has a row already */
} Trip;

typedef void (*Column) (const Trip *trip, GString *cell);

static void
put_label (const Trip *trip,
           GString    *cell,
           const char *id)
{
  if (id != NULL)
    g_string_append_printf (cell, "%s%s", cell->len > 0 ? "; " : "", _vnus_export_label (trip->chronicle, id, "en"));
}

static void
put_state_code (GString    *cell,
                const char *state)
{
  const char *code = state != NULL ? _vnus_country_alpha3 (state) : NULL;
  g_autofree char *as_it_is = state != NULL ? g_ascii_strup (state, -1) : NULL;

  if (code != NULL || (as_it_is != NULL && strlen (as_it_is) == 3))
    g_string_append (cell, code != NULL ? code : as_it_is);
}

static void
put_day (GString             *cell,
         const VnusExportDay *day)
{
  if (day->day > 0)
    g_string_append_printf (cell, "%04d-%02d-%02d", day->year, day->month, day->day);
}

/* One leader’s: where several came together, the others than the first are told
 * apart by their ids. */
static void
trip_id (const Trip *trip,
         GString    *cell)
{
  const char *locator = trip->source != NULL ? vnus_citation_get_locator (trip->source) : NULL;

  g_string_append (cell, locator != NULL ? locator : vnus_record_get_id (trip->record));
  if (trip->is_further)
    g_string_append_printf (cell, "-%s", vnus_participant_get_actor (trip->guest));
}

static void
leader_id (const Trip *trip,
           GString    *cell)
{
  for (guint i = 0; trip->person != NULL && i < vnus_record_get_n_same_as (VNUS_RECORD (trip->person)); i++)
    {
      const char *same_as = vnus_record_get_same_as (VNUS_RECORD (trip->person), i);

      if (g_str_has_prefix (same_as, "colt:"))
        g_string_append (cell, same_as + strlen ("colt:"));
    }
}

static void
leader_country (const Trip *trip,
                GString    *cell)
{
  put_label (trip, cell, trip->state);
}

static void
leader_country_iso (const Trip *trip,
                    GString    *cell)
{
  put_state_code (cell, trip->state);
}

/* A head of state may also head the government, which a rank does not tell. */
static void
leader_role (const Trip *trip,
             GString    *cell)
{
  VnusRank rank = trip->office != NULL ? vnus_office_get_rank (trip->office) : VNUS_RANK_UNSET;

  if (rank == VNUS_RANK_HEAD_OF_GOVERNMENT)
    g_string_append_c (cell, 'G');
  else if (rank == VNUS_RANK_FOREIGN_MINISTER)
    g_string_append_c (cell, 'F');
}

static void
leader_title (const Trip *trip,
              GString    *cell)
{
  VnusText *note = vnus_participant_get_note (trip->guest);

  if (trip->office != NULL)
    put_label (trip, cell, vnus_participant_get_capacity (trip->guest));
  else if (note != NULL)
    g_string_append (cell, vnus_text_get_best (note, "en"));
}

static void
leader_surname (const Trip *trip,
                GString    *cell)
{
  const char *name = trip->person != NULL ? vnus_person_get_family_name (trip->person) : NULL;

  g_string_append (cell, name != NULL ? name : "");
}

static void
leader_full_name (const Trip *trip,
                  GString    *cell)
{
  put_label (trip, cell, vnus_participant_get_actor (trip->guest));
}

static void
country_visited (const Trip *trip,
                 GString    *cell)
{
  put_label (trip, cell, vnus_visit_get_host (trip->visit));
}

static void
country_visited_iso (const Trip *trip,
                     GString    *cell)
{
  put_state_code (cell, vnus_visit_get_host (trip->visit));
}

static void
city_visited (const Trip *trip,
              GString    *cell)
{
  for (guint i = 0; i < vnus_event_get_n_places (VNUS_EVENT (trip->visit)); i++)
    put_label (trip, cell, vnus_event_get_place (VNUS_EVENT (trip->visit), i));
}

static void
trip_year (const Trip *trip,
           GString    *cell)
{
  g_string_append_printf (cell, "%d", trip->first.year);
}

static void
trip_start (const Trip *trip,
            GString    *cell)
{
  put_day (cell, &trip->first);
}

static void
trip_end (const Trip *trip,
          GString    *cell)
{
  put_day (cell, &trip->last);
}

static void
trip_duration (const Trip *trip,
               GString    *cell)
{
  GDate first, last;

  if (trip->first.day == 0 || trip->last.day == 0)
    return;
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, (GDateDay) trip->first.day, (GDateMonth) trip->first.month, (GDateYear) trip->first.year);
  g_date_set_dmy (&last, (GDateDay) trip->last.day, (GDateMonth) trip->last.month, (GDateYear) trip->last.year);
  g_string_append_printf (cell, "%d", g_date_days_between (&first, &last) + 1);
}

/* Who met the guest and heads the host's state or government. */
static void
host_name (const Trip *trip,
           GString    *cell)
{
  VnusEvent *event = VNUS_EVENT (trip->visit);

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);
      const char *capacity = vnus_participant_get_capacity (participant);
      VnusRole role = vnus_participant_get_role (participant);
      VnusRecord *office = capacity != NULL ? vnus_chronicle_lookup (trip->chronicle, capacity) : NULL;

      if ((role == VNUS_ROLE_HOST || role == VNUS_ROLE_COUNTERPART || role == VNUS_ROLE_INTERLOCUTOR) &&
          office != NULL && VNUS_IS_OFFICE (office) &&
          g_strcmp0 (vnus_office_get_of (VNUS_OFFICE (office)), vnus_visit_get_host (trip->visit)) == 0 &&
          (vnus_office_get_rank (VNUS_OFFICE (office)) == VNUS_RANK_HEAD_OF_STATE ||
           vnus_office_get_rank (VNUS_OFFICE (office)) == VNUS_RANK_HEAD_OF_GOVERNMENT))
        put_label (trip, cell, vnus_participant_get_actor (participant));
    }
}

static void
met_host (const Trip *trip,
          GString    *cell)
{
  g_autoptr (GString) names = g_string_new (NULL);

  host_name (trip, names);
  if (names->len > 0)
    g_string_append (cell, "Yes");
}

static void
put_purpose (const Trip  *trip,
             GString     *cell,
             VnusPurpose  purpose)
{
  for (guint i = 0; i < vnus_visit_get_n_purposes (trip->visit); i++)
    if (vnus_visit_get_purpose (trip->visit, i) == purpose)
      g_string_assign (cell, "Yes");
}

static void
attended_multilateral (const Trip *trip,
                       GString    *cell)
{
  put_purpose (trip, cell, VNUS_PURPOSE_MULTILATERAL_EVENT);
}

static void
ceremony (const Trip *trip,
          GString    *cell)
{
  put_purpose (trip, cell, VNUS_PURPOSE_CEREMONY);
}

static void
notes (const Trip *trip,
       GString    *cell)
{
  VnusText *note = vnus_record_get_note (trip->record);

  if (note != NULL)
    g_string_append (cell, vnus_text_get_best (note, "en"));
}

/* In the order of the data set. Columns without a function say what no record
 * does, and stay empty. */
static const struct
{
  const char *name;
  Column put;
} columns[] = {
  { "TripID", trip_id },
  { "LeaderID", leader_id },
  { "LeaderCountryOrIGO", leader_country },
  { "LeaderCountryISO", leader_country_iso },
  { "LeaderRegion", NULL },
  { "LeaderSubregion", NULL },
  { "PriorityLeader", NULL },
  { "LeaderRole", leader_role },
  { "LeaderTitle", leader_title },
  { "LeaderSurname", leader_surname },
  { "LeaderFullName", leader_full_name },
  { "CountryVisited", country_visited },
  { "CountryVisitedISO", country_visited_iso },
  { "RegionVisited", NULL },
  { "SubRegionVisited", NULL },
  { "DisputedTerritory", NULL },
  { "SemiAutoTerritory", NULL },
  { "CityVisited", city_visited },
  { "TripYear", trip_year },
  { "TripStartDate", trip_start },
  { "TripEndDate", trip_end },
  { "TripDuration", trip_duration },
  { "MetHostHoGS", met_host },
  { "HostHOGSName", host_name },
  { "AttendedMultilatEvent", attended_multilateral },
  { "AttendedMultilatMinisterialEvent", NULL },
  { "NameMultilatEvent", NULL },
  { "MetNonhostHOGS", NULL },
  { "NonhostHOGSNames", NULL },
  { "PublicAddress", NULL },
  { "SignedAgreement", NULL },
  { "CulturalSiteOrCeremony", ceremony },
  { "BusinessLeaderOrForum", NULL },
  { "MetIGOLeader", NULL },
  { "IGOLeaderName", NULL },
  { "Confidence(1-5)", NULL },
  { "Notes", notes },
};

static void
put_head (VnusCsvWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    _vnus_csv_writer_put (writer, columns[i].name);
  for (guint i = 1; i <= MAX_LINKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("SourceLink%u", i);

      _vnus_csv_writer_put (writer, name);
    }
  _vnus_csv_writer_end_row (writer);
}

/* The addresses of the sources that the visit cites, each once. */
static void
put_links (const Trip    *trip,
           VnusCsvWriter *writer)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i < vnus_record_get_n_citations (trip->record); i++)
    {
      const char *id = vnus_citation_get_source (vnus_record_get_citation (trip->record, i));
      VnusRecord *source = vnus_chronicle_lookup (trip->chronicle, id);
      const char *url = source != NULL && VNUS_IS_SOURCE (source) ? vnus_source_get_url (VNUS_SOURCE (source)) : NULL;

      if (url != NULL && !g_ptr_array_find_with_equal_func (links, url, g_str_equal, NULL))
        g_ptr_array_add (links, (gpointer) url);
    }

  for (guint i = 0; i < MAX_LINKS; i++)
    _vnus_csv_writer_put (writer, i < links->len ? g_ptr_array_index (links, i) : NULL);
}

static void
put_trip (const Trip    *trip,
          VnusCsvWriter *writer)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_string_truncate (cell, 0);
      if (columns[i].put != NULL)
        columns[i].put (trip, cell);
      _vnus_csv_writer_put (writer, cell->str);
    }
  put_links (trip, writer);
  _vnus_csv_writer_end_row (writer);
}

static void
describe_guest (Trip            *trip,
                VnusParticipant *guest)
{
  const char *actor = vnus_participant_get_actor (guest);
  const char *capacity = vnus_participant_get_capacity (guest);
  VnusRecord *person = actor != NULL ? vnus_chronicle_lookup (trip->chronicle, actor) : NULL;
  VnusRecord *office = capacity != NULL ? vnus_chronicle_lookup (trip->chronicle, capacity) : NULL;

  trip->guest = guest;
  trip->person = person != NULL && VNUS_IS_PERSON (person) ? VNUS_PERSON (person) : NULL;
  trip->office = office != NULL && VNUS_IS_OFFICE (office) ? VNUS_OFFICE (office) : NULL;
  trip->state = vnus_participant_get_side (guest);
  if (trip->state == NULL && trip->person != NULL)
    trip->state = vnus_person_get_of (trip->person);
  if (trip->state == NULL && trip->office != NULL)
    trip->state = vnus_office_get_of (trip->office);
}

static void
find_source (Trip *trip)
{
  for (guint i = 0; i < vnus_record_get_n_citations (trip->record); i++)
    if (g_str_equal (vnus_citation_get_source (vnus_record_get_citation (trip->record, i)), "colt"))
      trip->source = vnus_record_get_citation (trip->record, i);
}

/* FALSE if the data set has no such trip: it was not held, its year is not known,
 * or no guest is named. */
static gboolean
put_visit (VnusChronicle *chronicle,
           VnusVisit     *visit,
           VnusCsvWriter *writer)
{
  VnusEvent *event = VNUS_EVENT (visit);
  VnusDate *when = vnus_event_get_when (event);
  Trip trip = { .chronicle = chronicle, .visit = visit, .record = VNUS_RECORD (visit) };
  gboolean has_end;

  if (vnus_event_get_status (event) != VNUS_STATUS_HELD || when == NULL ||
      !_vnus_export_bounds (when, &trip.first, &trip.last, &has_end))
    return FALSE;

  find_source (&trip);
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_role (participant) != VNUS_ROLE_GUEST || vnus_participant_get_actor (participant) == NULL)
        continue;
      describe_guest (&trip, participant);
      put_trip (&trip, writer);
      trip.is_further = TRUE;
    }

  return trip.is_further;
}

GBytes *
_vnus_export_colt (VnusChronicle *chronicle,
                   guint         *n_left_out)
{
  VnusCsvWriter writer;

  *n_left_out = 0;
  _vnus_csv_writer_init (&writer, 0);
  put_head (&writer);
  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_VISIT); i++)
    if (!put_visit (chronicle, VNUS_VISIT (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_VISIT, i)), &writer))
      (*n_left_out)++;

  return _vnus_csv_writer_end (&writer);
}
