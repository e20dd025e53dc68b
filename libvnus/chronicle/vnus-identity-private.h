/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the inside of identities, for their own files. */
#pragma once

#include <vnus/vnus-identity.h>

#include "chronicle/vnus-candidate-private.h"
#include "chronicle/vnus-chronicle-private.h"

G_BEGIN_DECLS

/* Under which records that were merged keep their former ids, among the ids of the
 * same thing elsewhere. */
#define VNUS_FORMER_ID "vnus:"

/* What is known of an actor from other records. */
typedef struct
{
  GArray     *services; /* (element-type VnusService) */
  GHashTable *events;   /* (element-type VnusRecord) in which the actor takes part; borrowed */
} VnusDoings;

/* An actor in an office at some time. */
typedef struct
{
  const char *office; /* borrowed */
  VnusDate   *date;   /* (owned) */
} VnusService;

struct _VnusIdentity
{
  GObject parent_instance;

  VnusChronicle *chronicle;  /* (owned) (nullable) */
  VnusChronicle *snapshot;   /* (owned) of the chronicle when this was made */
  GHashTable    *keys;       /* (element-type utf8 GPtrArray) what records are found by → records */
  GHashTable    *doings;     /* (element-type utf8 VnusDoings) by actor */
  GHashTable    *judgements; /* (element-type utf8 VnusRecord) by "a\nb", the lesser id first */
};

/* Names as they are folded, each once; owned strings. */
GPtrArray *_vnus_identity_list_names (VnusRecord    *record);
/* The words of a folded name in the order of the alphabet. */
char      *_vnus_identity_sort_words (const char    *folded);

/* Adds all grounds there are. */
void       _vnus_identity_weigh      (VnusIdentity  *self,
                                      VnusCandidate *candidate,
                                      VnusRecord    *a,
                                      VnusRecord    *b);

/* Visits have no names of their own: they are found by guest and host. */
void       _vnus_identity_add_visit_keys (VnusRecord    *record,
                                          GPtrArray     *keys);
void       _vnus_identity_weigh_visits   (VnusIdentity  *self,
                                          VnusCandidate *candidate,
                                          VnusRecord    *a,
                                          VnusRecord    *b);

/* The judgement on two records, or NULL; borrowed. */
VnusRecord *_vnus_identity_get_judgement (VnusIdentity *self,
                                          const char   *a,
                                          const char   *b);

G_END_DECLS
