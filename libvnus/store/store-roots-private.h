/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: to which states, or other bodies that belong to none, actors and offices
 * belong. */
#pragma once

#include <vnus/vnus-record.h>

#include "model/vnus-field-private.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *parents; /* (element-type utf8 GPtrArray) by id: what it belongs to directly */
  GHashTable *roots;   /* (element-type utf8 GStrv) by id, sorted; none where bodies belong to each other in a circle */
} VnusRoots;

VnusRoots         *_vnus_roots_new        (void);
void               _vnus_roots_free       (VnusRoots    *self);
VnusRoots         *_vnus_roots_new_from   (VnusRecord  **records,
                                           guint         n_records);

/* What one record says of what belongs to what. */
void               _vnus_roots_add_record (VnusRoots    *self,
                                           VnusRecord   *record);
void               _vnus_roots_add_parent (VnusRoots    *self,
                                           const char   *id,
                                           const char   *parent);
void               _vnus_roots_set        (VnusRoots    *self,
                                           const char   *id,
                                           GPtrArray    *roots);

/* NULL of what belongs to nothing: it is its own root. Borrowed. */
const char *const *_vnus_roots_get        (VnusRoots    *self,
                                           const char   *id);

/* Whether what a field of this name refers to is what the record belongs to. */
gboolean           _vnus_field_is_parent  (const char   *name);

/* The field that a reference at @path is a value of, whoever says so; "source" of a
 * citation itself. */
const char        *_vnus_reference_field  (VnusRecord   *record,
                                           const char   *path,
                                           char         *buffer,
                                           gsize         size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusRoots, _vnus_roots_free)

G_END_DECLS
