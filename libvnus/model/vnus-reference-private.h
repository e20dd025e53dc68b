/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: every reference that a record makes, in one walk. */
#pragma once

#include "model/vnus-record-private.h"

G_BEGIN_DECLS

/* @path is the place of the reference as in a document, such as
 * `participants/3/capacity`; it lives until the function returns.
 * @targets are the kinds that it may point to. */
typedef void (*VnusReferenceFunc) (VnusRecord *record,
                                   const char *path,
                                   const char *id,
                                   VnusKinds   targets,
                                   gpointer    user_data);

void _vnus_record_foreach_reference (VnusRecord        *self,
                                     VnusReferenceFunc  func,
                                     gpointer           user_data);

/* The same, quicker: @path is NULL. */
void _vnus_record_foreach_target    (VnusRecord        *self,
                                     VnusReferenceFunc  func,
                                     gpointer           user_data);

/* For messages: the kinds by their words, with commas. */
char *_vnus_kinds_to_string         (VnusKinds          kinds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
