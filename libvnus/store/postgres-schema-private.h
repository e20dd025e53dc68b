/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the tables of a store in PostgreSQL are made of. */
#pragma once

#include "store/postgres-private.h"

G_BEGIN_DECLS

/* The schemas that this library knows: 2 has the views, 3 finds what a view may show
 * without some of its values, 4 numbers terms and names. */
#define VNUS_POSTGRES_SCHEMA 4

#define VNUS_POSTGRES_N_TABLES 8

/* The key of rows of which a record has many. */
#define VNUS_POSTGRES_NUMBERED "part, id, n"

typedef struct
{
  const char *name;      /* of the index, after that of its table and _by_ */
  const char *columns;
} VnusPostgresIndex;

typedef struct
{
  const char *name;
  const char *columns;
  const char *key;
  gboolean is_parted;
  VnusPostgresIndex indexes[3];
  gboolean rests;        /* key and indexes rest while an empty store is filled */
} VnusPostgresTable;

/* As the newest schema has them. */
extern const VnusPostgresTable _vnus_postgres_tables[VNUS_POSTGRES_N_TABLES];
extern const char _vnus_postgres_views[];

gboolean   _vnus_postgres_say          (VnusPostgres             *self,
                                        GCancellable             *cancellable,
                                        GError                  **error,
                                        const char               *format,
                                        ...) G_GNUC_PRINTF (4, 5);
gboolean   _vnus_postgres_make_table   (VnusPostgres             *self,
                                        const VnusPostgresTable  *table,
                                        guint                     n_partitions,
                                        GCancellable             *cancellable,
                                        GError                  **error);

/* At a table or one of its partitions. */
gboolean   _vnus_postgres_make_key     (VnusPostgres             *self,
                                        const VnusPostgresTable  *table,
                                        const char               *place,
                                        GCancellable             *cancellable,
                                        GError                  **error);
gboolean   _vnus_postgres_make_others  (VnusPostgres             *self,
                                        const VnusPostgresTable  *table,
                                        const char               *place,
                                        GCancellable             *cancellable,
                                        GError                  **error);

/* Where the rows of a table lie on this server: in it, or in its partitions here. */
GPtrArray *_vnus_postgres_list_places  (VnusPostgres             *self,
                                        const VnusPostgresTable  *table,
                                        GCancellable             *cancellable,
                                        GError                  **error);

/* A setting of the session, such as “vnus.partitions”; NULL where there is none. */
gboolean   _vnus_postgres_get_setting  (VnusPostgres             *self,
                                        const char               *name,
                                        char                    **value,
                                        GCancellable             *cancellable,
                                        GError                  **error);

/* postgres-migrate.c: brings a store of the older @schema to the newest, as one transaction. */
gboolean   _vnus_postgres_migrate      (VnusPostgres             *self,
                                        gint64                    schema,
                                        GCancellable             *cancellable,
                                        GError                  **error);

/* postgres-gather.c: brings all partitions to this server, within a transaction. The tables
 * get their keys where @has_key says that those of the schema have one. */
gboolean   _vnus_postgres_gather       (VnusPostgres             *self,
                                        gboolean                (*has_key) (const VnusPostgresTable *table, gint64 schema),
                                        gint64                    schema,
                                        GCancellable             *cancellable,
                                        GError                  **error);

G_END_DECLS
