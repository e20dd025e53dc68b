/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: how the records that may match a query are found. */
#pragma once

#include "store/working-set-private.h"

G_BEGIN_DECLS

typedef enum
{
  FOUND_BY_KIND,
  FOUND_BY_WHAT,
  FOUND_BY_NAME,
  FOUND_BY_ID,
} VnusWay;

/* What finds all that one term may match. */
typedef struct
{
  VnusWay     way;
  GHashTable *whats;   /* (element-type utf8) (owned) */
  GHashTable *fields;  /* (element-type utf8) (owned) (nullable) the only ones in which these are looked for */
  GHashTable *others;  /* (element-type utf8) (owned) ids of records that are found already */
  gint64      n;
} VnusFinder;

typedef struct
{
  VnusSqlEngine     *engine;
  GCancellable      *cancellable;
  const VnusQuery   *query;
  gboolean           is_viewed; /* a view may hide values */
  VnusKinds          kinds;
  gint64             first;     /* the days that a match must touch */
  gint64             last;
  const VnusLacking *lacking;   /* (nullable) */
  guint              n_most;
} VnusSearch;

/* candidates-find.c: how many rows a finder by terms has, as far as that matters. */
gboolean _vnus_candidates_count         (const VnusSearch  *search,
                                         VnusFinder        *finder,
                                         GError           **error);

/* Adds to @ids what a finder by terms finds; what cites none of some sources in the order
 * of time, as far as is asked. */
gboolean _vnus_candidates_find_by_terms (const VnusSearch  *search,
                                         const VnusFinder  *finder,
                                         GHashTable        *ids,
                                         GError           **error);

G_END_DECLS
