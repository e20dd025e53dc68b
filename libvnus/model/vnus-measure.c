/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “measure”. */
#include <vnus/vnus-measure.h>

#include "model/vnus-event-private.h"

typedef struct _VnusMeasureClass VnusMeasureClass;

/**
 * VnusMeasure:
 *
 * A measure: a restriction, a transfer, a programme of co-operation.
 *
 * Since: 0.1
 */
struct _VnusMeasure
{
  VnusEvent parent_instance;

  char       *towards;
  VnusText   *object;
  VnusAmount *quantity;
  VnusDate   *until;
  char       *reversed_by;
  int        measure_type;
  int        extent;
};

struct _VnusMeasureClass
{
  VnusEventClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusMeasure, vnus_measure, VNUS_TYPE_EVENT)

G_DEFINE_ENUM_TYPE (VnusMeasureType, vnus_measure_type,
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_RESTRICTION_IMPOSED, "restriction-imposed"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_RESTRICTION_LIFTED, "restriction-lifted"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_TRANSFER, "transfer"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_ASSISTANCE, "assistance"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_CO_OPERATION, "co-operation"),
                    G_DEFINE_ENUM_VALUE (VNUS_MEASURE_TYPE_SANCTION, "sanction"))

G_DEFINE_ENUM_TYPE (VnusExtent, vnus_extent,
                    G_DEFINE_ENUM_VALUE (VNUS_EXTENT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_EXTENT_PARTIAL, "partial"),
                    G_DEFINE_ENUM_VALUE (VNUS_EXTENT_COMPLETE, "complete"))

enum
{
  FIELD_MEASURE_TYPE,
  FIELD_TOWARDS,
  FIELD_OBJECT,
  FIELD_QUANTITY,
  FIELD_EXTENT,
  FIELD_UNTIL,
  FIELD_REVERSED_BY,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusMeasure, "measure-type", measure_type, vnus_measure_type_get_type, "Its type."),
  VNUS_FIELD_REFERENCE (VnusMeasure, "towards", towards, VNUS_KINDS_ACTORS, "Towards whom."),
  VNUS_FIELD (VnusMeasure, "object", object, LOCALISED, "What is restricted or transferred, by language."),
  VNUS_FIELD (VnusMeasure, "quantity", quantity, AMOUNT, "How much."),
  VNUS_FIELD_ENUM (VnusMeasure, "extent", extent, vnus_extent_get_type, "How far it goes."),
  VNUS_FIELD (VnusMeasure, "until", until, DATE, "Until when."),
  VNUS_FIELD_REFERENCE (VnusMeasure, "reversed-by", reversed_by, VNUS_KINDS (MEASURE),
                        "The measure that reversed it."),
};

static void
vnus_measure_class_init (VnusMeasureClass *klass)
{
  /**
   * VnusMeasure:measure-type: (getter get_measure_type) (setter set_measure_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:towards: (getter get_towards) (setter set_towards)
   *
   * Towards whom.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:object: (getter get_object) (setter set_object)
   *
   * What is restricted or transferred, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:quantity: (getter get_quantity) (setter set_quantity)
   *
   * How much.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:extent: (getter get_extent) (setter set_extent)
   *
   * How far it goes.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:until: (getter get_until) (setter set_until)
   *
   * Until when.
   *
   * Since: 0.1
   */
  /**
   * VnusMeasure:reversed-by: (getter get_reversed_by) (setter set_reversed_by)
   *
   * The measure that reversed it.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_MEASURE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_measure_init (VnusMeasure *self)
{
}

/**
 * vnus_measure_new: (constructor)
 * @id: the id
 *
 * Makes a measure.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusMeasure *
vnus_measure_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_MEASURE, "id", id, NULL);
}

/**
 * vnus_measure_get_measure_type: (get-property measure-type)
 * @self: a measure
 *
 * Gets the field `measure-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_measure_type: (set-property measure-type)
 * @self: a measure
 * @measure_type: the value
 *
 * Sets the field `measure-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, VnusMeasureType, measure_type, FIELD_MEASURE_TYPE)

/**
 * vnus_measure_get_towards: (get-property towards)
 * @self: a measure
 *
 * Gets the field `towards`: towards whom.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_towards: (set-property towards)
 * @self: a measure
 * @towards: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `towards`: towards whom.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, towards, FIELD_TOWARDS)

/**
 * vnus_measure_get_object: (get-property object)
 * @self: a measure
 *
 * Gets the field `object`: what is restricted or transferred, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_object: (set-property object)
 * @self: a measure
 * @object: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `object`: what is restricted or transferred, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, VnusText, object, FIELD_OBJECT)

/**
 * vnus_measure_get_quantity: (get-property quantity)
 * @self: a measure
 *
 * Gets the field `quantity`: how much.
 *
 * Returns: (transfer none) (nullable): the amount, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_quantity: (set-property quantity)
 * @self: a measure
 * @quantity: (nullable): the amount; `NULL` to clear it
 *
 * Sets the field `quantity`: how much.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, VnusAmount, quantity, FIELD_QUANTITY)

/**
 * vnus_measure_get_extent: (get-property extent)
 * @self: a measure
 *
 * Gets the field `extent`: how far it goes.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_extent: (set-property extent)
 * @self: a measure
 * @extent: the value
 *
 * Sets the field `extent`: how far it goes.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, VnusExtent, extent, FIELD_EXTENT)

/**
 * vnus_measure_get_until: (get-property until)
 * @self: a measure
 *
 * Gets the field `until`: until when.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_until: (set-property until)
 * @self: a measure
 * @until: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `until`: until when.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, VnusDate, until, FIELD_UNTIL)

/**
 * vnus_measure_get_reversed_by: (get-property reversed-by)
 * @self: a measure
 *
 * Gets the field `reversed-by`: the measure that reversed it.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_measure_set_reversed_by: (set-property reversed-by)
 * @self: a measure
 * @reversed_by: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `reversed-by`: the measure that reversed it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusMeasure, vnus_measure, VNUS_IS_MEASURE, reversed_by, FIELD_REVERSED_BY)
