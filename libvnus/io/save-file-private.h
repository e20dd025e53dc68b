/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: replacing a file as a whole. */
#pragma once

#include "io/document-writer-private.h"

G_BEGIN_DECLS

/* Writes @content to @path: the file there afterwards is the old one or the
 * new one, and the new one is on the disk. What is no regular file, such as a
 * terminal, is written to as it is. */
gboolean _vnus_save_file (const char           *path,
                          VnusDocumentContent  *content,
                          VnusDocumentLayout    layout,
                          GCancellable         *cancellable,
                          GError              **error);

/* The same for bytes; a file that is not local is replaced as GIO does it. */
gboolean _vnus_save_bytes (GFile         *file,
                           GBytes        *bytes,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
