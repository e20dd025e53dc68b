/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: what differs by the type of a value, in one table: how an item is
 * taken, dropped, compared and printed. The fields of records use it too. */
#include "base/vnus-id-private.h"
#include "model/vnus-value-private.h"

static void
vector_unref (gpointer item)
{
  VnusVector *vector = item;

  _vnus_vector_clear (&vector, (GDestroyNotify) vnus_value_unref);
}

static gboolean
vector_equal (gconstpointer a,
              gconstpointer b)
{
  guint n = _vnus_vector_length (a);

  if (n != _vnus_vector_length (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!vnus_value_equal (_vnus_vector_get (a, i), _vnus_vector_get (b, i)))
      return FALSE;

  return TRUE;
}

static char *
vector_to_string (gconstpointer item)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < _vnus_vector_length (item); i++)
    {
      g_autofree char *text = vnus_value_to_string (_vnus_vector_get (item, i));

      g_string_append_printf (string, "%s%s", i > 0 ? ", " : "", text);
    }

  return g_string_free (string, FALSE);
}

static char *
date_to_string (gconstpointer item)
{
  return g_strdup (vnus_date_get_text (item));
}

#define OPERATIONS(prefix)                                                    \
  { (gpointer (*) (gpointer)) prefix##_ref, (GDestroyNotify) prefix##_unref,  \
    (GEqualFunc) prefix##_equal, (char *(*) (gconstpointer)) prefix##_to_string }

const VnusValueOperations _vnus_value_operations[] = {
  [VNUS_VALUE_TYPE_TEXT] = { (gpointer (*) (gpointer)) g_strdup, g_free, g_str_equal,
                             (char *(*) (gconstpointer)) g_strdup },
  [VNUS_VALUE_TYPE_LOCALISED] = OPERATIONS (vnus_text),
  [VNUS_VALUE_TYPE_DATE] = { (gpointer (*) (gpointer)) vnus_date_ref, (GDestroyNotify) vnus_date_unref,
                             (GEqualFunc) vnus_date_equal, date_to_string },
  [VNUS_VALUE_TYPE_REFERENCE] = { (gpointer (*) (gpointer)) _vnus_id_ref,
                                  (GDestroyNotify) _vnus_id_unref, g_str_equal,
                                  (char *(*) (gconstpointer)) g_strdup },
  [VNUS_VALUE_TYPE_AMOUNT] = OPERATIONS (vnus_amount),
  [VNUS_VALUE_TYPE_PARTICIPANT] = OPERATIONS (vnus_participant),
  [VNUS_VALUE_TYPE_STOP] = OPERATIONS (vnus_stop),
  [VNUS_VALUE_TYPE_DESIGNATION] = OPERATIONS (vnus_designation),
  [VNUS_VALUE_TYPE_LIST] = { NULL, vector_unref, vector_equal, vector_to_string },
};

#undef OPERATIONS
