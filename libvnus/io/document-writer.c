/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the canonical form of a document.
 *
 * Records by kind and id, keys in the order of the field tables, one member of
 * a record a line, two spaces a level. What is inside a member stays on its
 * line; only a list of several objects has a line for each. JSON Lines have no
 * space at all and a line for each record.
 */
#include "io/document-writer-private.h"

#include <vnus/vnus-document.h>

#include "chronicle/vnus-chronicle-private.h"

/* How much is gathered before it is handed to the sink. */
#define CHUNK ((gsize) 1 << 18)

/* Records: a member a line */

static inline void
put_record_member (VnusJsonWriter *self,
                   guint          *n,
                   const char     *key,
                   gsize           length)
{
  if (self->is_compact)
    _vnus_json_put (self, (*n)++ == 0 ? "{" : ",", 1);
  else if ((*n)++ == 0)
    _vnus_json_put (self, "    {\n      ", 12);
  else
    _vnus_json_put (self, ",\n      ", 8);
  _vnus_json_put_key (self, key, length);
}

#define PUT_MEMBER(self, n, key) put_record_member (self, n, key, sizeof key - 1)

static gboolean
is_object (VnusValueType type)
{
  return type == VNUS_VALUE_TYPE_LOCALISED || type == VNUS_VALUE_TYPE_AMOUNT ||
         type == VNUS_VALUE_TYPE_PARTICIPANT || type == VNUS_VALUE_TYPE_STOP ||
         type == VNUS_VALUE_TYPE_DESIGNATION;
}

/* Begins and ends the lines of a list of @n_items objects. */
static void
put_list_item (VnusJsonWriter *self,
               guint           index,
               guint           n_items,
               gboolean        of_objects)
{
  gboolean has_lines = of_objects && n_items > 1 && !self->is_compact;

  if (index == 0)
    _vnus_json_put_raw (self, "[");
  else if (index < n_items)
    _vnus_json_put_raw (self, has_lines ? "," : self->comma);

  if (has_lines)
    _vnus_json_put_raw (self, index < n_items ? "\n        " : "\n      ");
  if (index == n_items)
    _vnus_json_put_raw (self, "]");
}

static void
put_list (VnusJsonWriter   *self,
          const VnusField  *field,
          const VnusVector *list)
{
  const gboolean of_objects = is_object (field->type);
  const guint n_items = _vnus_vector_length (list);

  self->most_items = MAX (self->most_items, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      put_list_item (self, i, n_items, of_objects);
      _vnus_json_put_item (self, field->type, field->enum_class, _vnus_vector_get (list, i));
    }
  put_list_item (self, n_items, n_items, of_objects);
}

static void
put_field (VnusJsonWriter  *self,
           const VnusField *field,
           gpointer         slot)
{
  if (field->is_list)
    put_list (self, field, *(VnusVector **) slot);
  else if (field->type == VNUS_VALUE_TYPE_BOOLEAN)
    _vnus_json_put_raw (self, *(int *) slot == 2 ? "true" : "false");
  else if (_vnus_field_is_number (field))
    _vnus_json_put_item (self, field->type, field->enum_class, GINT_TO_POINTER (*(int *) slot));
  else
    _vnus_json_put_item (self, field->type, NULL, *(gpointer *) slot);
}

/* In the order of the fields, however it was said. */
static void
put_presences (VnusJsonWriter  *self,
               VnusRecordClass *klass,
               VnusRecord      *record)
{
  guint n = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    for (guint j = 0; j < _vnus_record_get_n_presences (record); j++)
      {
        VnusPresence presence;

        if (_vnus_record_get_nth_presence (record, j, &presence) == klass->fields[i])
          {
            _vnus_json_put_member (self, &n, klass->fields[i]->name);
            _vnus_json_put_string (self, presence == VNUS_PRESENCE_NONE ? "none" : "unknown");
          }
      }
  _vnus_json_put_raw (self, self->close);
}

static void
put_citations (VnusJsonWriter *self,
               VnusRecord     *record)
{
  const guint n_citations = _vnus_vector_length (record->citations);

  self->most_items = MAX (self->most_items, n_citations);
  for (guint i = 0; i < n_citations; i++)
    {
      put_list_item (self, i, n_citations, TRUE);
      _vnus_json_put_citation (self, _vnus_vector_get (record->citations, i));
    }
  put_list_item (self, n_citations, n_citations, TRUE);
}

void
_vnus_json_put_record (VnusJsonWriter *self,
                       VnusRecord     *record)
{
  VnusRecordClass *klass = _vnus_record_class (record);
  guint n = 0;

  PUT_MEMBER (self, &n, "kind");
  _vnus_json_put_string (self, vnus_kind_to_string (klass->kind));
  PUT_MEMBER (self, &n, "id");
  _vnus_json_put_string (self, record->id);

  for (guint i = 0; i < klass->n_fields; i++)
    if (_vnus_field_is_set (klass->fields[i], record))
      {
        put_record_member (self, &n, klass->fields[i]->name, klass->fields[i]->name_length);
        put_field (self, klass->fields[i], _vnus_field_slot (klass->fields[i], record));
      }

  if (_vnus_record_get_presences (record) != NULL)
    {
      PUT_MEMBER (self, &n, "presence");
      put_presences (self, klass, record);
    }
  if (record->citations != NULL)
    {
      PUT_MEMBER (self, &n, "citations");
      put_citations (self, record);
    }

  _vnus_json_put_raw (self, self->is_compact ? "}" : "\n    }");
}

/* The document */

static void
put_envelope_member (VnusJsonWriter *self,
                     guint          *n,
                     const char     *key)
{
  if (self->is_compact)
    _vnus_json_put_raw (self, (*n)++ == 0 ? "{" : ",");
  else
    _vnus_json_put_raw (self, (*n)++ == 0 ? "{\n  " : ",\n  ");
  _vnus_json_put_key (self, key, strlen (key));
}

static void
put_envelope (VnusJsonWriter      *self,
              VnusDocumentContent *content)
{
  guint n = 0;

  put_envelope_member (self, &n, "format");
  _vnus_json_put_raw (self, "\"vnus-chronicle\"");
  put_envelope_member (self, &n, "version");
  _vnus_json_put_raw (self, "1");
  if (content->id[0] != '\0')
    {
      put_envelope_member (self, &n, "id");
      _vnus_json_put_string (self, content->id);
    }
  if (content->label != NULL)
    {
      put_envelope_member (self, &n, "label");
      _vnus_json_put_localised (self, content->label);
    }

  if (self->is_compact)
    {
      _vnus_json_put_raw (self, "}\n");
      return;
    }

  put_envelope_member (self, &n, "records");
  _vnus_json_put_raw (self, content->revision->records->len > 0 ? "[\n" : "[");
}

static void
put_separator (VnusJsonWriter      *self,
               VnusDocumentContent *content,
               guint                index)
{
  if (self->is_compact || index + 1 == content->revision->records->len)
    _vnus_json_put_raw (self, "\n");
  else
    _vnus_json_put_raw (self, ",\n");
}

static void
put_end (VnusJsonWriter      *self,
         VnusDocumentContent *content)
{
  if (!self->is_compact)
    _vnus_json_put_raw (self, content->revision->records->len > 0 ? "  ]\n}\n" : "]\n}\n");
}

/* The records of a large chronicle are far apart in memory, and what they say is
 * apart from them: fetched in three steps, some records ahead, saving a hundred
 * thousand takes four fifths of the time. */
#define AHEAD 4

static inline void
fetch_record (VnusRecord *record)
{
  enum { LINE = 64, N_LINES = 3 };

  for (guint i = 0; i < N_LINES; i++)
    __builtin_prefetch ((const char *) record + i * LINE);
}

static inline void
fetch_values (VnusRecord *record)
{
  const VnusRecordClass *klass = _vnus_record_class (record);

  __builtin_prefetch (record->id);
  __builtin_prefetch (record->citations);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!_vnus_field_is_number (klass->fields[i]))
      __builtin_prefetch (*(gconstpointer *) _vnus_field_slot (klass->fields[i], record));
}

static inline void
fetch_items (VnusRecord *record)
{
  const VnusRecordClass *klass = _vnus_record_class (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i]->is_list)
      {
        const VnusVector *list = *(VnusVector **) _vnus_field_slot (klass->fields[i], record);

        for (guint j = 0; j < _vnus_vector_length (list); j++)
          __builtin_prefetch (_vnus_vector_get (list, j));
      }
  for (guint j = 0; j < _vnus_vector_length (record->citations); j++)
    __builtin_prefetch (_vnus_vector_get (record->citations, j));
}

static void
fetch_ahead (GPtrArray *records,
             guint      index)
{
  if (index + 3 * AHEAD < records->len)
    {
      fetch_record (records->pdata[index + 3 * AHEAD]);
      fetch_values (records->pdata[index + 2 * AHEAD]);
      fetch_items (records->pdata[index + AHEAD]);
    }
}

/* A document that could not be loaded again is no document. @length: of what was
 * written; @record: what it was, NULL for the envelope. */
static gboolean
check_limits (VnusJsonWriter  *self,
              VnusRecord      *record,
              gsize            length,
              GError         **error)
{
  g_autofree char *what = NULL;

  if (self->longest <= VNUS_DOCUMENT_MAX_STRING && self->most_items <= VNUS_DOCUMENT_MAX_ITEMS &&
      length <= VNUS_DOCUMENT_MAX_RECORD_SIZE)
    return TRUE;

  what = record != NULL ? g_strdup_printf ("record “%s”", record->id) : g_strdup ("the chronicle");
  if (self->longest > VNUS_DOCUMENT_MAX_STRING)
    g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT,
                 "%s: a string has %" G_GSIZE_FORMAT " bytes; expected at most %d", what, self->longest,
                 VNUS_DOCUMENT_MAX_STRING);
  else if (self->most_items > VNUS_DOCUMENT_MAX_ITEMS)
    g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT,
                 "%s: a list has %u items; expected at most %d", what, self->most_items, VNUS_DOCUMENT_MAX_ITEMS);
  else
    g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT,
                 "%s: it has %" G_GSIZE_FORMAT " bytes; expected at most %d", what, length,
                 VNUS_DOCUMENT_MAX_RECORD_SIZE);
  return FALSE;
}

static gboolean
check_size (VnusJsonWriter  *self,
            guint64          length,
            GError         **error)
{
  if (self->is_compact || length <= (guint64) VNUS_DOCUMENT_MAX_MEBIBYTES << 20)
    return TRUE;

  g_set_error (error, VNUS_DOCUMENT_ERROR, VNUS_DOCUMENT_ERROR_LIMIT,
               "more than %d MiB are too many for JSON; expected JSON Lines", VNUS_DOCUMENT_MAX_MEBIBYTES);
  return FALSE;
}

/* Writes to @sink, or gathers everything if it is NULL. Only what goes to a sink is
 * held to the limits. */
static gboolean
write_all (VnusJsonWriter       *self,
           VnusDocumentContent  *content,
           VnusDocumentSink      sink,
           gpointer              user_data,
           GError              **error)
{
  guint64 total = 0;

  put_envelope (self, content);
  if (sink != NULL && !check_limits (self, NULL, self->length, error))
    return FALSE;

  for (guint i = 0; i < content->revision->records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (content->revision->records, i);
      const gsize before = self->length;

      fetch_ahead (content->revision->records, i);
      _vnus_json_put_record (self, record);
      if (sink != NULL && !check_limits (self, record, self->length - before, error))
        return FALSE;
      put_separator (self, content, i);

      if (sink != NULL && self->length >= CHUNK)
        {
          total += self->length;
          if (!check_size (self, total, error) || !sink (user_data, self->data, self->length, error))
            return FALSE;
          self->length = 0;
        }
    }

  put_end (self, content);
  return sink == NULL || (check_size (self, total + self->length, error) && sink (user_data, self->data, self->length, error));
}

gboolean
_vnus_document_write (VnusDocumentContent  *content,
                      VnusDocumentLayout    layout,
                      VnusDocumentSink      sink,
                      gpointer              user_data,
                      GError              **error)
{
  VnusJsonWriter writer;
  gboolean good;

  _vnus_json_writer_init (&writer, layout == VNUS_DOCUMENT_LAYOUT_LINES);
  good = write_all (&writer, content, sink, user_data, error);
  _vnus_json_writer_clear (&writer);

  return good;
}

GBytes *
_vnus_document_to_bytes (VnusDocumentContent *content,
                         VnusDocumentLayout   layout)
{
  VnusJsonWriter writer;
  char *data;
  gsize length;

  _vnus_json_writer_init (&writer, layout == VNUS_DOCUMENT_LAYOUT_LINES);
  write_all (&writer, content, NULL, NULL, NULL);
  length = writer.length;
  data = g_realloc (g_steal_pointer (&writer.data), length);
  _vnus_json_writer_clear (&writer);

  return g_bytes_new_take (data, length);
}

VnusDocumentContent *
_vnus_document_content_new (VnusChronicle *chronicle)
{
  VnusDocumentContent *self = g_new0 (VnusDocumentContent, 1);
  VnusText *label = vnus_chronicle_get_label (chronicle);

  self->id = g_strdup (vnus_chronicle_get_id (chronicle));
  self->label = label != NULL ? vnus_text_ref (label) : NULL;
  self->revision = _vnus_revision_ref (chronicle->revision);

  return self;
}

void
_vnus_document_content_free (VnusDocumentContent *self)
{
  _vnus_revision_unref (self->revision);
  g_clear_pointer (&self->label, vnus_text_unref);
  g_free (self->id);
  g_free (self);
}
