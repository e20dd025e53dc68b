/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: reading the text of a query.
 *
 *   query  = [ term { blank term } ]
 *   term   = [ "-" ] key ":" value { "|" value }
 *   value  = bare | quoted
 *   bare   = any characters but blanks, "|" and quotes
 *   quoted = '"' any characters, with \" for a quote and \\ for a backslash '"'
 */
#include "base/vnus-clip-private.h"
#include "chronicle/vnus-query-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *p;     /* where the reading is */
  const char *place; /* of the error */
} Parser;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Fails at a place; the message tells it and what was expected there. */
static gboolean
fail (Parser          *parser,
      const char      *place,
      VnusQueryError   code,
      const char      *expected,
      GError         **error)
{
  const char *end;

  parser->place = place;
  if (*place == '\0')
    {
      g_set_error (error, VNUS_QUERY_ERROR, code, "“%s” ends at byte %d; expected %s",
                   _vnus_clip (parser->text).text, (int) (place - parser->text), expected);
      return FALSE;
    }

  for (end = place; *end != '\0' && !is_blank (*end); end++)
    ;
  if (end == place)
    end++;
  g_set_error (error, VNUS_QUERY_ERROR, code, "“%s” at byte %d; expected %s",
               _vnus_clip_bytes (place, end - place).text, (int) (place - parser->text), expected);
  return FALSE;
}

static gboolean
is_key_letter (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '-';
}

static const VnusQueryKey *
read_key (Parser  *parser,
          GError **error)
{
  const char *start = parser->p;
  const VnusQueryKey *key;
  g_autofree char *name = NULL, *list = NULL;
  g_auto (GStrv) nearest = NULL;

  while (is_key_letter (*parser->p))
    parser->p++;
  if (parser->p == start)
    {
      fail (parser, start, VNUS_QUERY_ERROR_SYNTAX, "a term such as kind:visit", error);
      return NULL;
    }
  if (*parser->p != ':')
    {
      fail (parser, parser->p, VNUS_QUERY_ERROR_SYNTAX, "a colon after the key, as in kind:visit", error);
      return NULL;
    }

  name = g_strndup (start, (gsize) (parser->p - start));
  key = _vnus_query_key_lookup (name);
  if (key != NULL)
    {
      parser->p++;
      return key;
    }

  nearest = _vnus_query_key_suggest (name);
  list = nearest[0] != NULL ? g_strjoinv (", ", nearest) : _vnus_query_key_list ();
  parser->place = start;
  g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_UNKNOWN_KEY,
               "“%s” at byte %d is no key; expected %s %s", _vnus_clip (name).text, (int) (start - parser->text),
               nearest[0] != NULL ? "a key, perhaps" : "one of", list);
  return NULL;
}

/* The value without quotes; its bytes start at @start. */
static char *
read_value (Parser      *parser,
            const char **start,
            GError     **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *quote = parser->p;

  *start = parser->p;
  if (*quote != '"')
    {
      while (*parser->p != '\0' && !is_blank (*parser->p) && *parser->p != '|' && *parser->p != '"')
        g_string_append_c (value, *parser->p++);
      if (*parser->p == '"')
        {
          fail (parser, parser->p, VNUS_QUERY_ERROR_SYNTAX, "a quote at the start of a value only", error);
          return NULL;
        }
      if (value->len == 0)
        {
          fail (parser, parser->p, VNUS_QUERY_ERROR_SYNTAX, "a value", error);
          return NULL;
        }
      return g_string_free (g_steal_pointer (&value), FALSE);
    }

  *start = ++parser->p;
  for (; *parser->p != '\0' && *parser->p != '"'; parser->p++)
    {
      if (*parser->p == '\\' && parser->p[1] != '"' && parser->p[1] != '\\')
        {
          fail (parser, parser->p, VNUS_QUERY_ERROR_SYNTAX, "\\\" or \\\\", error);
          return NULL;
        }
      if (*parser->p == '\\')
        parser->p++;
      g_string_append_c (value, *parser->p);
    }
  if (*parser->p == '\0')
    {
      fail (parser, quote, VNUS_QUERY_ERROR_SYNTAX, "a quote at the end of the value as well", error);
      return NULL;
    }
  parser->p++;

  return g_string_free (g_steal_pointer (&value), FALSE);
}

static gboolean
read_choice (Parser              *parser,
             const VnusQueryKey  *key,
             GArray              *choices,
             GError             **error)
{
  VnusQueryChoice choice;
  const char *start;
  g_autofree char *value = read_value (parser, &start, error);
  GError *problem = NULL;
  gsize offset;

  if (value == NULL)
    return FALSE;
  if (_vnus_query_choice_parse (&choice, key, value, &offset, &problem))
    {
      g_array_append_val (choices, choice);
      return TRUE;
    }

  /* Before an escape, the bytes of the value stand as they do in the text. */
  for (const char *p = start; p < start + offset; p++)
    if (*p == '\\')
      offset = 0;
  parser->place = start + offset;
  g_set_error (error, problem->domain, problem->code, "At byte %d: %s",
               (int) (parser->place - parser->text), problem->message);
  g_error_free (problem);
  return FALSE;
}

static VnusQueryTerm *
read_term (Parser  *parser,
           GError **error)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (VnusQueryChoice));
  gboolean negated = *parser->p == '-';
  const VnusQueryKey *key;

  g_array_set_clear_func (choices, (GDestroyNotify) _vnus_query_choice_clear);
  if (negated)
    parser->p++;

  key = read_key (parser, error);
  if (key == NULL)
    return NULL;

  if (!read_choice (parser, key, choices, error))
    return NULL;
  while (*parser->p == '|')
    {
      parser->p++;
      if (!read_choice (parser, key, choices, error))
        return NULL;
    }
  if (*parser->p != '\0' && !is_blank (*parser->p))
    {
      fail (parser, parser->p, VNUS_QUERY_ERROR_SYNTAX, "a blank or | after a value", error);
      return NULL;
    }

  return _vnus_query_term_new (key, negated, choices);
}

/* What no query may have in it: too much, or bytes that are no text. */
static gboolean
check_bytes (Parser  *parser,
             GError **error)
{
  const char *end;

  if (strlen (parser->text) > VNUS_QUERY_MAX_LENGTH)
    {
      parser->place = parser->text + VNUS_QUERY_MAX_LENGTH;
      g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_TOO_LONG,
                   "A query of %" G_GSIZE_FORMAT " bytes; expected at most %d", strlen (parser->text),
                   VNUS_QUERY_MAX_LENGTH);
      return FALSE;
    }

  if (!g_utf8_validate (parser->text, -1, &end))
    {
      parser->place = end;
      g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_SYNTAX,
                   "The byte 0x%02x at byte %d; expected UTF-8", (guchar) *end, (int) (end - parser->text));
      return FALSE;
    }

  for (end = parser->text; *end != '\0'; end++)
    if (g_ascii_iscntrl (*end) && !is_blank (*end))
      {
        parser->place = end;
        g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_SYNTAX,
                     "The control character 0x%02x at byte %d; expected none", (guchar) *end,
                     (int) (end - parser->text));
        return FALSE;
      }

  return TRUE;
}

static VnusQuery *
parse (Parser  *parser,
       GError **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_query_term_unref);

  if (!check_bytes (parser, error))
    return NULL;

  for (parser->p = parser->text;;)
    {
      VnusQueryTerm *term;

      while (is_blank (*parser->p))
        parser->p++;
      if (*parser->p == '\0')
        break;

      term = read_term (parser, error);
      if (term == NULL)
        return NULL;
      g_ptr_array_add (terms, term);
    }

  return _vnus_query_new (g_steal_pointer (&terms));
}

/**
 * vnus_query_parse:
 * @text: the text of a query
 * @error: return location for an error
 *
 * Reads a query from one line of text, such as `kind:visit host:vn`.
 *
 * The empty text is the query that every record matches. Fails with
 * [error@Vnus.QueryError]; the message says where, as a count of bytes from 0,
 * and what was expected. See [func@Vnus.Query.check] for the place as a number.
 *
 * Returns: (transfer full): the query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_parse (const char  *text,
                  GError     **error)
{
  Parser parser = { text, text, text };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return parse (&parser, error);
}

/**
 * vnus_query_check:
 * @text: the text of a query
 * @code: (out) (optional): return location for the kind of error
 * @offset: (out) (optional): return location for the byte where it is, from 0
 *
 * Checks whether a text is a query, and where it goes wrong.
 *
 * If it is a query, @code is `FAILED` and @offset is -1.
 *
 * Returns: `TRUE` if [func@Vnus.Query.parse] would read it
 *
 * Since: 0.1
 */
gboolean
vnus_query_check (const char     *text,
                  VnusQueryError *code,
                  int            *offset)
{
  Parser parser = { text, text, text };
  g_autoptr (VnusQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  query = parse (&parser, &error);
  if (code != NULL)
    *code = error != NULL ? (VnusQueryError) error->code : VNUS_QUERY_ERROR_FAILED;
  if (offset != NULL)
    *offset = error != NULL ? (int) (parser.place - text) : -1;

  return query != NULL;
}
