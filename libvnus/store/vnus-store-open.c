/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: from the string that tells where a store is to the store. */
#include <vnus/vnus-postgres-store.h>
#include <vnus/vnus-sqlite-store.h>

#include "base/vnus-task-private.h"
#ifdef VNUS_HAVE_POSTGRES
#include "store/postgres-private.h"
#endif
#include "store/store-private.h"

#define SQLITE "sqlite:"

/* Makes a store of an engine, which it takes. */
static VnusStore *
make_store (GType          type,
            VnusSqlEngine *engine)
{
  VnusStore *store = g_object_new (type, NULL);

  VNUS_STORE_GET_IFACE (store)->get_core (store)->engine = engine;

  return store;
}

static gboolean
is_of_scheme (const char *where,
              const char *scheme)
{
  return g_ascii_strncasecmp (where, scheme, strlen (scheme)) == 0;
}

static VnusStore *
open_sqlite (const char      *path,
             VnusStoreFlags   flags,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (VnusSqlEngine) engine = NULL;

  if (path[0] == '\0' || path[0] == ':')
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BAD_ADDRESS,
                   "“%s” is no path of a store; expected “sqlite:” and a path such as “./world.vnus”", path);
      return NULL;
    }

  engine = _vnus_sqlite_engine_open (path, flags, cancellable, error);
  if (engine == NULL ||
      !engine->klass->set_up (engine, (flags & VNUS_STORE_FLAGS_CREATE) != 0, cancellable, error))
    return NULL;

  return make_store (VNUS_TYPE_SQLITE_STORE, g_steal_pointer (&engine));
}

static VnusStore *
open_postgres (const char      *where,
               VnusStoreFlags   flags,
               GCancellable    *cancellable,
               GError         **error)
{
#ifdef VNUS_HAVE_POSTGRES
  g_autoptr (VnusSqlEngine) engine = _vnus_postgres_engine_open (where, flags, cancellable, error);

  if (engine == NULL ||
      !engine->klass->set_up (engine, (flags & VNUS_STORE_FLAGS_CREATE) != 0, cancellable, error))
    return NULL;

  return make_store (VNUS_TYPE_POSTGRES_STORE, g_steal_pointer (&engine));
#else
  g_set_error_literal (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_NOT_BUILT,
                       "“postgresql://…” is a store in PostgreSQL, which this library was built without");
  return NULL;
#endif
}

/* What is before “://”, or else NULL: what comes after may have a password in it. */
static char *
dup_scheme (const char *where)
{
  const char *end = strstr (where, "://");

  return end != NULL && end != where ? g_strndup (where, (gsize) MIN (end - where, 20)) : NULL;
}

/**
 * vnus_store_open:
 * @where: where the store is: a path such as `world.vnus`, `sqlite:world.vnus`, or
 *   `postgresql://USER@HOST/DATABASE`
 * @flags: how to open it
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Opens a store.
 *
 * A store that an older library made is brought to the schema of this one, unless
 * it is opened to be read only; one that a newer library made is refused and left
 * as it is.
 *
 * Fails with [error@Vnus.StoreError]: `NOT_FOUND` where no store is and @flags do
 * not say to create it, `NOT_A_STORE`, `NEWER`, and others.
 *
 * Returns: (transfer full): the store
 *
 * Since: 0.1
 */
VnusStore *
vnus_store_open (const char      *where,
                 VnusStoreFlags   flags,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autofree char *scheme = NULL;

  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (is_of_scheme (where, SQLITE))
    return open_sqlite (where + strlen (SQLITE), flags, cancellable, error);

  scheme = dup_scheme (where);
  if (scheme == NULL)
    return open_sqlite (where, flags, cancellable, error);
  if (g_str_equal (scheme, "postgresql") || g_str_equal (scheme, "postgres"))
    return open_postgres (where, flags, cancellable, error);

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BAD_ADDRESS,
               "“%s://…” is no address of a store; expected a path, “sqlite:” and a path, or “postgresql://…”", scheme);
  return NULL;
}

typedef struct
{
  char           *where;
  VnusStoreFlags  flags;
} OpenData;

static void
open_data_free (gpointer pointer)
{
  OpenData *data = pointer;

  g_free (data->where);
  g_free (data);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  OpenData *data = task_data;
  GError *error = NULL;
  VnusStore *store = vnus_store_open (data->where, data->flags, cancellable, &error);

  _vnus_task_return_pointer (task, store, g_object_unref, error);
}

/**
 * vnus_store_open_async:
 * @where: where the store is
 * @flags: how to open it
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Opens a store as [func@Vnus.Store.open] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_store_open_async (const char          *where,
                       VnusStoreFlags       flags,
                       int                  io_priority,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  OpenData *data;

  g_return_if_fail (where != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  data = g_new (OpenData, 1);
  data->where = g_strdup (where);
  data->flags = flags;
  _vnus_task_run (NULL, vnus_store_open_async, open_in_thread, data, open_data_free, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_store_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Vnus.Store.open_async] began.
 *
 * Returns: (transfer full): the store
 *
 * Since: 0.1
 */
VnusStore *
vnus_store_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_store_open_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
