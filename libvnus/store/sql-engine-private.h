/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what a store asks of a database.
 *
 * Everything but this is written once for all databases. An engine is one
 * connection and is used by one thread at a time; what it is asked comes in
 * transactions, each of which sees one state of the data.
 *
 * SQL is common to all engines: parameters are $1, $2, … and always bound, each
 * statement is a string that lives as long as the program (engines keep what they
 * prepared by its address), and TEXTS($n) is a table of one column “value” that has
 * the texts of the JSON array $n. Where a parameter alone does not tell its type,
 * say CAST ($n AS TEXT) or CAST ($n AS BIGINT).
 */
#pragma once

#include <string.h>

#include <gio/gio.h>
#include <vnus/vnus-store.h>

G_BEGIN_DECLS

typedef enum
{
  VNUS_SQL_NULL,
  VNUS_SQL_INTEGER,
  VNUS_SQL_TEXT,
} VnusSqlType;

/* What a transaction is for. */
typedef enum
{
  VNUS_SQL_READ,  /* one snapshot for all that is read */
  VNUS_SQL_WRITE, /* the only one that writes: waits for its turn, for a bounded time (BUSY) */
  VNUS_SQL_FILL,  /* the same, into a store without records: indexes and references rest until make_indexes */
} VnusSqlPurpose;

/* A column or a parameter. Text is UTF-8 without a NUL inside, ends in one, and is
 * borrowed: a column is good until its function returns. */
typedef struct
{
  VnusSqlType type;
  gint64      integer;
  const char *text;
  gsize       length;  /* of text, without the NUL */
} VnusSqlValue;

/* Takes one row of an answer; FALSE with an error ends the answer. An engine need
 * not have learnt the type of a column: ask by _vnus_sql_get_integer(). */
typedef gboolean (*VnusSqlRowFunc)  (const VnusSqlValue  *columns,
                                     guint                n_columns,
                                     gpointer             user_data,
                                     GError             **error);

/* Fills in the next row to load; FALSE at the end, or with an error. What the
 * columns borrow must be good until the next call. */
typedef gboolean (*VnusSqlNextFunc) (VnusSqlValue        *columns,
                                     gpointer             user_data,
                                     GError             **error);

/* Others committed. Called in any thread, and never after watch ended. */
typedef void     (*VnusSqlChangedFunc) (gpointer          user_data);

typedef struct _VnusSqlEngineClass VnusSqlEngineClass;

typedef struct
{
  const VnusSqlEngineClass *klass;
} VnusSqlEngine;

/* Errors are of VNUS_STORE_ERROR, or G_IO_ERROR_CANCELLED. */
struct _VnusSqlEngineClass
{
  const char *name;        /* "sqlite", "postgresql" */
  const char *texts_open;  /* what TEXTS( and ) around a parameter stand for */
  const char *texts_close;
  gboolean is_parted;      /* a record is found at once by part and id, and in several places by its id alone */

  gboolean (*begin)        (VnusSqlEngine         *self,
                            VnusSqlPurpose         purpose,
                            GCancellable          *cancellable,
                            GError               **error);
  /* After a failed commit nothing is there of the transaction, and it has ended. */
  gboolean (*commit)       (VnusSqlEngine         *self,
                            GError               **error);
  /* Harmless where no transaction is under way. */
  void     (*rollback)     (VnusSqlEngine         *self);

  /* Asks one statement, @func (nullable) taking the rows. */
  gboolean (*run)          (VnusSqlEngine         *self,
                            const char            *sql,
                            const VnusSqlValue    *params,
                            guint                  n_params,
                            VnusSqlRowFunc         func,
                            gpointer               user_data,
                            GCancellable          *cancellable,
                            GError               **error);

  /* Inserts rows in bulk, as part of a transaction. @columns: "id, kind, body", of one
   * table alone, which live as long as the program */
  gboolean (*load)         (VnusSqlEngine         *self,
                            const char            *table,
                            const char            *columns,
                            guint                  n_columns,
                            VnusSqlNextFunc        next,
                            gpointer               user_data,
                            GCancellable          *cancellable,
                            GError               **error);

  /* (nullable) Told of the records @ids, a JSON array, whose rows the transaction is to
   * delete, and once more when it has made those that take their place: an engine that
   * cannot commit everywhere at once keeps what it needs to go back. */
  gboolean (*keep)         (VnusSqlEngine         *self,
                            const VnusSqlValue    *ids,
                            gboolean               is_done,
                            GCancellable          *cancellable,
                            GError               **error);

  /* Before the commit of what was filled. */
  gboolean (*make_indexes) (VnusSqlEngine         *self,
                            GCancellable          *cancellable,
                            GError               **error);

  /* Looks at what is there. With @is_creating the schema is made where nothing is;
   * an older schema is migrated unless the engine only reads, a newer one is refused
   * untouched. */
  gboolean (*set_up)       (VnusSqlEngine         *self,
                            gboolean               is_creating,
                            GCancellable          *cancellable,
                            GError               **error);

  /* The database's own look at itself, outside of a transaction: each damage is one
   * row with one text. */
  gboolean (*check)        (VnusSqlEngine         *self,
                            VnusSqlRowFunc         func,
                            gpointer               user_data,
                            GCancellable          *cancellable,
                            GError               **error);

  /* Calls @changed soon after others committed, until it is called again with NULL. */
  gboolean (*watch)        (VnusSqlEngine         *self,
                            VnusSqlChangedFunc     changed,
                            gpointer               user_data,
                            GError               **error);

  void     (*free)         (VnusSqlEngine         *self);
};

/* Opens @path. */
VnusSqlEngine *_vnus_sqlite_engine_open (const char       *path,
                                         VnusStoreFlags    flags,
                                         GCancellable     *cancellable,
                                         GError          **error);

/* The statement as an engine says it: TEXTS() spelt out. */
char          *_vnus_sql_spell          (const VnusSqlEngineClass *klass,
                                         const char               *sql);

static inline VnusSqlValue
_vnus_sql_text (const char *text)
{
  VnusSqlValue value = { VNUS_SQL_NULL, 0, NULL, 0 };

  if (text != NULL)
    {
      value.type = VNUS_SQL_TEXT;
      value.text = text;
      value.length = strlen (text);
    }

  return value;
}

static inline VnusSqlValue
_vnus_sql_integer (gint64 integer)
{
  const VnusSqlValue value = { VNUS_SQL_INTEGER, integer, NULL, 0 };

  return value;
}

static inline VnusSqlValue
_vnus_sql_null (void)
{
  const VnusSqlValue value = { VNUS_SQL_NULL, 0, NULL, 0 };

  return value;
}

/* Of a column; 0 if it is null. */
static inline gint64
_vnus_sql_get_integer (const VnusSqlValue *column)
{
  return column->type == VNUS_SQL_TEXT ? g_ascii_strtoll (column->text, NULL, 10) : column->integer;
}

static inline gboolean
_vnus_sql_run (VnusSqlEngine       *self,
               const char          *sql,
               const VnusSqlValue  *params,
               guint                n_params,
               VnusSqlRowFunc       func,
               gpointer             user_data,
               GCancellable        *cancellable,
               GError             **error)
{
  return self->klass->run (self, sql, params, n_params, func, user_data, cancellable, error);
}

static inline void
_vnus_sql_engine_free (VnusSqlEngine *self)
{
  self->klass->free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusSqlEngine, _vnus_sql_engine_free)

G_END_DECLS
