/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the index that answers queries.
 *
 * Every record is a row; rows are in the order of time (vnus_date_compare() of
 * the time of the record, then kind and id; what has no date comes last). Each
 * id that anything refers to, and each kind, has a posting list: the rows that
 * refer to it, in their order, with the ways in which they do.
 *
 * A posting list has two parts. Short spans come first: they are sorted by
 * their earliest start, and each block of them has the latest end of all up to
 * its own, so that the blocks that touch a window are found by two searches, which
 * read nothing but blocks. Spans that are long, open or unknown come after, and
 * are looked through one by one.
 *
 * A posting repeats of its row what most queries ask of it, since rows are
 * scattered in memory and postings are not.
 *
 * The index is of one state of the chronicle. It keeps what it points to alive,
 * does not change, and any number of threads may read it. */
#pragma once

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-id-table-private.h"
#include "chronicle/vnus-query-private.h"

G_BEGIN_DECLS

/* The ways in which a record can refer to another. The first bits are the roles
 * of participants, with a capacity or a side as well as by the actor itself. */
typedef guint32 VnusWays;

#define VNUS_WAY_ROLE(role) (1u << (role))
#define VNUS_WAYS_ROLES     ((1u << (VNUS_ROLE_PARTICIPANT + 1)) - 1)
#define VNUS_WAY_CAPACITY   (1u << 16)
#define VNUS_WAY_HOST       (1u << 17)
#define VNUS_WAY_ACTS       (1u << 18) /* in any of the ways above, or another in which an actor acts */
#define VNUS_WAY_PLACE      (1u << 19)
#define VNUS_WAY_TOPIC      (1u << 20)
#define VNUS_WAY_PARTY      (1u << 21)
#define VNUS_WAY_SOURCE     (1u << 22) /* by citing it */
#define VNUS_WAY_OTHER      (1u << 23)
#define VNUS_WAY_ABSENT     (1u << 24) /* it refers to nothing, and may */
#define VNUS_WAYS_ANY       ((1u << 25) - 1)

typedef struct
{
  gint32      earliest_start; /* VNUS_DAY_MIN and VNUS_DAY_MAX where there is no date */
  gint32      latest_start;
  gint32      earliest_end;
  gint32      latest_end;
  VnusRecord *record;         /* (owned) */
  VnusDate   *date;           /* (owned) (nullable) */
  guint8      kind;
  guint8      is_choice : 1;  /* the dates leave gaps between the bounds */
  guint8      has_rivals : 1; /* sources give dates that exclude each other; the bounds are of all of them */
  guint8      has_time : 1;   /* the kind has a time, recorded or not, and it is not known to have none */
  guint8      is_vague : 1;   /* only possibly known in a view */
  guint8      is_partly_vague : 1; /* something that tells of it is only possibly known in a view */
} VnusRow;

/* A row that refers to an id. */
typedef struct
{
  const char *id; /* of the row */
  guint32 row;
  guint32 tags;  /* VnusWays, from bit 25 the kind, and the two below: one test tells of several */
  gint32  start; /* the earliest start of the row */
  gint32  end;   /* its latest end */
} VnusPosting;

#define VNUS_POSTING_KIND_SHIFT 25
#define VNUS_POSTING_IS_PLAIN   (1u << 30) /* it has a date without gaps, and nothing of it is vague */
#define VNUS_POSTING_IS_TO_DAY  (1u << 31) /* start and end are each one known day */

G_STATIC_ASSERT (VNUS_N_KINDS <= 1 << 5);

static inline guint
_vnus_posting_get_kind (const VnusPosting *self)
{
  return self->tags >> VNUS_POSTING_KIND_SHIFT & 31;
}

#define VNUS_POSTING_BLOCK 16

/* So many short postings side by side. */
typedef struct
{
  gint32 start;      /* the earliest start in the block */
  gint32 latest_end; /* in it and in all blocks of the list before it */
} VnusPostingBlock;

/* A posting list. Of a kind there are no postings, since they would repeat what the
 * rows say, but the rows alone. */
typedef struct
{
  guint                   n_short;
  guint                   n_long;
  gboolean                has_parts; /* something belongs to the id */
  const VnusPosting      *postings;  /* the short ones, then the long ones; NULL in the list of a kind */
  const guint32          *rows;      /* likewise; NULL in any other list */
  const VnusPostingBlock *blocks;    /* of the short ones */
} VnusPostingList;

/* Where each part of a list begins; it goes on to where that of the next list does.
 * The lists of kinds come first: their starts count in kind_rows, those of all others
 * go on from there, so that the first posting has the number n_rows. */
typedef struct
{
  guint32 start;      /* of its postings */
  guint32 first_long; /* of the long ones among them */
  guint32 block;
  guint32 child;      /* of what belongs to the id */
} VnusPostingHead;

typedef struct _VnusPostings VnusPostings;

struct _VnusPostings
{
  gatomicrefcount ref_count;
  guint32         serial;    /* of no other index */

  VnusRow     *rows;
  guint        n_rows;
  GHashTable  *rivals;       /* (element-type VnusRecord GPtrArray) dates of rows that have rivals */
  VnusIdTable  rows_by_id;

  GPtrArray   *ids;          /* (element-type utf8) of each list; borrowed from the records and from keys */
  GPtrArray   *keys;         /* (element-type utf8) (owned) names of lists that are no ids */
  VnusIdTable  lists_by_id;

  VnusPostingHead  *heads;    /* of each list, and one more where the last one ends */
  guint32          *kind_rows;
  VnusPosting      *postings;
  VnusPostingBlock *blocks;
  guint32          *children; /* lists */
};

VnusPostings *_vnus_chronicle_get_postings (VnusChronicle      *self);

VnusPostings *_vnus_postings_ref           (VnusPostings       *self);
void          _vnus_postings_unref         (VnusPostings       *self);

static inline guint
_vnus_postings_get_n_rows (const VnusPostings *self)
{
  return self->n_rows;
}

static inline const VnusRow *
_vnus_postings_get_row (const VnusPostings *self,
                        guint               row)
{
  return &self->rows[row];
}

static inline const char *
_vnus_row_get_id (const VnusRow *row)
{
  return row->record->id;
}

static inline const char *
_vnus_postings_get_row_id (const VnusPostings *self,
                           guint               row)
{
  return _vnus_row_get_id (&self->rows[row]);
}

/* What a posting of a row repeats of it. */
VnusPosting    _vnus_postings_make_posting (const VnusPostings *self,
                                            guint32             row,
                                            VnusWays            ways);

/* The row of a record of the chronicle; NULL if it is none. */
const VnusRow *_vnus_postings_find_row     (const VnusPostings *self,
                                            const char         *id);

/* The dates that exclude that of @row: (element-type VnusDate), or NULL. */
GPtrArray      *_vnus_postings_get_rivals  (const VnusPostings *self,
                                            const VnusRow      *row);

/* Whether two rows with a date have a day in common. Of rivals, only what all
 * of them agree on is more than possible. */
VnusTruth       _vnus_rows_intersect       (const VnusPostings *self,
                                            const VnusRow      *a,
                                            const VnusRow      *b);

/* Lists are empty, not NULL, where there is nothing. */
VnusPostingList _vnus_postings_get_kind    (const VnusPostings *self,
                                            VnusKind            kind);
VnusPostingList _vnus_postings_get_id      (const VnusPostings *self,
                                            const char         *id);
/* The same for one who asks for the same id again and again: @remembered, 0 at first,
 * is what the last call left there, of this index or another, in any thread. */
VnusPostingList _vnus_postings_get_id_again (const VnusPostings *self,
                                             const char         *id,
                                             guint64            *remembered);
/* The rows whose field, a single reference, has no value and may have one. */
VnusPostingList _vnus_postings_get_absent  (const VnusPostings *self,
                                            const char         *field);

/* @id and what belongs to it by “of”, “within” and “broader”, @id first; NULL if
 * nothing belongs to it. */
GPtrArray      *_vnus_postings_list_within (const VnusPostings *self,
                                            const char         *id);

/* The short postings that may touch a window are those from the position that
 * is returned up to @end, which is left out; among them are some that do not:
 * they are whole blocks. */
guint           _vnus_posting_list_seek    (const VnusPostingList *self,
                                            gint32                 first,
                                            gint32                 last,
                                            guint                 *end);

G_END_DECLS
