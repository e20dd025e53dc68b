/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: importers, by the names of their formats. */
#include <vnus/vnus-importer.h>

#include "base/vnus-clip-private.h"
#include "base/vnus-task-private.h"
#include "io/importer-private.h"

/**
 * VnusImporter:
 *
 * Reads what others keep — registers, files of terms — as records for a chronicle.
 *
 * ```c
 * const char *paths[] = { "travels/president-travels", NULL };
 * g_autoptr (VnusImporter) importer = vnus_importer_new ("travels", &error);
 * g_autoptr (VnusChangeSet) changes = vnus_importer_read (importer, paths, chronicle, NULL, &error);
 *
 * vnus_change_set_apply (changes, chronicle, &error);
 * ```
 *
 * An importer changes nothing by itself: it proposes a change set. It stops at no
 * fault and drops nothing silently. What is one entry to its source is a *row*;
 * each row has exactly one outcome ([enum@Vnus.RowOutcome]), so that
 * [method@Vnus.Importer.count_rows] adds up. Where something could not be read,
 * an issue names the file, the line and the value.
 *
 * Every record cites its source with the id that the row has there. By that it is
 * found again when the same files, or newer ones, are read into a chronicle that
 * has it: its id stays, and a row that says nothing new changes nothing.
 *
 * An importer may be used by one thread at a time. The formats are told of in
 * the page on importers.
 *
 * Since: 0.1
 */
enum
{
  PROP_0,
  PROP_FORMAT,
  PROP_MAPPING,
  N_PROPERTIES,
};

enum
{
  PROGRESS,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VnusImporter, vnus_importer, G_TYPE_OBJECT)

/**
 * vnus_importer_error_quark:
 *
 * Gets the error domain of importers.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-importer-error-quark, vnus_importer_error)

G_DEFINE_ENUM_TYPE (VnusImporterError, vnus_importer_error,
                    G_DEFINE_ENUM_VALUE (VNUS_IMPORTER_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT, "unknown-format"),
                    G_DEFINE_ENUM_VALUE (VNUS_IMPORTER_ERROR_NO_FILE, "no-file"))

G_DEFINE_ENUM_TYPE (VnusRowOutcome, vnus_row_outcome,
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_MADE, "made"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_MERGED, "merged"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_NOTED, "noted"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROW_OUTCOME_REFUSED, "refused"))

/* In the order of their names. */
static const VnusImportFormat *const formats[] = {
  &_vnus_import_csv,
  &_vnus_import_executives,
  &_vnus_import_gsh,
  &_vnus_import_pocom,
  &_vnus_import_rdcr,
  &_vnus_import_travels,
  &_vnus_import_visits,
};

static const VnusImportFormat *
find_format (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i]->name, name))
      return formats[i];

  return NULL;
}

static void
vnus_importer_finalize (GObject *object)
{
  VnusImporter *self = VNUS_IMPORTER (object);

  g_clear_object (&self->mapping);
  g_clear_pointer (&self->result, _vnus_import_result_free);

  G_OBJECT_CLASS (vnus_importer_parent_class)->finalize (object);
}

static void
vnus_importer_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VnusImporter *self = VNUS_IMPORTER (object);

  if (id == PROP_FORMAT)
    g_value_set_string (value, vnus_importer_get_format (self));
  else if (id == PROP_MAPPING)
    g_value_set_object (value, self->mapping);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vnus_importer_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VnusImporter *self = VNUS_IMPORTER (object);

  if (id == PROP_FORMAT)
    self->format = find_format (g_value_get_string (value));
  else if (id == PROP_MAPPING)
    vnus_importer_set_mapping (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vnus_importer_class_init (VnusImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_importer_finalize;
  object_class->get_property = vnus_importer_get_property;
  object_class->set_property = vnus_importer_set_property;

  /**
   * VnusImporter:format: (getter get_format)
   *
   * The name of the format, such as `travels`.
   *
   * Since: 0.1
   */
  properties[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusImporter:mapping: (getter get_mapping) (setter set_mapping)
   *
   * What the columns of a table mean, for the format `csv`.
   *
   * Since: 0.1
   */
  properties[PROP_MAPPING] = g_param_spec_object ("mapping", NULL, NULL, VNUS_TYPE_MAPPING,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * VnusImporter::progress:
   * @self: an importer
   * @fraction: how much of all files has been read, from 0 to 1
   * @file: the file that is being read
   *
   * Tells how far a reading has come, about a hundred times in all.
   *
   * It is emitted in the thread that called [method@Vnus.Importer.read]; for
   * [method@Vnus.Importer.read_async] in the main context in which its callback
   * will be called.
   *
   * Since: 0.1
   */
  signals[PROGRESS] = g_signal_new ("progress", VNUS_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_STRING);
}

static void
vnus_importer_init (VnusImporter *self)
{
}

/**
 * vnus_importer_new:
 * @format: the name of a format, one of [func@Vnus.Importer.list_formats]
 * @error: return location for an error
 *
 * Creates an importer of a format.
 *
 * Returns: (transfer full): a new importer
 *
 * Since: 0.1
 */
VnusImporter *
vnus_importer_new (const char  *format,
                   GError     **error)
{
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (find_format (format) == NULL)
    {
      g_auto (GStrv) names = vnus_importer_list_formats ();
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT,
                   "“%s” is no format that can be imported; expected one of %s", _vnus_clip (format).text, list);
      return NULL;
    }

  return g_object_new (VNUS_TYPE_IMPORTER, "format", format, NULL);
}

/**
 * vnus_importer_list_formats:
 *
 * Lists the formats that can be imported.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, sorted
 *
 * Since: 0.1
 */
char **
vnus_importer_list_formats (void)
{
  GStrv names = g_new0 (char *, G_N_ELEMENTS (formats) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    names[i] = g_strdup (formats[i]->name);

  return names;
}

/**
 * vnus_importer_get_format:
 * @self: an importer
 *
 * Gets the name of the format.
 *
 * Returns: (nullable): the name, or `NULL` in an importer that was made without one
 *
 * Since: 0.1
 */
const char *
vnus_importer_get_format (VnusImporter *self)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);

  return self->format != NULL ? self->format->name : NULL;
}

/**
 * vnus_importer_get_mapping:
 * @self: an importer
 *
 * Gets what the columns of a table mean.
 *
 * Returns: (transfer none) (nullable): the mapping, or `NULL` if tables are sheets of this library
 *
 * Since: 0.1
 */
VnusMapping *
vnus_importer_get_mapping (VnusImporter *self)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);

  return self->mapping;
}

/**
 * vnus_importer_set_mapping:
 * @self: an importer
 * @mapping: (nullable): the mapping, or `NULL` if tables are sheets of this library
 *
 * Sets what the columns of a table mean; the other formats do not ask for it.
 *
 * Since: 0.1
 */
void
vnus_importer_set_mapping (VnusImporter *self,
                           VnusMapping  *mapping)
{
  g_return_if_fail (VNUS_IS_IMPORTER (self));
  g_return_if_fail (mapping == NULL || VNUS_IS_MAPPING (mapping));

  if (g_set_object (&self->mapping, mapping))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAPPING]);
}

/* Reading */

static void
report_progress (goffset     done,
                 goffset     total,
                 const char *file,
                 gpointer    user_data)
{
  g_signal_emit (user_data, signals[PROGRESS], 0, total > 0 ? (double) done / (double) total : 1.0, file);
}

static VnusImportResult *
run (VnusImporter        *self,
     VnusMapping         *mapping,
     const char * const  *paths,
     VnusChronicle       *into,
     VnusImportProgress   progress,
     gpointer             user_data,
     GCancellable        *cancellable,
     GError             **error)
{
  if (self->format == NULL)
    {
      g_set_error_literal (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_UNKNOWN_FORMAT,
                           "the importer has no format");
      return NULL;
    }
  if (paths[0] == NULL)
    {
      g_set_error_literal (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_NO_FILE, "there is no path to read");
      return NULL;
    }

  return _vnus_import_run (self->format, mapping, paths, into, progress, user_data, cancellable, error);
}

static VnusChangeSet *
take_result (VnusImporter     *self,
             VnusImportResult *result)
{
  g_clear_pointer (&self->result, _vnus_import_result_free);
  self->result = result;

  return result != NULL ? g_object_ref (result->changes) : NULL;
}

/**
 * vnus_importer_read:
 * @self: an importer
 * @paths: (array zero-terminated=1): files, and folders with files, by path or URI; those of a folder are read in the order of their names
 * @into: (nullable): the chronicle that the records are to join; it is not changed
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Reads files, and proposes what they would change in a chronicle.
 *
 * Without @into, or where @into has nothing of the kind, records are added. What
 * @into has is merged: nothing of it goes, fields that it lacks are added with
 * their source, and a value that differs becomes a claim beside the one that is
 * there. Rows of a register that were imported before replace what they made then.
 *
 * Fails with `NO_FILE` of [error@Vnus.ImporterError] if a path leads nowhere, and
 * with `CANCELLED` of [error@Gio.IOErrorEnum]. Whatever is wrong in a file is an
 * issue: see [method@Vnus.Importer.list_issues].
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_importer_read (VnusImporter        *self,
                    const char * const  *paths,
                    VnusChronicle       *into,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (into == NULL || VNUS_IS_CHRONICLE (into), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return take_result (self, run (self, self->mapping, paths, into, report_progress, self, cancellable, error));
}

typedef struct
{
  char          **paths;
  VnusChronicle  *into;    /* (owned) (nullable) a snapshot */
  VnusMapping    *mapping; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_strfreev (job->paths);
  g_clear_object (&job->into);
  g_clear_object (&job->mapping);
  g_free (job);
}

typedef struct
{
  VnusImporter *importer; /* (owned) */
  double        fraction;
  char         *file;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->importer);
  g_free (report->file);
  g_free (report);
}

static gboolean
emit_report (gpointer data)
{
  Report *report = data;

  g_signal_emit (report->importer, signals[PROGRESS], 0, report->fraction, report->file);
  return G_SOURCE_REMOVE;
}

/* In the thread that reads: handlers are for the one that asked. */
static void
send_report (goffset     done,
             goffset     total,
             const char *file,
             gpointer    user_data)
{
  GTask *task = user_data;
  Report *report = g_new0 (Report, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  report->importer = g_object_ref (g_task_get_source_object (task));
  report->fraction = total > 0 ? (double) done / (double) total : 1.0;
  report->file = g_strdup (file);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, emit_report, report, report_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  VnusImportResult *result = run (VNUS_IMPORTER (source), job->mapping, (const char *const *) job->paths, job->into,
                                  send_report, task, cancellable, &error);

  _vnus_task_return_pointer (task, result, (GDestroyNotify) _vnus_import_result_free, error);
}

/**
 * vnus_importer_read_async:
 * @self: an importer
 * @paths: (array zero-terminated=1): files, and folders with files
 * @into: (nullable): the chronicle that the records are to join, as it is now
 * @io_priority: the priority, such as `G_PRIORITY_DEFAULT`
 * @cancellable: (nullable): what may cancel it
 * @callback: (scope async) (nullable): what to call when it is done
 * @user_data: (closure): data for @callback
 *
 * Reads as [method@Vnus.Importer.read] does, in another thread.
 *
 * The counts and the issues are those of the last reading until
 * [method@Vnus.Importer.read_finish] is called.
 *
 * Since: 0.1
 */
void
vnus_importer_read_async (VnusImporter        *self,
                          const char * const  *paths,
                          VnusChronicle       *into,
                          int                  io_priority,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Job *job;

  g_return_if_fail (VNUS_IS_IMPORTER (self));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (into == NULL || VNUS_IS_CHRONICLE (into));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->paths = g_strdupv ((char **) paths);
  job->into = into != NULL ? vnus_chronicle_snapshot (into) : NULL;
  job->mapping = self->mapping != NULL ? g_object_ref (self->mapping) : NULL;
  _vnus_task_run (self, vnus_importer_read_async, read_in_thread, job, job_free, io_priority, cancellable, callback, user_data);
}

/**
 * vnus_importer_read_finish:
 * @self: an importer
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Vnus.Importer.read_async] began.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_importer_read_finish (VnusImporter  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (VNUS_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vnus_importer_read_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return take_result (self, g_task_propagate_pointer (G_TASK (result), error));
}
