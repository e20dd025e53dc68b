/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: templates of a mapping. */
#include "base/vnus-clip-private.h"
#include "io/mapping-private.h"

#include <string.h>

#include "io/cell-text-private.h"

/* A transformation, or a table of words. */
typedef struct
{
  char               *name;
  VnusTransformation  apply; /* NULL for words */
  GHashTable         *words; /* (owned) (nullable) */
} Step;

/* Text as it is, or a reference. */
typedef struct
{
  char   *literal; /* NULL in a reference */
  char   *column;
  GArray *steps;   /* (element-type Step) */
  guint   option;  /* the number of the [ ] that it stands in, from 1; 0 in none */
} Token;

struct _VnusTemplate
{
  GArray *tokens; /* (element-type Token) */
  guint   n_options;
};

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_clear_pointer (&step->words, g_hash_table_unref);
}

static void
token_clear (gpointer data)
{
  Token *token = data;

  g_free (token->literal);
  g_free (token->column);
  g_clear_pointer (&token->steps, g_array_unref);
}

void
_vnus_template_free (VnusTemplate *self)
{
  g_array_unref (self->tokens);
  g_free (self);
}

/* Parsing */

static gboolean
fail (GError     **error,
      const char  *problem,
      const char  *found)
{
  g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_TEMPLATE, "“%s” %s", _vnus_clip (found).text, problem);
  return FALSE;
}

static gboolean
add_step (GArray      *steps,
          const char  *name,
          GHashTable  *words,
          GError     **error)
{
  Step step = { NULL, _vnus_transformation_lookup (name), g_hash_table_lookup (words, name) };

  if (step.apply == NULL && step.words == NULL)
    {
      g_autofree char *known = _vnus_transformation_list ();

      g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_TEMPLATE,
                   "“%s” is no transformation; expected one of %s, or a group [words %s]",
                   _vnus_clip (name).text, known, _vnus_clip (name).text);
      return FALSE;
    }

  step.name = g_strdup (name);
  if (step.words != NULL)
    g_hash_table_ref (step.words);
  g_array_append_val (steps, step);
  return TRUE;
}

/* @text: what stands in { }. */
static gboolean
add_reference (VnusTemplate  *self,
               const char    *text,
               guint          option,
               GHashTable    *words,
               GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  Token token = { NULL, NULL, NULL, option };

  if (parts[0] == NULL || *g_strstrip (parts[0]) == '\0')
    return fail (error, "names no column; expected one, such as {TripStartDate}", text);

  token.column = g_strdup (parts[0]);
  token.steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (token.steps, step_clear);
  g_array_append_val (self->tokens, token);

  for (guint i = 1; parts[i] != NULL; i++)
    if (!add_step (token.steps, g_strstrip (parts[i]), words, error))
      return FALSE;

  return TRUE;
}

static void
add_literal (VnusTemplate *self,
             GString      *literal,
             guint         option)
{
  Token token = { NULL, NULL, NULL, option };

  if (literal->len == 0)
    return;
  token.literal = g_strdup (literal->str);
  g_array_append_val (self->tokens, token);
  g_string_truncate (literal, 0);
}

static gboolean
parse (VnusTemplate  *self,
       const char    *text,
       GHashTable    *words,
       GError       **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  guint option = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0' && strchr ("{}[]", p[1]) != NULL)
        g_string_append_c (literal, *++p);
      else if (*p == '{')
        {
          const char *end = strchr (p, '}');
          g_autofree char *reference = end != NULL ? g_strndup (p + 1, (gsize) (end - p - 1)) : NULL;

          add_literal (self, literal, option);
          if (reference == NULL)
            return fail (error, "has no end; expected }", p);
          if (!add_reference (self, reference, option, words, error))
            return FALSE;
          p = end;
        }
      else if (*p == '[' && option == 0)
        {
          add_literal (self, literal, option);
          option = ++self->n_options;
        }
      else if (*p == ']' && option != 0)
        {
          add_literal (self, literal, option);
          option = 0;
        }
      else if (strchr ("[]}", *p) != NULL)
        return fail (error, "stands where nothing begins or ends; expected a backslash before it", p);
      else
        g_string_append_c (literal, *p);
    }

  add_literal (self, literal, option);
  return option == 0 || fail (error, "has a [ without ]", text);
}

VnusTemplate *
_vnus_template_parse (const char  *text,
                      GHashTable  *words,
                      GError     **error)
{
  g_autoptr (VnusTemplate) self = g_new0 (VnusTemplate, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_array_set_clear_func (self->tokens, token_clear);

  return parse (self, text, words, error) ? g_steal_pointer (&self) : NULL;
}

void
_vnus_template_list_columns (const VnusTemplate *self,
                             gboolean            optional,
                             GPtrArray          *names)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);

      if (token->column != NULL && (token->option != 0) == optional &&
          !g_ptr_array_find_with_equal_func (names, token->column, g_str_equal, NULL))
        g_ptr_array_add (names, token->column);
    }
}

/* Filling in */

static char *
list_words (GHashTable *words)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (words), (GCompareFunc) strcmp);
  GString *list = g_string_new (NULL);

  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", (const char *) l->data);

  return g_string_free (list, FALSE);
}

static char *
apply_step (const Step    *step,
            const char    *text,
            VnusCellFault *fault)
{
  const char *word;
  char *changed;

  if (step->words != NULL)
    {
      word = g_hash_table_lookup (step->words, text);
      if (word == NULL)
        word = g_hash_table_lookup (step->words, "*");
      if (g_strcmp0 (word, "*") == 0)
        word = text;
      if (word == NULL)
        _vnus_cell_fault_set (fault, "cell.word", text, list_words (step->words));
      return g_strdup (word);
    }

  changed = step->apply (text);
  if (changed == NULL && !_vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_DATE, fault))
    _vnus_cell_fault_set (fault, "cell.transformation", text, g_strdup (step->name));
  return changed;
}

/* The text of a reference, without blanks around it. */
static char *
get_text (const Token         *token,
          const VnusTableRow  *row,
          const char         **column,
          VnusCellFault       *fault)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (row->columns, token->column));
  g_autofree char *text = g_strstrip (g_strdup (index > 0 ? row->fields[index - 1] : ""));

  if (_vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_UNSET, fault))
    g_clear_pointer (&text, g_free);
  for (guint i = 0; text != NULL && *text != '\0' && i < token->steps->len; i++)
    {
      char *changed = apply_step (&g_array_index (token->steps, Step, i), text, fault);

      g_free (text);
      text = changed;
    }

  if (text == NULL)
    *column = token->column;
  return g_steal_pointer (&text);
}

/* Items that a transformation has put on lines of their own stay items. */
static void
append_text (GString    *cell,
             const char *text,
             gboolean    escape)
{
  g_auto (GStrv) lines = NULL;

  if (!escape)
    {
      g_string_append (cell, text);
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (cell, '\n');
      if (*lines[i] != '\0')
        _vnus_cell_put_text (cell, lines[i]);
    }
}

char *
_vnus_template_fill (const VnusTemplate  *self,
                     const VnusTableRow  *row,
                     gboolean             escape,
                     const char         **column,
                     VnusCellFault       *fault)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize start = 0; /* of the option that is being filled in */
  guint option = 0, dropped = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);
      g_autofree char *text = token->column != NULL ? get_text (token, row, column, fault) : NULL;

      if (fault->key != NULL)
        return g_strdup ("");
      if (token->option != option)
        start = cell->len;
      option = token->option;

      if (option != 0 && option == dropped)
        continue;
      if (token->literal != NULL)
        g_string_append (cell, token->literal);
      else if (*text != '\0')
        append_text (cell, text, escape);
      else if (option == 0)
        return g_strdup ("");
      else
        {
          g_string_truncate (cell, start);
          dropped = option;
        }
    }

  return g_strdup (cell->str);
}
