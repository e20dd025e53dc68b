/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what was found out from a view once. */
#include "chronicle/vnus-view-memory-private.h"

#include "chronicle/vnus-chronicle-private.h"

/* Far more than the records that a relation has. */
#define MOST_MEMORIES (1u << 16)

typedef struct
{
  const VnusMemo *memo;
  gconstpointer   about; /* (owned) if it is a text */
  gconstpointer   of;
  gpointer        found; /* (owned) (nullable) */
} Memory;

struct _VnusViewMemory
{
  GMutex      lock;
  GHashTable *memories; /* (element-type Memory) (owned) */
};

static guint
hash_memory (gconstpointer key)
{
  const Memory *memory = key;

  const guint about = memory->memo->by_text ? g_str_hash (memory->about) : g_direct_hash (memory->about);

  return g_direct_hash (memory->memo) ^ (about * 31) ^ (g_direct_hash (memory->of) * 1021);
}

static gboolean
memory_equal (gconstpointer a,
              gconstpointer b)
{
  const Memory *one = a, *other = b;

  if (one->memo != other->memo || one->of != other->of)
    return FALSE;

  return one->memo->by_text ? g_str_equal (one->about, other->about) : one->about == other->about;
}

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_clear_pointer (&memory->found, memory->memo->unref);
  if (memory->memo->by_text)
    g_free ((gpointer) memory->about);
  g_free (memory);
}

VnusViewMemory *
_vnus_view_memory_new (void)
{
  VnusViewMemory *self = g_new0 (VnusViewMemory, 1);

  g_mutex_init (&self->lock);
  self->memories = g_hash_table_new_full (hash_memory, memory_equal, memory_free, NULL);

  return self;
}

void
_vnus_view_memory_free (VnusViewMemory *self)
{
  g_hash_table_unref (self->memories);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gpointer
ref_found (const Memory *memory)
{
  return memory->found != NULL ? memory->memo->ref (memory->found) : NULL;
}

/* Takes @fresh. Where another thread was first, its finding stays. What is found
 * out after very many others is not kept: who looks through a large chronicle
 * seldom looks twice. */
static gpointer
remember (VnusViewMemory *self,
          Memory         *fresh)
{
  Memory *memory;
  gpointer found;

  g_mutex_lock (&self->lock);
  memory = g_hash_table_lookup (self->memories, fresh);
  if (memory == NULL && g_hash_table_size (self->memories) >= MOST_MEMORIES)
    {
      g_mutex_unlock (&self->lock);
      return g_steal_pointer (&fresh->found);
    }
  if (memory == NULL)
    {
      memory = g_memdup2 (fresh, sizeof *fresh);
      if (memory->memo->by_text)
        memory->about = g_strdup (fresh->about);
      fresh->found = NULL;
      g_hash_table_add (self->memories, memory);
    }
  found = ref_found (memory);
  g_mutex_unlock (&self->lock);

  g_clear_pointer (&fresh->found, fresh->memo->unref);
  return found;
}

gpointer
_vnus_view_recall (VnusChronicle  *view,
                   const VnusMemo *memo,
                   gconstpointer   about,
                   gconstpointer   of)
{
  VnusViewMemory *self = view->memory;
  Memory wanted = { memo, about, of, NULL };
  const Memory *known;
  gpointer found = NULL;

  if (self == NULL)
    return memo->find_out (view, about, of);

  g_mutex_lock (&self->lock);
  known = g_hash_table_lookup (self->memories, &wanted);
  if (known != NULL)
    found = ref_found (known);
  g_mutex_unlock (&self->lock);
  if (known != NULL)
    return found;

  /* not under the lock: what is found out may rest on other matters */
  wanted.found = memo->find_out (view, about, of);
  return remember (self, &wanted);
}
