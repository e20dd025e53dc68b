/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-chronicle.h>

G_BEGIN_DECLS

/* What a record is called in a sentence: its label in @language or the next best;
 * without one a name made of its fields, such as “first term of Joe Biden as US
 * President”, with the names of what they refer to in @chronicle, which may be
 * NULL; its id where they do not tell enough. */
char *_vnus_record_dup_name (VnusRecord    *record,
                             VnusChronicle *chronicle,
                             const char    *language) G_GNUC_WARN_UNUSED_RESULT;

/* The same by id; the id itself where there is no such record. */
char *_vnus_record_name_of  (VnusChronicle *chronicle,
                             const char    *id,
                             const char    *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
