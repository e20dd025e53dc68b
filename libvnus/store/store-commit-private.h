/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a commit on its way. */
#pragma once

#include <vnus/vnus-change-set.h>

#include "store/store-rows-private.h"

G_BEGIN_DECLS

/* All within one transaction. */
typedef struct
{
  VnusSqlEngine   *engine;
  VnusChangeSet   *changes;
  gint64           expected;    /* −1: whatever there is */
  GCancellable    *cancellable;

  gint64           newest;      /* the revision that is there */
  VnusStoreReader  reader;      /* of what is there */
  GHashTable      *touched;     /* (element-type utf8 VnusChange) by id: the last change to it, borrowed from changes */
  GHashTable      *moved;       /* (element-type utf8) those that were changed after what was expected */
  VnusChronicle   *before;      /* (owned) the records of touched as they are there */
  VnusChronicle   *after;       /* (owned) and as they are to be */
  GListStore      *issues;      /* (element-type VnusIssue) what stands in the way */
} VnusCommitting;

gboolean _vnus_committing_init    (VnusCommitting  *self,
                                   VnusSqlEngine   *engine,
                                   VnusChangeSet   *changes,
                                   gint64           expected,
                                   GCancellable    *cancellable,
                                   GError         **error);
void     _vnus_committing_clear   (VnusCommitting  *self);

/* Whether it makes another record of that of @id. */
gboolean _vnus_committing_changes (VnusCommitting  *self,
                                   const char      *id);

/* store-reindex.c: the rows of all records that the commit changes, or whose terms
 * are others because of it. Adds ids to @stale, whose old rows are to go. */
gboolean _vnus_committing_make_rows (VnusCommitting  *self,
                                     gint64           revision,
                                     GPtrArray       *rows,
                                     GHashTable      *stale,
                                     GError         **error);

G_END_DECLS
