/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the inside of a query: terms, all of which must hold; in each, the
 * choices of which one must hold (or none, if the term is negated).
 *
 * A key is what a term asks for. Some are written for queries; every other
 * field of a record that has a word, a number, a date or an id is a key by its
 * own name. Keys are made once and never freed. */
#pragma once

#include <vnus/vnus-query.h>

#include "model/vnus-field-private.h"
#include "model/vnus-kind-private.h"

G_BEGIN_DECLS

typedef enum
{
  VNUS_MATTER_KIND,
  VNUS_MATTER_ID,
  VNUS_MATTER_TEXT,
  VNUS_MATTER_WHEN,     /* the time of the record, whatever its field is called */
  VNUS_MATTER_DATE,     /* a field that is a date */
  VNUS_MATTER_FIELD,    /* any other field */
  VNUS_MATTER_RANK,     /* of capacities; or a field */
  VNUS_MATTER_ROLE,     /* participants in a role */
  VNUS_MATTER_CAPACITY,
  VNUS_MATTER_HOLDING,
  VNUS_MATTER_ACTOR,
  VNUS_MATTER_RELATION, /* a field of stages; the parties of all else */
  VNUS_MATTER_SOURCE,
} VnusMatter;

/* The most fields of one kind that a key stands for. */
#define VNUS_KEY_MAX_FIELDS 3

typedef struct
{
  const char *name;
  VnusMatter  matter;
  guint       order;     /* of terms in a canonical text */
  VnusKinds   targets;   /* of ids, where all kinds agree; 0 if the key takes none */
  guint32     types;     /* bits of VnusValueType that its fields have */
  VnusField  *fields[VNUS_N_KINDS][VNUS_KEY_MAX_FIELDS]; /* NULL past the last */
} VnusQueryKey;

typedef struct
{
  char      *text;    /* as in a canonical text, without quotes */
  char      *id;      /* (nullable) */
  VnusRole   role;    /* unset is any */
  VnusKinds  kinds;
  VnusWindow window;
  gint32     first;   /* the window; VNUS_DAY_MIN and VNUS_DAY_MAX where it is open */
  gint32     last;
  int        highest; /* ranks, as VnusRank */
  int        lowest;
  int        number;  /* 0 if it is none; of a boolean, 1 is false and 2 is true */
  char      *folded;
  gint8      words[VNUS_N_KINDS]; /* of an enumeration, by kind; 0 if it is no word there */
  guint64    list;    /* where the last index that was asked for the id has it, as _vnus_postings_get_id_again() says */
} VnusQueryChoice;

typedef struct
{
  gatomicrefcount     ref_count;
  const VnusQueryKey *key;
  gboolean            negated;
  guint               n_choices;
  VnusQueryChoice    *choices; /* sorted by text */
  char               *text;    /* canonical */
} VnusQueryTerm;

struct _VnusQuery
{
  gatomicrefcount  ref_count;
  guint            n_terms;
  VnusQueryTerm  **terms; /* in canonical order */
};

const VnusQueryKey *_vnus_query_key_lookup  (const char          *name);
char               *_vnus_query_key_list    (void);
char              **_vnus_query_key_suggest (const char          *name);

/* Reads one value. On failure @place is the byte of @text where it goes wrong. */
gboolean            _vnus_query_choice_parse (VnusQueryChoice    *choice,
                                              const VnusQueryKey *key,
                                              const char         *text,
                                              gsize              *place,
                                              GError            **error);
void                _vnus_query_choice_clear (VnusQueryChoice    *choice);

/* Takes the choices, of which there is at least one, and leaves the array empty. */
VnusQueryTerm      *_vnus_query_term_new   (const VnusQueryKey *key,
                                            gboolean            negated,
                                            GArray             *choices);
VnusQueryTerm      *_vnus_query_term_ref   (VnusQueryTerm      *self);
void                _vnus_query_term_unref (VnusQueryTerm      *self);

/* Takes the terms. */
VnusQuery          *_vnus_query_new        (GPtrArray          *terms);

/* Whether the truth of the dates of one key for one date. @date may be NULL: any time. */
VnusTruth           _vnus_query_test_date  (VnusQueryTerm     **terms,
                                            guint               n_terms,
                                            const VnusDate     *date);

G_END_DECLS
