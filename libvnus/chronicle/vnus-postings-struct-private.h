/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: how the index that answers queries is laid out, for the two files
 * that build and read it. */
#pragma once

#include "chronicle/vnus-postings-private.h"

G_BEGIN_DECLS

/* The list of all rows; the lists of kinds follow, under the numbers of kinds. */
#define VNUS_LIST_ALL 0

struct _VnusPostings
{
  gatomicrefcount ref_count;

  VnusRow    *rows;
  guint       n_rows;

  GPtrArray  *ids;          /* (element-type utf8) of each list; borrowed from the rows and from keys */
  GPtrArray  *keys;         /* (element-type utf8) (owned) names of lists that are no ids */
  GHashTable *lists_by_id;  /* (element-type utf8 guint) */
  guint32    *row_by_list;  /* the row whose id it is; G_MAXUINT32 if there is none */

  /* A list has the postings from starts[list] up to starts[list + 1]; the long
   * ones begin at longs[list]. */
  guint32    *starts;
  guint32    *longs;
  guint32    *list_rows;
  VnusWays   *list_ways;
  gint32     *list_ends;

  /* What belongs to an id: children[child_starts[list]] up to child_starts[list + 1]. */
  guint32    *child_starts;
  guint32    *children;
};

VnusPostings *_vnus_postings_new        (VnusChronicle *chronicle);

/* The name of the list of rows without a value of a field; no id has such a name. */
char         *_vnus_postings_absent_key (const char    *field);

G_END_DECLS
