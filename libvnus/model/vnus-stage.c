/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “stage”. */
#include <vnus/vnus-stage.h>

#include "model/vnus-record-private.h"

typedef struct _VnusStageClass VnusStageClass;

/**
 * VnusStage:
 *
 * A stage of a relation: one level, for a time.
 *
 * A stage holds for as long as its date says; ladders are independent, so
 * that several stages may hold at once.
 *
 * Since: 0.1
 */
struct _VnusStage
{
  VnusRecord parent_instance;

  char       *relation;
  char       *level;
  VnusDate   *during;
  VnusVector *by;
  VnusVector *designation;
  char       *instrument;
  int        act;
};

struct _VnusStageClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusStage, vnus_stage, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusStageAct, vnus_stage_act,
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_RECOGNISED, "recognised"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_ESTABLISHED, "established"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_NORMALISED, "normalised"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_UPGRADED, "upgraded"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_DOWNGRADED, "downgraded"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_SUSPENDED, "suspended"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_SEVERED, "severed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_RESUMED, "resumed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_ATTESTED, "attested"),
                    G_DEFINE_ENUM_VALUE (VNUS_STAGE_ACT_CLOSED, "closed"))

enum
{
  FIELD_RELATION,
  FIELD_LEVEL,
  FIELD_DURING,
  FIELD_ACT,
  FIELD_BY,
  FIELD_DESIGNATION,
  FIELD_INSTRUMENT,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusStage, "relation", relation, VNUS_KINDS (RELATION), "The relation."),
  VNUS_FIELD_REFERENCE (VnusStage, "level", level, VNUS_KINDS (LEVEL), "The level that holds."),
  VNUS_FIELD (VnusStage, "during", during, DATE, "When it holds."),
  VNUS_FIELD_ENUM (VnusStage, "act", act, vnus_stage_act_get_type, "The act that opened it."),
  VNUS_FIELD_REFERENCES (VnusStage, "by", by, VNUS_KINDS_BODIES, "Who acted: one party or all."),
  VNUS_FIELD_LIST (VnusStage, "designation", designation, DESIGNATION, "What each side calls it."),
  VNUS_FIELD_REFERENCE (VnusStage, "instrument", instrument, VNUS_KINDS (AGREEMENT) | VNUS_KINDS (STATEMENT),
                        "The instrument that made it."),
};

static void
vnus_stage_class_init (VnusStageClass *klass)
{
  /**
   * VnusStage:relation: (getter get_relation) (setter set_relation)
   *
   * The relation.
   *
   * Since: 0.1
   */
  /**
   * VnusStage:level: (getter get_level) (setter set_level)
   *
   * The level that holds.
   *
   * Since: 0.1
   */
  /**
   * VnusStage:during: (getter get_during) (setter set_during)
   *
   * When it holds.
   *
   * Since: 0.1
   */
  /**
   * VnusStage:act: (getter get_act) (setter set_act)
   *
   * The act that opened it.
   *
   * Since: 0.1
   */
  /**
   * VnusStage:instrument: (getter get_instrument) (setter set_instrument)
   *
   * The instrument that made it.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_STAGE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_stage_init (VnusStage *self)
{
}

/**
 * vnus_stage_new: (constructor)
 * @id: the id
 *
 * Makes a stage.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusStage *
vnus_stage_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_STAGE, "id", id, NULL);
}

/**
 * vnus_stage_get_relation: (get-property relation)
 * @self: a stage
 *
 * Gets the field `relation`: the relation.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_stage_set_relation: (set-property relation)
 * @self: a stage
 * @relation: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `relation`: the relation.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusStage, vnus_stage, VNUS_IS_STAGE, relation, FIELD_RELATION)

/**
 * vnus_stage_get_level: (get-property level)
 * @self: a stage
 *
 * Gets the field `level`: the level that holds.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_stage_set_level: (set-property level)
 * @self: a stage
 * @level: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `level`: the level that holds.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusStage, vnus_stage, VNUS_IS_STAGE, level, FIELD_LEVEL)

/**
 * vnus_stage_get_during: (get-property during)
 * @self: a stage
 *
 * Gets the field `during`: when it holds.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_stage_set_during: (set-property during)
 * @self: a stage
 * @during: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `during`: when it holds.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusStage, vnus_stage, VNUS_IS_STAGE, VnusDate, during, FIELD_DURING)

/**
 * vnus_stage_get_act: (get-property act)
 * @self: a stage
 *
 * Gets the field `act`: the act that opened it.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_stage_set_act: (set-property act)
 * @self: a stage
 * @act: the value
 *
 * Sets the field `act`: the act that opened it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusStage, vnus_stage, VNUS_IS_STAGE, VnusStageAct, act, FIELD_ACT)

/**
 * vnus_stage_get_n_by:
 * @self: a stage
 *
 * Gets how many values the field `by` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_stage_get_actor:
 * @self: a stage
 * @position: the position, from 0
 *
 * Gets a value of the field `by`: who acted: one party or all.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_stage_add_actor:
 * @self: a stage
 * @actor: the id of a record
 *
 * Adds a value to the field `by`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusStage, vnus_stage, VNUS_IS_STAGE, const char *, const char *, by, actor, FIELD_BY)

/**
 * vnus_stage_get_n_designation:
 * @self: a stage
 *
 * Gets how many values the field `designation` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_stage_get_designation:
 * @self: a stage
 * @position: the position, from 0
 *
 * Gets a value of the field `designation`: what each side calls it.
 *
 * Returns: (transfer none) (nullable): the designation, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_stage_add_designation:
 * @self: a stage
 * @designation: the designation
 *
 * Adds a value to the field `designation`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusStage, vnus_stage, VNUS_IS_STAGE, VnusDesignation *, VnusDesignation *, designation, designation, FIELD_DESIGNATION)

/**
 * vnus_stage_get_instrument: (get-property instrument)
 * @self: a stage
 *
 * Gets the field `instrument`: the instrument that made it.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_stage_set_instrument: (set-property instrument)
 * @self: a stage
 * @instrument: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `instrument`: the instrument that made it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusStage, vnus_stage, VNUS_IS_STAGE, instrument, FIELD_INSTRUMENT)
