/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-citation.h>
#include <vnus/vnus-declare.h>
#include <vnus/vnus-field.h>
#include <vnus/vnus-kind.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-value.h>

G_BEGIN_DECLS

/**
 * VnusPresence:
 * @VNUS_PRESENCE_ABSENT: nothing is recorded; which is not the same as none
 * @VNUS_PRESENCE_RECORDED: a value is recorded
 * @VNUS_PRESENCE_UNKNOWN: it is known to be unknown
 * @VNUS_PRESENCE_NONE: it is known that there is none
 *
 * What is known about a field of a record.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_PRESENCE_ABSENT,
  VNUS_PRESENCE_RECORDED,
  VNUS_PRESENCE_UNKNOWN,
  VNUS_PRESENCE_NONE,
} VnusPresence;

#define VNUS_TYPE_PRESENCE (vnus_presence_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_presence_get_type (void);

#define VNUS_TYPE_RECORD (vnus_record_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusRecord, vnus_record, VNUS, RECORD, GObject)

VNUS_AVAILABLE_IN_0_1
VnusRecord   *vnus_kind_make_record       (VnusKind       self,
                                           const char    *id) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusRecord   *vnus_record_duplicate       (VnusRecord    *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusKind      vnus_record_get_kind        (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_record_get_id          (VnusRecord    *self);

VNUS_AVAILABLE_IN_0_1
VnusText     *vnus_record_get_label       (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_set_label       (VnusRecord    *self,
                                           VnusText      *label);

VNUS_AVAILABLE_IN_0_1
VnusText     *vnus_record_get_note        (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_set_note        (VnusRecord    *self,
                                           VnusText      *note);

VNUS_AVAILABLE_IN_0_1
guint         vnus_record_get_n_aliases   (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_record_get_alias       (VnusRecord    *self,
                                           guint          position);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_add_alias       (VnusRecord    *self,
                                           const char    *alias);

VNUS_AVAILABLE_IN_0_1
guint         vnus_record_get_n_same_as   (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
const char   *vnus_record_get_same_as     (VnusRecord    *self,
                                           guint          position);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_add_same_as     (VnusRecord    *self,
                                           const char    *same_as);

VNUS_AVAILABLE_IN_0_1
guint         vnus_record_get_n_citations (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
VnusCitation *vnus_record_get_citation    (VnusRecord    *self,
                                           guint          position);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_add_citation    (VnusRecord    *self,
                                           VnusCitation  *citation);

VNUS_AVAILABLE_IN_0_1
VnusPresence  vnus_record_get_presence    (VnusRecord    *self,
                                           const char    *field);
VNUS_AVAILABLE_IN_0_1
gboolean      vnus_record_set_presence    (VnusRecord    *self,
                                           const char    *field,
                                           VnusPresence   presence,
                                           GError       **error);

VNUS_AVAILABLE_IN_0_1
VnusValue    *vnus_record_dup_value       (VnusRecord    *self,
                                           const char    *field) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean      vnus_record_set_value       (VnusRecord    *self,
                                           const char    *field,
                                           VnusValue     *value,
                                           GError       **error);

VNUS_AVAILABLE_IN_0_1
gboolean      vnus_record_is_sealed       (VnusRecord    *self);
VNUS_AVAILABLE_IN_0_1
void          vnus_record_seal            (VnusRecord    *self);

VNUS_AVAILABLE_IN_0_1
gboolean      vnus_record_equal           (VnusRecord    *self,
                                           VnusRecord    *other);

G_END_DECLS
