/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusTenureStart:
 * @VNUS_TENURE_START_UNSET: not set
 * @VNUS_TENURE_START_ELECTED: elected
 * @VNUS_TENURE_START_APPOINTED: appointed
 * @VNUS_TENURE_START_ACTING: acting in the office
 * @VNUS_TENURE_START_ELECT: elected or designated, not yet in office
 * @VNUS_TENURE_START_SUCCEEDED: succeeded by law
 *
 * How a tenure came about.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TENURE_START_UNSET,
  VNUS_TENURE_START_ELECTED,
  VNUS_TENURE_START_APPOINTED,
  VNUS_TENURE_START_ACTING,
  VNUS_TENURE_START_ELECT,
  VNUS_TENURE_START_SUCCEEDED,
} VnusTenureStart;

#define VNUS_TYPE_TENURE_START (vnus_tenure_start_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_tenure_start_get_type (void);

#define VNUS_TYPE_TENURE (vnus_tenure_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusTenure, vnus_tenure, VNUS, TENURE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusTenure *vnus_tenure_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_tenure_get_person (VnusTenure *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_tenure_set_person (VnusTenure *self,
                                    const char *person);

VNUS_AVAILABLE_IN_0_1
const char *vnus_tenure_get_office (VnusTenure *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_tenure_set_office (VnusTenure *self,
                                    const char *office);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_tenure_get_during (VnusTenure *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_tenure_set_during (VnusTenure *self,
                                  VnusDate   *during);

VNUS_AVAILABLE_IN_0_1
int  vnus_tenure_get_term (VnusTenure *self);
VNUS_AVAILABLE_IN_0_1
void vnus_tenure_set_term (VnusTenure *self,
                           int         term);

VNUS_AVAILABLE_IN_0_1
VnusTenureStart vnus_tenure_get_how (VnusTenure      *self);
VNUS_AVAILABLE_IN_0_1
void            vnus_tenure_set_how (VnusTenure      *self,
                                     VnusTenureStart  how);

G_END_DECLS
