/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what registers remark on a visit, sentence by sentence.
 *
 * A sentence that a rule reads whole has become fields; one that it reads in part,
 * or not at all, is left, and with it the whole text stays as a note.
 */
#pragma once

#include <vnus/vnus-visit.h>

#include "io/import-people-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusVisitType  type;
  guint          purposes;     /* bits of VnusPurpose */
  GPtrArray     *met;          /* (element-type utf8) (owned) lists of persons, as printed */
  GPtrArray     *parsed;       /* (element-type GArray) (owned) (nullable) the same lists, read; NULL where one is not */
  char          *companion;    /* the surname of the president who was accompanied */
  gboolean       is_elect;     /* the visit was made as President-elect */
  gboolean       is_left;      /* something was not read */
} VnusRemarks;

/* @text may be NULL. */
void _vnus_remarks_read   (VnusRemarks      *self,
                           const char       *text);
/* Tells @survey whom the guest met in @host. */
void _vnus_remarks_survey (VnusRemarks      *self,
                           GHashTable       *survey,
                           const char       *host);
void _vnus_remarks_clear  (VnusRemarks      *self);

/* Sets what was read in a visit, and the text as its note if anything is left.
 * Where the host is the United States, whom the guest met is their president. */
void _vnus_remarks_fill   (VnusRemarks      *self,
                           VnusImport       *import,
                           GHashTable       *survey,
                           VnusVisit        *visit,
                           const char       *text,
                           const VnusOrigin *origin);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusRemarks, _vnus_remarks_clear)

G_END_DECLS
