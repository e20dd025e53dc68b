/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “relation”. */
#include <vnus/vnus-relation.h>

#include "model/vnus-record-private.h"

typedef struct _VnusRelationClass VnusRelationClass;

/**
 * VnusRelation:
 *
 * A relation.
 *
 * Since: 0.1
 */
struct _VnusRelation
{
  VnusRecord parent_instance;

  VnusVector *parties;
};

struct _VnusRelationClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusRelation, vnus_relation, VNUS_TYPE_RECORD)

enum
{
  FIELD_PARTIES,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCES (VnusRelation, "parties", parties, VNUS_KINDS_BODIES, "The parties."),
};

static void
vnus_relation_class_init (VnusRelationClass *klass)
{
  _vnus_record_class_install (klass, VNUS_KIND_RELATION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_relation_init (VnusRelation *self)
{
}

/**
 * vnus_relation_new: (constructor)
 * @id: the id
 *
 * Makes a relation.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusRelation *
vnus_relation_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_RELATION, "id", id, NULL);
}

/**
 * vnus_relation_get_n_parties:
 * @self: a relation
 *
 * Gets how many values the field `parties` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_relation_get_party:
 * @self: a relation
 * @position: the position, from 0
 *
 * Gets a value of the field `parties`: the parties.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_relation_add_party:
 * @self: a relation
 * @party: the id of a record
 *
 * Adds a value to the field `parties`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusRelation, vnus_relation, VNUS_IS_RELATION, const char *, const char *, parties, party, FIELD_PARTIES)
