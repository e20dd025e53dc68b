/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-chronicle.h>

G_BEGIN_DECLS

/* The record of an id, or NULL. */
typedef VnusRecord *(*VnusRecordLookup) (gconstpointer data, const char *id);

/* What a record is called in a sentence: its label in @language or the next best;
 * without one a name made of its fields, such as “first term of Joe Biden as US
 * President”, with the names of what they refer to; its id where they do not tell
 * enough. */
char *_vnus_record_dup_name_by (VnusRecord       *record,
                                VnusRecordLookup  lookup,
                                gconstpointer     data,
                                const char       *language) G_GNUC_WARN_UNUSED_RESULT;

/* The same by id; the id itself where @chronicle has no such record, or is NULL. */
char *_vnus_record_name_of     (VnusChronicle    *chronicle,
                                const char       *id,
                                const char       *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
