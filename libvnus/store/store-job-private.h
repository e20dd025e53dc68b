/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a store does in another thread. */
#pragma once

#include <vnus/vnus-store.h>

#include "store/store-private.h"

G_BEGIN_DECLS

typedef struct _VnusStoreJob VnusStoreJob;

/* Does what a sync call does, which takes its turn with the store. */
typedef gboolean (*VnusStoreJobFunc) (VnusStore     *store,
                                      VnusStoreJob  *job,
                                      GCancellable  *cancellable,
                                      GError       **error);

struct _VnusStoreJob
{
  VnusStoreJobFunc func;

  /* What it was given; all pointers are owned and may be NULL. */
  VnusDocumentContent *content;
  VnusQuery           *query;
  VnusDate            *known_on;
  char               **according_to;
  VnusChangeSet       *changes;
  char                *author;
  char                *reason;
  char                *record_id;
  guint                n_most;
  GMainContext        *context;  /* in which is told what is watched */

  /* What it was given, and then what came of it. */
  gint64               revision;

  /* What came of it. */
  GObject             *object; /* (owned) (nullable) */
  char               **texts;  /* (owned) (nullable) */
  int                  min;
  int                  max;
};

VnusStoreJob *_vnus_store_job_new           (VnusStoreJobFunc      func);

/* Has it done; takes @self. @tag: the public function */
void          _vnus_store_job_run           (VnusStoreJob         *self,
                                             VnusStore            *store,
                                             gpointer              tag,
                                             int                   io_priority,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* The job, which goes with the result; NULL with an error. */
VnusStoreJob *_vnus_store_job_finish        (VnusStore            *store,
                                             GAsyncResult         *result,
                                             gpointer              tag,
                                             GError              **error);

/* Likewise, the object that came of it. */
gpointer      _vnus_store_job_finish_object (VnusStore            *store,
                                             GAsyncResult         *result,
                                             gpointer              tag,
                                             GError              **error);

/* Likewise, the revision; −1 with an error. */
gint64        _vnus_store_job_finish_revision (VnusStore            *store,
                                               GAsyncResult         *result,
                                               gpointer              tag,
                                               GError              **error);

G_END_DECLS
