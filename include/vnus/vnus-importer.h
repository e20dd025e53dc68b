/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-change-set.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-mapping.h>

G_BEGIN_DECLS

/**
 * VNUS_IMPORTER_MAX_ROW_SIZE:
 *
 * How many bytes of a file one row of it may take: 4 MiB.
 *
 * Since: 0.1
 */
#define VNUS_IMPORTER_MAX_ROW_SIZE (4194304)

/**
 * VNUS_IMPORTER_ERROR:
 *
 * Error domain of importers.
 *
 * Since: 0.1
 */
#define VNUS_IMPORTER_ERROR (vnus_importer_error_quark ())

/**
 * VnusImporterError:
 * @VNUS_IMPORTER_ERROR_FAILED: any other failure
 * @VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT: there is no importer of that name
 * @VNUS_IMPORTER_ERROR_NO_FILE: a path leads to no file that the importer could read
 *
 * Errors of importers. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * What is wrong inside of a file is no error but an issue: see
 * [method@Vnus.Importer.list_issues].
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_IMPORTER_ERROR_FAILED,
  VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT,
  VNUS_IMPORTER_ERROR_NO_FILE,
} VnusImporterError;

#define VNUS_TYPE_IMPORTER_ERROR (vnus_importer_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_importer_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_importer_error_quark    (void);

/**
 * VnusRowOutcome:
 * @VNUS_ROW_OUTCOME_UNSET: not set; all rows where rows are counted
 * @VNUS_ROW_OUTCOME_MADE: it made a record of its own
 * @VNUS_ROW_OUTCOME_MERGED: it went into a record that another row had made, or that the chronicle has and that it changes
 * @VNUS_ROW_OUTCOME_UNCHANGED: the chronicle has all that it says
 * @VNUS_ROW_OUTCOME_NOTED: the rules could not read it: it is kept as a note on another record, word for word
 * @VNUS_ROW_OUTCOME_REFUSED: it made nothing, and an issue says why
 *
 * What became of a row of a file. Each row has exactly one outcome.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ROW_OUTCOME_UNSET,
  VNUS_ROW_OUTCOME_MADE,
  VNUS_ROW_OUTCOME_MERGED,
  VNUS_ROW_OUTCOME_UNCHANGED,
  VNUS_ROW_OUTCOME_NOTED,
  VNUS_ROW_OUTCOME_REFUSED,
} VnusRowOutcome;

#define VNUS_TYPE_ROW_OUTCOME (vnus_row_outcome_get_type ())
VNUS_AVAILABLE_IN_0_1
GType vnus_row_outcome_get_type (void);

#define VNUS_TYPE_IMPORTER (vnus_importer_get_type ())
VNUS_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (VnusImporter, vnus_importer, VNUS, IMPORTER, GObject)

VNUS_AVAILABLE_IN_0_1
VnusImporter  *vnus_importer_new          (const char           *format,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char         **vnus_importer_list_formats (void) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
const char    *vnus_importer_get_format   (VnusImporter         *self);

VNUS_AVAILABLE_IN_0_1
VnusMapping   *vnus_importer_get_mapping  (VnusImporter         *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_importer_set_mapping  (VnusImporter         *self,
                                           VnusMapping          *mapping);

VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_importer_read         (VnusImporter         *self,
                                           const char * const   *paths,
                                           VnusChronicle        *into,
                                           GCancellable         *cancellable,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void           vnus_importer_read_async   (VnusImporter         *self,
                                           const char * const   *paths,
                                           VnusChronicle        *into,
                                           int                   io_priority,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
VNUS_AVAILABLE_IN_0_1
VnusChangeSet *vnus_importer_read_finish  (VnusImporter         *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
guint          vnus_importer_count_rows   (VnusImporter         *self,
                                           VnusRowOutcome        outcome);
VNUS_AVAILABLE_IN_0_1
guint          vnus_importer_count_notes  (VnusImporter         *self);
VNUS_AVAILABLE_IN_0_1
GListModel    *vnus_importer_list_issues  (VnusImporter         *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char          *vnus_importer_to_text      (VnusImporter         *self,
                                           const char           *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
