/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: to which states, or other bodies that belong to none, actors and offices
 * belong.
 *
 * An office belongs to what it is of; a person to a state, and to whatever the
 * offices belong to that the person ever held; anything by what any source says. Rows
 * of two bodies are found by them, so more than what is true is harmless here. */
#include "store/store-roots-private.h"

#include <string.h>

#include "model/vnus-reference-private.h"

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
free_strv (gpointer strv)
{
  g_strfreev (strv);
}

VnusRoots *
_vnus_roots_new (void)
{
  VnusRoots *self = g_new0 (VnusRoots, 1);

  self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_strv);

  return self;
}

void
_vnus_roots_free (VnusRoots *self)
{
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->roots);
  g_free (self);
}

void
_vnus_roots_add_parent (VnusRoots  *self,
                        const char *id,
                        const char *parent)
{
  GPtrArray *parents = g_hash_table_lookup (self->parents, id);

  if (parents == NULL)
    {
      parents = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->parents, g_strdup (id), parents);
    }
  if (!g_ptr_array_find_with_equal_func (parents, parent, g_str_equal, NULL))
    g_ptr_array_add (parents, g_strdup (parent));
}

void
_vnus_roots_set (VnusRoots  *self,
                 const char *id,
                 GPtrArray  *roots)
{
  g_ptr_array_sort (roots, compare_texts);
  g_ptr_array_add (roots, NULL);
  g_hash_table_replace (self->roots, g_strdup (id), g_strdupv ((char **) roots->pdata));
}

/* --- Parents --- */

gboolean
_vnus_field_is_parent (const char *name)
{
  return g_str_equal (name, "of") || g_str_equal (name, "within") || g_str_equal (name, "broader");
}

const char *
_vnus_reference_field (VnusRecord *record,
                       const char *path,
                       char       *buffer,
                       gsize       size)
{
  guint64 index;
  char *end;

  if (!g_str_has_prefix (path, "citations/"))
    {
      g_strlcpy (buffer, path, MIN (size, strcspn (path, "/") + 1));
      return buffer;
    }

  index = g_ascii_strtoull (path + strlen ("citations/"), &end, 10);
  if (g_str_equal (end, "/source"))
    return "source";

  path = vnus_citation_get_field (vnus_record_get_citation (record, (guint) index));
  g_strlcpy (buffer, path, MIN (size, strcspn (path, "/") + 1));
  return buffer;
}

typedef struct
{
  VnusRoots  *roots;
  GPtrArray  *persons; /* (element-type utf8) of one tenure */
  GPtrArray  *offices;
} Gathering;

static void
gather_parent (VnusRecord *record,
               const char *path,
               const char *id,
               VnusKinds   targets,
               gpointer    user_data)
{
  Gathering *gathering = user_data;
  char buffer[64];
  const char *field = _vnus_reference_field (record, path, buffer, sizeof buffer);

  if (_vnus_field_is_parent (field))
    _vnus_roots_add_parent (gathering->roots, vnus_record_get_id (record), id);
  else if (g_str_equal (field, "person"))
    g_ptr_array_add (gathering->persons, (gpointer) id);
  else if (g_str_equal (field, "office"))
    g_ptr_array_add (gathering->offices, (gpointer) id);
}

void
_vnus_roots_add_record (VnusRoots  *self,
                        VnusRecord *record)
{
  const VnusKinds kinds = VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE) | VNUS_KINDS (TENURE);
  g_autoptr (GPtrArray) persons = NULL, offices = NULL;
  Gathering gathering = { .roots = self };

  if ((kinds & 1u << vnus_record_get_kind (record)) == 0)
    return;

  gathering.persons = persons = g_ptr_array_new ();
  gathering.offices = offices = g_ptr_array_new ();
  _vnus_record_foreach_reference (record, gather_parent, &gathering);

  if (vnus_record_get_kind (record) == VNUS_KIND_TENURE)
    for (guint i = 0; i < persons->len; i++)
      for (guint j = 0; j < offices->len; j++)
        _vnus_roots_add_parent (self, g_ptr_array_index (persons, i), g_ptr_array_index (offices, j));
}

VnusRoots *
_vnus_roots_new_from (VnusRecord **records,
                      guint        n_records)
{
  VnusRoots *self = _vnus_roots_new ();

  for (guint i = 0; i < n_records; i++)
    _vnus_roots_add_record (self, records[i]);

  return self;
}

/* --- Roots --- */

/* Everything above @id, once; what has nothing above it is a root. */
static char **
find_roots (VnusRoots  *self,
            const char *id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  g_hash_table_add (seen, (gpointer) id);
  g_ptr_array_add (queue, (gpointer) id);
  for (guint i = 0; i < queue->len; i++)
    {
      const char *next = g_ptr_array_index (queue, i);
      GPtrArray *parents = g_hash_table_lookup (self->parents, next);
      char **known = parents == NULL ? g_hash_table_lookup (self->roots, next) : NULL;

      if (parents == NULL && known == NULL)
        g_ptr_array_add (roots, (gpointer) next);
      for (guint j = 0; known != NULL && known[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (roots, known[j], g_str_equal, NULL))
          g_ptr_array_add (roots, known[j]);
      for (guint j = 0; parents != NULL && j < parents->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (parents, j)))
          g_ptr_array_add (queue, g_ptr_array_index (parents, j));
    }

  g_ptr_array_sort (roots, compare_texts);
  g_ptr_array_add (roots, NULL);
  return g_strdupv ((char **) roots->pdata);
}

const char *const *
_vnus_roots_get (VnusRoots  *self,
                 const char *id)
{
  char **roots = g_hash_table_lookup (self->roots, id);

  if (roots == NULL && g_hash_table_contains (self->parents, id))
    {
      roots = find_roots (self, id);
      g_hash_table_insert (self->roots, g_strdup (id), roots);
    }

  return (const char *const *) roots;
}
