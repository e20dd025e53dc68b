/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the rows of registers of visits, gathered before any becomes a record:
 * the id of a visit depends on how many there are of its guest in its year.
 */
#pragma once

#include "io/import-remarks-private.h"
#include "io/xml-reader-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *file;         /* borrowed of the stays */
  int          line;
  char        *locator;      /* the id of the row */
  VnusDate    *when;         /* (nullable) */
  VnusDate    *known;        /* (nullable) its last day: a running register tells of what has been */
  char        *day;          /* the first one, as text; NULL if unknown */
  int          start, end;   /* days; VNUS_DAY_MIN and VNUS_DAY_MAX where unknown */
  char        *key;          /* the guest in ids, such as `biden` */
  const char  *guest;        /* the id of the first guest, borrowed */
  const char  *office;       /* in which the guest came, borrowed; NULL if none */
  const char  *state;        /* of the guest, borrowed */
  const char  *host;         /* id, borrowed; NULL where no state is host */
  char        *country;      /* as printed */
  char        *locale;       /* as printed; NULL if nothing */
  char        *text;         /* the remarks; NULL if nothing */
  GPtrArray   *guests;       /* (element-type VnusParticipant) */
  VnusRemarks  remarks;
  VnusVisit   *visit;        /* borrowed, once it is made */
} VnusStay;

typedef struct
{
  const char   *source;
  GPtrArray    *stays; /* (element-type VnusStay) (owned) */
  GStringChunk *files;
} VnusStays;

VnusStays *_vnus_stays_new   (const char *source) G_GNUC_WARN_UNUSED_RESULT;
void       _vnus_stays_free  (VnusStays  *self);

/* Fills in what the rows of one register have beside id and dates. FALSE with an
 * issue if that is not enough for a visit. */
typedef gboolean (*VnusStayFill) (gpointer    state,
                                  VnusImport *import,
                                  VnusStay   *stay,
                                  xmlNode    *node);

/* Reads the rows of a file, of which @root is the root; another one is passed over.
 * TRUE if the file is whole: without a fault, and of this root. */
gboolean   _vnus_stays_read  (VnusStays   *self,
                              VnusImport  *import,
                              GFile       *file,
                              const char  *name,
                              const char  *root,
                              VnusStayFill fill,
                              gpointer     state);
/* The last day of the rows of guests in @office, or of all (NULL), with those that
 * the chronicle has of other files; VNUS_DAY_MIN if none has one. */
int        _vnus_stays_newest_day (VnusStays  *self,
                                   VnusImport *import,
                                   const char *office);

/* Makes the visits, and ends their rows. */
void       _vnus_stays_make  (VnusStays  *self,
                              VnusImport *import);

VnusOrigin _vnus_stay_origin (const VnusStays *self,
                              const VnusStay  *stay);

/* The id of the place of a name, which is made; @region and @state may be NULL. */
const char *_vnus_place_take (VnusImport       *import,
                              const char       *name,
                              const char       *region,
                              const char       *state,
                              const VnusOrigin *origin);
/* The places of a locale such as “Cape Town, Johannesburg” or “Halifax (Nova
 * Scotia)”, made and added to @event. */
void       _vnus_places_add  (VnusImport       *import,
                              VnusRecord       *event,
                              const char       *locale,
                              const char       *state,
                              const VnusOrigin *origin);

/* Declares that @source is complete for @scope in @during. */
void       _vnus_coverage_declare (VnusImport *import,
                                   const char *id,
                                   const char *source,
                                   const char *locator,
                                   const char *scope,
                                   int         from,
                                   int         to);

G_END_DECLS
