/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what building and reading the index that answers queries share. */
#pragma once

#include "chronicle/vnus-postings-private.h"

G_BEGIN_DECLS

VnusPostings *_vnus_postings_new        (VnusChronicle *chronicle);

/* Of an array of rows. */
static inline const char *
_vnus_postings_name_row (gconstpointer rows,
                         guint         position)
{
  return _vnus_row_get_id (&((const VnusRow *) rows)[position]);
}

/* The name of the list of rows without a value of a field; no id has such a name. */
char         *_vnus_postings_absent_key (const char    *field);

G_END_DECLS
