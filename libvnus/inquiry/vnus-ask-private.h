/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a question on its way to a rule, and what rules ask of a chronicle.
 *
 * A rule reads a view, in which every field has the value that the rule of
 * resolution chose. Where sources exclude each other it computes with every
 * rival: only what all of them allow is certain.
 */
#pragma once

#include <vnus/vnus-agreement.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-inquiry.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-query.h>
#include <vnus/vnus-visit.h>

#include "inquiry/vnus-finding-private.h"
#include "model/vnus-field-private.h"

G_BEGIN_DECLS

#define VNUS_ASK_MAX_ARGUMENTS 3

typedef struct _VnusAsk VnusAsk;

typedef VnusFinding *(*VnusRuleFunc) (VnusAsk  *ask,
                                      GError  **error);

typedef struct
{
  const char   *id;
  const char   *parameters;     /* words of the table in vnus-rules.c; those in brackets may be left out */
  gboolean      needs_relation;
  VnusRuleFunc  func;
} VnusRule;

typedef struct
{
  const char *text;   /* as given; NULL if left out */
  VnusRecord *record; /* of an id; borrowed */
  VnusDate   *date;   /* (owned) */
  int         number; /* of months, a unit, a rank */
} VnusArgument;

struct _VnusAsk
{
  const VnusRule *rule;
  VnusInquiry    *inquiry;
  VnusChronicle  *view;
  VnusDate       *standpoint; /* or NULL; borrowed */
  VnusRecord     *relation;   /* or NULL; borrowed */
  VnusArgument    arguments[VNUS_ASK_MAX_ARGUMENTS];
};

const VnusRule *_vnus_rule_lookup          (const char        *id);
const VnusRule *_vnus_rule_get_nth         (guint              position); /* NULL past the end */

gboolean        _vnus_ask_read_arguments   (VnusAsk           *ask,
                                            const char *const *texts,
                                            GError           **error);
/* The relation that was chosen, the only one, or that of what is asked about;
 * FALSE if the rule needs one and none of these tells it. */
gboolean        _vnus_ask_find_relation    (VnusAsk           *ask,
                                            GError           **error);
void            _vnus_ask_clear            (VnusAsk           *ask);
VnusFinding    *_vnus_ask_new_finding      (VnusAsk           *ask) G_GNUC_WARN_UNUSED_RESULT;

/* The same question as by an inquiry of @view, whose answer the view remembers:
 * for few questions that come again. @relation: (nullable). NULL if it cannot be
 * asked. */
VnusFinding    *_vnus_answer_recall        (VnusChronicle     *view,
                                            const char        *relation,
                                            VnusDate          *standpoint,
                                            const char        *rule,
                                            const char *const *arguments) G_GNUC_WARN_UNUSED_RESULT;

/* --- Records --- */

gboolean        _vnus_is_in_view           (VnusChronicle     *view,
                                            const char        *id);
/* Whether @record and its @field (NULL: any of it) were certainly known. */
VnusTruth       _vnus_is_known             (VnusChronicle     *view,
                                            VnusRecord        *record,
                                            const char        *field);
/* The last day on which a source that speaks of @record may have spoken. */
int             _vnus_last_word            (VnusChronicle     *view,
                                            VnusRecord        *record);
/* The state, or the outermost organization, that a body belongs to. */
const char     *_vnus_body_root            (VnusChronicle     *view,
                                            const char        *id);
/* The body that a participant stands for; NULL if nothing tells. */
const char     *_vnus_participant_root     (VnusChronicle     *view,
                                            VnusParticipant   *participant);
VnusOffice     *_vnus_lookup_office        (VnusChronicle     *view,
                                            const char        *id);
/* Whether both parties of @relation (NULL: any) take part in @event. */
gboolean        _vnus_event_is_of_relation (VnusChronicle     *view,
                                            VnusRecord        *relation,
                                            VnusEvent         *event);
gboolean        _vnus_agreement_is_of_relation (VnusChronicle *view,
                                            VnusRecord        *relation,
                                            VnusAgreement     *agreement);

/* (element-type VnusRecord) borrowed, sorted by kind and id: the records of some
 * kinds that may be of @relation (NULL: any); all that are of it, and others. */
GPtrArray      *_vnus_list_of_relation     (VnusChronicle     *view,
                                            VnusRecord        *relation,
                                            VnusKinds          kinds);

/* (element-type VnusRecord) borrowed: those that match @query by one of rival
 * values and not by another, whatever the one that is used says. */
GHashTable     *_vnus_ask_find_disputed    (VnusAsk           *ask,
                                            VnusQuery         *query) G_GNUC_WARN_UNUSED_RESULT;

/* --- Time --- */

/* The dates that sources give for one thing: that used first, then its rivals.
 * None if nothing is recorded. */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray  *dates; /* (element-type VnusDate) */
  char       *record;
  const char *field;
  VnusTruth   known;
} VnusTime;

/* Immutable, and counted. */
VnusTime       *_vnus_time_new             (VnusChronicle     *view,
                                            VnusRecord        *record,
                                            const char        *field) G_GNUC_WARN_UNUSED_RESULT;
/* @record, @field: (nullable): that have this date and no other */
VnusTime       *_vnus_time_new_date        (const char        *record,
                                            const char        *field,
                                            VnusDate          *date) G_GNUC_WARN_UNUSED_RESULT;
/* The time of a record by its kind: when, during, validity, … */
VnusTime       *_vnus_time_of              (VnusChronicle     *view,
                                            VnusRecord        *record) G_GNUC_WARN_UNUSED_RESULT;
VnusTime       *_vnus_time_ref             (VnusTime          *self);
void            _vnus_time_unref           (VnusTime          *self);
VnusDate       *_vnus_time_get             (VnusTime          *self); /* that used, or NULL */
guint           _vnus_time_get_n           (VnusTime          *self);
VnusDate       *_vnus_time_get_nth         (VnusTime          *self,
                                            guint              position);
void            _vnus_time_add_evidence    (VnusTime          *self,
                                            VnusFinding       *finding);
/* “@record is dated …”, with what rivals say; that it is not, if it has no date. */
VnusPhrase     *_vnus_time_step            (VnusTime          *self,
                                            const char        *record) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusTime, _vnus_time_unref)

/* A day moved by months, back if negative, to the last day of the month if it
 * has no such day. Bounds that are none stay none. */
int             _vnus_day_add_months       (int                day,
                                            int                months);

/* The four bounds of a date. */
typedef struct
{
  int earliest_start, latest_start, earliest_end, latest_end;
} VnusBounds;

static inline VnusBounds
_vnus_get_bounds (const VnusDate *date)
{
  return (VnusBounds) { vnus_date_get_earliest_start (date), vnus_date_get_latest_start (date),
                        vnus_date_get_earliest_end (date), vnus_date_get_latest_end (date) };
}

/* Those of all dates that sources give; as wide as can be if there is none. */
VnusBounds      _vnus_time_get_bounds      (VnusTime          *self);

/* Walks through all choices of one among n_choices[i] for each i: the first is
 * all zeros. FALSE when there are no more. */
gboolean        _vnus_next_choice          (guint             *choice,
                                            const guint       *n_choices,
                                            guint              n);
/* More combinations of rivals than these are not gone through. */
#define VNUS_MAX_CHOICES 256

/* Answers from each of several rivals, put together. */
typedef struct
{
  gboolean    any;
  gboolean    differ;
  VnusTruth   truth;
  VnusReasons reasons;
} VnusAnswers;

void            _vnus_answers_add          (VnusAnswers       *self,
                                            VnusTruth          truth);
/* POSSIBLY where they differ; the reasons say why it is not certain. */
VnusTruth       _vnus_answers_get          (VnusAnswers       *self);

/* --- Events --- */

/* Whether @event has taken place (by the standpoint, if there is one). */
VnusTruth       _vnus_event_is_held        (VnusAsk           *ask,
                                            VnusEvent         *event,
                                            VnusReasons       *reasons);
/* Whether a source that was public on @day tells that @event took place. */
gboolean        _vnus_event_is_told_held_by (VnusChronicle    *view,
                                            VnusEvent         *event,
                                            int                day);
/* Who came: the first guest, else the head; NULL if there is none. */
VnusParticipant *_vnus_visit_get_guest     (VnusVisit         *visit);
/* Visits that are left out unless asked for: private ones and transit. */
gboolean        _vnus_visit_is_left_out    (VnusVisit         *visit);

/* --- Lists --- */

gboolean         _vnus_finding_lists      (VnusFinding *finding,
                                           const char  *id);
/* Adds a record to the list and to the evidence; the reasons are told of it if
 * it is only possible. Nothing if the truth is no. */
VnusFindingItem *_vnus_finding_list_record (VnusFinding       *finding,
                                            const char        *id,
                                            VnusTruth          truth,
                                            VnusReasons        reasons);
/* The truth of a list that is not empty: certain if all of it is. */
void             _vnus_finding_settle_list (VnusFinding       *finding);
/* A record with the doubts about it. */
VnusPhrase      *_vnus_finding_item_phrase (const VnusFindingItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* What the rule anniversaries says of one record. */
VnusPhrase      *_vnus_anniversary_phrase (const VnusFindingItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the list as an argument, with doubts behind what is only possible.
 * @style: where there are none */
void             _vnus_phrase_add_items    (VnusPhrase        *phrase,
                                            const char        *name,
                                            VnusFinding       *finding,
                                            const char        *style);

/* --- Coverage --- */

/* Whether sources in view are declared complete for @scope on all days from
 * @from to @to; says in @finding what was used or missed. */
gboolean        _vnus_ask_is_covered       (VnusAsk           *ask,
                                            VnusFinding       *finding,
                                            const char        *scope,
                                            int                from,
                                            int                to);
/* The same where only some of the scope tells the records apart: @search is the
 * query by which they are found; what else @scope says need not be recorded. */
gboolean        _vnus_ask_search_is_covered (VnusAsk          *ask,
                                            VnusFinding       *finding,
                                            const char        *scope,
                                            const char        *search,
                                            int                from,
                                            int                to);

/* --- The rules --- */

VnusFinding *_vnus_rule_anniversaries        (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_announced            (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_assertion            (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_before               (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_coincide             (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_conflicts            (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_contacts             (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_count                (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_dated                (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_days                 (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_elapsed              (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_first_in_tenure      (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_first_of_office_since (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_growth               (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_holder_on            (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_in_force_on          (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_last_session         (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_level_on             (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_members              (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_next_session         (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_overlap              (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_rank_in_first_term   (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_ranking              (VnusAsk *ask, GError **error);
VnusFinding *_vnus_rule_status_on            (VnusAsk *ask, GError **error);

/* --- Standing --- */

/* How an event stands on a day. */
typedef enum
{
  VNUS_STANDING_PLANNED,   /* ends later, nothing says that it was called off */
  VNUS_STANDING_ONGOING,   /* straddles the day */
  VNUS_STANDING_HELD,      /* over, and a source in view has it held */
  VNUS_STANDING_ANNOUNCED, /* over, and nobody in view tells whether it was held */
  VNUS_STANDING_POSTPONED,
  VNUS_STANDING_CANCELLED,
} VnusStanding;

VnusStanding    _vnus_event_get_standing   (VnusChronicle     *view,
                                            VnusEvent         *event,
                                            int                day);
/* The status by the latest claim that was public by a day; unset if there is none. */
VnusStatus      _vnus_event_get_status_by  (VnusChronicle     *view,
                                            VnusEvent         *event,
                                            int                day);

G_END_DECLS
