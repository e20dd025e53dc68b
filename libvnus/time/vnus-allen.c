/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: sets of Allen's relations, as text and seen from the other side. */
#include <vnus/vnus-allen.h>

G_DEFINE_FLAGS_TYPE (VnusAllen, vnus_allen,
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_BEFORE, "before"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_MEETS, "meets"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_OVERLAPS, "overlaps"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_STARTS, "starts"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_DURING, "during"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_FINISHES, "finishes"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_EQUALS, "equals"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_FINISHED_BY, "finished-by"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_CONTAINS, "contains"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_STARTED_BY, "started-by"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_OVERLAPPED_BY, "overlapped-by"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_MET_BY, "met-by"),
                     G_DEFINE_ENUM_VALUE (VNUS_ALLEN_AFTER, "after"))

#define N_RELATIONS 13

/**
 * vnus_allen_to_string:
 * @self: a set of relations
 *
 * Joins the nicks of the relations of a set with commas, in the order of their bits.
 *
 * Returns: (transfer full): the nicks; the empty string for the empty set
 *
 * Since: 0.1
 */
char *
vnus_allen_to_string (VnusAllen self)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (VNUS_TYPE_ALLEN);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0 && (self & klass->values[i].value) != 0)
      {
        if (string->len > 0)
          g_string_append_c (string, ',');
        g_string_append (string, klass->values[i].value_nick);
      }

  return g_string_free (string, FALSE);
}

/**
 * vnus_allen_from_string:
 * @string: nicks with commas between them
 * @relations: (out) (optional): return location for the set
 *
 * Reads what [func@Vnus.Allen.to_string] writes.
 *
 * Returns: `TRUE` if every nick is that of a relation; else @relations is left alone
 *
 * Since: 0.1
 */
gboolean
vnus_allen_from_string (const char *string,
                        VnusAllen  *relations)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (VNUS_TYPE_ALLEN);
  g_auto (GStrv) nicks = NULL;
  guint set = 0;

  g_return_val_if_fail (string != NULL, FALSE);

  nicks = g_strsplit (string, ",", -1);
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      const GFlagsValue *value = g_flags_get_value_by_nick (klass, nicks[i]);

      if (value == NULL || value->value == 0)
        return FALSE;
      set |= value->value;
    }

  if (relations != NULL)
    *relations = set;
  return TRUE;
}

/**
 * vnus_allen_invert:
 * @self: a set of relations
 *
 * Gets the relations that the second has to the first if the first has @self to the second.
 *
 * Returns: the set seen from the other side
 *
 * Since: 0.1
 */
VnusAllen
vnus_allen_invert (VnusAllen self)
{
  guint inverse = 0;

  /* The relations stand in an order in which the inverse of each is its mirror image. */
  for (guint i = 0; i < N_RELATIONS; i++)
    if ((self & (1u << i)) != 0)
      inverse |= 1u << (N_RELATIONS - 1 - i);

  return (VnusAllen) inverse;
}
