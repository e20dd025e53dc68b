/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chronicles in the forms of others. */
#include <vnus/vnus-export.h>

#include <gio/gio.h>

#include "io/export-private.h"
#include "io/save-file-private.h"

static void
tell (guint *n_left_out,
      guint  n)
{
  if (n_left_out != NULL)
    *n_left_out = n;
}

/**
 * vnus_chronicle_to_colt:
 * @self: a chronicle
 * @n_left_out: (out) (optional): return location for how many visits are left out
 *
 * Writes the visits that were held with the columns of the COLT data set (Country
 * and Organizational Leader Travel), one guest of one visit a row.
 *
 * A column that nothing is recorded for is empty, never “No”; days are written
 * only where they are certain. Visits that were not held for sure, without a
 * guest by name, or without a certain year are left out.
 *
 * Returns: (transfer full): comma-separated values in UTF-8
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_colt (VnusChronicle *self,
                        guint         *n_left_out)
{
  GBytes *bytes;
  guint n;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  bytes = _vnus_export_colt (self, &n);
  tell (n_left_out, n);
  return bytes;
}

/**
 * vnus_chronicle_to_timelinejs:
 * @self: a chronicle
 * @query: (nullable): what to write; `NULL` for all events, stages and treaty actions
 * @language: a language, such as `en` or `vi`
 * @n_left_out: (out) (optional): return location for how many records are left out
 *
 * Writes the JSON that TimelineJS shows as a time line.
 *
 * Dates go as far as they are known: a month stays a month. What has no certain
 * year has no place on a time line and is left out.
 *
 * Returns: (transfer full): the JSON
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_timelinejs (VnusChronicle *self,
                              VnusQuery     *query,
                              const char    *language,
                              guint         *n_left_out)
{
  GBytes *bytes;
  guint n;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  bytes = _vnus_export_timelinejs (self, query, language, &n);
  tell (n_left_out, n);
  return bytes;
}

/**
 * vnus_chronicle_to_icalendar:
 * @self: a chronicle
 * @query: (nullable): what to write; `NULL` for all events, stages and treaty actions
 * @language: a language, such as `en` or `vi`
 * @n_left_out: (out) (optional): return location for how many records are left out
 * @error: return location for an error
 *
 * Writes a calendar (iCalendar, RFC 5545) with an entry of whole days for each
 * record.
 *
 * What has no first and last day that are certain is left out: a calendar cannot
 * say “some day in September”. The calendar tells how many there are.
 *
 * Fails with `NOT_SUPPORTED` of [error@Gio.IOErrorEnum] if the library was built
 * without calendars.
 *
 * Returns: (transfer full): the calendar
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_icalendar (VnusChronicle  *self,
                             VnusQuery      *query,
                             const char     *language,
                             guint          *n_left_out,
                             GError        **error)
{
#ifdef VNUS_HAVE_ICAL
  GBytes *bytes;
  guint n;
#endif

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

#ifdef VNUS_HAVE_ICAL
  bytes = _vnus_export_icalendar (self, query, language, &n);
  tell (n_left_out, n);
  return bytes;
#else
  tell (n_left_out, 0);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       "this libvnus was built without calendars, for which it needs libical-glib");
  return NULL;
#endif
}

/**
 * vnus_save_bytes:
 * @file: a file
 * @bytes: what is to be in it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of [error@Gio.IOErrorEnum]
 *
 * Saves what was exported, as [method@Vnus.Chronicle.save_file] saves a document.
 *
 * A local file is replaced as a whole: it is the old one, or all of the new one, which
 * is then on the disk. A link stays a link, and the mode is kept. What is no regular
 * file, such as a pipe, is written to as it is.
 *
 * Returns: `TRUE` if it was saved; on failure `FALSE` with @error set
 *
 * Since: 0.1
 */
gboolean
vnus_save_bytes (GFile         *file,
                 GBytes        *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _vnus_save_bytes (file, bytes, cancellable, error);
}
