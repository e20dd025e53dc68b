/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: documents by what a person types. */
#pragma once

#include <vnus/vnus-document.h>

G_BEGIN_DECLS

/* The chronicle of that name that comes with the library. */
VnusChronicle *_vnus_open_shipped  (const char  *name,
                                    GError     **error);

/* Strictly; @name is what messages call the document. */
VnusChronicle *_vnus_open_document (GFile       *file,
                                    const char  *name,
                                    GError     **error);

G_END_DECLS
