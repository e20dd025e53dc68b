/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “mechanism”. */
#include <vnus/vnus-mechanism.h>

#include "model/vnus-record-private.h"

typedef struct _VnusMechanismClass VnusMechanismClass;

/**
 * VnusMechanism:
 *
 * A standing mechanism: a dialogue, a programme, an exercise.
 *
 * Since: 0.1
 */
struct _VnusMechanism
{
  VnusRecord parent_instance;

  VnusVector *parties;
  char       *period;
  VnusDate   *existed;
  VnusVector *topics;
  int        mechanism_type;
};

struct _VnusMechanismClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusMechanism, vnus_mechanism, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusMechanismType, vnus_mechanism_type,
                    G_DEFINE_ENUM_VALUE (VNUS_MECHANISM_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_MECHANISM_TYPE_DIALOGUE, "dialogue"),
                    G_DEFINE_ENUM_VALUE (VNUS_MECHANISM_TYPE_PROGRAMME, "programme"),
                    G_DEFINE_ENUM_VALUE (VNUS_MECHANISM_TYPE_EXERCISE, "exercise"),
                    G_DEFINE_ENUM_VALUE (VNUS_MECHANISM_TYPE_COMMITTEE, "committee"))

enum
{
  FIELD_MECHANISM_TYPE,
  FIELD_PARTIES,
  FIELD_PERIOD,
  FIELD_EXISTED,
  FIELD_TOPICS,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusMechanism, "mechanism-type", mechanism_type, vnus_mechanism_type_get_type, "Its type."),
  VNUS_FIELD_REFERENCES (VnusMechanism, "parties", parties, VNUS_KINDS_BODIES, "The parties."),
  VNUS_FIELD (VnusMechanism, "period", period, TEXT,
              "The time from one session to the next, as an ISO 8601 duration such as `P1Y`."),
  VNUS_FIELD (VnusMechanism, "existed", existed, DATE, "When it existed."),
  VNUS_FIELD_REFERENCES (VnusMechanism, "topics", topics, VNUS_KINDS (TOPIC), "What it is about."),
};

static void
vnus_mechanism_class_init (VnusMechanismClass *klass)
{
  /**
   * VnusMechanism:mechanism-type: (getter get_mechanism_type) (setter set_mechanism_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  /**
   * VnusMechanism:period: (getter get_period) (setter set_period)
   *
   * The time from one session to the next, as an ISO 8601 duration such as `P1Y`.
   *
   * Since: 0.1
   */
  /**
   * VnusMechanism:existed: (getter get_existed) (setter set_existed)
   *
   * When it existed.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_MECHANISM, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_mechanism_init (VnusMechanism *self)
{
}

/**
 * vnus_mechanism_new: (constructor)
 * @id: the id
 *
 * Makes a mechanism.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusMechanism *
vnus_mechanism_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_MECHANISM, "id", id, NULL);
}

/**
 * vnus_mechanism_get_mechanism_type: (get-property mechanism-type)
 * @self: a mechanism
 *
 * Gets the field `mechanism-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_set_mechanism_type: (set-property mechanism-type)
 * @self: a mechanism
 * @mechanism_type: the value
 *
 * Sets the field `mechanism-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusMechanism, vnus_mechanism, VNUS_IS_MECHANISM, VnusMechanismType, mechanism_type, FIELD_MECHANISM_TYPE)

/**
 * vnus_mechanism_get_n_parties:
 * @self: a mechanism
 *
 * Gets how many values the field `parties` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_get_party:
 * @self: a mechanism
 * @position: the position, from 0
 *
 * Gets a value of the field `parties`: the parties.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_add_party:
 * @self: a mechanism
 * @party: the id of a record
 *
 * Adds a value to the field `parties`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusMechanism, vnus_mechanism, VNUS_IS_MECHANISM, const char *, const char *, parties, party, FIELD_PARTIES)

/**
 * vnus_mechanism_get_period: (get-property period)
 * @self: a mechanism
 *
 * Gets the field `period`: the time from one session to the next, as an ISO
 * 8601 duration such as `P1Y`.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_set_period: (set-property period)
 * @self: a mechanism
 * @period: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `period`: the time from one session to the next, as an ISO
 * 8601 duration such as `P1Y`.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusMechanism, vnus_mechanism, VNUS_IS_MECHANISM, period, FIELD_PERIOD)

/**
 * vnus_mechanism_get_existed: (get-property existed)
 * @self: a mechanism
 *
 * Gets the field `existed`: when it existed.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_set_existed: (set-property existed)
 * @self: a mechanism
 * @existed: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `existed`: when it existed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusMechanism, vnus_mechanism, VNUS_IS_MECHANISM, VnusDate, existed, FIELD_EXISTED)

/**
 * vnus_mechanism_get_n_topics:
 * @self: a mechanism
 *
 * Gets how many values the field `topics` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_get_topic:
 * @self: a mechanism
 * @position: the position, from 0
 *
 * Gets a value of the field `topics`: what it is about.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_mechanism_add_topic:
 * @self: a mechanism
 * @topic: the id of a record
 *
 * Adds a value to the field `topics`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusMechanism, vnus_mechanism, VNUS_IS_MECHANISM, const char *, const char *, topics, topic, FIELD_TOPICS)
