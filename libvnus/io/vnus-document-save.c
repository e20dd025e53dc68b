/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chronicles to documents. */
#include <vnus/vnus-document.h>

#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-clip-private.h"
#include "base/vnus-task-private.h"
#include "io/save-file-private.h"

/**
 * vnus_chronicle_to_json:
 * @self: a chronicle
 *
 * Writes a chronicle as a JSON document in its canonical form.
 *
 * The same chronicle gives the same bytes, everywhere: records are sorted by
 * kind and id, keys are in the order of the fields, texts are UTF-8. Read back,
 * it gives the same bytes again.
 *
 * Of a view, what it shows is written, and not what its records refer to
 * outside of it: load that with `VNUS_LOAD_FLAGS_LENIENT`.
 *
 * Returns: (transfer full): the document
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_json (VnusChronicle *self)
{
  g_autoptr (VnusDocumentContent) content = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  content = _vnus_document_content_new (self);
  return _vnus_document_to_bytes (content, VNUS_DOCUMENT_LAYOUT_JSON);
}

/**
 * vnus_chronicle_to_json_lines:
 * @self: a chronicle
 *
 * Writes a chronicle as JSON Lines in their canonical form.
 *
 * The first line tells format, version, id and label; each further line is one
 * record.
 *
 * Returns: (transfer full): the document
 *
 * Since: 0.1
 */
GBytes *
vnus_chronicle_to_json_lines (VnusChronicle *self)
{
  g_autoptr (VnusDocumentContent) content = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  content = _vnus_document_content_new (self);
  return _vnus_document_to_bytes (content, VNUS_DOCUMENT_LAYOUT_LINES);
}

/* Whether what is saved can be loaded again. */
static gboolean
check_content (VnusDocumentContent  *content,
               GFile                *file,
               GError              **error)
{
  g_autofree char *name = NULL;

  if (content->id[0] == '\0' || vnus_fold_is_id (content->id))
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_BAD_VALUE,
               "%s: the id of the chronicle is “%s”; expected lower-case ASCII letters, digits and single hyphens",
               name, _vnus_clip (content->id).text);
  return FALSE;
}

static gboolean
save (VnusDocumentContent  *content,
      GFile                *file,
      GCancellable         *cancellable,
      GError              **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);
  const char *ending = base != NULL ? strrchr (base, '.') : NULL;
  gboolean is_lines = ending != NULL && g_ascii_strcasecmp (ending, ".jsonl") == 0;
  VnusDocumentLayout layout = is_lines ? VNUS_DOCUMENT_LAYOUT_LINES : VNUS_DOCUMENT_LAYOUT_JSON;
  g_autoptr (GBytes) bytes = NULL;

  if (!check_content (content, file, error))
    return FALSE;
  if (g_file_is_native (file) && path != NULL)
    return _vnus_save_file (path, content, layout, cancellable, error);

  bytes = _vnus_document_to_bytes (content, layout);
  return _vnus_save_bytes (file, bytes, cancellable, error);
}

/**
 * vnus_chronicle_save_file:
 * @self: a chronicle
 * @file: the file, which need not exist
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Saves a chronicle in its canonical form: as JSON Lines if the name of the
 * file ends in `.jsonl`, else as JSON.
 *
 * A local file is replaced as a whole: whatever happens meanwhile, the file is
 * the old one or the new one, never a mixture, and on success the new one is on
 * the disk. Its mode is kept, and a link to it stays one. If the process is
 * killed, an unfinished file with a name such as `.visits.json.K3X1QZ` may
 * remain beside it.
 *
 * Fails with [error@Gio.IOErrorEnum]; with `BAD_VALUE` of
 * [error@Vnus.DocumentError] if the id of the chronicle is not one, or with
 * `LIMIT` if a text, a list or a record is longer than a document may have. The
 * old file is untouched then.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_save_file (VnusChronicle  *self,
                          GFile          *file,
                          GCancellable   *cancellable,
                          GError        **error)
{
  g_autoptr (VnusDocumentContent) content = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  content = _vnus_document_content_new (self);
  return save (content, file, cancellable, error);
}

typedef struct
{
  VnusDocumentContent *content; /* (owned) */
  GFile               *file;    /* (owned) */
} SaveData;

static void
save_data_free (gpointer pointer)
{
  SaveData *data = pointer;

  _vnus_document_content_free (data->content);
  g_object_unref (data->file);
  g_free (data);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  SaveData *data = task_data;
  GError *error = NULL;
  gboolean good = save (data->content, data->file, cancellable, &error);

  _vnus_task_return_boolean (task, good, error);
}

/**
 * vnus_chronicle_save_file_async:
 * @self: a chronicle
 * @file: the file, which need not exist
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Saves a chronicle as [method@Vnus.Chronicle.save_file] does, in another
 * thread.
 *
 * What is saved is the chronicle at the time of the call; it may change
 * meanwhile.
 *
 * Since: 0.1
 */
void
vnus_chronicle_save_file_async (VnusChronicle       *self,
                                GFile               *file,
                                int                  io_priority,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  SaveData *data;

  g_return_if_fail (VNUS_IS_CHRONICLE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  data = g_new (SaveData, 1);
  data->content = _vnus_document_content_new (self);
  data->file = g_object_ref (file);
  _vnus_task_run (self, vnus_chronicle_save_file_async, save_in_thread, data, save_data_free, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_chronicle_save_file_finish:
 * @self: a chronicle
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Chronicle.save_file_async] began.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_save_file_finish (VnusChronicle  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_chronicle_save_file_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
