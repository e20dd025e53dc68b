/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusRank:
 * @VNUS_RANK_UNSET: not set
 * @VNUS_RANK_HEAD_OF_PARTY: head of a ruling party
 * @VNUS_RANK_HEAD_OF_STATE: head of state
 * @VNUS_RANK_HEAD_OF_GOVERNMENT: head of government
 * @VNUS_RANK_HEAD_OF_LEGISLATURE: head of a legislature
 * @VNUS_RANK_DEPUTY_HEAD: deputy of a head, such as a vice president or a deputy prime minister
 * @VNUS_RANK_FOREIGN_MINISTER: foreign minister
 * @VNUS_RANK_MINISTER: minister, or member of the cabinet
 * @VNUS_RANK_HEAD_OF_AGENCY: head of an agency, or adviser of that rank
 * @VNUS_RANK_DEPUTY_MINISTER: deputy or assistant minister
 * @VNUS_RANK_AMBASSADOR: ambassador
 * @VNUS_RANK_SUB_NATIONAL_HEAD: head of a province or federal state
 * @VNUS_RANK_LEGISLATOR: member of a legislature
 * @VNUS_RANK_OFFICIAL: another official
 *
 * The rank of an office, highest first. The order is that of protocol as most
 * ministries use it between states; `head-of-party` leads where a ruling party
 * leads the state.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_RANK_UNSET,
  VNUS_RANK_HEAD_OF_PARTY,
  VNUS_RANK_HEAD_OF_STATE,
  VNUS_RANK_HEAD_OF_GOVERNMENT,
  VNUS_RANK_HEAD_OF_LEGISLATURE,
  VNUS_RANK_DEPUTY_HEAD,
  VNUS_RANK_FOREIGN_MINISTER,
  VNUS_RANK_MINISTER,
  VNUS_RANK_HEAD_OF_AGENCY,
  VNUS_RANK_DEPUTY_MINISTER,
  VNUS_RANK_AMBASSADOR,
  VNUS_RANK_SUB_NATIONAL_HEAD,
  VNUS_RANK_LEGISLATOR,
  VNUS_RANK_OFFICIAL,
} VnusRank;

#define VNUS_TYPE_RANK (vnus_rank_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_rank_get_type (void);

G_END_DECLS
