/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “coverage”. */
#include <vnus/vnus-coverage.h>

#include "model/vnus-record-private.h"

typedef struct _VnusCoverageClass VnusCoverageClass;

/**
 * VnusCoverage:
 *
 * A declaration that sources are complete for a scope and a span.
 *
 * Since: 0.1
 */
struct _VnusCoverage
{
  VnusRecord parent_instance;

  char       *scope;
  VnusDate   *during;
  VnusVector *sources;
  int        basis;
};

struct _VnusCoverageClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusCoverage, vnus_coverage, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusCoverageBasis, vnus_coverage_basis,
                    G_DEFINE_ENUM_VALUE (VNUS_COVERAGE_BASIS_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_COVERAGE_BASIS_SOURCE, "source"),
                    G_DEFINE_ENUM_VALUE (VNUS_COVERAGE_BASIS_CURATOR, "curator"))

enum
{
  FIELD_SCOPE,
  FIELD_DURING,
  FIELD_SOURCES,
  FIELD_BASIS,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusCoverage, "scope", scope, TEXT, "The scope, as the text of a query."),
  VNUS_FIELD (VnusCoverage, "during", during, DATE, "The span of time."),
  VNUS_FIELD_REFERENCES (VnusCoverage, "sources", sources, VNUS_KINDS (SOURCE), "The sources that it rests on."),
  VNUS_FIELD_ENUM (VnusCoverage, "basis", basis, vnus_coverage_basis_get_type, "Who says so."),
};

static void
vnus_coverage_class_init (VnusCoverageClass *klass)
{
  /**
   * VnusCoverage:scope: (getter get_scope) (setter set_scope)
   *
   * The scope, as the text of a query.
   *
   * Since: 0.1
   */
  /**
   * VnusCoverage:during: (getter get_during) (setter set_during)
   *
   * The span of time.
   *
   * Since: 0.1
   */
  /**
   * VnusCoverage:basis: (getter get_basis) (setter set_basis)
   *
   * Who says so.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_COVERAGE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_coverage_init (VnusCoverage *self)
{
}

/**
 * vnus_coverage_new: (constructor)
 * @id: the id
 *
 * Makes a coverage.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusCoverage *
vnus_coverage_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_COVERAGE, "id", id, NULL);
}

/**
 * vnus_coverage_get_scope: (get-property scope)
 * @self: a coverage
 *
 * Gets the field `scope`: the scope, as the text of a query.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_coverage_set_scope: (set-property scope)
 * @self: a coverage
 * @scope: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `scope`: the scope, as the text of a query.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusCoverage, vnus_coverage, VNUS_IS_COVERAGE, scope, FIELD_SCOPE)

/**
 * vnus_coverage_get_during: (get-property during)
 * @self: a coverage
 *
 * Gets the field `during`: the span of time.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_coverage_set_during: (set-property during)
 * @self: a coverage
 * @during: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `during`: the span of time.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusCoverage, vnus_coverage, VNUS_IS_COVERAGE, VnusDate, during, FIELD_DURING)

/**
 * vnus_coverage_get_n_sources:
 * @self: a coverage
 *
 * Gets how many values the field `sources` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_coverage_get_source:
 * @self: a coverage
 * @position: the position, from 0
 *
 * Gets a value of the field `sources`: the sources that it rests on.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_coverage_add_source:
 * @self: a coverage
 * @source: the id of a record
 *
 * Adds a value to the field `sources`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusCoverage, vnus_coverage, VNUS_IS_COVERAGE, const char *, const char *, sources, source, FIELD_SOURCES)

/**
 * vnus_coverage_get_basis: (get-property basis)
 * @self: a coverage
 *
 * Gets the field `basis`: who says so.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_coverage_set_basis: (set-property basis)
 * @self: a coverage
 * @basis: the value
 *
 * Sets the field `basis`: who says so.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusCoverage, vnus_coverage, VNUS_IS_COVERAGE, VnusCoverageBasis, basis, FIELD_BASIS)
