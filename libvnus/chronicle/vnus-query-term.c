/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: terms, and the canonical text of a query. */
#include "chronicle/vnus-query-private.h"

#include <string.h>

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (((const VnusQueryChoice *) a)->text, ((const VnusQueryChoice *) b)->text);
}

static void
append_value (GString    *text,
              const char *value)
{
  if (*value != '\0' && strpbrk (value, " \t\n\r|\"") == NULL)
    {
      g_string_append (text, value);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static char *
print_term (const VnusQueryTerm *term)
{
  GString *text = g_string_new (term->negated ? "-" : "");

  g_string_append_printf (text, "%s:", term->key->name);
  for (guint i = 0; i < term->n_choices; i++)
    {
      if (i > 0)
        g_string_append_c (text, '|');
      append_value (text, term->choices[i].text);
    }

  return g_string_free (text, FALSE);
}

VnusQueryTerm *
_vnus_query_term_new (const VnusQueryKey *key,
                      gboolean            negated,
                      GArray             *choices)
{
  VnusQueryTerm *term = g_new0 (VnusQueryTerm, 1);

  g_array_sort (choices, compare_choices);
  for (guint i = choices->len; i-- > 1;)
    if (compare_choices (&g_array_index (choices, VnusQueryChoice, i - 1),
                         &g_array_index (choices, VnusQueryChoice, i)) == 0)
      g_array_remove_index (choices, i);

  g_atomic_ref_count_init (&term->ref_count);
  term->key = key;
  term->negated = negated;
  term->n_choices = choices->len;
  term->choices = g_memdup2 (choices->data, choices->len * sizeof (VnusQueryChoice));
  g_array_set_clear_func (choices, NULL);
  g_array_set_size (choices, 0);
  term->text = print_term (term);

  return term;
}

VnusQueryTerm *
_vnus_query_term_ref (VnusQueryTerm *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_vnus_query_term_unref (VnusQueryTerm *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_choices; i++)
    _vnus_query_choice_clear (&self->choices[i]);
  g_free (self->choices);
  g_free (self->text);
  g_free (self);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const VnusQueryTerm *term_a = *(VnusQueryTerm *const *) a;
  const VnusQueryTerm *term_b = *(VnusQueryTerm *const *) b;

  if (term_a->key != term_b->key)
    return term_a->key->order < term_b->key->order ? -1 : 1;
  if (term_a->negated != term_b->negated)
    return term_a->negated ? 1 : -1;

  return strcmp (term_a->text, term_b->text);
}

VnusQuery *
_vnus_query_new (GPtrArray *terms)
{
  VnusQuery *self = g_new0 (VnusQuery, 1);

  g_ptr_array_sort (terms, compare_terms);
  for (guint i = terms->len; i-- > 1;)
    if (g_str_equal (((VnusQueryTerm *) g_ptr_array_index (terms, i - 1))->text,
                     ((VnusQueryTerm *) g_ptr_array_index (terms, i))->text))
      g_ptr_array_remove_index (terms, i);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_terms = terms->len;
  g_ptr_array_set_free_func (terms, NULL);
  self->terms = (VnusQueryTerm **) g_ptr_array_free (terms, FALSE);

  return self;
}

/**
 * vnus_query_to_string:
 * @self: a query
 *
 * Writes the canonical text of a query.
 *
 * Terms and choices are in a fixed order and none is there twice, so that equal
 * queries have equal texts. [func@Vnus.Query.parse] reads it back.
 *
 * Returns: (transfer full): the text; the empty string for the query that every record matches
 *
 * Since: 0.1
 */
char *
vnus_query_to_string (const VnusQuery *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_terms; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", self->terms[i]->text);

  return g_string_free (text, FALSE);
}

/**
 * vnus_query_equal:
 * @self: a query
 * @other: another query
 *
 * Checks whether two queries have the same canonical text.
 *
 * Returns: `TRUE` if they have
 *
 * Since: 0.1
 */
gboolean
vnus_query_equal (const VnusQuery *self,
                  const VnusQuery *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->n_terms != other->n_terms)
    return FALSE;
  for (guint i = 0; i < self->n_terms; i++)
    if (!g_str_equal (self->terms[i]->text, other->terms[i]->text))
      return FALSE;

  return TRUE;
}

/**
 * vnus_query_hash:
 * @self: a query
 *
 * Gets a number that is the same for queries that are equal.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_query_hash (const VnusQuery *self)
{
  guint hash = 5381;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_terms; i++)
    hash = hash * 33 + g_str_hash (self->terms[i]->text);

  return hash;
}
