/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-brief-section.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-date.h>

G_BEGIN_DECLS

/**
 * VNUS_BRIEF_ERROR:
 *
 * Error domain of briefs.
 *
 * Since: 0.1
 */
#define VNUS_BRIEF_ERROR (vnus_brief_error_quark ())

/**
 * VnusBriefError:
 * @VNUS_BRIEF_ERROR_FAILED: any other failure
 * @VNUS_BRIEF_ERROR_NO_SUBJECT: the chronicle has no record of that id, or has it not in view
 * @VNUS_BRIEF_ERROR_WRONG_KIND: the record is of a kind that cannot be briefed
 * @VNUS_BRIEF_ERROR_NO_LANGUAGE: there are no words of that language
 * @VNUS_BRIEF_ERROR_NO_PARTY: the perspective is no party to the relation
 *
 * Errors of briefs. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BRIEF_ERROR_FAILED,
  VNUS_BRIEF_ERROR_NO_SUBJECT,
  VNUS_BRIEF_ERROR_WRONG_KIND,
  VNUS_BRIEF_ERROR_NO_LANGUAGE,
  VNUS_BRIEF_ERROR_NO_PARTY,
} VnusBriefError;

#define VNUS_TYPE_BRIEF_ERROR (vnus_brief_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_brief_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_brief_error_quark    (void);

/**
 * VnusBriefDepth:
 * @VNUS_BRIEF_DEPTH_UNSET: the default, which is standard
 * @VNUS_BRIEF_DEPTH_HEADLINE: the headline and what happens when
 * @VNUS_BRIEF_DEPTH_STANDARD: every section, as a reader in a hurry wants it
 * @VNUS_BRIEF_DEPTH_FULL: with the contacts and positions of two years in the place of one
 *
 * How much a brief tells.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BRIEF_DEPTH_UNSET,
  VNUS_BRIEF_DEPTH_HEADLINE,
  VNUS_BRIEF_DEPTH_STANDARD,
  VNUS_BRIEF_DEPTH_FULL,
} VnusBriefDepth;

#define VNUS_TYPE_BRIEF_DEPTH (vnus_brief_depth_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_brief_depth_get_type (void);

/**
 * VnusBriefRegister:
 * @VNUS_BRIEF_REGISTER_UNSET: the default, which is official
 * @VNUS_BRIEF_REGISTER_OFFICIAL: as a ministry writes
 * @VNUS_BRIEF_REGISTER_PRESS: as a newspaper writes
 *
 * The register of language of a brief.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_BRIEF_REGISTER_UNSET,
  VNUS_BRIEF_REGISTER_OFFICIAL,
  VNUS_BRIEF_REGISTER_PRESS,
} VnusBriefRegister;

#define VNUS_TYPE_BRIEF_REGISTER (vnus_brief_register_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_brief_register_get_type (void);

#define VNUS_TYPE_BRIEF (vnus_brief_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusBrief, vnus_brief, VNUS, BRIEF, GObject)

VNUS_AVAILABLE_IN_0_1
VnusBrief         *vnus_brief_new             (VnusChronicle      *chronicle,
                                               const char         *subject) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle     *vnus_brief_get_chronicle   (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
const char        *vnus_brief_get_subject     (VnusBrief          *self);

VNUS_AVAILABLE_IN_0_1
VnusDate          *vnus_brief_get_standpoint  (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_brief_set_standpoint  (VnusBrief          *self,
                                               VnusDate           *standpoint);

VNUS_AVAILABLE_IN_0_1
VnusBriefDepth     vnus_brief_get_depth       (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_brief_set_depth       (VnusBrief          *self,
                                               VnusBriefDepth      depth);

VNUS_AVAILABLE_IN_0_1
VnusBriefRegister  vnus_brief_get_register    (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_brief_set_register    (VnusBrief          *self,
                                               VnusBriefRegister   value);

VNUS_AVAILABLE_IN_0_1
const char        *vnus_brief_get_perspective (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_brief_set_perspective (VnusBrief          *self,
                                               const char         *perspective);

VNUS_AVAILABLE_IN_0_1
gboolean           vnus_brief_get_annex       (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
void               vnus_brief_set_annex       (VnusBrief          *self,
                                               gboolean            annex);

VNUS_AVAILABLE_IN_0_1
gboolean           vnus_brief_compose         (VnusBrief          *self,
                                               GError            **error);
VNUS_AVAILABLE_IN_0_1
GListModel        *vnus_brief_get_sections    (VnusBrief          *self);
VNUS_AVAILABLE_IN_0_1
char             **vnus_brief_list_sources    (VnusBrief          *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              *vnus_brief_to_text         (VnusBrief          *self,
                                               const char         *language,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char              *vnus_brief_to_markdown     (VnusBrief          *self,
                                               const char         *language,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              *vnus_brief_to_html         (VnusBrief          *self,
                                               const char         *language,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char              *vnus_brief_to_json         (VnusBrief          *self,
                                               const char         *language,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char             **vnus_brief_list_subjects   (VnusChronicle      *chronicle) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
