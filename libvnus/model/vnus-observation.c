/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “observation”. */
#include <vnus/vnus-observation.h>

#include "model/vnus-record-private.h"

typedef struct _VnusObservationClass VnusObservationClass;

/**
 * VnusObservation:
 *
 * An observation: a value of an indicator.
 *
 * Since: 0.1
 */
struct _VnusObservation
{
  VnusRecord parent_instance;

  char       *indicator;
  VnusDate   *period;
  VnusAmount *amount;
  VnusAmount *change_as_reported;
  int        rank;
  int        vintage;
};

struct _VnusObservationClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusObservation, vnus_observation, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusVintage, vnus_vintage,
                    G_DEFINE_ENUM_VALUE (VNUS_VINTAGE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_VINTAGE_PROVISIONAL, "provisional"),
                    G_DEFINE_ENUM_VALUE (VNUS_VINTAGE_REVISED, "revised"),
                    G_DEFINE_ENUM_VALUE (VNUS_VINTAGE_FINAL, "final"))

enum
{
  FIELD_INDICATOR,
  FIELD_PERIOD,
  FIELD_AMOUNT,
  FIELD_CHANGE_AS_REPORTED,
  FIELD_RANK,
  FIELD_VINTAGE,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusObservation, "indicator", indicator, VNUS_KINDS (INDICATOR), "What was observed."),
  VNUS_FIELD (VnusObservation, "period", period, DATE, "The period, or the day for a state."),
  VNUS_FIELD (VnusObservation, "amount", amount, AMOUNT, "How much."),
  VNUS_FIELD (VnusObservation, "change-as-reported", change_as_reported, AMOUNT,
              "The change on the period before as the source printed it: 0.11 is 11 percent."),
  VNUS_FIELD (VnusObservation, "rank", rank, INTEGER, "The rank, 1 the first; 0 if not told."),
  VNUS_FIELD_ENUM (VnusObservation, "vintage", vintage, vnus_vintage_get_type, "How final it is."),
};

static void
vnus_observation_class_init (VnusObservationClass *klass)
{
  /**
   * VnusObservation:indicator: (getter get_indicator) (setter set_indicator)
   *
   * What was observed.
   *
   * Since: 0.1
   */
  /**
   * VnusObservation:period: (getter get_period) (setter set_period)
   *
   * The period, or the day for a state.
   *
   * Since: 0.1
   */
  /**
   * VnusObservation:amount: (getter get_amount) (setter set_amount)
   *
   * How much.
   *
   * Since: 0.1
   */
  /**
   * VnusObservation:change-as-reported: (getter get_change_as_reported) (setter set_change_as_reported)
   *
   * The change on the period before as the source printed it: 0.11 is 11 percent.
   *
   * Since: 0.1
   */
  /**
   * VnusObservation:rank: (getter get_rank) (setter set_rank)
   *
   * The rank, 1 the first; 0 if not told.
   *
   * Since: 0.1
   */
  /**
   * VnusObservation:vintage: (getter get_vintage) (setter set_vintage)
   *
   * How final it is.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_OBSERVATION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_observation_init (VnusObservation *self)
{
}

/**
 * vnus_observation_new: (constructor)
 * @id: the id
 *
 * Makes an observation.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusObservation *
vnus_observation_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_OBSERVATION, "id", id, NULL);
}

/**
 * vnus_observation_get_indicator: (get-property indicator)
 * @self: an observation
 *
 * Gets the field `indicator`: what was observed.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_indicator: (set-property indicator)
 * @self: an observation
 * @indicator: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `indicator`: what was observed.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, indicator, FIELD_INDICATOR)

/**
 * vnus_observation_get_period: (get-property period)
 * @self: an observation
 *
 * Gets the field `period`: the period, or the day for a state.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_period: (set-property period)
 * @self: an observation
 * @period: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `period`: the period, or the day for a state.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, VnusDate, period, FIELD_PERIOD)

/**
 * vnus_observation_get_amount: (get-property amount)
 * @self: an observation
 *
 * Gets the field `amount`: how much.
 *
 * Returns: (transfer none) (nullable): the amount, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_amount: (set-property amount)
 * @self: an observation
 * @amount: (nullable): the amount; `NULL` to clear it
 *
 * Sets the field `amount`: how much.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, VnusAmount, amount, FIELD_AMOUNT)

/**
 * vnus_observation_get_change_as_reported: (get-property change-as-reported)
 * @self: an observation
 *
 * Gets the field `change-as-reported`: the change on the period before as the
 * source printed it: 0.11 is 11 percent.
 *
 * Returns: (transfer none) (nullable): the amount, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_change_as_reported: (set-property change-as-reported)
 * @self: an observation
 * @change_as_reported: (nullable): the amount; `NULL` to clear it
 *
 * Sets the field `change-as-reported`: the change on the period before as the
 * source printed it: 0.11 is 11 percent.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, VnusAmount, change_as_reported, FIELD_CHANGE_AS_REPORTED)

/**
 * vnus_observation_get_rank: (get-property rank)
 * @self: an observation
 *
 * Gets the field `rank`: the rank, 1 the first; 0 if not told.
 *
 * Returns: the number, or 0
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_rank: (set-property rank)
 * @self: an observation
 * @rank: the number, 0 to clear it
 *
 * Sets the field `rank`: the rank, 1 the first; 0 if not told.
 *
 * Since: 0.1
 */
VNUS_DEFINE_INTEGER (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, rank, FIELD_RANK)

/**
 * vnus_observation_get_vintage: (get-property vintage)
 * @self: an observation
 *
 * Gets the field `vintage`: how final it is.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_observation_set_vintage: (set-property vintage)
 * @self: an observation
 * @vintage: the value
 *
 * Sets the field `vintage`: how final it is.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusObservation, vnus_observation, VNUS_IS_OBSERVATION, VnusVintage, vintage, FIELD_VINTAGE)
