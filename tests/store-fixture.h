/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Stores for tests: each test has one of its own, which is not made yet.
 *
 * Where with-servers.py runs the test, each is at an empty place of a PostgreSQL server.
 * Otherwise a store is a file in a folder of its own, which goes with the test. */
#pragma once

#include <glib/gstdio.h>
#include <vnus/vnus.h>

#include "postgres/server.h"

typedef struct
{
  char *folder;
  char *where;
} Fixture;

static inline gboolean
is_given (void)
{
  return g_getenv ("VNUS_TEST_SERVER") != NULL;
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  /* In memory where that is: what is tested here is no disk. */
  fixture->folder = g_strdup ("/dev/shm/vnus-store-XXXXXX");
  if (g_mkdtemp (fixture->folder) == NULL)
    {
      g_free (fixture->folder);
      fixture->folder = g_dir_make_tmp ("vnus-store-XXXXXX", NULL);
    }
  g_assert_nonnull (fixture->folder);

  fixture->where = server_ask ("new");
  if (fixture->where == NULL)
    fixture->where = g_build_filename (fixture->folder, "world.vnus", NULL);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->where);
}

/* One more store for the same test: a folder has many files, and a server many
 * databases. */
static inline VnusStore *
open_another (Fixture *fixture,
              guint    number)
{
  g_autofree char *path = g_strdup_printf ("%s/another-%u.vnus", fixture->folder, number);
  g_autoptr (GError) error = NULL;
  VnusStore *store = NULL;

  if (!is_given ())
    store = vnus_store_open (path, VNUS_STORE_FLAGS_CREATE, NULL, &error);
  else
    {
      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_CREATE, NULL, &error);
    }
  g_assert_no_error (error);

  return store;
}

static inline VnusStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VnusStore *store = vnus_store_open (fixture->where, VNUS_STORE_FLAGS_CREATE, NULL, &error);

  g_assert_no_error (error);
  return store;
}
