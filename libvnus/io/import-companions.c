/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: those who came along on the travels of a president.
 *
 * A president’s visit and that of the secretary may be of files that are read one after
 * the other, in any order: what the chronicle has of the one is joined with what is read
 * of the other.
 */
#include "io/import-travels-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>

char *
_vnus_travels_dup_key (VnusRecord *person)
{
  const char *family = vnus_person_get_family_name (VNUS_PERSON (person));

  return family != NULL ? vnus_fold_to_id (family) : g_strdup (vnus_record_get_id (person));
}

gboolean
_vnus_travels_is_dated (const VnusStay *stay)
{
  return stay->visit != NULL && stay->start != VNUS_DAY_MIN && stay->end != VNUS_DAY_MAX;
}


/* A visit of a president, of this import or of the chronicle. */
typedef struct
{
  int         start, end;
  char       *key;
  const char *host;
  const char *id;
  VnusVisit  *visit; /* borrowed; NULL if it is the chronicle’s */
} Presidential;

static void
presidential_clear (gpointer data)
{
  g_free (((Presidential *) data)->key);
}

static gboolean
is_of_register (VnusRecord *record)
{
  return vnus_record_get_n_citations (record) > 0 &&
         g_str_equal (vnus_citation_get_source (vnus_record_get_citation (record, 0)), VNUS_TRAVELS_SOURCE);
}

/* The first guest of a visit that the chronicle has of a row which is not read this
 * time, if a person came in an office, and its days are known. */
static VnusParticipant *
find_guest (VnusImport *import,
            VnusRecord *record,
            const char *office)
{
  VnusEvent *event = VNUS_EVENT (record);
  VnusParticipant *guest = vnus_event_get_n_participants (event) > 0 ? vnus_event_get_participant (event, 0) : NULL;
  VnusDate *when = vnus_event_get_when (event);

  if (guest == NULL || when == NULL || vnus_date_get_earliest_start (when) == VNUS_DAY_MIN ||
      vnus_date_get_latest_end (when) == VNUS_DAY_MAX || vnus_participant_get_actor (guest) == NULL ||
      (office != NULL ? g_strcmp0 (vnus_participant_get_capacity (guest), office) != 0
                      : vnus_participant_get_capacity (guest) == NULL))
    return NULL;

  return is_of_register (record) && _vnus_import_lookup_made (import, vnus_record_get_id (record)) == NULL ? guest : NULL;
}

static void
list_known_presidents (VnusImport *import,
                       GArray     *presidents)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  guint n = into != NULL ? vnus_chronicle_get_n_of_kind (into, VNUS_KIND_VISIT) : 0;

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (into, VNUS_KIND_VISIT, i);
      VnusParticipant *guest = find_guest (import, record, VNUS_TRAVELS_PRESIDENT);
      VnusRecord *person = guest != NULL ? vnus_chronicle_lookup (into, vnus_participant_get_actor (guest)) : NULL;
      VnusDate *when = vnus_event_get_when (VNUS_EVENT (record));

      if (person != NULL && VNUS_IS_PERSON (person))
        {
          const Presidential visit = { vnus_date_get_earliest_start (when), vnus_date_get_latest_end (when), _vnus_travels_dup_key (person),
                                       vnus_visit_get_host (VNUS_VISIT (record)), vnus_record_get_id (record), NULL };

          g_array_append_val (presidents, visit);
        }
    }
}

static GArray *
list_presidents (VnusStays *stays)
{
  GArray *presidents = g_array_new (FALSE, FALSE, sizeof (Presidential));

  g_array_set_clear_func (presidents, presidential_clear);
  for (guint i = 0; i < stays->stays->len; i++)
    {
      const VnusStay *stay = g_ptr_array_index (stays->stays, i);

      if (_vnus_travels_is_dated (stay) && g_strcmp0 (stay->office, VNUS_TRAVELS_PRESIDENT) == 0)
        {
          const Presidential visit = { stay->start, stay->end, g_strdup (stay->key), stay->host,
                                       vnus_record_get_id (VNUS_RECORD (stay->visit)), stay->visit };

          g_array_append_val (presidents, visit);
        }
    }

  return presidents;
}

/* How many days both were there. */
static int
count_common (const Presidential *visit,
              const VnusStay     *companion)
{
  return MIN (visit->end, companion->end) - MAX (visit->start, companion->start) + 1;
}

static gboolean
is_nearer (const Presidential *visit,
           const Presidential *than,
           const VnusStay     *companion)
{
  const int n = count_common (visit, companion), n_other = count_common (than, companion);

  if (n != n_other)
    return n > n_other;

  return visit->start != than->start ? visit->start < than->start : strcmp (visit->id, than->id) < 0;
}

/* The visit of the president of that surname to the same state at that time; of several
 * that of which most days are common. */
static const Presidential *
find_president (GArray         *presidents,
                const VnusStay *companion)
{
  g_autofree char *key = vnus_fold_to_id (companion->remarks.companion);
  const Presidential *found = NULL;

  for (guint i = 0; key != NULL && i < presidents->len; i++)
    {
      const Presidential *visit = &g_array_index (presidents, Presidential, i);

      if (count_common (visit, companion) > 0 && g_str_equal (visit->key, key) &&
          g_strcmp0 (visit->host, companion->host) == 0 && (visit->visit == NULL || visit->visit != companion->visit) &&
          (found == NULL || is_nearer (visit, found, companion)))
        found = visit;
    }

  return found;
}

static gboolean
is_part_of (VnusVisit  *visit,
            const char *whole)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (VNUS_EVENT (visit)); i++)
    if (g_str_equal (vnus_event_get_whole (VNUS_EVENT (visit), i), whole))
      return TRUE;

  return FALSE;
}

static void
join_president (VnusImport         *import,
                const VnusStay     *companion,
                const Presidential *president)
{
  g_autoptr (VnusParticipant) person = vnus_participant_new (companion->guest, VNUS_ROLE_MEMBER);
  g_autoptr (VnusParticipant) member = vnus_participant_with_capacity (person, companion->office);
  g_autofree char *path = g_strconcat ("participants/", companion->guest, NULL);
  VnusRecord *record = _vnus_import_lookup (import, president->id);

  if (!is_part_of (companion->visit, president->id))
    vnus_event_add_whole (VNUS_EVENT (companion->visit), president->id);
  if (_vnus_people_take_part (VNUS_EVENT (record), companion->guest))
    return;
  if (president->visit == NULL)
    record = _vnus_import_copy (import, record);
  vnus_event_add_participant (VNUS_EVENT (record), member);
  _vnus_import_cite (record, VNUS_TRAVELS_SOURCE, companion->locator, companion->known, path, NULL, NULL);
}

/* Whether all whom the remarks name are among the participants of the visit, so that
 * nothing of them is left to be told by a note. */
static gboolean
is_all_told (const VnusRemarks *remarks,
             VnusEvent         *visit)
{
  guint n_named = 0, n_there = 0;

  for (guint i = 0; i < remarks->met->len; i++)
    {
      g_autoptr (GArray) people = _vnus_people_parse_met (g_ptr_array_index (remarks->met, i));

      if (people == NULL)
        return FALSE;
      n_named += people->len;
    }
  for (guint i = 0; i < vnus_event_get_n_participants (visit); i++)
    n_there += vnus_participant_get_role (vnus_event_get_participant (visit, i)) == VNUS_ROLE_COUNTERPART;

  return !remarks->is_left && n_there >= n_named;
}

/* A visit of the chronicle that tells in a note whom its guest accompanied: a president
 * whose visit is of this import. */
static void
join_known_companion (VnusImport *import,
                      GArray     *presidents,
                      VnusRecord *record)
{
  const char *text = vnus_text_get_best (vnus_record_get_note (record), "en");
  VnusParticipant *guest = find_guest (import, record, NULL);
  VnusCitation *citation = vnus_record_get_citation (record, 0);
  const Presidential *president;
  VnusStay stay = { NULL };

  _vnus_remarks_read (&stay.remarks, text);
  stay.start = vnus_date_get_earliest_start (vnus_event_get_when (VNUS_EVENT (record)));
  stay.end = vnus_date_get_latest_end (vnus_event_get_when (VNUS_EVENT (record)));
  stay.guest = vnus_participant_get_actor (guest);
  stay.office = vnus_participant_get_capacity (guest);
  stay.host = vnus_visit_get_host (VNUS_VISIT (record));
  stay.locator = (char *) vnus_citation_get_locator (citation);
  stay.known = vnus_citation_get_known (citation);
  president = stay.remarks.companion != NULL ? find_president (presidents, &stay) : NULL;
  if (president != NULL && !is_part_of (VNUS_VISIT (record), president->id))
    {
      stay.visit = VNUS_VISIT (_vnus_import_copy (import, record));
      join_president (import, &stay, president);
      if (is_all_told (&stay.remarks, VNUS_EVENT (record)))
        vnus_record_set_note (VNUS_RECORD (stay.visit), NULL);
    }
  _vnus_remarks_clear (&stay.remarks);
}

/* As stays are made: the latest first. */
static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  VnusRecord *visit_a = *(VnusRecord *const *) a, *visit_b = *(VnusRecord *const *) b;
  VnusDate *when_a = vnus_event_get_when (VNUS_EVENT (visit_a)), *when_b = vnus_event_get_when (VNUS_EVENT (visit_b));
  const int start_a = vnus_date_get_earliest_start (when_a), start_b = vnus_date_get_earliest_start (when_b);
  const int end_a = vnus_date_get_latest_end (when_a), end_b = vnus_date_get_latest_end (when_b);

  if (start_a != start_b)
    return start_a > start_b ? -1 : 1;
  if (end_a != end_b)
    return end_a > end_b ? -1 : 1;

  return g_strcmp0 (vnus_citation_get_locator (vnus_record_get_citation (visit_a, 0)),
                    vnus_citation_get_locator (vnus_record_get_citation (visit_b, 0)));
}

static gboolean
may_accompany (VnusImport *import,
               VnusRecord *record)
{
  VnusText *note = vnus_record_get_note (record);

  return note != NULL && strstr (vnus_text_get_best (note, "en"), "ccompanied President") != NULL &&
         find_guest (import, record, NULL) != NULL;
}

static void
join_known_companions (VnusImport *import,
                       GArray     *presidents)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  guint n = into != NULL && presidents->len > 0 ? vnus_chronicle_get_n_of_kind (into, VNUS_KIND_VISIT) : 0;
  g_autoptr (GPtrArray) companions = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (into, VNUS_KIND_VISIT, i);

      if (may_accompany (import, record))
        g_ptr_array_add (companions, record);
    }
  g_ptr_array_sort (companions, compare_visits);
  for (guint i = 0; i < companions->len; i++)
    join_known_companion (import, presidents, g_ptr_array_index (companions, i));
}

/* Where the president’s visit is not known, the text stays. */
void
_vnus_travels_join_companions (VnusImport *import,
                               VnusStays  *stays)
{
  g_autoptr (GArray) presidents = list_presidents (stays);

  join_known_companions (import, presidents);
  list_known_presidents (import, presidents);
  for (guint i = 0; i < stays->stays->len; i++)
    {
      VnusStay *stay = g_ptr_array_index (stays->stays, i);
      const Presidential *president = stay->remarks.companion != NULL && _vnus_travels_is_dated (stay) && stay->office != NULL
                                        ? find_president (presidents, stay)
                                        : NULL;

      if (president != NULL)
        join_president (import, stay, president);
      else if (stay->remarks.companion != NULL && stay->visit != NULL && !stay->remarks.is_left)
        {
          g_autoptr (VnusText) note = vnus_text_new ("en", stay->text);

          vnus_record_set_note (VNUS_RECORD (stay->visit), note);
          _vnus_import_count_note (import);
        }
    }
}
