/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: compiled message patterns, and the argument forms that they may use.
 * vnus-message-private.h describes the patterns. */
#pragma once

#include "wording/vnus-message-private.h"

G_BEGIN_DECLS

/* Immutable; safe for any number of threads. */
typedef struct _VnusPattern VnusPattern;

/* NULL, and the problem, if it is no pattern that we allow. */
VnusPattern *_vnus_pattern_new      (const char            *language,
                                     const char            *text,
                                     char                 **problem);
void         _vnus_pattern_free     (VnusPattern           *self);
char        *_vnus_pattern_describe (const VnusPattern     *self);
/* NULL, and the problem, if the arguments are not those declared. */
char        *_vnus_pattern_format   (const VnusPattern     *self,
                                     const VnusMessageArg  *args,
                                     guint                  n_args,
                                     char                 **problem);

/* A form of our own, such as “ordinal” or “list”: what stands behind the name
 * of an argument in a pattern. */
typedef struct
{
  const char *name;
  VnusArgType type;
  gboolean  (*has_style) (const char *style); /* (nullable): if it has none */
  char     *(*render) (const char           *language,
                       const VnusMessageArg *arg,
                       const char           *style);
} VnusArgForm;

const VnusArgForm *_vnus_arg_form_find      (const char  *name);
const char        *_vnus_arg_type_to_string (VnusArgType  type);

/* The marks with which a language writes numbers. */
typedef struct
{
  char *decimal;
  char *grouping;
  char *minus;
} VnusNumberMarks;

const VnusNumberMarks *_vnus_number_marks (const char *language);

G_END_DECLS
