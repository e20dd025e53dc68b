/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: comparing texts, for readers and for slips of the pen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Orders two texts as readers of @language expect it: less than, equal to, or
 * greater than 0. Equal only if their bytes are. Bytes that are not UTF-8 are
 * read as U+FFFD. Any thread, any locale. */
int    _vnus_collate (const char        *language,
                      const char        *a,
                      const char        *b);

/* Up to @n of the candidates, those that differ from @id in the fewest slips (a
 * letter too many, missing, wrong, or two exchanged), nearest first, then in the
 * order of their bytes. What has nothing in common with @id is left out. If @id
 * has not the form of an id, the id that it would make is compared. */
char **_vnus_nearest (const char        *id,
                      const char *const *candidates,
                      guint              n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
