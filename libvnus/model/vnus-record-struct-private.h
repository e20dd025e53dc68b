/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: what every record begins with.
 *
 * Most fields have a place of their own in the struct of their kind. Those that
 * few records have share one block of pointers, which is there once one of them
 * is set: a chronicle is mostly events, and most places of an event would be
 * empty.
 */
#pragma once

#include <vnus/vnus-record.h>

#include "base/vnus-vector-private.h"

G_BEGIN_DECLS

struct _VnusRecord
{
  GObject parent_instance;

  char       *id;        /* see vnus-id-private.h */
  VnusText   *label;
  VnusVector *citations; /* (element-type VnusCitation) */
  gsize       rest;      /* (owned) the block, or 0; the lowest bit is set in a sealed record */
};

#define VNUS_RECORD_SEALED ((gsize) 1)

/* The places in the block: those of all records, of events, of visits. */
enum
{
  VNUS_RARE_ALIASES,
  VNUS_RARE_SAME_AS,
  VNUS_RARE_NOTE,
  VNUS_RARE_PRESENCES,
  VNUS_N_RARE,

  VNUS_RARE_PART_OF = VNUS_N_RARE,
  VNUS_RARE_OCCASIONS,
  VNUS_RARE_OUTCOME_OF,
  VNUS_N_RARE_OF_EVENTS,

  VNUS_RARE_VISIT_TYPES_BY_SIDE = VNUS_N_RARE_OF_EVENTS,
  VNUS_RARE_STOPS,
};

/* NULL if there is none. */
static inline gpointer *
_vnus_record_get_rest (gconstpointer record)
{
  return GSIZE_TO_POINTER (((const VnusRecord *) record)->rest & ~VNUS_RECORD_SEALED);
}

/* The same, made if there is none. */
gpointer *_vnus_record_need_rest (gpointer record);

G_END_DECLS
