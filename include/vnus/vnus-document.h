/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <gio/gio.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VNUS_DOCUMENT_MAX_DEPTH:
 *
 * How deep the objects and lists of a document may be nested.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_DEPTH (64)

/**
 * VNUS_DOCUMENT_MAX_STRING:
 *
 * How many bytes of UTF-8 a string of a document may have: 1 MiB.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_STRING (1048576)

/**
 * VNUS_DOCUMENT_MAX_ITEMS:
 *
 * How many items a list in a record may have, such as its citations or
 * participants.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_ITEMS (10000)

/**
 * VNUS_DOCUMENT_MAX_RECORD_SIZE:
 *
 * How many bytes of a document a record may take: 16 MiB. In JSON Lines it is
 * the longest line.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_RECORD_SIZE (16777216)

/**
 * VNUS_DOCUMENT_MAX_RECORDS:
 *
 * How many records a document may have.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_RECORDS (2147483647)

/**
 * VNUS_DOCUMENT_MAX_MEBIBYTES:
 *
 * How long a JSON document may be, in units of 1048576 bytes.
 *
 * JSON Lines, which are read piece by piece, have no such limit.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_MAX_MEBIBYTES (4095)

/**
 * VNUS_DOCUMENT_ERROR:
 *
 * Error domain of documents.
 *
 * Since: 0.1
 */
#define VNUS_DOCUMENT_ERROR (vnus_document_error_quark ())

/**
 * VnusDocumentError:
 * @VNUS_DOCUMENT_ERROR_FAILED: any other failure
 * @VNUS_DOCUMENT_ERROR_NOT_JSON: the document is no JSON: its syntax, its encoding, a NUL, or its end is missing
 * @VNUS_DOCUMENT_ERROR_FORMAT: the document is JSON, but not of a chronicle
 * @VNUS_DOCUMENT_ERROR_VERSION: the document has a version that this library does not read, or none
 * @VNUS_DOCUMENT_ERROR_UNKNOWN_KEY: a key that has no meaning where it stands
 * @VNUS_DOCUMENT_ERROR_DUPLICATE_KEY: a key that stands twice in one object
 * @VNUS_DOCUMENT_ERROR_MISSING_KEY: a key that must be there is not
 * @VNUS_DOCUMENT_ERROR_WRONG_TYPE: a value of another JSON type than its key has, or `null`
 * @VNUS_DOCUMENT_ERROR_BAD_VALUE: a value that is not valid for its key: a date, a word, an amount, an id
 * @VNUS_DOCUMENT_ERROR_DUPLICATE_ID: two records have one id
 * @VNUS_DOCUMENT_ERROR_DANGLING_REFERENCE: a record refers to an id that no record has
 * @VNUS_DOCUMENT_ERROR_WRONG_KIND: a record refers to a record of a kind that may not stand there
 * @VNUS_DOCUMENT_ERROR_MISSING_CITATION: a record has no citation
 * @VNUS_DOCUMENT_ERROR_LIMIT: the document exceeds a limit
 * @VNUS_DOCUMENT_ERROR_NOT_SHIPPED: the library ships no chronicle of that name
 *
 * Errors of documents. More codes may be added: treat an unknown code as the
 * generic failure.
 *
 * A message begins with the file and the line, then tells the JSON Pointer of
 * the value and the id of the record, and quotes the value:
 *
 * `visits.json:12: /records/3/when: record “biden-vn-2023”: …`
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DOCUMENT_ERROR_FAILED,
  VNUS_DOCUMENT_ERROR_NOT_JSON,
  VNUS_DOCUMENT_ERROR_FORMAT,
  VNUS_DOCUMENT_ERROR_VERSION,
  VNUS_DOCUMENT_ERROR_UNKNOWN_KEY,
  VNUS_DOCUMENT_ERROR_DUPLICATE_KEY,
  VNUS_DOCUMENT_ERROR_MISSING_KEY,
  VNUS_DOCUMENT_ERROR_WRONG_TYPE,
  VNUS_DOCUMENT_ERROR_BAD_VALUE,
  VNUS_DOCUMENT_ERROR_DUPLICATE_ID,
  VNUS_DOCUMENT_ERROR_DANGLING_REFERENCE,
  VNUS_DOCUMENT_ERROR_WRONG_KIND,
  VNUS_DOCUMENT_ERROR_MISSING_CITATION,
  VNUS_DOCUMENT_ERROR_LIMIT,
  VNUS_DOCUMENT_ERROR_NOT_SHIPPED,
} VnusDocumentError;

#define VNUS_TYPE_DOCUMENT_ERROR (vnus_document_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_document_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_document_error_quark    (void);

/**
 * VnusLoadFlags:
 * @VNUS_LOAD_FLAGS_NONE: every fault is an error
 * @VNUS_LOAD_FLAGS_LENIENT: load records that refer to nothing, or to a record of the wrong kind, or that have no
 *   citation, so that they can be reported and mended
 *
 * How a document is loaded.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_LOAD_FLAGS_NONE = 0,
  VNUS_LOAD_FLAGS_LENIENT = 1 << 0,
} VnusLoadFlags;

#define VNUS_TYPE_LOAD_FLAGS (vnus_load_flags_get_type ())

VNUS_AVAILABLE_IN_0_1
GType           vnus_load_flags_get_type         (void);

VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_chronicle_open              (const char           *name_or_path,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
char          **vnus_chronicle_list_shipped      (void) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_chronicle_load_bytes        (GBytes               *bytes,
                                                  const char           *name,
                                                  VnusLoadFlags         flags,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_chronicle_load_file         (GFile                *file,
                                                  VnusLoadFlags         flags,
                                                  GCancellable         *cancellable,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
void            vnus_chronicle_load_file_async   (GFile                *file,
                                                  VnusLoadFlags         flags,
                                                  int                   io_priority,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
VNUS_AVAILABLE_IN_0_1
VnusChronicle  *vnus_chronicle_load_file_finish  (GAsyncResult         *result,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
GBytes         *vnus_chronicle_to_json           (VnusChronicle        *self) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
GBytes         *vnus_chronicle_to_json_lines     (VnusChronicle        *self) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
gboolean        vnus_chronicle_save_file         (VnusChronicle        *self,
                                                  GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
VNUS_AVAILABLE_IN_0_1
void            vnus_chronicle_save_file_async   (VnusChronicle        *self,
                                                  GFile                *file,
                                                  int                   io_priority,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
VNUS_AVAILABLE_IN_0_1
gboolean        vnus_chronicle_save_file_finish  (VnusChronicle        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

VNUS_AVAILABLE_IN_0_1
char           *vnus_document_dup_schema         (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
