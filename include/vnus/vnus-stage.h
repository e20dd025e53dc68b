/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-designation.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusStageAct:
 * @VNUS_STAGE_ACT_UNSET: not set
 * @VNUS_STAGE_ACT_RECOGNISED: recognised
 * @VNUS_STAGE_ACT_ESTABLISHED: established
 * @VNUS_STAGE_ACT_NORMALISED: normalised
 * @VNUS_STAGE_ACT_UPGRADED: upgraded
 * @VNUS_STAGE_ACT_DOWNGRADED: downgraded
 * @VNUS_STAGE_ACT_SUSPENDED: suspended
 * @VNUS_STAGE_ACT_SEVERED: severed
 * @VNUS_STAGE_ACT_RESUMED: resumed
 * @VNUS_STAGE_ACT_ATTESTED: attested, its opening not told
 * @VNUS_STAGE_ACT_CLOSED: closed, as an embassy without a break of relations
 *
 * The act that opened a stage.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STAGE_ACT_UNSET,
  VNUS_STAGE_ACT_RECOGNISED,
  VNUS_STAGE_ACT_ESTABLISHED,
  VNUS_STAGE_ACT_NORMALISED,
  VNUS_STAGE_ACT_UPGRADED,
  VNUS_STAGE_ACT_DOWNGRADED,
  VNUS_STAGE_ACT_SUSPENDED,
  VNUS_STAGE_ACT_SEVERED,
  VNUS_STAGE_ACT_RESUMED,
  VNUS_STAGE_ACT_ATTESTED,
  VNUS_STAGE_ACT_CLOSED,
} VnusStageAct;

#define VNUS_TYPE_STAGE_ACT (vnus_stage_act_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_stage_act_get_type (void);

#define VNUS_TYPE_STAGE (vnus_stage_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusStage, vnus_stage, VNUS, STAGE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusStage *vnus_stage_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_stage_get_relation (VnusStage  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_stage_set_relation (VnusStage  *self,
                                     const char *relation);

VNUS_AVAILABLE_IN_0_1
const char *vnus_stage_get_level (VnusStage  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_stage_set_level (VnusStage  *self,
                                  const char *level);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_stage_get_during (VnusStage *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_stage_set_during (VnusStage *self,
                                 VnusDate  *during);

VNUS_AVAILABLE_IN_0_1
VnusStageAct vnus_stage_get_act (VnusStage    *self);
VNUS_AVAILABLE_IN_0_1
void         vnus_stage_set_act (VnusStage    *self,
                                 VnusStageAct  act);

VNUS_AVAILABLE_IN_0_1
guint       vnus_stage_get_n_by  (VnusStage  *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_stage_get_actor (VnusStage  *self,
                                  guint       position);
VNUS_AVAILABLE_IN_0_1
void        vnus_stage_add_actor (VnusStage  *self,
                                  const char *actor);

VNUS_AVAILABLE_IN_0_1
guint            vnus_stage_get_n_designation (VnusStage       *self);
VNUS_AVAILABLE_IN_0_1
VnusDesignation *vnus_stage_get_designation   (VnusStage       *self,
                                               guint            position);
VNUS_AVAILABLE_IN_0_1
void             vnus_stage_add_designation   (VnusStage       *self,
                                               VnusDesignation *designation);

VNUS_AVAILABLE_IN_0_1
const char *vnus_stage_get_instrument (VnusStage  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_stage_set_instrument (VnusStage  *self,
                                       const char *instrument);

G_END_DECLS
