// SPDX-License-Identifier: LGPL-2.1-or-later
// Floor 5: simdjson's On-Demand interface behind plain C. simdjson finds the
// structure, checks it and the encoding; texts, words and numbers are read
// from their raw tokens (json-tape.c), each of which is looked at here.
#define SIMDJSON_EXCEPTIONS 0
#include "io/json-reader-private.h"

#include <cstring>
#include <new>
#include <utility>

#include <simdjson.h>

#include <vnus/vnus-document.h>

namespace ondemand = simdjson::ondemand;

struct _VnusJsonReader
{
  ondemand::parser          parser;
  ondemand::document        document; // stays where it is: the iterators point to it
  ondemand::object_iterator member;
  ondemand::object_iterator last_member;
  ondemand::array_iterator  item;
  ondemand::array_iterator  last_item;
  bool                      is_begun;   // member is the last one that was given
  bool                      is_in_list;
  bool                      is_item_begun;

  const char               *data;
  gsize                     length;
  guint32                   start;      // of the value that is being flattened
  VnusJsonTape              tape;
};

namespace {

bool
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

guint32
offset_of (const VnusJsonReader *self, const char *place)
{
  return static_cast<guint32> (place - self->data);
}

bool
fail (VnusJsonReader *self, VnusJsonFault fault, guint32 offset)
{
  return _vnus_json_tape_fail (&self->tape, fault, offset);
}

// A fault that simdjson found: the tape does not know the place, the caller looks for it.
bool
fail_syntax (VnusJsonReader *self)
{
  return fail (self, VNUS_JSON_FAULT_SYNTAX, 0);
}

// A token reaches to the next one: without the space between them.
std::string_view
trimmed (std::string_view token)
{
  while (!token.empty () && is_space (token.back ()))
    token.remove_suffix (1);
  return token;
}

// The key of @node, whose value starts at @value: it ends before `" : `.
G_NO_INLINE bool
set_long_key (VnusJsonReader *self, guint node, const char *key, const char *value)
{
  const char *end = value - 1;

  while (is_space (*end))
    end--;
  end--; // the colon, which simdjson has seen
  while (is_space (*end))
    end--;

  return _vnus_json_tape_set_key (&self->tape, node, key, static_cast<gsize> (end - key));
}

G_ALWAYS_INLINE inline bool
set_key (VnusJsonReader *self, guint node, const char *key, const char *value)
{
  self->tape.nodes[node].key_offset = offset_of (self, key - 1);
  return _vnus_json_tape_set_short_key (&self->tape, node, key) || set_long_key (self, node, key, value);
}

bool flatten_array (VnusJsonReader *self, ondemand::value &value, guint depth);
bool flatten_object (VnusJsonReader *self, ondemand::value &value, guint depth);

// @node is the value, which begins with @token.
G_ALWAYS_INLINE inline bool
flatten_text (VnusJsonReader *self, ondemand::value &value, guint node, std::string_view token)
{
  ondemand::raw_json_string raw;

  token = trimmed (token);
  if (token.size () < 2 || token.back () != '"' || value.get_raw_json_string ().get (raw))
    return fail_syntax (self);

  self->tape.nodes[node].type = VNUS_JSON_STRING;
  return _vnus_json_tape_set_text (&self->tape, node, token.data () + 1, token.size () - 2);
}

G_NO_INLINE bool
flatten_container (VnusJsonReader *self, ondemand::value &value, guint node, bool is_object, guint depth)
{
  bool good;

  if (depth > VNUS_DOCUMENT_MAX_DEPTH)
    return fail (self, VNUS_JSON_FAULT_DEPTH, self->tape.nodes[node].offset);

  self->tape.nodes[node].type = is_object ? VNUS_JSON_OBJECT : VNUS_JSON_ARRAY;
  good = is_object ? flatten_object (self, value, depth) : flatten_array (self, value, depth);
  self->tape.nodes[node].end = self->tape.n_nodes;

  return good;
}

// @depth is that of @value itself; @key is behind the quote of its key, or NULL.
// Most values are texts: none of them is a call of its own.
G_ALWAYS_INLINE inline bool
flatten (VnusJsonReader *self, ondemand::value &value, guint depth, const char *key)
{
  std::string_view token = value.raw_json_token ();
  guint32 offset = offset_of (self, token.data ());
  guint node;

  if (offset - self->start > VNUS_DOCUMENT_MAX_RECORD_SIZE)
    return fail (self, VNUS_JSON_FAULT_SIZE, self->start);

  node = _vnus_json_tape_add (&self->tape, VNUS_JSON_NULL, offset);
  if (key != nullptr && !set_key (self, node, key, token.data ()))
    return false;

  switch (token.front ())
    {
    case '"':
      return flatten_text (self, value, node, token);

    case '{':
    case '[':
      return flatten_container (self, value, node, token.front () == '{', depth);

    default:
      // Left where it is: stepping to the next value passes over it.
      token = trimmed (token);
      return _vnus_json_tape_set_word (&self->tape, node, token.data (), token.size ());
    }
}

// Here and below, what simdjson gives is looked at where it is: to copy it would wait
// for it to be written.
bool
flatten_array (VnusJsonReader *self, ondemand::value &value, guint depth)
{
  ondemand::array array;
  guint n = 0;

  if (value.get_array ().get (array))
    return fail_syntax (self);

  for (auto element : array)
    {
      if (element.error ())
        return fail_syntax (self);

      auto &&child = std::move (element).value_unsafe ();
      if (++n > VNUS_DOCUMENT_MAX_ITEMS)
        return fail (self, VNUS_JSON_FAULT_ITEMS, offset_of (self, child.raw_json_token ().data ()));
      if (!flatten (self, child, depth + 1, nullptr))
        return false;
    }

  return true;
}

bool
flatten_object (VnusJsonReader *self, ondemand::value &value, guint depth)
{
  ondemand::object object;
  guint n = 0;

  if (value.get_object ().get (object))
    return fail_syntax (self);

  for (auto member : object)
    {
      if (member.error ())
        return fail_syntax (self);

      auto &&field = std::move (member).value_unsafe ();
      if (++n > VNUS_DOCUMENT_MAX_ITEMS)
        return fail (self, VNUS_JSON_FAULT_ITEMS, offset_of (self, field.key ().raw ()));
      if (!flatten (self, field.value (), depth + 1, field.key ().raw ()))
        return false;
    }

  return true;
}

// Flattens into a tape of its own.
bool
flatten_alone (VnusJsonReader *self, ondemand::value &value, guint depth, const char *key)
{
  self->start = offset_of (self, value.raw_json_token ().data ());
  return flatten (self, value, depth, key);
}

// Nothing but space may follow.
bool
is_at_end (VnusJsonReader *self)
{
  return self->document.current_location ().error () == simdjson::OUT_OF_BOUNDS;
}

VnusJsonEvent
next_item (VnusJsonReader *self)
{
  ondemand::value value;

  if (self->is_item_begun)
    ++self->item;
  self->is_item_begun = true;

  if (!(self->item != self->last_item))
    {
      self->is_in_list = false;
      return VNUS_JSON_EVENT_END;
    }

  if ((*self->item).get (value))
    fail_syntax (self);
  else if (flatten_alone (self, value, 3, nullptr))
    return VNUS_JSON_EVENT_ITEM;

  return VNUS_JSON_EVENT_FAULT;
}

bool
begin_list (VnusJsonReader *self, ondemand::value &value)
{
  ondemand::array array;

  if (value.get_array ().get (array) || array.begin ().get (self->item) || array.end ().get (self->last_item))
    return fail_syntax (self);

  self->is_in_list = true;
  self->is_item_begun = false;
  return true;
}

VnusJsonEvent
next_member (VnusJsonReader *self)
{
  ondemand::field field;
  VnusJsonTape *tape = &self->tape;

  if (self->is_begun)
    ++self->member;
  self->is_begun = true;

  if (!(self->member != self->last_member))
    return is_at_end (self) || fail_syntax (self) ? VNUS_JSON_EVENT_END : VNUS_JSON_EVENT_FAULT;

  if ((*self->member).get (field))
    {
      fail_syntax (self);
      return VNUS_JSON_EVENT_FAULT;
    }

  std::string_view token = field.value ().raw_json_token ();
  if (token.front () == '[')
    {
      guint node = _vnus_json_tape_add (tape, VNUS_JSON_ARRAY, offset_of (self, token.data ()));

      if (!set_key (self, node, field.key ().raw (), token.data ()))
        return VNUS_JSON_EVENT_FAULT;
      if (std::strcmp (_vnus_json_tape_key (tape, node), "records") == 0)
        return begin_list (self, field.value ()) ? VNUS_JSON_EVENT_LIST : VNUS_JSON_EVENT_FAULT;
      _vnus_json_tape_reset (tape);
    }

  return flatten_alone (self, field.value (), 2, field.key ().raw ()) ? VNUS_JSON_EVENT_MEMBER : VNUS_JSON_EVENT_FAULT;
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

VnusJsonTape *
_vnus_json_reader_get_tape (VnusJsonReader *self)
{
  return &self->tape;
}

gboolean
_vnus_json_reader_open (VnusJsonReader *self, const char *data, gsize length)
{
  ondemand::object object;

  self->data = data;
  self->length = length;
  self->is_begun = self->is_in_list = false;
  _vnus_json_tape_reset (&self->tape);

  // Without growing step by step where lines do.
  if (self->parser.capacity () < length &&
      self->parser.allocate (MAX (length, 2 * self->parser.capacity ()), VNUS_DOCUMENT_MAX_DEPTH + 2))
    return fail (self, VNUS_JSON_FAULT_SIZE, 0);

  if (self->parser.iterate (data, length, length + VNUS_JSON_PADDING).get (self->document) ||
      self->document.get_object ().get (object) ||
      object.begin ().get (self->member) || object.end ().get (self->last_member))
    return fail_syntax (self);

  return TRUE;
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
  const char *start = data;
  guint root;

  if (!_vnus_json_reader_open (self, data, length))
    return FALSE;

  while (is_space (*start))
    start++;
  self->start = offset_of (self, start);
  root = _vnus_json_tape_add (tape, VNUS_JSON_OBJECT, self->start);

  for (guint n = 0; self->member != self->last_member; ++self->member)
    {
      ondemand::field field;

      if ((*self->member).get (field))
        return fail_syntax (self);
      if (++n > VNUS_DOCUMENT_MAX_ITEMS)
        return fail (self, VNUS_JSON_FAULT_ITEMS, offset_of (self, field.key ().raw ()));
      if (!flatten (self, field.value (), 2, field.key ().raw ()))
        return FALSE;
    }

  tape->nodes[root].end = tape->n_nodes;
  return is_at_end (self) || fail_syntax (self);
}
