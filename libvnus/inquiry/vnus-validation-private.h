/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: one validation on its way through the checks.
 *
 * A check looks through the chronicle for one thing that can be wrong and adds an
 * issue for each time that it is. References and citations are checked as they
 * were entered; what is said about the world, as it resolves among the sources.
 */
#pragma once

#include <vnus/vnus-validator.h>

#include "chronicle/vnus-issue-private.h"
#include "model/vnus-record-private.h"

G_BEGIN_DECLS

typedef struct _VnusValidation VnusValidation;

/* A row of the table of checks. Several rows may have one function. */
typedef struct
{
  const char   *tag;
  VnusSeverity  severity;    /* where it is certain; one less where it is possible */
  const char   *explanation; /* key */
  void        (*check) (VnusValidation *self);
} VnusCheck;

struct _VnusValidation
{
  VnusChronicle *chronicle;
  VnusChronicle *view;       /* (owned) what its sources resolve to; the chronicle itself if it is a view */
  VnusDate      *standpoint; /* (nullable) borrowed */
  GPtrArray     *issues;     /* (element-type VnusIssue) (owned) */
};

const VnusCheck *_vnus_check_lookup (const char *tag);

/* Adds an issue and returns what is to explain it, to be filled in; borrowed. */
VnusPhrase *_vnus_validation_add          (VnusValidation *self,
                                           const char     *tag,
                                           VnusTruth       truth,
                                           VnusRecord     *record,
                                           const char     *path);
/* Of the issue that was added last. */
VnusPhrase *_vnus_validation_explain_as   (VnusValidation *self,
                                           const char     *key);
VnusPhrase *_vnus_validation_suggest      (VnusValidation *self,
                                           const char     *key);
void        _vnus_validation_set_severity (VnusValidation *self,
                                           VnusSeverity    severity);

/* A value in words, as an argument. */
void        _vnus_phrase_add_value        (VnusPhrase      *self,
                                           const char      *name,
                                           const VnusValue *value);

/* The record as its sources resolve it; as it was entered if nothing backs it. */
VnusRecord *_vnus_validation_resolve      (VnusValidation *self,
                                           VnusRecord     *record);
VnusRecord *_vnus_validation_lookup       (VnusValidation *self,
                                           const char     *id,
                                           VnusKind        kind);

/* The resolved records of a kind, one after the other; NULL past the end. */
VnusRecord *_vnus_validation_get_nth      (VnusValidation *self,
                                           VnusKind        kind,
                                           guint           position);

/* The time of a resolved record, whatever its field; NULL if it has none. */
VnusDate   *_vnus_validation_dup_time     (VnusRecord *record);

/* Two spans at once, for more than the day on which one ends and the other
 * begins. An open end is certain up to what the sources of the record tell. */
typedef struct
{
  VnusRecord *record;
  VnusDate   *date;
} VnusSpan;

VnusTruth   _vnus_spans_overlap           (VnusValidation *self,
                                           const VnusSpan *a,
                                           const VnusSpan *b);

/* The checks */
void _vnus_check_references (VnusValidation *self);
void _vnus_check_unreferenced (VnusValidation *self);
void _vnus_check_sources    (VnusValidation *self);
void _vnus_check_members    (VnusValidation *self);
void _vnus_check_order      (VnusValidation *self);
void _vnus_check_existence  (VnusValidation *self);
void _vnus_check_word_after (VnusValidation *self);
void _vnus_check_capacities (VnusValidation *self);
void _vnus_check_holders    (VnusValidation *self);
void _vnus_check_stages     (VnusValidation *self);
void _vnus_check_editions   (VnusValidation *self);
void _vnus_check_coverage   (VnusValidation *self);
void _vnus_check_claims     (VnusValidation *self);

G_END_DECLS
