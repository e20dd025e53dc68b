/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: rows of delimiter-separated values, as RFC 4180 has them: lines end
 * with CR LF, and a field is quoted if it must be. A reader gets back what was
 * written, byte for byte. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;      /* (owned) what was not flushed yet */
  guint    n_fields;  /* of the row so far */
  gsize    start;     /* of the row in the text */
  char     delimiter;
} VnusCsvWriter;

/* @delimiter: 0 is a comma. */
void     _vnus_csv_writer_init      (VnusCsvWriter *self,
                                     char           delimiter);
void     _vnus_csv_writer_clear     (VnusCsvWriter *self);

/* Adds a field to the row; NULL is an empty one. */
void     _vnus_csv_writer_put       (VnusCsvWriter *self,
                                     const char    *field);
void     _vnus_csv_writer_end_row   (VnusCsvWriter *self);

/* Whole rows to @stream, so that memory stays bounded. */
gboolean _vnus_csv_writer_flush     (VnusCsvWriter  *self,
                                     GOutputStream  *stream,
                                     GCancellable   *cancellable,
                                     GError        **error);

/* All rows since the last flush, NUL-terminated beyond its length. */
GBytes  *_vnus_csv_writer_end       (VnusCsvWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusCsvWriter, _vnus_csv_writer_clear)

G_END_DECLS
