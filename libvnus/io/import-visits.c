/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of visits of foreign leaders to the United States.
 *
 * A row is one visit of one or more persons of one state. A file named after a
 * decade, such as 1990.xml, is complete for it, as far as the register goes.
 */
#include "io/import-stay-private.h"

#include <string.h>

#define SOURCE "us-historian-visits"

/* What the register lists: leaders who came to meet the president. */
#define SCOPE "kind:visit host:us rank:head-of-state|head-of-government type:state|official|official-working|working"

typedef struct
{
  int      decade;   /* such as 199; -1 if the file is of none */
  gboolean is_whole;
} Decade;

typedef struct
{
  VnusStays *stays;
  GArray    *decades; /* (element-type Decade) */
} State;

static gpointer
begin (VnusImport *import)
{
  State *state = g_new0 (State, 1);

  state->stays = _vnus_stays_new (SOURCE);
  state->decades = g_array_new (FALSE, FALSE, sizeof (Decade));

  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  _vnus_stays_free (state->stays);
  g_array_unref (state->decades);
  g_free (state);
}

/* A visitor whom no rule can read is kept as printed. */
static void
keep_visitor (VnusImport *import,
              VnusStay   *stay,
              const char *visitor)
{
  g_autoptr (VnusParticipant) nobody = vnus_participant_new (NULL, VNUS_ROLE_GUEST);
  g_autoptr (VnusParticipant) side = vnus_participant_with_side (nobody, stay->state);
  g_autoptr (VnusText) note = vnus_text_new ("en", visitor);

  g_ptr_array_add (stay->guests, vnus_participant_with_note (side, note));
  _vnus_phrase_add_text (_vnus_import_issue (import, "unread-visitor", VNUS_SEVERITY_NOTE, "import.unread-visitor"), "value",
                         visitor);
  _vnus_import_count_note (import);
}

static gboolean
fill_stay (gpointer    data,
           VnusImport *import,
           VnusStay   *stay,
           xmlNode    *node)
{
  State *state = data;
  g_autofree char *visitor = _vnus_xml_dup_child (node, "visitor");
  g_autofree char *slug = _vnus_xml_dup_attribute (_vnus_xml_child (node, "from"), "id");
  const VnusOrigin origin = _vnus_stay_origin (state->stays, stay);
  GPtrArray *people;

  if (visitor == NULL || slug == NULL)
    {
      _vnus_import_miss (import, visitor == NULL ? "visitor" : "from");
      return FALSE;
    }

  stay->country = _vnus_xml_dup_child (node, "from");
  stay->text = _vnus_xml_dup_child (node, "description");
  stay->host = _vnus_historian_state (import, "united-states", NULL, &origin);
  stay->state = _vnus_historian_state (import, slug, stay->country, &origin);
  if (stay->host == NULL || stay->state == NULL)
    return FALSE;

  people = _vnus_people_read (import, visitor, stay->state, VNUS_ROLE_GUEST, &origin);
  if (people != NULL)
    {
      VnusParticipant *first = g_ptr_array_index (people, 0);

      g_ptr_array_unref (stay->guests);
      stay->guests = people;
      stay->guest = vnus_participant_get_actor (first);
      stay->office = vnus_participant_get_capacity (first);
      stay->key = g_strdup (stay->guest);
    }
  else
    {
      keep_visitor (import, stay, visitor);
      stay->key = g_strdup (stay->state);
    }
  _vnus_remarks_read (&stay->remarks, stay->text);
  return TRUE;
}

/* Coverage */

static int
year_of (int day)
{
  g_autoptr (VnusDate) date = vnus_date_new_day (day);
  g_autofree char *text = vnus_date_to_string (date);

  return (int) g_ascii_strtoll (text, NULL, 10);
}

/* The decade of a file such as 1990.xml, in which all of its rows must begin. */
static int
find_decade (VnusStays  *stays,
             guint       first,
             const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  int decade;

  if (strspn (base, "0123456789") != 4 || base[3] != '0' || base[4] != '.')
    return -1;

  decade = (int) g_ascii_strtoll (base, NULL, 10) / 10;
  for (guint i = first; i < stays->stays->len; i++)
    {
      const VnusStay *stay = g_ptr_array_index (stays->stays, i);

      if (stay->start == VNUS_DAY_MIN || year_of (stay->start) / 10 != decade)
        return -1;
    }

  return decade;
}

static void
declare_decade (VnusImport *import,
                int         decade,
                int         newest)
{
  g_autoptr (VnusDate) first = vnus_date_new_ymd (decade * 10, 1, 1);
  g_autoptr (VnusDate) last = vnus_date_new_ymd (decade * 10 + 9, 12, 31);
  int to = MIN (vnus_date_get_earliest_start (last), newest);
  g_autofree char *id = g_strdup_printf ("%s-%d0", SOURCE, decade);
  g_autofree char *locator = g_strdup_printf ("%d0", decade);

  if (vnus_date_get_earliest_start (first) < to)
    _vnus_coverage_declare (import, id, SOURCE, locator, SCOPE, vnus_date_get_earliest_start (first), to);
}

static void
read_file (VnusImport *import,
           gpointer    data,
           GFile      *file,
           const char *name)
{
  State *state = data;
  guint first = state->stays->stays->len;
  Decade decade;

  decade.is_whole = _vnus_stays_read (state->stays, import, file, name, "visits", fill_stay, state);
  decade.decade = find_decade (state->stays, first, name);
  g_array_append_val (state->decades, decade);
}

static void
finish (VnusImport *import,
        gpointer    data)
{
  State *state = data;
  int newest;

  _vnus_stays_make (state->stays, import);
  newest = _vnus_stays_newest_day (state->stays, import, NULL);
  for (guint i = 0; i < state->decades->len; i++)
    {
      const Decade *decade = &g_array_index (state->decades, Decade, i);

      if (decade->is_whole && decade->decade >= 0)
        declare_decade (import, decade->decade, newest);
    }
}

const VnusImportFormat _vnus_import_visits = {
  .name = "visits",
  .ending = ".xml",
  .begin = begin,
  .end = end,
  .read_file = read_file,
  .finish = finish,
};
