/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a connection to a SQLite database. */
#pragma once

#include <sqlite3.h>

#include "store/sql-engine-private.h"

G_BEGIN_DECLS

typedef struct _VnusSqliteWatch VnusSqliteWatch;

/* A file as it was at some time. */
typedef struct
{
  gint64 inode;
  gint64 size;
  gint64 seconds;
  gint64 nanoseconds;
} VnusSqliteState;

typedef struct
{
  VnusSqlEngine    parent;
  sqlite3         *db;
  char            *path;
  gboolean         is_read_only;
  gboolean         is_fixed;    /* taken as a file that nobody changes */
  VnusSqliteState  state;       /* as which it was opened then */
  GHashTable      *statements;  /* (element-type utf8 sqlite3_stmt) (owned) by the address of what they were prepared from */
  gboolean         is_heeding;  /* references between rows */
  GCancellable    *cancellable; /* (unowned) (nullable) of what is being done */
  gint64           deadline;    /* until which a lock is waited for, in µs; 0 if nothing waits */
  VnusSqliteWatch *watch;       /* (owned) (nullable) */
} VnusSqliteEngine;

/* Sets @error from what SQLite last said; FALSE. */
gboolean _vnus_sqlite_fail    (VnusSqliteEngine  *self,
                               int                result,
                               GError           **error);

/* Statements that have neither parameters nor rows. */
gboolean _vnus_sqlite_exec    (VnusSqliteEngine  *self,
                               const char        *sql,
                               GError           **error);

/* The one number that a statement gives; 0 if it gives no row. */
gboolean _vnus_sqlite_get_number (VnusSqliteEngine  *self,
                                  const char        *sql,
                                  gint64            *number,
                                  GError           **error);

/* sqlite-open.c */
gboolean _vnus_sqlite_open_file    (VnusSqliteEngine  *self,
                                    VnusStoreFlags     flags,
                                    GError           **error);
/* To be asked before each reading. */
gboolean _vnus_sqlite_is_as_opened (VnusSqliteEngine  *self,
                                    GError           **error);

/* sqlite-schema.c */
gboolean _vnus_sqlite_set_up       (VnusSqlEngine  *engine,
                                    gboolean        is_creating,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* Within the transaction that fills the store. */
gboolean _vnus_sqlite_drop_indexes (VnusSqliteEngine  *self,
                                    GError           **error);
gboolean _vnus_sqlite_make_indexes (VnusSqlEngine  *engine,
                                    GCancellable   *cancellable,
                                    GError        **error);

/* sqlite-watch.c */
gboolean _vnus_sqlite_watch        (VnusSqlEngine       *engine,
                                    VnusSqlChangedFunc   changed,
                                    gpointer             user_data,
                                    GError             **error);

G_END_DECLS
