/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: documents to chronicles. */
#include <vnus/vnus-document.h>

#include <string.h>

#include "base/vnus-clip-private.h"
#include "base/vnus-task-private.h"
#include "io/document-loader-private.h"
#include "io/shipped-private.h"

/* Of the resource that holds the shipped chronicles. */
#define FOLDER "/org/vnus/data"
#define ENDING ".json"

extern GResource *_vnus_data_get_resource (void);

/**
 * vnus_document_error_quark:
 *
 * Gets the error domain of documents.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-document-error-quark, vnus_document_error)

G_DEFINE_ENUM_TYPE (VnusDocumentError, vnus_document_error,
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_NOT_JSON, "not-json"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_FORMAT, "format"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_VERSION, "version"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_UNKNOWN_KEY, "unknown-key"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_DUPLICATE_KEY, "duplicate-key"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_MISSING_KEY, "missing-key"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_WRONG_TYPE, "wrong-type"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_BAD_VALUE, "bad-value"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_DUPLICATE_ID, "duplicate-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_DANGLING_REFERENCE, "dangling-reference"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_MISSING_CITATION, "missing-citation"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_LIMIT, "limit"),
                    G_DEFINE_ENUM_VALUE (VNUS_DOCUMENT_ERROR_NOT_SHIPPED, "not-shipped"))

G_DEFINE_FLAGS_TYPE (VnusLoadFlags, vnus_load_flags,
                     G_DEFINE_ENUM_VALUE (VNUS_LOAD_FLAGS_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_LOAD_FLAGS_LENIENT, "lenient"))

static VnusChronicle *
load_stream (GInputStream   *stream,
             goffset         size,
             const char     *name,
             VnusLoadFlags   flags,
             GCancellable   *cancellable,
             GError        **error)
{
  VnusLoader loader;
  VnusChronicle *chronicle;

  _vnus_loader_init (&loader, name, flags, cancellable);
  chronicle = _vnus_loader_load (&loader, stream, size);
  if (chronicle == NULL)
    g_propagate_error (error, g_steal_pointer (&loader.error));
  _vnus_loader_clear (&loader);

  return chronicle;
}

static VnusChronicle *
load_file (GFile          *file,
           const char     *name,
           VnusLoadFlags   flags,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  goffset size = 0;

  if (stream == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  /* No size is no fault: it only saves growing. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = g_file_info_get_size (info);

  return load_stream (G_INPUT_STREAM (stream), size, name, flags, cancellable, error);
}

/**
 * vnus_chronicle_load_bytes: (constructor)
 * @bytes: a document: JSON, or JSON Lines
 * @name: (nullable): what to call it in errors; if it ends in `.jsonl`, it is read as JSON Lines
 * @flags: how to load it
 * @error: return location for an error
 *
 * Loads a chronicle from memory.
 *
 * Fails with [error@Vnus.DocumentError]. A failed load leaves nothing behind.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_load_bytes (GBytes         *bytes,
                           const char     *name,
                           VnusLoadFlags   flags,
                           GError        **error)
{
  g_autoptr (GInputStream) stream = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  return load_stream (stream, (goffset) g_bytes_get_size (bytes), name != NULL ? name : "document", flags, NULL, error);
}

/**
 * vnus_chronicle_load_file: (constructor)
 * @file: a file: JSON, or JSON Lines
 * @flags: how to load it
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Loads a chronicle from a file.
 *
 * JSON Lines are told from JSON by their first line, or by a name that ends in
 * `.jsonl`; they are read piece by piece.
 *
 * Fails with [error@Vnus.DocumentError], or with [error@Gio.IOErrorEnum] if the
 * file cannot be read. A failed load leaves nothing behind.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_load_file (GFile          *file,
                          VnusLoadFlags   flags,
                          GCancellable   *cancellable,
                          GError        **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  return load_file (file, name, flags, cancellable, error);
}

typedef struct
{
  GFile         *file; /* (owned) */
  VnusLoadFlags  flags;
} LoadData;

static void
load_data_free (gpointer pointer)
{
  LoadData *data = pointer;

  g_object_unref (data->file);
  g_free (data);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  LoadData *data = task_data;
  GError *error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_load_file (data->file, data->flags, cancellable, &error);

  _vnus_task_return_pointer (task, chronicle, g_object_unref, error);
}

/**
 * vnus_chronicle_load_file_async:
 * @file: a file: JSON, or JSON Lines
 * @flags: how to load it
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Loads a chronicle as [ctor@Vnus.Chronicle.load_file] does, in another thread.
 *
 * Since: 0.1
 */
void
vnus_chronicle_load_file_async (GFile               *file,
                                VnusLoadFlags        flags,
                                int                  io_priority,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  LoadData *data;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  data = g_new (LoadData, 1);
  data->file = g_object_ref (file);
  data->flags = flags;
  _vnus_task_run (NULL, vnus_chronicle_load_file_async, load_in_thread, data, load_data_free, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_chronicle_load_file_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Vnus.Chronicle.load_file_async] began.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_load_file_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_chronicle_load_file_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * vnus_chronicle_list_shipped:
 *
 * Lists the chronicles that come with the library.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, sorted
 *
 * Since: 0.1
 */
char **
vnus_chronicle_list_shipped (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (_vnus_data_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ENDING))
      g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (ENDING)));

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

VnusChronicle *
_vnus_open_shipped (const char  *name,
                    GError     **error)
{
  g_autofree char *file = g_strconcat (name, ENDING, NULL);
  g_autofree char *path = g_strconcat (FOLDER "/", file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (_vnus_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      g_auto (GStrv) names = vnus_chronicle_list_shipped ();
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_NOT_SHIPPED,
                   "“%s” is no chronicle that is shipped; expected one of %s, or a path such as “./%s.json”",
                   _vnus_clip (name).text, list, _vnus_clip (name).text);
      return NULL;
    }

  return vnus_chronicle_load_bytes (bytes, file, VNUS_LOAD_FLAGS_NONE, error);
}

VnusChronicle *
_vnus_open_document (GFile       *file,
                     const char  *name,
                     GError     **error)
{
  return load_file (file, name, VNUS_LOAD_FLAGS_NONE, NULL, error);
}
