/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the tests of documents share. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include <vnus/vnus.h>

static inline char *
corpus_path (const char *folder,
             const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "documents", folder, name, NULL);
}

static inline GBytes *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static inline GBytes *
read_corpus (const char *folder,
             const char *name)
{
  g_autofree char *path = corpus_path (folder, name);

  return read_path (path);
}

static inline void
assert_same_bytes (GBytes *a,
                   GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL), g_bytes_get_size (b));
}

/* Loads what is in memory, which must be good. */
static inline VnusChronicle *
load_good (GBytes        *bytes,
           const char    *name,
           VnusLoadFlags  flags)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_bytes (bytes, name, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (chronicle);

  return chronicle;
}

/* Loads what is in memory, which must fail with @code. */
static inline char *
load_bad (GBytes     *bytes,
          const char *name,
          int         code)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_bytes (bytes, name, VNUS_LOAD_FLAGS_NONE, &error);

  g_assert_null (chronicle);
  g_assert_error (error, VNUS_DOCUMENT_ERROR, code);

  return g_strdup (error->message);
}

static inline GBytes *
document_of (const char *records)
{
  char *text = g_strconcat ("{\"format\":\"vnus-chronicle\",\"version\":1,\"records\":[", records, "]}", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static inline void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not contain “%s”", text, part);
}

/* How many cases to pass over: none, unless VNUS_TEST_SCALE is below 1. */
static inline guint
get_step (void)
{
  const char *scale = g_getenv ("VNUS_TEST_SCALE");
  double factor = scale != NULL ? g_ascii_strtod (scale, NULL) : 1.0;

  return factor > 0.0 && factor < 1.0 ? (guint) (1.0 / factor) : 1;
}

/* A folder of the test's own, which it removes. */
static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vnus-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
