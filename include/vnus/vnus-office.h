/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-channel.h>
#include <vnus/vnus-rank.h>
#include <vnus/vnus-record.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

#define VNUS_TYPE_OFFICE (vnus_office_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusOffice, vnus_office, VNUS, OFFICE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusOffice *vnus_office_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_office_get_of (VnusOffice *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_office_set_of (VnusOffice *self,
                                const char *of);

VNUS_AVAILABLE_IN_0_1
VnusRank vnus_office_get_rank (VnusOffice *self);
VNUS_AVAILABLE_IN_0_1
void     vnus_office_set_rank (VnusOffice *self,
                               VnusRank    rank);

VNUS_AVAILABLE_IN_0_1
gboolean vnus_office_get_exclusive (VnusOffice *self);
VNUS_AVAILABLE_IN_0_1
void     vnus_office_set_exclusive (VnusOffice *self,
                                    gboolean    exclusive);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_office_get_portfolio (VnusOffice *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_office_set_portfolio (VnusOffice *self,
                                     VnusText   *portfolio);

VNUS_AVAILABLE_IN_0_1
VnusChannel vnus_office_get_channel (VnusOffice  *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_office_set_channel (VnusOffice  *self,
                                     VnusChannel  channel);

G_END_DECLS
