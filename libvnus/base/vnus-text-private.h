/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-text.h>

G_BEGIN_DECLS

typedef struct
{
  const char *language;
  const char *string;
} VnusTextPair;

VnusText     *_vnus_text_new_from_pairs (VnusTextPair   *pairs,
                                         guint           n_pairs);
guint         _vnus_text_get_n_pairs    (const VnusText *self);
VnusTextPair  _vnus_text_get_pair       (const VnusText *self,
                                         guint           index);

/* Steps to the next pair in sorted order; the first one if @pair is NULLs. */
gboolean      _vnus_text_next           (const VnusText *self,
                                         VnusTextPair   *pair);

G_END_DECLS
