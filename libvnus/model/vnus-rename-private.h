/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: references that are to point elsewhere. */
#pragma once

#include "model/vnus-record-private.h"

G_BEGIN_DECLS

/* A duplicate in which all that refers to @from refers to @to: fields, citations,
 * what they name and give, and scopes. Of what then stands twice in a list, the
 * first is left. The record's own id stays. */
VnusRecord *_vnus_record_rename_reference (VnusRecord *self,
                                           const char *from,
                                           const char *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
