/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a growing array of pointers that costs nothing while it is empty.
 *
 * A record has a dozen lists, most of them empty: a slot is one NULL pointer
 * until the first item comes, and then one block. Who owns the items is for
 * the owner of the slot to say.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint    n_items;
  guint    n_allocated;
  gpointer items[];
} VnusVector;

static inline guint
_vnus_vector_length (const VnusVector *self)
{
  return self != NULL ? self->n_items : 0;
}

static inline gpointer
_vnus_vector_get (const VnusVector *self,
                  guint             index)
{
  return index < _vnus_vector_length (self) ? self->items[index] : NULL;
}

static inline void
_vnus_vector_append (VnusVector **self,
                     gpointer     item)
{
  guint n = _vnus_vector_length (*self);

  if (*self == NULL || n == (*self)->n_allocated)
    {
      guint n_allocated = n == 0 ? 2 : 2 * n;

      *self = g_realloc (*self, sizeof (VnusVector) + n_allocated * sizeof (gpointer));
      (*self)->n_allocated = n_allocated;
    }

  (*self)->items[n] = item;
  (*self)->n_items = n + 1;
}

static inline void
_vnus_vector_clear (VnusVector     **self,
                    GDestroyNotify   free_item)
{
  if (*self != NULL && free_item != NULL)
    for (guint i = 0; i < (*self)->n_items; i++)
      free_item ((*self)->items[i]);

  g_clear_pointer (self, g_free);
}

G_END_DECLS
