/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the inside of every store: an engine, and who uses it when. */
#pragma once

#include "io/document-writer-private.h"
#include "store/sql-engine-private.h"

G_BEGIN_DECLS

/* An engine is used by one thread at a time: whoever has the turn. */
typedef struct _VnusStoreWatch VnusStoreWatch;

typedef struct
{
  GMutex         lock;
  GCond          is_free;
  gboolean       is_taken; /* under the lock: somebody has the turn */
  VnusSqlEngine *engine; /* (owned) (nullable) NULL in an object that vnus_store_open() did not make */

  /* Of watching. */
  VnusStoreWatch *watch;     /* (owned) (nullable) */
  gint64          revision;  /* the newest that was told of, or that was made here */
  gboolean        has_missed; /* others made one before that, which was not told of */
} VnusStoreCore;

struct _VnusStoreInterface
{
  GTypeInterface parent_iface;

  VnusStoreCore *(*get_core) (VnusStore *self);
};

void           _vnus_store_core_init  (VnusStoreCore  *self);
void           _vnus_store_core_clear (VnusStoreCore  *self);

/* Waits for one's turn with the engine; NULL with an error if there is none, or if the
 * waiting was called off. */
VnusStoreCore *_vnus_store_lock       (VnusStore      *store,
                                       GCancellable   *cancellable,
                                       GError        **error);
void           _vnus_store_unlock     (VnusStoreCore  *self);

/* Likewise, for what sees one state of the store throughout, until it is ended. */
VnusStoreCore *_vnus_store_begin_reading (VnusStore      *store,
                                          GCancellable   *cancellable,
                                          GError        **error);
void           _vnus_store_end_reading   (VnusStoreCore  *self);

/* Emits the signal. */
void           _vnus_store_tell_progress (VnusStore   *self,
                                          guint        n_done,
                                          guint        n_all);

/* How far the reading of all records is. */
typedef struct
{
  VnusStore *store;
  guint      n_done;
  guint      n_all;
} VnusStoreProgress;

/* Counts the records, within a transaction. */
gboolean       _vnus_store_progress_init (VnusStoreProgress  *self,
                                          VnusStore          *store,
                                          VnusSqlEngine      *engine,
                                          GCancellable       *cancellable,
                                          GError            **error);
/* One more was read: tells of it now and then, and of the last. */
void           _vnus_store_progress_step (VnusStoreProgress  *self);

void           _vnus_store_tell_changed  (VnusStore   *self,
                                          gint64       revision);
void           _vnus_store_core_end_watch (VnusStoreCore *self);

/* To be called by what made a revision. */
static inline void
_vnus_store_core_made (VnusStoreCore *self,
                       gint64         revision)
{
  self->has_missed = self->has_missed || revision - 1 > self->revision;
  self->revision = MAX (self->revision, revision);
}

/* A row of commits. */
typedef struct
{
  gint64      revision;
  const char *author; /* (nullable), likewise the next two */
  const char *reason;
  const char *source;
  guint       n_changes;
} VnusStoreCommit;

gboolean       _vnus_store_insert_commit (VnusSqlEngine          *engine,
                                          const VnusStoreCommit  *commit,
                                          GCancellable           *cancellable,
                                          GError                **error);

gboolean       _vnus_store_fill          (VnusStore              *self,
                                          VnusDocumentContent    *content,
                                          const char             *author,
                                          const char             *reason,
                                          GCancellable           *cancellable,
                                          GError                **error);

G_END_DECLS
