/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the vocabularies of dates. */
#include <vnus/vnus-date.h>

G_DEFINE_ENUM_TYPE (VnusDateKind, vnus_date_kind,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_KIND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_KIND_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_KIND_ONE_OF, "one-of"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_KIND_INTERVAL, "interval"))

G_DEFINE_ENUM_TYPE (VnusDatePrecision, vnus_date_precision,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_QUARTER, "quarter"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_THIRD, "third"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_HALF, "half"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_DECADE, "decade"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_CENTURY, "century"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_PRECISION_PATTERN, "pattern"))

G_DEFINE_ENUM_TYPE (VnusDateComponent, vnus_date_component,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_COMPONENT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_COMPONENT_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_COMPONENT_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_COMPONENT_DAY, "day"))

G_DEFINE_FLAGS_TYPE (VnusDateQualifier, vnus_date_qualifier,
                     G_DEFINE_ENUM_VALUE (VNUS_DATE_QUALIFIER_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_DATE_QUALIFIER_UNCERTAIN, "uncertain"),
                     G_DEFINE_ENUM_VALUE (VNUS_DATE_QUALIFIER_APPROXIMATE, "approximate"))

G_DEFINE_ENUM_TYPE (VnusDateLevel, vnus_date_level,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_LEVEL_INVALID, "invalid"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_LEVEL_ZERO, "zero"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_LEVEL_ONE, "one"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_LEVEL_TWO, "two"))

G_DEFINE_ENUM_TYPE (VnusDateUnit, vnus_date_unit,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_UNIT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_UNIT_DAYS, "days"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_UNIT_MONTHS, "months"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_UNIT_YEARS, "years"))

G_DEFINE_ENUM_TYPE (VnusLeapPolicy, vnus_leap_policy,
                    G_DEFINE_ENUM_VALUE (VNUS_LEAP_POLICY_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_LEAP_POLICY_FEB28, "feb28"),
                    G_DEFINE_ENUM_VALUE (VNUS_LEAP_POLICY_MAR1, "mar1"),
                    G_DEFINE_ENUM_VALUE (VNUS_LEAP_POLICY_SKIP, "skip"))

G_DEFINE_ENUM_TYPE (VnusDateStyle, vnus_date_style,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_STYLE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_STYLE_PROSE, "prose"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_STYLE_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_STYLE_WHEN, "when"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_STYLE_WHEN_COMPACT, "when-compact"))

G_DEFINE_ENUM_TYPE (VnusDateError, vnus_date_error,
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_SYNTAX, "syntax"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_RANGE, "range"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_NO_SUCH_DAY, "no-such-day"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_REVERSED, "reversed"),
                    G_DEFINE_ENUM_VALUE (VNUS_DATE_ERROR_UNSUPPORTED, "unsupported"))

/**
 * vnus_date_error_quark:
 *
 * Gets the error domain of dates.
 *
 * Returns: the domain; its codes are [error@Vnus.DateError]
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-date-error-quark, vnus_date_error)
