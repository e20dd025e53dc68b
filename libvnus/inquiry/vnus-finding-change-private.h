/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a question to which two chronicles, or two views of one, give
 * different answers. */
#pragma once

#include <vnus/vnus-finding-change.h>

#include "inquiry/vnus-finding-private.h"

G_BEGIN_DECLS

/* A question as one line: a rule and its arguments, with quotation marks around
 * what has blanks. */
typedef struct
{
  char  *text;
  char **words;
} VnusQuestion;

gboolean           _vnus_finding_differs        (VnusFinding        *before,
                                                 VnusFinding        *after);

/* One of the findings may be NULL. Takes none of the arguments. */
VnusFindingChange *_vnus_finding_change_new     (const VnusQuestion *question,
                                                 VnusFinding        *before,
                                                 VnusFinding        *after) G_GNUC_WARN_UNUSED_RESULT;
void               _vnus_finding_change_to_json (VnusFindingChange  *self,
                                                 GString            *json,
                                                 const char         *language);

/* What a chronicle raises, as lines; those about a day are asked of @day, or
 * left out if it is NULL. */
GPtrArray         *_vnus_chronicle_list_questions (VnusChronicle    *chronicle,
                                                   const char       *relation,
                                                   VnusDate         *day) G_GNUC_WARN_UNUSED_RESULT;

/* The day of the newest source, or NULL. */
VnusDate          *_vnus_chronicle_dup_last_day (VnusChronicle      *chronicle) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
