/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-event.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

/**
 * VnusStatementForm:
 * @VNUS_STATEMENT_FORM_UNSET: not set
 * @VNUS_STATEMENT_FORM_JOINT_STATEMENT: a joint statement
 * @VNUS_STATEMENT_FORM_PRESS_STATEMENT: a press statement
 * @VNUS_STATEMENT_FORM_REMARKS: remarks
 * @VNUS_STATEMENT_FORM_LETTER: a letter
 * @VNUS_STATEMENT_FORM_NOTE_VERBALE: a note verbale
 * @VNUS_STATEMENT_FORM_ANNOUNCEMENT: an announcement
 * @VNUS_STATEMENT_FORM_REPORT: a report in indirect speech
 *
 * The form of a statement.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STATEMENT_FORM_UNSET,
  VNUS_STATEMENT_FORM_JOINT_STATEMENT,
  VNUS_STATEMENT_FORM_PRESS_STATEMENT,
  VNUS_STATEMENT_FORM_REMARKS,
  VNUS_STATEMENT_FORM_LETTER,
  VNUS_STATEMENT_FORM_NOTE_VERBALE,
  VNUS_STATEMENT_FORM_ANNOUNCEMENT,
  VNUS_STATEMENT_FORM_REPORT,
} VnusStatementForm;

#define VNUS_TYPE_STATEMENT_FORM (vnus_statement_form_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_statement_form_get_type (void);

/**
 * VnusStance:
 * @VNUS_STANCE_UNSET: not set
 * @VNUS_STANCE_INFORMS: it informs
 * @VNUS_STANCE_SUPPORTS: it supports
 * @VNUS_STANCE_PROPOSES: it proposes
 * @VNUS_STANCE_WISHES: it states a wish
 * @VNUS_STANCE_INTENDS: it states an intention
 * @VNUS_STANCE_EXPECTS: it expects
 * @VNUS_STANCE_VALUES: it values or appreciates
 * @VNUS_STANCE_AGREES: it records that sides agreed
 * @VNUS_STANCE_EVALUATES: it judges; an opinion, never a fact
 * @VNUS_STANCE_OPPOSES: it opposes
 *
 * What a statement does.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STANCE_UNSET,
  VNUS_STANCE_INFORMS,
  VNUS_STANCE_SUPPORTS,
  VNUS_STANCE_PROPOSES,
  VNUS_STANCE_WISHES,
  VNUS_STANCE_INTENDS,
  VNUS_STANCE_EXPECTS,
  VNUS_STANCE_VALUES,
  VNUS_STANCE_AGREES,
  VNUS_STANCE_EVALUATES,
  VNUS_STANCE_OPPOSES,
} VnusStance;

#define VNUS_TYPE_STANCE (vnus_stance_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_stance_get_type (void);

#define VNUS_TYPE_STATEMENT (vnus_statement_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusStatement, vnus_statement, VNUS, STATEMENT, VnusEvent)

VNUS_AVAILABLE_IN_0_1
VnusStatement *vnus_statement_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusStatementForm vnus_statement_get_form (VnusStatement     *self);
VNUS_AVAILABLE_IN_0_1
void              vnus_statement_set_form (VnusStatement     *self,
                                           VnusStatementForm  form);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_statement_get_wording (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_statement_set_wording (VnusStatement *self,
                                      VnusText      *wording);

VNUS_AVAILABLE_IN_0_1
guint       vnus_statement_get_n_verbatim_in     (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_statement_get_verbatim_language (VnusStatement *self,
                                                  guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_statement_add_verbatim_language (VnusStatement *self,
                                                  const char    *verbatim_language);

VNUS_AVAILABLE_IN_0_1
VnusStance vnus_statement_get_stance (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
void       vnus_statement_set_stance (VnusStatement *self,
                                      VnusStance     stance);

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_statement_get_condition (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_statement_set_condition (VnusStatement *self,
                                        VnusText      *condition);

VNUS_AVAILABLE_IN_0_1
guint       vnus_statement_get_n_about (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_statement_get_subject (VnusStatement *self,
                                        guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_statement_add_subject (VnusStatement *self,
                                        const char    *subject);

VNUS_AVAILABLE_IN_0_1
guint       vnus_statement_get_n_announces (VnusStatement *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_statement_get_announced   (VnusStatement *self,
                                            guint          position);
VNUS_AVAILABLE_IN_0_1
void        vnus_statement_add_announced   (VnusStatement *self,
                                            const char    *announced);

G_END_DECLS
