/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: from bytes to a chronicle: the envelope, and the way through. */
#include "io/document-loader-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

#include "base/vnus-clip-private.h"
#include "io/document-input-private.h"

#define FORMAT "vnus-chronicle"
#define VERSION 1

/* How many dates, participants and citations are kept, and for how many bytes of a document
 * each. */
#define LEAST_KEPT 4096
#define LEAST_KEPT_ALONE 64 /* an eighth of an eighth */
#define MOST_KEPT (1 << 20)
#define BYTES_FOR_KEPT 256

/* How many records are read between two looks at the cancellable. */
#define CANCEL_INTERVAL 1024

enum
{
  KEY_FORMAT,
  KEY_VERSION,
  KEY_ID,
  KEY_LABEL,
  KEY_RECORDS,
  N_KEYS
};

static const VnusDocumentKey envelope_keys[] = {
  [KEY_FORMAT] = VNUS_DOCUMENT_KEY ("format"),
  [KEY_VERSION] = VNUS_DOCUMENT_KEY ("version"),
  [KEY_ID] = VNUS_DOCUMENT_KEY ("id"),
  [KEY_LABEL] = VNUS_DOCUMENT_KEY ("label"),
  [KEY_RECORDS] = VNUS_DOCUMENT_KEY ("records"),
};

static void
drop_values (VnusLoader *self)
{
  for (guint i = 0; i < self->n_kept; i++)
    {
      g_clear_pointer (&self->dates[i], vnus_date_unref);
      g_clear_pointer (&self->participants[i], vnus_participant_unref);
      g_clear_pointer (&self->citations[i], vnus_citation_unref);
    }
  self->n_kept = 0;
  g_clear_pointer (&self->dates, g_free);
  g_clear_pointer (&self->participants, g_free);
  g_clear_pointer (&self->citations, g_free);
}

/* Room to keep values that come again. What was kept before is forgotten. */
static void
keep_values (VnusLoader *self,
             guint       n_kept)
{
  drop_values (self);
  self->n_kept = n_kept;
  self->dates = g_new0 (VnusDate *, n_kept);
  self->participants = g_new0 (VnusParticipant *, n_kept);
  self->citations = g_new0 (VnusCitation *, n_kept);
}

/* The more, the longer the document is. */
static void
keep_values_of (VnusLoader *self,
                goffset     size)
{
  guint n_kept = LEAST_KEPT;

  while (n_kept < MOST_KEPT && (goffset) n_kept * BYTES_FOR_KEPT < size)
    n_kept *= 2;
  keep_values (self, n_kept);
}

/* Of records that stand alone nobody says how many will come. */
static void
keep_values_of_next (VnusLoader *self)
{
  if (self->n_alone++ == self->n_kept && self->n_kept < LEAST_KEPT)
    keep_values (self, self->n_kept == 0 ? LEAST_KEPT_ALONE : self->n_kept * 8);
}

void
_vnus_loader_init (VnusLoader    *self,
                   const char    *name,
                   VnusLoadFlags  flags,
                   GCancellable  *cancellable)
{
  memset (self, 0, sizeof *self);
  self->name = name;
  self->lenient = (flags & VNUS_LOAD_FLAGS_LENIENT) != 0;
  self->cancellable = cancellable;
  self->reader = _vnus_json_reader_new ();
  self->tape = _vnus_json_reader_get_tape (self->reader);
  self->line = 1;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->marks = g_array_new (FALSE, FALSE, sizeof (VnusRecordMark));
  self->pending = g_array_new (FALSE, FALSE, sizeof (VnusPendingReference));
  _vnus_document_ids_init (&self->ids);
}

/* What only reading needs. */
static void
drop_tools (VnusLoader *self)
{
  _vnus_document_ids_clear (&self->ids);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->reader, _vnus_json_reader_free);
  drop_values (self);
}

void
_vnus_loader_clear (VnusLoader *self)
{
  drop_tools (self);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->label, vnus_text_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_error (&self->error);
}

/* Envelope */

static gboolean
read_format (VnusLoader *self,
             guint       node)
{
  g_autofree char *found = NULL;

  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "\"" FORMAT "\"");
  if (strcmp (_vnus_loader_text (self, node), FORMAT) == 0)
    return TRUE;

  found = _vnus_loader_quote (self, node);
  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_FORMAT,
                            "the format is %s; expected “" FORMAT "”", found);
}

static gboolean
read_version (VnusLoader *self,
              guint       node)
{
  const char *text;
  guint64 version;

  if (_vnus_loader_type (self, node) != VNUS_JSON_NUMBER)
    return _vnus_loader_fail_type (self, node, "the number 1");

  text = _vnus_loader_text (self, node);
  if (g_ascii_string_to_unsigned (text, 10, VERSION, VERSION, &version, NULL))
    return TRUE;

  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_VERSION,
                            "the version is %s; expected %d, which is all that this library reads",
                            _vnus_clip (text).text, VERSION);
}

static gboolean
read_id (VnusLoader *self,
         guint       node)
{
  g_autofree char *found = NULL;

  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "an id, such as \"vietnam-us\"");

  if (vnus_fold_is_id (_vnus_loader_text (self, node)))
    {
      self->id = g_strdup (_vnus_loader_text (self, node));
      return TRUE;
    }

  found = _vnus_loader_quote (self, node);
  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                            "%s is no id; expected lower-case ASCII letters, digits and single hyphens", found);
}

/* The list itself is not on the tape. */
static gboolean
read_records (VnusLoader *self,
              guint       node)
{
  if (self->is_lines)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_UNKNOWN_KEY,
                              "“records” has no place in JSON Lines; expected each record on a line of its own");

  return _vnus_loader_type (self, node) == VNUS_JSON_ARRAY ||
         _vnus_loader_fail_type (self, node, "a list of records");
}

static gboolean
read_envelope_member (VnusLoader *self,
                      guint       node)
{
  const char *key = _vnus_json_tape_key (self->tape, node);
  guint i;

  for (i = 0; i < N_KEYS; i++)
    if (strcmp (envelope_keys[i].name, key) == 0)
      break;

  if (i == N_KEYS)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_UNKNOWN_KEY,
                              "“%s” is no key of a document; expected one of format, version, id, label, records",
                              _vnus_clip (key).text);
  if ((self->seen & (1u << i)) != 0)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_DUPLICATE_KEY,
                              "the key “%s” stands twice; expected it once", key);
  self->seen |= 1u << i;

  switch (i)
    {
    case KEY_FORMAT:
      return read_format (self, node);

    case KEY_VERSION:
      return read_version (self, node);

    case KEY_ID:
      return read_id (self, node);

    case KEY_LABEL:
      return _vnus_loader_read_localised (self, node, &self->label);

    default:
      return read_records (self, node);
    }
}

static gboolean
check_envelope (VnusLoader *self)
{
  static const struct
  {
    guint key;
    VnusDocumentError code;
    const char *expected;
  } needed[] = {
    { KEY_FORMAT, VNUS_DOCUMENT_ERROR_FORMAT, "\"" FORMAT "\"" },
    { KEY_VERSION, VNUS_DOCUMENT_ERROR_VERSION, "the number 1" },
    { KEY_RECORDS, VNUS_DOCUMENT_ERROR_MISSING_KEY, "a list of records" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if ((self->seen & (1u << needed[i].key)) == 0 && !(self->is_lines && needed[i].key == KEY_RECORDS))
      return _vnus_loader_fail_at (self, self->is_lines ? self->line : 1, NULL, NULL, needed[i].code,
                                   "the document has no “%s”; expected %s",
                                   envelope_keys[needed[i].key].name, needed[i].expected);

  return TRUE;
}

/* Records */

static gboolean
read_record (VnusLoader *self)
{
  if (self->records->len % CANCEL_INTERVAL == 0 &&
      g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;

  return _vnus_loader_read_record (self);
}

static gboolean
fail_empty (VnusLoader *self)
{
  return _vnus_loader_fail_at (self, 1, NULL, NULL, VNUS_DOCUMENT_ERROR_NOT_JSON,
                               "the document is empty; expected an object");
}

static gboolean
fail_input (VnusLoader *self)
{
  g_prefix_error (&self->error, "%s: ", self->name);
  return FALSE;
}

static gboolean
read_events (VnusLoader *self,
             gsize       length)
{
  for (;;)
    {
      switch (_vnus_json_reader_next (self->reader))
        {
        case VNUS_JSON_EVENT_MEMBER:
          self->in_record = FALSE;
          if (!read_envelope_member (self, 0))
            return FALSE;
          break;

        case VNUS_JSON_EVENT_LIST:
          self->in_record = FALSE;
          if (!read_envelope_member (self, 0))
            return FALSE;
          self->in_record = TRUE;
          break;

        case VNUS_JSON_EVENT_ITEM:
          if (!read_record (self))
            return FALSE;
          break;

        case VNUS_JSON_EVENT_END:
          self->in_record = FALSE;
          return check_envelope (self);

        case VNUS_JSON_EVENT_FAULT:
        default:
          return _vnus_loader_fail_reader (self, length);
        }
    }
}

static gboolean
load_json (VnusLoader        *self,
           VnusDocumentInput *input,
           goffset            size)
{
  const gsize most = (gsize) VNUS_DOCUMENT_MAX_MEBIBYTES << 20;

  switch (_vnus_document_input_read_all (input, size, most, &self->error))
    {
    case VNUS_DOCUMENT_INPUT_OK:
      break;

    case VNUS_DOCUMENT_INPUT_TOO_LONG:
      return _vnus_loader_fail_at (self, 1, NULL, NULL, VNUS_DOCUMENT_ERROR_LIMIT,
                                   "the document is too long; expected at most %d MiB, or JSON Lines",
                                   VNUS_DOCUMENT_MAX_MEBIBYTES);

    case VNUS_DOCUMENT_INPUT_END:
    case VNUS_DOCUMENT_INPUT_FAILED:
    default:
      return fail_input (self);
    }

  if (input->length == 0)
    return fail_empty (self);

  self->data = input->buffer;
  if (!_vnus_json_reader_open (self->reader, input->buffer, input->length))
    return _vnus_loader_fail_reader (self, input->length);

  return read_events (self, input->length);
}

/* A line that is not empty: the first is the envelope. */
static gboolean
read_line (VnusLoader *self,
           const char *line,
           gsize       length)
{
  self->data = line;
  if (!_vnus_json_reader_read (self->reader, line, length))
    return _vnus_loader_fail_reader (self, length);
  if (self->in_record)
    return read_record (self);

  for (guint i = 1; i < _vnus_loader_end (self, 0); i = _vnus_loader_end (self, i))
    if (!read_envelope_member (self, i))
      return FALSE;

  self->in_record = TRUE;
  return check_envelope (self);
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  gsize n = 0;

  while (n < length && (line[n] == ' ' || line[n] == '\t' || line[n] == '\r'))
    n++;

  return n == length;
}

static gboolean
load_lines (VnusLoader        *self,
            VnusDocumentInput *input)
{
  const char *line;
  gsize length;

  for (self->line = 1;; self->line++)
    switch (_vnus_document_input_read_line (input, VNUS_DOCUMENT_MAX_RECORD_SIZE, &line, &length, &self->error))
      {
      case VNUS_DOCUMENT_INPUT_OK:
        if (!is_blank (line, length) && !read_line (self, line, length))
          return FALSE;
        break;

      case VNUS_DOCUMENT_INPUT_END:
        return self->in_record || fail_empty (self);

      case VNUS_DOCUMENT_INPUT_TOO_LONG:
        return _vnus_loader_fail_at (self, self->line, NULL, NULL, VNUS_DOCUMENT_ERROR_LIMIT,
                                     "the line is too long; expected at most %d bytes", VNUS_DOCUMENT_MAX_RECORD_SIZE);

      case VNUS_DOCUMENT_INPUT_FAILED:
      default:
        return fail_input (self);
      }
}

static gboolean
load (VnusLoader   *self,
      GInputStream *stream,
      goffset       size)
{
  VnusDocumentInput input;
  gboolean good;

  if (!_vnus_document_input_init (&input, stream, self->cancellable, &self->error))
    {
      good = fail_input (self);
    }
  else
    {
      const char *ending = strrchr (self->name, '.');

      self->is_lines = (ending != NULL && g_ascii_strcasecmp (ending, ".jsonl") == 0) ||
                       _vnus_document_input_has_lines (&input);
      good = self->is_lines ? load_lines (self, &input) : load_json (self, &input, size);
    }

  _vnus_document_input_clear (&input);
  return good && _vnus_loader_check_references (self);
}

void
_vnus_loader_keep_record (VnusLoader *self,
                          VnusRecord *record,
                          guint32     hash)
{
  const VnusRecordMark mark = { hash, self->kind };
  const VnusRecord *before = self->latest[self->kind];

  if (before != NULL && strcmp (before->id, record->id) > 0)
    self->unsorted |= 1u << self->kind;
  self->latest[self->kind] = record;

  g_ptr_array_add (self->records, record);
  g_array_append_val (self->marks, mark);
}

/* Reads all of @stream; NULL with the error set if it is not good. @size is
 * how many bytes are expected, or 0. */
VnusChronicle *
_vnus_loader_load (VnusLoader   *self,
                   GInputStream *stream,
                   goffset       size)
{
  VnusChronicle *chronicle;

  keep_values_of (self, size);
  if (!load (self, stream, size))
    return NULL;

  drop_tools (self);
  chronicle = vnus_chronicle_new (self->id != NULL ? self->id : "");
  vnus_chronicle_set_label (chronicle, self->label);
  _vnus_chronicle_fill (chronicle, self->records, (VnusRecordMark *) (gpointer) self->marks->data, self->unsorted);

  return chronicle;
}

static VnusRecord *
steal_record (VnusLoader *self)
{
  VnusRecord *record = g_ptr_array_steal_index (self->records, self->records->len - 1);
  const char *id = vnus_record_get_id (record);
  const gsize length = strlen (id);

  _vnus_document_ids_intern (&self->ids, id, length, _vnus_id_hash (id, length))->kind = VNUS_KIND_UNSET;
  self->latest[self->kind] = NULL;
  g_array_set_size (self->marks, 0);

  return record;
}

VnusRecord *
_vnus_loader_read_alone (VnusLoader *self,
                         const char *json,
                         gsize       length,
                         guint       line)
{
  g_autofree char *padded = g_malloc0 (length + VNUS_JSON_PADDING);
  gboolean good;

  memcpy (padded, json, length);
  keep_values_of_next (self);
  self->lenient = TRUE;
  self->is_lines = TRUE;
  self->in_record = TRUE;
  self->line = line;
  self->data = padded;
  good = _vnus_json_reader_read (self->reader, padded, length) ? _vnus_loader_read_record (self)
                                                               : _vnus_loader_fail_reader (self, length);
  self->data = NULL;

  return good ? steal_record (self) : NULL;
}
