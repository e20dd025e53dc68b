/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the inside of a finding, and its builder.
 *
 * A rule makes a finding, fills it in and seals it; from then on nothing
 * changes. A finding that rests on nothing can state nothing: a sentence is
 * said only if there is evidence, counter-evidence or coverage, or if the
 * reason is that there is none.
 */
#pragma once

#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-finding.h>

#include "base/vnus-vector-private.h"
#include "chronicle/vnus-phrase-private.h"

G_BEGIN_DECLS

/* Most evidence has no more citations than these. */
#define VNUS_FEW_CITATIONS 2

/* A record that a finding rests on, and what backs it. */
typedef struct
{
  const char    *id;
  guint          n_citations; /* none: all of the record */
  VnusCitation **citations;   /* the few, or (owned) */
  VnusCitation  *few[VNUS_FEW_CITATIONS];
} VnusEvidence;

/* The citations that back a piece of evidence: those named, or else all of its
 * record. All is borrowed. */
typedef struct
{
  const VnusEvidence *evidence;
  const VnusVector   *of_record; /* NULL where citations are named */
  guint               n;
} VnusBacking;

/* One record of a list of records, with what the rule says of it. */
typedef struct
{
  char        *id;
  VnusTruth    truth;
  VnusReasons  reasons;  /* why it is only possible */
  const char  *sense;    /* NULL or in-force, operative, the ladder of a level, … */
  gboolean     has_range;
  int          min, max; /* the number of an anniversary, … */
} VnusFindingItem;

/* A value that sources give, in a list of conflicts. */
typedef struct
{
  char      *record;
  char      *field;
  GPtrArray *values;     /* (element-type VnusRivalValue) */
} VnusConflictItem;

typedef struct
{
  char  *value;
  char **sources;
} VnusRivalValue;

struct _VnusFinding
{
  GObject parent_instance;

  VnusChronicle *chronicle;  /* NULL in what a view remembers: it would hold itself */
  VnusDate      *standpoint; /* or NULL */
  const char    *rule;       /* a constant */
  VnusTruth      truth;
  VnusReasons    reasons;
  gboolean       sealed;
  gboolean       is_of_chronicle; /* it tells what the chronicle holds, and needs no evidence */

  /* Never NULL; one list that stays empty stands for all that have nothing. */
  GPtrArray     *evidence;  /* (element-type VnusEvidence) in the order they were used */
  GPtrArray     *counter;   /* (element-type VnusEvidence) */
  GHashTable    *by_id[2];  /* (element-type utf8 VnusEvidence): those of the two lists; borrowed; NULL while they are few */
  GPtrArray     *coverage;  /* (element-type utf8) */
  GPtrArray     *missing;   /* (element-type utf8) */
  GPtrArray     *steps;     /* (element-type VnusPhrase) */
  GPtrArray     *sentences; /* (element-type VnusPhrase) */

  /* The value; what is not set is not there. */
  const char    *range_name; /* range or count */
  int            min, max;
  char          *unit;
  const char    *list_name;  /* records or levels */
  GPtrArray     *items;      /* (element-type VnusFindingItem) */
  char          *low, *high; /* decimals */
  char          *implied_low, *implied_high;
  char          *implied_unit;
  char          *status;
  char          *verdict;
  char          *cause;      /* of the verdict, or NULL */
  VnusDate      *date;
  GPtrArray     *conflicts;  /* (element-type VnusConflictItem) or NULL */
};

/* The list that stays empty. */
GPtrArray       *_vnus_finding_no_list            (void);

/* @rule: a constant */
VnusFinding     *_vnus_finding_new                (VnusChronicle *chronicle,
                                                   const char    *rule) G_GNUC_WARN_UNUSED_RESULT;
/* Returns @self, for the end of a rule. */
VnusFinding     *_vnus_finding_seal               (VnusFinding   *self);

void             _vnus_finding_set_standpoint     (VnusFinding   *self,
                                                   VnusDate      *standpoint);
void             _vnus_finding_set_truth          (VnusFinding   *self,
                                                   VnusTruth      truth);
void             _vnus_finding_add_reason         (VnusFinding   *self,
                                                   VnusReasons    reasons);

/* @citation: NULL for all citations of the record. The same id again adds its
 * citation. */
void             _vnus_finding_add_evidence       (VnusFinding   *self,
                                                   const char    *id,
                                                   VnusCitation  *citation);
void             _vnus_finding_add_counter        (VnusFinding   *self,
                                                   const char    *id,
                                                   VnusCitation  *citation);
/* With the citations of the value of @field that is used. */
void             _vnus_finding_add_field_evidence (VnusFinding   *self,
                                                   const char    *id,
                                                   const char    *field);
void             _vnus_finding_add_coverage       (VnusFinding   *self,
                                                   const char    *id);
/* @scope: what would have to be covered, as the text of a query */
void             _vnus_finding_add_missing        (VnusFinding   *self,
                                                   const char    *scope);

/* These take the phrase. */
void             _vnus_finding_add_step           (VnusFinding   *self,
                                                   VnusPhrase    *phrase);
void             _vnus_finding_set_sentence       (VnusFinding   *self,
                                                   VnusPhrase    *phrase);
void             _vnus_finding_add_sentence       (VnusFinding   *self,
                                                   VnusPhrase    *phrase);

void             _vnus_finding_set_range          (VnusFinding   *self,
                                                   int            min,
                                                   int            max,
                                                   const char    *unit);
void             _vnus_finding_set_count          (VnusFinding   *self,
                                                   int            min,
                                                   int            max,
                                                   const char    *unit);
/* Says that the value is a list, which may stay empty. @name: records, levels */
void             _vnus_finding_set_list           (VnusFinding   *self,
                                                   const char    *name);
VnusFindingItem *_vnus_finding_add_record         (VnusFinding   *self,
                                                   const char    *id,
                                                   VnusTruth      truth);
void             _vnus_finding_set_number         (VnusFinding   *self,
                                                   const char    *low,
                                                   const char    *high,
                                                   const char    *unit);
void             _vnus_finding_set_implied        (VnusFinding   *self,
                                                   const char    *low,
                                                   const char    *high,
                                                   const char    *unit);
void             _vnus_finding_set_status         (VnusFinding   *self,
                                                   const char    *status);
void             _vnus_finding_set_verdict        (VnusFinding   *self,
                                                   const char    *verdict);
void             _vnus_finding_set_cause          (VnusFinding   *self,
                                                   const char    *cause);
void             _vnus_finding_set_date           (VnusFinding   *self,
                                                   VnusDate      *date);
void             _vnus_finding_add_conflict       (VnusFinding   *self,
                                                   const char    *record,
                                                   const char    *field);
void             _vnus_finding_add_rival          (VnusFinding   *self,
                                                   const char    *value,
                                                   const char *const *sources);

/* For the brief. The evidence is borrowed. */
guint            _vnus_finding_get_n_evidence     (VnusFinding   *self);
VnusEvidence    *_vnus_finding_get_evidence       (VnusFinding   *self,
                                                   guint          position);
const VnusFindingItem *_vnus_finding_get_item     (VnusFinding   *self,
                                                   guint          position);
VnusBacking      _vnus_finding_get_backing        (VnusFinding        *self,
                                                   const VnusEvidence *evidence);
VnusCitation    *_vnus_backing_get                (const VnusBacking  *self,
                                                   guint               position);
/* The same as a list. */
GPtrArray       *_vnus_finding_list_citations     (VnusFinding        *self,
                                                   const VnusEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;

/* “Answer: possibly; …” */
char            *_vnus_finding_say_answer         (VnusFinding        *self,
                                                   const char         *language) G_GNUC_WARN_UNUSED_RESULT;
/* Which chronicle, as known when and according to whom, in lines. */
void             _vnus_finding_append_view        (GString            *text,
                                                   VnusChronicle      *chronicle,
                                                   VnusDate           *standpoint,
                                                   const char         *language);

G_END_DECLS
