/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-text.h>
#include <vnus/vnus-value.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusCitationRank:
 * @VNUS_CITATION_RANK_UNSET: not set
 * @VNUS_CITATION_RANK_PREFERRED: preferred
 * @VNUS_CITATION_RANK_NORMAL: normal
 * @VNUS_CITATION_RANK_DEPRECATED: deprecated: listed, never chosen
 *
 * The rank of a citation among rivals.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_CITATION_RANK_UNSET,
  VNUS_CITATION_RANK_PREFERRED,
  VNUS_CITATION_RANK_NORMAL,
  VNUS_CITATION_RANK_DEPRECATED,
} VnusCitationRank;

#define VNUS_TYPE_CITATION_RANK (vnus_citation_rank_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_citation_rank_get_type (void);

typedef struct _VnusCitation VnusCitation;

#define VNUS_TYPE_CITATION (vnus_citation_get_type ())

VNUS_AVAILABLE_IN_0_1
GType            vnus_citation_get_type    (void);
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_new         (const char         *source,
                                            const char         *locator) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_with_field  (VnusCitation       *self,
                                            const char         *field) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_with_value  (VnusCitation       *self,
                                            VnusValue          *value) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_with_rank   (VnusCitation       *self,
                                            VnusCitationRank    rank) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_with_known  (VnusCitation       *self,
                                            VnusDate           *known) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_with_note   (VnusCitation       *self,
                                            VnusText           *note) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusCitation    *vnus_citation_ref         (VnusCitation       *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_citation_unref       (VnusCitation       *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_citation_get_source  (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_citation_get_locator (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_citation_get_field   (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
VnusValue       *vnus_citation_get_value   (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
VnusCitationRank vnus_citation_get_rank    (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
VnusDate        *vnus_citation_get_known   (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
VnusText        *vnus_citation_get_note    (const VnusCitation *self);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_citation_equal       (const VnusCitation *self,
                                            const VnusCitation *other);
VNUS_AVAILABLE_IN_0_1
char            *vnus_citation_to_string   (const VnusCitation *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusCitation, vnus_citation_unref)

G_END_DECLS
