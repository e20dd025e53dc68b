/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a query on its way through one state of a chronicle: what its ids
 * stand for there, and how it is asked of a record. */
#pragma once

#include "chronicle/vnus-postings-private.h"
#include "chronicle/vnus-query-private.h"

G_BEGIN_DECLS

/* What a record says of one thing that is asked. */
typedef enum
{
  VNUS_SAYS_NO,      /* it tells something else, or cannot have such a thing */
  VNUS_SAYS_NOTHING, /* a list does not name it: lists are seldom complete */
  VNUS_SAYS_MAYBE,   /* it leaves open what the one value is */
  VNUS_SAYS_YES,
} VnusSays;

/* A choice in this chronicle. */
typedef struct
{
  const char *id;      /* NULL if the choice has none */
  VnusPostingList list; /* of the id alone */
  GPtrArray  *ids;     /* (element-type utf8) the id and what belongs to it; NULL if nothing does */
  GHashTable *set;     /* the same as a set; NULL as well */
  GHashTable *tenures; /* (element-type utf8 GPtrArray) of VnusRow, by person: who held the office */
  GPtrArray  *parties; /* (element-type GHashTable) of a relation: each with what belongs to it */
} VnusChoicePlan;

typedef struct
{
  const VnusQueryTerm *term;
  VnusChoicePlan      *choices;
} VnusTermPlan;

#define VNUS_PLAN_FEW 4

typedef struct
{
  const VnusQuery *query;
  VnusChronicle   *chronicle;
  VnusPostings    *postings; /* borrowed from the chronicle */
  VnusTermPlan    *terms;
  VnusChoicePlan  *choices;  /* of all terms */
  guint            n_choices;
  VnusKinds        kinds;    /* that can match at all */

  /* Room for the terms and choices of most queries. */
  VnusTermPlan     few_terms[VNUS_PLAN_FEW];
  VnusChoicePlan   few_choices[VNUS_PLAN_FEW];
} VnusQueryPlan;

/* The ids of a choice: its own and those that belong to it; 0 if it has none. */
static inline guint
_vnus_choice_plan_get_n_ids (const VnusChoicePlan *self)
{
  return self->ids != NULL ? self->ids->len : self->id != NULL;
}

static inline const char *
_vnus_choice_plan_get_nth_id (const VnusChoicePlan *self,
                              guint                 position)
{
  return self->ids != NULL ? g_ptr_array_index (self->ids, position) : self->id;
}

void      _vnus_query_plan_init     (VnusQueryPlan       *self,
                                     const VnusQuery     *query,
                                     VnusChronicle       *chronicle);
void      _vnus_query_plan_clear    (VnusQueryPlan       *self);

/* The truth of all terms for a row; @known is the position of a term
 * whose truth is certain already, or -1. */
VnusTruth _vnus_query_plan_test     (const VnusQueryPlan *self,
                                     const VnusRow       *row,
                                     int                  known);

/* What an actor does in a record by a field. */
gboolean  _vnus_field_acts          (VnusKind             kind,
                                     const VnusField     *field);

/* Whether what is asked of who takes part or acts is asked of a field. */
gboolean  _vnus_matter_asks         (VnusMatter           matter,
                                     VnusKind             kind,
                                     const VnusField     *field);

VnusSays  _vnus_query_test_term     (const VnusQueryPlan *self,
                                     const VnusTermPlan  *term,
                                     const VnusRow       *row);

/* The narrowest of the windows that all matches touch. */
void      _vnus_query_get_window (const VnusQuery *query,
                                  gint32          *first,
                                  gint32          *last);

G_END_DECLS
