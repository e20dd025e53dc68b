/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: rows of delimiter-separated values, one after the other (RFC 4180).
 *
 * Lines end with CR LF, LF or CR. A quoted field may have line ends in it and
 * quotes that are doubled. A blank line is no row, but is counted as one, as a
 * spreadsheet counts it. The first row says how many fields the others have.
 *
 * What is wrong with a row is told with the row, and reading goes on after it.
 * Memory is bounded by the limits, however long the file or its fields are.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VNUS_CSV_MAX_FIELD  (1024 * 1024)      /* bytes of UTF-8 */
#define VNUS_CSV_MAX_ROW    (16 * 1024 * 1024)
#define VNUS_CSV_MAX_FIELDS 4096               /* in a row */

#define VNUS_CSV_ERROR (_vnus_csv_error_quark ())

typedef enum
{
  VNUS_CSV_ERROR_FAILED,
  VNUS_CSV_ERROR_ENCODING, /* an encoding that is not read, or bytes that are not of it */
  VNUS_CSV_ERROR_QUOTE,    /* a quote where none may stand, or one that is never closed */
  VNUS_CSV_ERROR_RAGGED,   /* more or fewer fields than the first row has */
  VNUS_CSV_ERROR_LIMIT,
} VnusCsvError;

GQuark _vnus_csv_error_quark (void);

/* Borrowed from the reader, until the next row is read. */
typedef struct
{
  guint64             number;       /* from 1; the header counts, and so do blank lines */
  guint64             line;         /* from 1, on which the row begins */
  guint               n_fields;
  const char *const  *fields;       /* valid UTF-8, NULL-terminated */
  const GError       *fault;        /* NULL if the row is good; the message has no place in it */
  guint               fault_column; /* from 1; 0 if the fault is of the whole row */
} VnusCsvRow;

typedef struct _VnusCsvReader VnusCsvReader;

/* @name: of the file, in messages. @delimiter: 0 is a comma. @encoding: NULL is
 * UTF-8, with or without a BOM; “latin-1” (“iso-8859-1”) is the other. */
VnusCsvReader    *_vnus_csv_reader_new  (GInputStream   *stream,
                                         const char     *name,
                                         char            delimiter,
                                         const char     *encoding,
                                         GError        **error);
void              _vnus_csv_reader_free (VnusCsvReader  *self);

/* NULL with an error if the stream cannot be read or is in no encoding that is
 * known; NULL without one at the end. */
const VnusCsvRow *_vnus_csv_reader_next (VnusCsvReader  *self,
                                         GCancellable   *cancellable,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusCsvReader, _vnus_csv_reader_free)

G_END_DECLS
