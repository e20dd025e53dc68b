/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: finds the first fault of a JSON text, its place and its words.
 *
 * The reader says that an input is wrong, but hardly where. This is a second,
 * plain reader that builds nothing and runs only then.
 */
#include "io/json-diagnosis-private.h"

#include <string.h>

#include <vnus/vnus-document.h>

typedef struct
{
  const char        *data;
  const char        *p;
  const char        *end;
  guint              depth;
  GString           *pointer;
  VnusJsonDiagnosis *diagnosis;
} Check;

static gboolean check_value (Check *check);

void
_vnus_json_pointer_append (GString    *pointer,
                           const char *key,
                           gsize       length)
{
  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < length; i++)
    if (key[i] == '~' || key[i] == '/')
      g_string_append (pointer, key[i] == '~' ? "~0" : "~1");
    else
      g_string_append_c (pointer, key[i]);
}

void
_vnus_json_diagnosis_clear (VnusJsonDiagnosis *self)
{
  g_clear_pointer (&self->pointer, g_free);
  g_clear_pointer (&self->text, g_free);
}

static gboolean fail (Check      *check,
                      const char *place,
                      const char *format,
                      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Check      *check,
      const char *place,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  check->diagnosis->fault = VNUS_JSON_FAULT_SYNTAX;
  check->diagnosis->offset = (gsize) (place - check->data);
  check->diagnosis->text = g_strdup_vprintf (format, args);
  va_end (args);

  return FALSE;
}

/* What stands at @place, in quotes. */
static char *
describe (Check      *check,
          const char *place)
{
  gunichar c;
  gsize n = 0;

  if (place >= check->end)
    return g_strdup ("the end of the input");
  if (*place == '\0')
    return g_strdup ("a NUL byte");

  while (place + n < check->end && n < 20 && g_ascii_isalnum (place[n]))
    n++;
  if (n > 0)
    return g_strdup_printf ("“%.*s”", (int) n, place);

  c = g_utf8_get_char_validated (place, check->end - place);
  if (c == (gunichar) -1 || c == (gunichar) -2 || g_unichar_iscntrl (c))
    return g_strdup_printf ("the byte 0x%02X", (guchar) *place);

  return g_strdup_printf ("“%.*s”", g_unichar_to_utf8 (c, NULL), place);
}

static gboolean
fail_expected (Check      *check,
               const char *expected)
{
  g_autofree char *found = describe (check, check->p);

  return fail (check, check->p, "found %s; expected %s", found, expected);
}

static void
skip_space (Check *check)
{
  while (check->p < check->end && strchr (" \n\r\t", *check->p) != NULL && *check->p != '\0')
    check->p++;
}

static gboolean
at (Check *check,
    char   c)
{
  skip_space (check);
  return check->p < check->end && *check->p == c;
}

static gboolean
check_escape (Check *check)
{
  char utf8[6];
  gsize length;
  gsize taken = _vnus_json_unescape (check->p + 1, (gsize) (check->end - check->p - 1), utf8, &length);

  if (taken > 0)
    {
      check->p += 1 + taken;
      return TRUE;
    }

  if (check->end - check->p >= 6 && strncmp (check->p, "\\u0000", 6) == 0)
    return fail (check, check->p, "“\\u0000” is NUL, which no text may contain");
  if (check->end - check->p >= 6 && check->p[1] == 'u' && strspn (check->p + 2, "0123456789abcdefABCDEF") >= 4)
    return fail (check, check->p, "“%.6s” is half of a surrogate pair; expected both halves", check->p);

  if (check->p + 1 < check->end && g_ascii_isgraph (check->p[1]))
    return fail (check, check->p, "“\\%c%s” is no escape; expected one of \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t, "
                 "or \\u with four hexadecimal digits", check->p[1], check->p[1] == 'u' ? "…" : "");

  check->p++;
  return fail_expected (check, "an escape after “\\”");
}

/* At the opening quote. */
static gboolean
check_string (Check *check)
{
  const char *start = check->p++;

  while (check->p < check->end)
    {
      guchar c = (guchar) *check->p;
      gunichar wide;

      if (c == '"')
        {
          check->p++;
          return TRUE;
        }
      if (c == '\\')
        {
          if (!check_escape (check))
            return FALSE;
          continue;
        }
      if (c < 0x20)
        return fail (check, check->p, "a string contains the byte 0x%02X; expected control characters as “\\u%04x”%s", c, c,
                     c == '\n' ? " (is its closing quote missing?)" : c == 0 ? ", and NUL nowhere" : "");

      wide = c < 0x80 ? c : g_utf8_get_char_validated (check->p, check->end - check->p);
      if (wide == (gunichar) -1 || wide == (gunichar) -2)
        return fail (check, check->p, "the byte 0x%02X is not UTF-8; expected a document in UTF-8", c);
      check->p += c < 0x80 ? 1 : g_unichar_to_utf8 (wide, NULL);
    }

  return fail (check, start, "a string is not closed; expected “\"” before the end of the input");
}

static gboolean
check_member (Check *check)
{
  const char *key;

  if (!at (check, '"'))
    return fail_expected (check, "a key in quotes");

  key = check->p + 1;
  if (!check_string (check))
    return FALSE;
  _vnus_json_pointer_append (check->pointer, key, (gsize) (check->p - 1 - key));

  if (!at (check, ':'))
    return fail_expected (check, "“:” after the key");
  check->p++;

  return check_value (check);
}

static gboolean
check_element (Check *check,
               guint  index)
{
  g_string_append_printf (check->pointer, "/%u", index);

  return check_value (check);
}

/* At the opening bracket or brace. */
static gboolean
check_container (Check *check)
{
  gboolean is_object = *check->p == '{';
  char closing = is_object ? '}' : ']';
  gsize parent = check->pointer->len;

  if (++check->depth > VNUS_DOCUMENT_MAX_DEPTH)
    {
      fail (check, check->p, "nested more than %d deep", VNUS_DOCUMENT_MAX_DEPTH);
      check->diagnosis->fault = VNUS_JSON_FAULT_DEPTH;
      return FALSE;
    }

  check->p++;
  for (guint n = 0; n > 0 || !at (check, closing); n++)
    {
      if (!(is_object ? check_member (check) : check_element (check, n)))
        return FALSE;
      g_string_truncate (check->pointer, parent);
      if (at (check, closing))
        break;
      if (!at (check, ','))
        return fail_expected (check, is_object ? "“,” or “}” after a member" : "“,” or “]” after an item");
      check->p++;
    }

  check->p++;
  check->depth--;
  return TRUE;
}

static gboolean
check_value (Check *check)
{
  static const char *const words[] = { "null", "true", "false" };
  gsize length;

  skip_space (check);
  if (check->p == check->end)
    return fail_expected (check, "a value");
  if (*check->p == '{' || *check->p == '[')
    return check_container (check);
  if (*check->p == '"')
    return check_string (check);

  length = _vnus_json_number_length (check->p, (gsize) (check->end - check->p));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (check->end - check->p) >= strlen (words[i]) && strncmp (check->p, words[i], strlen (words[i])) == 0)
      length = strlen (words[i]);

  if (length == 0)
    return fail_expected (check, "a value");
  if (check->p + length < check->end && (g_ascii_isalnum (check->p[length]) || strchr ("._+-", check->p[length]) != NULL))
    return fail_expected (check, "a value: a string in quotes, a number, true, false, a list or an object");

  check->p += length;
  return TRUE;
}

/* Whether the whole input is one value. */
static gboolean
is_json (const Check *check)
{
  g_auto (VnusJsonDiagnosis) ignored = { VNUS_JSON_FAULT_NONE, 0, NULL, NULL };
  g_autoptr (GString) pointer = g_string_new (NULL);
  Check probe = *check;

  probe.pointer = pointer;
  probe.diagnosis = &ignored;
  if (!check_value (&probe))
    return FALSE;

  skip_space (&probe);
  return probe.p == probe.end;
}

static gboolean
check_document (Check *check)
{
  if (check->end - check->p >= 3 && strncmp (check->p, "\xef\xbb\xbf", 3) == 0)
    return fail (check, check->p, "begins with a byte order mark; expected plain UTF-8");
  if (!at (check, '{'))
    {
      fail_expected (check, "an object, which begins with “{”");
      if (is_json (check))
        check->diagnosis->fault = VNUS_JSON_FAULT_FORM;
      return FALSE;
    }

  if (!check_value (check))
    return FALSE;

  skip_space (check);
  return check->p == check->end || fail_expected (check, "the end of the input after the document");
}

gboolean
_vnus_json_diagnose (const char        *data,
                     gsize              length,
                     VnusJsonDiagnosis *diagnosis)
{
  Check check = { data, data, data + length, 0, g_string_new (NULL), diagnosis };
  gboolean good = check_document (&check);

  /* A key may be no UTF-8, if it is there that the fault is. */
  diagnosis->pointer = g_utf8_make_valid (check.pointer->str, (gssize) check.pointer->len);
  g_string_free (check.pointer, TRUE);

  return !good;
}
