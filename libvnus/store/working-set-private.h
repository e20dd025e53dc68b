/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the part of a store that a query is about. */
#pragma once

#include "chronicle/vnus-query-private.h"
#include "store/store-rows-private.h"

G_BEGIN_DECLS

/* All within one transaction. */
typedef struct
{
  VnusSqlEngine   *engine;
  GCancellable    *cancellable;
  const VnusQuery *query;    /* (nullable) all records */
  gboolean         is_viewed; /* a view will be made of it, which may hide values */
  VnusStoreReader  reader;   /* what is loaded */
  GHashTable      *asked;    /* (element-type utf8) the ids of records that were looked for */
  GHashTable      *matched;  /* (element-type utf8 utf8) the ids of what may match, and their parts, where known */
  GHashTable      *known;    /* (element-type utf8) the ids of records of which all that refers to them was looked for */
} VnusWorkingSet;

void     _vnus_working_set_init   (VnusWorkingSet   *self,
                                   VnusSqlEngine    *engine,
                                   const VnusQuery  *query,
                                   gboolean          is_viewed,
                                   GCancellable     *cancellable);
void     _vnus_working_set_clear  (VnusWorkingSet   *self);

/* Loads what may match, what that refers to, and what bears on it. */
gboolean _vnus_working_set_gather (VnusWorkingSet   *self,
                                   GError          **error);

/* What is looked for cites none of some sources. */
typedef struct
{
  GHashTable *sources; /* (element-type utf8) */
  GHashTable *by_id;   /* (element-type utf8 VnusRecord) what is loaded already */
} VnusLacking;

/* candidates.c: adds to @ids those of all records that may match @query, in any view if
 * @is_viewed; the value of an id is its part (owned), or NULL. With @lacking (nullable) only
 * those that lack it, and without their parts; of these the first @n_most. */
gboolean _vnus_candidates_gather  (VnusSqlEngine    *engine,
                                   const VnusQuery  *query,
                                   gboolean          is_viewed,
                                   const VnusLacking *lacking,
                                   const VnusDate   *during,
                                   guint             n_most,
                                   GHashTable       *ids,
                                   GCancellable     *cancellable,
                                   GError          **error);

/* store-parts.c: adds to @ids, which has some, the ids of what belongs to them at any remove. */
gboolean _vnus_store_add_parts    (VnusSqlEngine    *engine,
                                   GHashTable       *ids,
                                   GCancellable     *cancellable,
                                   GError          **error);

G_END_DECLS
