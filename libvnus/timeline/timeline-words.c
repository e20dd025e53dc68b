/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: what is written on a timeline. */
#include "timeline/timeline-private.h"

#include <string.h>

#include <vnus/vnus-meeting.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-rank.h>
#include <vnus/vnus-stage.h>
#include <vnus/vnus-statement.h>

#include "chronicle/vnus-phrase-private.h"
#include "chronicle/vnus-record-name-private.h"
#include "timeline/text-width-private.h"
#include "wording/vnus-message-private.h"

/* What is not of persons comes behind what is, and statements come last. */
#define IMPORTANCE_OTHER     (VNUS_RANK_OFFICIAL + 2)
#define IMPORTANCE_STATEMENT (VNUS_RANK_OFFICIAL + 3)

char *
_vnus_timeline_name_of (TimelineScene *scene,
                        const char    *id)
{
  return _vnus_record_name_of (scene->view, id, scene->language);
}

static const char *
person_of (TimelineScene   *scene,
           VnusParticipant *participant)
{
  const char *actor = participant != NULL ? vnus_participant_get_actor (participant) : NULL;
  VnusRecord *record = actor != NULL ? vnus_chronicle_lookup (scene->view, actor) : NULL;

  return record != NULL && vnus_record_get_kind (record) == VNUS_KIND_PERSON ? actor : NULL;
}

/* “A – B” if two persons met, and nobody else is told of; else NULL. */
static char *
name_of_two (TimelineScene *scene,
             VnusEvent     *event)
{
  g_autofree char *one_name = NULL, *other_name = NULL;
  const char *one, *other;

  if (vnus_event_get_n_participants (event) != 2)
    return NULL;
  one = person_of (scene, vnus_event_get_participant (event, 0));
  other = person_of (scene, vnus_event_get_participant (event, 1));
  if (one == NULL || other == NULL)
    return NULL;

  one_name = _vnus_timeline_name_of (scene, one);
  other_name = _vnus_timeline_name_of (scene, other);
  return _vnus_say (scene->language, "timeline.two", VNUS_ARG_S ("one", one_name), VNUS_ARG_S ("other", other_name));
}

/* The lane says what happened, and of a visit where: who was there is enough. */
static char *
name_by_persons (TimelineScene    *scene,
                 VnusTimelineItem *item)
{
  VnusParticipant *guest = VNUS_IS_VISIT (item->record) ? _vnus_visit_get_guest (VNUS_VISIT (item->record)) : NULL;

  if (VNUS_IS_MEETING (item->record))
    return name_of_two (scene, VNUS_EVENT (item->record));
  if (guest == NULL || vnus_participant_get_actor (guest) == NULL)
    return NULL;

  return _vnus_timeline_name_of (scene, vnus_participant_get_actor (guest));
}

/* A sentence in a label needs no full stop. */
static char *
clean_label (const char *label)
{
  char *clean = _vnus_text_clean (label);

  if (strlen (clean) > 1 && g_str_has_suffix (clean, "."))
    clean[strlen (clean) - 1] = '\0';

  return clean;
}

static char *
make_name (TimelineScene    *scene,
           VnusTimelineItem *item)
{
  g_autofree char *name = NULL;

  if (scene->grouping != VNUS_TIMELINE_GROUPING_ACTOR)
    name = name_by_persons (scene, item);
  if (name == NULL && item->level != NULL)
    name = _vnus_phrase_capitalise (_vnus_timeline_name_of (scene, item->level));
  if (name == NULL)
    name = _vnus_timeline_name_of (scene, vnus_record_get_id (item->record));

  return clean_label (name);
}

/* ---- Dates ---- */

/* All that sources say, the used one first. */
static char *
make_dates (TimelineScene *scene,
            VnusRecord    *record)
{
  g_autoptr (VnusTime) time = _vnus_time_of (scene->view, record);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      g_autofree char *text = vnus_date_format (_vnus_time_get_nth (time, i), scene->language, VNUS_DATE_STYLE_SHORT);

      g_strv_builder_add (texts, text);
    }
  list = g_strv_builder_end (texts);

  return _vnus_message_list (scene->language, (const char *const *) list, "or");
}

static const char *
standing_word (VnusTimelineStanding standing)
{
  static const char *const words[] = { "none", "done", "under_way", "planned",
                                       "later", "announced", "postponed", "cancelled" };

  return words[standing];
}

static char *
with_standing (TimelineScene        *scene,
               VnusTimelineStanding  standing,
               const char           *text)
{
  return _vnus_say (scene->language, "timeline.standing", VNUS_ARG_S ("standing", standing_word (standing)),
                    VNUS_ARG_S ("name", text));
}

char *
_vnus_timeline_make_label (TimelineScene    *scene,
                           VnusTimelineItem *item,
                           gboolean          has_dates,
                           int               width)
{
  g_autofree char *dated = NULL, *whole = NULL, *fitted = NULL;
  const char *name = item->name;
  int rest;

  if (has_dates)
    name = dated = _vnus_say (scene->language, "timeline.dated", VNUS_ARG_S ("name", item->name),
                              VNUS_ARG_S ("dates", item->dates));
  whole = with_standing (scene, item->standing, name);
  rest = _vnus_text_width (whole, VNUS_SIZE_SMALL, item->is_subject) - width;
  if (rest <= 0)
    return g_steal_pointer (&whole);

  /* How it stands is not cut off, since that would change what is said. */
  fitted = _vnus_text_fit (item->name, VNUS_SIZE_SMALL, item->is_subject,
                           _vnus_text_width (item->name, VNUS_SIZE_SMALL, item->is_subject) - rest - 1);
  return with_standing (scene, item->standing, fitted);
}

static char *
make_title (TimelineScene    *scene,
            VnusTimelineItem *item)
{
  g_autofree char *name = _vnus_timeline_name_of (scene, vnus_record_get_id (item->record));
  g_autofree char *clean = clean_label (name);
  g_autofree char *standing = with_standing (scene, item->standing, clean);
  g_autofree char *doubt = NULL;

  if (item->reasons == VNUS_REASONS_NONE)
    return _vnus_say (scene->language, "timeline.item", VNUS_ARG_S ("name", standing), VNUS_ARG_S ("dates", item->dates));

  doubt = _vnus_message_reasons (scene->language, item->reasons);
  return _vnus_say (scene->language, "timeline.item-doubted", VNUS_ARG_S ("name", standing),
                    VNUS_ARG_S ("dates", item->dates), VNUS_ARG_S ("doubt", doubt));
}

/* ---- Importance ---- */

static int
rank_of (TimelineScene   *scene,
         VnusParticipant *participant)
{
  VnusOffice *office = _vnus_lookup_office (scene->view, vnus_participant_get_capacity (participant));
  const int rank = office != NULL ? (int) vnus_office_get_rank (office) : VNUS_RANK_UNSET;

  return rank != VNUS_RANK_UNSET ? rank : VNUS_RANK_OFFICIAL + 1;
}

static int
find_importance (TimelineScene    *scene,
                 VnusTimelineItem *item)
{
  VnusParticipant *main = _vnus_timeline_main_participant (item->record);

  if (item->is_subject)
    return 0;
  if (VNUS_IS_STATEMENT (item->record))
    return IMPORTANCE_STATEMENT;

  return main != NULL ? rank_of (scene, main) : IMPORTANCE_OTHER;
}

void
_vnus_timeline_find_words (TimelineScene    *scene,
                           VnusTimelineItem *item)
{
  VnusParticipant *main = _vnus_timeline_main_participant (item->record);

  if (VNUS_IS_STAGE (item->record))
    item->level = vnus_stage_get_level (VNUS_STAGE (item->record));
  if (main != NULL)
    item->actor = g_strdup (vnus_participant_get_actor (main));
  item->importance = find_importance (scene, item);

  item->name = make_name (scene, item);
  item->dates = make_dates (scene, item->record);
  item->title = make_title (scene, item);
}

/* ---- Lanes ---- */

static char *
title_of_ladder (TimelineScene *scene,
                 const char    *ladder)
{
  return _vnus_say (scene->language, "timeline.lane-ladder", VNUS_ARG_S ("ladder", ladder));
}

static char *
title_of_visits (TimelineScene *scene,
                 const char    *host)
{
  g_autofree char *word = g_strdelimit (g_strdup (host), "-", '_');
  g_autofree char *label = _vnus_timeline_name_of (scene, host);
  g_autofree char *name = _vnus_say (scene->language, "brief.state", VNUS_ARG_S ("id", word), VNUS_ARG_S ("name", label));

  return _vnus_say (scene->language, "timeline.lane-visits", VNUS_ARG_S ("host", name));
}

static char *
make_lane_title (TimelineScene    *scene,
                 VnusTimelineItem *item)
{
  const char *ladder = _vnus_timeline_ladder_of (scene, item->record);
  const char *host = VNUS_IS_VISIT (item->record) ? vnus_visit_get_host (VNUS_VISIT (item->record)) : NULL;

  if (ladder != NULL)
    return title_of_ladder (scene, ladder);
  if (scene->grouping == VNUS_TIMELINE_GROUPING_ACTOR && item->lane_id[0] == 'a')
    return _vnus_timeline_name_of (scene, item->actor);
  if (scene->grouping == VNUS_TIMELINE_GROUPING_ACTOR)
    return _vnus_say (scene->language, "timeline.lane", VNUS_ARG_S ("kind", "rest"));
  if (host != NULL)
    return title_of_visits (scene, _vnus_body_root (scene->view, host));

  return _vnus_say (scene->language, "timeline.lane",
                    VNUS_ARG_S ("kind", vnus_kind_to_string (vnus_record_get_kind (item->record))));
}

char *
_vnus_timeline_lane_title (TimelineScene    *scene,
                           VnusTimelineItem *item)
{
  g_autofree char *title = make_lane_title (scene, item);

  return _vnus_text_clean (title);
}
