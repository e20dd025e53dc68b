/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: finding an id among names that do not change.
 *
 * Open addressing: a slot holds the position of a name and 1, in the first free
 * place from that of its hash; 0 ends a search. The names are the caller's, so
 * that a slot takes four bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 *slots; /* at most two thirds full */
  guint32  mask;
  guint    shift; /* of the bits of a hash that say where to begin */
} VnusIdTable;

/* The hashes of ids that are alike lie side by side: they are scattered by a
 * multiplication, whose upper bits depend on all bits of the hash. */
static inline guint32
_vnus_id_table_begin (const VnusIdTable *self,
                      const char        *id)
{
  return (g_str_hash (id) * 2654435769u) >> self->shift;
}

static inline void
_vnus_id_table_init (VnusIdTable       *self,
                     const char *const *names,
                     guint              n_names)
{
  guint n_bits = 4;

  while (((guint64) 1 << n_bits) < n_names + (guint64) n_names / 2)
    n_bits++;
  self->slots = g_new0 (guint32, (gsize) 1 << n_bits);
  self->mask = (guint32) (((guint64) 1 << n_bits) - 1);
  self->shift = 32 - n_bits;

  for (guint i = 0; i < n_names; i++)
    {
      guint32 slot = _vnus_id_table_begin (self, names[i]);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = i + 1;
    }
}

static inline void
_vnus_id_table_clear (VnusIdTable *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/* FALSE if there is no such name. */
static inline gboolean
_vnus_id_table_find (const VnusIdTable *self,
                     const char *const *names,
                     const char        *id,
                     guint             *position)
{
  for (guint32 slot = _vnus_id_table_begin (self, id); self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    if (g_str_equal (names[self->slots[slot] - 1], id))
      {
        *position = self->slots[slot] - 1;
        return TRUE;
      }

  return FALSE;
}

G_END_DECLS
