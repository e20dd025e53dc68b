/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: a vocabulary that several kinds share. */
#include <vnus/vnus-channel.h>

G_DEFINE_ENUM_TYPE (VnusChannel, vnus_channel,
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_PARTY, "party"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_PARLIAMENT, "parliament"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_MILITARY, "military"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANNEL_PEOPLE, "people"))
