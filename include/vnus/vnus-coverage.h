/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>

G_BEGIN_DECLS

/**
 * VnusCoverageBasis:
 * @VNUS_COVERAGE_BASIS_UNSET: not set
 * @VNUS_COVERAGE_BASIS_SOURCE: the source says so
 * @VNUS_COVERAGE_BASIS_CURATOR: the curator judges so
 *
 * Who says that a coverage holds.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_COVERAGE_BASIS_UNSET,
  VNUS_COVERAGE_BASIS_SOURCE,
  VNUS_COVERAGE_BASIS_CURATOR,
} VnusCoverageBasis;

#define VNUS_TYPE_COVERAGE_BASIS (vnus_coverage_basis_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_coverage_basis_get_type (void);

#define VNUS_TYPE_COVERAGE (vnus_coverage_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusCoverage, vnus_coverage, VNUS, COVERAGE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusCoverage *vnus_coverage_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char *vnus_coverage_get_scope (VnusCoverage *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_coverage_set_scope (VnusCoverage *self,
                                     const char   *scope);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_coverage_get_during (VnusCoverage *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_coverage_set_during (VnusCoverage *self,
                                    VnusDate     *during);

VNUS_AVAILABLE_IN_0_1
guint       vnus_coverage_get_n_sources (VnusCoverage *self);
VNUS_AVAILABLE_IN_0_1
const char *vnus_coverage_get_source    (VnusCoverage *self,
                                         guint         position);
VNUS_AVAILABLE_IN_0_1
void        vnus_coverage_add_source    (VnusCoverage *self,
                                         const char   *source);

VNUS_AVAILABLE_IN_0_1
VnusCoverageBasis vnus_coverage_get_basis (VnusCoverage      *self);
VNUS_AVAILABLE_IN_0_1
void              vnus_coverage_set_basis (VnusCoverage      *self,
                                           VnusCoverageBasis  basis);

G_END_DECLS
