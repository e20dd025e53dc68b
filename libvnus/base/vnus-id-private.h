/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: ids, shared by all that say them.
 *
 * An id is a string that is counted and never changes; the count stands before
 * the text. A GRefString does the same with 20 bytes more for each, which a
 * chronicle of a million records has a million times.
 */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

#define VNUS_ID_HEAD sizeof (int) /* so that the text is aligned as an int is */

extern char *const _vnus_id_empty;

guint32 _vnus_id_hash (const char *id,
                       gsize       length);

static inline int *
_vnus_id_get_count (const char *id)
{
  return (int *) (gpointer) (id - VNUS_ID_HEAD);
}

/* The first @length bytes of @text, which need not end there. */
static inline char *
_vnus_id_new_len (const char *text,
                  gsize       length)
{
  char *id = (char *) g_malloc (VNUS_ID_HEAD + length + 1) + VNUS_ID_HEAD;

  *_vnus_id_get_count (id) = 1;
  memcpy (id, text, length);
  id[length] = '\0';

  return id;
}

static inline char *
_vnus_id_new (const char *text)
{
  return _vnus_id_new_len (text, strlen (text));
}

static inline char *
_vnus_id_ref (char *id)
{
  g_atomic_int_inc (_vnus_id_get_count (id));

  return id;
}

static inline void
_vnus_id_unref (char *id)
{
  if (g_atomic_int_dec_and_test (_vnus_id_get_count (id)))
    g_free (_vnus_id_get_count (id));
}

G_END_DECLS
