/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chronicles by what a person types: the one place that resolves names. */
#include <vnus/vnus-document.h>

#include <stdio.h>
#include <string.h>

#include <vnus/vnus-store.h>

#include "io/shipped-private.h"

#define MAGIC "SQLite format 3"

/* Whether a file is a database. */
static gboolean
is_database (const char *path)
{
  char head[sizeof MAGIC] = "";
  FILE *file = fopen (path, "rb");
  gboolean is_one = file != NULL && fread (head, 1, sizeof head, file) == sizeof head && memcmp (head, MAGIC, sizeof head) == 0;

  if (file != NULL)
    fclose (file);

  return is_one;
}

/**
 * vnus_store_recognise:
 * @where: what a person typed for a chronicle
 *
 * Tells whether a name or path of a chronicle leads to a store: whether it says so by
 * its scheme, or is the path of a file that is a database.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
vnus_store_recognise (const char *where)
{
  static const char *const schemes[] = { "sqlite:", "postgresql://", "postgres://" };

  g_return_val_if_fail (where != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (where, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return strpbrk (where, "/.:") != NULL && is_database (where);
}

static VnusChronicle *
open_store (const char  *where,
            const char  *about,
            GError     **error)
{
  g_autoptr (VnusQuery) query = about != NULL ? vnus_query_parse (about, error) : NULL;
  g_autoptr (VnusStore) store = NULL;

  if (about != NULL && query == NULL)
    return NULL;

  store = vnus_store_open (where, VNUS_STORE_FLAGS_READ_ONLY, NULL, error);
  if (store == NULL)
    return NULL;

  return query != NULL ? vnus_store_load (store, query, NULL, NULL, NULL, error) : vnus_store_load_revision (store, -1, NULL, error);
}

/**
 * vnus_chronicle_open: (constructor)
 * @name_or_path: the name of a shipped chronicle, such as `vietnam-us`; or, with `/`, `.` or `:` in it, the path or URI of a document, or where a store is
 * @error: return location for an error
 *
 * Opens a chronicle by what a person types.
 *
 * Of a store it is all that the newest revision has, or, with `#` and a query after
 * where the store is, what [method@Vnus.Store.load] loads for that query:
 * `world.vnus#relation:us-vn`.
 *
 * Fails as [ctor@Vnus.Chronicle.load_file] does, with `NOT_SHIPPED` of
 * [error@Vnus.DocumentError] if there is no shipped chronicle of that name, and with
 * [error@Vnus.StoreError] and [error@Vnus.QueryError] of a store.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_open (const char  *name_or_path,
                     GError     **error)
{
  const char *mark;
  g_autofree char *where = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (name_or_path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strpbrk (name_or_path, "/.:") == NULL)
    return _vnus_open_shipped (name_or_path, error);
  if (vnus_store_recognise (name_or_path) && strchr (name_or_path, '#') == NULL)
    return open_store (name_or_path, NULL, error);

  mark = strchr (name_or_path, '#');
  where = mark != NULL ? g_strndup (name_or_path, (gsize) (mark - name_or_path)) : NULL;
  if (where != NULL && vnus_store_recognise (where))
    return open_store (where, mark + 1, error);
  if (vnus_store_recognise (name_or_path))
    return open_store (name_or_path, NULL, error);

  file = g_file_new_for_commandline_arg (name_or_path);
  return _vnus_open_document (file, name_or_path, error);
}
