/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-matches.h>

#include "chronicle/vnus-postings-private.h"

G_BEGIN_DECLS

/* Rows that match, which ascend. */
typedef struct
{
  const char **ids;     /* of the rows, and NULL at the end */
  guint32     *rows;    /* in one piece of memory with the truths */
  guint8      *truths;  /* as VnusTruth */
  guint        n;
  guint        room;
  gboolean     has_ids; /* if not, they are still to be found */
} VnusFound;

static inline void
_vnus_found_init (VnusFound *self,
                  guint      room)
{
  self->ids = g_malloc ((room + (gsize) 1) * sizeof *self->ids);
  self->rows = g_malloc ((room + (gsize) 1) * (sizeof *self->rows + sizeof *self->truths));
  self->truths = (guint8 *) (self->rows + room + 1);
  self->n = 0;
  self->room = room;
  self->has_ids = TRUE;
}

/* Takes what was found. @kinds are those that could match. */
VnusMatches   *_vnus_matches_new     (VnusPostings      *postings,
                                      VnusKinds          kinds,
                                      const VnusFound   *found);

const VnusRow *_vnus_matches_get_row (VnusMatches       *self,
                                      guint              position);

VnusMatch     *_vnus_match_new       (VnusRecord        *record,
                                      VnusTruth          truth);
VnusCount     *_vnus_count_new       (const char        *key,
                                      int                min,
                                      int                max);

/* For tests: all records that match, without an index. */
VnusMatches   *_vnus_query_scan      (const VnusQuery   *self,
                                      VnusChronicle     *chronicle);

G_END_DECLS
