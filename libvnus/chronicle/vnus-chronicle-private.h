/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the inside of a chronicle, for its own folder. */
#pragma once

#include <vnus/vnus-chronicle.h>

#include "chronicle/vnus-view-filter-private.h"
#include "model/vnus-record-private.h"

G_BEGIN_DECLS

struct _VnusChronicle
{
  GObject parent_instance;

  char       *id;
  VnusText   *label;

  GPtrArray  *records;    /* (element-type VnusRecord) (owned) sorted by kind, then id */
  GHashTable *by_id;      /* (element-type utf8 VnusRecord) borrows from records */

  /* Made when first asked for, dropped by every change. */
  GHashTable *by_name;    /* (element-type utf8 GPtrArray) folded name → records */
  GHashTable *referrers;  /* (element-type utf8 GPtrArray) id → records, each once */
  struct _VnusPostings *postings; /* (owned) */

  /* Of a view alone. */
  VnusChronicle  *base;    /* (owned) the chronicle that it shows */
  VnusViewFilter *filter;  /* (owned) */
  GHashTable     *carried; /* (element-type utf8 VnusRecord) (owned) id and labels only */
};

/* The record as the chronicle itself holds it, whatever the view shows. */
VnusRecord *_vnus_chronicle_lookup_base  (VnusChronicle *self,
                                          const char    *id);
void        _vnus_chronicle_drop_indexes (VnusChronicle *self);

/* Records that refer to @id, sorted by kind and id; borrowed, or NULL. */
GPtrArray  *_vnus_chronicle_get_referrers (VnusChronicle *self,
                                           const char    *id);

G_END_DECLS
