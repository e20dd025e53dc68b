/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a record as the tables have it. */
#pragma once

#include "store/sql-engine-private.h"
#include "store/store-roots-private.h"

G_BEGIN_DECLS

/* One thing that a record names. */
typedef struct
{
  const char *what;     /* of the texts of the row */
  const char *field;    /* static, or interned: the name of a field, or one of those below */
  const char *role;     /* (nullable) static */
  const char *capacity; /* (nullable) of the texts of the row */
  gint32      first_day;
  gint32      last_day;
} VnusTermRow;

/* Terms beside fields. */
#define VNUS_TERM_KIND   ""         /* of “”: a record of the kind */
#define VNUS_TERM_ABSENT "?"        /* of “?host”: what host it has is not told */
#define VNUS_TERM_HIDING "~"        /* of “~”: a view may show it without some of its values */
#define VNUS_TERM_ROOT   "root"     /* a body that an actor or office belongs to, at any remove; “” if there is none */
#define VNUS_TERM_PAIR   "between"  /* “us/vn”: both have a part in it */
#define VNUS_TERM_MANY   "among"    /* a body that has a part together with many others */
#define VNUS_TERM_REPORT "reported" /* a source that tells of it as past, and on which day */
#define VNUS_TERM_SCOPE  "scope"    /* an id in the text of a scope; “” if it names none that must be there */

/* In characters; PostgreSQL has room for 2,704 bytes in an entry of an index. */
#define VNUS_STORE_LONGEST_NAME 500

/* Of how many bodies each pair is a term. */
#define VNUS_PAIRED_ROOTS 8

typedef struct
{
  VnusRecord   *record;   /* (owned) */
  gint64        revision; /* of its last change */
  const char   *kind;     /* static */
  char         *part;
  const char   *label;    /* (nullable) folded, of the texts */
  VnusSqlValue  days[4];  /* earliest start, latest start, earliest end, latest end; NULL where open or unknown */
  char         *body;
  gsize         body_length;
  GArray       *terms;    /* (element-type VnusTermRow) */
  GPtrArray    *names;    /* (element-type utf8) of the texts */
  GStringChunk *texts;    /* what these consist of: many small ones */
} VnusStoreRow;

VnusStoreRow *_vnus_store_row_new   (VnusRecord   *record,
                                     VnusRoots    *roots,
                                     gint64        revision);
void          _vnus_store_row_free  (VnusStoreRow *self);

/* The part alone. */
char         *_vnus_store_part_of   (VnusRecord   *record,
                                     VnusRoots    *roots);

/* Cuts a folded name, to be kept or looked for, to what is kept of it. */
void          _vnus_store_clip_name (char         *name);

/* Whether a record without a value in a field of this name has a term of it. */
gboolean      _vnus_store_has_absent_term (const char *name);

/* A record as compact JSON. */
char         *_vnus_store_body_of   (VnusRecord   *record,
                                     gsize        *length);

/* “us/vn” */
char         *_vnus_store_pair_of   (const char   *a,
                                     const char   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusStoreRow, _vnus_store_row_free)

G_END_DECLS
