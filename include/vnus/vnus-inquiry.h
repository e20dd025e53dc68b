/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-finding.h>

G_BEGIN_DECLS

/**
 * VNUS_INQUIRY_ERROR:
 *
 * The error domain of inquiries. Its codes are [error@Vnus.InquiryError].
 *
 * Since: 0.1
 */
#define VNUS_INQUIRY_ERROR (vnus_inquiry_error_quark ())

/**
 * VnusInquiryError:
 * @VNUS_INQUIRY_ERROR_FAILED: any other failure
 * @VNUS_INQUIRY_ERROR_UNKNOWN_RULE: there is no such rule
 * @VNUS_INQUIRY_ERROR_WRONG_NUMBER: the rule takes another number of arguments
 * @VNUS_INQUIRY_ERROR_BAD_ARGUMENT: an argument is not of the form that the rule needs
 * @VNUS_INQUIRY_ERROR_UNKNOWN_ID: the chronicle has no record of this id
 * @VNUS_INQUIRY_ERROR_WRONG_KIND: the record is of a kind that the rule cannot ask about
 * @VNUS_INQUIRY_ERROR_NO_RELATION: there are several relations, and none was chosen
 *
 * Errors of questions that cannot be asked. More codes may be added.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_INQUIRY_ERROR_FAILED,
  VNUS_INQUIRY_ERROR_UNKNOWN_RULE,
  VNUS_INQUIRY_ERROR_WRONG_NUMBER,
  VNUS_INQUIRY_ERROR_BAD_ARGUMENT,
  VNUS_INQUIRY_ERROR_UNKNOWN_ID,
  VNUS_INQUIRY_ERROR_WRONG_KIND,
  VNUS_INQUIRY_ERROR_NO_RELATION,
} VnusInquiryError;

#define VNUS_TYPE_INQUIRY_ERROR (vnus_inquiry_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_inquiry_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_inquiry_error_quark    (void);

#define VNUS_TYPE_INQUIRY (vnus_inquiry_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusInquiry, vnus_inquiry, VNUS, INQUIRY, GObject)

VNUS_AVAILABLE_IN_0_1
VnusInquiry   *vnus_inquiry_new                 (VnusChronicle       *chronicle) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_inquiry_get_chronicle       (VnusInquiry         *self);

VNUS_AVAILABLE_IN_0_1
VnusDate      *vnus_inquiry_get_standpoint      (VnusInquiry         *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_inquiry_set_standpoint      (VnusInquiry         *self,
                                                 VnusDate            *standpoint);

VNUS_AVAILABLE_IN_0_1
const char    *vnus_inquiry_get_relation        (VnusInquiry         *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_inquiry_set_relation        (VnusInquiry         *self,
                                                 const char          *relation);

VNUS_AVAILABLE_IN_0_1
VnusFinding   *vnus_inquiry_ask                 (VnusInquiry         *self,
                                                 const char          *rule,
                                                 const char * const  *arguments,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char          *vnus_inquiry_dup_colophon        (VnusInquiry         *self,
                                                 const char * const  *sources,
                                                 const char          *language) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char         **vnus_inquiry_list_rules          (void) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
const char    *vnus_inquiry_get_rule_parameters (const char          *rule);
VNUS_AVAILABLE_IN_0_1
char          *vnus_inquiry_dup_rule_statement  (const char          *rule,
                                                 const char          *language) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char          *vnus_inquiry_dup_rule_formula    (const char          *rule,
                                                 const char          *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
