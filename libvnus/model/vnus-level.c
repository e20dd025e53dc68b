/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “level”. */
#include <vnus/vnus-level.h>

#include "model/vnus-record-private.h"

typedef struct _VnusLevelClass VnusLevelClass;

/**
 * VnusLevel:
 *
 * A level of relations.
 *
 * Since: 0.1
 */
struct _VnusLevel
{
  VnusRecord parent_instance;

  char       *ladder;
  int        rank;
};

struct _VnusLevelClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusLevel, vnus_level, VNUS_TYPE_RECORD)

enum
{
  FIELD_LADDER,
  FIELD_RANK,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusLevel, "ladder", ladder, TEXT,
              "The ladder, such as `diplomatic` or `partnership`; ladders are independent."),
  VNUS_FIELD (VnusLevel, "rank", rank, INTEGER, "The step on the ladder, 1 the lowest; 0 if not told."),
};

static void
vnus_level_class_init (VnusLevelClass *klass)
{
  /**
   * VnusLevel:ladder: (getter get_ladder) (setter set_ladder)
   *
   * The ladder, such as `diplomatic` or `partnership`; ladders are independent.
   *
   * Since: 0.1
   */
  /**
   * VnusLevel:rank: (getter get_rank) (setter set_rank)
   *
   * The step on the ladder, 1 the lowest; 0 if not told.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_LEVEL, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_level_init (VnusLevel *self)
{
}

/**
 * vnus_level_new: (constructor)
 * @id: the id
 *
 * Makes a level.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusLevel *
vnus_level_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_LEVEL, "id", id, NULL);
}

/**
 * vnus_level_get_ladder: (get-property ladder)
 * @self: a level
 *
 * Gets the field `ladder`: the ladder, such as `diplomatic` or `partnership`;
 * ladders are independent.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_level_set_ladder: (set-property ladder)
 * @self: a level
 * @ladder: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `ladder`: the ladder, such as `diplomatic` or `partnership`;
 * ladders are independent.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusLevel, vnus_level, VNUS_IS_LEVEL, ladder, FIELD_LADDER)

/**
 * vnus_level_get_rank: (get-property rank)
 * @self: a level
 *
 * Gets the field `rank`: the step on the ladder, 1 the lowest; 0 if not told.
 *
 * Returns: the number, or 0
 *
 * Since: 0.1
 */
/**
 * vnus_level_set_rank: (set-property rank)
 * @self: a level
 * @rank: the number, 0 to clear it
 *
 * Sets the field `rank`: the step on the ladder, 1 the lowest; 0 if not told.
 *
 * Since: 0.1
 */
VNUS_DEFINE_INTEGER (VnusLevel, vnus_level, VNUS_IS_LEVEL, rank, FIELD_RANK)
