/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Ids that are shared, and the arrays in which records keep them. */
#include "base/vnus-id-private.h"
#include "base/vnus-vector-private.h"

static void
test_shared (void)
{
  char *id = _vnus_id_new_len ("vietnam-us", 7), *again = _vnus_id_ref (id);

  g_assert_true (id == again);
  _vnus_id_unref (id);
  g_assert_cmpstr (again, ==, "vietnam");
  _vnus_id_unref (again);
  g_assert_cmpstr (_vnus_id_empty, ==, "");
}

static void
test_hash (void)
{
  const char text[] = "visit-of-2023-and-more";

  for (gsize n = 0; n < sizeof text; n++)
    {
      g_autofree char *copy = g_strndup (text, n);

      g_assert_cmpuint (_vnus_id_hash (text, n), ==, _vnus_id_hash (copy, n));
      g_assert_cmpuint (_vnus_id_hash (text, n), !=, _vnus_id_hash (text, n + 1));
    }
}

/* “-” and “m” differ in one bit, which is a high one where it ends a word. */
static void
test_collisions (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1024; i++)
    {
      g_autoptr (GString) id = g_string_new (NULL);

      for (guint j = 0; j < 10; j++)
        g_string_append (id, (i >> j & 1) != 0 ? "abcabc0-abc-abc-" : "abcabc0mabcmabcm");
      g_string_append_c (id, 'z');
      g_hash_table_add (hashes, GUINT_TO_POINTER (_vnus_id_hash (id->str, id->len)));
    }

  g_assert_cmpuint (g_hash_table_size (hashes), >, 1000);
}

/* Numbers and pointers; one alone takes no block. */
static void
test_vector (void)
{
  for (guint n = 0; n < 6; n++)
    for (guint first = 0; first < 6; first++)
      {
        VnusVector *vector = NULL;

        for (guint i = 0; i < n; i++)
          _vnus_vector_append (&vector, GUINT_TO_POINTER (first + i));

        g_assert_cmpuint (_vnus_vector_length (vector), ==, n);
        g_assert_true (_vnus_vector_is_single (vector) == (n == 1 && first > 0));
        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (GPOINTER_TO_UINT (_vnus_vector_get (vector, i)), ==, first + i);
        g_assert_null (_vnus_vector_get (vector, n));
        _vnus_vector_clear (&vector, NULL);
        g_assert_null (vector);
      }
}

static void
test_vector_owner (void)
{
  for (guint n = 0; n < 4; n++)
    {
      VnusVector *vector = NULL;

      for (guint i = 0; i < n; i++)
        _vnus_vector_append (&vector, g_strdup ("item"));
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (_vnus_vector_get (vector, i), ==, "item");
      _vnus_vector_clear (&vector, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/id/shared", test_shared);
  g_test_add_func ("/vnus/id/hash", test_hash);
  g_test_add_func ("/vnus/id/collisions", test_collisions);
  g_test_add_func ("/vnus/id/vector", test_vector);
  g_test_add_func ("/vnus/id/vector-owner", test_vector_owner);

  return g_test_run ();
}
