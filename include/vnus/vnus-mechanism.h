/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusMechanismType:
 * @VNUS_MECHANISM_TYPE_UNSET: not set
 * @VNUS_MECHANISM_TYPE_DIALOGUE: a dialogue
 * @VNUS_MECHANISM_TYPE_PROGRAMME: a programme
 * @VNUS_MECHANISM_TYPE_EXERCISE: an exercise
 * @VNUS_MECHANISM_TYPE_COMMITTEE: a joint committee
 *
 * The type of a mechanism.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_MECHANISM_TYPE_UNSET,
  VNUS_MECHANISM_TYPE_DIALOGUE,
  VNUS_MECHANISM_TYPE_PROGRAMME,
  VNUS_MECHANISM_TYPE_EXERCISE,
  VNUS_MECHANISM_TYPE_COMMITTEE,
} VnusMechanismType;

#define VNUS_TYPE_MECHANISM_TYPE (vnus_mechanism_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_mechanism_type_get_type (void);

#define VNUS_TYPE_MECHANISM (vnus_mechanism_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusMechanism, vnus_mechanism, VNUS, MECHANISM, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusMechanism *vnus_mechanism_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusMechanismType vnus_mechanism_get_mechanism_type (VnusMechanism     *self);
VNUS_AVAILABLE_IN_0_1
void              vnus_mechanism_set_mechanism_type (VnusMechanism     *self,
                                                     VnusMechanismType  mechanism_type);

VNUS_AVAILABLE_IN_0_1
guint       vnus_mechanism_get_n_parties (VnusMechanism *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_mechanism_get_party     (VnusMechanism *self,
                                          guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_mechanism_add_party     (VnusMechanism *self,
                                          const char    *party);

VNUS_AVAILABLE_IN_0_1
const char *vnus_mechanism_get_period (VnusMechanism *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_mechanism_set_period (VnusMechanism *self,
                                       const char    *period);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_mechanism_get_existed (VnusMechanism *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_mechanism_set_existed (VnusMechanism *self,
                                      VnusDate      *existed);

VNUS_AVAILABLE_IN_0_1
guint       vnus_mechanism_get_n_topics (VnusMechanism *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_mechanism_get_topic    (VnusMechanism *self,
                                         guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_mechanism_add_topic    (VnusMechanism *self,
                                         const char    *topic);

G_END_DECLS
