/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the forms of arguments that are ours and not ICU's; lists, ordinals,
 * and the names of truths and reasons. */
#include "wording/vnus-pattern-private.h"

static const char *const type_names[] = {
  [VNUS_ARG_STRING] = "string",
  [VNUS_ARG_INTEGER] = "integer",
  [VNUS_ARG_DECIMAL] = "decimal",
  [VNUS_ARG_LIST] = "list",
};

const char *
_vnus_arg_type_to_string (VnusArgType type)
{
  return (guint) type < G_N_ELEMENTS (type_names) ? type_names[type] : "of no type";
}

/* Through no format: years and numbers are in most sentences. */
const char *
_vnus_write_digits (char   buffer[VNUS_MOST_DIGITS],
                    gint64 n)
{
  char *p = buffer + VNUS_MOST_DIGITS;
  guint64 rest = n < 0 ? -(guint64) n : (guint64) n;

  *--p = '\0';
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (n < 0)
    *--p = '-';

  return p;
}

static char *
render_number (const char           *language,
               const VnusMessageArg *arg,
               const char           *style)
{
  char buffer[VNUS_MOST_DIGITS];

  return _vnus_message_number (language, _vnus_write_digits (buffer, arg->integer));
}

static char *
render_plain (const char           *language,
              const VnusMessageArg *arg,
              const char           *style)
{
  char buffer[VNUS_MOST_DIGITS];

  return g_strdup (_vnus_write_digits (buffer, arg->integer));
}

static char *
render_ordinal (const char           *language,
                const VnusMessageArg *arg,
                const char           *style)
{
  return _vnus_say (language, "number.ordinal", VNUS_ARG_I ("n", arg->integer));
}

static char *
render_words (const char           *language,
              const VnusMessageArg *arg,
              const char           *style)
{
  return _vnus_say (language, "number.words", VNUS_ARG_I ("n", arg->integer));
}

static char *
render_decimal (const char           *language,
                const VnusMessageArg *arg,
                const char           *style)
{
  return _vnus_message_number (language, arg->string);
}

static char *
render_percent (const char           *language,
                const VnusMessageArg *arg,
                const char           *style)
{
  return _vnus_message_percent (language, arg->string);
}

/* How a text is joined to those before it, by where it stands among them. */
static const struct
{
  const char *style, *two, *middle, *last;
} joints[] = {
  { "and", "list.and-two", "list.and-middle", "list.and-last" },
  { "or", "list.or-two", "list.or-middle", "list.or-last" },
  { "either", "list.either-two", "list.either-middle", "list.either-last" },
  { "comma", "list.comma-two", "list.comma-middle", "list.comma-last" },
  { "semicolon", "list.semicolon-two", "list.semicolon-middle", "list.semicolon-last" },
};

static gboolean
is_joint (const char *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_equal (joints[i].style, style))
      return TRUE;

  return FALSE;
}

static char *
render_list (const char           *language,
             const VnusMessageArg *arg,
             const char           *style)
{
  return _vnus_message_list (language, arg->list, style != NULL ? style : "and");
}

static const VnusArgForm forms[] = {
  { "number", VNUS_ARG_INTEGER, NULL, render_number },
  { "plain", VNUS_ARG_INTEGER, NULL, render_plain },
  { "ordinal", VNUS_ARG_INTEGER, NULL, render_ordinal },
  { "words", VNUS_ARG_INTEGER, NULL, render_words },
  { "decimal", VNUS_ARG_DECIMAL, NULL, render_decimal },
  { "percent", VNUS_ARG_DECIMAL, NULL, render_percent },
  { "list", VNUS_ARG_LIST, is_joint, render_list },
};

const VnusArgForm *
_vnus_arg_form_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, name))
      return &forms[i];

  return NULL;
}

char *
_vnus_message_ordinal (const char *language,
                       int         n)
{
  g_return_val_if_fail (n > 0, g_strdup_printf ("%d", n));

  return _vnus_say (language, "number.ordinal", VNUS_ARG_I ("n", n));
}

static const char *
find_joint (const char *style,
            guint       position,
            guint       n)
{
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_equal (joints[i].style, style))
      return n == 2 ? joints[i].two : position + 1 == n ? joints[i].last : joints[i].middle;

  return style; /* no message, which is then said of it */
}

char *
_vnus_message_list (const char        *language,
                    const char *const *items,
                    const char        *style)
{
  const guint n = items != NULL ? g_strv_length ((char **) items) : 0;
  char *text = g_strdup (n > 0 ? items[0] : "");

  for (guint i = 1; i < n; i++)
    {
      const char *joint = find_joint (style, i, n);
      g_autofree char *first = text;

      text = _vnus_say (language, joint, VNUS_ARG_S ("a", first), VNUS_ARG_S ("b", items[i]));
    }

  return text;
}

char *
_vnus_message_truth (const char *language,
                     VnusTruth   truth)
{
  g_autofree char *key = g_strconcat ("truth.", vnus_truth_to_string (truth), NULL);

  return _vnus_message_format (language, key, NULL, 0);
}

char *
_vnus_message_reasons (const char  *language,
                       VnusReasons  reasons)
{
  g_auto (GStrv) words = vnus_reasons_list (reasons);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("reason.", words[i], NULL);

      g_free (words[i]);
      words[i] = _vnus_message_format (language, key, NULL, 0);
    }

  return _vnus_message_list (language, (const char *const *) words, "semicolon");
}
