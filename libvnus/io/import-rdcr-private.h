/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the heads and the prose of the articles on recognition, diplomatic
 * and consular relations say.
 *
 * A head such as “Establishment of Diplomatic Relations and the American Legation
 * in Cuba, 1902.” is a list of *steps*, each an act and the level that it concerns.
 * What no rule reads is left: a step is never guessed.
 */
#pragma once

#include <libxml/tree.h>

#include <vnus/vnus-stage.h>

#include "io/import-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;     /* of the record of the level */
  const char *ladder;
} VnusRdcrLevel;

/* Who acted, as far as the head says. */
typedef enum
{
  VNUS_RDCR_BY_US = 1 << 0,
  VNUS_RDCR_BY_PARTNER = 1 << 1,
} VnusRdcrBy;

typedef struct
{
  VnusStageAct         act;
  const VnusRdcrLevel *level;
  VnusRdcrBy           by;
} VnusRdcrStep;

/* The steps of a head (element-type VnusRdcrStep), none if no rule reads it. @state
 * is the id of the state that the article is about, @names what it goes by. */
GArray     *_vnus_rdcr_read_head  (const char        *head,
                                   const char        *state,
                                   const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

/* The ladder of which a head that is not read may tell all the same; NULL if none. */
const char *_vnus_rdcr_find_ladder  (const char        *head);

/* Whether the words of a break of relations tell that the mission was closed. */
gboolean    _vnus_rdcr_read_closure (const char        *words,
                                     VnusRdcrStep      *step);

/* The dates of a row; they stay apart. */
typedef struct
{
  VnusDate *marked;         /* (nullable) as the markup of the head has it */
  VnusDate *marked_in_text; /* (nullable) as the markup within the text has it, where that is another */
  VnusDate *printed;        /* (nullable) as it can be read in the words */
  gboolean  is_span;        /* @marked is from when to when */
  gboolean  is_misprint;    /* the head prints another year than @marked, so that its words count */
} VnusRdcrDates;

/* The dates of a step of a row, of which @div has the head and @text the words. An
 * issue tells where the markup of the head is no date, or another than it prints. */
void        _vnus_rdcr_read_dates  (VnusImport         *import,
                                    const xmlNode      *div,
                                    const char         *text,
                                    const VnusRdcrStep *step,
                                    gboolean            is_first,
                                    VnusRdcrDates      *dates);
void        _vnus_rdcr_dates_clear (VnusRdcrDates      *self);
/* The first “February 2009”, or else the first year, in a text. */
VnusDate   *_vnus_rdcr_dup_month   (const char         *text) G_GNUC_WARN_UNUSED_RESULT;

#define VNUS_RDCR_SOURCE "us-historian-rdcr"

typedef struct
{
  char    *locator;
  char    *head;    /* (nullable) */
  char    *text;    /* head and words */
  GArray  *steps;   /* (element-type VnusRdcrStep) */
  int      line;
  const char *open_ladder; /* of which it may tell more than was read; NULL if none */
  gboolean is_refused;
} VnusRdcrRow;

/* One step of a row. */
typedef struct
{
  VnusRdcrRow  *row;    /* borrowed */
  VnusRdcrStep  step;
  guint         nth;   /* of the steps of the row that concern its level, from 0 */
  VnusRdcrDates dates;
  VnusRecord   *record; /* borrowed: its stage, once it is made */
} VnusRdcrEntry;

/* One article while it is read. */
typedef struct
{
  VnusImport *import;
  const char *file;
  char       *slug;
  char       *state;    /* id */
  char       *title;    /* what the article calls the state; (nullable) */
  GStrv       names;    /* all that the state goes by */
  VnusDate   *written;  /* (nullable) */
  GPtrArray  *rows;     /* (element-type VnusRdcrRow) (owned) */
  GPtrArray  *entries;  /* (element-type VnusRdcrEntry) (owned), in the order of time */
  GHashTable *locators; /* (element-type utf8) of the rows */
  VnusRecord *relation; /* borrowed */
} VnusRdcrArticle;

/* In the order of the article, unless it is certain to be another one. @entry is
 * (transfer full). */
void        _vnus_rdcr_insert      (VnusRdcrArticle    *self,
                                    VnusRdcrEntry      *entry);
/* Makes stages and notes, and ends the rows. */
void        _vnus_rdcr_make        (VnusRdcrArticle    *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusRdcrDates, _vnus_rdcr_dates_clear)

G_END_DECLS
