/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: compiled message patterns, over ICU's MessagePattern.
 *
 * A pattern is parsed once by ICU's own parser, and kept as a tree: texts, what
 * stands for an argument, and the choices by a value, whose plurals are told
 * apart by ICU's rules for the language. Its arguments and their types are what
 * the pattern itself says of them. Formatting walks the tree and appends UTF-8;
 * there is nothing in it that ICU would fill or lock. The forms that are not
 * ICU's, such as {n, ordinal}, are those of vnus-argument.c.
 *
 * Nothing of C++ is seen from outside: the functions are plain C, and what is
 * thrown inside ends here. */
#include "wording/vnus-pattern-private.h"
#include "wording/words-private.hh"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>

namespace
{

/* Deeper and longer than any sentence; keeps the recursion small. */
constexpr size_t LONGEST_PATTERN = 8192;

/* They are found in a table of this size. */
constexpr size_t MOST_ARGUMENTS = VNUS_MESSAGE_MOST_ARGUMENTS;

struct Argument
{
  std::string name;
  VnusArgType type;
};

struct Branch;

/* One thing after another of what a pattern says. */
struct Node
{
  enum Kind
  {
    TEXT,
    ARGUMENT, /* its text, or that of a form */
    NUMBER,   /* “#”: what the plural around it chooses by */
    SELECT,
    PLURAL
  };

  Kind kind;
  std::string text;        /* of a text; style of a form */
  size_t argument;         /* index into the arguments */
  const VnusArgForm *form; /* NULL: the argument itself */
  const icu::PluralRules *rules;
  std::vector<Branch> branches;
};

using Nodes = std::vector<Node>;

struct Branch
{
  std::string selector;
  bool is_exact; /* “=2” */
  double exact;
  Nodes nodes;
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

[[noreturn]] void
refuse (const UParseError &place, UErrorCode status)
{
  throw Refused { std::string (u_errorName (status)) + " at character " + std::to_string (place.offset) };
}

} // namespace

struct _VnusPattern
{
  std::string language;
  std::vector<Argument> arguments; /* by name */
  std::unique_ptr<icu::PluralRules> cardinals, ordinals; /* if it has such a choice */
  Nodes nodes;
};

namespace
{

/* Reads a parsed pattern into a tree, with the declarations of its arguments. */
class Compiler
{
public:
  Compiler (VnusPattern &pattern, const icu::MessagePattern &parsed_pattern)
    : self (pattern), parsed (parsed_pattern), text (parsed_pattern.getPatternString ())
  {
  }

  Nodes
  read ()
  {
    return read_message (0);
  }

private:
  /* From the start of a message to its limit. */
  Nodes
  read_message (int32_t start)
  {
    const int32_t limit = parsed.getLimitPartIndex (start);
    int32_t done = parsed.getPart (start).getLimit ();
    Nodes nodes;

    for (int32_t i = start + 1; i <= limit; i++)
      {
        const icu::MessagePattern::Part &part = parsed.getPart (i);

        add_text (nodes, done, part.getIndex ());
        done = part.getLimit ();
        if (part.getType () == UMSGPAT_PART_TYPE_SKIP_SYNTAX)
          throw Refused { "an apostrophe quotes; write ’ in its place" };
        if (part.getType () == UMSGPAT_PART_TYPE_REPLACE_NUMBER)
          nodes.push_back ({ Node::NUMBER, "", 0, nullptr, nullptr, {} });
        if (part.getType () != UMSGPAT_PART_TYPE_ARG_START)
          continue;
        nodes.push_back (read_argument (i));
        i = parsed.getLimitPartIndex (i);
        done = parsed.getPart (i).getLimit ();
      }

    return nodes;
  }

  void
  add_text (Nodes &nodes, int32_t from, int32_t to)
  {
    if (to > from)
      nodes.push_back ({ Node::TEXT, to_utf8 (text.tempSubStringBetween (from, to)), 0, nullptr, nullptr, {} });
  }

  Node
  read_argument (int32_t start)
  {
    const std::string name = read_name (start + 1);

    switch (parsed.getPart (start).getArgType ())
      {
      case UMSGPAT_ARG_TYPE_NONE:
        return { Node::ARGUMENT, "", declare (name, VNUS_ARG_STRING), nullptr, nullptr, {} };
      case UMSGPAT_ARG_TYPE_SELECT:
        return read_choice (start, Node::SELECT, declare (name, VNUS_ARG_STRING), nullptr);
      case UMSGPAT_ARG_TYPE_PLURAL:
        return read_choice (start, Node::PLURAL, declare (name, VNUS_ARG_INTEGER),
                            get_rules (self.cardinals, UPLURAL_TYPE_CARDINAL));
      case UMSGPAT_ARG_TYPE_SELECTORDINAL:
        return read_choice (start, Node::PLURAL, declare (name, VNUS_ARG_INTEGER),
                            get_rules (self.ordinals, UPLURAL_TYPE_ORDINAL));
      case UMSGPAT_ARG_TYPE_SIMPLE:
        return read_form (start, name);
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

  const icu::PluralRules *
  get_rules (std::unique_ptr<icu::PluralRules> &rules, UPluralType type)
  {
    UErrorCode status = U_ZERO_ERROR;

    if (rules == nullptr)
      rules.reset (icu::PluralRules::forLocale (icu::Locale (self.language.c_str ()), type, status));
    if (U_FAILURE (status))
      throw Refused { u_errorName (status) };

    return rules.get ();
  }

  /* Behind the name come the selectors, each with a message; “=2” has its number
   * between them. */
  Node
  read_choice (int32_t start, Node::Kind kind, size_t argument, const icu::PluralRules *rules)
  {
    const int32_t limit = parsed.getLimitPartIndex (start);
    Node node = { kind, "", argument, nullptr, rules, {} };
    int32_t i = start + 2;

    if (is_number (i))
      throw Refused { "“offset” is not allowed" };
    while (i < limit)
      {
        Branch branch = { to_utf8 (parsed.getSubstring (parsed.getPart (i++))), false, 0, {} };

        if (is_number (i))
          {
            branch.is_exact = true;
            branch.exact = parsed.getNumericValue (parsed.getPart (i++));
          }
        branch.nodes = read_message (i);
        node.branches.push_back (branch);
        i = parsed.getLimitPartIndex (i) + 1;
      }

    return node;
  }

  bool
  is_number (int32_t i)
  {
    return icu::MessagePattern::Part::hasNumericValue (parsed.getPartType (i));
  }

  Node
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
        if (form->has_style == nullptr)
          throw Refused { "“" + type + "” has no styles" };
        if (!style.empty () && !form->has_style (style.c_str ()))
          throw Refused { "“" + style + "” is no style of “" + type + "”" };
      }

    return { Node::ARGUMENT, style, declare (name, form->type), form, nullptr, {} };
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

    if (self.arguments.size () == MOST_ARGUMENTS)
      throw Refused { "more than " + std::to_string (MOST_ARGUMENTS) + " arguments" };
    self.arguments.push_back ({ name, type });
    return self.arguments.size () - 1;
  }

  VnusPattern &self;
  const icu::MessagePattern &parsed;
  const icu::UnicodeString &text;
};

void
renumber (Nodes &nodes, const std::vector<size_t> &places)
{
  for (Node &node : nodes)
    {
      if (node.kind != Node::TEXT && node.kind != Node::NUMBER)
        node.argument = places[node.argument];
      for (Branch &branch : node.branches)
        renumber (branch.nodes, places);
    }
}

/* Puts the arguments in the order of their names, which is the order of a
 * description. */
void
sort_arguments (VnusPattern &self)
{
  const std::vector<Argument> declared = self.arguments;
  std::vector<size_t> places;

  std::sort (self.arguments.begin (), self.arguments.end (),
             [] (const Argument &a, const Argument &b) { return a.name < b.name; });
  for (const Argument &argument : declared)
    places.push_back (std::find_if (self.arguments.begin (), self.arguments.end (),
                                    [&] (const Argument &a) { return a.name == argument.name; })
                      - self.arguments.begin ());
  renumber (self.nodes, places);
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

  self.nodes = Compiler (self, parsed).read ();
  sort_arguments (self);
}

/* ---- Formatting ---- */

using Values = const VnusMessageArg *[MOST_ARGUMENTS];

const VnusMessageArg *
find_value (const Argument &argument, const VnusMessageArg *args, guint n_args)
{
  const VnusMessageArg *found = nullptr;

  for (guint i = 0; i < n_args; i++)
    if (args[i].name != nullptr && args[i].name[0] == argument.name[0]
        && strcmp (argument.name.c_str (), args[i].name) == 0)
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

/* Where the first letters end that are ASCII, eight at a time. */
size_t
skip_ascii (const char *text, size_t length)
{
  size_t place = 0;

  for (guint64 eight; place + sizeof eight <= length; place += sizeof eight)
    {
      memcpy (&eight, text + place, sizeof eight);
      if ((eight & 0x8080808080808080) != 0)
        break;
    }

  return place;
}

/* Appends what is no UTF-8 with marks in the place of what is none. */
void
append_text (Words &result, const char *text)
{
  const size_t length = strlen (text), ascii = skip_ascii (text, length);

  if (ascii == length || g_utf8_validate (text + ascii, static_cast<gssize> (length - ascii), nullptr))
    {
      result.append (text, length);
    }
  else
    {
      const std::string mended = to_utf8 (icu::UnicodeString::fromUTF8 (text));

      result.append (mended.data (), mended.length ());
    }
}

void
append_argument (Words &result, const VnusPattern &self, const Node &node, const VnusMessageArg *value)
{
  g_autofree char *rendered = nullptr;

  if (node.form != nullptr)
    rendered = node.form->render (self.language.c_str (), value, node.text.empty () ? nullptr : node.text.c_str ());

  append_text (result, rendered != nullptr ? rendered : value->string);
}

/* The branch of “other” is the one for all else: a pattern without it is refused. */
const Branch &
find_branch (const Node &node, std::string_view selector)
{
  const Branch *other = nullptr;

  for (const Branch &branch : node.branches)
    {
      if (branch.selector == selector)
        return branch;
      if (other == nullptr && branch.selector == "other")
        other = &branch;
    }

  return *other;
}

const Branch &
choose_plural (const Node &node, gint64 n)
{
  for (const Branch &branch : node.branches)
    if (branch.is_exact && branch.exact == static_cast<double> (n))
      return branch;

  return find_branch (node, to_utf8 (node.rules->select (static_cast<double> (n))));
}

void
append_nodes (Words &result, const VnusPattern &self, const Nodes &nodes, const Values &values,
              const VnusMessageArg *number)
{
  for (const Node &node : nodes)
    switch (node.kind)
      {
      case Node::TEXT:
        result.append (node.text.data (), node.text.length ());
        break;
      case Node::ARGUMENT:
        append_argument (result, self, node, values[node.argument]);
        break;
      case Node::NUMBER:
        {
          char digits[VNUS_MOST_DIGITS];
          g_autofree char *marked = _vnus_message_number (self.language.c_str (), _vnus_write_digits (digits, number->integer));

          result.append (marked, strlen (marked));
        }
        break;
      case Node::SELECT:
        append_nodes (result, self, find_branch (node, values[node.argument]->string).nodes, values, number);
        break;
      case Node::PLURAL:
        append_nodes (result, self, choose_plural (node, values[node.argument]->integer).nodes, values,
                      values[node.argument]);
        break;
      }
}

char *
format (const VnusPattern &self, const VnusMessageArg *args, guint n_args)
{
  Words result;
  Values values;

  for (size_t i = 0; i < self.arguments.size (); i++)
    values[i] = find_value (self.arguments[i], args, n_args);
  if (n_args != self.arguments.size ())
    refuse_surplus (self, args, n_args);

  append_nodes (result, self, self.nodes, values, nullptr);
  return result.copy ();
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
  return guarded (problem, [&] () { return format (*self, args, n_args); });
}
