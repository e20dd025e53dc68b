/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-amount.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-designation.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-stop.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusValueType:
 * @VNUS_VALUE_TYPE_UNSET: not set
 * @VNUS_VALUE_TYPE_TEXT: a string in no particular language
 * @VNUS_VALUE_TYPE_LOCALISED: a text by language
 * @VNUS_VALUE_TYPE_DATE: a date
 * @VNUS_VALUE_TYPE_REFERENCE: the id of a record
 * @VNUS_VALUE_TYPE_ENUM: a word of a closed vocabulary
 * @VNUS_VALUE_TYPE_INTEGER: a whole number
 * @VNUS_VALUE_TYPE_BOOLEAN: true or false
 * @VNUS_VALUE_TYPE_AMOUNT: an amount
 * @VNUS_VALUE_TYPE_PARTICIPANT: a participant
 * @VNUS_VALUE_TYPE_STOP: a stop
 * @VNUS_VALUE_TYPE_DESIGNATION: a designation
 * @VNUS_VALUE_TYPE_LIST: a list of values
 *
 * The type of a value.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_VALUE_TYPE_UNSET,
  VNUS_VALUE_TYPE_TEXT,
  VNUS_VALUE_TYPE_LOCALISED,
  VNUS_VALUE_TYPE_DATE,
  VNUS_VALUE_TYPE_REFERENCE,
  VNUS_VALUE_TYPE_ENUM,
  VNUS_VALUE_TYPE_INTEGER,
  VNUS_VALUE_TYPE_BOOLEAN,
  VNUS_VALUE_TYPE_AMOUNT,
  VNUS_VALUE_TYPE_PARTICIPANT,
  VNUS_VALUE_TYPE_STOP,
  VNUS_VALUE_TYPE_DESIGNATION,
  VNUS_VALUE_TYPE_LIST,
} VnusValueType;

#define VNUS_TYPE_VALUE_TYPE (vnus_value_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_value_type_get_type (void);

typedef struct _VnusValue VnusValue;

#define VNUS_TYPE_VALUE (vnus_value_get_type ())

VNUS_AVAILABLE_IN_0_1
GType            vnus_value_get_type        (void);
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_text        (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_localised   (VnusText         *text) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_date        (VnusDate         *date) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_reference   (const char       *id) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_enum        (GType             enum_type,
                                             int               value) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_integer     (int               value) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_boolean     (gboolean          value) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_amount      (VnusAmount       *amount) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_participant (VnusParticipant  *participant) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_stop        (VnusStop         *stop) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_designation (VnusDesignation  *designation) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_new_list        (VnusValue       **items,
                                             guint             n_items) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_ref             (VnusValue        *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_value_unref           (VnusValue        *self);
VNUS_AVAILABLE_IN_0_1
VnusValueType    vnus_value_get_value_type  (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
GType            vnus_value_get_enum_type   (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_value_get_string      (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusText        *vnus_value_get_localised   (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusDate        *vnus_value_get_date        (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
int              vnus_value_get_integer     (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_value_get_boolean     (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusAmount      *vnus_value_get_amount      (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusParticipant *vnus_value_get_participant (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusStop        *vnus_value_get_stop        (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusDesignation *vnus_value_get_designation (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
guint            vnus_value_get_n_items     (const VnusValue  *self);
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_value_get_item        (const VnusValue  *self,
                                             guint             position);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_value_equal           (const VnusValue  *self,
                                             const VnusValue  *other);
VNUS_AVAILABLE_IN_0_1
char            *vnus_value_to_string       (const VnusValue  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusValue, vnus_value_unref)

G_END_DECLS
