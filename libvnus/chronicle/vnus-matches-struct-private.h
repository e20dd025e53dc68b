/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the inside of matches, for the files that read it. */
#pragma once

#include "chronicle/vnus-matches-private.h"

G_BEGIN_DECLS

struct _VnusMatches
{
  GObject parent_instance;

  VnusPostings *postings; /* (owned) (nullable), with it the records */
  VnusKinds     kinds;    /* that could match */
  VnusFound     found;    /* (owned) the truths are of the column once that is made */
  GBytes       *truths;   /* (owned), made when first asked for */
};

G_END_DECLS
