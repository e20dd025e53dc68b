/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the encodings of delimiter-separated values. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean _vnus_csv_find_encoding (const char  *encoding,
                                  const char  *name,
                                  gboolean    *is_latin1,
                                  GError     **error);

/* Sets @offset behind the mark that a file may begin with; fails if the mark is
 * of an encoding that is not read. */
gboolean _vnus_csv_skip_bom      (const char  *data,
                                  gsize        length,
                                  gsize       *offset,
                                  const char  *name,
                                  GError     **error);

void     _vnus_csv_append        (GString     *text,
                                  const char  *bytes,
                                  gsize        length,
                                  gboolean     is_latin1);

/* Makes what follows @start valid UTF-8 without NULs; says what was wrong, or NULL. */
char    *_vnus_csv_mend          (GString     *text,
                                  gsize        start);

G_END_DECLS
