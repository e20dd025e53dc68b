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
  guint         n;
  guint32      *rows;     /* (owned) */
  guint8       *truths;   /* (owned) as VnusTruth; of the column once that is made */

  /* Made when first asked for. */
  const char  **ids;           /* (owned), the strings are of the rows */
  GBytes       *truths_column; /* (owned) */
};

G_END_DECLS
