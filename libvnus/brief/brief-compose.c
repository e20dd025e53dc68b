/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: sets the scene and goes through the sections. */
#include "brief/brief-compose-private.h"

#include <vnus/vnus-relation.h>

#include <string.h>

#include "brief/vnus-brief-section-private.h"

/* The sections in their order. Each is left out when it has nothing to say. */
static const struct
{
  const char    *id;
  const char    *title;
  VnusBriefDepth depth; /* the least at which it is told */
  BriefWriter    write;
} sections[] = {
  { "headline", "brief.title-headline", VNUS_BRIEF_DEPTH_HEADLINE, _vnus_brief_write_headline },
  { "visit", "brief.title-visit", VNUS_BRIEF_DEPTH_HEADLINE, _vnus_brief_write_visit },
  { "occasion", "brief.title-occasion", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_occasion },
  { "significance", "brief.title-significance", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_significance },
  { "programme", "brief.title-programme", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_programme },
  { "delegation", "brief.title-delegation", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_delegation },
  { "outcomes", "brief.title-outcomes", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_outcomes },
  { "guest", "brief.title-guest", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_guest },
  { "course", "brief.title-course", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_course },
  { "envoys", "brief.title-envoys", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_envoys },
  { "earlier-visits", "brief.title-earlier", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_earlier },
  { "contacts", "brief.title-contacts", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_contacts },
  { "delegations", "brief.title-delegations", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_delegations },
  { "mechanisms", "brief.title-mechanisms", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_mechanisms },
  { "agreements", "brief.title-agreements", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_agreements },
  { "cooperation", "brief.title-cooperation", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_cooperation },
  { "figures", "brief.title-figures", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_figures },
  { "positions", "brief.title-positions", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_positions },
  { "notes", "brief.title-notes", VNUS_BRIEF_DEPTH_STANDARD, _vnus_brief_write_notes },
};

/* ---- The scene ---- */

static void
scene_clear (BriefScene *self)
{
  g_clear_object (&self->view);
  g_clear_pointer (&self->standpoint, vnus_date_unref);
  g_clear_pointer (&self->reach, vnus_date_unref);
  g_clear_pointer (&self->circle, _vnus_brief_circle_unref);
  g_clear_pointer (&self->tenses, g_hash_table_unref);
  g_clear_pointer (&self->introduced, g_hash_table_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->is_told, g_hash_table_unref);
  g_clear_pointer (&self->within_reach, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BriefScene, scene_clear)

static gboolean
has_parties (VnusRelation *relation,
             const char   *a,
             const char   *b)
{
  gboolean has_a = FALSE, has_b = FALSE;

  for (guint i = 0; i < vnus_relation_get_n_parties (relation); i++)
    {
      has_a = has_a || g_str_equal (vnus_relation_get_party (relation, i), a);
      has_b = has_b || g_str_equal (vnus_relation_get_party (relation, i), b);
    }

  return has_a && has_b;
}

/* The states that take part in an event: that of its host first. */
static GPtrArray *
list_states (BriefScene *scene,
             VnusEvent  *event)
{
  GPtrArray *states = g_ptr_array_new ();

  if (scene->host != NULL)
    g_ptr_array_add (states, (gpointer) scene->host);
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      const char *state = _vnus_brief_side_of (scene, vnus_event_get_participant (event, i));

      if (state != NULL && !g_ptr_array_find_with_equal_func (states, state, g_str_equal, NULL))
        g_ptr_array_add (states, (gpointer) state);
    }

  return states;
}

/* The relation of two states that take part; or else, of what tells of no state,
 * the only one there is. */
static VnusRecord *
find_relation (BriefScene *scene)
{
  g_autoptr (GPtrArray) relations = _vnus_brief_list_of_kind (scene, VNUS_KIND_RELATION);
  g_autoptr (GPtrArray) states = list_states (scene, scene->event);

  for (guint r = 0; r < relations->len; r++)
    for (guint i = 0; i < states->len; i++)
      for (guint j = i + 1; j < states->len; j++)
        if (has_parties (g_ptr_array_index (relations, r), g_ptr_array_index (states, i), g_ptr_array_index (states, j)))
          return g_ptr_array_index (relations, r);

  return relations->len == 1 && states->len < 2 ? g_ptr_array_index (relations, 0) : NULL;
}

/* Where the name of a party stands in the name of a relation; NULL if it does not. */
static const char *
find_party (BriefScene *scene,
            const char *party,
            const char *name,
            const char *language)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, party);
  VnusText *label = record != NULL ? vnus_record_get_label (record) : NULL;
  const char *words = label != NULL ? vnus_text_get (label, language) : NULL;

  return words != NULL ? strstr (name, words) : NULL;
}

/* The party that the name of the relation has first; the first one if it does not
 * tell. */
static const char *
named_first (BriefScene   *scene,
             VnusRelation *relation)
{
  VnusText *label = vnus_record_get_label (VNUS_RECORD (relation));
  g_auto (GStrv) languages = label != NULL ? vnus_text_list_languages (label) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const char *name = vnus_text_get (label, languages[i]);
      const char *first = find_party (scene, vnus_relation_get_party (relation, 0), name, languages[i]);
      const char *second = find_party (scene, vnus_relation_get_party (relation, 1), name, languages[i]);

      if (first != NULL && second != NULL)
        return vnus_relation_get_party (relation, second < first ? 1 : 0);
    }

  return vnus_relation_get_party (relation, 0);
}

/* Own side first, or else the host, or else as the relation is named. */
static void
order_parties (BriefScene *scene,
               const char *perspective)
{
  VnusRelation *relation = scene->relation != NULL ? VNUS_RELATION (scene->relation) : NULL;
  const char *leader = perspective != NULL ? perspective : scene->host;

  if (relation == NULL || vnus_relation_get_n_parties (relation) < 2)
    return;
  if (leader == NULL)
    leader = named_first (scene, relation);

  scene->is_partial = perspective != NULL;
  scene->first = vnus_relation_get_party (relation, 0);
  scene->second = vnus_relation_get_party (relation, 1);
  if (leader != NULL && g_str_equal (scene->second, leader))
    {
      const char *other = scene->first;

      scene->first = scene->second;
      scene->second = other;
    }
}

/* The last day of anything held: what stands in for a standpoint. */
static int
find_last_day (BriefScene *scene)
{
  static const VnusKind kinds[] = { VNUS_KIND_VISIT, VNUS_KIND_MEETING, VNUS_KIND_STATEMENT, VNUS_KIND_MEASURE };
  int last = VNUS_DAY_MIN;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) events = _vnus_brief_list_of_kind (scene, kinds[k]);

      for (guint i = 0; i < events->len; i++)
        {
          VnusEvent *event = g_ptr_array_index (events, i);
          VnusDate *when = vnus_event_get_when (event);

          if (when != NULL && vnus_event_get_status (event) == VNUS_STATUS_HELD &&
              vnus_date_get_latest_end (when) < VNUS_DAY_MAX)
            last = MAX (last, vnus_date_get_latest_end (when));
        }
    }

  return last;
}

/* Days of GDate count from the first day of the year 1. */
#define JULIAN_OF_1970 719163
#define LAST_OF_GDATE 2932896 /* the last day of the year 9999 */

static int
years_before (int day,
              int years)
{
  GDate date;

  if (day < -JULIAN_OF_1970 + 366 * years || day > LAST_OF_GDATE)
    return day - 365 * years;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN_OF_1970));
  g_date_subtract_years (&date, (guint) years);
  return (int) g_date_get_julian (&date) - JULIAN_OF_1970;
}

/* The first day of the month of a day. */
static int
month_start (int day)
{
  GDate date;

  if (day < -JULIAN_OF_1970 + 366 || day > LAST_OF_GDATE)
    return day;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN_OF_1970));
  return day - (g_date_get_day (&date) - 1);
}

/* Whole months: what is told of a month whose day is not known counts as well. */
static void
set_reach (BriefScene *scene)
{
  VnusDate *when = scene->event != NULL ? vnus_event_get_when (scene->event) : NULL;
  g_autoptr (VnusDate) from = NULL;
  g_autoptr (VnusDate) to = NULL;
  g_autofree char *text = NULL;
  int end = scene->today;

  if (when != NULL && vnus_date_get_earliest_start (when) != VNUS_DAY_MIN)
    end = MIN (end, vnus_date_get_earliest_start (when) - 1);
  if (end == VNUS_DAY_MAX)
    end = find_last_day (scene);
  if (end == VNUS_DAY_MIN)
    end = 0;

  scene->reach_end = end;
  from = vnus_date_new_day (month_start (years_before (end, scene->depth == VNUS_BRIEF_DEPTH_FULL ? 2 : 1)));
  to = vnus_date_new_day (end);
  text = g_strdup_printf ("%s/%s", vnus_date_get_text (from), vnus_date_get_text (to));
  scene->reach = vnus_date_parse (text, NULL);
}

static void
set_event (BriefScene *scene)
{
  scene->event = VNUS_EVENT (scene->subject);
  if (VNUS_IS_VISIT (scene->subject))
    {
      scene->guest = _vnus_brief_find_role (scene->event, VNUS_ROLE_GUEST);
      scene->host = vnus_visit_get_host (VNUS_VISIT (scene->subject)) != NULL
                      ? _vnus_brief_state_of (scene, vnus_visit_get_host (VNUS_VISIT (scene->subject)))
                      : NULL;
    }
  scene->relation = find_relation (scene);
  scene->tense = _vnus_brief_tense_of (scene, scene->event);
}

static gboolean
set_subject (BriefScene *scene,
             const char *id,
             GError    **error)
{
  scene->subject = vnus_chronicle_lookup (scene->view, id);

  /* what is only referred to has no citation */
  if (scene->subject == NULL || vnus_record_get_n_citations (scene->subject) == 0)
    {
      g_set_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_SUBJECT,
                   "“%s”: the chronicle “%s” has no such record in view; expected the id of an event or a relation", id,
                   vnus_chronicle_get_id (scene->view));
      return FALSE;
    }
  if (VNUS_IS_EVENT (scene->subject))
    {
      set_event (scene);
    }
  else if (VNUS_IS_RELATION (scene->subject))
    {
      scene->relation = scene->subject;
    }
  else
    {
      g_set_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_WRONG_KIND,
                   "“%s” is a record of the kind “%s”; expected an event or a relation", id,
                   vnus_kind_to_string (vnus_record_get_kind (scene->subject)));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_perspective (BriefScene *scene,
                   const char *perspective,
                   GError    **error)
{
  if (perspective == NULL || _vnus_brief_is_party (scene, perspective))
    return TRUE;

  g_set_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_PARTY, "“%s” is no party; expected “%s” or “%s”", perspective,
               scene->first != NULL ? scene->first : "", scene->second != NULL ? scene->second : "");
  return FALSE;
}

/* ---- Composing ---- */

static gboolean
is_wanted (guint             position,
           const BriefPlan  *plan)
{
  return sections[position].depth <= plan->depth &&
         (plan->annex || sections[position].write != _vnus_brief_write_notes);
}

/* What is no visit, and a full brief, have other titles. */
static const char *
title_of (BriefScene *scene,
          guint       position)
{
  if (sections[position].write == _vnus_brief_write_visit && !VNUS_IS_VISIT (scene->subject))
    return "brief.title-event";
  if (sections[position].write == _vnus_brief_write_contacts && scene->event != NULL && scene->tense == VNUS_STANDING_HELD)
    return scene->depth == VNUS_BRIEF_DEPTH_FULL ? "brief.title-contacts-full-before" : "brief.title-contacts-before";
  if (sections[position].write == _vnus_brief_write_contacts && scene->depth == VNUS_BRIEF_DEPTH_FULL)
    return "brief.title-contacts-full";

  return sections[position].title;
}

gboolean
_vnus_brief_compose_sections (const BriefPlan *plan,
                              VnusChronicle   *view,
                              GPtrArray       *into,
                              GError         **error)
{
  g_auto (BriefScene) scene = { .view = g_object_ref (view), .depth = plan->depth, .style = plan->style, .notes = plan->annex };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref); /* of a section */

  scene.standpoint = plan->standpoint != NULL ? vnus_date_ref (plan->standpoint) : NULL;
  scene.today = scene.standpoint != NULL ? vnus_date_get_latest_end (scene.standpoint) : VNUS_DAY_MAX;
  scene.tenses = g_hash_table_new (NULL, NULL);
  scene.introduced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scene.told = g_ptr_array_new ();
  scene.is_told = g_hash_table_new (NULL, NULL);
  scene.within_reach = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  if (!set_subject (&scene, plan->subject, error))
    return FALSE;
  order_parties (&scene, plan->perspective);
  if (!check_perspective (&scene, plan->perspective, error))
    return FALSE;
  _vnus_brief_draw_circle (&scene);
  set_reach (&scene);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (!is_wanted (i, plan))
        continue;
      sections[i].write (&scene, items);
      if (items->len > 0)
        g_ptr_array_add (into, _vnus_brief_section_new (sections[i].id, title_of (&scene, i), items));
      g_ptr_array_set_size (items, 0);
    }

  return TRUE;
}
