/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: a vocabulary that several kinds share. */
#include <vnus/vnus-rank.h>

G_DEFINE_ENUM_TYPE (VnusRank, vnus_rank,
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_HEAD_OF_PARTY, "head-of-party"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_HEAD_OF_STATE, "head-of-state"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_HEAD_OF_GOVERNMENT, "head-of-government"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_HEAD_OF_LEGISLATURE, "head-of-legislature"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_DEPUTY_HEAD, "deputy-head"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_FOREIGN_MINISTER, "foreign-minister"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_MINISTER, "minister"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_HEAD_OF_AGENCY, "head-of-agency"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_DEPUTY_MINISTER, "deputy-minister"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_AMBASSADOR, "ambassador"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_SUB_NATIONAL_HEAD, "sub-national-head"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_LEGISLATOR, "legislator"),
                    G_DEFINE_ENUM_VALUE (VNUS_RANK_OFFICIAL, "official"))
