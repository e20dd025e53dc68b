/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random small chronicles: states, bodies, persons, offices and places that
 * belong to each other in any way, circles included; events, tenures and actions
 * within some days of January 2020, as vague as dates can be. */
#pragma once

#include <vnus/vnus.h>

#define FAR 1000
#define FIRST_DAY (-2)
#define LAST_DAY 34

/* --- Random dates: days of January 2020, from 0 --- */

typedef struct
{
  char    *text;
  gboolean extends;
  gboolean is_day[LAST_DAY + 1]; /* of a date without extent */
  gboolean is_later;             /* or any day after the last of these */
  int      start[2];             /* first and last; -FAR and FAR are no days */
  int      end[2];
} Days;

static int
pick (GRand *rand,
      int    n)
{
  return g_rand_int_range (rand, 0, n);
}

static Days
random_days (GRand *rand)
{
  int a = pick (rand, 12), b = pick (rand, 12), first = MIN (a, b), last = MAX (a, b);
  Days days = { .start = { first, first }, .end = { last, last } };
  int form = pick (rand, 9);

  days.extends = form >= 5;
  days.is_later = form == 4;
  for (int d = 0; d <= LAST_DAY; d++)
    days.is_day[d] = form == 0 ? d == a : form == 1 ? d < 31 : form == 2 ? d == a || d == b
                     : form == 3 ? d >= first && d <= last : d >= first;

  switch (form)
    {
    case 0:
      days.text = g_strdup_printf ("2020-01-%02d", a + 1);
      break;
    case 1:
      days.text = g_strdup ("2020-01");
      break;
    case 2:
      days.text = g_strdup_printf ("[2020-01-%02d,2020-01-%02d]", first + 1, last + 1);
      break;
    case 3:
      days.text = g_strdup_printf ("[2020-01-%02d..2020-01-%02d]", first + 1, last + 1);
      break;
    case 4:
      days.text = g_strdup_printf ("[2020-01-%02d..]", first + 1);
      break;
    case 5:
      days.text = g_strdup_printf ("2020-01-%02d/2020-01-%02d", first + 1, last + 1);
      break;
    case 6:
      days.text = g_strdup_printf ("2020-01-%02d/%s", first + 1, a < b ? ".." : "");
      days.end[0] = a < b ? FAR : first;
      days.end[1] = FAR;
      break;
    case 7:
      days.text = g_strdup_printf ("%s/2020-01-%02d", a < b ? ".." : "", last + 1);
      days.start[0] = -FAR;
      days.start[1] = a < b ? -FAR : last;
      break;
    default:
      days.text = g_strdup_printf ("2020-01-%02d/2020-01", first + 1);
      days.end[0] = first;
      days.end[1] = 30;
      break;
    }

  return days;
}

/* --- Random chronicles --- */

typedef struct
{
  VnusChronicle *chronicle;
  GHashTable    *days; /* (element-type utf8 Days) by id of the record */
} World;

static void
free_days (gpointer data)
{
  g_free (((Days *) data)->text);
  g_free (data);
}

static const char *const states[] = { "s0", "s1", "s2" };
static const char *const bodies[] = { "b0", "b1", "b2", "b3" };
static const char *const persons[] = { "p0", "p1", "p2", "p3", "p4" };
static const char *const offices[] = { "o0", "o1", "o2", "o3" };
static const char *const places[] = { "x0", "x1", "x2", "x3" };
static const char *const topics[] = { "t0", "t1", "t2", "t3" };
static const char *const sources[] = { "q0", "q1" };

#define PICK(list) (list[pick (rand, G_N_ELEMENTS (list))])

static const char *
pick_body (GRand *rand)
{
  return pick (rand, 2) == 0 ? PICK (states) : PICK (bodies);
}

/* Sets a field of text form, or not, or to known as unknown or none. */
static void
set (GRand      *rand,
     VnusRecord *record,
     const char *field,
     const char *value)
{
  VnusField *described = vnus_field_lookup (vnus_record_get_kind (record), field);
  g_autoptr (VnusValue) parsed = NULL;
  g_autoptr (GError) error = NULL;
  int luck = pick (rand, 8);

  if (luck == 0 || luck == 1)
    vnus_record_set_presence (record, field, luck == 0 ? VNUS_PRESENCE_NONE : VNUS_PRESENCE_UNKNOWN, NULL);
  if (luck <= 2)
    return;

  parsed = vnus_field_parse (described, value, &error);
  g_assert_no_error (error);
  if (vnus_field_is_list (described))
    {
      g_autoptr (VnusValue) list = vnus_value_new_list (&parsed, 1);

      g_assert_true (vnus_record_set_value (record, field, list, NULL));
      return;
    }
  g_assert_true (vnus_record_set_value (record, field, parsed, NULL));
}

static VnusRecord *
make (VnusKind    kind,
      const char *id,
      GPtrArray  *records)
{
  VnusRecord *record = vnus_kind_make_record (kind, id);

  g_ptr_array_add (records, record);

  return record;
}

static void
make_things (GRand     *rand,
             GPtrArray *records)
{
  static const char *const ranks[] = { "head-of-state", "minister", "official" };
  g_autoptr (VnusText) label = vnus_text_new ("en", "Old Town");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    make (VNUS_KIND_STATE, states[i], records);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    set (rand, make (VNUS_KIND_ORGANIZATION, bodies[i], records), "of", pick_body (rand));
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    set (rand, make (VNUS_KIND_PERSON, persons[i], records), "of", PICK (states));
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      VnusRecord *office = make (VNUS_KIND_OFFICE, offices[i], records);

      set (rand, office, "of", pick_body (rand));
      set (rand, office, "rank", PICK (ranks));
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      VnusRecord *place = make (VNUS_KIND_PLACE, places[i], records);

      set (rand, place, "within", pick (rand, 3) == 0 ? PICK (states) : PICK (places));
      if (pick (rand, 2) == 0)
        vnus_record_set_label (place, label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    set (rand, make (VNUS_KIND_TOPIC, topics[i], records), "broader", PICK (topics));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    make (VNUS_KIND_SOURCE, sources[i], records);
  set (rand, make (VNUS_KIND_RELATION, "r0", records), "parties", PICK (states));
}

static void
add_days (GRand      *rand,
          VnusRecord *record,
          const char *field,
          World      *world)
{
  Days days = random_days (rand);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) date = vnus_date_parse (days.text, &error);
  g_autoptr (VnusValue) value = NULL;

  g_assert_no_error (error);
  if (pick (rand, 8) == 0)
    {
      g_free (days.text);
      if (pick (rand, 2) == 0)
        vnus_record_set_presence (record, field, VNUS_PRESENCE_NONE, NULL);
      return;
    }

  value = vnus_value_new_date (date);
  g_assert_true (vnus_record_set_value (record, field, value, NULL));
  g_hash_table_insert (world->days, (gpointer) vnus_record_get_id (record), g_memdup2 (&days, sizeof days));
}

static void
make_event (GRand     *rand,
            World     *world,
            GPtrArray *records,
            int        i)
{
  static const char *const statuses[] = { "held", "announced", "cancelled" };
  static const char *const types[] = { "state", "private" };
  static const char *const purposes[] = { "bilateral", "ceremony" };
  static const VnusRole roles[] = { VNUS_ROLE_UNSET, VNUS_ROLE_GUEST, VNUS_ROLE_MEMBER };
  static const VnusKind kinds[] = { VNUS_KIND_VISIT, VNUS_KIND_MEETING, VNUS_KIND_STATEMENT };
  g_autofree char *id = g_strdup_printf ("e%d", i);
  VnusRecord *event = make (PICK (kinds), id, records);
  int n = pick (rand, 4);

  add_days (rand, event, "when", world);
  set (rand, event, "status", PICK (statuses));
  set (rand, event, "topics", PICK (topics));
  set (rand, event, "places", pick (rand, 4) == 0 ? PICK (states) : PICK (places));
  if (VNUS_IS_VISIT (event))
    {
      set (rand, event, "host", pick_body (rand));
      set (rand, event, "visit-type", PICK (types));
      set (rand, event, "purposes", PICK (purposes));
    }
  if (n == 0 && pick (rand, 2) == 0)
    vnus_record_set_presence (event, "participants", VNUS_PRESENCE_NONE, NULL);
  for (int j = 0; j < n; j++)
    {
      g_autoptr (VnusParticipant) who = vnus_participant_new (PICK (persons), PICK (roles));
      g_autoptr (VnusParticipant) as =
        pick (rand, 2) == 0 ? vnus_participant_with_capacity (who, PICK (offices)) : vnus_participant_ref (who);
      g_autoptr (VnusParticipant) of =
        pick (rand, 4) == 0 ? vnus_participant_with_side (as, PICK (states)) : vnus_participant_ref (as);

      vnus_event_add_participant (VNUS_EVENT (event), of);
    }
  if (pick (rand, 2) == 0)
    {
      g_autoptr (VnusCitation) citation = vnus_citation_new (PICK (sources), NULL);

      vnus_record_add_citation (event, citation);
    }
}

static World
make_world (GRand *rand)
{
  World world = { vnus_chronicle_new ("random"), NULL };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  world.days = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_days);
  make_things (rand, records);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);
      VnusRecord *tenure = make (VNUS_KIND_TENURE, id, records);

      set (rand, tenure, "person", PICK (persons));
      set (rand, tenure, "office", PICK (offices));
      add_days (rand, tenure, "during", &world);
    }
  for (int i = 0; i < 20; i++)
    make_event (rand, &world, records, i);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%d", i), *action_id = g_strdup_printf ("c%d", i);
      VnusRecord *agreement = make (VNUS_KIND_AGREEMENT, id, records);
      VnusRecord *action = make (VNUS_KIND_TREATY_ACTION, action_id, records);

      set (rand, agreement, "parties", pick_body (rand));
      set (rand, action, "agreement", id);
      set (rand, action, "party", pick_body (rand));
      set (rand, action, "action", pick (rand, 2) == 0 ? "signed" : "entered-into-force");
      add_days (rand, action, "when", &world);
    }

  g_assert_true (vnus_chronicle_add_many (world.chronicle, (VnusRecord **) records->pdata, records->len, &error));
  g_assert_no_error (error);

  return world;
}
