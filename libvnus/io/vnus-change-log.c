/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: change sets as JSON, and as a log: a table of changes, one a row, that
 * is read back as the same change set. */
#include <vnus/vnus-change-log.h>

#include <string.h>

#include "base/vnus-clip-private.h"
#include "chronicle/vnus-change-private.h"
#include "io/csv-reader-private.h"
#include "io/csv-writer-private.h"
#include "io/document-loader-private.h"
#include "io/document-writer-private.h"
#include "io/save-file-private.h"
#include "model/vnus-record-private.h"

/* The columns of a log. */
typedef enum
{
  COLUMN_CHANGE,
  COLUMN_ID,
  COLUMN_WHO,
  COLUMN_WHY,
  COLUMN_SOURCE,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  N_COLUMNS
} Column;

static const char *const columns[N_COLUMNS] = {
  [COLUMN_CHANGE] = "change", [COLUMN_ID] = "id",         [COLUMN_WHO] = "who",     [COLUMN_WHY] = "why",
  [COLUMN_SOURCE] = "source", [COLUMN_BEFORE] = "before", [COLUMN_AFTER] = "after",
};

static const char *
nick_of (VnusChange *change)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_CHANGE_KIND);

  return g_enum_get_value (klass, (int) vnus_change_get_kind (change))->value_nick;
}

/* --- JSON --- */

static void
put_text (VnusJsonWriter *json,
          guint          *n,
          const char     *key,
          const char     *text)
{
  if (text == NULL)
    return;

  _vnus_json_put_member (json, n, key);
  _vnus_json_put_string (json, text);
}

static void
put_whole (VnusJsonWriter *json,
           guint          *n,
           const char     *key,
           VnusRecord     *record)
{
  if (record == NULL)
    return;

  _vnus_json_put_member (json, n, key);
  _vnus_json_put_record (json, record);
}

/* The names of the fields that a replacement changes. */
static void
put_fields (VnusJsonWriter *json,
            guint          *n,
            VnusRecord     *before,
            VnusRecord     *after)
{
  VnusRecordClass *klass;
  const char *comma = "";

  if (before == NULL || after == NULL || vnus_record_get_kind (before) != vnus_record_get_kind (after))
    return;

  klass = _vnus_record_class (before);
  _vnus_json_put_member (json, n, "fields");
  _vnus_json_put_raw (json, "[");
  for (guint i = 0; i <= klass->n_fields; i++)
    {
      VnusField *field = i < klass->n_fields ? klass->fields[i] : NULL;

      if (field != NULL ? _vnus_record_has_same_field (before, after, field)
                        : _vnus_record_has_same_citations (before, after))
        continue;
      _vnus_json_put_raw (json, comma);
      _vnus_json_put_string (json, field != NULL ? field->name : "citations");
      comma = json->comma;
    }
  _vnus_json_put_raw (json, "]");
}

static void
put_change (VnusJsonWriter *json,
            VnusChange     *change)
{
  VnusRecord *before = vnus_change_get_before (change), *after = vnus_change_get_after (change);
  guint n = 0;

  put_text (json, &n, "change", nick_of (change));
  put_text (json, &n, "kind", vnus_kind_to_string (vnus_record_get_kind (after != NULL ? after : before)));
  put_text (json, &n, "id", vnus_change_get_record_id (change));
  put_text (json, &n, "who", vnus_change_get_author (change));
  put_text (json, &n, "why", vnus_change_get_reason (change));
  put_text (json, &n, "source", vnus_change_get_source_id (change));
  put_fields (json, &n, before, after);
  put_whole (json, &n, "before", before);
  put_whole (json, &n, "after", after);
  _vnus_json_put_raw (json, json->close);
}

/**
 * vnus_change_set_to_json:
 * @self: a change set
 *
 * Writes the changes as a JSON object: `format` (`vnus-change-set`), `version` (1)
 * and `changes`, a list with a line for each change. A change has `change` (`add`,
 * `replace` or `remove`), `kind` and `id` of the record; `who`, `why` and `source`
 * where there are; of a replacement `fields`, the names of those that differ; and
 * the records `before` and `after` as they stand in a document.
 *
 * The same changes give the same bytes, everywhere.
 *
 * Returns: (transfer full): the text, which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_change_set_to_json (VnusChangeSet *self)
{
  VnusJsonWriter json;
  char *text;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);

  _vnus_json_writer_init (&json, TRUE);
  _vnus_json_put_raw (&json, "{\"format\":\"vnus-change-set\",\"version\":1,\"changes\":[");
  for (guint i = 0; i < _vnus_change_set_get_n (self); i++)
    {
      _vnus_json_put_raw (&json, i > 0 ? ",\n" : "\n");
      put_change (&json, _vnus_change_set_get_nth (self, i));
    }
  _vnus_json_put_raw (&json, "\n]}\n");

  text = g_strndup (json.data, json.length);
  _vnus_json_writer_clear (&json);
  return text;
}

/* --- Writing a log --- */

static gboolean
put_cell (VnusCsvWriter  *csv,
          const char     *id,
          const char     *text,
          GError        **error)
{
  if (text != NULL && strlen (text) > VNUS_CSV_MAX_FIELD)
    {
      g_set_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_LIMIT,
                   "the change of “%s” has %" G_GSIZE_FORMAT " bytes in one cell; a log has at most %d",
                   id, strlen (text), VNUS_CSV_MAX_FIELD);
      return FALSE;
    }

  _vnus_csv_writer_put (csv, text);
  return TRUE;
}

static gboolean
put_record_cell (VnusCsvWriter   *csv,
                 VnusJsonWriter  *json,
                 const char      *id,
                 VnusRecord      *record,
                 GError         **error)
{
  json->length = 0;
  if (record != NULL)
    _vnus_json_put_record (json, record);
  _vnus_json_put (json, "", 1); /* the NUL */

  return put_cell (csv, id, json->data, error);
}

static gboolean
put_row (VnusCsvWriter   *csv,
         VnusJsonWriter  *json,
         VnusChange      *change,
         GError         **error)
{
  const char *id = vnus_change_get_record_id (change);

  _vnus_csv_writer_put (csv, nick_of (change));
  _vnus_csv_writer_put (csv, id);
  if (!put_cell (csv, id, vnus_change_get_author (change), error) ||
      !put_cell (csv, id, vnus_change_get_reason (change), error) ||
      !put_cell (csv, id, vnus_change_get_source_id (change), error) ||
      !put_record_cell (csv, json, id, vnus_change_get_before (change), error) ||
      !put_record_cell (csv, json, id, vnus_change_get_after (change), error))
    return FALSE;

  _vnus_csv_writer_end_row (csv);
  return TRUE;
}

static GBytes *
write_log (VnusChangeSet  *self,
           GError        **error)
{
  g_auto (VnusCsvWriter) csv;
  VnusJsonWriter json;
  gboolean good = TRUE;

  _vnus_csv_writer_init (&csv, 0);
  for (guint i = 0; i < N_COLUMNS; i++)
    _vnus_csv_writer_put (&csv, columns[i]);
  _vnus_csv_writer_end_row (&csv);

  _vnus_json_writer_init (&json, TRUE);
  for (guint i = 0; good && i < _vnus_change_set_get_n (self); i++)
    good = put_row (&csv, &json, _vnus_change_set_get_nth (self, i), error);
  _vnus_json_writer_clear (&json);

  return good ? _vnus_csv_writer_end (&csv) : NULL;
}

/**
 * vnus_change_set_save_log:
 * @self: a change set
 * @file: the file, which need not exist
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Saves the changes as a table of comma-separated values (RFC 4180), one change a
 * row, with the columns `change` (`add`, `replace` or `remove`), `id`, `who`,
 * `why`, `source`, and `before` and `after`: the records as lines of JSON Lines.
 *
 * [ctor@Vnus.ChangeSet.load_log] reads it back as the same changes. What has no
 * value is an empty cell; so an empty reason is read back as none.
 *
 * The file is replaced as a whole, as [method@Vnus.Chronicle.save_file] does. Fails with [error@Gio.IOErrorEnum], or with
 * `LIMIT` of [error@Vnus.ChangeSetError] if a record or a reason is longer than a
 * mebibyte; the old file is untouched then.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_change_set_save_log (VnusChangeSet  *self,
                          GFile          *file,
                          GCancellable   *cancellable,
                          GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = write_log (self, error);
  return bytes != NULL && _vnus_save_bytes (file, bytes, cancellable, error);
}

/* --- Reading a log --- */

typedef struct
{
  const char    *name;             /* of the file */
  VnusLoader     loader;
  int            place[N_COLUMNS]; /* of each column in a row; -1 if it is not there */
  VnusChangeSet *set;
} Log;

static void G_GNUC_PRINTF (4, 5)
set_bad (Log               *log,
         const VnusCsvRow  *row,
         GError           **error,
         const char        *format,
         ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_BAD_LOG,
               "%s:%" G_GUINT64_FORMAT ": %s", log->name, row != NULL ? row->line : 1, text);
}

static gboolean
take_header (Log               *log,
             const VnusCsvRow  *row,
             GError           **error)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    log->place[c] = -1;

  for (guint i = 0; i < row->n_fields; i++)
    {
      guint c;

      for (c = 0; c < N_COLUMNS && strcmp (columns[c], row->fields[i]) != 0; c++)
        ;
      if (c == N_COLUMNS || log->place[c] >= 0)
        {
          set_bad (log, row, error, "“%s” is no column of a log, or stands twice; expected change, id, who, why, "
                   "source, before, after", _vnus_clip (row->fields[i]).text);
          return FALSE;
        }
      log->place[c] = (int) i;
    }

  if (log->place[COLUMN_BEFORE] >= 0 && log->place[COLUMN_AFTER] >= 0)
    return TRUE;

  set_bad (log, row, error, "the columns “before” and “after” are not both there; expected them in a log of changes");
  return FALSE;
}

/* NULL if the cell is empty or not there. */
static const char *
get_cell (Log              *log,
          const VnusCsvRow *row,
          Column            column)
{
  const char *text = log->place[column] >= 0 ? row->fields[log->place[column]] : "";

  return text[0] != '\0' ? text : NULL;
}

static gboolean
read_record (Log               *log,
             const VnusCsvRow  *row,
             Column             column,
             VnusRecord       **record,
             GError           **error)
{
  const char *json = get_cell (log, row, column);

  *record = NULL;
  if (json == NULL)
    return TRUE;

  *record = _vnus_loader_read_alone (&log->loader, json, strlen (json), (guint) row->line);
  if (*record != NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&log->loader.error));
  return FALSE;
}

/* What the row says of the change besides must go with its records. */
static gboolean
check_change (Log               *log,
              const VnusCsvRow  *row,
              VnusChange        *change,
              GError           **error)
{
  const char *id = get_cell (log, row, COLUMN_ID), *nick = get_cell (log, row, COLUMN_CHANGE);
  VnusRecord *before = vnus_change_get_before (change);

  if (before == NULL && vnus_change_get_after (change) == NULL)
    set_bad (log, row, error, "the row has no record; expected one in “before”, in “after”, or in both");
  else if (before != NULL && !g_str_equal (vnus_record_get_id (before), vnus_change_get_record_id (change)))
    set_bad (log, row, error, "“before” is “%s” and “after” is “%s”; expected one record",
             vnus_record_get_id (before), vnus_change_get_record_id (change));
  else if (id != NULL && !g_str_equal (id, vnus_change_get_record_id (change)))
    set_bad (log, row, error, "the id is “%s”, but the record is “%s”; expected them to be the same",
             _vnus_clip (id).text, vnus_change_get_record_id (change));
  else if (nick != NULL && !g_str_equal (nick, nick_of (change)))
    set_bad (log, row, error, "the change is “%s”; expected “%s”, since that is what “before” and “after” tell",
             _vnus_clip (nick).text, nick_of (change));
  else
    return TRUE;

  return FALSE;
}

static gboolean
take_row (Log               *log,
          const VnusCsvRow  *row,
          GError           **error)
{
  g_autoptr (VnusRecord) before = NULL;
  g_autoptr (VnusRecord) after = NULL;
  g_autoptr (VnusChange) change = NULL;

  if (!read_record (log, row, COLUMN_BEFORE, &before, error) ||
      !read_record (log, row, COLUMN_AFTER, &after, error))
    return FALSE;

  change = _vnus_change_new (before, after, get_cell (log, row, COLUMN_WHY), get_cell (log, row, COLUMN_WHO),
                             get_cell (log, row, COLUMN_SOURCE));
  if (!check_change (log, row, change, error))
    return FALSE;

  _vnus_change_set_take_change (log->set, g_steal_pointer (&change));
  return TRUE;
}

static gboolean
read_log (Log            *log,
          VnusCsvReader  *reader,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (GError) fault = NULL;
  const VnusCsvRow *row;
  gboolean has_header = FALSE;

  while ((row = _vnus_csv_reader_next (reader, cancellable, &fault)) != NULL)
    {
      if (row->fault != NULL)
        {
          set_bad (log, row, error, "%s", row->fault->message);
          return FALSE;
        }
      if (!(has_header ? take_row (log, row, error) : take_header (log, row, error)))
        return FALSE;
      has_header = TRUE;
    }

  if (fault != NULL && fault->domain == VNUS_CSV_ERROR)
    g_set_error_literal (error, VNUS_CHANGE_SET_ERROR, VNUS_CHANGE_SET_ERROR_BAD_LOG, fault->message);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (!has_header)
    set_bad (log, NULL, error, "the log is empty; expected a row with the names of columns");
  else
    return TRUE;

  return FALSE;
}

/**
 * vnus_change_set_load_log: (constructor)
 * @file: a file that [method@Vnus.ChangeSet.save_log] wrote
 * @cancellable: (nullable): what may cancel it
 * @error: return location for an error
 *
 * Loads changes from a log, to be applied once more, or inverted and so taken
 * back.
 *
 * The columns may stand in any order; `before` and `after` must be there.
 *
 * Fails with `BAD_LOG` of [error@Vnus.ChangeSetError], with
 * [error@Vnus.DocumentError] if a record in it is not good, or with
 * [error@Gio.IOErrorEnum]; the message begins with file and line.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_change_set_load_log (GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (VnusCsvReader) reader = NULL;
  g_autoptr (VnusChangeSet) set = NULL;
  g_autofree char *name = NULL;
  Log log = { 0 };
  gboolean good;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  reader = _vnus_csv_reader_new (G_INPUT_STREAM (stream), name, 0, NULL, error);
  if (reader == NULL)
    return NULL;

  set = vnus_change_set_new ();
  log.name = name;
  log.set = set;
  _vnus_loader_init (&log.loader, name, VNUS_LOAD_FLAGS_LENIENT, cancellable);
  good = read_log (&log, reader, cancellable, error);
  _vnus_loader_clear (&log.loader);

  return good ? g_steal_pointer (&set) : NULL;
}
