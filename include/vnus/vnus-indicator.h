/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-record.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

/**
 * VnusFlow:
 * @VNUS_FLOW_UNSET: not set
 * @VNUS_FLOW_EXPORTS: exports
 * @VNUS_FLOW_IMPORTS: imports
 * @VNUS_FLOW_TWO_WAY: exports and imports together
 *
 * The direction of a flow between a reporter and a partner.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_FLOW_UNSET,
  VNUS_FLOW_EXPORTS,
  VNUS_FLOW_IMPORTS,
  VNUS_FLOW_TWO_WAY,
} VnusFlow;

#define VNUS_TYPE_FLOW (vnus_flow_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_flow_get_type (void);

/**
 * VnusFlowContent:
 * @VNUS_FLOW_CONTENT_UNSET: not set
 * @VNUS_FLOW_CONTENT_GOODS: goods
 * @VNUS_FLOW_CONTENT_SERVICES: services
 * @VNUS_FLOW_CONTENT_GOODS_AND_SERVICES: goods and services
 *
 * What flows.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_FLOW_CONTENT_UNSET,
  VNUS_FLOW_CONTENT_GOODS,
  VNUS_FLOW_CONTENT_SERVICES,
  VNUS_FLOW_CONTENT_GOODS_AND_SERVICES,
} VnusFlowContent;

#define VNUS_TYPE_FLOW_CONTENT (vnus_flow_content_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_flow_content_get_type (void);

/**
 * VnusPriceBasis:
 * @VNUS_PRICE_BASIS_UNSET: not set
 * @VNUS_PRICE_BASIS_CURRENT: current prices
 * @VNUS_PRICE_BASIS_CONSTANT: constant prices
 *
 * The price basis of a figure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_PRICE_BASIS_UNSET,
  VNUS_PRICE_BASIS_CURRENT,
  VNUS_PRICE_BASIS_CONSTANT,
} VnusPriceBasis;

#define VNUS_TYPE_PRICE_BASIS (vnus_price_basis_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_price_basis_get_type (void);

#define VNUS_TYPE_INDICATOR (vnus_indicator_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusIndicator, vnus_indicator, VNUS, INDICATOR, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusIndicator *vnus_indicator_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_indicator_get_unit (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_indicator_set_unit (VnusIndicator *self,
                                     const char    *unit);

VNUS_AVAILABLE_IN_0_1
const char *vnus_indicator_get_of (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_indicator_set_of (VnusIndicator *self,
                                   const char    *of);

VNUS_AVAILABLE_IN_0_1
const char *vnus_indicator_get_partner (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_indicator_set_partner (VnusIndicator *self,
                                        const char    *partner);

VNUS_AVAILABLE_IN_0_1
VnusFlow vnus_indicator_get_flow (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void     vnus_indicator_set_flow (VnusIndicator *self,
                                  VnusFlow       flow);

VNUS_AVAILABLE_IN_0_1
VnusFlowContent vnus_indicator_get_flow_content (VnusIndicator   *self);
VNUS_AVAILABLE_IN_0_1
void            vnus_indicator_set_flow_content (VnusIndicator   *self,
                                                 VnusFlowContent  flow_content);

VNUS_AVAILABLE_IN_0_1
VnusPriceBasis vnus_indicator_get_price_basis (VnusIndicator  *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_indicator_set_price_basis (VnusIndicator  *self,
                                               VnusPriceBasis  price_basis);

VNUS_AVAILABLE_IN_0_1
const char *vnus_indicator_get_reporter (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_indicator_set_reporter (VnusIndicator *self,
                                         const char    *reporter);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_indicator_get_definition (VnusIndicator *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_indicator_set_definition (VnusIndicator *self,
                                         VnusText      *definition);

G_END_DECLS
