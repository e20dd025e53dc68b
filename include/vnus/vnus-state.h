/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-actor.h>
#include <vnus/vnus-date.h>

G_BEGIN_DECLS

#define VNUS_TYPE_STATE (vnus_state_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusState, vnus_state, VNUS, STATE, VnusActor)

VNUS_AVAILABLE_IN_0_1
VnusState *vnus_state_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_state_get_existed (VnusState *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_state_set_existed (VnusState *self,
                                  VnusDate  *existed);

VNUS_AVAILABLE_IN_0_1
guint       vnus_state_get_n_predecessors (VnusState  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_state_get_predecessor    (VnusState  *self,
                                           guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_state_add_predecessor    (VnusState  *self,
                                           const char *predecessor);

VNUS_AVAILABLE_IN_0_1
guint       vnus_state_get_n_rivals (VnusState  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_state_get_rival    (VnusState  *self,
                                     guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_state_add_rival    (VnusState  *self,
                                     const char *rival);

G_END_DECLS
