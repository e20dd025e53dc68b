/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: whether two values for one field can both be true. */
#pragma once

#include <vnus/vnus-value.h>

G_BEGIN_DECLS

gboolean _vnus_values_agree          (const VnusValue *a,
                                      const VnusValue *b);

/* Whether @a says more than @b, with which it agrees. */
gboolean _vnus_value_is_more_precise (const VnusValue *a,
                                      const VnusValue *b);

G_END_DECLS
