/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-kind.h>
#include <vnus/vnus-matches.h>
#include <vnus/vnus-participant.h>
#include <vnus/vnus-rank.h>

G_BEGIN_DECLS

/**
 * VNUS_QUERY_MAX_LENGTH:
 *
 * The most bytes that the text of a query may have.
 *
 * Since: 0.1
 */
#define VNUS_QUERY_MAX_LENGTH (65536)

/**
 * VnusWindow:
 * @VNUS_WINDOW_UNSET: the default, which is to have a day in common
 * @VNUS_WINDOW_INTERSECTS: has a day in common with the window
 * @VNUS_WINDOW_WITHIN: lies within the window
 * @VNUS_WINDOW_COVERS: has all days of the window
 * @VNUS_WINDOW_BEFORE: has ended when the window begins
 * @VNUS_WINDOW_AFTER: begins when the window has ended
 * @VNUS_WINDOW_EQUALS: begins and ends with the window
 * @VNUS_WINDOW_STARTS_IN: begins in the window
 * @VNUS_WINDOW_ENDS_IN: ends in the window
 *
 * What the time of a record has to do with a window of days.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_WINDOW_UNSET,
  VNUS_WINDOW_INTERSECTS,
  VNUS_WINDOW_WITHIN,
  VNUS_WINDOW_COVERS,
  VNUS_WINDOW_BEFORE,
  VNUS_WINDOW_AFTER,
  VNUS_WINDOW_EQUALS,
  VNUS_WINDOW_STARTS_IN,
  VNUS_WINDOW_ENDS_IN,
} VnusWindow;

#define VNUS_TYPE_WINDOW (vnus_window_get_type ())

/**
 * VNUS_QUERY_ERROR:
 *
 * Error domain of queries.
 *
 * Since: 0.1
 */
#define VNUS_QUERY_ERROR (vnus_query_error_quark ())

/**
 * VnusQueryError:
 * @VNUS_QUERY_ERROR_FAILED: any other failure
 * @VNUS_QUERY_ERROR_SYNTAX: not written as a query is written
 * @VNUS_QUERY_ERROR_UNKNOWN_KEY: no record has such a property
 * @VNUS_QUERY_ERROR_BAD_VALUE: the value is none that the property can have
 * @VNUS_QUERY_ERROR_UNKNOWN_ID: the chronicle has no record of the id
 * @VNUS_QUERY_ERROR_WRONG_KIND: the record of the id is of a kind that never matches
 * @VNUS_QUERY_ERROR_TOO_LONG: longer than a query may be
 *
 * Errors of queries. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_QUERY_ERROR_FAILED,
  VNUS_QUERY_ERROR_SYNTAX,
  VNUS_QUERY_ERROR_UNKNOWN_KEY,
  VNUS_QUERY_ERROR_BAD_VALUE,
  VNUS_QUERY_ERROR_UNKNOWN_ID,
  VNUS_QUERY_ERROR_WRONG_KIND,
  VNUS_QUERY_ERROR_TOO_LONG,
} VnusQueryError;

#define VNUS_TYPE_QUERY_ERROR (vnus_query_error_get_type ())

typedef struct _VnusQuery VnusQuery;

#define VNUS_TYPE_QUERY (vnus_query_get_type ())

VNUS_AVAILABLE_IN_0_1
GType        vnus_window_get_type       (void);
VNUS_AVAILABLE_IN_0_1
GType        vnus_query_error_get_type  (void);
VNUS_AVAILABLE_IN_0_1
GQuark       vnus_query_error_quark     (void);
VNUS_AVAILABLE_IN_0_1
GType        vnus_query_get_type        (void);

VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_new             (void) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_parse           (const char          *text,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean     vnus_query_check           (const char          *text,
                                         VnusQueryError      *code,
                                         int                 *offset);
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_ref             (VnusQuery           *self);
VNUS_AVAILABLE_IN_0_1
void         vnus_query_unref           (VnusQuery           *self);

VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_term       (VnusQuery           *self,
                                         const char          *key,
                                         const char * const  *values,
                                         gboolean             negated,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_kind       (VnusQuery           *self,
                                         VnusKind             kind) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_host       (VnusQuery           *self,
                                         const char          *host) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_capacity   (VnusQuery           *self,
                                         const char          *office) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_holding    (VnusQuery           *self,
                                         const char          *office) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_when       (VnusQuery           *self,
                                         VnusWindow           relation,
                                         VnusDate            *window,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_status     (VnusQuery           *self,
                                         VnusStatus           status) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_topic      (VnusQuery           *self,
                                         const char          *topic) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_place      (VnusQuery           *self,
                                         const char          *place) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_participant (VnusQuery          *self,
                                          VnusRole            role,
                                          const char         *id) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusQuery   *vnus_query_with_rank       (VnusQuery           *self,
                                         VnusRank             highest,
                                         VnusRank             lowest) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
char        *vnus_query_to_string       (const VnusQuery     *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean     vnus_query_equal           (const VnusQuery     *self,
                                         const VnusQuery     *other);
VNUS_AVAILABLE_IN_0_1
guint        vnus_query_hash            (const VnusQuery     *self);
VNUS_AVAILABLE_IN_0_1
guint        vnus_query_get_n_terms     (const VnusQuery     *self);
VNUS_AVAILABLE_IN_0_1
const char  *vnus_query_get_key         (const VnusQuery     *self,
                                         guint                position);
VNUS_AVAILABLE_IN_0_1
char       **vnus_query_list_values     (const VnusQuery     *self,
                                         guint                position) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean     vnus_query_is_negated      (const VnusQuery     *self,
                                         guint                position);

VNUS_AVAILABLE_IN_0_1
gboolean     vnus_query_check_ids       (const VnusQuery     *self,
                                         VnusChronicle       *chronicle,
                                         GError             **error);
VNUS_AVAILABLE_IN_0_1
VnusTruth    vnus_query_test            (const VnusQuery     *self,
                                         VnusChronicle       *chronicle,
                                         VnusRecord          *record);
VNUS_AVAILABLE_IN_0_1
VnusMatches *vnus_query_run             (const VnusQuery     *self,
                                         VnusChronicle       *chronicle) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusQuery, vnus_query_unref)

G_END_DECLS
