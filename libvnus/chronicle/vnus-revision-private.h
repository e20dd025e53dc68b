/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the records of a chronicle at one time, with what finds them.
 *
 * Atomically counted. A chronicle changes its revision in place while it is the
 * only one to hold it; as soon as a snapshot or a view shares it, the revision
 * never changes again and the chronicle goes on with a copy. The indexes are made
 * when first asked for, under a lock, so that a shared revision may be read from
 * any thread.
 */
#pragma once

#include <vnus/vnus-record.h>

#include "chronicle/vnus-record-table-private.h"

G_BEGIN_DECLS

typedef struct _VnusRevision VnusRevision;

struct _VnusRevision
{
  gatomicrefcount ref_count;

  GPtrArray      *records; /* (element-type VnusRecord) (owned) sorted by kind, then id */
  VnusRecordTable by_id;   /* the same; empty in a view */

  /* Of a view, instead: what it shows, and which of those records it shows
   * otherwise, or not at all, which is NULL. */
  VnusRevision *base;        /* (owned) */
  GHashTable   *differences; /* (element-type VnusRecord VnusRecord) */

  /* Under the lock; NULL until first asked for. */
  GMutex      lock;
  GHashTable *by_name;    /* (element-type utf8 GPtrArray) folded name → records */
  GHashTable *referrers;  /* (element-type utf8 GPtrArray) id → records, each once */
  struct _VnusPostings *postings; /* (owned) atomic; what answers queries */
  GHashTable *refutations; /* (element-type VnusCoverage VnusRecord) borrowed; what a declaration lacks, or NULL */
  GHashTable *reports;    /* (element-type utf8 gint) id of a source → day, see below */
  char       *digest;     /* of all that the records say */
};

VnusRevision *_vnus_revision_new       (void);
/* Without records yet; they and the differences are for the view to fill in. */
VnusRevision *_vnus_revision_new_view  (VnusRevision *base);
VnusRevision *_vnus_revision_ref       (VnusRevision *self);
void          _vnus_revision_unref     (VnusRevision *self);

/* The same records, with indexes of its own. */
VnusRevision *_vnus_revision_copy      (VnusRevision *self);
gboolean      _vnus_revision_is_shared (VnusRevision *self);

/* To be called by whatever changed the records. */
void          _vnus_revision_drop_indexes (VnusRevision *self);

static inline VnusRecord *
_vnus_revision_lookup (VnusRevision *self,
                       const char   *id)
{
  VnusRecord *record;
  gpointer shown;

  if (self->base == NULL)
    return _vnus_record_table_lookup (&self->by_id, id);

  record = _vnus_record_table_lookup (&self->base->by_id, id);
  if (record != NULL && g_hash_table_lookup_extended (self->differences, record, NULL, &shown))
    record = shown;

  return record;
}

/* The order of the records, for arrays of pointers to them. */
int   _vnus_revision_compare_records (gconstpointer a,
                                      gconstpointer b);

/* The first position whose record does not come before (@kind, @id). */
guint _vnus_revision_find_place      (VnusRevision *self,
                                      VnusKind      kind,
                                      const char   *id);

/* Records of that folded name, and records that refer to @id; sorted by kind and
 * id; borrowed, or NULL. */
GPtrArray *_vnus_revision_find_by_name  (VnusRevision *self,
                                         const char   *folded);
GPtrArray *_vnus_revision_get_referrers (VnusRevision *self,
                                         const char   *id);

/* The newest day on which something certainly had happened or was known that
 * @source reports: a source without a date was published no earlier than that.
 * VNUS_DAY_MIN if it reports nothing dated. */
int        _vnus_revision_get_newest_report (VnusRevision *self,
                                             const char   *source);

/* The source that @source copies or translates; borrowed, or NULL. */
const char *_vnus_revision_get_origin (VnusRevision *self,
                                       const char   *source);
/* What @source counts as among independent voices: its family, or that of what
 * it copies at any remove, or else itself; borrowed. */
const char *_vnus_revision_get_family (VnusRevision *self,
                                       const char   *source);

/* How far a chain of copies is followed: sources may refer to one another in a
 * circle, and the walk ends all the same. */
#define VNUS_REVISION_MAX_COPIES 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusRevision, _vnus_revision_unref)

G_END_DECLS
