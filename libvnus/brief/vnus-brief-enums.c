/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the vocabularies of briefs. */
#include <vnus/vnus-brief.h>

/**
 * vnus_brief_error_quark:
 *
 * Gets the error domain of briefs.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-brief-error-quark, vnus_brief_error)

G_DEFINE_ENUM_TYPE (VnusBriefError, vnus_brief_error,
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_ERROR_NO_SUBJECT, "no-subject"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_ERROR_NO_LANGUAGE, "no-language"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_ERROR_NO_PARTY, "no-party"))

G_DEFINE_ENUM_TYPE (VnusBriefDepth, vnus_brief_depth,
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_DEPTH_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_DEPTH_HEADLINE, "headline"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_DEPTH_STANDARD, "standard"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_DEPTH_FULL, "full"))

G_DEFINE_ENUM_TYPE (VnusBriefRegister, vnus_brief_register,
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_REGISTER_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_REGISTER_OFFICIAL, "official"),
                    G_DEFINE_ENUM_VALUE (VNUS_BRIEF_REGISTER_PRESS, "press"))
