/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the syntax inside a cell of a table.
 *
 *   cell    items, one a line, or with ; between them
 *   item    head | name=text | name=text …
 *
 * Blanks around heads, names and texts do not count. A backslash takes its
 * meaning from ; | and itself; \n is a line end, \e the empty text, and “\ ” a
 * blank that counts.
 *
 * A cell that is one text alone knows none of that: only \e, and an apostrophe
 * before what a spreadsheet would take for a formula.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        _vnus_cell_put_text  (GString     *cell,
                                  const char  *text);
char      **_vnus_cell_split     (const char  *cell,
                                  const char  *separators);
/* NULL if a backslash stands before what needs none. */
char       *_vnus_cell_get_text  (const char  *piece);

char       *_vnus_cell_from_plain (const char *text);
char       *_vnus_cell_to_plain   (const char *cell);

G_END_DECLS
