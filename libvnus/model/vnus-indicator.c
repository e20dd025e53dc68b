/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “indicator”. */
#include <vnus/vnus-indicator.h>

#include "model/vnus-record-private.h"

typedef struct _VnusIndicatorClass VnusIndicatorClass;

/**
 * VnusIndicator:
 *
 * An indicator: what a figure measures.
 *
 * Since: 0.1
 */
struct _VnusIndicator
{
  VnusRecord parent_instance;

  char       *unit;
  char       *of;
  char       *partner;
  char       *reporter;
  VnusText   *definition;
  int        flow;
  int        flow_content;
  int        price_basis;
};

struct _VnusIndicatorClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusIndicator, vnus_indicator, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusFlow, vnus_flow,
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_EXPORTS, "exports"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_IMPORTS, "imports"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_TWO_WAY, "two-way"))

G_DEFINE_ENUM_TYPE (VnusFlowContent, vnus_flow_content,
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_CONTENT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_CONTENT_GOODS, "goods"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_CONTENT_SERVICES, "services"),
                    G_DEFINE_ENUM_VALUE (VNUS_FLOW_CONTENT_GOODS_AND_SERVICES, "goods-and-services"))

G_DEFINE_ENUM_TYPE (VnusPriceBasis, vnus_price_basis,
                    G_DEFINE_ENUM_VALUE (VNUS_PRICE_BASIS_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_PRICE_BASIS_CURRENT, "current"),
                    G_DEFINE_ENUM_VALUE (VNUS_PRICE_BASIS_CONSTANT, "constant"))

enum
{
  FIELD_UNIT,
  FIELD_OF,
  FIELD_PARTNER,
  FIELD_FLOW,
  FIELD_FLOW_CONTENT,
  FIELD_PRICE_BASIS,
  FIELD_REPORTER,
  FIELD_DEFINITION,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusIndicator, "unit", unit, TEXT, "The unit, such as `USD`."),
  VNUS_FIELD_REFERENCE (VnusIndicator, "of", of, VNUS_KINDS_BODIES, "Whose figure it is."),
  VNUS_FIELD_REFERENCE (VnusIndicator, "partner", partner, VNUS_KINDS_BODIES, "With which partner."),
  VNUS_FIELD_ENUM (VnusIndicator, "flow", flow, vnus_flow_get_type, "The direction."),
  VNUS_FIELD_ENUM (VnusIndicator, "flow-content", flow_content, vnus_flow_content_get_type, "What flows."),
  VNUS_FIELD_ENUM (VnusIndicator, "price-basis", price_basis, vnus_price_basis_get_type, "The price basis."),
  VNUS_FIELD_REFERENCE (VnusIndicator, "reporter", reporter, VNUS_KINDS_BODIES, "Whose statistics it comes from."),
  VNUS_FIELD (VnusIndicator, "definition", definition, LOCALISED, "What is measured, by language."),
};

static void
vnus_indicator_class_init (VnusIndicatorClass *klass)
{
  /**
   * VnusIndicator:unit: (getter get_unit) (setter set_unit)
   *
   * The unit, such as `USD`.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:of: (getter get_of) (setter set_of)
   *
   * Whose figure it is.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:partner: (getter get_partner) (setter set_partner)
   *
   * With which partner.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:flow: (getter get_flow) (setter set_flow)
   *
   * The direction.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:flow-content: (getter get_flow_content) (setter set_flow_content)
   *
   * What flows.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:price-basis: (getter get_price_basis) (setter set_price_basis)
   *
   * The price basis.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:reporter: (getter get_reporter) (setter set_reporter)
   *
   * Whose statistics it comes from.
   *
   * Since: 0.1
   */
  /**
   * VnusIndicator:definition: (getter get_definition) (setter set_definition)
   *
   * What is measured, by language.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_INDICATOR, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_indicator_init (VnusIndicator *self)
{
}

/**
 * vnus_indicator_new: (constructor)
 * @id: the id
 *
 * Makes an indicator.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusIndicator *
vnus_indicator_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_INDICATOR, "id", id, NULL);
}

/**
 * vnus_indicator_get_unit: (get-property unit)
 * @self: an indicator
 *
 * Gets the field `unit`: the unit, such as `USD`.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_unit: (set-property unit)
 * @self: an indicator
 * @unit: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `unit`: the unit, such as `USD`.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, unit, FIELD_UNIT)

/**
 * vnus_indicator_get_of: (get-property of)
 * @self: an indicator
 *
 * Gets the field `of`: whose figure it is.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_of: (set-property of)
 * @self: an indicator
 * @of: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `of`: whose figure it is.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, of, FIELD_OF)

/**
 * vnus_indicator_get_partner: (get-property partner)
 * @self: an indicator
 *
 * Gets the field `partner`: with which partner.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_partner: (set-property partner)
 * @self: an indicator
 * @partner: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `partner`: with which partner.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, partner, FIELD_PARTNER)

/**
 * vnus_indicator_get_flow: (get-property flow)
 * @self: an indicator
 *
 * Gets the field `flow`: the direction.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_flow: (set-property flow)
 * @self: an indicator
 * @flow: the value
 *
 * Sets the field `flow`: the direction.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, VnusFlow, flow, FIELD_FLOW)

/**
 * vnus_indicator_get_flow_content: (get-property flow-content)
 * @self: an indicator
 *
 * Gets the field `flow-content`: what flows.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_flow_content: (set-property flow-content)
 * @self: an indicator
 * @flow_content: the value
 *
 * Sets the field `flow-content`: what flows.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, VnusFlowContent, flow_content, FIELD_FLOW_CONTENT)

/**
 * vnus_indicator_get_price_basis: (get-property price-basis)
 * @self: an indicator
 *
 * Gets the field `price-basis`: the price basis.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_price_basis: (set-property price-basis)
 * @self: an indicator
 * @price_basis: the value
 *
 * Sets the field `price-basis`: the price basis.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, VnusPriceBasis, price_basis, FIELD_PRICE_BASIS)

/**
 * vnus_indicator_get_reporter: (get-property reporter)
 * @self: an indicator
 *
 * Gets the field `reporter`: whose statistics it comes from.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_reporter: (set-property reporter)
 * @self: an indicator
 * @reporter: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `reporter`: whose statistics it comes from.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, reporter, FIELD_REPORTER)

/**
 * vnus_indicator_get_definition: (get-property definition)
 * @self: an indicator
 *
 * Gets the field `definition`: what is measured, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_indicator_set_definition: (set-property definition)
 * @self: an indicator
 * @definition: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `definition`: what is measured, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusIndicator, vnus_indicator, VNUS_IS_INDICATOR, VnusText, definition, FIELD_DEFINITION)
