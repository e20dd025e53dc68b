/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “state”. */
#include <vnus/vnus-state.h>

#include "model/vnus-actor-private.h"

typedef struct _VnusStateClass VnusStateClass;

/**
 * VnusState:
 *
 * A state.
 *
 * Since: 0.1
 */
struct _VnusState
{
  VnusActor parent_instance;

  VnusDate   *existed;
  VnusVector *predecessors;
  VnusVector *rivals;
};

struct _VnusStateClass
{
  VnusActorClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusState, vnus_state, VNUS_TYPE_ACTOR)

enum
{
  FIELD_EXISTED,
  FIELD_PREDECESSORS,
  FIELD_RIVALS,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusState, "existed", existed, DATE, "When the state existed."),
  VNUS_FIELD_REFERENCES (VnusState, "predecessors", predecessors, VNUS_KINDS (STATE),
                         "The states that it succeeded."),
  VNUS_FIELD_REFERENCES (VnusState, "rivals", rivals, VNUS_KINDS (STATE), "Rival governments of the same state."),
};

static void
vnus_state_class_init (VnusStateClass *klass)
{
  /**
   * VnusState:existed: (getter get_existed) (setter set_existed)
   *
   * When the state existed.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_STATE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_state_init (VnusState *self)
{
}

/**
 * vnus_state_new: (constructor)
 * @id: the id
 *
 * Makes a state.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusState *
vnus_state_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_STATE, "id", id, NULL);
}

/**
 * vnus_state_get_existed: (get-property existed)
 * @self: a state
 *
 * Gets the field `existed`: when the state existed.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_state_set_existed: (set-property existed)
 * @self: a state
 * @existed: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `existed`: when the state existed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusState, vnus_state, VNUS_IS_STATE, VnusDate, existed, FIELD_EXISTED)

/**
 * vnus_state_get_n_predecessors:
 * @self: a state
 *
 * Gets how many values the field `predecessors` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_state_get_predecessor:
 * @self: a state
 * @position: the position, from 0
 *
 * Gets a value of the field `predecessors`: the states that it succeeded.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_state_add_predecessor:
 * @self: a state
 * @predecessor: the id of a record
 *
 * Adds a value to the field `predecessors`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusState, vnus_state, VNUS_IS_STATE, const char *, const char *, predecessors, predecessor, FIELD_PREDECESSORS)

/**
 * vnus_state_get_n_rivals:
 * @self: a state
 *
 * Gets how many values the field `rivals` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_state_get_rival:
 * @self: a state
 * @position: the position, from 0
 *
 * Gets a value of the field `rivals`: rival governments of the same state.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_state_add_rival:
 * @self: a state
 * @rival: the id of a record
 *
 * Adds a value to the field `rivals`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusState, vnus_state, VNUS_IS_STATE, const char *, const char *, rivals, rival, FIELD_RIVALS)
