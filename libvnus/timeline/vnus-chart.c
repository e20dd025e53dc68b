/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a chart of indicators, as what it was asked for. */
#include <vnus/vnus-chart.h>

#include "chronicle/vnus-chronicle-private.h"
#include "timeline/chart-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusChart:
 *
 * A chart of one indicator, or of several of one unit, over time.
 *
 * Each observation is drawn over its period, with its bound: “more than” is a
 * line with an open field above it, “about” has a field on both sides. Where
 * sources differ the field is as high as their difference. Observations of
 * another indicator or vintage are another series with marks of its own, since
 * they are not of the same thing.
 *
 * Since: 0.1
 */
struct _VnusChart
{
  GObject parent_instance;

  VnusChronicle *chronicle;  /* (nullable) */
  GPtrArray     *indicators; /* (element-type utf8) */
  int            width;
};

G_DEFINE_FINAL_TYPE (VnusChart, vnus_chart, G_TYPE_OBJECT)

/**
 * vnus_chart_error_quark:
 *
 * Gets the domain of errors of charts.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-chart-error-quark, vnus_chart_error)

G_DEFINE_ENUM_TYPE (VnusChartError, vnus_chart_error,
                    G_DEFINE_ENUM_VALUE (VNUS_CHART_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHART_ERROR_NO_INDICATOR, "no-indicator"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHART_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHART_ERROR_OTHER_UNIT, "other-unit"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHART_ERROR_NO_LANGUAGE, "no-language"))

#define DEFAULT_WIDTH 720

enum
{
  PROP_0,
  PROP_CHRONICLE,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
vnus_chart_finalize (GObject *object)
{
  VnusChart *self = VNUS_CHART (object);

  g_clear_object (&self->chronicle);
  g_ptr_array_unref (self->indicators);

  G_OBJECT_CLASS (vnus_chart_parent_class)->finalize (object);
}

static void
vnus_chart_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VnusChart *self = VNUS_CHART (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
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
vnus_chart_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VnusChart *self = VNUS_CHART (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      self->chronicle = g_value_dup_object (value);
      break;

    case PROP_WIDTH:
      vnus_chart_set_width (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_chart_class_init (VnusChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_chart_finalize;
  object_class->get_property = vnus_chart_get_property;
  object_class->set_property = vnus_chart_set_property;

  /**
   * VnusChart:chronicle: (getter get_chronicle)
   *
   * The chronicle or view.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] = g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChart:width: (getter get_width) (setter set_width)
   *
   * The width in pixels.
   *
   * Since: 0.1
   */
  props[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, VNUS_PICTURE_LEAST_WIDTH,
                                        VNUS_PICTURE_MOST_WIDTH, DEFAULT_WIDTH,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_chart_init (VnusChart *self)
{
  self->indicators = g_ptr_array_new_with_free_func (g_free);
  self->width = DEFAULT_WIDTH;
}

/**
 * vnus_chart_new:
 * @chronicle: a chronicle or view
 *
 * Makes a chart without an indicator.
 *
 * Returns: (transfer full): the chart
 *
 * Since: 0.1
 */
VnusChart *
vnus_chart_new (VnusChronicle *chronicle)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  return g_object_new (VNUS_TYPE_CHART, "chronicle", chronicle, NULL);
}

/**
 * vnus_chart_get_chronicle: (get-property chronicle)
 * @self: a chart
 *
 * Gets the chronicle or view that was given.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chart_get_chronicle (VnusChart *self)
{
  g_return_val_if_fail (VNUS_IS_CHART (self), NULL);

  return self->chronicle;
}

/**
 * vnus_chart_get_n_indicators:
 * @self: a chart
 *
 * Gets the number of indicators.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_chart_get_n_indicators (VnusChart *self)
{
  g_return_val_if_fail (VNUS_IS_CHART (self), 0);

  return self->indicators->len;
}

/**
 * vnus_chart_get_indicator:
 * @self: a chart
 * @position: the position of an indicator
 *
 * Gets the id of an indicator.
 *
 * Returns: (nullable): the id, or `NULL` past the last
 *
 * Since: 0.1
 */
const char *
vnus_chart_get_indicator (VnusChart *self,
                          guint      position)
{
  g_return_val_if_fail (VNUS_IS_CHART (self), NULL);

  return position < self->indicators->len ? g_ptr_array_index (self->indicators, position) : NULL;
}

/**
 * vnus_chart_add_indicator:
 * @self: a chart
 * @indicator: the id of an indicator
 *
 * Adds an indicator. Whether it fits is checked when the chart is drawn.
 *
 * Since: 0.1
 */
void
vnus_chart_add_indicator (VnusChart  *self,
                          const char *indicator)
{
  g_return_if_fail (VNUS_IS_CHART (self));
  g_return_if_fail (indicator != NULL);

  g_ptr_array_add (self->indicators, g_strdup (indicator));
}

/**
 * vnus_chart_get_width: (get-property width)
 * @self: a chart
 *
 * Gets the width.
 *
 * Returns: the width in pixels
 *
 * Since: 0.1
 */
int
vnus_chart_get_width (VnusChart *self)
{
  g_return_val_if_fail (VNUS_IS_CHART (self), 0);

  return self->width;
}

/**
 * vnus_chart_set_width: (set-property width)
 * @self: a chart
 * @width: the width in pixels, from 320 to 20000
 *
 * Sets the width. The height follows from it.
 *
 * Since: 0.1
 */
void
vnus_chart_set_width (VnusChart *self,
                      int        width)
{
  g_return_if_fail (VNUS_IS_CHART (self));
  g_return_if_fail (width >= VNUS_PICTURE_LEAST_WIDTH && width <= VNUS_PICTURE_MOST_WIDTH);

  if (self->width == width)
    return;

  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
}

/**
 * vnus_chart_draw:
 * @self: a chart
 * @language: a language, such as `en`
 * @error: return location for an error of [error@Vnus.ChartError]
 *
 * Draws the chart, from the chronicle as it is now.
 *
 * Returns: (transfer full): the picture; on failure `NULL` with @error set
 *
 * Since: 0.1
 */
VnusPicture *
vnus_chart_draw (VnusChart   *self,
                 const char  *language,
                 GError     **error)
{
  g_auto (ChartScene) scene = { 0 };

  g_return_val_if_fail (VNUS_IS_CHART (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_vnus_message_check_language (language, "chart.heading", VNUS_CHART_ERROR, VNUS_CHART_ERROR_NO_LANGUAGE, error))
    return NULL;
  if (self->chronicle == NULL || self->indicators->len == 0)
    {
      g_set_error_literal (error, VNUS_CHART_ERROR, VNUS_CHART_ERROR_NO_INDICATOR,
                           "the chart has no chronicle or no indicator; expected both");
      return NULL;
    }

  scene.view = _vnus_chronicle_ref_view (self->chronicle);
  scene.language = language;
  scene.width = self->width;
  for (guint i = 0; i < self->indicators->len; i++)
    if (!_vnus_chart_gather (&scene, g_ptr_array_index (self->indicators, i), error))
      return NULL;
  _vnus_chart_finish (&scene);

  return _vnus_chart_draw (&scene);
}

/**
 * vnus_chart_to_svg:
 * @self: a chart
 * @language: a language, such as `en`
 * @error: return location for an error of [error@Vnus.ChartError]
 *
 * Draws the chart as SVG; see [method@Vnus.Picture.to_svg].
 *
 * Returns: (transfer full): the SVG; on failure `NULL` with @error set
 *
 * Since: 0.1
 */
char *
vnus_chart_to_svg (VnusChart   *self,
                   const char  *language,
                   GError     **error)
{
  g_autoptr (VnusPicture) picture = vnus_chart_draw (self, language, error);

  return picture != NULL ? vnus_picture_to_svg (picture) : NULL;
}
