/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: whether two values for one field can both be true. */
#pragma once

#include <vnus/vnus-value.h>

G_BEGIN_DECLS

/* What of two values is compared: all, or the start or the end of intervals. Beside
 * an interval, what is none is always compared as a whole. */
typedef enum
{
  VNUS_ASPECT_WHOLE,
  VNUS_ASPECT_START,
  VNUS_ASPECT_END,
} VnusAspect;

/* Whether both can be true. */
gboolean  _vnus_values_agree          (const VnusValue *a,
                                       const VnusValue *b,
                                       VnusAspect       aspect);

/* Of two values that agree: whether the first says more. */
gboolean  _vnus_value_is_more_precise (const VnusValue *a,
                                       const VnusValue *b,
                                       VnusAspect       aspect);

gboolean  _vnus_value_is_interval     (const VnusValue *value);

/* From the start of one interval to the end of another one; NULL if it would end
 * before it starts. */
VnusDate *_vnus_date_join             (const VnusDate  *start_of,
                                       const VnusDate  *end_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
