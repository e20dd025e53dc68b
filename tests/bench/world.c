/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "world.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "world-names.h"

#define N_SOURCES 24
#define REGISTER 2 /* the source that has all events of the first two states */

typedef struct
{
  int year, month, day;
} Day;

typedef struct
{
  const WorldSettings *settings;
  FILE                *file;
  guint                n_states;
  guint                n_records;
  int                 *starts; /* of each tenure, in days since the first year; by state, office and holder */
} World;

/* --- Chance --- */

static guint64
chance_of (const World *world,
           const char  *what,
           guint        number)
{
  return scramble (world->settings->seed ^ scramble (g_str_hash (what) + ((guint64) number << 32)));
}

/* --- Days --- */

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static Day
day_of (int number)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  Day day = { WORLD_FIRST_YEAR, 1, 1 };

  for (; number >= 365 + is_leap (day.year); day.year++)
    number -= 365 + is_leap (day.year);
  for (; number >= lengths[day.month - 1] + (day.month == 2 && is_leap (day.year)); day.month++)
    number -= lengths[day.month - 1] + (day.month == 2 && is_leap (day.year));
  day.day += number;

  return day;
}

/* As precise as sources are: mostly a span of days, now and then a month or a year. */
static void
format_span (char    *text,
             gsize    size,
             guint64 *chance,
             int      start)
{
  const guint precision = draw (chance, 20);
  const int length = (int) draw (chance, 5);
  const Day first = day_of (start), last = day_of (start + length);

  if (precision == 0)
    g_snprintf (text, size, "%04d", first.year);
  else if (precision <= 2)
    g_snprintf (text, size, "%04d-%02d", first.year, first.month);
  else if (precision == 3)
    g_snprintf (text, size, "%04d-%02d-%02d~", first.year, first.month, first.day);
  else if (length == 0)
    g_snprintf (text, size, "%04d-%02d-%02d", first.year, first.month, first.day);
  else
    g_snprintf (text, size, "%04d-%02d-%02d/%04d-%02d-%02d", first.year, first.month, first.day, last.year, last.month,
                last.day);
}

/* --- Writing --- */

static void put (World *world, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
put (World      *world,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (world->file, format, arguments);
  va_end (arguments);
}

static void
begin (World      *world,
       const char *kind)
{
  if (world->settings->form == WORLD_JSON && world->n_records > 0)
    fputs (",\n", world->file);
  world->n_records++;
  put (world, "{\"kind\":\"%s\",", kind);
}

/* With one citation or, now and then, two. */
static void
end_with (World   *world,
          guint64 *chance,
          guint    source)
{
  const guint n = world->settings->is_plain || draw (chance, 4) > 0 ? 1 : 2;

  fputs ("\"citations\":[", world->file);
  for (guint i = 0; i < n; i++)
    put (world, "%s{\"source\":\"source-%02u\",\"locator\":\"%u.%u\"}", i > 0 ? "," : "", (source + i) % N_SOURCES,
         1 + draw (chance, 90), 1 + draw (chance, 9));
  fputs (world->settings->form == WORLD_JSON_LINES ? "]}\n" : "]}", world->file);
}

static void
end (World   *world,
     guint64 *chance)
{
  end_with (world, chance, draw (chance, N_SOURCES));
}

/* --- Names --- */

static guint
number_of_person (guint state,
                  guint office,
                  guint holder)
{
  return (state * WORLD_N_OFFICES + office) * WORLD_N_HOLDERS + holder;
}

/* Who held an office on a day. */
static guint
find_holder (const World *world,
             guint        state,
             guint        office,
             int          day)
{
  const int *starts = world->starts + number_of_person (state, office, 0);
  guint holder = 0;

  while (holder + 1 < WORLD_N_HOLDERS && starts[holder + 1] <= day)
    holder++;

  return holder;
}

static void
draw_tenures (World *world)
{
  const guint span = WORLD_N_YEARS * 365 / WORLD_N_HOLDERS;

  world->starts = g_new (int, world->n_states * WORLD_N_OFFICES * WORLD_N_HOLDERS);
  for (guint i = 0; i < world->n_states * WORLD_N_OFFICES; i++)
    {
      guint64 chance = chance_of (world, "tenures", i);

      for (guint j = 0; j < WORLD_N_HOLDERS; j++)
        world->starts[i * WORLD_N_HOLDERS + j] = j == 0 ? 0 : (int) (j * span + draw (&chance, span) - span / 2);
    }
}

/* --- What stands still --- */

static void
write_states (World *world)
{
  for (guint i = 0; i < world->n_states; i++)
    {
      guint64 chance = chance_of (world, "state", i);
      char name[32];

      name_state (i, name, sizeof name);
      begin (world, "state");
      put (world, "\"id\":\"s%03u\",\"label\":{\"en\":\"%s\",\"vi\":\"%s\"},", i, name, name);
      end (world, &chance);
    }
}

static void
write_persons (World *world)
{
  for (guint i = 0; i < world->n_states * WORLD_N_OFFICES * WORLD_N_HOLDERS; i++)
    {
      guint64 chance = chance_of (world, "person", i);
      const char *family, *given;

      name_person (chance_of (world, "name", i), &family, &given);
      begin (world, "person");
      put (world, "\"id\":\"p-%06u\",\"label\":{\"en\":\"%s %s\",\"vi\":\"%s %s\"},\"family-name\":\"%s\",\"given-names\":\"%s\",", i,
           given, family, family, given, family, given);
      put (world, "\"of\":\"s%03u\",", i / (WORLD_N_OFFICES * WORLD_N_HOLDERS));
      end (world, &chance);
    }
}

static void
write_offices (World *world)
{
  for (guint i = 0; i < world->n_states; i++)
    for (guint j = 0; j < WORLD_N_OFFICES; j++)
      {
        guint64 chance = chance_of (world, "office", i * WORLD_N_OFFICES + j);
        char name[32];

        name_state (i, name, sizeof name);
        begin (world, "office");
        put (world, "\"id\":\"s%03u-%s\",\"label\":{\"en\":\"%s of %s\",\"vi\":\"%s %s\"},", i, offices[j].id, offices[j].en,
             name, offices[j].vi, name);
        put (world, "\"of\":\"s%03u\",\"rank\":\"%s\",\"exclusive\":true,", i, offices[j].rank);
        end (world, &chance);
      }
}

static void
write_tenures (World *world)
{
  for (guint i = 0; i < world->n_states * WORLD_N_OFFICES * WORLD_N_HOLDERS; i++)
    {
      const guint holder = i % WORLD_N_HOLDERS, office = i / WORLD_N_HOLDERS;
      const Day first = day_of (world->starts[i]);
      guint64 chance = chance_of (world, "tenure", i);

      begin (world, "tenure");
      put (world, "\"id\":\"t-%06u\",\"person\":\"p-%06u\",\"office\":\"s%03u-%s\",\"during\":\"%04d-%02d-%02d/", i, i,
           office / WORLD_N_OFFICES, offices[office % WORLD_N_OFFICES].id, first.year, first.month, first.day);
      if (holder + 1 < WORLD_N_HOLDERS)
        {
          const Day last = day_of (world->starts[i + 1]);

          put (world, "%04d-%02d-%02d", last.year, last.month, last.day);
        }
      else
        {
          fputs ("..", world->file);
        }
      put (world, "\",\"term\":1,\"how\":\"elected\",");
      end (world, &chance);
    }
}

static void
write_places (World *world)
{
  for (guint i = 0; i < world->n_states; i++)
    {
      guint64 chance = chance_of (world, "place", i);
      char name[32];

      name_state (i, name, sizeof name);
      begin (world, "place");
      put (world, "\"id\":\"s%03u-capital\",\"label\":{\"en\":\"%s City\",\"vi\":\"Thủ đô %s\"},\"place-type\":\"city\",\"within\":\"s%03u\",",
           i, name, name, i);
      end (world, &chance);
    }
}

static void
write_topics (World *world)
{
  for (guint i = 0; i < N_TOPICS; i++)
    {
      guint64 chance = chance_of (world, "topic", i);

      begin (world, "topic");
      put (world, "\"id\":\"%s\",\"label\":{\"en\":\"%s\",\"vi\":\"%s\"},", topics[i][0], topics[i][1], topics[i][2]);
      end (world, &chance);
    }
}

static void
write_sources (World *world)
{
  static const char *const types[] = { "press", "official", "register", "scholarly" };

  for (guint i = 0; i < N_SOURCES; i++)
    {
      begin (world, "source");
      put (world, "\"id\":\"source-%02u\",\"title\":{\"en\":\"Gazette %u\",\"vi\":\"Công báo %u\"},\"publisher\":\"Publisher %u\",", i, i, i,
           i / 3);
      put (world, "\"published\":\"%u-0%u\",\"language\":\"%s\",\"source-type\":\"%s\",\"family\":\"family-%u\"%s", 2000 + i,
           1 + i % 9, i % 2 == 0 ? "en" : "vi", types[i % 4], i / 3, world->settings->form == WORLD_JSON_LINES ? "}\n" : "}");
    }
}

/* Of the first two states: the relation, its stages, and what is complete. */
static void
write_relation (World *world)
{
  guint64 chance = chance_of (world, "relation", 0);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      begin (world, "level");
      put (world, "\"id\":\"%s\",\"label\":{\"en\":\"%s\",\"vi\":\"%s\"},\"ladder\":\"%s\",\"rank\":%u,", levels[i][0], levels[i][2],
           levels[i][3], levels[i][1], i == 0 ? 1 : i);
      end (world, &chance);
    }

  begin (world, "relation");
  put (world, "\"id\":\"" WORLD_RELATION "\",\"parties\":[\"" WORLD_GUEST "\",\"" WORLD_HOST "\"],");
  end (world, &chance);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      static const char *const spans[] = { "1955-03-10/..", "1988-06-01/2006-11-20", "2006-11-20/.." };

      begin (world, "stage");
      put (world, "\"id\":\"" WORLD_RELATION "-%u\",\"relation\":\"" WORLD_RELATION "\",\"level\":\"%s\",\"during\":\"%s\",\"act\":\"%s\",",
           i, levels[i][0], spans[i], i == 0 ? "established" : "upgraded");
      end (world, &chance);
    }
}

static void
write_coverage (World *world)
{
  guint64 chance = chance_of (world, "coverage", 0);

  begin (world, "coverage");
  put (world, "\"id\":\"visits-to-" WORLD_HOST "\",\"scope\":\"kind:visit host:" WORLD_HOST "\",\"during\":\"1950/2023\","
              "\"sources\":[\"source-%02u\"],\"basis\":\"curator\",",
       REGISTER);
  end (world, &chance);
}

/* --- Events --- */

typedef struct
{
  guint   number;
  guint   host, guest;
  guint   office; /* of the guest */
  int     day;
  char    when[32];
  guint64 chance;
} Event;

static gboolean
is_own (const World *world,
        guint        number)
{
  const guint n_own = world->settings->n_own;

  return number < (n_own > 0 ? n_own : WORLD_N_OWN_EVENTS);
}

static Event
draw_event (const World *world,
            guint        number)
{
  Event event = { .number = number, .chance = chance_of (world, "event", number) };
  const guint n_others = world->n_states - 2;

  if (is_own (world, number))
    {
      event.host = 1 - draw (&event.chance, 8) / 7;
      event.guest = 1 - event.host;
    }
  else
    {
      event.host = 2 + draw (&event.chance, n_others);
      event.guest = 2 + (event.host - 2 + 1 + draw (&event.chance, n_others - 1)) % n_others;
    }
  event.office = draw (&event.chance, WORLD_N_OFFICES);
  event.day = (int) draw (&event.chance, WORLD_N_YEARS * 365 - 10);
  format_span (event.when, sizeof event.when, &event.chance, event.day);

  return event;
}

static void
write_participant (World       *world,
                   const Event *event,
                   guint        state,
                   guint        office,
                   const char  *role)
{
  const guint person = number_of_person (state, office, find_holder (world, state, office, event->day));

  put (world, "{\"actor\":\"p-%06u\",\"role\":\"%s\",\"capacity\":\"s%03u-%s\"}", person, role, state, offices[office].id);
}

/* The guest with a delegation, and who received them. */
static void
write_participants (World *world,
                    Event *event)
{
  const guint n_members = world->settings->is_plain || draw (&event->chance, 3) > 0 ? 0 : 1 + draw (&event->chance, 3);

  fputs ("\"participants\":[", world->file);
  write_participant (world, event, event->guest, event->office, "guest");
  for (guint i = 0; i < n_members; i++)
    {
      fputc (',', world->file);
      write_participant (world, event, event->guest, (event->office + 1 + i) % WORLD_N_OFFICES, "member");
    }
  fputc (',', world->file);
  write_participant (world, event, event->host, event->office, "host");
  fputs ("],", world->file);
}

static void
write_visit (World *world,
             Event *event)
{
  static const char *const types[] = { "state", "official", "official-working", "working" };
  const guint guest = number_of_person (event->guest, event->office,
                                        find_holder (world, event->guest, event->office, event->day));
  const char *family, *given;
  char host[32];

  name_person (chance_of (world, "name", guest), &family, &given);
  name_state (event->host, host, sizeof host);
  begin (world, "visit");
  put (world, "\"id\":\"v-%07u\",\"label\":{\"en\":\"Visit of %s %s %s to %s\",\"vi\":\"Chuyến thăm %s của %s %s %s\"},",
       event->number, offices[event->office].en, given, family, host, host, offices[event->office].vi, family, given);
  put (world, "\"when\":\"%s\",", event->when);
  if (!world->settings->is_plain)
    put (world, "\"places\":[\"s%03u-capital\"],", event->host);
  put (world, "\"host\":\"s%03u\",\"visit-type\":\"%s\",\"purposes\":[\"bilateral\"],\"status\":\"held\",", event->host,
       types[draw (&event->chance, 4)]);
  write_participants (world, event);
  if (!world->settings->is_plain && draw (&event->chance, 2) == 0)
    put (world, "\"topics\":[\"%s\"],", topics[draw (&event->chance, N_TOPICS)][0]);
  end_with (world, &event->chance, is_own (world, event->number) ? REGISTER : draw (&event->chance, N_SOURCES));
}

static void
write_meeting (World *world,
               Event *event)
{
  static const char *const settings[] = { "bilateral", "sidelines", "summit" };

  begin (world, "meeting");
  put (world, "\"id\":\"m-%07u\",\"label\":{\"en\":\"Talks of s%03u and s%03u\",\"vi\":\"Hội đàm s%03u và s%03u\"},\"when\":\"%s\",",
       event->number, event->guest, event->host, event->guest, event->host, event->when);
  put (world, "\"mode\":\"in-person\",\"setting\":\"%s\",\"status\":\"held\",", settings[draw (&event->chance, 3)]);
  write_participants (world, event);
  end (world, &event->chance);
}

static void
write_statement (World *world,
                 Event *event)
{
  begin (world, "statement");
  put (world, "\"id\":\"d-%07u\",\"label\":{\"en\":\"Joint statement\",\"vi\":\"Tuyên bố chung\"},\"when\":\"%s\",", event->number,
       event->when);
  put (world, "\"form\":\"joint-statement\",\"wording\":{\"en\":\"Both sides agreed to deepen co-operation in %s.\","
              "\"vi\":\"Hai bên nhất trí làm sâu sắc hợp tác trong lĩnh vực %s.\"},\"stance\":\"agrees\",",
       topics[event->number % N_TOPICS][1], topics[event->number % N_TOPICS][2]);
  put (world, "\"participants\":[");
  write_participant (world, event, event->guest, event->office, "speaker");
  fputc (',', world->file);
  write_participant (world, event, event->host, event->office, "speaker");
  fputs ("],", world->file);
  end (world, &event->chance);
}

static void
write_agreement (World *world,
                 Event *event)
{
  begin (world, "agreement");
  put (world, "\"id\":\"a-%07u\",\"label\":{\"en\":\"Agreement on %s\",\"vi\":\"Hiệp định về %s\"},\"form\":\"agreement\",\"binding\":\"treaty\",",
       event->number, topics[event->number % N_TOPICS][1], topics[event->number % N_TOPICS][2]);
  put (world, "\"parties\":[\"s%03u\",\"s%03u\"],\"topics\":[\"%s\"],", event->guest, event->host,
       topics[event->number % N_TOPICS][0]);
  end (world, &event->chance);
}

static void
write_action (World *world,
              Event *event)
{
  begin (world, "treaty-action");
  put (world, "\"id\":\"a-%07u-in-force\",\"agreement\":\"a-%07u\",\"action\":\"entered-into-force\",\"when\":\"%s\",", event->number,
       event->number, event->when);
  end (world, &event->chance);
}

/* Which of twenty events are of a kind: from @first up to @end, which is left out. */
static void
write_events (World *world,
              guint  first,
              guint  last,
              void (*write) (World *world,
                             Event *event))
{
  for (guint i = world->settings->first; i < world->settings->n_events; i++)
    if (world->settings->is_plain || (i % 20 >= first && i % 20 <= last))
      {
        Event event = draw_event (world, i);

        write (world, &event);
      }
}

guint
world_get_n_states (const WorldSettings *settings)
{
  return settings->n_states > 0 ? MAX (settings->n_states, 4) : MAX (8, settings->n_events / 2400);
}

void
world_write (const WorldSettings *settings,
             FILE                *file)
{
  World world = { settings, file, world_get_n_states (settings), 0, NULL };
  const gboolean lines = settings->form == WORLD_JSON_LINES;

  draw_tenures (&world);
  put (&world, "{\"format\":\"vnus-chronicle\",\"version\":1,\"id\":\"world-%u\",\"label\":{\"en\":\"A world\",\"vi\":\"Một thế giới\"}%s",
       settings->n_events, lines ? "}\n" : ",\"records\":[\n");
  write_states (&world);
  write_persons (&world);
  write_offices (&world);
  write_tenures (&world);
  write_places (&world);
  write_topics (&world);
  write_sources (&world);
  write_relation (&world);
  write_events (&world, 0, 13, write_visit);
  if (!settings->is_plain)
    {
      write_events (&world, 14, 16, write_meeting);
      write_events (&world, 17, 17, write_statement);
      write_events (&world, 18, 19, write_agreement);
      write_events (&world, 18, 19, write_action);
    }
  write_coverage (&world);
  fputs (lines ? "" : "\n]}\n", file);
  g_free (world.starts);
}

GBytes *
world_make (const WorldSettings *settings)
{
  char *data = NULL;
  size_t size = 0;
  FILE *file = open_memstream (&data, &size);

  world_write (settings, file);
  fclose (file);

  return g_bytes_new_with_free_func (data, size, free, data);
}
