/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: small helpers that the values of the model share. */
#pragma once

#include <vnus/vnus-date.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-value.h>

G_BEGIN_DECLS

gboolean _vnus_date_same     (const VnusDate  *a,
                              const VnusDate  *b);
gboolean _vnus_text_same     (const VnusText  *a,
                              const VnusText  *b);
gboolean _vnus_value_same    (const VnusValue *a,
                              const VnusValue *b);

void     _vnus_append_string (GString         *string,
                              const char      *name,
                              const char      *value);
void     _vnus_append_enum   (GString         *string,
                              const char      *name,
                              GType            enum_type,
                              int              value);
void     _vnus_append_date   (GString         *string,
                              const char      *name,
                              const VnusDate  *value);
void     _vnus_append_text   (GString         *string,
                              const char      *name,
                              const VnusText  *value);
void     _vnus_append_value  (GString         *string,
                              const char      *name,
                              const VnusValue *value);

G_END_DECLS
