/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusChannel:
 * @VNUS_CHANNEL_UNSET: not set
 * @VNUS_CHANNEL_STATE: state to state
 * @VNUS_CHANNEL_PARTY: party to party
 * @VNUS_CHANNEL_PARLIAMENT: parliament to parliament
 * @VNUS_CHANNEL_MILITARY: armed force to armed force
 * @VNUS_CHANNEL_PEOPLE: people to people
 *
 * The channel through which two sides deal with each other.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CHANNEL_UNSET,
  VNUS_CHANNEL_STATE,
  VNUS_CHANNEL_PARTY,
  VNUS_CHANNEL_PARLIAMENT,
  VNUS_CHANNEL_MILITARY,
  VNUS_CHANNEL_PEOPLE,
} VnusChannel;

#define VNUS_TYPE_CHANNEL (vnus_channel_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_channel_get_type (void);

G_END_DECLS
