/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a timeline, as what it was asked for. */
#include <vnus/vnus-timeline.h>

#include "timeline/vnus-picture-private.h"

/**
 * VnusTimeline:
 *
 * A timeline about a relation or an event: what was, what may have been and what
 * is planned, in lanes beside each other.
 *
 * About a relation it shows the whole course of it; about an event what happened
 * within eighteen months before it. [property@Vnus.Timeline:window] asks for
 * other days. The levels of a relation are bands, a lane for each ladder.
 *
 * ```c
 * g_autoptr (VnusTimeline) timeline = vnus_timeline_new (view, "us-vn");
 * g_autofree char *svg = NULL;
 *
 * vnus_timeline_set_standpoint (timeline, standpoint);
 * svg = vnus_timeline_to_svg (timeline, "en", &error);
 * ```
 *
 * The SVG can stand in a page of HTML as it is: see
 * [method@Vnus.Picture.to_svg]. Where it is laid out anew for each page, set
 * [property@Vnus.Timeline:width] to the width of the column.
 *
 * The same chronicle gives the same bytes on every machine: the widths of texts
 * come from a table.
 *
 * Since: 0.1
 */
struct _VnusTimeline
{
  GObject parent_instance;

  VnusChronicle        *chronicle;  /* (nullable) */
  char                 *about;      /* (nullable) */
  VnusDate             *standpoint; /* (nullable) */
  VnusDate             *window;     /* (nullable) */
  VnusTimelineGrouping  grouping;
  int                   width;
};

G_DEFINE_FINAL_TYPE (VnusTimeline, vnus_timeline, G_TYPE_OBJECT)

/**
 * vnus_timeline_error_quark:
 *
 * Gets the domain of errors of timelines.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-timeline-error-quark, vnus_timeline_error)

G_DEFINE_ENUM_TYPE (VnusTimelineError, vnus_timeline_error,
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_ERROR_NO_SUBJECT, "no-subject"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_ERROR_NO_LANGUAGE, "no-language"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_ERROR_BAD_WINDOW, "bad-window"))

G_DEFINE_ENUM_TYPE (VnusTimelineGrouping, vnus_timeline_grouping,
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_GROUPING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_GROUPING_KIND, "kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_TIMELINE_GROUPING_ACTOR, "actor"))

enum
{
  PROP_0,
  PROP_CHRONICLE,
  PROP_ABOUT,
  PROP_STANDPOINT,
  PROP_WINDOW,
  PROP_GROUPING,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
vnus_timeline_finalize (GObject *object)
{
  VnusTimeline *self = VNUS_TIMELINE (object);

  g_clear_object (&self->chronicle);
  g_clear_pointer (&self->standpoint, vnus_date_unref);
  g_clear_pointer (&self->window, vnus_date_unref);
  g_free (self->about);

  G_OBJECT_CLASS (vnus_timeline_parent_class)->finalize (object);
}

static void
vnus_timeline_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VnusTimeline *self = VNUS_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
      break;

    case PROP_ABOUT:
      g_value_set_string (value, vnus_timeline_get_about (self));
      break;

    case PROP_STANDPOINT:
      g_value_set_boxed (value, self->standpoint);
      break;

    case PROP_WINDOW:
      g_value_set_boxed (value, self->window);
      break;

    case PROP_GROUPING:
      g_value_set_enum (value, (int) self->grouping);
      break;

    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_timeline_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VnusTimeline *self = VNUS_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      self->chronicle = g_value_dup_object (value);
      break;

    case PROP_ABOUT: /* construct-only */
      self->about = g_value_dup_string (value);
      break;

    case PROP_STANDPOINT:
      vnus_timeline_set_standpoint (self, g_value_get_boxed (value));
      break;

    case PROP_WINDOW:
      vnus_timeline_set_window (self, g_value_get_boxed (value));
      break;

    case PROP_GROUPING:
      vnus_timeline_set_grouping (self, (VnusTimelineGrouping) g_value_get_enum (value));
      break;

    case PROP_WIDTH:
      vnus_timeline_set_width (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_timeline_class_init (VnusTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vnus_timeline_finalize;
  object_class->get_property = vnus_timeline_get_property;
  object_class->set_property = vnus_timeline_set_property;

  /**
   * VnusTimeline:chronicle: (getter get_chronicle)
   *
   * The chronicle or view.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] = g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE, fixed);

  /**
   * VnusTimeline:about: (getter get_about)
   *
   * The id of the relation or event.
   *
   * Since: 0.1
   */
  props[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, fixed);

  /**
   * VnusTimeline:standpoint: (getter get_standpoint) (setter set_standpoint)
   *
   * The day from which the timeline speaks; `NULL` for one after all that is told.
   *
   * Since: 0.1
   */
  props[PROP_STANDPOINT] = g_param_spec_boxed ("standpoint", NULL, NULL, VNUS_TYPE_DATE, settable);

  /**
   * VnusTimeline:window: (getter get_window) (setter set_window)
   *
   * The days that are shown; `NULL` for those that fit what it is about.
   *
   * Since: 0.1
   */
  props[PROP_WINDOW] = g_param_spec_boxed ("window", NULL, NULL, VNUS_TYPE_DATE, settable);

  /**
   * VnusTimeline:grouping: (getter get_grouping) (setter set_grouping)
   *
   * What makes a lane.
   *
   * Since: 0.1
   */
  props[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, VNUS_TYPE_TIMELINE_GROUPING,
                                            VNUS_TIMELINE_GROUPING_UNSET, settable);

  /**
   * VnusTimeline:width: (getter get_width) (setter set_width)
   *
   * The width in pixels.
   *
   * Since: 0.1
   */
  props[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, VNUS_PICTURE_LEAST_WIDTH, VNUS_PICTURE_MOST_WIDTH,
                                        VNUS_TIMELINE_WIDTH, settable);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_timeline_init (VnusTimeline *self)
{
  self->width = VNUS_TIMELINE_WIDTH;
}

/**
 * vnus_timeline_new:
 * @chronicle: a chronicle or view
 * @about: the id of a relation or an event
 *
 * Makes a timeline. Nothing is laid out or checked yet.
 *
 * Returns: (transfer full): the timeline
 *
 * Since: 0.1
 */
VnusTimeline *
vnus_timeline_new (VnusChronicle *chronicle,
                   const char    *about)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);
  g_return_val_if_fail (about != NULL, NULL);

  return g_object_new (VNUS_TYPE_TIMELINE, "chronicle", chronicle, "about", about, NULL);
}

/**
 * vnus_timeline_get_chronicle: (get-property chronicle)
 * @self: a timeline
 *
 * Gets the chronicle or view that was given.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_timeline_get_chronicle (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), NULL);

  return self->chronicle;
}

/**
 * vnus_timeline_get_about: (get-property about)
 * @self: a timeline
 *
 * Gets the id of what it is about.
 *
 * Returns: the id; the empty string if none was given
 *
 * Since: 0.1
 */
const char *
vnus_timeline_get_about (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), NULL);

  return self->about != NULL ? self->about : "";
}

/**
 * vnus_timeline_get_standpoint: (get-property standpoint)
 * @self: a timeline
 *
 * Gets the day from which the timeline speaks.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` for one after all that is told
 *
 * Since: 0.1
 */
VnusDate *
vnus_timeline_get_standpoint (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), NULL);

  return self->standpoint;
}

/* Whether the date was another. */
static gboolean
change_date (VnusDate **slot,
             VnusDate  *date)
{
  if (*slot == date || (*slot != NULL && date != NULL && vnus_date_equal (*slot, date)))
    return FALSE;

  g_clear_pointer (slot, vnus_date_unref);
  *slot = date != NULL ? vnus_date_ref (date) : NULL;

  return TRUE;
}

/**
 * vnus_timeline_set_standpoint: (set-property standpoint)
 * @self: a timeline
 * @standpoint: (nullable): a day; of a longer time, its last day counts
 *
 * Sets the day from which the timeline speaks. What lies after it is planned,
 * whatever became of it.
 *
 * Since: 0.1
 */
void
vnus_timeline_set_standpoint (VnusTimeline *self,
                              VnusDate     *standpoint)
{
  g_return_if_fail (VNUS_IS_TIMELINE (self));

  if (change_date (&self->standpoint, standpoint))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STANDPOINT]);
}

/**
 * vnus_timeline_get_window: (get-property window)
 * @self: a timeline
 *
 * Gets the days that were asked for.
 *
 * Returns: (transfer none) (nullable): the days, or `NULL` if none were
 *
 * Since: 0.1
 */
VnusDate *
vnus_timeline_get_window (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), NULL);

  return self->window;
}

/**
 * vnus_timeline_set_window: (set-property window)
 * @self: a timeline
 * @window: (nullable): a date with a first and a last day, such as `2022/2023`
 *
 * Sets the days that are shown.
 *
 * Since: 0.1
 */
void
vnus_timeline_set_window (VnusTimeline *self,
                          VnusDate     *window)
{
  g_return_if_fail (VNUS_IS_TIMELINE (self));

  if (change_date (&self->window, window))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOW]);
}

/**
 * vnus_timeline_get_grouping: (get-property grouping)
 * @self: a timeline
 *
 * Gets what makes a lane.
 *
 * Returns: the grouping
 *
 * Since: 0.1
 */
VnusTimelineGrouping
vnus_timeline_get_grouping (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), VNUS_TIMELINE_GROUPING_UNSET);

  return self->grouping;
}

/**
 * vnus_timeline_set_grouping: (set-property grouping)
 * @self: a timeline
 * @grouping: what makes a lane
 *
 * Sets what makes a lane.
 *
 * Since: 0.1
 */
void
vnus_timeline_set_grouping (VnusTimeline         *self,
                            VnusTimelineGrouping  grouping)
{
  g_return_if_fail (VNUS_IS_TIMELINE (self));

  if (self->grouping == grouping)
    return;

  self->grouping = grouping;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUPING]);
}

/**
 * vnus_timeline_get_width: (get-property width)
 * @self: a timeline
 *
 * Gets the width.
 *
 * Returns: the width in pixels
 *
 * Since: 0.1
 */
int
vnus_timeline_get_width (VnusTimeline *self)
{
  g_return_val_if_fail (VNUS_IS_TIMELINE (self), 0);

  return self->width;
}

/**
 * vnus_timeline_set_width: (set-property width)
 * @self: a timeline
 * @width: the width in pixels, from 320 to 20000
 *
 * Sets the width. The height follows from what there is to show.
 *
 * Since: 0.1
 */
void
vnus_timeline_set_width (VnusTimeline *self,
                         int           width)
{
  g_return_if_fail (VNUS_IS_TIMELINE (self));
  g_return_if_fail (width >= VNUS_PICTURE_LEAST_WIDTH && width <= VNUS_PICTURE_MOST_WIDTH);

  if (self->width == width)
    return;

  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
}
