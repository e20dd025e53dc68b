/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusBound:
 * @VNUS_BOUND_UNSET: not set; an amount always has a bound, so this is no value of one
 * @VNUS_BOUND_EXACT: exactly the number, at the precision it is printed with
 * @VNUS_BOUND_ABOUT: about the number
 * @VNUS_BOUND_MORE_THAN: more than the number
 * @VNUS_BOUND_AT_LEAST: at least the number
 * @VNUS_BOUND_LESS_THAN: less than the number
 * @VNUS_BOUND_AT_MOST: at most the number
 *
 * How a number bounds an amount.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BOUND_UNSET,
  VNUS_BOUND_EXACT,
  VNUS_BOUND_ABOUT,
  VNUS_BOUND_MORE_THAN,
  VNUS_BOUND_AT_LEAST,
  VNUS_BOUND_LESS_THAN,
  VNUS_BOUND_AT_MOST,
} VnusBound;

#define VNUS_TYPE_BOUND (vnus_bound_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_bound_get_type (void);

/**
 * VNUS_AMOUNT_ERROR:
 *
 * Error domain of amounts.
 *
 * Since: 0.1
 */
#define VNUS_AMOUNT_ERROR (vnus_amount_error_quark ())

/**
 * VnusAmountError:
 * @VNUS_AMOUNT_ERROR_FAILED: any other failure
 * @VNUS_AMOUNT_ERROR_SYNTAX: the number is no decimal number
 * @VNUS_AMOUNT_ERROR_RANGE: the number has too many digits
 *
 * Errors of amounts. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_AMOUNT_ERROR_FAILED,
  VNUS_AMOUNT_ERROR_SYNTAX,
  VNUS_AMOUNT_ERROR_RANGE,
} VnusAmountError;

#define VNUS_TYPE_AMOUNT_ERROR (vnus_amount_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_amount_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_amount_error_quark    (void);

typedef struct _VnusAmount VnusAmount;

#define VNUS_TYPE_AMOUNT (vnus_amount_get_type ())

VNUS_AVAILABLE_IN_0_1
GType        vnus_amount_get_type   (void);

VNUS_AVAILABLE_IN_0_1
VnusAmount  *vnus_amount_parse      (const char        *number,
                                     VnusBound          bound,
                                     const char        *unit,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusAmount  *vnus_amount_ref        (VnusAmount        *self);
VNUS_AVAILABLE_IN_0_1
void         vnus_amount_unref      (VnusAmount        *self);

VNUS_AVAILABLE_IN_0_1
const char  *vnus_amount_get_number (const VnusAmount  *self);
VNUS_AVAILABLE_IN_0_1
VnusBound    vnus_amount_get_bound  (const VnusAmount  *self);
VNUS_AVAILABLE_IN_0_1
const char  *vnus_amount_get_unit   (const VnusAmount  *self);

VNUS_AVAILABLE_IN_0_1
double       vnus_amount_to_double  (const VnusAmount  *self);
VNUS_AVAILABLE_IN_0_1
char        *vnus_amount_to_string  (const VnusAmount  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean     vnus_amount_equal      (const VnusAmount  *self,
                                     const VnusAmount  *other);
VNUS_AVAILABLE_IN_0_1
int          vnus_amount_compare    (const VnusAmount  *self,
                                     const VnusAmount  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusAmount, vnus_amount_unref)

G_END_DECLS
