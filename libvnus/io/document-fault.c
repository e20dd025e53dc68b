/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: faults of a document: their place and their words.
 *
 * FILE:LINE: /json/pointer: record “id”: what is wrong with “value”; expected …
 */
#include "base/vnus-clip-private.h"
#include "io/document-loader-private.h"

#include <string.h>

#include "io/json-diagnosis-private.h"

/* Counts from the last place asked for, which mostly is a little before. */
guint
_vnus_loader_get_line (VnusLoader *self,
                       guint32     offset)
{
  guint32 from = MIN (self->offset, offset), to = MAX (self->offset, offset);
  const char *p = self->data + from, *end = self->data + to;
  guint n = 0;

  if (self->is_lines)
    return self->line;

  while ((p = memchr (p, '\n', (gsize) (end - p))) != NULL)
    {
      n++;
      p++;
    }

  self->line = offset >= self->offset ? self->line + n : self->line - n;
  self->offset = offset;
  return self->line;
}

/* The child of @parent that is or contains @node; adds its name to the path. */
static guint
descend (const VnusLoader *self,
         guint             parent,
         guint             node,
         GString          *pointer)
{
  guint index = 0, child = parent + 1;

  for (; _vnus_loader_end (self, child) <= node; child = _vnus_loader_end (self, child))
    index++;

  if (_vnus_loader_type (self, parent) == VNUS_JSON_ARRAY)
    g_string_append_printf (pointer, "/%u", index);
  else
    _vnus_json_pointer_append (pointer, _vnus_json_tape_key (self->tape, child), self->tape->nodes[child].key_length);

  return child;
}

static char *
dup_pointer (const VnusLoader *self,
             guint             node)
{
  GString *pointer = g_string_new (NULL);

  if (self->in_record && !self->is_lines)
    g_string_append_printf (pointer, "/records/%u", self->records->len);
  if (self->tape->n_nodes > 0 && self->tape->nodes[0].key != VNUS_JSON_NO_KEY)
    _vnus_json_pointer_append (pointer, _vnus_json_tape_key (self->tape, 0), self->tape->nodes[0].key_length);

  for (guint at = 0; at != node;)
    at = descend (self, at, node, pointer);

  return g_string_free (pointer, FALSE);
}

/* The id that the record on the tape gives itself, or NULL. */
static const char *
peek_record_id (const VnusLoader *self)
{
  if (!self->in_record || self->tape->n_nodes == 0 || _vnus_loader_type (self, 0) != VNUS_JSON_OBJECT)
    return NULL;

  for (guint i = 1; i < _vnus_loader_end (self, 0); i = _vnus_loader_end (self, i))
    if (_vnus_loader_type (self, i) == VNUS_JSON_STRING &&
        g_str_equal (_vnus_json_tape_key (self->tape, i), "id"))
      return _vnus_loader_text (self, i);

  return NULL;
}

static void
set_error (VnusLoader        *self,
           guint              line,
           const char        *pointer,
           const char        *record_id,
           VnusDocumentError  code,
           const char        *text)
{
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_append_printf (message, "%s:%u: ", self->name, line);
  if (pointer != NULL && pointer[0] != '\0')
    g_string_append_printf (message, "%s: ", pointer);
  if (record_id != NULL)
    g_string_append_printf (message, "record “%s”: ", _vnus_clip (record_id).text);
  g_string_append (message, text);

  g_clear_error (&self->error);
  g_set_error_literal (&self->error, VNUS_DOCUMENT_ERROR, code, message->str);
}

gboolean
_vnus_loader_fail_at (VnusLoader        *self,
                      guint              line,
                      const char        *pointer,
                      const char        *record_id,
                      VnusDocumentError  code,
                      const char        *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  set_error (self, line, pointer, record_id, code, text);

  return FALSE;
}

gboolean
_vnus_loader_fail (VnusLoader        *self,
                   guint              node,
                   VnusDocumentError  code,
                   const char        *format,
                   ...)
{
  g_autofree char *pointer = dup_pointer (self, node);
  g_autofree char *text = NULL;
  guint line = _vnus_loader_get_line (self, self->tape->nodes[node].key_offset);
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  set_error (self, line, pointer, peek_record_id (self), code, text);

  return FALSE;
}

/* The value as an error quotes it. */
char *
_vnus_loader_quote (VnusLoader *self,
                    guint       node)
{
  static const char *const words[] = {
    [VNUS_JSON_NULL] = "“null”",
    [VNUS_JSON_FALSE] = "“false”",
    [VNUS_JSON_TRUE] = "“true”",
    [VNUS_JSON_ARRAY] = "a list",
    [VNUS_JSON_OBJECT] = "an object",
  };
  enum { LONGEST = 80 };
  VnusJsonType type = _vnus_loader_type (self, node);
  const char *text, *end;

  if (type != VNUS_JSON_STRING && type != VNUS_JSON_NUMBER)
    return g_strdup (words[type]);

  text = _vnus_loader_text (self, node);
  if (self->tape->nodes[node].length <= LONGEST)
    return g_strdup_printf (type == VNUS_JSON_STRING ? "“%s”" : "the number %s", text);

  end = g_utf8_find_prev_char (text, text + LONGEST + 1);
  return g_strdup_printf (type == VNUS_JSON_STRING ? "“%.*s…”" : "the number %.*s…", (int) (end - text), text);
}

gboolean
_vnus_loader_fail_type (VnusLoader *self,
                        guint       node,
                        const char *expected)
{
  g_autofree char *found = _vnus_loader_quote (self, node);

  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_WRONG_TYPE, "found %s; expected %s%s", found, expected,
                            _vnus_loader_type (self, node) == VNUS_JSON_NULL ? ", or to leave out what has no value" : "");
}

/* Tells what the reader refused; @length is that of the input. */
gboolean
_vnus_loader_fail_reader (VnusLoader *self,
                          gsize       length)
{
  g_auto (VnusJsonDiagnosis) diagnosis = { VNUS_JSON_FAULT_NONE, 0, NULL, NULL };
  const VnusJsonTape *tape = self->tape;
  VnusJsonFault fault = tape->fault;
  const char *pointer = "";
  guint32 offset = tape->fault_offset;

  if (fault == VNUS_JSON_FAULT_SYNTAX || fault == VNUS_JSON_FAULT_DEPTH)
    {
      if (_vnus_json_diagnose (self->data, length, &diagnosis))
        {
          fault = diagnosis.fault;
          offset = (guint32) diagnosis.offset;
        }
      pointer = diagnosis.pointer;
    }

  switch (fault)
    {
    case VNUS_JSON_FAULT_DEPTH:
      return _vnus_loader_fail_at (self, _vnus_loader_get_line (self, offset), pointer, NULL, VNUS_DOCUMENT_ERROR_LIMIT,
                                   "objects and lists are nested too deep; expected at most %d levels",
                                   VNUS_DOCUMENT_MAX_DEPTH);

    case VNUS_JSON_FAULT_STRING:
      return _vnus_loader_fail_at (self, _vnus_loader_get_line (self, offset), NULL, peek_record_id (self),
                                   VNUS_DOCUMENT_ERROR_LIMIT,
                                   "the string “%.*s…” is too long; expected at most %d bytes",
                                   (int) (g_utf8_find_prev_char (self->data, self->data + offset + 41) -
                                          (self->data + offset + 1)),
                                   self->data + offset + 1, VNUS_DOCUMENT_MAX_STRING);

    case VNUS_JSON_FAULT_ITEMS:
      return _vnus_loader_fail_at (self, _vnus_loader_get_line (self, offset), NULL, peek_record_id (self),
                                   VNUS_DOCUMENT_ERROR_LIMIT,
                                   "a list or an object has too many items; expected at most %d",
                                   VNUS_DOCUMENT_MAX_ITEMS);

    case VNUS_JSON_FAULT_SIZE:
      return _vnus_loader_fail_at (self, _vnus_loader_get_line (self, offset), NULL, peek_record_id (self),
                                   VNUS_DOCUMENT_ERROR_LIMIT,
                                   "a record is too long; expected at most %d bytes", VNUS_DOCUMENT_MAX_RECORD_SIZE);

    case VNUS_JSON_FAULT_FORM:
    case VNUS_JSON_FAULT_SYNTAX:
    case VNUS_JSON_FAULT_NONE:
    default:
      return _vnus_loader_fail_at (self, _vnus_loader_get_line (self, offset), pointer, NULL,
                                   fault != VNUS_JSON_FAULT_FORM ? VNUS_DOCUMENT_ERROR_NOT_JSON
                                   : self->in_record             ? VNUS_DOCUMENT_ERROR_WRONG_TYPE
                                                                 : VNUS_DOCUMENT_ERROR_FORMAT,
                                   "%s", diagnosis.text != NULL ? diagnosis.text : "this is not valid JSON");
    }
}
