/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which posting lists a query looks through, and where in them. */
#pragma once

#include "chronicle/vnus-query-plan-private.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 first;
  gint32 last;
} VnusQueryDays;

/* A posting list, and where in its short ones to look. */
typedef struct
{
  VnusPostingList list;
  guint           start;
  guint           end;
} VnusQueryRange;

/* Postings that have every row that a term may match. */
typedef struct
{
  VnusQueryRange first;    /* if there is any */
  GArray        *others;   /* (element-type VnusQueryRange) (nullable) */
  guint          n_ranges;
  VnusWays       ways;     /* others of the lists do not match */
  VnusWays       exact;    /* these match certainly; others are to be asked */
  int            term;     /* its position, or -1 */
  gboolean       suffices; /* a posting tells all that is asked */
  guint          n;        /* postings to look at */
  guint64        cost;     /* of looking at them and asking what they do not tell, in postings */
} VnusQuerySource;

/* The narrowest of the windows that all matches touch. */
VnusQueryDays   _vnus_query_find_window   (const VnusQuery     *query);

/* The source that costs least; to be cleared. */
VnusQuerySource _vnus_query_source_choose (const VnusQueryPlan *plan,
                                           VnusQueryDays        window);

static inline const VnusQueryRange *
_vnus_query_source_get_range (const VnusQuerySource *self,
                              guint                  position)
{
  return position == 0 ? &self->first : &g_array_index (self->others, VnusQueryRange, position - 1);
}

static inline void
_vnus_query_source_clear (VnusQuerySource *self)
{
  g_clear_pointer (&self->others, g_array_unref);
}

G_END_DECLS
