/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-allen.h>
#include <vnus/vnus-truth.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_DAY_MIN:
 *
 * The day number of a past without end: an open start, or an unknown one.
 *
 * It is the smallest 32-bit integer.
 *
 * Since: 0.1
 */
#define VNUS_DAY_MIN (-2147483647 - 1)

/**
 * VNUS_DAY_MAX:
 *
 * The day number of a future without end: an open end, or an unknown one.
 *
 * It is the largest 32-bit integer.
 *
 * Since: 0.1
 */
#define VNUS_DAY_MAX 2147483647

/**
 * VnusDateKind:
 * @VNUS_DATE_KIND_UNSET: none
 * @VNUS_DATE_KIND_DAY: one day, known as well as its text says
 * @VNUS_DATE_KIND_ONE_OF: one day out of several choices
 * @VNUS_DATE_KIND_INTERVAL: a stretch of days with a start and an end
 *
 * What a date stands for.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_KIND_UNSET,
  VNUS_DATE_KIND_DAY,
  VNUS_DATE_KIND_ONE_OF,
  VNUS_DATE_KIND_INTERVAL,
} VnusDateKind;

#define VNUS_TYPE_DATE_KIND (vnus_date_kind_get_type ())

/**
 * VnusDatePrecision:
 * @VNUS_DATE_PRECISION_UNSET: none: nothing but open or unknown ends
 * @VNUS_DATE_PRECISION_DAY: a day
 * @VNUS_DATE_PRECISION_MONTH: a month
 * @VNUS_DATE_PRECISION_QUARTER: three months
 * @VNUS_DATE_PRECISION_THIRD: four months
 * @VNUS_DATE_PRECISION_HALF: six months
 * @VNUS_DATE_PRECISION_YEAR: a year
 * @VNUS_DATE_PRECISION_DECADE: ten years
 * @VNUS_DATE_PRECISION_CENTURY: a hundred years
 * @VNUS_DATE_PRECISION_PATTERN: digits are missing in other places
 *
 * How precisely a date is written.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_PRECISION_UNSET,
  VNUS_DATE_PRECISION_DAY,
  VNUS_DATE_PRECISION_MONTH,
  VNUS_DATE_PRECISION_QUARTER,
  VNUS_DATE_PRECISION_THIRD,
  VNUS_DATE_PRECISION_HALF,
  VNUS_DATE_PRECISION_YEAR,
  VNUS_DATE_PRECISION_DECADE,
  VNUS_DATE_PRECISION_CENTURY,
  VNUS_DATE_PRECISION_PATTERN,
} VnusDatePrecision;

#define VNUS_TYPE_DATE_PRECISION (vnus_date_precision_get_type ())

/**
 * VnusDateComponent:
 * @VNUS_DATE_COMPONENT_UNSET: none
 * @VNUS_DATE_COMPONENT_YEAR: the year
 * @VNUS_DATE_COMPONENT_MONTH: the month, quarter, third or half of the year
 * @VNUS_DATE_COMPONENT_DAY: the day of the month
 *
 * A component of a written date.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_COMPONENT_UNSET,
  VNUS_DATE_COMPONENT_YEAR,
  VNUS_DATE_COMPONENT_MONTH,
  VNUS_DATE_COMPONENT_DAY,
} VnusDateComponent;

#define VNUS_TYPE_DATE_COMPONENT (vnus_date_component_get_type ())

/**
 * VnusDateQualifier:
 * @VNUS_DATE_QUALIFIER_NONE: said without reserve
 * @VNUS_DATE_QUALIFIER_UNCERTAIN: the source doubts it (`?`)
 * @VNUS_DATE_QUALIFIER_APPROXIMATE: the source says “about” (`~`)
 *
 * The reserve with which a component of a date is given.
 *
 * Both together are written `%`. A qualifier widens no bound: how far from the
 * truth “about 1995” may be is not for a library to invent.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_QUALIFIER_NONE = 0,
  VNUS_DATE_QUALIFIER_UNCERTAIN = 1 << 0,
  VNUS_DATE_QUALIFIER_APPROXIMATE = 1 << 1,
} VnusDateQualifier;

#define VNUS_TYPE_DATE_QUALIFIER (vnus_date_qualifier_get_type ())

/**
 * VnusDateLevel:
 * @VNUS_DATE_LEVEL_INVALID: not EDTF
 * @VNUS_DATE_LEVEL_ZERO: level 0, the plain dates of ISO 8601-1
 * @VNUS_DATE_LEVEL_ONE: level 1
 * @VNUS_DATE_LEVEL_TWO: level 2
 *
 * The level of EDTF that a text needs.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_LEVEL_INVALID,
  VNUS_DATE_LEVEL_ZERO,
  VNUS_DATE_LEVEL_ONE,
  VNUS_DATE_LEVEL_TWO,
} VnusDateLevel;

#define VNUS_TYPE_DATE_LEVEL (vnus_date_level_get_type ())

/**
 * VnusDateUnit:
 * @VNUS_DATE_UNIT_UNSET: none
 * @VNUS_DATE_UNIT_DAYS: days
 * @VNUS_DATE_UNIT_MONTHS: calendar months
 * @VNUS_DATE_UNIT_YEARS: calendar years
 *
 * A unit of elapsed time.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_UNIT_UNSET,
  VNUS_DATE_UNIT_DAYS,
  VNUS_DATE_UNIT_MONTHS,
  VNUS_DATE_UNIT_YEARS,
} VnusDateUnit;

#define VNUS_TYPE_DATE_UNIT (vnus_date_unit_get_type ())

/**
 * VnusLeapPolicy:
 * @VNUS_LEAP_POLICY_UNSET: the default, which is 28 February
 * @VNUS_LEAP_POLICY_FEB28: 28 February
 * @VNUS_LEAP_POLICY_MAR1: 1 March
 * @VNUS_LEAP_POLICY_SKIP: such a year has no anniversary
 *
 * When the anniversary of a 29 February falls in a year without one.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_LEAP_POLICY_UNSET,
  VNUS_LEAP_POLICY_FEB28,
  VNUS_LEAP_POLICY_MAR1,
  VNUS_LEAP_POLICY_SKIP,
} VnusLeapPolicy;

#define VNUS_TYPE_LEAP_POLICY (vnus_leap_policy_get_type ())

/**
 * VnusDateStyle:
 * @VNUS_DATE_STYLE_UNSET: the default, which is prose
 * @VNUS_DATE_STYLE_PROSE: for running text
 * @VNUS_DATE_STYLE_SHORT: for headlines, brackets and tables
 * @VNUS_DATE_STYLE_WHEN: for running text, with the preposition that it needs there
 * @VNUS_DATE_STYLE_WHEN_COMPACT: the same in the compact form that some languages prefer for what is past
 *
 * How a date is worded.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_STYLE_UNSET,
  VNUS_DATE_STYLE_PROSE,
  VNUS_DATE_STYLE_SHORT,
  VNUS_DATE_STYLE_WHEN,
  VNUS_DATE_STYLE_WHEN_COMPACT,
} VnusDateStyle;

#define VNUS_TYPE_DATE_STYLE (vnus_date_style_get_type ())

/**
 * VNUS_DATE_ERROR:
 *
 * The error domain of dates. Its codes are [error@Vnus.DateError].
 *
 * Since: 0.1
 */
#define VNUS_DATE_ERROR (vnus_date_error_quark ())

/**
 * VnusDateError:
 * @VNUS_DATE_ERROR_FAILED: failed for another reason
 * @VNUS_DATE_ERROR_SYNTAX: not written as a date is written
 * @VNUS_DATE_ERROR_RANGE: a number that no month, day, hour or sub-year has
 * @VNUS_DATE_ERROR_NO_SUCH_DAY: a day that the calendar does not have
 * @VNUS_DATE_ERROR_REVERSED: ends before it starts
 * @VNUS_DATE_ERROR_UNSUPPORTED: valid EDTF, but of a form that is not implemented
 *
 * Why a text is not a date. Codes may be added.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DATE_ERROR_FAILED,
  VNUS_DATE_ERROR_SYNTAX,
  VNUS_DATE_ERROR_RANGE,
  VNUS_DATE_ERROR_NO_SUCH_DAY,
  VNUS_DATE_ERROR_REVERSED,
  VNUS_DATE_ERROR_UNSUPPORTED,
} VnusDateError;

#define VNUS_TYPE_DATE_ERROR (vnus_date_error_get_type ())

#define VNUS_TYPE_DATE (vnus_date_get_type ())

typedef struct _VnusDate VnusDate;

VNUS_AVAILABLE_IN_0_1
GType             vnus_date_kind_get_type      (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_precision_get_type (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_component_get_type (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_qualifier_get_type (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_level_get_type     (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_unit_get_type      (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_leap_policy_get_type    (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_style_get_type     (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_error_get_type     (void);
VNUS_AVAILABLE_IN_0_1
GQuark            vnus_date_error_quark        (void);
VNUS_AVAILABLE_IN_0_1
GType             vnus_date_get_type           (void);

VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_parse              (const char      *text,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_new_ymd            (int              year,
                                                int              month,
                                                int              day) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_new_day            (int              day) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_new_from_g_date    (const GDate     *date) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_new_from_date_time (GDateTime       *date_time) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_ref                (VnusDate        *self);
VNUS_AVAILABLE_IN_0_1
void              vnus_date_unref              (VnusDate        *self);

VNUS_AVAILABLE_IN_0_1
VnusDateLevel     vnus_date_classify           (const char      *text);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_check              (const char      *text,
                                                VnusDateError   *code,
                                                int             *offset);

VNUS_AVAILABLE_IN_0_1
const char       *vnus_date_get_text           (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
char             *vnus_date_to_string          (const VnusDate  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDateKind      vnus_date_get_kind           (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
VnusDateLevel     vnus_date_get_level          (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
VnusDatePrecision vnus_date_get_precision      (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
VnusDateQualifier vnus_date_get_qualifier      (const VnusDate  *self,
                                                VnusDateComponent component);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_get_earliest_start (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_get_latest_start   (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_get_earliest_end   (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_get_latest_end     (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_is_start_open      (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_is_start_unknown   (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_is_end_open        (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_is_end_unknown     (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_is_single_day      (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_get_year_range     (const VnusDate  *self,
                                                int             *first,
                                                int             *last);
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_dup_start          (const VnusDate  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_dup_end            (const VnusDate  *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate         *vnus_date_to_extent          (const VnusDate  *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean          vnus_date_equal              (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
guint             vnus_date_hash               (const VnusDate  *self);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_compare            (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
int               vnus_date_compare_latest     (const VnusDate  *self,
                                                const VnusDate  *other);

VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_is_before          (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_is_after           (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_is_not_after       (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_is_same_day        (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_is_within          (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_covers             (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_intersects         (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusAllen         vnus_date_relate             (const VnusDate  *self,
                                                const VnusDate  *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth         vnus_date_has_relation       (const VnusDate  *self,
                                                const VnusDate  *other,
                                                VnusAllen        relations);
VNUS_AVAILABLE_IN_0_1
VnusAllen vnus_date_relate_between_places       (const VnusDate *self,
                                                 const VnusDate *other);
VNUS_AVAILABLE_IN_0_1
VnusTruth vnus_date_has_relation_between_places (const VnusDate *self,
                                                 const VnusDate *other,
                                                 VnusAllen       relations);

VNUS_AVAILABLE_IN_0_1
gboolean  vnus_date_elapsed                     (const VnusDate *self,
                                                 const VnusDate *until,
                                                 VnusDateUnit    unit,
                                                 int            *min,
                                                 int            *max);
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_date_get_length                  (const VnusDate *self,
                                                 VnusDateUnit    unit,
                                                 int            *min,
                                                 int            *max);
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_date_get_completed_years         (const VnusDate *self,
                                                 const VnusDate *on,
                                                 int            *min,
                                                 int            *max);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_date_get_anniversary             (const VnusDate *self,
                                                 int             year,
                                                 VnusLeapPolicy  policy) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_date_get_nth_anniversary         (const VnusDate *self,
                                                 int             n,
                                                 VnusLeapPolicy  policy) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_date_get_anniversary_number      (const VnusDate *self,
                                                 int             year,
                                                 int            *min,
                                                 int            *max);
VNUS_AVAILABLE_IN_0_1
VnusTruth vnus_date_is_anniversary_on           (const VnusDate *self,
                                                 const VnusDate *on,
                                                 VnusLeapPolicy  policy);

VNUS_AVAILABLE_IN_0_1
char     *vnus_date_format                      (const VnusDate *self,
                                                 const char     *language,
                                                 VnusDateStyle   style) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusDate, vnus_date_unref)

G_END_DECLS
