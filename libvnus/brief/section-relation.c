/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the course of the relation, and earlier visits of the same office. */
#include "brief/brief-private.h"

#include <vnus/vnus-stage.h>

/* ---- Course ---- */

static int
compare_stages (gconstpointer a,
                gconstpointer b)
{
  VnusStage *one = *(VnusStage *const *) a, *other = *(VnusStage *const *) b;
  const int order = vnus_date_compare (vnus_stage_get_during (one), vnus_stage_get_during (other));

  return order != 0 ? order : g_strcmp0 (vnus_record_get_id (VNUS_RECORD (one)), vnus_record_get_id (VNUS_RECORD (other)));
}

/* Whose act it was, where one side acts for itself: it recognises, it opens an embassy.
 * NULL where both do, or that is not told. */
static const char *
actor_of (BriefScene *scene,
          VnusStage  *stage)
{
  static const char *const ladders[] = { "recognition", "mission", "consular", NULL };

  return vnus_stage_get_n_by (stage) == 1 && g_strv_contains (ladders, _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage)))
           ? vnus_stage_get_actor (stage, 0)
           : NULL;
}

/* Whether both sides can be said to have done it: who recognised whom, or opened what
 * where, does not follow from the relation. */
static gboolean
is_of_both (BriefScene *scene,
            VnusStage  *stage)
{
  const char *ladder = _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage));

  if (g_str_equal (ladder, "recognition"))
    return vnus_stage_get_n_by (stage) != 1 && (vnus_stage_get_n_by (stage) > 1 || vnus_stage_get_act (stage) != VNUS_STAGE_ACT_RECOGNISED);

  return !g_str_equal (ladder, "mission") && actor_of (scene, stage) == NULL;
}

/* Whether it has begun by the standpoint for certain, or as far as its date tells. */
static VnusTruth
has_begun (BriefScene *scene,
           VnusStage  *stage)
{
  VnusDate *during = vnus_stage_get_during (stage);
  const int earliest = during != NULL ? vnus_date_get_earliest_start (during) : VNUS_DAY_MIN;

  if (during != NULL && vnus_date_get_latest_start (during) <= scene->today)
    return VNUS_TRUTH_CERTAINLY;

  return earliest > VNUS_DAY_MIN && earliest <= scene->today ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_NO;
}

/* The stages of the relation that have begun, or may have: of one side, or (NULL) of both. */
static GPtrArray *
list_stages (BriefScene *scene,
             const char *actor)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_STAGE);
  GPtrArray *stages = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      VnusStage *stage = g_ptr_array_index (all, i);

      if (vnus_stage_get_level (stage) != NULL && has_begun (scene, stage) != VNUS_TRUTH_NO &&
          g_strcmp0 (vnus_stage_get_relation (stage), vnus_record_get_id (scene->relation)) == 0 &&
          (actor != NULL ? g_strcmp0 (actor_of (scene, stage), actor) == 0 : is_of_both (scene, stage)))
        g_ptr_array_add (stages, stage);
    }
  g_ptr_array_sort (stages, compare_stages);

  return stages;
}

/* The first step onto a ladder is no upgrade from anything on it. */
static const char *
act_of (BriefScene *scene,
        GPtrArray  *stages,
        guint       position)
{
  VnusStage *stage = g_ptr_array_index (stages, position);
  const char *ladder = _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage));

  if (vnus_stage_get_act (stage) != VNUS_STAGE_ACT_UPGRADED)
    return _vnus_brief_nick (VNUS_TYPE_STAGE_ACT, (int) vnus_stage_get_act (stage));

  for (guint i = 0; i < position; i++)
    {
      VnusStage *earlier = g_ptr_array_index (stages, i);

      if (g_str_equal (_vnus_brief_ladder_of (scene, vnus_stage_get_level (earlier)), ladder))
        return "upgraded";
    }

  return "established";
}

/* By the name that the side for which the brief is written has for it. */
static void
add_level (BriefScene *scene,
           VnusPhrase *phrase,
           VnusStage  *stage)
{
  for (guint i = 0; i < vnus_stage_get_n_designation (stage); i++)
    {
      VnusDesignation *designation = vnus_stage_get_designation (stage, i);

      if (_vnus_brief_is_own (scene, vnus_designation_get_side (designation)))
        {
          _vnus_phrase_add_localised (phrase, "level", vnus_designation_get_text (designation));
          return;
        }
    }

  _vnus_phrase_add_record (phrase, "level", vnus_stage_get_level (stage));
}

static VnusPhrase *
say_step (BriefScene *scene,
          GPtrArray  *stages,
          guint       position)
{
  VnusStage *stage = g_ptr_array_index (stages, position);
  g_autoptr (VnusDate) during = _vnus_brief_dup_when (scene, VNUS_RECORD (stage), "during", NULL);
  g_autoptr (VnusDate) start = vnus_date_dup_start (during);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.course-step");

  _vnus_phrase_add_text (phrase, "act", act_of (scene, stages, position));
  _vnus_phrase_add_text (phrase, "ladder", _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage)));
  add_level (scene, phrase, stage);
  _vnus_brief_take (phrase, "when", _vnus_brief_when (start != NULL ? start : during));
  return phrase;
}

static VnusPhrase *
say_parties (BriefScene *scene)
{
  g_autoptr (GPtrArray) parties = _vnus_brief_phrases_new ();
  VnusPhrase *phrase = _vnus_phrase_new ("brief.parties");

  g_ptr_array_add (parties, _vnus_brief_state (scene, scene->first));
  g_ptr_array_add (parties, _vnus_brief_state (scene, scene->second));
  _vnus_brief_take_list (phrase, "parties", parties, "and");
  return phrase;
}

static VnusPhrase *
say_step_of_one (BriefScene *scene,
                 VnusStage  *stage,
                 const char *partner)
{
  g_autoptr (VnusDate) during = _vnus_brief_dup_when (scene, VNUS_RECORD (stage), "during", NULL);
  g_autoptr (VnusDate) start = vnus_date_dup_start (during);
  g_autofree char *level = g_strdelimit (g_strdup (vnus_stage_get_level (stage)), "-", '_'); /* as messages select it */
  VnusPhrase *phrase = _vnus_phrase_new ("brief.course-step-of-one");

  _vnus_phrase_add_word (phrase, "act", _vnus_brief_nick (VNUS_TYPE_STAGE_ACT, (int) vnus_stage_get_act (stage)));
  _vnus_phrase_add_text (phrase, "ladder", _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage)));
  _vnus_phrase_add_text (phrase, "id", level);
  add_level (scene, phrase, stage);
  _vnus_brief_take (phrase, "partner", _vnus_brief_state (scene, partner));
  _vnus_brief_take (phrase, "when", _vnus_brief_when (start != NULL ? start : during));
  return phrase;
}

/* Those of @stages that have begun for certain, or those that may have, in a sentence. */
static void
write_steps (BriefScene *scene,
             GPtrArray  *items,
             GPtrArray  *stages,
             VnusTruth   begun,
             const char *actor,
             const char *partner)
{
  const gboolean is_sure = begun == VNUS_TRUTH_CERTAINLY;
  g_autoptr (GPtrArray) steps = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "course", is_sure ? "brief.course" : "brief.course-unsure");

  for (guint i = 0; i < stages->len; i++)
    {
      VnusStage *stage = g_ptr_array_index (stages, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (stage));

      if (has_begun (scene, stage) != begun)
        continue;
      g_ptr_array_add (steps, actor != NULL ? say_step_of_one (scene, stage, partner) : say_step (scene, stages, i));
      _vnus_brief_cite (draft, id);
      _vnus_brief_cite_field (draft, id, "during");
    }
  if (steps->len == 0)
    {
      _vnus_brief_draft_free (draft);
      return;
    }

  _vnus_brief_take (draft->phrase, "parties", actor != NULL ? _vnus_brief_state (scene, actor) : say_parties (scene));
  _vnus_brief_take_list (draft->phrase, "steps", steps, "and");
  if (!is_sure)
    {
      _vnus_phrase_add_date (draft->phrase, "standpoint", scene->standpoint, VNUS_DATE_STYLE_PROSE);
      _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_DATE_VAGUE);
    }
  _vnus_brief_commit (draft, items);
}

/* What both sides did, or (@actor) what one of them did. */
static void
write_course (BriefScene *scene,
              GPtrArray  *items,
              const char *actor,
              const char *partner)
{
  g_autoptr (GPtrArray) stages = list_stages (scene, actor);

  write_steps (scene, items, stages, VNUS_TRUTH_CERTAINLY, actor, partner);
  if (scene->standpoint != NULL)
    write_steps (scene, items, stages, VNUS_TRUTH_POSSIBLY, actor, partner);
}

void
_vnus_brief_write_course (BriefScene *scene,
                          GPtrArray  *items)
{
  if (scene->relation == NULL || scene->first == NULL || scene->second == NULL)
    return;

  write_course (scene, items, NULL, NULL);
  write_course (scene, items, scene->first, scene->second);
  write_course (scene, items, scene->second, scene->first);
}

/* ---- Earlier visits ---- */

static gboolean
is_earlier_visit (BriefScene *scene,
                  VnusEvent  *event)
{
  VnusParticipant *guest = _vnus_brief_find_role (event, VNUS_ROLE_GUEST);
  VnusDate *when = vnus_event_get_when (event);

  return guest != NULL && when != NULL && VNUS_RECORD (event) != scene->subject &&
         g_strcmp0 (vnus_participant_get_capacity (guest), vnus_participant_get_capacity (scene->guest)) == 0 &&
         g_strcmp0 (_vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (event))), scene->host) == 0 &&
         vnus_date_get_earliest_start (when) < vnus_date_get_earliest_start (vnus_event_get_when (scene->event)) &&
         _vnus_brief_is_done (scene, event);
}

GPtrArray *
_vnus_brief_list_earlier_visits (BriefScene *scene)
{
  return _vnus_brief_pick_events (scene, VNUS_KIND_VISIT, is_earlier_visit);
}

static const char *
guest_of (VnusEvent *visit)
{
  return vnus_participant_get_actor (_vnus_brief_find_role (visit, VNUS_ROLE_GUEST));
}

static gboolean
is_first_of_guest (GPtrArray *visits,
                   guint      position)
{
  for (guint i = 0; i < position; i++)
    if (g_str_equal (guest_of (g_ptr_array_index (visits, i)), guest_of (g_ptr_array_index (visits, position))))
      return FALSE;

  return TRUE;
}

/* A visitor, with the dates of all visits of theirs. */
static VnusPhrase *
say_visitor (BriefDraft *draft,
             GPtrArray  *visits,
             guint       position)
{
  const char *visitor = guest_of (g_ptr_array_index (visits, position));
  g_autoptr (GPtrArray) dates = _vnus_brief_phrases_new ();
  VnusPhrase *phrase;

  if (!is_first_of_guest (visits, position))
    return NULL; /* told with the first */

  for (guint i = position; i < visits->len; i++)
    {
      VnusEvent *visit = g_ptr_array_index (visits, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (visit));
      g_autoptr (VnusDate) when = NULL;
      VnusPhrase *date;

      if (!g_str_equal (guest_of (visit), visitor))
        continue;
      when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (visit), "when", NULL);
      date = _vnus_brief_bracket (when);
      g_ptr_array_add (dates, date);
      _vnus_brief_cite (draft, id);
      _vnus_brief_cite_field (draft, id, "when");
    }

  phrase = _vnus_phrase_new ("brief.name-and-dates");
  _vnus_phrase_add_record (phrase, "name", visitor);
  _vnus_brief_take_list (phrase, "dates", dates, "and");
  return phrase;
}

/* Whom the guest met at a summit of persons; empty if it is none. */
static GPtrArray *
list_others (VnusEvent  *summit,
             const char *guest)
{
  GPtrArray *others = g_ptr_array_new ();
  gboolean has_guest = FALSE;

  if (!VNUS_IS_MEETING (summit) || vnus_meeting_get_setting (VNUS_MEETING (summit)) != VNUS_SETTING_SUMMIT)
    return others;

  for (guint i = 0; i < vnus_event_get_n_participants (summit); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (summit, i);
      const char *actor = vnus_participant_get_actor (participant);

      if (g_strcmp0 (actor, guest) == 0)
        has_guest = TRUE;
      else if (actor != NULL && vnus_participant_get_capacity (participant) != NULL)
        g_ptr_array_add (others, participant);
    }
  if (!has_guest)
    g_ptr_array_set_size (others, 0);

  return others;
}

static void
add_summit (BriefDraft *draft,
            VnusEvent  *summit,
            GPtrArray  *others)
{
  const char *place = _vnus_brief_best_place (draft->scene, summit);
  g_autoptr (GPtrArray) names = _vnus_brief_phrases_new ();

  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (names, _vnus_brief_participant (draft, summit, g_ptr_array_index (others, i)));
  _vnus_brief_take_list (draft->phrase, "others", names, "and");
  _vnus_phrase_add_word (draft->phrase, "placed", place != NULL ? "yes" : "no");
  if (place != NULL)
    _vnus_brief_take (draft->phrase, "place", _vnus_brief_place (draft->scene, place));
  else
    _vnus_phrase_add_word (draft->phrase, "place", "");
  _vnus_brief_cite_record (draft, VNUS_RECORD (summit));
}

static void
write_occasions (BriefScene *scene,
                 GPtrArray  *items,
                 VnusEvent  *visit)
{
  VnusParticipant *guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST);
  const char *id = vnus_record_get_id (VNUS_RECORD (visit));

  for (guint i = 0; i < vnus_event_get_n_occasions (visit); i++)
    {
      const char *occasion = vnus_event_get_occasion (visit, i);
      VnusRecord *record = vnus_chronicle_lookup (scene->view, occasion);
      g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (visit), "when", NULL);
      g_autoptr (GPtrArray) others = NULL;
      BriefDraft *draft;

      if (record == NULL || !VNUS_IS_EVENT (record) || when == NULL)
        continue;
      others = list_others (VNUS_EVENT (record), vnus_participant_get_actor (guest));
      draft = _vnus_brief_draft_new (scene, "earlier-occasion",
                                     others->len > 0 ? "brief.earlier-summit" : "brief.earlier-occasion");
      _vnus_brief_take (draft->phrase, "who", _vnus_brief_named (scene, vnus_participant_get_actor (guest)));
      _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
      if (others->len > 0)
        add_summit (draft, VNUS_EVENT (record), others);
      else
        _vnus_phrase_add_record (draft->phrase, "occasion", occasion);
      _vnus_brief_cite_member (draft, id, "occasions", occasion);
      _vnus_brief_cite_field (draft, id, "when");
      _vnus_brief_commit (draft, items);
    }
}

void
_vnus_brief_write_earlier (BriefScene *scene,
                           GPtrArray  *items)
{
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) visitors = _vnus_brief_phrases_new ();
  BriefDraft *draft;

  if (scene->guest == NULL || scene->host == NULL || vnus_participant_get_capacity (scene->guest) == NULL ||
      vnus_event_get_when (scene->event) == NULL)
    return;

  visits = _vnus_brief_list_earlier_visits (scene);
  if (visits->len == 0)
    return;

  draft = _vnus_brief_draft_new (scene, "earlier-visits", "brief.earlier");
  for (guint i = 0; i < visits->len; i++)
    {
      VnusPhrase *visitor = say_visitor (draft, visits, i);

      if (visitor != NULL)
        g_ptr_array_add (visitors, visitor);
    }
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_country (scene, scene->host));
  _vnus_phrase_add_record (draft->phrase, "office", vnus_participant_get_capacity (scene->guest));
  _vnus_brief_take_list (draft->phrase, "visitors", visitors, "semicolon");
  _vnus_brief_commit (draft, items);

  for (guint i = 0; i < visits->len; i++)
    {
      VnusEvent *visit = g_ptr_array_index (visits, i);

      _vnus_brief_write_assertions (scene, items, visit);
      if (is_first_of_guest (visits, i))
        _vnus_brief_write_counts_of (scene, items, guest_of (visit), scene->host);
      write_occasions (scene, items, visit);
    }
}
