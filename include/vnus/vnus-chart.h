/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-picture.h>

G_BEGIN_DECLS

/**
 * VNUS_CHART_ERROR:
 *
 * The error domain of charts. Its codes are [error@Vnus.ChartError].
 *
 * Since: 0.1
 */
#define VNUS_CHART_ERROR (vnus_chart_error_quark ())

/**
 * VnusChartError:
 * @VNUS_CHART_ERROR_FAILED: any other failure
 * @VNUS_CHART_ERROR_NO_INDICATOR: no indicator was named, or the chronicle has none of that id in view
 * @VNUS_CHART_ERROR_WRONG_KIND: the record is no indicator
 * @VNUS_CHART_ERROR_OTHER_UNIT: the indicators are of different units
 * @VNUS_CHART_ERROR_NO_LANGUAGE: there are no words of that language
 *
 * Errors of charts. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CHART_ERROR_FAILED,
  VNUS_CHART_ERROR_NO_INDICATOR,
  VNUS_CHART_ERROR_WRONG_KIND,
  VNUS_CHART_ERROR_OTHER_UNIT,
  VNUS_CHART_ERROR_NO_LANGUAGE,
} VnusChartError;

#define VNUS_TYPE_CHART_ERROR (vnus_chart_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_chart_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_chart_error_quark    (void);

#define VNUS_TYPE_CHART (vnus_chart_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusChart, vnus_chart, VNUS, CHART, GObject)

VNUS_AVAILABLE_IN_0_1
VnusChart     *vnus_chart_new              (VnusChronicle  *chronicle) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_chart_get_chronicle    (VnusChart      *self);

VNUS_AVAILABLE_IN_0_1
guint          vnus_chart_get_n_indicators (VnusChart      *self);
VNUS_AVAILABLE_IN_0_1
const char    *vnus_chart_get_indicator    (VnusChart      *self,
                                            guint           position);
VNUS_AVAILABLE_IN_0_1
void           vnus_chart_add_indicator    (VnusChart      *self,
                                            const char     *indicator);

VNUS_AVAILABLE_IN_0_1
int            vnus_chart_get_width        (VnusChart      *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_chart_set_width        (VnusChart      *self,
                                            int             width);

VNUS_AVAILABLE_IN_0_1
VnusPicture   *vnus_chart_draw             (VnusChart      *self,
                                            const char     *language,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char          *vnus_chart_to_svg           (VnusChart      *self,
                                            const char     *language,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
