/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random chronicles of a few records, each kept beside what a plain reading needs
 * of it: who, where, and the spans of days that its dates allow. */
#pragma once

#include "worlds-dates.h"

#define MAX_FACTS 8

typedef enum
{
  HELD,
  NOT_HELD,
  OPEN_STATUS, /* announced, or not recorded: it may have been held */
} Held;

/* A dated record. */
typedef struct
{
  char     id[8];
  guint    n;     /* spans, of all dates that exclude each other */
  Span    *spans;
  gboolean extends;
  int      who;   /* person of a tenure or visit; agreement of an action */
  int      what;  /* level of a stage, −1 for none; action; host of a visit */
  int      how;   /* act of a stage; type of a visit; 1 if an action ends */
  Held     held;
  gboolean has_capacity, has_status, is_denounced;
} Fact;

typedef struct
{
  int scope;
  int from, to;
} Cover;

typedef enum
{
  WORLD_ANY,
  WORLD_PLAIN, /* nothing is declared or disputed, and records are told of by one source or two */
} WorldKind;

typedef struct
{
  GRand         *rand;
  WorldKind      kind;
  guint          origin;
  VnusChronicle *chronicle;
  GPtrArray     *records;
  gboolean       is_exclusive;
  Fact           stages[MAX_FACTS], tenures[MAX_FACTS], visits[MAX_FACTS], actions[MAX_FACTS], validities[2];
  guint          n_stages, n_tenures, n_visits, n_actions;
  gboolean       is_binding[2];
  Cover          covers[4];
  guint          n_covers;
} World;

enum
{
  SCOPE_VISITS,
  SCOPE_VISITS_TO_HOST,
  SCOPE_VISITS_OF_OFFICE,
  SCOPE_TENURES,
  SCOPE_STAGES,
  SCOPE_AGREEMENTS,
  N_SCOPES,
};

static const char *const scopes[] = {
  [SCOPE_VISITS] = "kind:visit",
  [SCOPE_VISITS_TO_HOST] = "kind:visit host:h0",
  [SCOPE_VISITS_OF_OFFICE] = "kind:visit host:h0 capacity:o0",
  [SCOPE_TENURES] = "kind:tenure office:o0",
  [SCOPE_STAGES] = "kind:stage relation:r0",
  [SCOPE_AGREEMENTS] = "kind:agreement relation:r0",
};

enum
{
  ACT_PLAIN,
  ACT_ATTESTED,
  ACT_SEVERED,
};

enum
{
  TYPE_NONE,
  TYPE_OFFICIAL,
  TYPE_PRIVATE,
};

static const char *const levels[] = { "l0", "l1", "l2" };
static const char *const ladders[] = { "a", "a", "b" };
static const char *const persons[] = { "p0", "p1" };
static const char *const hosts[] = { "h0", "h1" };
static const char *const agreements[] = { "g0", "g1" };

/* --- Records --- */

static void
set (VnusRecord *record,
     const char *field,
     const char *text)
{
  VnusField *described = vnus_field_lookup (vnus_record_get_kind (record), field);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusValue) value = vnus_field_parse (described, text, &error);

  g_assert_no_error (error);
  if (vnus_field_is_list (described))
    {
      g_autoptr (VnusValue) list = vnus_value_new_list (&value, 1);

      g_assert_true (vnus_record_set_value (record, field, list, NULL));
      return;
    }
  g_assert_true (vnus_record_set_value (record, field, value, NULL));
}

static VnusRecord *
make (World      *world,
      VnusKind    kind,
      const char *id)
{
  VnusRecord *record = vnus_kind_make_record (kind, id);
  gboolean is_of_one = world->kind == WORLD_PLAIN && pick (world->rand, 2) == 0;
  g_autoptr (VnusCitation) citation = vnus_citation_new (is_of_one ? "q1" : "q0", NULL);

  if (kind != VNUS_KIND_SOURCE)
    vnus_record_add_citation (record, citation);
  g_ptr_array_add (world->records, record);

  return record;
}

static void
cite_other (VnusRecord    *record,
            const char    *field,
            const Written *date)
{
  g_autoptr (VnusDate) parsed = vnus_date_parse (date->text, NULL);
  g_autoptr (VnusValue) value = vnus_value_new_date (parsed);
  g_autoptr (VnusCitation) source = vnus_citation_new ("q1", NULL);
  g_autoptr (VnusCitation) of_field = vnus_citation_with_field (source, field);
  g_autoptr (VnusCitation) citation = vnus_citation_with_value (of_field, value);

  vnus_record_add_citation (record, citation);
}

/* --- Dates of records --- */

static void
get_ranges (const Written *date,
            Span          *starts,
            Span          *ends)
{
  *starts = *ends = (Span) { LATE, EARLY, 0 };
  for (guint i = 0; i < date->n; i++)
    {
      starts->start = MIN (starts->start, date->spans[i].start);
      starts->end = MAX (starts->end, date->spans[i].start);
      ends->start = MIN (ends->start, date->spans[i].end);
      ends->end = MAX (ends->end, date->spans[i].end);
    }
}

static gboolean
are_apart (const Span *a,
           const Span *b)
{
  return a->start > EARLY && b->start > EARLY && a->end < LATE && b->end < LATE && (a->end < b->start || b->end < a->start);
}

static gboolean
has_day (const Written *date,
         int            day)
{
  for (guint i = 0; i < date->n; i++)
    if (date->spans[i].start == day)
      return TRUE;

  return FALSE;
}

/* Days that are none of the other, or both starts and ends that cannot be the
 * same: of intervals each is resolved by itself. */
static gboolean
exclude_each_other (const Written *a,
                    const Written *b)
{
  Span starts[2], ends[2];

  if (a->extends != b->extends)
    return FALSE;

  for (guint i = 0; !a->extends && i < a->n; i++)
    if (has_day (b, a->spans[i].start))
      return FALSE;
  get_ranges (a, &starts[0], &ends[0]);
  get_ranges (b, &starts[1], &ends[1]);

  return !a->extends || (are_apart (&starts[0], &starts[1]) && are_apart (&ends[0], &ends[1]));
}

static void
take_spans (Fact          *fact,
            const Written *date)
{
  fact->spans = g_renew (Span, fact->spans, fact->n + date->n);
  memcpy (fact->spans + fact->n, date->spans, date->n * sizeof (Span));
  fact->n += date->n;
  fact->extends = date->extends;
}

/* Dates the record by one source, and sometimes by a second one, which excludes
 * the first, or knows a vague day better. */
static void
date_record (World      *world,
             VnusRecord *record,
             const char *field,
             Written    *date,
             Fact       *fact)
{
  int luck = world->kind == WORLD_PLAIN ? 2 : pick (world->rand, 10);

  g_strlcpy (fact->id, vnus_record_get_id (record), sizeof fact->id);
  set (record, field, date->text);
  if (luck == 0)
    {
      Written *other = date->extends ? random_interval (world->rand, world->origin) : random_day_like (world->rand, world->origin);

      if (exclude_each_other (date, other))
        {
          cite_other (record, field, other);
          take_spans (fact, other);
        }
      written_free (other);
    }
  else if (luck == 1 && !date->extends && date->n > 1)
    {
      int day = date->spans[date->n / 2].start;
      Written *exact = g_new0 (Written, 1);

      exact->text = day_text (world->origin, day);
      allow (exact, day, day);
      cite_other (record, field, exact);
      written_free (date);
      date = exact;
    }
  take_spans (fact, date);
  written_free (date);
}

/* --- Things that happen --- */

static void
make_stage (World *world)
{
  Fact *fact = &world->stages[world->n_stages];
  g_autofree char *id = g_strdup_printf ("t%u", world->n_stages++);
  VnusRecord *stage = make (world, VNUS_KIND_STAGE, id);

  fact->how = (const int[]) { ACT_PLAIN, ACT_PLAIN, ACT_PLAIN, ACT_ATTESTED, ACT_SEVERED }[pick (world->rand, 5)];
  fact->what = fact->how == ACT_SEVERED && pick (world->rand, 2) == 0 ? -1 : pick (world->rand, G_N_ELEMENTS (levels));
  set (stage, "relation", "r0");
  if (fact->what >= 0)
    set (stage, "level", levels[fact->what]);
  set (stage, "act", fact->how == ACT_ATTESTED ? "attested" : fact->how == ACT_SEVERED ? "severed" : "established");
  date_record (world, stage, "during", random_date (world->rand, world->origin), fact);
}

static void
make_tenure (World *world)
{
  Fact *fact = &world->tenures[world->n_tenures];
  g_autofree char *id = g_strdup_printf ("n%u", world->n_tenures++);
  VnusRecord *tenure = make (world, VNUS_KIND_TENURE, id);

  fact->who = pick (world->rand, G_N_ELEMENTS (persons));
  set (tenure, "person", persons[fact->who]);
  set (tenure, "office", "o0");
  date_record (world, tenure, "during",
               pick (world->rand, 4) == 0 ? random_day_like (world->rand, world->origin)
                                          : random_interval (world->rand, world->origin),
               fact);
}

static void
make_visit (World *world)
{
  static const char *const statuses[] = { NULL, "held", "held", "held", "announced", "cancelled" };
  static const char *const types[] = { [TYPE_OFFICIAL] = "official", [TYPE_PRIVATE] = "private" };
  Fact *fact = &world->visits[world->n_visits];
  g_autofree char *id = g_strdup_printf ("v%u", world->n_visits++);
  VnusRecord *visit = make (world, VNUS_KIND_VISIT, id);
  const char *status = PICK (world->rand, statuses);
  g_autoptr (VnusParticipant) guest = NULL;
  g_autoptr (VnusParticipant) in_office = NULL;

  fact->who = pick (world->rand, G_N_ELEMENTS (persons));
  fact->what = pick (world->rand, 3) == 0;
  fact->how = pick (world->rand, 3) == 0 ? TYPE_PRIVATE : pick (world->rand, 2);
  fact->held = status == NULL || g_str_equal (status, "announced") ? OPEN_STATUS
               : g_str_equal (status, "held")                      ? HELD
                                                                   : NOT_HELD;
  fact->has_status = status != NULL;
  fact->has_capacity = pick (world->rand, 4) > 0;

  set (visit, "host", hosts[fact->what]);
  if (status != NULL)
    set (visit, "status", status);
  if (fact->how != TYPE_NONE)
    set (visit, "visit-type", types[fact->how]);
  guest = vnus_participant_new (persons[fact->who], VNUS_ROLE_GUEST);
  in_office = fact->has_capacity ? vnus_participant_with_capacity (guest, "o0") : vnus_participant_ref (guest);
  vnus_event_add_participant (VNUS_EVENT (visit), in_office);
  date_record (world, visit, "when", random_date (world->rand, world->origin), fact);
}

static const struct
{
  const char *nick;
  gboolean    begins, begins_unbound, ends;
} action_types[] = {
  { "signed", FALSE, TRUE, FALSE },     { "entered-into-force", TRUE, TRUE, FALSE },
  { "entered-into-force", TRUE, TRUE, FALSE }, { "approved", FALSE, TRUE, FALSE },
  { "terminated", FALSE, FALSE, TRUE }, { "suspended", FALSE, FALSE, TRUE },
  { "denounced", FALSE, FALSE, TRUE },  { "ratified", FALSE, FALSE, FALSE },
};

static void
make_action (World *world,
             int    agreement)
{
  Fact *fact = &world->actions[world->n_actions];
  g_autofree char *id = g_strdup_printf ("c%u", world->n_actions++);
  VnusRecord *action = make (world, VNUS_KIND_TREATY_ACTION, id);
  gboolean has_effect = pick (world->rand, 3) == 0;

  fact->who = agreement;
  fact->what = pick (world->rand, G_N_ELEMENTS (action_types));
  set (action, "agreement", agreements[agreement]);
  set (action, "action", action_types[fact->what].nick);
  if (has_effect)
    {
      g_autofree char *when = day_text (world->origin, pick (world->rand, N_DAYS));

      set (action, "when", when);
    }
  fact->is_denounced = !has_effect && g_str_equal (action_types[fact->what].nick, "denounced");
  date_record (world, action, has_effect ? "effective" : "when", random_day_like (world->rand, world->origin), fact);
}

static void
make_agreement (World *world,
                int    number)
{
  Fact *fact = &world->validities[number];
  VnusRecord *agreement = make (world, VNUS_KIND_AGREEMENT, agreements[number]);
  g_autoptr (VnusValue) h = vnus_value_new_reference ("h0");
  g_autoptr (VnusValue) s = vnus_value_new_reference ("s0");
  g_autoptr (VnusValue) parties = vnus_value_new_list ((VnusValue *[]) { h, s }, 2);
  int n = pick (world->rand, 4);

  world->is_binding[number] = pick (world->rand, 3) > 0;
  set (agreement, "binding", world->is_binding[number] ? "treaty" : "non-binding");
  g_assert_true (vnus_record_set_value (agreement, "parties", parties, NULL));
  if (pick (world->rand, 3) == 0)
    date_record (world, agreement, "validity", random_interval (world->rand, world->origin), fact);
  for (int i = 0; i < n; i++)
    make_action (world, number);
}

static void
make_cover (World *world)
{
  Cover *cover = &world->covers[world->n_covers];
  g_autofree char *id = g_strdup_printf ("k%u", world->n_covers++);
  VnusRecord *coverage = make (world, VNUS_KIND_COVERAGE, id);
  int a = pick (world->rand, N_DAYS), b = pick (world->rand, N_DAYS), form = pick (world->rand, 6);
  Written *during;

  cover->scope = pick (world->rand, N_SCOPES);
  cover->from = form <= 2 ? EARLY : MIN (a, b);
  cover->to = form <= 1 || form == 3 ? LATE : MAX (a, b);
  during = exact_interval (world->origin, cover->from, cover->to);
  set (coverage, "scope", scopes[cover->scope]);
  set (coverage, "during", during->text);
  set (coverage, "sources", "q0");
  written_free (during);
}

/* --- The chronicle --- */

static void
make_things (World *world)
{
  VnusRecord *office, *relation;
  g_autoptr (VnusValue) h = vnus_value_new_reference ("h0");
  g_autoptr (VnusValue) s = vnus_value_new_reference ("s0");
  g_autoptr (VnusValue) parties = vnus_value_new_list ((VnusValue *[]) { h, s }, 2);

  set (make (world, VNUS_KIND_SOURCE, "q0"), "published", "2024-01-01");
  set (make (world, VNUS_KIND_SOURCE, "q1"), "published", "2024-01-01");
  make (world, VNUS_KIND_STATE, "h0");
  make (world, VNUS_KIND_STATE, "h1");
  make (world, VNUS_KIND_STATE, "s0");
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    set (make (world, VNUS_KIND_PERSON, persons[i]), "of", "s0");
  office = make (world, VNUS_KIND_OFFICE, "o0");
  set (office, "of", "s0");
  set (office, "exclusive", world->is_exclusive ? "true" : "false");
  relation = make (world, VNUS_KIND_RELATION, "r0");
  g_assert_true (vnus_record_set_value (relation, "parties", parties, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    set (make (world, VNUS_KIND_LEVEL, levels[i]), "ladder", ladders[i]);
}

static World *
world_new (GRand     *rand,
           WorldKind  kind)
{
  World *world = g_new0 (World, 1);
  guint n;
  g_autoptr (GError) error = NULL;

  world->rand = rand;
  world->kind = kind;
  world->origin = (guint) pick (rand, G_N_ELEMENTS (origins));
  world->records = g_ptr_array_new_with_free_func (g_object_unref);
  world->chronicle = vnus_chronicle_new ("random");
  world->is_exclusive = pick (rand, 2) == 0;
  make_things (world);
  for (n = (guint) pick (rand, 3) + 1; n > 0; n--)
    make_stage (world);
  for (n = (guint) pick (rand, 3) + 1; n > 0; n--)
    make_tenure (world);
  for (n = (guint) pick (rand, 3) + 2; n > 0; n--)
    make_visit (world);
  make_agreement (world, 0);
  make_agreement (world, 1);
  for (n = kind == WORLD_PLAIN ? 0 : (guint) pick (rand, 5); n > 0; n--)
    make_cover (world);

  g_assert_true (vnus_chronicle_add_many (world->chronicle, (VnusRecord **) world->records->pdata, world->records->len, &error));
  g_assert_no_error (error);

  return world;
}

static void
clear_facts (Fact *facts,
             guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (facts[i].spans);
}

static void
world_free (World *world)
{
  clear_facts (world->stages, MAX_FACTS);
  clear_facts (world->tenures, MAX_FACTS);
  clear_facts (world->visits, MAX_FACTS);
  clear_facts (world->actions, MAX_FACTS);
  clear_facts (world->validities, 2);
  g_ptr_array_unref (world->records);
  g_object_unref (world->chronicle);
  g_free (world);
}
