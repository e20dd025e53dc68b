/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: composing the sections of a brief. */
#pragma once

#include "brief/brief-private.h"

G_BEGIN_DECLS

/* What a brief was asked for. All is borrowed. */
typedef struct
{
  const char       *subject;
  VnusDate         *standpoint;  /* (nullable) */
  VnusBriefDepth    depth;
  VnusBriefRegister style;
  const char       *perspective; /* (nullable) */
  gboolean          annex;
} BriefPlan;

/* @view: a view, so that every field is resolved
 * @into: (element-type VnusBriefSection) */
gboolean _vnus_brief_compose_sections (const BriefPlan  *plan,
                                       VnusChronicle    *view,
                                       GPtrArray        *into,
                                       GError          **error);

G_END_DECLS
