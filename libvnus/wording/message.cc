/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: compiled message patterns, over ICU's MessageFormat.
 *
 * A pattern is parsed once by ICU's own parser. Its arguments and their types
 * are what the pattern itself says of them. The forms that are not ICU's, such
 * as {n, ordinal}, are taken out before ICU formats anything: each becomes a
 * plain text argument of a derived name, whose text vnus-argument.c makes. So
 * ICU is left with texts, and with the values that choose between texts; a
 * pattern without such a choice is put together from its pieces.
 *
 * Nothing of C++ is seen from outside: the functions are plain C, and what is
 * thrown inside ends here. */
#include "wording/vnus-pattern-private.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

namespace
{

/* Deeper and longer than any sentence; keeps ICU's recursion small. */
constexpr size_t LONGEST_PATTERN = 8192;

/* Stands between an argument and its form in a derived name; no name has it. */
constexpr char16_t DERIVED = u'\u00b7';

struct Argument
{
  std::string name;
  VnusArgType type;
};

/* What stands in a pattern for an argument: itself, or the text of a form. */
struct Slot
{
  size_t argument;         /* index into the arguments */
  const VnusArgForm *form; /* NULL: the argument itself */
  std::string style;
  icu::UnicodeString name;
};

/* A text, or the slot whose text comes here. */
struct Piece
{
  std::string text;
  const Slot *slot;
};

/* A pattern that we do not allow, and why. */
struct Refused
{
  std::string why;
};

std::string
to_utf8 (const icu::UnicodeString &text)
{
  std::string utf8;

  text.toUTF8String (utf8);
  return utf8;
}

} // namespace

struct _VnusPattern
{
  std::string language;
  std::vector<Argument> arguments; /* by name */
  std::vector<Slot> slots;
  std::vector<Piece> pieces;       /* if nothing depends on a value: put together without ICU */
  std::vector<icu::UnicodeString> names;      /* else: those of the slots */
  std::unique_ptr<icu::MessageFormat> format; /* else: what ICU formats */
  mutable std::mutex mutex;                   /* MessageFormat::format() fills caches of its own */
};

namespace
{

/* Reads the declarations of a parsed pattern into @self, and writes down the
 * pattern that ICU shall format. */
class Compiler
{
public:
  Compiler (VnusPattern &pattern, const icu::MessagePattern &parsed_pattern)
    : self (pattern), parsed (parsed_pattern), text (parsed_pattern.getPatternString ())
  {
  }

  icu::UnicodeString
  rewrite ()
  {
    for (int32_t i = 0; i < parsed.countParts (); i++)
      {
        if (parsed.getPartType (i) == UMSGPAT_PART_TYPE_SKIP_SYNTAX)
          throw Refused { "an apostrophe quotes; write ’ in its place" };
        if (parsed.getPartType (i) == UMSGPAT_PART_TYPE_ARG_START)
          read_argument (i);
      }

    rewritten.append (text, copied, text.length () - copied);
    return rewritten;
  }

private:
  void
  read_argument (int32_t start)
  {
    const std::string name = read_name (start + 1);

    switch (parsed.getPart (start).getArgType ())
      {
      case UMSGPAT_ARG_TYPE_NONE:
      case UMSGPAT_ARG_TYPE_SELECT:
        add_slot (declare (name, VNUS_ARG_STRING), nullptr, "");
        break;
      case UMSGPAT_ARG_TYPE_PLURAL:
      case UMSGPAT_ARG_TYPE_SELECTORDINAL:
        add_slot (declare (name, VNUS_ARG_INTEGER), nullptr, "");
        break;
      case UMSGPAT_ARG_TYPE_SIMPLE:
        read_form (start, name);
        break;
      default:
        throw Refused { "“choice” is not allowed; use plural or select" };
      }
  }

  std::string
  read_name (int32_t part)
  {
    const std::string name = to_utf8 (parsed.getSubstring (parsed.getPart (part)));
    const char *allowed = "abcdefghijklmnopqrstuvwxyz_0123456789";

    if (!g_ascii_islower (name[0]) || name.find_first_not_of (allowed) != std::string::npos)
      throw Refused { "“" + name + "” is no name of an argument (a-z, 0-9, _)" };

    return name;
  }

  void
  read_form (int32_t start, const std::string &name)
  {
    const int32_t limit = parsed.getLimitPartIndex (start);
    const std::string type = to_utf8 (parsed.getSubstring (parsed.getPart (start + 2)));
    const VnusArgForm *form = _vnus_arg_form_find (type.c_str ());
    std::string style;

    if (form == nullptr)
      throw Refused { "“" + type + "” is no form of an argument" };

    if (start + 3 < limit)
      {
        style = to_utf8 (parsed.getSubstring (parsed.getPart (start + 3)).trim ());
        if (!form->has_style)
          throw Refused { "“" + type + "” has no styles" };
      }

    const icu::UnicodeString &slot = add_slot (declare (name, form->type), form, style);
    const int32_t from = parsed.getPart (start).getLimit ();

    rewritten.append (text, copied, from - copied).append (slot);
    copied = parsed.getPart (limit).getIndex ();
  }

  size_t
  declare (const std::string &name, VnusArgType type)
  {
    for (size_t i = 0; i < self.arguments.size (); i++)
      if (self.arguments[i].name == name)
        {
          if (self.arguments[i].type != type)
            throw Refused { "“" + name + "” is " + _vnus_arg_type_to_string (self.arguments[i].type) + " and "
                            + _vnus_arg_type_to_string (type) + " at once" };
          return i;
        }

    self.arguments.push_back ({ name, type });
    return self.arguments.size () - 1;
  }

  const icu::UnicodeString &
  add_slot (size_t argument, const VnusArgForm *form, const std::string &style)
  {
    icu::UnicodeString name = icu::UnicodeString::fromUTF8 (self.arguments[argument].name);

    for (const Slot &known : self.slots)
      if (known.argument == argument && known.form == form && known.style == style)
        return known.name;

    if (form != nullptr)
      name.append (DERIVED).append (icu::UnicodeString::fromUTF8 (std::to_string (self.slots.size ())));
    self.slots.push_back ({ argument, form, style, name });
    return self.slots.back ().name;
  }

  VnusPattern &self;
  const icu::MessagePattern &parsed;
  const icu::UnicodeString &text;
  icu::UnicodeString rewritten;
  int32_t copied = 0; /* how much of text has been copied or replaced */
};

[[noreturn]] void
refuse (const UParseError &place, UErrorCode status)
{
  throw Refused { std::string (u_errorName (status)) + " at character " + std::to_string (place.offset) };
}

/* Puts the arguments in the order of their names, which is the order of a
 * description, and mends the indices of the slots. */
void
sort_arguments (VnusPattern &self)
{
  std::vector<Argument> sorted = self.arguments;

  std::sort (sorted.begin (), sorted.end (),
             [] (const Argument &a, const Argument &b) { return a.name < b.name; });
  for (Slot &slot : self.slots)
    {
      const std::string &name = self.arguments[slot.argument].name;

      slot.argument = std::find_if (sorted.begin (), sorted.end (),
                                    [&] (const Argument &a) { return a.name == name; })
                      - sorted.begin ();
    }
  self.arguments = sorted;
}

bool
depends_on_values (const icu::MessagePattern &parsed)
{
  for (int32_t i = 0; i < parsed.countParts (); i++)
    if (parsed.getPartType (i) == UMSGPAT_PART_TYPE_ARG_START
        && parsed.getPart (i).getArgType () != UMSGPAT_ARG_TYPE_NONE
        && parsed.getPart (i).getArgType () != UMSGPAT_ARG_TYPE_SIMPLE)
      return true;

  return false;
}

/* With no quoting there is none but the braces of slots. */
void
split_into_pieces (VnusPattern &self, const icu::UnicodeString &text)
{
  int32_t done = 0;

  for (int32_t open = text.indexOf (u'{'); open >= 0; open = text.indexOf (u'{', done))
    {
      const int32_t close = text.indexOf (u'}', open);
      const icu::UnicodeString name = icu::UnicodeString (text, open + 1, close - open - 1).trim ();
      const auto slot = std::find_if (self.slots.begin (), self.slots.end (),
                                      [&] (const Slot &s) { return s.name == name; });

      self.pieces.push_back ({ to_utf8 (text.tempSubStringBetween (done, open)), nullptr });
      self.pieces.push_back ({ "", &*slot });
      done = close + 1;
    }
  self.pieces.push_back ({ to_utf8 (text.tempSubString (done)), nullptr });
}

void
prepare_format (VnusPattern &self, const icu::UnicodeString &text)
{
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {};

  for (const Slot &slot : self.slots)
    self.names.push_back (slot.name);
  self.format = std::make_unique<icu::MessageFormat> (icu::UnicodeString (),
                                                      icu::Locale (self.language.c_str ()), status);
  self.format->applyPattern (text, UMSGPAT_APOS_DOUBLE_OPTIONAL, &place, status);
  if (U_FAILURE (status))
    refuse (place, status);
}

void
compile (VnusPattern &self, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {};

  if (strlen (text) > LONGEST_PATTERN)
    throw Refused { "longer than " + std::to_string (LONGEST_PATTERN) + " bytes" };
  if (!g_utf8_validate (text, -1, nullptr))
    throw Refused { "not UTF-8" };
  /* ICU takes a surplus } as text; here it can only be a slip */
  if (std::count (text, text + strlen (text), '{') != std::count (text, text + strlen (text), '}'))
    throw Refused { "the braces do not match" };

  icu::MessagePattern parsed (UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
  parsed.parse (icu::UnicodeString::fromUTF8 (text), &place, status);
  if (U_FAILURE (status))
    refuse (place, status);

  const icu::UnicodeString rewritten = Compiler (self, parsed).rewrite ();
  sort_arguments (self);
  if (depends_on_values (parsed))
    prepare_format (self, rewritten);
  else
    split_into_pieces (self, rewritten);
}

/* ---- Formatting ---- */

const VnusMessageArg *
find_value (const Argument &argument, const VnusMessageArg *args, guint n_args)
{
  const VnusMessageArg *found = nullptr;

  for (guint i = 0; i < n_args; i++)
    if (args[i].name != nullptr && argument.name == args[i].name)
      {
        if (found != nullptr)
          throw Refused { "“" + argument.name + "” is given twice" };
        found = &args[i];
      }

  if (found == nullptr)
    throw Refused { "“" + argument.name + "” is missing" };
  if (found->type != argument.type)
    throw Refused { "“" + argument.name + "” is " + _vnus_arg_type_to_string (found->type) + ", not "
                    + _vnus_arg_type_to_string (argument.type) };
  if (found->type != VNUS_ARG_INTEGER && found->string == nullptr)
    throw Refused { "“" + argument.name + "” is NULL" };

  return found;
}

[[noreturn]] void
refuse_surplus (const VnusPattern &self, const VnusMessageArg *args, guint n_args)
{
  for (guint i = 0; i < n_args; i++)
    if (args[i].name != nullptr
        && std::none_of (self.arguments.begin (), self.arguments.end (),
                         [&] (const Argument &a) { return a.name == args[i].name; }))
      throw Refused { "“" + std::string (args[i].name) + "” is not an argument of it" };

  throw Refused { "an argument without a name" };
}

using Values = std::vector<const VnusMessageArg *>;

/* The text of a slot that is no integer; valid UTF-8. */
std::string
write_slot (const VnusPattern &self, const Slot &slot, const Values &values)
{
  const VnusMessageArg *value = values[slot.argument];
  g_autofree char *rendered = nullptr;

  if (slot.form != nullptr)
    rendered = slot.form->render (self.language.c_str (), value, slot.style.empty () ? nullptr : slot.style.c_str ());

  const char *text = rendered != nullptr ? rendered : value->string;
  if (g_utf8_validate (text, -1, nullptr))
    return text;

  return to_utf8 (icu::UnicodeString::fromUTF8 (text));
}

std::string
join_pieces (const VnusPattern &self, const Values &values)
{
  std::string result;

  for (const Piece &piece : self.pieces)
    result += piece.slot != nullptr ? write_slot (self, *piece.slot, values) : piece.text;

  return result;
}

std::string
format_by_icu (const VnusPattern &self, const Values &values)
{
  std::vector<icu::Formattable> formattables;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result;

  formattables.reserve (self.slots.size ());
  for (const Slot &slot : self.slots)
    if (slot.form == nullptr && values[slot.argument]->type == VNUS_ARG_INTEGER)
      formattables.emplace_back (static_cast<int64_t> (values[slot.argument]->integer));
    else
      formattables.emplace_back (icu::UnicodeString::fromUTF8 (write_slot (self, slot, values)));

  std::unique_lock<std::mutex> lock (self.mutex);
  self.format->format (self.names.data (), formattables.data (), static_cast<int32_t> (self.names.size ()),
                       result, status);
  lock.unlock ();
  if (U_FAILURE (status))
    throw Refused { u_errorName (status) };

  return to_utf8 (result);
}

std::string
format (const VnusPattern &self, const VnusMessageArg *args, guint n_args)
{
  Values values;

  for (const Argument &argument : self.arguments)
    values.push_back (find_value (argument, args, n_args));
  if (n_args != self.arguments.size ())
    refuse_surplus (self, args, n_args);

  return self.format != nullptr ? format_by_icu (self, values) : join_pieces (self, values);
}

/* Runs @work, which gives a pointer; what it throws becomes the problem. */
template <typename Work>
auto
guarded (char **problem, Work work) -> decltype (work ())
{
  std::string why;

  try
    {
      return work ();
    }
  catch (const Refused &refused)
    {
      why = refused.why;
    }
  catch (const std::exception &exception)
    {
      why = exception.what ();
    }
  catch (...)
    {
      why = "an unknown exception";
    }

  if (problem != nullptr)
    *problem = g_strdup (why.c_str ());
  return nullptr;
}

} // namespace

VnusPattern *
_vnus_pattern_new (const char *language, const char *text, char **problem)
{
  return guarded (problem, [&] () -> VnusPattern * {
    auto self = std::make_unique<VnusPattern> ();

    self->language = language;
    compile (*self, text);
    return self.release ();
  });
}

void
_vnus_pattern_free (VnusPattern *self)
{
  delete self;
}

char *
_vnus_pattern_describe (const VnusPattern *self)
{
  GString *description = g_string_new (nullptr);

  for (const Argument &argument : self->arguments)
    g_string_append_printf (description, "%s%s:%s", description->len > 0 ? " " : "",
                            argument.name.c_str (), _vnus_arg_type_to_string (argument.type));

  return g_string_free (description, FALSE);
}

char *
_vnus_pattern_format (const VnusPattern *self, const VnusMessageArg *args, guint n_args, char **problem)
{
  return guarded (problem, [&] () -> char * { return g_strdup (format (*self, args, n_args).c_str ()); });
}
