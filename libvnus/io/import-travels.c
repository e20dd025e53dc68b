/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of travels abroad of presidents and secretaries of state.
 *
 * A row is one stay in one country: a visit. Stays of which the next begins at
 * the latest on the day after the last are legs of one journey. A secretary who
 * accompanied the president has a visit of his own, as a part of the president’s,
 * in which he is a member. A file is that of one traveller, and complete for the
 * terms of the office, as far as the register goes.
 */
#include "io/import-travels-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-journey.h>
#include <vnus/vnus-person.h>

#define SOURCE VNUS_TRAVELS_SOURCE

/* The travellers of the register. */
static const struct
{
  const char *role;
  const char *office;
  const char *ending; /* of the id of the office, by which titles go */
} travellers[] = {
  { "president", VNUS_TRAVELS_PRESIDENT, "president" },
  { "secretary", "us-secretary-of-state", "secretary-of-state" },
};

/* One traveller’s file. */
typedef struct
{
  char       *who;
  const char *person; /* id, borrowed */
  const char *office;
  gboolean    is_whole;
} Traveller;

typedef struct
{
  VnusStays *stays;
  GArray    *travellers; /* (element-type Traveller) */
} State;

static void
traveller_clear (gpointer data)
{
  g_free (((Traveller *) data)->who);
}

static gpointer
begin (VnusImport *import)
{
  State *state = g_new0 (State, 1);

  state->stays = _vnus_stays_new (SOURCE);
  state->travellers = g_array_new (FALSE, FALSE, sizeof (Traveller));
  g_array_set_clear_func (state->travellers, traveller_clear);

  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  _vnus_stays_free (state->stays);
  g_array_unref (state->travellers);
  g_free (state);
}

/* Rows */

static int
find_traveller (const char *role)
{
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (travellers); i++)
    if (g_str_equal (travellers[i].role, role))
      return (int) i;

  return -1;
}

/* The office in which the traveller came: to be, where the remarks say so. */
static const char *
take_office (VnusImport       *import,
             VnusStay         *stay,
             int               traveller,
             const VnusOrigin *origin)
{
  static const VnusTitle president = { "President", "president", VNUS_RANK_HEAD_OF_STATE, TRUE };
  const VnusPrintedTitle elect = { &president, TRUE, NULL };

  if (traveller < 0)
    return NULL;
  if (stay->remarks.is_elect)
    return _vnus_title_office (import, &elect, "us", origin);

  return _vnus_historian_take (import, VNUS_KIND_OFFICE, travellers[traveller].office, origin) != NULL
           ? travellers[traveller].office
           : NULL;
}

static void
add_guest (VnusStay   *stay,
           const char *office)
{
  VnusParticipant *guest = vnus_participant_new (stay->guest, VNUS_ROLE_GUEST);

  if (office != NULL)
    {
      VnusParticipant *titled = vnus_participant_with_capacity (guest, office);

      vnus_participant_unref (guest);
      guest = titled;
    }
  g_ptr_array_add (stay->guests, guest);
}

static gboolean
fill_stay (gpointer    data,
           VnusImport *import,
           VnusStay   *stay,
           xmlNode    *node)
{
  State *state = data;
  g_autofree char *who = _vnus_xml_dup_attribute (node, "who");
  g_autofree char *role_of_row = _vnus_xml_dup_attribute (node, "role");
  g_autofree char *role = role_of_row != NULL ? g_steal_pointer (&role_of_row) : _vnus_xml_dup_child (node, "role");
  g_autofree char *name = _vnus_xml_dup_child (node, "name");
  g_autofree char *slug = _vnus_xml_dup_attribute (_vnus_xml_child (node, "country"), "id");
  int traveller = find_traveller (role);
  const VnusOrigin origin = _vnus_stay_origin (state->stays, stay);
  Traveller *file = &g_array_index (state->travellers, Traveller, state->travellers->len - 1);
  VnusRecord *person;

  if (who == NULL || slug == NULL)
    {
      _vnus_import_miss (import, who == NULL ? "who" : "country");
      return FALSE;
    }

  stay->country = _vnus_xml_dup_child (node, "country");
  stay->locale = _vnus_xml_dup_child (node, "locale");
  stay->text = _vnus_xml_dup_child (node, "remarks");
  stay->state = "us";
  stay->guest = _vnus_historian_person (import, who, name, &origin);
  person = stay->guest != NULL ? _vnus_import_lookup_made (import, stay->guest) : NULL;
  if (person == NULL)
    return FALSE;

  if (_vnus_historian_is_no_state (slug))
    stay->locale = stay->locale != NULL ? stay->locale : g_strdup (stay->country);
  else
    stay->host = _vnus_historian_state (import, slug, stay->country, &origin);
  stay->key = _vnus_travels_dup_key (person);
  _vnus_remarks_read (&stay->remarks, stay->text);
  stay->office = take_office (import, stay, traveller, &origin);
  add_guest (stay, stay->office);

  if (file->who == NULL)
    *file = (Traveller) { g_strdup (who), stay->guest, traveller >= 0 ? travellers[traveller].office : NULL, FALSE };
  else if (!g_str_equal (file->who, who))
    file->person = NULL;
  return TRUE;
}

static void
read_file (VnusImport *import,
           gpointer    data,
           GFile      *file,
           const char *name)
{
  State *state = data;
  const Traveller nobody = { NULL };
  gboolean is_whole;

  g_array_append_val (state->travellers, nobody);
  is_whole = _vnus_stays_read (state->stays, import, file, name, "trips", fill_stay, state);
  g_array_index (state->travellers, Traveller, state->travellers->len - 1).is_whole = is_whole;
}

/* Journeys */

static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  const VnusStay *stay_a = *(VnusStay *const *) a, *stay_b = *(VnusStay *const *) b;
  int by_guest = strcmp (stay_a->guest, stay_b->guest);

  if (by_guest != 0)
    return by_guest;
  if (stay_a->start != stay_b->start)
    return stay_a->start < stay_b->start ? -1 : 1;
  if (stay_a->end != stay_b->end)
    return stay_a->end < stay_b->end ? -1 : 1;

  return strcmp (stay_a->locator, stay_b->locator);
}

static void
make_journey (VnusImport *import,
              VnusStays  *stays,
              VnusStay  **legs,
              guint       n_legs,
              int         last)
{
  const VnusOrigin origin = _vnus_stay_origin (stays, legs[0]);
  g_autoptr (VnusDate) first_day = vnus_date_new_day (legs[0]->start);
  g_autoptr (VnusDate) last_day = vnus_date_new_day (last);
  g_autofree char *start = vnus_date_to_string (first_day);
  g_autofree char *stop = vnus_date_to_string (last_day);
  g_autofree char *text = g_strconcat (start, "/", stop, NULL);
  g_autoptr (VnusDate) when = vnus_date_parse (text, NULL);
  g_autofree char *id = g_strdup_printf ("%s-journey-%s", legs[0]->key, start);
  g_autoptr (VnusText) guest = NULL;
  g_autoptr (VnusText) label = NULL;
  VnusRecord *person = _vnus_import_lookup (import, legs[0]->guest);
  VnusRecord *record = _vnus_import_record (import, VNUS_KIND_JOURNEY, id, NULL);
  VnusText *name = vnus_record_get_label (person), *pattern;

  if (record == NULL)
    return;

  if (legs[0]->office != NULL)
    guest = _vnus_title_address (import, "us", legs[0]->office, person);
  else if (name != NULL)
    guest = vnus_text_ref (name);
  pattern = _vnus_import_find_text (import, "journey");
  if (pattern == NULL)
    pattern = _vnus_import_keep_text (import, "journey",
                                      _vnus_import_text ("title.journey", (const VnusTextArg[]) { { "guest", NULL, "\001" } }, 1));
  label = guest != NULL ? _vnus_import_fill_text (pattern, guest) : NULL;
  vnus_record_set_label (record, label);
  vnus_event_set_when (VNUS_EVENT (record), when);
  vnus_event_set_status (VNUS_EVENT (record), VNUS_STATUS_HELD);
  vnus_event_add_participant (VNUS_EVENT (record), g_ptr_array_index (legs[0]->guests, 0));
  for (guint i = 0; i < n_legs; i++)
    vnus_event_add_whole (VNUS_EVENT (legs[i]->visit), id);
  _vnus_historian_cite (record, &origin);
}

static void
make_journeys (VnusImport *import,
               VnusStays  *stays)
{
  g_autoptr (GPtrArray) legs = g_ptr_array_new ();
  guint first = 0;
  int last = VNUS_DAY_MIN;

  for (guint i = 0; i < stays->stays->len; i++)
    if (_vnus_travels_is_dated (g_ptr_array_index (stays->stays, i)))
      g_ptr_array_add (legs, g_ptr_array_index (stays->stays, i));
  g_ptr_array_sort (legs, compare_stays);

  for (guint i = 0; i <= legs->len; i++)
    {
      VnusStay *leg = i < legs->len ? g_ptr_array_index (legs, i) : NULL;
      VnusStay *before = i > first ? g_ptr_array_index (legs, first) : NULL;

      if (before != NULL && leg != NULL && g_str_equal (leg->guest, before->guest) && leg->start <= last + 1)
        {
          last = MAX (last, leg->end);
          continue;
        }
      if (i - first > 1)
        make_journey (import, stays, (VnusStay **) legs->pdata + first, i - first, last);
      first = i;
      last = leg != NULL ? leg->end : last;
    }
}

/* Coverage */

/* Visits to the United States are not travels abroad, whoever of theirs takes part.
 * The register goes as far as its newest row; a file was kept to the end of a term
 * that lies before it, also if nothing happened in its last months. */
static void
declare_terms (VnusImport      *import,
               const Traveller *traveller,
               int              newest)
{
  g_autoptr (GPtrArray) terms = _vnus_historian_list_terms (import, traveller->person, traveller->office);
  g_autofree char *scope = g_strconcat ("kind:visit capacity:", traveller->office, " -host:us", NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      VnusDate *term = g_ptr_array_index (terms, i);
      int from = vnus_date_get_latest_start (term), to = vnus_date_get_earliest_end (term);
      g_autofree char *id = NULL;

      to = to == VNUS_DAY_MIN || to > newest ? newest : to;
      if (from == VNUS_DAY_MIN || from >= to)
        continue;
      id = g_strdup_printf ("%s-%s-%u", SOURCE, traveller->person, i + 1);
      _vnus_coverage_declare (import, id, SOURCE, traveller->who, scope, from, to);
    }
}

static void
finish (VnusImport *import,
        gpointer    data)
{
  State *state = data;

  _vnus_stays_make (state->stays, import);
  make_journeys (import, state->stays);
  _vnus_travels_join_companions (import, state->stays);
  for (guint i = 0; i < state->travellers->len; i++)
    {
      const Traveller *traveller = &g_array_index (state->travellers, Traveller, i);

      if (traveller->is_whole && traveller->person != NULL && traveller->office != NULL)
        declare_terms (import, traveller, _vnus_stays_newest_day (state->stays, import, traveller->office));
    }
}

const VnusImportFormat _vnus_import_travels = {
  .name = "travels",
  .ending = ".xml",
  .begin = begin,
  .end = end,
  .read_file = read_file,
  .finish = finish,
};
