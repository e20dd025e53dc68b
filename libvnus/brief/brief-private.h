/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the inside of a brief, for the files of its sections and renderings.
 *
 * A scene is what every section looks at: a view, a subject, a standpoint. A
 * draft is one sentence in the making: a phrase, and the citations that back
 * it. A draft without a citation is dropped, so that no sentence is without a
 * source.
 */
#pragma once

#include <vnus/vnus-agreement.h>
#include <vnus/vnus-brief.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-meeting.h>
#include <vnus/vnus-statement.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-visit.h>

#include "inquiry/vnus-ask-private.h"
#include "model/vnus-kind-private.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *of_kind[VNUS_N_KINDS]; /* (element-type VnusRecord) (owned) by their ids */
} BriefCircle;

typedef struct
{
  VnusChronicle    *view;       /* (owned) in which every field is resolved */
  VnusDate         *standpoint; /* (owned) */
  int               today;      /* its last day */
  VnusDate         *reach;      /* (owned) the twelve months up to the event, or up to the standpoint */
  int               reach_end;  /* what begins later is not told as the past */

  VnusRecord       *subject;
  VnusEvent        *event;      /* NULL if the subject is a relation */
  VnusRecord       *relation;   /* (nullable) */
  const char       *first;      /* the parties, own side or host first; (nullable) */
  const char       *second;
  gboolean          is_partial; /* whether the first is the side for which it is written */
  VnusStanding      tense;      /* of the event */
  VnusParticipant  *guest;      /* (nullable) of a visit */
  const char       *host;       /* (nullable) the state of the host of a visit */

  VnusBriefDepth    depth;
  VnusBriefRegister style;
  gboolean          notes;

  BriefCircle      *circle;     /* (owned) (nullable) what can concern the relation */
  GHashTable       *tenses;     /* (element-type VnusEvent gint) their standing, plus 1 */
  GHashTable       *introduced; /* (element-type utf8) persons named with their full title */
  GPtrArray        *told;       /* (element-type VnusRecord) what the sentences rest on, in their order */
  GHashTable       *is_told;    /* (element-type VnusRecord) the same */
  GHashTable       *within_reach; /* (element-type VnusKind GPtrArray): what was listed of each kind */
} BriefScene;

typedef struct
{
  BriefScene  *scene;
  VnusFinding *finding;
  VnusPhrase  *phrase;
  gboolean     is_cited;
} BriefDraft;

typedef void (*BriefWriter) (BriefScene *scene,
                             GPtrArray  *items);

/* ---- The scene ---- */

/* How it is told: as it stands on the day of the standpoint. */
VnusStanding _vnus_brief_tense_of        (BriefScene      *scene,
                                          VnusEvent       *event);
const char  *_vnus_brief_tense_nick      (VnusStanding     tense);
/* Whether it is over for certain, and held. */
gboolean     _vnus_brief_is_done         (BriefScene      *scene,
                                          VnusEvent       *event);
/* The last day on which what a citation says can have become public. */
int          _vnus_brief_public_by       (BriefScene      *scene,
                                          VnusCitation    *citation);
/* Whether a source tells of an undated record by the standpoint, or not long after. */
gboolean     _vnus_brief_is_attested     (BriefScene      *scene,
                                          VnusRecord      *record);
/* “the visit”, “the meeting”, … */
const char  *_vnus_brief_kind_nick       (BriefScene      *scene);
/* Whether a source that was public once the event had begun tells of a member of
 * it: what only its plan told is not told as done. */
gboolean     _vnus_brief_is_told_after   (BriefScene      *scene,
                                          VnusEvent       *event,
                                          const char      *list,
                                          const char      *member);
/* Whether what a citation says was public by the standpoint. */
gboolean     _vnus_brief_is_public       (BriefScene      *scene,
                                          VnusCitation    *citation);
/* Whether anything of a record was public by the standpoint. */
gboolean     _vnus_brief_is_public_record (BriefScene     *scene,
                                          VnusRecord      *record);
/* Whether any citation is of that field alone. */
gboolean     _vnus_brief_has_claims      (VnusRecord      *record,
                                          const char      *field);
/* When it was, as precisely as all rival values allow; NULL if nothing tells. */
VnusDate    *_vnus_brief_dup_when        (BriefScene      *scene,
                                          VnusRecord      *record,
                                          const char      *field,
                                          gboolean        *is_disputed);
gboolean     _vnus_brief_is_disputed     (BriefScene      *scene,
                                          const char      *id,
                                          const char      *field);
/* The state that an actor, an office or a person belongs to; itself if it is one. */
const char  *_vnus_brief_state_of        (BriefScene      *scene,
                                          const char      *actor);
const char  *_vnus_brief_side_of         (BriefScene      *scene,
                                          VnusParticipant *participant);
gboolean     _vnus_brief_is_party        (BriefScene      *scene,
                                          const char      *state);
/* The rank of an office; past the last one if it has none. */
int          _vnus_brief_rank_of         (BriefScene      *scene,
                                          const char      *office);
VnusParticipant *_vnus_brief_find_role   (VnusEvent       *event,
                                          VnusRole         role);
int          _vnus_brief_compare_events  (gconstpointer    a,
                                          gconstpointer    b);
/* What an organisation, an office, a person or a place belongs to. */
const char  *_vnus_brief_owner_of        (VnusRecord      *record);
/* To be called once the relation is known. */
void         _vnus_brief_draw_circle     (BriefScene      *scene);
void         _vnus_brief_circle_unref    (gpointer         circle);
/* What can concern the relation; of relations and states, all. By their ids. Not
 * to be changed: the view remembers it. */
GPtrArray   *_vnus_brief_list_of_kind    (BriefScene      *scene,
                                          VnusKind         kind) G_GNUC_WARN_UNUSED_RESULT;

typedef gboolean (*BriefEventTest) (BriefScene *scene,
                                    VnusEvent  *event);

/* The events of a kind that pass, by date. */
GPtrArray   *_vnus_brief_pick_events     (BriefScene      *scene,
                                          VnusKind         kind,
                                          BriefEventTest   test) G_GNUC_WARN_UNUSED_RESULT;
gboolean     _vnus_brief_is_part_of      (VnusEvent       *part,
                                          VnusRecord      *whole);
gboolean     _vnus_brief_is_about        (VnusStatement   *statement,
                                          const char      *id);
/* What was held for certain in the last twelve months, by date; nothing of the
 * subject itself. Not to be changed: whoever asks again gets the same list. */
GPtrArray   *_vnus_brief_list_within_reach (BriefScene    *scene,
                                            VnusKind       kind) G_GNUC_WARN_UNUSED_RESULT;
/* The most specific place: the one that is not told as containing another. */
const char  *_vnus_brief_best_place      (BriefScene      *scene,
                                          VnusEvent       *event);

/* ---- Drafts ---- */

/* @topic, @key: constants */
BriefDraft  *_vnus_brief_draft_new       (BriefScene      *scene,
                                          const char      *topic,
                                          const char      *key) G_GNUC_WARN_UNUSED_RESULT;
void         _vnus_brief_draft_free      (BriefDraft      *self);
/* A record of the view as it stands. */
void         _vnus_brief_cite_record     (BriefDraft      *self,
                                          VnusRecord      *record);
/* The same by its id. */
void         _vnus_brief_cite            (BriefDraft      *self,
                                          const char      *id);
/* The value of a field that is used; every value if they are rivals. */
void         _vnus_brief_cite_field      (BriefDraft      *self,
                                          const char      *id,
                                          const char      *field);
void         _vnus_brief_cite_member     (BriefDraft      *self,
                                          const char      *id,
                                          const char      *list,
                                          const char      *member);
void         _vnus_brief_cite_citation   (BriefDraft      *self,
                                          const char      *id,
                                          VnusCitation    *citation);
void         _vnus_brief_doubt           (BriefDraft      *self,
                                          VnusTruth        truth,
                                          VnusReasons      reasons);
/* Takes the draft; TRUE if it became an item. */
gboolean     _vnus_brief_commit          (BriefDraft      *self,
                                          GPtrArray       *items);
/* NULL for days that no date can tell. */
VnusDate    *_vnus_brief_month_of        (int              day) G_GNUC_WARN_UNUSED_RESULT;
/* The month of the latest source, if that is before the month of the standpoint. */
VnusDate    *_vnus_brief_stale_month     (BriefDraft      *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same for what goes on: says from when its latest source is, if that is
 * before the month of the standpoint. */
gboolean     _vnus_brief_commit_state    (BriefDraft      *self,
                                          GPtrArray       *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BriefDraft, _vnus_brief_draft_free)

/* ---- Names ---- */

/* Takes @text and @changed, its words in @language from now on. */
VnusText    *_vnus_brief_change_text     (VnusText        *text,
                                          const char      *language,
                                          char            *changed) G_GNUC_WARN_UNUSED_RESULT;

/* The same without the stop at its end. */
VnusText    *_vnus_brief_without_stop    (VnusText        *sentence) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is the side for which the brief is written. */
gboolean     _vnus_brief_is_own          (BriefScene      *scene,
                                          const char      *state);
/* As the place to which one goes: “our country” for the own side. */
VnusPhrase  *_vnus_brief_country         (BriefScene      *scene,
                                          const char      *state) G_GNUC_WARN_UNUSED_RESULT;
/* As who acts or speaks: “our side”, “the US side” from the own side. */
VnusPhrase  *_vnus_brief_side            (BriefScene      *scene,
                                          const char      *actor) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_demonym         (BriefScene      *scene,
                                          const char      *state) G_GNUC_WARN_UNUSED_RESULT;
/* The key of the wording for the register. */
const char  *_vnus_brief_key             (BriefScene      *scene,
                                          const char      *key);
/* As the press names who was named before: honorific and short name; NULL if the
 * register or the record has none. */
VnusPhrase  *_vnus_brief_press_name      (BriefScene      *scene,
                                          const char      *person) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_state           (BriefScene      *scene,
                                          const char      *id) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_actor           (BriefScene      *scene,
                                          const char      *id) G_GNUC_WARN_UNUSED_RESULT;
/* NULL if it is known by none. */
const char  *_vnus_brief_abbreviation_of (VnusRecord      *record);
/* By its abbreviation, if it is known by one. */
VnusPhrase  *_vnus_brief_short_actor     (BriefScene      *scene,
                                          const char      *id) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_place           (BriefScene      *scene,
                                          const char      *id) G_GNUC_WARN_UNUSED_RESULT;
/* With the full title where the person is first named, then with the short one;
 * of the first party always with the short one. */
VnusPhrase  *_vnus_brief_person          (BriefDraft      *draft,
                                          const char      *person,
                                          const char      *office,
                                          VnusDate        *when) G_GNUC_WARN_UNUSED_RESULT;
/* As in a headline, which introduces nobody. */
VnusPhrase  *_vnus_brief_person_full     (BriefDraft      *draft,
                                          const char      *person,
                                          const char      *office,
                                          VnusDate        *when) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_person_short    (BriefDraft      *draft,
                                          const char      *person,
                                          const char      *office,
                                          VnusDate        *when) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase  *_vnus_brief_participant     (BriefDraft      *draft,
                                          VnusEvent       *event,
                                          VnusParticipant *participant) G_GNUC_WARN_UNUSED_RESULT;
/* Without a title, with a sourced honorific. */
VnusPhrase  *_vnus_brief_named           (BriefScene      *scene,
                                          const char      *person) G_GNUC_WARN_UNUSED_RESULT;
VnusText    *_vnus_brief_short_title     (BriefScene      *scene,
                                          const char      *office) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type VnusPhrase) alike: with honorifics if all of them have one. */
GPtrArray   *_vnus_brief_name_all        (BriefScene      *scene,
                                          GPtrArray       *persons) G_GNUC_WARN_UNUSED_RESULT;
VnusText    *_vnus_brief_honorific       (BriefScene      *scene,
                                          const char      *person);

/* ---- Offices ---- */

/* All of a person, by their dates; those without a date last. Not to be changed:
 * the view remembers it. */
GPtrArray   *_vnus_brief_list_tenures    (BriefScene      *scene,
                                          const char      *person) G_GNUC_WARN_UNUSED_RESULT;
gboolean     _vnus_brief_may_hold_on     (VnusTenure      *tenure,
                                          VnusDate        *date);
/* The title of an office as held on a day: that of one who acts in it is told so,
 * and the tenures are cited. Takes the title. @when: (nullable) */
VnusPhrase  *_vnus_brief_title_on        (BriefDraft      *draft,
                                          const char      *person,
                                          const char      *office,
                                          VnusDate        *when,
                                          VnusPhrase      *title) G_GNUC_WARN_UNUSED_RESULT;
/* Of one who takes part without an office: the highest that was over by then, whose
 * tenure is cited; NULL if there is none. @when: (nullable) */
const char  *_vnus_brief_former_office   (BriefDraft      *draft,
                                          const char      *person,
                                          VnusDate        *when);
/* With all offices held at that time, as a list of protocol has them. */
VnusPhrase  *_vnus_brief_person_with_offices (BriefDraft  *draft,
                                          const char      *person,
                                          const char      *capacity,
                                          VnusDate        *when) G_GNUC_WARN_UNUSED_RESULT;

/* “[article-a]”: renderings put its number in its place. */
VnusPhrase  *_vnus_brief_source_mark     (const char      *source) G_GNUC_WARN_UNUSED_RESULT;
/* What a statement says, to stand behind its speaker; empty if nothing is told. */
VnusPhrase  *_vnus_brief_wording         (BriefScene      *scene,
                                          VnusRecord      *statement) G_GNUC_WARN_UNUSED_RESULT;
/* “[article-a] and [article-b]”: the sources of records. */
VnusPhrase  *_vnus_brief_sources_of_records (GPtrArray    *records) G_GNUC_WARN_UNUSED_RESULT;
/* A sentence of a record as it stands within another: the view remembers it. */
VnusPhrase  *_vnus_brief_clause          (BriefScene      *scene,
                                          VnusText        *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a sentence that no record holds. */
VnusPhrase  *_vnus_brief_new_clause      (BriefScene      *scene,
                                          VnusText        *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* A sentence without its stop. */
VnusPhrase  *_vnus_brief_open_sentence   (VnusText        *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* “ladder” and “level” of a stage, for a message that names it. */
const char  *_vnus_brief_ladder_of       (BriefScene      *scene,
                                          const char      *level);

/* Adders that take the phrase. */
void         _vnus_brief_take            (VnusPhrase      *self,
                                          const char      *name,
                                          VnusPhrase      *phrase);
void         _vnus_brief_take_list       (VnusPhrase      *self,
                                          const char      *name,
                                          GPtrArray       *items,
                                          const char      *style);
/* A date as the sentence's own “when”; compact in languages that know it. */
VnusPhrase  *_vnus_brief_when            (VnusDate        *date) G_GNUC_WARN_UNUSED_RESULT;
/* A date in brackets. */
VnusPhrase  *_vnus_brief_bracket         (VnusDate        *date) G_GNUC_WARN_UNUSED_RESULT;
/* The name of a record, without a stop at its end. */
VnusPhrase  *_vnus_brief_label           (VnusRecord      *record) G_GNUC_WARN_UNUSED_RESULT;
/* A word of a vocabulary, as the messages select by it: “two_way”. */
const char  *_vnus_brief_nick            (GType            type,
                                          int              value);
GPtrArray   *_vnus_brief_phrases_new     (void) G_GNUC_WARN_UNUSED_RESULT;

/* What reports tell of a topic, always as told by them; @topics ends with NULL. */
void         _vnus_brief_write_reports   (BriefScene        *scene,
                                          GPtrArray         *items,
                                          const char *const *topics);
/* What a held meeting of both sides was, in a sentence; FALSE if the subject is none. */
gboolean     _vnus_brief_write_meeting   (BriefScene      *scene,
                                          GPtrArray       *items);

/* The sentence about a meeting of both sides; FALSE if it is none. @topic: a constant */
gboolean     _vnus_brief_write_contact_of (BriefScene     *scene,
                                          GPtrArray       *items,
                                          VnusEvent       *meeting,
                                          const char      *topic);
/* What sources assert of a visit, checked. */
void         _vnus_brief_write_assertions (BriefScene     *scene,
                                          GPtrArray       *items,
                                          VnusEvent       *visit);
/* Those of the same office to the same host before the event, by their dates. */
GPtrArray   *_vnus_brief_list_earlier_visits (BriefScene  *scene) G_GNUC_WARN_UNUSED_RESULT;
/* How often a person visited, as sources give it. */
void         _vnus_brief_write_counts_of (BriefScene      *scene,
                                          GPtrArray       *items,
                                          const char      *person,
                                          const char      *host);

/* ---- Sections ---- */

/* Offices up to this rank make a contact; below it a visit is a delegation's. */
#define BRIEF_LOWEST_RANK VNUS_RANK_DEPUTY_HEAD

void _vnus_brief_write_headline      (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_visit         (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_occasion      (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_significance  (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_programme     (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_delegation    (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_outcomes      (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_guest         (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_course        (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_envoys        (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_earlier       (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_contacts      (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_delegations   (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_mechanisms    (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_agreements    (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_cooperation   (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_figures       (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_positions     (BriefScene *scene, GPtrArray  *items);
void _vnus_brief_write_notes         (BriefScene *scene, GPtrArray  *items);

G_END_DECLS
