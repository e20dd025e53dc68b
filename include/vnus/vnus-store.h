/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-change-set.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-query.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_STORE_ERROR:
 *
 * Error domain of stores.
 *
 * Since: 0.1
 */
#define VNUS_STORE_ERROR (vnus_store_error_quark ())

/**
 * VnusStoreError:
 * @VNUS_STORE_ERROR_FAILED: any other failure
 * @VNUS_STORE_ERROR_BAD_ADDRESS: what should tell where the store is cannot be read
 * @VNUS_STORE_ERROR_NOT_BUILT: this build of the library has no part for such a store
 * @VNUS_STORE_ERROR_NOT_FOUND: there is no store there
 * @VNUS_STORE_ERROR_NOT_A_STORE: what is there is something else
 * @VNUS_STORE_ERROR_NEWER: a newer library made the store; it was left untouched
 * @VNUS_STORE_ERROR_UNREACHABLE: the server cannot be reached, refuses, or went away
 * @VNUS_STORE_ERROR_READ_ONLY: the store may only be read
 * @VNUS_STORE_ERROR_BUSY: others held the store for longer than is waited
 * @VNUS_STORE_ERROR_FULL: there is no room left
 * @VNUS_STORE_ERROR_DAMAGED: what is in the store is not what was put there
 * @VNUS_STORE_ERROR_NOT_EMPTY: the store should have been empty
 * @VNUS_STORE_ERROR_NO_REVISION: there is no revision of that number
 * @VNUS_STORE_ERROR_CLASH: others changed what was to be changed, or what it needs
 *
 * Errors of stores. More codes may be added: treat an unknown code as the generic
 * failure. Whatever fails has changed nothing.
 *
 * No message tells a password or an address with one in it.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STORE_ERROR_FAILED,
  VNUS_STORE_ERROR_BAD_ADDRESS,
  VNUS_STORE_ERROR_NOT_BUILT,
  VNUS_STORE_ERROR_NOT_FOUND,
  VNUS_STORE_ERROR_NOT_A_STORE,
  VNUS_STORE_ERROR_NEWER,
  VNUS_STORE_ERROR_UNREACHABLE,
  VNUS_STORE_ERROR_READ_ONLY,
  VNUS_STORE_ERROR_BUSY,
  VNUS_STORE_ERROR_FULL,
  VNUS_STORE_ERROR_DAMAGED,
  VNUS_STORE_ERROR_NOT_EMPTY,
  VNUS_STORE_ERROR_NO_REVISION,
  VNUS_STORE_ERROR_CLASH,
} VnusStoreError;

#define VNUS_TYPE_STORE_ERROR (vnus_store_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_store_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_store_error_quark    (void);

/**
 * VnusStoreFlags:
 * @VNUS_STORE_FLAGS_NONE: none of them
 * @VNUS_STORE_FLAGS_CREATE: make the store if there is none
 * @VNUS_STORE_FLAGS_READ_ONLY: only read, whatever one may do
 *
 * How a store is opened. More flags may be added.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_STORE_FLAGS_NONE = 0,
  VNUS_STORE_FLAGS_CREATE = 1 << 0,
  VNUS_STORE_FLAGS_READ_ONLY = 1 << 1,
} VnusStoreFlags;

#define VNUS_TYPE_STORE_FLAGS (vnus_store_flags_get_type ())

VNUS_AVAILABLE_IN_0_1
GType      vnus_store_flags_get_type (void);

#define VNUS_TYPE_STORE (vnus_store_get_type ())

VNUS_AVAILABLE_IN_0_1
G_DECLARE_INTERFACE (VnusStore, vnus_store, VNUS, STORE, GObject)

VNUS_AVAILABLE_IN_0_1
VnusStore     *vnus_store_open          (const char           *where,
                                         VnusStoreFlags        flags,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_open_async    (const char           *where,
                                         VnusStoreFlags        flags,
                                         int                   io_priority,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
VNUS_AVAILABLE_IN_0_1
VnusStore     *vnus_store_open_finish   (GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_recognise     (const char           *where);

VNUS_AVAILABLE_IN_0_1
gint64         vnus_store_get_revision  (VnusStore            *self,
                                         GCancellable         *cancellable,
                                         GError              **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_get_revision_async (VnusStore           *self,
                                              int                  io_priority,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
gint64         vnus_store_get_revision_finish (VnusStore     *self,
                                               GAsyncResult  *result,
                                               GError       **error);

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_fill          (VnusStore            *self,
                                         VnusChronicle        *chronicle,
                                         const char           *author,
                                         const char           *reason,
                                         GCancellable         *cancellable,
                                         GError              **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_fill_async (VnusStore           *self,
                                      VnusChronicle       *chronicle,
                                      const char          *author,
                                      const char          *reason,
                                      int                  io_priority,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_fill_finish (VnusStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error);

VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_store_load_revision (VnusStore            *self,
                                         gint64                revision,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_load_revision_async (VnusStore           *self,
                                               gint64               revision,
                                               int                  io_priority,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_store_load_revision_finish (VnusStore     *self,
                                                GAsyncResult  *result,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_store_load          (VnusStore            *self,
                                         VnusQuery            *query,
                                         VnusDate             *known_on,
                                         const char * const   *according_to,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_load_async (VnusStore           *self,
                                      VnusQuery           *query,
                                      VnusDate            *known_on,
                                      const char * const  *according_to,
                                      int                  io_priority,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
VnusChronicle *vnus_store_load_finish (VnusStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_count         (VnusStore            *self,
                                         VnusQuery            *query,
                                         VnusDate             *known_on,
                                         const char * const   *according_to,
                                         int                  *min,
                                         int                  *max,
                                         GCancellable         *cancellable,
                                         GError              **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_count_async (VnusStore           *self,
                                       VnusQuery           *query,
                                       VnusDate            *known_on,
                                       const char * const  *according_to,
                                       int                  io_priority,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_count_finish (VnusStore     *self,
                                        GAsyncResult  *result,
                                        int           *min,
                                        int           *max,
                                        GError       **error);

VNUS_AVAILABLE_IN_0_1
gint64         vnus_store_commit        (VnusStore            *self,
                                         VnusChangeSet        *changes,
                                         gint64                expected_revision,
                                         GCancellable         *cancellable,
                                         GError              **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_commit_async (VnusStore           *self,
                                        VnusChangeSet       *changes,
                                        gint64               expected_revision,
                                        int                  io_priority,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
gint64         vnus_store_commit_finish (VnusStore     *self,
                                         GAsyncResult  *result,
                                         GError       **error);
VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_store_list_clashes  (VnusStore            *self,
                                         VnusChangeSet        *changes,
                                         gint64                expected_revision,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_list_clashes_async (VnusStore           *self,
                                              VnusChangeSet       *changes,
                                              gint64               expected_revision,
                                              int                  io_priority,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_store_list_clashes_finish (VnusStore     *self,
                                               GAsyncResult  *result,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_store_list_commits  (VnusStore            *self,
                                         const char           *record_id,
                                         gint64                before,
                                         guint                 n_most,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_list_commits_async (VnusStore           *self,
                                              const char          *record_id,
                                              gint64               before,
                                              guint                n_most,
                                              int                  io_priority,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_store_list_commits_finish (VnusStore     *self,
                                               GAsyncResult  *result,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_store_load_changes  (VnusStore            *self,
                                         gint64                revision,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_load_changes_async (VnusStore           *self,
                                              gint64               revision,
                                              int                  io_priority,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_store_load_changes_finish (VnusStore     *self,
                                               GAsyncResult  *result,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_watch         (VnusStore            *self,
                                         GError              **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_watch_async (VnusStore           *self,
                                       int                  io_priority,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
gboolean       vnus_store_watch_finish (VnusStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error);
VNUS_AVAILABLE_IN_0_1
void           vnus_store_unwatch       (VnusStore            *self);

VNUS_AVAILABLE_IN_0_1
char         **vnus_store_check         (VnusStore            *self,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_store_check_async (VnusStore           *self,
                                       int                  io_priority,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
VNUS_AVAILABLE_IN_0_1
char         **vnus_store_check_finish (VnusStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
