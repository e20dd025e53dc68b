/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-field.h>

G_BEGIN_DECLS

/* That of none included: kinds are numbered from 1. */
#define VNUS_N_KINDS (VNUS_KIND_JUDGEMENT + 1)

gboolean    _vnus_kind_is_valid   (VnusKind  kind);
VnusField **_vnus_kind_get_fields (VnusKind  kind,
                                   guint    *n_fields);

G_END_DECLS
