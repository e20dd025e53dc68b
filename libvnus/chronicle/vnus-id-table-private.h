/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: finding an id among names that do not change.
 *
 * Open addressing: a slot holds the position of a name and 1, in the first free
 * place from that of its hash; 0 ends a search. The names are the caller's, who
 * says how to get one by its position, so that a slot takes four bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 *slots; /* two thirds full */
  guint32  n_slots;
} VnusIdTable;

typedef const char *(*VnusIdTableName) (gconstpointer names,
                                        guint         position);

/* Of an array of strings. */
static inline const char *
_vnus_id_table_get_name (gconstpointer names,
                         guint         position)
{
  return ((const char *const *) names)[position];
}

/* The hashes of ids that are alike lie side by side: they are scattered by a
 * multiplication, whose upper bits depend on all bits of the hash. */
static inline guint32
_vnus_id_table_begin (const VnusIdTable *self,
                      const char        *id)
{
  return (guint32) ((guint64) (g_str_hash (id) * 2654435769u) * self->n_slots >> 32);
}

static inline guint32
_vnus_id_table_next (const VnusIdTable *self,
                     guint32            slot)
{
  return slot + 1 < self->n_slots ? slot + 1 : 0;
}

static inline void
_vnus_id_table_init (VnusIdTable     *self,
                     VnusIdTableName  get_name,
                     gconstpointer    names,
                     guint            n_names)
{
  self->n_slots = n_names + n_names / 2 + 1;
  self->slots = g_new0 (guint32, self->n_slots);

  for (guint i = 0; i < n_names; i++)
    {
      guint32 slot = _vnus_id_table_begin (self, get_name (names, i));

      while (self->slots[slot] != 0)
        slot = _vnus_id_table_next (self, slot);
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
                     VnusIdTableName    get_name,
                     gconstpointer      names,
                     const char        *id,
                     guint             *position)
{
  for (guint32 slot = _vnus_id_table_begin (self, id); self->slots[slot] != 0; slot = _vnus_id_table_next (self, slot))
    if (g_str_equal (get_name (names, self->slots[slot] - 1), id))
      {
        *position = self->slots[slot] - 1;
        return TRUE;
      }

  return FALSE;
}

G_END_DECLS
