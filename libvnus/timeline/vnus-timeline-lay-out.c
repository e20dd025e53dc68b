/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: from what a timeline was asked for to its layout. */
#include <vnus/vnus-timeline.h>

#include <vnus/vnus-relation.h>

#include "chronicle/vnus-chronicle-private.h"
#include "time/calendar-private.h"
#include "timeline/timeline-private.h"
#include "wording/vnus-message-private.h"

static void
scene_clear (TimelineScene *scene)
{
  g_clear_object (&scene->view);
  g_clear_object (&scene->subject);
  g_clear_object (&scene->relation);
  g_clear_pointer (&scene->standpoint, vnus_date_unref);
  g_clear_pointer (&scene->window, vnus_date_unref);
  g_clear_pointer (&scene->items, g_ptr_array_unref);
  g_clear_pointer (&scene->undated, g_ptr_array_unref);
  g_clear_pointer (&scene->lanes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TimelineScene, scene_clear)

/* The first relation whose parties take part, in the order of ids. */
static VnusRecord *
find_relation (TimelineScene *scene)
{
  const guint n = vnus_chronicle_get_n_of_kind (scene->view, VNUS_KIND_RELATION);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *relation = vnus_chronicle_get_nth_of_kind (scene->view, VNUS_KIND_RELATION, i);

      if (_vnus_event_is_of_relation (scene->view, relation, VNUS_EVENT (scene->subject)))
        return relation;
    }

  return NULL;
}

static gboolean
check_window (VnusDate  *window,
              GError   **error)
{
  if (window == NULL || (vnus_date_get_earliest_start (window) >= FIRST_DAY && vnus_date_get_latest_end (window) <= LAST_DAY))
    return TRUE;

  g_set_error (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_BAD_WINDOW,
               "“%s”: the window has no end; expected a first and a last day, such as 2022/2023", vnus_date_get_text (window));
  return FALSE;
}

static gboolean
find_subject (TimelineScene  *scene,
              const char     *about,
              GError        **error)
{
  VnusRecord *subject = vnus_chronicle_lookup (scene->view, about);

  if (subject == NULL || !_vnus_is_in_view (scene->view, about))
    {
      g_set_error (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_NO_SUBJECT,
                   "“%s”: the chronicle “%s” has no such record in view; expected the id of a relation or an event", about,
                   vnus_chronicle_get_id (scene->view));
      return FALSE;
    }
  if (!VNUS_IS_EVENT (subject) && !VNUS_IS_RELATION (subject))
    {
      g_set_error (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_WRONG_KIND,
                   "“%s” is a record of the kind “%s”; expected a relation or an event", about,
                   vnus_kind_to_string (vnus_record_get_kind (subject)));
      return FALSE;
    }

  scene->subject = g_object_ref (subject);
  if (VNUS_IS_RELATION (subject))
    scene->relation = g_object_ref (subject);
  else
    g_set_object (&scene->relation, find_relation (scene));

  return TRUE;
}

static void
scene_init (TimelineScene *scene,
            VnusTimeline  *self,
            const char    *language)
{
  VnusChronicle *chronicle = vnus_timeline_get_chronicle (self);
  VnusDate *standpoint = vnus_timeline_get_standpoint (self), *window = vnus_timeline_get_window (self);

  scene->view = _vnus_chronicle_ref_view (chronicle);
  scene->standpoint = standpoint != NULL ? vnus_date_ref (standpoint) : NULL;
  scene->today = standpoint != NULL ? vnus_date_get_latest_end (standpoint) : VNUS_DAY_MAX;
  scene->window = window != NULL ? vnus_date_ref (window) : NULL;
  scene->grouping = vnus_timeline_get_grouping (self);
  scene->language = language;
  scene->width = vnus_timeline_get_width (self);
  scene->left = TIMELINE_MARGIN + TIMELINE_GUTTER;
  scene->right = scene->width - TIMELINE_MARGIN;
  scene->items = g_ptr_array_new_with_free_func (g_object_unref);
  scene->undated = g_ptr_array_new_with_free_func (g_object_unref);
  scene->lanes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vnus_timeline_lay_out:
 * @self: a timeline
 * @language: a language, such as `en`
 * @error: return location for an error of [error@Vnus.TimelineError]
 *
 * Lays a timeline out, from the chronicle as it is now.
 *
 * Where nothing has a date the layout has no items, and the picture says so.
 *
 * Returns: (transfer full): the layout; on failure `NULL` with @error set
 *
 * Since: 0.1
 */
VnusTimelineLayout *
vnus_timeline_lay_out (VnusTimeline  *self,
                       const char    *language,
                       GError       **error)
{
  g_auto (TimelineScene) scene = { 0 };
  g_autoptr (VnusPicture) picture = NULL;

  g_return_val_if_fail (VNUS_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (vnus_timeline_get_chronicle (self) == NULL)
    {
      g_set_error_literal (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_FAILED,
                           "the timeline has no chronicle; expected one");
      return NULL;
    }
  if (!_vnus_message_check_language (language, "timeline.empty", VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_NO_LANGUAGE, error) ||
      !check_window (vnus_timeline_get_window (self), error))
    return NULL;

  scene_init (&scene, self, language);
  if (!find_subject (&scene, vnus_timeline_get_about (self), error))
    return NULL;

  _vnus_timeline_gather (&scene);
  _vnus_timeline_find_window (&scene);
  for (guint i = 0; i < scene.items->len; i++)
    _vnus_timeline_find_words (&scene, g_ptr_array_index (scene.items, i));
  _vnus_timeline_make_lanes (&scene);
  picture = _vnus_timeline_draw (&scene);

  return _vnus_timeline_layout_new (&scene, picture);
}

/**
 * vnus_timeline_to_svg:
 * @self: a timeline
 * @language: a language, such as `en`
 * @error: return location for an error of [error@Vnus.TimelineError]
 *
 * Lays a timeline out and writes it as SVG.
 *
 * Returns: (transfer full): the SVG; on failure `NULL` with @error set
 *
 * Since: 0.1
 */
char *
vnus_timeline_to_svg (VnusTimeline  *self,
                      const char    *language,
                      GError       **error)
{
  g_autoptr (VnusTimelineLayout) layout = vnus_timeline_lay_out (self, language, error);

  return layout != NULL ? vnus_picture_to_svg (vnus_timeline_layout_get_picture (layout)) : NULL;
}
