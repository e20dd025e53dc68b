/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: how wide a text is, on every machine alike. All sizes are pixels. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most so wide in any of the fonts that pictures name; rounded up. */
int    _vnus_text_width (const char *text,
                         int         size,
                         gboolean    is_bold);

/* The text, or as much of it as fits with an ellipsis behind it. */
char  *_vnus_text_fit   (const char *text,
                         int         size,
                         gboolean    is_bold,
                         int         width) G_GNUC_WARN_UNUSED_RESULT;

/* Lines broken at blanks; the last has an ellipsis if there is more. */
char **_vnus_text_wrap  (const char *text,
                         int         size,
                         gboolean    is_bold,
                         int         width,
                         guint       max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* The text on one line, without what XML cannot hold. */
char  *_vnus_text_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
