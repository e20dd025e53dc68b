// SPDX-License-Identifier: LGPL-2.1-or-later
// Floor 5: reading JSON into a tape, in one pass over the bytes. simdjson checks
// the encoding; what it offers beyond that (an index of all structure, made
// before anything is read) costs more than half of this pass alone, since a
// document is mostly short texts that are copied anyway.
#include "io/json-reader-private.h"

#include <cstring>
#include <new>

#include <simdjson.h>

#include <vnus/vnus-document.h>

struct _VnusJsonReader
{
  const char   *data;
  const char   *end;           // of the data; behind it, some bytes are readable
  const char   *p;             // where reading is
  guint32       start;         // of the value that is being flattened
  bool          is_begun;      // a member of the document was given
  bool          is_in_list;
  bool          is_item_begun; // an item of the list was given
  VnusJsonTape  tape;
};

namespace {

// What stands between quotes.
struct Raw
{
  const char *text;
  gsize       length;
  bool        is_plain; // nothing is escaped
};

inline bool
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

inline void
skip_space (VnusJsonReader *self)
{
  while (is_space (*self->p) && self->p < self->end)
    self->p++;
}

inline guint32
offset_of (const VnusJsonReader *self, const char *place)
{
  return static_cast<guint32> (place - self->data);
}

bool
fail (VnusJsonReader *self, VnusJsonFault fault, guint32 offset)
{
  return _vnus_json_tape_fail (&self->tape, fault, offset);
}

// The tape does not know the place: the caller looks for it.
bool
fail_syntax (VnusJsonReader *self)
{
  return fail (self, VNUS_JSON_FAULT_SYNTAX, 0);
}

// Steps over @c and the space that follows.
inline bool
take (VnusJsonReader *self, char c)
{
  if (*self->p != c || self->p >= self->end)
    return false;

  self->p++;
  skip_space (self);
  return true;
}

// The first quote, backslash or control character, eight bytes at a time. The
// end is one: zeros follow, or the end of the line.
inline const char *
find_special (const char *p)
{
  for (;; p += sizeof (guint64))
    {
      guint64 word, found;

      std::memcpy (&word, p, sizeof word);
      word = GUINT64_FROM_LE (word);
      found = _vnus_json_find_special (word);
      if (found != 0)
        return p + (__builtin_ctzll (found) >> 3);
    }
}

// A string, from its first quote on; the place is behind its last one then.
inline bool
take_string (VnusJsonReader *self, Raw *raw)
{
  const char *p = self->p + 1;

  if (*self->p != '"' || self->p >= self->end)
    return false;

  raw->text = p;
  raw->is_plain = true;
  for (p = find_special (p); *p == '\\' && p + 1 < self->end; p = find_special (p + 2))
    raw->is_plain = false;
  if (*p != '"' || p >= self->end)
    return false;

  raw->length = static_cast<gsize> (p - raw->text);
  self->p = p + 1;
  return true;
}

// The key of a member, and the colon.
inline bool
take_key (VnusJsonReader *self, Raw *key)
{
  if (!take_string (self, key))
    return false;

  skip_space (self);
  return take (self, ':');
}

inline bool
put (VnusJsonReader *self, const Raw &raw, guint32 offset, guint32 *text, guint32 *length)
{
  return raw.is_plain ? _vnus_json_tape_put_plain (&self->tape, raw.text, raw.length, offset, text, length)
                      : _vnus_json_tape_put_slow (&self->tape, raw.text, raw.length, offset, text, length);
}

bool
set_key (VnusJsonReader *self, guint node, const Raw &key)
{
  const guint32 offset = offset_of (self, key.text - 1);
  guint32 text = 0, length = 0;

  if (!put (self, key, offset, &text, &length))
    return false;

  self->tape.nodes[node].key_offset = offset;
  self->tape.nodes[node].key = text;
  self->tape.nodes[node].key_length = length;
  return true;
}

bool
flatten_string (VnusJsonReader *self, guint node)
{
  guint32 text = 0, length = 0;
  Raw raw;

  if (!take_string (self, &raw))
    return fail_syntax (self);
  if (!put (self, raw, self->tape.nodes[node].offset, &text, &length))
    return false;

  self->tape.nodes[node].type = VNUS_JSON_STRING;
  self->tape.nodes[node].text = text;
  self->tape.nodes[node].length = length;
  return true;
}

// null, true, false or a number: whatever stands up to the next structure or space.
bool
flatten_word (VnusJsonReader *self, guint node)
{
  const char *start = self->p;

  while (self->p < self->end && !is_space (*self->p) && *self->p != ',' && *self->p != ']' && *self->p != '}')
    self->p++;

  return _vnus_json_tape_set_word (&self->tape, node, start, static_cast<gsize> (self->p - start));
}

bool flatten (VnusJsonReader *self, guint depth, const Raw *key);

bool
flatten_array (VnusJsonReader *self, guint depth)
{
  guint n = 0;

  take (self, '[');
  if (*self->p != ']')
    do
      {
        if (++n > VNUS_DOCUMENT_MAX_ITEMS)
          return fail (self, VNUS_JSON_FAULT_ITEMS, offset_of (self, self->p));
        if (!flatten (self, depth + 1, nullptr))
          return false;
        skip_space (self);
      }
    while (take (self, ','));

  if (*self->p != ']' || self->p >= self->end)
    return fail_syntax (self);
  self->p++;
  return true;
}

bool
flatten_members (VnusJsonReader *self, guint depth)
{
  guint n = 0;
  Raw key;

  take (self, '{');
  if (*self->p != '}')
    do
      {
        if (!take_key (self, &key))
          return fail_syntax (self);
        if (++n > VNUS_DOCUMENT_MAX_ITEMS)
          return fail (self, VNUS_JSON_FAULT_ITEMS, offset_of (self, key.text));
        if (!flatten (self, depth + 1, &key))
          return false;
        skip_space (self);
      }
    while (take (self, ','));

  if (*self->p != '}' || self->p >= self->end)
    return fail_syntax (self);
  self->p++;
  return true;
}

// Reads the value that begins here, which is at @depth.
bool
flatten (VnusJsonReader *self, guint depth, const Raw *key)
{
  const char first = *self->p;
  const guint32 offset = offset_of (self, self->p);
  guint node;
  bool good;

  if (depth > VNUS_DOCUMENT_MAX_DEPTH && (first == '{' || first == '['))
    return fail (self, VNUS_JSON_FAULT_DEPTH, offset);
  if (offset - self->start > VNUS_DOCUMENT_MAX_RECORD_SIZE)
    return fail (self, VNUS_JSON_FAULT_SIZE, self->start);

  node = _vnus_json_tape_add (&self->tape, VNUS_JSON_NULL, offset);
  if (key != nullptr && !set_key (self, node, *key))
    return false;

  if (first == '"')
    return flatten_string (self, node);
  if (first != '{' && first != '[')
    return flatten_word (self, node);

  self->tape.nodes[node].type = first == '{' ? VNUS_JSON_OBJECT : VNUS_JSON_ARRAY;
  good = first == '{' ? flatten_members (self, depth) : flatten_array (self, depth);
  self->tape.nodes[node].end = self->tape.n_nodes;
  return good;
}

// Flattens into a tape of its own.
bool
flatten_alone (VnusJsonReader *self, guint depth, const Raw *key)
{
  self->start = offset_of (self, self->p);
  return flatten (self, depth, key);
}

// Nothing but space may follow.
bool
is_at_end (VnusJsonReader *self)
{
  skip_space (self);
  return self->p == self->end || fail_syntax (self);
}

// Steps to the next element of what ends with @close: whether there is one.
bool
step (VnusJsonReader *self, bool *is_begun, char close, bool *has_next)
{
  const bool is_first = !*is_begun;

  *is_begun = true;
  skip_space (self);
  if (*self->p == close && self->p < self->end)
    {
      self->p++;
      *has_next = false;
      return true;
    }

  *has_next = is_first || take (self, ',');
  return *has_next || fail_syntax (self);
}

VnusJsonEvent
next_item (VnusJsonReader *self)
{
  if (!step (self, &self->is_item_begun, ']', &self->is_in_list))
    return VNUS_JSON_EVENT_FAULT;
  if (!self->is_in_list)
    return VNUS_JSON_EVENT_END;

  return flatten_alone (self, 3, nullptr) ? VNUS_JSON_EVENT_ITEM : VNUS_JSON_EVENT_FAULT;
}

VnusJsonEvent
next_member (VnusJsonReader *self)
{
  VnusJsonTape *tape = &self->tape;
  bool has_next;
  Raw key;

  if (!step (self, &self->is_begun, '}', &has_next))
    return VNUS_JSON_EVENT_FAULT;
  if (!has_next)
    return is_at_end (self) ? VNUS_JSON_EVENT_END : VNUS_JSON_EVENT_FAULT;
  if (!take_key (self, &key))
    {
      fail_syntax (self);
      return VNUS_JSON_EVENT_FAULT;
    }

  if (*self->p == '[')
    {
      const guint node = _vnus_json_tape_add (tape, VNUS_JSON_ARRAY, offset_of (self, self->p));

      if (!set_key (self, node, key))
        return VNUS_JSON_EVENT_FAULT;
      if (std::strcmp (_vnus_json_tape_key (tape, node), "records") == 0)
        {
          take (self, '[');
          self->is_in_list = true;
          self->is_item_begun = false;
          return VNUS_JSON_EVENT_LIST;
        }
      _vnus_json_tape_reset (tape);
    }

  return flatten_alone (self, 2, &key) ? VNUS_JSON_EVENT_MEMBER : VNUS_JSON_EVENT_FAULT;
}

} // namespace

VnusJsonReader *
_vnus_json_reader_new (void)
{
  VnusJsonReader *self = new (std::nothrow) VnusJsonReader ();

  if (self == nullptr)
    g_error ("out of memory");
  _vnus_json_tape_init (&self->tape);

  return self;
}

void
_vnus_json_reader_free (VnusJsonReader *self)
{
  _vnus_json_tape_clear (&self->tape);
  delete self;
}

const VnusJsonTape *
_vnus_json_reader_get_tape (VnusJsonReader *self)
{
  return &self->tape;
}

gboolean
_vnus_json_reader_open (VnusJsonReader *self, const char *data, gsize length)
{
  self->data = data;
  self->end = data + length;
  self->p = data;
  self->is_begun = self->is_in_list = false;
  _vnus_json_tape_reset (&self->tape);

  if (length > VNUS_JSON_MAX_SIZE)
    return fail (self, VNUS_JSON_FAULT_SIZE, 0);
  if (!simdjson::validate_utf8 (data, length))
    return fail_syntax (self);

  skip_space (self);
  return take (self, '{') || fail_syntax (self);
}

VnusJsonEvent
_vnus_json_reader_next (VnusJsonReader *self)
{
  _vnus_json_tape_reset (&self->tape);

  if (self->is_in_list)
    {
      VnusJsonEvent event = next_item (self);

      if (event != VNUS_JSON_EVENT_END)
        return event;
    }

  return next_member (self);
}

gboolean
_vnus_json_reader_read (VnusJsonReader *self, const char *data, gsize length)
{
  VnusJsonTape *tape = &self->tape;
  guint root;

  if (!_vnus_json_reader_open (self, data, length))
    return FALSE;

  self->p = data;
  skip_space (self);
  self->start = offset_of (self, self->p);
  root = _vnus_json_tape_add (tape, VNUS_JSON_OBJECT, self->start);
  if (!flatten_members (self, 1))
    return FALSE;

  tape->nodes[root].end = tape->n_nodes;
  return is_at_end (self);
}
