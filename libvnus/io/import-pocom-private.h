/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of principal officers and chiefs of mission, gathered
 * before anything of it becomes a record: a row names a person whose file may come
 * later. Its texts are borrowed of the register.
 */
#pragma once

#include <vnus/vnus-accreditation.h>

#include "io/historian-private.h"
#include "io/xml-reader-private.h"

G_BEGIN_DECLS

#define POCOM_SOURCE "us-historian-pocom"

/* A file of one person. */
typedef struct
{
  const char *file;               /* borrowed of the register */
  int         line;
  const char *key;                /* such as `kerry-john-forbes` */
  GPtrArray  *old_keys;           /* (element-type utf8) (owned) (nullable) */
  const char *family, *given;
  const char *suffix;             /* “Jr.”; NULL where there is none */
  GPtrArray  *aliases;            /* (element-type utf8) (owned) (nullable) */
  const char *birth, *death;
  const char *career, *residence; /* codes */
} PocomPerson;

/* The dates of a row, in the order in which they follow one another. */
typedef enum
{
  POCOM_APPOINTED,
  POCOM_ARRIVED,
  POCOM_STARTED,
  POCOM_ENDED,
} PocomStep;

#define POCOM_N_STEPS 4

typedef struct _PocomList PocomList;
typedef struct _PocomRow PocomRow;

/* A chief of mission or a principal officer. What is not told is NULL. */
struct _PocomRow
{
  PocomList  *list;                 /* borrowed */
  int         line;
  const char *id;
  const char *locator;              /* its id as it is cited, unlike those of all other rows */
  PocomRow   *twin;                 /* the row that tells of the same, borrowed; else NULL */
  const char *person;               /* key */
  const char *role;
  const char *territory;            /* as it was then */
  VnusDate   *dates[POCOM_N_STEPS];
  const char *beside[POCOM_N_STEPS]; /* the note beside each date */
  const char *note;
  gboolean    never_served;
  gboolean    is_open;              /* it is known not to have ended */
  gboolean    is_consecutive;       /* to the term before, as one */
  VnusDate   *known;

  const char *holder, *office, *to; /* ids, borrowed, once they are made */
  VnusRecord *record;               /* borrowed, once it is made */
};

typedef enum
{
  POCOM_COUNTRY,
  POCOM_ORGANIZATION,
  POCOM_POSITION,
} PocomKind;

/* A note on a whole mission. */
typedef struct
{
  int         line;
  guint       n_before; /* how many rows stand before it */
  const char *text;
} PocomRemark;

/* A file of a mission or a position. */
struct _PocomList
{
  PocomKind   kind;
  const char *file;     /* borrowed of the register */
  const char *id;       /* of the territory, mission or position */
  const char *title;
  const char *category;
  GPtrArray  *rows;     /* (element-type PocomRow) (owned) */
  GArray     *remarks;  /* (element-type PocomRemark) (owned) */
  gboolean    is_whole; /* no row of it was refused */
};

/* Accreditations of one envoy at a time, who lives with one of the receivers. */
typedef struct
{
  const char *file;      /* borrowed of the register */
  int         line;
  const char *id;
  const char *place;     /* as its id tells it, such as `port-au-prince` */
  const char *territory;
  GPtrArray  *chiefs;    /* (element-type utf8) (owned) (nullable) ids of rows */
} PocomConcurrent;

typedef struct
{
  GPtrArray    *people;      /* (element-type PocomPerson) (owned) */
  GPtrArray    *lists;       /* (element-type PocomList) (owned) */
  GPtrArray    *concurrents; /* (element-type PocomConcurrent) (owned) */
  GHashTable   *rows;        /* (element-type utf8 PocomRow) by locators */
  GHashTable   *titles;      /* (element-type utf8 utf8) of roles by the files on them */
  GHashTable   *known;       /* (element-type utf8 VnusDate) key of a person → when first told of; borrowed */
  GHashTable   *persons;     /* (element-type utf8 utf8) key → id; borrowed */
  GStringChunk *texts;       /* all that is borrowed of the register */
} Pocom;

static inline guint
pocom_count (const GPtrArray *texts)
{
  return texts != NULL ? texts->len : 0;
}

/* Notes */

/* What a note beside a date leaves of it: “on or about” makes it approximate. (transfer
 * full) */
VnusDate      *_vnus_pocom_bound_date  (const char *note,
                                        VnusDate   *date) G_GNUC_WARN_UNUSED_RESULT;

/* “Left post on” with its day (nullable), for a note. */
char          *_vnus_pocom_join_day    (const char *text,
                                        VnusDate   *date) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  POCOM_START_CREDENTIALS,
  POCOM_START_CHARGE, /* assumed charge of the mission */
  POCOM_START_UNREAD,
} PocomStart;

/* What began on the day of which @note (nullable) stands beside; @usual if it does not
 * say. @is_whole: the note tells nothing else. */
PocomStart     _vnus_pocom_read_start  (const char *note,
                                        PocomStart  usual,
                                        gboolean   *is_whole);
VnusMissionEnd _vnus_pocom_read_end    (const char *note,
                                        gboolean   *is_whole);
/* Why somebody never served. */
VnusMissionEnd _vnus_pocom_read_never  (const char *note);

/* What the note of a chief of mission tells. */
typedef struct
{
  gboolean  is_recess;
  VnusDate *confirmed, *nominated;
  char     *residence;
  char     *rest; /* the sentences that were not read whole; NULL if all were */
  char           *commissioned; /* to whom, as the commission calls the receiver; NULL if that is not told */
} PocomNote;

void           _vnus_pocom_read_note   (PocomNote  *self,
                                        const char *note);
void           _vnus_pocom_clear_note  (PocomNote  *self);

/* Records. Those of a list are made after all persons. */

void           _vnus_pocom_make_people (Pocom      *self,
                                        VnusImport *import);
/* The id of the person of a row; NULL with an issue. */
const char    *_vnus_pocom_take_person (Pocom            *self,
                                        VnusImport       *import,
                                        const char       *key,
                                        const VnusOrigin *origin);
/* What a record is called, here or else in the chronicle; NULL if nobody knows. */
VnusText      *_vnus_pocom_get_name    (VnusImport *import,
                                        const char *id);
VnusOrigin     _vnus_pocom_origin      (const PocomRow   *row);

/* Cites the value of @field, which became known later than the rest of the record. */
void           _vnus_pocom_cite_later  (VnusRecord       *record,
                                        const VnusOrigin *origin,
                                        const char       *field);

/* The class of envoys of a role, and what their start is if no note says it. */
VnusEnvoyClass _vnus_pocom_class_of    (const char *role,
                                        PocomStart *start);
/* The id of the office of a row. */
const char    *_vnus_pocom_take_office (Pocom            *self,
                                        VnusImport       *import,
                                        const PocomRow   *row,
                                        const VnusOrigin *origin);
/* Keeps a text with an office, and ends the row of it. */
void           _vnus_pocom_note_office (VnusImport       *import,
                                        const char       *office,
                                        VnusText         *text);
/* Keeps the notes on a whole mission with the office of the row before each. */
void           _vnus_pocom_note_list   (VnusImport       *import,
                                        const PocomList  *list);
/* Declares that the register tells of all who held the offices of a list. */
void           _vnus_pocom_cover       (VnusImport       *import,
                                        const PocomList  *list);

void           _vnus_pocom_make_tenures  (Pocom      *self,
                                          VnusImport *import,
                                          PocomList  *list);
void           _vnus_pocom_make_missions (Pocom      *self,
                                          VnusImport *import);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PocomNote, _vnus_pocom_clear_note)

G_END_DECLS
