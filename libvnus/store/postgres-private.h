/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: PostgreSQL, and what speaks its protocol, under a store.
 *
 * One connection, always in pipeline mode except while rows are copied in: what is
 * asked without wanting rows is only queued, and its failure, if any, is told by the
 * next that wants rows or by the commit. Nothing here blocks without watching the
 * caller's cancellable.
 */
#pragma once

#include "store/sql-engine-private.h"

G_BEGIN_DECLS

/* As libpq-fe.h has them, which only the sources read. */
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

/* How long a writer waits for another, and how long a server may be away (it is being
 * restarted) before that is an error. */
#define VNUS_POSTGRES_LOCK_SECONDS 30
#define VNUS_POSTGRES_AWAY_SECONDS 5

/* So many statements are queued before their answers are taken in. */
#define VNUS_POSTGRES_MOST_QUEUED 256

typedef struct _VnusPostgresWatch VnusPostgresWatch;

typedef struct
{
  VnusSqlEngine   parent;
  char           *where;          /* as given; in no message, since it may hold a password */
  VnusStoreFlags  flags;
  PGconn         *conn;           /* (nullable) */
  GHashTable     *statements;     /* address of the SQL → its name on the server */
  guint           n_prepared;     /* names are never used twice */
  guint           n_queued;       /* sent, not answered yet */
  gboolean        is_connecting;  /* what is asked belongs to that */
  gboolean        in_transaction;
  gboolean        is_writing;
  gboolean        has_failed;     /* the transaction is only good for a rollback */
  char           *last_writer;    /* (nullable) the mark of who wrote before, while writing */
  gboolean        is_postgres;    /* not only its protocol */
  gboolean        is_spread;      /* some partitions lie on other servers */
  char           *schema;         /* the search path, whose first schema has the store */
  char           *channel;        /* of NOTIFY: one a schema */
  int             pid;            /* (atomic) of the server's process behind conn */
  VnusPostgresWatch *watch;       /* (nullable) */
} VnusPostgres;

VnusSqlEngine *_vnus_postgres_engine_open   (const char          *where,
                                             VnusStoreFlags       flags,
                                             GCancellable        *cancellable,
                                             GError             **error);

PGconn        *_vnus_postgres_connect       (const char          *where,
                                             gboolean             is_patient,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_wait          (PGconn              *conn,
                                             GCancellable        *cancellable);
gboolean       _vnus_postgres_flush         (PGconn              *conn,
                                             GCancellable        *cancellable);
void           _vnus_postgres_stop          (PGconn              *conn);
char          *_vnus_postgres_scrub         (const char          *message,
                                             const char          *password);
void           _vnus_postgres_set_error     (GError             **error,
                                             PGconn              *conn,
                                             const PGresult      *result,
                                             GCancellable        *cancellable);

gboolean       _vnus_postgres_check_text    (const VnusSqlValue  *value,
                                             GError             **error);

gboolean       _vnus_postgres_ensure_connection (VnusPostgres *self,
                                                 GCancellable *cancellable,
                                                 GError      **error);

/* Statements without parameters or rows, outside of the pipeline. */
gboolean       _vnus_postgres_execute       (VnusPostgres        *self,
                                             const char          *sql,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_settle        (VnusPostgres        *self,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_run           (VnusSqlEngine       *engine,
                                             const char          *sql,
                                             const VnusSqlValue  *params,
                                             guint                n_params,
                                             VnusSqlRowFunc       func,
                                             gpointer             user_data,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_load          (VnusSqlEngine       *engine,
                                             const char          *table,
                                             const char          *columns,
                                             guint                n_columns,
                                             VnusSqlNextFunc      next,
                                             gpointer             user_data,
                                             GCancellable        *cancellable,
                                             GError             **error);

gboolean       _vnus_postgres_keep          (VnusSqlEngine       *engine,
                                             const VnusSqlValue  *ids,
                                             gboolean             is_done,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_check_servers (VnusPostgres        *self,
                                             gboolean            *can_mend,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_mend          (VnusPostgres        *self,
                                             gboolean             is_waiting,
                                             GCancellable        *cancellable,
                                             GError             **error);

gboolean       _vnus_postgres_find_spread   (VnusPostgres        *self,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_set_up        (VnusSqlEngine       *engine,
                                             gboolean             is_creating,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_drop_indexes  (VnusPostgres        *self,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_make_indexes  (VnusSqlEngine       *engine,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean       _vnus_postgres_check         (VnusSqlEngine       *engine,
                                             VnusSqlRowFunc       func,
                                             gpointer             user_data,
                                             GCancellable        *cancellable,
                                             GError             **error);

gboolean       _vnus_postgres_watch         (VnusSqlEngine       *engine,
                                             VnusSqlChangedFunc   changed,
                                             gpointer             user_data,
                                             GError             **error);

G_END_DECLS
