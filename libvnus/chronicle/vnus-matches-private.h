/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-matches.h>

#include "chronicle/vnus-postings-private.h"

G_BEGIN_DECLS

/* Takes @rows, which ascend, @truths and @ids, which may be NULL. @kinds are those
 * that could match. */
VnusMatches   *_vnus_matches_new     (VnusPostings      *postings,
                                      VnusKinds          kinds,
                                      guint32           *rows,
                                      guint8            *truths,
                                      const char       **ids,
                                      guint              n);

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
