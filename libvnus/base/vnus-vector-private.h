/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a growing array of pointers that costs nothing while it is empty, and
 * nothing but its slot while it has one item.
 *
 * A record has a dozen lists, most of them empty, and most of the rest with one
 * item: a slot is NULL, or the only item with its lowest bits marked, or a block.
 * Pointers are aligned, so that their two lowest bits are free; a small number
 * makes room for them. Who owns the items is for the owner of the slot to say.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Never looked into but here. */
typedef struct
{
  guint    n_in_block;
  guint    n_allocated;
  gpointer block[];
} VnusVector;

#define VNUS_VECTOR_MARKS   ((gsize) 3)
#define VNUS_VECTOR_POINTER ((gsize) 1) /* the only item */
#define VNUS_VECTOR_NUMBER  ((gsize) 3) /* likewise, moved up by the width of the marks */

static inline gboolean
_vnus_vector_is_single (const VnusVector *self)
{
  return (GPOINTER_TO_SIZE (self) & VNUS_VECTOR_MARKS) != 0;
}

static inline VnusVector *
_vnus_vector_mark (gpointer item)
{
  const gsize bits = GPOINTER_TO_SIZE (item);

  return GSIZE_TO_POINTER ((bits & VNUS_VECTOR_MARKS) == 0 ? bits | VNUS_VECTOR_POINTER : bits << 2 | VNUS_VECTOR_NUMBER);
}

static inline gpointer
_vnus_vector_unmark (const VnusVector *self)
{
  const gsize bits = GPOINTER_TO_SIZE (self);

  return GSIZE_TO_POINTER ((bits & VNUS_VECTOR_MARKS) == VNUS_VECTOR_NUMBER ? bits >> 2 : bits & ~VNUS_VECTOR_MARKS);
}

static inline guint
_vnus_vector_length (const VnusVector *self)
{
  return self == NULL ? 0 : _vnus_vector_is_single (self) ? 1 : self->n_in_block;
}

/* NULL past the end. */
static inline gpointer
_vnus_vector_get (const VnusVector *self,
                  guint             index)
{
  if (index >= _vnus_vector_length (self))
    return NULL;

  return _vnus_vector_is_single (self) ? _vnus_vector_unmark (self) : self->block[index];
}

/* Room for @n items that are going to be appended to an empty slot. */
static inline void
_vnus_vector_reserve (VnusVector **self,
                      guint        n)
{
  if (n < 2 || *self != NULL)
    return;

  *self = g_malloc (sizeof (VnusVector) + n * sizeof (gpointer));
  (*self)->n_in_block = 0;
  (*self)->n_allocated = n;
}

/* @item is a pointer to what malloc() gave or to a static struct, or a number of
 * an int that is not negative. */
static inline void
_vnus_vector_append (VnusVector **self,
                     gpointer     item)
{
  const guint n = _vnus_vector_length (*self);

  if (*self == NULL && item != NULL)
    {
      *self = _vnus_vector_mark (item);
      return;
    }

  if (*self == NULL || _vnus_vector_is_single (*self))
    {
      const gpointer first = _vnus_vector_get (*self, 0);

      *self = g_malloc (sizeof (VnusVector) + 2 * sizeof (gpointer));
      (*self)->n_allocated = 2;
      (*self)->block[0] = first;
    }
  else if (n == (*self)->n_allocated)
    {
      *self = g_realloc (*self, sizeof (VnusVector) + 2 * n * sizeof (gpointer));
      (*self)->n_allocated = 2 * n;
    }

  (*self)->block[n] = item;
  (*self)->n_in_block = n + 1;
}

static inline void
_vnus_vector_clear (VnusVector     **self,
                    GDestroyNotify   free_item)
{
  const guint n = _vnus_vector_length (*self);

  for (guint i = 0; free_item != NULL && i < n; i++)
    free_item (_vnus_vector_get (*self, i));

  if (!_vnus_vector_is_single (*self))
    g_free (*self);
  *self = NULL;
}

G_END_DECLS
