/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-amount.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

#define VNUS_TYPE_ASSERTION (vnus_assertion_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusAssertion, vnus_assertion, VNUS, ASSERTION, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusAssertion *vnus_assertion_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_assertion_get_rule (VnusAssertion *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_assertion_set_rule (VnusAssertion *self,
                                     const char    *rule);

VNUS_AVAILABLE_IN_0_1
const char *vnus_assertion_get_subject (VnusAssertion *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_assertion_set_subject (VnusAssertion *self,
                                        const char    *subject);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_assertion_get_since (VnusAssertion *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_assertion_set_since (VnusAssertion *self,
                                    VnusDate      *since);

VNUS_AVAILABLE_IN_0_1
VnusAmount *vnus_assertion_get_value (VnusAssertion *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_assertion_set_value (VnusAssertion *self,
                                      VnusAmount    *value);

VNUS_AVAILABLE_IN_0_1
const char *vnus_assertion_get_scope (VnusAssertion *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_assertion_set_scope (VnusAssertion *self,
                                      const char    *scope);

G_END_DECLS
