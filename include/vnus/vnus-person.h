/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-actor.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

#define VNUS_TYPE_PERSON (vnus_person_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusPerson, vnus_person, VNUS, PERSON, VnusActor)

VNUS_AVAILABLE_IN_0_1
VnusPerson *vnus_person_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_person_get_family_name (VnusPerson *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_person_set_family_name (VnusPerson *self,
                                         const char *family_name);

VNUS_AVAILABLE_IN_0_1
const char *vnus_person_get_given_names (VnusPerson *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_person_set_given_names (VnusPerson *self,
                                         const char *given_names);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_person_get_honorific (VnusPerson *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_person_set_honorific (VnusPerson *self,
                                     VnusText   *honorific);

VNUS_AVAILABLE_IN_0_1
const char *vnus_person_get_of (VnusPerson *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_person_set_of (VnusPerson *self,
                                const char *of);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_person_get_lived (VnusPerson *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_person_set_lived (VnusPerson *self,
                                 VnusDate   *lived);

G_END_DECLS
