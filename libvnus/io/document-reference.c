/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: ids of a document: what defines them, and what refers to them. */
#include "base/vnus-id-private.h"
#include "io/document-loader-private.h"

#include <string.h>

#include "base/vnus-compare-private.h"
#include "model/vnus-kind-private.h"
#include "model/vnus-reference-private.h"

static VnusDocumentId *
read_id (VnusLoader *self,
         guint       node)
{
  VnusDocumentId *entry;

  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    {
      _vnus_loader_fail_type (self, node, "an id, such as \"us-president\"");
      return NULL;
    }

  entry = _vnus_document_ids_intern (&self->ids, _vnus_loader_text (self, node), self->tape->nodes[node].length,
                                     _vnus_loader_hash_text (self, node));
  if (entry == NULL)
    {
      g_autofree char *found = _vnus_loader_quote (self, node);

      _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                         "%s is no id; expected lower-case ASCII letters, digits and single hyphens", found);
    }

  return entry;
}

/* “state, organization or person” */
static char *
describe_kinds (VnusKinds kinds)
{
  GString *words = g_string_new (NULL);

  for (VnusKind kind = VNUS_KIND_UNSET + 1; _vnus_kind_is_valid (kind); kind++)
    if (kinds & (1u << kind))
      {
        kinds &= ~(1u << kind);
        g_string_append_printf (words, "%s%s", words->len == 0 ? "" : kinds != 0 ? ", " : " or ",
                                vnus_kind_to_string (kind));
      }

  return g_string_free (words, FALSE);
}

/* Whether any kind of record may stand there. */
static gboolean
takes_any (VnusKinds targets)
{
  return targets == VNUS_KINDS_ANY;
}

static char *
dup_wrong_kind (const VnusDocumentId *entry,
                VnusKinds             targets)
{
  g_autofree char *expected = describe_kinds (targets);

  return g_strdup_printf ("“%s” is the id of a record of kind “%s”; expected the id of a %s",
                          entry->id, vnus_kind_to_string ((VnusKind) entry->kind), expected);
}

static gboolean
check_reference (VnusLoader     *self,
                 guint           node,
                 VnusDocumentId *entry,
                 VnusKinds       targets)
{
  VnusPendingReference pending;

  if (self->lenient)
    return TRUE;

  if (entry->kind != VNUS_KIND_UNSET)
    {
      g_autofree char *text = NULL;

      if (G_LIKELY ((targets & (1u << entry->kind)) != 0))
        return TRUE;

      text = dup_wrong_kind (entry, targets);
      return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_WRONG_KIND, "%s", text);
    }

  /* What an earlier reference demands as well need not be kept twice. */
  if ((entry->wanted & ~targets) == 0)
    return TRUE;

  entry->wanted &= targets;
  pending.id = entry->id;
  pending.targets = targets;
  pending.record = self->records->len;
  pending.line = _vnus_loader_get_line (self, self->tape->nodes[node].key_offset);
  g_array_append_val (self->pending, pending);

  return TRUE;
}

gboolean
_vnus_loader_read_reference (VnusLoader  *self,
                             guint        node,
                             VnusKinds    targets,
                             char       **id)
{
  VnusDocumentId *entry = read_id (self, node);

  if (entry == NULL || !check_reference (self, node, entry, targets))
    return FALSE;

  *id = _vnus_id_ref (entry->id);
  return TRUE;
}

/* Reads the id of the record that is being read. */
gboolean
_vnus_loader_define_id (VnusLoader  *self,
                        guint        node,
                        char       **id,
                        guint32     *hash)
{
  VnusDocumentId *entry = read_id (self, node);

  if (entry == NULL)
    return FALSE;

  if (entry->kind != VNUS_KIND_UNSET)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_DUPLICATE_ID,
                              "“%s” is already the id of the record of kind “%s” at line %u; ids are unique in a document",
                              entry->id, vnus_kind_to_string ((VnusKind) entry->kind), entry->line);

  entry->kind = (guint16) self->kind;
  entry->line = _vnus_loader_get_line (self, self->tape->nodes[0].offset);
  *id = _vnus_id_ref (entry->id);
  *hash = entry->hash;

  return TRUE;
}

typedef struct
{
  const char *id;
  VnusKinds   targets;
  char       *path; /* (owned) of the first reference to it */
} Search;

static void
find_path (VnusRecord *record,
           const char *path,
           const char *id,
           VnusKinds   targets,
           gpointer    user_data)
{
  Search *search = user_data;

  if (search->path == NULL && id == search->id && targets == search->targets)
    search->path = g_strdup (path);
}

/* The pointer of a reference in a record that was read long ago. */
static char *
dup_pointer (VnusLoader                 *self,
             const VnusPendingReference *pending,
             const char                 *id)
{
  Search search = { id, pending->targets, NULL };
  g_autofree char *path = NULL;

  _vnus_record_foreach_reference (g_ptr_array_index (self->records, pending->record), find_path, &search);
  path = search.path;

  if (self->is_lines)
    return g_strconcat (path != NULL ? "/" : "", path, NULL);
  return g_strdup_printf ("/records/%u%s%s", pending->record, path != NULL ? "/" : "", path != NULL ? path : "");
}

static char *
dup_dangling (VnusLoader           *self,
              const VnusDocumentId *entry,
              VnusKinds             targets)
{
  g_autofree char *kinds = takes_any (targets) ? g_strdup ("record") : describe_kinds (targets);
  g_autofree const char **known = _vnus_document_ids_list (&self->ids);
  g_auto (GStrv) nearest = _vnus_nearest (entry->id, known, 3);
  g_autofree char *list = NULL;

  list = g_strjoinv (", ", nearest);

  return g_strdup_printf ("“%s” is the id of no record; expected the id of a %s%s%s", entry->id, kinds,
                          list[0] != '\0' ? "; the nearest are " : "", list);
}

/* Once all records were read. */
gboolean
_vnus_loader_check_references (VnusLoader *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const VnusPendingReference *pending = &g_array_index (self->pending, VnusPendingReference, i);
      const gsize length = strlen (pending->id);
      const VnusDocumentId *entry = _vnus_document_ids_intern (&self->ids, pending->id, length,
                                                               _vnus_id_hash (pending->id, length));
      g_autofree char *pointer = NULL, *text = NULL;
      gboolean is_dangling = entry->kind == VNUS_KIND_UNSET;

      if (!is_dangling && (pending->targets & (1u << entry->kind)) != 0)
        continue;

      pointer = dup_pointer (self, pending, entry->id);
      text = is_dangling ? dup_dangling (self, entry, pending->targets) : dup_wrong_kind (entry, pending->targets);
      return _vnus_loader_fail_at (self, pending->line, pointer,
                                   vnus_record_get_id (g_ptr_array_index (self->records, pending->record)),
                                   is_dangling ? VNUS_DOCUMENT_ERROR_DANGLING_REFERENCE : VNUS_DOCUMENT_ERROR_WRONG_KIND,
                                   "%s", text);
    }

  return TRUE;
}
