// SPDX-License-Identifier: LGPL-2.1-or-later
#define SIMDJSON_EXCEPTIONS 0
#include "raw.h"

#include <simdjson.h>

namespace ondemand = simdjson::ondemand;

namespace {

guint64 bytes; // of texts: something that depends on each

guint64
read_value (ondemand::value value)
{
  ondemand::json_type type;
  guint64 n = 1;

  if (value.type ().get (type))
    return 0;

  switch (type)
    {
    case ondemand::json_type::object:
      {
        ondemand::object object;

        if (value.get_object ().get (object))
          return 0;
        for (auto field : object)
          {
            std::string_view key;
            ondemand::value child;

            if (field.unescaped_key ().get (key))
              return 0;
            bytes += key.size ();
            if (std::move (field).value ().get (child))
              return 0;
            n += read_value (child);
          }
        break;
      }

    case ondemand::json_type::array:
      {
        ondemand::array array;

        if (value.get_array ().get (array))
          return 0;
        for (auto element : array)
          {
            ondemand::value child;

            if (std::move (element).get (child))
              return 0;
            n += read_value (child);
          }
        break;
      }

    case ondemand::json_type::string:
      {
        std::string_view text;

        if (value.get_string ().get (text))
          return 0;
        bytes += text.size ();
        break;
      }

    case ondemand::json_type::number:
      {
        double number;

        if (!value.get_double ().get (number))
          bytes += number > 0;
        break;
      }

    case ondemand::json_type::boolean:
      {
        bool truth;

        if (!value.get_bool ().get (truth))
          bytes += truth;
        break;
      }

    case ondemand::json_type::null:
    default:
      break;
    }

  return n;
}

} // namespace

guint64
raw_read (const char *data,
          gsize       length)
{
  ondemand::parser parser;
  ondemand::document document;
  ondemand::value value;

  if (parser.iterate (data, length, length + simdjson::SIMDJSON_PADDING).get (document) ||
      document.get_value ().get (value))
    return 0;

  return read_value (value) + (bytes == 0);
}

gsize
raw_padding (void)
{
  return simdjson::SIMDJSON_PADDING;
}
