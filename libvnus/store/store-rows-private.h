/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: writing rows of records, and making records of them again. */
#pragma once

#include <vnus/vnus-chronicle.h>

#include "io/document-loader-private.h"
#include "store/store-private.h"
#include "store/store-row-private.h"

G_BEGIN_DECLS

/* --- Writing, within a transaction --- */

/* Inserts the rows of records that are not there. */
gboolean    _vnus_store_insert_rows  (VnusSqlEngine   *engine,
                                      VnusStoreRow   **rows,
                                      guint            n_rows,
                                      GCancellable    *cancellable,
                                      GError         **error);

/* --- Reading --- */

/* Bodies on their way to records. */
typedef struct
{
  VnusLoader  loader;
  GHashTable *by_id;   /* (element-type utf8 VnusRecord) borrows from records */
  GPtrArray  *records; /* (element-type VnusRecord) (owned) */
} VnusStoreReader;

void        _vnus_store_reader_init  (VnusStoreReader *self);
void        _vnus_store_reader_clear (VnusStoreReader *self);

/* Takes the body in the first column of a row. */
gboolean    _vnus_store_reader_take  (const VnusSqlValue  *columns,
                                      guint                n_columns,
                                      gpointer             self,
                                      GError             **error);

/* A record of a body. */
VnusRecord *_vnus_store_read_body    (VnusStoreReader     *self,
                                      const char          *body,
                                      gsize                length,
                                      GError             **error);

/* The records as a chronicle, with id and label of the whole. */
VnusChronicle *_vnus_store_reader_make_chronicle (VnusStoreReader  *self,
                                                  VnusSqlEngine    *engine,
                                                  GCancellable     *cancellable,
                                                  GError          **error);

/* A JSON array of texts, to be bound. */
char       *_vnus_store_json_of      (const char *const *texts,
                                      guint              n_texts);

/* The newest revision, within a transaction; −1 with an error. */
gint64      _vnus_store_ask_revision (VnusSqlEngine  *engine,
                                      GCancellable   *cancellable,
                                      GError        **error);

gboolean    _vnus_store_take_integer (const VnusSqlValue  *columns,
                                      guint                n_columns,
                                      gpointer             integer,
                                      GError             **error);

/* The ids in the first column of rows. */
gboolean    _vnus_store_take_id      (const VnusSqlValue  *columns,
                                      guint                n_columns,
                                      gpointer             set,
                                      GError             **error);

/* The names of kinds, likewise. */
char       *_vnus_store_json_of_kinds (VnusKinds  kinds);

/* The keys of a set, as _vnus_store_json_of() has them, in order. */
char       *_vnus_store_json_of_set  (GHashTable  *set);
GHashTable *_vnus_store_set_new      (void);

/* Asks a statement whose one parameter is a set of ids. */
gboolean    _vnus_store_ask_set      (VnusSqlEngine    *engine,
                                      const char       *sql,
                                      GHashTable       *set,
                                      VnusSqlRowFunc    func,
                                      gpointer          user_data,
                                      GCancellable     *cancellable,
                                      GError          **error);

/* The same, with another statement for a set of one, which is that id. */
gboolean    _vnus_store_ask_some (VnusSqlEngine    *engine,
                                  const char       *one,
                                  const char       *all,
                                  GHashTable       *set,
                                  VnusSqlRowFunc    func,
                                  gpointer          user_data,
                                  GCancellable     *cancellable,
                                  GError          **error);

G_END_DECLS
