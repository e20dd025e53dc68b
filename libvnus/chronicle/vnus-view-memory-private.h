/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what was found out from a view once, for all who ask again.
 *
 * A view never changes, so what follows from its records alone follows for good:
 * the claims on a field, the dates of an event, what can concern a relation, an
 * answer that briefs need. A memo is a constant that says how one such matter is found
 * out. What is remembered is immutable and counted, and lives as long as the view or
 * whoever holds it. Any thread may ask. A chronicle that can still change remembers
 * nothing.
 */
#pragma once

#include <vnus/vnus-chronicle.h>

G_BEGIN_DECLS

typedef struct _VnusViewMemory VnusViewMemory;

typedef struct
{
  /* about, of: whatever the memo says; they live as long as the view. May give NULL. */
  gpointer     (*find_out) (VnusChronicle *view,
                            gconstpointer  about,
                            gconstpointer  of);
  gpointer     (*ref)      (gpointer       found);
  GDestroyNotify unref;
  gboolean       by_text; /* about: a text, which is copied; the same text is the same matter */
} VnusMemo;

/* For what memos find out most. */
#define VNUS_MEMO_OF_TEXT _vnus_memo_ref_text, (GDestroyNotify) vnus_text_unref
#define VNUS_MEMO_OF_LIST _vnus_memo_ref_list, (GDestroyNotify) g_ptr_array_unref

static inline gpointer
_vnus_memo_ref_text (gpointer text)
{
  return vnus_text_ref (text);
}

static inline gpointer
_vnus_memo_ref_list (gpointer list)
{
  return g_ptr_array_ref (list);
}

VnusViewMemory *_vnus_view_memory_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            _vnus_view_memory_free (VnusViewMemory *self);

/* Finds it out, or remembers it; owned, or NULL. */
gpointer        _vnus_view_recall      (VnusChronicle  *view,
                                        const VnusMemo *memo,
                                        gconstpointer   about,
                                        gconstpointer   of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
