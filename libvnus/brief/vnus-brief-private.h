/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the inside of the object, for what composes it. */
#pragma once

#include <vnus/vnus-brief.h>

G_BEGIN_DECLS

struct _VnusBrief
{
  GObject parent_instance;

  VnusChronicle     *chronicle;
  VnusChronicle     *view;        /* NULL until composed */
  char              *subject;
  VnusDate          *standpoint;
  char              *perspective;
  VnusBriefDepth     depth;
  VnusBriefRegister  style;
  gboolean           annex;

  GListStore        *sections;    /* (element-type VnusBriefSection) empty until composed */
};

G_END_DECLS
