/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what is wrong with JSON, for people. */
#pragma once

#include "io/json-tape-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusJsonFault  fault;   /* SYNTAX, FORM or DEPTH */
  gsize          offset;  /* of the first fault, in bytes */
  char          *pointer; /* (owned) JSON Pointer of the value that it is in */
  char          *text;    /* (owned) what is wrong, and what was expected */
} VnusJsonDiagnosis;

/* Finds the first fault. Returns whether there is one. Slow and strict: for
 * input that the reader refused. */
gboolean _vnus_json_diagnose        (const char        *data,
                                     gsize              length,
                                     VnusJsonDiagnosis *diagnosis);
void     _vnus_json_diagnosis_clear (VnusJsonDiagnosis *self);

/* Appends "/KEY" as a JSON Pointer writes it. */
void     _vnus_json_pointer_append  (GString           *pointer,
                                     const char        *key,
                                     gsize              length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusJsonDiagnosis, _vnus_json_diagnosis_clear)

G_END_DECLS
