/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: commits that reached only some of the servers, taken back.
 *
 * Where partitions lie on several servers, the first server commits last: all others
 * have committed by then, or the commit is none. So a commit that broke is one that
 * some of the others have and the first has not. What it replaced was kept beside it,
 * in the partition of the table undo that lies with the rows and came there in the same
 * commit; from that each server that is ahead goes back to the newest revision of all.
 *
 * To go back is a transaction as any other, and may break as any other: each server has
 * then gone back or not, and the next who mends goes on.
 */
#include "store/postgres-private.h"
#include "store/store-rows-private.h"

#define NEWEST "(SELECT coalesce (max (revision), 0) FROM commits)"

/* Rows of the records $1, of which undo keeps what and where they were. */
#define KEEP(table) \
  "INSERT INTO undo (part, revision, id, what, n, body)" \
  " SELECT part, " NEWEST ", id, '" table "', row_number () OVER (), row_to_json (" table ") FROM " table \
  " WHERE id IN (SELECT value FROM TEXTS($1))"

static const char *const keep_before[] = { KEEP ("records"), KEEP ("terms"), KEEP ("names") };

/* Records that were made anew without being changed have an older revision: that they
 * are here is of this commit all the same. */
static const char keep_after[] =
  "INSERT INTO undo (part, revision, id, what, n)"
  " SELECT part, " NEWEST ", id, 'made', 0 FROM records WHERE id IN (SELECT value FROM TEXTS($1))"
  " AND revision < " NEWEST;

gboolean
_vnus_postgres_keep (VnusSqlEngine       *engine,
                     const VnusSqlValue  *ids,
                     gboolean             is_done,
                     GCancellable        *cancellable,
                     GError             **error)
{
  if (!((VnusPostgres *) engine)->is_spread)
    return TRUE;
  if (is_done)
    return _vnus_postgres_run (engine, keep_after, ids, 1, NULL, NULL, cancellable, error);

  for (guint i = 0; i < G_N_ELEMENTS (keep_before); i++)
    if (!_vnus_postgres_run (engine, keep_before[i], ids, 1, NULL, NULL, cancellable, error))
      return FALSE;

  return TRUE;
}

/* What is on the servers that are ahead. A record and what belongs to it lie in
 * partitions of one number, and those on one server. */
#define AHEAD(columns) "SELECT " columns " FROM undo WHERE revision > " NEWEST
#define TAKE_BACK(table) \
  "DELETE FROM " table " WHERE id = ANY (ARRAY (" AHEAD ("id") ")) AND (part, id) IN (" AHEAD ("part, id") ")"
#define PUT_BACK(table) \
  "INSERT INTO " table " SELECT kept.* FROM undo, json_populate_record (CAST (NULL AS " table "), CAST (body AS json)) AS kept" \
  " WHERE undo.what = '" table "' AND undo.revision > " NEWEST

static const char *const go_back[] = {
  "INSERT INTO undo (part, revision, id, what, n) SELECT part, revision, id, 'new', 0 FROM records WHERE revision > " NEWEST,
  TAKE_BACK ("terms"),
  TAKE_BACK ("names"),
  TAKE_BACK ("records"),
  PUT_BACK ("records"),
  PUT_BACK ("terms"),
  PUT_BACK ("names"),
  "DELETE FROM changes WHERE revision > " NEWEST,
  "DELETE FROM undo",
  "UPDATE shards SET revision = " NEWEST " WHERE revision > " NEWEST,
};

/* Of the first import there is nothing to go back to. */
static const char *const go_back_to_nothing[] = {
  "DELETE FROM terms", "DELETE FROM names",  "DELETE FROM records",
  "DELETE FROM changes", "DELETE FROM undo", "UPDATE shards SET revision = 0",
};

static gboolean
run_all (VnusPostgres       *self,
         const char *const  *statements,
         gsize               n_statements,
         GCancellable       *cancellable,
         GError            **error)
{
  for (gsize i = 0; i < n_statements; i++)
    if (!_vnus_postgres_run (&self->parent, statements[i], NULL, 0, NULL, NULL, cancellable, error))
      return FALSE;

  return TRUE;
}

/* --- Looking --- */

typedef struct
{
  char *part;      /* (nullable) of the lowest of those that differ */
  gint64 revision, newest;
} Torn;

static gboolean
take_torn (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  Torn *torn = user_data;

  if (torn->part == NULL)
    *torn = (Torn) { g_strdup (columns[0].text), _vnus_sql_get_integer (&columns[1]), _vnus_sql_get_integer (&columns[2]) };
  return TRUE;
}

/* The first look at each server is what its snapshot is taken at. That of the first
 * server is the oldest, and it commits last: a reader may find others ahead that are
 * only quicker, and none behind. */
static gboolean
look (VnusPostgres  *self,
      Torn          *torn,
      GCancellable  *cancellable,
      GError       **error)
{
  static const char find_torn[] =
    "SELECT shards.part, shards.revision, newest.revision FROM shards, (SELECT " NEWEST " AS revision) AS newest"
    " WHERE shards.revision <> newest.revision ORDER BY shards.revision, shards.part";

  return !self->is_spread || _vnus_postgres_run (&self->parent, find_torn, NULL, 0, take_torn, torn, cancellable, error);
}

static void
set_torn_error (const Torn  *torn,
                GError     **error)
{
  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_DAMAGED,
               "%s: the partition of “%s” is at revision %" G_GINT64_FORMAT ", the store at %" G_GINT64_FORMAT,
               torn->revision > torn->newest
                 ? "a commit reached only some of the servers, and is taken back once the store is open to somebody who may write"
                 : "a server lost what it had committed",
               torn->part, torn->revision, torn->newest);
}

/* Whether all servers are at one revision; @can_mend: where they are not, but there is
 * a way back for those that are ahead. */
gboolean
_vnus_postgres_check_servers (VnusPostgres  *self,
                              gboolean      *can_mend,
                              GCancellable  *cancellable,
                              GError       **error)
{
  Torn torn = { NULL };
  gboolean is_good = look (self, &torn, cancellable, error);

  *can_mend = torn.part != NULL && torn.revision > torn.newest;
  if (is_good && torn.part != NULL)
    {
      set_torn_error (&torn, error);
      is_good = FALSE;
    }
  g_free (torn.part);

  return is_good;
}

/* --- Mending --- */

static gboolean
begin_mending (VnusPostgres  *self,
               gboolean       is_waiting,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char lock[] = "SELECT 1 FROM meta WHERE name = 'writer' FOR UPDATE";
  static const char lock_now[] = "SELECT 1 FROM meta WHERE name = 'writer' FOR UPDATE NOWAIT";
  gint64 one = 0;

  return _vnus_postgres_run (&self->parent, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", NULL, 0, NULL, NULL, cancellable, error) &&
         _vnus_postgres_run (&self->parent, is_waiting ? lock : lock_now, NULL, 0, _vnus_store_take_integer, &one, cancellable, error);
}

static gboolean
go_back_from (VnusPostgres  *self,
              const Torn    *torn,
              GCancellable  *cancellable,
              GError       **error)
{
  if (torn->revision <= torn->newest)
    {
      set_torn_error (torn, error);
      return FALSE;
    }

  return (torn->newest > 0 ? run_all (self, go_back, G_N_ELEMENTS (go_back), cancellable, error)
                           : run_all (self, go_back_to_nothing, G_N_ELEMENTS (go_back_to_nothing), cancellable, error)) &&
         _vnus_postgres_execute (self, "COMMIT", cancellable, error);
}

/* The mark of who wrote last stays: whoever lost the answer to a commit looks for it. */
static gboolean
mend (VnusPostgres  *self,
      gboolean       is_waiting,
      GCancellable  *cancellable,
      GError       **error)
{
  Torn torn = { NULL };
  gboolean is_good = begin_mending (self, is_waiting, cancellable, error) && look (self, &torn, cancellable, error);

  /* Another may have been quicker. */
  if (torn.part != NULL)
    is_good = is_good && go_back_from (self, &torn, cancellable, error);
  g_free (torn.part);

  return is_good;
}

/* @is_waiting: for whoever writes now; else that is an error. */
gboolean
_vnus_postgres_mend (VnusPostgres  *self,
                     gboolean       is_waiting,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gboolean is_good;

  self->in_transaction = TRUE;
  self->is_writing = TRUE;
  is_good = mend (self, is_waiting, cancellable, error);
  self->parent.klass->rollback (&self->parent);

  return is_good;
}
